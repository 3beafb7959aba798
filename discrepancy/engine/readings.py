"""Articles read to claims, in this process or in several.

Takes documents and the rules; gives what each article says. The answers are the same for any number of processes.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from discrepancy.claim import read_article
from discrepancy.engine import Sources, rules_from, sources, sweep_seldom
from discrepancy.model.claims import Reading
from discrepancy.model.text import Document
from discrepancy.rulebook.schema import Rulebook

_FEW = 8
"""Documents below which another process costs more than it saves: each has to load the rules."""


def readings(documents: Sequence[Document], rules: Rulebook, jobs: int = 1, near: date | None = None) -> tuple[Reading, ...]:
    """What each article says, in the order of ``documents``; ``near`` as :func:`discrepancy.claim.read_article` takes it."""
    if jobs <= 1 or len(documents) < _FEW:
        return tuple(read_article(document, rules, near) for document in documents)
    chunk = max(1, len(documents) // (4 * jobs))
    from concurrent.futures import ProcessPoolExecutor  # a few articles need none, and a check of five loads nothing that it does not need

    with ProcessPoolExecutor(jobs, initializer=sweep_seldom) as pool:
        return tuple(pool.map(partial(_read, made_of=sources(rules), near=near), documents, chunksize=chunk))


def _read(document: Document, made_of: Sources, near: date | None) -> Reading:
    return read_article(document, rules_from(made_of), near)
