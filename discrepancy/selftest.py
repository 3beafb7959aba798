"""Rules that test themselves: every example and counter-example of the rulebook, run through the stage that uses the rule.

Takes a rulebook; gives failures as sentences with the place of the rule. ``discrepancy rules test`` and pytest run it. Known failures are
strict: when one starts to pass, that is told too, so that it can become an example. Which of its conditions a rule does not prove is asked
of single rules.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from importlib import import_module
from typing import Any

from discrepancy.notation import NotationError
from discrepancy.rulebook.alphabet import TOKEN, alphabet
from discrepancy.rulebook.kinds.roles import Posts, Weapons
from discrepancy.rulebook.kinds.speech import SpeakerWords
from discrepancy.rulebook.kinds.words import Words
from discrepancy.rulebook.patterns import pattern_faults
from discrepancy.rulebook.schema import Example, Fault, Rule, Rulebook

Shows = Callable[[Rule, str, str, Rulebook], list[tuple[str, str]]]
"""What a rule finds in a text: (words found, value in notation) each. Arguments: rule, text, publication day or "", rulebook."""

_MARKED = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Tested:
    """How many rules and examples ran, and what failed."""

    rules: int
    examples: int
    failures: tuple[Fault, ...]


def run(rules: Rulebook) -> Tested:
    """Run every example of every rule."""
    failures = pattern_faults(rules, alphabet(rules))
    if failures:
        return Tested(0, 0, tuple(failures))
    counted = examples = 0
    for kind in rules.by_kind:
        shows = _shows(kind)
        for rule in rules.by_kind[kind]:
            counted += 1
            if shows is None:
                continue
            examples += len(rule.examples) + len(rule.counter_examples) + len(rule.known_failures)
            failures += [Fault(rule.where, f"rule {rule.id!r}: {text}") for text in _failures(rule, shows, rules)]
    return Tested(counted, examples, tuple(failures))


def unproved(rule: Rule, rules: Rulebook) -> tuple[str, ...]:
    """The conditions of a rule that none of its counter-examples needs: with such a key taken away the rule finds nothing in them still.

    Each is tried in a rulebook of its own, which takes a second or two.
    """
    shows = _shows(type(rule))
    if shows is None:
        return ()
    bare: dict[str, Any] = {field.name: field.default for field in fields(rule)}
    found = []
    for key in rule.conditions():
        without: Rule = replace(rule, **{key: bare[key]})
        kin = tuple(without if other is rule else other for other in rules.by_kind[type(rule)])
        book = Rulebook({**rules.by_kind, type(rule): kin}, rules.hash, rules.folders)
        if not any(shows(without, _plain(text), _published(rule), book) for text in rule.counter_examples):
            found.append(key)
    return tuple(found)


def _published(rule: Rule) -> str:
    """The day on which counter-examples came out: that of the rule's examples, for without one "on Monday" is no day and nothing is found
    whatever the rule says."""
    return next((example.published for example in rule.examples if example.published), "")


def _failures(rule: Rule, shows: Shows, rules: Rulebook) -> Iterator[str]:
    for example in rule.examples:
        wrong = _wrong(rule, example, shows, rules)
        if wrong:
            yield wrong
    for text in rule.counter_examples:
        try:
            found = shows(rule, _plain(text), _published(rule), rules)
        except NotationError as fault:
            yield str(fault)
            continue
        if found:
            yield f"finds {found[0][0]!r} in the counter-example {text!r}"
    for example in rule.known_failures:
        if not _wrong(rule, example, shows, rules):
            yield f"the known failure {example.text!r} passes now; make it an example"


def _wrong(rule: Rule, example: Example, shows: Shows, rules: Rulebook) -> str:
    """What is wrong with an example, or ""."""
    wanted = _MARKED.findall(example.text)
    try:
        found = shows(rule, _plain(example.text), example.published, rules)
    except NotationError as fault:
        return str(fault)
    words = [text for text, _ in found]
    for mark in wanted:
        if mark not in words:
            return f"does not find {mark!r} in {example.text!r}; it finds {words or 'nothing'}"
    if not found:
        return f"finds nothing in {example.text!r}"
    if example.value and not any(value == example.value and (not wanted or text in wanted) for text, value in found):
        return f"gives {', '.join(value for _, value in found)} for {example.text!r}, not {example.value}"
    return ""


def _plain(text: str) -> str:
    return text.replace("[[", "").replace("]]", "")


def _words(rule: Rule, text: str, published: str, rules: Rulebook) -> list[tuple[str, str]]:
    """The tokens of a text that are of a word class; phrases included."""
    letters = alphabet(rules)
    found: list[tuple[str, str]] = []
    tokens = list(TOKEN.finditer(text))
    plain = [token.group() for token in tokens]
    phrases = {first: (length, symbol) for first, length, symbol in letters.phrases(plain)}
    at = 0
    while at < len(tokens):
        length, symbol = phrases.get(at) or (1, letters.symbol(plain[at]))
        if rule.id in letters.classes(symbol):
            found.append((text[tokens[at].start() : tokens[at + length - 1].end()], ""))
        at += length
    return found


def _printed(rule: Rule, text: str, published: str, rules: Rulebook) -> list[tuple[str, str]]:
    """The words and phrases of a rule that stand in a text, in any case."""
    listed = (*getattr(rule, "words", ()), *getattr(rule, "phrases", ()))
    words = "|".join(re.escape(word) for word in sorted(listed, key=lambda word: (-len(word), word)))
    return [(found.group(), "") for found in re.finditer(rf"(?<!\w)(?:{words})(?!\w)", text, re.IGNORECASE)]


_HOMES: dict[str, str] = {
    "Blame": "discrepancy.claim.events.blame:shows",
    **dict.fromkeys(("DecisionRow", "Tolerance", "Happenings", "Countings", "Courses", "Persons"), "discrepancy.compare.shown:shows"),
    **dict.fromkeys(("NameJudging", "NameSpelling"), "discrepancy.link.names:shows"),
    "UpdateCue": "discrepancy.compare.revisions:shows",
    "EventType": "discrepancy.claim.events.read:shows",
    "Idiom": "discrepancy.claim.events.figurative:shows",
    "Offices": "discrepancy.claim.reading:held",
    "Titles": "discrepancy.claim.reading:held",
    **dict.fromkeys(("PutDownTo", "Detail"), "discrepancy.claim.reading:answered"),
    "Fate": "discrepancy.claim.reading:held",
    "SolePost": "discrepancy.claim.reading:held",
    **dict.fromkeys(("MeasureCue", "PublicAct", "Rank"), "discrepancy.claim.reading:measured"),
    "RoleCue": "discrepancy.claim.reading:shows",
    "FactRule": "discrepancy.claim.facts.read:shows",
    "LifeStage": "discrepancy.claim.facts.persons:shows",
    "OwnLosses": "discrepancy.claim.facts.sides:shows",
    "Hedges": "discrepancy.annotate.numbers:shows",
    "LooseNumbers": "discrepancy.annotate.numbers:shows",
    "Numerals": "discrepancy.annotate.numbers:shows",
    "UnitWords": "discrepancy.annotate.numbers:shows",
    "Citation": "discrepancy.link.cited:shows",
    "OwnReporting": "discrepancy.compare.ownwork:shows",
    "PageCue": "discrepancy.ingest.shown:shows",
    "PageLabel": "discrepancy.ingest.shown:shows",
    "PageWords": "discrepancy.ingest.shown:shows",
    "SpeechCue": "discrepancy.annotate.speech:shows",
    "PhraseRule": "discrepancy.annotate.phrases:shows",
    "TimeRule": "discrepancy.claim.times.shows:shows",
}
"""Where each further kind's examples run: ``module:function`` of type :data:`Shows`, by the kind's class name."""


def _shows(kind: type[Rule]) -> Shows | None:
    if kind is Words:
        return _words
    if kind in (Posts, SpeakerWords, Weapons):
        return _printed
    home = _HOMES.get(kind.__name__)
    if home is None:
        return None
    module, name = home.split(":")
    found: Shows = getattr(import_module(module), name)
    return found
