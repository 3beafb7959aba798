"""The decision table: what a pair of claims amounts to, and at which level. Read top to bottom, the first row that fits
decides."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from discrepancy.rulebook.schema import Rule

Condition = Literal[
    "same-article", "same-speaker", "different-speakers", "one-unattributed", "one-article-gives-both", "update",
    "as-of-order", "ledger", "history", "same-outlet", "grows", "long-after", "closed-shorter", "loose", "far-bound", "opposed-labels",
    "checksum", "sum", "rounded", "ageing", "hedged-clock", "part-exceeds-whole", "headline", "outlier-figure", "far-dates", "spelling",
    "in-draft", "against-house", "draft-against-all", "own-reporting", "issue-day", "with-the-dead", "other-people", "both-newest",
    "goes-on", "days-apart", "with-attacker", "hurt-died", "some-named", "beside-others", "of-a-make", "some-shot", "follows",
    "uncounted", "part-of-total", "of-one-place", "dead-in-one-place", "all-named", "few-words", "one-of-several", "child-and-adult",
    "strangers-in-age", "elsewhere", "none-yet", "one-deed", "names-the-other", "own-days", "thin-day", "thin-toll", "few-names",
    "differ-twice", "one-weekday", "year-open", "other-day", "hours-off", "several-hours", "told-late", "beside-another", "days-off",
    "at-another-time", "by-ear", "surmised", "polled", "told-of-another", "beside-shared-toll", "exchanged",
    "other-dollars",
]  # fmt: skip
"""What a row may ask of a pair; each is computed in :mod:`discrepancy.compare.conditions`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow(Rule):
    """One row. Every filled field must fit: ``relation`` (one of these), ``attributes`` (one of these), ``all`` (every
    condition holds), ``none`` (no condition holds). ``level`` is "none" for what is no finding. ``text`` says in words
    why. Examples are pairs of claims in notation that this row decides, counter-examples pairs that it leaves to others: ``A vs B`` of
    two articles, ``A also B`` of one (:mod:`discrepancy.compare.shown`).
    """

    needs_examples: ClassVar[bool] = False  # what a row asks of days, events and other articles no pair shows by itself

    relation: tuple[Literal["same", "narrower", "wider", "overlap", "disjoint", "unknown"], ...] = ()
    attributes: tuple[str, ...] = ()
    all: tuple[Condition, ...] = ()
    none: tuple[Condition, ...] = ()
    verdict: Literal["agrees", "refines", "updates", "attributed", "omits", "soft", "unclear", "conflicts", "variant"]
    level: Literal["error", "warning", "note", "none"]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Seriousness(Rule):
    """The order of verdicts, most serious first: a question's verdict is its most serious pair's."""

    needs_examples: ClassVar[bool] = False

    verdicts: tuple[str, ...]
