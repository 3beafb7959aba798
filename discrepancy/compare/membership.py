"""The relation of two lists of names or labels.

Takes two :class:`~discrepancy.model.values.Terms` and a lexicon; gives a relation. A longer list says more, so a
shorter one is "wider"; whether a closed shorter list is an omission is policy and not known here.
"""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.compare.lexicon import Lexicon
from discrepancy.model.findings import Relation
from discrepancy.model.values import Terms

_MATCHES: tuple[Relation, ...] = ("same", "narrower", "wider")
_MIRROR: dict[Relation, Relation] = {"narrower": "wider", "wider": "narrower"}


def relate_terms(a: Terms, b: Terms, lexicon: Lexicon, places: bool = False) -> Relation:
    """How list ``a`` stands to list ``b``; ``places`` says that all members can only be places.

    >>> from discrepancy.rulebook import rulebook
    >>> relate_terms(Terms(("BLF",)), Terms(("BLA", "BLF")), Lexicon(rulebook()))
    'wider'
    """
    if not a.members or not b.members:
        return "unknown"
    grid = [[lexicon.relation(x, y, places) for y in b.members] for x in a.members]
    rows = [_best(row) for row in grid]
    columns = [_best([_MIRROR.get(row[j], row[j]) for row in grid]) for j in range(len(b.members))]
    if not any(rows):
        apart = all(relation == "disjoint" for row in grid for relation in row)
        return "disjoint" if apart and not (a.open and b.open) else "unknown"
    if (a.choice and len(a.members) > 1) or (b.choice and len(b.members) > 1):
        return _choices(a, b, rows, columns)
    kinds = {found for found in rows if found} | {_MIRROR.get(found, found) for found in columns if found}
    if all(rows) and all(columns):
        if a.open != b.open:
            kinds.add("wider" if a.open else "narrower")
        return _together(kinds)
    if all(rows):
        return "wider" if "narrower" not in kinds else "overlap"
    if all(columns):
        return "narrower" if "wider" not in kinds else "overlap"
    return "overlap"


def _best(found: Sequence[Relation]) -> Relation | None:
    """The closest match of one member among the other list's, or None."""
    return next((wanted for wanted in _MATCHES if wanted in found), None)


def _together(kinds: set[Relation]) -> Relation:
    kinds = kinds - {"same"}
    if not kinds:
        return "same"
    return next(iter(kinds)) if len(kinds) == 1 else "overlap"


def _choices(a: Terms, b: Terms, rows: Sequence[Relation | None], columns: Sequence[Relation | None]) -> Relation:
    """At least one of the two is "A or B": each member is a world of its own."""
    if a.choice and b.choice and all(rows) and all(columns):
        return "same" if all(r == "same" for r in (*rows, *columns)) else "overlap"
    if all(rows) and b.choice and (a.choice or len(a.members) == 1):
        return "narrower" if all(r in ("same", "narrower") for r in rows) else "overlap"
    if all(columns) and a.choice and (b.choice or len(b.members) == 1):
        return "wider" if all(r in ("same", "narrower") for r in columns) else "overlap"
    return "overlap"
