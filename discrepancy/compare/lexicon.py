"""How two words for people, groups, places and things stand to each other.

Takes two members of :class:`~discrepancy.model.values.Terms` (canonical names or labels); gives a relation. Names were
brought to one spelling before; here only the tables of ``rules/`` and the gazetteer are asked. What neither knows is
unknown for labels; two different names that are both places, or both none, are different.
"""

from __future__ import annotations

import re
from functools import cache

from discrepancy.annotate.spelling import spelling
from discrepancy.compare.addresses import relate_blocks
from discrepancy.compare.labels import is_name, label_tables
from discrepancy.model.claims import Contains
from discrepancy.model.findings import Relation
from discrepancy.rulebook.schema import Rulebook

_WORD = re.compile(r"[^\W\d_]+")


def nowhere(outer: str, inner: str) -> bool | None:
    """A gazetteer that knows no place."""
    return None


class Lexicon:
    """Words and names as ``rules/`` and a gazetteer relate them.

    >>> from discrepancy.rulebook import rulebook
    >>> Lexicon(rulebook()).relation("laborers", "workers")
    'same'
    """

    def __init__(self, rules: Rulebook, contains: Contains = nowhere) -> None:
        self._tables = label_tables(rules)
        self._contains = cache(contains)
        self._spelling = spelling(rules)

    def one_speaker(self, a: str, b: str) -> bool:
        """Whether two speakers may be one: all that names one of them is in the other's name.

        >>> from discrepancy.rulebook import rulebook
        >>> speakers = Lexicon(rulebook())
        >>> speakers.one_speaker("the governor’s office", "Governor"), speakers.one_speaker("police", "the mayor")
        (True, False)
        """
        first, second = self._tables.speaker(a), self._tables.speaker(b)
        return first <= second or second <= first

    def letters(self, name: str, kind: str) -> str:
        """A name in the letters that are left when those which transliterations exchange are folded: "Qaddour" and "Kaddur" alike."""
        return " ".join(word.sound for word in self._spelling.spell(name, kind).words).lower()

    def nation(self, name: str) -> bool:
        """Whether a name is a country's word for its people, in whatever form: "German", "Germans", "Poles"."""
        return name.casefold() in self._tables.nations

    def common(self, word: str) -> bool:
        """Whether a word, case folded, is of a country's name or for a people, which stand in all news of a land."""
        return word in self._tables.common or word.removesuffix("s") in self._tables.common

    def answer(self, a: str, b: str) -> Relation:
        """How one answer to a closed question stands to another; elsewhere their words may well go together: a mother is a daughter too."""
        if a == b:
            return "same"
        if (a, b) in self._tables.narrower or (b, a) in self._tables.narrower:
            return "narrower" if (a, b) in self._tables.narrower else "wider"
        return "disjoint" if {a, b} <= self._tables.answers else "unknown"

    def relation(self, a: str, b: str, places: bool = False) -> Relation:
        """How ``a`` stands to ``b``; "narrower" when it is the more special of the two.

        ``places`` says that both can only be places: then names that the gazetteer does not know are no evidence of a difference.
        """
        if a == b:
            return "same"
        blocks = relate_blocks(a, b, self._tables.streets)
        if blocks is not None:
            return blocks
        first, second = self._tables.head(a), self._tables.head(b)
        if first == second or _possessive(a) == _possessive(b):
            return "same"
        if first in self._tables.everybody:
            return "wider"
        if second in self._tables.everybody:
            return "narrower"
        above_a, above_b = self._tables.above(first), self._tables.above(second)
        if second in above_a:
            return "narrower"
        if first in above_b:
            return "wider"
        if self.exclusive(a, b):
            return "disjoint"
        if " " in a + b and not (self.place(a) or self.place(b)) and (_shortens(a, b) or _shortens(b, a)):
            return "unknown"  # "Partridge" may be Alan Partridge or his brother
        place_a, place_b = self._tables.place_in(a), self._tables.place_in(b)
        if place_a and place_b:
            return self._names(place_a, place_b, places) if (place_a, place_b) == (a, b) else self._parts(a, b, place_a, place_b)
        return "unknown"

    def _parts(self, a: str, b: str, place_a: str, place_b: str) -> Relation:
        """At least one is part of a place only by the compass: southeastern Iran."""
        if place_a == place_b:
            return "unknown" if place_a != a and place_b != b else "narrower" if place_a != a else "wider"
        found = self._names(place_a, place_b)
        if found == "narrower":
            return "narrower" if place_b == b else "unknown"
        if found == "wider":
            return "wider" if place_a == a else "unknown"
        return found

    def _names(self, a: str, b: str, only_places: bool = True) -> Relation:
        if self._contains(a, b):
            return "wider"
        if self._contains(b, a):
            return "narrower"
        if self._contains(a, b) is False and self._contains(b, a) is False:
            return "disjoint"  # neither holds the other, says the gazetteer; what it does not say is unknown
        places = [self.place(name) for name in (a, b)]
        if all(places):
            return "unknown"
        return "unknown" if any(places) or only_places else "disjoint"

    def place(self, name: str) -> bool:
        """True when the gazetteer knows the name."""
        return self._contains(name, name) is not None

    def bare(self, name: str) -> str:
        """A name without the word behind it that says what sort of place bears it: "Zenda" of "Zenda City"."""
        own, _, last = name.rpartition(" ")
        return own if own and last.lower() in self._tables.soil else name

    def within(self, outer: str, inner: str) -> bool | None:
        """Whether place ``outer`` holds place ``inner``; a place holds itself."""
        return True if outer == inner else self._contains(outer, inner)

    def exclusive(self, a: str, b: str) -> bool:
        """True when a table says that nobody is both."""
        first, second = self._tables.head(a), self._tables.head(b)
        return any(first in group and second in group for group in self._tables.exclusive) and first != second

    def parted(self, a: str, b: str) -> bool:
        """True when both are parts of one whole, as girls and boys are, so that nobody is both."""
        first, second = self._tables.head(a), self._tables.head(b)
        return first != second and any(first in group and second in group for group in self._tables.whole)

    def opposed(self, a: str, b: str) -> bool:
        """True when the labels belong to opposed groups (civilians, terrorists)."""
        first, second = self._tables.head(a), self._tables.head(b)
        for groups in self._tables.opposed:
            sides = [index for index, group in enumerate(groups) for word in (first, second) if word in group]
            if len(set(sides)) > 1:
                return True
        return False

    def foes(self, a: str, b: str) -> bool:
        """True when the labels are those of two sides that fight each other, as kidnappers and guards do.

        >>> from discrepancy.rulebook import rulebook
        >>> Lexicon(rulebook()).foes("attackers", "service members"), Lexicon(rulebook()).foes("attackers", "men")
        (True, False)
        """
        first, second = self._tables.head(a), self._tables.head(b)
        return second in self._tables.foes.get(first, ()) or first in self._tables.foes.get(second, ())

    def trades(self, label: str, words: str) -> frozenset[str]:
        """The trades of one label of which some words tell, each by the first of its nouns.

        >>> from discrepancy.rulebook import rulebook
        >>> sorted(Lexicon(rulebook()).trades("officials", "killing two judges, a magistrate and a priest"))
        ['judges', 'priests']
        """
        known = self._tables.trades.get(label)
        return frozenset(known[word] for word in _WORD.findall(words.lower()) if word in known) if known else frozenset()

    def collective(self, label: str) -> bool:
        """True for a label of which one is several people: 3,000 families are more than 3,000 people."""
        return self._tables.head(label) in self._tables.collective

    def grouped(self, a: str, b: str) -> bool:
        """True when a table of opposed labels puts both on one side: rebels and terrorists, as against civilians."""
        first, second = self._tables.head(a), self._tables.head(b)
        return any(first in group and second in group for groups in self._tables.opposed for group in groups)

    def attacker(self, label: str) -> bool:
        """True for "gunman" and the like: who did it, wherever no more than one is counted."""
        return self._tables.head(label) in self._tables.attackers

    def everybody(self, label: str) -> bool:
        """True for "", "people" and the like."""
        return not label or self._tables.head(label) in self._tables.everybody

    def head(self, label: str) -> str:
        """The word that stands for a set of synonyms ("laborers" for "workers")."""
        return self._tables.head(label)

    def populations(self, a: str, b: str) -> Relation:
        """How two populations stand to each other; "" is everybody."""
        if self.everybody(a) and self.everybody(b):
            return "same"
        if self.everybody(a):
            return "wider"
        if self.everybody(b):
            return "narrower"
        return self.relation(a.lower(), b.lower())

    def partition(self, label: str) -> bool:
        """True for a label that is part of a whole with others (women, beside men and children)."""
        return any(self._tables.head(label) in group for group in self._tables.whole)

    def whole(self, labels: frozenset[str]) -> bool:
        """True when the labels together are everybody (women, men and children)."""
        return frozenset(self._tables.head(label) for label in labels) in self._tables.whole


def _possessive(name: str) -> str:
    """A name of several words without the s of a possessive whose apostrophe was lost: "John Smiths house"."""
    plain = name.removesuffix("s")
    return plain if is_name(name) and " " in name and len(name) - len(plain) and not plain.endswith("s") else name


def _shortens(short: str, name: str) -> bool:
    """Whether all words of a name stand in another one in their order."""
    rest = iter(name.split())
    return is_name(short) and is_name(name) and all(word in rest for word in short.split())
