"""The words by which a page's furniture is known, made ready for matching.

Takes a rulebook; gives a :class:`Vocabulary` that says which cue a line matches, which outlet a name or an address
belongs to. Knows nothing of where a line stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from discrepancy.rulebook import Rulebook, rulebook, rules_folder
from discrepancy.rulebook.kinds.pages import Outlet, PageCue, PageLabel, PageWords, ReadingLimits

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NUMBER = re.compile(r"^\d[\d,.]{0,8}[km]?\b")
_DOMAIN = re.compile(
    r"(?:https?://|www\.)+([a-z0-9.-]{3,80})|\b([a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,20})?\.(?:com|org|net|co\.uk|tv|news))\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue rule with its wordings folded and its agencies filled in."""

    rule: PageCue
    whole: frozenset[str]
    begins: tuple[str, ...]
    ends: tuple[str, ...]
    holds: tuple[str, ...]

    def matches(self, line: str, bare: str = "") -> bool:
        """True when a folded line is of this kind. ``bare`` is what :func:`numbered` makes of it, where that is known."""
        if len(line) > self.rule.longest:
            return False
        if (bare or numbered(line)) in self.whole:
            return True
        if self.begins and line.startswith(self.begins):
            return any(line.startswith(words) and _bounded(line, 0, len(words)) for words in self.begins)
        if self.ends and line.endswith(self.ends):
            return any(line.endswith(words) and _bounded(line, len(line) - len(words), len(line)) for words in self.ends)
        for words in self.holds:
            at = line.find(words)
            if at >= 0 and _bounded(line, at, at + len(words)):
                return True
        return False


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """What :mod:`discrepancy.ingest` knows of pages. ``longest`` is the length of a line that any cue looks at, ``labels`` finds a
    label anywhere in a line, ``fields`` names its field, ``pictures`` finds a word of a picture's credit, ``about_author`` what follows the
    writer's name in a line about the writer.
    """

    limits: ReadingLimits
    cues: tuple[Cue, ...]
    longest: int
    labels: re.Pattern[str]
    fields: Mapping[str, str]
    days: re.Pattern[str]
    agencies: re.Pattern[str]
    pictures: re.Pattern[str]
    about_author: re.Pattern[str]
    outlets: Mapping[str, Outlet]
    domains: Mapping[str, Outlet]

    def cue(self, line: str) -> PageCue | None:
        """The cue a line matches; of several the one that takes most with it, then the first in the rulebook."""
        folded = fold(line)
        if len(folded) > self.longest:
            return None
        folded = _YEAR.sub("{year}", folded)
        bare = numbered(folded)
        found = [cue.rule for cue in self.cues if cue.matches(folded, bare)]
        return max(found, key=lambda rule: ("line", "list", "rest").index(rule.takes), default=None)

    def outlet(self, name: str) -> Outlet | None:
        """The outlet printed as ``name``, or of the address ``name``."""
        bare = "".join(name.split()) if name.lower().startswith("http") else name  # some archives space out addresses
        return self.outlets.get(fold(name)) or self.outlet_of_address(bare)

    def outlet_of_address(self, address: str) -> Outlet | None:
        """The outlet whose domain an address is in, the longest domain that fits."""
        parts = (domain_in(address) or address.strip().lower()).removeprefix("www.").split(".")
        return next((found for at in range(len(parts)) if (found := self.domains.get(".".join(parts[at:])))), None)

    def agency_in(self, text: str) -> str | None:
        """The first news agency named in ``text``, under its first name."""
        found = self.agencies.search(text)
        return self.outlets[fold(found.group())].names[0] if found else None


def fold(text: str) -> str:
    """Lower case, straight quotes, single blanks.

    >>> fold("The  Author’s own")
    "the author's own"
    """
    return " ".join(text.lower().replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"').split())


def numbered(line: str) -> str:
    """A folded line without its last marks, a number that opens it as a mark of its own."""
    return _NUMBER.sub("{number}", line.rstrip(" .:!…*→»>"))


def domain_in(text: str) -> str | None:
    """The domain of the first web address in ``text``, in lower case without ``www``.

    >>> domain_in("see https://www.valleypost.example/a")
    'valleypost.example'
    """
    found = _DOMAIN.search(text)
    return (found[1] or found[2]).lower().removeprefix("www.").rstrip(".") if found else None


@lru_cache(maxsize=4)
def shipped() -> Rulebook:
    """The package's own rules for pages."""
    return rulebook(base=rules_folder() / "ingest")


@lru_cache(maxsize=4)
def vocabulary(rules: Rulebook) -> Vocabulary:
    """A rulebook's words for pages, made ready for matching."""
    outlets = rules.of(Outlet)
    agency_names = sorted({name for outlet in outlets if outlet.agency for name in outlet.names}, key=lambda n: (-len(n), n))
    labels = {fold(word): rule.field for rule in rules.of(PageLabel) for word in rule.labels}
    days = {word: field for word, field in labels.items() if field in ("today", "yesterday")}
    page = {word: field for word, field in labels.items() if word not in days}
    return Vocabulary(
        rules.of(ReadingLimits)[0],
        tuple(_cue(rule, agency_names) for rule in rules.of(PageCue)),
        max((rule.longest for rule in rules.of(PageCue)), default=0),
        re.compile(rf"(?<![\w-])(?:{_either(page)})(?![\w-])", re.I),
        labels,
        re.compile(rf"(?<![\w-])(?:{_either(days)})(?![\w-])", re.I),
        re.compile(rf"(?<![A-Z])(?:{_either(agency_names)})(?![\w])"),
        re.compile(rf"\b(?:{_either(_telling('picture', rules))})\b", re.I),
        re.compile(rf"(?:https?://|\s(?:{_either(_telling('author', rules))})\b|,\s)", re.I),
        {fold(name): outlet for outlet in reversed(outlets) for name in outlet.names},
        {domain.lower(): outlet for outlet in reversed(outlets) for domain in outlet.domains},
    )


def _telling(what: str, rules: Rulebook) -> list[str]:
    return [word for rule in rules.of(PageWords) if rule.tells == what for word in rule.words]


def _cue(rule: PageCue, agencies: list[str]) -> Cue:
    return Cue(
        rule,
        frozenset(words.rstrip(" .:!…*") for words in _filled(rule.whole, agencies)),
        _filled(rule.begins, agencies),
        _filled(rule.ends, agencies),
        _filled(rule.holds, agencies),
    )


def _filled(wordings: tuple[str, ...], agencies: list[str]) -> tuple[str, ...]:
    return tuple(fold(words.replace("{agency}", name)) for words in wordings for name in (agencies if "{agency}" in words else [""]))


def _either(words: Iterable[str]) -> str:
    """Alternatives of a pattern, the longest first; one that never matches when there are none."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=lambda w: (-len(w), w))) or r"(?!)"


def _bounded(line: str, start: int, end: int) -> bool:
    """True when ``line[start:end]`` is not a part of longer words."""
    before = start == 0 or not (line[start - 1].isalnum() and line[start].isalnum())
    after = end == len(line) or not (line[end - 1].isalnum() and line[end].isalnum())
    return before and after
