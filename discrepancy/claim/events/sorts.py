"""The types of events of which something holds, as their rules say it.

Takes the rulebook; gives the names of types by sort.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import get_args

from discrepancy.rulebook.kinds.events import EventType, Sort
from discrepancy.rulebook.schema import Rulebook


def types_of(rules: Rulebook, sort: Sort) -> frozenset[str]:
    """The types of a sort.

    >>> from discrepancy.rulebook import rulebook
    >>> sorted(types_of(rulebook(), "meeting"))
    ['talks', 'visit']
    """
    return _sorted(rules)[sort]


@cache
def _sorted(rules: Rulebook) -> Mapping[Sort, frozenset[str]]:
    return {sort: frozenset(kind.type for kind in rules.of(EventType) if sort in kind.sorts) for sort in get_args(Sort)}
