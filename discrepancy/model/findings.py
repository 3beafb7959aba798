"""Findings: where the sources cannot all be right, and everything else a report holds.

Takes and gives plain values; standard library only. ``link`` and ``compare`` make these; ``report`` and the desk read them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from discrepancy.model.claims import Attribute, Claim, EventMention, NameKind, NotUnderstood
from discrepancy.model.text import Document
from discrepancy.model.values import When

if TYPE_CHECKING:
    import pandas as pd

Relation = Literal["same", "narrower", "wider", "overlap", "disjoint", "unknown"]
"""Set arithmetic of two values, the first against the second: "narrower" means that the first allows fewer worlds."""

Verdict = Literal["agrees", "refines", "updates", "attributed", "omits", "soft", "unclear", "conflicts", "variant"]
Level = Literal["error", "warning", "note"]
"""SARIF's levels (OASIS SARIF 2.1.0, 3.27.10), most serious first."""

Baseline = Literal["", "new", "changed", "unchanged"]
"""Where a finding stands against an earlier report; "" when none was given."""

LEVELS: tuple[Level, ...] = ("error", "warning", "note")


@dataclass(frozen=True, slots=True)
class Event:
    """One happening that one or several articles describe. ``mentions`` are ids of event mentions, ``articles`` of articles.

    ``place_sort`` says how fine ``place`` is (country, region, district, city, area, water), ``country`` where it lies; both are "" when
    the gazetteer does not know the place. ``joined_by`` has the attributes without whose evidence the mentions would fall into several
    parts, and those parts.
    """

    id: str
    type: str
    label: str
    mentions: tuple[str, ...]
    articles: tuple[str, ...]
    date: When | None = None
    place: str = ""
    actors: tuple[str, ...] = ()
    why: tuple[str, ...] = ()
    place_sort: str = ""
    country: str = ""
    joined_by: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Variant:
    """One spelling of an entity: the text without title or rank, the articles that print it, how often each does."""

    text: str
    articles: tuple[str, ...]
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, group or place behind many spellings. ``name`` is its head spelling, ``why`` one sentence a merged spelling,
    ``house`` how this desk writes it ("" where it has no rule).
    """

    id: str
    kind: NameKind
    name: str
    variants: tuple[Variant, ...]
    why: tuple[str, ...] = ()
    house: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One attribute of one event or entity, or of one article against itself (``article``), as words an editor would ask."""

    attribute: Attribute
    text: str
    event: str = ""
    entity: str = ""
    article: str = ""
    population: str = ""
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Camp:
    """A maximal set of claims whose pairs all agree or refine; ``value`` in notation, never empty. ``origins`` counts the independent
    voices behind it, 0 where nobody counted them."""

    value: str
    claims: tuple[str, ...]
    origins: int = 0


Change = Literal["", "up", "down", "changed"]
"""How a version of a figure stands to the one before it; "" for the first, and where nothing says that the count was revised."""


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a figure in a ledger. ``value`` is in notation, ``by`` whose count it is ("" where nobody is named), ``reason`` the
    words by which a source says why it changed, ``since`` the day from which it is known (ISO 8601, or ""). ``claims`` are all that give
    it, ``stale`` those of them that stand in articles published after a later version was out. ``text`` is all of it as a sentence.
    """

    value: str
    by: str
    change: Change
    reason: str
    since: str
    claims: tuple[str, ...]
    stale: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Cause:
    """A likely reason for a difference and the computation that shows it."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step to a verdict: the pair looked at, the relation found, the table row that decided. Replayed by ``explain``."""

    claims: tuple[str, str]
    relation: Relation
    row: str
    verdict: Verdict
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A question whose claims fall into camps.

    ``id`` is a handle for display, stable for the same claims. ``rule`` is the id of the decision row. ``confidence`` is between 0
    and 1 and says nothing of the level. ``sayable`` is a sentence an editor could print. ``depends_on`` are ids of claims of other
    questions on which this one rests. ``state`` is "open" until an editor rules; then ``ruled`` says in one sentence who ruled what,
    when and why, and ``since`` what is new since then, one sentence each. ``chosen`` is the value they chose when they resolved it.
    ``ledger`` has the versions of the figure it is about, as in its question's consensus, those of a draft among them.
    ``baseline`` tells what an earlier report, where one was given, knew of it. ``ignored`` is the reason why the desk's project file
    or a mark in a draft sets it aside, "" for most.
    """

    id: str
    rule: str
    verdict: Verdict
    level: Level
    confidence: float
    message: str
    sayable: str
    question: Question
    camps: tuple[Camp, ...]
    depends_on: tuple[str, ...] = ()
    causes: tuple[Cause, ...] = ()
    steps: tuple[Step, ...] = ()
    origins: int = 0
    state: str = "open"
    ruled: str = ""
    since: tuple[str, ...] = ()
    baseline: Baseline = ""
    ignored: str = ""
    chosen: str = ""
    ledger: tuple[Version, ...] = ()

    @property
    def aside(self) -> str:
        """Why nobody need look at it this time, or "": it stood in the baseline, or the desk ignores it."""
        if self.ignored:
            return f"ignored: {self.ignored}"
        return "stood in the baseline" if self.baseline == "unchanged" else ""

    @property
    def single_origin(self) -> tuple[str, ...]:
        """The values, in notation, behind which one independent voice stands; of an article against itself there are none."""
        return () if self.question.article else tuple(camp.value for camp in self.camps if camp.origins == 1)

    @property
    def decided(self) -> bool:
        """True when an editor ruled and nothing since opened the question again."""
        return self.state in ("confirmed", "dismissed", "resolved")


@dataclass(frozen=True, slots=True)
class Consensus:
    """Low, best and high of one question with the rule stated (UCDP GED's convention) and a grade (Airwars': fair, weak, contested).

    ``ledger`` are the versions of a figure that was revised, oldest first, and after them those of each count kept beside it.
    """

    question: Question
    low: str
    best: str
    high: str
    grade: Literal["fair", "weak", "contested"]
    claims: tuple[str, ...]
    origins: int
    rule: str
    ledger: tuple[Version, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """Articles that say the same because one copied the other or both copied a third; with the reason."""

    articles: tuple[str, ...]
    because: str
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotCompared:
    """Two claims of one event and attribute that were not compared, and the field that differed."""

    claims: tuple[str, str]
    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An input that could not be read: path, the sentence that says why and what to do."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many numbers and dates of the articles are in claims, set aside with a reason, or not understood."""

    numbers: int
    dates: int
    in_claims: int
    set_aside: int
    unread: int


Standing = Literal["must-fix", "decide", "own", "unsupported", "single-origin", "fine", "not-compared"]
"""How a statement of a draft fares, the most pressing first."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing a draft says, and how it fares beside the sources.

    ``claims`` are the places where the draft says it, ``support`` claims of sources that say as much, from ``origins`` independent
    origins, ``findings`` those it stands in. ``standing`` is "must-fix" or "decide" for the level of its findings, "own" for own
    reporting, "unsupported" where no source says so, "single-origin" where one does, "not-compared" where nothing can be held against it.
    """

    question: Question
    standing: Standing
    claims: tuple[str, ...]
    support: tuple[str, ...] = ()
    origins: int = 0
    findings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """An article of one's own under work, held against the others: ``must_fix`` and ``decide`` are ids of findings in which it stands."""

    article: str
    must_fix: tuple[str, ...]
    decide: tuple[str, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of one check: inputs, claims, events, names, findings and the manifest of the run.

    A value like all others: it renders itself through :mod:`discrepancy.report`, which is loaded only when asked for.
    """

    run: dict[str, Any]
    articles: tuple[Document, ...]
    claims: tuple[Claim, ...]
    mentions: tuple[EventMention, ...]
    events: tuple[Event, ...]
    entities: tuple[Entity, ...]
    findings: tuple[Finding, ...]
    consensus: tuple[Consensus, ...] = ()
    origins: tuple[Origin, ...] = ()
    not_compared: tuple[NotCompared, ...] = ()
    unread: tuple[NotUnderstood, ...] = ()
    coverage: Coverage = field(default_factory=lambda: Coverage(0, 0, 0, 0, 0))
    unreadable: tuple[Unreadable, ...] = ()
    draft: Draft | None = None

    def claims_frame(self) -> pd.DataFrame:
        """All claims as a table, one row a claim (columns: DESIGN's claims table; see ``docs/claims-table.md``)."""
        from discrepancy.report.table import claims_frame

        return claims_frame(self)

    def write(self, folder: str | Path, formats: list[str] | tuple[str, ...] = ("html", "json")) -> list[Path]:
        """Write ``folder/report.<format>`` for each format; gives the paths written."""
        from discrepancy.report import write

        return write(self, Path(folder), formats)
