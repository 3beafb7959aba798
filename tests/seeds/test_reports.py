"""What the tool reports of each seed set is what the set's gold asks of it: nothing missed, nothing merged, no alarm besides.

Takes articles and gold of ``seeds/``, and of the published articles they stand for where these lie beside the repository.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from test_score import SETS, scorer

from discrepancy import check, read, rulebook
from discrepancy.report.json import as_json


def told(articles: Path, gold: Path) -> list[str]:
    """What the scorer says of the report on some articles, line by line; empty where the report is what the gold asks for."""
    score = scorer.score(as_json(check(read([str(articles)]), rulebook())), yaml.safe_load(gold.read_text(encoding="utf-8")))
    return [] if score.passed(0) else list(scorer.lines_of(score, 0))


@pytest.mark.parametrize("folder", SETS, ids=lambda folder: folder.name)
def test_the_report_on_a_seed_set_is_what_its_gold_asks_for(folder: Path) -> None:
    assert told(folder / "articles", folder / "gold.yaml") == []


def test_so_is_the_report_on_the_published_articles(shared: Path) -> None:
    assert told(shared / "seeds", shared / "seeds" / "gold.yaml") == []
