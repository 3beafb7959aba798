"""Details with a closed set of answers: "shot in the leg", "pleaded not guilty", "the fire began in the kitchen".

Takes the lines and events of an article; gives ``detail`` claims whose scope is the question. Of the story an article answers a question
where it gives one answer alone; what is denied, asked or told beside another answer, and what belongs to an older event, is none. Of which
story they are, only articles together can say (:mod:`discrepancy.link.holders`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from discrepancy.annotate.attributions import Attributions
from discrepancy.annotate.clauses import clause
from discrepancy.annotate.grammar import Line
from discrepancy.annotate.parties import full
from discrepancy.claim.events.sorts import types_of
from discrepancy.claim.evidence import Claims
from discrepancy.claim.facts.lone import lone_victim
from discrepancy.claim.facts.read import Fact
from discrepancy.claim.owners import Owners, named_in
from discrepancy.claim.persons.meant import told_before
from discrepancy.model.text import Span
from discrepancy.model.values import terms
from discrepancy.rulebook.kinds.details import Detail
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.phrases import PhraseRows, PhraseTable, in_tokens, rows_by_length, spelled_out
from discrepancy.rulebook.schema import Rulebook

_ASIDE = frozenset("DYa")
_TELLING_MORE = 2
"""Words that may tell more of an answer before it: "shot in the upper left arm"."""
_LIST = frozenset((",", "and", "or", "/"))
_NEXT = 4
"""Units behind an answer within which another one of a list follows."""
_VERB = 3
"""Units before a wording within which the auxiliary of its verb stands: "may yet be" charged."""
VICTIM = "person hit"
"""Of whom an answer is that names nobody, where an article tells of one person hit."""
_OWNS = re.compile(r"['’]s?\s(?!s\b)\w")
_HE = frozenset(("he", "she", "who"))


@dataclass(frozen=True, slots=True, eq=False)
class _Question:
    rule: Detail
    before: PhraseRows
    after: PhraseRows


Wordings = PhraseTable[tuple[_Question, str]]


@dataclass(frozen=True, slots=True)
class _Told:
    label: str
    span: Span
    who: str
    hit: bool


def detail_claims(lines: Sequence[Line], owners: Owners, facts: Sequence[Fact], claims: Claims, rules: Rulebook) -> None:
    """One claim a question, at the first place that answers it; of persons one a person."""
    wordings = _wordings(rules)
    found: dict[_Question, list[_Told]] = {}
    doubtful: set[_Question] = set()
    for index, line in enumerate(lines):
        if wordings.firsts.isdisjoint(line.words):
            continue
        for start, end, asked, label in _longest(line, wordings):
            first = _before(line, start, asked)
            if first is None or not _fits(line, end, asked, owners) or _of_another(index, start, owners, rules):
                continue
            if _listed(line, end, asked, wordings) or _denied(line, first, rules):
                doubtful.add(asked)
            elif not _might(line, first, rules):
                who = _who(index, first, asked.rule.whose, owners, claims.said, rules)
                hit = bool(who) or not _of_suspect(line, first, rules)
                found.setdefault(asked, []).append(_Told(label, line.span(first, end), who, hit))
    for asked, told in found.items():
        if asked not in doubtful:
            _claim(asked.rule, told, claims)
            if asked.rule.whose == "victim" and all(one.hit for one in told) and not all(one.who for one in told):
                _of_the_one(asked.rule, told, lone_victim(facts, claims.made, rules), claims)


def _of_the_one(rule: Detail, told: Sequence[_Told], event: str, claims: Claims) -> None:
    """The claim on the one person hit in an event, whom some answer does not name, where all are one answer."""
    labels = _narrowest({one.label for one in told}, rule.broader)
    if event and len(labels) == 1:
        first = next(one for one in told if one.label in labels)
        claims.add("detail", terms(first.label), first.span, rule.id, scope=rule.question, event=event, population=VICTIM)


def _of_suspect(line: Line, first: int, rules: Rulebook) -> bool:
    """Whether the words of the clause before an answer tell of whoever did it."""
    start, _ = clause(line, first)
    return not words_of(rules, "suspect").isdisjoint(line.words[start:first])


def _claim(rule: Detail, told: Sequence[_Told], claims: Claims) -> None:
    labels = _narrowest({one.label for one in told}, rule.broader)
    if rule.whose == "story" and len(labels) == 1:
        first = next(one for one in told if one.label in labels)
        claims.add("detail", terms(first.label), first.span, rule.id, scope=rule.question)
        return
    for who in dict.fromkeys(one.who for one in told if one.who):
        own = _narrowest({one.label for one in told if one.who == who}, rule.broader)
        if len(own) == 1:
            first = next(one for one in told if one.who == who and one.label in own)
            claims.add("detail", terms(first.label), first.span, rule.id, scope=rule.question, entity=who)


def _narrowest(labels: set[str], broader: Mapping[str, Collection[str]]) -> set[str]:
    """The labels without those that only say less than another of them."""
    return {label for label in labels if labels.isdisjoint(broader.get(label, ()))}


def _longest(line: Line, wordings: Wordings) -> Iterator[tuple[int, int, _Question, str]]:
    """Where a line holds the wording of an answer, for each question the longest that begins there, and none inside one before."""
    behind: dict[_Question, int] = {}
    for start, end, (asked, label) in wordings.within(line.words, 0, len(line.words)):
        if start >= behind.get(asked, 0):
            behind[asked] = end
            yield start, end, asked, label


def _before(line: Line, start: int, asked: _Question) -> int | None:
    """The unit at which the words that bring an answer begin; None where a question wants some and none stand there."""
    if not asked.before:
        return start
    at, more = start, 0
    while at:
        for size, phrases in asked.before:
            if at >= size and line.words[at - size : at] in phrases:
                return at - size
        at -= 1
        if line.tags[at] not in _ASIDE:
            more += 1
            if more > _TELLING_MORE or line.tags[at] not in "w-" or line.words[at].endswith("ing"):
                return None
    return None


def _fits(line: Line, end: int, asked: _Question, owners: Owners) -> bool:
    if asked.after and not any(line.words[end : end + size] in phrases for size, phrases in asked.after):
        return False
    rule = asked.rule
    return set(rule.unless).isdisjoint(line.words) and (not rule.about or owners.holds(rule.about))


def _of_another(index: int, unit: int, owners: Owners, rules: Rulebook) -> bool:
    """Whether a unit stands in words about times before the news, or about another event than the one that the article is chiefly about,
    an older one or one of other days; what the law does about it goes on for long."""
    if owners.old(index):
        return True
    main, near = owners.told.main, owners.near(index, unit)
    if not near or main is None or near == main.id:
        return False
    told = owners.told.mention(near)
    if told.background or main.when is None or told.when is None or told.type in types_of(rules, "legal"):
        return told.background
    ours, theirs = (main.when.first, main.when.last), (told.when.first, told.when.last)
    return bool((ours[1] and theirs[0] and ours[1] < theirs[0]) or (theirs[1] and ours[0] and theirs[1] < ours[0]))


def _listed(line: Line, end: int, asked: _Question, wordings: Wordings) -> bool:
    """Whether another answer follows as the next of a list: "shot in the leg and chest"."""
    if _LIST.isdisjoint(line.words[end : end + 1]):
        return False
    return any(other is asked for _, _, (other, _) in wordings.within(line.words, end, min(end + _NEXT, len(line.words))))


def _denied(line: Line, first: int, rules: Rulebook) -> bool:
    """Whether the clause says before an answer that it is none, or asks for it."""
    start, _ = clause(line, first)
    denied = "g" in line.tags[start:first] or any(word.endswith(("n't", "n’t")) for word in line.words[start:first])
    return denied or not words_of(rules, "left-open").isdisjoint(line.words[:first])


def _might(line: Line, first: int, rules: Rulebook) -> bool:
    """Whether the clause only says that something might be."""
    start, _ = clause(line, first)
    return not words_of(rules, "may-be").isdisjoint(line.words[max(0, min(start, first - _VERB)) : first])


def _who(index: int, first: int, whose: str, owners: Owners, said: Attributions, rules: Rulebook) -> str:
    """Of whom an answer is told: the person named last before it in its sentence, else the one for whom its pronoun stands; "" for nobody
    known."""
    lines, line = owners.lines, owners.lines[index]
    named = named_in(line, 0, first, "person")
    if named and said.speaks(named[-1][1].span) and _HE.isdisjoint(line.words[named[-1][0] : first]):
        return ""  # "Quist said that a boy was shot in the arm"
    if named:
        owns = _OWNS.match(line.sentence.text, named[-1][1].span.end)
        return "" if owns else full(named[-1][1])  # "Quist's friend was shot in the arm"
    if not _HE.isdisjoint(line.words[:first]):
        return told_before(index, lines, said, rules) or ""
    return owners.subject(("person",)) if whose == "subject" else ""


@cache
def _wordings(rules: Rulebook) -> Wordings:
    """The wordings of all answers, the longest first."""
    asked = [_Question(rule, rows_by_length(rule.before), rows_by_length(rule.after)) for rule in rules.of(Detail)]
    every = [
        (in_tokens(phrase), (one, label))
        for one in asked
        for label, wordings in one.rule.answers.items()
        for phrase in spelled_out(wordings)
    ]  # fmt: skip
    return PhraseTable(sorted(every, key=lambda one: -len(one[0].split())))
