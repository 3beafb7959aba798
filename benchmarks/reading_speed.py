#!/usr/bin/env python3
"""How fast articles are read to claims, on one core, and what rules cost whose words stand in no text.

    python benchmarks/reading_speed.py DOCS.jsonl [--count 100] [--size 5000] [--calls]

Documents need the field ``text``; those near ``--size`` characters are taken. The second rulebook holds every rule with patterns and
every class of words twice: the copy of a pattern begins with a word nobody writes, the copy of a word is one. Both are read in turn,
three times, in one run; the fastest pass of each counts, in CPU seconds, so that a busy machine tells little.
``--calls`` counts the calls of a second reading as well, which no other program on the machine changes.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import pstats
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

import discrepancy
from discrepancy import rulebook
from discrepancy.annotate.layers import annotate
from discrepancy.claim import read_claims
from discrepancy.ingest import inputs_from_records
from discrepancy.rulebook import Rulebook

PATTERNS = ("pattern", "patterns")
WORDS = ("words", "one", "many", "same", "nouns", "verbs")
KINDS = frozenset(("words", "populations", "verbs", "phrases", "facts", "times", "cues", "name-words"))
"""Kinds of which there may be any number of rules: a copy with other words is one rule more."""


def seconds(records: Sequence[dict[str, Any]], rules: Rulebook) -> float:
    """CPU seconds to read all documents, with the rules compiled before."""
    begun = time.process_time()
    for record in records:
        for document in inputs_from_records([record], rules).documents:
            read_claims(annotate(document, rules), rules)
    return time.process_time() - begun


def calls(records: Sequence[dict[str, Any]], rules: Rulebook) -> tuple[int, int]:
    """Calls of Python functions and of C functions, to read all documents once more."""
    with cProfile.Profile() as profile:
        seconds(records, rules)
    counted = pstats.Stats(profile).stats  # type: ignore[attr-defined]  # there, and in no stub
    ours = sum(number for (file, _, _), (_, number, *_) in counted.items() if file != "~")
    return ours, sum(number for _, number, *_ in counted.values()) - ours


def doubled(folder: Path) -> int:
    """Writes the copies of the shipped rules that only differ in their words; gives how many."""
    made = 0
    for path in sorted((Path(discrepancy.__file__).parents[1] / "rules").rglob("*.yaml")):
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        if content["kind"] not in KINDS:
            continue
        rules = [copy for number, rule in enumerate(content["rules"]) if (copy := _other(rule, f"{path.stem}{number}")) is not None]
        made += len(rules)
        if rules:
            name = f"{path.parent.name}-{path.name}"
            (folder / name).write_text(yaml.safe_dump({"kind": content["kind"], "rules": rules}, allow_unicode=True), encoding="utf-8")
    return made


def _other(rule: dict[str, Any], number: str) -> dict[str, Any] | None:
    """The rule with words nobody writes; None when it has neither patterns nor words."""
    if not rule.keys() & {*PATTERNS, *WORDS}:
        return None
    copy = {**rule, "id": f"{rule['id']}.other"}
    for key in PATTERNS:
        if key in copy:
            copy[key] = [f"'qzx{number}' ({p})" for p in copy[key]] if isinstance(copy[key], list) else f"'qzx{number}' ({copy[key]})"
    for key in WORDS:
        if key in copy:
            words = copy[key].split() if isinstance(copy[key], str) else copy[key]
            copy[key] = [f"qzx{word}" for word in words]
    return copy


def main(argv: list[str] | None = None) -> int:
    """Reads the command line, prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", type=Path)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--size", type=int, default=5000)
    parser.add_argument("--calls", action="store_true", help="count the calls that reading makes")
    options = parser.parse_args(argv)
    lines = options.documents.read_text(encoding="utf-8").splitlines()
    near = [record for line in lines if abs(len((record := json.loads(line))["text"]) - options.size) < options.size // 10]
    records = near[: options.count]
    with tempfile.TemporaryDirectory() as folder:
        made = doubled(Path(folder))
        plain, twice = rulebook(), rulebook(folder)
    seconds(records[:10], plain), seconds(records[:10], twice)
    ours, theirs = [], []
    for _ in range(3):
        ours.append(seconds(records, plain))
        theirs.append(seconds(records, twice))
    size = sum(len(record["text"]) for record in records) / len(records)
    each, other = min(ours) / len(records), min(theirs) / len(records)
    print(f"{len(records)} documents of {size:.0f} characters: {1 / each:.0f} a second, {each * 1000:.1f} ms each")
    print(f"with {made} rules more, of other words: {1 / other:.0f} a second, {other / each - 1:+.0%} time")
    if options.calls:
        python, c = calls(records, plain)
        print(f"{python / len(records):,.0f} calls of Python and {c / len(records):,.0f} of C functions each")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
