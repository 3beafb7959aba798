"""Numbers and days as articles write them, read and written again in the same manner."""

from __future__ import annotations

import calendar
import re
from datetime import date

MONTHS = list(calendar.month_name)[1:]
SHORT_MONTHS = {name[:3]: number for number, name in enumerate(MONTHS, 1)}
WEEKDAYS = list(calendar.day_name)
NUMBERS = [
    *("zero", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
]
ABSOLUTE = re.compile(
    rf"(?P<weekday>{'|'.join(WEEKDAYS)})?(?:, )?"
    r"(?:(?P<day_first>\d{1,2})(?P<ordinal>st|nd|rd|th)? (?P<month_last>[A-Z][a-z]+)"
    r"|(?P<month_first>[A-Z][a-z]+)(?P<dot>\.?) (?P<day_last>\d{1,2})(?P<year>, \d{4})?)"
)


def number_word(number: int, like: str = "two") -> str:
    """A number as the text would write it: words to twelve, capital where ``like`` has one."""
    word = NUMBERS[number] if number < len(NUMBERS) and not like[0].isdigit() else str(number)
    return word.capitalize() if like[0].isupper() else word


def read_number(words: str) -> tuple[int, int, int]:
    """Where the number of an expression stands and what it is."""
    for match in re.finditer(r"\d+|[A-Za-z]+", words):
        word = match[0].casefold()
        if word.isdigit() or word in NUMBERS:
            return match.start(), match.end(), int(word) if word.isdigit() else NUMBERS.index(word)
    raise ValueError(f"no number in {words!r}")


def written(day: date, like: str) -> str:
    """``day`` in the manner of ``like``: month first or last, short or long, with weekday and year if it has them."""
    match = ABSOLUTE.fullmatch(like)
    if match is None:
        raise ValueError(f"no day and month in {like!r}")
    weekday = WEEKDAYS[day.weekday()] + ", " if match["weekday"] else ""
    name = MONTHS[day.month - 1]
    if match["day_first"]:
        suffix = {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10 if day.day not in (11, 12, 13) else 0, "th")
        return f"{weekday}{day.day}{suffix if match['ordinal'] else ''} {name}"
    short = match["month_first"] in SHORT_MONTHS
    return f"{weekday}{name[:3] if short else name}{match['dot']} {day.day}{match['year'] or ''}"
