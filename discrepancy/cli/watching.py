"""How far a batch is, for a person: a bar on a terminal, lines in a log."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from discrepancy.batch.course import Watcher
    from discrepancy.batch.folder import Progress

_LINE_EVERY = 10
"""Seconds between two lines of a log that say how far a stage is."""


@contextmanager
def watcher() -> Iterator[Watcher]:
    """Bars where standard error is a terminal, else lines."""
    if not sys.stderr.isatty():
        yield Lines()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    columns: tuple[Any, ...] = (
        TextColumn("{task.description:<10}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"), TimeElapsedColumn(),
        TimeRemainingColumn(),
    )  # fmt: skip
    with Progress(*columns, console=Console(stderr=True)) as bars:
        yield Bars(bars)


class Bars:
    """One bar a stage, with the rate of articles and the time that remains."""

    def __init__(self, bars: Any) -> None:
        self._bars, self._ids = bars, dict[str, Any]()

    def stage(self, name: str, progress: Progress) -> None:
        """Moves the bar of a stage."""
        if name not in self._ids:
            self._ids[name] = self._bars.add_task(name, total=None, rate="")
        rate = progress.articles / progress.seconds if progress.seconds else 0.0
        told = f"{rate:,.0f} articles a second" if rate and progress.kept < progress.done else "kept" if progress.kept else ""
        self._bars.update(self._ids[name], total=progress.total or None, completed=progress.done, rate=told)

    def say(self, sentence: str) -> None:
        """A sentence above the bars."""
        self._bars.console.print(sentence, markup=False)


class Lines:
    """A line when a stage ends, and now and then while it lasts."""

    def __init__(self) -> None:
        self._last = monotonic()
        self._said = ""

    def stage(self, name: str, progress: Progress) -> None:
        """Tells of a stage where it is due."""
        ended = progress.done == progress.total and name != self._said and progress.seconds > 0
        if not ended and monotonic() - self._last < _LINE_EVERY:
            return
        if progress.done == 0:
            return
        self._last = monotonic()
        self._said = name if ended else self._said
        rate = progress.articles / progress.seconds if progress.seconds else 0.0
        kept = f", {progress.kept} of them kept" if progress.kept else ""
        fast = f", {rate:,.0f} articles a second" if rate and progress.kept < progress.done else ""
        click.echo(f"{name}: {progress.done} of {progress.total} parts{kept}{fast}, {progress.seconds:.1f} s", err=True)

    def say(self, sentence: str) -> None:
        """A sentence."""
        click.echo(sentence, err=True)
