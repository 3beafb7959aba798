"""Where stages run, and nothing else.

An engine is a context that gives a :data:`Run`: work and tasks in, outcomes out as they come. There are two, with the same signature:
:func:`discrepancy.engine.local.workers` on one machine, :func:`discrepancy.engine.dask.workers` on a cluster. What a task gives may not
depend on where it ran, nor on what ran beside it.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from discrepancy.rulebook import rulebook
from discrepancy.rulebook.schema import Rule, Rulebook

Work = Callable[[Any, Rulebook], Any]
"""A function of a module, called with a task and the rules; task and result can be pickled."""

Sources = tuple[tuple[str, ...], tuple[str, ...], tuple[Rule, ...]]
"""What a rulebook was made of: folders, files of aliases, rules from no file. All of it travels to another process."""


@dataclass(frozen=True, slots=True)
class Done:
    """A task and what became of it: its ``value``, or ``lost`` where the process that worked on it died, twice."""

    task: Any
    value: Any = None
    lost: bool = False


Run = Callable[[Work, Iterable[Any]], Iterator[Done]]
"""Runs work on tasks, a few at a time, and gives the outcomes in the order in which they are done. An exception of the work comes
through."""


_SWEEPS = (50_000, 20, 100)
"""Objects made between two searches for garbage, and how many of those go by before older objects are searched too."""


def sweep_seldom() -> None:
    """Lets a process that is ours alone search for cycles of dead objects seldom. Rules, claims and findings are trees and free themselves;
    looking through them again and again costs a tenth of a large check."""
    gc.set_threshold(*_SWEEPS)


def sources(rules: Rulebook) -> Sources:
    """What another process needs to load the same rules."""
    return rules.folders, rules.aliases, rules.own


@cache
def rules_from(made_of: Sources) -> Rulebook:
    """The rulebook of a worker process, loaded once."""
    folders, aliases, own = made_of
    return rulebook(Path(folders[1]) if len(folders) > 1 else None, base=Path(folders[0]), aliases=aliases, own=own)
