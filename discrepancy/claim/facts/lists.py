"""People in a list: who is told twice in it, and how many they are together.

Takes units of a phrased sentence; gives groups of people. A list repeats people where it first gives their number and then
their names ("three brothers, Anton, Karl and Nils Berg"), or their sort behind a name ("Anton Berg, a sailor").
"""

from __future__ import annotations

from dataclasses import replace

from discrepancy.annotate.numbers import QuantityMention
from discrepancy.annotate.phrases import PeopleGroup, sorts_of_people
from discrepancy.annotate.tokens import Sentence
from discrepancy.model.values import Number, Quantity, exactly
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_APART = ({"man", "child"}, {"woman", "child"}, {"man", "woman"})
"""Sorts no two of which are told of the same people in a list."""
_SUBJECTS = frozenset(("i", "he", "she", "we", "they"))
"""Pronouns that are subjects alone."""
_MARKS = (",", ":", "-", "–", "—", "(", "all", "both")


def tells_trade(group: PeopleGroup, rules: Rulebook) -> bool:
    """Whether the noun says what somebody does, and not his sex or age: a list goes on with "a boy", and "a sailor" is who was named."""
    return bool(group.population) and sorts_of_people(rules).get(group.population, "") in ("", "pupil")


def group_at(sentence: Sentence, unit: int) -> PeopleGroup | None:
    """The people at a unit; a bare number counts as people of whom nothing is said."""
    value = sentence.values[unit]
    if isinstance(value, PeopleGroup):
        return value
    if isinstance(value, QuantityMention):
        return PeopleGroup(value.span, value.words, value.value, counted=True)
    return None


def word_at(sentence: Sentence, unit: int) -> str:
    """A unit's words in lower case; "" outside the sentence."""
    return sentence.text[sentence.starts[unit] : sentence.ends[unit]].lower() if 0 <= unit < len(sentence.values) else ""


def groups_in(sentence: Sentence, start: int) -> list[int]:
    """The units of the people listed from a unit on: commas and *and* between them."""
    found: list[int] = []
    at = start
    while at < len(sentence.values):
        if group_at(sentence, at) is not None:
            found.append(at)
        elif not (found and word_at(sentence, at) in (",", "and", "&")) and at > start + 1:
            break
        at += 1
    return found


def total(counts: list[Quantity]) -> Quantity:
    """The sum of quantities; a bound that is open stays open.

    >>> total([Quantity(3, 3), Quantity(2, None)])
    Quantity(low=5, high=None, approx=False, vague=False, options=())
    """
    if len(counts) == 1:
        return counts[0]
    low: Number = sum(c.low or 0 for c in counts)
    high: Number | None = 0
    for count in counts:
        high = None if high is None or count.high is None else high + count.high
    return Quantity(low, high, any(c.approx for c in counts), any(c.vague for c in counts))


def one_list(sentence: Sentence, units: list[int], rules: Rulebook) -> list[PeopleGroup]:
    """The people at the units, each told once."""
    kept: list[tuple[int, PeopleGroup]] = []
    units = _behind_doer(sentence, _up_to_a_subject(sentence, units))
    units = _described_after(sentence, _named_after(sentence, _closed(sentence, units)))
    for unit in reversed(units):  # from the end: a list inside a list is one group before the outer one is read
        group = group_at(sentence, unit)
        if group is None:
            continue
        if group.shares and unit != units[0]:
            if not group.population:
                kept[: _sorts_of_share(sentence, kept)] = []
            continue  # "two people, both of them children": a part, and no more people
        rest = [later for _, later in kept]
        again = 0
        if kept and word_at(sentence, unit + 1) == ":" and rest[0].name and " " not in group.words and not group.name:
            continue  # "Reporter: Anton Berg died": who speaks
        if kept and _several(group) and kept[0][0] == unit + 2 and _set_out(sentence, unit + 1, rest[0]):
            continue  # "his daughters, Anna and Maria Berg"; "his children: two daughters and a son"
        if kept and kept[0][0] == unit + 2 and _told_beside(sentence, group, kept):
            continue  # "the victims, two men and a woman, were taken there"
        if kept and kept[0][0] == unit + 2 and group.counted and word_at(sentence, unit + 1) == "and" and _counted_too(group, rest[0]):
            kept[:1], group = [], replace(group, population="")  # "five men and women": the number is of both
        elif kept and kept[0][0] - unit > 1 and word_at(sentence, _mark(sentence, unit)) in _MARKS:
            again = _told_again(sentence, group, rest, (unit, kept[0][0]), rules)
            labels = {g.population for g in rest[:again]}
            if not group.population and len(labels) == 1:
                group = replace(group, population=labels.pop())
        elif kept and rest[0].name and kept[0][0] == unit + 1 and group.count == exactly(1) and not (group.name or group.pronoun):
            again, group = 1, replace(group, name=rest[0].name)  # "their eldest 30-year old son Anton Berg", "a 30-year old Anna Berg"
        elif kept and rest[0].name and kept[0][0] == unit + 1 and (group.count.low or 0) >= 2:
            if _several(group):
                continue  # "the brothers Anton and Karl Berg"
            again = _names(group, rest)  # "their five children Anna Berg (8), Karl Berg (6) …"
        kept[:again] = []
        kept.insert(0, (unit, group))
    return [group for _, group in kept]


def _sorts_of_share(sentence: Sentence, behind: list[tuple[int, PeopleGroup]]) -> int:
    """How many groups right behind a share tell who they are: the two of "twelve people, most of them women and children"."""
    at = 1
    while at < len(behind) and behind[at][0] == behind[at - 1][0] + 2 and word_at(sentence, behind[at][0] - 1) in ("and", "or"):
        if behind[at][1].counted or behind[at][1].name or behind[at][1].definite:
            break
        at += 1
    return at


def _mark(sentence: Sentence, unit: int) -> int:
    """The unit behind a group, how many children a parent has set aside: the comma of "a mother of two, Ann Berg"."""
    parent = word_at(sentence, unit + 1) == "of" and unit + 2 < len(sentence.values)
    return unit + 3 if parent and isinstance(sentence.values[unit + 2], QuantityMention) else unit + 1


def _up_to_a_subject(sentence: Sentence, units: list[int]) -> list[int]:
    """The units before a pronoun that opens a clause: "shooting him and he went down"."""
    if word_at(sentence, units[0]) in _SUBJECTS:
        return units  # "he and she were shot"
    return units[: next((k for k, unit in enumerate(units) if word_at(sentence, unit) in _SUBJECTS), len(units))]


def _behind_doer(sentence: Sentence, units: list[int]) -> list[int]:
    """The units without those who did what was told before the list: "two were shot by the police, five suspects taken into custody"."""
    before = units[0] - 1 - (word_at(sentence, units[0] - 2) == "by")
    return units[1:] if len(units) > 1 and word_at(sentence, before) == "by" and word_at(sentence, units[0] + 1) == "," else units


def _closed(sentence: Sentence, units: list[int]) -> list[int]:
    """The units without a last name that goes on with the sentence: behind an *and* the list is closed ("killing his wife and two sons,
    Anton Berg drove home")."""
    if len(units) < 3 or units[-1] != units[-2] + 2 or word_at(sentence, units[-1] - 1) != "," or word_at(sentence, units[-2] - 1) != "and":
        return units
    before, last = group_at(sentence, units[-2]), group_at(sentence, units[-1])
    goes_on = before is not None and last is not None and bool(last.name) and (before.count.low or 0) > 1
    return units[:-1] if goes_on else units


def _named_after(sentence: Sentence, units: list[int]) -> list[int]:
    """The units without those who were told by two nouns before their names: "a father and a son, Anton and Karl Berg"; two nouns under
    one article before one name are one person ("the player and coach, Anton Berg").
    """
    if len(units) not in (3, 4):
        return units
    first, second, *named = [group_at(sentence, u) for u in units]
    if first is None or second is None or first.name or second.name or not all(g is not None and g.name for g in named):
        return units
    one = all(g.count == exactly(1) and g.head and not g.pronoun for g in (first, second))
    if not one or units[1] != units[0] + 2 or word_at(sentence, units[0] + 1) != "and" or units[2] != units[1] + 2:
        return units
    if word_at(sentence, units[1] + 1) != ",":
        return units
    if len(named) == 2:
        return units[:2] if word_at(sentence, units[3] - 1) == "and" else units
    return units[2:] if first.definite and not second.definite and " " not in second.words else units


def _described_after(sentence: Sentence, units: list[int]) -> list[int]:
    """The units without the nouns that tell, between commas, who the two named before them were: "Anna Berg and Karl Holm, the driver
    and front seat passenger, died"."""
    if len(units) != 4 or any(b != a + 2 for a, b in ((units[0], units[1]), (units[1], units[2]))):
        return units
    groups = [group for u in units if (group := group_at(sentence, u)) is not None]
    marks = [word_at(sentence, u + 1) for u in units]
    if marks[:2] + marks[3:] != ["and", ",", ","] or "and" not in sentence.words(units[2] + 1, units[3]).lower().split():
        return units
    named, nouns = groups[:2], groups[2:]
    known = nouns[0].words.lower().startswith("the ") and not any(g.name or g.additional or g.count != exactly(1) for g in nouns)
    return units[:2] if all(g.name for g in named) and known and not _introduced(nouns[1]) else units


def _introduced(group: PeopleGroup) -> bool:
    return group.words.lower().startswith(("a ", "an ", "one ", "his ", "her ", "their "))


def _set_out(sentence: Sentence, mark: int, first: PeopleGroup) -> bool:
    """Whether a mark sets the people behind it out one by one: any but a comma, or a comma and a name."""
    return word_at(sentence, mark) in (":", "-", "–", "—") or (word_at(sentence, mark) == "," and bool(first.name))


def _told_beside(sentence: Sentence, group: PeopleGroup, parts: list[tuple[int, PeopleGroup]]) -> bool:
    """Whether between two commas a plural is told once more, by who they were."""
    plain = all(g.counted and not (g.name or g.pronoun or g.additional) for _, g in parts)
    closed = (len(parts) == 1 or word_at(sentence, parts[-1][0] - 1) != ",") and word_at(sentence, parts[-1][0] + 1) == ","
    return _several(group) and group.definite and plain and closed and word_at(sentence, parts[0][0] - 1) == ","


def _several(group: PeopleGroup) -> bool:
    """Whether a plural gives no number."""
    return group.count.vague and not group.counted and not group.pronoun and not group.name


def _told_again(sentence: Sentence, first: PeopleGroup, rest: list[PeopleGroup], units: tuple[int, int], rules: Rulebook) -> int:
    """How many groups behind ``first`` tell of the same people once more. ``units`` are those of ``first`` and of the next group."""
    between = sentence.words(_mark(sentence, units[0]), units[1]).lower().split()
    joint = "".join(between)
    if len(between) == 2 and between[1] in words_of(rules, "guessing") and first.count == rest[0].count and not rest[0].additional:
        return 1  # "a young man, possibly a teenager"
    if joint.lstrip(",-–—(") in ("all", "both") and not rest[0].counted:
        return 1  # "seven, all civilians"; "seven - all of them civilians -"
    size = first.count.low or 0
    if (first.count.high is not None and first.count.high != size) or first.count.vague or joint.endswith("and"):
        return 0
    if size == 1:
        one = rest[0].count.exact and rest[0].count.low == 1
        return int(one and joint in (",", "-", "–", "—") and _one_person(first, rest[0], rules, last=len(rest) == 1))
    if {first.sex, rest[0].sex} == {"m", "f"} or (_of_a_people(first) and _of_a_people(rest[0])):
        return 0  # "two boys, two girls"; "three Danes, two Poles and a Turk"
    sorts = sorts_of_people(rules)
    if rest[0].counted and {sorts.get(first.population), sorts.get(rest[0].population)} in _APART:
        return 0  # "three women, three children"
    parts = 0
    for number, group in enumerate(rest, 1):
        parts += int(group.count.low or 0)
        if parts >= size:
            closed = number < len(rest) or word_at(sentence, _behind(sentence, group)) in (*_MARKS, ".", ")")
            return number if parts == size and group.count.exact and (closed or _one_sort(first, rest[:number])) else 0
    return 0


def _counted_too(first: PeopleGroup, second: PeopleGroup) -> bool:
    """Whether a number before the first noun counts those of the second as well: men and women, boys and girls."""
    return (first.count.low or 0) > 1 and _several(second) and {first.sex, second.sex} == {"m", "f"} and " " not in second.words


def _of_a_people(group: PeopleGroup) -> bool:
    """Whether people are told by where they come from alone: "three Danes"."""
    return group.counted and not (group.head or group.name) and group.words.rsplit(" ", 1)[-1][:1].isupper()


def _behind(sentence: Sentence, group: PeopleGroup) -> int:
    """The unit behind a group."""
    unit = sentence.unit_at(group.span.end - 1)
    return len(sentence.values) if unit is None else unit + 1


def _one_sort(first: PeopleGroup, parts: list[PeopleGroup]) -> bool:
    """Whether parts may be the people of ``first``, as far as their nouns tell."""
    return not first.population or all(g.name or g.population in ("", first.population) for g in parts)


def _one_person(first: PeopleGroup, second: PeopleGroup, rules: Rulebook, *, last: bool) -> bool:
    """Whether a noun and a name with a comma between them are one person."""
    if bool(first.name) == bool(second.name):
        numbered = first.partial or first.additional or f"{first.words.lower()} ".startswith(("one ", "at least one ", "only one ", "1 "))
        known = first.words.lower().startswith("the ") and second.words.lower().startswith(("a ", "an "))
        kin = first.words.lower().startswith(("his ", "her ", "their ")) and second.words.lower().startswith(("a ", "an "))
        return last and not first.name and (numbered or known or kin or (first.counted and not second.counted))
    if not first.name and first.head and second.head and second.words.lower().startswith(("his ", "her ", "their ")):
        return False  # "his wife, his son Karl Berg"
    noun = second if first.name else first
    if noun.pronoun or noun.additional:
        return False
    if first.name:  # "Anton Berg, a sailor,"; but "Anton Berg, his wife and a sailor", "Anton Berg, a woman and a boy"
        if noun.counted and not noun.partial and noun.words.lower().startswith(("one ", "at least one ")):
            return False  # "according to Anton Berg, one person died"
        trade = noun.words.lower().startswith(("a ", "an ")) and not noun.sex and tells_trade(noun, rules)
        return (last or trade) and not noun.words.lower().startswith(("his ", "her ", "their "))
    return True


def _names(first: PeopleGroup, rest: list[PeopleGroup]) -> int:
    """How many names right behind a number of people are theirs."""
    size = int(first.count.low or 0)
    named = 0
    while named < min(size, len(rest)) and rest[named].name:
        named += 1
    return named if named == size else 0
