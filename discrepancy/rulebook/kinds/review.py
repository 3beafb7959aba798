"""Reasons that an editor can give for a ruling."""

from dataclasses import dataclass
from typing import ClassVar

from discrepancy.rulebook.schema import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewReason(Rule):
    """``label`` is what the editor reads, ``outcomes`` the rulings it can be given for ("dismissed", "deferred", …)."""

    needs_examples: ClassVar[bool] = False

    label: str
    outcomes: tuple[str, ...]
