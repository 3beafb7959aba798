"""Numbers in figures, and figures that count nothing: a route, a calibre, a telephone number.

Takes the row of a sentence and the unit where figures stand; gives the number, or the code that they are part of.
"""

from __future__ import annotations

import re
import unicodedata

from discrepancy.annotate.numbers_row import JOINTS, Found, Row, counts, whole
from discrepancy.annotate.tokens import Chunked
from discrepancy.model.values import exactly

_LONGEST = 15
"""Figures with more digits than this are codes."""
_FINEST = 16
"""The greatest denominator of a fraction in running text."""
_AREA = 3
"""Digits of the part of a telephone number that stands in brackets."""
_OUT_OF = frozenset(("of", "/"))
"""What joins the number of a thing in a row with how many there are: "image 7 of 9"."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_ORDINAL_ENDINGS = frozenset(("st", "nd", "rd", "th"))


def figures(row: Row, at: int, word: str) -> Found | Chunked:
    """The number that a unit of figures begins, with its scale ("1.5 million"), or the code that it is part of."""
    end = at + 1
    if row.word(end) in _ORDINAL_ENDINGS and row.glued(end):
        return row.coded(at, end + 1)
    before, after = row.word(at - 1), row.word(end)
    if len(word) > _LONGEST or (row.glued(at) and before in ("#", ".", ":", "/", "@", "_", "+")):
        return row.coded(at, end)
    if _dialled(row, at) or _ranked(row, at):
        return row.coded(at, end)
    if (last := _chained(row, at)) > end:
        return row.coded(at, last)
    if _tied(row, at) or (before == "[" and after == "]" and row.glued(at) and row.glued(end)):  # "[12]": a note
        return row.coded(at, end)
    if row.glued(at) and before[-1:].isalpha() and f"${before}" not in row.grammar.signs:
        return row.coded(at, end)
    if before in row.grammar.code_after:
        counted = after in _OUT_OF and row.word(end + 1).isdigit()
        return row.coded(at, end + 2 if counted else end)
    if (before in row.grammar.named and _capital(row, at - 1)) or _before_channel(row, end):
        return row.coded(at, end)
    if before in row.grammar.numbered and not counts(row, end):
        return row.coded(at, end)
    if after in row.grammar.code_before or after in row.grammar.dialled.get(word, ()):
        return row.coded(at, end)
    if after in (":", "/") and row.glued(end) and row.glued(end + 1):
        return row.coded(at, end)
    try:
        number = float(word.replace(",", ""))
    except ValueError:
        return row.coded(at, end)
    while _spaced(row, at, word, end):
        number = number * 1000 + float(row.word(end + 1))
        end += 2
        after = row.word(end)
    if "." not in word and (fraction := _part(row, end)) is not None:
        number, end = number + fraction[0], fraction[1]
        after = row.word(end)
    if row.glued(end) and after in row.grammar.suffixes and (after != "m" or _million(row, at, end)):
        number *= row.grammar.suffixes[after]
        end += 1
    elif row.glued(end) and after[:1].isalpha() and after not in row.grammar.units:
        return row.coded(at, end)
    while (part := row.grammar.parts.get(row.word(end))) and part[0] in ("scale", "hundred", "dozen"):
        number *= part[1]
        end += 1
    if row.word(end) in JOINTS and row.word(end) and (scale := row.grammar.parts.get(row.word(end + 1))) and scale[0] == "scale":
        number *= scale[1]
        end += 2
    if "." not in word and number == int(number):
        number = int(number)
    return Found(at, end, exactly(whole(number)))


def _part(row: Row, at: int) -> tuple[float, int] | None:
    """What a fraction behind a whole number adds to it, "2 1/2 miles" or "2½ miles", and the unit behind it; None where none stands."""
    sign = row.word(at)
    if len(sign) == 1 and row.glued(at) and unicodedata.category(sign) == "No" and 0 < unicodedata.numeric(sign) < 1:
        return unicodedata.numeric(sign), at + 1
    above, below = sign, row.word(at + 2)
    written = row.word(at + 1) == "/" and row.glued(at + 1) and row.glued(at + 2) and not row.glued(at)
    if not (written and above.isdigit() and below.isdigit() and 0 < int(above) < int(below) <= _FINEST):
        return None
    return int(above) / int(below), at + 3


def _ranked(row: Row, at: int) -> bool:
    """True behind "No.": the No. 1 seller, pump No. 4."""
    return row.word(at - 1) == "." and row.glued(at - 1) and row.word(at - 2) == "no" and _capital(row, at - 2)


def _capital(row: Row, at: int) -> bool:
    return row.sentence.words(at, at + 1)[:1].isupper()


def _before_channel(row: Row, at: int) -> bool:
    """True where the name of a channel goes on behind its figure: "7 Action News", "9 News"."""
    last = at + (row.word(at) != "news")
    return row.word(last) == "news" and _capital(row, at) and _capital(row, last)


def _spaced(row: Row, at: int, word: str, end: int) -> bool:
    """True where a comma and a space part the thousands: "200, 000", "about 1, 500 houses". Other figures behind a comma are a
    number of their own ("kills 7, 120 injured")."""
    rest = row.word(end + 1)
    if not (len(word) <= 3 and word.isdigit() and row.word(end) == "," and row.glued(end) and len(rest) == 3):
        return False
    sure = row.word(at - 1) in row.grammar.last_hedge or row.word(end + 2) in row.grammar.units
    return rest == "000" or (rest.isdigit() and rest.endswith("00") and sure)


def _million(row: Row, at: int, end: int) -> bool:
    """True where the m of "2m" is a million and no metre: a sum of money, or many of what nobody measures ("2m voters")."""
    behind = row.word(end + 1)
    unit = row.grammar.units.get(behind)
    many = behind in row.grammar.millions and not row.glued(end + 1)
    return many or row.word(at - 1) in row.grammar.signs or (unit is not None and unit[1] == "money")


def _tied(row: Row, at: int) -> bool:
    """True for figures that a hyphen ties to something that makes no range with them: F-16, 555-0123, the 2010-11 season."""
    if not (row.word(at - 1) in tuple(JOINTS) and row.glued(at) and row.glued(at - 1)):
        return False
    if _YEAR.fullmatch(row.word(at - 2)) and len(row.word(at)) == 2:
        return True
    ranged = row.word(at - 2)[-1:].isdigit() or row.word(at - 2) in row.grammar.parts  # "10-15", "eight-10"
    return not ranged or (row.glued(at - 2) and row.word(at - 3) in tuple(JOINTS))


def _chained(row: Row, at: int) -> int:
    """Where figures end that hyphens tie in threes and more: "412-472-1300", "1-800-222-8477"; right behind ``at`` for fewer."""
    end, tied = at + 1, 1
    while row.word(end) in tuple(JOINTS) and row.glued(end) and row.glued(end + 1) and row.word(end + 1).isdigit():
        end, tied = end + 2, tied + 1
    return end if tied > 2 else at + 1


def _dialled(row: Row, at: int) -> bool:
    """True for the three digits in brackets that begin a telephone number, and for those behind them: "(555) 014-TIPS"."""

    def three(place: int) -> bool:
        return len(row.word(place)) == _AREA and row.word(place).isdigit()

    return any(row.word(area - 1) == "(" and row.word(area + 1) == ")" and three(area) and three(area + 2) for area in (at, at - 2))
