"""What a finding says: its message, and the sentence an editor can print.

Takes the camps of a question and its most serious ruling; gives sentences, of the words that stand in ``rules/compare``.
"""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.compare import passport
from discrepancy.compare.context import Context
from discrepancy.compare.judge import Ruling
from discrepancy.compare.questions import question_names
from discrepancy.compare.wording import begun, claim_words, join, subject
from discrepancy.model.claims import Claim
from discrepancy.model.findings import Camp
from discrepancy.model.values import Quantity, Value


def sentences(sides: Sequence[Camp], worst: Ruling, members: Sequence[Claim], context: Context) -> tuple[str, str]:
    """The message and the printable sentence of a finding. What is printed beside a draft names its sources, and whom they quote."""
    frame = context.policy.verdict(worst.row.verdict)
    told = _told(sides, worst, members, context)
    message = f"{_sentence('; '.join(told))} {frame.of_many if len(told) > 2 and frame.of_many else frame.message}"
    sources = [claim for claim in members if claim.article != context.draft]
    if len(sources) < len(members):
        told = _told(sides, worst, sources, context, spoken=True)
        if len(told) < 2:
            return message, _sentence("; ".join(told))
    return message, frame.sayable.format(sides="; ".join(told))


def _told(sides: Sequence[Camp], worst: Ruling, members: Sequence[Claim], context: Context, spoken: bool = False) -> list[str]:
    """What each camp says in words, by those of its claims that are among the members; ``spoken`` names whom the articles quote."""
    if not members:
        return []
    form = context.policy.question(members[0].attribute, members[0].unit, passport.scope(members[0], context))
    by_id = {claim.id: claim for claim in members}
    told: list[str] = []
    spoken = spoken or worst.row.verdict in ("attributed", "omits")
    taken: set[str] = set()
    inside = False
    for camp in sides:
        claims = [by_id[i] for i in camp.claims if i in by_id]
        if not claims:
            continue
        own = [claim for claim in claims if claim.id not in taken]
        if not own and len(claims) < len(camp.claims):
            continue  # what the draft alone said, beside a source that has been told
        taken |= set(camp.claims)
        # Who said "at least 12" did not say 15, though both are in one camp: each value is told of those who gave it.
        groups: dict[Value, list[Claim]] = {}
        for claim in _firmest(own or claims[:1], context, spoken):
            groups.setdefault(claim.value, []).append(claim)
        clauses: list[str] = []
        for value, group in groups.items():
            words = claim_words(group[0], _unit(group))
            if isinstance(value, Quantity) and all(claim.additional for claim in group):
                words = f"{words} more"
            first = group[0]
            # a departure is no crash, a death no arrest, a plea no charge
            parted = first.attribute in ("time", "detail") or (first.attribute == "date" and not first.event)
            scope = passport.scope(first, context) if parted else ""
            names = question_names(group[0], passport.population(group[0], context), scope, context)
            said = (form.brief if told or clauses else form.says).format(value=words, **names).strip()
            again = len({claim.article for claim in members}) == 1 and (told or clauses)
            if again and not (spoken and group[0].attributed_to):
                speaker = "elsewhere" if inside else "elsewhere in the same article"  # another outlet's it is not
                inside = True
            else:
                speaker = subject(group, context, spoken)
            clauses.append(f"{speaker}{':' if speaker[-1].isdigit() and said[:1].isdigit() else ''} {said}")  # "article 002: 5"
        told.append(join(clauses))
    return told


def _firmest(claims: Sequence[Claim], context: Context, spoken: bool) -> list[Claim]:
    """The claims of one camp without the looser figures of who gives a firm one there too: of "at least 22" and "22" the latter is told."""
    firm = {(subject([claim], context, spoken), claim.additional) for claim in claims if _exact(claim)}
    return [claim for claim in claims if _exact(claim) or (subject([claim], context, spoken), claim.additional) not in firm]


def _exact(claim: Claim) -> bool:
    return not isinstance(claim.value, Quantity) or claim.value.exact


def _unit(claims: Sequence[Claim]) -> str:
    return next((claim.unit for claim in claims if claim.unit), "")


def _sentence(text: str) -> str:
    return f"{begun(text)}." if text else ""
