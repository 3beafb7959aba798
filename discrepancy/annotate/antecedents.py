"""Whom a relative clause or a participle says more of, and so who is the subject of the verb behind it.

Takes a :class:`~discrepancy.annotate.grammar.Line` and the unit of a relative, or of a verb that may stand behind such a description; gives
half-open ranges of units.
"""

from __future__ import annotations

from discrepancy.annotate.clauses import opens
from discrepancy.annotate.grammar import Line
from discrepancy.annotate.noungroups import Range
from discrepancy.annotate.verbgroups import latest_verb, verb_group

EDGE = frozenset('KS"RsB(')
"""Tags of units at which a part of a sentence ends."""
INSIDE = frozenset("DYQNwHv-'aT")
"""Tags of units that a noun group may hold."""
SAY = frozenset(("said", "say", "says"))
_RELATIVES = frozenset(("who", "which", "whom", "whose"))


def antecedent(line: Line, relative: int) -> Range | None:
    """The noun group that the relative clause opened at unit ``relative`` says more of, or None."""
    if line.words[relative - 1 : relative] == ("those",):
        return relative - 1, relative
    end = relative
    while end > 0 and line.tags[end - 1] in "KPD":
        end -= 1
    start = group_start(line, end)
    somebody = line.words[relative] in ("who", "whom") and start > 1 and line.tags[start - 1] == "P" and _places(line, start, end)
    if somebody:  # "a watchman in Lima, who was wounded"
        end = start - 1
        start = group_start(line, end)
    return (start, end) if start < end else None


def group_start(line: Line, end: int) -> int:
    """The first unit of the noun group that ends before a unit; ``end`` where none does."""
    start = end
    while start > 0 and line.tags[start - 1] in INSIDE and line.tags[start - 1] != "v":
        if line.words[start - 1] == "that" and line.tags[start : start + 1] in ("D", "Y", "Q"):
            break  # "told Lima that | the gunmen who"
        counted = line.tags[start : start + 1] == "Q" and line.tags[start - 1] == "w" and line.tags[start - 2 : start - 1] not in ("D", "Y")
        if counted or (start < end and line.tags[start - 1] == "T" and line.tags[start - 2 : start - 1] == "P"):
            break  # "were on Wednesday still hunting | four robbers who held up", but not "an attack on 1 March, which"
        if line.words[start - 1] == "that" and start < end and that_clause(line, start - 1):
            break  # "told a meeting on Friday that | the man who shot him"
        start -= 1
    return start


def _places(line: Line, start: int, end: int) -> bool:
    """Whether all that a noun group names are places."""
    named = line.names(start, end)
    return bool(named) and all(name.kind == "place" for _, name in named)


def that_clause(line: Line, at: int) -> bool:
    """Whether a *that* opens a clause: "said in a letter that a judge | was killed", "that rebels | killed a judge"."""
    if at + 1 >= len(line.words):
        return False
    many = line.tags[at + 1] == "w" and line.words[at + 1].endswith("s") and not line.words[at + 1].endswith("ss")
    return many or line.tags[at + 1] in "DYQNO"


def behind_relative(line: Line, relative: int, told: int | None, verb: int) -> bool:
    """Whether a verb is that of the sentence, behind a relative clause that no comma closes: "a judge who looked into the case was killed".
    ``told`` is the verb of the clause, None where no one knows it: "rebels who hold the hills attacked". No other verb stands before the
    clause, nor behind the verb: "those who say that a judge was killed are wrong"."""
    tags = line.tags
    if relative < 1 or line.words[relative] not in _RELATIVES or tags[relative - 1] not in "wNH":
        return False
    if told is not None and told == verb_group(line, verb) - 1 and tags[relative + 1] in INSIDE:
        return True  # "a man who witnesses say | shot a judge", "a judge whom the cartel had threatened | was shot"
    if told is not None and line.words[told] in SAY and tags[told + 1] in "wDYQN" and told + 1 < verb_group(line, verb):
        return False  # "journalists who reached the village said | soldiers had killed nine farmers"
    begins = relative + 1 + (tags[relative + 1 : relative + 2] == "a")
    if told is None and not (tags[begins] == "w" and tags[begins + 1] in "DYQNP" and begins + 1 < verb):
        return False
    group = verb_group(line, verb)
    if set(tags[told or begins : group]) & set("CmRs") or "that" in line.words[begins:group]:
        return False
    return _main_verb(line, relative, verb)


def behind_that(line: Line, start: int, end: int, verb: int) -> Range | None:
    """Who stands before *that* and a verb, where no comma closes their clause: "the gang that tried to kidnap a banker | took nine guests
    hostage"; None elsewhere."""
    for that in range(start + 1, end - 1):
        relative = line.words[that] == "that" and line.tags[that - 1] in "wN"
        if relative and (line.tags[that + 1] in "bhmdv" or line.words[that + 1].endswith("ed")):
            group = (group_start(line, that), that)
            return group if verb_group(line, verb) > that + 1 and group[0] < that and _main_verb(line, that, verb) else None
    return None


def behind_participle(line: Line, end: int, verb: int) -> Range | None:
    """Who is described between the first noun of a sentence and its verb: "officers chasing robbers | shot a man", "a man suspected of
    helping rebels | was shot"; None where nobody is. ``end`` is the unit before which the description ends."""
    tags, at = line.tags, end - 1
    while at > 0 and tags[at] not in 'KS"RB(Cbhdm' and (tags[at] != "s" or line.words[at] == "as"):
        of_it = tags[at - 1] == "P" or line.words[at - 1] == "to"  # "of helping", "trying to seize"
        if not of_it and (tags[at] == "v" or _describes(line, at)):
            break
        if opens(line, at) or line.words[at] == "that" or tags[at] == "O":
            return None  # "came to Lima after six priests | were murdered", "claimed in a letter that they | killed him"
        at -= 1
    if at < 1 or at + 1 >= end or tags[at - 1] not in "wN" or not _describes(line, at):
        return None
    start = max(group_start(line, at), max((u + 1 for u in range(at) if tags[u] == "T"), default=0))
    said = line.tags[start - 1 : start] == "v"  # "police say | men wearing masks"
    return (start, at) if start < at and _main_verb(line, start - 1 if said else at, verb) else None


def _describes(line: Line, at: int) -> bool:
    """Whether a participle says more of the noun before it: "riding a motorcycle", "armed with rifles", "disguised as guards"; not the
    noun of "the building in Lima"."""
    word, tag, behind = line.words[at], line.tags[at], line.tags[at + 1 : at + 2]
    if word.endswith("ing"):
        return tag == "v" or (tag == "w" and behind in ("D", "Y", "Q"))
    led = behind == "P" or line.words[at + 1 : at + 2] == ("as",)
    return led and (tag == "v" or (tag == "w" and word.endswith("ed")))


def _main_verb(line: Line, behind: int, verb: int) -> bool:
    """Whether a verb has the subject that ends at unit ``behind``, where more is said of it before the verb: no other verb stands before
    it, nor behind the verb, which says when it was or what it was done to."""
    tags, group = line.tags, verb_group(line, verb)
    after = verb + 1 + (tags[verb + 1 : verb + 2] == "a")
    plain = tags[verb - 1] in "wNHT" and tags[after : after + 1] in tuple("DYQN") and not line.words[verb].endswith("ing")
    if not (plain or set(tags[group:verb]) & set("bhdm")):
        return False
    before = behind
    while before > 0 and tags[before - 1] not in EDGE:
        before -= 1
    done = next((u for u in range(verb + 1, len(tags)) if tags[u] in 'KCRsS"B('), len(tags))
    return latest_verb(line, before, behind) is None and not set(tags[verb + 1 : done]) & set("bhdm")
