"""The tables of labels, names and those who speak, as the rules hold them, looked up once.

Takes a rulebook; gives by word what stands for it, what is broader, whom it fights, what is apart from it. Compares nothing.
"""

from __future__ import annotations

from functools import cache

from discrepancy.link.streets import street_kinds
from discrepancy.rulebook.kinds.comparing import Labels
from discrepancy.rulebook.kinds.details import Detail
from discrepancy.rulebook.kinds.events import EventLimits
from discrepancy.rulebook.kinds.names import Alias
from discrepancy.rulebook.kinds.places import KnownPlace
from discrepancy.rulebook.schema import Rulebook


def is_name(word: str) -> bool:
    """True for a name, False for a label: names are capitalised or hold digits at their head."""
    return bool(word) and not word[0].islower()


class LabelTables:
    """The tables of one rulebook; labels in them stand for all their synonyms (:meth:`head`). Made by :func:`label_tables`."""

    def __init__(self, rules: Rulebook) -> None:
        labels = rules.of(Labels)
        self._head: dict[str, str] = {}
        for table in labels:
            for line in table.same:
                words = [word.strip() for word in line.split("/")]
                self._head.update(dict.fromkeys(words, words[0]))
        self._broader: dict[str, set[str]] = {}
        for table in labels:
            for broad, narrow in table.broader.items():
                for word in narrow:
                    self._broader.setdefault(self.head(word), set()).add(self.head(broad))
        self.streets = street_kinds(rules)
        self.everybody = frozenset(self.head(word) for table in labels for word in table.all)
        self.attackers = frozenset(self.head(word) for table in labels for word in table.attackers)
        self.collective = frozenset(self.head(word) for table in labels for word in table.collective)
        self.foes = {self.head(a): frozenset(map(self.head, fought)) for table in labels for a, fought in table.foes.items()}
        self.trades = {
            label: {word.strip(): line.split("/")[0].strip() for line in lines for word in line.split("/")}
            for table in labels
            for label, lines in table.trades.items()
        }
        self.exclusive = [self._group(line) for table in labels for line in table.exclusive]
        self.answers = frozenset(label for asked in rules.of(Detail) for label in asked.answers)
        self.narrower = {(one, broad) for asked in rules.of(Detail) for broad, narrow in asked.broader.items() for one in narrow}
        self._directions = frozenset(word for table in labels for word in table.directions)
        self.soil = frozenset(word for limits in rules.of(EventLimits) for word in limits.soil)
        self._speaks_for = frozenset(word for table in labels for word in table.speaks_for)
        self.whole = frozenset(self._group(line) for table in labels for line in table.whole)
        self.nations = frozenset(word.casefold() for place in rules.of(KnownPlace) for word in place.people)
        lands = [name for place in rules.of(KnownPlace) if place.sort == "country" for name in (place.name, *place.also)]
        peoples = [name for alias in rules.of(Alias) if alias.kind == "people" for name in alias.names]
        self.common = self.nations.union(*(name.casefold().split() for name in (*lands, *peoples)))
        self.opposed = [tuple(frozenset(map(self.head, group)) for group in table.opposed.values()) for table in labels if table.opposed]

    def _group(self, line: str) -> frozenset[str]:
        return frozenset(self.head(word.strip()) for word in line.split("/"))

    def speaker(self, name: str) -> frozenset[str]:
        """The words that tell a speaker from another."""
        words = name.casefold().replace("’", "'").replace("-", " ").split()
        return frozenset(word.removesuffix("'s").removesuffix("'") for word in words) - self._speaks_for

    def head(self, word: str) -> str:
        """The word that stands for a set of synonyms."""
        if is_name(word):
            return word
        plain = word.lower().replace("’", "'")
        return self._head.get(plain) or (word if word[:1].islower() else plain)  # "from Zenda"

    def place_in(self, word: str) -> str:
        """The name itself, or the one behind words of direction ("Iran" in "southern Iran"); "" when there is none."""
        words = word.split(" ")
        at = next((i for i, part in enumerate(words) if part not in self._directions), len(words))
        rest = " ".join(words[at:])
        return rest if is_name(rest) else ""

    def above(self, word: str) -> frozenset[str]:
        """All broader words, however far up."""
        found: set[str] = set()
        todo = [word]
        while todo:
            for broad in self._broader.get(todo.pop(), ()):
                if broad not in found:
                    found.add(broad)
                    todo.append(broad)
        return frozenset(found)


@cache
def label_tables(rules: Rulebook) -> LabelTables:
    """The tables of ``rules``, made once."""
    return LabelTables(rules)
