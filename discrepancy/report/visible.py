"""Characters that could deceive a reader, made visible: control characters, direction marks, invisible letters.

Takes any text, gives text that shows what it holds: a right-to-left override becomes ``⟦U+202E⟧`` and turns nothing
around. Used by every form of the report that people read; JSON and CSV keep the text as it is.
"""

from __future__ import annotations

import re

_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls, among them the escape that steers a terminal
    "\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"  # directions, isolates, joiners, widths of nothing
    "\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff]"  # annotations, tags, half characters
)


def visible(text: str) -> str:
    """``text`` with each character that steers or hides as its code point in white brackets; tabs and line ends stay.

    Source of the list: Unicode Standard Annex 9 (direction) and Technical Report 36 (invisible characters).

    >>> visible("a\\u202eb\\0")
    'a⟦U+202E⟧b⟦U+0000⟧'
    """
    return _HIDDEN.sub(lambda found: f"⟦U+{ord(found[0]):04X}⟧", text)


def one_line(text: str) -> str:
    """``text`` made visible, its white space as single spaces: what fits a heading or a table cell.

    >>> one_line(" two\\r\\n lines ")
    'two lines'
    """
    return " ".join(visible(text.replace("\r", "\n")).split())
