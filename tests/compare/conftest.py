"""The strategies of tests/notation serve here too; one rulebook, policy and lexicon for all tests of the stage."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from discrepancy.compare.lexicon import Lexicon
from discrepancy.compare.policy import Policy, policy
from discrepancy.rulebook import Rulebook, rulebook, rules_folder

sys.path.append(str(Path(__file__).parents[1] / "notation"))


@pytest.fixture(scope="session")
def book() -> Rulebook:
    return rulebook(base=rules_folder() / "compare")


@pytest.fixture(scope="session")
def rules(book: Rulebook) -> Policy:
    return policy(book)


@pytest.fixture(scope="session")
def lexicon(book: Rulebook) -> Lexicon:
    return Lexicon(book)
