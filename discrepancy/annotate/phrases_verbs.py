"""Verb groups that say what became of people: outcome, voice, and whether it happened.

Takes a sentence whose groups of people are chunked; gives chunks, one kind for each outcome. A bare past form ("killed") is active when
people follow it and passive when they do not; in a headline a name behind it is where it happened.
"""

from __future__ import annotations

import re
from dataclasses import replace

from discrepancy.annotate.numbers import QuantityMention
from discrepancy.annotate.phrases_rules import Outcome, PeopleGroup, Phrases, VerbGroup
from discrepancy.annotate.tokens import Chunked, Sentence
from discrepancy.model.claims import Name
from discrepancy.rulebook.kinds.phrases import PhraseRule
from discrepancy.rulebook.patterns import Match

_EACH = re.compile(r"\b(?:(?:a|per|each|every|any) (?:year|month|week|day)|annually|yearly|daily|each|every)\b")
_EACH_REACH = 6
"""Units behind a verb within which words tell that it is told of every year."""


_MEANS = 5
"""Units before "to kill" within which a verb says that it was done."""
_TIES = frozenset(("of", "in", "from", "near", "inside", "outside", "at"))
_AMONG = frozenset(("among", "amongst"))
_SHORT = 3
"""Letters of the longest noun that is taken for none."""


def verb_chunks(sentence: Sentence, compiled: Phrases) -> list[Chunked]:
    """The verb groups of a sentence, as chunks."""
    found = []
    for match in compiled.verbs.find(sentence.symbols):
        if _adjective(match, sentence, compiled):
            continue
        for part in _clauses(match, sentence, compiled):
            group = _verb(part, sentence, compiled)
            flags = ("passive" if group.passive else "active", *(("unreal",) if group.negated or group.modal else ()))
            if group.outcome == "harm" and " or " in group.words.lower():
                flags = (*flags, "either")
            found.append(Chunked(part.start, part.end, compiled.symbol(group.outcome, flags), group))
    return found


def _clauses(match: Match[PhraseRule], sentence: Sentence, compiled: Phrases) -> list[Match[PhraseRule]]:
    """A verb group, or two of them: "left two dead and injured seven" has a second verb with people of its own."""
    first, last = match.caught["verb"]
    if last - first < 3 or match.rule.makes or not _takes_object(sentence, match.start, match.end, compiled):
        return [match]
    head, tail = sentence.symbols[first], sentence.symbols[last - 1]
    passive = not compiled.be.isdisjoint(sentence.symbols[match.start : first])
    if not (passive or head in compiled.outcomes["die"]) or tail not in compiled.forms["past"]:
        return [match]
    return [
        replace(match, end=first + 1, caught={"verb": (first, first + 1)}),
        replace(match, start=last - 1, caught={"verb": (last - 1, last)}),
    ]


def _adjective(match: Match[PhraseRule], sentence: Sentence, compiled: Phrases) -> bool:
    """Whether a verb form alone is no verb: "the dead", "the wounded man", "a murder suspect", "injured reserve"; what kills a number of
    people is one: "air strikes kill 22"."""
    first, last = match.caught["verb"]
    if _tied(sentence, last) or (last < len(sentence.values) and sentence.words(last, last + 1).lower() in compiled.roster):
        return True  # "placed on injured reserve"
    if match.rule.makes == "hospital" and _others(sentence, first, last):
        return True
    if match.start != first:
        return False
    before = sentence.symbols[first - 1] if first else ""
    if before in compiled.articles or _noun_of(sentence, first, last, compiled) or _of_a_thing(sentence, first, last, compiled):
        return True
    if not match.rule.makes and not compiled.forms["base"].isdisjoint(sentence.symbols[first:last]):  # but "suffered a wound"
        value = sentence.values[first - 1] if first else None
        return not (isinstance(value, PeopleGroup) and value.count.low != 1) and not _many_did(sentence, first, last)
    return False


def _noun_of(sentence: Sentence, first: int, last: int, compiled: Phrases) -> bool:
    """Whether a present form alone stands before *of*: "the 2004 murders of three women"; but "two more die of wounds"."""
    present = last - first == 1 and sentence.symbols[first] in compiled.forms["present"] - compiled.outcomes["die"]
    return present and last < len(sentence.values) and sentence.words(last, last + 1).lower() == "of"


def _of_a_thing(sentence: Sentence, first: int, last: int, compiled: Phrases) -> bool:
    """Whether a form alone stands between a preposition and the thing it describes, "owner of burned factory", or only says who they were:
    "seven Britons among dead"."""
    before = sentence.words(first - 1, first).lower() if first else ""
    if before in _AMONG:
        return True
    if last - first > 1 or not first or last >= len(sentence.values) or sentence.values[last] is not None:
        return False
    noun = sentence.words(last, last + 1)
    thing = noun.isalpha() and noun.islower() and not (noun in compiled.no_noun or noun.endswith("ed"))
    return before in _TIES and len(noun) > _SHORT and thing


def _tied(sentence: Sentence, end: int) -> bool:
    """Whether a hyphen makes the verb before a unit part of a word: "two shot-out cars"."""
    if end + 1 >= len(sentence.values) or sentence.words(end, end + 1) != "-":
        return False
    return sentence.starts[end] == sentence.ends[end - 1] and sentence.starts[end + 1] == sentence.ends[end]


def _others(sentence: Sentence, first: int, last: int) -> bool:
    """Whether somebody is taken to hospital by the subject: "he drove her there", and not himself."""
    taken = sentence.values[first + 1] if first + 1 < last else None
    return isinstance(taken, PeopleGroup) and not taken.words.lower().endswith(("self", "selves"))


def _many_did(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a base form stands between a plural, or the comma or *and* behind a number of people, and people who are counted; what
    kills so many a year has not happened."""
    value = sentence.values[last] if last < len(sentence.values) else None
    counted = value.counted if isinstance(value, PeopleGroup) else isinstance(value, QuantityMention) and not value.unit
    if not counted or _EACH.search(sentence.words(last, min(last + _EACH_REACH, len(sentence.values))).lower()):
        return False
    at = first - 1
    if at > 1 and isinstance(sentence.values[at], Name) and sentence.words(at - 1, at).lower() in ("in", "on", "at", "near", "across"):
        at -= 2  # "strikes in Zenda kill"
    before = sentence.words(at, at + 1).lower() if at >= 0 else ""
    if before in (",", "and", ";"):
        return isinstance(sentence.values[first - 2] if first > 1 else None, PeopleGroup | QuantityMention)
    return before.endswith("s") and before.isalpha() and not before.endswith("ss")


def _verb(match: Match[PhraseRule], sentence: Sentence, compiled: Phrases) -> VerbGroup:
    """Outcome, voice and reality of a verb group."""
    first, last = match.caught["verb"]
    before, verbs = sentence.symbols[match.start : first], sentence.symbols[first:last]
    told = sentence.words(first, last).lower()
    behind = match.end + 1
    if behind + 1 < len(sentence.values) and isinstance(sentence.values[match.end], PeopleGroup):
        told = f"{told} {sentence.words(behind, behind + 2).lower()}"  # "stabbed three men to death"
    outcome, also_hit = _outcome(match.rule, before, verbs, compiled, told)
    past = not compiled.forms["past"].isdisjoint(verbs) or match.rule.makes != ""
    auxiliary = next((symbol for symbol in reversed(before) if symbol in compiled.be or symbol in compiled.have), "")
    befalls = not compiled.befalls.isdisjoint(verbs)  # "they drowned": nobody need have done it
    if auxiliary in compiled.be:
        passive = past  # but "were believed to have shot" is active
    elif not compiled.have.isdisjoint(before) or not past or (not compiled.modal.isdisjoint(before)):
        passive = False
        outcome = "die" if befalls and not _takes_object(sentence, match.start, match.end, compiled) else outcome
    else:
        passive = not _takes_object(sentence, match.start, match.end, compiled) and (befalls or not _acting(sentence, match.start))
        outcome = "die" if befalls and passive else outcome
        passive = passive and not (outcome == "hit" and compiled.letters.symbol("into") == sentence.symbols[match.end : match.end + 1])
    to = "to" in sentence.words(match.start, first).lower().split() if first > match.start else False
    base = not past and not compiled.forms["base"].isdisjoint(verbs)
    modal = not compiled.modal.isdisjoint(before) or (to and base and not _done(sentence, match.start, compiled))
    negated = not compiled.negation.isdisjoint(before) or not compiled.almost.isdisjoint(before)
    return VerbGroup(
        sentence.span_of(match.start, match.end), sentence.words(match.start, match.end), outcome, passive, negated, modal, also_hit
    )


def _outcome(rule: PhraseRule, before: str, verbs: str, compiled: Phrases, words: str) -> tuple[Outcome, bool]:
    """The one outcome of a verb group, and whether those it befell were hit besides."""
    has = {name for name, symbols in compiled.outcomes.items() if not symbols.isdisjoint(verbs)}
    hit = "hit" in has
    if rule.makes == "hit" and "injure" in has:
        return "injure", True
    if rule.makes:
        return rule.makes, hit
    if not compiled.fatally.isdisjoint(before + verbs):
        return "kill", hit
    if has & {"kill", "die"} and "injure" in has and (" or " in words or ("kill" in has and "die" not in has)):
        return "harm", hit
    if "kill" in has or (hit and "die" in has):
        return "kill", hit
    if "to death" in words and (hit or "injure" in has):
        return "kill", hit
    for name in ("die", "injure", "hit", "arrest", "missing", "displace"):
        if name in has:
            return name, hit
    return "hit", hit


def _done(sentence: Sentence, start: int, compiled: Phrases) -> bool:
    """Whether what stands before *to* says that it was done: "used a rifle to kill five", "went on to kill two", "was able to kill two"."""
    if sentence.words(max(0, start - 2), start).lower() in ("was able", "were able"):
        return True
    return not compiled.did.isdisjoint(sentence.symbols[max(0, start - _MEANS) : start])


def _acting(sentence: Sentence, start: int) -> bool:
    """Whether the subject of a bare past form is a pronoun: "they killed time" kills nobody, but they were not killed."""
    value = sentence.values[start - 1] if start else None
    return isinstance(value, PeopleGroup) and value.words.lower() in ("he", "she", "they", "who")


def _behind_all(sentence: Sentence, end: int) -> object | None:
    """What stands behind *all* at a unit: the attackers in "killed all the attackers"; None where no *all* stands there."""
    if sentence.words(end, end + 1).lower() not in ("all", "both"):
        return None
    at = end + 1
    at += at < len(sentence.values) and sentence.words(at, at + 1).lower() == "of"
    return sentence.values[at] if at < len(sentence.values) else ""


def _takes_object(sentence: Sentence, start: int, end: int, compiled: Phrases) -> bool:
    """Whether a bare past form ("killed") is active: an object follows. In a headline a name after it is the place."""
    if end >= len(sentence.symbols):
        return False
    if (behind := _behind_all(sentence, end)) is not None:
        return isinstance(behind, PeopleGroup)
    value = sentence.values[end]
    if isinstance(value, PeopleGroup):
        if value.name and not value.head and sentence.block == "headline":
            return False
        if (
            value.words.lower().startswith(("some ", "a ", "an "))
            or value.count.exact
            or value.counted
            or value.pronoun
            or value.name
            or value.definite
        ):
            return True
        before = sentence.values[start - 1] if start else None
        if before is None and start and sentence.symbols[start - 1] in compiled.causes:
            return True  # "the strike killed civilians"
        return isinstance(before, PeopleGroup) and not (before.counted and not before.head and not before.name)  # "four other hurt men"
    return sentence.symbols[end] in compiled.objects and not (isinstance(value, QuantityMention) and value.unit)
