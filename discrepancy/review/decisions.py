"""Decisions: what an editor can decide, as frozen values and as JSON.

A decision never changes and is never deleted; a later one outweighs it, an :class:`Undo` takes it back. Takes and
gives plain values; JSON that comes from outside is checked here and refused with one sentence. Knows neither the
store nor reports.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal, get_args

Outcome = Literal["confirmed", "dismissed", "resolved", "deferred", "reopened"]
"""What an editor rules. ``confirmed``: the sources do differ. ``resolved``: they differ and one value is right."""

State = Literal["open", "confirmed", "dismissed", "resolved", "deferred", "reopened"]
"""Where a finding stands: "open" until somebody rules."""

UNDECIDED: frozenset[str] = frozenset({"open", "deferred", "reopened"})
"""States in which a finding still waits for an editor."""

NOTE_LENGTH = 4000
"""Characters of a note; whoever has more to say writes an article."""

_LONGEST = {"note": NOTE_LENGTH, "value": 500, "reason": 100, "spelling": 300}


class Refused(ValueError):
    """A decision that cannot be taken; the text is a sentence for the editor."""


@dataclass(frozen=True, slots=True)
class RuledClaim:
    """A claim as it was ruled on: its key, its article's key, and the article's name for display."""

    key: str
    article: str
    source: str


@dataclass(frozen=True, slots=True)
class RuledCamp:
    """A camp as it was ruled on: its value in notation and its claims."""

    value: str
    claims: tuple[RuledClaim, ...]


@dataclass(frozen=True, slots=True)
class Ruling:
    """An editor's word on one finding.

    ``camps`` is what the ruling hangs on; ``finding``, ``question`` and ``level`` are there for people. ``article``
    is the key of the one article of a self-check, "" across articles. ``value`` is the one chosen when ``outcome`` is
    "resolved". ``batch`` joins rulings made in one go.
    """

    outcome: Outcome
    camps: tuple[RuledCamp, ...]
    finding: str = ""
    question: str = ""
    attribute: str = ""
    level: str = ""
    verdict: str = ""
    article: str = ""
    report: str = ""
    value: str = ""
    reason: str = ""
    note: str = ""
    batch: str = ""


@dataclass(frozen=True, slots=True)
class Undo:
    """Takes back a decision, or all of a batch: ``undoes`` is the id of the one or of the other. An undo can be
    undone.
    """

    undoes: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """Merge or split: every member of ``left`` and every one of ``right`` are the same event or name, or are not.

    Events are known by mention keys (:func:`~discrepancy.report.keys.mention_key`), names by ``kind:spelling``.
    """

    what: Literal["events", "names"]
    how: Literal["same", "different"]
    left: tuple[str, ...]
    right: tuple[str, ...]
    left_label: str = ""
    right_label: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class House:
    """The house spelling of a name: ``variants`` are the spellings it stands for, ``kind`` a name kind."""

    kind: str
    spelling: str
    variants: tuple[str, ...]
    note: str = ""


Body = Ruling | Undo | Link | House

KINDS: Mapping[str, type[Body]] = {"ruling": Ruling, "undo": Undo, "link": Link, "house": House}


@dataclass(frozen=True, slots=True)
class Decision:
    """A body with who, when and its place in the chain. ``at`` is UTC, ISO 8601 with six decimals, so texts sort as
    times.
    """

    seq: int
    id: str
    at: str
    who: str
    body: Body
    previous: str
    hash: str

    @property
    def kind(self) -> str:
        """The name of the body's kind, as in JSON."""
        return kind_of(self.body)


def kind_of(body: Body) -> str:
    """The name of a body's kind: "ruling", "undo", "link" or "house"."""
    return next(name for name, kind in KINDS.items() if isinstance(body, kind))


def to_json(body: Body) -> dict[str, Any]:
    """A body as JSON: every field, tuples as lists.

    >>> to_json(Undo("3f"))
    {'undoes': '3f', 'note': ''}
    """
    plain: dict[str, Any] = _plain(body)
    return plain


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if hasattr(value, "__dataclass_fields__"):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    return value


def from_json(kind: str, body: Any) -> Body:
    """A body from JSON; raises :class:`Refused` for a kind or shape that is not known.

    >>> from_json("undo", {"undoes": "3f"})
    Undo(undoes='3f', note='')
    """
    if kind not in KINDS:
        raise Refused(f"there is no kind of decision {kind!r}; known are {', '.join(KINDS)}")
    made = _made(KINDS[kind], body)
    if not isinstance(made, Ruling | Undo | Link | House):
        raise Refused("this is no decision")
    return sound(made)


_NESTED: Mapping[tuple[str, str], type[Any]] = {("Ruling", "camps"): RuledCamp, ("RuledCamp", "claims"): RuledClaim}
_CHOICES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("Ruling", "outcome"): get_args(Outcome),
    ("Link", "what"): ("events", "names"),
    ("Link", "how"): ("same", "different"),
}
_LISTS = {("Link", "left"), ("Link", "right"), ("House", "variants")}


def _made(kind: type[Any], given: Any) -> Any:
    """A dataclass of ``kind`` from a JSON object, every field checked."""
    if not isinstance(given, dict):
        raise Refused(f"a {kind.__name__.lower()} is a JSON object")
    known = {f.name: f for f in fields(kind)}
    for name in given:
        if name not in known:
            raise Refused(f"a {kind.__name__.lower()} has no field {str(name)[:40]!r}; known are {', '.join(known)}")
    made: dict[str, Any] = {}
    for name, value in given.items():
        at = (kind.__name__, name)
        if at in _NESTED or at in _LISTS:
            if not isinstance(value, list):
                raise Refused(f"{name} is a list")
            if at in _NESTED:
                made[name] = tuple(_made(_NESTED[at], item) for item in value)
            else:
                made[name] = tuple(_text(name, item) for item in value)
        else:
            text = _text(name, value)
            if at in _CHOICES and text not in _CHOICES[at]:
                raise Refused(f"{name} is one of {', '.join(_CHOICES[at])}, not {text[:40]!r}")
            made[name] = text
    try:
        return kind(**made)
    except TypeError:
        needed = [name for name in known if name not in made]
        raise Refused(f"a {kind.__name__.lower()} also needs one of {', '.join(needed)}") from None


def _text(name: str, value: Any) -> str:
    if not isinstance(value, str):
        raise Refused(f"{name} is text")
    return value


_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def sound(body: Body) -> Body:
    """``body`` itself when it can be taken; raises :class:`Refused` when it says nothing or too much."""
    for name, longest in _LONGEST.items():
        said = getattr(body, name, "")
        if len(said) > longest:
            raise Refused(f"the {name} is {len(said)} characters long; at most {longest} are kept")
        if _UNSTORABLE.search(said):  # PostgreSQL keeps no NUL, UTF-8 no half character
            raise Refused(f"the {name} holds a character that cannot be kept")
    if isinstance(body, Ruling):
        if not any(camp.claims for camp in body.camps):
            raise Refused("a ruling hangs on claims, and this one names none")
        if body.outcome == "resolved" and not body.value.strip():
            raise Refused("a finding is resolved with the value that holds; choose or write one")
    elif isinstance(body, Link):
        if not body.left or not body.right:
            raise Refused("choose two events or two names")
        if set(body.left) & set(body.right):
            raise Refused("the two sides share a member; nothing is the same as itself, or different from it")
    elif isinstance(body, House):
        if not body.spelling.strip():
            raise Refused("write the house spelling")
    elif not body.undoes:
        raise Refused("say what to undo")
    return body


def effective(decisions: tuple[Decision, ...] | list[Decision]) -> tuple[Decision, ...]:
    """The decisions that count, oldest first: those that nobody undid, without the undoings.

    Order is time, then place in the chain: a ruling imported late does not outweigh one made after it.
    """
    ordered = sorted(decisions, key=lambda d: (d.at, d.seq))
    undone: set[str] = set()
    counts: list[Decision] = []
    for decision in reversed(ordered):
        body = decision.body
        if decision.id in undone or (isinstance(body, Ruling) and body.batch and body.batch in undone):
            continue
        if isinstance(body, Undo):
            undone.add(body.undoes)
        else:
            counts.append(decision)
    return tuple(reversed(counts))
