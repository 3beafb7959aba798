"""What editors decided counts in a batch as it does in a check: the same rulings, merges, splits and house spellings, byte for byte."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from sets_of_articles import batch, findings

from discrepancy import check, read
from discrepancy.model.findings import Report
from discrepancy.report.json import finding_as_json
from discrepancy.review import chain
from discrepancy.review.constraints import mention_ids
from discrepancy.review.decisions import Body, Decision, House, Link
from discrepancy.review.reattach import keyed, ruling_on
from discrepancy.rulebook import Rulebook


@pytest.fixture(scope="module")
def report(articles: Path, rules: Rulebook) -> Report:
    """What a check of the same articles finds when nobody has decided anything."""
    return check(read(articles, rules), rules)


def taken(*bodies: Body) -> tuple[Decision, ...]:
    return tuple(
        chain.link(seq, f"d{seq}", f"2024-03-06T08:00:{seq:02d}.000000Z", "Mara", body, chain.ROOT) for seq, body in enumerate(bodies, 1)
    )


def of_events(report: Report, how: str, *ids: str) -> Link:
    """A link of two mentions, by their ids."""
    known = {id: key for key, own in mention_ids(report.articles, report.mentions).items() for id in own}
    left, right = (known[id] for id in ids)
    return Link("events", how, (left,), (right,))  # type: ignore[arg-type]


def split(report: Report) -> Link:
    """Parts two articles that were held against each other."""
    disputed = {finding.question.event for finding in report.findings if finding.level == "warning"}
    event = next(event for event in report.events if event.id in disputed and len(event.articles) == 2)
    article_of = {mention.id: mention.article for mention in report.mentions}
    first = event.mentions[0]
    return of_events(report, "different", first, next(id for id in event.mentions if article_of[id] != article_of[first]))


def merged(report: Report) -> Link:
    """Joins two stories that have nothing in common."""
    mains = [mention for mention in report.mentions if mention.main]
    event_of = {mention: event.id for event in report.events for mention in event.mentions}
    other = next(m for m in mains if event_of[m.id] != event_of[mains[0].id] and m.type == mains[0].type)
    return of_events(report, "same", mains[0].id, other.id)


def said(report: Report, what: str) -> Body:
    warning = next(finding for finding in report.findings if finding.level == "warning")
    noted = {finding.question.entity for finding in report.findings if finding.verdict == "variant"}
    spelled = next(entity for entity in report.entities if entity.name in noted and entity.kind == "person")
    one, other = (f"{spelled.kind}:{variant.text}" for variant in spelled.variants[:2])
    bodies: dict[str, Body] = {
        "ruling": ruling_on(warning, keyed(report)[warning.id], "dismissed", reason="other-scope"),
        "split": split(report),
        "merge": merged(report),
        "two names": Link("names", "different", (one,), (other,)),
        "house": House(spelled.kind, spelled.variants[-1].text, (spelled.variants[0].text,)),
    }
    return bodies[what]


def told(report: Report) -> list[dict[str, object]]:
    return [finding_as_json(finding) for finding in report.findings]


@pytest.mark.parametrize("what", ["ruling", "split", "merge", "two names", "house"])
def test_a_batch_heeds_what_a_check_heeds(what: str, report: Report, articles: Path, rules: Rulebook, tmp_path: Path) -> None:
    decisions = taken(said(report, what))
    wanted = told(check(read(articles, rules), rules, decisions))
    assert wanted != told(report)
    manifest, _, _ = batch(articles, tmp_path / "out", rules, decisions=decisions)
    assert findings(tmp_path / "out") == wanted
    assert manifest.decisions == {"count": 1, "head": decisions[-1].hash}


def test_decisions_do_again_what_they_touch(report: Report, articles: Path, rules: Rulebook, done: Path, tmp_path: Path) -> None:
    def again(bodies: Sequence[Body]) -> set[str]:
        """The stages that are done again in a finished batch, once these decisions were made."""
        out = Path(shutil.copytree(done, tmp_path / str(len(list(tmp_path.iterdir())))))
        _, _, seen = batch(articles, out, rules, decisions=taken(*bodies))
        return {name for name, kept in seen.kept().items() if not kept}

    assert again([said(report, "ruling")]) == set()
    assert again([said(report, "merge")]) >= {"outlines", "links"} and "readings" not in again([said(report, "merge")])
    assert "names" in again([said(report, "house")])


def test_a_finding_ruled_on_waits_for_nobody(report: Report, articles: Path, rules: Rulebook, done: Path, tmp_path: Path) -> None:
    warnings = [finding for finding in report.findings if finding.level == "warning"]
    known = keyed(report)
    every = taken(*(ruling_on(finding, known[finding.id], "dismissed") for finding in warnings))
    _, told_, _ = batch(articles, tmp_path / "out", rules, decisions=every)
    assert told_.levels["warning"] == len(warnings) and not told_.waiting.get("warning")
