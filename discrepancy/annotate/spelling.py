"""Spelling: a name as words that can be compared.

Takes a name as printed, its kind and the rulebook; gives its words without accents, hyphens and titles, each with its
sound, its frame of consonants, what it does in the name and how much it weighs. Knows nothing of other names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from discrepancy.rulebook import Rulebook
from discrepancy.rulebook.kinds.names import NameSpelling, NameSynonyms, NameWords
from discrepancy.rulebook.kinds.places import KnownPlace

LONGEST = 200
"""Code points of a name that are looked at: what is longer is no name."""

_APOSTROPHES = re.compile("['’‘`´ʿʾʼʻ′ʹ\"“”]+")
_ELISION = re.compile(r"\b([ldLD])['’](?=[AEIOUHÀÂÉÈÊÎÔaeiouhàâéèêîô][^\W\d_]{2})")
"""The French article and preposition before a vowel."""
_ABBREVIATION = re.compile(r"\b(?:[A-Za-z]\.){2,}(?:[A-Za-z]\b)?")
_INITIALS = re.compile(r"(?:[A-Z]\.){2,3}(?=\s?[A-Z][a-z])|[A-Z]{2}(?= [A-Z][a-z])")
_WORD = re.compile(r"[a-z]+|[0-9]+")
_PLAIN = re.compile("[A-Z]?(?:[a-z]+|[A-Z]*)|[A-Za-z]+(?: [A-Za-z]+)+")
"""Names of plain letters, as most are: nothing to fold but the case."""
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z]{2})")
_SHORT_FORM = re.compile(r"(?=.*[A-Z].*[A-Z])[A-Za-z][\w./&-]{1,9}$")
_SERVANT = re.compile(r"^(?:abd|abed)[aeiou]+[lrszn](?=[a-z]{3})(?!l?ah)(?<!l)|^(?:abd|abed)[aeiou]+l(?!l?ah)(?=[a-z]{3})")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name. ``at`` is its place among all words of the name, articles and titles counted."""

    text: str
    sound: str
    frame: str
    role: str
    weight: float
    at: int


@dataclass(frozen=True, slots=True)
class Spelled:
    """A name ready to be compared: the words that carry weight, all words as letters, the acronym it brings along in
    brackets.

    ``short`` tells that some word may be an acronym."""

    text: str
    kind: str
    words: tuple[Word, ...]
    letters: tuple[str, ...]
    roles: tuple[str, ...]
    aside: str = ""
    short: bool = False

    @property
    def weight(self) -> float:
        """The sum of the weights of the words."""
        return sum(word.weight for word in self.words)


class Spelling:
    """The folding rules of one rulebook, compiled. ``spell`` is cached; everything is a pure function of name and
    rules. ``synonyms`` (kind, a, b) tells whether one word translates the other or both spell one foreign word, ``meanings``
    (kind, word) gives the English words of a foreign one, sorted.
    """

    def __init__(self, rules: Rulebook) -> None:
        steps: dict[str, list[tuple[re.Pattern[str], str]]] = {"sound": [], "frame": []}
        for rule in rules.of(NameSpelling):
            steps[rule.form].append((re.compile(rule.find), rule.put))
        self._roles: dict[str, dict[str, tuple[str, float]]] = {}
        for words in rules.of(NameWords):
            for kind in words.kinds or ("person", "group", "place"):
                table = self._roles.setdefault(kind, {})
                for word in words.words:
                    table.setdefault(word, (words.role, words.weight))
        self._synonyms: dict[str, dict[str, set[tuple[str, str]]]] = {}
        for synonyms in rules.of(NameSynonyms):
            for kind in synonyms.kinds or ("person", "group", "place"):
                table_of = self._synonyms.setdefault(kind, {})
                for english, others in synonyms.sets.items():
                    table_of.setdefault(english, set()).add((english, ""))
                    for spellings in others:
                        for other in spellings.split("/"):
                            table_of.setdefault("".join(split(other)), set()).add((english, f"{synonyms.id} {spellings}"))
        for place in rules.of(KnownPlace):  # a group of the Sudanese is one of Sudan
            (english, *rest), table_of = split(place.name) or ("",), self._synonyms.setdefault("group", {})
            if place.sort == "country" and not rest:
                table_of.setdefault(english, set()).add((english, ""))
                for people in place.people:
                    if len(split(people)) == 1:
                        table_of.setdefault(split(people)[0], set()).add((english, place.id))
        self._branches = _branches(rules)
        self.branch_weight = next((words.weight for words in rules.of(NameWords) if words.role == "branch"), 1.0)
        self.sound: Callable[[str], str] = lru_cache(maxsize=1 << 17)(lambda word: _fold(word, steps["sound"]))
        self.frame: Callable[[str], str] = lru_cache(maxsize=1 << 17)(lambda word: _fold(self.sound(word), steps["frame"]))
        self.spell: Callable[[str, str], Spelled] = lru_cache(maxsize=1 << 18)(self._spell)
        self.synonyms: Callable[[str, str, str], bool] = lru_cache(maxsize=1 << 18)(self._are_synonyms)
        self.meanings: Callable[[str, str], tuple[str, ...]] = lru_cache(maxsize=1 << 16)(self._meanings)

    def _are_synonyms(self, kind: str, a: str, b: str) -> bool:
        """True when one word translates the other, or both are spellings of one foreign word.

        Countries and directions are one in all languages: Tchadienne is Chadian.
        """
        for english, said in self._listed(kind, a):
            for other, its in self._listed(kind, b):
                if english == other and (said == its or not said or not its or self._roles[kind].get(english, ("",))[0] in _ONE_SENSE):
                    return True
        return False

    def _listed(self, kind: str, word: str) -> Set[tuple[str, str]]:
        """What the table of synonyms holds of a word, or else of its singular; Evans and Williams are no more than one."""
        table = self._synonyms.get(kind, {})
        plural = kind != "person" and word.endswith("s") and len(word) > 4
        return table.get(word) or (table.get(word[:-1]) if plural else None) or frozenset()

    def _meanings(self, kind: str, word: str) -> tuple[str, ...]:
        """The English words of a foreign one, sorted."""
        return tuple(sorted({english for english, _ in self._listed(kind, word)}))

    def role(self, kind: str, word: str) -> tuple[str, float]:
        """What a word does in names of this kind, and its weight."""
        known = self._roles.get(kind, {}).get(word)
        if known:
            return known
        for english, _ in sorted(self._listed(kind, word)):
            known = self._roles.get(kind, {}).get(english)
            if known:
                return known
        if word.isdigit():
            return "number", 1.0
        if len(word) == 1:
            return "initial", 0.3
        return "", 1.0

    def _with_branch(self, name: str, roles: list[tuple[str, float]]) -> list[tuple[str, float]]:
        """The roles with those of the words that name a part of the group; "faction" itself says nothing beside its name."""
        first, last = _branch(name, self._branches)
        if first == last:
            return roles
        own = [i for i in range(first, last) if not _empty(roles[i]) and (roles[i][0] != "branch" or last - first == 1)]
        made = list(roles)
        for i in range(first, last):
            if not _empty(roles[i]):
                made[i] = ("branch", self.branch_weight) if i in own or not own else ("legal", 0.02)
        return made

    def _initials(self, name: str) -> str:
        """A person's name with the initials before it apart: "A.J. Perez", "AJ Perez"; not a title in capitals."""
        found = _INITIALS.match(name)
        if found is None or self.role("person", found[0].replace(".", "").lower())[0] == "title":
            return name
        return f"{' '.join(filter(str.isalpha, found[0]))} {name[found.end() :]}"

    def _spell(self, name: str, kind: str) -> Spelled:
        aside, name = _aside(name[:LONGEST])
        letters = split(self._initials(name) if kind == "person" else name)
        roles = [self.role(kind, word) for word in letters]
        if kind == "person":
            roles = _untitled(letters, roles)
        if kind == "group":
            roles = self._with_branch(name, roles)
        kept = [i for i, (role, _) in enumerate(roles) if role not in ("title", "article", "particle", "legal")]
        if not kept:  # a name of such words alone ("Le The") is its own words
            kept = list(range(len(letters)))
            roles = [("", 1.0)] * len(letters)
        words = tuple(Word(letters[i], self.sound(letters[i]), self.frame(letters[i]), *roles[i], i) for i in kept)
        short = any(sum(map(str.isupper, word)) > 1 for word in re.findall(r"\w+", name)) or len(letters) < 3
        return Spelled(name, kind, words, letters, tuple(role for role, _ in roles), aside, short)


_ONE_SENSE = ("country", "direction")
_DASHED = re.compile(r"(?P<whole>.{3,})(?:\s[-–—]\s|\s?[–—]\s?)(?P<branch>[^-–—]{1,40})")


def _branches(rules: Rulebook) -> tuple[re.Pattern[str], ...]:
    """What tells a part of a group from the whole: "Ayr subclan of …", "… - Salim faction", "… dissidents"."""
    listed = rules.of(NameWords)
    of, behind, alone = (
        "|".join(re.escape(noun) for words in listed for noun in getattr(words, side)) for side in ("of", "behind", "alone")
    )
    return (
        re.compile(rf"(?P<branch>.{{2,40}}?)\s(?:{of})\sof\s(?:the\s)?(?P<whole>.+)", re.IGNORECASE),
        _DASHED,
        re.compile(rf"(?P<whole>.{{3,}}?)\s(?P<branch>\S+\s(?:{behind})|{alone})", re.IGNORECASE),
    )


def _branch(name: str, patterns: Sequence[re.Pattern[str]]) -> tuple[int, int]:
    """The words of a group's name, as a range, that say which part of the group is meant."""
    for pattern in patterns:
        found = pattern.fullmatch(name)
        if found:
            before = len(split(name[: found.start("branch")]))
            return before, before + len(split(found["branch"]))
    return 0, 0


def _empty(role: tuple[str, float]) -> bool:
    return role[0] in ("article", "particle", "legal")


def _untitled(letters: tuple[str, ...], roles: list[tuple[str, float]]) -> list[tuple[str, float]]:
    """A title keeps its role before the name only: the last word of a name is part of it (Hafiz Saeed, Martin Luther
    King).
    """
    if roles and roles[-1][0] == "title":
        heads = [i for i, (role, _) in enumerate(roles[:-1]) if role not in ("title", "article", "particle", "rank", "initial")]
        if len(heads) < 2 and len(letters[-1]) > 2:
            return [*roles[:-1], ("", 1.0)]
    return roles


def _fold(word: str, steps: list[tuple[re.Pattern[str], str]]) -> str:
    for find, put in steps:
        word = find.sub(put, word)
    return word


def _aside(name: str) -> tuple[str, str]:
    """The short form in brackets behind a name, and the name without it."""
    if name.endswith(")") and "(" in name:
        head, _, tail = name[:-1].rpartition("(")
        if head.strip() and _SHORT_FORM.match(tail.strip()):
            return tail.strip(), head.strip()
    return "", name


@lru_cache(maxsize=1 << 16)
def split(name: str) -> tuple[str, ...]:
    """The words of a name: lower-case ASCII, apostrophes gone, hyphens and dots as breaks, "U.S." one word.

    >>> split("Anwar-ul-Haq Kakar"), split("U.S. Navy"), split("Sa‘dah"), split("Abdulsalam"), split("l'Azawad")
    (('anwar', 'ul', 'haq', 'kakar'), ('us', 'navy'), ('sadah',), ('abd', 'salam'), ('l', 'azawad'))
    """
    if _PLAIN.fullmatch(name):
        found = name.lower().split()
    else:
        name = _APOSTROPHES.sub("", _ELISION.sub(r"\1 ", name))
        name = _ABBREVIATION.sub(lambda match: match[0].replace(".", ""), name)
        name = _CAMEL.sub(" ", name) if " " not in name else name
        found = _WORD.findall(_APOSTROPHES.sub("", anyascii(name)).lower())
    words: list[str] = []
    for word in found:
        if not word.startswith("ab"):
            words.append(word)
        elif servant := _SERVANT.match(word):
            words += ["abd", word[servant.end() :]]
        else:
            words.append("abd" if word in ("abdul", "abdel", "abdal", "abdol", "abdoul", "abed") else word)
    return tuple(words)


@lru_cache(maxsize=1 << 17)
def key(name: str) -> str:
    """A name as letters alone: what does not depend on case, accents, hyphens or spaces.

    >>> key("Jaish-al-Adl") == key("JAISH AL ADL")
    True
    """
    return "".join(split(name))


@lru_cache(maxsize=8)
def spelling(rules: Rulebook) -> Spelling:
    """The compiled spelling rules of a rulebook, made once for each rulebook."""
    return Spelling(rules)
