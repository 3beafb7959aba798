"""Names in an article: where they stand, of what kind they are, what they are short for.

Takes sentences and the rulebook; gives :class:`~discrepancy.model.claims.Name` values in the order of the text, none
within another. No model: capitalised runs, titles, brackets, neighbours and gazetteers decide, and the kind that the
article
shows once holds for all its mentions. Headlines and lines in capitals are read with the names that the rest of the
article taught.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial

from discrepancy.annotate.casing import says
from discrepancy.annotate.names_capitals import capitals, shouted
from discrepancy.annotate.names_forms import with_full_forms
from discrepancy.annotate.names_kinds import Kinds, kinds
from discrepancy.annotate.names_parts import clean, merged, names_of
from discrepancy.annotate.names_runs import Runs
from discrepancy.annotate.spelling import key, split
from discrepancy.annotate.tokens import Sentence
from discrepancy.model.claims import Name, NameKind
from discrepancy.model.text import Span
from discrepancy.rulebook.kinds.phrases import VerbForms
from discrepancy.rulebook.schema import Rulebook

_SKIPPED = frozenset(("byline", "credit", "stamp", "boilerplate"))
_TITLE_CASE, _LEAST_WORDS, _ALMOST_ALL = 0.6, 3, 0.8
"""A line in which this share of the longer words is capitalised shows nothing by its capitals."""
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = re.compile("[a-z]{4}")
"""Part of a longer word that is not all in capitals."""
_TAUGHT_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.](?=[^\W\d_])(?![sS]\b))*")
_LONGEST_TAUGHT = 5
"""Words of a name in a headline."""
_CONTRACTION = re.compile(r"[’'](?:ve|d|m|ll|re|t)$")


def find_names(sentences: Sequence[Sentence], rules: Rulebook) -> tuple[Name, ...]:
    """All names of an article, sorted by place, none overlapping another."""
    if not sentences:
        return ()
    text, cues = sentences[0].text, kinds(rules)
    runs = _runs(rules)
    shown: list[tuple[Name, int]] = []
    flat: list[Span] = []
    for sentence in sentences:
        if sentence.block in _SKIPPED:
            continue
        span = sentence.span
        if _shouts(text, span, _outcomes(rules)):
            flat.append(span)
            continue
        for run in merged(text, runs.find(text, span.start, span.end, _masked(sentence)), cues):
            if shouted(run.words):
                flat.append(Span(run.starts[0], run.ends[-1]))
            else:
                shown += names_of(run, text, cues)
    lowered = cache(partial(_lowered, text))
    shown = [_doubted(name, weight, lowered) for name, weight in shown if not _accident(name, weight, lowered)]
    names = _settled(shown, cues)
    known = {key(name.text): name for name in reversed(names)} if flat else {}
    learnt = sorted(known)
    for span in flat:
        names += _taught(text, span, known, learnt, cues)
        if span.of(text).isupper():
            names += capitals(rules).find(text, span.start, span.end)
    names = sorted({name.span: name for name in names}.values(), key=lambda n: (n.span.start, -n.span.end))
    return _towns(with_full_forms(_apart(names), text), cues)


_made = cache(Runs)


def _runs(rules: Rulebook) -> Runs:
    cues = kinds(rules).cues
    return _made(cues["particle"], cues["dotted"], cues["syllabic"], cues["tied"])


def _masked(sentence: Sentence) -> list[tuple[int, int]]:
    """What layers before have read as dates and numbers."""
    return [(sentence.starts[unit], sentence.ends[unit]) for unit, value in sentence.mentions if not isinstance(value, Name)]


def _shouts(text: str, span: Span, outcomes: frozenset[str]) -> bool:
    """True for a line in capitals or in the capitals of a headline; one with a full stop must say in capitals what became of people
    ("Quake in Zenda Kills Nine."), else it is a sentence about somebody."""
    ended, last = text[span.end - 1 : span.end] in '.,;!?”"', min(span.end, span.start + 300)
    if ended and says(text, span.start, last):
        return False
    words = [w for w in _WORD.findall(text, span.start, last) if len(w) > 3]
    if ended and _SMALL.search(text, span.start, last):
        told = any(word[0].isupper() and word.lower() in outcomes for word in words[1:])
        return told and len(words) > _LEAST_WORDS and sum(word[0].isupper() for word in words) >= _ALMOST_ALL * len(words)
    if len(words) < (_LEAST_WORDS if ended else 2) or (ended and not all(w.isupper() for w in words)):
        return False
    capitals = sum(w[0].isupper() for w in words)
    return bool(capitals >= _TITLE_CASE * len(words))


@cache
def _outcomes(rules: Rulebook) -> frozenset[str]:
    """Verbs that say what became of people."""
    return frozenset(word for rule in rules.of(VerbForms) for word in rule.words)


def _lowered(text: str, word: str) -> bool:
    """Whether the article prints a word in lower case too: by itself, and not in a longer word."""
    small, at = word.lower(), -1
    if not _WORD.fullmatch(small) or not small.islower():
        return False
    while (at := text.find(small, at + 1)) >= 0:
        if not _WORD.match(text[at - 1 : at]) and not _WORD.match(text, at + len(small)):
            return True
    return False


def _accident(name: Name, weight: int, lowered: Callable[[str], bool]) -> bool:
    """True for a word that is capitalised because it begins its sentence, or because the outlet likes capitals."""
    words = name.text.split()
    if len(words) == 1 and _CONTRACTION.search(words[0]):
        return True
    return len(words) == 1 and weight < 3 and lowered(words[0]) and not name.text.isupper() and not name.title


def _doubted(name: Name, weight: int, lowered: Callable[[str], bool]) -> tuple[Name, int]:
    """A guess at a person falls when the article prints a word of it in lower case."""
    if name.kind == "person" and weight == 1 and any(word[0].isupper() and lowered(word) for word in name.text.split()):
        return replace(name, kind="unknown"), 0
    return name, weight


def _settled(shown: Sequence[tuple[Name, int]], cues: Kinds) -> list[Name]:
    """One kind for all mentions of the same letters: what the surest mention shows.

    A single word that begins its sentence counts only where the article has it elsewhere.
    """
    best: dict[str, dict[NameKind, int]] = defaultdict(lambda: defaultdict(int))
    parts: set[str] = set()
    surnames = {key(n.text.split()[-1]) for n, weight in shown if n.kind == "person" and weight > 0 and " " in n.text}
    letters_of = [key(name.text) for name, _ in shown]
    for (name, weight), letters in zip(shown, letters_of, strict=True):
        best[letters][name.kind] += max(0, weight) ** 2
        if weight >= 0 and len(words := split(name.text)) > 1:
            parts.update(words)
    sure = {letters: max(votes.items(), key=lambda item: (item[1], item[0]))[0] for letters, votes in best.items() if any(votes.values())}
    settled = []
    for (name, weight), letters in zip(shown, letters_of, strict=True):
        kind = sure.get(letters)
        if kind is None and weight < 0 and parts.isdisjoint(split(name.text)[-1:]):
            continue
        kind = kind or name.kind
        doubtful = kind == "unknown" or (kind == "place" and cues.place(name.text) in ("town", ""))
        if doubtful and " " not in name.text and letters in surnames:
            kind = "person"
        settled.append(name if name.kind == kind else replace(name, kind=kind))
    return settled


def _taught(text: str, span: Span, known: Mapping[str, Name], learnt: Sequence[str], cues: Kinds) -> list[Name]:
    """Names in a headline: those the article has elsewhere (``learnt`` are their letters, sorted), and places and peoples that the
    tables hold."""
    words = [(m.start(), m.end()) for m in _TAUGHT_WORD.finditer(text, span.start, span.end)]
    letters = [key(text[start:end]) for start, end in words]
    behind = [key(text[last:start]) + own for (_, last), (start, _), own in zip(words, words[1:], letters[1:], strict=False)]
    found, at = [], 0
    while at < len(words):
        if not text[words[at][0]].isupper():
            at += 1
            continue
        for size in range(cues.reach([letters[at], *behind[at : at + _LONGEST_TAUGHT - 1]], learnt), 0, -1):
            start, end = words[at][0], words[at + size - 1][1]
            written = clean(text[start:end])
            like = known.get(letters[at] if size == 1 else key(written))
            kind = like.kind if like is not None else cues.shouted(written, size)
            if kind is not None and not (size == 1 and cues.has("never", written)):
                found.append(
                    Name(
                        kind,
                        like.text if like is not None and written.isupper() and not like.text.isupper() else written,
                        Span(start, end),
                    )
                )
                at += size - 1
                break
        at += 1
    return found


def _towns(names: Sequence[Name], cues: Kinds) -> tuple[Name, ...]:
    """Words of which nothing was known but that a town has the name: places where the article names the town's
    country.
    """
    wide = tuple(dict.fromkeys(n.text for n in names if n.kind == "place" and cues.place(n.text) == "wide"))
    countries = {cues.places.country(name) for name in wide} - {""}
    made = []
    for name in names:
        doubtful = name.kind == "unknown" and not name.short_for and bool(cues.place(name.text))
        if doubtful and cues.places.country(name.text, wide) in countries:
            name = replace(name, kind="place")
        made.append(name)
    return tuple(made)


def _apart(names: Sequence[Name]) -> list[Name]:
    """Names without those that begin inside another."""
    kept: list[Name] = []
    for name in names:
        if not kept or name.span.start >= kept[-1].span.end:
            kept.append(name)
    return kept
