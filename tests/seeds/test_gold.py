"""The seed sets hold what their gold says they hold, and none of them copies a published article.

Takes the files of ``seeds/`` and, of the package, its vocabulary. Does not know whether a gold is right, only that it
can be read: every needle stands once where it should, every expression within its needle, every verdict a known one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from operators import article_files, changes

from discrepancy.model.claims import Attribute
from discrepancy.model.findings import LEVELS, Verdict

ROOT = Path(__file__).resolve().parents[2]
PUBLISHED = ROOT.parent / "shared" / "seeds"
SETS = sorted(path.parent for path in (ROOT / "seeds").glob("*/gold.yaml"))
MAIN = ROOT / "seeds" / "pakistan-iran-2024"
COPIED = 12
"""So many words running are no coincidence."""

each_set = pytest.mark.parametrize("folder", SETS, ids=lambda folder: folder.name)


def gold_of(folder: Path) -> dict[str, Any]:
    """The gold of a set, parsed."""
    loaded: dict[str, Any] = yaml.safe_load((folder / "gold.yaml").read_text(encoding="utf-8"))
    return loaded


def needles(gold: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Every needle of a gold: item, article, words."""
    for section in ("must_flag", "may_flag", "must_not_flag"):
        for item in gold[section]:
            for position in item.get("positions", [item]):
                for key, needle in position.get("in", {}).items():
                    yield item["id"], key, needle
            for key, needle in item.get("reason", {}).items():
                yield item["id"], key, needle
    for fact in gold["facts"]:
        for key, here in fact["in"].items():
            yield fact["id"], key, here["needle"]


def test_there_are_the_sets_the_cases_ask_for() -> None:
    cases = [folder.name for folder in SETS if folder.name.startswith("case-")]
    assert [name[:7] for name in cases] == [f"case-{number:02}" for number in range(1, 13)]
    assert {"pakistan-iran-2024", "kerman-2024"} <= {folder.name for folder in SETS}


@each_set
def test_every_needle_stands_once_in_its_article(folder: Path) -> None:
    texts = {key: path.read_text(encoding="utf-8") for key, path in article_files(folder).items()}
    counted = {(item, key, needle): texts[key].count(needle) for item, key, needle in needles(gold_of(folder))}
    assert {place: times for place, times in counted.items() if times != 1} == {}


@each_set
def test_articles_and_gold_name_each_other(folder: Path) -> None:
    gold = gold_of(folder)
    assert sorted(gold["articles"]) == sorted(article_files(folder))
    for section in ("must_flag", "may_flag", "must_not_flag", "must_note", "facts"):
        ids = [item["id"] for item in gold[section]]
        assert len(ids) == len(set(ids)), section
    for item in [*gold["must_flag"], *gold["facts"]]:
        assert item.get("event", next(iter(gold["events"]))) in gold["events"], item["id"]
    assert (folder / "SOURCE.md").read_text(encoding="utf-8").startswith("# ")


@each_set
def test_gold_speaks_the_vocabulary(folder: Path) -> None:
    gold = gold_of(folder)
    for item in gold["must_flag"]:
        verdicts = item["verdict"] if isinstance(item["verdict"], list) else [item["verdict"]]
        assert set(verdicts) <= set(get_args(Verdict)), item["id"]
        assert item["level"] in LEVELS, item["id"]
        assert len(item["positions"]) > 1, item["id"]
    for item in [*gold["must_flag"], *gold["may_flag"], *gold["facts"]]:
        attributes = item["attribute"] if isinstance(item["attribute"], list) else [item["attribute"]]
        assert set(attributes) <= set(get_args(Attribute)), item["id"]


@each_set
def test_every_spelling_to_note_is_printed(folder: Path) -> None:
    texts = {key: path.read_text(encoding="utf-8").replace("\u00a0", " ") for key, path in article_files(folder).items()}
    for item in gold_of(folder)["must_note"]:
        for key, spelling in item["spellings"].items():
            assert spelling in texts[key], (item["id"], key)
        for spelling in item.get("also", []):
            assert any(spelling in text for text in texts.values()), (item["id"], spelling)


@each_set
def test_facts_are_stated_by_two_articles_in_exact_words(folder: Path) -> None:
    for fact in gold_of(folder)["facts"]:
        assert len(fact["in"]) > 1, fact["id"]
        for key, here in fact["in"].items():
            assert here["needle"].count(here["expr"]) == 1, (fact["id"], key)
        values = {str(here.get("value", fact["value"])) for here in fact["in"].values()}
        if fact["attribute"] != "place":  # a place inside a place is no dispute
            assert (len(values) > 1) == fact.get("disputed", False), fact["id"]


@each_set
def test_a_seed_settles_the_changes_and_each_touches_its_words_only(folder: Path) -> None:
    drawn = list(changes(folder, 7))
    assert drawn == list(changes(folder, 7))
    stated = [(fact["id"], key) for fact in gold_of(folder)["facts"] for key in fact["in"]]
    assert sorted({(change.fact, change.article[:3]) for change in drawn}) == sorted(stated)
    for change in drawn:
        text = (folder / "articles" / change.article).read_text(encoding="utf-8")
        changed = change.apply(text)
        assert changed != text, change
        first, last = change.edits[0].start, change.edits[-1].end
        assert changed[:first] == text[:first], change
        assert changed.endswith(text[last:]), change
        assert change.unshift(len(changed)) == len(text), change


def test_the_main_set_yields_enough_changes() -> None:
    assert sum(not change.neutral for change in changes(MAIN, 1)) >= 60


def test_no_article_copies_a_published_one() -> None:
    published = sorted(PUBLISHED.glob("*.txt"))
    if not published:
        pytest.skip(f"NOT CHECKED FOR COPYING: the published articles are not in {PUBLISHED}")
    runs = {run for path in published for run in runs_of(path.read_text(encoding="utf-8"))}
    for folder in SETS:
        for path in article_files(folder).values():
            for line in path.read_text(encoding="utf-8").splitlines():  # date stamps are facts; lines keep them apart
                copied = [" ".join(run) for run in runs_of(line) if run in runs]
                assert not copied, f"{path.relative_to(ROOT)} copies: {copied[0]}"


def runs_of(text: str) -> Iterator[tuple[str, ...]]:
    """Every run of words as long as :data:`COPIED`, without case and punctuation."""
    words = re.findall(r"\w+", text.casefold())
    return (tuple(words[at : at + COPIED]) for at in range(len(words) - COPIED + 1))
