"""One line of a page by itself: is it a stamp, a byline, a credit, a caption, furniture?

Takes a line and the vocabulary; gives its pieces, or none for a line that may be the article's own. Knows nothing of
the lines round it, save a label that waits for its date ("Updated:" above "1/29/2024").
"""

from __future__ import annotations

import re
from dataclasses import replace

from discrepancy.ingest.lines import Line
from discrepancy.ingest.pieces import Piece, page_line, part
from discrepancy.ingest.stamps import CALENDAR, Printed, dates, only_clock, only_dates
from discrepancy.ingest.vocabulary import Vocabulary

LONGEST_STAMP = 160
"""Characters of a line of dates, labels and perhaps a name."""

_ADDRESS = re.compile(r"(?:\S+:\s*)?(?:https?://|www\.)\S+|\S+@\S+\.\w+|@\w+", re.I)
_MAY_STAMP = re.compile(r"\d|noon|midnight|:\s*$", re.I)
"""What a line of dates, clock times and labels holds, unless it is a label alone."""
_BESIDE_LABEL = " :()[]|·-–—"
_SYMBOLS = re.compile(r"[\W_]+")
_CLIP = re.compile(r"\d{1,2}:\d\d\s+\S")  # "0:45 Fresno police issue warning": a list of film clips
_SLASHED = re.compile(r"[.!?][\"'”’]?\s*[/|©]\s*[^/|.\n]{2,50}$")  # "… on Monday. / Valley Agency"
_BRACKETED = re.compile(r"\((?P<inside>[^()\n]{2,90})\)\.?$")
_NAME = re.compile(r"[^\W\d_][\w.'’-]*")
_EMAIL = re.compile(r"\S+@\S+")


def furniture(line: Line, words: Vocabulary, waiting: str = "") -> tuple[Piece, ...]:
    """The pieces of a line that is not prose. ``waiting`` is the field of a label on the line before that had no date
    yet.
    """
    return stamps(line, words, waiting) or byline(line, words) or _cued(line, words) or _bare(line)


def stamps(line: Line, words: Vocabulary, waiting: str = "") -> tuple[Piece, ...]:
    """Pieces for a line of nothing but dates, clock times and their labels; a label alone gives a piece without a
    date.
    """
    if len(line.text) > LONGEST_STAMP:
        return ()
    if not _MAY_STAMP.search(line.text) and _key(line.text.strip(_BESIDE_LABEL)) not in words.fields:
        return ()
    labels = [m for m in words.labels.finditer(line.text) if words.fields[_key(m.group())] in ("published", "updated")]
    rest = list(line.text)
    for label in labels:
        rest[label.start() : label.end()] = " " * (label.end() - label.start())
    left = "".join(rest)
    found = only_dates(left)
    where = page_line(line)
    if not found:
        bare = not left.strip(_BESIDE_LABEL)
        if (labels and bare and (line.text.rstrip().endswith(":") or len(labels) == 1)) or only_clock(left):
            field = words.fields[_key(labels[-1].group())] if labels and bare else ""
            return (Piece("stamp", line.span, where, field),)
        return ()
    pieces = []
    for at, printed in enumerate(found):
        before = [label for label in labels if label.end() <= printed.start]
        field = words.fields[_key(before[-1].group())] if before else (waiting if at == 0 else "")
        origin = f"label {before[-1].group()!r}, {where}" if before else f"label above {where}" if waiting and at == 0 else where
        pieces.append(Piece("stamp", line.span, origin, field or "published", line.text[printed.start : printed.end], printed))
    return tuple(pieces)


def byline(line: Line, words: Vocabulary) -> tuple[Piece, ...]:
    """Pieces for a line that says who wrote it, a date or an agency behind the names included."""
    if len(line.text) > LONGEST_STAMP:
        return ()
    cue = next((cue for cue in words.cues if cue.rule.gives == "byline"), None)
    opening = re.match(r"(?:[^\W\d_]+\s){0,2}by\b:?\s*", line.text, re.I)
    if cue is None or opening is None or not cue.matches(line.text.lower()):
        return ()
    tail = _trailing_stamps(line, words)
    end = tail[0].span.start - line.start if tail else len(line.text)
    names = line.text[opening.end() : end].strip(" ,|·-–—/")
    if not names_only(names):
        return ()
    return (*_names(line, opening.end(), end, words, cue.rule.id), *tail)


def named(line: Line, words: Vocabulary) -> tuple[Piece, ...]:
    """Pieces for a line that is a writer's name alone, an agency perhaps glued to it ("Ann WriterReuters")."""
    if len(line.text) > 80 or not names_only(line.text):
        return ()
    return _names(line, 0, len(line.text), words, "")


def names_only(text: str) -> bool:
    """True when a short text may be names of people and nothing else.

    >>> names_only("Ann Writer and Bob de Souza"), names_only("Monday the water had fallen"), names_only("the river")
    (True, False, False)
    """
    bare = _EMAIL.sub(" ", text).strip(" ,;|·")
    parts = re.split(r"[\s,;|/&·]+", bare)
    if not 1 <= len([p for p in parts if p]) <= 14 or CALENDAR.match(bare) or not bare[:1].isalpha() or bare.endswith(("?", "!")):
        return False
    capitals = [p for p in parts if _NAME.fullmatch(p) and p[0].isupper()]
    return len(capitals) > 0 and all(p in capitals or (p.isalpha() and len(p) <= 3) or not p for p in parts)


def _names(line: Line, start: int, end: int, words: Vocabulary, rule: str) -> tuple[Piece, ...]:
    """A byline piece and, where an agency ends it or stands in it, a credit piece."""
    text = line.text[start:end].rstrip(" ,|·-–—/")
    agency = words.agencies.search(_unglued(text))
    if agency is None:
        return (Piece("byline", part(line, start, start + len(text)), page_line(line), "byline", text.strip(), rule=rule),)
    name = words.agency_in(agency.group()) or agency.group()
    at = start + text.rindex(agency.group())
    credit = Piece("credit", part(line, at, at + len(agency.group())), page_line(line), "credit", name, rule=rule)
    people = line.text[start:at].strip(" ,|·-–—/")
    people = re.sub(r"[\s,]+(?:of|for|the)$", "", people, flags=re.I)
    if people.lower() in ("", "the", "by"):
        return (replace(credit, span=part(line, 0, end)),)
    return (
        Piece(
            "byline",
            part(line, start, line.text.index(people, start) + len(people)),
            page_line(line),
            "byline",
            people,
            rule=rule,
        ),
        credit,
    )


def _unglued(text: str) -> str:
    """``text`` with a blank before an agency that is glued to the end of a name, so that it stands as a word of its
    own.
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z][\w ]*$)", " ", text)


def _trailing_stamps(line: Line, words: Vocabulary) -> tuple[Piece, ...]:
    """The stamps at the end of a line that begins with something else."""
    printed: tuple[Printed, ...] = dates(line.text)
    if not printed:
        return ()
    start = printed[0].start
    for label in words.labels.finditer(line.text):
        if words.fields[_key(label.group())] in ("published", "updated"):
            start = min(start, label.start())
            break
    tail = Line(line.number, line.start + start, line.text[start:], 0)
    return tuple(replace(piece, span=tail.span) for piece in stamps(tail, words))


def _cued(line: Line, words: Vocabulary) -> tuple[Piece, ...]:
    rule = words.cue(line.text)
    if rule is not None and rule.gives != "byline" and not (rule.takes == "list" and line.stopped):
        field, value = "", ""
        if rule.gives == "credit":
            field, value = "credit", words.agency_in(line.text) or ""
        return (Piece(rule.gives, line.span, page_line(line), field if value else "", value, rule=rule.id),)
    if len(line.text) <= 700 and (_SLASHED.search(line.text) or _picture_credit(line.text, words)):
        return (Piece("caption", line.span, page_line(line)),)
    return ()


def agency_at_end(line: Line, words: Vocabulary) -> str:
    """The news agency alone in brackets at the end of a line ("… on Monday. (Reuters)"); "" for none."""
    found = _BRACKETED.search(line.text[-60:])
    return (words.agency_in(found["inside"]) or "") if found and words.agencies.fullmatch(found["inside"]) else ""


def _picture_credit(text: str, words: Vocabulary) -> bool:
    """True when the line ends with a picture's credit in brackets: "(Ann Writer/Reuters)", "(File photo)"."""
    found = _BRACKETED.search(text)
    if found is None:
        return False
    inside = found["inside"]
    return bool(words.pictures.search(inside)) or ("/" in inside and words.agencies.search(inside) is not None)


def _bare(line: Line) -> tuple[Piece, ...]:
    """A line that is an address, a row of symbols or a film clip's title."""
    text = line.text
    if len(text) > 300:
        return ()
    url = _ADDRESS.fullmatch(text)
    if url or _SYMBOLS.fullmatch(text) or (_CLIP.match(text) and not line.stopped):
        field = "url" if url and "://" in text else ""
        return (Piece("boilerplate", line.span, page_line(line), field, text if field else ""),)
    return ()


def _key(label: str) -> str:
    return " ".join(label.lower().split())
