#!/usr/bin/env python3
"""How a batch grows: processor time a stage, memory, planted conflicts found, false alarms; and what reading dates alone costs elsewhere.

    python benchmarks/scale.py --sizes 1000 5000 20000 [--jobs 1] [--characters 1500] [--engine local] [-o FOLDER] [--picture FILE.svg]
    python benchmarks/scale.py --dev SHARED --sizes 1000 4000
    python benchmarks/scale.py --against 40

The first makes news up (:mod:`made_up_news`), runs ``discrepancy batch`` on each size in a process of its own, and watches it: processor
time and resident memory of it and all its workers together, by stage. The second does so with the development corpora as one collection
(:mod:`dev_news`); nothing is planted there, and false alarms are findings in which articles of different stories are held against each
other. The third holds the whole way of a batch on articles of 5 kB against
``dateparser.search.search_dates`` alone and against a bare tokenising expression, on the same articles in the same run. Times are processor
time: a busy machine does not change them much.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import re
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from itertools import islice, pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import dev_news
from made_up_news import Planted, articles

_TICKS = os.sysconf("SC_CLK_TCK")
_STAGES = ("documents", "readings", "names", "outlines", "links", "claims", "findings", "report")


@dataclass
class Figures:
    """What was seen of one run."""

    articles: int
    processor: float
    wall: float
    peak: int
    driver: int
    stages: dict[str, float] = field(default_factory=dict)
    planted: int = 0
    found: int = 0
    alarms: int = 0
    disk: int = 0


def watched(command: list[str], folder: Path) -> tuple[float, float, int, int, dict[str, float]]:
    """Runs a command; processor seconds, wall seconds, peak of resident bytes of all its processes and of the first, seconds a stage."""
    begun = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    used: dict[int, float] = {}
    stages: dict[str, float] = {}
    peak = driver = 0
    before, stage = 0.0, _STAGES[0]
    while process.poll() is None:
        resident = 0
        for pid in _family(process.pid):
            try:
                fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
                used[pid] = (int(fields[11]) + int(fields[12])) / _TICKS
                own = int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
                resident += own
                driver = max(driver, own) if pid == process.pid else driver
            except (OSError, IndexError):
                continue
        peak = max(peak, resident)
        with suppress(OSError, ValueError):  # not there yet
            stage = max(json.loads((folder / "manifest.json").read_text())["stages"], key=_STAGES.index)
        stages[stage] = stages.get(stage, 0.0) + sum(used.values()) - before
        before = sum(used.values())
        time.sleep(0.2)
    if process.returncode not in (0, 1, 3):  # corpora hold some texts that are no articles: those are set aside
        raise SystemExit(f"{' '.join(command)} left with {process.returncode}")
    return sum(used.values()), time.monotonic() - begun, peak, driver, stages


def _family(first: int) -> list[int]:
    """A process and all that come from it."""
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parents.setdefault(int((entry / "stat").read_text().rpartition(")")[2].split()[1]), []).append(int(entry.name))
            except (OSError, IndexError):
                continue
    found = [first]
    for pid in found:
        found += parents.get(pid, [])
    return found


def run(size: int, jobs: int, engine: str, characters: int, scratch: Path, dev: Path | None = None) -> Figures:
    """One size."""
    source, out = scratch / f"{size}.jsonl", scratch / f"out-{size}-{engine}-{jobs}"
    truth: list[Planted] = []
    story: dict[str, str] = {}
    with source.open("w", encoding="utf-8") as lines:
        if dev is not None:
            for record, name in islice(dev_news.articles(dev), size):
                lines.write(json.dumps({key: held for key, held in record.items() if held}) + "\n")
                story[record["doc_id"]] = name
            size = len(story)
        else:
            for record, planted in articles(size, characters=characters):
                lines.write(json.dumps(record) + "\n")
                truth += [planted] if planted else []
    command = [sys.executable, "-m", "discrepancy_main", "--project", "none", "batch", str(source), "-o", str(out)]
    seen = watched([*command, "--jobs", str(jobs), "--engine", engine], out)
    made = Figures(size, *seen[:4], stages=seen[4], planted=len(truth))
    made.disk = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
    if dev is not None:
        made.alarms = across(out / "findings.jsonl", story)
    else:
        made.found, made.alarms = scored(out / "findings.jsonl", truth)
    return made


def scored(findings: Path, truth: list[Planted]) -> tuple[int, int]:
    """How many planted conflicts a warning or an error points at, and how many of those point at none."""
    of_story = {planted.odd.partition("-")[0]: planted for planted in truth}
    hit: set[str] = set()
    alarms = 0
    with findings.open(encoding="utf-8") as lines:
        for finding in map(json.loads, lines):
            if finding["level"] == "note":
                continue
            told = {claim["article"].rpartition("/")[2] for claim in finding["quotes"]}
            meant = [s for s in {name.partition("-")[0] for name in told} if s in of_story and of_story[s].odd in told]
            right = [story for story in meant if of_story[story].slot == finding["question"]["attribute"]]
            hit.update(right)
            alarms += not right
    return len(hit), alarms


def across(findings: Path, story: dict[str, str]) -> int:
    """How many warnings and errors hold articles of different stories against each other."""
    with findings.open(encoding="utf-8") as lines:
        return sum(finding["level"] != "note" and dev_news.across(finding, story) for finding in map(json.loads, lines))


def against(count: int, scratch: Path) -> str:
    """The whole way against reading dates alone."""
    from dateparser.search import search_dates

    records = [record for record, _ in islice(articles(20 * count, characters=5000), 20 * count)]
    texts = [record["text"] for record in records[:count]]
    begun = time.process_time()
    for text in texts:
        search_dates(text, languages=["en"])
    dates = (time.process_time() - begun) / count
    word = re.compile(r"\w+|[^\w\s]")
    begun = time.process_time()
    for record in records:
        word.findall(record["text"])
    tokens = (time.process_time() - begun) / len(records)
    source, out = scratch / "five.jsonl", scratch / "five"
    source.write_text("\n".join(map(json.dumps, records)) + "\n", encoding="utf-8")
    command = [sys.executable, "-m", "discrepancy_main", "--project", "none", "batch", str(source), "-o", str(out)]
    ours = watched(command, out)[0] / len(records)
    size = sum(map(len, (record["text"] for record in records))) / len(records)
    return (
        f"{len(records)} articles of {size:,.0f} characters, milliseconds of processor an article: whole batch {1000 * ours:.1f}, "
        f"dateparser.search {1000 * dates:.1f} (on {count}), tokens alone {1000 * tokens:.2f}; "
        f"{dates / ours:.1f} times as fast as dateparser.search"
    )


def table(rows: list[Figures]) -> str:
    """The figures as a Markdown table."""
    head = (
        "| articles | processor s | a second | "
        + " | ".join(_STAGES)
        + " | peak MB (driver) | disk MB | planted found | false alarms an article |"
    )
    lines = [head, "|---" * (head.count("|") - 1) + "|"]
    for row in rows:
        stages = " | ".join(f"{row.stages.get(stage, 0.0):.1f}" for stage in _STAGES)
        share = f"{row.found} of {row.planted} ({100 * row.found / row.planted:.1f} %)" if row.planted else "–"
        lines.append(
            f"| {row.articles:,} | {row.processor:.0f} | {row.articles / row.processor:.0f} | {stages} | {row.peak / 1e6:,.0f} "
            f"({row.driver / 1e6:,.0f}) | {row.disk / 1e6:,.0f} | {share} | {row.alarms / row.articles:.4f} |"
        )
    return "\n".join(lines)


def growth(rows: list[Figures]) -> str:
    """The exponent with which processor time grows between each two sizes."""
    return "; ".join(
        f"{one.articles:,} to {other.articles:,}: exponent "
        f"{math.log(other.processor / one.processor) / math.log(other.articles / one.articles):.2f}"
        for one, other in pairwise(rows)
    )


def picture(rows: list[Figures]) -> str:
    """Processor seconds over articles, both on scales of powers of ten, as SVG; the thin line grows with the articles alone."""
    width, height, edge = 520, 320, 50
    low, high = math.log10(rows[0].articles), math.log10(rows[-1].articles)
    floor, top = math.log10(rows[0].processor) - 0.2, math.log10(rows[-1].processor) + 0.2

    def at(count: float, seconds: float) -> str:
        x = edge + (width - 2 * edge) * (math.log10(count) - low) / max(high - low, 0.1)
        y = height - edge - (height - 2 * edge) * (math.log10(seconds) - floor) / (top - floor)
        return f"{x:.0f},{y:.0f}"

    line = " ".join(at(row.articles, row.processor) for row in rows)
    straight = (
        f"{at(rows[0].articles, rows[0].processor)} {at(rows[-1].articles, rows[0].processor * rows[-1].articles / rows[0].articles)}"
    )
    marks = "".join(
        f'<circle cx="{x}" cy="{y}" r="4"/><text x="{x}" y="{int(y) - 10}" text-anchor="middle">'
        f"{row.articles:,}: {row.processor:.0f} s</text>"
        for row in rows
        for x, y in [at(row.articles, row.processor).split(",")]
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="12">'
        f'<title>Processor seconds over articles</title><polyline points="{straight}" fill="none" stroke="#999"/>'
        f'<polyline points="{line}" fill="none" stroke="#06c" stroke-width="2"/>{marks}'
        f'<text x="{width // 2}" y="{height - 12}" text-anchor="middle">articles</text><text x="8" y="20">processor seconds</text></svg>\n'
    )


def main() -> None:
    """Runs what is asked for."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--sizes", type=int, nargs="+", default=[])
    asked.add_argument(
        "--against", type=int, default=0, metavar="N", help="dateparser.search on N articles, the batch on twenty times as many"
    )
    asked.add_argument("--dev", type=Path, metavar="SHARED", help="the folder of the development corpora, instead of made-up news")
    asked.add_argument("--jobs", type=int, default=1)
    asked.add_argument("--engine", default="local")
    asked.add_argument("--characters", type=int, default=1500)
    asked.add_argument("-o", "--output", type=Path, help="keep articles and batches here")
    asked.add_argument("--picture", type=Path, help="write the growth as SVG here")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as made:
        scratch = given.output or Path(made)
        scratch.mkdir(parents=True, exist_ok=True)
        rows: list[Figures] = []
        for size in given.sizes:
            rows.append(run(size, given.jobs, given.engine, given.characters, scratch, given.dev))
            print(json.dumps(asdict(rows[-1])), file=sys.stderr, flush=True)
        if rows:
            print(table(rows) + "\n\n" + growth(rows), flush=True)
        if given.picture and len(rows) > 1:
            given.picture.write_text(picture(rows), encoding="utf-8")
        if given.against:
            print(against(given.against, scratch), flush=True)


if __name__ == "__main__":
    main()
