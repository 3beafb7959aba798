"""The words of events as tables, and what one clause says of an event.

Takes the rulebook; gives :class:`Lexicon`, made once for each. :class:`Draft` is what the readers of clauses fill.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.noungroups import Range
from discrepancy.annotate.parties import Party
from discrepancy.rulebook.kinds import grammar
from discrepancy.rulebook.kinds.events import EventLimits, EventType
from discrepancy.rulebook.kinds.roles import Weapons
from discrepancy.rulebook.parts import spelled, words_of
from discrepancy.rulebook.phrases import PhraseTable, spelled_out
from discrepancy.rulebook.schema import Rulebook

NOUN_SIDE = frozenset("wNH-'DYQv\"")
"""Parts that can stand before a noun in its group."""


@dataclass(slots=True)
class Part:
    """One of the events of which a clause tells at once: "in Lima and Cusco".

    Units ``[start, end)`` hold the words that tell it apart from the others, ``reach`` those whose people are its own, nothing where it
    shares them.
    """

    start: int
    end: int
    places: list[str] = field(default_factory=list)
    targets: list[Party] = field(default_factory=list)
    victims: list[Party] = field(default_factory=list)
    times: list[int] = field(default_factory=list)
    reach: Range = (0, 0)


@dataclass(slots=True)
class Draft:
    """What one clause says of one event. Filled while its line is read, then only merged with others.

    Units ``[start, end)`` of its ``line`` are the trigger, ``actors`` and so on the parties as read; ``named`` tells a noun trigger.
    ``elsewhere`` are places that open the sentence: "In Zenda, rebels …".
    ``joins`` is the index (in the line) of the draft whose event this clause goes on about, ``follows`` the unit of the trigger of another
    event from which this one counts its day; ``unlike`` are triggers of the line that tell
    of other events, ``parts`` the events of which it tells, where it tells of several at once. ``state`` is
    the country where it happened; ``attempted`` where it came to
    nothing, ``threatened`` where somebody says that he will do it, ``alleged`` where its actors are only accused of it, ``claimed`` where
    they say so themselves. ``called`` is the event's own proper name.
    """

    type: EventType
    line: int
    start: int
    end: int
    named: bool
    clause: Range
    actors: list[Party] = field(default_factory=list)
    targets: list[Party] = field(default_factory=list)
    victims: list[Party] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    weapons: list[str] = field(default_factory=list)
    times: list[int] = field(default_factory=list)
    state: str = ""
    definite: bool = False
    plural: bool = False
    another: bool = False
    answers: bool = False
    both: bool = False
    old: bool = False
    unsure: bool = False
    attempted: bool = False
    threatened: bool = False
    denied: bool = False
    alleged: bool = False
    claimed: bool = False
    own_soil: bool = False
    called: str = ""
    carried: bool = False
    joins: int | None = None
    follows: int | None = None
    parts: list[Part] = field(default_factory=list)
    unlike: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """``words`` gives for each word the rule of its noun and those of its verb; of several the first that fits counts. ``beside`` holds
    the words that must stand in the clause, for the rules that ask for any. ``begin`` are the first words of all, ``alone`` those that
    name an event by themselves, ``second`` the words with which the phrases of one first word go on."""

    words: dict[str, tuple[EventType | None, tuple[EventType, ...]]]
    phrases: PhraseTable[tuple[EventType, bool]]
    begin: frozenset[str]
    alone: frozenset[str]
    second: dict[str, set[str]]
    weapons: dict[str, str]
    beside: dict[str, frozenset[str]]
    soil: frozenset[str]
    carriers: frozenset[str]
    unsure: frozenset[str]
    old: frozenset[str]
    another: frozenset[str]
    elsewhere: frozenset[str]
    both: frozenset[str]
    later: frozenset[str]
    plural: frozenset[str]
    own: frozenset[str]
    charge: frozenset[str]
    office: frozenset[str]
    armed: frozenset[str]
    things: frozenset[str]
    across: frozenset[str]
    attempted: frozenset[str]
    threat: frozenset[str]


@cache
def lexicon_of(rules: Rulebook) -> Lexicon:
    """The words of a rulebook that name events, made once."""
    words: dict[str, tuple[EventType | None, tuple[EventType, ...]]] = {}
    phrases: list[tuple[tuple[str, ...], tuple[EventType, bool]]] = []
    for kind in rules.of(EventType):
        for word in kind.nouns:
            noun, verbs = words.get(word, (None, ()))
            words[word] = (noun or kind, verbs)
        for word in kind.verbs:
            noun, verbs = words.get(word, (None, ()))
            words[word] = (noun, (*verbs, kind))
        for named, listed in ((True, kind.noun_phrases), (False, kind.verb_phrases)):
            phrases += [(tuple(phrase.lower().split()), (kind, named)) for phrase in spelled_out(listed)]
    phrases.sort(key=lambda one: (-len(one[0]), one[0]))
    weapons = {word: rule.label for rule in rules.of(Weapons) for word in rule.words}
    parts: tuple[grammar.Part, ...] = (
        "carrier", "unsure", "before-now", "another", "elsewhere", "both", "later", "plural-party", "own", "charge", "office", "armed",
        "thing-of-violence", "across", "attempted",
        "threat",
    )  # fmt: skip
    beside = {kind.id: spelled(kind.beside, rules) for kind in rules.of(EventType) if kind.beside}
    soil = frozenset(word for limits in rules.of(EventLimits) for word in limits.soil)
    begin = frozenset((*words, *(phrase[0] for phrase, _ in phrases)))
    alone = frozenset((*words, *(phrase[0] for phrase, _ in phrases if len(phrase) == 1)))
    second: dict[str, set[str]] = {}
    for (first, *rest), _ in phrases:
        second.setdefault(first, set()).update(rest[:1])
    table = PhraseTable((" ".join(phrase), whose) for phrase, whose in phrases)
    return Lexicon(words, table, begin, alone, second, weapons, beside, soil, *(words_of(rules, part) for part in parts))


def openings(line: Line, lexicon: Lexicon) -> list[int]:
    """The units at which a word or a phrase for an event may begin; "the" and "was" begin some, and hardly ever do."""
    pairs = enumerate(zip(line.words, (*line.words[1:], ""), strict=True))
    begin, alone, second = lexicon.begin, lexicon.alone, lexicon.second
    return [unit for unit, (word, then) in pairs if word in begin and (word in alone or then in second[word])]


def phrases_at(line: Line, unit: int, lexicon: Lexicon) -> Iterator[tuple[int, EventType, bool]]:
    """The phrases that begin at a unit, the longest first: how many units, whose, and whether it is a noun's."""
    return ((end - unit, *whose) for end, whose in lexicon.phrases.at(line.words, unit))


def phrase_at(line: Line, unit: int, lexicon: Lexicon) -> tuple[int, EventType, bool] | None:
    """The longest phrase that begins at a unit; None where none does."""
    return next(phrases_at(line, unit, lexicon), None)
