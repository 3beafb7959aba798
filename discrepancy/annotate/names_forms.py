"""Short forms inside one article: what "JAA", "Mr. Abdollahian" and "the BLF" stand for.

Takes the names of one article; gives them with ``short_for`` set where the article itself has exactly one full form
that fits.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from discrepancy.annotate.spelling import key, split
from discrepancy.model.claims import Name, NameKind

_SMALL = frozenset(("of", "the", "for", "and", "in", "on", "to", "de", "la", "del", "des", "du"))
_GAP_AT_MOST = 24
"""Letters between a short form and its full form."""
_CLOSED = re.compile(r"[\"”’']?\s*[\)\]]")
_BRACKET = re.compile(r"\s*[\(\[]\s*(?:the |or )?[\"“'‘]?$")


@lru_cache(maxsize=1 << 14)
def _words(text: str) -> tuple[str, ...]:
    return split(text)


@lru_cache(maxsize=1 << 14)
def _initials(text: str) -> frozenset[str]:
    """The acronyms a name may have: with and without small words, hyphenated parts apart."""
    words = _words(text)
    return frozenset(("".join(w[0] for w in words), "".join(w[0] for w in words if w not in _SMALL)))


def with_full_forms(names: Sequence[Name], text: str) -> tuple[Name, ...]:
    """The names, each short form bound to its full form."""
    defined = _defined(names, text)
    persons = {n.text: key(n.text) for n in names if n.kind == "person" and len(_words(n.text)) > 1}
    groups = tuple(dict.fromkeys(n.text for n in names if n.kind in ("group", "office", "outlet") and len(_words(n.text)) > 1))
    events = {n.text.split()[-1]: n.text for n in reversed(names) if n.kind == "event"}
    acronyms: dict[str, list[str]] = {}
    for group in groups:
        for letters in _initials(group):
            acronyms.setdefault(letters, []).append(group)
    made: list[Name] = []
    known: dict[tuple[str, NameKind], tuple[str, NameKind]] = {}
    for name in names:
        if (name.text, name.kind) not in known:
            known[name.text, name.kind] = _full_form(name, defined, persons, acronyms, events)
        full, kind = known[name.text, name.kind]
        if not full and not name.title and name.kind in ("person", "unknown"):
            full, kind = _introduced(name, persons, made)
        made.append(replace(name, short_for=full, kind=kind) if full and full != name.text else name)
    return tuple(made)


def _full_form(
    name: Name, defined: dict[str, Name], persons: dict[str, str], acronyms: dict[str, list[str]], events: dict[str, str]
) -> tuple[str, NameKind]:
    """What a name is short for, "" for nothing, and of which kind that is. ``persons`` are full names with their letters, ``events``
    those of storms by their last word."""
    known = defined.get(name.text)
    if known is not None:
        return known.text, known.kind
    if name.kind in ("person", "unknown"):
        last = "".join(_words(name.text)[-1:])
        fits = [full for full, letters in persons.items() if letters.endswith(last) and full != name.text and _shortens(name.text, full)]
        fits.sort(key=lambda full: _words(full)[-1] != _words(name.text)[-1])  # whole words before parts of words
        if fits and all(_same(full, fits[0]) for full in fits):
            return fits[0], "person"
        if name.text in events and not fits:
            return events[name.text], "event"
    if name.kind in ("group", "unknown") and name.text.isupper() and len(name.text) > 1:
        fits = acronyms.get(name.text.lower(), [])
        if len({"".join(_words(f)) for f in fits}) == 1:
            return fits[0], "group"
    return "", name.kind


def _introduced(name: Name, persons: dict[str, str], before: Sequence[Name]) -> tuple[str, NameKind]:
    """The only person of a surname whom an article has named so far, where it names another later: "Rudd" before her husband Al Rudd is
    told of. Behind both, nobody knows."""
    fits = {full for full in persons if full != name.text and _words(full)[-1:] == _words(name.text) and _shortens(name.text, full)}
    so_far = {one.text for one in before if one.text in fits} if len(fits) > 1 else set()
    return (so_far.pop(), "person") if len(so_far) == 1 else ("", name.kind)


def _defined(names: Sequence[Name], text: str) -> dict[str, Name]:
    """Short forms that stand in brackets behind their full form, "Baloch Liberation Front (BLF)", or before it: "the FZL [Zenda
    Liberation Front]"."""
    found: dict[str, Name] = {}
    for one, other in pairwise(names):
        gap = text[one.span.end : other.span.start]
        if len(gap) > _GAP_AT_MOST:
            continue
        if _short(one.text) and _glossed(one.text, other, gap, text):
            found.setdefault(one.text, other)
        if not _short(other.text):
            continue
        plain = re.sub(r"^\s+[a-z]+(?=\s*[\(\[])", "", gap)  # "the Jaish al Adl group (JAA)"
        if _BRACKET.match(plain) and _spells(other.text, one.text):
            found.setdefault(other.text, one)
    return found


def _short(text: str) -> bool:
    return text.isupper() and 2 <= len(text) <= 8


def _glossed(short: str, full: Name, gap: str, text: str) -> bool:
    """Whether a bracket behind a short form holds nothing but its full form. Square brackets are an editor's and gloss; what stands in
    round ones must spell the short form."""
    if full.kind not in ("group", "office") or " " not in full.text or full.text.isupper() or not _BRACKET.fullmatch(gap):
        return False
    return bool(_CLOSED.match(text, full.span.end)) and ("[" in gap or _spells(short, full.text))


def _spells(short: str, full: str) -> bool:
    """True when the letters of ``short`` stand in ``full`` in order, the first at its beginning."""
    letters = "".join(_words(full))
    if not letters.startswith(short[0].lower()):
        return (short.lower()[:1] in {w[0] for w in _words(full)} and len(_words(full)) > 1) or _translated(short, full)
    rest = iter(letters)
    return all(letter in rest for letter in short.lower() if letter.isalpha())


def _translated(short: str, full: str) -> bool:
    """True when two thirds of the letters are initials of a name of three words and more: a short form that keeps the letters of
    its own language, "Army of Zendan Liberation (ELZ)"."""
    initials = [word[0] for word in _words(full) if word not in _SMALL]
    return len(initials) > 2 and 3 * sum(letter in initials for letter in short.lower()) >= 2 * len(short)


def _shortens(short: str, full: str) -> bool:
    """True when ``short`` is the end of ``full``, or leaves out words of it and keeps the last."""
    one, other = _words(short), _words(full)
    if not one or not key(full).endswith(one[-1]) or len(key(short)) >= len(key(full)):
        return False
    if other[-len(one) :] == one or (key(full).endswith(key(short)) and len(key(short)) > 4):
        return True
    rest = iter(other)
    return one[-1] == other[-1] and all(word in rest for word in one)


def _same(one: str, other: str) -> bool:
    """True when one full form only adds words to the other, or spells it with other breaks."""
    a, b = _words(one), _words(other)
    return "".join(a) == "".join(b) or _shortens(one, other) or _shortens(other, one) or (a[0] == b[0] and a[-1] == b[-1])
