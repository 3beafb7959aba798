"""Like for like: may two claims be held against each other at all?

Takes two claims of one event or entity and attribute; gives the field in which they differ, with a sentence, or None.
An as-of time or a scope that neither side states is no difference. Knows nothing of values beyond what the fields need.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from discrepancy.compare.context import Context
from discrepancy.compare.days import of_two_days, of_unknown_day
from discrepancy.compare.hours import hours_apart
from discrepancy.compare.labels import is_name
from discrepancy.compare.policy import Policy
from discrepancy.compare.relations import figure
from discrepancy.compare.revisions import called_earlier
from discrepancy.compare.ties import strangers
from discrepancy.model.claims import Attribute, Claim
from discrepancy.model.values import Quantity, Terms, When

_TENTH_OF_PERCENT = 0.001
_TWO_DIGITS = 10
_ROUNDED_UNITS = 0.02
_BEFORE = 240
"""Characters before "two others were hurt" within which somebody is told of beside whom they were."""
_BESIDE = 120
"""Characters within which the dead and the hurt are counted in one breath."""


@dataclass(frozen=True, slots=True)
class Difference:
    """The field in which two passports differ, and a sentence for the list of what was not compared."""

    field: str
    text: str


def key(claim: Claim, policy: Policy) -> tuple[str, str] | None:
    """What a claim is about: the event or the entity, with its sort; None when it is about nothing that can be held
    together."""
    about = policy.question(claim.attribute).about
    if about == "entity" and not claim.entity and claim.population:
        about = "event"  # the age of somebody whom only what befell him tells from others
    if about == "entity" or (about == "either" and not claim.event):
        return ("entity", claim.entity) if claim.entity else None
    return ("event", claim.event) if claim.event else None


def attribute(claim: Claim, context: Context) -> Attribute:
    """The attribute as compared: people hit are people injured where nobody died, and "others" who were shot are those who did not."""
    if claim.attribute != "hit" or not claim.event:
        return claim.attribute
    deaths = any(figure(other.value) != 0 for other in context.of_event(claim.event, "killed"))
    return "injured" if not deaths or claim.additional else "hit"


def beside_the_dead(claim: Claim, context: Context) -> bool:
    """True where "others" sets the hurt against the dead just counted: "killed six and wounded seven others" are seven hurt in all; and
    where "also" sets one sort of people against another: "killed 45 soldiers. Nineteen rebels also died" are nineteen rebels in all. The
    missing are others than the dead and the rescued wherever no missing were counted before them."""
    if claim.attribute == "missing":
        counted = (c for c in context.of_event(claim.event, "missing") if c.article == claim.article and not c.additional)
        return not any(
            isinstance(c.value, Quantity) and c.value.exact and c.evidence.span.end <= claim.evidence.span.start for c in counted
        )
    if _beside_another_sort(claim, context):
        return True
    if claim.attribute not in ("injured", "hit") or beside_the_hurt(claim, context):
        return False
    start = claim.evidence.span.start
    return any(
        other.article == claim.article and 0 <= start - other.evidence.span.start <= _BESIDE
        for other in context.of_event(claim.event, "killed")
    )


def _beside_another_sort(claim: Claim, context: Context) -> bool:
    """Whether nobody of the sort that a claim counts is counted before it, and somebody of another sort is, right before."""
    told = [c for c in context.of_event(claim.event, claim.attribute) if c.article == claim.article and c.population and claim.population]
    before = [c for c in told if 0 < claim.evidence.span.start - c.evidence.span.start <= _BESIDE]
    return bool(before) and all(c.population != claim.population for c in before)


def beside_the_hurt(claim: Claim, context: Context) -> bool:
    """True where "others" are others than somebody hurt who is told of right before: "Rudd was wounded in the raid that killed six. Two
    others were wounded"."""
    if not claim.additional or claim.attribute not in ("injured", "hit"):
        return False
    hurt = (c for name in ("injured", "hit") for c in context.of_event(claim.event, name) if c.article == claim.article)
    alone = (c for c in hurt if not c.additional and not c.loose and figure(c.value) == 1)
    return any(0 < claim.evidence.span.start - c.evidence.span.end <= _BEFORE for c in alone)


def lone_fate(claim: Claim, context: Context) -> bool:
    """True for a figure of one that nobody counted: "he was shot dead" tells of a person, and is no toll."""
    known = context.lone.get(claim.id)
    if known is None:
        known = context.lone[claim.id] = _uncounted(claim, context)
    return known


def _uncounted(claim: Claim, context: Context) -> bool:
    words = context.policy.counting(claim.attribute).counts_one
    if not words or not isinstance(claim.value, Quantity) or figure(claim.value) != 1:
        return False
    said = claim.evidence.exact.lower()
    return _one_of(words).search(said) is None or re.search(r"\bone of (?:them|those|the)\b", said) is not None


@cache
def _one_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!-)\b(?:{'|'.join(map(re.escape, words))})\b(?![-:.,]\d)(?!-(?:year|month|week|day)s?-old)")


def population(claim: Claim, context: Context) -> str:
    """The population as compared: "" for everybody, else the head of the label ("workers" for "Pakistani laborers")."""
    label = claim.population
    if context.lexicon.everybody(label):
        return ""
    words = label.split()
    while len(words) > 1 and is_name(words[0]):
        words = words[1:]
    plain = " ".join(words)
    if context.lexicon.everybody(plain):
        return ""
    # "Nine workers died" is an article's toll of the whole event where it counts nobody else; women are a part even so, and that no workers
    # died says nothing of others.
    all_of_them = (claim.article, claim.event, claim.attribute, label) in context.described and figure(claim.value) != 0
    if all_of_them and context.policy.counting(claim.attribute).counts_one and not context.lexicon.partition(plain):
        return ""
    return context.lexicon.head(plain)


def scope(claim: Claim, context: Context) -> str:
    """The scope as compared: "" when it restricts nothing, as a place that holds the event's own place or the event's
    own day."""
    kind, _, rest = claim.scope.partition(":")
    event = context.events.get(claim.event)
    if event is None or not rest:
        return claim.scope
    if kind == "place" and event.place and context.lexicon.within(rest, event.place):
        return ""
    if kind == "day" and event.date is not None and str(event.date.first) == rest == str(event.date.last):
        return ""
    return claim.scope


def difference(a: Claim, b: Claim, context: Context) -> Difference | None:
    """The first field in which two claims of one event or entity and attribute are not alike, or None."""
    for claim in (a, b):
        if claim.stance in ("denied", "expected"):
            return Difference("stance", f"one of them is {claim.stance}, not stated")
    if (a.entity or b.entity) and a.entity != b.entity and a.event:
        return Difference("entity", f"one is about {a.entity or 'the whole event'}, the other about {b.entity or 'the whole event'}")
    apart = a.population != b.population and population(a, context) != population(b, context)
    if apart or _other_people(a, b, context):
        return Difference("population", f"one counts {_whom(a)}, the other {_whom(b)}")
    if _own_figures(a, b, context):
        return Difference("entity", f"{a.attributed_to} and {b.attributed_to} each give the {a.population} of their own")
    if a.article == b.article and a.additional != b.additional and not any(c.additional and beside_the_dead(c, context) for c in (a, b)):
        return Difference("population", "one counts others beside those of the other")
    if a.scope == b.scope == "cumulative":
        return Difference("scope", "both are counts over a time, and nothing says that it is the same time")
    if scope(a, context) != scope(b, context):
        return Difference("scope", f"one holds for {_part(a)}, the other for {_part(b)}")
    if isinstance(a.value, Quantity) and isinstance(b.value, Quantity):
        factors = context.policy.factor(a.attribute, a.unit, b.unit)
        if factors is None:
            return Difference("unit", f"one is in {a.unit or 'no stated unit'}, the other in {b.unit or 'no stated unit'}")
        if _unlike(a, b, factors, context):
            return Difference("population", "the figures are too far apart to be of one thing")
    if a.attribute == "time" and a.event and of_two_days(a, b, context):
        return Difference("scope", "the times are told of two days")
    if a.attribute == "time" and of_unknown_day(a, b, context):
        return Difference("scope", "a part of a day is told, and the other time may be of another day")
    if a.attribute == "time" and a.event and a.article != b.article and hours_apart(a, b, context):
        return Difference("event", "the times are hours apart, and the two articles share no person, group or street")
    if a.attribute == "fate" and _settled(a, b, context, "fate"):
        return Difference("as_of", "between the two articles somebody may have died, or been let go")
    if a.attribute in ("detail", "sequence") and _settled(a, b, context, a.attribute):
        return Difference("as_of", "between the two articles it may have changed")
    held = a.attribute == "role" or (a.attribute == "name" and bool(a.scope))  # a post of a firm; who governs a state is asked at any day
    if held and a.entity and _settled(a, b, context, "killed"):
        return Difference("as_of", "between the two articles somebody may have been given another office")
    untied = a.event != b.event or (a.attribute in ("role", "fate", "detail") and not a.event)
    if a.entity and a.entity == b.entity and untied and strangers(a, b, context):
        return Difference("entity", f"the two articles share nothing but the name {a.entity}")
    if a.attribute in ("actor", "target", "responsibility") and _kinds_apart(a, b, context):
        return Difference("entity", "one names a person, the other a group or a place")
    if a.attribute in context.only_by(a, b) and not (_older_version(a, b, context) or _older_version(b, a, context)):
        return Difference("event", f"nothing but {a.attribute} says that the two articles mean the same event")
    return None


def _older_version(old: Claim, new: Claim, context: Context) -> bool:
    """Whether the article of ``new`` gives the other's figure itself, as the one that its own replaces ("updating a previous toll of 112"):
    then the two are one count by its own word, whatever else ties the articles."""
    own = (c for c in context.of_event(new.event, new.attribute) if c.article == new.article and c.id != new.id)
    return any(figure(c.value) == figure(old.value) is not None and called_earlier(c, context) for c in own)


def _other_people(a: Claim, b: Claim, context: Context) -> bool:
    """True when both populations are named and the names differ (Pakistani workers, Afghan workers), one fights the other, one counts
    families and the other people, or one label stands for two trades (judges and priests are officials)."""
    lexicon = context.lexicon
    if lexicon.foes(a.population, b.population) or lexicon.collective(a.population) != lexicon.collective(b.population):
        return True
    ours, theirs = (lexicon.trades(one.population, one.evidence.exact) for one in (a, b))
    if a.population == b.population and ours and theirs and ours.isdisjoint(theirs):
        return True
    named = [{word for word in claim.population.split()[:-1] if is_name(word)} for claim in (a, b)]
    return bool(named[0] and named[1] and named[0].isdisjoint(named[1]))


def _own_figures(a: Claim, b: Claim, context: Context) -> bool:
    """Whether two speakers each give what is their own: of the earnings that two firms publish neither contradicts the other."""
    named = bool(a.attributed_to and b.attributed_to) and not (a.entity or b.entity)
    own = context.policy.counting(a.attribute).own
    return named and a.attributed_to != b.attributed_to and bool(own) and a.population.rsplit(" ", 1)[-1] in own


def _settled(a: Claim, b: Claim, context: Context, attribute: str) -> bool:
    """True when the issues lie so far apart that what an attribute gives would be settled anew: an office may have passed on."""
    first, second = context.published(a.article), context.published(b.article)
    most = context.policy.course(attribute).settled_days
    return first is None or second is None or abs((first - second).days) > most


def _kinds_apart(a: Claim, b: Claim, context: Context) -> bool:
    """A person named on one side and no person on the other: who belongs to whom is not known."""
    kinds = [{context.kinds[m] for m in c.value.members if m in context.kinds} for c in (a, b) if isinstance(c.value, Terms)]
    return len(kinds) == 2 and all(kinds) and ("person" in kinds[0]) != ("person" in kinds[1])


def _whom(claim: Claim) -> str:
    return claim.population or "all people"


def _part(claim: Claim) -> str:
    return claim.scope.replace(":", " ", 1) or "the whole event"


def _unlike(a: Claim, b: Claim, factors: tuple[float, float], context: Context) -> bool:
    """Figures further apart than those of one thing are, a slip of the decimal point, of the unit or of two digits set aside."""
    width = context.policy.happening(a.attribute)
    ratio = width.alike_of_event if width.alike_of_event and a.population and a.event and a.event == b.event else width.alike
    if not ratio:
        return False
    first, second = figure(a.value, factors[0]), figure(b.value, factors[1])
    if first is None or second is None or min(first, second) <= 0:
        return context.policy.question(a.attribute).needs_population
    apart = max(first, second) / min(first, second)
    slipped = any(abs(apart - ten) < _TENTH_OF_PERCENT * ten for ten in (10, 100, 1000))
    slipped = slipped or any(abs(apart - times) < _ROUNDED_UNITS * times for times in width.slips) or _turned(first, second)
    stated = all(isinstance(c.value, Quantity) and c.value.exact for c in (a, b)) and a.rule == b.rule != f"measure.{a.attribute}"
    slipped = slipped or (stated and _dropped(first, second))
    return apart > ratio and not (slipped and a.population)


def _turned(first: float, second: float) -> bool:
    """Whether two figures have the same digits in another order, as a slip of the hand leaves them: 31 and 13."""
    return first != second and min(first, second) >= _TWO_DIGITS and sorted(f"{first:g}") == sorted(f"{second:g}")


def _dropped(first: float, second: float) -> bool:
    """Whether one figure is the other without its first digit: 4,000 and 14,000."""
    short, long = sorted((f"{first:.0f}", f"{second:.0f}"), key=len)
    return len(long) == len(short) + 1 and long.endswith(short)


def stated_order(a: Claim, b: Claim) -> int:
    """-1 when ``a`` is good for an earlier moment than ``b``, 1 for a later one, 0 when neither is stated to be."""
    first, second = a.as_of, b.as_of
    if not isinstance(first, When) or not isinstance(second, When):
        return 0
    if first.last is not None and second.first is not None and first.last < second.first:
        return -1
    if second.last is not None and first.first is not None and second.last < first.first:
        return 1
    return 0
