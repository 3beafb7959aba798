"""Word groups: people who can be counted, and the verb groups that say what became of them.

Takes a sentence whose times, numbers and names are chunked; gives chunks ``people`` (value :class:`PeopleGroup`) and one
chunk kind for each outcome, ``kill``, ``die``, ``injure`` … (value :class:`VerbGroup`). Says nothing about who suffered what: that is
:mod:`discrepancy.claim.facts.read`. Costs something, so it is run only on sentences that hold one of :func:`trigger_symbols`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from discrepancy.annotate.numbers import QuantityMention
from discrepancy.annotate.numbers import chunks as number_chunks
from discrepancy.annotate.phrases_beside import befallen, before_house, before_things, beside_persons, says, two_nouns
from discrepancy.annotate.phrases_forces import force_of, ranks_beside
from discrepancy.annotate.phrases_rules import SOME, PeopleGroup, Phrases, VerbGroup, people_flags, phrases
from discrepancy.annotate.phrases_verbs import verb_chunks
from discrepancy.annotate.times import Age
from discrepancy.annotate.tokens import Chunked, Sentence, sentences
from discrepancy.model.claims import Name
from discrepancy.model.text import Block, Document, Span
from discrepancy.model.values import Quantity, exactly
from discrepancy.notation.values import format
from discrepancy.rulebook.kinds.phrases import Form, PhraseRule, Population
from discrepancy.rulebook.patterns import Match
from discrepancy.rulebook.schema import Rule, Rulebook

__all__ = ["SOME", "PeopleGroup", "VerbGroup", "chunks", "phrased", "shows", "trigger_symbols"]


_NEXT = 12
"""Units within which people stand whose age or number another match had taken."""
_PARENTS = re.compile(r"(?i)(?:his|her|my) (?:own |elderly )?(?:parents|grandparents)")
_TWIN = re.compile(r"(?i)\btwin\b")
_YOUNG = "children"
_ADJECTIVES = ("minor", "principal")
_OF_PEOPLE = 4
"""Units behind "a pair of" within which people stand."""
_PLACED = ("at", "off", "in", "near", "on", "outside", "inside")
_NO_NOUN = ("and", "or", "of", "who", "was", "from", "when", "is", "has")
_OF_THE = (" of the", " of these", " of those")
_SHARES = ("of whom", "of them", "of which")
_AGED = ("year-olds", "year olds", "month-olds", "month olds")
_ONE_MORE = re.compile(r"(?i)(?:another|an? (?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth))\b")


def phrased(sentence: Sentence, rules: Rulebook) -> Sentence:
    """The sentence with its people and its verb groups as one unit each."""
    compiled = phrases(rules)
    plain = _without_noun_names(sentence, compiled)
    with_people = _with_people(plain, compiled)
    return with_people.chunked(verb_chunks(with_people, compiled))


def _with_people(sentence: Sentence, compiled: Phrases) -> Sentence:
    """The sentence with its people as one unit each. A person whose name went into a match that lost to an earlier one ("two brothers,
    Anton Berg and Karl Berg": the noun and the first name make a match too) is found in what is left.
    """
    first = sentence.chunked(_people_chunks(sentence, compiled))
    first = first.chunked(befallen(first, compiled))
    names = [value for _, value in first.mentions if isinstance(value, Name)]
    if not names:
        return first
    if any(name.kind == "person" for name in names):
        chunks = [c for c in _people_chunks(first, compiled) if isinstance(c.value, PeopleGroup) and c.value.name]
        first = first.chunked(chunks)
    return first.chunked(beside_persons(first, compiled))


def _without_noun_names(sentence: Sentence, compiled: Phrases) -> Sentence:
    """The sentence with names that are nothing but a noun for people opened again: "a Soldier was killed"."""
    opened = [
        Chunked(unit, unit + 1, compiled.letters.symbol(word), None)
        for unit, value in sentence.mentions
        if isinstance(value, Name) and (word := sentence.words(unit, unit + 1)).isalpha() and word.lower() in compiled.nouns
    ]
    return sentence.chunked(opened)


def chunks(sentence: Sentence, rules: Rulebook) -> list[Chunked]:
    """The groups of people in a sentence, as chunks; verb groups are found after them, by :func:`phrased`."""
    return _people_chunks(sentence, phrases(rules))


def _people_chunks(sentence: Sentence, compiled: Phrases) -> list[Chunked]:
    """The groups that stay: of matches that overlap the one that begins first, the longer of two. Only those are read."""
    matches: list[Match[PhraseRule]] = []
    waiting = list(compiled.people.find(sentence.symbols))
    while waiting:
        found = waiting.pop()
        match = _own_age(found, sentence, compiled)
        matches.append(match)
        if match is not found:
            waiting += _behind(sentence, match.end + 1, compiled)
    matches.sort(key=lambda match: (match.start, -match.end))
    chunks: list[Chunked] = []
    at = 0
    for match in matches:
        group = _group(match, sentence, compiled) if match.start >= at else None
        if group is not None:
            sex = _sex(match, sentence, compiled)
            group = replace(group, sex=sex) if sex else group
            chunks.append(Chunked(match.start, match.end, compiled.symbol("people", people_flags(group)), group))
            at = match.end
    return ranks_beside(chunks, sentence, compiled)


def _own_age(match: Match[PhraseRule], sentence: Sentence, compiled: Phrases) -> Match[PhraseRule]:
    """The match without an age or a number that belongs to whoever comes next: "Anna Berg, 17-year-old Karl Holm", "2 men, 2 boys"."""
    last = match.end - 1
    if "noun" in match.caught and match.caught["noun"] == (last - 1, match.end) and two_nouns(sentence, match.end, compiled):
        return replace(match, end=last, caught={**match.caught, "noun": (last - 1, last)})
    if match.end >= len(sentence.symbols) or match.end - match.start < 3 or not isinstance(sentence.values[last], Age | QuantityMention):
        return match
    if sentence.words(last - 1, last) != ",":
        return match
    shares = sentence.words(match.end, min(match.end + 2, len(sentence.symbols))).lower() in _SHARES
    if shares or _counts_for_itself(sentence, match):
        return replace(match, end=last - 1)  # "82 people, 19 of whom were hurt"
    behind = match.end + (sentence.symbols[match.end] in compiled.adjectives)
    someone = sentence.symbols[match.end] in compiled.someone or sentence.symbols[behind : behind + 1] in compiled.someone
    if not someone or not behind < len(sentence.symbols):
        return match
    if isinstance(sentence.values[last], QuantityMention) and isinstance(sentence.values[match.end], Name):
        return match  # "a man, 18": a number before a name is no number of people
    return replace(match, end=last - 1)


def _counts_for_itself(sentence: Sentence, match: Match[PhraseRule]) -> bool:
    """Whether a bare number behind a name that tells a place begins what comes next: "ferry sinks off Cape Zenda, 14 dead"."""
    if "name" not in match.caught or not isinstance(sentence.values[match.end - 1], QuantityMention) or not match.start:
        return False
    behind = sentence.words(match.end, match.end + 1)
    placed = sentence.words(match.start - 1, match.start).lower() in _PLACED
    return placed and behind.isalpha() and behind.islower() and behind not in _NO_NOUN


def _behind(sentence: Sentence, start: int, compiled: Phrases) -> Iterator[Match[PhraseRule]]:
    """The people who begin with the age or number at a unit that a match before it had taken."""
    for match in compiled.people.find(sentence.symbols[start : start + _NEXT]):
        if match.start == 0:
            caught = {name: (first + start, last + start) for name, (first, last) in match.caught.items()}
            yield Match(match.rule, start, match.end + start, caught)


def _sex(match: Match[PhraseRule], sentence: Sentence, compiled: Phrases) -> str:
    """What the noun or the pronoun tells of people's sex."""
    at = match.caught.get("noun") or match.caught.get("pronoun")
    symbol = sentence.symbols[at[1] - 1] if at else ""
    return "m" if symbol in compiled.male else "f" if symbol in compiled.female else ""


def _group(match: Match[PhraseRule], sentence: Sentence, compiled: Phrases) -> PeopleGroup | None:
    """What the units that a people rule caught say."""
    caught = match.caught
    span, words = sentence.span_of(match.start, match.end), sentence.words(match.start, match.end)
    population, head, form = None, "", "one"
    if "noun" in caught:
        first, last = caught["noun"]
        population, head, form = _noun(sentence.words(first, last).lower(), compiled)
        compound = sentence.words(max(match.start, first - 1), last).lower()
        if last - first == 1 and compound in compiled.nouns:
            population = compiled.nouns[compound][0]  # "medical staff"
        if head in _ADJECTIVES and not _noun_ends(sentence, match.end, compiled):
            return None  # "a minor wound", "its principal organs"
    several, many = form != "one", form == "many"
    label = _label(population, head, compiled)
    if "noun" in caught and sentence.symbols[caught["noun"][1] - 1] in compiled.ranks:
        label = force_of(label, (match.start, caught["noun"][1], match.end), sentence, compiled)
    harms, suffers = bool(population and population.harms), bool(population and population.suffers)
    name = next((sentence.words(*caught[key]) for key in ("name", "who") if key in caught), "").lstrip(", ")
    additional = "more" in caught
    if additional and "noun" in caught and sentence.words(*caught["more"]).lower() == "others" and says(sentence, match.end, compiled):
        return None  # "wounding 52 others medics said": the others end before who says so
    if "noun" in caught and not name and before_house(sentence, match.end, compiled):
        return None
    if words.isdigit() or (caught.keys() <= {"one"} and not _aged(words)):
        return None  # an age alone, set off by commas or brackets, is nobody
    if population is not None and population.size > 1 and _of_things(sentence, match.end, compiled):
        return None  # "a pair of shootings"
    if "alone" in caught:
        return _alone(match, sentence, compiled, span, words)
    if "hurt" in caught and "count" not in caught:
        if match.start and sentence.words(match.start - 1, match.start).lower() == "among":
            return None  # "three of them were among the wounded" speaks of the three
        return PeopleGroup(span, words, SOME, definite=True)
    if "both" in caught:
        return PeopleGroup(span, words, exactly(2), label, head, counted=True, definite=True, harms=harms, suffers=suffers, plural=many)
    if "none" in caught:
        if "noun" not in caught and match.end < len(sentence.values) and sentence.words(match.end, match.end + 1) in ("-", "–"):
            return None  # "a no-snitch silence"
        return PeopleGroup(span, words, exactly(0), label, head, counted=True, suffers=suffers, whole=_number(sentence, caught, "whole"))
    if "but" in caught:
        spared, whole = _number(sentence, caught, "but"), _number(sentence, caught, "whole")
        if spared is None or whole is None or not (spared.exact and whole.exact) or (spared.low or 0) >= (whole.low or 0):
            return None
        return PeopleGroup(span, words, exactly((whole.low or 0) - (spared.low or 0)), label, head, counted=True, whole=whole)
    if "count" in caught:
        mention = sentence.values[caught["count"][0]]
        plural = words.endswith("s") or _noun_ends(sentence, match.end, compiled)
        if not isinstance(mention, QuantityMention) or ("folk" in caught and not plural):
            return None  # "seven Iranians", "one Iranian was hurt"; but not "seven Iranian missiles"
        if "every" in caught and not _noun_ends(sentence, match.end, compiled):
            return None  # "hitting all five"; but not "all five shootings"
        counted = sentence.words(caught["count"][0], match.end).lower()
        if "noun" not in caught and counted.endswith(_OF_THE) and before_things(sentence, match.end, compiled):
            return None  # "in one of the cars"
        every = words.lower().startswith("all ")
        partial = "of" in counted.split() and mention.value.exact and not every  # but "a family of five" is five
        return PeopleGroup(
            span, words, mention.value, label, head, counted=True, additional=additional, harms=harms, suffers=suffers, plural=many,
            partial=partial, whole=_number(sentence, caught, "whole"),
            fate="dead" if "dead" in caught else "hurt" if "hurt" in caught else "",
        )  # fmt: skip
    if "pronoun" in caught:
        pronoun = words.lower().replace("’", "'").split("'", 1)[0]
        if pronoun == "self" and match.end < len(sentence.values) and sentence.words(match.end, match.end + 1) == "-":
            return None  # "the self-styled army"
        plural = pronoun not in ("he", "she", "him", "her", "himself", "herself", "self", "someone", "somebody", "who", "whom", "which")
        return PeopleGroup(span, words, SOME if plural else exactly(1), definite=True, pronoun=True)
    if "name" in caught:
        return PeopleGroup(span, words, exactly(1), label, head, name, definite=True, harms=harms, plural=many)
    if "one" in caught and "folk" in caught and not _noun_ends(sentence, match.end, compiled):
        return None  # "killed a Dane"; but not "a Danish ship"
    if "one" in caught:
        count = SOME if population is not None and population.collective else exactly(population.size if population else 1)
        if several and population is not None and not population.collective and population.size == 1:
            count = SOME  # "a Chicago police officers' union": never one person
        more = additional or bool(_ONE_MORE.match(words))
        return PeopleGroup(span, words, count, label, head, name, count.exact, more, harms=harms, plural=many)
    if _PARENTS.fullmatch(words):
        return PeopleGroup(span, words, exactly(2), label, head, definite=True)
    if several and _TWIN.search(words):
        count = exactly(2)
    elif population is not None and population.size > 1:
        count = exactly(population.size)
    else:
        count = SOME if not name and (several or words.lower().endswith(_AGED)) else exactly(1)
    return PeopleGroup(
        span, words, count, label, head, name, definite="definite" in caught, additional=additional, harms=harms, plural=many
    )


def _number(sentence: Sentence, caught: Mapping[str, tuple[int, int]], name: str) -> Quantity | None:
    """The number that a match caught under a name; None where it caught none."""
    mention = sentence.values[caught[name][0]] if name in caught else None
    return mention.value if isinstance(mention, QuantityMention) else None


def _label(population: Population | None, head: str, compiled: Phrases) -> str:
    """What people are counted as: by their noun, or by a noun for children before one that says nothing: "infant twins"."""
    label = population.label if population is not None else ""
    first = compiled.nouns.get(head.split(" ", 1)[0].split("-", 1)[0])
    return first[0].label if not label and first is not None and first[0].label == _YOUNG else label


def _of_things(sentence: Sentence, end: int, compiled: Phrases) -> bool:
    """Whether *of* stands at a unit, and no people behind it."""
    of, behind = sentence.symbols[end : end + 1], sentence.symbols[end + 1 : end + 1 + _OF_PEOPLE]
    return of == compiled.letters.symbol("of") and compiled.someone.isdisjoint(behind)


def _noun_ends(sentence: Sentence, unit: int, compiled: Phrases) -> bool:
    """Whether no noun follows: the sentence ends there, or a mark, a function word or what became of people stands there."""
    symbol = sentence.symbols[unit : unit + 1]
    return not symbol or symbol in compiled.closing


def _alone(match: Match[PhraseRule], sentence: Sentence, compiled: Phrases, span: Span, words: str) -> PeopleGroup | None:
    """ "Another", "a fourth", "the other" without a noun: somebody, if a verb or a place follows at once."""
    following = sentence.symbols[match.end : match.end + 1]
    before = sentence.symbols[match.start - 1] if match.start else ""
    ends = not following or following in compiled.closing
    object_of = before in compiled.forms["gerund"] or (before in compiled.harmful and ends)  # "wounding the other"; "and hurt another."
    if following not in compiled.predicates and not object_of:
        return None
    if words.lower().endswith("others"):
        return PeopleGroup(span, words, SOME, definite=words.lower().startswith("the "), additional=True)
    if words.lower().startswith("the "):
        return PeopleGroup(span, words, exactly(1), definite=True)
    return PeopleGroup(span, words, exactly(1), counted=True, additional=True)


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


def person_noun(word: str, rules: Rulebook) -> bool:
    """Whether a word in small letters is a noun for people."""
    return word in phrases(rules).nouns


def trigger_symbols(rules: Rulebook) -> frozenset[str]:
    """The symbols without any of which no verb group stands in a sentence."""
    return phrases(rules).verbs.triggers


def shows(rule: Rule, text: str, published: str, rules: Rulebook) -> list[tuple[str, str]]:
    """The groups a phrase rule finds: "4 children" for people, "kill passive" for verbs."""
    compiled = phrases(rules)
    document = Document("", "", "", text, (Block("body", Span(0, len(text))),))
    found: list[tuple[str, str]] = []
    for plain in sentences(document, rules):
        sentence = plain.chunked(number_chunks(plain, rules))
        sentence = sentence.chunked(_people_chunks(sentence, compiled))
        for chunk in (*_people_chunks(plain.chunked(number_chunks(plain, rules)), compiled), *verb_chunks(sentence, compiled)):
            if isinstance(chunk.value, PeopleGroup):
                found.append((chunk.value.words, f"{format(chunk.value.count)} {chunk.value.population}".strip()))
            elif isinstance(chunk.value, VerbGroup):
                group = chunk.value
                flags = [group.outcome, "passive" if group.passive else "active", *(["unreal"] if group.negated or group.modal else [])]
                found.append((group.words, " ".join(flags)))
    wanted = isinstance(rule, PhraseRule) and rule.gives == "people"
    return [(words, value) for words, value in found if value[:1].isalpha() != wanted]
