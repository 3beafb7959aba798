"""What all tests share: where the repository lies, and the corpora beside it where a developer has them."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from hypothesis import settings

# What a submission must pass is the same each time; new examples are looked for on developers' machines and at night. No example has a
# deadline: on a busy machine it would fail a test that is right, and speed is measured in benchmarks/.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") == "true" else "here")

# A run in the background ignores Ctrl-C and hands that on to the programs it starts, whose answer to it is tested.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def repository() -> Path:
    """The checkout these tests belong to."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with articles and corpora that are not part of the repository; without it the test is skipped
    aloud.
    """
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip(f"{folder.name}/ with corpora of others does not lie beside the repository")
    return folder
