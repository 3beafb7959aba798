"""The relation of two values: set arithmetic with six answers and no policy beyond widths.

Takes two values of one kind, the attribute they answer, and where needed units, a lexicon and a day (for time zones);
gives same, narrower, wider, overlap, disjoint or unknown, read from the first to the second: "narrower" means that the
first allows fewer worlds. Unknown is never "different". What a disjoint pair amounts to is not known here.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from discrepancy.compare.lexicon import Lexicon
from discrepancy.compare.membership import relate_terms
from discrepancy.compare.policy import Policy
from discrepancy.model.findings import Relation
from discrepancy.model.values import Clock, Quantity, Quote, Terms, Value, When
from discrepancy.notation.named_days import LEAP, named_day
from discrepancy.rulebook.kinds.widths import Tolerance

Interval = tuple[float, float]
_DAY = 1440
FITS: tuple[Relation, ...] = ("same", "narrower", "wider", "overlap")
"""The relations of values that can both be right, the closest first."""
_MIRROR: dict[Relation, Relation] = {"narrower": "wider", "wider": "narrower"}


def mirror(relation: Relation) -> Relation:
    """The relation read from the second value to the first.

    >>> mirror("narrower")
    'wider'
    """
    return _MIRROR.get(relation, relation)


def relation(
    a: Value,
    b: Value,
    policy: Policy,
    attribute: str,
    lexicon: Lexicon,
    units: tuple[str, str] = ("", ""),
    on: date | None = None,
) -> Relation:
    """How ``a`` stands to ``b``. ``units`` are those of two quantities, ``on`` the day for the offset of time zones.

    >>> from discrepancy.compare.policy import policy
    >>> from discrepancy.rulebook import rulebook
    >>> rules = rulebook()
    >>> relation(Quantity(12, None), Quantity(12, 12), policy(rules), "killed", Lexicon(rules))
    'wider'
    """
    width = policy.tolerance(attribute)
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        factors = policy.factor(attribute, *units)
        if factors is None:
            return "unknown"
        spare = width.converted if factors[0] != factors[1] else 0.0
        return _sets(quantity_worlds(a, width, factors[0], spare), quantity_worlds(b, width, factors[1], spare))
    if attribute == "time" and isinstance(a, When) and isinstance(b, When):
        return _parts_of_days(a, b, width)
    if attribute == "time":
        a, b = hour(a, width) or a, hour(b, width) or b
    if isinstance(a, When) and isinstance(b, When):
        return _days(a, b, width)
    if isinstance(a, Clock) and isinstance(b, Clock):
        return _clocks(a, b, width, on)
    if isinstance(a, Terms) and isinstance(b, Terms) and attribute == "date":
        return _named_days(a, b, width)
    if isinstance(a, When) and isinstance(b, Terms) and attribute == "date":
        return _of_the_calendar(a, b, width)
    if isinstance(a, Terms) and isinstance(b, When) and attribute == "date":
        return mirror(_of_the_calendar(b, a, width))
    if isinstance(a, Terms) and isinstance(b, Terms) and attribute == "detail" and len(a.members) == len(b.members) == 1:
        return lexicon.answer(a.members[0], b.members[0])
    if isinstance(a, Terms) and isinstance(b, Terms):
        return relate_terms(a, b, lexicon, attribute in ("place", "base"))
    if isinstance(a, Quote) and isinstance(b, Quote):
        return policy.sayings.unlike(a.words, b.words).relation
    return "unknown"


def figure(value: object, factor: float = 1.0) -> float | None:
    """The number an editor would read off a quantity: its lower end, or the upper where that stands alone."""
    if not isinstance(value, Quantity):
        return None
    found = value.low if value.low is not None else value.high
    return None if found is None else found * factor


def quantity_worlds(value: Quantity, width: Tolerance, factor: float = 1.0, spare: float = 0.0) -> list[Interval]:
    """The numbers a quantity allows, as closed intervals; empty when it says nothing. ``spare`` is a share added to
    both sides."""
    if value.low is None and value.high is None:
        return []
    points: Sequence[Interval] = [(option, option) for option in value.options] or [
        (-math.inf if value.low is None else value.low, math.inf if value.high is None else value.high)
    ]
    ends = []
    for low, high in _finite(points):
        below, above = (_about(end, width) if value.approx else 0.0 for end in (low, high))
        ends.append((low - below - abs(low) * spare, high + above + abs(high) * spare))
    return [(round(low * factor, 6), round(high * factor, 6)) for low, high in ends]  # rounded, so that 0.1 + 0.2 is 0.3


def _about(number: float, width: Tolerance) -> float:
    """How far "about" reaches: a share of the number, and no further than some units of its last digit that is no zero."""
    share = abs(number) * width.about
    if not width.about_units or not float(number).is_integer() or not 0 < abs(number) < 1e15:
        return share
    unit = 1
    while number % (unit * 10) == 0:
        unit *= 10
    return min(share, float(width.about_units * unit))


def _finite(points: Sequence[Interval]) -> list[Interval]:
    """Infinite ends as very large numbers, so that arithmetic on them stays defined."""
    return [(max(low, -1e300), min(high, 1e300)) for low, high in points]


def _sets(a: Sequence[Interval], b: Sequence[Interval]) -> Relation:
    if not a or not b:
        return "unknown"
    inside = all(any(y[0] <= x[0] and x[1] <= y[1] for y in b) for x in a)
    around = all(any(x[0] <= y[0] and y[1] <= x[1] for x in a) for y in b)
    if inside and around:
        return "same"
    if inside or around:
        return "narrower" if inside else "wider"
    return "overlap" if any(x[0] <= y[1] and y[0] <= x[1] for x in a for y in b) else "disjoint"


def day_worlds(value: When, width: Tolerance) -> list[Interval]:
    """The days a value allows, as closed intervals of ordinals; empty when it says nothing."""
    if value.first is None and value.last is None:
        return []
    spare = width.about_days if value.approx else 0
    after = spare + (1 if value.part in width.spills else 0)
    if value.options:
        return [(option.toordinal() - spare, option.toordinal() + after) for option in value.options]
    before = spare + (width.weekend_before if value.precision == "weekend" else 0)
    low = -math.inf if value.first is None else value.first.toordinal() - before
    high = math.inf if value.last is None else value.last.toordinal() + after
    return [(low, high)]


def _days(a: When, b: When, width: Tolerance) -> Relation:
    first, second = day_worlds(a, width), day_worlds(b, width)
    found = "disjoint" if _parted(a, b, width) or _parted(b, a, width) else _sets(first, second)
    if a.extent or b.extent:
        # "It lasted from Monday to Wednesday" and "it was on Tuesday" share days, but neither is the finer statement.
        return found if found in ("unknown", "disjoint") or (a.extent and b.extent and found == "same") else "overlap"
    return found


def _parted(a: When, b: When, width: Tolerance) -> bool:
    """Whether the day of ``a`` reaches into the next one and is over when what is told of that begins: "Friday night", "late Saturday"."""
    if a.approx or b.approx or a.options or b.options or a.last is None or a.first != a.last or b.first != b.last:
        return False
    return a.part in width.spills and b.part in width.second_half and b.first == a.last + timedelta(days=1)


def _named_days(a: Terms, b: Terms, width: Tolerance) -> Relation:
    """Days without a calendar: two weekdays, or two days of the year, that differ cannot be one day."""
    rounds: set[int] = set()
    worlds: list[set[int]] = []
    for value in (a, b):
        read = [named_day(member) for member in value.members]
        known = [one for one in read if one is not None]
        if not known or len(known) < len(read):
            return "unknown"
        rounds.update(round for round, _, _ in known)
        worlds.append({(at + after) % round for round, at, part in known for after in range(2 if part in width.spills else 1)})
    if len(rounds) > 1:
        return "unknown"
    first, second = worlds
    if first == second:
        return "same"
    return "narrower" if first < second else "wider" if first > second else "overlap" if first & second else "disjoint"


def _of_the_calendar(when: When, named: Terms, width: Tolerance) -> Relation:
    """Days of the calendar against a day known by its name alone: 8 July 2024 was a Monday, and so no Tuesday."""
    read = [one for member in named.members if (one := named_day(member)) is not None]
    if when.first is None or when.last is None or len(read) != 1 or len(named.members) != 1 or when.extent or when.approx:
        return "unknown"
    round, at, part = read[0]
    count = (when.last - when.first).days + 1 + (when.part in width.spills)
    if count >= round:
        return "unknown"
    days = (when.first + timedelta(days=after) for after in range(count))
    told = {day.weekday() if round == 7 else (date(LEAP, day.month, day.day) - date(LEAP, 1, 1)).days for day in days}
    allowed = {(at + after) % round for after in range(2 if part in width.spills else 1)}
    return "narrower" if told <= allowed else "overlap" if told & allowed else "disjoint"


def hour(value: Value, width: Tolerance) -> Clock | None:
    """The times of day that a value allows: of "Monday morning" those of a morning; None of what tells none."""
    if not isinstance(value, When) or value.first is None or value.first != value.last:
        return value if isinstance(value, Clock) else None
    first, _, last = width.parts.get(value.part, "").partition(" ")
    return Clock(int(first), int(last)) if last else None


def _parts_of_days(a: When, b: When, width: Tolerance) -> Relation:
    """Two parts of one day: its morning is over before its evening begins. Those of two days are a question of the days."""
    first, second = hour(a, width), hour(b, width)
    if first is None or second is None or a.first != b.first:
        return "unknown"
    return _sets([(first.first, first.last)], [(second.first, second.last)])


def clock_worlds(value: Clock, width: Tolerance) -> list[Interval]:
    """The minutes since midnight a time of day allows, its own day and the days beside it."""
    spare = width.about_minutes if value.approx else 0
    return [(value.first - spare, value.last + spare)]


def _clocks(a: Clock, b: Clock, width: Tolerance, on: date | None) -> Relation:
    shift = clock_shift(a, b, on)
    if shift is None:
        same_face = (a.first, a.last) == (b.first, b.last)
        return "disjoint" if same_face and {a.zone, b.zone} == {"UTC", "local"} else "unknown"
    first = clock_worlds(a, width)
    answers = []
    for turn in (0, -_DAY, _DAY):  # 23:55 and 00:05 are ten minutes apart
        second = [(low + shift + turn, high + shift + turn) for low, high in clock_worlds(b, width)]
        answers.append(_sets(first, second))
    for wanted in FITS:
        if wanted in answers:
            return next(answer for answer in answers if answer == wanted)
    return "disjoint"


def clock_shift(a: Clock, b: Clock, on: date | None) -> int | None:
    """Minutes to add to ``b`` to read it on the clock of ``a``; None when nobody knows.

    A time without a zone is a local one, and so is any zone of a place against it: both were read off a clock at the
    scene.
    """
    if a.zone == b.zone or ("UTC" not in (a.zone, b.zone) and {a.zone, b.zone} & {"", "local"}):
        return 0
    first, second = _offset(a.zone, on), _offset(b.zone, on)
    if first is None or second is None:
        return None
    return first - second


@cache
def _offset(zone: str, on: date | None) -> int | None:
    """Minutes east of Greenwich on a day; without a day only where summer and winter agree."""
    if zone == "UTC":
        return 0
    if zone in ("", "local"):
        return None
    try:
        place = ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError):
        return None
    days = [on] if on is not None else [date(2024, 1, 15), date(2024, 7, 15)]
    found = {_minutes(place.utcoffset(datetime(d.year, d.month, d.day, 12, tzinfo=UTC))) for d in days}
    return found.pop() if len(found) == 1 else None


def _minutes(offset: timedelta | None) -> int:
    return round(offset.total_seconds() / 60) if offset is not None else 0
