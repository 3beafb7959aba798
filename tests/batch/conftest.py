"""One set of articles and its batch, for all tests that only look at it."""

from __future__ import annotations

from pathlib import Path

import pytest
from sets_of_articles import batch, put

from discrepancy.rulebook import Rulebook, rulebook


@pytest.fixture(scope="session")
def rules() -> Rulebook:
    return rulebook()


@pytest.fixture(scope="session")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return put(tmp_path_factory.mktemp("set") / "articles")


@pytest.fixture(scope="session")
def done(articles: Path, rules: Rulebook, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finished batch of these articles. Not to be changed."""
    to = tmp_path_factory.mktemp("batch") / "out"
    batch(articles, to, rules)
    return to
