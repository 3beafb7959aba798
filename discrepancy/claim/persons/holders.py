"""Who holds a post that a thing, a body or a place gives to one person: "the ferry's captain, X", "Mayor Y", "Z, the club's coach".

Takes the lines of an article; gives ``name`` claims whose scope is the post, whose population is what has it ("ferry", "Lima Rovers", ""
for what is not said) and whose value is the person. They are about nothing yet: whether two articles mean one post is asked where articles
meet (:mod:`discrepancy.link.holders`). Former, deputy and coming holders are left out, and so is a post that an article gives to several.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.parties import full
from discrepancy.claim.evidence import Claims
from discrepancy.claim.persons.bearers import WORD_BEFORE, any_phrase, beside, by_phrase, people_named, said
from discrepancy.model.claims import Name
from discrepancy.model.text import Span
from discrepancy.model.values import terms
from discrepancy.rulebook.kinds.roles import SolePost
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_CALLED = r"(?P<body>[A-Z][\w&-]*(?:(?:(?<=s)[’'])?\s(?:of\s(?:the\s)?)?[A-Z][\w&-]*){0,3}|(?:[A-Za-z][a-z]+\s)?[a-z]+)"
"""What has a post: a name of up to four words, or a noun with a word before it."""
_THE = r"(?:(?:[Tt]he|[Ii]ts)\s)?"
_INDEFINITE = re.compile(r"\b(?:an?|his|her|their)\s(?:[\w-]+\s)?$", re.IGNORECASE)
_INSIDE = re.compile(r"(?<=[a-z,] )[A-Z][\w-]+")


@dataclass(frozen=True, slots=True)
class _Forms:
    """The post of each phrase, and the wordings right before and right behind a name; ``heads`` are words one of which every post
    holds."""

    post: dict[str, SolePost]
    heads: frozenset[str]
    plurals: dict[str, SolePost]
    before: tuple[re.Pattern[str], ...]
    behind: tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class _Holder:
    rule: SolePost
    body: str
    person: str
    span: Span


@cache
def _forms(rules: Rulebook) -> _Forms:
    post = by_phrase(SolePost, rules)
    words = rf"(?<![\w’'-])(?P<post>(?i:{any_phrase(post)}))"
    rank = rf"(?:(?i:{any_phrase(words_of(rules, 'before-name'))}|captain|capt)\.?\s)?"
    end = r"(?=\s*(?:[,.;]|$))"
    return _Forms(
        post,
        frozenset(phrase.split()[-1] for phrase in post),
        {plural: rule for rule in rules.of(SolePost) for plural in rule.plurals},
        (
            re.compile(rf"(?:identified|named)\sthe\s{words}\sas\s$"),
            re.compile(rf"\b[Tt]he\s{words}\s(?:was|has\sbeen|had\sbeen)\s(?:identified|named)(?:\sby\s[\w\s]{{1,30}})?\sas\s$"),
            re.compile(rf"{words}\s(?:of|at)\s(?:the\s)?{_CALLED}(?:\s(?:province|state|county|city|region|district))?,\s{rank}$"),
            re.compile(rf"(?:^|[\s“(]){_THE}{_CALLED}(?:[’']s|(?<=s)[’'])\s{words},?\s{rank}$"),
            re.compile(rf"(?:^|[\s“(])(?:[Tt]he|[Ii]ts|[Tt]heir)\s{words},?\s{rank}$"),
            re.compile(rf"(?:^|[\s“(]){_THE}{_CALLED}\s{words},?\s$"),
            re.compile(rf"(?:^|[\s“(])(?P<bare>){words}\s$"),
        ),
        (
            re.compile(rf",\s(?:the\s)?{words}\s(?:of|at)\s(?:the\s)?{_CALLED}"),
            re.compile(rf",\s(?:the\s)?{_CALLED}(?:[’']s|(?<=s)[’'])\s{words}{end}"),
            re.compile(rf",\s(?:the|its)\s{words}{end}"),
            re.compile(rf",\s(?:the\s)?{_CALLED}\s{words}{end}"),
        ),
    )


def holder_claims(lines: Sequence[Line], claims: Claims, rules: Rulebook) -> None:
    """One claim a post, what has it and person, at the first place that tells it."""
    forms = _forms(rules)
    found: list[_Holder] = []
    dropped: set[str] = set()
    proper: frozenset[str] = frozenset()
    named: dict[str, set[str]] = {}
    for line in lines:
        dropped.update(forms.plurals[word].label for word in line.words if word in forms.plurals)
        if forms.heads.isdisjoint(line.words):
            continue
        changes = not words_of(rules, "post-changes").isdisjoint(line.words)
        for name in people_named(line):
            if " " in full(name):
                proper = proper or _proper(lines)
                named = named or _named(lines)
                found += _held(name, line, forms, proper, named, rules)
        if changes:
            dropped.update(rule.label for phrase, rule in forms.post.items() if set(phrase.split()).issubset(line.words))
    told = {word for line in lines for word in line.words} if found else set()
    for rule in dict.fromkeys(holder.rule for holder in found if holder.rule.label not in dropped):
        for holder in _sole([holder for holder in found if holder.rule.label == rule.label], told):
            claims.add("name", terms(holder.person), holder.span, rule.id, population=holder.body, scope=rule.label)


def _sole(holders: Sequence[_Holder], told: set[str]) -> Iterator[_Holder]:
    """The first telling of each post that an article gives to one person; of a thing that it does not name, where it tells of one sort."""
    holders = [placed for holder in holders if (placed := _of_sort(holder, told)) is not None]
    of = {holder.body: {other.person for other in holders if other.body == holder.body} for holder in holders}
    if len(of) > 1 and any(not body[:1].isupper() for body in of) and len({holder.person for holder in holders}) > 1:
        return
    seen: set[str] = set()
    for holder in holders:
        if len(of[holder.body]) == 1 and holder.body not in seen:
            seen.add(holder.body)
            yield holder


def _of_sort(holder: _Holder, told: set[str]) -> _Holder | None:
    if holder.rule.sort != "thing" or holder.body:
        return holder
    sorts = [next(noun for noun in line.split() if noun in told) for line in holder.rule.bodies if not told.isdisjoint(line.split())]
    sorts = sorts or [noun for noun in holder.rule.generic if noun in told][:1]
    return _Holder(holder.rule, sorts[0], holder.person, holder.span) if len(sorts) == 1 else None


def _proper(lines: Sequence[Line]) -> frozenset[str]:
    """Words that the article prints with a capital inside a sentence, and that are no day's: at the beginning of one too they are
    names."""
    own = [line for line in lines if line.sentence.block == "body"]
    aside = {
        word
        for line in own
        for at, value in line.mentions
        if not isinstance(value, Name)
        for word in line.sentence.text[line.starts[at] : line.ends[at]].split()
    }
    return frozenset(word for line in own for word in _INSIDE.findall(line.sentence.span.of(line.sentence.text))) - aside


def _named(lines: Sequence[Line]) -> dict[str, set[str]]:
    """The names of an article that are no persons', by their last word in lower case: what "the union" may stand for."""
    found: dict[str, set[str]] = {}
    for line in lines:
        for _, name in line.named:
            if name.kind != "person" and " " in full(name):
                found.setdefault(full(name).split()[-1].lower(), set()).add(full(name))
    return found


def _held(name: Name, line: Line, forms: _Forms, proper: frozenset[str], named: dict[str, set[str]], rules: Rulebook) -> Iterator[_Holder]:
    """The posts told right before or right behind a name, that are neither former ones nor parts of longer ones."""
    others = words_of(rules, "other-title") | words_of(rules, "passing-title")
    for match, span in beside(name, line, forms.before, forms.behind):
        groups, rule = match.groupdict(), said(forms.post, match["post"])
        before = WORD_BEFORE.search(match.string[: match.start("post")])
        near = {before[1].lower()} if before is not None else set()
        near |= {word.lower() for word in (groups.get("body") or "").split()}
        if not others.isdisjoint(near - {","}):
            continue
        called = _body(groups["body"], line, rule, proper) if groups.get("body") else ""
        if rule.sort == "body" and called == "" and groups.get("body"):  # "the union's secretary": of the one union that is named
            meant = named.get(groups["body"].split()[-1].lower(), set())
            called = next(iter(meant)) if len(meant) == 1 else ""
        bare = rule.bare and (match["post"][0].isupper() or rule.sort != "body") and "," not in match.group()
        bare |= rule.bare and rule.sort == "body" and not groups.keys() & {"body", "bare"}  # "the mayor, Bo Quist"
        if not bare and ("bare" in groups or called is None or (rule.sort == "body" and not called)):
            continue
        if groups.get("body") and _INDEFINITE.search(f"{match.string[: match.start('body')]}{groups['body'].split()[0]} "):
            continue  # "a bus driver, Bo Quist" is any
        called = "" if rule.sort == "anybody" else called
        first = match.start("post")
        if called:
            first = min(first, match.start("body") + max(0, len(groups["body"]) - len(called)))
        shown = span if span.end > name.span.end else Span(span.start + first - match.start(), span.end)
        yield _Holder(rule, called or "", full(name), shown)


def _body(words: str, line: Line, rule: SolePost, proper: frozenset[str]) -> str | None:
    """What has a post, as it is held against others: a name that the article names something by, a noun of the rule, of a body with the
    word before it, which alone tells it from others ("electoral commission"); None for anything else."""
    body = " ".join(words.split())
    if body.split()[-1][0].isupper():
        named = (full(name) for _, name in line.named if name.kind != "person" and body.endswith(name.text))
        first, *more = body.split()
        if found := max(named, key=len, default=""):
            return found
        if more or first.lower() not in rule.nouns:
            return body if proper.issuperset(more or (first,)) else None
    *before, noun = body.lower().split()
    if noun not in rule.nouns:
        return None
    return noun if rule.sort == "thing" else f"{before[-1]} {noun}" if before else ""
