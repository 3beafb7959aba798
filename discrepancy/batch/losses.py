"""Articles that end the process which works on them: found by halves, and set aside.

Takes an engine, work and a task of which a process died twice; gives what the work gives without the articles that are to blame. A part
costs no more than its guilty articles: everything else in it is done.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from discrepancy.engine import Run
from discrepancy.rulebook.schema import Rulebook

LOST = "the process that worked on this article died, twice; please report it, with the article"
"""Why an article is set aside that ends the process which reads it."""


def without(engine: Run, work: Callable[[Any, Rulebook], int], task: Any, count: int) -> tuple[int, int]:
    """Does a task of ``count`` articles without those over which a process dies; gives what the work gives, and how many those are. The
    task has ``only`` and ``aside``, as :class:`~discrepancy.batch.reading.ToRead` has them."""
    guilty: list[int] = []
    suspects: list[Sequence[int]] = [tuple(range(count))]
    while suspects:
        halves = [half for group in suspects for half in (group[: len(group) // 2], group[len(group) // 2 :]) if half]
        narrowed = [(replace(task, only=tuple(half)), half) for half in halves]
        lost = [done.task[1] for done in engine(_Narrow(work), narrowed) if done.lost]
        guilty += [half[0] for half in lost if len(half) == 1]
        suspects = [half for half in lost if len(half) > 1]
    for done in engine(work, [replace(task, aside=tuple((place, LOST) for place in sorted(guilty)))]):
        if not done.lost:
            return done.value, len(guilty)
    raise RuntimeError("a process dies over these articles together though over none alone; give it more memory (--memory)")


@dataclass(frozen=True, slots=True)
class _Narrow:
    """Work on a task that comes with the places it is limited to."""

    work: Callable[[Any, Rulebook], int]

    def __call__(self, task: tuple[Any, tuple[int, ...]], rules: Rulebook) -> int:
        return self.work(task[0], rules)
