"""Packing: values of the model as bytes and back, equal in every field.

Takes what stages hand on (documents, readings, outlines, claims, events); gives JSON of nested lists, in which the first member says what
a list is. Only the closed list of :data:`KINDS` is ever made from it, so a packed file can do no harm. The same value gives the same bytes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from operator import attrgetter
from typing import Any

from discrepancy.ingest.metadata import Undated
from discrepancy.ingest.pieces import Yearless
from discrepancy.link.acts import Act
from discrepancy.link.figures import Figure
from discrepancy.link.holders import Holder
from discrepancy.link.outlines import Outline
from discrepancy.link.profiles import Profile
from discrepancy.model.claims import Claim, EventMention, Name, NotUnderstood, Reading
from discrepancy.model.findings import Camp, Cause, Entity, Event, Finding, Question, Step, Variant, Version
from discrepancy.model.text import Block, Document, Evidence, Sourced, Span
from discrepancy.model.values import Clock, Quantity, Quote, Terms, When

KINDS: tuple[type[Any], ...] = (
    Block, Camp, Cause, Claim, Clock, Document, Entity, Event, EventMention, Evidence, Figure, Finding, Name, NotUnderstood, Outline,
    Profile, Quantity, Question, Quote, Reading, Sourced, Span, Step, Terms, Undated, Variant, When, Yearless,
    Version, Act, Holder,
)  # fmt: skip
"""What can be packed besides plain values, dates, tuples, frozen sets and mappings. A new one goes to the end."""

_CODES = {kind: code for code, kind in enumerate(KINDS)}
_FIELDS: dict[type[Any], Any] = {kind: attrgetter(*names) for kind in KINDS if len(names := [f.name for f in fields(kind)]) > 1}
_ONLY: dict[type[Any], Any] = {kind: attrgetter(fields(kind)[0].name) for kind in KINDS if kind not in _FIELDS}


def pack(value: object) -> bytes:
    """The bytes of a value.

    >>> pack(Span(3, 5)), unpack(pack((Span(3, 5), date(2024, 1, 18), 1.0, None))) == (Span(3, 5), date(2024, 1, 18), 1.0, None)
    (b'[21,3,5]', True)
    """
    return json.dumps(_plain(value), separators=(",", ":"), check_circular=False).encode("ascii")


def unpack(packed: bytes) -> Any:
    """The value of the bytes; raises ValueError for bytes that :func:`pack` did not give."""
    return _value(json.loads(packed))


def digest(*parts: str | bytes) -> str:
    """A key of texts in order: 32 hexadecimal digits. Their lengths are part of it, so no two lists give the same."""
    made = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode("utf-8", "backslashreplace")
        made.update(len(data).to_bytes(8, "big") + data)
    return made.hexdigest()[:32]


def pack_text(text: str) -> str:
    """A text as a table can hold it. Half a character, from a broken page, is kept as an escape that :func:`text_of` undoes."""
    try:
        text.encode()
        return text if not text.startswith(_ESCAPED) else _ESCAPED + json.dumps(text)
    except UnicodeEncodeError:
        return _ESCAPED + json.dumps(text)


_ESCAPED = "\x00json:"


def text_of(held: str) -> str:
    """The text as it was before :func:`pack_text`."""
    if held.startswith(_ESCAPED):
        text: str = json.loads(held[len(_ESCAPED) :])
        return text
    return held


_LEAVES = frozenset((str, int, type(None), bool, float))
"""What stands for itself. Most values are such, so they are told apart where they stand and cost no call."""


def _plain(value: Any) -> Any:
    kind = type(value)
    if kind in _LEAVES:
        return value
    if kind in _FIELDS:
        return [_CODES[kind], *[held if type(held) in _LEAVES else _plain(held) for held in _FIELDS[kind](value)]]
    if kind is tuple:
        return ["t", *[held if type(held) in _LEAVES else _plain(held) for held in value]]
    if kind is date:
        return ["d", value.isoformat()]
    if kind in _ONLY:
        return [_CODES[kind], _plain(_ONLY[kind](value))]
    if kind is frozenset:
        return ["s", *map(_plain, sorted(value))]
    if isinstance(value, Mapping):
        return ["m", *([_plain(key), _plain(held)] for key, held in value.items())]
    raise TypeError(f"{kind.__name__} cannot be packed")


def _value(plain: Any) -> Any:
    if type(plain) is not list:
        return plain
    head = plain[0]
    if type(head) is int:
        return KINDS[head](*[_value(held) if type(held) is list else held for held in plain[1:]])
    if head == "t":
        return tuple([_value(held) if type(held) is list else held for held in plain[1:]])
    if head == "d":
        return date.fromisoformat(plain[1])
    if head == "s":
        return frozenset(map(_value, plain[1:]))
    if head == "m":
        return {_value(key): _value(held) for key, held in plain[1:]}
    raise ValueError(f"{head!r} is nothing that was packed")
