"""Who a speaker is: names behind noun groups, and the person or the body for whom a pronoun stands.

Takes the noun groups of one article in its order; gives parties. Remembers who spoke or was named last, and nothing else.
"""

from __future__ import annotations

from dataclasses import replace

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.noungroups import Range
from discrepancy.annotate.parties import Party, party
from discrepancy.annotate.states import states
from discrepancy.rulebook.schema import Rulebook


class Speakers:
    """The speakers of one article, as far as it is read."""

    def __init__(self, rules: Rulebook) -> None:
        self._rules = rules
        self._last_person = self._last_speaker = self._last_body = ""

    def heard(self, who: Party) -> None:
        """Takes in somebody who spoke."""
        if not who.name or who.kind == "pronoun":
            return
        if who.kind == "person":
            self._last_person = self._last_speaker = who.name
        elif who.kind in ("state", "group"):
            self._last_body = who.name

    def told_of(self, line: Line) -> None:
        """Takes in the persons whom a line names: "he" in the next one may be the last of them."""
        for _, name in line.named:
            if name.kind == "person":
                self._last_person = name.short_for or name.text

    def who(self, line: Line, group: Range) -> Party:
        """Who a noun group is; a pronoun is the person or the body that spoke last."""
        who = party(line, group, self._rules)
        if who.kind != "pronoun":
            names = tuple(name.removesuffix("'s").removesuffix("’s") for name in who.names)
            return who if names == who.names else replace(who, names=names)
        pronoun = line.words[group[0]]
        name = ""
        if pronoun in ("he", "she", "who"):
            name = self._meant(line, group)
        elif pronoun in ("it", "they"):
            name = self._last_body
        return Party("pronoun", (name,) if name else (), *group)

    def _meant(self, line: Line, group: Range) -> str:
        """Whom "he" stands for: the person named last, and where what he says names that one, "he said that Rudd was shot", whoever spoke
        last."""
        behind = {name.short_for or name.text for _, name in line.names(group[1], len(line.words)) if name.kind == "person"}
        return next((who for who in (self._last_person, self._last_speaker) if who not in behind), "")

    def named(self, line: Line, group: Range) -> tuple[Party, Range]:
        """Who a noun group is, and its range with the name that a comma adds: "a survivor, Ann Rudd"."""
        who = self.who(line, group)
        name = group[1] + 1
        if who.kind != "label" or line.tags[group[1] : name + 1] != "KN":
            return who, group
        added = self.who(line, (name, name + 1))
        return (added, (group[0], name + 1)) if added.kind == "person" else (who, group)

    def nearest(self, line: Line, before: int) -> Party | None:
        """The nearest state, group or person to the left that acts: for "what it called"."""
        known = states(self._rules)
        for unit in range(before - 1, -1, -1):
            if line.tags[unit] != "N" or line.tags[unit + 1] == "H":
                continue
            who = party(line, (unit, unit + 1), self._rules)
            if who.kind in ("group", "person") or (who.kind == "state" and not (line.tags[unit - 1] == "P" and unit)):
                return who
            if who.kind == "state" and known.of(line.words[unit], acting=False) == "":
                return who
        if line.words[before + 1] in ("they",):
            return None
        return Party("pronoun", (self._last_body,), before, before + 1) if self._last_body else None
