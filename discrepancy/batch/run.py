"""A batch from its inputs to its findings, stage by stage, each from files to files.

Takes paths, a folder, rules and an engine; leaves tables in the folder and says how far it is. Every file is named by the key of what it is
made from (the content of its inputs, the rules of its stage, the version of this program): where it lies it is not made again. So a batch
that was stopped goes on where it was, an edited rule does its own stages again, and new articles cost little more than themselves.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from discrepancy import __version__
from discrepancy.batch import arriving, comparing, reading, telling
from discrepancy.batch.course import Course, Watcher
from discrepancy.batch.days import days
from discrepancy.batch.depends import rules_digest
from discrepancy.batch.folder import Folder, Manifest, Taken
from discrepancy.batch.found import Told, merge
from discrepancy.batch.naming import Names, write_entities
from discrepancy.batch.noting import ToNote, outlets_of
from discrepancy.batch.packing import digest
from discrepancy.batch.parts import digest_of, notes_of, write
from discrepancy.batch.sets import Linked, Outlines, link
from discrepancy.batch.tables import DOCUMENTS, document_row
from discrepancy.batch.tasks import Tasks, largest_first
from discrepancy.engine import Run
from discrepancy.ingest.read import Arrival, arrivals
from discrepancy.link.spellings import several
from discrepancy.report import replace_file
from discrepancy.review.constraints import Constraints, constraints
from discrepancy.review.decisions import Decision
from discrepancy.rulebook.schema import Rulebook


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a batch is asked for: where its articles are, names of their columns, whether they come on top of those that are there, the
    most articles that are compared at once, and what editors decided before."""

    paths: tuple[Path, ...]
    columns: Mapping[str, str] | None = None
    append: bool = False
    largest: int = 1000
    decisions: tuple[Decision, ...] = ()


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


class _Batch:
    """The state of one run."""

    def __init__(self, wanted: Wanted, folder: Folder, rules: Rulebook, engine: Run, watcher: Watcher) -> None:
        self.wanted, self.folder, self.rules, self.engine = wanted, folder, rules, engine
        self.settled = constraints(wanted.decisions)
        self.manifest = folder.manifest()
        self.course = Course(folder, self.manifest, watcher)
        self.tasks = Tasks(engine, self.course)
        self.names, self.outlines = Names(rules), Outlines()  # taken in as parts are done

    def run(self) -> tuple[Manifest, Told]:
        before = self._before()
        self.manifest.version, self.manifest.rules, self.manifest.finished = __version__, self.rules.hash, False
        self.manifest.stages = {}
        said = self.wanted.decisions
        self.manifest.decisions = {"count": len(said), "head": said[-1].hash} if said else {}
        arrived = self._documents()
        read = self._readings(arrived)
        parts = self._names(arrived, read)
        parts = self._outlines(parts)
        linked, outlets = self._links(parts)
        parts = self._claims(parts, linked)
        found = self._findings(parts, linked, outlets)
        told = self._report(found, before)
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

    def _documents(self) -> list[Path]:
        progress = self.course.begin("documents", 0)
        keys = list(self.manifest.parts) if self.wanted.append else []
        if keys and not all(self.folder.work("arrived", key).exists() for key in keys):
            raise Taken(f"Articles are missing in {self.folder.root}; run the whole batch again without --append.")
        unreadable = list(self.manifest.unreadable) if self.wanted.append else []
        made_by = digest(__version__, rules_digest(self.rules, "documents"), json.dumps(self.wanted.columns, sort_keys=True))
        fresh: list[str] = []

        def tasks() -> Iterator[reading.Arriving]:
            for group in self._arriving(keys, unreadable):
                key = arriving.key(group, made_by)
                fresh.append(key)
                progress.total += 1
                to = self.folder.work("arrived", key)
                if to.exists():
                    self.course.kept(progress, notes_of(to)["articles"])
                else:
                    yield reading.Arriving(tuple(group), self.wanted.columns, to)

        for done in self.engine(reading.lay_out, tasks()):
            task: reading.Arriving = done.task
            value = done.value if not done.lost else self.tasks.without(reading.lay_out, task, len(task.arrivals))
            self.course.step(progress, value)
        keys += [key for key in dict.fromkeys(fresh) if key not in keys]
        gone = len(set(self.manifest.parts) - set(keys))
        if gone and not self.wanted.append:
            whose = "part of an earlier run holds" if gone == 1 else "parts of an earlier run hold"
            self.course.say(f"{gone} {whose} articles that are not among these inputs.")
        self.manifest.parts, self.manifest.unreadable = keys, sorted(set(unreadable))
        self.course.end(progress)
        self.folder.sweep("work/arrived", keys)
        return [self.folder.work("arrived", key) for key in keys]

    def _arriving(self, keys: Sequence[str], unreadable: list[tuple[str, str]]) -> Iterator[list[Arrival]]:
        """The articles that are not there yet, in groups that become parts."""
        taken, known = arriving.there(self.folder.work("arrived", key) for key in keys)
        found = arrivals(self.wanted.paths, self.rules, columns=self.wanted.columns, taken=taken, streams=True)
        return arriving.groups(found, taken, known, unreadable)

    def _readings(self, arrived: Sequence[Path]) -> list[Path]:
        progress = self.course.begin("readings", len(arrived))
        near, given = days(arrived)
        made_by = digest(__version__, rules_digest(self.rules, "readings"))
        files: list[Path] = []
        asked: list[tuple[int, reading.ToRead]] = []
        for path in arrived:
            held = notes_of(path)
            own = given.get(path, ())
            lent = "" if held["dated"] else f"{near} {[(id, repr(day)) for id, day in own]!r}"
            files.append(to := self.folder.work("read", digest(made_by, digest_of(path), lent)))
            asked.append((held["readable"], reading.ToRead(path, to, None if held["dated"] else near, own)))

        def tasks() -> Iterator[reading.ToRead]:
            for task in largest_first(asked):
                if task.to.exists():
                    self.course.kept(progress, notes_of(task.to)["articles"])
                else:
                    yield task

        for done in self.engine(reading.read, tasks()):
            task: reading.ToRead = done.task
            value = done.value if not done.lost else self.tasks.without(reading.read, task, notes_of(task.arrived)["readable"])
            self.course.step(progress, value)
            self.names.take(task.to)
        self.course.end(progress)
        self.manifest.articles = sum(notes_of(path)["read"] for path in files)
        self.manifest.set_aside = sum(notes_of(path)["aside"] for path in files)
        self.folder.sweep("work/read", (path.stem for path in files))
        return files

    def _names(self, arrived: Sequence[Path], read: Sequence[Path]) -> list[_Part]:
        progress = self.course.begin("names", 1)
        settled = repr((self.settled.same_names, self.settled.different_names, self.settled.house))
        key = digest(__version__, rules_digest(self.rules, "names"), settled, *map(digest_of, read))
        index = self.folder.work("names", key, "json")
        if index.exists():
            self.course.kept(progress, self.manifest.articles)
        else:
            entities, heads = self.names.joined(read, self.settled)
            spellings = several(entities)
            kinds = {entity.name: entity.kind for entity in entities}
            files = [self.names.write_heads(path, heads, spellings, kinds, self.folder.root / "work" / "heads") for path in read]
            write_entities(entities, self.folder.table("entities") / f"{key}.parquet")
            index.parent.mkdir(parents=True, exist_ok=True)
            replace_file(index, json.dumps([path.stem for path in files]))
            self.course.step(progress, self.manifest.articles)
        del self.names
        heads_of = [self.folder.work("heads", stem, "json") for stem in json.loads(index.read_bytes())]
        self.folder.sweep("entities", [key])
        self.folder.sweep("work/names", [key])
        self.folder.sweep("work/heads", (path.stem for path in heads_of))
        self.course.end(progress)
        return [_Part(a, r, h, Path()) for a, r, h in zip(arrived, read, heads_of, strict=True)]

    def _outlines(self, parts: Sequence[_Part]) -> list[_Part]:
        made_by = digest(__version__, rules_digest(self.rules, "links"), repr(self._events_settled()))
        made = [
            replace(part, outlined=self.folder.work("outlined", digest(made_by, digest_of(part.read), part.heads.stem))) for part in parts
        ]
        tasks = [
            (
                part.outlined,
                telling.ToOutline(part.arrived, part.read, part.heads, part.outlined, self._events_settled()),
                notes_of(part.read)["read"],
            )
            for part in made
        ]
        self.tasks.do_missing("outlines", telling.outline_all, largest_first((task[2], task) for task in tasks), self.outlines.take)
        self.folder.sweep("work/outlined", (part.outlined.stem for part in made))
        return made

    def _events_settled(self) -> Constraints:
        """What editors decided about events, and nothing else: a decision about a name outlines no article again."""
        return Constraints(self.settled.same_events, self.settled.different_events)

    def _links(self, parts: Sequence[_Part]) -> tuple[Linked, dict[str, str]]:
        progress = self.course.begin("links", 1)
        outlets = outlets_of([part.read for part in parts])
        told = digest(*(f"{article}\t{outlet}" for article, outlet in outlets.items()))
        outlined = [part.outlined for part in parts]
        settled = telling.settled_mentions(outlined, self.settled)
        key = digest(
            __version__, rules_digest(self.rules, "links"), told, str(self.wanted.largest),
            repr((settled.same, sorted(settled.different))), *map(digest_of, outlined),
        )  # fmt: skip
        index = self.folder.work("linked", key, "json")
        if index.exists():
            self.course.kept(progress, self.manifest.articles)
        else:
            found = link(outlined, self.outlines, outlets, self.rules, self.wanted.largest, self.folder.root, settled)
            index.parent.mkdir(parents=True, exist_ok=True)
            content = {"links": [path.stem for path in found.links], "plans": [[bucket, path.stem] for bucket, path in found.plans]}
            replace_file(index, json.dumps(content))
            self.course.step(progress, self.manifest.articles)
        held = json.loads(index.read_bytes())
        links = tuple(self.folder.work("links", stem, "json") for stem in held["links"])
        plans = tuple((bucket, self.folder.work("plans", stem, "json")) for bucket, stem in held["plans"])
        self.folder.sweep("work/linked", [key])
        self.folder.sweep("work/links", held["links"])
        self.folder.sweep("work/plans", (stem for _, stem in held["plans"]))
        self.course.end(progress)
        return Linked(links, plans), outlets

    def _claims(self, parts: Sequence[_Part], linked: Linked) -> list[_Part]:
        made: list[_Part] = []
        tasks: list[tuple[Path, telling.ToTell, int]] = []
        for part, links in zip(parts, linked.links, strict=True):
            key = digest(__version__, digest_of(part.read), digest_of(part.arrived), part.heads.stem, links.stem)
            made.append(replace(part, told=key))
            task = telling.ToTell(part.arrived, part.read, part.heads, links, self.folder.root, key)
            tasks.append((self.folder.work("shuffled", key), task, notes_of(part.read)["read"]))
        self.tasks.do_missing("claims", telling.tell, largest_first((task[2], task) for task in tasks))
        keys = [part.told for part in made]
        refused = [{**document_row("", path, ""), "set_aside": reason} for path, reason in self.manifest.unreadable]
        write(self.folder.table("documents") / "unreadable.parquet", DOCUMENTS, refused)
        for name in ("claims", "mentions", "documents", "work/spelled", "work/shuffled"):
            self.folder.sweep(name, [*keys, "unreadable"])
        return made

    def _findings(self, parts: Sequence[_Part], linked: Linked, outlets: Mapping[str, str]) -> list[Path]:
        made_by = digest(__version__, rules_digest(self.rules, "findings"))
        shuffled = [self.folder.work("shuffled", part.told) for part in parts]
        holds = [(path, notes_of(path)["buckets"]) for path in shuffled]
        tasks: list[tuple[int, tuple[Path, Any, int]]] = []
        for bucket, plan in linked.plans:
            own = [(path, held[bucket]) for path, held in holds if bucket in held]
            to = self.folder.work("found", digest(made_by, plan.stem, *sorted(content for _, content in own)))
            tasks.append((plan.stat().st_size, (to, comparing.ToCompare(bucket, plan, tuple(path for path, _ in own), to), 0)))
        notes = self._to_note(made_by, parts, outlets)
        # What one process has to do by itself comes first.
        self.tasks.do_missing("findings", comparing.find, [(notes.to, notes, 0), *largest_first(tasks)])
        found = [to for _, (to, _, _) in tasks]
        self.folder.sweep("work/found", (path.stem for path in found))
        self.folder.sweep("work/spellings", [notes.to.stem])
        return [*found, notes.to]

    def _to_note(self, made_by: str, parts: Sequence[_Part], outlets: Mapping[str, str]) -> ToNote:
        spelled = [self.folder.work("spelled", part.told) for part in parts]
        entities = sorted(self.folder.table("entities").glob("*.parquet"))
        key = digest(made_by, *map(digest_of, (*spelled, *entities)), *(f"{article}\t{outlet}" for article, outlet in outlets.items()))
        return ToNote(tuple(spelled), tuple(part.read for part in parts), tuple(entities), self.folder.work("spellings", key))

    def _report(self, found: Sequence[Path], before: Path | None) -> Told:
        progress = self.course.begin("report", 1)
        told = merge(found, self.rules, self.folder.root, self.wanted.decisions, before)
        self.course.step(progress, self.manifest.articles)
        self.course.end(progress)
        return told
