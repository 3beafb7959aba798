"""The pages of the seed sets: every value of metadata that a careful reader wrote down."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
import yaml

from discrepancy.ingest import read
from discrepancy.model.text import Document

ROOT = Path(__file__).resolve().parents[2]
SEEDS = sorted(path.parent for path in (ROOT / "seeds").glob("*/gold.yaml"))


def wrong(document: Document, gold: dict[str, object]) -> Iterator[str]:
    """What of the gold's metadata the document does not say."""
    for name in ("byline", "outlet", "dateline"):
        said = getattr(document, name)
        if name in gold and (said is None or said.value != gold[name]):
            yield f"{name}: {said}"
    for name in ("published", "updated"):
        said = getattr(document, name)
        if name in gold and (said.value.first if said else None) != day(gold[name]):
            yield f"{name}: {said}"
    if "credit" in gold and [credit.value for credit in document.credits] != [gold["credit"]]:
        yield f"credit: {document.credits}"


def day(stated: object) -> date | None:
    if stated is None or (isinstance(stated, date) and not isinstance(stated, datetime)):
        return stated
    return stated.date() if isinstance(stated, datetime) else datetime.fromisoformat(str(stated)).date()


def check_set(articles: Path, gold_file: Path) -> None:
    gold = yaml.safe_load(gold_file.read_text(encoding="utf-8"))["articles"]
    inputs = read(articles)
    assert inputs.unreadable == ()
    assert [document.id for document in inputs.documents] == sorted(gold)
    assert [fault for document in inputs.documents for fault in wrong(document, gold[document.id])] == []


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name)
def test_seed_sets(seed: Path) -> None:
    check_set(seed / "articles", seed / "gold.yaml")


def test_original_articles(shared: Path) -> None:
    check_set(shared / "seeds", shared / "seeds" / "gold.yaml")


def test_no_news_in_english_is_refused(shared: Path) -> None:
    import json

    from discrepancy.ingest import inputs_from_records

    with (shared / "bench" / "conflicts" / "docs.jsonl").open(encoding="utf-8") as opened:
        records = [record for line in opened if (record := json.loads(line))["text"].strip()]
    inputs = inputs_from_records(records)
    assert inputs.unreadable == ()
    assert len(inputs.documents) > 300
