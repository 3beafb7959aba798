"""Notation: every value and every claim as one line of text, and back.

Takes model values, gives text; takes text, gives model values or a :class:`NotationError` that says where it stopped
understanding. ``parse(format(x)) == x``. Knows neither rules nor articles.

>>> from discrepancy import notation
>>> notation.format(notation.parse("BLF & BLA"))
'BLA & BLF'
"""

from discrepancy.notation.claims import KINDS, Statement, format_claim, parse_claim, statement
from discrepancy.notation.edtf import from_edtf, to_edtf
from discrepancy.notation.fault import NotationError
from discrepancy.notation.timeml import TimeML, from_timeml, to_timeml
from discrepancy.notation.values import format, number, parse

__all__ = [
    "KINDS", "NotationError", "Statement", "TimeML", "format", "format_claim", "from_edtf", "from_timeml", "number",
    "parse", "parse_claim", "statement", "to_edtf", "to_timeml",
]  # fmt: skip
