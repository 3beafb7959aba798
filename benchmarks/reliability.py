#!/usr/bin/env python3
"""Reliability of confidences: of findings told with some confidence, the share that a reader of the pairs calls a difference.

    python benchmarks/predict.py conflicts DOCS.jsonl -o PRED.jsonl
    python benchmarks/reliability.py --scorer score_conflicts.py --gold GOLD.jsonl --pred PRED.jsonl [--read READ.jsonl]

Pairs are matched as the scorer matches them; only pairs that the gold judges count (a conflict or an update is right, a compatible pair
or a spelling is wrong). ``--read`` adds pairs read by hand: prediction lines with ``"right": true`` or ``false``. The table gives for each
step of confidence how many pairs there are, the mean confidence, the share that is right with its Wilson interval (95 %), and below it the
Brier score and how many pairs all this rests on.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import sqrt
from pathlib import Path
from typing import Any

Record = dict[str, Any]
STEPS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
RIGHT = ("conflict", "update")
_Z = 1.96


def judged(gold: Sequence[Record], predictions: Sequence[Record], scorer: Path) -> Iterator[tuple[float, bool]]:
    """Confidence and truth of each prediction that the gold judges."""
    spec = importlib.util.spec_from_file_location("scorer", scorer)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{scorer}: this is no Python file; name the scorer of the conflicts bench")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    matches, _ = module.match(gold, predictions, False)
    for item, prediction in matches.items():
        yield predictions[prediction]["confidence"], gold[item]["label"] in RIGHT


def table(pairs: Iterable[tuple[float, bool]]) -> str:
    """The table in words.

    >>> print(table([(0.8, True), (0.85, False), (0.4, True)]).splitlines()[1])
    0.0-0.5      1  0.40  1.00  (0.21-1.00)
    """
    pairs = list(pairs)
    lines = ["confidence   n  mean  right  (interval)"]
    for low, high in pairwise(STEPS):
        here = [(c, right) for c, right in pairs if low <= c < high]
        if here:
            share = sum(right for _, right in here) / len(here)
            mean = sum(c for c, _ in here) / len(here)
            first, last = wilson(sum(right for _, right in here), len(here))
            lines.append(f"{low:.1f}-{min(high, 1.0):.1f}  {len(here):5}  {mean:.2f}  {share:.2f}  ({first:.2f}-{last:.2f})")
    brier = sum((c - right) ** 2 for c, right in pairs) / len(pairs) if pairs else 0.0
    wrong = sum(not right for _, right in pairs)
    lines.append(f"Brier score {brier:.3f}; rests on {len(pairs)} pairs, {wrong} of them wrong")
    return "\n".join(lines)


def wilson(hits: int, of: int) -> tuple[float, float]:
    """The interval in which a share lies, 95 times of 100 (Wilson, 1927).

    >>> wilson(1, 1)
    (0.20654329147389294, 1.0)
    """
    share = hits / of
    middle = share + _Z * _Z / (2 * of)
    half = _Z * sqrt(share * (1 - share) / of + _Z * _Z / (4 * of * of))
    return max(0.0, (middle - half) / (1 + _Z * _Z / of)), min(1.0, (middle + half) / (1 + _Z * _Z / of))


def lines_of(path: Path) -> list[Record]:
    """The records of a file with one JSON object a line."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def main(argv: list[str] | None = None) -> int:
    """Reads the command line, prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("scorer", "gold", "pred"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--read", type=Path)
    options = parser.parse_args(argv)
    pairs = list(judged(lines_of(options.gold), lines_of(options.pred), options.scorer))
    if options.read:
        pairs += [(line["confidence"], line["right"]) for line in lines_of(options.read)]
    print(table(pairs))
    return 0


if __name__ == "__main__":
    sys.exit(main())
