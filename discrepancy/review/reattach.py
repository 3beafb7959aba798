"""Rulings found again: which of them speak of a finding of this report, and what is new since.

Takes a report and decisions; gives standings, or the report with them in it. A pure function of both: no store, no
clock.

A ruling speaks of a finding when claims of at least two of its camps recur there (of all its camps when it has
fewer). What is in the finding besides is told apart so: a new claim in a camp that was ruled on is a *new source*,
mentioned, and the ruling stands; a camp whose value nobody ruled on is a *new value*, and the finding is open again
("reopened").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from discrepancy.model.findings import Finding, Report
from discrepancy.report.keys import article_key, claim_key, digest, source_name
from discrepancy.review.decisions import Decision, RuledCamp, RuledClaim, Ruling, State, effective


@dataclass(frozen=True, slots=True)
class Keyed:
    """A finding as a ruling sees it: camps of keyed claims, and the key of the one article of a self-check."""

    finding: str
    camps: tuple[RuledCamp, ...]
    article: str = ""

    @property
    def keys(self) -> frozenset[str]:
        """The keys of all its claims."""
        return frozenset(claim.key for camp in self.camps for claim in camp.claims)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a finding stands.

    ``decision`` is the ruling that speaks of it, None when nobody ruled. ``since`` says what is new since, one
    sentence each, and ``new_values`` the values that opened it again. ``lapsed`` is a ruling that spoke of it until a
    ruled sentence changed.
    """

    state: State = "open"
    decision: Decision | None = None
    since: tuple[str, ...] = ()
    new_values: tuple[str, ...] = ()
    lapsed: Decision | None = None


OPEN = Standing()


def keyed(report: Report) -> dict[str, Keyed]:
    """All findings of a report, by id, as rulings see them."""
    articles = {document.id: document for document in report.articles}
    article_keys = {id: article_key(document) for id, document in articles.items()}
    claims: dict[str, RuledClaim] = {}
    for claim in report.claims:
        document = articles.get(claim.article)
        if document is not None:
            own = article_keys[document.id]
            claims[claim.id] = RuledClaim(claim_key(claim, own, document.text), own, source_name(document))

    return {f.id: as_ruled(f, claims, article_keys.get(f.question.article, "")) for f in report.findings}


def as_ruled(finding: Finding, claims: Mapping[str, RuledClaim], article: str) -> Keyed:
    """A finding as rulings see it, from its claims by their ids; ``article`` is the key of the one article of a self-check."""

    def camp(value: str, ids: Sequence[str]) -> RuledCamp:
        asked = finding.question
        known = [claims[id] for id in ids if id in claims]
        if not known:  # a camp that names no claim is known by its question and value
            key = digest("camp", asked.attribute, asked.population, asked.scope, asked.text, value)
            known = [RuledClaim(key, "", "")]
        return RuledCamp(value, tuple(dict.fromkeys(known)))

    return Keyed(finding.id, tuple(camp(c.value, c.claims) for c in finding.camps), article)


class Rulings:
    """Rulings that count, ready to be asked which of them speaks of a finding: by the keys of their claims."""

    def __init__(self, decisions: Sequence[Decision]) -> None:
        self._by_key: dict[str, list[int]] = {}
        self._rulings: list[tuple[Decision, Ruling]] = []
        self.extend(effective(list(decisions)))

    def extend(self, decisions: Sequence[Decision]) -> None:
        """Takes in later decisions, in order and without an undo among them; for anything else begin anew."""
        for decision in decisions:
            if isinstance(decision.body, Ruling):
                place = len(self._rulings)
                self._rulings.append((decision, decision.body))
                for key in dict.fromkeys(claim.key for camp in decision.body.camps for claim in camp.claims):
                    self._by_key.setdefault(key, []).append(place)

    def standing(self, finding: Keyed) -> Standing:
        """Where ``finding`` stands: the last ruling that speaks of it decides."""
        keys = finding.keys
        places = sorted({place for key in keys for place in self._by_key.get(key, ())}, reverse=True)
        lapsed: Decision | None = None
        for place in places:
            decision, ruling = self._rulings[place]
            if ruling.article != finding.article:
                continue
            if recur(ruling.camps, keys):
                return _standing(decision, ruling, finding)
            if lapsed is None and _spoke_of(ruling, finding):
                lapsed = decision
        if lapsed is None:
            return OPEN
        return Standing("open", None, (_lapsed_sentence(lapsed, keys),), (), lapsed)


def recur(camps: Sequence[RuledCamp], keys: frozenset[str]) -> bool:
    """True when claims of at least two of the camps (of all, where there are fewer) are among ``keys``."""
    return sum(any(claim.key in keys for claim in camp.claims) for camp in camps) >= min(2, len(camps))


def successor(old: Keyed, fresh: Mapping[str, Keyed]) -> str:
    """The id of the finding of a later report that asks what ``old`` asked: the one with most of its claims; "" where
    none has claims of two of its camps.
    """
    met = [new for new in fresh.values() if new.article == old.article and recur(old.camps, new.keys)]
    return max(met, key=lambda new: (len(new.keys & old.keys), new.finding)).finding if met else ""


def _spoke_of(ruling: Ruling, finding: Keyed) -> bool:
    """True when two of its camps stand for articles that the finding still has: their sentences changed, or their
    reading did.
    """
    articles = {claim.article for camp in finding.camps for claim in camp.claims}
    return all(any(claim.article in articles for claim in camp.claims) for camp in ruling.camps)


def _standing(decision: Decision, ruling: Ruling, finding: Keyed) -> Standing:
    ruled_keys = {claim.key for camp in ruling.camps for claim in camp.claims}
    ruled_articles = {claim.article for camp in ruling.camps for claim in camp.claims}
    ruled_values = {camp.value for camp in ruling.camps}
    in_camps = Counter(claim.key for camp in finding.camps for claim in camp.claims)
    since: list[str] = []
    new_values: list[str] = []
    for camp in finding.camps:
        # A claim that fits two camps ("several") does not make a camp known.
        known = camp.value in ruled_values or any(claim.key in ruled_keys and in_camps[claim.key] == 1 for claim in camp.claims)
        fresh = [claim for claim in camp.claims if claim.key not in ruled_keys]
        if not known:
            new_values.append(camp.value)
            since.append(f"New value {camp.value}: {_named(camp.claims)}.")
            continue
        joined = [claim for claim in fresh if claim.article not in ruled_articles]
        reworded = [claim for claim in fresh if claim.article in ruled_articles]
        if joined:
            since.append(f"New source for {camp.value}: {_named(joined)}.")
        if reworded:
            since.append(f"Another sentence for {camp.value}: {_named(reworded)}.")
    for gone in ruling.camps:
        if not any(claim.key in in_camps for claim in gone.claims):
            since.append(f"No longer said as ruled: {gone.value} ({_named(gone.claims)}).")
    since = list(dict.fromkeys(since))
    state: State = ruling.outcome
    if new_values:
        state = "reopened"
    return Standing(state, decision, tuple(since), tuple(new_values))


def _named(claims: Iterable[RuledClaim]) -> str:
    names = list(dict.fromkeys(claim.source for claim in claims if claim.source))
    return ", ".join(names) or "a source without a name"


def _lapsed_sentence(decision: Decision, keys: frozenset[str]) -> str:
    assert isinstance(decision.body, Ruling)
    changed = [claim for camp in decision.body.camps for claim in camp.claims if claim.key not in keys and claim.source]
    return (
        f"An earlier ruling ({decision.body.outcome}, {decision.who}, {decision.at[:10]}) no longer holds: "
        f"the sentence ruled on changed in {_named(changed)}."
    )


def standings(report: Report, decisions: Sequence[Decision]) -> dict[str, Standing]:
    """Where every finding of ``report`` stands, by finding id."""
    rulings = Rulings(decisions)
    return {id: rulings.standing(finding) for id, finding in keyed(report).items()}


def apply(report: Report, decisions: Sequence[Decision]) -> Report:
    """``report`` with the state of each finding, who ruled so, and what is new since."""
    found = standings(report, decisions)
    return replace(report, findings=tuple(ruled(finding, found.get(finding.id, OPEN)) for finding in report.findings))


def ruled(finding: Finding, standing: Standing) -> Finding:
    """A finding with its standing."""
    body = standing.decision.body if standing.decision is not None and standing.state == "resolved" else None
    chosen = body.value if isinstance(body, Ruling) else ""
    return replace(finding, state=standing.state, ruled=sentence(standing), since=standing.since, chosen=chosen)


def sentence(standing: Standing) -> str:
    """Who ruled what, when and why, as one sentence; "" where nobody ruled."""
    decision = standing.decision
    if decision is None or not isinstance(decision.body, Ruling):
        return ""
    body = decision.body
    chosen = f" as {body.value}" if body.outcome == "resolved" else ""
    why = "; ".join(part for part in (body.reason, " ".join(body.note.split())) if part)
    return f"{body.outcome.capitalize()}{chosen} by {decision.who} on {decision.at[:10]}" + (f": {why}" if why else "") + "."


def ruling_on(
    finding: Finding,
    seen: Keyed,
    outcome: str,
    *,
    report: str = "",
    value: str = "",
    reason: str = "",
    note: str = "",
    batch: str = "",
) -> Ruling:
    """A ruling on ``finding`` as it stands in this report (``seen``), not yet taken by a store."""
    return Ruling(
        outcome=outcome,  # type: ignore[arg-type]  # checked by decisions.from_json on the way into the store
        camps=seen.camps,
        finding=finding.id,
        question=finding.question.text,
        attribute=finding.question.attribute,
        level=finding.level,
        verdict=finding.verdict,
        article=seen.article,
        report=report,
        value=value,
        reason=reason,
        note=note,
        batch=batch,
    )
