"""Questions: claims that answer one thing, laid side by side.

Takes all claims; gives for each event or entity and attribute the question in words and the claims that answer it, and what was not
compared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, zip_longest

from discrepancy.compare import passport
from discrepancy.compare.context import Context
from discrepancy.compare.lone import of_the_one
from discrepancy.compare.pair import Siblings, siblings
from discrepancy.compare.parts import composites
from discrepancy.compare.policy import Policy
from discrepancy.compare.relations import hour
from discrepancy.compare.wording import event_words
from discrepancy.link.spellings import RULE as SPELLING
from discrepancy.model.claims import Attribute, Claim
from discrepancy.model.findings import NotCompared, Question
from discrepancy.model.values import Value, When
from discrepancy.rulebook.kinds.comparing import QuestionForm
from discrepancy.rulebook.kinds.measures import ACT

_MOST_CLAIMS = 300
"""Claims of one attribute of one thing that are laid side by side: an age that ten thousand articles give is no clearer for ten
thousand of them, and pairs grow with the square."""

Unit = tuple[str, str, str]
"""What is compared for itself: ("event", id, "") with all its attributes, or ("entity", name, attribute)."""


@dataclass(frozen=True, slots=True)
class Answers:
    """One question and the claims that answer it. ``siblings`` are all claims of its event or entity and attribute, but for so many that
    were ``left`` out."""

    question: Question
    claims: tuple[Claim, ...]
    siblings: Siblings
    left: int = 0


def unit(claim: Claim, policy: Policy) -> Unit | None:
    """The unit in which a claim is compared; None for a claim that is about nothing."""
    about = passport.key(claim, policy)
    if about is None or claim.rule == SPELLING:
        return None
    sort, name = about
    return sort, name, "" if sort == "event" else claim.attribute


def questions(claims: Sequence[Claim], context: Context, units: Collection[Unit] | None = None) -> tuple[Answers, ...]:
    """All questions the claims answer, in the order of their first claim; ``units`` limits what is asked.

    Claims that are totals over several events, that are denied or expected, or that are about nothing in particular
    answer none.
    """
    composite = composites(claims, context.policy)
    made: list[Answers] = []
    for attribute, group, left in _groups(claims, context, units):
        parts: dict[tuple[str, str, str], list[Claim]] = {}
        beside = siblings(group)
        for claim in group:
            if claim.stance in ("denied", "expected") or claim.id in composite:
                continue
            # An age is somebody's whether or not his article tells of an event.
            parts.setdefault((passport.population(claim, context), passport.scope(claim, context), claim.entity), []).append(claim)
        for (population, scope, _), members in parts.items():
            asked = _question(members[0], attribute, population, scope, context)
            made.append(Answers(asked, tuple(members), beside, len(left)))
    return tuple(made)


def not_compared(claims: Sequence[Claim], context: Context) -> tuple[NotCompared, ...]:
    """Pairs that only look alike, and what sets them apart; and where a question has more claims than are laid side by side, that."""
    composite = composites(claims, context.policy)
    made: list[NotCompared] = []
    for _, group, left in _groups(claims, context, None):
        made += _skipped(group, composite, context)
        if left:
            made.append(NotCompared((group[0].id, left[0].id), "claims", of_many(len(left), len(group), context)))
    return tuple(made)


def of_many(left: int, shown: int, context: Context) -> str:
    """The sentence that says how many claims of a question were laid side by side."""
    return context.policy.verdict("bounded").message.format(shown=shown, all=shown + left)


def _groups(
    claims: Sequence[Claim], context: Context, units: Collection[Unit] | None
) -> Iterable[tuple[Attribute, list[Claim], list[Claim]]]:
    """The claims of each attribute of one thing, those of ``units`` where given, and beside them those left out."""
    groups: dict[tuple[Attribute, Unit], list[Claim]] = {}
    for claim in (*claims, *_hours(claims, context), *of_the_one(claims, context)):
        about = unit(claim, context.policy)
        if about is None or (units is not None and about not in units):
            continue
        if context.event_type(claim) not in context.policy.question(claim.attribute).not_of:
            groups.setdefault((passport.attribute(claim, context), about), []).append(claim)
    for (attribute, _), group in groups.items():
        parts = context.policy.sayings.parted(group, context.published) if attribute == "wording" else (group,)
        yield from ((attribute, *_bounded(part)) for part in parts)


def _hours(claims: Sequence[Claim], context: Context) -> Iterable[Claim]:
    """Days that are told with a part of them, as answers to the hour, of articles that give none: Monday morning is neither Monday evening
    nor 9 p.m."""
    width, lasting = context.policy.tolerance("time"), context.policy.lasting
    timed = {(claim.article, claim.event) for claim in claims if claim.attribute == "time"}
    for claim in claims:
        day = claim.value
        if not isinstance(day, When) or claim.attribute != "date" or not claim.event or claim.loose or day.approx:
            continue
        if context.event_type(claim) in lasting or (claim.article, claim.event) in timed:
            continue
        if hour(day, width) is not None:
            yield replace(claim, attribute="time")


def _bounded(group: Sequence[Claim]) -> tuple[list[Claim], list[Claim]]:
    """At most :data:`_MOST_CLAIMS` claims, those of the articles that first gave each value, the values taken in turn; and the others. One
    article brings at most half of them, those that it tells first."""
    if len(group) <= _MOST_CLAIMS:
        return list(group), []
    sizes = {article: min(told, _MOST_CLAIMS // 2) for article, told in Counter(claim.article for claim in group).items()}
    firsts: dict[Value, dict[str, None]] = {}
    for claim in group:
        firsts.setdefault(claim.value, {}).setdefault(claim.article)
    brings: Counter[str] = Counter()
    room = _MOST_CLAIMS
    for turn in zip_longest(*firsts.values()):
        for article in turn:
            if article is not None and article not in brings and sizes[article] <= room:
                brings[article] = sizes[article]
                room -= sizes[article]
    shown: list[Claim] = []
    left: list[Claim] = []
    for claim in group:
        (shown if brings[claim.article] > 0 else left).append(claim)
        brings[claim.article] -= 1
    return shown, left


def _question(claim: Claim, attribute: Attribute, population: str, scope: str, context: Context) -> Question:
    form = context.policy.question(attribute, claim.unit, scope)
    names = question_names(claim, population, scope, context, attribute != "date")
    bare = names["event"].removeprefix("the ") in form.bare_of
    of, done = befallen(population, form)
    befell = done.split(" ", 1)[0] if done and not scope else ""
    if befell:
        ask, names = form.did if befell in form.acts else form.done, names | {"of": of, "done": done}
    elif population.rsplit(" ", 1)[-1] in form.sums:
        ask = form.bulk
    else:
        ask = form.bare if bare else form.ask
    text = ask.format(**names)
    return Question(attribute, text, claim.event, claim.entity, "", population, scope)


def befallen(population: str, form: QuestionForm) -> tuple[str, str]:
    """Whom a population counts and, where it ends in that, what befell them: ("flights ", "cancelled"), ("", "in hospital"); ("", "")
    where it does not."""
    words = population.split() if form.done else []
    if words[:1] == ["in"]:
        return "", population
    at = len(words) - 1
    while at > 0 and words[at] in form.behind and not _state(words[at], form):
        at -= 1
    if at < 0 or not _state(words[at], form):
        return "", ""
    return "".join(f"{word} " for word in words[:at]), " ".join(words[at:])


def _state(word: str, form: QuestionForm) -> bool:
    """Whether a word tells what befell those counted, what they did or where they are."""
    return word in form.states or word in form.acts or (word.endswith("ed") and word not in form.no_state)


def question_names(claim: Claim, population: str, scope: str, context: Context, with_date: bool = False) -> dict[str, str]:
    """What the words of a question and of its answers are filled with: its event, whom it counts, whose value it asks for."""
    befell = claim.attribute == "date" and not claim.event and bool(scope)  # "the arrest of Bo Quist"
    named = (
        event_words(claim.event, context, with_date, claim.attribute)
        if claim.event
        else f"the {scope} {'told of ' if claim.rule.startswith(ACT) else 'of '}{claim.entity}"
        if befell
        else claim.entity
    )
    told = context.policy.question(claim.attribute, claim.unit, scope).of_scope == scope
    shown = (
        "" if claim.attribute == "money" or befell or told else scope.replace(":", " ", 1)
    )  # a sum's scope is its currency, which every value bears
    return {
        "event": named + (f" ({shown})" if shown else ""),
        "entity": claim.entity or named,
        "of": f"{population} " if population else "",
        "what": population or claim.attribute,
        "who": claim.entity or f"the {population or 'person'} in {named}",
        "holder": claim.entity or f"the person whom {named} concerns",
        "scope": scope,
    }


def _skipped(group: Sequence[Claim], composite: Mapping[str, str], context: Context) -> Iterable[NotCompared]:
    """Pairs of different articles that were not held together, one for each pair of articles and field."""
    seen: set[tuple[str, str, str]] = set()
    for a, b in combinations(group, 2):
        if a.article == b.article or a.value == b.value:
            continue
        total = composite.get(a.id) or composite.get(b.id)
        apart = passport.Difference("scope", total) if total else passport.difference(a, b, context)
        if apart is not None and (a.article, b.article, apart.field) not in seen:
            seen.add((a.article, b.article, apart.field))
            yield NotCompared((a.id, b.id), apart.field, apart.text)
