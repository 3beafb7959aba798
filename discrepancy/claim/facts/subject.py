"""Whom a verb speaks of, where others stand nearer to it.

Takes a phrased sentence, the units of the people a pattern caught before a verb, and the verb's; gives the units of its subject. No
parser stands behind it: number ("has died" is nobody's five), participles that govern and relative clauses decide.
"""

from __future__ import annotations

from dataclasses import replace

from discrepancy.annotate.phrases import PeopleGroup, VerbGroup
from discrepancy.annotate.tokens import Sentence
from discrepancy.claim.facts.lists import group_at, one_list, word_at
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

# Closed classes of function words: what they tell is grammar, and the same in every rulebook.
SINGULAR = frozenset(("was", "is", "has"))
_ONE = frozenset(("a", "an", "another"))
PLURAL = frozenset(("were", "are", "have"))
OBJECTS = frozenset(("them", "him", "me", "us"))
_SUBJECT_REACH = 18
"""Units before a verb within which its subject is looked for where number does not agree with the nearest people."""
_LIST_GAP = 10
"""Units between two people of one list."""
_ENDS_LIST = frozenset((
    ".", ":", "?", "!", "“", "”", '"', "that", "said", "says", "when", "while", "as", "who", "whom", "where", "because", "but", "after",
    "before", "by", "if", "is", "was", "were", "has", "had", "have", "to", "against", "with",
))  # fmt: skip
_CLAUSE = frozenset(("when", "where", "after", "before", "because", "while", "since", "although", "though", "until"))
_PREPOSITIONS = frozenset(("of", "on", "in", "at", "by", "with", "to", "against"))


def subject(sentence: Sentence, units: list[int], verb: int, rules: Rulebook) -> list[int] | None:
    """The people a verb speaks of. They are not those caught when nearer ones begin a clause of their own ("killed 18, and 25 others
    were hurt"), are some of them ("three men, one of whom died"), or when singular and plural disagree ("one of the victims of the
    shooting that hurt five people has died"); None when nobody else is found.
    """
    if _shared(sentence, units, verb):
        return units
    nearest = next((u for u in range(verb - 1, units[-1], -1) if isinstance(sentence.values[u], PeopleGroup)), None)
    if nearest is not None:
        group = sentence.values[nearest]
        before = sentence.values[units[0] - 1] if units[0] else None
        object_of = isinstance(before, VerbGroup) and not before.passive
        if isinstance(group, PeopleGroup) and not group.pronoun and (group.additional or group.partial or object_of):
            return [nearest]
        those = word_at(sentence, nearest - 1) == "those"  # "two were among those who died": the two
        if nearest == verb - 1 and word_at(sentence, nearest) == "who" and nearest - 1 > units[-1] and not those:
            return [nearest]  # "others were hurt, including one boy who was hit"
        if nearest == verb - 1 and word_at(sentence, nearest - 1) in _CLAUSE:
            return [nearest]  # "those who took part in the raid, when 100 people were killed"
    if (outer := _outside(sentence, units[0], verb)) is not None:
        return [outer]
    last = sentence.values[units[-1]]
    if len(units) > 1 and isinstance(last, PeopleGroup) and last.shares and not last.population and units[-1] == verb - 1:
        return units[-1:]  # "four people, one of whom died"
    if isinstance(last, PeopleGroup) and last.words.lower() in OBJECTS:
        return list_before(sentence, units[-1])  # "two priests and the woman who worked with them were killed"
    value = sentence.values[verb]
    assert isinstance(value, VerbGroup)  # the caller asked for one
    first = value.words.split(" ", 1)[0].lower()
    if word_at(sentence, verb - 1) == "," and units[-1] == verb - 2 and (told := _before_clause(sentence, units[0])):
        return told  # "a man and a boy, who were with a child, suffered wounds"
    one = first in SINGULAR or _apposed(sentence, units)
    if len(units) > 1 and one and not {"and", "&", "with"} & {word_at(sentence, u) for u in range(units[0], units[-1])}:
        return units if len(one_list(sentence, units, rules)) == 1 else units[-1:]  # "according to the chief, Anna Berg was shot"
    if len(units) > 1 and first in SINGULAR and _set_apart(sentence, units, verb):
        return units[:1]
    object_of = _governed(sentence, units[0], rules)
    if (len(units) > 1 and not (object_of and first in SINGULAR)) or word_at(sentence, units[0] - 1) in ("and", "&"):
        return units
    if word_at(sentence, units[0] - 1) in _PREPOSITIONS | {"for"} and units[0] > 1 and _counted_before(sentence, units[0]):
        units = [units[0] - 2]  # "four officers of the guards battalion"; "a candidate for the group"
    if len(units) == 1 and word_at(sentence, units[0] - 1) == "of" and _kin_of(sentence, units[0]):
        units = [units[0] - 2]  # "two children of a man called Anton Berg died"
    if first in SINGULAR and len(units) == 1 and (owner := _one_of(sentence, units[0])) is not None:
        return [owner]  # "Anton Berg of the sheriff's office was killed"
    wanted = None if first not in SINGULAR | PLURAL else first in PLURAL
    own = number(group_at(sentence, units[0]))
    if not object_of and (wanted is None or own is None or own == wanted):
        return units
    for unit in range(units[0] - 1, max(-1, units[0] - _SUBJECT_REACH), -1):
        group = sentence.values[unit]
        if isinstance(group, PeopleGroup) and (number(group) == wanted or (object_of and number(group) is not None)):
            return [unit]
        if word_at(sentence, unit) in (".", ";", ":", "?", "!"):
            break
    return None if object_of or own else units


def _apposed(sentence: Sentence, units: list[int]) -> bool:
    """Whether two nouns, or a name and a noun, are of one person, for a comma alone joins them: "a bystander, a woman of 43, died",
    "Anton Berg, another general, died"."""
    if len(units) != 2 or units[1] != units[0] + 2 or word_at(sentence, units[0] + 1) != ",":
        return False
    groups = [group_at(sentence, unit) for unit in units]
    first, second = (g.words.split(" ", 1)[0].lower() if g is not None and g.count.high == 1 else "" for g in groups)
    named = [g is not None and bool(g.name) for g in groups]
    return second in _ONE and not named[1] and (first in _ONE | {"the"} or (named[0] and bool(first)))


def _shared(sentence: Sentence, units: list[int], verb: int) -> bool:
    """Whether the one person or group before a verb did something to others and then suffered: *and* or *before* joins a second verb with
    an auxiliary, and whoever stands between is the object of the first ("a man shot two others and was killed"); or *who* begins what
    they did ("a man who grabbed a robber's gun was shot")."""
    led = word_at(sentence, verb).split(" ", 1)[0] in SINGULAR | PLURAL | {"being"}
    between = range(units[-1] + 1, verb)
    if len(units) > 1 or not led or not any(isinstance(sentence.values[u], PeopleGroup) for u in between):
        return False
    joined = word_at(sentence, verb - 1) in ("and", "but", "before")
    owned = any(word_at(sentence, u) in ("'s", "’s") for u in between)
    return joined or (owned and word_at(sentence, units[-1] + 1) == "who")


def _outside(sentence: Sentence, unit: int, verb: int) -> int | None:
    """The unit of whom a relative clause tells that ends with the people at a unit, whom its own verb was done to: the man of "a man who
    had shot a friend was wounded"; None where the verb behind may be theirs."""
    done = sentence.values[unit - 1] if unit else None
    if not isinstance(done, VerbGroup) or done.passive or word_at(sentence, verb).split(" ", 1)[0] not in SINGULAR | PLURAL:
        return None
    for at in (unit - 2, unit - 3):
        if word_at(sentence, at) == "who" and at > 0 and isinstance(sentence.values[at - 1], PeopleGroup):
            return at - 1
    return None


def list_before(sentence: Sentence, unit: int) -> list[int] | None:
    """The people listed right before the nearest *who*, *that* or *which* to the left; None when there are none."""
    at = unit - 1
    while at > 0 and word_at(sentence, at) not in ("who", "that", "which"):
        if word_at(sentence, at) in (".", ";", ":") or unit - at > _SUBJECT_REACH:
            return None
        at -= 1
    found: list[int] = []
    at -= 1
    while word_at(sentence, at) == ",":
        at -= 1
    while at >= 0 and (isinstance(sentence.values[at], PeopleGroup) or (found and word_at(sentence, at) in (",", "and", "&"))):
        if isinstance(sentence.values[at], PeopleGroup):
            found.insert(0, at)
        at -= 1
    return found or None


def _before_clause(sentence: Sentence, unit: int) -> list[int] | None:
    """The people listed right before ", who" where the people at ``unit`` end that clause and its verb is none of ours."""
    at = unit - 1
    while at > 1 and word_at(sentence, at) not in ("who", "whom"):
        if word_at(sentence, at) in (".", ";", ":", ",", "") or isinstance(sentence.values[at], VerbGroup) or unit - at > _SUBJECT_REACH:
            return None
        at -= 1
    return list_before(sentence, at + 1) if word_at(sentence, at - 1) == "," and word_at(sentence, at) == "who" else None


def plural(sentence: Sentence, verb: int) -> bool:
    """Whether the verb group at a unit begins with a form that only more than one person take."""
    return word_at(sentence, verb).split(" ", 1)[0] in PLURAL


def listed_before(sentence: Sentence, unit: int) -> list[int]:
    """One person at a unit and whoever a list puts before him, for a verb in the plural: what says more of somebody may stand between
    ("Anton Berg, secretary of the union, and his guard Karl Holm were killed").
    """
    group = sentence.values[unit]
    if not isinstance(group, PeopleGroup) or group.pronoun or not group.count.exact or group.count.low != 1:
        return [unit]
    found, at, gap = [unit], unit - 1, 0
    while at >= 0 and gap <= _LIST_GAP:
        value, word = sentence.values[at], word_at(sentence, at)
        if isinstance(value, VerbGroup) or word in _ENDS_LIST or (value is None and word.endswith(("ed", "ing"))):
            break
        if isinstance(value, PeopleGroup):
            if value.pronoun or not _parted(sentence, at, found[0]):
                break
            found.insert(0, at)
            gap = 0
        gap += 1
        at -= 1
    return found


def in_list(sentence: Sentence, unit: int) -> bool:
    """Whether one person at a unit is the last of a list, by *and* or a comma before him."""
    group = sentence.values[unit]
    one = isinstance(group, PeopleGroup) and not group.pronoun and not group.partial and group.count.exact and group.count.low == 1
    return one and any(word_at(sentence, at) in ("and", "&", ",") for at in range(unit - 1, max(-1, unit - 4), -1))


def _parted(sentence: Sentence, unit: int, behind: int) -> bool:
    """Whether a comma or *and* parts the people at two units."""
    return any(word_at(sentence, at) in (",", ";", "and", "&", "plus") for at in range(unit + 1, behind))


def _counted_before(sentence: Sentence, unit: int) -> bool:
    """Whether people with a number stand before *of* and people without one at ``unit``."""
    head, group = sentence.values[unit - 2], sentence.values[unit]
    if not isinstance(head, PeopleGroup) or not isinstance(group, PeopleGroup):
        return False
    return (head.counted or head.count.exact) and group.count.vague and not group.counted


def _kin_of(sentence: Sentence, unit: int) -> bool:
    """Whether people with a number and a noun stand before *of* and the one person at ``unit``, who is told by an article or a name."""
    head, group = sentence.values[unit - 2] if unit > 1 else None, sentence.values[unit]
    if not isinstance(head, PeopleGroup) or not isinstance(group, PeopleGroup) or group.pronoun or group.count.low != 1:
        return False
    return head.counted and bool(head.head) and not (head.partial or head.name)


def _one_of(sentence: Sentence, unit: int) -> int | None:
    """The unit of the one person who stands before *of* and the people at ``unit``."""
    at = unit - 1
    if word_at(sentence, at) == "the":
        at -= 1
    if word_at(sentence, at) != "of" or at < 1:
        return None
    group = sentence.values[at - 1]
    return at - 1 if isinstance(group, PeopleGroup) and group.count.exact and group.count.low == 1 and not group.partial else None


def _set_apart(sentence: Sentence, units: list[int], verb: int) -> bool:
    """Whether commas set apart what says of one person whose kin or friend he is: "Anton Berg, a cousin of Nils and Karl, was killed"."""
    group, apart = group_at(sentence, units[0]), group_at(sentence, units[1])
    if group is None or apart is None or number(replace(group, pronoun=False)) is not False:
        return False
    commas = word_at(sentence, units[0] + 1) == "," and units[1] == units[0] + 2 and word_at(sentence, verb - 1) == ","
    return commas and apart.words.lower().startswith(("a ", "an ", "the ")) and " of" in f"{apart.words} {word_at(sentence, units[1] + 1)}"


def _governed(sentence: Sentence, unit: int, rules: Rulebook) -> bool:
    """Whether the people at a unit are the object of a participle: "a man accused of shooting an officer was killed"."""
    before = word_at(sentence, unit - 1)
    return before.endswith("ing") and len(before) > 5 and before.isalpha() and before not in words_of(rules, "governs-nobody")


def number(group: PeopleGroup | None) -> bool | None:
    """True for a plural, False for a singular, None when the words do not tell."""
    if group is None or group.pronoun or group.count.high == 0 or (" of " in group.words and group.counted and not group.partial):
        return None  # "a family of five was killed"
    if group.count.high == 1:
        return False
    if group.counted and (group.count.low or 0) >= 2:
        pair = group.head and not group.plural and group.words.split(" ", 1)[0].lower() in _ONE
        return None if pair else True  # "a couple was killed", "a couple were killed"
    return True if group.plural else None
