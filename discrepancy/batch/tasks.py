"""The tasks of a stage: which are done, in which order, and what becomes of those over which a process dies.

Takes work and the tasks of a stage, each with the file that it makes; does those whose file is not there. Knows no stage.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from discrepancy.batch.course import Course
from discrepancy.batch.losses import LOST, without
from discrepancy.engine import Run
from discrepancy.rulebook.schema import Rulebook

T = TypeVar("T")


class Tasks:
    """How the tasks of one run are done: on which engine, and who is told how far they are."""

    def __init__(self, engine: Run, course: Course) -> None:
        self._engine, self._course = engine, course

    def do_missing(
        self,
        stage: str,
        work: Callable[[Any, Rulebook], int],
        tasks: Sequence[tuple[Path, Any, int]],
        taken: Callable[[Path], None] | None = None,
    ) -> None:
        """Does the tasks of a stage whose file is not there: file, task, and how many articles the file holds. ``taken`` is told of each
        file while the next ones are made. What dies here is no article's fault alone: RuntimeError."""
        progress = self._course.begin(stage, len(tasks))

        def open_() -> Iterator[Any]:
            for to, task, articles in tasks:
                if to.exists():
                    self._course.kept(progress, articles)
                else:
                    yield task

        for done in self._engine(work, open_()):
            if done.lost:
                raise RuntimeError(f"a process died twice in the stage '{stage}'; give it more memory (--memory, fewer --jobs)")
            self._course.step(progress, done.value)
            if taken is not None:
                taken(done.task.to)
        self._course.end(progress)

    def without(self, work: Callable[[Any, Rulebook], int], task: Any, count: int) -> int:
        """Does a task of ``count`` articles without those over which a process dies, and says how many those are."""
        value, guilty = without(self._engine, work, task, count)
        self._course.say(f"{guilty} article{'' if guilty == 1 else 's'} set aside: {LOST}.")
        return value


def largest_first(tasks: Iterable[tuple[int, T]]) -> list[T]:
    """Tasks by their sizes, so that those on which one process works alone in the end, while others have none left, are small."""
    return [task for _, task in sorted(tasks, key=lambda one: -one[0])]
