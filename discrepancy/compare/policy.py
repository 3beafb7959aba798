"""The comparison rules of a rulebook, looked up once.

Takes a rulebook; gives widths by attribute, conversion of units, forms of sentences, the decision table. Knows no
claims.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from discrepancy.annotate.tokens import short_words
from discrepancy.claim.events.sorts import types_of
from discrepancy.link.figures import folk, unnamed
from discrepancy.link.sayings import Sayings
from discrepancy.rulebook.kinds.comparing import (
    CauseForm,
    Confidence,
    ConsensusRule,
    QuestionForm,
    SelfCheckForm,
    Unit,
    UpdateCue,
    VerdictForm,
)
from discrepancy.rulebook.kinds.decisions import DecisionRow, Seriousness
from discrepancy.rulebook.kinds.linking import MeasureLikeness
from discrepancy.rulebook.kinds.widths import Countings, Courses, Happenings, Persons, Tolerance
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook


@dataclass(frozen=True, slots=True, eq=False)
class Policy:
    """What the rulebook says about comparing. Made by :func:`policy`; compared by identity."""

    rows: tuple[DecisionRow, ...]
    order: tuple[str, ...]
    cues: tuple[UpdateCue, ...]
    confidence: Confidence
    sayings: Sayings
    likeness: MeasureLikeness | None
    folk: frozenset[str]
    unnamed: Mapping[str, str]
    short_words: frozenset[str]
    lasting: frozenset[str]
    legal: frozenset[str]
    called: frozenset[str]
    victim: frozenset[str]
    suspect: frozenset[str]
    _tolerances: dict[str, Tolerance]
    _happenings: dict[str, Happenings]
    _countings: dict[str, Countings]
    _courses: dict[str, Courses]
    _persons: dict[str, Persons]
    _units: tuple[Unit, ...]
    _questions: dict[tuple[str, str, str], QuestionForm]
    _verdicts: dict[str, VerdictForm]
    _causes: dict[str, CauseForm]
    _consensus: dict[str, ConsensusRule]
    _checks: dict[str, SelfCheckForm]

    def tolerance(self, attribute: str) -> Tolerance:
        """The widths that hold for an attribute."""
        return self._tolerances.get(attribute) or self._tolerances[""]

    def happening(self, attribute: str) -> Happenings:
        """From when on two values of an attribute are of two happenings."""
        return self._happenings.get(attribute) or self._happenings[""]

    def counting(self, attribute: str) -> Countings:
        """What says what a figure of an attribute counts."""
        return self._countings.get(attribute) or self._countings[""]

    def course(self, attribute: str) -> Courses:
        """What becomes of a figure of an attribute as days go by."""
        return self._courses.get(attribute) or self._courses[""]

    def persons(self, attribute: str) -> Persons:
        """What says whose a figure of an attribute is."""
        return self._persons.get(attribute) or self._persons[""]

    def question(self, attribute: str, unit: str = "", scope: str = "") -> QuestionForm:
        """How an attribute is asked about, of a scope or in a unit that has a form of its own; KeyError when no rule says so."""
        scoped = self._questions.get((attribute, "", scope)) if scope else None
        return scoped or self._questions.get((attribute, unit, "")) or self._questions[attribute, "", ""]

    def verdict(self, verdict: str) -> VerdictForm:
        """The sentences of a verdict."""
        return self._verdicts[verdict]

    def cause(self, kind: str) -> CauseForm:
        """The sentence of a cause ("digit-slip")."""
        return self._causes[kind]

    def consensus(self, attribute: str) -> ConsensusRule | None:
        """How a consensus on the attribute is taken, or None when none is."""
        return self._consensus.get(attribute)

    def check(self, name: str) -> SelfCheckForm:
        """The sentences of a self-check."""
        return self._checks[name]

    def factor(self, attribute: str, a: str, b: str) -> tuple[float, float] | None:
        """What to multiply figures in ``a`` and in ``b`` by so that they can be compared; None when they cannot.

        Units that no rule knows (currencies among them) are comparable with themselves only.
        """
        if a == b:
            return 1.0, 1.0
        for unit in self._units:
            known = {word.lower(): size for word, size in unit.units.items()}
            if attribute in unit.default_of:
                known.setdefault("", 1.0 if unit.dimension != "age" else known["years"])
            first, second = known.get(a.lower()), known.get(b.lower())
            if first is not None and second is not None:
                return first, second
        return None


@cache
def policy(rules: Rulebook) -> Policy:
    """The comparison rules of ``rules``. Raises ValueError when one is missing that code must find."""
    rows, order = rules.of(DecisionRow), rules.of(Seriousness)
    if not rows or not order:
        raise ValueError("rules/compare: a decision table and an order of seriousness are needed")
    last = rows[-1]
    if last.relation or last.attributes or last.all or last.none:
        raise ValueError(f"{last.where}: the last row of the decision table must fit every pair")
    return Policy(
        rows=rows,
        order=order[0].verdicts,
        cues=rules.of(UpdateCue),
        confidence=rules.of(Confidence)[0],
        sayings=Sayings(rules),
        likeness=next(iter(rules.of(MeasureLikeness)), None),
        folk=folk(rules) if rules.of(MeasureLikeness) else frozenset(),
        unnamed=unnamed(rules),
        short_words=short_words(rules),
        lasting=types_of(rules, "lasting"),
        legal=types_of(rules, "legal"),
        called=words_of(rules, "called"),
        victim=words_of(rules, "victim"),
        suspect=words_of(rules, "suspect"),
        _tolerances=_by_attribute(Tolerance, rules),
        _happenings=_by_attribute(Happenings, rules),
        _countings=_by_attribute(Countings, rules),
        _courses=_by_attribute(Courses, rules),
        _persons=_by_attribute(Persons, rules),
        _units=rules.of(Unit),
        _questions={(form.attribute, form.of_unit, form.of_scope): form for form in rules.of(QuestionForm)},
        _verdicts={form.verdict: form for form in rules.of(VerdictForm)},
        _causes={form.id.removeprefix("cause."): form for form in rules.of(CauseForm)},
        _consensus={name: rule for rule in rules.of(ConsensusRule) for name in rule.attributes},
        _checks={form.id: form for form in rules.of(SelfCheckForm)},
    )


_Held = TypeVar("_Held", Tolerance, Happenings, Countings, Courses, Persons)


def _by_attribute(kind: type[_Held], rules: Rulebook) -> dict[str, _Held]:
    """The rule of a kind for each attribute, and under "" that for all the others. Raises ValueError where that is missing."""
    found = {name: rule for rule in rules.of(kind) for name in (rule.attributes or ("",))}
    if "" not in found:
        raise ValueError(f"rules/compare: no rule of {kind.__name__.lower()} without 'attributes', which is for all the others")
    return found


@cache
def any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern of any of a rule's words or phrases, as whole words; the unit of a number is none ("twenty-one of the dead").

    >>> bool(any_of(("of them", "rest")).search("two of them died")), bool(any_of(("rest",)).search("the forest burned"))
    (True, False)
    >>> bool(any_of(("one of the",)).search("twenty-one of the dead"))
    False
    """
    return re.compile(rf"(?<!ty-)\b(?:{'|'.join(map(re.escape, words))})\b")
