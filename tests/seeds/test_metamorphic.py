"""One fact changed, one question moved: the checker held against every gold fact that at least two articles state.

Takes the seed sets and the changes of :mod:`operators`; checks a set before and after each change through the public
API. Two findings are the same when attribute, verdict and camps (values and articles) are. Findings that differ are
gathered into questions: same attribute, evidence in the same words. A question is excused when it rests, by its
``depends_on``, on a claim of the question that was to move; a note on spellings is excused when a name was changed.

What it does not know: whether the finding about a change is worded well, or its verdict right.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from operators import Change, changes

from discrepancy import check, read, rulebook

ROOT = Path(__file__).resolve().parents[2]
MAIN = ROOT / "seeds" / "pakistan-iran-2024"
OTHERS = sorted(path.parent for path in (ROOT / "seeds").glob("*/gold.yaml") if path.parent != MAIN)
SEED = 20240118
SHARE, SAMPLE_SHARE = 0.95, 0.9
"""Of all changes, and of the sample: the share that must be as it should be."""
EACH = 4
"""Of so many changes one is in the sample."""
MOST, ATTRIBUTES = 150, 12
"""Changes of fact, and the attributes among them, that the sets must yield."""
NAMES = {"place", "target", "name"}
"""Attributes whose change is a change of names, so that the register of spellings moves with them."""
ANSWERS = {"name": {"name", "role", "actor"}}
"""Under which attributes a report may ask who holds an office; all other facts are asked for under their own."""

UNRELATED = """Title: Bakery fire in Lisbon leaves 12 injured
Source: Harbour Times
Published: 2024-01-19

A fire in a bakery in Lisbon injured 12 people on Thursday, the fire brigade said. Two of them are children.

The fire broke out shortly after four in the morning on January 18 and destroyed 30 square metres of roof.
"""

Place = tuple[str, int, int]
"""Article and stretch of text, in the coordinates of the set before the change."""


@dataclass(frozen=True)
class Found:
    """A finding in terms that two reports share. Equal ones have equal ``face``; the rest says where it stands."""

    face: tuple[str, str, frozenset[tuple[str, frozenset[str]]]]
    places: frozenset[Place]
    rests_on: frozenset[Place]
    articles: frozenset[str]

    @property
    def attribute(self) -> str:
        """What the finding is about."""
        return self.face[0]

    def shown(self) -> str:
        """The finding in a few words, for the table."""
        camps = " / ".join(f"{value} in {','.join(sorted(a[:3] for a in arts))}" for value, arts in sorted_camps(self))
        return f"{self.face[0]} {self.face[1]}: {camps}"


def sorted_camps(found: Found) -> list[tuple[str, frozenset[str]]]:
    """The camps in a fixed order."""
    return sorted(found.face[2], key=lambda camp: (camp[0], sorted(camp[1])))


@cache
def rules() -> Any:
    """The rules as shipped, loaded once."""
    return rulebook()


def checked(paths: Iterable[Path], change: Change | None = None, without: str = "") -> Counter[Found]:
    """The findings on the articles at ``paths``; those of the article ``without`` alone, and its name, left out."""
    report = check(read([str(path) for path in paths]), rules())
    assert not report.unreadable, report.unreadable
    names = {article.id: Path(article.path).name for article in report.articles}
    claims = {claim.id: claim for claim in report.claims}

    def place(claim_id: str) -> Place:
        claim = claims[claim_id]
        name, span = names[claim.article], claim.evidence.span
        if change and name == change.article:
            end = change.unshift(span.end)
            return name, min(change.unshift(span.start), end - 1), end
        return name, span.start, span.end

    found: Counter[Found] = Counter()
    for finding in report.findings:
        camps = []
        for camp in finding.camps:
            articles = frozenset(names[claims[claim].article] for claim in camp.claims) - {without}
            if articles or not without:
                camps.append((camp.value, articles))
        if camps and not (without and names.get(finding.question.article) == without):
            found[
                Found(
                    (finding.question.attribute, finding.verdict, frozenset(camps)),
                    frozenset(place(claim) for camp in finding.camps for claim in camp.claims),
                    frozenset(place(claim) for claim in finding.depends_on),
                    frozenset(name for _, articles in camps for name in articles),
                )
            ] += 1
    return found


def faces(findings: Counter[Found]) -> Counter[Any]:
    """The findings without the places where they stand."""
    counted: Counter[Any] = Counter()
    for finding, times in findings.items():
        counted[finding.face] += times
    return counted


def articles_of(folder: Path) -> list[Path]:
    """The articles of a set, in the order of their names."""
    return sorted((folder / "articles").glob("*.txt"))


@cache
def before(folder: Path) -> Counter[Found]:
    """The findings on a set as it stands."""
    return checked(articles_of(folder))


def after(change: Change, folder: Path, scratch: Path) -> Counter[Found]:
    """The findings on a set with one change made, in a copy of it."""
    copy = scratch / "articles"
    shutil.copytree(folder / "articles", copy)
    article = copy / change.article
    article.write_text(change.apply(article.read_text(encoding="utf-8")), encoding="utf-8")
    findings = checked(sorted(copy.glob("*.txt")), change)
    shutil.rmtree(copy)
    return findings


def meet(some: Iterable[Place], others: Iterable[Place]) -> bool:
    """True when a stretch of one side shares a character with one of the other."""
    others = list(others)
    return any(a == b and start < stop and begin < end for a, start, end in some for b, begin, stop in others)


def questions(findings: Iterable[Found]) -> list[list[Found]]:
    """Findings gathered by attribute and common evidence: one question each."""
    groups: list[list[Found]] = []
    for finding in findings:
        mine = [g for g in groups if any(o.attribute == finding.attribute and meet(o.places, finding.places) for o in g)]
        groups = [group for group in groups if group not in mine] + [[finding, *(f for group in mine for f in group)]]
    return groups


def moved(change: Change, old: Counter[Found], new: Counter[Found]) -> list[Found]:
    """The findings that one report has and the other has not."""
    had, has = faces(old), faces(new)
    unlike = [f for f in old if had[f.face] > has[f.face]] + [f for f in new if has[f.face] > had[f.face]]
    spared = change.attribute in NAMES and not change.neutral
    return [finding for finding in unlike if not (spared and finding.face[1] == "variant")]


def fault(change: Change, old: Counter[Found], new: Counter[Found]) -> str:
    """What is wrong with the report after a change; "" when nothing is."""
    groups = questions(moved(change, old, new))
    if change.neutral:
        return "moved " + "; ".join(group[0].shown() for group in groups) if groups else ""
    words = [(change.article, edit.start, edit.end) for edit in change.edits]
    attributes = ANSWERS.get(change.attribute, {change.attribute})
    asked = [g for g in groups if g[0].attribute in attributes and any(meet(f.places, words) for f in g)]
    if not asked:
        return "no question" + (", but " + "; ".join(group[0].shown() for group in groups) if groups else "")
    ground = words + [place for finding in asked[0] for place in finding.places]
    rest = [group for group in groups if group is not asked[0] and not any(meet(f.rests_on, ground) for f in group)]
    return "also " + "; ".join(group[0].shown() for group in rest) if rest else ""


def table(faults: list[tuple[Change, str]], total: int, title: str) -> str:
    """What failed and why, one change a line."""
    lines = [f"{title}: {total - len(faults)} of {total} changes as they should be"]
    for change, why in faults:
        lines.append(f"  {change.fact:32} {change.article[:8]}  {change.operator:28} {change.said[:60]:60}  {why}")
    return "\n".join(lines)


def shares(picked: Iterable[tuple[Path, Change]], scratch: Path) -> dict[bool, tuple[str, float]]:
    """For changes of fact (False) and for other words of the same (True): what failed, as a table, and the share that did not."""
    outcome = [(change, fault(change, before(folder), after(change, folder, scratch))) for folder, change in picked]
    found = {}
    for title, neutral in (("facts changed", False), ("facts kept, in other words", True)):
        chosen = [(change, why) for change, why in outcome if change.neutral is neutral]
        faults = [(change, why) for change, why in chosen if why]
        found[neutral] = table(faults, len(chosen), title), 1 - len(faults) / len(chosen)
    return found


def every_change() -> list[tuple[Path, Change]]:
    """All changes of all sets, in a fixed order."""
    return [(folder, change) for folder in (MAIN, *OTHERS) for change in changes(folder, SEED)]


def test_there_are_changes_enough_of_many_kinds() -> None:
    facts = [change for _, change in every_change() if not change.neutral]
    assert len(facts) >= MOST
    assert len({change.attribute for change in facts}) >= ATTRIBUTES


def test_a_changed_fact_moves_one_question_and_other_words_move_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = shares(every_change()[::EACH], tmp_path)
    with capsys.disabled():
        print("\n" + "\n".join(shown for shown, _ in found.values()))
    for shown, share in found.values():
        assert share >= SAMPLE_SHARE, shown


@pytest.mark.nightly
def test_of_all_changes_nearly_all_are_answered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = shares(every_change(), tmp_path)
    with capsys.disabled():
        print("\n" + "\n".join(shown for shown, _ in found.values()))
    for shown, share in found.values():
        assert share >= SHARE, shown


@pytest.mark.parametrize("folder", [MAIN, *OTHERS], ids=lambda folder: folder.name)
def test_the_order_of_files_changes_nothing(folder: Path) -> None:
    paths = articles_of(folder)
    assert faces(checked(reversed(paths))) == faces(before(folder))
    assert faces(checked(paths[1:] + paths[:1])) == faces(before(folder))


@pytest.mark.parametrize("folder", [MAIN, *OTHERS], ids=lambda folder: folder.name)
def test_an_unrelated_article_changes_nothing(folder: Path, tmp_path: Path) -> None:
    stranger = tmp_path / "900_bakery.txt"
    stranger.write_text(UNRELATED, encoding="utf-8")
    assert faces(checked([*articles_of(folder), stranger])) == faces(before(folder))


COPIES = [(folder, path.name) for folder in [MAIN, *OTHERS] for path in articles_of(folder)]


@pytest.mark.parametrize(("folder", "name"), COPIES, ids=[f"{folder.name}-{name[:3]}" for folder, name in COPIES])
def test_a_copy_of_an_article_changes_nothing(folder: Path, name: str, tmp_path: Path) -> None:
    copy = tmp_path / f"900_{name}"
    shutil.copy(folder / "articles" / name, copy)
    assert faces(checked([*articles_of(folder), copy], without=copy.name)) == faces(before(folder))
