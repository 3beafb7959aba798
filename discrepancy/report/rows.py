"""One row of a sheet of claims, read cell by cell.

Takes the cells of a row under the names of their columns; gives a claim, the words it stands in, and what else the row tells. What is
wrong is told with row and column, and all of it at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from discrepancy import notation
from discrepancy.model.claims import Attribute, Claim, NameKind, Stance
from discrepancy.model.text import BlockKind, Evidence, Span
from discrepancy.model.values import Value, When
from discrepancy.notation import KINDS, NotationError
from discrepancy.report.pieced import Words
from discrepancy.report.table import named

NEEDED = ("article", "attribute", "value")
_YES = ("yes", "true", "1")
_NO = ("", "no", "false", "0")
_FURTHEST = 10_000_000
"""The last place in an article, in code points, that is taken for one."""


class Row:
    """One row, read cell by cell; what is wrong goes to ``faults``."""

    def __init__(self, number: int, cells: Mapping[str, str], faults: list[str]) -> None:
        self.number, self.cells, self.faults = number, cells, faults

    def text(self, name: str) -> str:
        """A cell without the blanks round it; "" for none."""
        return self.cells.get(name, "").strip()

    def fault(self, name: str, sentence: str) -> None:
        """Keeps a fault with its row and column."""
        self.faults.append(f"row {self.number}, column {name}: {sentence}")

    def claim(self) -> Claim | None:
        """The row as a claim whose evidence has no place yet."""
        before = len(self.faults)
        attribute = self._attribute()
        value = self._value(attribute) if attribute else None
        stance = self._stance()
        as_of = self.day("as_of")
        for name in NEEDED:
            if not self.text(name):
                self.fault(name, "is empty.")
        typed = not self.text("rule")  # our own tables also hold claims that stand apart from every event
        if typed and not self.text("event") and not self.text("entity"):
            self.fault("event", "is empty, and so is entity: what is this claim about?")
        additional, loose = self._truth("additional"), self._truth("loose")
        if len(self.faults) > before or attribute is None or value is None or stance is None:
            return None
        return Claim(
            self.text("id") or f"row-{self.number}",
            self.text("article"),
            attribute,
            value,
            Evidence(self.text("article"), Span(0, 0), "", "", ""),
            self.text("rule") or f"claims-table:{self.number}",
            **{name: self.text(name) for name in ("event", "entity", "population", "scope", "unit", "attributed_to")},
            as_of=as_of,
            stance=stance,
            additional=additional,
            loose=loose,
            anchors=tuple(self.text("anchors").split()),
            anchor_text=self.text("anchor_text"),
        )

    def _attribute(self) -> Attribute | None:
        given = self.text("attribute")
        found: Attribute | None = next((known for known in get_args(Attribute) if known == given), None)
        if given and found is None:
            self.fault("attribute", f"{given!r} is none of {', '.join(get_args(Attribute))}.")
        return found

    def _value(self, attribute: Attribute) -> Value | None:
        """The value, of the kind that the attribute takes."""
        given = self.text("value")
        if not given:
            return None
        try:
            return notation.parse(given, KINDS[attribute])
        except NotationError as fault:
            self.fault("value", f"{fault}.")
            return None

    def _stance(self) -> Stance | None:
        given = self.text("stance") or "asserted"
        found: Stance | None = next((known for known in get_args(Stance) if known == given), None)
        if found is None:
            self.fault("stance", f"{given!r} is none of {', '.join(get_args(Stance))}.")
        return found

    def day(self, name: str) -> When | None:
        """The day, or the days, in a cell; None where it is empty or wrong."""
        given = self.text(name)
        if not given:
            return None
        try:
            value = notation.parse(given, When)
        except NotationError as fault:
            self.fault(name, f"{fault}.")
            return None
        if not isinstance(value, When):
            self.fault(name, f"{given!r} is no day of the calendar.")
            return None
        return value

    def _truth(self, name: str) -> bool:
        given = self.text(name).lower()
        if given not in (*_YES, *_NO):
            self.fault(name, f"{given!r} is neither yes nor no.")
        return given in _YES

    def words(self) -> Words | None:
        """The row's words: the quote where there is one, else the claim as typed; None where a cell is wrong."""
        before = len(self.faults)
        block, start = self._block(), self._start()
        if len(self.faults) > before:
            return None
        if not self.cells.get("exact"):
            return Words(self.text("value"), f"{self.text('entity') or self.text('event')}, {self.text('attribute')}: ")
        return Words(self.cells["exact"], self.cells.get("before", ""), self.cells.get("after", ""), block, start)

    def _block(self) -> BlockKind:
        given = self.text("block") or "body"
        found: BlockKind | None = next((known for known in get_args(BlockKind) if known == given), None)
        if found is None:
            self.fault("block", f"{given!r} is none of {', '.join(get_args(BlockKind))}.")
        return found or "body"

    def _start(self) -> int | None:
        given = self.text("start")
        if given and not (given.isascii() and given.isdigit() and len(given) < 9 and int(given) <= _FURTHEST):
            self.fault("start", f"{given!r} is no place in an article, which is counted in letters from 0.")
            return None
        return int(given) if given else None

    def kinds(self, claim: Claim) -> dict[str, NameKind]:
        """What sort of name each of those in the claim is, as far as the row tells."""
        given = self.text("value_kinds").split()
        names = named(claim)
        known: dict[str, NameKind] = {kind: kind for kind in get_args(NameKind)}
        if given and (len(given) != len(names) or not {*known, "-"}.issuperset(given)):
            self.fault("value_kinds", f"holds not one of {', '.join(known)} and - for each of {len(names)} names.")
            return {}
        return {name: known[kind] for name, kind in zip(names, given, strict=False) if kind != "-"}
