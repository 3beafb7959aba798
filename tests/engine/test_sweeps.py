"""A process that is ours alone searches for garbage seldom; one that only uses the package keeps its own habit."""

from __future__ import annotations

import gc
import subprocess
import sys
from typing import Any

from discrepancy.engine.local import workers
from discrepancy.rulebook import Rulebook, rulebook


def threshold(task: Any, rules: Rulebook) -> int:
    return gc.get_threshold()[0]


def test_a_worker_and_the_command_line_search_seldom() -> None:
    with workers(rulebook(), 1) as at:
        (done,) = at(threshold, [0])
    assert done.value > 10_000
    line = "import gc, sys; from discrepancy.cli import main; sys.exit = lambda code: print(gc.get_threshold()[0]); main(['--version'])"
    told = subprocess.run([sys.executable, "-c", line], capture_output=True, text=True, check=True)
    assert int(told.stdout.split()[-1]) > 10_000


def test_whoever_uses_the_package_keeps_his_own_habit() -> None:
    line = "import gc; before = gc.get_threshold(); import discrepancy; discrepancy.rulebook(); assert gc.get_threshold() == before"
    subprocess.run([sys.executable, "-c", line], check=True)
