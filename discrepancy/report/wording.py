"""Values in plain words: what a reader of the report sees beside the notation.

Takes model values, gives English. Nothing here decides anything: the same value always reads the same. In the grid a value says all that
its notation does, how vague it is and between which days; in the sentences of findings (:mod:`discrepancy.compare.wording`) it is told as
news would tell it.
"""

from __future__ import annotations

from discrepancy import notation
from discrepancy.compare.wording import MONTHS, clock_words, day_words, figure_words, join
from discrepancy.model.claims import Attribute, Claim
from discrepancy.model.findings import LEVELS, Camp, Level, Verdict
from discrepancy.model.values import Clock, Quantity, Quote, Terms, Value, When

VERDICTS: dict[Verdict, str] = {
    "conflicts": "Conflict",
    "attributed": "Sources dispute it",
    "omits": "Left out by some",
    "soft": "Rounded or bounded differently",
    "unclear": "Unclear wording",
    "updates": "Updated over time",
    "variant": "Spellings differ",
    "agrees": "Agreement",
    "refines": "One is more exact",
}
"""Each verdict as a reader would say it."""
_TWO_VERSIONS = "Quoted in two versions"

_CALENDAR_UNITS = ("month", "quarter", "half", "season", "year", "decade", "century")


def verdict_words(verdict: Verdict, attribute: Attribute) -> str:
    """A verdict on a question about an attribute, as a reader would say it.

    >>> verdict_words("soft", "killed"), verdict_words("soft", "wording")
    ('Rounded or bounded differently', 'Quoted in two versions')
    """
    return _TWO_VERSIONS if (verdict, attribute) == ("soft", "wording") else VERDICTS[verdict]


def seriousness(level: Level) -> int:
    """Rank of a level, the most serious first."""
    return LEVELS.index(level)


def in_words(value: Value) -> str:
    """A value in words.

    >>> in_words(Quantity(12, None)), in_words(Quantity(3, 9, vague=True)), in_words(Clock(245, 245, "Asia/Tehran"))
    ('at least 12', 'several (3 to 9)', '04:05 (Asia/Tehran time)')
    """
    match value:
        case Quantity():
            return _quantity(value)
        case When():
            return _when(value)
        case Clock():
            return clock_words(value)
        case Terms():
            return _terms(value)
        case Quote(words):
            return f"“{words}”"


def _quantity(value: Quantity) -> str:
    about = "about " if value.approx else ""
    if value.options:
        return about + " or ".join(map(figure_words, value.options))
    if value.low is None and value.high is None:
        return "some number"
    if value.low is None:
        assert value.high is not None  # the case above took both
        return f"{about}at most {figure_words(value.high)}"
    if value.high is None:
        return f"{about}at least {figure_words(value.low)}{', vaguely' if value.vague else ''}"
    if value.low == value.high:
        return about + figure_words(value.low)
    span = f"{figure_words(value.low)} to {figure_words(value.high)}"
    return f"several ({span})" if value.vague else about + span


def _when(value: When) -> str:
    about, part = "about " if value.approx else "", f", {value.part}" if value.part else ""
    if value.options:
        return about + " or ".join(map(day_words, value.options)) + part
    if value.first is None and value.last is None:
        return "an unknown day"
    if value.first is None:
        assert value.last is not None  # the case above took both
        return f"{about}on or before {day_words(value.last)}{part}"
    if value.last is None:
        return f"{about}on or after {day_words(value.first)}{part}"
    if value.first == value.last:
        return f"{about}{day_words(value.first)}{part}"
    if value.precision in _CALENDAR_UNITS and not value.extent:
        return f"{about}some day of {_unit(value)}{part}"
    if not value.extent and (value.last - value.first).days == 1:
        return f"{about}{day_words(value.first)} or {day_words(value.last)}{part}"
    joined = f"{day_words(value.first)} to {day_words(value.last)}"
    return f"{about}{joined}{part}" if value.extent else f"{about}one day from {joined}{part}"


def _unit(value: When) -> str:
    """A calendar unit by its name where it has a short one."""
    first = value.first
    assert first is not None  # asked for with both ends known
    if value.precision == "month":
        return f"{MONTHS[first.month - 1]} {first.year}"
    if value.precision == "year":
        return str(first.year)
    return notation.format(value)


def _terms(value: Terms) -> str:
    return join([*value.members, *(["others"] if value.open else [])], "or" if value.choice else "and") or "none"


def said(claim: Claim) -> str:
    """What a claim says in words: the value, its unit, whom it counts, "more" where it stands beside another number."""
    parts = [in_words(claim.value)]
    if claim.additional:
        parts.append("more")
    if claim.unit:
        parts.append(claim.unit)
    if claim.population:
        parts.append(f"({claim.population})")
    return " ".join(parts)


def single_origin(camp: Camp, articles: int, value: str = "") -> str:
    """That one origin alone stands behind a camp, told by so many articles; "" for camps with more, or where nobody counted.

    >>> single_origin(Camp("14", ("a", "b", "c"), 1), 3), single_origin(Camp("14", ("a", "b"), 2), 2)
    ('14 (one origin, printed by 3 articles)', '')
    """
    if camp.origins != 1:
        return ""
    return f"{value or camp.value} (one origin{f', printed by {articles} articles' if articles > 1 else ''})"


def origins_words(count: int) -> str:
    """How many origins stand behind an answer; one is marked.

    >>> origins_words(1), origins_words(3)
    ('1 (single origin)', '3')
    """
    return "1 (single origin)" if count == 1 else str(count)


def several(count: int, one: str, many: str = "") -> str:
    """A count with its noun.

    >>> several(1, "article"), several(3, "article"), several(0, "entity", "entities")
    ('1 article', '3 articles', '0 entities')
    """
    return f"{count:,} {one if count == 1 else many or one + 's'}"
