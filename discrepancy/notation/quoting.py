"""Names and words inside the notation: bare where nothing can be mistaken, else between quotation marks with escapes.

Names stand in single marks, quoted words (:class:`~discrepancy.model.values.Quote`) in double ones: the two never mix.
"""

from __future__ import annotations

import re

QUOTED = r"'(?:[^'\\]|\\.)*'"
BARE = r"[^\W\d_](?:[^&|\"=@\[\]{}<>~…\\\x00-\x1f\x7f-\x9f\u2028\u2029]*[^&|\"=@\[\]{}<>~…\\\s\x00-\x1f\x7f-\x9f])?"
_BARE = re.compile(BARE)
_ESCAPES = {"n": "\n", "r": "\r", "t": "\t"}
_ESCAPE = re.compile(r"\\(u[0-9a-f]{4}|.)", re.DOTALL)
_UNSAFE = re.compile(r"[^\S ]|  |(?:\s|\dT)'")  # a mark after these opens a quoted name


def quote(text: str, mark: str) -> str:
    """``text`` between two ``mark``, with line ends, tabs, backslashes and the mark itself escaped.

    >>> print(quote("5' tall", "'"))
    '5\\' tall'
    """
    out = text.replace("\\", "\\\\").replace(mark, "\\" + mark)
    out = out.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
    out = re.sub("[\x00-\x1f\x7f-\x9f\u2028\u2029]", lambda c: f"\\u{ord(c[0]):04x}", out)
    return f"{mark}{out}{mark}"


def unquote(text: str) -> str:
    """The words between the marks of a text that :func:`quote` gave."""

    def plain(found: re.Match[str]) -> str:
        escaped = found[1]
        return chr(int(escaped[1:], 16)) if len(escaped) == 5 else _ESCAPES.get(escaped, escaped)

    return _ESCAPE.sub(plain, text[1:-1])


def name(text: str) -> str:
    """A name in notation: bare when it begins with a letter and holds no mark of the notation, else in marks.

    >>> name("charge d'affaires"), name("14th Street"), name("A & B")
    ("charge d'affaires", "'14th Street'", "'A & B'")
    """
    return text if _BARE.fullmatch(text) and not _UNSAFE.search(text) else quote(text, "'")


def bare(text: str) -> bool:
    """True when ``text`` can be read as a bare name."""
    return bool(_BARE.fullmatch(text))
