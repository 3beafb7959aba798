"""The comparison rules of a rulebook, looked up once.

Takes a rulebook; gives widths by attribute, conversion of units, forms of sentences, the decision table. Knows no
claims.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from discrepancy.link.figures import folk
from discrepancy.link.sayings import Sayings
from discrepancy.rulebook.kinds.comparing import (
    CauseForm,
    Confidence,
    ConsensusRule,
    QuestionForm,
    SelfCheckForm,
    Tolerance,
    Unit,
    UpdateCue,
    VerdictForm,
)
from discrepancy.rulebook.kinds.decisions import DecisionRow, Seriousness
from discrepancy.rulebook.kinds.linking import MeasureLikeness
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
    _tolerances: dict[str, Tolerance]
    _units: tuple[Unit, ...]
    _questions: dict[tuple[str, str], QuestionForm]
    _verdicts: dict[str, VerdictForm]
    _causes: dict[str, CauseForm]
    _consensus: dict[str, ConsensusRule]
    _checks: dict[str, SelfCheckForm]

    def tolerance(self, attribute: str) -> Tolerance:
        """The widths that hold for an attribute."""
        return self._tolerances.get(attribute) or self._tolerances[""]

    def question(self, attribute: str, unit: str = "") -> QuestionForm:
        """How an attribute is asked about, of values in a unit that has a form of its own; KeyError when no rule says so."""
        return self._questions.get((attribute, unit)) or self._questions[attribute, ""]

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
    tolerances = {name: t for t in rules.of(Tolerance) for name in (t.attributes or ("",))}
    if "" not in tolerances:
        raise ValueError("rules/compare: no tolerance without 'attributes', which is for all the others")
    return Policy(
        rows=rows,
        order=order[0].verdicts,
        cues=rules.of(UpdateCue),
        confidence=rules.of(Confidence)[0],
        sayings=Sayings(rules),
        likeness=next(iter(rules.of(MeasureLikeness)), None),
        folk=folk(rules) if rules.of(MeasureLikeness) else frozenset(),
        _tolerances=tolerances,
        _units=rules.of(Unit),
        _questions={(form.attribute, form.of_unit): form for form in rules.of(QuestionForm)},
        _verdicts={form.verdict: form for form in rules.of(VerdictForm)},
        _causes={form.id.removeprefix("cause."): form for form in rules.of(CauseForm)},
        _consensus={name: rule for rule in rules.of(ConsensusRule) for name in rule.attributes},
        _checks={form.id: form for form in rules.of(SelfCheckForm)},
    )
