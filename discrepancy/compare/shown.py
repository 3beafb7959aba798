"""What a rule of comparing makes of two claims: the examples of the decision table and of the widths, run through the comparison itself.

Takes a rule, a pair of claims in notation and the rulebook; gives the verdict. :mod:`discrepancy.selftest` calls this.
"""

from __future__ import annotations

from dataclasses import fields

from discrepancy import notation
from discrepancy.compare.behind import listed
from discrepancy.compare.context import context
from discrepancy.compare.judge import Ruling, weigh
from discrepancy.compare.pair import siblings
from discrepancy.compare.passport import Difference
from discrepancy.link.holding import Holding
from discrepancy.model.claims import Claim
from discrepancy.model.text import Evidence, Span
from discrepancy.rulebook.kinds.decisions import DecisionRow
from discrepancy.rulebook.schema import Rule, Rulebook

_BOTH, _TWO = " also ", " vs "


def shows(rule: Rule, text: str, published: str, rules: Rulebook) -> list[tuple[str, str]]:
    """The pair and its verdict where the rule is the row that decides it; for a rule of widths where the two do not conflict, or "apart"
    where they are of two things.

    ``text`` is ``A vs B``, claims of two articles, or ``A also B``, claims of one; behind ``//`` stands the sentence of a claim, its own
    words between asterisks: ``killed>=9 // at least *nine men* died vs killed=12``. ``published`` does not matter to a pair.
    """
    found = ruling(text, rules)
    if isinstance(rule, DecisionRow):
        return [(text, found.row.verdict)] if isinstance(found, Ruling) and found.row.id == rule.id else []
    if isinstance(found, Difference):
        return [(text, "apart")]
    return [(text, found.row.verdict)] if found.row.verdict != "conflicts" else []


def ruling(text: str, rules: Rulebook) -> Ruling | Difference:
    """The ruling on a pair in notation, or the field in which the two are not alike. Raises NotationError."""
    joint = _BOTH if _BOTH in text else _TWO
    left, found, right = text.partition(joint)
    if not found:
        raise notation.NotationError(text, 0, "expected two claims, as in A vs B or A also B")
    a, b = _claim(left, "a", 0), _claim(right, "a" if joint == _BOTH else "b", 1)
    around = context((a, b), (), {}, (), rules, origins=listed(()), aligned_by=Holding(), mentions=(), contains=None, draft="")
    return weigh(a, b, siblings((a, b)), around)


def _claim(text: str, article: str, number: int) -> Claim:
    """A claim as a sheet has it, of an event where it names neither event nor entity."""
    written, _, words = text.partition(" // ")
    said = notation.parse_claim(written)
    content = {field.name: getattr(said, field.name) for field in fields(said)}
    content["event"] = said.event or ("" if said.entity else "event")
    before, exact, after = words.split("*") if words else ("", written, "")
    evidence = Evidence(article, Span(number, number + len(exact)), exact, before, after)
    return Claim(id=f"{article}:{number}", article=article, evidence=evidence, rule="typed", **content)
