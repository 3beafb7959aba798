"""The names in one run of capitalised words: peoples and titles in front, places joined by a hyphen, parts of a
longer name.

Takes runs and the rulebook's cues; gives names, each with a weight that says how surely the run shows its kind (-1:
it may be no name at all). Looks at nothing but the run and its neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from discrepancy.annotate.names_kinds import Kinds
from discrepancy.annotate.names_runs import Run, joined
from discrepancy.model.claims import Name
from discrepancy.model.text import Span

_GAP = re.compile(r"\s(?:of|for|and)(?:\sthe)?\s|\s&\s|[’']s?\s|,(?: and)? ")
_FURTHER = re.compile(r"(?:, [^\W\d_]+(?: [^\W\d_]+)?){0,6},? and [^\W\d_a-z]")
"""What stands behind one item of a list, up to the last: ", Firearms and Explosives"."""
_OPENING = (' "', " “", " (“", ' ("', " '", " ‘")
_CLOSING = ('" ', "” ", "”) ", '") ', "' ", "’ ", ",” ", '," ')
_CLOSED = re.compile(r",?[\"”'’]\)? (?=[^\W\d_a-z])")
_NICK = re.compile(r" \(?[\"“'‘][^\"”'’]{1,24}[\"”'’]\)?(?= )")
"""A nickname in quotes inside a person's name."""
_OFFICE = re.compile(r"(?:\S+ ){0,3}?(\S+) (?:of|for) ")
_SPACE = re.compile(r"\s+")
_LONGEST_ACRONYM = 5


def merged(text: str, runs: Iterator[Run], cues: Kinds) -> Iterator[Run]:
    """Runs joined over "of", "for" and "and" where a name goes on behind them."""
    held: Run | None = None
    nick: Run | None = None  # Jo "Red" Doe: the nickname waits for the surname
    for run in runs:
        if held is not None:
            gap = text[held.ends[-1] : run.starts[0]]
            if len(gap) < 12 and _GAP.fullmatch(gap) and _goes_on(held, gap, run, text, cues):
                held = joined(held, run)
                continue
            if nick is not None:
                if text[nick.ends[-1] : run.starts[0]] in _CLOSING:
                    held, nick = joined(held, run), None
                    continue
                yield held
                held, nick = nick, None
            elif gap in _OPENING and len(run.words) < 3 and _CLOSED.match(text, run.ends[-1]):
                nick = run
                continue
            yield held
        held = run
    if held is not None:
        yield held
    if nick is not None:
        yield nick


def _goes_on(one: Run, gap: str, other: Run, text: str, cues: Kinds) -> bool:
    if gap.startswith(","):
        return _lists(one, gap, other, text, cues)
    if gap.strip().startswith(("and", "&")):
        last = 1 if not cues.has("place-noun", other.words[-1]) or len(other.words) == 1 else len(other.words) - 1
        first = 1 if one.words[0] == "The" and len(one.words) > 1 else 0
        both = text[one.starts[first] : other.ends[last - 1]]
        if cues.place(both) == "wide" or cues.listed(both) is not None:
            return True
        return not gap.endswith("the ") and _office_of(text[one.starts[0] : one.ends[-1]], other, cues)
    head = one.words[-1]
    if gap.strip().startswith(("'", "’")):  # "County Sheriff's Department", "Workers' Party"
        owned = cues.has("group-head", other.words[0]) or cues.has("office", other.words[0])
        return owned and cues.has("owner", head.rstrip("'’"))
    if not cues.has("of-head", head) or cues.has("sure-title", head):
        return False
    return cues.has("group-head", head) or not cues.has("title", other.words[0])


def _lists(one: Run, gap: str, other: Run, text: str, cues: Kinds) -> bool:
    """True where a comma goes on with what an office is for, of three and more: "Bureau of Alcohol, | Tobacco and Firearms"."""
    if gap != ", and " and _FURTHER.match(text, other.ends[-1]) is None:
        return False
    listed = all(cues.has("portfolio", word) for word in other.words)
    return listed and _office_of(text[one.starts[0] : one.ends[-1]], other, cues)


def _office_of(written: str, other: Run, cues: Kinds) -> bool:
    """True where "and" joins what one office is for: "Ministry of Information and Broadcasting"."""
    office = _OFFICE.match(written)
    if office is None or not (cues.has("group-head", office[1]) or cues.has("office", office[1])) or len(other.words) > 3:
        return False
    tail = clean(" ".join(other.words))
    return not (cues.place(tail) or cues.people(other.words[0]) or cues.has("title", other.words[0]) or cues.has("given", other.words[0])
                or (len(other.words) > 1 and any(cues.has("group-head", word) for word in other.words)))  # fmt: skip


def names_of(run: Run, text: str, cues: Kinds) -> Iterator[tuple[Name, int]]:
    """The names in one run: peoples and titles in front, places joined by a hyphen, what goes on behind a date."""
    words = run.words
    whole = clean(text[run.starts[0] : run.ends[-1]])
    alone = len(words) == 1 and cues.has("never", words[0])
    if cues.listed(whole) or (not alone and cues.place(whole) == "wide"):
        yield _name(run, text, cues, "")
        return
    if alone:
        return
    first = 0
    while first < len(words) and cues.has("never", words[first]) and not _kept(run, first, text, cues):
        first += 1
    if first and first < len(words) and cues.listed(clean(text[run.starts[first] : run.ends[-1]])):  # "The Islamic State" opens a sentence
        yield _name(run.part(first, len(words)), text, cues, "")
        return
    last = len(words)
    named = first < last and cues.has("given", words[first]) and 2 <= last - first <= 3  # Robert Dear, Brian Short
    while last > first and cues.has("never", words[last - 1]) and not cues.has("group-head", words[last - 1]) and not named:
        if _bound(run, last - 1, text, cues):
            break
        last -= 1
    if first == last:
        return
    yield from _split_run(run.part(first, last), text, cues, initial=run.initial and first == 0)


def _bound(run: Run, at: int, text: str, cues: Kinds) -> bool:
    """True where a word that alone is no name ends one behind a particle or "of": "Fatah al-Islam", "Army of God"."""
    if at == 0 or not cues.has("bound", run.words[at]):
        return False
    return run.words[at - 1].islower() or text[run.ends[at - 1] : run.starts[at]].strip() == "of"


def _kept(run: Run, at: int, text: str, cues: Kinds) -> bool:
    """True when a word that usually begins a sentence begins a name here: "Islamic State", "New Zealand", "The
    Hague".
    """
    rest = clean(text[run.starts[at] : run.ends[-1]])
    place = cues.place(rest) if at + 1 < len(run.words) else ""
    if cues.listed(rest) or place in ("wide", "city") or (place and not run.initial):  # "in High Point"
        return True
    if len(run.words) > at + 1 and cues.people(clean(text[run.starts[at] : run.ends[at + 1]])):
        return True
    following = run.words[at + 1 : at + 2]
    if following and cues.has("title", run.words[at]) and (cues.has("title", following[0]) or cues.has("office", following[0])):
        return True
    if (
        not run.initial
        and cues.has("direction", run.words[at])
        and following
        and not cues.place(following[0])
        and not cues.people(following[0])
    ):
        return not cues.has("never", following[0])  # "in East Flatbush"
    heads = [word for word in run.words[at + 1 :] if cues.has("group-head", word)]
    word = run.words[at].lower()
    return bool(heads) and (cues.has("group-begin", word) or (not run.initial and at == 0 and word not in _FUNCTION))


_FUNCTION = frozenset(("the", "a", "an", "on", "in", "at", "by", "for", "from", "to", "and", "but", "this", "that"))
"""Words of grammar that open a sentence: a closed class."""


def _split_run(run: Run, text: str, cues: Kinds, *, initial: bool) -> Iterator[tuple[Name, int]]:
    words, size = run.words, len(run.words)
    for at in range(1, size):  # Pakistan-Iran: two places, one hyphen
        if (
            text[run.ends[at - 1] : run.starts[at]] in "-‑"
            and at <= 2
            and cues.place(clean(text[run.starts[0] : run.ends[at - 1]])) == "wide"
        ):
            rest = run.part(at, size)
            if cues.place(rest.words[0]) == "wide" or cues.people(rest.words[0]):
                yield _name(run.part(0, at), text, cues, "")
                yield from _split_run(rest, text, cues, initial=False)
                return
    for length in (2, 1):  # "South Korean", "Iranian"
        front = clean(text[run.starts[0] : run.ends[length - 1]]) if size >= length else ""
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
    if size > 2 and cues.place(words[0]) == "wide" and cues.listed(clean(text[run.starts[1] : run.ends[-1]])):
        yield _name(run.part(0, 1), text, cues, "")
        run, size = run.part(1, size), size - 1
    elif size > 1 and cues.has("group-noun", words[-1]) and cues.listed(clean(text[run.starts[0] : run.ends[-2]])):
        run, size = run.part(0, size - 1), size - 1  # "ISIL Terrorists" in a headline
    inner = _inner_title(run, text, cues)
    if inner:
        yield from _split_run(run.part(0, inner), text, cues, initial=initial)
        run, size = run.part(inner, size), size - inner
    title = _title_end(run, cues)
    if title and title < size:
        yield _name(run.part(title, size), text, cues, clean(text[run.starts[0] : run.ends[title - 1]]))
        return
    yield _name(run if run.initial == initial else replace(run, initial=initial), text, cues, "")


def _is_office(run: Run, cues: Kinds) -> bool:
    return cues.has("title", run.words[0]) or cues.has("office", run.words[0])


def _inner_title(run: Run, text: str, cues: Kinds) -> int:
    """Where a title begins behind other words, as in "Miami Police Chief Jo Doe"; 0 when none does."""
    for at in range(1, len(run.words) - 1):
        hyphened = run.ends[at] + 1 == run.starts[at + 1] and text[run.ends[at]] in "-‑"  # "Ann King-Rudd"
        if cues.has("sure-title", run.words[at]) and not cues.has("title", run.words[0]) and not hyphened:
            rest = run.words[at + 1]
            if cues.has("office", rest) or cues.has("group-head", rest) or cues.has("title", rest):
                continue
            while at > 1 and cues.has("title", run.words[at - 1]):
                at -= 1
            return at
        held = cues.has("title", run.words[at]) and not cues.has("sure-title", run.words[at]) and at + 2 < len(run.words)
        if held and cues.has("given", run.words[at + 1]) and not cues.has("title", run.words[at - 1]):
            return at  # "U.S. Army Soldier Bo Quist"
    return 0


def _title_end(run: Run, cues: Kinds) -> int:
    """How many words in front are a title; 0 when none shows that a person follows."""
    end = 0
    for at, word in enumerate(run.words[:-1]):
        if not cues.has("title", word) and not cues.has("sure-title", word):
            break
        if cues.has("sure-title", word) or cues.has("given", run.words[at + 1]):
            end = at + 1
    rest = run.words[end:]
    if end and (cues.has("office", rest[0]) or cues.has("group-head", rest[0]) or cues.people(rest[0])):
        return 0
    return end


def _name(run: Run, text: str, cues: Kinds, title: str) -> tuple[Name, int]:
    """One name with its kind; the word for the sort of place is no part of it, unless a city has the name too."""
    start, end = run.starts[0], run.ends[-1]
    words = run.words
    written = _NICK.sub("", clean(text[start:end]))
    if len(words) > 1 and not title and cues.has("place-noun", words[-1]) and not cues.place(written) and not cues.listed(written):
        shorter = run.part(0, len(words) - 1)
        bare = clean(text[start : shorter.ends[-1]])
        known = cues.place(bare)
        if not any(cues.has("group-head", w) for w in shorter.words) and (known or not cues.has("group-head", words[-1])):
            if known in ("wide", ""):
                return Name("place", bare, Span(start, shorter.ends[-1])), 4
            return Name("place", written, Span(start, end)), 4
    kind, weight = cues.kind(words, written, text, start, end, bool(title))
    if run.initial and len(words) == 1 and weight < 3:
        weight = -1
    if written.isupper() and len(written) > _LONGEST_ACRONYM and kind in ("place", "person"):
        written = written.title()  # a dateline
    return Name(kind, written, Span(start, end), "", title), weight


def clean(text: str) -> str:
    """Text with one space for each stretch of blanks."""
    return text if text.isalpha() else _SPACE.sub(" ", text)
