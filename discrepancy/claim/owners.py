"""Whose figure it is: the event, person or place that a number, an age or a time of day belongs to.

Takes the events and lines of an article; answers for a unit of a line. An event is looked for in the clause, then in the
sentence, then in the sentences before, and at last the main event is taken, unless the sentence speaks of older times. What no
rule finds has no owner, and is compared with nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from discrepancy.annotate.clauses import clause
from discrepancy.annotate.grammar import Line
from discrepancy.annotate.parties import full
from discrepancy.annotate.subjects import subject
from discrepancy.claim.events.told import Told, Trigger
from discrepancy.model.claims import Name
from discrepancy.rulebook.kinds.events import EventLimits
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_VERB = 6
"""Units before a figure within which the verb stands that says whose it is: "Zenda is home to about 120,000"."""
_ROW = 4
"""Sentences that may open with one pronoun for one person."""
_HEAD = 2
"""Sentences that begin an article."""
_OF_WHOM = 4
"""Units before a name within which *of* brings whom a death befell."""
_TOLD_OFTEN = 2
"""Mentions from which on a name can be what an article is chiefly about."""


_HOUR = re.compile(r"(?:half|quarter|ten|five|twenty|minutes) past ")
"""An hour in words, which is no time before the news."""


def _record(words: Sequence[str], unit: int) -> bool:
    """Whether a word for times before only says how far back a record goes: "the second cup in their history"."""
    return words[unit] == "history" and words[unit - 1] in ("its", "their", "his", "her", "our")


def _lasts(words: Sequence[str], unit: int) -> bool:
    """Whether decades only say how long something has been so: "who has worked there for two decades", "the first in decades"."""
    return words[unit].endswith("decades") and words[unit - 1] in ("for", "in")


class Owners:
    """The owners one article offers."""

    def __init__(self, told: Told, lines: Sequence[Line], rules: Rulebook) -> None:
        self.told, self.lines, self._rules = told, lines, rules
        self._old, self._lands = words_of(rules, "before-now"), words_of(rules, "lands")
        self._hers, self._his = words_of(rules, "her-title"), words_of(rules, "his-title")
        self._reach = rules.of(EventLimits)[0].recall_sentences
        self._subject: tuple[str, str] | None = None
        self._words: frozenset[str] | None = None

    def holds(self, words: Collection[str]) -> bool:
        """Whether one of some words stands anywhere in the article."""
        if self._words is None:
            units = frozenset().union(*(line.words for line in self.lines))
            self._words = units.union(*(unit.split() for unit in units if " " in unit))
        return not self._words.isdisjoint(words)

    def near(self, index: int, unit: int, types: Collection[str] = ()) -> str:
        """The event told in the clause of a unit, or ""."""
        start, end = clause(self.lines[index], unit)
        return self._nearest([t for t in self._triggers(index, types) if start <= t.start < end], unit)

    def event(self, index: int, unit: int, types: Collection[str] = ()) -> str:
        """The id of the event that a unit speaks of, or "". ``types`` keeps it to events of these types."""
        found = self.near(index, unit, types) or self._nearest(self._triggers(index, types), unit)
        if found:
            return found
        if self.old(index):
            return ""
        for before in range(index - 1, max(-1, index - 1 - self._reach), -1):
            if self.lines[before].sentence.block in ("headline", "caption"):
                break
            triggers = self._triggers(before, types)
            if triggers:
                return next((t for t in triggers if self.told.mention(t.event).main), triggers[-1]).event
        return self.main(types)

    def main(self, types: Collection[str] = ()) -> str:
        """The main event, if it happened and is of one of these types; else the only other one that is; or ""."""
        main = self.told.main
        fits = main is not None and main.realis == "actual" and (not types or main.type in types)
        return main.id if main is not None and fits else self.told.only(types)

    def old(self, index: int, around: int | None = None) -> bool:
        """Whether a sentence speaks of times before the news, or what stands between the two commas ``around`` a unit of it; a former spy
        is none, nor is a record: "the highest since 1976"."""
        words, tags = self.lines[index].words, self.lines[index].tags
        if around is not None:
            comma = tags.find("K", around)
            words = words[tags.rfind("K", 0, around) + 1 : comma if comma >= 0 else len(words)]
        # A time is one unit of several words, "decades ago"; "nine have been felt since" is of now.
        told = (unit for unit, word in enumerate(words) if not self._old.isdisjoint(word.split()) and word != "former")
        found = (unit for unit in told if not _HOUR.search(words[unit]))
        goes_on = (self._of_now(words, unit) if words[unit] == "since" else _record(words, unit) or _lasts(words, unit) for unit in found)
        return not all(goes_on)

    @staticmethod
    def _of_now(words: Sequence[str], unit: int) -> bool:
        """Whether *since* only says how long what is told has been so, or that it came after: "since then", "the highest since 1976", "have
        since been charged"; not where what was then is told as well."""
        if words[unit - 1] in ("has", "have", "had"):
            return True
        record = words[unit - 1].endswith("est") or words[unit - 1] in ("worst", "most", "first")
        return words[unit + 1 : unit + 2] in (("then",), (".",), (",",), ()) or (record and "when" not in words[unit + 1 :])

    def person(self, index: int, unit: int, *, living: bool = False) -> str:
        """The person that a unit speaks of: the last one named before it in its sentence, else the one named right behind it, else
        the only one of the sentence before where a pronoun points there, else whoever the article is chiefly about. ``living``: no
        pronoun points to whose death is told there ("was charged in the death of Bo Quist. He is held on bail").
        """
        line = self.lines[index]
        before = named_in(line, 0, unit, "person")
        if before:
            return full(before[-1][1])
        behind = named_in(line, unit + 1, unit + 7, "person")
        if behind:
            return full(behind[0][1])
        if "O" in line.tags[:unit] or "Y" in line.tags[:unit]:
            for earlier in self._before(index):
                told = named_in(earlier, 0, len(earlier.words), "person")
                named = {full(name) for _, name in told if not self._other_sex(line.words[:unit], name)}
                if len(named) == 1:
                    dead = living and any(mourned(earlier, name, self._rules) for _, name in told)
                    return "" if dead else named.pop()
        return self.subject(("person",))

    def _before(self, index: int) -> Sequence[Line]:
        """The sentence before one; where both open with one pronoun, that before the row of those: "She was married to Al Rudd. She has
        three sons"."""
        opens = self.lines[index].words[:1]
        at = index - 1
        while opens in (("he",), ("she",)) and at > max(0, index - _ROW) and self.lines[at].words[:1] == opens:
            at -= 1
        return self.lines[max(0, at) : at + 1] if index else ()

    def _other_sex(self, before: Sequence[str], name: Name) -> bool:
        """Whether somebody's title says that a pronoun stands for somebody else: *he* for no Dame, *she* for no Sir."""
        pronoun = next((word for word in reversed(before) if word in ("he", "his", "she", "her")), "")
        titles = self._hers if pronoun in ("he", "his") else self._his if pronoun else frozenset()
        return not titles.isdisjoint(name.title.lower().replace(".", "").split())

    def place(self, index: int, unit: int) -> str:
        """The place that a unit speaks of: that of its verb's subject, else the one named last before it, in its sentence or in
        the two before; "" when there is none.
        """
        line = self.lines[index]
        verb = next((u for u in range(unit - 1, max(-1, unit - _VERB), -1) if line.tags[u] in "bh"), None)
        found = subject(line, verb) if verb is not None else None
        named = named_in(line, *found, "place") if found is not None else []
        if named:
            return self._narrowest(line, named)
        if found is not None and (land := self._land(index, *found)):
            return land
        if found is not None and line.tags[found[0] - 1 : found[0]] == "K":  # "Zenda, a town that is home to"
            named = named_in(line, found[0] - 2, found[0] - 1, "place")
            if named:
                return self._narrowest(line, named)
        # "The island, which lies off Zenda and is home to": the subject is a place, and not the one named beside it.
        here = () if found is not None and found[1] > found[0] and not named else ((index, unit),)
        for at, end in (*here, (index - 1, 10_000), (index - 2, 10_000)):
            if at >= 0:
                line = self.lines[at]
                named = named_in(line, 0, end, "place")
                if named:
                    return self._narrowest(line, named)
        return ""

    def _land(self, index: int, start: int, end: int) -> str:
        """The place last called an island, where units ``[start, end)`` of a line say "the island"; "" for none."""
        words = self.lines[index].words
        kind = next((words[u] for u in range(end - 1, start, -1) if words[u] in self._lands and words[u - 1] in ("the", "this")), "")
        for at in range(index, -1, -1) if kind else ():
            line = self.lines[at]
            called = [self._full(line, u, n) for u, n in named_in(line, 0, start if at == index else len(line.words), "place")]
            if found := [name for name in called if name.lower().endswith(f" {kind}")]:
                return found[-1]
        return ""

    def _narrowest(self, line: Line, named: Sequence[tuple[int, Name]]) -> str:
        """The last place of a sentence, of "Zenda in Ruritania" the first."""
        at = len(named) - 1
        while at > 0 and named[at][0] - named[at - 1][0] == 2 and line.words[named[at][0] - 1] in ("in", ",", "of"):
            at -= 1
        return self._full(line, *named[at])

    def _full(self, line: Line, unit: int, name: Name) -> str:
        """A place by its whole name, with what it is called behind it: "Zenda island" is not the town of Zenda."""
        behind = line.words[unit + 1] if unit + 1 < len(line.words) else ""
        return f"{full(name)} {behind.title()}" if behind in self._lands else full(name)

    def subject(self, kinds: Collection[str] = ("person", "group")) -> str:
        """The person or group the article names most often, or "" when none stands out."""
        if self._subject is None:
            counts: Counter[tuple[str, str]] = Counter()
            for line in self.lines:
                for _, name in line.named:
                    if name.kind in ("person", "group"):
                        counts[full(name), name.kind] += 2 if line.sentence.block in ("headline", "standfirst") else 1
            ranked = sorted(counts.items(), key=lambda item: -item[1])
            clear = bool(ranked) and ranked[0][1] >= _TOLD_OFTEN and (len(ranked) == 1 or ranked[0][1] > ranked[1][1])
            self._subject = ranked[0][0] if clear else ("", "")
        chosen, kind = self._subject
        return chosen if kind in kinds else ""

    def throughout(self, name: str) -> bool:
        """Whether an article tells of somebody or something in its head, or more than once."""
        told = sum(2 if line.sentence.block in ("headline", "standfirst") or at < _HEAD else 1 for at, line in enumerate(self.lines)
                   for _, other in line.named if other.text == name)  # fmt: skip
        return told >= _TOLD_OFTEN

    def _triggers(self, index: int, types: Collection[str]) -> list[Trigger]:
        """The clauses of a line that tell of something that happened."""
        found = []
        for trigger in self.told.by_line.get(index, ()):
            mention = self.told.mention(trigger.event)
            if mention.realis == "actual" and (not types or mention.type in types):
                found.append(trigger)
        return found

    @staticmethod
    def _nearest(triggers: Sequence[Trigger], unit: int) -> str:
        return min(triggers, key=lambda t: abs(t.start - unit)).event if triggers else ""


def named_in(line: Line, start: int, end: int, kind: str) -> list[tuple[int, Name]]:
    """The names of one kind among units ``[start, end)``."""
    return [(unit, name) for unit, name in line.names(max(0, start), min(end, len(line.words))) if name.kind == kind]


def mourned(line: Line, name: Name, rules: Rulebook) -> bool:
    """Whether a line tells of the death of the person who bears a name in it: "the death of 17-year-old | Bo Quist"."""
    at = next((at for at, one in line.names(0, len(line.words)) if one is name), 0)
    of = next((u for u in range(at - 1, max(0, at - _OF_WHOM), -1) if line.words[u] == "of"), 0)
    return of > 0 and line.words[of - 1] in words_of(rules, "death")
