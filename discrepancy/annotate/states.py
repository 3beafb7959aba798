"""What names a state: its name, its adjective, its people, and the places that speak for it.

Takes the rulebook; gives the state behind a name. Knows no sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from discrepancy.rulebook.kinds.places import KnownPlace
from discrepancy.rulebook.schema import Rulebook


@dataclass(frozen=True, slots=True)
class States:
    """What names a state: ``by_name`` its names and adjectives, ``by_seat`` the places that speak for it; lower case
    to name."""

    by_name: dict[str, str]
    by_people: dict[str, str]
    by_seat: dict[str, str]

    def of(self, text: str, *, acting: bool = True) -> str:
        """The state that ``text`` names, or "". ``acting``: where it says or does something, a capital stands for
        its state."""
        key = text.lower().removeprefix("the ")
        found = self.by_name.get(key) or self.by_people.get(key) or ""
        return found or (self.by_seat.get(key, "") if acting else "")


@cache
def states(rules: Rulebook) -> States:
    """The states of the rulebook."""
    by_name: dict[str, str] = {}
    by_people: dict[str, str] = {}
    by_seat: dict[str, str] = {}
    for place in rules.of(KnownPlace):
        if place.sort != "country":
            continue
        for text in (place.name, *place.also):
            by_name.setdefault(text.lower().removeprefix("the "), place.name)
        for text in place.people:
            by_people.setdefault(text.lower(), place.name)
        for text in place.speaks:
            by_seat.setdefault(text.lower(), place.name)
    return States(by_name, by_people, by_seat)
