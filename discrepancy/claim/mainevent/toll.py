"""The toll of an article's main event: killed and injured, with the reasons by which they were chosen.

Takes the facts of an article (:mod:`discrepancy.claim.facts.read`) and those of its headline; gives one :class:`Toll`. An article about one
event gives its toll several times, in parts and through single people; articles also tell of other events. Numbers are weighed by place and
repetition (weights in ``rules/facts/main-event.yaml``), single people are counted one by one, and what was hit but not killed is injured.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from discrepancy.annotate.tokens import Sentence
from discrepancy.claim.events.asides import any_of, behind
from discrepancy.claim.facts.persons import Persons
from discrepancy.claim.facts.read import SKIPPED, Fact
from discrepancy.claim.mainevent.below import again, dead_early, may_be_hurt, of_main
from discrepancy.claim.mainevent.dead import among_the_hurt, apart, hurt_besides, others_hurt
from discrepancy.claim.mainevent.figures import LATER, Candidate, Told, explicit, victims_told
from discrepancy.claim.mainevent.passages import Days, elsewhere
from discrepancy.model.claims import VICTIMS
from discrepancy.model.values import Quantity, exactly
from discrepancy.notation.values import format
from discrepancy.rulebook.kinds.facts import MainEventPolicy
from discrepancy.rulebook.schema import Rulebook

_TOP = 4
"""Sentences of the top of an article, for words that stand in for a number."""
_FIRST = 1
"""Those that must speak of death, beside the headline, if the dead who first appear far down are to be of the main event."""


@dataclass(frozen=True, slots=True)
class Toll:
    """What the main event did to people; None where the article does not say. ``why`` are sentences, most weighty first."""

    killed: Quantity | None
    injured: Quantity | None
    why: tuple[str, ...] = ()


def policy(rules: Rulebook) -> MainEventPolicy:
    """The one policy of a rulebook."""
    return rules.of(MainEventPolicy)[0]


def choose(
    sentences: Sequence[Sentence],
    facts: Sequence[Fact],
    rules: Rulebook,
    headline: Sequence[Fact] = (),
    title: str = "",
    days: Days | None = None,
) -> Toll:
    """The toll of the main event of an article.

    ``headline`` are the facts of a headline ``title`` that is no part of the sentences; ``days`` its times.
    """
    limits = policy(rules)
    facts, headline = ([_as_hit(fact) for fact in some] for some in (facts, headline))
    back = again(sentences, title, limits)
    other = elsewhere(sentences, facts, headline, title, days or Days(), back, limits)
    told = _weighed(sentences, [f for f in _without_unborn(facts) if not other.tells(f)], headline, title, limits)
    own = [s for s in sentences if s.index not in other.sentences]
    dead, hurt, known_dead = Persons(rules), Persons(rules), Persons(rules)
    deadly = _told_at_top(own, title, limits.violent_death, limits.no_death)
    told = of_main(told, bool(_told_at_top(own, title, limits.violent_death, limits.no_death, within=_FIRST)), back)
    first = next((f.sentence for f, _, _ in told if f.attribute == "killed" and f.groups), -1)
    for fact, _, place in told:
        if fact.attribute == "killed":
            new = place != LATER or fact.also or fact.sentence == first
            dead.hear(fact, new=new or not len(dead))
            if deadly or may_be_hurt(told, fact):
                known_dead.hear(fact, new=new or not len(known_dead))
        elif fact.attribute in ("injured", "hit") and not _died(fact, told):
            hurt.hear(fact, new=place != LATER or not len(hurt) or fact.also)
    killed, why_killed = _killed(told, dead, limits, back)
    unknown = max(0, int((killed.low if killed else 0) or 0) - len(dead)) if deadly or dead_early(told) else 0
    known = (dead, {s.index: s for s in sentences})
    injured, why_injured = _injured(told, hurt.without(known_dead, unknown), killed, known, limits)
    if killed is None and deadly:
        killed, why_killed = exactly(1), [f"killed 1: the top of the article speaks of {deadly!r}"]
        if injured == exactly(1) and len(hurt) == 1 and hurt.all_only_hit():
            injured, why_injured = None, []  # "a fatal shooting": whoever was shot died
    if injured is None and killed is None and (word := _told_at_top(own, title, limits.wounded)):
        injured, why_injured = exactly(1), [f"injured 1: the top of the article speaks of {word!r}"]
    return Toll(killed, injured, (*why_killed, *why_injured))


def _as_hit(fact: Fact) -> Fact:
    """The fact, as one of people hit where its verb leaves open whether they live: "four were stabbed, and one of them died"."""
    return replace(fact, attribute="hit") if fact.fate_open and fact.attribute == "injured" and not fact.graded else fact


def _died(hurt: Fact, told: Sequence[Told]) -> bool:
    """Whether the sentence that tells of people hurt says that the same people died: "he was taken to a hospital and died"."""
    same = (f for f, _, _ in told if f.attribute == "killed" and (f.sentence, f.block) == (hurt.sentence, hurt.block))
    return any(f.people == hurt.people or (f.groups and f.groups == hurt.groups) for f in same)


def _without_unborn(facts: Sequence[Fact]) -> list[Fact]:
    """The facts, where a number that includes an unborn child is also the number without it: some count it and some do not."""
    kept = list(facts)
    for part in facts:
        if part.part_of is not None and any("unborn " in g.words.lower() for g in part.groups):
            whole = kept[part.part_of]
            if whole.value.exact and part.value.exact:
                kept[part.part_of] = replace(whole, value=Quantity((whole.value.low or 0) - (part.value.low or 0), whole.value.high))
    return kept


def _told_at_top(
    sentences: Sequence[Sentence], title: str, words: tuple[str, ...], without: tuple[str, ...] = (), *, within: int = _TOP
) -> str:
    """The first of the words that stands in the headline or in the first sentences, outside the phrases ``without``."""
    first = [s for s in sentences if s.block in ("headline", "body", "quote")][:within]
    top = " ".join([title, *(s.words(0, len(s.values)) for s in first)]).lower()
    for phrase in without:
        top = top.replace(phrase, "")
    return next((word for word in words if re.search(rf"\b{re.escape(word)}\b", top)), "")


def _weighed(
    sentences: Sequence[Sentence],
    facts: Sequence[Fact],
    headline: Sequence[Fact],
    title: str,
    limits: MainEventPolicy,
) -> list[Told]:
    """Each fact that happened in the main event, with the weight of its place and the name of that weight."""
    weights = limits.weights
    order = {s.index: n for n, s in enumerate(s for s in sentences if s.block not in SKIPPED and s.block != "headline")}
    words = {s.index: s.words(0, len(s.values)).lower() for s in sentences}
    top = " ".join([title.lower(), *(words[i] for i, n in order.items() if n < 4)])
    adding_up = limits.roundup if any(phrase in top for phrase in limits.roundup) else ()
    aside, causes = any_of(limits.background), any_of(limits.causes)
    starts = {s.index: s.span.start for s in sentences}
    kept = [
        fact
        for fact in facts
        if fact.happened
        and fact.part_of is None
        and not any(phrase in words[fact.sentence] for phrase in adding_up)
        and not (order.get(fact.sentence, 9) > 1 and aside.search(words[fact.sentence]))
        and not behind(causes.search(words[fact.sentence]), fact.people.start - starts[fact.sentence])
    ]
    first = 0
    harmed = [f for f in kept if f.attribute in VICTIMS and any(g.count.exact for g in f.groups)]
    if adding_up and harmed:
        headline = ()
        kept = [f for f in kept if f.block != "headline"]
        first = order.get(harmed[0].sentence, 0)
    told = [(fact, weights["headline"], "headline") for fact in headline if fact.happened and fact.part_of is None]
    for fact in kept:
        at = order.get(fact.sentence, 0) - first
        place = "headline" if fact.block == "headline" else "lead" if at < 2 else "early" if at < 5 else LATER
        told.append((fact, weights[place], place))
    return told


def _killed(told: list[Told], dead: Persons, limits: MainEventPolicy, back: frozenset[int]) -> tuple[Quantity | None, list[str]]:
    candidates = explicit(told, "killed", limits, back)
    singles = len(dead)
    if candidates and not (candidates[0].value.vague and singles):
        best = candidates[0]
        reason = f"killed {format(best.value)}: {_where(best, told)}"
        if best.value.high is not None and dead.named() > best.value.high:
            return exactly(dead.named()), [f"killed {dead.named()}: dead people told one by one", reason]
        return best.value, [reason]
    return _uncounted(told, "killed", singles, "dead people told one by one", "nobody died")


def _injured(
    told: list[Told], singles: int, killed: Quantity | None, known: tuple[Persons, Mapping[int, Sentence]], limits: MainEventPolicy
) -> tuple[Quantity | None, list[str]]:
    """The injured, and why: as many as the article counts, or as many as are left of the victims where it tells of the last of more."""
    value, why = _injured_counted(told, singles, killed, known, limits)
    left = victims_told(told) - int((killed.low if killed else 0) or 0)
    if left > 0 and (killed is None or killed.exact) and (value is None or (value.exact and left > (value.low or 0))):
        return exactly(left), [f"injured {left}: the last of {victims_told(told)} victims is told of", *why]
    if value == exactly(1) and (others := others_hurt(told)) is not None:
        return others.value, [f"injured {format(others.value)}: others than the dead, not counted, of whom one is told of", *why]
    return value, why


def _injured_counted(
    told: list[Told], singles: int, killed: Quantity | None, known: tuple[Persons, Mapping[int, Sentence]], limits: MainEventPolicy
) -> tuple[Quantity | None, list[str]]:
    """``singles`` are those told one by one; ``known`` are the dead and the sentences by their numbers."""
    persons, sentences = known
    injured, hit = explicit(told, "injured", limits), explicit(told, "hit", limits)
    dead = killed or exactly(0)
    rest = _left_of(hit[0], dead, persons, told) if hit else None
    injured = [c for c in injured if not _the_dead(c, dead, told)]
    if rest is not None and rest.low and hurt_besides(told, hit[0], sentences):
        both = exactly(rest.low + 1)
        return both, [f"injured {format(both)}: {format(hit[0].value)} hit less {format(dead)} dead, and one hurt otherwise"]
    others = rest is not None and not rest.low and bool(injured) and injured[0].facts[0].additional  # "three others were treated"
    others = others or (rest is not None and _counted_above(told, injured, hit[0], rest))
    if injured and rest is not None and (injured[0].value.high or 0) < (rest.low or 0) and _of_those_hit(injured[0], rest):
        injured = []
    if injured and _of_one_alone(injured[0], killed, singles + len(persons)):
        injured = []  # "a boy was shot, which caused serious injuries": his
    if injured and (rest is None or others or injured[0].weight >= hit[0].weight * limits.weights["said"]):
        best = injured[0]
        if best.value.vague and (named := _all_named(told, best.value)) is not None:
            return named.value, [f"injured {format(named.value)}: {format(best.value)} hurt, all told by name"]
        if best.value.exact and dead.exact and (best.value.low or 0) > (dead.low or 0) and among_the_hurt(best, told, sentences, persons):
            alive = exactly((best.value.low or 0) - (dead.low or 0))
            return alive, [f"injured {format(alive)}: {format(best.value)} hurt, of whom {format(dead)} died: {_where(best, told)}"]
        return best.value, [f"injured {format(best.value)}: {_where(best, told)}"]
    if rest is not None and (rest.low or not singles):
        return rest, [f"injured {format(rest)}: {format(hit[0].value)} hit less {format(dead)} dead"]
    return _uncounted(told, "injured", singles, "wounded people told one by one", "nobody was hurt")


def _all_named(told: list[Told], some: Quantity) -> Fact | None:
    """The fact that names the people of whom the top says only that they were several: "several others were hurt … Berg, Lund, Dahl and
    Moe were taken to hospital"."""
    listed = (f for f, _, _ in told if f.attribute in ("injured", "hit") and f.value.exact and f.groups and all(g.name for g in f.groups))
    return next((f for f in listed if (some.low or 0) <= (f.value.low or 0) <= (some.high or 0)), None)


def _left_of(hit: Candidate, dead: Quantity, persons: Persons, told: list[Told]) -> Quantity | None:
    """How many of those hit are alive; None where that is not known."""
    if hit.value.vague or hit.value.low is None or not dead.exact or dead.low is None:
        return None
    off = 0 if apart(hit, dead, persons, told) else int(dead.low)
    if hit.value.exact:
        return exactly(hit.value.low - off) if hit.value.low >= off else None
    return Quantity(hit.value.low - off, None) if hit.value.high is None and not hit.value.approx and hit.value.low - off > 1 else None


def _uncounted(told: list[Told], attribute: str, singles: int, ones: str, none: str) -> tuple[Quantity | None, list[str]]:
    """The toll where no number is printed: those told one by one, else a plural, else nobody; ``ones`` and ``none`` say so in words."""
    if singles:
        return exactly(singles), [f"{attribute} {singles}: {ones}"]
    some = _plural(told, attribute)
    if some:
        return some[0].value, [f"{attribute} {format(some[0].value)}: a plural without a number"]
    if any(f.attribute == attribute and f.value.high == 0 for f, _, _ in told):
        return exactly(0), [f"{attribute} 0: the article says that {none}"]
    return None, []


def _of_one_alone(injuries: Candidate, killed: Quantity | None, persons: int) -> bool:
    """Whether injuries without people are those of the one person whom the article tells of."""
    several = killed is not None and (not killed.exact or (killed.low or 0) > 1)
    return injuries.value.vague and not any(f.groups for f in injuries.facts) and persons == 1 and not several


def _of_those_hit(injured: Candidate, rest: Quantity) -> bool:
    """Whether fewer people hurt than were hit and lived are some of them: "four were shot, and two seriously wounded"; others are not."""
    if all(f.graded or f.loose for f in injured.facts):
        return True
    return rest.exact and injured.value.exact and not any(f.additional for f in injured.facts)


def _counted_above(told: list[Told], injured: list[Candidate], hit: Candidate, rest: Quantity) -> bool:
    """Whether the top says outright that more were hurt than were hit and lived: who was hit is some of them; but as many hurt as hit
    may be with the dead among them."""
    if not injured or not injured[0].value.exact or injured[0].value == hit.value or told[injured[0].first][2] == LATER:
        return False
    return (injured[0].value.low or 0) > (rest.low or 0) and not all(f.loose for f in injured[0].facts)


def _the_dead(candidate: Candidate, dead: Quantity, told: list[Told]) -> bool:
    """Whether those who had wounds or came to hospital are some of the dead: as many as died ("all five had gunshot wounds"), or fewer,
    told of once and far down ("both had wounds to the head")."""
    if (dead.low or 0) < 2 or not all(f.loose and not f.additional for f in candidate.facts):
        return False
    some = told[candidate.first][2] == LATER and len(candidate.facts) == 1 and (candidate.value.low or 0) < (dead.low or 0)
    return candidate.value == dead or some


def _plural(told: list[Told], attribute: str) -> list[Fact]:
    """Facts of an attribute about several people whom nobody counted; a bare "they" counts nobody."""
    some = [f for f, _, _ in told if f.attribute == attribute and (f.value.low or 0) >= 2 and not f.loose]
    some = [f for f in some if f.value.vague or any(g.definite or not g.counted for g in f.groups)]
    return [f for f in some if not all(g.pronoun for g in f.groups)]


def _where(candidate: Candidate, told: list[Told]) -> str:
    place = told[candidate.first][2]
    others = len(candidate.facts) - 1
    more = f" and {others} other {'place' if others == 1 else 'places'}" if others else ""
    return f"{place}{more}, weight {candidate.weight:.1f}"
