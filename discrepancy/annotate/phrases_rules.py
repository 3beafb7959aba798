"""What the phrase rules say, ready to run: patterns, nouns for people, and the classes of symbols that voice hangs on.

Takes a rulebook; gives one :class:`Phrases`, made once, and the values that phrases become. Knows no text.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

from discrepancy.model.text import Span
from discrepancy.model.unguarded import unguarded
from discrepancy.model.values import Quantity
from discrepancy.rulebook.alphabet import alphabet
from discrepancy.rulebook.kinds.grammar import Grammar
from discrepancy.rulebook.kinds.phrases import Form, PhraseRule, Population, Sort
from discrepancy.rulebook.kinds.roles import ArmedGroups
from discrepancy.rulebook.patterns import Patterns
from discrepancy.rulebook.schema import Rulebook

Outcome = Literal["kill", "die", "injure", "hit", "harm", "hospital", "suffer", "arrest", "missing", "displace"]

SOME = Quantity(2, None, vague=True)
"""What a bare plural says: more than one."""


@unguarded
class PeopleGroup:
    """People who can be counted. ``count`` is what the words allow; ``counted`` says that a number or an article stands there.

    ``population`` is the label of ``rules/phrases/people.yaml`` ("" for people of whom nothing is said), ``name`` a person's name as
    printed, ``full`` the article's fuller form of it or "", ``head`` the noun, ``additional`` marks "three others", ``definite`` people the
    reader knows already, ``pronoun`` "he".
    ``harms`` and ``suffers``: their noun says who did it, or that they were hit ("gunmen", "gunshot victims").
    ``partial``: "two of the five", ``whole`` the five; ``fate``: "dead" of "two of the dead", "hurt" of "two of the wounded"; ``sex`` "m",
    "f" or "" as the noun or the pronoun tells, ``plural`` whether the noun is a form for several alone ("boys", but not "family").
    """

    span: Span
    words: str
    count: Quantity
    population: str = ""
    head: str = ""
    name: str = ""
    counted: bool = False
    additional: bool = False
    definite: bool = False
    pronoun: bool = False
    harms: bool = False
    suffers: bool = False
    partial: bool = False
    sex: str = ""
    plural: bool = False
    whole: Quantity | None = None
    fate: Literal["", "dead", "hurt"] = ""
    full: str = ""

    @property
    def shares(self) -> bool:
        """Whether they are some or all of people just told: "three of them", "both"."""
        words = self.words.lower()
        return words == "both" or " of them" in words or " of whom" in words


@cache
def sorts_of_people(rules: Rulebook) -> Mapping[str, Sort]:
    """What the labels of populations tell of sex or age.

    >>> from discrepancy.rulebook import rulebook
    >>> sorts_of_people(rulebook())["children"]
    'child'
    """
    return {rule.label: rule.sort for rule in rules.of(Population) if rule.sort}


@unguarded
class VerbGroup:
    """A verb group: what it makes of people, its voice, and whether it happened. ``also_hit``: "shot and killed"."""

    span: Span
    words: str
    outcome: Outcome
    passive: bool
    negated: bool = False
    modal: bool = False
    also_hit: bool = False


_NO_NOUN = ("preposition", "relative", "subordinator", "adverb", "own-clause")
"""Parts of the grammar whose words may stand right behind a participle and are no thing: "two of those killed there"."""


class Phrases:
    """The phrase rules of a rulebook, compiled."""

    def __init__(self, rules: Rulebook) -> None:
        self.letters = alphabet(rules)
        every = rules.of(PhraseRule)
        self.people = Patterns([r for r in every if r.gives == "people"], self.letters, rules)
        self.verbs = Patterns([r for r in every if r.gives == "verb"], self.letters, rules)
        self.nouns: dict[str, tuple[Population, Form]] = {}
        for rule in rules.of(Population):
            for form, words in rule.forms.items():
                for word in words:
                    self.nouns.setdefault(word, (rule, form))
        self.be = self.letters.members("vg.be")
        self.modal = self.letters.members("vg.modal") | self.letters.members("vg.unsure")
        self.negation = self.letters.members("vg.not")
        self.said = self.letters.members("f.said")
        self.befalls = self.letters.members("v.befalls")
        self.captures = self.letters.members("v.captures")
        self.did = self.letters.members("vg.did")
        self.almost = self.letters.members("adv.almost")
        self.have = self.letters.members("vg.have")
        self.articles = self._all("det.a", "det.the", "det.poss") - self._all("det.relative")
        self.predicates = self._all("vg.be", "vg.have", "vg.adverb", "fact-verb", "=in", "=suffered", "=sustained", "=remained", "=remains")
        self.someone = self._all("person-noun") | self._all("name") - self._all("outlet", "work", "event")
        self.adjectives = self._all("person-adjective")
        self.being = self._all("vg.be", "vg.have")
        self.helping = self.being | self._all("vg.adverb", "vg.report")
        self.never_people = self._all("creature", "function-word", "fact-verb", "person-noun")
        self.harmful = self._all("v.kill", "v.injure")
        self.closing = self._all("function-word", "fact-verb", "timex", "stop", "=,")
        self.male, self.female = self._all("sex.male"), self._all("sex.female")
        self.causes = self.letters.members("vg.cause")
        self.ranks = self.letters.members("rank")
        self.houses = frozenset(word for rule in rules.of(Grammar) if rule.part == "house" for word in rule.words)
        self.counting = frozenset(word for rule in rules.of(Grammar) if rule.part == "no-thing" for word in rule.words)
        self.roster = frozenset(word for rule in rules.of(Grammar) if rule.part == "roster" for word in rule.words)
        self.no_noun = frozenset(word for rule in rules.of(Grammar) if rule.part in _NO_NOUN for word in rule.words) | {"there", "here"}
        armed = rules.of(ArmedGroups)
        self.military = frozenset(word for rule in armed for word in rule.military)
        self.armed = frozenset(word for rule in armed for word in rule.shapes) - self.military
        self.civil = frozenset(word for rule in armed for word in rule.civil)
        self.belongs = frozenset(word for rule in armed for word in rule.belongs)
        self.fatally = self.letters.members("adv.fatally")
        self.outcomes: dict[str, frozenset[str]] = {}
        self.forms: dict[str, frozenset[str]] = {}
        for outcome in ("kill", "die", "injure", "hit", "arrest", "missing", "displace"):
            self.outcomes[outcome] = self.letters.members(f"v.{outcome}")
        for tense in ("past", "gerund", "present", "base"):
            self.forms[tense] = self.letters.members(f"verb-{tense}")
        self.objects = self._all("det.a", "det.the", "det.poss", "quantity", "people", "pron.one", "pron.many", "=it") - self._all(
            "vg.adverb", "det.relative"
        )
        self.symbols: dict[tuple[str, tuple[str, ...]], str] = {}

    def symbol(self, kind: str, flags: tuple[str, ...]) -> str:
        """The symbol of a chunk, remembered."""
        known = self.symbols.get((kind, flags))
        if known is None:
            known = self.symbols[kind, flags] = self.letters.chunk(kind, (), flags)
        return known

    def _all(self, *classes: str) -> frozenset[str]:
        """The symbols of any of the classes."""
        return frozenset(symbol for name in classes for symbol in self.letters.members(name))


@cache
def phrases(rules: Rulebook) -> Phrases:
    """The phrase rules of a rulebook, compiled once."""
    return Phrases(rules)


_APART = frozenset(("named", "pronoun", "bare", "share"))
"""Flags beside which that of a fate never stands (``rules/phrases/chunks.yaml``)."""


def people_flags(group: PeopleGroup) -> tuple[str, ...]:
    """The flags of a group of people's symbol, by which patterns ask for it."""
    flags = []
    if group.counted:
        flags.append("counted")
    if group.name:
        flags.append("named")
    elif group.pronoun:
        flags.append("pronoun")
    if group.count.high == 0:
        flags.append("none")
    if group.harms:
        flags.append("harms")
    if group.suffers:
        flags.append("suffers")
    if group.count.low != 1 and group.count.high != 0:
        flags.append("many")
    if not (group.counted or group.definite or group.name or group.pronoun or group.words[:2].lower() in ("a ", "an")):
        flags.append("bare")
    if group.shares:
        flags += ["share", "bare"] if group.population else ["share"]
    if group.fate and not _APART.intersection(flags):
        flags.append(group.fate)
    return tuple(flags)
