"""Crowds: days of which so many articles tell that what happenings share by chance says nothing.

Takes profiles; tells which of them stand in a crowd. Among five articles that somebody laid side by side, two shootings of one day and
country are one shooting; among the thousands of a day there always is another, and one with as many dead, or that befell police officers
too. What is common in the set tells nothing, as a common word does in a search (Spärck Jones, "A statistical interpretation of term
specificity", 1972).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from discrepancy.link.profiles import Profile
from discrepancy.rulebook.kinds.linking import LinkThreshold
from discrepancy.rulebook.schema import Rulebook

COMMON = frozenset(("country", "month", "victims", "weapon", "killed", "injured", "missing"))
"""Attributes that strangers in a crowd share by chance."""


def crowded(found: Sequence[Profile], rules: Rulebook) -> list[bool]:
    """For each profile whether as many articles as make a crowd are chiefly about something of its days, or of a day that nobody knows."""
    limits = rules.of(LinkThreshold)[0]
    leads = {profile.mention.article: profile for profile in found if profile.lead}
    spans = [span for profile in leads.values() if (span := profile.span)]
    firsts, lasts = sorted(first for first, _ in spans), sorted(last for _, last in spans)
    undated = len(leads) - len(spans)

    def met(profile: Profile) -> int:
        span = profile.span
        if span is None:
            return len(leads)
        begun = bisect_right(firsts, span[1] + limits.near_days)
        over = bisect_left(lasts, span[0] - limits.near_days)
        return begun - over + undated

    return [met(profile) >= limits.crowd for profile in found]
