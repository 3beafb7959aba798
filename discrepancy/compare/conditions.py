"""The conditions that rows of the decision table ask of a pair of claims, by their names.

Takes a :class:`~discrepancy.compare.pair.Pair`; gives yes or no for each name in
:data:`~discrepancy.rulebook.kinds.decisions.Condition`. Each is a small function, so that a row can be read as a sentence; they stand with
their like in :mod:`.speakers`, :mod:`.ledgers`, :mod:`.sums`, :mod:`.nearness`, :mod:`.wholes`, :mod:`.things`, :mod:`.lists`,
:mod:`.deeds`, :mod:`.ties`, :mod:`.differences`, :mod:`.days`, :mod:`.hours` and :mod:`.sureness`. Policy (what follows from yes) is not
known here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from discrepancy.compare import days, deeds, differences, hours, ledgers, lists, nearness, speakers, sums, sureness, things, ties, wholes
from discrepancy.compare.context import Context
from discrepancy.compare.pair import Pair, related
from discrepancy.compare.relations import FITS, figure
from discrepancy.model.claims import VICTIMS, Claim
from discrepancy.model.values import Quantity
from discrepancy.rulebook.kinds.decisions import Condition


def holds(pair: Pair, condition: Condition) -> bool:
    """Whether a condition holds of a pair; looked at once, for many rows ask the same."""
    found = pair.known.get(condition)
    if found is None:
        found = condition in pair.flags or (condition in _CONDITIONS and _CONDITIONS[condition](pair))
        pair.known[condition] = found
    return found


def can_hold(condition: Condition) -> bool:
    """Whether a condition can hold of two claims by what they say; the others hold only where a caller with a wider view flags them."""
    return condition in _CONDITIONS


def _loose(pair: Pair) -> bool:
    return pair.a.loose or pair.b.loose


def _headline(pair: Pair) -> bool:
    """The headline's value stands nowhere in the article's own text."""
    for head, other in ((pair.a, pair.b), (pair.b, pair.a)):
        if pair.context.block(head) == "headline" and pair.context.block(other) in ("body", "standfirst"):
            if pair.context.policy.question(head.attribute).needs_population and _printed_in_body(head, pair.context):
                return False  # "30 years" above "sentenced to 50 years in prison, with 30 to serve"
            if head.attribute in VICTIMS and _counted_in_body(head, pair.context):
                return False  # nine hurt in the headline and in the text, where they are those of another of its events
            if head.attribute in VICTIMS and _many(head, pair.context) and _printed_in_body(head, pair.context):
                return False  # "100 dead" above "over 100 people were killed"
            told = [c for c in pair.siblings.of(head.article) if pair.context.block(c) in ("body", "standfirst")]
            own = [c for c in told if not (c.loose and isinstance(c.value, Quantity) and c.value.vague)]  # "several people with wounds"
            return not any(related(head, c, pair.context) in FITS for c in own)
    return False


def _many(head: Claim, context: Context) -> bool:
    """Whether a figure is so high that a text hardly prints it of something else."""
    return (figure(head.value) or 0) >= context.policy.happening("killed").telling


def _counted_in_body(head: Claim, context: Context) -> bool:
    """Whether the text below counts as many people of one fate, in whichever event."""
    alike = (c for c in context.of_articles(head.article) if c.attribute == head.attribute and c.event != head.event)
    return any(c.value == head.value and context.block(c) in ("body", "standfirst") for c in alike)


def _printed_in_body(head: Claim, context: Context) -> bool:
    """Whether the figures of a headline stand anywhere in its own article's text, whatever they are of there."""
    document = context.documents.get(head.article)
    figures = re.findall(r"\d[\d,.]*\d|\d", head.evidence.exact)
    if document is None or not figures:
        return False
    text = " ".join(block.span.of(document.text) for block in document.blocks if block.kind in ("body", "standfirst"))
    return all(re.search(rf"(?<![\d.,]){re.escape(found)}(?![\d]|[.,]\d)", text) for found in figures)


_CONDITIONS: Mapping[Condition, Callable[[Pair], bool]] = {
    "own-reporting": speakers.own_reporting,
    "same-article": speakers.same_article,
    "same-speaker": speakers.same_speaker,
    "different-speakers": speakers.different_speakers,
    "one-unattributed": speakers.one_unattributed,
    "one-article-gives-both": speakers.one_article_gives_both,
    "update": ledgers.update,
    "as-of-order": ledgers.as_of_order,
    "ledger": ledgers.ledger,
    "history": ledgers.history,
    "same-outlet": speakers.same_outlet,
    "long-after": ledgers.long_after,
    "goes-on": ledgers.goes_on,
    "grows": ledgers.grows,
    "closed-shorter": lists.closed_shorter,
    "other-people": lists.other_people,
    "loose": _loose,
    "far-bound": nearness.far_bound,
    "opposed-labels": lists.opposed_labels,
    "sum": sums.sums_up,
    "rounded": nearness.rounded,
    "ageing": nearness.ageing,
    "hedged-clock": nearness.hedged_clock,
    "headline": _headline,
    "both-newest": ledgers.both_newest,
    "outlier-figure": nearness.outlier_figure,
    "far-dates": nearness.far_dates,
    "follows": nearness.follows,
    "issue-day": nearness.issue_day,
    "days-apart": ledgers.days_apart,
    "with-the-dead": sums.with_the_dead,
    "hurt-died": sums.hurt_died,
    "with-attacker": wholes.with_attacker,
    "some-named": wholes.some_named,
    "beside-others": wholes.beside_others,
    "of-a-make": wholes.of_a_make,
    "some-shot": sums.some_shot,
    "uncounted": wholes.uncounted,
    "part-of-total": wholes.part_of_total,
    "all-named": wholes.all_named,
    "of-one-place": wholes.of_one_place,
    "dead-in-one-place": wholes.dead_in_one_place,
    "few-words": things.few_words,
    "other-dollars": things.other_dollars,
    "one-of-several": things.one_of_several,
    "child-and-adult": things.child_and_adult,
    "elsewhere": things.elsewhere,
    "strangers-in-age": things.strangers_in_age,
    "told-of-another": things.told_of_another,
    "none-yet": ledgers.none_yet,
    "one-deed": deeds.one_deed,
    "names-the-other": deeds.names_the_other,
    "own-days": days.own_days,
    "differ-twice": differences.differ_twice,
    "few-names": ties.few_names,
    "thin-day": ties.thin_day,
    "thin-toll": ties.thin_toll,
    "exchanged": ties.exchanged,
    "one-weekday": days.one_weekday,
    "year-open": days.year_open,
    "other-day": days.other_day,
    "hours-off": hours.hours_off,
    "several-hours": hours.several_hours,
    "told-late": sureness.told_late,
    "beside-shared-toll": sureness.beside_shared_toll,
    "beside-another": days.beside_another,
    "days-off": days.days_off,
    "at-another-time": sureness.at_another_time,
    "by-ear": sureness.by_ear,
    "surmised": sureness.surmised,
    "polled": sureness.polled,
}
