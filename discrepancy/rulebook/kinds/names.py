"""How names are spelled, which of their words carry weight, how two are judged, and which are known to be one or to
be two.

Examples of these kinds are pairs of names, ``A = B`` (must be judged the same); counter-examples are ``A | B`` (must
not).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from discrepancy.rulebook.schema import Rule

WordRole = Literal[
    "title", "particle", "article", "legal", "generic", "class", "direction", "rank", "number", "common", "country",
    "branch",
]  # fmt: skip
"""What a word does in a name.

``title`` stands before a person and is no part of the name. ``particle`` and ``article`` are al-, de, van, the: they
carry nothing alone. ``legal`` is Ltd or GmbH. ``generic`` says what sort of thing it is (province, foundation).
``class`` does so too, but two different ones are two things (front, army). ``direction``, ``rank`` (Jr, II) and
``number`` tell apart names that are otherwise alike. ``common`` words are borne by many. ``country`` and ``branch``
(faction) words say which of several bodies is meant.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameWords(Rule):
    """Words of names that do not weigh like others. ``weight`` is 1 for an ordinary word; ``kinds`` are the kinds of
    name it holds for (empty: all). A word in two classes takes the first.

    A part of a group is told by one of ``of`` before the name of the whole ("the Ayr wing of Red Dawn"), by a word and one of ``behind`` at
    the end ("Red Dawn Salim faction"), or there by one of ``alone`` ("Red Dawn dissidents").
    """

    needs_examples: ClassVar[bool] = False

    role: WordRole
    weight: float
    words: tuple[str, ...]
    kinds: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NameSynonyms(Rule):
    """Words that mean the same in names. ``sets`` maps the English word to others; ``a/b`` are spellings of one
    foreign word.

    A foreign word equals its English word; two foreign words of one set that are not joined by ``/`` do not equal
    each other
    (Jaish al-Islam and Lashkar-e-Islam are two armies).
    """

    needs_examples: ClassVar[bool] = False

    kinds: tuple[str, ...] = ()
    sets: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameSpelling(Rule):
    """One step of folding a word: the regular expression ``find`` becomes ``put``, in the order of the file.

    ``form`` is "sound" (spellings of one pronunciation) or "frame" (its consonants, coarser; starts from the sound).
    """

    find: str
    put: str = ""
    form: Literal["sound", "frame"] = "sound"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameJudging(Rule):
    """How the evidence about two names of one kind is added up.

    The score is the logistic function of ``bias`` plus the sum of ``weights`` times evidence. At ``same`` and above
    two names are one, below ``different`` they are two, between them nobody knows. Evidence named in ``vetoes`` holds
    the score
    under ``different`` when it is certain, whatever else speaks for the pair. ``omits`` is the most weight of words
    that one side may
    leave out when two spellings are taken for one name across articles ("the Quds Force" is not "the Quds Brigades of
    …").
    """

    kind: Literal["person", "group", "place"]
    same: float
    different: float
    bias: float
    omits: float
    weights: Mapping[str, float]
    vetoes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias(Rule):
    """Names of one entity that spelling cannot show, or (``different``) names that look alike and are not one entity.

    ``since`` and ``until`` are the first and last day on which the names stand for one another; left out, it is open.
    They bound ``names`` alone: what is different stays so. ``house: yes`` says that this desk writes the first of ``names`` and no other.
    """

    needs_examples: ClassVar[bool] = False

    kind: Literal["person", "group", "people", "place", "outlet", "office"]
    names: tuple[str, ...]
    different: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    house: bool = False

    def problems(self) -> Iterator[str]:
        """No names, days in the wrong order, or one name on both sides."""
        if not any(name.strip() for name in self.names):
            yield "'names' holds no name"
        if self.since and self.until and self.since > self.until:
            yield f"'since' ({self.since}) is later than 'until' ({self.until})"
        for name in self.different:
            if name in self.names:
                yield f"{name!r} stands both in 'names' and in 'different'"


CueRole = Literal[
    "never", "particle", "of-head", "title", "sure-title", "office", "group-head", "group-noun", "place-noun",
    "place-before", "place-first", "person-verb", "outlet", "outlet-head", "given", "work",
    "work-before", "place-head", "postal", "thing", "common", "owner", "direction", "group-begin", "whoever", "bound", "group-shape",
    "dotted", "portfolio", "syllabic", "tied",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class NameCues(Rule):
    """Words that show where a name begins or ends and of what kind it is; what each role means stands in the rule's
    ``because``.
    """

    needs_examples: ClassVar[bool] = False

    role: CueRole
    words: tuple[str, ...]
