"""Mentions of one article that go on about its main event.

Takes the profiles of one article; gives them with those folded into the main event that nothing sets apart from it: "four were hurt",
"the tragedy", the same kind of act without a day, a place or a party of its own. Where a second event of the article could be meant,
they stay alone. Knows nothing of other articles.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from discrepancy.link.days import days_apart, names_apart
from discrepancy.link.kinds import Kinds, kinds
from discrepancy.link.likeness import places_apart
from discrepancy.link.profiles import Profile
from discrepancy.link.settled import Settled
from discrepancy.link.ties import finest, proper
from discrepancy.model.claims import Contains
from discrepancy.rulebook.kinds.grammar import Grammar
from discrepancy.rulebook.kinds.linking import LinkThreshold
from discrepancy.rulebook.schema import Rulebook

_CLOSE = 300
"""Characters before a mention within which an older event is what it may be about."""


def gathered(made: Sequence[Profile], rules: Rulebook, contains: Contains, settled: Settled[str]) -> list[Profile]:
    """The profiles of one article, in their order, with those folded into the main event that are about it; one of them leads.

    What an editor parted (``settled``) stays apart.
    """
    known = kinds(rules)
    main = next((p for p in made if p.mention.main), None)
    if main is not None:
        others = [p for p in made if p is not main and not settled.apart(p.ids, main.ids)]
        about = [p for p in others if _goes_with(p, main, made, known, contains, rules) or _in_passing(p, main, known, rules)]
        folded = _folded(main, about)
        made = [folded if p is main else p for p in made if p not in about]
        main = folded
    leading = main
    if main is None or main.mention.type not in known.harmful:
        harm = [p for p in made if p.mention.type in known.harmful]
        leading = harm[0] if len(harm) == 1 else main
    return [replace(p, lead=p is leading or p is main) for p in made]


def _goes_with(p: Profile, main: Profile, made: Sequence[Profile], known: Kinds, contains: Contains, rules: Rulebook) -> bool:
    """Whether a mention is about the main event: its words fit, nothing differs, and no other event is nearer. One of several told at
    once is none of the others, nor all of them."""
    if p.mention.whole or _one_more(p, main, rules):
        return False
    open_ = known.open(p.mention) and main.mention.type in known.harmful
    if not (open_ or known.related(p.mention.type, main.mention.type)) or _differs(p, main, known, contains):
        return False
    if _own(p) and not (open_ or p.mention.type == main.mention.type or p.mention.type in known.vague):
        return False
    if p.mention.background and (_own(p) or (p.mention.type == main.mention.type and not main.mention.background)):
        return False
    # Its own day or place must be the main event's: what the other one leaves open may be a second event's, unless one party did both.
    one_party = p.mention.type == main.mention.type and set(proper(p.mention.actors)) & set(proper(main.mention.actors))
    if not (open_ or one_party or _one_toll(p, main)) and (_dated(p) > _dated(main) or (p.mention.places and not main.mention.places)):
        return False
    return not any(_rival(other, p, known) for other in made if other is not p and other is not main)


def _one_more(p: Profile, main: Profile, rules: Rulebook) -> bool:
    """Whether a mention brings in one more event of the main one's kind, with a day of its own: "a second quake shook the strait on
    Wednesday"."""
    words = p.mention.triggers[0].before.lower().split()[-2:] if p.mention.triggers else []
    return p.mention.type == main.mention.type and _dated(p) and "a" in words and not _another(rules).isdisjoint(words)


@cache
def _another(rules: Rulebook) -> frozenset[str]:
    """Words before one event more of a kind: "a second quake"."""
    return frozenset(word for rule in rules.of(Grammar) if rule.part == "another" for word in rule.words)


def _in_passing(p: Profile, main: Profile, known: Kinds, rules: Rulebook) -> bool:
    """Whether a mention is what the main event brought with it, told once and with no day, place or party of its own: the arrests at a
    protest."""
    hosts = rules.of(LinkThreshold)[0].within.get(p.mention.type)
    if hosts is None or not p.sole or p.mention.background or p.mention.whole or _own(p):
        return False
    return main.mention.type in known.harmful or main.mention.type in hosts


def _one_toll(p: Profile, main: Profile) -> bool:
    """Whether both tell of one kind of act with the same toll of several: the headline's shooting and that of the first sentence."""
    if p.mention.type != main.mention.type or p.mention.background:
        return False
    return any(toll in main.tolls.get("killed", ()) and (toll.low or 0) > 1 for toll in p.tolls.get("killed", ()))


def _differs(p: Profile, main: Profile, known: Kinds, contains: Contains) -> bool:
    pairs = [(a, b) for a in p.dates for b in main.dates]
    certain = [(a, b) for a, b in pairs if a.first == a.last is not None and b.first == b.last is not None]
    # "The second this month" dates the main event too, and holds every other day of the month.
    gaps = [gap for a, b in certain or pairs if (gap := days_apart(a, b)[0]) is not None]
    if (gaps and min(gaps) > 0) or names_apart(p.days, main.days):
        return True
    if places_apart(p.mention.places, main.mention.places, contains):
        return True
    if main.mention.type not in known.reaching and not _one_toll(p, main):  # two towns of one country are apart
        ours, theirs = (finest(one, contains) or one.mention.places for one in (p, main))
        if places_apart(ours, theirs, contains):
            return True
    for one, other in ((p.mention.actors, main.mention.actors), (p.mention.targets, main.mention.targets)):
        if proper(one) and proper(other) and not set(one) & set(other):
            return True
    return False


def _dated(p: Profile) -> bool:
    return bool(p.dates or p.days)


def _own(p: Profile) -> bool:
    return bool(_dated(p) or p.mention.places or proper(p.mention.actors) or proper(p.mention.targets))


def _rival(other: Profile, p: Profile, known: Kinds) -> bool:
    """Another event of the article that the words of ``p`` could be about; an older one only where it stands right before them."""
    if other.mention.type not in known.harmful or not _own(other) or known.open(other.mention):
        return known.related(other.mention.type, p.mention.type) and _own(other) and other.mention.type not in known.harmful
    if not (known.open(p.mention) or known.related(other.mention.type, p.mention.type)):
        return False
    if not other.mention.background:
        return True
    start = p.mention.triggers[0].span.start
    return any(0 <= start - trigger.span.end <= _CLOSE for trigger in other.mention.triggers)


def _folded(main: Profile, about: Sequence[Profile]) -> Profile:
    """The main event with what the mentions about it add."""
    whole = main
    for p in about:
        own, more = whole.mention, p.mention
        mention = replace(
            own,
            actors=own.actors or more.actors, targets=own.targets or more.targets,
            places=own.places or more.places, weapons=own.weapons or more.weapons,
        )  # fmt: skip
        tolls = {name: (*whole.tolls.get(name, ()), *p.tolls.get(name, ())) for name in {*whole.tolls, *p.tolls}}
        whole = replace(
            whole,
            mention=mention,
            ids=(*whole.ids, *p.ids),
            dates=whole.dates or p.dates,
            days=whole.days or p.days,
            magnitudes=(*whole.magnitudes, *p.magnitudes),
            people=whole.people | p.people,
            called=whole.called | p.called,
            victims=whole.victims | p.victims,
            countries=whole.countries | p.countries,
            tolls=tolls,
            ages=whole.ages | p.ages,
            clocks=(*whole.clocks, *p.clocks),
            streets=whole.streets | p.streets,
        )
    return whole
