"""Campaigns: sets whose articles tell of several happenings of one kind within days, a town here and a town there.

Takes profiles; tells of two of them whether they stand in a campaign and nothing that is theirs alone ties them. Five articles on air
strikes of one day, one on each of five towns, are five strikes, and the army, the province and the agency that all five name tie none to
another. What is common in the set tells nothing there, as in a crowd (:mod:`.crowds`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence

from discrepancy.link.kinds import kinds
from discrepancy.link.profiles import Profile
from discrepancy.link.ties import Evidence, finest, proper
from discrepancy.model.claims import Contains
from discrepancy.rulebook.kinds.linking import LinkThreshold
from discrepancy.rulebook.schema import Rulebook

_MONTH = 31
"""Days of a span that tells no day."""
_FEW = 2
"""Articles of a campaign that may tell of a name before it is everybody's; names by which two of them tell one story."""


_Company = tuple[tuple[str, ...], tuple[str, ...], frozenset[str]]
"""Places known to lie apart, places of which none is known to hold another, names that are everybody's."""


class Campaigns:
    """The profiles that lead an article, and how many happenings apart those of one kind and days are."""

    def __init__(self, found: Sequence[Profile], rules: Rulebook, contains: Contains) -> None:
        self._rules, self._contains = rules, contains
        self._leads = [profile for profile in found if profile.lead and profile.mention.type in kinds(rules).harmful]
        self._on: dict[int, list[Profile]] = defaultdict(list)
        self._loose: list[Profile] = []
        for lead in self._leads:
            span = lead.span
            if span is None or span[1] - span[0] > _MONTH:
                self._loose.append(lead)
            else:
                for day in range(span[0], span[1] + 1):
                    self._on[day].append(lead)
        self._told: dict[Hashable, _Company] = {}

    def strangers(self, a: Profile, b: Profile, seen: Sequence[Evidence], crowd: bool) -> bool:
        """Whether two profiles stand in a campaign, in a ``crowd`` in one of a party that both name, and share no town, street, person,
        high toll or story that is not everybody's there."""
        known = kinds(self._rules)
        if not {a.mention.type, b.mention.type} <= known.harmful - known.natural:
            return False
        limits = self._rules.of(LinkThreshold)[0]
        parties = frozenset(proper(a.mention.actors)) & frozenset(proper(b.mention.actors)) if crowd else None
        if parties is not None and not parties:
            return False
        apart, told, common = self._company(a, parties)
        if len(apart) < limits.campaign and len(told) < limits.campaign_names:
            return False
        if a.people & b.people or a.streets & b.streets or self._high_toll(a, b, seen):
            return False
        if any(item.attribute == "date" and item.likeness != "same" for item in seen):
            return True  # a town is hit on Monday and on Tuesday
        story = a.lead and b.lead and len((a.names & b.names) - common) >= _FEW
        return not story and not self._one_place(a, b, apart)

    def _company(self, a: Profile, parties: frozenset[str] | None) -> _Company:
        """Of what the set leads with that is of the kind and days of a profile, and of one of some ``parties``: the places of which each is
        known to be apart from all others, those of which none is known to hold another, and the names that more than a few of these
        articles tell of."""
        key = a.mention.type, a.span, parties
        if key not in self._told:
            beside = self._beside(a)
            if parties is not None:
                beside = [lead for lead in beside if not parties.isdisjoint(lead.mention.actors)]
            apart: list[str] = []
            told: list[str] = []
            for other in beside:
                for places, may in ((apart, (False,)), (told, (False, None))):
                    for place in finest(other, self._contains):
                        if all(place != one and self._contains(place, one) in may and self._contains(one, place) in may for one in places):
                            places.append(place)
                            break
            count = Counter(name for other in beside for name in other.names)
            self._told[key] = tuple(apart), tuple(told), frozenset(name for name, times in count.items() if times > _FEW)
        return self._told[key]

    def _beside(self, a: Profile) -> list[Profile]:
        """What the articles lead with that is of the kind of a profile and of its days or near them, or of a day that nobody knows. Outside
        crowds these are few, so days are looked up and not walked through."""
        known, near = kinds(self._rules), self._rules.of(LinkThreshold)[0].near_days
        span = a.span
        if span is None or span[1] - span[0] > _MONTH:
            met = {id(lead): lead for lead in self._leads}
        else:
            days = range(span[0] - near, span[1] + near + 1)
            met = {id(lead): lead for lead in (*self._loose, *(lead for day in days for lead in self._on.get(day, ())))}
        return [p for p in met.values() if p.mention.type == a.mention.type or known.related(p.mention.type, a.mention.type)]

    def _one_place(self, a: Profile, b: Profile, apart: Sequence[str]) -> bool:
        """Whether both name one place, or one that holds the other's, and it holds no place of the campaign beside."""
        for one in finest(a, self._contains):
            for other in finest(b, self._contains):
                wide = one if one == other or self._contains(one, other) else other if self._contains(other, one) else ""
                if wide and not any(self._contains(wide, place) for place in apart if place != wide):
                    return True
        return False

    def _high_toll(self, a: Profile, b: Profile, seen: Sequence[Evidence]) -> bool:
        """Whether both tell of one day and of one number of dead that is high."""
        same = {item.attribute for item in seen if item.likeness == "same"}
        least = self._rules.of(LinkThreshold)[0].high_toll
        ours, theirs = ({value.low for value in p.tolls.get("killed", ()) if value.exact and (value.low or 0) >= least} for p in (a, b))
        return "date" in same and bool(ours & theirs)
