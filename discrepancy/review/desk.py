"""The desk: reports and decisions together, kept up to date.

Takes a store and the paths of reports; gives shelves with standings and takes rulings. A report file that changes is
read again, a decision made elsewhere (by another desk on the same database) is seen at the next look. Knows nothing
of pages and logins.
"""

from __future__ import annotations

import json
import threading
import uuid
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import insert, select

from discrepancy.model.findings import Report
from discrepancy.report.json import render
from discrepancy.report.read import NotAReport, from_json, read_report
from discrepancy.review.database import submissions, write
from discrepancy.review.decisions import UNDECIDED, Body, Decision, Refused, Ruling, Undo, effective
from discrepancy.review.reattach import Rulings, ruling_on, successor
from discrepancy.review.reports import Shelf, slug_of
from discrepancy.review.store import Store, now
from discrepancy.rulebook import rulebook, rules_folder
from discrepancy.rulebook.kinds.review import ReviewReason

SUBMITTED = 50
"""Reports sent in by programs that stay on the desk, the newest; older ones stay in the database."""


class Meanwhile(Refused):
    """Somebody else ruled, or a check changed the finding, while this editor was reading; nothing was kept."""


class NotFound(LookupError):
    """There is no such report or finding on this desk."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason an editor can give, and for which rulings."""

    code: str
    label: str
    outcomes: tuple[str, ...]


def reasons() -> tuple[Reason, ...]:
    """The closed list in ``rules/review``; no other rule is loaded for it."""
    found = rulebook(base=rules_folder() / "review")
    return tuple(Reason(rule.id.removeprefix("review."), rule.label, rule.outcomes) for rule in found.of(ReviewReason))


@dataclass(frozen=True, slots=True)
class Change:
    """What a page compares to see that something changed: the number of the last decision, and how often a report was
    read anew.
    """

    head: int
    reports: int


class Desk:
    """Reports on the desk and every decision on them."""

    def __init__(self, store: Store, paths: Sequence[Path], known: Sequence[Reason] | None = None) -> None:
        """Reads the reports; raises :class:`~discrepancy.report.read.NotAReport` for one that is none."""
        self.store = store
        self.reasons = tuple(known) if known is not None else reasons()
        self.shelves: dict[str, Shelf] = {}
        self.decisions: list[Decision] = []
        self._files: dict[str, tuple[Path, tuple[int, int, int]]] = {}
        self._became: dict[tuple[str, str], str] = {}
        self._rulings = Rulings(())
        self._turn = threading.RLock()
        self._read_anew = 0
        self._submitted = ""
        for path in paths:
            report, stamp = read_report(path), _stamp(path)
            slug = slug_of(path, self.shelves)
            self._files[slug] = (path, stamp)
            self._put(Shelf(slug, slug, report))
        self.refresh()

    def _put(self, shelf: Shelf) -> None:
        shelf.ask(self._rulings)
        self.shelves = {**self.shelves, shelf.slug: shelf}

    def refresh(self) -> Change:
        """Takes in what changed: decisions, report files, reports sent in. Cheap when nothing did."""
        with self._turn:
            for slug, (path, stamp) in list(self._files.items()):
                found = _stamp(path)
                if found != stamp and found != (0, 0, 0):
                    try:
                        fresh = Shelf(slug, slug, read_report(path))
                    except NotAReport:
                        continue  # half a report, from a program that does not rename: the old one holds
                    self._follow(self.shelves[slug], fresh)
                    self._put(fresh)
                    self._files[slug] = (path, found)
                    self._read_anew += 1
            self._take_submissions()
            last = self.decisions[-1].seq if self.decisions else 0
            if self.store.head() > last:
                self._take(self.store.decisions(after=last))
            return Change(self.decisions[-1].seq if self.decisions else 0, self._read_anew)

    def _follow(self, old: Shelf, fresh: Shelf) -> None:
        """Notes what became of the findings whose ids are gone: an editor may have one of them open."""
        for id, seen in old.keyed.items():
            if id not in fresh.findings:
                self._became[old.slug, id] = successor(seen, fresh.keyed)

    def became(self, slug: str, finding: str) -> str:
        """The id under which a finding that was on the desk stands there now; "" when it is gone."""
        passed = {finding}
        while finding not in self.shelf(slug).findings:
            finding = self._became.get((slug, finding), "")
            if not finding or finding in passed:
                return ""
            passed.add(finding)
        return finding

    def _take(self, fresh: Sequence[Decision]) -> None:
        in_order = not self.decisions or fresh[0].at >= self.decisions[-1].at
        self.decisions.extend(fresh)
        keys: list[str] | None = []
        if in_order and not any(isinstance(decision.body, Undo) for decision in fresh):
            self._rulings.extend(fresh)
            keys = [
                claim.key
                for decision in fresh
                if isinstance(decision.body, Ruling)
                for camp in decision.body.camps
                for claim in camp.claims
            ]
        else:
            self._rulings, keys = Rulings(self.decisions), None
        for shelf in self.shelves.values():
            shelf.ask(self._rulings, keys)

    def _take_submissions(self) -> None:
        with self.store.engine.connect() as connection:
            newest = connection.execute(
                select(submissions.c.id, submissions.c.at)
                .where(submissions.c.at > self._submitted)
                .order_by(submissions.c.at.desc())
                .limit(SUBMITTED)
            ).all()
            for row in reversed(newest):
                if row.id not in self.shelves:
                    text = connection.execute(select(submissions.c.report).where(submissions.c.id == row.id)).scalar_one()
                    self._put(Shelf(row.id, f"sent in {row.at[:16].replace('T', ' ')}", from_json(json.loads(text))))
                    self._read_anew += 1
                self._submitted = str(row.at)

    def submit(self, who: str, report: Report) -> Shelf:
        """Puts a report on the desk that a program sent in; kept in the database."""
        slug = f"sent-{uuid.uuid4().hex[:12]}"
        with self._turn:
            at = max(now(), self._submitted + "0")  # two in one microsecond: the later still sorts later
            with write(self.store.engine) as connection:
                connection.execute(insert(submissions).values(id=slug, at=at, who=who, report=render(report)))
            self.refresh()
            return self.shelf(slug)

    def shelf(self, slug: str) -> Shelf:
        """The report with this slug; raises :class:`NotFound`."""
        if slug not in self.shelves:
            raise NotFound(f"there is no report {slug!r} on this desk")
        return self.shelves[slug]

    def rule(
        self,
        who: str,
        slug: str,
        finding: str,
        outcome: str,
        *,
        value: str = "",
        reason: str = "",
        note: str = "",
        id: str = "",
        seen: int | None = None,
    ) -> Decision:
        """Keeps a ruling on a finding.

        ``seen`` is the number of the last decision the editor had before them (0 for none); when another one has been
        made on this finding since, :class:`Meanwhile` is raised and nothing kept.
        """
        with self._turn:
            self.refresh()
            body = self.ruling(slug, finding, outcome, value, reason, note)
            standing = self.shelf(slug).standing(finding)
            if seen is not None and standing.decision is not None and standing.decision.seq > seen:
                raise Meanwhile(f"{standing.decision.who} ruled on this meanwhile: {standing.state}")
            return self._keep(who, [body], [id] if id else [])[0]

    def rule_many(
        self, who: str, findings: Sequence[tuple[str, str]], outcome: str, *, reason: str = "", note: str = ""
    ) -> tuple[Decision, ...]:
        """Keeps one ruling on each of many findings, ``(slug, finding)``, all or none, as one batch that can be
        undone as one.
        """
        batch = uuid.uuid4().hex
        with self._turn:
            self.refresh()
            chosen = dict.fromkeys(findings)
            if not chosen:
                raise Refused("choose at least one finding")
            return self._keep(who, [self.ruling(s, f, outcome, "", reason, note, batch) for s, f in chosen], [])

    def ruling(self, slug: str, finding: str, outcome: str, value: str = "", reason: str = "", note: str = "", batch: str = "") -> Ruling:
        """A ruling on a finding as it stands now, checked and not yet kept."""
        shelf = self.shelf(slug)
        if finding not in shelf.findings:
            if self.became(slug, finding):
                raise Meanwhile("a new check changed this finding meanwhile; look at it again")
            raise NotFound(f"there is no finding {finding!r} in this report")
        self.check(outcome, value, reason)
        return ruling_on(
            shelf.findings[finding],
            shelf.keyed[finding],
            outcome,
            report=slug,
            value=value.strip() if outcome == "resolved" else "",
            reason=reason,
            note=note.strip(),
            batch=batch,
        )

    def check(self, outcome: str, value: str, reason: str) -> None:
        """Raises :class:`~discrepancy.review.decisions.Refused` when a ruling lacks what it needs."""
        if outcome not in ("confirmed", "dismissed", "resolved", "deferred", "reopened"):
            raise Refused("choose a ruling")
        if outcome == "dismissed" and not reason:
            raise Refused("a dismissal needs a reason; choose one")
        if reason and not any(known.code == reason and outcome in known.outcomes for known in self.reasons):
            raise Refused(f"{reason[:60]!r} is no reason for this ruling; see the list")
        if outcome == "resolved" and not value.strip():
            raise Refused("a finding is resolved with the value that holds; choose or write one")

    def keep(self, who: str, body: Body, id: str = "") -> Decision:
        """Keeps any other decision: a merge, a split, a house spelling, an undo."""
        with self._turn:
            self.refresh()
            if isinstance(body, Undo) and not any(self._is(decision, body.undoes) for decision in self.decisions):
                raise NotFound("there is no such decision to undo")
            return self._keep(who, [body], [id] if id else [])[0]

    def keep_all(self, who: str, bodies: Sequence[Body]) -> tuple[Decision, ...]:
        """Keeps decisions in one go, all or none."""
        with self._turn:
            return self._keep(who, bodies, []) if bodies else ()

    @staticmethod
    def _is(decision: Decision, id: str) -> bool:
        return decision.id == id or (isinstance(decision.body, Ruling) and decision.body.batch == id)

    def _keep(self, who: str, bodies: Sequence[Body], ids: Sequence[str]) -> tuple[Decision, ...]:
        made = self.store.append(who, bodies, ids)
        self.refresh()
        return made

    def reason_label(self, code: str) -> str:
        """A reason as an editor reads it."""
        return next((reason.label for reason in self.reasons if reason.code == code), code)

    def undone(self) -> frozenset[str]:
        """Ids of decisions that do not count any more."""
        counting = {decision.id for decision in effective(self.decisions)}
        undoing = self._undoing()
        return frozenset(d.id for d in self.decisions if d.id not in counting and d.id not in undoing)

    def _undoing(self) -> set[str]:
        """Ids of undoings that hold."""
        undone: set[str] = set()
        hold: set[str] = set()
        for decision in sorted(self.decisions, key=lambda d: (d.at, d.seq), reverse=True):
            if isinstance(decision.body, Undo) and decision.id not in undone:
                undone.add(decision.body.undoes)
                hold.add(decision.id)
        return hold

    def progress(self, slugs: Sequence[str] | None = None) -> Mapping[str, int]:
        """How many findings stand where, and "decided" and "all"."""
        states: Counter[str] = Counter()
        for slug, shelf in self.shelves.items():
            if slugs is None or slug in slugs:
                states.update(shelf.standing(id).state for id in shelf.findings)
        total = sum(states.values())
        return {**states, "all": total, "decided": total - sum(states[state] for state in UNDECIDED)}


def _stamp(path: Path) -> tuple[int, int, int]:
    """What changes when a file is written anew; zeros while there is none."""
    try:
        status = path.stat()
    except OSError:
        return (0, 0, 0)
    return (status.st_mtime_ns, status.st_size, status.st_ino)
