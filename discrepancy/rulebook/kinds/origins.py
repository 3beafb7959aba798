"""When two articles say the same because one source stands behind both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from discrepancy.rulebook.schema import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginLimits(Rule):
    """``shingle``: words in one shingle; ``copy``: the share of the shorter text's shingles found in the other from which two texts are
    copies; ``wording``: words running that two claims' sentences must share for one wording."""

    needs_examples: ClassVar[bool] = False

    shingle: int
    copy: float
    wording: int
