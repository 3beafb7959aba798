"""Word groups: people who are counted, and the verbs that say what became of them."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from discrepancy.rulebook.kinds.words import Words
from discrepancy.rulebook.schema import Rule

Form = Literal["one", "many", "same"]
"""How many people a noun stands for: one, several, or as its number tells."""


Sort = Literal["", "man", "woman", "child", "teen", "pupil"]
"""What a noun for people tells of their sex or age; a pupil is young and has a trade."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Population(Words):
    """Nouns for people of one sort: ``one`` and ``many`` are the forms for one and for several, ``same`` serves for both.

    ``label`` is what a claim counts ("children"; "" for people of whom nothing is said), ``sort`` what it tells of sex or age.
    ``harms``: words for who did it rather than whom it befell (gunman), ``serves`` those for who bears arms for a state (policeman),
    ``suffers`` those that say that they were hit (gunshot victim). Of whoever bears an ``ageless`` noun no article tells the age (judge,
    officer). ``collective`` nouns name an unknown number (family), those with a ``size`` a known one (couple). Entries of several words
    only choose the label; their last word must be a noun of some population too.
    """

    needs_examples: ClassVar[bool] = False  # single nouns; the phrase rules that use them carry the examples

    label: str = ""
    sort: Sort = ""
    one: tuple[str, ...] = ()
    many: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    harms: bool = False
    serves: bool = False
    suffers: bool = False
    ageless: bool = False
    collective: bool = False
    size: int = 1

    @property
    def forms(self) -> dict[Form, tuple[str, ...]]:
        """The nouns by how many they stand for."""
        return {"one": self.one, "many": self.many, "same": self.same}

    @property
    def nouns(self) -> tuple[str, ...]:
        """All nouns, those of several words as well."""
        return (*self.one, *self.many, *self.same)

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", tuple(word for word in self.nouns if " " not in word))
        object.__setattr__(self, "also", ("person-noun",))


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseRule(Rule):
    """A word group: ``gives`` people or a verb; the units caught as ``count``, ``noun``, ``name``, ``age``, ``verb`` are its parts.

    Examples mark the group and give, for people, the count in notation and the population ("4 children"), for verbs the outcome
    and the flags ("kill passive").
    ``makes``: the outcome of a verb group whose words alone do not tell it (kill, die, injure, hit, hospital, suffer, …).
    """

    patterns: tuple[str, ...]
    gives: Literal["people", "verb"]
    makes: Literal["", "kill", "die", "injure", "hit", "harm", "hospital", "suffer", "arrest", "missing", "displace"] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbForms(Words):
    """Verbs that say what became of people: the outcome is their class in ``also`` (``v.kill``).

    ``form``: ``past`` (simple past and participle alike), ``gerund``, ``present``, ``base``.
    """

    needs_examples: ClassVar[bool] = False  # single verbs; the fact rules that use them carry the examples

    form: Literal["past", "gerund", "present", "base"] = "past"

    def __post_init__(self) -> None:
        object.__setattr__(self, "also", (*self.also, "fact-verb", f"verb-{self.form}"))
