"""Roles and properties: weapons, offices, posts, bases of groups, aims, responsibility, and why a number is set
aside."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, Literal

from discrepancy.rulebook.schema import Rule

TENURE, SINCE = "date.tenure", "date.since"
"""The rules of the years that somebody spent in an office, and of the year since which a thing had not happened."""
GIVEN_NAME, EITHER_NAME = "name.given", "name.either"
"""The rules of a person with a trade: one whom his trade and his surname tell, so that two articles may differ in his given name, and one
either of whose names they may print in two ways."""

SPEAKER_NAME = "name.speaker"
"""The rule of who said what is quoted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weapons(Rule):
    """Words for one kind of weapon; ``id``'s last part is its label. ``carried``: somebody may have it on him, under its own name."""

    label: str
    words: tuple[str, ...]
    carried: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Posts(Rule):
    """An office that a person holds, under one ``label``: "charge d'affaires"."""

    label: str
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleCue(Rule):
    """Words that bring a property of an entity: ``gives`` base, aims, responsibility, stance (a deed denied), target or weapon. A word of
    ``phrases`` may be one of some ("took|claimed credit"; see :func:`~discrepancy.rulebook.phrases.spelled_out`).

    ``loose`` marks wording that answers a neighbouring question only ("operates in" is not "is based in").
    """

    gives: Literal["base", "aims", "responsibility", "stance", "target", "role", "weapon"]
    phrases: tuple[str, ...]
    loose: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Blame(Rule):
    """Words that put the blame for a deed on somebody, with the prepositions (``ties``) that lead to the deed.

    ``gives`` says where the blamed stands: ``object``, behind the word ("accused the Front of"), ``subject``, before it
    ("the Front is accused of", "men involved in", and without ties "the men behind"), ``holder``, who has what the word names
    ("the Front had a role in", "the army's responsibility for"), or ``laid``, behind the deed ("blamed the attack on the Front"); a
    ``claimer`` stands before the word and says that he did it ("the Front claimed the attack"), an ``author`` before a form of *be* or
    *as* ("the Front was the author of").
    """

    gives: Literal["subject", "object", "holder", "laid", "claimer", "author"]
    words: tuple[str, ...]
    ties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside(Rule):
    """Why a number or a date is in no claim: the closed list. ``text`` is shown; ``blocks`` are kinds of block whose
    numbers it holds for; ``asked``: a draft's number is all the same looked for in the sources."""

    needs_examples: ClassVar[bool] = False

    kind: Literal["number", "date", "both"]
    text: str
    blocks: tuple[str, ...] = ()
    asked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Offices(Rule):
    """An office of which a state has one, under one ``label``: who holds it is a question. ``phrases`` are its names in the press."""

    label: str
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Titles(Rule):
    """A title that somebody bears, under one ``label``; of one ``family`` (portfolios, ranks of an army) a person has one at a time.
    ``phrases`` are its names in the press; behind a word of the grammar's ``other-title`` ("former", "deputy") it is another or nobody's.
    """

    label: str
    family: str
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PutDownTo(Rule):
    """What a fire or an accident is put down to, under one ``label``: "the brakes failed", "arson". ``phrases`` are its wordings, a word
    of which may be one of some ("brake|brakes failed"); ``types`` the events that it can bring about.
    """

    label: str
    phrases: tuple[str, ...]
    types: tuple[str, ...]

    def event_types(self) -> Iterable[str]:
        """Those that it can bring about."""
        return self.types


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate(Rule):
    """What became of a named person, under one ``label``: ``phrases`` stand right behind the name, a word of which may be one of some
    ("shot|stabbed dead"); "was", "were" or "has been" stands before them. ``verbs`` stand there by themselves ("survived"), ``deeds``
    before the name, of whoever did it ("gunmen shot dead").
    """

    label: str
    phrases: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    deeds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SolePost(Rule):
    """A post that a thing, a body or a place gives to one person at a time, under one ``label``: a ship's captain, a town's mayor.

    ``phrases`` are its names in the press, ``plurals`` those of several who hold it: an article with one of these tells of several.
    ``bodies`` are nouns for what has such a post, those for one sort of thing in one line ("bus coach minibus"), ``generic`` ones for any
    sort ("vessel"). ``sort`` says what a story must tell of it: of a ``thing`` ("the ferry's captain") an
    article that tells of one sort of thing need not say which, of a ``body`` (a firm, a club, a town) both articles name it, and of
    ``anybody`` (a gunman) none is told. ``bare`` phrases stand before a name without an article ("Mayor Rudd"), in a town that the
    story is told of.
    """

    label: str
    phrases: tuple[str, ...]
    plurals: tuple[str, ...]
    sort: Literal["thing", "body", "anybody"]
    bodies: tuple[str, ...] = ()
    generic: tuple[str, ...] = ()
    bare: bool = False

    @property
    def nouns(self) -> frozenset[str]:
        """All nouns for what has the post."""
        return frozenset(noun for line in self.bodies for noun in line.split()) | frozenset(self.generic)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArmedGroups(Rule):
    """By what an armed group is known from other groups. A name with one of ``shapes`` in it, or one of the words of
    ``beside`` right behind it, is one; a name all of whose words are ``forces`` is a state's. One with a ``civil`` word needs
    the words beside it; behind one of ``posts`` ("a leader of") it is no suspect. A single word that ends as ``adjectives`` do
    is no name. A noun group that ends in one of ``bodies`` is a force as printed ("the Ruritanian army", "a drug gang"), and so is
    what stands before its ``members`` ("army personnel"), and one of ``companies`` that ``beside`` or ``sorts``
    describe ("a rebel group", "drug organizations"). People
    called ``belongs`` beside a name of its shape are its fighters.
    ``fighters``: where all who were hit are of these, it was combat, as where one of ``strongholds`` was hit that one of
    ``military`` tells the owner of ("brigade headquarters")."""

    needs_examples: ClassVar[bool] = False  # words of names; the reading of events shows what they do

    shapes: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    forces: tuple[str, ...] = ()
    civil: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    companies: tuple[str, ...] = ()
    sorts: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    belongs: tuple[str, ...] = ()
    fighters: tuple[str, ...] = ()
    military: tuple[str, ...] = ()
    strongholds: tuple[str, ...] = ()
