"""Which claims an article has from another outlet by its own words: "as first reported by the Harbour Post".

Takes documents and their claims; gives origins: the outlet's own claims and those of all who cite it, whether its article is among the
documents or not. The words are in ``rules/link/citations.yaml``; names are compared without *the* and nouns such as *newspaper*.
Does not know whether the outlet really said so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from discrepancy.model.claims import Claim
from discrepancy.model.findings import Origin
from discrepancy.model.text import Document, Span
from discrepancy.model.values import Quantity, When
from discrepancy.rulebook.kinds.origins import Citation
from discrepancy.rulebook.kinds.pages import Outlet
from discrepancy.rulebook.kinds.speech import SpeakerWords
from discrepancy.rulebook.schema import Rule, Rulebook

_NAME = r"[A-Z][\w’'&-]*(?:\.\w[\w-]*)*(?:\s(?:(?:of|for|the|and|&|de|du|la|al)\s)?[A-Z][\w’'&-]*(?:\.\w[\w-]*)*)*"
_SMALL = r"[a-z][\w-]*(?:\.[a-z]{2,})?"
_SORTS = (
    r"(?:(?:the|a|an|its|local|national|regional|state|independent|private|public|online|our|sister|rival|German|British|American)\s+){0,3}"
)
_BREAK = re.compile(r"[.!?][\"”’)]*\s|\n|;\s|,\s(?:while|whereas|but)\s")
_PRONOUNS = frozenset(("it", "he", "she", "they", "we", "who", "which", "this", "that", "these", "nobody", "others", "both"))
_WEEKDAY = re.compile(r"(?:\s(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)+$")

About = tuple[str, str, str, str]
"""What a claim tells of: event, entity, attribute, population."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """A citation in a text: what it covers, whom it names, by which rule, and where its words stand."""

    span: Span
    outlet: str
    shown: str
    words: Span
    whole: bool = False


@dataclass(frozen=True, slots=True)
class _Cues:
    """The rules as patterns: by rule, the pattern that finds its words with the name, and the one that finds the words alone."""

    named: tuple[tuple[Citation, re.Pattern[str], re.Pattern[str]], ...]
    medium: re.Pattern[str]
    about: re.Pattern[str]
    outlets: Mapping[str, str]
    speakers: frozenset[str]


def citations(documents: Sequence[Document], claims: Sequence[Claim], rules: Rulebook) -> Iterator[Origin]:
    """For each thing told, the claims that come from one outlet by the words of those who print them."""
    cues = _cues(rules)
    own = {d.id: _folded(d.outlet.value, cues) if d.outlet is not None else "" for d in documents}
    carried = {d.id: frozenset(_folded(credit.value, cues) for credit in d.credits) for d in documents}
    called = {d.id: d.outlet.value if d.outlet is not None else f"article {d.id}" for d in documents}
    media = _media(documents, cues) | set(filter(None, own.values())) | set().union(*carried.values()) | set(cues.outlets.values())
    shown = {own[d.id]: called[d.id] for d in reversed(documents) if own[d.id]}
    of: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.attribute not in ("wording", "name"):
            of.setdefault(claim.article, []).append(claim)
    taken: dict[tuple[About, str], dict[str, list[Claim]]] = {}
    for document in documents:
        marks = [mark for mark in _marks(document, media, cues) if mark.outlet != own[document.id]]
        for mark in marks:
            shown.setdefault(mark.outlet, mark.shown)
        for mark in (mark for mark in marks if mark.whole):
            ids = sorted(d.id for d in documents if own[d.id] == mark.outlet)
            if ids:
                yield Origin((*ids, document.id), f"{called[document.id]} says that {shown[mark.outlet]} published it first")
        told = of.get(document.id, [])
        sources = {claim.id: _source(claim, marks, media - {own[document.id]}, cues) for claim in told} if marks or told else {}
        sources |= _told_before(document, told, marks, sources, cues)
        sources |= _said_again(told, sources)
        for claim in told:
            source = sources[claim.id]
            if source and not _also_elsewhere(claim, told, sources):
                shown.setdefault(source, claim.attributed_to)
                taken.setdefault((_about(claim), source), {}).setdefault(document.id, []).append(claim)
    for (about, source), by_article in sorted(taken.items(), key=lambda item: item[0]):
        from_it = [claim for listed in by_article.values() for claim in listed]
        theirs = [
            claim
            for article, listed in sorted(of.items())
            if article not in by_article and (own.get(article) == source or source in carried.get(article, ()))
            for claim in listed
            if _about(claim) == about and any(_fits(claim, other) for other in from_it)
        ]
        articles = sorted({claim.article for claim in (*from_it, *theirs)})
        if len(articles) > 1:
            citing = " and ".join(dict.fromkeys(called[article] for article in sorted(by_article)))
            verb = "cites" if len(by_article) == 1 else "cite"
            yield Origin(tuple(articles), f"{citing} {verb} {shown[source]}", tuple(sorted(c.id for c in (*from_it, *theirs))))


def _about(claim: Claim) -> About:
    return claim.event, claim.entity, claim.attribute, claim.population


def _source(claim: Claim, marks: Sequence[_Mark], media: set[str], cues: _Cues) -> str:
    """From whom an article has a claim: an outlet cited in its clause, or one to which it is attributed; "" for nobody."""
    for mark in marks:
        if not mark.whole and claim.evidence.span.overlaps(mark.span):
            return mark.outlet
    speaker = _folded(claim.attributed_to, cues) if claim.attributed_to else ""
    return speaker if speaker in media else ""


def _told_before(
    document: Document, told: Sequence[Claim], marks: Sequence[_Mark], sources: Mapping[str, str], cues: _Cues
) -> dict[str, str]:
    """Claims of the sentence before one that holds none and says who had their figure: "The toll was first reported by …"."""
    found: dict[str, str] = {}
    for mark in marks:
        if mark.whole or not cues.about.search(mark.span.of(document.text)) or any(c.evidence.span.overlaps(mark.span) for c in told):
            continue
        before = [claim for claim in told if claim.evidence.span.end <= mark.span.start and isinstance(claim.value, Quantity)]
        if before:
            last = max(claim.evidence.span.start for claim in before)
            start = _around(document.text, Span(last, last + 1)).start
            near = [claim for claim in before if claim.evidence.span.start >= start and not sources[claim.id]]
            found |= {claim.id: mark.outlet for claim in near}
    return found


def _said_again(told: Sequence[Claim], sources: Mapping[str, str]) -> dict[str, str]:
    """What an article gives as its own and elsewhere as another outlet's, as a headline does."""
    return {
        claim.id: sources[other.id]
        for other in told
        if sources[other.id]
        for claim in told
        if not sources[claim.id] and not claim.attributed_to and _about(claim) == _about(other) and _fits(claim, other)
    }


def _also_elsewhere(claim: Claim, told: Sequence[Claim], sources: Mapping[str, str]) -> bool:
    """Whether the same article has the same from a speaker of its own as well."""
    return any(
        other.attributed_to and not sources[other.id] and other.value == claim.value and _about(other) == _about(claim) for other in told
    )


def _fits(a: Claim, b: Claim) -> bool:
    """Whether two values may be one: "at least 14" and 14."""
    x, y = a.value, b.value
    if isinstance(x, Quantity) and isinstance(y, Quantity):
        return (x.low is None or y.high is None or x.low <= y.high) and (y.low is None or x.high is None or y.low <= x.high)
    if isinstance(x, When) and isinstance(y, When) and x.first and x.last and y.first and y.last:
        return x.first <= y.last and y.first <= x.last
    return x == y


def _marks(document: Document, media: set[str], cues: _Cues) -> list[_Mark]:
    """The citations of a text, in its order."""
    found = []
    for rule, pattern, words_alone in cues.named:
        if words_alone.search(document.text) is None:
            continue  # a pattern that begins with a name tries every name of the text
        for match in pattern.finditer(document.text):
            outlet = _outlet(match["name"], rule.any_name or bool(match["sort"]), media, cues)
            if outlet:
                words = Span(*match.span())
                shown = _WEEKDAY.sub("", match["name"])
                found.append(_Mark(_around(document.text, words), outlet, shown, words, rule.form == "whole"))
    return sorted(found, key=lambda mark: (mark.words.start, mark.words.end))


def _outlet(name: str, proven: bool, media: set[str], cues: _Cues) -> str:
    """The outlet a run of capitalised words names: the longest beginning that is known as one, or all of it where it must be one."""
    words = _WEEKDAY.sub("", name).split()
    for end in range(len(words), 0, -1):
        folded = _folded(" ".join(words[:end]), cues)
        if folded in media:
            return folded
    some = proven and name[:1].isupper() and not cues.speakers.issuperset(word.lower() for word in words)
    return _folded(" ".join(words), cues) if some else ""


def _media(documents: Sequence[Document], cues: _Cues) -> set[str]:
    """Names that stand beside a noun for a medium, in any of the texts."""
    return {
        _folded(_WEEKDAY.sub("", match["one"] or match["two"]), cues)
        for document in documents
        for match in cues.medium.finditer(document.text)
    }


def _around(text: str, words: Span) -> Span:
    """The clause around some words: between full stops, semicolons and ", while"."""
    floor = max(0, words.start - 600)
    before = [stop.end() for stop in _BREAK.finditer(text, floor, words.start)]
    after = _BREAK.search(text, words.end, words.end + 600)
    return Span(before[-1] if before else floor, after.start() if after else min(len(text), words.end + 600))


def _folded(name: str, cues: _Cues) -> str:
    """An outlet's name for comparison: its first name in the rules where they know it, without *the* and nouns for a medium."""
    bare = _plain(name)
    return cues.outlets.get(bare, bare)


def _plain(name: str) -> str:
    words = re.sub(r"[’']s$", "", " ".join(name.casefold().split())).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    while len(words) > 1 and words[-1] in ("newspaper", "agency", "news", "website", "magazine", "online", "daily"):
        words = words[:-1]
    return " ".join(words)


@cache
def _cues(rules: Rulebook) -> _Cues:
    of = {form: [rule for rule in rules.of(Citation) if rule.form == form] for form in ("before", "after", "whole", "medium", "about")}
    medium = _either(of["medium"])
    called = rf"(?:\s+{medium})?"
    named = [
        (rule, re.compile(rf"\b(?i:{_phrases(rule)})\s+(?i:{_SORTS})(?P<sort>(?i:{medium})\s+)?(?:[Tt]he\s+)?(?P<name>{_NAME}|{_SMALL})"))
        for rule in (*of["whole"], *of["before"])
    ]
    named += [
        (
            rule,
            re.compile(
                rf"(?:\b[Tt]he\s+)?(?P<sort>(?i:{medium})\s+)?\b(?P<name>{_NAME}){called}(?:,[^,.;\n]{{0,60}},)?\s+(?:had\s+|has\s+)?(?:{_phrases(rule)})\b"
            ),
        )
        for rule in of["after"]
    ]
    beside = re.compile(rf"\b[Tt]he\s+(?:{medium})\s+(?:the\s+)?(?P<one>{_NAME})|\b[Tt]he\s+(?P<two>{_NAME})\s+(?:{medium})\b")
    outlets = {_plain(name): _plain(outlet.names[0]) for outlet in rules.of(Outlet) for name in outlet.names}
    speakers = frozenset(word for rule in rules.of(SpeakerWords) for word in rule.words) | _PRONOUNS
    alone = [(rule, pattern, re.compile(rf"\b(?i:{_phrases(rule)})\b")) for rule, pattern in named]
    return _Cues(tuple(alone), beside, re.compile(rf"\b(?i:{_either(of['about'])})\b"), outlets, speakers)


def _phrases(rule: Citation) -> str:
    return "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in sorted(rule.phrases, key=len, reverse=True))


def _either(listed: Sequence[Citation]) -> str:
    """A pattern of all their phrases; one that finds nothing where there is none."""
    return "(?:" + ("|".join(_phrases(rule) for rule in listed) or r"(?!)") + ")"


def shows(rule: Rule, text: str, published: str, rules: Rulebook) -> list[tuple[str, str]]:
    """What a rule finds in a text, for its examples: the words with the name, and the name."""
    assert isinstance(rule, Citation)
    cues = _cues(rules)
    if rule.form == "about":
        return [(found.group(), "") for found in cues.about.finditer(text)]
    if rule.form == "medium":
        return [(found.group(), found["one"] or found["two"]) for found in cues.medium.finditer(text)]
    document = Document("", "", "", text, ())
    media = _media([document], cues) | set(cues.outlets.values())
    pattern = next(pattern for known, pattern, _ in cues.named if known == rule)
    matches = (found for found in pattern.finditer(text) if _outlet(found["name"], rule.any_name or bool(found["sort"]), media, cues))
    return [(found.group(), found["name"]) for found in matches]
