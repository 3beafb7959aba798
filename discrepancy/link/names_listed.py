"""What the alias entries say of two names: one, two, or nothing; and how the desk writes a name.

Takes two names as printed, their kind and the days on which they are printed; gives the verdict of ``rules/names`` and of the desk's own
files with its reason. Knows nothing of spelling beyond case, accents, hyphens and spaces.
"""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

from discrepancy.annotate.spelling import key
from discrepancy.rulebook import Rulebook
from discrepancy.rulebook.kinds.names import Alias

_LONGEST_INSIDE = 7
"""Words of a listed name that is looked for inside a longer one."""

Days: TypeAlias = tuple[date, date]
"""The first and the last day on which two names are printed."""


class AliasTable:
    """The alias entries of one rulebook, by the letters of their names."""

    def __init__(self, rules: Rulebook) -> None:
        self._entries = {alias.id: alias for alias in rules.of(Alias)}
        self._names: dict[str, dict[str, set[str]]] = {}
        apart: dict[str, dict[str, set[str]]] = {}
        for alias in rules.of(Alias):
            for table, names in ((self._names, alias.names), (apart, alias.different)):
                for name in names:
                    table.setdefault(alias.kind, {}).setdefault(key(name), set()).add(alias.id)
        self._apart = apart
        self._opposed: dict[str, set[str]] = {}
        for alias in rules.of(Alias):  # what is different from one name of an entry is so from all of them
            known = self._names[alias.kind]
            others = {id_ for name in alias.different for id_ in known.get(key(name), ())}
            for other in others - {alias.id}:
                self._opposed.setdefault(alias.id, set()).add(other)
                self._opposed.setdefault(other, set()).add(alias.id)

    def ids(self, name: str, kind: str) -> tuple[str, ...]:
        """The entries that hold a name, sorted."""
        return tuple(sorted(self._names.get(kind, {}).get(key(name), ())))

    def plain(self, name: str, kind: str) -> str:
        """A longer name in which a listed name stands under the first name of its entry: "ISIS in Yemen" as "Islamic State in Yemen".

        The name itself where none does, where it is listed as a whole, or where two entries hold the listed one.
        """
        known, words = self._names.get(kind, {}), name.split()
        if not known or len(words) < 2 or key(name) in known:
            return name
        for size in range(min(len(words) - 1, _LONGEST_INSIDE), 0, -1):
            for at in range(len(words) - size + 1):
                inside = " ".join(words[at : at + size])
                ids = known.get(key(inside), ())
                if len(ids) == 1 and (size > 1 or (len(inside) > 2 and sum(map(str.isupper, inside)) > 1)):
                    first = self._entries[next(iter(ids))].names[0]
                    return " ".join((*words[:at], first, *words[at + size :]))
        return name

    def verdict(self, a: str, b: str, kind: str, days: Days | None = None) -> tuple[Literal["same", "different"], str] | None:
        """What the entries say of two names, and a reason that names the entry; None when they say nothing.

        Without ``days`` an entry holds at any time. A name that two entries hold is different only from what both set apart.
        """
        known, apart = self._names.get(kind, {}), self._apart.get(kind, {})
        ka, kb = key(a), key(b)
        ids_a, ids_b = known.get(ka, set()), known.get(kb, set())
        for id_ in sorted((ids_a & apart.get(kb, set())) | (ids_b & apart.get(ka, set()))):
            return "different", f"{id_} lists them as different"
        for id_ in sorted(ids_a & ids_b):
            entry = self._entries[id_]
            if days is None or _holds(entry, days):
                return "same", f"{id_} lists them as the same{_period(entry)}"
        if ids_a and ids_b and not ids_a & ids_b and all(y in self._opposed.get(x, ()) for x in ids_a for y in ids_b):
            return "different", f"{min(ids_a)} lists them as different from {min(ids_b)}"
        return None

    def house_spellings(self) -> dict[str, dict[str, str]]:
        """For each kind the names of entries with ``house: yes``, each with how the desk writes it."""
        found: dict[str, dict[str, str]] = {}
        for entry in self._entries.values():
            if entry.house:
                found.setdefault(entry.kind, {}).update((name, entry.names[0]) for name in entry.names)
        return found


def _holds(entry: Alias, days: Days) -> bool:
    return (entry.since is None or entry.since <= days[0]) and (entry.until is None or days[1] <= entry.until)


def _period(entry: Alias) -> str:
    since = f" from {entry.since}" if entry.since else ""
    return since + (f" to {entry.until}" if entry.until else "")
