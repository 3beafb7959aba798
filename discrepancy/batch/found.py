"""Findings of a set: those of all buckets in one order, with what only the whole set shows.

Takes files of findings, one a bucket and sorted; gives the table of findings, the same as JSON lines and as CSV, and what is new since an
earlier state. Holds a row of each file at a time, and of findings what they are known again by.
"""

from __future__ import annotations

import heapq
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

from discrepancy.batch.packing import unpack
from discrepancy.batch.parts import rows, schema, write
from discrepancy.compare import dependent, seriousness
from discrepancy.compare.policy import policy
from discrepancy.model.findings import Baseline, Finding
from discrepancy.report import replacing
from discrepancy.report.cells import to_csv
from discrepancy.report.difference import Trace, changes, paired
from discrepancy.report.json import finding_as_json
from discrepancy.report.table import FINDING_COLUMNS, finding_row
from discrepancy.review.decisions import Decision, RuledCamp, RuledClaim
from discrepancy.review.gate import stands
from discrepancy.review.reattach import Keyed, Rulings, ruled
from discrepancy.rulebook.schema import Rulebook

FINDINGS = schema(
    id="text", level="text", verdict="text", confidence="number", question="text", attribute="text", event="text", entity="text",
    article="text", population="text", scope="text", camps="text", articles="text", message="text", sayable="text", causes="text",
    depends_on="text", origins="whole", single_origin="text", ledger="text", rule="text", state="text", ruled="text", since="text",
    baseline="text", ignored="text", packed="packed", trace="packed", claims="packed",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """How many findings there are by level, of those that are new or changed where an earlier state was given, and of those shown (the new
    and changed ones there, else all) that wait for an editor."""

    levels: Mapping[str, int]
    fresh: Mapping[str, int]
    waiting: Mapping[str, int]


def merge(found: Sequence[Path], rules: Rulebook, root: Path, decisions: Sequence[Decision], before: Path | None = None) -> Told:
    """Writes the findings of all files, each with the ruling that speaks of it: ``findings/all.parquet``, ``findings.jsonl`` and
    ``findings.csv``. Where ``before`` holds an earlier table of findings each is marked new, changed or unchanged, and ``new.jsonl`` has
    the new and the changed ones."""
    marks = _marks(_traces(before), list(_all_traces(found, rules))) if before is not None else {}
    disputed = _disputed(found)
    levels: Counter[str] = Counter()
    fresh: Counter[str] = Counter()
    waiting: Counter[str] = Counter()
    rulings = Rulings(decisions) if decisions else None
    with (
        replacing(root / "findings.jsonl") as lines_at, lines_at.open("w", encoding="utf-8", newline="\n") as lines,
        replacing(root / "findings.csv") as sheet_at, sheet_at.open("w", encoding="utf-8", newline="") as sheet,
        replacing(root / "new.jsonl") as new_at, new_at.open("w", encoding="utf-8", newline="\n") as new,
    ):  # fmt: skip
        sheet.write(to_csv(FINDING_COLUMNS, ()))

        def made() -> Iterator[dict[str, Any]]:
            for number, (finding, row) in enumerate(_in_order(found, rules)):
                whole = dependent(finding, disputed, policy(rules))
                mark, what = marks.get(number, ("", ()))
                whole = replace(whole, baseline=mark)
                if rulings is not None:
                    whole = ruled(whole, rulings.standing(_keyed(whole.id, row["keyed"])))
                levels[finding.level] += 1
                claims = json.loads(row["claims"])
                line = json.dumps({**finding_as_json(whole), "quotes": claims, **({"changed": list(what)} if what else {})}, sort_keys=True)
                lines.write(line + "\n")
                if stands(whole.level, whole.state) and (before is None or mark in ("new", "changed")):
                    waiting[finding.level] += 1
                if mark in ("new", "changed"):
                    fresh[finding.level] += 1
                    new.write(line + "\n")
                cells = finding_row(whole, {claim["id"]: claim["article"] for claim in claims})
                sheet.write(to_csv(FINDING_COLUMNS, [cells]).partition("\n")[2])
                yield {**cells, "packed": row["packed"], "trace": row["trace"], "claims": row["claims"]}

        write(root / "findings" / "all.parquet", FINDINGS, made(), group=256)
    if before is None:
        (root / "new.jsonl").unlink(missing_ok=True)
    return Told(levels, fresh, waiting)


def _keyed(finding: str, packed: bytes) -> Keyed:
    camps, article = json.loads(packed)
    return Keyed(finding, tuple(RuledCamp(value, tuple(RuledClaim(*claim) for claim in claims)) for value, claims in camps), article)


def _in_order(found: Sequence[Path], rules: Rulebook) -> Iterator[tuple[Finding, dict[str, Any]]]:
    """All findings, most serious first, a few of each file in memory."""
    form = policy(rules)

    def of(path: Path) -> Iterator[tuple[Any, Finding, dict[str, Any]]]:
        for row in rows(path, ["packed", "trace", "claims", "keyed"]):
            finding: Finding = unpack(row["packed"])
            yield seriousness(finding, form), finding, row

    merged = heapq.merge(*map(of, found), key=lambda one: one[0])
    return ((finding, row) for _, finding, row in merged)


def _disputed(found: Sequence[Path]) -> frozenset[str]:
    """The claims in dispute on which a finding rests."""
    wanted = {claim for path in found for row in rows(path, ["rests"]) for claim in row["rests"]}
    return frozenset(claim for path in found for row in rows(path, ["disputes"]) for claim in row["disputes"] if claim in wanted)


def _all_traces(found: Sequence[Path], rules: Rulebook) -> Iterator[Trace]:
    return (_trace(row["trace"]) for _, row in _in_order(found, rules))


def _traces(table: Path) -> list[Trace]:
    return [_trace(row["trace"]) for row in rows(table, ["trace"])]


def _trace(packed: bytes) -> Trace:
    key, asked, level, verdict, values, claims = json.loads(packed)
    return Trace(key, tuple(asked), level, verdict, tuple(values), tuple(claims))


def _marks(before: Sequence[Trace], after: Sequence[Trace]) -> dict[int, tuple[Baseline, tuple[str, ...]]]:
    """For the place of each finding what an earlier state knew of it, and what has changed."""
    pairs = paired(before, after)
    marks: dict[int, tuple[Baseline, tuple[str, ...]]] = {}
    for number, one in enumerate(after):
        if number not in pairs:
            marks[number] = ("new", ())
        else:
            what = changes(before[pairs[number]], one)
            marks[number] = ("changed", what) if what else ("unchanged", ())
    return marks


def first(path: Path, levels: Sequence[str], count: int, new: bool) -> Iterator[dict[str, Any]]:
    """The first findings of a table at some levels that wait for an editor; ``new`` limits them to those that are new or have changed."""
    fitting = (
        row for row in rows(path, ["level", "message", "baseline", "state"])
        if row["level"] in levels and stands(row["level"], row["state"]) and (not new or row["baseline"] in ("new", "changed"))
    )  # fmt: skip
    return islice(fitting, count)
