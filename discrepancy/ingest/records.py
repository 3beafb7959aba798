"""Records of programs: an article as keys and values, whether from JSON lines, a sheet or a Parquet table.

Takes a mapping and its place in the file; gives a part. The keys are known by ``rules/ingest/columns.yaml`` or named by
the person who asks. A record's own key becomes its name, else its number does, so that names stay when rows are added
below.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from discrepancy.ingest.guide import Guide
from discrepancy.ingest.page import Page, Part, Refused, Stretch, assembled, brief, digest
from discrepancy.model.text import Sourced

_KEY = re.compile(r"[\w.:~-]{1,64}")


def columns(names: Iterable[str], guide: Guide) -> dict[str, str]:
    """The column of each field among ``names``; a field without a column is left out.

    Raises :class:`Refused` where no column holds the text.
    """
    folded: dict[str, str] = {}
    for name in names:
        folded.setdefault(_fold(name), name)
    found = {
        field: next(folded[_fold(known)] for known in wanted if _fold(known) in folded)
        for field, wanted in guide.columns.items()
        if any(_fold(known) in folded for known in wanted)
    }
    if "text" not in found:
        said = ", ".join(brief(name, 30) for name in sorted(folded.values())[:10]) or "none"
        raise Refused(f"no column holds the articles' text (columns: {said}); name it with --columns text=NAME")
    return found


@lru_cache(maxsize=1024)  # the records of a file have the same keys
def _fold(name: str) -> str:
    return " ".join(re.sub(r"[_\W]+", " ", name).lower().split())


def parts(records: Iterable[Mapping[str, object] | Refused], what: str, guide: Guide) -> Iterator[Part]:
    """The articles of a file of records, numbered from 1. ``what`` a key is called: "column" or "key"."""
    taken: set[str] = set()
    for number, record in enumerate(records, 1):
        if number > guide.most_articles:
            raise Refused(f"this file holds more than {guide.most_articles} articles; the first were read; split it into several files")
        name = _name(record, number, guide)
        if name in taken:
            name = f"#{number}" if f"#{number}" not in taken else f"#{number}~{number}"
        taken.add(name)
        yield _part(record, name, what, guide)


def _name(record: Mapping[str, object] | Refused, number: int, guide: Guide) -> str:
    if isinstance(record, Refused):
        return f"#{number}"
    folded = {_fold(str(key)): value for key, value in record.items()}
    own = next((value for known in guide.columns.get("id", ()) if (value := said(folded.get(_fold(known))))), "")
    if not own:
        return f"#{number}"
    return f"#{own}" if _KEY.fullmatch(own) else f"#{digest(own.encode('utf-8', 'replace'))[:8]}"


def _part(record: Mapping[str, object] | Refused, name: str, what: str, guide: Guide) -> Part:
    def make() -> Page:
        if isinstance(record, Refused):
            raise record
        return page(record, what, guide)

    raw = "" if isinstance(record, Refused) else "\x1f".join(f"{key}\x1e{value}" for key, value in record.items())
    return Part(name, digest(raw.encode("utf-8", "replace")), make, None if isinstance(record, Refused) else record)


def page(record: Mapping[str, object], what: str, guide: Guide) -> Page:
    """The article in a record; markup in its text is taken off. Raises :class:`Refused`."""
    from discrepancy.ingest.markup import marked_up, stretches  # brings a parser of HTML, for which files of plain text do not wait

    found = columns([str(key) for key in record], guide)
    told = {
        field: Sourced(value, f"{what} {brief(name, 60)}")
        for field, name in found.items()
        if field not in ("id", "text") and (value := said(record[name]))
    }
    text = record[found["text"]]
    if not isinstance(text, str) or not text.strip():
        raise Refused(f"the text of this article is empty ({what} {brief(found['text'], 30)}); nothing can be compared")
    title = told["title"].value if "title" in told else ""
    if marked_up(text):
        return assembled([Stretch("headline", title), *stretches(text)], told)
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    head = assembled([Stretch("headline", title)])
    if not title or lines.lstrip().startswith(title):
        return Page(lines, told)
    return Page(f"{title}\n\n{lines}", told, known=head.known)


def said(value: object) -> str:
    """A value as words: a list by its members, a missing one as "".

    >>> said(["Ann Writer", {"name": "Bob Scribe"}]), said(None), said(float("nan")), said(20240129)
    ('Ann Writer, Bob Scribe', '', '', '20240129')
    """
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, (said(one) for one in value[:20])))
    if isinstance(value, Mapping):
        return said(value.get("name"))
    if value is None or value != value or isinstance(value, bytes | bool):
        return ""
    return " ".join(str(value).split())[:2000]
