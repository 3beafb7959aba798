"""Who stands before a verb: its subject.

Takes a :class:`~discrepancy.annotate.grammar.Line` and the unit of a verb; gives half-open ranges of units. News prose keeps its subjects
close enough for scans that run over one sentence at most a few times.
"""

from __future__ import annotations

from discrepancy.annotate.antecedents import EDGE, INSIDE, SAY, antecedent, behind_participle, behind_relative, behind_that, that_clause
from discrepancy.annotate.clauses import opens
from discrepancy.annotate.grammar import Line
from discrepancy.annotate.noungroups import Range, first_group
from discrepancy.annotate.verbgroups import latest_verb, verb_group

_PARTICIPLES = ("ed", "en")
_ASIDE = 10
"""Units that a form in brackets has at most."""


_TOLD_IT = frozenset(("it", "they", "he", "she", "we"))
"""Pronouns that begin the clause of what somebody was told."""


def subject(line: Line, verb: int, depth: int = 0) -> Range | None:
    """The noun group that is the subject of the verb at unit ``verb``, or None.

    An empty place before "and killed" or "by striking" is filled from the verb before; a relative clause has the
    noun group before *which* or *who*.
    """
    if depth > 4:
        return None
    group = verb_group(line, verb)
    at = _without_times(line, group)
    tags = line.tags
    at = _before_bracket(line, at)
    if at > 3 and tags[at - 3 : at] == "KNK" and tags[at - 4] in "wN'":
        at -= 3  # "the Zenda Liberation Front, ZLF, has claimed", "a judge, Bo Quist, was shot"
    elif at > 0 and tags[at - 1] == "K":
        opened = _opening_comma(line, at - 1)
        if opened is not None:
            at = at - 1 if start_of_sentence(line, opened) else opened
    if tags[at - 1 : at] == '"' and (quoted := _quoted(line, at)) is not None:
        return quoted
    if line.words[group - 1 : group] == ("those",) and line.words[verb].endswith(_PARTICIPLES):
        return group - 1, group  # "those | determined to do it"
    infinitive = at > 0 and line.words[at - 1] == "to"
    gerund = group > 0 and line.words[group - 1] in ("by", "in", "after", "before", "of", "from", "for") and at == group
    if line.words[verb].endswith("ing") and line.tags[:group] and set(line.tags[:group]) <= {"T"}:
        return behind_comma(line, verb)
    if infinitive or gerund:
        at -= 1
    if gerund and start_of_sentence(line, at):
        return behind_comma(line, verb)
    with_group = _with_group(line, at) if line.words[verb].endswith("ing") else None
    if with_group is not None:
        return with_group
    start = at
    while start > 0 and tags[start - 1] not in EDGE:
        start -= 1
    last_verb = latest_verb(line, start, at)
    first = start
    if behind_relative(line, start - 1, last_verb, verb):
        return antecedent(line, start - 1)
    if (described := behind_participle(line, at, verb)) is not None:
        return described
    if "that" in line.words[start + 1 : at - 1] and not infinitive and (told := behind_that(line, start, at, verb)) is not None:
        return told
    if last_verb is not None:
        if gerund and (meant := _meant_to(line, last_verb, at)) is not None:
            return meant
        if group < verb and at == group and line.words[at - 1] == "that" and tags[at - 2 : at - 1] in ("w", "N"):
            return antecedent(line, at - 1)  # "died in a fire that was laid"
        first = last_verb + 1
        joined = max((u for u in range(first, at) if tags[u] == "C"), default=None)
        shared = joined == at - 1
        if shared and (done := _said_to(line, last_verb, at - 1)) is not None:
            return done
        if gerund or shared:
            return subject(line, last_verb, depth + 1)
        if joined is not None and not infinitive and not _both_said(line, last_verb, at):
            first = joined + 1
        if first >= at:
            return subject(line, last_verb, depth + 1)
    if first >= at and start > 0 and tags[start - 1] == "R":
        return antecedent(line, start - 1)
    if first >= at and start > 0 and tags[start - 1] in 'K"(':
        earlier = latest_verb(line, 0, start - 1)  # "Pakistan struck, killing nine"; ", wounding nine"
        return subject(line, earlier, depth + 1) if earlier is not None else first_group(line, 0, start - 1)
    if tags[start:at] == "C" and tags[start - 1 : start] == "K":  # "Vance resisted, and was shot", "Vance resisted, however, and was shot"
        earlier = latest_verb(line, 0, start - 1)
        return subject(line, earlier, depth + 1) if earlier is not None else first_group(line, 0, start - 1)
    first = max((u + 1 for u in range(first, at) if opens(line, u) or (line.words[u] == "that" and that_clause(line, u))), default=first)
    found = first_group(line, first, at)
    if found is not None and found[1] == at - 1 and line.words[at - 1] in _TOLD_IT:
        return at - 1, at  # "told the judge | it had carried out the attack"
    if found is None and last_verb is not None:
        return subject(line, last_verb, depth + 1)
    return found


def _meant_to(line: Line, verb: int, end: int) -> Range | None:
    """Who is to do something, where a form in -ing says how: "expects rebels | to take action by burning lorries"."""
    to = next((u for u in range(verb + 1, end) if line.words[u] == "to" and line.tags[u + 1] in "vw"), verb + 1)
    return first_group(line, verb + 1, to) if to > verb + 1 else None


def _quoted(line: Line, end: int) -> Range | None:
    """The noun group between quotation marks right before a verb, without its *of* part: 'told reporters that | "rightist soldiers" | could
    be behind it', '"members of the army" took part'."""
    opened = line.tags.rfind('"', 0, end - 1)
    of = next((unit for unit in range(opened + 1, end - 1) if line.words[unit] == "of"), end - 1)
    inside = line.tags[opened + 1 : of] + line.tags[of + 1 : end - 1] if opened >= 0 else ""
    named = of > opened + 1 and inside and set(inside) <= INSIDE | {"C"} and line.tags[end - 2] in "wN"
    return (opened + 1, of) if named else None


def _said_to(line: Line, verb: int, end: int) -> Range | None:
    """Of whom it is said that he did something before *and*, by a verb no list knows: "police say | a man burst in and opened fire", "said
    | Bo Quist burst in and opened fire"."""
    at = verb + 1 + (line.words[verb + 1] == "that")
    if (line.words[verb] not in SAY and line.words[at - 1] != "that") or line.tags[at] not in "DYQNO":
        return None
    group = first_group(line, at, end)
    named = line.tags.rfind("N", at, group[1]) if group is not None and line.tags[at] == "N" else -1
    return group if group is None or named < 0 else (group[0], named + 1)


def _both_said(line: Line, verb: int, end: int) -> bool:
    """Whether the *and* between two verbs joins two nouns, for *that* opens their clause: "said that the army and the police attacked"."""
    return line.words[verb + 1] == "that" and set(line.tags[verb + 1 : end]) <= INSIDE | {"C"}


def _before_bracket(line: Line, end: int) -> int:
    """``end`` moved left over a form in brackets: 'the "Zenda Front" [ZF] bombed'."""
    if end < 3 or line.words[end - 1] not in ("]", ")"):
        return end
    opened = max((u for u in range(max(0, end - _ASIDE), end) if line.words[u] in ("[", "(")), default=0)
    return opened if opened and "N" in line.tags[max(0, opened - 2) : opened] else end


def start_of_sentence(line: Line, at: int) -> bool:
    """Whether only a time, a number or an adverb stands before ``at``: "Three weeks after striking, Ruritania …"."""
    return all(tag in "TQaPD" for tag in line.tags[:at])


def behind_comma(line: Line, at: int) -> Range | None:
    """The subject of the clause behind an opening participle: the noun group behind its comma."""
    comma = line.tags.find("K", at)
    return first_group(line, comma + 1, len(line.tags)) if comma >= 0 else None


def _with_group(line: Line, end: int) -> Range | None:
    """The noun group between *with* and a participle: "with Ruritania recalling its envoy"."""
    start = end
    while start > 0 and line.tags[start - 1] in INSIDE:
        start -= 1
    return (start, end) if 0 < start < end and line.words[start - 1] == "with" else None


def _without_times(line: Line, at: int) -> int:
    """``at`` moved left over times and adverbs: "Pakistan and Iran on Monday said"."""
    while at > 0:
        if line.tags[at - 1] == "T":
            at -= 2 if at > 1 and line.tags[at - 2] == "P" else 1
        elif line.tags[at - 1] == "a":
            at -= 1
        else:
            break
    return at


def _opening_comma(line: Line, closing: int) -> int | None:
    """The comma that opens the aside which ``closing`` closes, the earliest in the sentence part; None when there is
    none."""
    opened = None
    for unit in range(closing - 1, -1, -1):
        if line.tags[unit] in 'S"' or closing - unit > 40:
            break
        if line.tags[unit] == "K" and unit > 0:
            opened = unit
            if line.tags[unit + 1] in "Rvab" or line.words[unit + 1].endswith("ing") or line.tags[unit + 1] == "P":
                return unit
    return opened
