"""Findings: where the answers to one question cannot all be right.

Takes the claims that answer a question; gives its findings (one across articles, one for each article that differs with itself). A
finding's verdict is its most serious pair's.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, permutations

from discrepancy import notation
from discrepancy.compare import passport
from discrepancy.compare.answers import standing
from discrepancy.compare.behind import Behind
from discrepancy.compare.camps import camps
from discrepancy.compare.causes import causes
from discrepancy.compare.confidence import confidence
from discrepancy.compare.context import Context
from discrepancy.compare.differences import grounds
from discrepancy.compare.judge import Ruling, rejudge, unanimous, weigh
from discrepancy.compare.pair import Pair, Siblings, related
from discrepancy.compare.positions import in_other_words, nearest, quarrels
from discrepancy.compare.questions import Answers, of_many
from discrepancy.compare.relations import relation
from discrepancy.compare.revisions import called_earlier
from discrepancy.compare.sentences import sentences
from discrepancy.compare.sureness import tolls_beside
from discrepancy.compare.versions import ledger
from discrepancy.model.claims import Claim
from discrepancy.model.findings import Finding, Level, Question
from discrepancy.rulebook.kinds.decisions import Condition, DecisionRow

_MOST_STEPS = 100
_GROUNDS: Mapping[Condition, Callable[[Pair], Sequence[Claim]]] = {
    "differ-twice": grounds, "elsewhere": grounds, "told-late": tolls_beside,
}  # fmt: skip
"""What conditions rest on by which articles seem to tell of two happenings, or of a part: the claims in which they differ besides."""


def findings(answers: Answers, context: Context) -> tuple[Finding, ...]:
    """The findings of one question: across articles, and of each article against itself. Where claims were left out they say so."""
    found = _findings(answers, context)
    versions = ledger(answers.claims, found, context) if found else ()
    found = tuple(replace(one, ledger=() if one.question.article else versions) for one in found)
    if not answers.left:
        return found
    told = of_many(answers.left, len(answers.siblings.claims), context)
    return tuple(replace(finding, message=f"{finding.message} {told}") for finding in found)


def _findings(answers: Answers, context: Context) -> tuple[Finding, ...]:
    if len(answers.claims) == 1 or unanimous(answers.claims, context):
        return ()
    rulings = _rulings(answers.claims, answers.siblings, context)
    inner = [ruling for ruling in rulings if ruling.pair.a.article == ruling.pair.b.article and ruling.differs]
    # One person's fate, told beside the toll, is a part of it.
    inner = [ruling for ruling in inner if not any(passport.lone_fate(claim, context) for claim in (ruling.pair.a, ruling.pair.b))]
    within = []
    for article in sorted({ruling.pair.a.article for ruling in inner}):
        own = [ruling for ruling in inner if ruling.pair.a.article == article]
        firm = [ruling for ruling in own if ruling.row.verdict != "updates"] or own
        older = {c.id for r in own for c in (r.pair.a, r.pair.b)} - {c.id for r in firm for c in (r.pair.a, r.pair.b)}
        members = [claim for claim in answers.claims if claim.article == article and claim.id not in older]
        within.append(_finding(answers.question, members, firm, _ids(firm), context, article))
    # An article whose loose wording does not fit its own firm one is heard across articles with the firm one only.
    loose = {c.id for r in inner for c in (r.pair.a, r.pair.b) if c.loose}
    members = list(standing([claim for claim in answers.claims if claim.id not in loose], context))
    heard = {claim.id for claim in members}
    between = [ruling for ruling in rulings if ruling.pair.a.article != ruling.pair.b.article]
    across = [r for r in between if r.pair.a.id in heard and r.pair.b.id in heard]
    across = quarrels(nearest(across, members, context), between, context)
    alone = _headlines_alone(inner, between, heard)
    heard |= alone.keys()
    members = [claim for claim in answers.claims if claim.id in heard]
    across += [ruling for rulings in alone.values() for ruling in rulings if ruling not in across]
    across = _against_draft(across, members, context)
    apart = [ruling for ruling in across if ruling.differs]
    differing = in_other_words(apart, context)
    if not differing:
        return tuple(within)
    members = _concerned(members, differing, context)
    if all(ruling.row.verdict == "updates" for ruling in differing):  # a history: figures that an article itself calls older belong to it
        members = _with_history(members, answers.claims, context)
    # Pairs that another one answers for raise nothing, and those of two kinds are not held together, but one camp cannot say both.
    split = _ids([*apart, *inner, *(ruling for ruling in between if ruling.differs)]) | _unlike(members, rulings, context)
    found = _finding(answers.question, members, differing, split, context, "")
    # An article that gives both sides with their speakers, or the history of a figure, does as it should; the question is told once.
    once = {context.claims[claim].article for claim in alone}
    return (found, *(own for own in within if own.verdict not in ("attributed", "updates") and own.question.article not in once))


def _concerned(members: Sequence[Claim], differing: Sequence[Ruling], context: Context) -> list[Claim]:
    """The members without those that stand in no differing pair and fit none of the values there: a monitor's count beside two versions of
    the ministry's."""
    disputed = {claim.id: claim for ruling in differing for claim in (ruling.pair.a, ruling.pair.b)}
    values = {claim.value for claim in disputed.values()}

    def fits(claim: Claim) -> bool:
        near = (relation(claim.value, value, context.policy, claim.attribute, context.lexicon) for value in values)
        return any(found != "disjoint" for found in near)

    return [claim for claim in members if claim.id in disputed or fits(claim)]


def _headlines_alone(inner: Sequence[Ruling], between: Sequence[Ruling], heard: Collection[str]) -> dict[str, list[Ruling]]:
    """The claims of headlines that their own articles bear out as little as others do, by id, with the rulings that set them against other
    articles, and those of the text with none: six above a text that counts seven, beside another one of seven."""
    found: dict[str, list[Ruling]] = {}
    for own in inner:
        if not own.row.id.startswith("decide.headline"):
            continue
        for head, body in ((own.pair.a, own.pair.b), (own.pair.b, own.pair.a)):
            if own.pair.context.block(head) != "headline":
                continue
            borne = {_beside(r, body) for r in between if not r.differs and r.pair.relation == "same" and body in (r.pair.a, r.pair.b)}
            against = [r for r in between if r.differs and head in (r.pair.a, r.pair.b) and _beside(r, head) in borne & set(heard)]
            if against:
                found[head.id] = against
                found.setdefault(body.id, [])
    return found


def _beside(ruling: Ruling, claim: Claim) -> str:
    """The id of the other claim of a ruling."""
    return ruling.pair.b.id if ruling.pair.a.id == claim.id else ruling.pair.a.id


def _with_history(members: Sequence[Claim], claims: Sequence[Claim], context: Context) -> list[Claim]:
    """The members with the figures that their articles call older."""
    told, articles = {claim.id for claim in members}, {claim.article for claim in members}
    return [c for c in claims if c.id in told or (c.article in articles and not c.loose and called_earlier(c, context))]


def _rulings(claims: Sequence[Claim], siblings: Siblings, context: Context) -> list[Ruling]:
    weighed = (weigh(a, b, siblings, context) for a, b in combinations(claims, 2))
    return [ruling for ruling in weighed if isinstance(ruling, Ruling)]


def _ids(rulings: Iterable[Ruling]) -> set[frozenset[str]]:
    return {frozenset((ruling.pair.a.id, ruling.pair.b.id)) for ruling in rulings}


def _unlike(claims: Sequence[Claim], rulings: Iterable[Ruling], context: Context) -> set[frozenset[str]]:
    """The ids of pairs that were not held against each other and whose values cannot both be right of one thing: a short fall and a long
    one."""
    weighed = _ids(rulings)
    others = ((a, b) for a, b in combinations(claims, 2) if frozenset((a.id, b.id)) not in weighed)
    return {frozenset((a.id, b.id)) for a, b in others if related(a, b, context) == "disjoint"}


def parts_above_wholes(answers: Sequence[Answers], context: Context) -> tuple[Finding, ...]:
    """Findings where one question's figure, of a part of the people, is above another's, of all of them."""
    beside: dict[tuple[int, str], list[Answers]] = {}
    for asked in answers:
        beside.setdefault((id(asked.siblings), asked.question.scope), []).append(asked)
    made = []
    for group in beside.values():
        for whole in group:
            for part in group:
                if part is whole or whole.question.population or not part.question.population:
                    continue
                # Only what an article stands for: one person's fate beside it is no whole, and an older count no part.
                heard, counted = standing(whole.claims, context), standing(part.claims, context)
                pairs = [(a, b) for a in counted for b in heard if a.article != b.article]
                rulings = [ruling for a, b in pairs if isinstance(ruling := weigh(a, b, whole.siblings, context), Ruling)]
                differing = [ruling for ruling in rulings if ruling.differs]
                if differing:
                    members = list({c.id: c for r in differing for c in (r.pair.a, r.pair.b)}.values())
                    made.append(_finding(part.question, members, differing, _ids(differing), context, ""))
    return tuple(made)


def _against_draft(across: Sequence[Ruling], claims: Sequence[Claim], context: Context) -> list[Ruling]:
    """The rulings, those between the draft and the sources judged again when every source contradicts it."""
    if not context.draft:
        return list(across)
    with_draft = [r for r in across if context.draft in (r.pair.a.article, r.pair.b.article)]
    sources = {claim.article for claim in claims if claim.article != context.draft}
    against = {_other(r, context.draft) for r in with_draft if r.row.verdict == "conflicts"}
    if not sources or against != sources or len(with_draft) > sum(r.row.verdict == "conflicts" for r in with_draft):
        return list(across)
    return [rejudge(r, "draft-against-all") if r in with_draft else r for r in across]


def _other(ruling: Ruling, article: str) -> str:
    return ruling.pair.b.article if ruling.pair.a.article == article else ruling.pair.a.article


def _finding(
    asked: Question,
    members: Sequence[Claim],
    differing: Sequence[Ruling],
    split: Collection[frozenset[str]],
    context: Context,
    article: str,
) -> Finding:
    """The finding on the pairs ``differing``; ``split`` are the ids of those that part the members into camps."""
    order = context.policy.order
    worst = min(differing, key=lambda ruling: (order.index(ruling.row.verdict), _level(ruling)))
    heard = {claim.id for claim in members}
    apart = {(a, b) for pair in split if pair <= heard for a, b in permutations(pair)}
    behind = Behind(members, context.origins)
    sides = camps(members, apart, behind, context)
    pairs = [(r.pair.a, r.pair.b) for r in differing if r.row.verdict == worst.row.verdict]
    why = causes(pairs, context, worst.row.verdict)
    rest = depends_on(members, worst, context)
    question = Question(asked.attribute, asked.text, asked.event, asked.entity, article, asked.population, asked.scope)
    message, sayable = sentences(sides, worst, members, context)
    origins = behind.count(members)
    steps = sorted(differing, key=lambda ruling: order.index(ruling.row.verdict))[:_MOST_STEPS]
    return Finding(
        id=handle(question, members),
        rule=worst.row.id,
        verdict=worst.row.verdict,
        level=_level_of(worst.row),
        confidence=confidence(worst.row.verdict, members, why, origins, context),
        message=message,
        sayable=sayable,
        question=question,
        camps=sides,
        depends_on=rest,
        causes=why,
        steps=tuple(ruling.step() for ruling in steps),
        origins=origins,
    )


def _level_of(row: DecisionRow) -> Level:
    return "note" if row.level == "none" else row.level


def _level(ruling: Ruling) -> int:
    return ("error", "warning", "note", "none").index(ruling.row.level)


def depends_on(members: Sequence[Claim], worst: Ruling, context: Context) -> tuple[str, ...]:
    """Ids of claims of other questions on which the members rest ("two days after" rests on an earlier date), and of those by which the
    articles seem to tell of two happenings or of a part, where that decided."""
    own = {claim.id for claim in members}
    parting = [claim for condition in worst.row.all if condition in _GROUNDS for claim in _GROUNDS[condition](worst.pair)]
    rest = dict.fromkeys([*(anchor for claim in members for anchor in claim.anchors), *(claim.id for claim in parting)])
    return tuple(id for id in rest if id not in own and id in context.claims)


def handle(question: Question, members: Iterable[Claim]) -> str:
    """A short id for display, stable for the same claims whatever their order."""
    keys = sorted(f"{claim.article}|{notation.format_claim(claim)}|{claim.evidence.exact}" for claim in members)
    about = (question.event, question.entity, question.article, question.population, question.scope)
    named = "|".join((question.attribute, *about))
    return hashlib.sha256("\n".join((named, *keys)).encode()).hexdigest()[:8]
