#!/usr/bin/env python3
"""How long a check takes that starts from nothing, and on what the time goes.

    python benchmarks/cold_start.py [ARTICLES] [--runs 5] [--against CHECKOUT]

``ARTICLES`` is a folder of a few articles (default: a seed set of six). Each call is a process of its own, in a copy of the package, once
with Python's bytecode kept from an earlier call, as after an installation, and once without any (a checkout that is run for the first time,
or ``PYTHONDONTWRITEBYTECODE``). The fastest run of each counts, in processor seconds, so that a busy machine tells little. ``--against``
does the same with another checkout, in turn: read the ratio. The parts are those of one process: what it loads, what it does, and the same
check again.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"


def copied(checkout: Path, to: Path) -> Path:
    """The package and its rules, without bytecode."""
    for name in ("discrepancy", "rules"):
        shutil.copytree(checkout / name, to / name, ignore=shutil.ignore_patterns("__pycache__"))
    return to


def seconds(arguments: Sequence[str], package: Path, kept: bool) -> float:
    """Processor seconds of one call of the command line."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-m", "discrepancy_main", *arguments],
        cwd=package,
        env=surroundings(package, kept),
        stdout=subprocess.DEVNULL,
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def surroundings(package: Path, kept: bool) -> dict[str, str]:
    """The environment of a call; bytecode is written into the copy or nowhere."""
    rest = {name: value for name, value in os.environ.items() if name not in (NO_BYTECODE, "PYTHONPYCACHEPREFIX")}
    return {**rest, "PYTHONPATH": str(package), **({} if kept else {NO_BYTECODE: "1"})}


def parts(articles: Path) -> dict[str, float]:
    """Processor seconds of the parts of a check, in this process, which must not have loaded the package yet."""
    found: dict[str, float] = {}
    at = time.process_time()

    def done(name: str) -> None:
        nonlocal at
        found[name], at = time.process_time() - at, time.process_time()

    import click  # noqa: F401

    done("command line (click)")
    from discrepancy.rulebook import rulebook

    done("loading rulebook/ and YAML")
    import discrepancy.ingest.read
    from discrepancy.pipeline import check
    from discrepancy.report import terminal

    done("loading all other modules")
    rules = rulebook()
    done("rules read")
    inputs = discrepancy.ingest.read([articles], rules)
    done("articles read")
    report = check(inputs, rules)
    done("checked")
    terminal.render(report)
    done("report")
    check(inputs, rules)
    done("checked again")
    return found


def table(calls: Mapping[str, Sequence[str]], checkouts: Sequence[Path], runs: int, articles: Path) -> None:
    """Prints the seconds of each call for each checkout, and the parts."""
    with tempfile.TemporaryDirectory() as folder:
        packages = {
            place: {kept: copied(place, Path(folder) / f"{number}{kept}") for kept in (True, False)}
            for number, place in enumerate(checkouts)
        }
        print("| call | checkout | bytecode kept | none |\n|---|---|---|---|")
        for name, arguments in calls.items():
            best: dict[tuple[Path, bool], float] = {}
            for run in range(runs + 1):
                for place, copies in packages.items():
                    for kept, package in copies.items():
                        took = seconds(arguments, package, kept)
                        if run:  # the first one writes the bytecode
                            best[place, kept] = min(took, best.get((place, kept), took))
            for place in checkouts:
                print(f"| {name} | {place.name} | {best[place, True]:.2f} s | {best[place, False]:.2f} s |")
        told: dict[bool, dict[str, float]] = {True: {}, False: {}}
        for _ in range(runs):
            for kept, package in packages[checkouts[0]].items():
                command = [sys.executable, str(Path(__file__).resolve()), str(articles), "--parts"]
                said = subprocess.run(command, env=surroundings(package, kept), capture_output=True, check=True, text=True).stdout
                for name, took in json.loads(said).items():
                    told[kept][name] = min(took, told[kept].get(name, took))
    print("\n| part | bytecode kept | none |\n|---|---|---|")
    for name in told[True]:
        print(f"| {name} | {told[True][name] * 1000:.0f} ms | {told[False][name] * 1000:.0f} ms |")


def main(argv: Sequence[str] | None = None) -> int:
    """Reads the command line, prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, nargs="?", default=ROOT / "seeds" / "kerman-2024")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--against", type=Path, metavar="CHECKOUT")
    parser.add_argument("--parts", action="store_true", help="the parts alone, of this process, as JSON")
    options = parser.parse_args(argv)
    articles = options.articles.resolve()
    if options.parts:
        print(json.dumps(parts(articles)))
        return 0
    calls = {"--help": ["--help"], f"check {articles.name}": ["--project", "none", "check", str(articles)]}
    table(calls, [ROOT, *([options.against.resolve()] if options.against else [])], options.runs, articles)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
