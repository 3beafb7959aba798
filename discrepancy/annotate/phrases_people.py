"""What the units say that a rule for people caught: how many of whom, by what noun or name.

Takes a match and its sentence; gives a :class:`~discrepancy.annotate.phrases_rules.PeopleGroup`, or None where the words count
nobody. Which of several matches stay is not asked here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from discrepancy.annotate.numbers import QuantityMention
from discrepancy.annotate.phrases_beside import before_house, before_things, says
from discrepancy.annotate.phrases_forces import force_of
from discrepancy.annotate.phrases_rules import SOME, PeopleGroup, Phrases
from discrepancy.annotate.tokens import Sentence
from discrepancy.model.claims import Name
from discrepancy.model.text import Span
from discrepancy.model.unguarded import unguarded
from discrepancy.model.values import Quantity, exactly
from discrepancy.rulebook.kinds.phrases import Form, PhraseRule, Population
from discrepancy.rulebook.patterns import Match

_PARENTS = re.compile(r"(?i)(?:his|her|my) (?:own |elderly )?(?:parents|grandparents)")
_TWIN = re.compile(r"(?i)\btwin\b")
_ADJECTIVES = ("minor", "principal")
_OF_PEOPLE = 4
"""Units behind "a pair of" within which people stand."""
_OF_THE = (" of the", " of these", " of those")
_AGED = ("year-olds", "year olds", "month-olds", "month olds")
_ONE_MORE = re.compile(r"(?i)(?:another|an? (?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth))\b")
_ONE: Form = "one"
_SINGULAR = ("he", "she", "him", "her", "himself", "herself", "self", "someone", "somebody", "who", "whom", "which")


@unguarded
class _Told:
    """A match as it is read: its words, the units that it caught by name, the noun that it holds and what people are counted as by it."""

    match: Match[PhraseRule]
    sentence: Sentence
    compiled: Phrases
    span: Span
    words: str
    population: Population | None
    head: str
    form: Form
    label: str
    name: str

    @property
    def caught(self) -> Mapping[str, tuple[int, int]]:
        """The units that the match caught, by name."""
        return self.match.caught

    @property
    def harms(self) -> bool:
        """Whether the noun says who did it."""
        return bool(self.population and self.population.harms)

    @property
    def suffers(self) -> bool:
        """Whether the noun says that they were hit."""
        return bool(self.population and self.population.suffers)

    @property
    def ends(self) -> bool:
        """Whether no noun follows: the sentence ends there, or a mark, a function word or what became of people stands there."""
        return _noun_ends(self.sentence, self.match.end, self.compiled)

    def group(self, count: Quantity, **more: Any) -> PeopleGroup:
        """So many people by this noun."""
        return PeopleGroup(self.span, self.words, count, self.label, self.head, **more)

    def number(self, key: str) -> Quantity | None:
        """The number that the match caught under a name; None where it caught none."""
        mention = self.sentence.values[self.caught[key][0]] if key in self.caught else None
        return mention.value if isinstance(mention, QuantityMention) else None


def people_group(match: Match[PhraseRule], sentence: Sentence, compiled: Phrases) -> PeopleGroup | None:
    """The people that a match tells of; None where its words count nobody."""
    caught = match.caught
    span, words = sentence.span_of(match.start, match.end), sentence.words(match.start, match.end)
    population: Population | None = None
    head, form = "", _ONE
    if "noun" in caught:
        first, last = caught["noun"]
        population, head, form = _noun(sentence.words(first, last).lower(), compiled)
        compound = sentence.words(max(match.start, first - 1), last).lower()
        if last - first == 1 and compound in compiled.nouns:
            population = compiled.nouns[compound][0]  # "medical staff"
        if head in _ADJECTIVES and not _noun_ends(sentence, match.end, compiled):
            return None  # "a minor wound", "its principal organs"
    label = _label(population, head, compiled)
    if "noun" in caught and sentence.symbols[caught["noun"][1] - 1] in compiled.ranks:
        label = force_of(label, (match.start, caught["noun"][1], match.end), sentence, compiled)
    named = caught.get("name") or caught.get("who")
    name = sentence.words(*named).lstrip(", ") if named else ""
    told = _Told(match, sentence, compiled, span, words, population, head, form, label, name)
    if _nobody(told):
        return None
    for key, read in _READERS:
        if key in caught and not (key == "hurt" and "count" in caught):
            return read(told)
    return _by_noun(told)


def _nobody(told: _Told) -> bool:
    """Whether the words count no people, however they are read."""
    caught, sentence, end, compiled = told.caught, told.sentence, told.match.end, told.compiled
    if "more" in caught and "noun" in caught and sentence.words(*caught["more"]).lower() == "others" and says(sentence, end, compiled):
        return True  # "wounding 52 others medics said": the others end before who says so
    if "noun" in caught and not told.name and before_house(sentence, end, compiled):
        return True
    if told.words.isdigit() or (caught.keys() <= {"one"} and not _aged(told.words)):
        return True  # an age alone, set off by commas or brackets, is nobody
    return told.population is not None and told.population.size > 1 and _of_things(sentence, end, compiled)  # "a pair of shootings"


def _alone(told: _Told) -> PeopleGroup | None:
    """ "Another", "a fourth", "the other" without a noun: somebody, if a verb or a place follows at once."""
    match, sentence, compiled, words = told.match, told.sentence, told.compiled, told.words.lower()
    following = sentence.symbols[match.end : match.end + 1]
    before = sentence.symbols[match.start - 1] if match.start else ""
    ends = not following or following in compiled.closing
    object_of = before in compiled.forms["gerund"] or (before in compiled.harmful and ends)  # "wounding the other"; "and hurt another."
    if following not in compiled.predicates and not object_of:
        return None
    if words.endswith("others"):
        return PeopleGroup(told.span, told.words, SOME, definite=words.startswith("the "), additional=True)
    if words.startswith("the "):
        return PeopleGroup(told.span, told.words, exactly(1), definite=True)
    return PeopleGroup(told.span, told.words, exactly(1), counted=True, additional=True)


def _hurt(told: _Told) -> PeopleGroup | None:
    """ "The wounded", without a number."""
    if told.match.start and told.sentence.words(told.match.start - 1, told.match.start).lower() == "among":
        return None  # "three of them were among the wounded" speaks of the three
    return PeopleGroup(told.span, told.words, SOME, definite=True)


def _both(told: _Told) -> PeopleGroup:
    """Two, or the first of two: "both men", "both the mother | and her daughter"."""
    plural = "noun" not in told.caught or told.form == "many"
    return told.group(exactly(2 if plural else 1), counted=True, definite=True, harms=told.harms, suffers=told.suffers, plural=plural)


def _none(told: _Told) -> PeopleGroup | None:
    end = told.match.end
    if "noun" not in told.caught and end < len(told.sentence.values) and told.sentence.words(end, end + 1) in ("-", "–"):
        return None  # "a no-snitch silence"
    return told.group(exactly(0), counted=True, suffers=told.suffers, whole=told.number("whole"))


def _all_but(told: _Told) -> PeopleGroup | None:
    """The rest: "all but three of the 28"."""
    spared, whole = told.number("but"), told.number("whole")
    if spared is None or whole is None or not (spared.exact and whole.exact) or (spared.low or 0) >= (whole.low or 0):
        return None
    return told.group(exactly((whole.low or 0) - (spared.low or 0)), counted=True, whole=whole)


def _counted(told: _Told) -> PeopleGroup | None:
    """As many as a number says."""
    caught, words = told.caught, told.words
    mention = told.sentence.values[caught["count"][0]]
    if not isinstance(mention, QuantityMention) or ("folk" in caught and not (words.endswith("s") or told.ends)):
        return None  # "seven Iranians", "one Iranian was hurt"; but not "seven Iranian missiles"
    if "every" in caught and not told.ends:
        return None  # "hitting all five"; but not "all five shootings"
    counted = told.sentence.words(caught["count"][0], told.match.end).lower()
    if "noun" not in caught and counted.endswith(_OF_THE) and before_things(told.sentence, told.match.end, told.compiled):
        return None  # "in one of the cars"
    every = words.lower().startswith("all ")
    return told.group(
        mention.value, counted=True, additional="more" in caught, harms=told.harms, suffers=told.suffers, plural=told.form == "many",
        partial="of" in counted.split() and mention.value.exact and not every,  # but "a family of five" is five
        whole=told.number("whole"), fate="dead" if "dead" in caught else "hurt" if "hurt" in caught else "",
    )  # fmt: skip


def _by_pronoun(told: _Told) -> PeopleGroup | None:
    pronoun, end = told.words.lower().replace("’", "'").split("'", 1)[0], told.match.end
    if pronoun == "self" and end < len(told.sentence.values) and told.sentence.words(end, end + 1) == "-":
        return None  # "the self-styled army"
    return PeopleGroup(told.span, told.words, exactly(1) if pronoun in _SINGULAR else SOME, definite=True, pronoun=True)


def _by_name(told: _Told) -> PeopleGroup:
    called = (told.sentence.values[unit] for unit in range(told.match.start, told.match.end))
    full = next((value.short_for for value in called if isinstance(value, Name)), "")
    return told.group(exactly(1), name=told.name, full=full, definite=True, harms=told.harms, plural=told.form == "many")


def _one(told: _Told) -> PeopleGroup | None:
    """Behind an article: one, or as many as its noun stands for."""
    if "folk" in told.caught and not told.ends:
        return None  # "killed a Dane"; but not "a Danish ship"
    population = told.population
    count = SOME if population is not None and population.collective else exactly(population.size if population else 1)
    if told.form != "one" and population is not None and not population.collective and population.size == 1:
        count = SOME  # "a Chicago police officers' union": never one person
    more, plural = "more" in told.caught or bool(_ONE_MORE.match(told.words)), told.form == "many"
    return told.group(count, name=told.name, counted=count.exact, additional=more, harms=told.harms, plural=plural)


def _by_noun(told: _Told) -> PeopleGroup:
    """By a noun alone: as many as it stands for, or some."""
    words, several = told.words, told.form != "one"
    if _PARENTS.fullmatch(words):
        return told.group(exactly(2), definite=True)
    if several and _TWIN.search(words):
        count = exactly(2)
    elif told.population is not None and told.population.size > 1:
        count = exactly(told.population.size)
    else:
        count = SOME if not told.name and (several or words.lower().endswith(_AGED)) else exactly(1)
    return told.group(
        count, name=told.name, definite="definite" in told.caught, additional="more" in told.caught, harms=told.harms,
        plural=told.form == "many",
    )  # fmt: skip


_READERS: tuple[tuple[str, Callable[[_Told], PeopleGroup | None]], ...] = (
    ("alone", _alone),
    ("hurt", _hurt),
    ("both", _both),
    ("none", _none),
    ("but", _all_but),
    ("count", _counted),
    ("pronoun", _by_pronoun),
    ("name", _by_name),
    ("one", _one),
)
"""What is read by which units that a match caught, the first of them that it caught."""


def _label(population: Population | None, head: str, compiled: Phrases) -> str:
    """What people are counted as: by their noun, or by a noun for children before one that says nothing: "infant twins"."""
    label = population.label if population is not None else ""
    first = compiled.nouns.get(head.split(" ", 1)[0].split("-", 1)[0])
    return first[0].label if not label and first is not None and first[0].sort == "child" else label


def _of_things(sentence: Sentence, end: int, compiled: Phrases) -> bool:
    """Whether *of* stands at a unit, and no people behind it."""
    of, behind = sentence.symbols[end : end + 1], sentence.symbols[end + 1 : end + 1 + _OF_PEOPLE]
    return of == compiled.letters.symbol("of") and compiled.someone.isdisjoint(behind)


def _noun_ends(sentence: Sentence, unit: int, compiled: Phrases) -> bool:
    """Whether no noun follows: the sentence ends there, or a mark, a function word or what became of people stands there."""
    symbol = sentence.symbols[unit : unit + 1]
    return not symbol or symbol in compiled.closing


def _aged(words: str) -> bool:
    """Whether an age stands for a person: "a 17-year-old", but not "35 years old"."""
    lower = words.lower()
    return lower.startswith(("a ", "an ", "another ")) or lower.endswith(("year-old", "year old", "month-old", "month old"))


def _noun(words: str, compiled: Phrases) -> tuple[Population | None, str, Form]:
    """The population of a compound noun and the form of it: its last words together, else its last word."""
    parts = words.replace("-", " - ").split()
    for size in (3, 2, 1):
        known = compiled.nouns.get(" ".join(parts[-size:]).replace(" - ", "-")) if len(parts) >= size else None
        if known is not None:
            return known[0], words, known[1]
    return None, words, "one"
