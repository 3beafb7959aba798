"""Shell completion, as click offers it: the shell asks, the command answers with its verbs and options."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest


def asked(shell: str, **environment: str) -> str:
    """What the command answers to a shell."""
    command = [sys.executable, "-c", "from discrepancy.cli import main; main()"]
    done = subprocess.run(
        command, env={**os.environ, "_DISCREPANCY_COMPLETE": shell, **environment}, capture_output=True, text=True, check=True
    )
    return done.stdout


@pytest.mark.parametrize(
    ("shell", "says"),
    [("bash_source", "complete -o nosort"), ("zsh_source", "#compdef discrepancy"), ("fish_source", "complete --no-files")],
)
def test_each_shell_gets_its_script(shell: str, says: str) -> None:
    assert says in asked(shell)


def test_verbs_and_options_are_completed() -> None:
    assert asked("bash_complete", COMP_WORDS="discrepancy che", COMP_CWORD="1").split() == ["plain,check"]
    assert "plain,--baseline" in asked("bash_complete", COMP_WORDS="discrepancy check --ba", COMP_CWORD="2").split()
