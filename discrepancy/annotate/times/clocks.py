"""Readers of times of day: figures, words, zones, spans, and a second reading of the same moment.

Take what a pattern caught; give an expression of shape ``clock``. Minutes count from midnight.
"""

from __future__ import annotations

import re
from dataclasses import replace

from discrepancy.annotate.times.caught import Caught, Reading
from discrepancy.annotate.times.timex import Expression
from discrepancy.model.values import Clock

_FACE = re.compile(r"(\d{1,2})(?:[:.](\d\d)(?:[:.]\d\d)?)?\s?(?:([ap])\.?\s?m\.?)?", re.I)
_FOUR = re.compile(r"(\d\d)(\d\d)(?:\s(?:hours|hrs)|\s?([ap])\.?m\.?)?", re.I)
_WORDS = re.compile(r"(?:a\s+)?(half|quarter|[a-z]+(?:-[a-z]+)?)\s+(past|to)\s+([a-z]+|\d{1,2})", re.I)
_OFFSET = re.compile(r"([+-])\s?(\d{1,2})$")
_TOLD_HALF = re.compile(r"[ap]\.?\s?m\b|hours|hrs|^0[\d:.]|\b(?:noon|midday|midnight|morning|afternoon|evening|night)\b", re.I)
"""Words that say which half of the day a figure is of."""
_HOUR = 60
_SMALL_HOURS = 300
_HALF = 720
_DAY = 1440


def clock_at(hour: int, minute: int, zone: str, approx: bool = False) -> Clock | None:
    """A moment of the day, or None when no clock shows it.

    >>> clock_at(4, 5, "local")
    Clock(first=245, last=245, zone='local', approx=False)
    """
    if not (0 <= hour <= 24 and 0 <= minute <= 59) or hour * 60 + minute > _DAY:
        return None
    at = (hour * 60 + minute) % _DAY
    return Clock(at, at, zone, approx)


def face(words: str, half: str = "") -> tuple[int, int] | None:
    """Hour and minute of figures ("4:05 a.m.", "17.45", "0335", "noon"), or None; ``half`` is "a" or "p" where it
    stands elsewhere.
    """
    lower = words.strip().lower()
    if "noon" in lower or "midday" in lower:
        return 12, 0
    if "midnight" in lower:
        return 0, 0
    four = _FOUR.fullmatch(lower)
    if four:
        hour = int(four[1])
        return hour % 12 + 12 * (four[3] == "p") if four[3] and hour <= 12 else hour, int(four[2])
    found = _FACE.fullmatch(lower)
    if found is None:
        return None
    hour, minute, mark = int(found[1]), int(found[2] or 0), (found[3] or half)[:1]
    if mark and hour <= 12:
        hour = hour % 12 + (12 if mark == "p" else 0)
    return hour, minute


def tells_half(clock: Clock, words: str) -> bool:
    """Whether a time of day says by itself which half of the day it is of: "11:30 p.m.", "1130 hours", "noon", "13:30", or with a zone.

    >>> tells_half(Clock(690, 690), "11:30 p.m."), tells_half(Clock(690, 690), "about 11:30")
    (True, False)
    """
    return clock.first >= _HALF + _HOUR or bool(clock.zone) or _TOLD_HALF.search(words) is not None


def in_half(clock: Clock, words: str, part: str) -> Clock | None:
    """A time of day told with a part of its day: "half past nine" of a Tuesday night is 21:30. ``words`` are those of the time. None where
    it is past the midnight of that night, and nobody can tell which day is meant.

    >>> in_half(Clock(570, 570), "half past nine", "night"), in_half(Clock(570, 570), "9:30 a.m.", "morning")
    (Clock(first=1290, last=1290, zone='', approx=False), Clock(first=570, last=570, zone='', approx=False))
    >>> in_half(Clock(750, 750), "12:30", "night") is None
    True
    """
    told = tells_half(clock, words)
    if part == "night" and (clock.first < _SMALL_HOURS or (not told and _HALF <= clock.first < _HALF + _HOUR)):
        return None
    if told or part not in ("afternoon", "evening", "night") or not _HOUR <= clock.first < _HALF:
        return clock
    return replace(clock, first=clock.first + _HALF, last=clock.last + _HALF)


def zone_of(words: str, caught: Caught) -> tuple[str, str]:
    """The IANA zone that words name, and a reason when they name several ("IST")."""
    offset = _OFFSET.search(words)
    if offset and words[:3].upper() in ("UTC", "GMT"):
        # IANA's Etc zones count west of Greenwich: GMT+3 is Etc/GMT-3 (tzdata, file etcetera)
        hours = int(offset[2])
        return (f"Etc/GMT{'-' if offset[1] == '+' else '+'}{hours}" if hours <= 12 else "", "") if hours else ("UTC", "")
    name = re.split(r"\s+(?:local|standard|daylight|mean|time)\b", words.strip(), maxsplit=1)[0]
    zone = caught.meanings.first(name, "zone", "zone.word", "zone.place") or ""
    return (zone, f"{name} names {zone.count('|') + 1} zones") if "|" in zone else (zone, "")


def read_clock(caught: Caught) -> Reading | None:
    """A time of day, alone or with its zone; see the rules ``clock.*``."""
    words = caught.words("clock")
    zone, reason = zone_of(caught.words("zone"), caught) if caught.has("zone") else ("", "")
    if not caught.has("zone") and not caught.has("half") and words.isdigit():
        return None  # bare figures are a time only with "hours" or a zone behind them
    at = _in_words(caught, words) or face(words)
    if at is None:
        return None
    approx = caught.meanings.clock_leads.search(caught.before) is not None
    clock = clock_at(*at, zone, approx)
    if clock is not None and caught.has("first"):
        clock = _span(caught, words, clock)
    if clock is None:
        return None
    return Reading("TIME", Expression("clock", clock=clock, other_clock=_other(caught)), reason)


def _in_words(caught: Caught, words: str) -> tuple[int, int] | None:
    """Half past six, a quarter to nine, six o'clock; with "in the evening" where it is said."""
    half = {"morning": "a", "afternoon": "p", "evening": "p", "night": "p"}.get(caught.words("half").lower(), "")
    found = _WORDS.fullmatch(words)
    if found:
        hour = caught.meanings.count(found[3])
        count = {"half": 30, "quarter": 15}.get(found[1].lower())
        minutes = count if count is not None else _low(caught, found[1])
        if hour is None or hour.low is None or minutes is None or not 1 <= hour.low <= 12 or not 1 <= minutes <= 30:
            return None
        total = int(hour.low) * 60 + (minutes if found[2].lower() == "past" else -minutes)
        total = total % _HALF + (_HALF if half == "p" else 0)
        return (total // 60 or (12 if not half else 0), total % 60)
    hour_words = re.fullmatch(r"([a-z]+|\d{1,2})(?:[:.](\d\d))?(?:\s+o\s?[’']\s?clock)?", words, re.I)
    if hour_words is None or (hour_words[1].isdigit() and not half and "clock" not in words.lower()):
        return None
    low = _low(caught, hour_words[1])
    if low is None or not 1 <= low <= 12:
        return None
    return (low % 12 + (12 if half == "p" else 0), int(hour_words[2] or 0)) if half else (low, int(hour_words[2] or 0))


def _low(caught: Caught, words: str) -> int | None:
    count = caught.meanings.count(words)
    return int(count.low) if count and count.low is not None else None


def _span(caught: Caught, words: str, last: Clock) -> Clock | None:
    """From the first time to the last; the first takes the half of the day of the last where it has none, past
    midnight where it must.
    """
    found = re.search(r"([ap])\.?\s?m", words, re.I)
    start = face(caught.words("first"), found[1].lower() if found else "")
    first = clock_at(*start, "") if start else None
    if first is None:
        return None
    begin = first.first
    if begin > last.last and found and found[1].lower() == "p" and not re.search(r"[ap]\.?\s?m", caught.words("first"), re.I):
        begin -= _HALF
    return Clock(begin, last.last if begin <= last.last else last.last + _DAY, last.zone, last.approx)


def _other(caught: Caught) -> Clock | None:
    """The second reading of the same moment."""
    at = face(caught.words("other")) if caught.has("other") else None
    return clock_at(*at, zone_of(caught.words("otherzone"), caught)[0]) if at else None
