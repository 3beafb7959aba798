"""Sums, lengths and counts of one article, with the words by which their like is known.

Takes the claims and the text of one article; gives its figures, one for each number of each thing. Knows no other article.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from discrepancy.link.things import meant, singular
from discrepancy.model.claims import Claim
from discrepancy.model.values import Quantity
from discrepancy.rulebook.kinds.comparing import Unit
from discrepancy.rulebook.kinds.details import Rank
from discrepancy.rulebook.kinds.linking import MeasureLikeness
from discrepancy.rulebook.kinds.measures import MeasureCue, PublicAct
from discrepancy.rulebook.kinds.phrases import Population
from discrepancy.rulebook.schema import Rulebook

_WORD = re.compile(r"[^\W\d_]{3,}")
_YEAR = re.compile(r"\b(?:[Ii]n|of|since|during) (?:early |late |[A-Z][a-z]+ )?((?:19|20)\d\d)\b")
_STOP = re.compile(r"[.!?]\s|\n")
_SHORTEST = 3
_SENTENCE = 1000
"""Characters before a figure within which its sentence begins."""
_MARKED_BEFORE, _MARKED_BEHIND = 45, 25
"""Characters before and behind a figure within which words mark it."""
_LONGEST = 40
"""Letters of the longest word: a word that the end of the reach would cut is none of the words."""
_THING = "{thing} "


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of one article, however often it gives it: the ids and populations of its claims, the number in the first unit of its
    dimension, the stem of what it counts, the stems of the words around it, and the mention it is told of ("" for none). ``outright`` is
    what a rule says the figure is of, with its scope, where it is the story's and no event's; such figures need no words beside. A cost or
    a length is that of a ``thing``, "" where the article says "it" or "the project", and None of what is of no thing. ``sole``: the
    article gives no other figure that could be of the same; ``single``: none that has its noun, or no noun. ``marks`` tell it from others
    of its thing: that of last year, the one hoped for. ``told``: the words of its article, where that does not say of which thing it is;
    ``least``: how many words its like must share."""

    article: str
    attribute: str
    claims: tuple[tuple[str, str], ...]
    number: float
    dimension: str
    head: str
    words: frozenset[str]
    owner: str = ""
    outright: str = ""
    thing: str | None = None
    years: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    least: int = 0
    sole: bool = False
    single: bool = False


def figures(claims: Sequence[Claim], text: str, rules: Rulebook) -> tuple[Figure, ...]:
    """The figures among the claims of one article that are about no entity."""
    limits, sizes = rules.of(MeasureLikeness)[0], _sizes(rules)
    asked = [c for c in claims if c.attribute in limits.attributes and not c.entity and _firm(c)]
    around = {claim.id: _around(claim, text, limits, _beginnings(rules)) for claim in asked}
    sentences: dict[int, set[str]] = {}  # figures of one sentence share its words
    for claim in asked:
        near = around[claim.id]
        sentences.setdefault(near.begin, set()).update(near.stems - {_head(claim, limits, rules)})
    beside = Counter(word for words in sentences.values() for word in words)
    most = max(3.0, limits.widely * len(sentences))
    found: dict[tuple[str, str, float, str, str, str | None], Figure] = {}
    for claim in asked:
        near = around[claim.id]
        words = frozenset(word for word in near.stems if beside[word] <= most)
        head = _head(claim, limits, rules)
        dimension, size = sizes.get(claim.unit.lower(), (claim.unit, 1.0))
        value = claim.value
        number = (value.low if isinstance(value, Quantity) and value.low is not None else getattr(value, "high", None) or 0) * size
        outright, thing = "", None
        if (sort := unnamed(rules).get(claim.rule)) is not None:
            outright, thing = f"{sort} {claim.scope}", meant(claim.population.removesuffix(sort).strip(), rules)
        elif claim.rule in _of_stories(rules):  # a sum needs no words beside anyway
            outright = " ".join((*(stem(word, limits) for word in claim.population.lower().split()), claim.scope))
        key = (claim.attribute, dimension, number, head, outright or claim.event, thing)
        same = found.get(key)
        called = sort if sort is not None and not thing else claim.population
        ids = (*(same.claims if same else ()), (claim.id, called))
        years = near.years & (same.years if same else near.years)  # told once without a year, it needs none
        marks = near.marks & (same.marks if same else near.marks)
        found[key] = Figure(
            claim.article, claim.attribute, ids, number, dimension, head, (words | same.words if same else words) - {head}, claim.event,
            outright, thing, years, marks, _told(text) if thing == "" else frozenset(), _least(rules).get(claim.rule, 0),
        )  # fmt: skip
    told = found.values()
    return tuple(replace(f, sole=_sole(f, told, limits), single=_single(f, told, limits)) for f in told)


def _sole(figure: Figure, found: Iterable[Figure], limits: MeasureLikeness) -> bool:
    """Whether no other figure of an article is of one dimension with this one and so near to it that it could be of the same thing; of one
    that a rule names, whether no other is of that name."""
    if figure.outright:
        return not any(other is not figure and other.outright == figure.outright for other in found)
    return figure.attribute in limits.sole and not any(_beside(figure, found, limits))


def _single(figure: Figure, found: Iterable[Figure], limits: MeasureLikeness) -> bool:
    """Whether the figures of one dimension that lie near to this one are all named by other nouns: the savings beside the sales."""
    return all(other.head and (other.head != figure.head and other.head not in figure.words) for other in _beside(figure, found, limits))


def _beside(figure: Figure, found: Iterable[Figure], limits: MeasureLikeness) -> Iterator[Figure]:
    """The other figures of an article that are of one dimension with this one and so near to it that they could be of the same thing."""
    low, high = figure.number / limits.alike, figure.number * limits.alike
    for other in found:
        of_one = other.attribute == figure.attribute and other.dimension == figure.dimension
        if of_one and other.number != figure.number and low <= other.number <= high:
            yield other


def _head(claim: Claim, limits: MeasureLikeness, rules: Rulebook) -> str:
    """The stem of what a figure counts, "" where it counts people or things without a name; of "prisoners released" the prisoners. Those
    who are counted together, "passengers and crew", are neither of the two."""
    named = claim.population.split()
    if "and" in named and claim.rule not in _by_noun(rules):
        return claim.population.lower()
    noun = (named[0] if claim.rule in _by_noun(rules) else named[-1]).lower() if named else ""
    return stem(noun, limits) if noun and noun not in limits.light else ""


def _firm(claim: Claim) -> bool:
    """A counted figure: "several" and "one" are words more often than figures."""
    value = claim.value
    return isinstance(value, Quantity) and not value.vague and (value.low, value.high) not in ((0, 0), (1, 1))


@cache
def _sizes(rules: Rulebook) -> dict[str, tuple[str, float]]:
    """Dimension and size of each unit that can be converted; currencies are none of them."""
    return {name.lower(): (unit.dimension, size) for unit in rules.of(Unit) for name, size in unit.units.items()}


@cache
def _of_stories(rules: Rulebook) -> frozenset[str]:
    """The rules whose figures are those of a story, and that name them."""
    named = (cue for cue in rules.of(MeasureCue) if cue.label)
    told = frozenset(cue.id for cue in named if cue.owner == "indicator" or (cue.owner == "story" and cue.gives != "money"))
    return told | {rank.id for rank in rules.of(Rank)}


@cache
def unnamed(rules: Rulebook) -> dict[str, str]:
    """The rules whose figures are of a thing, each with what it calls them where nobody says of which: cost, length."""
    return {cue.id: cue.label.removeprefix(_THING) for cue in rules.of(MeasureCue) if cue.label.startswith(_THING)}


def _told(text: str) -> frozenset[str]:
    """The words of an article, plurals as singulars."""
    return frozenset(singular(word) for word in _WORD.findall(text.lower()))


@cache
def _least(rules: Rulebook) -> dict[str, int]:
    """How many words the figures of a rule must share, where it asks for some."""
    least = {cue.id: cue.words for cue in rules.of(MeasureCue) if cue.words}
    return least | {rank.id: rank.words for rank in rules.of(Rank) if rank.words}


@cache
def _by_noun(rules: Rulebook) -> frozenset[str]:
    """The rules whose figures are named by the noun that is counted and what was done to it."""
    return frozenset(cue.id for cue in rules.of(MeasureCue) if cue.label.startswith("{head} "))


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """Where a claim's sentence begins, the stems of its words within reach, and the years and marks that stand between the same two
    commas as the claim; of years those too that open its sentence."""

    begin: int
    stems: frozenset[str]
    years: frozenset[str]
    marks: frozenset[str]


def _around(claim: Claim, text: str, limits: MeasureLikeness, begun: frozenset[str]) -> _Surroundings:
    start, end = claim.evidence.span.start, claim.evidence.span.end
    earliest = max(0, start - _SENTENCE)
    begin = max((stop.end() for stop in _STOP.finditer(text, earliest, start)), default=earliest)
    stop = _STOP.search(text, end)
    first, last = max(begin, start - limits.reach), min(stop.start() if stop else len(text), end + limits.reach)
    words = (found for found in _WORD.finditer(text, begin, last + _LONGEST) if first <= found.start() and found.end() <= last)
    stems = frozenset(stem(word, limits) for found in words if (word := found[0].lower()) not in limits.common)
    since, until = max(first, start - _MARKED_BEFORE), min(last, end + _MARKED_BEHIND)
    comma = text.find(", ", start, until)  # "for $90 million in cash, a deal that creates 40 jobs": the evidence may go on behind a comma
    part = _WORD.findall(text[max(since, text.rfind(",", since, start) + 1) : comma if comma >= 0 else until].lower())
    told = (*part, *(f"{word}-{behind}" for word, behind in pairwise(part)))
    marks = frozenset(mark for word in told if (mark := _marks(limits).get(word)))
    return _Surroundings(begin, stems, _years(text, begin, start, end, stop.start() if stop else len(text), begun), marks)


def _years(text: str, begin: int, start: int, end: int, stop: int, begun: frozenset[str]) -> frozenset[str]:
    """The years, but for those in which a thing was built or opened, as the verbs ``begun`` before them say: they are of no figure."""
    opening = _YEAR.match(text, begin, start)
    first = max(begin, text.rfind(",", begin, start) + 1)
    comma = text.find(",", end, stop)
    told = {
        found[1]
        for found in _YEAR.finditer(text, first, comma if comma >= 0 else stop)
        if begun.isdisjoint(text[max(first, found.start() - _LONGEST) : found.start()].split()[-1:])
    }
    return frozenset(told | ({opening[1]} if opening else set()))


@cache
def _beginnings(rules: Rulebook) -> frozenset[str]:
    """Verbs of building, opening and closing, behind which the year of a thing stands."""
    return frozenset(verb for act in rules.of(PublicAct) if act.by_year for verb in act.verbs)


def stem(word: str, limits: MeasureLikeness) -> str:
    """A word without its ending; words that the rules call one have one stem."""
    known = _forms(limits)
    if word in known:
        return known[word]
    for ending in limits.endings:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return known.get(word[: -len(ending)], word[: -len(ending)])
    return word


def nearly(low: float, high: float, head: str, limits: MeasureLikeness, folk: frozenset[str]) -> bool:
    """Whether two counts of things with one stem lie so close, and are so high, that they hardly count two things: 312 and 321 coins."""
    return bool(head) and head not in folk and limits.telling <= low and high <= limits.near * low


@cache
def folk(rules: Rulebook) -> frozenset[str]:
    """The stems of all nouns for people."""
    limits = rules.of(MeasureLikeness)[0]
    nouns = (noun for rule in rules.of(Population) for noun in (*rule.one, *rule.many, *rule.same))
    return frozenset(stem(noun.lower().split()[-1], limits) for noun in nouns)


@cache
def _forms(limits: MeasureLikeness) -> dict[str, str]:
    return {form: line.split()[0] for line in limits.forms for form in line.split()}


@cache
def _marks(limits: MeasureLikeness) -> dict[str, str]:
    return {word: line.split()[0] for line in limits.marks for word in line.split()}
