"""Articles in: from paths or records to documents.

Takes paths or records; gives :class:`Inputs`. Both ways join after decoding, so a record and a file with the same
text are read alike. Reads nothing but what is named, writes nothing, and holds one file in memory at a time besides
the texts.
"""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from discrepancy.ingest import records
from discrepancy.ingest.apart import Readers
from discrepancy.ingest.folder import STDIN, found, too_large
from discrepancy.ingest.guide import Guide, guide
from discrepancy.ingest.language import english
from discrepancy.ingest.layout import layout
from discrepancy.ingest.lines import paragraphs
from discrepancy.ingest.metadata import Undated, describe
from discrepancy.ingest.overrides import overrides
from discrepancy.ingest.page import Page, Refused, Told
from discrepancy.ingest.sources import member, outcomes, sources, unique
from discrepancy.ingest.stamps import dates
from discrepancy.ingest.streams import records_of, streamed
from discrepancy.ingest.vocabulary import Vocabulary, shipped, vocabulary
from discrepancy.ingest.years import year_of
from discrepancy.model.findings import Unreadable
from discrepancy.model.text import Document, Sourced
from discrepancy.model.values import day
from discrepancy.rulebook import Rulebook

_RECORD_FIELDS = (
    ("title", "title"),
    ("source", "outlet"),
    ("url", "url"),
    ("published", "published"),
    ("dct", "published"),
    ("dateline", "dateline"),
)
"""Keys of a record and the field each gives."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """An article as it arrives: its id, its path as shown, the hash of its bytes, and its page; or the record it is made from and what a
    key of it is called, with a page that holds only what stands beside it."""

    name: str
    path: str
    sha256: str
    page: Page
    record: Mapping[str, object] | None = None
    key: str = "key"


@dataclass(frozen=True, slots=True)
class Inputs:
    """What was read: documents in the order of their ids, and what could not be read, with the reason."""

    documents: tuple[Document, ...]
    unreadable: tuple[Unreadable, ...] = ()


def read(paths: str | Path | Sequence[str | Path], rules: Rulebook | None = None, *, columns: Mapping[str, str] | None = None) -> Inputs:
    """Reads articles from files and folders; a folder with all its subfolders, ``-`` is standard input.

    ``rules`` is the rulebook with the words for pages, by default the package's own; ``columns`` names the columns of
    tables by field (``{"text": "body_plain"}``) where they go by other names than ``rules/ingest/columns.yaml`` knows.
    Raises :class:`~discrepancy.ingest.folder.MissingPath` for a path that does not exist; all else that cannot be read
    is in ``unreadable``.
    """
    book = rules or shipped()
    words = vocabulary(book)
    done: dict[str, Document | Undated] = {}
    unreadable: list[Unreadable] = []
    for one in arrivals(paths, book, columns=columns, taken=done):
        try:
            if isinstance(one, Unreadable):
                unreadable.append(one)
            else:
                done[one.name] = document(one, words)
        except Refused as refused:
            unreadable.append(Unreadable(one.path, str(refused)))
    return _inputs(list(done.values()), unreadable)


def arrivals(
    paths: str | Path | Sequence[str | Path],
    rules: Rulebook,
    *,
    columns: Mapping[str, str] | None = None,
    taken: Container[str] = (),
    streams: bool = False,
) -> Iterator[Arrival | Unreadable]:
    """The articles under paths, one after the other, and what cannot be read; never more than one file is held.

    ``taken`` are ids that no article may get any more; the caller adds to it as articles arrive. With ``streams`` large files of records
    and compressed ones are read too (:mod:`discrepancy.ingest.streams`), and their records are left as they are. Raises
    :class:`~discrepancy.ingest.folder.MissingPath`.
    """
    how = guide(rules, columns)
    given = [Path(paths)] if isinstance(paths, str | Path) else [Path(path) for path in paths]
    files, unreadable = found([path for path in given if path != STDIN], how.largest_file_bytes, streamed if streams else None)
    told: dict[Path, Told] = {}
    for folder in sorted({entry.path.parent for entry in files} | {entry.root for entry in files}):
        table, faults = overrides(folder)
        told = {**told, **table}
        unreadable.extend(faults)
    yield from unreadable
    with Readers(how) as readers:
        for source in sources(files, STDIN in given):
            flowing = streams and source.entry is not None and streamed(source.entry.path)
            for outcome in records_of(source, how) if flowing else outcomes(source, readers, how):
                path = source.path + outcome.name
                if isinstance(outcome.page, Refused):
                    yield Unreadable(path, str(outcome.page))
                    continue
                beside = told.get(Path(f"{source.resolved}{outcome.name}"), {})
                page, record = (outcome.page, None) if isinstance(outcome.page, Page) else (Page(""), outcome.page)
                if beside:
                    page = replace(page, told={**page.told, **beside})
                key = "column" if source.resolved.suffix.lower() == ".parquet" else "key"
                yield Arrival(unique(source.name + member(outcome.name), taken), path, outcome.sha256, page, record, key)


def document(one: Arrival, words: Vocabulary, how: Guide | None = None) -> Document | Undated:
    """An article that arrived, as a document; ``how`` to read a record is asked for those that arrived as records. Raises
    :class:`Refused`.
    """
    page = one.page
    if one.record is not None and how is not None:
        made = records.page(one.record, one.key, how)
        page = replace(made, told={**made.told, **page.told})
    return _document(one.name, one.path, one.sha256, page, words)


def inputs_from_records(records: Iterable[Mapping[str, object]], rules: Rulebook | None = None) -> Inputs:
    """Reads articles that a program has already: mappings with ``doc_id`` and ``text``.

    ``title``, ``published`` (or ``dct``), ``dateline``, ``source`` (the outlet) and ``url`` are used where they are not
    empty. The text is kept as it is, line ends included: offsets into the record's text hold for the document's.

    >>> inputs = inputs_from_records([{"doc_id": "a", "text": "Two died in the fire.", "published": "2024-03-04"}])
    >>> inputs.documents[0].published.value.first.isoformat(), inputs.documents[0].published.came_from
    ('2024-03-04', 'record published')
    """
    words = vocabulary(rules or shipped())
    largest = words.limits.largest_bytes
    done: dict[str, Document | Undated] = {}
    unreadable: list[Unreadable] = []
    for number, record in enumerate(records, 1):
        name, text = record.get("doc_id"), record.get("text")
        try:
            if not isinstance(name, str) or not name or not isinstance(text, str):
                raise Refused("a record needs 'doc_id' and 'text', both strings")
            if name in done:
                raise Refused("another record has the same doc_id; the first one was read")
            data = text.encode("utf-8", "surrogatepass")
            if len(data) > largest:
                raise Refused(too_large(len(data), largest))
            page = Page(text, _told(record))
            done[name] = _document(name, name, hashlib.sha256(data).hexdigest(), page, words)
        except Refused as refused:
            unreadable.append(Unreadable(f"record {number}" + (f" ({name})" if name else ""), str(refused)))
    return _inputs(list(done.values()), unreadable)


def _told(record: Mapping[str, object]) -> dict[str, Sourced[str]]:
    """The metadata of a record, the first key of :data:`_RECORD_FIELDS` that has a value for each field."""
    told: dict[str, Sourced[str]] = {}
    for key, field in _RECORD_FIELDS:
        if record.get(key):
            told.setdefault(field, Sourced(str(record[key]), f"record {key}"))
    return told


def _document(name: str, path: str, sha256: str, page: Page, words: Vocabulary) -> Document | Undated:
    """A page as a document. Raises :class:`Refused` for an empty page and for one that is not English."""
    if not page.text.strip():
        raise Refused("this article is empty; nothing can be compared")
    if len(page.text) > words.limits.largest_bytes:
        raise Refused(too_large(len(page.text), words.limits.largest_bytes))
    if page.text.count("\n") > words.limits.most_lines:
        raise Refused(f"this text has more than {words.limits.most_lines} lines and is no article; split it")
    judged = english(page.text, words.limits)
    if not judged.english:
        raise Refused(f"this text does not read as English ({judged.because}); only English is understood")
    title = page.told["title"].value if "title" in page.told else ""
    pieces = layout(paragraphs(page.text), words, title, page.known)
    language = Sourced("en", f"text: {judged.because}")
    document = Document(name, path, sha256, page.text, (), language=language, pages=page.pages)
    done = describe(document, pieces, page.told, page.fallback, words)
    said = done.outlet if isinstance(done, Document) else done.document.outlet
    outlet = words.outlet(said.value) if said else None
    if outlet is not None and outlet.language not in ("", "en"):
        raise Refused(f"{outlet.names[0]} publishes in {outlet.language!r} by its entry among the outlets; only English is understood")
    return done


def _inputs(done: Sequence[Document | Undated], unreadable: list[Unreadable]) -> Inputs:
    """All documents, those with a day but no year settled by their neighbours."""
    days = [at for entry in done if isinstance(entry, Document) if (at := day_of(entry))]
    documents = [entry if isinstance(entry, Document) else settled(entry, days) for entry in done]
    return Inputs(
        tuple(sorted(documents, key=lambda document: document.id)),
        tuple(sorted(unreadable, key=lambda fault: (fault.path, fault.reason))),
    )


def day_of(document: Document) -> date | None:
    """The first day a document may have been published, where both ends are known."""
    return document.published.value.first if document.published and document.published.value.known else None


def settled(entry: Undated, neighbours: Iterable[date]) -> Document:
    """A document with the year that its text or its ``neighbours`` give its day, where they give one."""
    text = entry.document.text
    own = year_of(entry.stated, text, [printed.when.first for printed in dates(text) if printed.when.first])
    found = own or year_of(entry.stated, text, neighbours)
    if found is None:
        return entry.document
    at, votes = found
    others = "its own text" if own else "1 other article" if votes == 1 else f"{votes} other articles"
    came_from = f"{entry.came_from}; year inferred: {at.year}, from {others}"
    return replace(entry.document, published=Sourced(day(at), came_from))
