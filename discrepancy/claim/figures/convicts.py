"""Whose prison term it is: the person who is sentenced, not the judge, the victim or a co-defendant named beside.

Takes the lines of an article, where the term and the words that tell it stand, and who speaks in it; gives the person's full name, "" where
one person without a known name is sentenced, None where it is several or nobody can tell.
"""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.annotate.attributions import Attributions
from discrepancy.annotate.grammar import Line
from discrepancy.annotate.numbers import QuantityMention
from discrepancy.annotate.parties import full
from discrepancy.annotate.subjects import subject
from discrepancy.annotate.times import Age, Timex
from discrepancy.claim.owners import named_in
from discrepancy.claim.persons.meant import meant, told_before
from discrepancy.rulebook.schema import Rulebook

_NEW = ("a", "an")
_FOR = ("for", "to")
_AS = ("as", "when", "after", "before", "while")
_HIS = ("his", "her")
_OPENS = 3
"""Units from the start of a sentence within which it opens with a name."""
_SHORT = 4
"""Letters of a word whose ending tells nothing yet."""


def convict(index: int, unit: int, cue: int, lines: Sequence[Line], said: Attributions, rules: Rulebook) -> str | None:
    """Who gets the term at ``unit`` of line ``index``; the words that tell it begin at ``cue``."""
    line = lines[index]
    if (shared := _respectively(line, unit)) is not None:
        return shared
    if line.words[unit - 1] in _HIS:  # "the lawyer for Bo Rudd lodged an appeal against his six-year term"
        own = {full(name) for at, name in named_in(line, 0, unit, "person")}
        return own.pop() if len(own) == 1 else told_before(index, lines, said, rules)
    low = max((at + 1 for at in range(min(cue, unit)) if line.tags[at] == "S"), default=0)
    verb = _verb(line, low, min(cue, unit))
    if verb is None:
        return _given_to(line, unit)
    objects = [name for at, name in named_in(line, verb + 1, unit, "person") if not _owns(line, at)]
    if objects:
        return full(objects[-1])
    if "O" in line.tags[verb + 1 : unit]:
        return told_before(index, lines, said, rules)
    found = subject(line, verb)
    if found is None or found[0] == found[1]:
        earlier = [name for at, name in named_in(line, low, verb, "person") if not _owns(line, at)]
        return full(earlier[0]) if earlier else None
    return _of_subject(index, found, lines, said, rules)


def _given_to(line: Line, unit: int) -> str | None:
    """The only person for whom a term without a verb is: "Six years for Bo Rudd", "Six years in prison: so the court ruled for Bo Rudd"."""
    named = named_in(line, unit + 1, len(line.words), "person")
    given = {full(name) for at, name in named if line.words[at - 1] in _FOR and not _owns(line, at)}
    return given.pop() if len(given) == 1 else None


def _of_subject(index: int, found: tuple[int, int], lines: Sequence[Line], said: Attributions, rules: Rulebook) -> str | None:
    """The person that the subject at units ``found`` is."""
    line, (start, end) = lines[index], found
    named = [(at, name) for at, name in named_in(line, start, end, "person") if not _owns(line, at)]
    if named:
        at = named[-1][0]
        clause = line.tags[:at].rfind("R")
        hit = clause >= 0 and line.tags[at - 1] == "v" and "K" not in line.tags[clause:at]
        if hit:
            return ""  # "a man who shot Ann Rudd was jailed"
        return full(named[-1][1]) if len(named) == 1 else None
    if end + 1 < len(line.words) and line.tags[end] == "K" and (apposed := named_in(line, end + 1, end + 4, "person")):
        return full(apposed[0][1])  # "a second defendant, Bo Quist, was jailed"
    if line.words[start] in ("he", "she"):
        if (who := _who_was_told(line, start)) is not None:  # "the boy who stabbed him was told he must serve 16 years"
            return _of_subject(index, who, lines, said, rules)
        own = {full(name) for at, name in named_in(line, 0, start, "person") if not _owns(line, at)}
        if line.words[start - 1] in _AS and len(own) == 1:
            return own.pop()  # "Ann Rudd wept as she was jailed for six years"
        opened = line.words[0] in _NEW  # "A surgeon was jailed for life and told she must serve 24 years"
        return told_before(index, lines, said, rules) or (_named_next(index, lines, said) if opened else None)
    if line.words[start] in ("who", "they") or any(isinstance(line.values[at], QuantityMention) for at in range(start, end)):
        return None
    aged = next((at for at in range(start, end) if isinstance(line.values[at], Age)), None)
    if aged is not None and (whom := meant(index, aged, lines, said, rules)) is not None:
        return full(whom)
    if line.words[start] in _NEW or (line.words[start] == "the" and not _named_earlier(index, lines)):
        return _named_next(index, lines, said)
    return "" if line.words[start] == "the" else None


def _who_was_told(line: Line, pronoun: int) -> tuple[int, int] | None:
    """The units of whoever was told what *he* or *she* at a unit must do, where no pronoun stands for him."""
    if line.words[pronoun - 2 : pronoun] != ("told", "that") and line.words[pronoun - 1 : pronoun] != ("told",):
        return None
    told = pronoun - 1 - (line.words[pronoun - 1] == "that")
    found = subject(line, told) if line.tags[told - 1 : told] == "b" else None
    return found if found is not None and found[1] > found[0] and "O" not in line.tags[found[0] : found[1]] else None


def _named_earlier(index: int, lines: Sequence[Line]) -> bool:
    """Whether the text has named a person before a line; a headline is no part of the text."""
    texts = (line for line in lines[:index] if line.sentence.block == "body")
    return any(named_in(line, 0, len(line.words), "person") for line in texts)


def _named_next(index: int, lines: Sequence[Line], said: Attributions) -> str:
    """The person with whom the next sentence opens: "A surgeon was jailed on Friday. Dr Ann Rudd, 46, …".

    Who speaks there may be the judge: "Judge Bo Quist said Ann Rudd had betrayed her patients" names her, "Bo Quist said" nobody.
    """
    if index + 1 == len(lines):
        return ""
    line = lines[index + 1]
    named = named_in(line, 0, _OPENS, "person")
    if named and said.speaks(named[0][1].span):
        people = {full(name) for _, name in named_in(line, 0, len(line.words), "person") if not said.speaks(name.span)}
        return people.pop() if len(people) == 1 else ""
    return full(named[0][1]) if named else ""


def _verb(line: Line, low: int, cue: int) -> int | None:
    """The verb that tells of a term, at the words that tell it or before."""
    for at in range(cue, low - 1, -1):
        word = line.words[at]
        formed = line.tags[at] == "w" and len(word) > _SHORT and word.endswith("ed") and line.tags[at - 1 : at] not in ("D", "Y")
        if line.tags[at] in "vm" or formed or word in ("got", "gets"):
            return at
    return None


def _owns(line: Line, at: int) -> bool:
    """Whether a name only says whose somebody is: "Rudd's former aide"."""
    return line.words[at + 1 : at + 2] in (("'s",), ("’s",), ("s",)) or line.tags[at + 1 : at + 2] == "H"


def _respectively(line: Line, unit: int) -> str | None:
    """Whose term it is where terms and people are told in turn: "Ann Rudd and Bo Quist got five years and three years respectively"."""
    if "respectively" not in line.words:
        return None
    terms = [at for at, value in line.mentions if isinstance(value, Timex) and value.type == "DURATION"]
    people = [name for at, name in named_in(line, 0, terms[0] if terms else 0, "person") if not _owns(line, at)]
    return full(people[terms.index(unit)]) if unit in terms and len(terms) == len(people) else None
