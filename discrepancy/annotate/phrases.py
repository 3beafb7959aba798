"""Word groups: people who can be counted, and the verb groups that say what became of them.

Takes a sentence whose times and numbers are chunked (names may be); gives chunks ``people`` (value :class:`PeopleGroup`) and one
chunk kind for each outcome, ``kill``, ``die``, ``injure`` … (value :class:`VerbGroup`). Says nothing about who suffered what: that is
:mod:`discrepancy.claim.facts`. Costs something, so it is run only on sentences that hold a word of interest (:func:`of_interest`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from discrepancy.annotate.numbers import QuantityMention
from discrepancy.annotate.numbers import chunks as number_chunks
from discrepancy.annotate.tokens import Chunked, Sentence, sentences
from discrepancy.model.text import Block, Document, Span
from discrepancy.model.values import Quantity, exactly
from discrepancy.notation.values import format
from discrepancy.rulebook.alphabet import Alphabet, alphabet
from discrepancy.rulebook.kinds.phrases import PhraseRule, Population, VerbForms
from discrepancy.rulebook.patterns import Match, Patterns
from discrepancy.rulebook.schema import Rule, Rulebook

Outcome = Literal["kill", "die", "injure", "hit", "harm", "hospital", "suffer", "arrest", "missing", "displace"]

SOME = Quantity(2, None, vague=True)
"""What a bare plural says: more than one."""


@dataclass(frozen=True, slots=True)
class PeopleGroup:
    """People who can be counted. ``count`` is what the words allow; ``counted`` says that a number or an article stands there.

    ``population`` is the label of ``rules/phrases/people.yaml`` ("" for people of whom nothing is said), ``name`` a person's name as
    printed, ``head`` the noun, ``additional`` marks "three others", ``definite`` people the reader knows already, ``pronoun`` "he".
    ``partial``: "two of the five".
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
    partial: bool = False
    age: int | None = None


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb group: what it makes of people, its voice, and whether it happened. ``also_hit``: "shot and killed"."""

    span: Span
    words: str
    outcome: Outcome
    passive: bool
    negated: bool = False
    modal: bool = False
    also_hit: bool = False


class _Phrases:
    """The phrase rules of a rulebook, compiled."""

    def __init__(self, rules: Rulebook) -> None:
        self.letters = alphabet(rules)
        every = rules.of(PhraseRule)
        self.people = Patterns([r for r in every if r.gives == "people"], self.letters, rules)
        self.verbs = Patterns([r for r in every if r.gives == "verb"], self.letters, rules)
        self.nouns: dict[str, tuple[Population, bool]] = {}
        for rule in rules.of(Population):
            for words, many in ((rule.one, False), (rule.many, True), (rule.same, True)):
                for word in words:
                    self.nouns.setdefault(word, (rule, many))
        self.be = self.letters.members("vg.be")
        self.modal = self.letters.members("vg.modal") | self.letters.members("vg.unsure")
        self.negation = self.letters.members("vg.not")
        self.almost = self.letters.members("adv.almost")
        self.have = self.letters.members("vg.have")
        self.articles = frozenset(s for n in ("det.a", "det.the", "det.poss") for s in self.letters.members(n))
        self.articles -= self.letters.members("det.relative")
        self.fatally = self.letters.members("adv.fatally")
        self.outcomes: dict[str, frozenset[str]] = {}
        self.forms: dict[str, frozenset[str]] = {}
        for outcome in ("kill", "die", "injure", "hit", "arrest", "missing", "displace"):
            self.outcomes[outcome] = self.letters.members(f"v.{outcome}")
        for form in ("past", "gerund", "present", "base"):
            self.forms[form] = self.letters.members(f"verb-{form}")
        self.objects = (
            frozenset(s for n in ("det.a", "det.the", "det.poss", "quantity", "people", "pron.one", "pron.many") for s in self.letters.members(n))
            - frozenset(s for n in ("vg.adverb",) for s in self.letters.members(n))
        )
        self.of_interest = re.compile(f"[{''.join(sorted(map(re.escape, self.verbs.triggers)))}]")
        self.symbols: dict[tuple[str, tuple[str, ...]], str] = {}

    def symbol(self, kind: str, flags: tuple[str, ...]) -> str:
        """The symbol of a chunk, remembered."""
        known = self.symbols.get((kind, flags))
        if known is None:
            known = self.symbols[kind, flags] = self.letters.chunk(kind, (), flags)
        return known


@cache
def _phrases(rules: Rulebook) -> _Phrases:
    return _Phrases(rules)


def phrased(sentence: Sentence, rules: Rulebook) -> Sentence:
    """The sentence with its people and its verb groups as one unit each."""
    compiled = _phrases(rules)
    with_people = sentence.chunked(_people_chunks(sentence, compiled))
    return with_people.chunked(_verb_chunks(with_people, compiled))


def chunks(sentence: Sentence, rules: Rulebook) -> list[Chunked]:
    """The groups of people in a sentence, as chunks; verb groups are found after them, by :func:`phrased`."""
    return _people_chunks(sentence, _phrases(rules))


def _people_chunks(sentence: Sentence, compiled: _Phrases) -> list[Chunked]:
    found = []
    for match in compiled.people.find(sentence.symbols):
        group = _group(match, sentence, compiled)
        if group is not None:
            found.append(Chunked(match.start, match.end, compiled.symbol("people", _people_flags(group)), group))
    return found


def _people_flags(group: PeopleGroup) -> tuple[str, ...]:
    flags = []
    if group.counted:
        flags.append("counted")
    if group.name:
        flags.append("named")
    if group.pronoun:
        flags.append("pronoun")
    if group.count.high == 0:
        flags.append("none")
    if group.harms:
        flags.append("harms")
    if group.count.low != 1 and group.count.high != 0:
        flags.append("many")
    if not (group.counted or group.definite or group.name or group.pronoun or group.words[:2].lower() in ("a ", "an")):
        flags.append("bare")
    return tuple(flags)


def _group(match: Match[PhraseRule], sentence: Sentence, compiled: _Phrases) -> PeopleGroup | None:
    """What the units that a people rule caught say."""
    caught = match.caught
    span, words = sentence.span_of(match.start, match.end), sentence.words(match.start, match.end)
    population, head, many = None, "", False
    if "noun" in caught:
        population, head, many = _noun(sentence.words(*caught["noun"]).lower(), compiled)
    label = population.label if population else ""
    harms = bool(population and population.harms)
    name = sentence.words(*caught["name"]) if "name" in caught else ""
    additional = "more" in caught
    if "none" in caught:
        return PeopleGroup(span, words, exactly(0), label, head, counted=True)
    if "count" in caught:
        mention = sentence.values[caught["count"][0]]
        if not isinstance(mention, QuantityMention):
            return None
        partial = "of" in words.lower().split() and mention.value.exact
        return PeopleGroup(span, words, mention.value, label, head, counted=True, additional=additional, harms=harms, partial=partial)
    if "pronoun" in caught:
        pronoun = words.lower()
        plural = pronoun not in ("he", "she", "him", "her", "himself", "herself", "someone", "somebody", "who", "whom", "which")
        return PeopleGroup(span, words, SOME if plural else exactly(1), definite=True, pronoun=True)
    if name:
        return PeopleGroup(span, words, exactly(1), label, head, name, definite=True, harms=harms)
    if "one" in caught:
        count = SOME if population is not None and population.collective else exactly(1)
        if many and not (population and population.collective):
            count = SOME  # "a Chicago police officers' union": never one person
        return PeopleGroup(span, words, count, label, head, counted=count.exact, additional=additional or words.lower().startswith("another"), harms=harms)
    count = SOME if many else exactly(1)
    return PeopleGroup(span, words, count, label, head, definite="definite" in caught, additional=additional, harms=harms)


def _noun(words: str, compiled: _Phrases) -> tuple[Population | None, str, bool]:
    """The population of a compound noun: its last two words together, else its last word."""
    parts = words.replace("-", " - ").split()
    for size in (3, 2, 1):
        known = compiled.nouns.get(" ".join(parts[-size:]).replace(" - ", "-")) if len(parts) >= size else None
        if known is not None:
            return known[0], words, known[1]
    return None, words, False


def _verb_chunks(sentence: Sentence, compiled: _Phrases) -> list[Chunked]:
    found = []
    for match in compiled.verbs.find(sentence.symbols):
        if _adjective(match, sentence, compiled):
            continue
        for part in _clauses(match, sentence, compiled):
            group = _verb(part, sentence, compiled)
            flags = ("passive" if group.passive else "active", *(("unreal",) if group.negated or group.modal else ()))
            if group.outcome == "harm" and " or " in group.words.lower():
                flags = (*flags, "either")
            found.append(Chunked(part.start, part.end, compiled.symbol(group.outcome, flags), group))
    return found


def _clauses(match: Match[PhraseRule], sentence: Sentence, compiled: _Phrases) -> list[Match[PhraseRule]]:
    """A verb group, or two of them: "left two dead and injured seven" has a second verb with people of its own."""
    first, last = match.caught["verb"]
    if last - first < 3 or match.rule.makes or not _takes_object(sentence, match.start, match.end, compiled):
        return [match]
    head, tail = sentence.symbols[first], sentence.symbols[last - 1]
    passive = not compiled.be.isdisjoint(sentence.symbols[match.start : first])
    if not (passive or head in compiled.outcomes["die"]) or tail not in compiled.forms["past"]:
        return [match]
    return [
        replace(match, end=first + 1, caught={"verb": (first, first + 1)}),
        replace(match, start=last - 1, caught={"verb": (last - 1, last)}),
    ]


def _adjective(match: Match[PhraseRule], sentence: Sentence, compiled: _Phrases) -> bool:
    """Whether a verb form alone is no verb: "the dead", "the wounded man", "a murder suspect"."""
    first, last = match.caught["verb"]
    if match.start != first:
        return False
    before = sentence.symbols[first - 1] if first else ""
    if before in compiled.articles:
        return True
    if not compiled.forms["base"].isdisjoint(sentence.symbols[first:last]):
        value = sentence.values[first - 1] if first else None
        return not (isinstance(value, PeopleGroup) and value.count.low != 1)
    return False


def _verb(match: Match[PhraseRule], sentence: Sentence, compiled: _Phrases) -> VerbGroup:
    """Outcome, voice and reality of a verb group."""
    first, last = match.caught["verb"]
    before, verbs = sentence.symbols[match.start : first], sentence.symbols[first:last]
    outcome, also_hit = _outcome(match.rule, before, verbs, compiled, sentence.words(first, last).lower())
    past = not compiled.forms["past"].isdisjoint(verbs) or match.rule.makes != ""
    if not compiled.be.isdisjoint(before):
        passive = past
    elif not compiled.have.isdisjoint(before) or not past or (not compiled.modal.isdisjoint(before)):
        passive = False
    else:
        passive = not _takes_object(sentence, match.start, match.end, compiled)
    to = "to" in sentence.words(match.start, first).lower().split() if first > match.start else False
    base = not past and not compiled.forms["base"].isdisjoint(verbs)
    modal = not compiled.modal.isdisjoint(before) or (to and base)
    negated = not compiled.negation.isdisjoint(before) or not compiled.almost.isdisjoint(before)
    return VerbGroup(
        sentence.span_of(match.start, match.end), sentence.words(match.start, match.end), outcome, passive, negated, modal, also_hit
    )


def _outcome(rule: PhraseRule, before: str, verbs: str, compiled: _Phrases, words: str) -> tuple[Outcome, bool]:
    """The one outcome of a verb group, and whether those it befell were hit besides."""
    has = {name for name, symbols in compiled.outcomes.items() if not symbols.isdisjoint(verbs)}
    hit = "hit" in has
    if rule.makes == "hit" and "injure" in has:
        return "injure", True
    if rule.makes:
        return ("kill" if rule.makes == "kill" else rule.makes), hit  # type: ignore[return-value]  # the rule file's word is one of Outcome
    if not compiled.fatally.isdisjoint(before + verbs):
        return "kill", hit
    if has & {"kill", "die"} and "injure" in has and (" or " in words or ("kill" in has and "die" not in has)):
        return "harm", hit
    if "kill" in has or (hit and "die" in has):
        return "kill", hit
    if hit and "to death" in words:
        return "kill", True
    for name in ("die", "injure", "hit", "arrest", "missing", "displace"):
        if name in has:
            return name, hit  # type: ignore[return-value]  # the tuple holds outcomes only
    return "hit", hit


def _takes_object(sentence: Sentence, start: int, end: int, compiled: _Phrases) -> bool:
    """Whether a bare past form ("killed") is active: an object follows. In a headline a name after it is the place."""
    if end >= len(sentence.symbols):
        return False
    value = sentence.values[end]
    if isinstance(value, PeopleGroup):
        if value.name and not value.head and sentence.block == "headline":
            return False
        if value.count.exact or value.counted or value.pronoun or value.name or value.definite:
            return True
        return start > 0 and isinstance(sentence.values[start - 1], PeopleGroup)
    return sentence.symbols[end] in compiled.objects and not (isinstance(value, QuantityMention) and value.unit)


def of_interest(sentence: Sentence, rules: Rulebook) -> bool:
    """Whether a sentence holds a verb that the phrase rules know."""
    return _phrases(rules).of_interest.search(sentence.symbols) is not None


def letters_of(rules: Rulebook) -> Alphabet:
    """The alphabet the phrases are compiled for."""
    return _phrases(rules).letters


def shows(rule: Rule, text: str, published: str, rules: Rulebook) -> list[tuple[str, str]]:
    """The groups a phrase rule finds: "4 children" for people, "kill passive" for verbs."""
    compiled = _phrases(rules)
    document = Document("", "", "", text, (Block("body", Span(0, len(text))),))
    found: list[tuple[str, str]] = []
    for plain in sentences(document, rules):
        sentence = plain.chunked(number_chunks(plain, rules))
        sentence = sentence.chunked(_people_chunks(sentence, compiled))
        for chunk in (*_people_chunks(plain.chunked(number_chunks(plain, rules)), compiled), *_verb_chunks(sentence, compiled)):
            if isinstance(chunk.value, PeopleGroup):
                found.append((chunk.value.words, f"{format(chunk.value.count)} {chunk.value.population}".strip()))
            elif isinstance(chunk.value, VerbGroup):
                group = chunk.value
                flags = [group.outcome, "passive" if group.passive else "active", *(["unreal"] if group.negated or group.modal else [])]
                found.append((group.words, " ".join(flags)))
    wanted = isinstance(rule, PhraseRule) and rule.gives == "people"
    return [(words, value) for words, value in found if value[:1].isalpha() != wanted]


def trigger_symbols(rules: Rulebook) -> frozenset[str]:
    """The symbols without any of which no verb group stands in a sentence."""
    return _phrases(rules).verbs.triggers
