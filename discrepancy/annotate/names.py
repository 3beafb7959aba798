"""Names in an article: where they stand, of what kind they are, what they are short for.

Takes sentences and the rulebook; gives :class:`~discrepancy.model.claims.Name` values in the order of the text, none within
another. No model: capitalised runs, titles, brackets, neighbours and gazetteers decide, and the kind that the article shows once
holds for all its mentions. Headlines and lines in capitals are read with the names that the rest of the article taught.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from discrepancy.annotate.names_forms import with_full_forms
from discrepancy.annotate.names_kinds import Kinds, kinds
from discrepancy.annotate.names_runs import Run, Runs, joined
from discrepancy.annotate.spelling import split
from discrepancy.annotate.tokens import Sentence
from discrepancy.model.claims import Name, NameKind
from discrepancy.model.text import Span
from discrepancy.rulebook.schema import Rulebook

_SKIPPED = frozenset(("byline", "credit", "stamp", "boilerplate"))
_GAP = re.compile(r"\s(?:of|for)(?:\sthe)?\s|\s(?:and|&)\s")
_TITLE_CASE, _LEAST_WORDS = 0.6, 3
"""A line in which this share of the longer words is capitalised shows nothing by its capitals."""
_LONGEST_ACRONYM = 5
_WORD = re.compile(r"[^\W\d_]+")
_CONTRACTION = re.compile(r"[’'](?:ve|d|m|ll|re|t)$")
_SPACE = re.compile(r"\s+")


def find_names(sentences: Sequence[Sentence], rules: Rulebook) -> tuple[Name, ...]:
    """All names of an article, sorted by place, none overlapping another."""
    if not sentences:
        return ()
    text, cues = sentences[0].text, kinds(rules)
    runs = _runs(rules)
    shown: list[tuple[Name, int]] = []
    flat: list[Sentence] = []
    for sentence in sentences:
        if sentence.block in _SKIPPED:
            continue
        if _shouts(text, sentence.span):
            flat.append(sentence)
            continue
        for run in _merged(text, runs.find(text, sentence.span.start, sentence.span.end, _masked(sentence)), cues):
            shown += _names_of(run, text, cues)
    lowered = _lower_words(text)
    shown = [_doubted(name, weight, lowered) for name, weight in shown if not _accident(name, weight, lowered)]
    names = _settled(shown)
    known = {"".join(split(name.text)): name for name in reversed(names)} if flat else {}
    for sentence in flat:
        names += _taught(text, sentence, known, cues)
    names = sorted({name.span: name for name in names}.values(), key=lambda n: (n.span.start, -n.span.end))
    return _towns(with_full_forms(_apart(names), text), cues)


_RUNS: dict[frozenset[str], Runs] = {}


def _runs(rules: Rulebook) -> Runs:
    particles = kinds(rules).cues["particle"]
    made = _RUNS.get(particles)
    if made is None:
        made = _RUNS[particles] = Runs(sorted(particles))
    return made


def _masked(sentence: Sentence) -> list[tuple[int, int]]:
    """What layers before have read as dates and numbers."""
    return [
        (start, end)
        for start, end, value in zip(sentence.starts, sentence.ends, sentence.values, strict=True)
        if value is not None and not isinstance(value, Name)
    ]


def _shouts(text: str, span: Span) -> bool:
    """True for a line in capitals or in the capitals of a headline."""
    words = [w for w in _WORD.findall(text, span.start, min(span.end, span.start + 300)) if len(w) > 3]
    ended = text[span.end - 1 : span.end] in '.,;!?”"'
    if len(words) < (_LEAST_WORDS if ended else 2) or (ended and not all(w.isupper() for w in words)):
        return False
    return sum(w[0].isupper() for w in words) >= _TITLE_CASE * len(words)


def _merged(text: str, runs: Iterator[Run], cues: Kinds) -> Iterator[Run]:
    """Runs joined over "of", "for" and "and" where a name goes on behind them."""
    held: Run | None = None
    for run in runs:
        if held is not None:
            gap = text[held.ends[-1] : run.starts[0]]
            if len(gap) < 12 and _GAP.fullmatch(gap) and _goes_on(held, gap, run, text, cues):
                held = joined(held, run)
                continue
            yield held
        held = run
    if held is not None:
        yield held


def _goes_on(one: Run, gap: str, other: Run, text: str, cues: Kinds) -> bool:
    if gap.strip().startswith(("and", "&")):
        last = 1 if not cues.has("place-noun", other.words[-1]) or len(other.words) == 1 else len(other.words) - 1
        both = text[one.starts[0] : other.ends[last - 1]]
        return cues.place(both) == "wide" or cues.listed(both) is not None
    head = one.words[-1]
    if not cues.has("of-head", head) or cues.has("sure-title", head):
        return False
    return cues.has("group-head", head) or not cues.has("title", other.words[0])


def _names_of(run: Run, text: str, cues: Kinds) -> Iterator[tuple[Name, int]]:
    """The names in one run: peoples and titles in front, places joined by a hyphen, what goes on behind a date."""
    words = run.words
    whole = _clean(text[run.starts[0] : run.ends[-1]])
    alone = len(words) == 1 and cues.has("never", words[0])
    if cues.listed(whole) or (cues.place(whole) == "wide" and not alone):
        yield _name(run, text, cues, "")
        return
    first = 0
    while first < len(words) and cues.has("never", words[first]) and not _kept(run, first, text, cues):
        first += 1
    last = len(words)
    while last > first and cues.has("never", words[last - 1]) and not cues.has("group-head", words[last - 1]):
        last -= 1
    if first == last:
        return
    yield from _split_run(run.part(first, last), text, cues, initial=run.initial and first == 0)


def _kept(run: Run, at: int, text: str, cues: Kinds) -> bool:
    """True when a word that usually begins a sentence begins a name here: "Islamic State", "New Zealand", "The Hague"."""
    rest = _clean(text[run.starts[at] : run.ends[-1]])
    if cues.listed(rest) or (cues.place(rest) == "wide" and at + 1 < len(run.words)):
        return True
    following = run.words[at + 1 : at + 2]
    if (
        following
        and cues.has("title", run.words[at])
        and (cues.has("title", following[0]) or cues.has("office", following[0]))
    ):
        return True
    heads = [word for word in run.words[at + 1 :] if cues.has("group-head", word)]
    word = run.words[at].lower()
    return bool(heads) and (word in _CAN_BEGIN or (not run.initial and at == 0 and word not in _FUNCTION))


_CAN_BEGIN = frozenset(
    ("islamic", "muslim", "christian", "security", "national", "international", "new", "first", "police", "state")
)
_FUNCTION = frozenset(("the", "a", "an", "on", "in", "at", "by", "for", "from", "to", "and", "but", "this", "that"))


def _split_run(run: Run, text: str, cues: Kinds, *, initial: bool) -> Iterator[tuple[Name, int]]:
    words, size = run.words, len(run.words)
    for at in range(1, size):  # Pakistan-Iran: two places, one hyphen
        if (
            text[run.ends[at - 1] : run.starts[at]] in "-‑"
            and at <= 2
            and cues.place(_clean(text[run.starts[0] : run.ends[at - 1]])) == "wide"
        ):
            rest = run.part(at, size)
            if cues.place(rest.words[0]) == "wide" or cues.people(rest.words[0]):
                yield _name(run.part(0, at), text, cues, "")
                yield from _split_run(rest, text, cues, initial=False)
                return
    for length in (2, 1):  # "South Korean", "Iranian"
        front = _clean(text[run.starts[0] : run.ends[length - 1]]) if size >= length else ""
        if front and cues.people(front):
            rest = run.part(length, size)
            if not rest.words:
                yield Name("people", front, Span(run.starts[0], run.ends[-1])), 5
                return
            if _is_office(rest, cues) or not any(cues.has("group-head", w) for w in rest.words):
                yield Name("people", front, Span(run.starts[0], run.ends[length - 1])), 5
                yield from _split_run(rest, text, cues, initial=False)
                return
            break
        if front and size > length and _is_office(run.part(length, size), cues) and cues.place(front) == "wide":
            yield _name(run.part(0, length), text, cues, "")
            yield from _split_run(run.part(length, size), text, cues, initial=False)
            return
    if size > 2 and cues.place(words[0]) == "wide" and cues.listed(_clean(text[run.starts[1] : run.ends[-1]])):
        yield _name(run.part(0, 1), text, cues, "")
        run, size = run.part(1, size), size - 1
    elif size > 1 and cues.has("group-noun", words[-1]) and cues.listed(_clean(text[run.starts[0] : run.ends[-2]])):
        run, size = run.part(0, size - 1), size - 1  # "ISIL Terrorists" in a headline
    inner = _inner_title(run, cues)
    if inner:
        yield from _split_run(run.part(0, inner), text, cues, initial=initial)
        run, size = run.part(inner, size), size - inner
    title = _title_end(run, cues)
    if title and title < size:
        yield _name(run.part(title, size), text, cues, _clean(text[run.starts[0] : run.ends[title - 1]]))
        return
    yield _name(replace(run, initial=initial), text, cues, "")


def _is_office(run: Run, cues: Kinds) -> bool:
    return cues.has("title", run.words[0]) or cues.has("office", run.words[0])


def _inner_title(run: Run, cues: Kinds) -> int:
    """Where a title begins behind other words, as in "Miami Police Chief Jo Doe"; 0 when none does."""
    for at in range(1, len(run.words) - 1):
        if cues.has("sure-title", run.words[at]) and not cues.has("title", run.words[0]):
            rest = run.words[at + 1]
            if cues.has("office", rest) or cues.has("group-head", rest) or cues.has("title", rest):
                continue
            while at > 1 and cues.has("title", run.words[at - 1]):
                at -= 1
            return at
    return 0


def _title_end(run: Run, cues: Kinds) -> int:
    """How many words in front are a title; 0 when none shows that a person follows."""
    end = 0
    for at, word in enumerate(run.words[:-1]):
        if not cues.has("title", word) and not cues.has("sure-title", word):
            break
        if cues.has("sure-title", word):
            end = at + 1
    rest = run.words[end:]
    if end and (cues.has("office", rest[0]) or cues.has("group-head", rest[0]) or cues.people(rest[0])):
        return 0
    return end


def _name(run: Run, text: str, cues: Kinds, title: str) -> tuple[Name, int]:
    """One name with its kind; the word for the sort of place is no part of it, unless a city has the name too."""
    start, end = run.starts[0], run.ends[-1]
    words = run.words
    written = _clean(text[start:end])
    if (
        len(words) > 1
        and not title
        and cues.has("place-noun", words[-1])
        and not cues.place(written)
        and not cues.listed(written)
    ):
        shorter = run.part(0, len(words) - 1)
        bare = _clean(text[start : shorter.ends[-1]])
        known = cues.place(bare)
        if not any(cues.has("group-head", w) for w in shorter.words) and (
            known or not cues.has("group-head", words[-1])
        ):
            if known in ("wide", ""):
                return Name("place", bare, Span(start, shorter.ends[-1])), 4
            return Name("place", written, Span(start, end)), 4
    kind, weight = cues.kind(words, written, text, start, end, bool(title))
    if run.initial and len(words) == 1 and weight < 3:
        weight = -1
    if written.isupper() and len(written) > _LONGEST_ACRONYM and kind in ("place", "person"):
        written = written.title()  # a dateline
    return Name(kind, written, Span(start, end), "", title), weight


def _clean(text: str) -> str:
    return _SPACE.sub(" ", text)


def _lower_words(text: str) -> frozenset[str]:
    """All words that the article also prints in lower case."""
    return frozenset(w for w in _WORD.findall(text) if w.islower())


def _accident(name: Name, weight: int, lowered: frozenset[str]) -> bool:
    """True for a word that is capitalised because it begins its sentence, or because the outlet likes capitals."""
    words = name.text.split()
    if len(words) == 1 and _CONTRACTION.search(words[0]):
        return True
    return len(words) == 1 and weight < 3 and words[0].lower() in lowered and not name.text.isupper() and not name.title


def _doubted(name: Name, weight: int, lowered: frozenset[str]) -> tuple[Name, int]:
    """A guess at a person falls when the article prints a word of it in lower case."""
    if (
        name.kind == "person"
        and weight == 1
        and any(word[0].isupper() and word.lower() in lowered for word in name.text.split())
    ):
        return replace(name, kind="unknown"), 0
    return name, weight


def _settled(shown: Sequence[tuple[Name, int]]) -> list[Name]:
    """One kind for all mentions of the same letters: what the surest mention shows.

    A single word that begins its sentence counts only where the article has it elsewhere.
    """
    best: dict[str, dict[NameKind, int]] = defaultdict(lambda: defaultdict(int))
    parts: set[str] = set()
    surnames = {
        split(n.text)[-1] for n, weight in shown if n.kind == "person" and weight > 0 and len(split(n.text)) > 1
    }
    for name, weight in shown:
        letters = split(name.text)
        best["".join(letters)][name.kind] += max(0, weight) ** 2
        if weight >= 0 and len(letters) > 1:
            parts.update(letters)
    settled = []
    for name, weight in shown:
        letters = split(name.text)
        votes = best["".join(letters)]
        if weight < 0 and not any(votes.values()) and not (letters and letters[-1] in parts):
            continue
        kind = max(votes.items(), key=lambda item: (item[1], item[0]))[0] if any(votes.values()) else name.kind
        if kind == "unknown" and len(letters) == 1 and letters[0] in surnames:
            kind = "person"
        settled.append(name if name.kind == kind else replace(name, kind=kind))
    return settled


def _taught(text: str, sentence: Sentence, known: Mapping[str, Name], cues: Kinds) -> list[Name]:
    """Names in a headline: those the article has elsewhere, and places and peoples that the tables hold."""
    words = [
        (m.start(), m.end())
        for m in re.finditer(
            r"[^\W\d_](?:[^\W\d_]|['’.](?=[^\W\d_])(?!s\b))*", text[sentence.span.start : sentence.span.end]
        )
    ]
    base, found, at = sentence.span.start, [], 0
    while at < len(words):
        for size in range(min(5, len(words) - at), 0, -1):
            start, end = base + words[at][0], base + words[at + size - 1][1]
            written = _clean(text[start:end])
            if not written[0].isupper():
                continue
            like = known.get("".join(split(written)))
            kind: NameKind | None = like.kind if like is not None else cues.listed(written)
            if kind is None and size < 4:
                shown = written.title() if written.isupper() and len(written) > 4 else written
                sure = cues.country(shown) or (size > 1 and cues.place(shown) == "wide")
                kind = "people" if cues.people(shown) else "place" if sure else None
                if kind == "place" and cues.has("never", written):
                    kind = None
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
    """Words of which nothing was known but that a town has the name: places where the article names the town's country."""
    wide = tuple(dict.fromkeys(n.text for n in names if n.kind == "place" and cues.place(n.text) == "wide"))
    countries = {cues.places.country(name) for name in wide} - {""}
    made = []
    for name in names:
        if name.kind == "unknown" and not name.short_for and cues.place(name.text):
            if cues.places.country(name.text, wide) in countries:
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
