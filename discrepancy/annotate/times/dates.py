"""Readers of days, months and years that the text names, and of feasts and days of other calendars.

Take what a pattern caught; give an expression of shape ``date``, or None where the figures are no date.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import replace

from discrepancy.annotate.times.caught import Caught, Reading
from discrepancy.annotate.times.timex import Calendar, Expression, Unit

_FULL = re.compile(r"(\d{1,4})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{1,4})(?:T(\d\d):(\d\d)(?::[\d.]+)?(Z)?)?")
_FIGURES_ON = re.compile(r"\s?(?:-(?!-)|[–/%°]|[.,]\d)")
_OLD_YEAR = 1800
"""Years before which figures behind "shortly before" are sooner a time of day."""
_OTHER_YEAR = re.compile(r"[-–](?:\d\d|\d{4})(?![\w-])|-(?:to|and)-")
_AFTER_MARK = re.compile(r"(?:mid|early|late|post|pre|\d{4})[-–/]$|[^\d\s][,:]\s?$|[,:.]\s$", re.I)
_APOSTROPHES = frozenset("'’‘`")
_SHORT_SPOKEN = 25
_SHORT_YEAR = 69  # two-digit years up to this one are of this century: the POSIX convention (strptime's %y)

_COUNTED_TO = re.compile(r"(?<![\d.,])\d{1,3}\s(?:and|to)\s\Z")


def year_of(caught: Caught) -> int | None:
    """The year caught, or None; of two figures behind an apostrophe, the last such year ("'96")."""
    year = caught.number("year") if caught.has("year") else None
    if year is None or caught.words("year")[0] not in _APOSTROPHES:
        return year
    if len(caught.words("year")) != 3:
        return None
    return year + (1900 if year > _SHORT_SPOKEN else 2000)


def year_beside(caught: Caught) -> Expression | None:
    """The running year that a wording names beside a day, a month or a quarter ("March last year"), or None."""
    step = caught.meaning("yeardir", "back", "this", "on")
    return None if step is None else Expression("running", unit="year", step=int(step))


def read_date(caught: Caught) -> Reading | None:
    """Days and months: "Tuesday (Jan. 16)", "16 January 2024", "March 2023", "last March", "2012"."""
    year = _spoken(caught) if caught.has("yearwords") else year_of(caught)
    if not caught.has("month"):
        return _year(caught, year)
    month = caught.number("month", "month")
    if month is None:
        return None
    if not caught.has("day"):
        step = caught.meaning("direction", "back", "this", "on")
        return Reading(
            "DATE",
            Expression(
                "date",
                "absolute" if year else "publication",
                "month",
                year,
                month,
                step=int(step or 0),
                date=year_beside(caught) if step is None else None,
                value="" if step is None else "stepped",
            ),
        )
    day = _day(caught)
    longest = 29 if month == 2 and not (year and not calendar.isleap(year)) else calendar.monthrange(year or 2000, month)[1]
    if day is None or not 1 <= day <= longest:
        return None
    weekday = caught.meaning("weekday", "weekday", "weekday.short")
    step = caught.meaning("direction", "back", "this", "on")
    return Reading(
        "DATE",
        Expression(
            "date",
            "absolute" if year else "publication",
            "day",
            year,
            month,
            day,
            weekday=int(weekday) if weekday else None,
            step=int(step or 0),
            date=year_beside(caught) if step is None else None,
            value="" if step is None else "stepped",
        ),
    )


def _spoken(caught: Caught) -> int | None:
    """A year as it is spoken: "nineteen ninety-six", "two thousand and three"."""
    words = caught.words("yearwords")
    if words.lower().startswith("nineteen"):
        rest = caught.meanings.count(words[len("nineteen") :])
        return 1900 + int(rest.low) if rest and rest.low is not None and 10 <= rest.low <= 99 else None
    count = caught.meanings.count(words)
    return int(count.low) if count and count.low is not None else None


def _day(caught: Caught) -> int | None:
    words = caught.words("day")
    if words[:1].isdigit():
        return caught.number("day")
    tens, _, ones = words.rpartition("-")
    base = caught.meanings.count(tens) if tens else None
    ordinal = caught.meanings.of("ordinal", ones)
    return (int(base.low or 0) if base else 0) + int(ordinal) if ordinal else None


def _year(caught: Caught, year: int | None) -> Reading | None:
    """A year alone; numbers that count, cost or label something are refused."""
    if year is None or not year_like(caught, year):
        return None
    return Reading("DATE", Expression("date", "absolute", "year", year))


def year_like(caught: Caught, year: int) -> bool:
    """Whether a number of four digits reads as a year where it stands."""
    before, after, tables = caught.before, caught.after, caught.meanings
    if after[:1].isalpha():
        return False
    if tables.numbered.match(after):
        return False  # "the 1900 block of Elm Street"
    if tables.makes.match(after) and not tables.year_leads.search(before):
        return False  # "in a 2004 Ford": how old the car is, and no year of what is told
    labelled = tables.labels.search(before) is not None
    if caught.words()[0].isalpha() or (before.lower().endswith("the ") and 1900 <= year <= 2050 and not labelled):
        return True
    if (
        labelled
        or tables.counted.match(after)
        or tables.streets.match(after)
        or (_FIGURES_ON.match(after) and not _OTHER_YEAR.match(after))
    ):
        return False
    if before[-1:] and before[-1] in "-–/.,:" and not _AFTER_MARK.search(before):
        return False
    if year < 1900 and _COUNTED_TO.search(before):
        return False  # "between 500 and 1300" people
    if year % 100 < 60 and (tables.days_on.match(after) or (year < _OLD_YEAR and tables.clock_leads.search(before))):
        return False  # "after 1000 (1600 GMT)", "before 1700 today", "shortly before 1700": a time of day
    led = tables.year_leads.search(before)
    return 1000 <= year <= 2199 if led is not None else 1900 <= year <= 2050


def read_numeric(caught: Caught) -> Reading | None:
    """Dates in figures: 2024-01-16, 16/01/2024, 5.6.24, 2024-07-16T10:14Z."""
    found = _FULL.fullmatch(caught.words())
    if found is None or caught.after[:1].isdigit() or caught.before[-1:].isdigit() or re.search(r"[/-]$", caught.before):
        return None
    one, mark, two, three, hour, minute, zulu = found.groups()
    if len(one) == 4:
        date = _gregorian(int(one), int(two), int(three))
    elif len(three) == 4 or (len(three) == 2 and mark == "/" and len(one) <= 2):
        year = int(three) if len(three) == 4 else int(three) + (2000 if int(three) < _SHORT_YEAR else 1900)
        date = _either(year, int(one), int(two), mark)
    else:
        return None
    if date is None or hour is None:
        return Reading("DATE", date) if date else None
    from discrepancy.annotate.times.clocks import clock_at

    clock = clock_at(int(hour), int(minute), "UTC" if zulu else "")
    return Reading("TIME", Expression("clock", "absolute", clock=clock, date=date)) if clock else None


def _gregorian(year: int, month: int, day: int) -> Expression | None:
    if not (1 <= month <= 12 and 1 <= year <= 9999 and 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    return Expression("date", "absolute", "day", year, month, day)


def _either(year: int, one: int, two: int, mark: str) -> Expression | None:
    """Day and month in the order that the figures allow; both where they allow both (dots are day first)."""
    dmy, mdy = _gregorian(year, two, one), _gregorian(year, one, two)
    if dmy and mdy and one != two and mark != ".":
        return Expression("date", "absolute", "day", year, two, one, either=True)
    return dmy or mdy


def read_holiday(caught: Caught) -> Reading | None:
    """Days with a name: a fixed day, or the n-th weekday of a month ("11-n4-3", Thanksgiving)."""
    meaning = caught.meaning("holiday", "holiday") or caught.words("holiday")
    year = year_of(caught)
    step = caught.meaning("direction", "back", "this", "on")
    named, number, *rest = meaning.split("-")
    if len(named) == 4:
        return Reading("DATE", Expression("date", "absolute", "day", int(named), int(number), int(rest[0])))
    day = Expression(
        "date",
        "absolute" if year else "publication",
        "day",
        year,
        int(named),
        step=int(step or 0),
        date=year_beside(caught) if step is None else None,
        value="" if step is None else "stepped",
    )
    if number.startswith("n"):
        return Reading("DATE", replace(day, number=int(number[1]), weekday=int(rest[0])))
    return Reading("DATE", replace(day, day=int(number)))


def read_feast(caught: Caught) -> Reading | None:
    """Feasts that move with the moon or the week: Easter, Eid al-Fitr, Nowruz; the rule says what gives their day."""
    feast = caught.meaning("feast", "feast")
    if feast is None:
        return None
    year, step = year_of(caught), caught.meaning("direction", "back", "this", "on")
    part = caught.meaning("part", "day-part") or ""
    day = Expression("date", "absolute" if year else "publication", "day", year, step=int(step or 0), part=part, feast=feast)
    day = replace(day, date=year_beside(caught)) if step is None else replace(day, value="stepped")
    return Reading("TIME" if part else "DATE", day)


def read_ordinal(caught: Caught) -> Reading | None:
    """A day of a month by its number alone: "on the 24th", "Sunday the 17th", "the 3rd of last month"."""
    number = caught.number("day")
    if number is None or not 1 <= number <= 31:
        return None
    weekday = caught.meaning("weekday", "weekday", "weekday.short")
    step = caught.meaning("direction", "back", "this", "on")
    day = Expression("date", "publication", "day", day=number, weekday=int(weekday) if weekday else None, step=int(step or 0))
    return Reading("DATE", day if step is None else replace(day, value="stepped"))


def read_foreign(caught: Caught) -> Reading | None:
    """Days of the Iranian and the Islamic calendar; the year tells them from anything else."""
    year = year_of(caught)
    if year is None or not 1200 <= year <= 1500:
        return None
    month = caught.number("month", "month.persian", "month.islamic")
    islamic = caught.has("month") and caught.meaning("month", "month.persian") is None
    system: Calendar = "islamic" if islamic else "persian"
    unit: Unit = "day" if caught.has("day") else "month" if month else "year"
    weekday = caught.meaning("weekday", "weekday", "weekday.short")
    day = caught.number("day") if caught.has("day") else None
    if day is not None and not 1 <= day <= 31:
        return None
    return Reading(
        "DATE", Expression("date", "absolute", unit, year, month, day, weekday=int(weekday) if weekday else None, calendar=system)
    )
