"""A batch from its inputs to its findings, stage by stage, each from files to files.

Takes paths, a folder, rules and an engine; leaves tables in the folder and says how far it is. Every file is named by the key of what it is
made from (the content of its inputs, the rules of its stage, the version of this program): where it lies it is not made again. So a batch
that was stopped goes on where it was, an edited rule does its own stages again, and new articles cost little more than themselves.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from time import monotonic
from typing import Any, Protocol, TypeVar

from discrepancy import __version__
from discrepancy.batch import stages
from discrepancy.batch.depends import rules_digest
from discrepancy.batch.folder import Folder, Manifest, Progress, Taken
from discrepancy.batch.found import Told, merge, spelling_findings
from discrepancy.batch.packing import digest, unpack
from discrepancy.batch.parts import digest_of, notes_of, rows, write
from discrepancy.batch.sets import Linked, link, names_of, write_entities, write_heads
from discrepancy.compare.context import called
from discrepancy.engine import Run
from discrepancy.ingest.metadata import Undated
from discrepancy.ingest.read import Arrival, arrivals, settled
from discrepancy.link.spellings import several
from discrepancy.model.findings import Unreadable
from discrepancy.model.text import Sourced
from discrepancy.model.values import When
from discrepancy.pipeline import middle_day
from discrepancy.report import replace_file
from discrepancy.rulebook.schema import Rulebook

LOST = "the process that worked on this article died, twice; please report it, with the article"
"""Why an article is set aside that ends the process which reads it."""

_PART = 128
"""Articles of a part, on average: a part ends behind an article whose hash says so, so that one more article moves no other's bounds."""
_LARGEST_PART = 4_000_000
"""Characters from which on a part ends, whatever the hash says."""


class Watcher(Protocol):
    """Who is told how far a batch is."""

    def stage(self, name: str, progress: Progress) -> None:
        """A stage has begun, or has come further."""

    def say(self, sentence: str) -> None:
        """Something a person should know."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a batch is asked for: where its articles are, names of their columns, whether they come on top of those that are there, and the
    most articles that are compared at once."""

    paths: tuple[Path, ...]
    columns: Mapping[str, str] | None = None
    append: bool = False
    largest: int = 1000


@dataclass(frozen=True, slots=True)
class _Part:
    """One part on its way: its documents, their readings, outlines and told claims, as far as they are there."""

    arrived: Path
    read: Path
    heads: Path
    outlined: Path
    told: str = ""


def run(wanted: Wanted, folder: Folder, rules: Rulebook, engine: Run, watcher: Watcher) -> tuple[Manifest, Told]:
    """Does the batch, or what is left of it; gives the manifest of the finished batch and what was found. Raises
    :class:`~discrepancy.batch.folder.Taken` where the folder cannot be used, and :class:`~discrepancy.ingest.folder.MissingPath`."""
    with folder.held():
        return _Batch(wanted, folder, rules, engine, watcher).run()


T = TypeVar("T")


class _Batch:
    """The state of one run."""

    def __init__(self, wanted: Wanted, folder: Folder, rules: Rulebook, engine: Run, watcher: Watcher) -> None:
        self.wanted, self.folder, self.rules, self.engine, self.watcher = wanted, folder, rules, engine, watcher
        self.manifest = folder.manifest()
        self._saved = 0.0

    def run(self) -> tuple[Manifest, Told]:
        before = self._before()
        self.manifest.version, self.manifest.rules, self.manifest.finished = __version__, self.rules.hash, False
        self.manifest.stages = {}
        arrived = self._documents()
        read = self._readings(arrived)
        parts = self._names(arrived, read)
        parts = self._outlines(parts)
        linked, outlets = self._links(parts)
        parts = self._claims(parts, linked)
        found = self._findings(parts, linked)
        told = self._report(parts, found, outlets, before)
        self.manifest.finished, self.manifest.appending = True, False
        self.manifest.findings = dict(sorted(told.levels.items()))
        self.folder.save(self.manifest)
        return self.manifest, told

    def _before(self) -> Path | None:
        """The findings as they were before new articles came; kept aside until the batch that takes them in is finished."""
        aside = self.folder.work("before", "findings")
        if not self.wanted.append:
            self.manifest.appending = False
            return None
        if not self.manifest.finished and not self.manifest.appending:
            raise Taken(f"There is no finished batch in {self.folder.root} to append to; run it without --append first.")
        if not self.manifest.appending:
            aside.parent.mkdir(parents=True, exist_ok=True)
            replace_file(aside, (self.folder.table("findings") / "all.parquet").read_bytes())
            self.manifest.appending = True
            self.folder.save(self.manifest)
        return aside

    # -- stages ---------------------------------------------------------------------------------------------------------------------

    def _documents(self) -> list[Path]:
        progress = self._begin("documents", 0)
        keys = list(self.manifest.parts) if self.wanted.append else []
        if keys and not all(self.folder.work("arrived", key).exists() for key in keys):
            raise Taken(f"Articles are missing in {self.folder.root}; run the whole batch again without --append.")
        unreadable = list(self.manifest.unreadable) if self.wanted.append else []
        made_by = digest(__version__, rules_digest(self.rules, "documents"), json.dumps(self.wanted.columns, sort_keys=True))
        fresh: list[str] = []

        def tasks() -> Iterator[stages.Arriving]:
            for group in self._arriving(keys, unreadable):
                key = digest(made_by, *(_identity(one) for one in group))
                fresh.append(key)
                progress.total += 1
                to = self.folder.work("arrived", key)
                if to.exists():
                    self._kept(progress, notes_of(to)["articles"])
                else:
                    yield stages.Arriving(tuple(group), self.wanted.columns, to)

        for done in self.engine(stages.lay_out, tasks()):
            task: stages.Arriving = done.task
            value = done.value if not done.lost else self._without(stages.lay_out, task, range(len(task.arrivals)), _only_arriving)
            self._step(progress, value)
        keys += [key for key in dict.fromkeys(fresh) if key not in keys]
        gone = len(set(self.manifest.parts) - set(keys))
        if gone and not self.wanted.append:
            whose = "part of an earlier run holds" if gone == 1 else "parts of an earlier run hold"
            self.watcher.say(f"{gone} {whose} articles that are not among these inputs.")
        self.manifest.parts, self.manifest.unreadable = keys, sorted(set(unreadable))
        self._end(progress)
        self.folder.sweep("work/arrived", keys)
        return [self.folder.work("arrived", key) for key in keys]

    def _arriving(self, keys: Sequence[str], unreadable: list[tuple[str, str]]) -> Iterator[list[Arrival]]:
        """The articles in groups that become parts."""
        taken: set[str] = set()
        known: set[str] = set()
        for key in keys:
            for row in rows(self.folder.work("arrived", key), ["doc_id", "sha256"]):
                taken.add(row["doc_id"])
                known.add(row["sha256"])
        group: list[Arrival] = []
        characters = 0
        for one in arrivals(self.wanted.paths, self.rules, columns=self.wanted.columns, taken=taken, streams=True):
            if isinstance(one, Unreadable):
                unreadable.append((one.path, one.reason))
                continue
            if one.sha256 in known:
                continue  # it is there already
            taken.add(one.name)
            group.append(one)
            characters += len(one.page.text) if one.record is None else sum(len(str(value)) for value in one.record.values())
            ends = len(group) >= _PART // 4 and int(one.sha256[:8] or "0", 16) % (3 * _PART // 4) == 0
            if ends or len(group) >= 2 * _PART or characters > _LARGEST_PART:
                yield group
                group, characters = [], 0
        if group:
            yield group

    def _readings(self, arrived: Sequence[Path]) -> list[Path]:
        progress = self._begin("readings", len(arrived))
        near, given = self._days(arrived)
        made_by = digest(__version__, rules_digest(self.rules, "readings"))
        files: list[Path] = []

        def tasks() -> Iterator[stages.ToRead]:
            for path in arrived:
                dated = notes_of(path)["dated"]
                own = given.get(path, ())
                lent = "" if dated else f"{near} {[(id, repr(day)) for id, day in own]!r}"
                to = self.folder.work("read", digest(made_by, digest_of(path), lent))
                files.append(to)
                if to.exists():
                    self._kept(progress, notes_of(to)["articles"])
                else:
                    yield stages.ToRead(path, to, None if dated else near, own)

        for done in self.engine(stages.read, tasks()):
            task: stages.ToRead = done.task
            value = (
                done.value if not done.lost else self._without(stages.read, task, range(notes_of(task.arrived)["readable"]), _only_reading)
            )
            self._step(progress, value)
        self._end(progress)
        self.manifest.articles = sum(notes_of(path)["read"] for path in files)
        self.manifest.set_aside = sum(notes_of(path)["aside"] for path in files)
        self.folder.sweep("work/read", (path.stem for path in files))
        return files

    def _days(self, arrived: Sequence[Path]) -> tuple[date | None, dict[Path, tuple[tuple[str, Sourced[When]], ...]]]:
        """The middle day of publication of the set, and the days that articles without a year get from the others."""
        firsts: Counter[date] = Counter()
        sure: Counter[date] = Counter()
        open_: list[tuple[Path, Undated]] = []
        for path in arrived:
            dated = notes_of(path)["dated"]
            for row in rows(path, ["day", "dated"] if dated else ["day", "dated", "packed", "text"]):
                if row["day"]:
                    firsts[date.fromisoformat(row["day"])] += 1
                    if row["dated"]:
                        sure[date.fromisoformat(row["day"])] += 1
                if not row["dated"] and row["packed"]:
                    held = unpack(row["packed"])
                    if isinstance(held, Undated):
                        open_.append((path, replace(held, document=replace(held.document, text=stages.text_of(row["text"])))))
        given: dict[Path, list[tuple[str, Sourced[When]]]] = {}
        for path, entry in open_:
            own = settled(entry, sure)
            if own.published is not None:
                given.setdefault(path, []).append((own.id, own.published))
                if own.published.value.first is not None:
                    firsts[own.published.value.first] += 1
        return middle_day(firsts), {path: tuple(one) for path, one in given.items()}

    def _names(self, arrived: Sequence[Path], read: Sequence[Path]) -> list[_Part]:
        progress = self._begin("names", 1)
        key = digest(__version__, rules_digest(self.rules, "names"), *map(digest_of, read))
        index = self.folder.work("names", key, "json")
        if index.exists():
            self._kept(progress, self.manifest.articles)
        else:
            entities, heads = names_of(read, self.rules)
            spellings = several(entities)
            files = [write_heads(path, heads, spellings, self.folder.root / "work" / "heads") for path in read]
            write_entities(entities, self.folder.table("entities") / f"{key}.parquet")
            index.parent.mkdir(parents=True, exist_ok=True)
            replace_file(index, json.dumps([path.stem for path in files]))
            self._step(progress, self.manifest.articles)
        heads_of = [self.folder.work("heads", stem, "json") for stem in json.loads(index.read_bytes())]
        self.folder.sweep("entities", [key])
        self.folder.sweep("work/names", [key])
        self.folder.sweep("work/heads", (path.stem for path in heads_of))
        self._end(progress)
        return [_Part(a, r, h, Path()) for a, r, h in zip(arrived, read, heads_of, strict=True)]

    def _outlines(self, parts: Sequence[_Part]) -> list[_Part]:
        made_by = digest(__version__, rules_digest(self.rules, "links"))
        made = [
            replace(part, outlined=self.folder.work("outlined", digest(made_by, digest_of(part.read), part.heads.stem))) for part in parts
        ]
        tasks = [
            (part.outlined, stages.ToOutline(part.arrived, part.read, part.heads, part.outlined), notes_of(part.read)["read"])
            for part in made
        ]
        self._parts("outlines", stages.outline_all, tasks)
        self.folder.sweep("work/outlined", (part.outlined.stem for part in made))
        return made

    def _links(self, parts: Sequence[_Part]) -> tuple[Linked, dict[str, str]]:
        progress = self._begin("links", 1)
        outlets = {r["doc_id"]: r["outlet"] for part in parts for r in rows(part.read, ["doc_id", "outlet", "reason"]) if not r["reason"]}
        told = digest(*(f"{article}\t{outlet}" for article, outlet in outlets.items()))
        key = digest(
            __version__, rules_digest(self.rules, "links"), told, str(self.wanted.largest), *(digest_of(part.outlined) for part in parts)
        )
        index = self.folder.work("linked", key, "json")
        if index.exists():
            self._kept(progress, self.manifest.articles)
        else:
            found = link([part.outlined for part in parts], outlets, self.rules, self.wanted.largest, self.folder.root)
            index.parent.mkdir(parents=True, exist_ok=True)
            content = {"links": [path.stem for path in found.links], "plans": [[bucket, path.stem] for bucket, path in found.plans]}
            replace_file(index, json.dumps(content))
            self._step(progress, self.manifest.articles)
        held = json.loads(index.read_bytes())
        links = tuple(self.folder.work("links", stem, "json") for stem in held["links"])
        plans = tuple((bucket, self.folder.work("plans", stem, "json")) for bucket, stem in held["plans"])
        self.folder.sweep("work/linked", [key])
        self.folder.sweep("work/links", held["links"])
        self.folder.sweep("work/plans", (stem for _, stem in held["plans"]))
        self._end(progress)
        return Linked(links, plans), outlets

    def _claims(self, parts: Sequence[_Part], linked: Linked) -> list[_Part]:
        made: list[_Part] = []
        tasks: list[tuple[Path, stages.ToTell, int]] = []
        for part, links in zip(parts, linked.links, strict=True):
            key = digest(__version__, digest_of(part.read), digest_of(part.arrived), part.heads.stem, links.stem)
            made.append(replace(part, told=key))
            task = stages.ToTell(part.arrived, part.read, part.heads, links, self.folder.root, key)
            tasks.append((self.folder.work("shuffled", key), task, notes_of(part.read)["read"]))
        self._parts("claims", stages.tell, tasks)
        keys = [part.told for part in made]
        refused = [{**stages.document_row("", path, ""), "set_aside": reason} for path, reason in self.manifest.unreadable]
        write(self.folder.table("documents") / "unreadable.parquet", stages.DOCUMENTS, refused)
        for name in ("claims", "mentions", "documents", "work/spelled", "work/shuffled"):
            self.folder.sweep(name, [*keys, "unreadable"])
        return made

    def _findings(self, parts: Sequence[_Part], linked: Linked) -> list[Path]:
        made_by = digest(__version__, rules_digest(self.rules, "findings"))
        shuffled = [self.folder.work("shuffled", part.told) for part in parts]
        holds = [(path, notes_of(path)["buckets"]) for path in shuffled]
        tasks: list[tuple[Path, stages.ToCompare, int]] = []
        for bucket, plan in linked.plans:
            own = [(path, held[bucket]) for path, held in holds if bucket in held]
            to = self.folder.work("found", digest(made_by, plan.stem, *sorted(content for _, content in own)))
            tasks.append((to, stages.ToCompare(bucket, plan, tuple(path for path, _ in own), to), 0))
        self._parts("findings", stages.compare_bucket, tasks)
        found = [to for to, _, _ in tasks]
        self.folder.sweep("work/found", (path.stem for path in found))
        return found

    def _report(self, parts: Sequence[_Part], found: Sequence[Path], outlets: Mapping[str, str], before: Path | None) -> Told:
        progress = self._begin("report", 1)
        spelled = [self.folder.work("spelled", part.told) for part in parts]
        entities = sorted(self.folder.table("entities").glob("*.parquet"))
        key = digest(
            __version__, rules_digest(self.rules, "findings"), *map(digest_of, (*spelled, *entities)),
            *(f"{article}\t{outlet}" for article, outlet in outlets.items()),
        )  # fmt: skip
        notes = self.folder.work("spellings", key)
        if not notes.exists():
            spelling_findings(spelled, entities, called(outlets), self.rules, notes)
        self.folder.sweep("work/spellings", [key])
        told = merge([*found, notes], self.rules, self.folder.root, before)
        self._step(progress, sum(told.levels.values()))
        self._end(progress)
        return told

    # -- how far it is --------------------------------------------------------------------------------------------------------------

    def _parts(self, name: str, work: Callable[[Any, Rulebook], int], tasks: Sequence[tuple[Path, Any, int]]) -> None:
        """Does the tasks whose file is not there. What dies here is no article's fault alone, and stops the batch."""
        progress = self._begin(name, len(tasks))

        def open_() -> Iterator[Any]:
            for to, task, articles in tasks:
                if to.exists():
                    self._kept(progress, articles)
                else:
                    yield task

        for done in self.engine(work, open_()):
            if done.lost:
                raise RuntimeError(f"a process died twice in the stage '{name}'; give it more memory (--memory, fewer --jobs)")
            self._step(progress, done.value)
        self._end(progress)

    def _without(self, work: Callable[[Any, Rulebook], int], task: Any, places: Sequence[int], narrowed: Callable[..., Any]) -> int:
        """Finds the articles over which a process dies, by halves, and does the task without them."""
        guilty: list[int] = []
        suspects = [tuple(places)]
        while suspects:
            halves = [half for group in suspects for half in (group[: len(group) // 2], group[len(group) // 2 :]) if half]
            lost = [done.task[1] for done in self.engine(_Narrow(work), [(narrowed(task, half), half) for half in halves]) if done.lost]
            guilty += [half[0] for half in lost if len(half) == 1]
            suspects = [half for half in lost if len(half) > 1]
        self.watcher.say(f"{len(guilty)} article{'' if len(guilty) == 1 else 's'} set aside: {LOST}.")
        for done in self.engine(work, [replace(task, aside=tuple((place, LOST) for place in sorted(guilty)))]):
            if not done.lost:
                value: int = done.value
                return value
        raise RuntimeError("a process dies over these articles together though over none alone; give it more memory (--memory)")

    def _begin(self, name: str, total: int) -> Progress:
        progress = Progress(total=total)
        self.manifest.stages[name] = progress
        self._started = monotonic()
        self.folder.save(self.manifest)
        self.watcher.stage(name, progress)
        return progress

    def _kept(self, progress: Progress, articles: int) -> None:
        progress.kept += 1
        self._step(progress, articles)

    def _step(self, progress: Progress, articles: int) -> None:
        progress.done += 1
        progress.articles += articles
        progress.seconds = round(monotonic() - self._started, 3)
        name = list(self.manifest.stages)[-1]
        if monotonic() - self._saved > 1:
            self._saved = monotonic()
            self.folder.save(self.manifest)
        self.watcher.stage(name, progress)

    def _end(self, progress: Progress) -> None:
        progress.seconds = round(monotonic() - self._started, 3)
        progress.total = max(progress.total, progress.done)
        self.folder.save(self.manifest)
        self.watcher.stage(list(self.manifest.stages)[-1], progress)


@dataclass(frozen=True, slots=True)
class _Narrow:
    """Work on a task that comes with the places it is limited to."""

    work: Callable[[Any, Rulebook], int]

    def __call__(self, task: tuple[Any, tuple[int, ...]], rules: Rulebook) -> int:
        return self.work(task[0], rules)


def _only_arriving(task: stages.Arriving, places: Sequence[int]) -> stages.Arriving:
    return replace(task, only=tuple(places))


def _only_reading(task: stages.ToRead, places: Sequence[int]) -> stages.ToRead:
    return replace(task, only=tuple(places))


def _identity(one: Arrival) -> str:
    """What an article is as it arrives: another id, path or word beside it makes another document."""
    beside = {name: (sourced.value, sourced.came_from) for name, sourced in {**one.page.fallback, **one.page.told}.items()}
    return json.dumps([one.name, one.path, one.sha256, one.key, beside], sort_keys=True)
