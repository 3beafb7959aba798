"""The company two mentions keep: whether what they share is shared by strangers too, in a set of many articles.

Takes profiles; tells of names that two of them share whether others share just these. Knows nothing of kinds, days or tolls beside.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from discrepancy.link.profiles import Profile
from discrepancy.link.ties import proper
from discrepancy.rulebook.kinds.linking import LinkThreshold
from discrepancy.rulebook.schema import Rulebook

_HALF_A_YEAR = 182
"""Days that are taken for granted where the articles that share something lie close together: what is told of in two weeks of a month may
be one thing that goes on."""


class Company:
    """How often articles of the set share by chance just what two of them share.

    A town that is told of once is a tie; one in which somebody is shot every week is none, nor is the party of a war, unless both articles
    name something more. What is held together is counted together: a country's army and its capital are not two ties.
    """

    def __init__(self, found: Sequence[Profile], rules: Rulebook) -> None:
        limits = rules.of(LinkThreshold)[0]
        self._stretch, self._most = limits.far_days, limits.chance
        holders: dict[str, set[str]] = {}
        self._days: dict[str, int] = {}
        for profile in found:
            article, days = profile.mention.article, [w.first for w in profile.dates if w.first is not None and w.last is not None]
            for name in (*named(profile), *(profile.names if profile.lead else ())):
                holders.setdefault(name, set()).add(article)
            if profile.lead and days:
                self._days[article] = min(days).toordinal()
        self._holders = holders
        self._known: dict[tuple[frozenset[str], bool], bool] = {}

    def rare(self, shared: Collection[str], dated: bool) -> bool:
        """Whether what two mentions share is so rare that strangers would hardly share it within some days; where one of the two is not
        ``dated``, at any time."""
        key = (frozenset(shared), dated)
        if key not in self._known:
            self._known[key] = bool(shared) and self._strangers(key[0], dated) <= self._most
        return self._known[key]

    def _strangers(self, shared: frozenset[str], dated: bool) -> float:
        """Of how many other happenings articles may be expected to tell that share this, within the days that two reports of one may lie
        apart. Happenings are counted in stretches of days, so that thirty reports of one are one."""
        few, *others = sorted((self._holders.get(name, set()) for name in shared), key=len)
        days = sorted(self._days[article] for article in few.intersection(*others) if article in self._days)
        begun: list[int] = []
        for day in days:
            if not begun or day >= begun[-1] + self._stretch:
                begun.append(day)
        if not dated or len(begun) < 2:
            return len(begun) - 1
        # By the middle gap between them: a war of some months stays one though a report looks back by years.
        gaps = sorted(later - before for before, later in pairwise(begun))
        return len(gaps) * self._stretch / max(_HALF_A_YEAR, len(gaps) * gaps[len(gaps) // 2])


def named(profile: Profile) -> set[str]:
    """The places inside a country, the parties and the people of a mention, by their names."""
    mention = profile.mention
    return {*profile.narrow, *proper(mention.actors), *proper(mention.targets), *profile.people}
