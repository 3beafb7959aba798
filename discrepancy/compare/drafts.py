"""A draft beside its sources: what must be mended, what an editor must decide, and what nobody else says.

Takes the questions with all claims and the findings; gives each statement of the draft with how it fares. The draft is
no source: what it says supports nothing. Knows nothing of how a finding came about, and changes none.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from discrepancy.claim.times.written import RULE as WRITTEN
from discrepancy.compare.behind import Behind
from discrepancy.compare.context import Context
from discrepancy.compare.judge import Ruling, weigh
from discrepancy.compare.questions import Answers
from discrepancy.compare.relations import relation
from discrepancy.link.spellings import RULE as SPELLING
from discrepancy.model.claims import Claim, NotUnderstood
from discrepancy.model.findings import Draft, Finding, Question, Standing, Statement
from discrepancy.model.values import Terms, Value

ORDER: tuple[Standing, ...] = ("must-fix", "decide", "own", "unsupported", "single-origin", "fine", "not-compared")


def statements(
    asked: Sequence[Answers],
    found: Sequence[Finding],
    claims: Sequence[Claim],
    context: Context,
    unread: Sequence[NotUnderstood] = (),
) -> Draft | None:
    """The draft with its statements, the most pressing first and then in the order of the text; None without a draft. ``unread`` are
    the numbers and dates of the sources that are in no claim."""
    draft = context.draft
    if not draft:
        return None
    own_claims = {claim.id for claim in claims if claim.article == draft}
    involved = [f for f in found if f.question.article == draft or any(id in own_claims for camp in f.camps for id in camp.claims)]
    made = [one for answers in asked for one in _of_question(answers, involved, context)]
    held = {id for one in made for id in one.claims}
    printed = {claim.value for claim in claims if claim.article != draft} | {item.value for item in unread}
    made += [
        Statement(_bare(claim), _alone(claim, printed, context), (claim.id,))
        for claim in claims
        if claim.article == draft and claim.rule != SPELLING and claim.id not in held
    ]
    place = {claim.id: number for number, claim in enumerate(claims)}
    return Draft(
        draft,
        tuple(f.id for f in involved if f.level == "error"),
        tuple(f.id for f in involved if f.level == "warning"),
        tuple(sorted(made, key=lambda one: (ORDER.index(one.standing), place[one.claims[0]]))),
    )


def _of_question(answers: Answers, involved: Sequence[Finding], context: Context) -> list[Statement]:
    """What the draft answers to one question: the same value is one statement, however often it is said."""
    said: dict[object, list[Claim]] = {}
    for claim in answers.claims:
        if claim.article == context.draft:
            said.setdefault((claim.value, claim.additional), []).append(claim)
    sources = [claim for claim in answers.claims if claim.article != context.draft]
    made = []
    for group in said.values():
        ids = {claim.id for claim in group}
        # An article against itself is quoted with its claims; an accusation of other articles among each other is not the draft's.
        stands_in = [f for f in involved if any(ids.intersection(camp.claims) for camp in f.camps)]
        support = [claim for claim in sources if any(_says_as_much(claim, own, answers, context) for own in group)]
        origins = Behind(support, context.origins).count(support)
        made.append(
            Statement(
                answers.question,
                _standing(stands_in, origins, bool(ids & context.own)),
                tuple(claim.id for claim in group),
                tuple(claim.id for claim in support),
                origins,
                tuple(f.id for f in stands_in),
            )
        )
    return made


def _standing(stands_in: Sequence[Finding], origins: int, own: bool) -> Standing:
    levels = {finding.level for finding in stands_in}
    if "error" in levels:
        return "must-fix"
    if "warning" in levels:
        return "decide"
    if own:
        return "own"
    return "unsupported" if not origins else "single-origin" if origins == 1 else "fine"


def _alone(claim: Claim, printed: Collection[Value | None], context: Context) -> Standing:
    """How a claim fares that answers no question: one of no event and no name is asked for all the same, where no source prints its
    value."""
    if claim.id in context.own:
        return "own"
    if claim.event or claim.entity or claim.rule == WRITTEN or claim.stance not in ("asserted", "reported"):
        return "not-compared"
    told = any(
        value is not None and relation(value, claim.value, context.policy, claim.attribute, context.lexicon) in ("same", "narrower")
        for value in printed
        if type(value) is type(claim.value)
    )
    return "not-compared" if told else "unsupported"


def _says_as_much(source: Claim, own: Claim, answers: Answers, context: Context) -> bool:
    """True when the source's value is the draft's or lies within it: "at least 12" does not say 14, "in May" no day."""
    ruling = weigh(own, source, answers.siblings, context)
    if not isinstance(ruling, Ruling) or ruling.differs or ruling.pair.relation == "unknown":
        return False
    return ruling.pair.relation != "narrower" or isinstance(own.value, Terms)


def _bare(claim: Claim) -> Question:
    """The question of a claim that answers none together with others: denied, expected, a total over several events."""
    return Question(claim.attribute, claim.attribute, claim.event, claim.entity, "", claim.population, claim.scope)
