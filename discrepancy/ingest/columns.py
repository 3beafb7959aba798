"""Columns of a printed page: runs of print in the order in which people read them.

Takes runs with their boxes; gives lines, column by column. A gutter is a strip that hardly any run crosses, with
several lines on either side at the same height; runs that cross it (a headline over two columns) part the page into
bands, which are read one below the other. After the recursive X-Y cut of Nagy and Seth (1984), gutters before bands, so
that paragraphs which happen to end at one height in both columns do not tear the columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Run:
    """Print that stands together on one line: its box in points, y upwards, the size of its type, and its words."""

    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    text: str


@dataclass(frozen=True, slots=True)
class Printed:
    """A line of a column: its box, the column's left and right edge, the size of its type, its words; ``first`` in its
    column."""

    x0: float
    y0: float
    x1: float
    y1: float
    left: float
    right: float
    size: float
    text: str
    first: bool


FEWEST = 3
"""Lines a column has at least."""
NARROWEST = 0.15
"""Of the width of what is parted, a column's lines are at least so wide."""
DEEPEST = 6
"""Gutters within columns within columns; no page has more."""


def lines(runs: Sequence[Run], depth: int = 0) -> list[Printed]:
    """The lines of a page or a part of it, in reading order."""
    gutter = _gutter(runs) if depth < DEEPEST else None
    if gutter is None:
        return _column(runs, min(run.x0 for run in runs), max(run.x1 for run in runs)) if runs else []
    found: list[Printed] = []
    edges = min(run.x0 for run in runs), max(run.x1 for run in runs)
    crossing = _crossing(runs, gutter)
    beside = [run for run in runs if run not in crossing]
    over: list[Run] = []
    for run in crossing:
        band = [one for one in beside if _middle(one) > _middle(run)]
        if band:
            found += _column(over, *edges) if over else []
            found += _sides(band, gutter, depth)
            beside = [one for one in beside if _middle(one) <= _middle(run)]
            over = []
        over.append(run)
    found += _column(over, *edges) if over else []
    return found + _sides(beside, gutter, depth)


def _crossing(runs: Sequence[Run], gutter: float) -> list[Run]:
    """The runs that cross a gutter, from the top, with the short last lines of paragraphs whose other lines do."""
    crossing = [run for run in runs if run.x0 < gutter < run.x1]
    right = [run for run in runs if run.x0 >= gutter]
    for run in sorted((run for run in runs if run.x1 <= gutter), key=lambda run: -run.y0):
        follows = any(
            0 < above.y0 - run.y0 < 1.6 * run.size and abs(above.size - run.size) < 0.08 * run.size and abs(above.x0 - run.x0) < 3
            for above in crossing
        )
        if follows and not any(abs(_middle(other) - _middle(run)) < run.size for other in right):
            crossing.append(run)
    return sorted(crossing, key=lambda run: -run.y0)


def _sides(band: Sequence[Run], gutter: float, depth: int) -> list[Printed]:
    """What stands on the left of a gutter, then what stands on its right."""
    sides = ([run for run in band if run.x1 <= gutter], [run for run in band if run.x1 > gutter])
    return [line for side in sides if side for line in lines(side, depth + 1)]


def _middle(run: Run) -> float:
    return (run.y0 + run.y1) / 2


def _gutter(runs: Sequence[Run]) -> float | None:
    """Where a strip parts the runs into columns; None where none does. Cost grows with the square of the distinct left edges."""
    if len(runs) < 2 * FEWEST:
        return None
    width = max(run.x1 for run in runs) - min(run.x0 for run in runs)
    best: tuple[float, float, float] | None = None
    edges = sorted({round(run.x0) for run in runs})
    for edge in edges[1:400]:
        at = edge - 1.0
        left = [run for run in runs if run.x1 <= at]
        right = [run for run in runs if run.x0 >= at]
        crossing = len(runs) - len(left) - len(right)
        if len(left) < FEWEST or len(right) < FEWEST or crossing * 4 > len(runs):
            continue
        if min(median(run.x1 - run.x0 for run in side) for side in (left, right)) < NARROWEST * width:
            continue
        low, high = max(min(r.y0 for r in side) for side in (left, right)), min(max(r.y1 for r in side) for side in (left, right))
        shared = min(sum(low <= _middle(r) <= high for r in side) for side in (left, right))
        gap = min(run.x0 for run in right) - max(run.x1 for run in left)
        if shared < FEWEST or gap < 3:
            continue
        rank = (crossing, -gap, at)
        best = rank if best is None or rank < best else best
    return best[2] if best else None


def _column(runs: Sequence[Run], left: float, right: float) -> list[Printed]:
    """The lines of one column between its edges, runs at one height put together."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (-_middle(run), run.x0)):
        if rows and abs(_middle(rows[-1][0]) - _middle(run)) < 0.5 * min(run.size, rows[-1][0].size):
            rows[-1].append(run)
        else:
            rows.append([run])
    made = []
    for number, row in enumerate(rows):
        row.sort(key=lambda run: run.x0)
        made.append(
            Printed(
                row[0].x0, min(run.y0 for run in row), row[-1].x1, max(run.y1 for run in row), left, right,
                max(run.size for run in row), " ".join(run.text for run in row), number == 0,
            )
        )  # fmt: skip
    return made
