"""Which clauses of one article tell of one event: "the barrage", "the retaliatory strikes", "the shooting", "it".

Takes the drafts of all lines (:mod:`discrepancy.claim.events.triggers`) in the order of the text; gives them sorted into
happenings. Two drafts that contradict one another in party, country, place or day never meet (:mod:`.contradictions`); of
those that can meet the likeliest does (:mod:`.matching`). Only works inside one article.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from discrepancy.annotate.parties import Party
from discrepancy.claim.events.contradictions import Contradictions
from discrepancy.claim.events.drafts import Draft
from discrepancy.claim.events.happening import (
    PROPER,
    Happening,
    chief_type,
    meant_for,
    part_of,
    proper_names,
    struck_by,
    told_apart,
    without_enders,
)
from discrepancy.claim.events.matching import TITLES, Matching
from discrepancy.claim.events.seen import Seen
from discrepancy.claim.events.sorts import types_of
from discrepancy.rulebook.kinds.events import EventLimits
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_PERSONAL = ("his", "her", "he", "she", "my", "our", "your", "i", "we", "you")
_MINE = ("his", "her", "my", "our", "its", "their")
_THEY = ("they", "their")
_OURS = ("we", "our")
"""Whose deed it is where a group speaks of its own."""
_OPENS = 4
"""Units from the start of a sentence within which the verb of an opening "it" stands."""


def happenings(drafts: Sequence[Draft], seen: Seen, rules: Rulebook) -> list[Happening]:
    """The drafts as events, in the order in which each is first told."""
    sorter = _Sorter(seen, rules)
    by_line: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_line.setdefault(draft.line, []).append(draft)
    for line in by_line.values():
        sorter.place_line(line)
    for happening in [one for whole in sorter.found for one in (whole, *whole.parts)]:
        happening.drafts.sort(key=lambda d: (d.line, d.start))
        without_enders(happening, rules)
    return sorted((h for h in sorter.found if h.drafts), key=lambda h: (h.drafts[0].line, h.drafts[0].start))


def _roots(line: Sequence[Draft]) -> list[int]:
    """For each draft of a line the one whose event it goes on about, itself when none."""
    roots = []
    for index in range(len(line)):
        at, steps = index, 0
        while (after := line[at].joins) is not None and steps < len(line):
            at, steps = after, steps + 1
        roots.append(at)
    return roots


def _of_another(draft: Draft) -> bool:
    """Whether a clause only says by name who is behind what another tells: "is holding an engineer | who was kidnapped"."""
    return draft.type.refers and (draft.alleged or draft.type.named_actor or draft.type.by_outlaws)


def _together(root: Draft, members: Sequence[Draft]) -> Draft:
    """A root with what the clauses that go on about it add; for matching only."""
    if not members:
        return root
    whole = replace(root, places=list(root.places), actors=list(root.actors), times=list(root.times))
    for member in members:
        whole.places += member.places
        whole.state = whole.state or member.state
        whole.times = whole.times or list(member.times)  # "600 were killed in February in a quake"
        if not whole.actors:
            whole.actors = list(member.actors)
    return whole


def _shown_now(happening: Happening) -> None:
    """Takes what pictures show of an event for no older one."""
    for shown in happening.pictured:
        shown.old = False
    happening.old -= len(happening.pictured)
    happening.pictured.clear()


class _Sorter:
    def __init__(self, seen: Seen, rules: Rulebook) -> None:
        self.seen, self.rules = seen, rules
        self.limits = rules.of(EventLimits)[0]
        self.found: list[Happening] = []
        self.against = Contradictions(seen, rules)
        self.weigh = Matching(seen, rules, self.found, self.against)
        self.men = words_of(rules, "armed") | {"men"}
        self.last_actor = ""

    def place_line(self, line: Sequence[Draft]) -> None:
        """Puts the drafts of one sentence where they belong: causes before outcomes, each with what goes on about
        it."""
        roots = _roots(line)
        placed: list[Happening] = []
        here: dict[int | None, Happening] = {}
        bases = {draft.follows for draft in line}
        order = sorted(set(roots), key=lambda i: (line[i].start not in bases, _of_another(line[i]), line[i].type.outcome, i))
        meant = next((h for draft in line if (h := self._it(draft)) is not None), None)
        for draft in line:
            if meant is not None:  # "it" is what happened, and nobody
                draft.actors[:] = [who for who in draft.actors if who.kind != "pronoun" or self.seen.word(draft, who.start) != "it"]
            self._pronouns(draft)
        for root in order:
            members = [line[i] for i in range(len(line)) if roots[i] == root and i != root]
            base = here.get(line[root].follows)
            whole = _together(line[root], members)
            goes_on = meant is not None and not (whole.named or whole.actors or whole.places or whole.state)
            happening = self._add(line[root], meant) if meant and goes_on else self._place(whole, line[root], placed, base)
            placed = [other for other in placed if other is not happening] + [happening]  # each once: hostile lines stay cheap
            here.setdefault(line[root].start, happening)
            for member in members:
                here.setdefault(member.start, self._add(member, happening))

    def _place(self, draft: Draft, own: Draft, in_line: list[Happening], base: Happening | None) -> Happening:
        """Where a draft belongs; not to ``base``, the event from which it counts its day."""
        if draft.both or draft.type.type == "exchange":
            return self._add(own, self._exchange())
        beside = self._in_line(draft, [happening for happening in in_line if happening is not base])
        if beside is not None:
            return self._add(own, part_of(beside, draft) or beside)
        if self._means_both(draft):
            return self._add(own, self._exchange())
        best, score = None, 0.0
        when = self.seen.when(draft)
        for happening in self.found[-self.limits.recall_events :]:
            if happening.both or happening is base or not self.against.fits(draft, happening, when):
                continue
            points = self.weigh.points(draft, happening, when)
            if best is None or points > score or (points == score and happening.last > best.last):
                best, score = happening, points
        if best is not None and score >= self.weigh.needed(draft, best):
            own.old |= self.weigh.points_back(draft) and best.drafts[-1].old
            if not own.old:  # the picture is of what the text tells
                _shown_now(best)
            return self._add(own, part_of(best, draft) or best)
        if self.seen.month(draft) and any(draft.type.type in happening.kinds for happening in self.found):
            own.old = True  # "it was hit by a quake in September", told beside the one of Sunday
        fresh = Happening()
        self.found.append(fresh)
        return self._add(own, fresh)

    def _it(self, draft: Draft) -> Happening | None:
        """What was told right before, where nobody did it and "it" opens the sentence: "A quake struck. It hurt 14 people"."""
        if draft.named or draft.another or not self.found or draft.clause[0] or draft.start > _OPENS or self.seen.word(draft, 0) != "it":
            return None
        told = [happening for happening in self.found if happening.last[0] < draft.line]
        last = max(told, key=lambda h: h.last, default=Happening())
        alone = not (last.actors or last.labels or last.both) and not (draft.state or draft.places)
        near = bool(last.drafts) and draft.line - last.last[0] == 1
        return last if alone and near and chief_type(last) in types_of(self.rules, "antecedent") else None

    def _pronouns(self, draft: Draft) -> None:
        """ "its strikes", "it struck": the speaker's or the last actor's."""
        asked = draft.own_soil or any((who.kind == "pronoun" and not who.names) or self._own_men(draft, who) for who in draft.actors)
        speaker = self.seen.speaker(draft) if asked else ""
        resolved = []
        for who in draft.actors:
            if speaker and self._own_men(draft, who):
                resolved.append(Party("group", (speaker,), who.start, who.end))
                continue
            if who.kind == "pronoun" and not who.names:
                if self.seen.word(draft, who.start) in _PERSONAL:
                    if speaker and self.seen.word(draft, who.start) in _OURS and not any(other.names for other in draft.actors):
                        resolved.append(Party("group", (speaker,), who.start, who.end))
                    continue
                if any(other.names for other in draft.actors):
                    continue
                if not speaker and self.seen.word(draft, who.start) in _THEY and (several := self.seen.several(draft)) is not None:
                    resolved.append(several)
                    continue
                name = speaker or self.seen.lead(draft, True) or self.seen.lead(draft, False) or self.last_actor
                if not name:
                    continue
                resolved.append(Party("state", (name,), who.start, who.end))
            elif who.names or who.kind == "both":
                resolved.append(who)
        draft.actors[:] = resolved
        if draft.own_soil:
            draft.state = draft.state or speaker

    def _own_men(self, draft: Draft, who: Party) -> bool:
        """Whether people without a name are the speaker's: "a commander of the Front said that his men had killed a judge"."""
        mine = who.kind == "label" and bool(who.name) and self.seen.word(draft, who.start) in _MINE
        return mine and who.name.split()[-1] in self.men

    def _exchange(self) -> Happening:
        """The happening that both sides share; a bare plural told before it is the same."""
        for happening in self.found:
            if happening.both:
                return happening
        for happening in self.found:
            if happening.bare and all(d.plural and d.named for d in happening.drafts) and "strike" in happening.kinds:
                happening.both = True
                return happening
        fresh = Happening(both=True)
        self.found.append(fresh)
        return fresh

    def _in_line(self, draft: Draft, in_line: list[Happening]) -> Happening | None:
        """An event of the same sentence: an outcome and its cause, two verbs of one subject."""
        names = proper_names(draft.actors)
        when = self.seen.when(draft) if in_line else None
        for happening in reversed(in_line[-self.limits.recall_events :]):
            if happening.both or not self.against.fits(draft, happening, when):
                continue
            if draft.answers and not happening.answers:
                continue
            last = happening.drafts[-1]
            outcome = draft.type.outcome or draft.line in happening.outcomes
            overlap = last.clause[0] <= draft.start < last.clause[1] or draft.clause[0] <= last.start < draft.clause[1]
            if outcome and (overlap or not draft.named or names):
                return happening
            if not draft.named and not names and not draft.type.against_state and draft.type.type in happening.kinds:
                return happening
            if not draft.named and names and set(names) & set(happening.actors) and draft.type.type in happening.kinds:
                return happening
            if overlap and not draft.definite and draft.type.type in happening.kinds and not draft.named:
                return happening
        return None

    def _means_both(self, draft: Draft) -> bool:
        """A bare "the strikes" right after two events of two sides."""
        if not (draft.named and draft.plural and draft.definite) or draft.actors or draft.places or draft.state or draft.answers:
            return False
        near = [
            h for h in self.found
            if draft.line - h.last[0] <= self.limits.recall_sentences and draft.type.type in h.kinds and not h.bare
        ]  # fmt: skip
        if any(h.both and draft.line - h.last[0] <= self.limits.recall_sentences for h in self.found):
            return True
        if len(near) < 2:
            return (
                bool(self.found)
                and any(h.both for h in self.found)
                and not any(draft.type.type in h.kinds and not h.both and not h.bare for h in self.found)
            )
        first, second = near[-2:]
        told = all(any(d.actors and not (d.alleged or d.claimed) for d in h.drafts) for h in (first, second))
        return told and not set(first.actors) & set(second.actors)  # two who are blamed for a deed, or claim it, are no two sides

    def _add(self, draft: Draft, happening: Happening) -> Happening:
        happening.drafts.append(draft)
        if draft.old:
            happening.old += 1
            happening.pictured += [draft] * (self.seen.block(draft) == "caption")
        if draft.named:
            happening.nouns.add(draft.line)
        happening.kinds.add(draft.type.type)
        if draft.type.outcome:
            happening.outcomes.add(draft.line)
        for who in draft.actors:
            if who.kind in PROPER:
                happening.actors += [n for n in who.names if n not in happening.actors]
                if who.names and who.kind != "person":  # whom "it" and "they" may mean
                    self.last_actor = who.names[0]
            elif who.kind != "both":
                happening.labels += [n for n in who.names if n not in happening.labels]
        for who in draft.targets:
            kept = happening.targets if who.kind in PROPER else happening.things
            kept += [n for n in who.names if n not in kept]
        for who in draft.victims:
            happening.victims += [n for n in who.names if n not in happening.victims]
        for values, own in ((draft.places, happening.places), (draft.weapons, happening.weapons)):
            own += [v for v in dict.fromkeys(values) if v not in own]
        happening.persons |= meant_for(draft)
        happening.struck |= struck_by(draft, self.rules)
        happening.state = happening.state or draft.state
        happening.called = happening.called or draft.called
        if not draft.type.refers:
            happening.heads.add(self.seen.head(draft))
        happening.answers |= draft.answers
        happening.titled |= self.seen.block(draft) in TITLES
        happening.last = max(happening.last, (draft.line, draft.start))
        happening.unsure = all(d.unsure or d.denied for d in happening.drafts)
        if happening.when is None:
            happening.when = self.seen.when(draft)
        for part in draft.parts:
            if not any(set(part.places) & set(other.places) for other in happening.parts if other.drafts[0] is not draft):
                when = self.seen.when(replace(draft, times=part.times)) if part.times else None
                happening.parts.append(told_apart(draft, part, when, self.rules))
        return happening
