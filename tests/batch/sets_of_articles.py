"""Articles for batches: the shipped sets under names of their own, and made-up news."""

from __future__ import annotations

import importlib.util
import json
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from discrepancy.batch.folder import Folder, Manifest, Progress
from discrepancy.batch.found import Told
from discrepancy.batch.run import Wanted, run
from discrepancy.engine import Done, Run
from discrepancy.rulebook.schema import Rulebook

ROOT = Path(__file__).resolve().parents[2]


def made_up_news() -> ModuleType:
    """The generator of ``benchmarks/`` as a module."""
    name = "made_up_news"
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, ROOT / "benchmarks" / f"{name}.py")
        assert spec is not None and spec.loader is not None
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


def put(folder: Path, made_up: int = 120) -> Path:
    """A folder with the articles of the two large shipped sets, an article without a year of its own, and made-up news as JSON lines."""
    folder.mkdir(parents=True)
    for name in ("pakistan-iran-2024", "kerman-2024"):
        for path in sorted((ROOT / "seeds" / name / "articles").glob("*.txt")):
            (folder / f"{name[:3]}{path.name}").write_bytes(path.read_bytes())
    (folder / "undated.txt").write_text(
        "Fire in Vellmar\n\nPublished: Wednesday, January 17\n\nFour people were killed in a fire in Vellmar on Tuesday, police said.\n"
    )
    lines = [json.dumps(record) for record, _ in made_up_news().articles(made_up, characters=600)]
    (folder / "news.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


class Seen:
    """A watcher that remembers the last it saw of each stage."""

    def __init__(self) -> None:
        self.stages: dict[str, Progress] = {}
        self.said: list[str] = []

    def stage(self, name: str, progress: Progress) -> None:
        self.stages[name] = progress

    def say(self, sentence: str) -> None:
        self.said.append(sentence)

    def kept(self) -> dict[str, bool]:
        """Whether all of a stage stood there already."""
        return {name: one.kept == one.done for name, one in self.stages.items() if name != "report"}


def here(rules: Rulebook) -> Run:
    """An engine of this process alone."""

    def at(work: Callable[[Any, Rulebook], Any], tasks: Iterable[Any]) -> Iterator[Done]:
        for task in tasks:
            yield Done(task, work(task, rules))

    return at


def batch(paths: Path | list[Path], to: Path, rules: Rulebook, engine: Run | None = None, **wanted: Any) -> tuple[Manifest, Told, Seen]:
    """Runs a batch, in this process unless an engine is given."""
    seen = Seen()
    given = tuple(paths) if isinstance(paths, list) else (paths,)
    manifest, told = run(Wanted(given, **wanted), Folder(to), rules, engine or here(rules), seen)
    return manifest, told, seen


def findings(to: Path) -> list[dict[str, Any]]:
    """The findings of a finished batch as the report has them."""
    lines = (to / "findings.jsonl").read_text(encoding="utf-8").splitlines()
    return [{name: held for name, held in json.loads(line).items() if name not in ("quotes", "changed")} for line in lines]


@dataclass(frozen=True)
class Deadly:
    """Work that kills its process over tasks of a stage that hold a word: each time, or once where ``marker`` names a file."""

    work: Callable[[Any, Rulebook], Any]
    stage: str
    word: str
    marker: Path | None = None

    def __call__(self, task: Any, rules: Rulebook) -> Any:
        inner = task[0] if isinstance(task, tuple) else task
        name = getattr(self.work, "__name__", "") or getattr(getattr(self.work, "work", None), "__name__", "")
        if name == self.stage and self._meets(inner) and self._first():
            os.kill(os.getpid(), signal.SIGKILL)
        return self.work(task, rules)

    def _meets(self, task: Any) -> bool:
        if not self.word:
            return True
        aside = {place for place, _ in task.aside}
        arrivals = getattr(task, "arrivals", None)
        if arrivals is None:
            from discrepancy.batch.parts import rows

            texts = [row["text"] for row in rows(task.arrived) if not row["reason"]]
        else:
            texts = [one.page.text + str(one.record) for one in arrivals]
        places = [place for place, text in enumerate(texts) if self.word in text and place not in aside]
        return any(not task.only or place in task.only for place in places)

    def _first(self) -> bool:
        if self.marker is None:
            return True
        try:
            self.marker.touch(exist_ok=False)
        except FileExistsError:
            return False
        return True


def deadly(engine: Run, stage: str, word: str = "", marker: Path | None = None) -> Run:
    """An engine some of whose processes die."""
    return lambda work, tasks: engine(Deadly(work, stage, word, marker), tasks)
