"""How far a batch is: for the manifest, and for whoever watches.

Takes what stages tell of their parts; keeps the manifest in its place about once a second, and tells the watcher. Knows no stage.
"""

from __future__ import annotations

from time import monotonic
from typing import Protocol

from discrepancy.batch.folder import Folder, Manifest, Progress


class Watcher(Protocol):
    """Who is told how far a batch is."""

    def stage(self, name: str, progress: Progress) -> None:
        """A stage has begun, or has come further."""

    def say(self, sentence: str) -> None:
        """Something a person should know."""


class Course:
    """The course of one run."""

    def __init__(self, folder: Folder, manifest: Manifest, watcher: Watcher) -> None:
        self._folder, self._manifest, self._watcher = folder, manifest, watcher
        self._stage, self._started, self._saved = "", 0.0, 0.0

    def begin(self, stage: str, total: int) -> Progress:
        """A stage of so many parts begins."""
        progress = Progress(total=total)
        self._stage, self._started = stage, monotonic()
        self._manifest.stages[stage] = progress
        self._tell(progress)
        return progress

    def kept(self, progress: Progress, articles: int) -> None:
        """A part stood there already."""
        progress.kept += 1
        self.step(progress, articles)

    def step(self, progress: Progress, articles: int) -> None:
        """A part is done."""
        progress.done += 1
        progress.articles += articles
        progress.seconds = round(monotonic() - self._started, 3)
        if monotonic() - self._saved > 1:
            self._saved = monotonic()
            self._folder.save(self._manifest)
        self._watcher.stage(self._stage, progress)

    def end(self, progress: Progress) -> None:
        """The stage is done."""
        progress.seconds = round(monotonic() - self._started, 3)
        progress.total = max(progress.total, progress.done)
        self._tell(progress)

    def say(self, sentence: str) -> None:
        """Something a person should know."""
        self._watcher.say(sentence)

    def _tell(self, progress: Progress) -> None:
        self._folder.save(self._manifest)
        self._watcher.stage(self._stage, progress)
