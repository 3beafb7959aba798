"""How far apart two dates are.

Takes two dates of any precision; gives days. Knows no rules.
"""

from __future__ import annotations

from discrepancy.model.values import When


def days_apart(a: When, b: When) -> tuple[int | None, bool]:
    """Days between two dates, None when an end is open, and whether either is one certain day."""
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return None, False
    return max((b.first - a.last).days, (a.first - b.last).days, 0), a.first == a.last or b.first == b.last
