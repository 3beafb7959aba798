"""A total of an article and the parts that it lists beside it: two men and three women are no six people.

Takes the claims of one article; gives findings. What the words of a figure make a part, and what puts figures of other sentences among
those counted, stands in ``rules/compare/selfchecks.yaml``; which parts are everybody in ``rules/compare/labels.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from discrepancy.compare import passport
from discrepancy.compare.context import Context
from discrepancy.compare.failed import failed
from discrepancy.compare.passport import lone_fate
from discrepancy.compare.relations import figure
from discrepancy.compare.wording import figure_words, join
from discrepancy.model.claims import Claim
from discrepancy.model.findings import Finding
from discrepancy.model.values import Quantity
from discrepancy.rulebook.kinds.comparing import SelfCheckForm

_LISTED = 250
"""Characters within which a total and its parts are one list."""


def sums(own: Sequence[Claim], context: Context) -> Iterable[Finding]:
    """A total and the parts listed beside it, of one speaker and one event."""
    counted = [c for c in own if isinstance(c.value, Quantity) and c.value.exact and not c.additional and c.event]
    for total in counted:
        if passport.population(total, context) or not _whole(total, counted, context):
            continue
        near = [
            c
            for c in counted
            if c.attribute == total.attribute
            and c.event == total.event
            and (c.attributed_to == total.attributed_to or c.evidence.span.start == total.evidence.span.start)  # one statement
            and passport.scope(c, context) == passport.scope(total, context)
            and passport.population(c, context)
            and abs(c.evidence.span.start - total.evidence.span.start) <= _LISTED
            and context.lexicon.partition(c.population)
            and not any(_stands_between(other, total, c, context) for other in counted)
        ]
        parts = list({passport.population(c, context): c for c in reversed(near)}.values())[::-1]
        whole, lone = figure(total.value) or 0, lone_fate(total, context)
        sizes = [figure(c.value) or 0 for c in parts]
        words = {
            "outlet": context.outlet(total.article),
            "total": figure_words(int(whole)),
            "what": total.attribute,
            "parts": join(f"{figure_words(int(n))} {passport.population(c, context)}" for n, c in zip(sizes, parts, strict=True)),
            "sum": figure_words(int(sum(sizes))),
        }
        everyone = context.lexicon.whole(frozenset(passport.population(c, context) for c in parts))
        # "two were killed at once", said behind three men and a woman, is some of them
        some = sum(sizes) > whole and all(c.evidence.span.end < total.evidence.span.start for c in parts)
        ones = all(size == 1 for size in sizes) and sum(sizes) < whole  # "one woman was hit in the arm", told of one of three
        # people told of one by one: in sentences of their own, or a verb to each ("five were hurt: a man was hurt badly, a woman slightly")
        apart = ones and all(c.evidence.span.start > total.evidence.span.start for c in parts) and len({c.evidence.span for c in parts}) > 1
        single = apart or all((ones or lone_fate(c, context)) and not _one_sentence(c, total, context) for c in parts)
        if everyone and sum(sizes) != whole and not lone and not some and not single:
            value = Quantity(int(sum(sizes)), int(sum(sizes)))
            yield failed("parts-total", (total, *parts), (total.value, value), words, context)
            continue
        told = [c for c in parts if total.evidence.span.start <= c.evidence.span.start and _one_sentence(c, total, context)]
        for part in dict.fromkeys((*told, *_included(total, counted, context))):
            size = figure(part.value) or 0
            if size > whole and not lone:
                over = words | {"part": figure_words(int(size)), "of": passport.population(part, context)}
                yield failed("part-over-total", (total, part), (total.value, part.value), over, context)


def _included(total: Claim, counted: Sequence[Claim], context: Context) -> list[Claim]:
    """The figures behind a total that its article puts among those counted, in a sentence of their own and whoever says so: "Among the
    dead were six children"."""
    among = context.policy.check("part-over-total").words
    return [
        c
        for c in counted
        if (c.attribute, c.event) == (total.attribute, total.event)
        and 0 < c.evidence.span.start - total.evidence.span.start <= _LISTED
        and passport.population(c, context)
        and passport.scope(c, context) == passport.scope(total, context)
        and any(words in context.around(c) for words in among)
        and not any(_stands_between(other, total, c, context) for other in counted)
    ]


def _whole(total: Claim, counted: Sequence[Claim], context: Context) -> bool:
    """True for a figure that may be everybody: no share of people told before ("two of them", "the two in the car"), and none that
    counts the same in the article is larger."""
    if _share(context.policy.check("parts-total")).search(total.evidence.exact):
        return False
    size, before = figure(total.value) or 0, True
    for other in counted:
        if other.id == total.id:
            before = False
        elif other.attribute == total.attribute and other.event == total.event and (figure(other.value) or 0) > size:
            listed = before and other.evidence.span.start == total.evidence.span.start  # "four men, including three bystanders"
            if listed or not passport.population(other, context):
                return False
    return True


@cache
def _share(form: SelfCheckForm) -> re.Pattern[str]:
    """Words of a figure that counts some of those already told of."""
    return re.compile(rf"\b(?:{'|'.join(form.words)})\b|^the (?!{'|'.join(form.wholes)})", re.IGNORECASE)


def _one_sentence(a: Claim, b: Claim, context: Context) -> bool:
    """True unless the text shows a full stop, be it glued to the next sentence ("twenties.Two men"), or a new line between the two."""
    document = context.documents.get(a.article)
    first, second = sorted((a.evidence.span, b.evidence.span))
    return document is None or re.search(r"[.!?](?:\s|[A-Z])|\n", document.text[first.end : second.start]) is None


def _stands_between(other: Claim, total: Claim, part: Claim, context: Context) -> bool:
    """A further total between a total and a part: the part belongs to that one."""
    low, high = sorted((total.evidence.span.start, part.evidence.span.start))
    wholes = other.attribute == total.attribute and not context.lexicon.partition(other.population)
    return wholes and other.id not in (total.id, part.id) and low <= other.evidence.span.start <= high
