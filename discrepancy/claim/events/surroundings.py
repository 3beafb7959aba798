"""What the sentences round a clause tell of its event: its day, whether that lies far back, who leads the sentence and who speaks.

Takes a draft with its line, the attributions and the resolved times; gives days, names and yes or no.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from discrepancy.annotate.attributions import Attributions
from discrepancy.annotate.grammar import Line
from discrepancy.annotate.noungroups import noun_group
from discrepancy.annotate.parties import Party, party
from discrepancy.annotate.times import Timex
from discrepancy.claim.events.drafts import NOUN_SIDE, Draft
from discrepancy.claim.events.happening import is_short
from discrepancy.claim.events.sorts import types_of
from discrepancy.claim.events.told import WhenOf
from discrepancy.model.values import When
from discrepancy.rulebook.kinds.events import EventFamily, EventLimits
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_GROUP = 10
"""Units that a noun group has at most before the word that names an event."""
_YEARS = 800
"""Days of a time that is no event's but that of a campaign."""


def day_of(draft: Draft, line: Line, spoken: Attributions, when_of: WhenOf) -> When | None:
    """The day its own clause gives; not the day of a saying, or of what came later."""
    if draft.type.after:
        return None
    for unit in draft.times or _opening(draft, line) or _closing(draft, line):
        when = when_of(draft.line, unit)
        if when is None or when.first is None or when.last is None:
            continue
        if line.words[unit - 1 : unit] == ("since",) and not is_short(when):
            continue  # "the worst floods since 1988" were not in 1988
        if line.words[unit - 1 : unit] == ("by",) or line.words[max(0, unit - 2) : unit] == ("as", "of"):
            continue  # "by Monday 58 people were dead": they are counted then
        if not spoken.apart(line.span(draft.start, draft.end), line.span(unit, unit + 1), line.span(0, len(line.words))):
            return when
    return None


def long_ago(draft: Draft, line: Line, when_of: WhenOf, rules: Rulebook, today: date | None) -> bool:
    """Whether all that is told of its day is that it lies far back: "who were kidnapped more than five years ago", "who won the cup in
    2022", "talks that were broken off in May after an attack"."""
    told = [when for unit in draft.times if (when := when_of(draft.line, unit)) is not None]
    ends = [when.last for when in told if when.last is not None and (when.first is None or (draft.type.weak and when.precision == "year"))]
    limit = today - timedelta(days=rules.of(EventLimits)[0].old_days) if today is not None else None
    if told and all(when.first is not None and when.last is not None and (when.last - when.first).days > _YEARS for when in told):
        return True  # "have kidnapped 900 people in the past ten years"
    after = when_of(draft.line, unit) if not draft.times and (unit := _what_followed(draft, line)) is not None else None
    if after is not None and after.last is not None and limit is not None and after.last < limit:
        return True
    return bool(ends) and len(ends) == len(told) and limit is not None and max(ends) < limit


def _what_followed(draft: Draft, line: Line) -> int | None:
    """The time of what came after a deed, which stands before the *after* of its noun: "were broken off in May | following an attack"."""
    at = draft.start
    while draft.named and at > max(0, draft.start - _GROUP) and line.tags[at - 1] in NOUN_SIDE:
        at -= 1
    if not draft.named or at < 2 or line.words[at - 1] not in ("after", "following"):
        return None
    time = at - 2 - (at > 2 and line.tags[at - 2] == "K")
    return time if line.tags[time] == "T" else None


def _opening(draft: Draft, line: Line) -> tuple[int, ...]:
    """The time that opens the sentence, for an event told there for the first time: "In May 2003 the city was hit by a quake"."""
    at = 1 if line.tags[:1] == "P" else 0
    return (at,) if not draft.definite and line.tags[at : at + 1] == "T" else ()


def _closing(draft: Draft, line: Line) -> tuple[int, ...]:
    """The one time that stands behind the verb of an event told for the first time: "A quake shook the coast on Sunday"; or
    behind its own verb, before the next: "who was killed on the coast road six weeks ago"."""
    behind = line.tags[draft.end : draft.clause[1]]
    if not draft.named:
        behind = behind[: next((at for at, tag in enumerate(behind) if tag in "vbhdmRsCK"), len(behind))]
        return (draft.end + behind.index("T"),) if behind.count("T") == 1 else ()
    verb = not draft.definite and behind[:1] in tuple("vbhw")
    return (draft.end + behind.index("T"),) if verb and behind.count("T") == 1 else ()


def bare_month(draft: Draft, line: Line, when_of: WhenOf, rules: Rulebook, today: date | None) -> bool:
    """Whether an event told for the first time is told of a month, or of a year before that of the article: "a quake in September" is
    none of last Sunday, and "an epidemic killed 450 people there in 1997" or "last year" is none that goes on. A month of such a year is
    one where nobody meant it, "a quake in September 2003": crimes of years are told in lists, each by where it was. What comes again by
    nature has its year as a name: "last year's floods"."""
    if draft.definite:
        return draft.named and _by_its_year(draft, line, when_of, rules, today)
    crime = draft.type.type in types_of(rules, "crime")
    units = [unit for unit in draft.times or _opening(draft, line) or _closing(draft, line) if isinstance(line.values[unit], Timex)]
    return (
        draft.named
        and not draft.definite
        and bool(units)
        and all(_month(line, unit, None if crime else today) or _year(when_of(draft.line, unit), today) for unit in units)
    )


def _by_its_year(draft: Draft, line: Line, when_of: WhenOf, rules: Rulebook, today: date | None) -> bool:
    """Whether a disaster of nature is told apart by a year before that of the article: "last year's floods", "the epidemic of 2025"."""
    if not any(draft.type.type in family.natural for family in rules.of(EventFamily)):
        return False
    at = draft.start
    while at > 0 and line.tags[at - 1] in NOUN_SIDE:
        at -= 1
    whose = at - 1 if line.tags[at - 1 : at] == "'" else at
    units = (whose - 1, draft.end + 1 if line.words[draft.end : draft.end + 1] == ("of",) else -1)
    return any(_year(when_of(draft.line, unit), today) for unit in units if unit >= 0 and line.tags[unit : unit + 1] == "T")


def _month(line: Line, unit: int, today: date | None) -> bool:
    """Whether a time is a month without a day, and of no year or of one before that of ``today``."""
    value = line.values[unit]
    said = value.expression if isinstance(value, Timex) else None
    if said is None or said.shape != "date" or said.month is None or said.day is not None:
        return False
    return said.year is None or (today is not None and said.year < today.year)


def _year(when: When | None, today: date | None) -> bool:
    """Whether a time is a year before that of the article."""
    return when is not None and when.precision == "year" and when.last is not None and today is not None and when.last.year < today.year


def state_speaker(spoken: Attributions, line: Line, draft: Draft) -> str:
    """The state, the group or the one behind a pronoun who speaks in the words of a draft; "" for anybody else."""
    _, _, inner = spoken.speaker(line.span(draft.start, draft.end))
    return inner.attribution.source if inner is not None and inner.kind in ("state", "group", "pronoun") else ""


def lead(lines: Sequence[Line], draft: Draft, rules: Rulebook, *, own: bool) -> str:
    """The state or group that leads the draft's sentence before its clause, or leads the nearest earlier sentence."""
    for index in (draft.line,) if own else range(draft.line - 1, max(-1, draft.line - 4), -1):
        line = lines[index]
        if last := _last_subject(line, rules, draft.start if own else len(line.words) - 1):
            return last
        group = noun_group(line, 0, min(len(line.words), draft.start if own else 12))
        if group[1] > group[0]:
            who = party(line, group, rules)
            if who.kind in ("state", "group") and len(who.names) == 1 and (not own or group[1] < draft.start):
                return who.name
    return ""


def several_before(line: Line, draft: Draft, rules: Rulebook) -> Party | None:
    """The armed people without a name who open the sentence of a draft, whom "they" and "their" mean there: "the rebels stepped up their
    attacks"; None for others."""
    start = 0
    while start < draft.start and line.tags[start] in "aKT":
        start += 1
    many = words_of(rules, "armed-many") | words_of(rules, "attacker") | words_of(rules, "outlaw")
    for unit in range(start, min(start + _GROUP, draft.start)):
        if line.tags[unit] not in NOUN_SIDE:
            return None
        if line.words[unit] in many and line.words[unit].endswith(("s", "men")):
            who = party(line, (start, unit + 1), rules)
            return who if who.kind == "label" and who.names else None
    return None


def _last_subject(line: Line, rules: Rulebook, end: int) -> str:
    """The last state or group of a sentence with a verb right behind it: "… Ruritania turned its guns on a friend"; not one behind a
    preposition: "residents on Facebook said"."""
    for unit, _ in reversed(line.names(0, end)):
        if unit and line.tags[unit - 1] == "P":
            continue
        behind = unit + 1
        while behind < len(line.tags) - 1 and line.tags[behind] == "a":
            behind += 1
        if line.tags[behind] in "vbhmd":
            who = party(line, (unit, unit + 1), rules)
            if who.kind in ("state", "group"):
                return who.name
    return ""
