"""Plain text: bytes to characters.

Takes the bytes of a file; gives its text without byte-order mark and with line ends as LF, otherwise unchanged, or
None. Never replaces what it cannot decode: a guessed figure is worse than a refused file. charset-normalizer's only
home; it is asked last, and loaded only then.
"""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # UTF-32's mark begins with UTF-16's
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_BROKEN_UTF8 = re.compile(r"â€|Ã[\x80-\xbf©¨¶¼±³]|Â[\xa0£°§»«]|ï»¿")
_SEVERAL = ("cp1252", "mac_roman", "cp1250", "cp1254", "iso8859_15", "gb18030", "big5", "cp932", "cp949")
"""Encodings English articles are met in. cp1252 and mac_roman differ in their curly quotes, the rest by where they
were typed.
"""


def plain_text(data: bytes) -> str | None:
    """The text in ``data``, or None when it is binary or in no encoding that can be told for certain.

    >>> plain_text(b"\\xef\\xbb\\xbfNine\\r\\ndead")
    'Nine\\ndead'
    >>> plain_text("Iran’s".encode("cp1252"))
    'Iran’s'
    >>> plain_text(b"\\x00\\x01\\x02")
    """
    text = _decoded(data)
    return None if text is None else text.replace("\r\n", "\n").replace("\r", "\n")


def refusal(data: bytes) -> str:
    """Why :func:`plain_text` gave None, as a sentence."""
    if looks_binary(data):
        return "this is a binary file, not text; save the article's text as a .txt file"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        place = f"byte {error.start}, line {line}"
        return f"its encoding cannot be told: not UTF-8 ({place}) and nothing else for certain; save it as UTF-8"
    return "it holds control characters that no text has; save the article's text as UTF-8"


def looks_binary(data: bytes) -> bool:
    """True for bytes that no text holds: NULs, or more than one control character in a hundred."""
    sample = data[:65536]
    controls = sum(sample.count(bytes([byte])) for byte in (*range(9), *range(14, 27), *range(28, 32), 127))
    return 0 in sample or controls * 100 > len(sample)


def _decoded(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding)
    if b"\x00" in data:
        return _unmarked_utf16(data)
    if looks_binary(data):
        return None
    text = _strict(data, "utf-8")
    return text if text is not None else _eight_bit(data)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if len(_CONTROL.findall(text, 0, 65536)) * 100 > min(len(text), 65536) or "\x00" in text else text


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: English text in it has a zero in every other byte."""
    even, odd = data[0:4096:2].count(0), data[1:4096:2].count(0)
    half = max(1, len(data[:4096]) // 2)
    if odd * 10 > half * 8 and even == 0:
        return _strict(data, "utf-16-le")
    if even * 10 > half * 8 and odd == 0:
        return _strict(data, "utf-16-be")
    return None


def _eight_bit(data: bytes) -> str | None:
    """An eight-bit encoding: cp1252 where it makes sense, else what charset-normalizer finds among :data:`_SEVERAL`."""
    western = _strict(data, "cp1252")
    if western is not None and _BROKEN_UTF8.search(western):
        return None  # UTF-8 with a byte missing or too many: a decoder would only guess
    if western is not None and _plausible(western):
        return western
    from charset_normalizer import from_bytes  # 40 ms to load, needed for one file in thousands

    best = from_bytes(data[:262144], cp_isolation=list(_SEVERAL)).best()
    text = _strict(data, best.encoding) if best is not None else None
    return text if text is not None and _plausible(text) else None


_PUNCTUATION = frozenset("‘’“”–—…•€£°§©®·«»½¼¾™\u00a0\u3000")


def _plausible(text: str) -> bool:
    """True when the characters outside ASCII are punctuation, or letters beside letters, in at least nine of ten
    places.
    """
    odd = [at for at, char in enumerate(text[:262144]) if char > "\x7f"]
    right = sum(
        text[at] in _PUNCTUATION
        or (text[at].isalpha() and text[at].islower() and (text[at - 1 : at].isalpha() or text[at + 1 : at + 2].isalpha()))
        or (text[at].isalpha() and text[at + 1 : at + 2].isalpha() and not text[at - 1 : at].islower())
        for at in odd
    )
    return right * 10 >= len(odd) * 9 and len(odd) * 5 <= len(text)
