"""Values as text and back: quantities, terms and quotes here, days and times of day in :mod:`.days`.

``parse(format(value)) == value`` for every well-formed value (bounds in order, options and members sorted).
"""

from __future__ import annotations

import re
from decimal import Decimal

from discrepancy.model.values import Clock, Number, Quantity, Quote, Terms, Value, When
from discrepancy.notation.days import CLOCK_START, WHEN_START, format_clock, format_when, parse_clock, parse_when
from discrepancy.notation.fault import NotationError
from discrepancy.notation.named_days import named_day
from discrepancy.notation.quoting import BARE, QUOTED, name, quote, unquote

_NUMBER = r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?"
_QUANTITY = re.compile(
    rf"""(?P<approx>~?)
    (?: (?P<sign>>=|<=|>|<|=) \s* (?P<bound>{_NUMBER})
      | (?P<options>(?:{_NUMBER})(?:\s*\|\s*(?:{_NUMBER}))+)
      | (?P<low>{_NUMBER}) (?: \.\. (?P<high>{_NUMBER}) )?
      | (?P<any>\*) )
    (?P<vague>\??)""",
    re.VERBOSE,
)
_DIGITS = 1500
_QUANTITY_START = re.compile(r"~?(?:[<>=*]|-?\d)")
_QUOTE = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_MEMBER = re.compile(rf"\s*(?P<member>{QUOTED}|…|\.\.\.|\{{\}}|{BARE})\s*", re.DOTALL)


def format(value: Value) -> str:
    """A value in notation.

    >>> format(Quantity(12, None)), format(Quantity(3, 9, vague=True)), format(Terms(("BLA", "BLF"), open=True))
    ('>=12', '3..9?', 'BLA & BLF & …')
    """
    match value:
        case Quantity():
            return _format_quantity(value)
        case When():
            return format_when(value)
        case Clock():
            return format_clock(value)
        case Terms():
            return _format_terms(value)
        case Quote(words):
            return quote(words, '"')


def parse(text: str, kind: type[Value] | None = None) -> Value:
    """A value from notation; raises :class:`NotationError` with the place of the fault.

    ``kind`` settles what the text alone leaves open: ``2024`` is a number, or a year when days are asked for; ``12`` a
    name when terms are. Days known by name alone (``Saturday``) are terms.

    >>> parse("10..15"), parse("2024", When).precision
    (Quantity(low=10, high=15, approx=False, vague=False, options=()), 'year')
    """
    stripped = text.strip()
    if not stripped:
        raise NotationError(text, 0, "expected a value")
    offset = text.index(stripped)
    if kind is None:
        kind = _kind(stripped)
    if kind is Quote:
        return _parse_quote(stripped, offset)
    if kind is When and named_day(stripped.strip("'")) is not None:
        return _parse_terms(stripped, offset)
    if kind is When:
        return parse_when(f"{stripped}-XX" if re.fullmatch(r"~?\d{4}", stripped) else stripped, offset)
    if kind is Clock:
        return parse_clock(stripped, offset)
    if kind is Quantity:
        return _parse_quantity(stripped, offset)
    return _parse_terms(stripped, offset)


def _kind(text: str) -> type[Value]:
    if text.startswith('"'):
        return Quote
    if CLOCK_START.match(text):
        return Clock
    if WHEN_START.match(text):
        return When
    return Quantity if _QUANTITY_START.match(text) else Terms


def number(value: Number) -> str:
    """A number without exponent and without a needless ``.0``.

    >>> number(5.90), number(1e21), number(7.0)
    ('5.9', '1000000000000000000000', '7')
    """
    if isinstance(value, int) or value.is_integer():
        return str(int(value))
    return f"{Decimal(repr(value)):f}"


def _number(text: str) -> Number:
    plain = text.replace(",", "")
    if len(plain) > _DIGITS:
        raise NotationError(text, 0, f"a number of more than {_DIGITS} digits counts nothing")
    value = float(plain) if "." in plain else int(plain)
    if value == float("inf"):
        raise NotationError(text, 0, "the number is too large")
    return value


def _format_quantity(value: Quantity) -> str:
    low, high = value.low, value.high
    if value.options:
        form = "|".join(map(number, value.options))
    elif low is None:
        form = "*" if high is None else f"<={number(high)}"
    elif high is None:
        form = f">={number(low)}"
    else:
        form = number(low) if low == high else f"{number(low)}..{number(high)}"
    return f"{'~' if value.approx else ''}{form}{'?' if value.vague else ''}"


def _parse_quantity(text: str, offset: int) -> Quantity:
    found = _QUANTITY.fullmatch(text)
    if found is None:
        partial = _QUANTITY.match(text)
        raise NotationError(text, offset + (partial.end() if partial else 0), "expected a number, as in 12, >=12 or 10..15")
    low: Number | None = None
    high: Number | None = None
    options: tuple[Number, ...] = ()
    if found["sign"]:
        bound, sign = _number(found["bound"]), found["sign"]
        # Whole numbers: "> 40" begins with 41. Of others the bound itself is kept, one world too many and harmless.
        step = 1 if len(sign) == 1 and isinstance(bound, int) else 0
        if sign == "=":
            low = high = bound
        elif sign[0] == ">":
            low = bound + step
        else:
            high = bound - step
    elif found["options"]:
        options = tuple(sorted({_number(one.strip()) for one in found["options"].split("|")}))
        low, high = options[0], options[-1]
        options = options if len(options) > 1 else ()
    elif found["low"]:
        low = _number(found["low"])
        high = _number(found["high"]) if found["high"] else low
        if high < low:
            raise NotationError(text, offset + found.start("high"), "the upper bound is below the lower")
    return Quantity(low, high, bool(found["approx"]), bool(found["vague"]), options)


def _format_terms(value: Terms) -> str:
    members = [name(member) for member in value.members] + (["…"] if value.open else [])
    joined = (" | " if value.choice else " & ").join(members) or "{}"
    return f"| {joined}" if value.choice and len(members) < 2 else joined


def _parse_terms(text: str, offset: int) -> Terms:
    at, members, is_open, sign = 0, [], False, ""
    if text.startswith("|"):
        at, sign = 1, "|"
    while True:
        found = _MEMBER.match(text, at)
        if found is None:
            raise NotationError(text, offset + at, "expected a name (in '…' when it holds special characters)")
        word = found["member"]
        if word in ("…", "..."):
            is_open = True
        elif word.startswith("'"):
            members.append(unquote(word))
        elif word != "{}":
            members.append(word)
        at = found.end()
        if at == len(text):
            break
        if text[at] not in "&|" or (sign and text[at] != sign):
            raise NotationError(text, offset + at, f"expected {sign or '& or |'} or the end")
        sign = text[at]
        at += 1
    return Terms(tuple(sorted(set(members))), is_open, sign == "|")


def _parse_quote(text: str, offset: int) -> Quote:
    found = _QUOTE.match(text)
    if found is None:
        raise NotationError(text, offset, "expected words between double quotation marks, closed at the end")
    if found.end() != len(text):
        raise NotationError(text, offset + found.end(), "expected the end after the closing mark")
    return Quote(unquote(text))
