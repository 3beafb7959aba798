"""Who stands before a verb: its subject, whether it is passive, and whom a relative clause tells of.

Takes a :class:`~discrepancy.annotate.grammar.Line` and the unit of a verb; gives half-open ranges of units. News prose keeps its subjects
close enough for scans that run over one sentence at most a few times.
"""

from __future__ import annotations

from discrepancy.annotate.clauses import OPENERS
from discrepancy.annotate.grammar import Line
from discrepancy.annotate.noungroups import Range, first_group, without_object

_GROUP = frozenset("bhdmga")
_EDGE = frozenset('KS"RsB(')
_INSIDE = frozenset("DYQNwHv-'aT")
_ASIDE = 10
"""Units that a form in brackets has at most."""


_PARTICIPLES = ("ed", "en")
_SAY = frozenset(("said", "say", "says"))
_RELATIVES = frozenset(("who", "which", "whom", "whose"))


def verb_group(line: Line, verb: int) -> int:
    """The first unit of the verb group whose main verb is ``verb``: auxiliaries and adverbs before it."""
    at = verb
    while at > 0 and line.tags[at - 1] in _GROUP:
        at -= 1
    return at


def passive(line: Line, verb: int) -> bool:
    """True when a form of *be* stands in the verb group, or nothing does but a noun before and *by* behind ("men
    shot by police"); also for what somebody is found as ("was found murdered") and for what shares a form of *be* ("was kidnapped and
    released on Monday")."""
    group = line.tags[verb_group(line, verb) : verb]
    if "b" in group:
        return not line.words[verb].endswith("ing")
    if line.words[verb - 1 : verb] == ("found",) and line.tags[verb - 2 : verb - 1] not in "DYQ":
        return True
    if line.tags[verb] == "v" and _shares_be(line, verb):
        return True
    if "h" in group or "m" in group or (verb and line.words[verb - 1] == "to"):
        return False
    at = _behind_times(line, verb + 1)
    behind = line.words[at : at + 2]
    return behind[:1] == ("by",) and not behind[-1].endswith("ing")


def _shares_be(line: Line, verb: int) -> bool:
    """Whether a verb without an object follows a passive one and *and*: "was kidnapped on Friday and released on Monday"."""
    at = verb
    while at > 0 and line.tags[at - 1] == "a":
        at -= 1
    if at < 2 or line.tags[at - 1] != "C" or not without_object(line, verb):
        return False
    be = line.tags.rfind("b", max(0, at - 16), at - 1)
    first = next((u for u in range(be + 1, at) if line.tags[u] != "a"), at) if be >= 0 else at
    if first < at - 1 and line.words[first].endswith(_PARTICIPLES) and not set(line.tags[first:at]) & set("vbhdmSRO"):
        return True  # "were dragged from a bus and shot": the first is no verb that tells of anything
    earlier = _last_verb(line, max(0, at - 16), at - 1)
    return earlier is not None and line.tags[earlier] == "v" and "b" in line.tags[verb_group(line, earlier) : earlier]


def _behind_times(line: Line, at: int) -> int:
    """``at`` moved right over times: "killed on Monday by gunmen"."""
    while at < len(line.tags) and (line.tags[at] == "T" or (line.tags[at] == "P" and line.tags[at + 1 : at + 2] == "T")):
        at += 1
    return at


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
    while start > 0 and tags[start - 1] not in _EDGE:
        start -= 1
    last_verb = _last_verb(line, start, at)
    first = start
    if _behind_relative(line, start - 1, last_verb, verb):
        return antecedent(line, start - 1)
    if (described := _behind_participle(line, at, verb)) is not None:
        return described
    if "that" in line.words[start + 1 : at - 1] and not infinitive and (told := _behind_that(line, start, at, verb)) is not None:
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
        earlier = _last_verb(line, 0, start - 1)  # "Pakistan struck, killing nine"; ", wounding nine"
        return subject(line, earlier, depth + 1) if earlier is not None else first_group(line, 0, start - 1)
    if tags[start:at] == "C" and tags[start - 1 : start] == "K":  # "Vance resisted, and was shot", "Vance resisted, however, and was shot"
        earlier = _last_verb(line, 0, start - 1)
        return subject(line, earlier, depth + 1) if earlier is not None else first_group(line, 0, start - 1)
    first = max(
        (u + 1 for u in range(first, at) if line.words[u] in OPENERS or (line.words[u] == "that" and that_clause(line, u))), default=first
    )
    found = first_group(line, first, at)
    if found is None and last_verb is not None:
        return subject(line, last_verb, depth + 1)
    return found


def _behind_relative(line: Line, relative: int, told: int | None, verb: int) -> bool:
    """Whether a verb is that of the sentence, behind a relative clause that no comma closes: "a judge who looked into the case was killed".
    ``told`` is the verb of the clause, None where no one knows it: "rebels who hold the hills attacked". No other verb stands before the
    clause, nor behind the verb: "those who say that a judge was killed are wrong"."""
    tags = line.tags
    if relative < 1 or line.words[relative] not in _RELATIVES or tags[relative - 1] not in "wNH":
        return False
    if told is not None and told == verb_group(line, verb) - 1 and tags[relative + 1] in _INSIDE:
        return True  # "a man who witnesses say | shot a judge", "a judge whom the cartel had threatened | was shot"
    if told is not None and line.words[told] in _SAY and tags[told + 1] in "wDYQN" and told + 1 < verb_group(line, verb):
        return False  # "journalists who reached the village said | soldiers had killed nine farmers"
    opens = relative + 1 + (tags[relative + 1 : relative + 2] == "a")
    if told is None and not (tags[opens] == "w" and tags[opens + 1] in "DYQNP" and opens + 1 < verb):
        return False
    group = verb_group(line, verb)
    if set(tags[told or opens : group]) & set("CmRs") or "that" in line.words[opens:group]:
        return False
    return _main_verb(line, relative, verb)


def _behind_that(line: Line, start: int, end: int, verb: int) -> Range | None:
    """Who stands before *that* and a verb, where no comma closes their clause: "the gang that tried to kidnap a banker | took nine guests
    hostage"; None elsewhere."""
    for that in range(start + 1, end - 1):
        opens = line.words[that] == "that" and line.tags[that - 1] in "wN"
        if opens and (line.tags[that + 1] in "bhmdv" or line.words[that + 1].endswith("ed")):
            group = (_group_start(line, that), that)
            return group if verb_group(line, verb) > that + 1 and group[0] < that and _main_verb(line, that, verb) else None
    return None


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
    named = of > opened + 1 and inside and set(inside) <= _INSIDE | {"C"} and line.tags[end - 2] in "wN"
    return (opened + 1, of) if named else None


def _behind_participle(line: Line, end: int, verb: int) -> Range | None:
    """Who is described between the first noun of a sentence and its verb: "officers chasing robbers | shot a man", "a man suspected of
    helping rebels | was shot"; None where nobody is. ``end`` is the unit before which the description ends."""
    tags, at = line.tags, end - 1
    while at > 0 and tags[at] not in 'KS"RB(Cbhdm' and (tags[at] != "s" or line.words[at] == "as"):
        of_it = tags[at - 1] == "P" or line.words[at - 1] == "to"  # "of helping", "trying to seize"
        if not of_it and (tags[at] == "v" or _describes(line, at)):
            break
        if line.words[at] in OPENERS or line.words[at] == "that" or tags[at] == "O":
            return None  # "came to Lima after six priests | were murdered", "claimed in a letter that they | killed him"
        at -= 1
    if at < 1 or at + 1 >= end or tags[at - 1] not in "wN" or not _describes(line, at):
        return None
    start = max(_group_start(line, at), max((u + 1 for u in range(at) if tags[u] == "T"), default=0))
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
    while before > 0 and tags[before - 1] not in _EDGE:
        before -= 1
    done = next((u for u in range(verb + 1, len(tags)) if tags[u] in 'KCRsS"B('), len(tags))
    return _last_verb(line, before, behind) is None and not set(tags[verb + 1 : done]) & set("bhdm")


def that_clause(line: Line, at: int) -> bool:
    """Whether a *that* opens a clause: "said in a letter that a judge | was killed", "that rebels | killed a judge"."""
    if at + 1 >= len(line.words):
        return False
    many = line.tags[at + 1] == "w" and line.words[at + 1].endswith("s") and not line.words[at + 1].endswith("ss")
    return many or line.tags[at + 1] in "DYQNO"


def _said_to(line: Line, verb: int, end: int) -> Range | None:
    """Of whom it is said that he did something before *and*, by a verb no list knows: "police say | a man burst in and opened fire", "said
    | Bo Quist burst in and opened fire"."""
    at = verb + 1 + (line.words[verb + 1] == "that")
    if (line.words[verb] not in _SAY and line.words[at - 1] != "that") or line.tags[at] not in "DYQNO":
        return None
    group = first_group(line, at, end)
    named = line.tags.rfind("N", at, group[1]) if group is not None and line.tags[at] == "N" else -1
    return group if group is None or named < 0 else (group[0], named + 1)


def _both_said(line: Line, verb: int, end: int) -> bool:
    """Whether the *and* between two verbs joins two nouns, for *that* opens their clause: "said that the army and the police attacked"."""
    return line.words[verb + 1] == "that" and set(line.tags[verb + 1 : end]) <= _INSIDE | {"C"}


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
    while start > 0 and line.tags[start - 1] in _INSIDE:
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


def _last_verb(line: Line, start: int, end: int) -> int | None:
    """The last unit of ``[start, end)`` that is a finite verb or a known one."""
    for unit in range(end - 1, start - 1, -1):
        tag = line.tags[unit]
        if tag in "bhdm":
            return unit
        if tag == "v" and (unit == 0 or line.tags[unit - 1] not in "DYQ"):
            return unit
    return None


def antecedent(line: Line, relative: int) -> Range | None:
    """The noun group that the relative clause opened at unit ``relative`` says more of, or None."""
    if line.words[relative - 1 : relative] == ("those",):
        return relative - 1, relative
    end = relative
    while end > 0 and line.tags[end - 1] in "KPD":
        end -= 1
    start = _group_start(line, end)
    somebody = line.words[relative] in ("who", "whom") and start > 1 and line.tags[start - 1] == "P" and _places(line, start, end)
    if somebody:  # "a watchman in Lima, who was wounded"
        end = start - 1
        start = _group_start(line, end)
    return (start, end) if start < end else None


def _group_start(line: Line, end: int) -> int:
    start = end
    while start > 0 and line.tags[start - 1] in _INSIDE and line.tags[start - 1] != "v":
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
