"""What kind of thing a run of capitalised words names.

Takes the words, what stands before and behind them, and the rulebook's cues, aliases and places; gives a kind and how
sure it is. Looks at one mention; what the rest of the article says of the same words is weighed in
:mod:`discrepancy.annotate.names`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

from discrepancy.annotate.places import Gazetteer, gazetteer
from discrepancy.annotate.spelling import spelling, split
from discrepancy.model.claims import NameKind
from discrepancy.rulebook.kinds.events import EventType
from discrepancy.rulebook.kinds.names import Alias, CueRole, NameCues
from discrepancy.rulebook.kinds.pages import Outlet
from discrepancy.rulebook.schema import Rulebook

_AFTER = re.compile(r"[’']s\b|[^\W\d_]+|\d+|[,;:.()\"“”—–-]")
_BEFORE = re.compile(r"[^\W\d_]+|\d+|[,;:.()\"“”—–]")
_WINDOW = 48
_WHERE = ("in", "near", "outside", "across", "throughout")
"""Words behind which hardly a person stands."""
_AFTER_AGE = (",", ".", ";", "and", "of", "from", "who", "was", "is", "were", "are", "has", ")")
_LARGE_CITY = 200_000
_SHORTEST = 5
"""Letters up to which an acronym counts only as it is written."""
_LONGEST_SORT = 2
"""Words that tell of what sort a named storm is: tropical storm."""
_LONGEST_SHOUTED = 3
"""Words of the longest name of a place or a people that a headline is searched for."""


class Kinds:
    """The cues of one rulebook, compiled."""

    def __init__(self, rules: Rulebook) -> None:
        cues: dict[CueRole, set[str]] = {}
        for rule in rules.of(NameCues):
            cues.setdefault(rule.role, set()).update(word.lower() for word in rule.words)
        self.postal = frozenset(w for rule in rules.of(NameCues) if rule.role == "postal" for w in rule.words)
        self.cues = {role: frozenset(words) for role, words in cues.items()}
        self.roles = lru_cache(maxsize=1 << 16)(self._roles)
        self.places: Gazetteer = gazetteer(rules)
        self._fold = spelling(rules)
        self._listed: dict[str, NameKind] = {}
        self._exact: dict[str, NameKind] = {}
        for alias in rules.of(Alias):
            for name in alias.names:
                if len(name) <= _SHORTEST and sum(map(str.isupper, name)) > 1:  # "IS" is a group, "is" is not
                    self._exact.setdefault(name, alias.kind)
                else:
                    self._listed.setdefault("".join(split(name)), alias.kind)
        for outlet in rules.of(Outlet):
            for name in outlet.names:
                self._exact.setdefault(name, "outlet")
        self.named_first = frozenset(word for kind in rules.of(EventType) for word in kind.named_first)
        self.named_last = frozenset(word for kind in rules.of(EventType) for word in kind.named_last)
        self.group_shape = lru_cache(maxsize=1 << 15)(self._group_shape)
        self.listed = lru_cache(maxsize=1 << 15)(self._kind_listed)
        self.place = lru_cache(maxsize=1 << 15)(self._place)
        self.country = lru_cache(maxsize=1 << 15)(self._country)
        self.people = lru_cache(maxsize=1 << 15)(self._people)
        self.shouted = lru_cache(maxsize=1 << 15)(self._shouted)
        self.begins = lru_cache(maxsize=1 << 16)(self._begins)
        self._letters = sorted({*self._listed, *("".join(split(name)) for name in (*self._exact, *self.places.people))})

    def has(self, role: CueRole, word: str) -> bool:
        """True when the rules give a word this role."""
        return role in self.roles(word)

    def _roles(self, word: str) -> frozenset[CueRole]:
        """All roles that the rules give a word."""
        bare = word.lower().rstrip(".")
        return frozenset(role for role, words in self.cues.items() if bare in words)

    def _begins(self, letters: str) -> bool:
        """Whether any name that the rules or the tables list begins with these letters."""
        return _begins(self._letters, letters) or self.places.begins(letters)

    def reach(self, words: Sequence[str], more: Sequence[str] = ()) -> int:
        """How many of these words, given as letters, can be one name of the rules, of the tables or of ``more``, which is sorted; at
        least one.

        Of most words nothing goes on, so that no longer stretch need be looked up.
        """
        letters = ""
        for size, word in enumerate(words):
            letters += word
            if size and not self.begins(letters) and not _begins(more, letters):
                return size
        return len(words)

    def _kind_listed(self, text: str) -> NameKind | None:
        """The kind that aliases or outlets give a name, or None."""
        return self._exact.get(text) or self._listed.get("".join(split(text)))

    def _group_shape(self, word: str) -> bool:
        """True for a word that begins the names of groups in another language."""
        for letters in split(word)[:1]:
            meanings = self._fold.meanings("group", letters)
            return bool(self.cues["group-shape"].intersection(meanings)) and letters not in meanings
        return False

    def _people(self, word: str) -> bool:
        """True for the word of a people: an adjective of a country, or a people that the aliases list."""
        return bool(self.places.nation(word)) or self.listed(word) == "people"

    def _place(self, text: str) -> str:
        """ "wide" for a country, division or water, "city" for a large city, "town" for another, "" for no known
        place.
        """
        own = [p for p in self.places.exact(text) if not p.foreign]
        if any(p.sort != "city" for p in own):
            return "wide"
        largest = max((p.inhabitants for p in own), default=-1)
        return "city" if largest >= _LARGE_CITY else "town" if own else ""

    def _country(self, text: str) -> bool:
        """True for the name of a country."""
        return any(p.sort == "country" and not p.foreign for p in self.places.exact(text))

    def _shouted(self, text: str, size: int) -> NameKind | None:
        """The kind that aliases and tables give ``size`` words of a headline, whose capitals show nothing; or None."""
        listed = self.listed(text)
        if listed is not None or size > _LONGEST_SHOUTED:
            return listed
        shown = text.title() if text.isupper() and len(text) >= _SHORTEST else text
        if self.people(shown):
            return "people"
        sure = self.country(shown) or (size > 1 and self.place(shown) == "wide")
        return "place" if sure and not self.has("never", text) else None

    def kind(self, words: Sequence[str], text: str, whole: str, start: int, end: int, titled: bool) -> tuple[NameKind, int]:
        """The kind of the name ``text`` that stands at ``whole[start:end]``, and a weight from 0 (guess) to 5
        (certain).
        """
        listed = self.listed(text)
        if listed:
            return ("place" if listed == "outlet" and self._mapped(text, whole, start, end) else listed), 5
        head = words[-1]
        grouped = any(self.has("group-head", word) for word in words)
        if len(words) > 1 and not grouped and not titled and self._happening(words, whole, start):
            return "event", 4
        place = self.place(text)
        if titled and not grouped:
            return "person", 5
        if place == "wide":
            return "place", 5
        if len(words) > 1 and self.has("place-head", head) and not titled:
            return ("person", 4) if _aged(_behind(whole, end)[:5]) else ("place", 3)  # "Kevin Park, 19, a student": no park has an age
        if len(words) > 1 and self.has("place-first", words[0]) and not grouped:
            return "place", 3
        if (
            len(words) > 1
            and self.has("outlet-head", head)
            and not any(self.has("given", w) for w in (words[0], head))
            and " of " not in text
        ):
            return "outlet", 3
        if self.group_shape(words[0]) and len(words) > 1 and not self.has("given", words[0]):
            return "group", 4
        if grouped and not (place and len(words) > 1):
            kind: NameKind = "office" if self._office(words) else "group"
            return kind, 4 if len(words) > 1 or text.isupper() else 2  # "Rebels" alone may be any rebels
        if self._office(words):
            return "office", 3
        return self._by_neighbours(words, place, whole, start, end)

    def _told_a_place(self, words: Sequence[str]) -> bool:
        """True for "village in", "southwestern province of": what stands in an aside that says what a place is."""
        noun = next((i for i, word in enumerate(words[:3]) if word in self.cues["place-noun"]), None)
        return noun is not None and noun + 1 < len(words) and words[noun + 1] in _INSIDE

    def _mapped(self, text: str, whole: str, start: int, end: int) -> bool:
        """True where an outlet's name is that of a place and is used as one: "the province of Fars"."""
        before = [w.lower() for w in _BEFORE.findall(whole, max(0, start - _WINDOW), start)[-2:]]
        after = [w.lower() for w in _AFTER.findall(whole, end, end + _WINDOW)[:1]]
        nouns = self.cues["place-noun"]
        told = (len(before) > 1 and before[1] == "of" and before[0] in nouns) or (bool(after) and after[0] in nouns)
        return told and bool(self.place(text))

    def _called(self, before: Sequence[str]) -> bool:
        """True behind "a group called", "a movement known as", "who call themselves"."""
        if before[-1:] in (["itself"], ["themselves"]):
            return before[-2:-1] in (["calling"], ["call"], ["calls"], ["called"])
        noun = before[-3:-2] if before[-2:] == ["known", "as"] else before[-2:-1] if before[-1:] in (["called"], ["named"]) else []
        return bool(noun) and noun[0] in self.cues["group-noun"]

    def _happening(self, words: Sequence[str], whole: str, start: int) -> bool:
        """True for the proper name of a storm or a fire: Hurricane Delia, the Quarry Fire."""
        first, last = ({word.lower() for word in part} for part in (words[:-1][:_LONGEST_SORT], words[-1:]))
        begun = not self.named_first.isdisjoint(first) and self.named_first.isdisjoint(last) and self.named_last.isdisjoint(last)
        return begun or (not self.named_last.isdisjoint(last) and whole[max(0, start - 4) : start].lower() == "the ")

    def _office(self, words: Sequence[str]) -> bool:
        """True for words that name an office or authority: Foreign Ministry, Army Chief."""
        return all(self.has("office", w) or self.has("title", w) for w in words) and any(self.has("office", w) for w in words)

    def _by_neighbours(self, words: Sequence[str], place: str, whole: str, start: int, end: int) -> tuple[NameKind, int]:
        before = [w.lower() for w in _BEFORE.findall(whole, max(0, start - _WINDOW), start)[-3:]]
        after = _behind(whole, end)
        last = before[-1] if before else ""
        behind = after[0] if after else ""
        if last == "," and len(words) == 1 and words[0].rstrip(".") in self.postal:
            return "place", 3
        given = len(words) > 1 and self.has("given", words[0])
        if behind in self.cues["place-noun"] and not given:
            return "place", 4
        if behind == "," and after[1:2] in (["a"], ["an"], ["the"]) and self._told_a_place(after[2:]):
            return "place", 4
        if last == "of" and len(before) > 1 and before[-2] in self.cues["place-noun"]:
            return "place", 4
        possessed = behind in ("'s", "’s")
        if (
            (self.cues["work-before"].intersection(before) and not given and not possessed)
            or (self.has("work", words[0]) and not given)
            or self.has("work", words[-1])
        ):
            return "work", 4
        if behind == "(" and len(after) > 2 and after[2] == ")" and whole[end : end + 12].strip(" ()")[:2].isupper() and not place:
            return "group", 3
        if behind in self.cues["outlet"] and not place:
            return "outlet", 3
        if (behind in self.cues["group-noun"] or last in self.cues["group-noun"]) and not given and not place:
            return "group", 3
        if self._called(before):
            return "group", 4
        if given or (before[-2:] == ["year", "old"] and len(words) > 1) or before[-3:] == ["-", "year", "old"]:
            return "person", 4
        if last == "," and before[-3:-2] == ["old"] and len(words) > 1:  # "a 20-year-old woman, Ann House"
            return "person", 4
        role = before[-2] if last == "," and len(before) > 1 else last
        if role in self.cues["sure-title"] and len(words) > 1:
            return "person", 4
        if _aged(after[:5]):
            return ("unknown", 0) if len(words) == 1 and self.has("whoever", words[0]) else ("person", 4)
        if place == "city" or (place and (len(words) > 1 or last in self.cues["place-before"])):
            return "place", 3
        if last in self.cues["place-before"] and (len(words) == 1 or last in _WHERE):
            return "place", 1
        if place and behind == "," and self.place(_capitalised(whole, end)) == "wide":
            return "place", 3
        if len(words) == 1 and words[0].isupper() and len(words[0]) > 1:
            return "group", 2
        if behind in self.cues["person-verb"] and len(words) > 1:
            return "person", 3
        if len(words) == 1 and self.has("given", words[0]):
            return "person", 2
        if len(words) > 1 and words[0] in ("Los", "Las") and not place:
            return "group", 2
        if len(words) > 1 and self.place(words[0]) == "wide" and not self.has("never", words[0]):  # "U.S. Geological Survey"
            return "group", 1
        if last == "the" and len(words) > 1:  # "the Northern Lights": no person has the article
            return "unknown", 0
        if len(words) > 1 and (self.has("sure-title", words[-1]) or self.has("title", words[-1])):  # "Kolda County Coroner"
            return "unknown", 0
        if 2 <= len(words) <= 5 and not any(self.has("thing", w) or (w.isupper() and len(w) > 2) for w in words):
            return "person", 1
        return "unknown", 0


def _behind(whole: str, end: int) -> list[str]:
    """The next words and marks behind a name, in lower case."""
    return [found[0].lower() for found in islice(_AFTER.finditer(whole, end, end + _WINDOW), 6)]


def _aged(after: Sequence[str]) -> bool:
    """Whether an age stands behind a comma or in brackets, among the five words and marks behind a name: "Bo Quist, 41, who", "Bo Quist,
    the 41-year-old singer", "Bo Quist (41)"."""
    if after[1:2] in (["a"], ["an"], ["the"]) and after[4:] == ["year"]:
        return after[0] == "," and after[2].isdigit() and len(after[2]) < 3
    if len(after) > 2 and after[0] == "(" and after[2] == ")":
        return after[1].isdigit() and len(after[1]) == 2
    return len(after) > 2 and after[0] == "," and after[1].isdigit() and len(after[1]) < 3 and after[2] in _AFTER_AGE


def _begins(names: Sequence[str], letters: str) -> bool:
    """Whether one of the names, which are sorted, begins with these letters."""
    at = bisect_left(names, letters)
    return at < len(names) and names[at].startswith(letters)


_INSIDE = frozenset(("in", "of", "near", "on"))
_NEXT = re.compile(r"[\s,]+((?:[^\W\d_a-z][^\W\d_]*[ ]?)+)")


def _capitalised(whole: str, end: int) -> str:
    """The capitalised words right behind a comma."""
    found = _NEXT.match(whole, end, end + _WINDOW)
    return found.group(1).strip() if found else ""


@lru_cache(maxsize=8)
def kinds(rules: Rulebook) -> Kinds:
    """The compiled cues of a rulebook, made once for each rulebook."""
    return Kinds(rules)
