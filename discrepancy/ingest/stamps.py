"""Dates as pages print them: in headers, under headlines, behind bylines.

Takes a line or a piece of one; gives the days it names, or nothing. Only layouts in which day, month and year all
stand are read: a page's stamp is trusted with dating the whole article, so anything looser stays unknown here. Dates
inside prose belong to ``annotate``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from discrepancy.model.values import When, day

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEKDAY = r"(?:mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thu(?:rs?)?(?:day)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
CALENDAR = re.compile(rf"(?:{WEEKDAY}|{MONTH})\b", re.I)
"""A name of the calendar, where a name of a person or place could stand."""

_SHORT = r"(?:19|20)\d\d|\d\d(?![\d/.:-])"
_DATE = re.compile(
    rf"""(?<![\w/.-])(?:
      (?P<year>(?:19|20)\d\d)[-/.](?P<month>\d\d?)[-/.](?P<day>\d\d?)(?=T?\b|T\d)
    | (?P<one>\d\d?)[/.-](?P<two>\d\d?)[/.-](?P<yr>{_SHORT})
    | (?P<mname>{MONTH})\.?\s{{0,2}}(?P<mday>\d\d?)(?:st|nd|rd|th)?
      (?:\s{{0,2}},\s{{0,2}}|\s{{1,2}}|(?<=\d\d))(?P<myear>(?:19|20)\d\d)
    | (?P<dday>\d\d?)(?:st|nd|rd|th)?(?:\s{{1,2}}of)?[\s-]{{1,2}}
      (?P<dname>{MONTH})\.?\s{{0,2}}[,\s-]\s{{0,2}}(?P<dyear>{_SHORT})
    )(?!\d)""",
    re.I | re.X,
)
_CLOCK = (
    r"(?:T?\d{1,2}[:.h]\d\d(?:[:.]\d\d(?:\.\d{1,6})?)?\s{0,2}(?:[ap]\.?m\.?\b)?"
    r"|\d{1,2}\s{0,1}[ap]\.?m\b\.?|noon\b|midnight\b)"
)
_ZONE = (
    r"(?:(?:UTC|GMT)(?:\s?[+-]\s?\d{1,2}(?::?\d\d)?)?|Z\b|[+-]\d\d:?\d\d|\(?[A-Z]{1,2}[SD]?T\)?\b|\(?IST\)?\b|\(?BST\)?\b"
    r"|\(?CES?T\)?\b|local time|hrs|hours)"
)
_DOMAIN = r"[a-z0-9-]{2,30}\.(?:com|org|net|co\.uk)\b"
# possessive: what stood between dates is read once, so a hostile line costs no more than its length
_BETWEEN = re.compile(rf"(?:{_CLOCK}|{_DOMAIN}|{WEEKDAY}\b\.?|{_ZONE}|\b(?:at|on|in)\b|[\s,;|·•@()\[\]–—/:.-])++", re.I)


@dataclass(frozen=True, slots=True)
class Printed:
    """A date on a page: where it stands in the line, and the day. ``either`` holds the day read day-first and
    month-first where the layout leaves it open; ``order`` is "mdy" or "dmy" where the numbers leave one reading
    only.
    """

    start: int
    end: int
    when: When
    either: tuple[date, date] | None = None
    order: str = ""

    def read_as(self, order: str) -> When:
        """The day, the layout's ambiguity settled by the outlet's habit ("dmy" or "mdy"; "" leaves it open)."""
        if self.either is None or order not in ("dmy", "mdy"):
            return self.when
        return day(self.either[0] if order == "dmy" else self.either[1])


def dates(text: str) -> tuple[Printed, ...]:
    """Every full date in a short text, in order; impossible days ("31 June 2020") are left out.

    >>> [printed.when.first.isoformat() for printed in dates("29 Jan 2024, 10:14 AM | 2024-02-03")]
    ['2024-01-29', '2024-02-03']
    >>> dates("05/06/2024")[0].when.options
    (datetime.date(2024, 5, 6), datetime.date(2024, 6, 5))
    >>> dates("05.06.2024")[0].when.first
    datetime.date(2024, 6, 5)
    """
    found = (_printed(match) for match in _DATE.finditer(text))
    return tuple(printed for printed in found if printed is not None)


def only_dates(text: str) -> tuple[Printed, ...]:
    """The dates of a text that holds nothing else but clock times, zones and weekdays; empty for any other text.

    >>> len(only_dates("Monday, Sep 10, 2012 | 9:01 AM EDT")), only_dates("It fell on Sep 10, 2012")
    (1, ())
    """
    found = dates(text)
    at = 0
    for piece in (*found, None):
        end = piece.start if piece else len(text)
        if not _filler(text[at:end]):
            return ()
        at = piece.end if piece else end
    return found


def only_clock(text: str) -> bool:
    """True for a clock time with nothing but a zone or a weekday beside it ("8:10 a.m.", "Friday 9:15 P.M.")."""
    return bool(re.search(_CLOCK, text, re.I)) and _filler(text)


def weekday_of(name: str) -> int:
    """The number of a weekday's name, Monday 0."""
    return WEEKDAYS.index(name[:3].lower())


@lru_cache(maxsize=1024)
def _filler(text: str) -> bool:
    return not text or (len(text) < 80 and _BETWEEN.fullmatch(text) is not None)


def _printed(match: re.Match[str]) -> Printed | None:
    """A match as a date, or None when the calendar has no such day."""
    part = match.groupdict()
    start, end = match.span()
    if part["year"]:
        found = _day(part["year"], part["month"], part["day"])
        return Printed(start, end, day(found)) if found else None
    if part["mname"] or part["dname"]:
        month = str(MONTHS.index((part["mname"] or part["dname"])[:3].lower()) + 1)
        found = _day(part["myear"] or part["dyear"], month, part["mday"] or part["dday"])
        return Printed(start, end, day(found)) if found else None
    dmy = _day(part["yr"], part["two"], part["one"])
    mdy = _day(part["yr"], part["one"], part["two"])
    if dmy and match[0][len(part["one"])] == ".":
        return Printed(start, end, day(dmy), None, "" if dmy == mdy else "dmy")  # dots are day first
    if dmy and mdy and dmy != mdy:
        low, high = sorted((dmy, mdy))
        return Printed(start, end, When(low, high, "day", options=(low, high)), (dmy, mdy))
    if dmy is None and mdy is None:
        return None
    return Printed(start, end, day(dmy or mdy or date.min), None, "" if dmy == mdy else "dmy" if dmy else "mdy")


def _day(year: str, month: str, number: str) -> date | None:
    full = int(year) if len(year) == 4 else int(year) + (1900 if int(year) >= 69 else 2000)  # POSIX's pivot for two digits
    try:
        return date(full, int(month), int(number))
    except ValueError:
        return None
