#!/usr/bin/env python3
"""Clustering of very many names: seconds, memory, and what blocking misses.

    python benchmarks/names_scale.py PAIRS.jsonl… --names 10000 [--brute 500] [--fixed-words]

The names are those of the pairs (``a``, ``b``, ``kind``), filled up with new ones made of their words, the same in every run. Words of
names grow in number with the names (Heaps' law: by the power 0.53 for groups and persons and 0.62 for places among the 10,600 names of
three dev files), so new names bring new words, made of the halves of two others, by the power of 0.55. With ``--fixed-words`` they bring
none: harder than any archive, for then a word of 100,000 names stands in ten times as many of them as in 10,000. ``--brute N``
holds N of them against every other name of their kind and tells which share of the pairs that may be merged blocking brings to the judge.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import sys
import time
from collections import Counter
from pathlib import Path

from discrepancy.link.entities import cluster
from discrepancy.link.entities_blocks import Keys, candidates
from discrepancy.link.names import judge_of
from discrepancy.model.claims import Name
from discrepancy.model.text import Span
from discrepancy.rulebook import Rulebook, rulebook

KINDS = ("group", "person", "place")


HEAPS = 0.55
"""By which power of the number of names that of their words grows."""


def drawn(paths: list[Path], wanted: int, fixed: bool = False) -> list[tuple[str, str]]:
    """(kind, name), sorted; made-up ones only where the files hold too few. ``fixed``: of the words of the files alone."""
    draw = random.Random(3)  # a fixed seed: the same names in every run
    known: set[tuple[str, str]] = set()
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            pair = json.loads(line)
            known |= {(pair["kind"], pair["a"]), (pair["kind"], pair["b"])}
    found = sorted(known)
    if len(found) > wanted:
        return sorted(draw.sample(found, wanted))
    pool = {kind: [name.split() for k, name in found if k == kind] for kind in KINDS}
    words = {kind: sorted({word for name in names for word in name}) for kind, names in pool.items()}
    begun = {kind: len(words[kind]) for kind in KINDS}
    counts = Counter(kind for kind, _ in found)
    made, grown = dict.fromkeys(found), {kind: list(names) for kind, names in pool.items()}
    while len(made) < wanted:
        kind = draw.choice(KINDS)
        first, second = (draw.choice((pool if fixed else grown)[kind]) for _ in range(2))
        name = [*first[: max(1, len(first) - 1)], second[-1]]
        if not fixed and len(words[kind]) < begun[kind] * (counts[kind] / len(pool[kind])) ** HEAPS:
            front, back = draw.choice(words[kind]), draw.choice(words[kind])
            name[draw.randrange(len(name))] = fresh = front[: (len(front) + 1) // 2] + back[len(back) // 2 :].lower()
            words[kind].append(fresh)
        if (kind, " ".join(name)) not in made:
            made[kind, " ".join(name)] = None
            counts[kind] += 1
            grown[kind].append(name)
    return sorted(made)


def recall(names: list[tuple[str, str]], sample: int, rules: Rulebook) -> tuple[int, int]:
    """Of the pairs of sampled names and all others that may be merged: how many blocking finds, and how many there are."""
    judge, draw, found, there = judge_of(rules), random.Random(5), 0, 0
    for kind in KINDS:
        texts = [name for k, name in names if k == kind]
        blocked = set(candidates(texts, kind, Keys(judge)))
        for one in draw.sample(texts, min(len(texts), sample // len(KINDS))):
            for other in texts:
                low, high = min(one, other), max(one, other)
                if one != other and judge.weigh(low, high, kind).mergeable:
                    there += 1
                    found += (low, high) in blocked
    return found, there


def main(argv: list[str] | None = None) -> int:
    """Reads the command line, prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", nargs="+", type=Path)
    parser.add_argument("--names", type=int, default=10_000)
    parser.add_argument("--brute", type=int, default=0)
    parser.add_argument("--fixed-words", action="store_true", help="new names bring no new words")
    options = parser.parse_args(argv)
    rules = rulebook()
    names = drawn(options.pairs, options.names, options.fixed_words)
    started, busy = time.perf_counter(), time.process_time()
    entities, _ = cluster([("a", tuple(Name(kind, text, Span(0, 1)) for kind, text in names))], rules)  # type: ignore[arg-type]
    took, cpu = time.perf_counter() - started, time.process_time() - busy
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(names)} names, {len(entities)} entities: {took:.1f} s ({cpu:.1f} s of one core), {memory:.0f} MB")
    if options.brute:
        found, there = recall(names, options.brute, rules)
        share = 100 * found / max(1, there)
        print(f"blocking brings {found} of {there} pairs that may be merged ({share:.1f} %), {options.brute} names sampled")
    return 0


if __name__ == "__main__":
    sys.exit(main())
