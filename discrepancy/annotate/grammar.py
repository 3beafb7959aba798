"""Sentences with the part that each unit plays, for reading who does what: the ground of speech and of events.

Takes chunked sentences (:mod:`discrepancy.annotate.layers`); gives one letter a unit, from the closed classes in
``rules/events/grammar.yaml``, from the verbs that other rules name and from the chunks of the layers before. Chunks
of word groups are opened again, since a trigger word may stand inside; times, quantities and names stay one unit.
No tagger stands behind it: a unit that no class holds is a plain word.

====== =========================================== ====== ===================================
``N``  name                                        ``R``  relative (which, who)
``T``  time                                        ``s``  subordinator (while, because)
``Q``  quantity                                    ``b``  be, get
``D``  determiner                                  ``h``  have
``Y``  possessive (its, their)                     ``d``  do
``P``  preposition                                 ``m``  modal
``C``  and, or                                     ``g``  not
``B``  but                                         ``O``  pronoun
``K``  comma                                       ``a``  adverb
``S``  full stop, colon, semicolon, dash           ``H``  's
``"``  quotation mark                              ``w``  any other word
``-``  hyphen                                      ``(``  bracket
``v``  verb that a rule names, or a form in -ed    ``'``  apostrophe
====== =========================================== ====== ===================================
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from discrepancy.annotate.numbers import NumberCode, QuantityMention
from discrepancy.annotate.times import Age, Timex
from discrepancy.annotate.tokens import Sentence, short_words
from discrepancy.model.claims import Name
from discrepancy.model.text import Block, Document, Sourced, Span
from discrepancy.model.unguarded import unguarded
from discrepancy.model.values import day
from discrepancy.rulebook.alphabet import TOKEN
from discrepancy.rulebook.kinds.events import EventType
from discrepancy.rulebook.kinds.grammar import Grammar
from discrepancy.rulebook.kinds.speech import SpeechCue
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_LETTER = {
    "determiner": "D", "possessive": "Y", "preposition": "P", "and": "C", "or": "C", "but": "B", "relative": "R",
    "subordinator": "s", "be": "b", "have": "h", "do": "d", "modal": "m", "not": "g", "pronoun": "O", "adverb": "a",
    "noun": "w", "verb": "v",
}  # fmt: skip
_MARKS = {
    ",": "K", ".": "S", ";": "S", ":": "S", "!": "S", "?": "S", "–": "S", "—": "S", "…": "S", '"': '"', "“": '"',
    "”": '"', "«": '"', "»": '"', "-": "-", "‑": "-", "(": "(", ")": "(", "[": "(", "]": "(", "’s": "H", "'s": "H",
    "'": "'", "’": "'", "‘": "'", "/": "C", "&": "C",
}  # fmt: skip
_NO_SUBJECT = 'DPCBRsYgKSQvT"-('
"""Letters of what can be no subject of a participle behind it."""
_LONGEST_BRACKET = 12
"""Units up to which brackets can hold another form of the name before them."""
_LARGEST_CACHE = 100_000
"""Words whose letter is kept; beyond that, hostile text would fill memory."""


@unguarded
class Line:
    """One sentence: ``words`` in lower case, a letter each in ``tags``, offsets, and the mention a unit is, or None.

    ``mentions`` are the units that are one, with it, and ``named`` those of them that are names: a few of many, so whoever looks for
    names, times or numbers looks there. The proper name of a storm or a fire is the noun in it, and among ``mentions`` alone.
    """

    sentence: Sentence
    words: tuple[str, ...]
    tags: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    values: tuple[object, ...]
    mentions: tuple[tuple[int, object], ...]
    named: tuple[tuple[int, Name], ...]

    def span(self, start: int, end: int) -> Span:
        """Where units ``[start, end)`` stand in the article."""
        return Span(self.starts[start], self.ends[end - 1])

    def unit_from(self, offset: int) -> int:
        """The first unit that ends after ``offset``; the number of units when there is none."""
        return bisect_right(self.ends, offset)

    def names(self, start: int, end: int) -> list[tuple[int, Name]]:
        """The names among units ``[start, end)``, with their places."""
        return [found for found in self.named if start <= found[0] < end] if self.named else []


def lines(sentences: Sequence[Sentence], rules: Rulebook) -> tuple[Line, ...]:
    """One line a sentence, in order."""
    parts, short = _parts(rules), short_words(rules)
    nominal, held, proper = words_of(rules, "noun"), words_of(rules, "attributive"), proper_nouns(rules)
    return tuple(_line(sentence, parts, short, nominal, held, proper) for sentence in sentences)


def read_text(text: str, published: str, rules: Rulebook) -> tuple[Document, tuple[Line, ...]]:
    """A text as an article of one block, and its lines; for examples. ``published`` is an ISO day or ""."""
    from discrepancy.annotate.layers import (
        annotate,  # the layers stand on this package's other modules, not on this one
    )

    written = Sourced(day(date.fromisoformat(published)), "example") if published else None
    document = Document("example", "", "", text, (Block("body", Span(0, len(text))),), published=written)
    return document, lines(annotate(document, rules).sentences, rules)


VERBAL = frozenset("vbhdm")
"""Letters of verbs and of what helps them: be, have, do and modals."""
NOUN_GROUP = frozenset("DHYwNQa-'")
"""Letters of what stands in a noun group."""


@cache
def proper_nouns(rules: Rulebook) -> Mapping[str, EventType]:
    """The nouns by which the proper names of events are known, "hurricane" in "Hurricane Delia", each with its rule."""
    return {word: kind for kind in rules.of(EventType) for word in (*kind.named_first, *kind.named_last)}


@cache
def _parts(rules: Rulebook) -> dict[str, str]:
    """Word to letter; the first class that has a letter and holds the word wins, then verbs, which are no event's
    noun."""
    found: dict[str, str] = {}
    for rule in rules.of(Grammar):
        letter = _LETTER.get(rule.part)
        if letter:
            for word in rule.words:
                found.setdefault(word.lower(), letter)
    nouns = {word for kind in rules.of(EventType) for word in kind.nouns}
    verbs = [word for kind in rules.of(EventType) for word in kind.verbs]
    verbs += [word for cue in rules.of(SpeechCue) if cue.form == "verb" for word in cue.words]
    verbs += words_of(rules, "carrier")
    for word in verbs:
        if word not in nouns:
            found.setdefault(word, "v")
    return found | _MARKS


def _part(word: str, parts: dict[str, str]) -> str:
    letter = parts.get(word)
    if letter is None:
        letter = "a" if len(word) > 4 and word.endswith("ly") else "w"
        if len(parts) < _LARGEST_CACHE:
            parts[word] = letter
    return letter


def _with_participles(letters: list[str], words: list[str], nominal: frozenset[str], held: frozenset[str]) -> str:
    """Letters joined; a form in -ed behind a noun and before what a verb takes is a verb, and none between a preposition and a noun
    ("by alleged rebels"). ``nominal`` words never are: "the Ruritanian armed forces"; nor are ``held`` ones before those of whom they
    tell: "reported that alleged rebels fired"."""
    for unit in [unit for unit, word in enumerate(words) if word[-2:] == "ed"]:
        if letters[unit] == "v" and _before_noun(letters, unit, "P" if words[unit] not in held else _NO_SUBJECT):
            letters[unit] = "w"
        elif unit and letters[unit] == "w" and words[unit] not in nominal:
            before, after = letters[unit - 1], letters[unit + 1] if unit + 1 < len(words) else ""
            takes = (after and after in "DYPQNO") or words[unit + 1 : unit + 2] == ["another"]
            if before in "NOR" or (before in "wTaC" and takes):
                letters[unit] = "v"
    return "".join(letters)


def _before_noun(letters: Sequence[str], unit: int, behind: str) -> bool:
    """Whether a participle stands before a noun and behind one of these letters."""
    return unit + 1 < len(letters) and letters[unit + 1] in "wN" and unit > 0 and letters[unit - 1] in behind


def _with_brackets(tags: str, words: Sequence[str], printed: Sequence[str]) -> str:
    """Letters in which a name's other form, set behind it in brackets, interrupts nothing: "the Zenda Liberation Front
    (ZLF) guerrillas"."""
    letters = list(tags)
    opened = tags.find("(", 1)
    while opened > 0:
        closed = next((u for u in range(opened + 2, min(opened + _LONGEST_BRACKET, len(tags))) if words[u] in ")]"), 0)
        inside = tags[opened + 1 : closed]
        named = tags[opened - 1] == "N" or (len(printed[opened - 1]) > 1 and printed[opened - 1].isupper())
        if closed and words[opened] in "([" and named and ("N" in inside or tags[opened - 1] == "N") and not inside.strip("NwPDH'-C"):
            letters[opened : closed + 1] = "'" * (closed + 1 - opened)
        opened = tags.find("(", opened + 1)
    return "".join(letters)


_QUOTED_WORDS = re.compile(r"(?<=[DPYQC])\"(w{1,2})\"(?=w)")


def _with_quoted_names(tags: str) -> str:
    """Letters in which the marks round a name alone, or round what sort somebody is, part nothing: 'the "Red Dawn" guerrillas', 'by "far
    right" groups'."""
    return _QUOTED_WORDS.sub(r"'\1'", tags.replace('"N"', "'N'"))


def _letter(value: object) -> str:
    """The letter of a chunk that stays one unit, or "" for one that is opened again."""
    if isinstance(value, Name):
        return "N"
    if isinstance(value, Timex):
        return "T"
    if isinstance(value, QuantityMention):
        return "Q"
    return "w" if isinstance(value, Age | NumberCode) else ""


def _line(
    sentence: Sentence,
    parts: dict[str, str],
    short: frozenset[str],
    nominal: frozenset[str],
    held: frozenset[str],
    proper: Mapping[str, EventType],
) -> Line:
    text, plain = sentence.text, sentence
    letters_of = {unit: _letter(value) for unit, value in sentence.mentions}
    if "" in letters_of.values():
        plain = _opened(sentence, letters_of)
        letters_of = {unit: _letter(value) for unit, value in plain.mentions}
    printed = [text[start:end] for start, end in zip(plain.starts, plain.ends, strict=True)]
    words = list(map(str.lower, printed))
    letters = [parts.get(word) or _part(word, parts) for word in words]
    for unit, letter in letters_of.items():
        letters[unit] = letter
    named = tuple((unit, value) for unit, value in plain.mentions if isinstance(value, Name))
    for unit, name in named:
        if name.kind == "event":  # the hurricane that bears the name, and nobody who could do a thing
            called = (name.short_for or name.text).lower().split()
            words[unit], letters[unit] = next((word for word in called if word in proper), words[unit]), "w"
    if not short.isdisjoint(words):
        for unit in range(1, len(words)):
            if words[unit] == "." and words[unit - 1] in short:
                letters[unit] = "'"
    if "." in words[:-1]:
        for unit in range(1, len(words) - 1):
            if words[unit] == "." and words[unit + 1].isdigit() and plain.ends[unit] == plain.starts[unit + 1] > plain.ends[unit - 1] + 1:
                letters[unit] = "w"  # "a .44 pistol" goes on
    tags = _with_participles(letters, words, nominal, held)
    if "(" in tags:
        tags = _with_brackets(tags, words, printed)
    tags = _with_quoted_names(tags)
    parties = tuple((unit, name) for unit, name in named if name.kind != "event")
    return Line(sentence, tuple(words), tags, plain.starts, plain.ends, plain.values, plain.mentions, parties)


def _opened(sentence: Sentence, letters: Mapping[int, str]) -> Sentence:
    """The sentence with the chunks that have no letter of their own as plain tokens again."""
    symbols: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    values: list[object] = []
    mentions: list[tuple[int, object]] = []
    for unit, (start, end, value) in enumerate(zip(sentence.starts, sentence.ends, sentence.values, strict=True)):
        if value is None or letters[unit]:
            if value is not None:
                mentions.append((len(values), value))
            symbols.append(sentence.symbols[unit])
            starts.append(start)
            ends.append(end)
            values.append(value)
            continue
        for found in TOKEN.finditer(sentence.text, start, end):
            symbols.append(sentence.symbols[unit])
            starts.append(found.start())
            ends.append(found.end())
            values.append(None)
    return Sentence(
        sentence.text, sentence.block, sentence.index, sentence.paragraph, "".join(symbols), tuple(starts), tuple(ends), tuple(values),
        tuple(mentions),
    )  # fmt: skip
