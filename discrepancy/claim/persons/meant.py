"""Whom "the 62-year-old" means, the one person of whom the sentences right before tell, and whom "the driver" does, the one person whom
the article names as one.

Takes the lines of an article, where such words stand, and who speaks in it; gives the person's name, or None where several may be meant.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache

from discrepancy.annotate.attributions import Attributions
from discrepancy.annotate.grammar import Line
from discrepancy.annotate.parties import full
from discrepancy.annotate.speech_content import cues_of
from discrepancy.annotate.times import Age
from discrepancy.claim.owners import mourned, named_in
from discrepancy.model.claims import Name
from discrepancy.rulebook.kinds.phrases import Population
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_HE = (("he",), ("she",))
_HIM = frozenset(("he", "she", "him", "her"))
_BACK = 2
"""Sentences before one within which the person is named that it speaks of."""
_OPENS = 4
"""Units from the start of a sentence within which its subject is named."""
_VERBS = frozenset("vbhdmSKBPa'")
_OBJECTS = frozenset("YDNQ")
_ONE = frozenset(("a", "an", "another", "one"))
_BESIDES = frozenset(("another", "other", "second", "third"))
_BY = 8
"""Units between such a verb and whom, and as whom, it names."""
_TRADE = 5
"""Units behind a name within which a noun tells what somebody is: "Ann Rudd, a retired high-school teacher"."""
_ANYBODY = ("man", "woman", "child")
_TOPS = ("headline", "caption")


def meant(index: int, unit: int, lines: Sequence[Line], said: Attributions, rules: Rulebook) -> Name | None:
    """The person that an age behind *the* at a unit of line ``index`` stands for; where somebody is told of without a name ("a man"), it
    may be that one's.
    """
    line = lines[index]
    if line.words[unit - 1 : unit] != ("the",) or named_in(line, 0, unit, "person"):
        return None
    renowned = line.words[unit + 1 : unit + 2] and line.words[unit + 1] in words_of(rules, "renowned")
    if _noun_behind(line, unit) and not renowned:
        return None
    return _named_before(index, lines, said, rules, alone=bool(renowned))


def told_before(index: int, lines: Sequence[Line], said: Attributions, rules: Rulebook) -> str | None:
    """The full name of the person that *he* or *she* in line ``index`` stands for; None where several may be meant, and where that one
    is dead ("was charged in the death of Bo Quist. He is held on bail")."""
    found = _named_before(index, lines, said, rules)
    if found is None or any(mourned(line, found, rules) for line in lines[max(0, index - _BACK) : index]):
        return None
    return full(found)


def named_as(noun: str, lines: Sequence[Line], rules: Rulebook) -> str | None:
    """The full name of the one person whom an article names with a noun: "the driver, Bo Quist", "Judge Ann Rudd", "Ann Rudd, a retired
    teacher". None where several are, where another is told of, and for nouns that anybody bears ("the man")."""
    if noun not in _bearable(rules) or any(noun in line.words and _besides(line, noun) for line in lines):
        return None
    found = {full(name) for line in lines for at, name in named_in(line, 0, len(line.words), "person") if _is(line, at, name, noun)}
    return found.pop() if len(found) == 1 else None


def named_later(noun: str, lines: Sequence[Line], rules: Rulebook, *, lone: bool) -> str | None:
    """The full name of the one person whom an article gives as that of somebody it told of by a noun: "The woman was named by neighbours as
    Edna Holm", "Police identified the woman as Edna Holm". ``lone``: nobody else was hit, so that "the victim" is that one."""
    nouns = {noun} | (words_of(rules, "victim") if lone else frozenset())
    found = {who for line in lines for who in _given_as(nouns, "the", line, rules)} if noun else set()
    return found.pop() if len(found) == 1 else None


def named_behind_it(index: int, unit: int, lines: Sequence[Line], rules: Rulebook) -> str | None:
    """The full name that the sentences right behind line ``index`` give to the one person of whom it tells, whose age stands at a unit, by
    nothing but *he* or *she*: "A 35-year-old man was shot. He was taken to a hospital. Police identified him as Bo Quist"."""
    first = lines[index]
    if first.words[unit - 1] not in _ONE or first.words[unit + 1 : unit + 2] == () or first.words[unit + 1] not in singles(rules):
        return None
    others = sum(word in singles(rules) or word in words_of(rules, "namesake") for word in first.words) > 1
    if others or named_in(first, 0, len(first.words), "person") or sum(isinstance(age, Age) for _, age in first.mentions) > 1:
        return None
    for line in lines[index + 1 : index + 1 + _BACK]:
        found = set(_given_as(_HIM, "", line, rules))
        if found or line.words[:1] not in _HE or named_in(line, 0, len(line.words), "person"):
            return found.pop() if len(found) == 1 else None
    return None


def _given_as(words: Collection[str], behind: str, line: Line, rules: Rulebook) -> Iterator[str]:
    """The full names that a line gives as those of whom one of the words means, which stands ``behind`` another."""
    called = words_of(rules, "called")
    for at, word in enumerate(line.words):
        if word not in called:
            continue
        as_ = next((u for u in range(at + 1, min(at + _BY, len(line.words))) if line.words[u] == "as"), 0)
        named = named_in(line, as_ + 1, as_ + 4, "person") if as_ else []
        near = range(max(0, at - _BY), as_)
        if named and any(line.words[u] in words and (not behind or line.words[u - 1 : u] == (behind,)) for u in near):
            yield full(named[0][1])


@cache
def _bearable(rules: Rulebook) -> frozenset[str]:
    """Nouns for one person that tell who somebody is among others."""
    return frozenset(word for rule in rules.of(Population) if rule.sort not in _ANYBODY for word in (*rule.one, *rule.same))


def _besides(line: Line, noun: str) -> bool:
    """Whether another one is told of: "a second driver"."""
    return any(word == noun and line.words[at - 1] in _BESIDES for at, word in enumerate(line.words) if at)


def _is(line: Line, at: int, name: Name, noun: str) -> bool:
    """Whether the noun stands at a name as what its bearer is: before it, or behind it between commas."""
    if noun in name.title.lower().split() or line.words[at - 1 : at] == (noun,):
        return True
    if at > 1 and line.tags[at - 1] == "K" and line.words[at - 2] == noun:
        return True
    if line.tags[at + 1 : at + 2] != "K":
        return False
    end = next((u for u in range(at + 2, min(at + 2 + _TRADE, len(line.words))) if line.tags[u] not in "Dwav-"), at + 2)
    return line.words[end - 1] == noun and line.words[at + 2] in ("a", "an", "the")


def _named_before(index: int, lines: Sequence[Line], said: Attributions, rules: Rulebook, *, alone: bool = False) -> Name | None:
    """The one person that the sentences right before tell of; ``alone``: not the first of several either."""
    opens = lines[index].words[:1]
    for earlier in range(index - 1, max(-1, index - 1 - _BACK), -1):
        before = lines[earlier]
        if opens in _HE and before.words[:1] == opens:
            continue  # "She was married to Al Rudd. She died": the same she
        if before.sentence.block in _TOPS or _unnamed(before, said, rules):
            return None
        told = [(at, name) for at, name in named_in(before, 0, len(before.words), "person") if not said.speaks(name.span)]
        if told:
            single = len({full(name) for _, name in told}) == 1
            return told[0][1] if single or (not alone and told[0][0] < _OPENS and before.words[told[0][0] + 1 :][:1] != ("and",)) else None
    return None


@cache
def singles(rules: Rulebook) -> frozenset[str]:
    """Nouns for one person whose age may be told; a judge's or an officer's never is."""
    return frozenset(word for rule in rules.of(Population) if not rule.ageless for word in (*rule.one, *rule.same))


def _noun_behind(line: Line, unit: int) -> bool:
    """Whether a noun goes on behind the age: the man of "the 62-year-old man", no verb as in "the 62-year-old faces charges"."""
    behind = line.tags[unit + 1 : unit + 2]
    if not behind or behind in _VERBS:
        return False
    word, after = line.words[unit + 1], line.tags[unit + 2 : unit + 3]
    return behind != "w" or not (word.endswith("ed") or (word.endswith("s") and after in _OBJECTS))


def _unnamed(line: Line, said: Attributions, rules: Rulebook) -> bool:
    """Whether one person more is told of without a name ("a man", "another woman", "Ann Rudd's child"), who is not only asked and is not
    the one named right before ("Ann Rudd, a teacher")."""
    for unit, word in enumerate(line.words[1:], 1):
        owned = line.tags[unit - 1] == "H" or line.words[unit - 1] == "'"
        told = owned or (line.words[unit - 1] in _ONE and line.tags[max(0, unit - 3) : unit - 1] != "NK")
        if word not in singles(rules) or not told:
            continue
        cue = cues_of(rules).words.get(line.words[unit + 1]) if unit + 1 < len(line.words) else None
        if (cue is None or cue.form != "verb") and not said.speaks(line.span(unit, unit + 1)):
            return True
    return False
