"""Each article against itself, where the calendar, the clock or plain addition decides.

Takes claims; gives findings at the level the decision table gives a failed checksum. Two values of one question inside
one article are judged with all other pairs (:mod:`.questions`); here are the checks that hold a claim against the calendar and
the clock, and with them those of totals and their parts (:mod:`.totals`) and of shares (:mod:`.shares`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import combinations

from discrepancy.claim.times.written import RULE as WRITTEN
from discrepancy.compare.answers import given_beside
from discrepancy.compare.context import Context
from discrepancy.compare.failed import failed
from discrepancy.compare.policy import any_of
from discrepancy.compare.relations import clock_shift, figure
from discrepancy.compare.shares import shares_above_whole
from discrepancy.compare.totals import sums
from discrepancy.compare.wording import MONTHS, clock_words, day_words, join
from discrepancy.model.claims import Claim
from discrepancy.model.findings import Finding
from discrepancy.model.values import Clock, When, day
from discrepancy.notation import number
from discrepancy.rulebook.kinds.measures import ACT, PLANNED

_BESIDE = 60
"""Characters between a local time and the same time in GMT."""
_DAY = 1440


@dataclass(frozen=True, slots=True)
class _Printed:
    """A weekday printed with a date: 0 for Monday, the words as printed."""

    weekday: int
    words: str


def selfchecks(claims: Sequence[Claim], context: Context) -> tuple[Finding, ...]:
    """All failed checks, by article and place."""
    by_article: dict[str, list[Claim]] = {}
    for claim in claims:
        by_article.setdefault(claim.article, []).append(claim)
    found: list[Finding] = []
    for own in by_article.values():
        found += _weekdays(own, context)
        found += _clocks(own, context)
        found += sums(own, context)
        found += _published(own, context)
        found += _counted(own, context)
        found += _shares(own, context)
    return tuple({finding.id: finding for finding in found}.values())


def _printed_weekday(claim: Claim, context: Context) -> _Printed | None:
    """The weekday that stands in a date's own words, or right beside them."""
    value = claim.value
    if claim.attribute != "date" or not isinstance(value, When) or value.first != value.last:
        return None
    names, evidence = context.policy.check("weekday").words, claim.evidence
    said = f"{evidence.before}{evidence.exact}{evidence.after}"
    for found in _together(names).finditer(said):
        inside = found.start() < len(evidence.before) + len(evidence.exact) and found.end() > len(evidence.before)
        number = found["day"] or found["day2"] or found["day3"]
        if inside and value.first is not None and int(number) == value.first.day:
            printed = found["weekday"] or found["weekday2"]
            return _Printed(names.index(printed), " ".join(found[0].split()))
    return None


@cache
def _together(names: tuple[str, ...]) -> re.Pattern[str]:
    """A weekday and a date printed as one expression: nothing but brackets, a comma and "the" between them."""
    one, month = "|".join(names), "|".join(f"{name}|{name[:3]}\\.?|Sept\\.?" for name in MONTHS)
    nth = r"(?:st|nd|rd|th)?"
    figure_first = rf"(?P<day2>\d{{1,2}}){nth}(?: of)? (?:{month})"
    before = rf"\b(?P<weekday>{one}),? ?\(?(?:the )?(?:(?:{month}) (?P<day>\d{{1,2}})|{figure_first})\b"
    after = rf"\b(?P<day3>\d{{1,2}}){nth} (?:{month})(?: \d{{4}})?(?: \(|, a )(?P<weekday2>{one})\b"
    return re.compile(f"{before}|{after}")


def _weekdays(own: Sequence[Claim], context: Context) -> Iterable[Finding]:
    form = context.policy.check("weekday")
    for claim in own:
        fact, value = _printed_weekday(claim, context), claim.value
        if fact is None or not isinstance(value, When) or value.first is None or value.first.weekday() == fact.weekday:
            continue
        right = form.words[value.first.weekday()]
        outlet, printed = context.outlet(claim.article), day_words(value.first)
        words = {"outlet": outlet, "words": fact.words, "day": printed, "weekday": right}
        near = _nearest(value.first, fact.weekday)
        yield failed("weekday", (claim,), (value, day(near)), words, context)


def _nearest(printed: date, weekday: int) -> date:
    """The day nearest to a date that has the weekday."""
    step = (weekday - printed.weekday() + 3) % 7 - 3
    return date.fromordinal(printed.toordinal() + step)


def _clocks(own: Sequence[Claim], context: Context) -> Iterable[Finding]:
    """A time of a place beside a time in GMT, both of one event."""
    times = [claim for claim in own if claim.attribute == "time" and isinstance(claim.value, Clock)]
    for a, b in combinations(times, 2):
        gap = abs(a.evidence.span.start - b.evidence.span.start)
        for here, utc in ((a, b), (b, a)):
            x, y = here.value, utc.value
            if not isinstance(x, Clock) or not isinstance(y, Clock) or y.zone != "UTC" or gap > _BESIDE:
                continue
            if here.event != utc.event or x.zone in ("", "local", "UTC") or x.approx or y.approx or x.first != x.last:
                continue
            shift = clock_shift(y, x, context.event_day(here))
            if shift is None or (x.first + shift - y.first) % _DAY == 0:
                continue
            right = Clock((x.first + shift) % _DAY, (x.first + shift) % _DAY, "UTC")
            words = {
                "outlet": context.outlet(here.article),
                "local": clock_words(Clock(x.first, x.last)),
                "utc": clock_words(Clock(y.first, y.last)),
                "zone": x.zone.rpartition("/")[2].replace("_", " "),
                "right": clock_words(Clock(right.first, right.last)),
            }
            yield failed("local-gmt", (here, utc), (x, y), words, context)


def _published(own: Sequence[Claim], context: Context) -> Iterable[Finding]:
    """An article dated before what it tells of as past: an event, or a saying it reports."""
    article = own[0].article if own else ""
    published = context.published(article)
    if published is None:
        return
    stated = _own_words(context, article)
    stamps = [c for c in own if c.rule == WRITTEN and c.value == day(published)]
    if stated:
        stamps = [c for c in own if isinstance(c.value, When) and c.value.first == c.value.last == published and stated in c.evidence.exact]
    to_come = any_of(context.policy.check("published-before").others)
    planned = {c.value for c in own if c.rule.startswith(ACT) and c.scope.startswith(PLANNED)}
    for claim in own:
        value = claim.value
        told = (
            claim.attribute == "date"
            and value not in planned
            and (claim.event or claim.rule == WRITTEN)
            and claim.stance in ("asserted", "reported")
            and not claim.loose
            and to_come.search(claim.evidence.exact.lower()) is None
        )
        if told and isinstance(value, When) and value.first is not None and value.first > published and not value.approx:
            words = {
                "outlet": context.outlet(article),
                "published": day_words(published),
                "day": day_words(value.first),
                "words": stated,
            }
            own_day = stamps[0].value if stamps else day(published)
            yield failed("dated-before" if stated else "published-before", (claim, *stamps), (value, own_day), words, context, loose=True)
            return


def _own_words(context: Context, article: str) -> str:
    """The words of the text by which an article dates itself ("this morning, January 24"); "" where its page does."""
    document = context.documents.get(article)
    source = document.published.came_from if document is not None and document.published is not None else ""
    return source.removeprefix("text: ").partition(";")[0] if source.startswith("text: ") else ""


def _shares(own: Sequence[Claim], context: Context) -> Iterable[Finding]:
    """Shares of one whole that together are more than it."""
    shares = shares_above_whole(own, context)
    if shares:
        sizes = [figure(c.value) or 0 for c in shares]
        told = {
            "shares": join(f"{number(size)}%" for size in sizes),
            "sum": number(round(sum(sizes), 1)),
            "outlet": context.outlet(shares[0].article),
        }
        yield failed("shares", shares, (shares[0].value, shares[-1].value), told, context, loose=True)


def _counted(own: Sequence[Claim], context: Context) -> Iterable[Finding]:
    """A day counted from another one, and a date beside it: "two days after the blast, on January 17"."""
    form = context.policy.check("counted-day")
    for claim in own:
        given = given_beside(claim, own)
        if given is None or not isinstance(claim.value, When) or not isinstance(given.value, When):
            continue
        bases = [context.claims[anchor].value for anchor in claim.anchors if anchor in context.claims]
        base = next((value.first for value in bases if isinstance(value, When) and value.first is not None), None)
        if base is None or claim.value.first is None or given.value.first is None:
            continue
        shown = _step(form.words, form.others).search(claim.evidence.exact)
        words = {
            "outlet": context.outlet(claim.article),
            "words": shown[0] if shown is not None else claim.evidence.exact,
            "base": day_words(base),
            "counted": day_words(claim.value.first),
            "day": day_words(given.value.first),
        }
        yield failed("counted-day", (claim, given), (claim.value, given.value), words, context, loose=True)


@cache
def _step(units: tuple[str, ...], ways: tuple[str, ...]) -> re.Pattern[str]:
    """How far and which way: "two days after", "the night before"."""
    return re.compile(rf"[\w-]+ (?:{'|'.join(units)}) (?:{'|'.join(ways)})\b", re.IGNORECASE)
