"""Two names: the same, different, or nobody can tell, with a score and the reason.

Takes two names as printed, their kind and the rulebook; gives a :class:`Match`. A pure function. It judges spelling
and what
``rules/names`` says of aliases; it does not know what the articles say of the two.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import exp
from typing import Literal

from discrepancy.annotate.places import gazetteer
from discrepancy.annotate.spelling import Spelled, Spelling, key, spelling
from discrepancy.link.names_align import Alignment, align, evidence
from discrepancy.link.names_listed import AliasTable, Days
from discrepancy.link.names_short import acronym
from discrepancy.rulebook import Rulebook
from discrepancy.rulebook.kinds.names import NameJudging, NameSpelling
from discrepancy.rulebook.schema import Rule


@dataclass(frozen=True, slots=True)
class Match:
    """The judgement of two names. ``score`` is between 0 and 1 and ranks pairs of all kinds; ``why`` is one sentence.

    ``mergeable`` is stricter than the verdict: the spellings may stand for one another in different articles, because
    neither leaves out a word that could tell it from a third name.
    """

    verdict: Literal["same", "different", "unsure"]
    score: float
    why: str
    mergeable: bool = False


_ACRONYM = 0.75
"""How well initials must fit to be more than a hint."""
SURNAME = 0.93
"""Likeness of a name of one word with somebody's last word."""
_LAST = 0.5
"""How well the last words must answer each other where one name leaves words out."""
CONTRADICTS = 0.25
"""The weight of words on both sides without answer from which two spellings are not merged."""
_CARRIES = 0.6
"""The weight of words that two spellings must share to be merged."""
ONE_WORD = 0.8
"""Likeness from which two words are shown as one."""

_SCALES = {"people": "group", "outlet": "group", "office": "group", "work": "group", "event": "group", "unknown": "group"}
"""Kinds of names that are judged with the weights of another kind."""


class Judge:
    """The judging rules of one rulebook, compiled: weights for each kind, aliases by folded name."""

    def __init__(self, rules: Rulebook) -> None:
        self.fold: Spelling = spelling(rules)
        self._tables = gazetteer(rules)
        self.judging = {rule.kind: rule for rule in rules.of(NameJudging)}
        self._listed = AliasTable(rules)
        self.spelled = lru_cache(maxsize=1 << 18)(self._plainly)
        self.judge = lru_cache(maxsize=1 << 16)(self._judge)

    def _plainly(self, name: str, kind: str) -> Spelled:
        return self.fold.spell(self._listed.plain(name, kind), self.scale(kind))

    def weigh(self, a: str, b: str, kind: str, days: Days | None = None) -> Match:
        """As ``judge``, without the sentence and without keeping it: for millions of pairs."""
        return self._judge(a, b, kind, days, say=False)

    def scale(self, kind: str) -> str:
        """The kind whose weights judge names of this kind."""
        return _SCALES.get(kind, kind)

    def omits(self, kind: str) -> float:
        """The weight of words that one of two names of a kind may have over the other's and still be merged with it."""
        return self.judging[self.scale(kind)].omits  # type: ignore[index]  # as in _judge

    def alias_ids(self, name: str, kind: str) -> tuple[str, ...]:
        """The alias entries that hold a name, sorted."""
        return self._listed.ids(name, kind)

    def house_spellings(self) -> Mapping[str, Mapping[str, str]]:
        """For each kind the names of which this desk writes one only, each with that one."""
        return self._listed.house_spellings()

    def listed(self, a: str, b: str, kind: str, days: Days | None = None) -> bool:
        """True when an entry says that the two are one, or that they are two."""
        return self._listed.verdict(a, b, kind, days) is not None

    def shown(self, a: str, b: str) -> list[str]:
        """The kind that both names show: groups by a word such as Front or Army, places by the tables; none where they do not."""
        if all(any(word.role == "class" for word in self.fold.spell(name, "group").words) for name in (a, b)):
            return ["group"]
        return ["place"] if self.place_ids(a) and self.place_ids(b) else []

    def place_ids(self, name: str) -> tuple[str, ...]:
        """The ids of the places of the tables that bear a name, sorted."""
        return tuple(sorted(place.id for place in self._tables.find(name)))

    def _judge(self, a: str, b: str, kind: str, days: Days | None = None, say: bool = True) -> Match:
        """The judgement; without its sentence unless ``say``, which costs a third of the time."""
        if b < a:  # one order, so that the judgement is symmetric
            a, b = b, a
        scale = self.scale(kind)
        rule = self.judging[scale]  # type: ignore[index]  # every scale has a rule, test_judging holds it so
        listed = self._listed.verdict(a, b, kind, days)
        if listed:
            same = listed[0] == "same"
            return Match(listed[0], 0.99 if same else 0.01, listed[1], same)
        one, other = self.spelled(a, kind), self.spelled(b, kind)
        if not one.words or not other.words:
            same = a.strip() == b.strip() and bool(a.strip())
            return Match("same" if same else "unsure", float(same) * 0.98, "there are no letters to compare")
        if key(a) == key(b):
            return Match("same", 0.98, "the same letters in the same order", True)
        alignment = align(one, other, self.fold)
        found = evidence(one, other, alignment)
        short = _acronym(one, other)
        found["acronym"], found["acronym_loose"] = (short, 0.0) if short >= _ACRONYM else (0.0, short)
        table = self._tables.one_place(a, b) if kind == "place" else None
        found["known_one"], found["known_apart"] = float(table is True), float(table is False)
        if table:
            found["against"] = found["parted"] = 0.0  # what the tables know needs no likeness
        score = _logistic(rule.bias + sum(weight * found[name] for name, weight in rule.weights.items()))
        veto = next((name for name in rule.vetoes if found[name] > 0.5), "") if short < _ACRONYM and not table else ""
        score = 0.02 + 0.96 * score
        score = round(min(score, 0.98 * rule.different) if veto else score, 4)
        verdict: Literal["same", "different", "unsure"] = (
            "same" if score >= rule.same else "different" if score < rule.different else "unsure"
        )
        left, right = (sum(w.weight for w in rest) for rest in (alignment.left, alignment.right))
        left_out, opposed = max(left, right), min(left, right) > CONTRADICTS
        parted = any(like < ONE_WORD for _, _, like in alignment.pairs)
        borne = sum(min(x.weight, y.weight) for x, y, like in alignment.pairs if like >= ONE_WORD and "initial" not in (x.role, y.role))
        if scale == "person" and min(len(one.words), len(other.words)) == 1:
            borne *= _is_surname(one, other, alignment)
        if scale == "person" and left_out > CONTRADICTS and found["last"] < _LAST:
            borne = 0.0  # a given name and a father's name are no surname
        enough = borne >= min(_CARRIES, one.weight, other.weight)  # initials and common words alone make no name
        whole = enough and not parted and not opposed and left_out <= rule.omits
        mergeable = verdict == "same" and (short == 1 or whole)
        if table:  # "San Luis" is more than San Luis Potosí, and Niger no part of Nigeria
            first, second = self._tables.first(a), self._tables.first(b)
            mergeable = first is not None and second is not None and first.country == second.country
        mergeable = mergeable and table is not False
        why = _why(one, other, alignment, short, veto) if say else ""
        if say and table is not None:
            why += "; the tables of places hold " + ("one place under both" if table else "no place under both")
        return Match(verdict, score, why, mergeable)


def _is_surname(one: Spelled, other: Spelled, alignment: Alignment) -> bool:
    """True when the only word of one name is the last of the other, spelled much alike."""
    if len(one.words) == len(other.words):
        return True
    return any(like >= SURNAME and x.at == one.words[-1].at and y.at == other.words[-1].at for x, y, like in alignment.pairs)


def _logistic(x: float) -> float:
    return 1 / (1 + exp(-x))


def _acronym(one: Spelled, other: Spelled) -> float:
    best = max(acronym(one, other), acronym(other, one))
    for name, rest in ((one, other), (other, one)):
        if name.aside and (key(name.aside) == key(rest.text) or key(name.aside) == key(rest.aside)):
            best = 1.0
    return best


def _why(one: Spelled, other: Spelled, alignment: Alignment, short: float, veto: str) -> str:
    """One sentence on what two names share and where they part."""
    if short:
        a, b = (one.text, other.text) if len(one.letters) == 1 else (other.text, one.text)
        return f"{a} has the initials of {b}" + ("" if short == 1 else ", not quite")
    alike = [(x, y) for x, y, like in alignment.pairs if like >= ONE_WORD]
    parted = [(x.text, y.text) for x, y, like in alignment.pairs if like < ONE_WORD]
    left, right = [w.text for w in alignment.left], [w.text for w in alignment.right]
    parts = []
    if alike:
        parts.append("alike: " + ", ".join(x.text if x.text == y.text else f"{x.text} ~ {y.text}" for x, y in alike))
    parted += list(zip(left, right, strict=False))
    if parted:
        parts.append("against each other: " + ", ".join(f"{x} / {y}" for x, y in parted))
    alone = left[len(right) :] or right[len(left) :]
    if alone:
        parts.append("on one side only: " + ", ".join(alone))
    if veto:
        parts.append(f"a different {veto} tells them apart")
    return "; ".join(parts)


@lru_cache(maxsize=8)
def judge_of(rules: Rulebook) -> Judge:
    """The compiled judge of a rulebook, made once for each rulebook."""
    return Judge(rules)


def judge(a: str, b: str, kind: str, rules: Rulebook, days: Days | None = None) -> Match:
    """Whether two names of one kind name one entity.

    Symmetric; a name and itself are always the same. ``kind`` is one of :data:`~discrepancy.model.claims.NameKind`. ``days`` are the
    first and last day on which the two are printed: an alias counts when it holds on both; without days it always does.

    >>> from discrepancy.rulebook import rulebook
    >>> judge("Anwaar ul Haq Kakar", "Anwar-ul-Haq Kakar", "person", rulebook()).verdict
    'same'
    >>> judge("Mahdi Front", "Mahdi Army", "group", rulebook()).verdict
    'different'
    """
    made = judge_of(rules)
    return made.judge(a, b, kind, days) if a <= b else made.judge(b, a, kind, days)


def explain(a: str, b: str, kind: str | None, rules: Rulebook, day: date | None = None) -> str:
    """A sentence for a reader: verdict, score and reason. Without a kind, one under which an entry lists the two, or that which both names
    show, or else that under which they are most alike; ``day`` is that on which both are printed.

    >>> from discrepancy.rulebook import rulebook
    >>> explain("North Korea", "South Korea", "place", rulebook()).split(":")[0]
    'North Korea and South Korea are different as places (score 0.01)'
    """
    days, made = (day, day) if day else None, judge_of(rules)
    kinds = [kind] if kind else ["person", "group", "people", "place"]
    kinds = [k for k in kinds if made.listed(a, b, k, days)] or ([] if kind else made.shown(a, b)) or kinds[:]
    kinds = [k for k in kinds if k != "people" or kind or made.listed(a, b, k, days)]
    match, kind = max(((judge(a, b, k, rules, days), k) for k in kinds), key=lambda pair: pair[0].score)
    words = {"same": "are the same", "different": "are different", "unsure": "cannot be told apart or together"}
    plural = {"person": "persons", "people": "peoples"}.get(kind, kind + "s")
    return f"{a} and {b} {words[match.verdict]} as {plural} (score {match.score:.2f}): {match.why}."


def shows(rule: Rule, text: str, published: str, rules: Rulebook) -> list[tuple[str, str]]:
    """A pair of names, ``A = B`` or ``A | B``, where the two are one: by the judging of their kind, or for a step of spelling, as persons,
    which in the second form means that nothing tells them apart."""
    a, mark, b = text.partition(" = " if " = " in text else " | ")
    kind = rule.kind if isinstance(rule, NameJudging) else "person"
    match = judge(a, b, kind, rules)
    one = match.score >= judge(a, a, kind, rules).score if mark == " | " and isinstance(rule, NameSpelling) else match.verdict == "same"
    return [(text, match.verdict)] if one else []
