"""Claims: what one article says, in one notation, with the words that say it.

Takes and gives plain values; standard library only. ``ingest`` to ``claim`` make these from one article; ``link`` and
``compare`` never look at text again except through :class:`~discrepancy.model.text.Evidence`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from discrepancy.model.text import Evidence, Span
from discrepancy.model.values import Value, When

Stance = Literal["asserted", "reported", "alleged", "denied", "expected"]
"""How far the article itself stands behind a claim. Source: FactBank (Saurí and Pustejovsky, 2009), reduced to five."""

Attribute = Literal[
    "killed", "injured", "hit", "missing", "arrested", "displaced", "age", "date", "time", "place", "actor", "target",
    "weapon", "blamed", "detail", "fate", "responsibility", "victims", "role", "base", "aims", "money", "magnitude", "distance", "duration",
    "count", "wording", "stance", "sequence", "name",
]  # fmt: skip
"""What a claim is about. Closed: comparison, notation, report and schema all know these and no others."""

VICTIMS: tuple[Attribute, ...] = ("killed", "injured", "hit")
"""What befalls the people whom an event hits: the attributes whose figures are its tolls."""

NameKind = Literal["person", "group", "people", "place", "outlet", "office", "work", "event", "unknown"]
Contains = Callable[[str, str], bool | None]
"""Whether the first place holds the second; None when nobody knows."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says it: PARC's source, cue and content. ``source`` is canonical ("Iran" for "Tehran said"), "" for an unnamed one."""

    source: str
    cue: str
    cue_span: Span
    source_span: Span | None
    content: Span


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written. ``text`` is the spelling without title, rank or possessive; ``short_for`` is the article's own full form."""

    kind: NameKind
    text: str
    span: Span
    short_for: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One attribute of one event or entity as one article gives it.

    ``event`` is the id of an :class:`EventMention` (after linking: of an :class:`~discrepancy.model.findings.Event`), ``entity`` the
    canonical name the claim is about, for attributes of people, groups and places. ``population`` names whom a quantity counts
    ("children", "police officers"; "" for all), ``scope`` which part of the event ("place:Iran", "day:2024-01-18", "side:Iran",
    "site:Lima", "origin" and "destination" of a voyage, "cumulative"; "" for the whole), ``as_of`` the moment the value is good for,
    ``unit`` the unit of a quantity ("km", "USD", "years"). ``additional`` marks a number that stands beside another one ("30 more
    wounded", "40 others"). ``anchors`` are ids of claims on which this value rests ("two days after" rests on the date it counts from).
    ``rule`` is the id of the rule that read it.
    """

    id: str
    article: str
    attribute: Attribute
    value: Value
    evidence: Evidence
    rule: str
    event: str = ""
    entity: str = ""
    population: str = ""
    scope: str = ""
    as_of: When | None = None
    unit: str = ""
    attributed_to: str = ""
    stance: Stance = "asserted"
    additional: bool = False
    loose: bool = False
    anchors: tuple[str, ...] = ()
    anchor_text: str = ""


@dataclass(frozen=True, slots=True)
class EventMention:
    """What one article says happened, once: all mentions of one event inside one article are one of these.

    ``type`` is one of the event types of ``rules/``. ``actors``, ``targets``, ``places`` hold canonical names; ``when`` the best date.
    ``forces`` are acting bodies without a name of their own, as printed ("Ruritanian army", "drug gang"); ``suspects`` the armed
    groups that an article tells of beside a deed of unnamed people, without saying that it was theirs. ``combat``: all who were hit
    were fighting.
    ``triggers`` are the words that name it, first the one that introduces it. ``realis`` tells what happened from what is
    feared, planned, threatened, denied or was tried in vain ("a foiled bombing");
    ``background`` marks older events told for context. ``why_main`` prints the reasons by which the
    article's main event was chosen.

    Where one clause tells of several events ("bombings in Lima and Cusco"), there is one mention for all of them, to which what is told
    of all belongs (a toll), and one for each: ``whole`` is the id of the former, ``apart`` the words that tell this one from the others.
    """

    id: str
    article: str
    type: str
    triggers: tuple[Evidence, ...]
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    victims: tuple[str, ...] = ()
    weapons: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    when: When | None = None
    realis: Literal["actual", "hypothetical", "denied", "expected", "attempted", "threatened"] = "actual"
    background: bool = False
    combat: bool = False
    forces: tuple[str, ...] = ()
    suspects: tuple[str, ...] = ()
    main: bool = False
    why_main: tuple[str, ...] = ()
    whole: str = ""
    apart: Evidence | None = None


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """A number or a date of an article that is in no claim. ``reason`` is from the closed list in ``rules/``; "" when nobody knows.
    ``value`` is what it says by itself, None where its day cannot be worked out."""

    evidence: Evidence
    kind: Literal["number", "date"]
    reason: str = ""
    value: Value | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one article says: what the stages ``ingest`` to ``claim`` give, and all that ``link`` and ``compare`` take.

    ``origin_keys`` are shingle hashes of the text for near-copy detection; ``names`` every name as written.
    """

    article: str
    claims: tuple[Claim, ...]
    events: tuple[EventMention, ...]
    names: tuple[Name, ...]
    not_understood: tuple[NotUnderstood, ...]
    numbers: int
    dates: int
