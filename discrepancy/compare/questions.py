"""Questions: claims that answer one thing, laid side by side, and the finding where they cannot all be right.

Takes all claims of one event or entity and attribute; gives the question in words, its findings (one across articles,
one for each article that differs with itself) and what was not compared. A question's verdict is its most serious
pair's.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, zip_longest

from discrepancy import notation
from discrepancy.compare import passport
from discrepancy.compare.camps import camps
from discrepancy.compare.causes import causes
from discrepancy.compare.confidence import confidence
from discrepancy.compare.context import Context
from discrepancy.compare.judge import Ruling, rejudge, weigh
from discrepancy.compare.policy import Policy
from discrepancy.compare.positions import in_other_words, nearest, quarrels, standing
from discrepancy.compare.revisions import called_earlier
from discrepancy.compare.wording import claim_words, event_words, join, subject
from discrepancy.link.spellings import RULE as SPELLING
from discrepancy.model.claims import Attribute, Claim
from discrepancy.model.findings import Camp, Finding, Level, NotCompared, Question
from discrepancy.model.values import Quantity, Value
from discrepancy.rulebook.kinds.decisions import DecisionRow

_MOST_STEPS = 100
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
    siblings: tuple[Claim, ...]
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
    composite = passport.composites(claims)
    made: list[Answers] = []
    for attribute, group, left in _groups(claims, context, units):
        parts: dict[tuple[str, str, str], list[Claim]] = {}
        siblings = tuple(group)
        for claim in group:
            if claim.stance in ("denied", "expected") or claim.id in composite:
                continue
            entity = claim.entity if claim.event else ""
            parts.setdefault((passport.population(claim, context), passport.scope(claim, context), entity), []).append(claim)
        for (population, scope, _), members in parts.items():
            asked = _question(members[0], attribute, population, scope, context)
            made.append(Answers(asked, tuple(members), siblings, len(left)))
    return tuple(made)


def not_compared(claims: Sequence[Claim], context: Context) -> tuple[NotCompared, ...]:
    """Pairs that only look alike, and what sets them apart; and where a question has more claims than are laid side by side, that."""
    composite = passport.composites(claims)
    made: list[NotCompared] = []
    for _, group, left in _groups(claims, context, None):
        made += _skipped(group, composite, context)
        if left:
            made.append(NotCompared((group[0].id, left[0].id), "claims", _of_many(len(left), len(group), context)))
    return tuple(made)


def _of_many(left: int, shown: int, context: Context) -> str:
    return context.policy.verdict("bounded").message.format(shown=shown, all=shown + left)


def _groups(
    claims: Sequence[Claim], context: Context, units: Collection[Unit] | None
) -> Iterable[tuple[Attribute, list[Claim], list[Claim]]]:
    """The claims of each attribute of one thing, those of ``units`` where given, and beside them those left out."""
    groups: dict[tuple[Attribute, Unit], list[Claim]] = {}
    for claim in claims:
        about = unit(claim, context.policy)
        if about is None or (units is not None and about not in units):
            continue
        if context.event_type(claim) not in context.policy.question(claim.attribute).not_of:
            groups.setdefault((passport.attribute(claim, context), about), []).append(claim)
    for (attribute, _), group in groups.items():
        parts = context.policy.sayings.parted(group, context.published) if attribute == "wording" else (group,)
        yield from ((attribute, *_bounded(part)) for part in parts)


def _bounded(group: Sequence[Claim]) -> tuple[list[Claim], list[Claim]]:
    """At most :data:`_MOST_CLAIMS` claims, those of the articles that first gave each value, the values taken in turn; and the others."""
    if len(group) <= _MOST_CLAIMS:
        return list(group), []
    sizes = Counter(claim.article for claim in group)
    firsts: dict[Value, dict[str, None]] = {}
    for claim in group:
        firsts.setdefault(claim.value, {}).setdefault(claim.article)
    chosen: set[str] = set()
    held = 0
    for turn in zip_longest(*firsts.values()):
        for article in turn:
            if article is not None and article not in chosen and held + sizes[article] <= _MOST_CLAIMS:
                chosen.add(article)
                held += sizes[article]
    return [claim for claim in group if claim.article in chosen], [claim for claim in group if claim.article not in chosen]


def _question(claim: Claim, attribute: Attribute, population: str, scope: str, context: Context) -> Question:
    form = context.policy.question(attribute)
    text = form.ask.format(**_names(claim, population, scope, context, with_date=attribute != "date"))
    return Question(attribute, text, claim.event, claim.entity, "", population, scope)


def _names(claim: Claim, population: str, scope: str, context: Context, with_date: bool = False) -> dict[str, str]:
    named = event_words(claim.event, context, with_date) if claim.event else claim.entity
    return {
        "event": named + (f" ({scope.replace(':', ' ', 1)})" if scope else ""),
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


def findings(answers: Answers, context: Context) -> tuple[Finding, ...]:
    """The findings of one question: across articles, and of each article against itself. Where claims were left out they say so."""
    found = _findings(answers, context)
    if not answers.left:
        return found
    told = _of_many(answers.left, len(answers.siblings), context)
    return tuple(replace(finding, message=f"{finding.message} {told}") for finding in found)


def _findings(answers: Answers, context: Context) -> tuple[Finding, ...]:
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
        within.append(_finding(answers.question, members, firm, firm, context, article))
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
    split = [*apart, *(r for r in inner if r.pair.a.id in heard and r.pair.b.id in heard)]
    if all(ruling.row.verdict == "updates" for ruling in differing):  # a history: figures that an article itself calls older belong to it
        members = _with_history(members, answers.claims, context)
        told = {claim.id for claim in members}
        versions = (r for r in rulings if r.differs and {r.pair.a.id, r.pair.b.id} <= told)
        split += [r for r in versions if not {r.pair.a.id, r.pair.b.id} <= heard]
    found = _finding(answers.question, members, differing, split, context, "")
    # An article that gives both sides with their speakers, or the history of a figure, does as it should; the question is told once.
    once = {context.claims[claim].article for claim in alone}
    return (found, *(own for own in within if own.verdict not in ("attributed", "updates") and own.question.article not in once))


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


def _rulings(claims: Sequence[Claim], siblings: Sequence[Claim], context: Context) -> list[Ruling]:
    weighed = (weigh(a, b, siblings, context) for a, b in combinations(claims, 2))
    return [ruling for ruling in weighed if isinstance(ruling, Ruling)]


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
                    made.append(_finding(part.question, members, differing, differing, context, ""))
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
    split: Sequence[Ruling],
    context: Context,
    article: str,
) -> Finding:
    """The finding on the pairs ``differing``; ``split`` are those that part the members into camps."""
    order = context.policy.order
    worst = min(differing, key=lambda ruling: (order.index(ruling.row.verdict), _level(ruling)))
    apart = {pair for r in split for pair in ((r.pair.a.id, r.pair.b.id), (r.pair.b.id, r.pair.a.id))}
    sides = camps(members, apart, context)
    pairs = [(r.pair.a, r.pair.b) for r in differing if r.row.verdict == worst.row.verdict]
    why = causes(pairs, context)
    rest = depends_on(members, context)
    question = Question(asked.attribute, asked.text, asked.event, asked.entity, article, asked.population, asked.scope)
    message, sayable = sentences(sides, worst, members, context)
    origins = context.count_origins(members)
    steps = sorted(differing, key=lambda ruling: order.index(ruling.row.verdict))[:_MOST_STEPS]
    return Finding(
        id=handle(question, members, context),
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


def depends_on(members: Sequence[Claim], context: Context) -> tuple[str, ...]:
    """Ids of claims of other questions on which the members rest ("two days after" rests on an earlier date)."""
    own = {claim.id for claim in members}
    anchors = dict.fromkeys(anchor for claim in members for anchor in claim.anchors)
    return tuple(anchor for anchor in anchors if anchor not in own and anchor in context.claims)


def sentences(sides: Sequence[Camp], worst: Ruling, members: Sequence[Claim], context: Context) -> tuple[str, str]:
    """The message and the printable sentence of a finding. What is printed names sources; a draft is none."""
    frame = context.policy.verdict(worst.row.verdict)
    told = _told(sides, worst, members, context)
    message = f"{_sentence('; '.join(told))} {frame.message}"
    sources = [claim for claim in members if claim.article != context.draft]
    if len(sources) < len(members):
        told = _told(sides, worst, sources, context)
        if len(told) < 2:
            return message, _sentence("; ".join(told))
    return message, frame.sayable.format(sides="; ".join(told))


def _told(sides: Sequence[Camp], worst: Ruling, members: Sequence[Claim], context: Context) -> list[str]:
    """What each camp says in words, by those of its claims that are among the members."""
    if not members:
        return []
    form = context.policy.question(members[0].attribute)
    by_id = {claim.id: claim for claim in members}
    told: list[str] = []
    spoken = worst.row.verdict in ("attributed", "omits")
    taken: set[str] = set()
    for camp in sides:
        claims = [by_id[i] for i in camp.claims if i in by_id]
        if not claims:
            continue
        own = [claim for claim in claims if claim.id not in taken]
        taken |= set(camp.claims)
        # Who said "at least 12" did not say 15, though both are in one camp: each value is told of those who gave it.
        groups: dict[Value, list[Claim]] = {}
        for claim in own or claims[:1]:
            groups.setdefault(claim.value, []).append(claim)
        clauses: list[str] = []
        for value, group in groups.items():
            words = claim_words(group[0], _unit(group))
            if isinstance(value, Quantity) and all(claim.additional for claim in group):
                words = f"{words} more"
            names = _names(group[0], passport.population(group[0], context), "", context)
            said = (form.brief if told or clauses else form.says).format(value=words, **names).strip()
            again = len({claim.article for claim in members}) == 1 and (told or clauses)
            speaker = "elsewhere" if again else subject(group, context, spoken)
            clauses.append(f"{speaker}{':' if speaker[-1].isdigit() and said[:1].isdigit() else ''} {said}")  # "article 002: 5"
        told.append(join(clauses))
    return told


def _unit(claims: Sequence[Claim]) -> str:
    return next((claim.unit for claim in claims if claim.unit), "")


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}." if text else ""


def handle(question: Question, members: Iterable[Claim], context: Context) -> str:
    """A short id for display, stable for the same claims whatever their order."""
    keys = sorted(f"{claim.article}|{notation.format_claim(claim)}|{claim.evidence.exact}" for claim in members)
    about = (question.event, question.entity, question.article, question.population, question.scope)
    named = "|".join((question.attribute, *about))
    return hashlib.sha256("\n".join((named, *keys)).encode()).hexdigest()[:8]
