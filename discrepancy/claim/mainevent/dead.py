"""Whether the dead of an article are among a number of people who were hurt or hit: then that many fewer are injured.

Takes a candidate figure, the told facts, the persons known to be dead and the words of the sentences; gives yes or no.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from discrepancy.annotate.tokens import Sentence
from discrepancy.claim.facts.persons import Persons
from discrepancy.claim.facts.read import Fact
from discrepancy.claim.mainevent.figures import Candidate, Told, then
from discrepancy.model.values import Quantity, exactly

_ONE_OF = re.compile(r"(?:^|\W)([^\W\d_]+),?(?: (?:was|is|were|are|who))*(?: (?:also|believed to be))? (?:one of|among) (?:the |those )?$")
"""The word before "was one of", at the end of the words before a number: a family name or a pronoun."""


def among_the_hurt(candidate: Candidate, told: Sequence[Told], sentences: Mapping[int, Sentence], dead: Persons) -> bool:
    """Whether the dead are some of a number of people hurt: "one of the five who were hurt has died", "five were hurt, including a boy
    who died", "Berg, who died, was one of five hurt"."""
    return any(
        _died_since(fact, candidate)
        or any(_within(fact, hurt, sentences) for hurt in candidate.facts)
        or all(_of_these(fact, hurt, told) for hurt in candidate.facts)
        for fact, _, _ in told
        if fact.attribute == "killed"
    ) or any(_one_of(hurt, sentences, dead) for hurt in candidate.facts)


def apart(candidate: Candidate, killed: Quantity, dead: Persons, told: Sequence[Told]) -> bool:
    """Whether the dead are none of those hit: others were hit, or whoever is dead is the one who shot them and then himself."""
    if any((_besides(fact) or _rest(fact, killed)) and candidate.value == fact.value for fact in candidate.facts):
        return True  # "one killed, four others shot", "two more were also shot", "the other four victims"
    every = 0 < (killed.low or 0) <= len(dead)
    summed = any(fact.value == exactly(1) != candidate.value for fact in candidate.facts)
    if every and not summed and all(dead.none_of(f.population) or _of_other_ages(f, dead) for f in candidate.facts):
        return True  # "two officers were shot and a gunman was killed", "Anton Berg, 40, died. Two 19-year-old women were hit"
    if any(o.attribute == "killed" and then(o, f) for f in candidate.facts if candidate.value == f.value for o, _, _ in told):
        return True  # "killing a clerk and shooting two guests"
    return every and dead.all_harm() and any(fact.agent for fact in candidate.facts)


def _of_other_ages(fact: Fact, dead: Persons) -> bool:
    """Whether people are of an age that none of the dead has: "two 17-year-old girls"."""
    return bool(fact.groups) and all(dead.none_as_old(group) for group in fact.groups)


def hurt_besides(told: Sequence[Told], hit: Candidate, sentences: Mapping[int, Sentence]) -> bool:
    """Whether one person was hurt otherwise beside several hit: "five men were shot and a woman was beaten", "5 shot, 1 beaten" in a
    headline; but "five were shot, and one victim was badly hurt" and "two were grazed, with a girl being wounded" tell of one of them."""
    for fact, _, place in told:
        if fact.attribute != "injured" or fact.loose or fact.graded or fact.also or fact.value != exactly(1) or len(fact.groups) != 1:
            continue
        group = fact.groups[0]
        new = (bool(group.population) or place == "headline") and not (group.definite or group.partial or group.additional)
        if new and any(_beside(fact, other) and not _behind(fact, other, sentences, ("with",)) for other in hit.facts):
            return True
    return False


def others_hurt(told: list[Told]) -> Fact | None:
    """What headline or lead tells of several hurt beside the dead, without a number: "two were killed and others were wounded"."""
    return next(
        (
            fact
            for fact, _, place in told
            if fact.attribute == "injured"
            and place in ("headline", "lead")
            and fact.additional
            and fact.value.vague
            and len(fact.groups) == 1
        ),
        None,
    )


def _beside(hurt: Fact, hit: Fact) -> bool:
    """Whether one sentence tells of several people hit and, behind that, of one hurt."""
    same = (hurt.sentence, hurt.block) == (hit.sentence, hit.block)
    return same and bool(hit.groups) and (hit.value.low or 0) > 1 and hurt.people.start >= hit.span.end


def _besides(fact: Fact) -> bool:
    """Whether a fact counts people besides those told before, and nobody of those: "four others", but not "he and four others"."""
    return (fact.additional and len(fact.groups) == 1) or (fact.also and not fact.additional)


def _rest(fact: Fact, killed: Quantity) -> bool:
    """Whether a fact counts those who are left, more than died: "the other four victims"."""
    left = len(fact.groups) == 1 and fact.groups[0].words.lower().startswith("the other ")
    return left and (killed.low or 0) < (fact.value.low or 0)


def _died_since(fact: Fact, hurt: Candidate) -> bool:
    return bool(fact.groups) and fact.groups[0].partial and fact.groups[0].whole == hurt.value


def _of_these(fact: Fact, hurt: Fact, told: Sequence[Told]) -> bool:
    """Whether somebody died who is told to be one of those hurt, right behind these: "four were hurt … one of the victims died". Behind
    "two were killed and four hurt" he may be one of the two."""
    if hurt.additional or fact.block != hurt.block or fact.sentence - hurt.sentence != 1:
        return False
    if any(f.attribute == "killed" and (f.sentence, f.block) == (hurt.sentence, hurt.block) for f, _, _ in told):
        return False
    return len(fact.groups) == 1 and fact.groups[0].partial and fact.groups[0].whole is None


def _within(fact: Fact, hurt: Fact, sentences: Mapping[int, Sentence]) -> bool:
    """Whether one sentence tells a number of hurt and behind *including* or *where* a death: "five were hurt, including a boy who died",
    "both were taken to a clinic, where Berg died"."""
    return _behind(fact, hurt, sentences, ("including", "where"))


def _behind(fact: Fact, other: Fact, sentences: Mapping[int, Sentence], words: tuple[str, ...]) -> bool:
    """Whether one of the words stands in one sentence behind the people of another fact, right before those of a fact."""
    if fact.sentence != other.sentence or fact.block != other.block or fact.people.start < other.people.end:
        return False
    sentence = sentences.get(fact.sentence)
    if sentence is None or sentence.block != other.block:
        return False
    between = sentence.text[other.people.end : fact.people.start].lower().split()
    return not set(words).isdisjoint(between[-3:])


def _one_of(hurt: Fact, sentences: Mapping[int, Sentence], dead: Persons) -> bool:
    """Whether a dead person is the one of "one of five hurt"."""
    sentence = sentences.get(hurt.sentence)
    if sentence is None or sentence.block != hurt.block or not hurt.groups:
        return False
    start = hurt.groups[0].span.start
    words = sentence.text[sentence.span.start : start] + ("one of " if hurt.groups[0].words.lower().startswith("one of") else "")
    found = _ONE_OF.search(words.lower())
    return found is not None and dead.known_as(found[1])
