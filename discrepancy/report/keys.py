"""Keys: by what a claim is known again in the next report; rulings, fingerprints and differences hang on them.

Takes documents, claims and event mentions; gives short hashes. A claim's key is the hash of the article's key, the
attribute, population, scope, notation and the exact sentence. File names, other sentences, rule ids, event ids and
claim ids are left out, so a ruling survives a renamed file, an edit elsewhere, another rule and another article.

The sentence is cut here by three fixed marks, not by the rules that cut sentences for reading: a key must not change
when an abbreviation is added to ``rules/``. A cut too many only makes the sentence shorter. Knows nothing of decisions.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping
from urllib.parse import urlsplit, urlunsplit

from discrepancy.model.claims import Claim, EventMention
from discrepancy.model.findings import Finding, Report
from discrepancy.model.text import Document, Span
from discrepancy.model.values import Terms
from discrepancy.notation import format as format_value

LENGTH = 32
"""Hexadecimal digits of a key: 128 bits, far from a chance collision in any newsroom's archive."""

REACH = 600
"""Characters looked at before and after the evidence for the ends of its sentence; a longer sentence is cut there."""

_END = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])|[\r\n\u2028\u2029]+")


def digest(*parts: str) -> str:
    """A key of texts in order. The list is written as JSON first, so no two lists give the same bytes.

    >>> digest("a", "b") == digest("ab", "")
    False
    """
    text = json.dumps(parts, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:LENGTH]


def plain(text: str) -> str:
    """``text`` in Unicode form C with single spaces: what stays when a page is saved or wrapped anew.

    >>> plain("  Two\\n died. ")
    'Two died.'
    """
    return " ".join(unicodedata.normalize("NFC", text).split())


def article_key(document: Document) -> str:
    """The key of an article: its URL, else the id somebody gave it, else outlet and title; never its path or its
    whole text.

    The id of an article read from a file is made from the file's name and counts for nothing; a record's own id is its
    path too. An article without all of these is known by its first line.
    """
    if document.url is not None and document.url.value.strip():
        return digest("url", _address(document.url.value))
    if document.path == document.id:
        return digest("id", document.id)
    outlet = plain(document.outlet.value).casefold() if document.outlet else ""
    title = plain(document.title.value).casefold() if document.title else ""
    if not title:
        title = next((line for line in map(plain, document.text[: 4 * REACH].splitlines()) if line), "").casefold()
    return digest("title", outlet, title)


def _address(url: str) -> str:
    """A web address without what does not change the page: case of the host, fragment, a last slash."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:  # a page may print any text as its address
        return plain(url)
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path.rstrip("/"), parts.query, ""))


def sentence_at(text: str, span: Span) -> Span:
    """The sentence around ``span``, from its first letter to its last mark, at most :data:`REACH` characters to each
    side.

    >>> text = "A dam broke. Officials said 12 people died. Rain goes on."
    >>> sentence_at(text, Span(28, 30)).of(text)
    'Officials said 12 people died.'
    """
    low = max(0, span.start - REACH)
    start = low
    for found in _END.finditer(text, low, min(len(text), span.start + 1)):
        if found.end() <= span.start:
            start = found.end()
    high = min(len(text), span.end + REACH)
    ending = _END.search(text, max(span.start, span.end - 1), high)
    end = high if ending is None else ending.end()
    stretch = text[start:end]
    return Span(start + len(stretch) - len(stretch.lstrip()), max(span.end, start + len(stretch.rstrip())))


def claim_key(claim: Claim, article: str, text: str) -> str:
    """The key of a claim in the article with key ``article`` and the text ``text``.

    Names stand in a claim in the head spelling of all articles together, which another article may change; so a list
    of names is known by the words as printed.
    """
    span = claim.evidence.span
    said = plain(claim.evidence.exact) if isinstance(claim.value, Terms) else format_value(claim.value)
    sentence = plain(sentence_at(text, span).of(text))
    return digest("claim", article, claim.attribute, claim.population, claim.scope, said, sentence)


def claim_keys(report: Report) -> dict[str, str]:
    """The key of every claim of a report, by its id. A claim whose article is not there (a sheet typed by hand) is known by its value."""
    documents = {document.id: document for document in report.articles if document.text}
    own = {id: article_key(document) for id, document in documents.items()}

    def key(claim: Claim) -> str:
        if claim.article in documents:
            return claim_key(claim, own[claim.article], documents[claim.article].text)
        return digest("claim", claim.article, claim.attribute, claim.population, claim.scope, format_value(claim.value))

    return {claim.id: key(claim) for claim in report.claims}


def finding_key(finding: Finding, keys: Mapping[str, str]) -> str:
    """The key of a finding: what is asked, and the keys of the claims of each camp, in no order. ``keys`` are :func:`claim_keys`."""
    camps = sorted(digest("camp", *sorted(keys[id] for id in camp.claims if id in keys)) for camp in finding.camps)
    asked = finding.question
    return digest("finding", asked.attribute, asked.population, asked.scope, *camps)


def mention_key(mention: EventMention, article: str, text: str) -> str:
    """The key of an event mention: article, kind of event, the words that introduce it and their sentence; of one of several told at once
    also the words that tell it apart."""
    if not mention.triggers:
        return digest("mention", article, mention.type)
    first = mention.triggers[0]
    sentence = plain(sentence_at(text, first.span).of(text))
    apart = [plain(mention.apart.exact)] if mention.apart is not None else []
    return digest("mention", article, mention.type, plain(first.exact), sentence, *apart)


def source_name(document: Document) -> str:
    """An article as an editor would name it: its outlet, else its title, else its id."""
    for piece in (document.outlet, document.title):
        if piece is not None and piece.value.strip():
            return plain(piece.value)
    return document.id
