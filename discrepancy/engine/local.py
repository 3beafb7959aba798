"""One machine: the stages that work on one article, in this process or in several.

Takes documents and a rulebook; gives one reading a document, in their order. The answers are the same for any number of processes.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import cache, partial
from pathlib import Path

from discrepancy.annotate.layers import annotate
from discrepancy.claim import read_claims
from discrepancy.model.claims import Reading
from discrepancy.model.text import Document
from discrepancy.rulebook import rulebook
from discrepancy.rulebook.schema import Rule, Rulebook

_FEW = 8
"""Documents below which another process costs more than it saves: each has to load the rules."""

Sources = tuple[tuple[str, ...], tuple[str, ...], tuple[Rule, ...]]
"""What a rulebook was made of: folders, files of aliases, rules from no file. All of it travels to another process."""


def readings(documents: Sequence[Document], rules: Rulebook, jobs: int = 1, near: date | None = None) -> tuple[Reading, ...]:
    """What each article says, in the order of ``documents``; ``near`` as :func:`discrepancy.claim.read_claims` takes it."""
    if jobs <= 1 or len(documents) < _FEW:
        return tuple(read_claims(annotate(document, rules), rules, near) for document in documents)
    chunk = max(1, len(documents) // (4 * jobs))
    sources = (rules.folders, rules.aliases, rules.own)
    with ProcessPoolExecutor(jobs) as pool:
        return tuple(pool.map(partial(_read, sources=sources, near=near), documents, chunksize=chunk))


def _read(document: Document, sources: Sources, near: date | None) -> Reading:
    rules = _rules(sources)
    return read_claims(annotate(document, rules), rules, near)


@cache
def _rules(sources: Sources) -> Rulebook:
    """The rulebook of a worker process, loaded once."""
    folders, aliases, own = sources
    return rulebook(Path(folders[1]) if len(folders) > 1 else None, base=Path(folders[0]), aliases=aliases, own=own)
