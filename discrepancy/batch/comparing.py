"""The articles of a bucket held against each other.

Takes a task that names the plan of a bucket and the files that hold its articles; writes its findings, most serious first. The answers are
those of :func:`discrepancy.pipeline.check`, by the same functions. A task may be done twice: the same file comes out.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path

from discrepancy.annotate.places import gazetteer
from discrepancy.batch.noting import ToNote, note_spellings
from discrepancy.batch.packing import text_of, unpack
from discrepancy.batch.parts import rows_where, write
from discrepancy.batch.tables import FOUND, found_row
from discrepancy.compare import answered, in_order, seriousness
from discrepancy.compare.context import context
from discrepancy.compare.policy import policy
from discrepancy.compare.questions import Unit
from discrepancy.link.holding import Holding
from discrepancy.link.origins import Sought
from discrepancy.model.claims import Claim, EventMention, NameKind
from discrepancy.model.text import Document
from discrepancy.report.keys import article_key, claim_key, source_name
from discrepancy.review.decisions import RuledClaim
from discrepancy.rulebook.schema import Rulebook


@dataclass(frozen=True, slots=True)
class ToCompare:
    """One bucket to be compared into ``to``: ``plan`` says what is asked, ``shuffled`` are the files that hold its articles."""

    bucket: str
    plan: Path
    shuffled: tuple[Path, ...]
    to: Path


def find(task: ToCompare | ToNote, rules: Rulebook) -> int:
    """The findings of a bucket, or the notes on spelling of the set; gives how many articles were compared."""
    return note_spellings(task, rules) if isinstance(task, ToNote) else compare_bucket(task, rules)


def compare_bucket(task: ToCompare, rules: Rulebook) -> int:
    """The findings of one bucket, most serious first; gives how many articles were compared."""
    plan = json.loads(task.plan.read_bytes())
    documents: list[Document] = []
    claims: list[Claim] = []
    mentions: list[EventMention] = []
    kinds: dict[str, NameKind] = {}
    for path in task.shuffled:
        for row in rows_where(path, "bucket", task.bucket):
            own, told, seen, named = unpack(row["packed"])
            documents.append(replace(own, text=text_of(row["text"])))
            claims += told
            mentions += seen
            kinds |= named
    documents.sort(key=lambda one: one.id)
    ordered = in_order(claims)
    known = context(
        ordered, unpack(plan["events"].encode()), kinds, documents, rules,
        origins=Sought(documents, ordered, rules), aligned_by=Holding(plan["holding"]), mentions=mentions,
        contains=gazetteer(rules).contains, draft="", called=plan["called"],
    )  # fmt: skip
    units: set[Unit] | None = {(sort, name, attribute) for sort, name, attribute in plan["units"]} if plan["units"] is not None else None
    _, _, found = answered(known, units, set(plan["checked"]), agreeing=False)
    by_id = {one.id: one for one in documents}
    articles = {one.id: article_key(one) for one in documents}
    keyed: dict[str, RuledClaim] = {}
    for id in dict.fromkeys(id for finding in found for camp in finding.camps for id in camp.claims):
        own = by_id[known.claims[id].article]
        keyed[id] = RuledClaim(claim_key(known.claims[id], articles[own.id], own.text), articles[own.id], source_name(own))
    each = {(finding.id, finding.camps): finding for finding in found}.values()
    form = policy(rules)
    write(
        task.to, FOUND,
        (
            found_row(finding, known.claims, by_id, keyed, articles.get(finding.question.article, ""))
            for finding in sorted(each, key=lambda one: seriousness(one, form))
        ),
    )  # fmt: skip
    return len(documents)
