"""What a sentence recalls beside what the article tells of: the blast that an attack came a day after, the crash since which one is the
worst, what happened years ago where the news is from.

Takes the drafts of one line; marks them.
"""

from __future__ import annotations

from itertools import pairwise

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.subjects import subject
from discrepancy.annotate.times import Timex
from discrepancy.claim.events.drafts import Draft
from discrepancy.claim.events.happening import can_be_one
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_A = frozenset(("a", "an"))
_OPENING = 5
"""Units of a sentence in which it says what followed what."""
_WIDE = ("month", "year")
_LAST_TIME = 9
"""Units behind *since* or *had last* within which its time stands."""
_OPENED = 16
"""Units within which a sentence that opens on the last of its kind tells when that was: "The last major quake there was in | May, when"."""
_FOLLOWS = frozenset(("follows", "followed"))


def recalled(line: Line, found: list[Draft], rules: Rulebook) -> None:
    """Parts what happened before from what the article tells of, and takes it for no more of that."""
    earlier = came_after(line, rules)
    if earlier is not None:
        _happened_before(earlier, found, rules)
    elif found and (since := _since_when(line)) is not None:
        _happened_before(since[0], found, rules, when=since[1], last=since[0] == 1 and _the_last(line))
    elif (before := _befell_others(line, found)) is not None:
        before.another = before.old = True
    for draft in found:
        if _there(line, draft):
            draft.another = draft.old = True


def came_after(line: Line, rules: Rulebook) -> int | None:
    """The unit that says that before what the article tells of something else had happened: "It comes | a week after | a man was killed",
    "the raid | follows | two bombings"; None where the sentence is not about that."""
    for unit, word in enumerate(line.words[1:_OPENING], 1):
        if word in _FOLLOWS and line.words[unit - 1] in words_of(rules, "told-now"):
            return None if line.words[unit + 1 : unit + 2] == ("by",) else unit
    for unit, value in enumerate(line.values[: 2 * _OPENING]):
        if isinstance(value, Timex) and value.expression.anchor == "event" and value.expression.step == 1:
            comes = next((at for at in range(unit - 1, 0, -1) if line.words[at] in words_of(rules, "comes-after")), 0)
            return unit if comes and line.words[comes - 1] in words_of(rules, "told-now") else None
    return None


def _befell_others(line: Line, found: list[Draft]) -> Draft | None:
    """The earlier deed that befell others than the one told before it: "a girl was shot on Friday, two days after a boy was shot there";
    None where it is one deed and what came of it, "a man died two days after a bus hit him"."""
    deeds = [draft for draft in found if not (draft.named or draft.type.refers or draft.type.outcome)]
    for before, draft in pairwise(deeds):
        group = subject(line, draft.end - 1)
        if group is None or group[0] <= before.end or not (line.words[group[0]] in _A or line.tags[group[0]] == "Q"):
            continue
        counted = line.values[group[0] - 1]
        if isinstance(counted, Timex) and counted.expression.anchor == "event" and counted.expression.step == 1:
            draft.unlike.append(before.start)
            return draft
    return None


def _since_when(line: Line) -> tuple[int, int] | None:
    """The unit from which on what had happened then is told, and its time: "the worst crash since | March, when nine soldiers were
    killed", "the rebels had last | struck in May, when a bomb killed nine"; None where no *when* stands behind a time."""
    opened = _the_last(line)
    for unit, word in enumerate(line.words[:-2]):
        last = word == "last" and (line.words[unit - 1] in ("had", "was", "were") or line.tags[unit + 1] == "v")
        if last or (opened and unit == 1) or (word == "since" and line.tags[unit + 1] == "T"):
            time = line.tags.find("T", unit + 1, unit + (_OPENED if unit == 1 else _LAST_TIME))
            when = time + 1 + (line.tags[time + 1 : time + 2] == "K")
            return (unit, time) if time > unit and line.words[when : when + 1] == ("when",) else None
    return None


def _the_last(line: Line) -> bool:
    """Whether a sentence opens on the last of its kind before the news: "The last major quake to hit the coast was in May, when"."""
    return line.words[:2] == ("the", "last") and line.tags[2:3] in ("w", "a")


def _happened_before(earlier: int, found: list[Draft], rules: Rulebook, when: int | None = None, *, last: bool = False) -> None:
    """Parts what the article tells of from what stands behind "the attack came a day after": "32 died in a blast in Zenda"; "the blast" may
    have been told before, "a blast" was not. ``when`` is the unit of its time, where one stands before it; ``last``: it is the last of its
    kind before the news, and all of the sentence tells of it."""
    at = next((index for index, draft in enumerate(found) if draft.start > earlier and not draft.type.refers), None)
    if at is None:
        return
    root = found[at] if (joins := found[at].joins) is None else found[joins]
    if root.start < earlier or (root.named and root.definite):
        root = found[at]
    for now in found:
        if now.start < earlier and now.joins is None:
            now.unlike.append(root.start)
            root.unlike.append(now.start)
        elif now.start > root.start and now.joins is None and (last or not now.named) and can_be_one(now.type.type, root.type.type, rules):
            now.joins = found.index(root)  # "were killed in a helicopter that came down"
    if last or not (root.named and root.definite):
        root.another = root.old = True
    if when is not None and not root.times:
        root.times.append(when)


def _there(line: Line, draft: Draft) -> bool:
    """Whether a draft only tells what happened at a place long before: "fired on near Zenda, where four soldiers died in October 2017"."""
    opened = line.words[: draft.start].index("where") if "where" in line.words[: draft.start] else 0
    long_ago = any(isinstance(value := line.values[at], Timex) and value.expression.unit in _WIDE for at in draft.times if at > opened)
    return long_ago and opened > 0 and draft.joins is None and line.tags[opened - 1 : opened] in ("K", "w", "N")
