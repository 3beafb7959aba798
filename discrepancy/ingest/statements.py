"""What a web page says of itself to machines: schema.org, Open Graph, meta elements.

Takes the tree of a page; gives metadata, each piece with where it stands: the page's own statements, and what
trafilatura and htmldate make of the rest as a fallback. Of several statements the one made for articles stands first.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from discrepancy.ingest.page import Told
from discrepancy.model.text import Sourced

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SCHEMA = (("headline", "title"), ("datePublished", "published"), ("dateModified", "updated"), ("url", "url"))
_META = {
    "title": ("og:title", "twitter:title", "dc.title", "headline", "parsely-title", "sailthru.title"),
    "outlet": ("og:site_name", "application-name", "dc.publisher", "publisher", "cre", "parsely-site"),
    "byline": ("author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author"),
    "url": ("og:url", "twitter:url", "parsely-link"),
    "published": (
        "article:published_time", "og:article:published_time", "datepublished", "date.published", "article.published", "published_time",
        "pubdate", "publishdate", "publish-date", "publication_date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date",
        "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "date",
    ),
    "updated": ("article:modified_time", "og:updated_time", "datemodified", "date.updated", "last-modified", "lastmod", "dcterms.modified"),
}  # fmt: skip
"""Names of meta elements by field, the most trusted first: conventions of the web, not of any outlet."""

_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S{8,2000}?)\s*-->")
_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|Story)$", re.I)
_TAIL = re.compile(r"\s+[|–—·»-]\s+[^|–—·»]{2,40}$")
LARGEST_SCRIPT = 500_000
"""Characters of a schema.org statement; a longer one describes a shop."""


def statements(tree: HtmlElement, text: str, address: str = "") -> tuple[Told, Told]:
    """What the page states, and the fallback."""
    told: dict[str, Sourced[str]] = {}

    def put(field: str, value: object, came_from: str) -> None:
        words = " ".join(str(value).split()) if isinstance(value, str | int) else ""
        if words and len(words) <= 2000:
            told.setdefault(field, Sourced(words, came_from))

    if address.startswith(("http://", "https://")):
        put("url", address, "address it was saved from")
    for entity in _articles(tree):
        for key, field in _SCHEMA:
            put(field, entity.get(key), f"schema.org {key}")
        put("byline", ", ".join(_names(entity.get("author"))), "schema.org author")
        put("outlet", next(iter(_names(entity.get("publisher"))), ""), "schema.org publisher")
        page = entity.get("mainEntityOfPage")
        put("url", page.get("@id") if isinstance(page, dict) else page, "schema.org mainEntityOfPage")
    meta = dict(_meta(tree))
    for field, names in _META.items():
        for name in names:
            value = meta.get(name, "")
            if not (field == "byline" and value.startswith("http")):
                put(field, value, f"meta {name}")
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and (link.get("href") or "").startswith("http"):
            put("url", link.get("href"), "link canonical")
    saved = _SAVED_FROM.search(text, 0, 4096)
    if saved:
        put("url", saved[1], "comment 'saved from url'")
    for element in tree.iter("time", "meta", "span"):
        if (element.get("itemprop") or "").lower() == "datepublished":
            put("published", element.get("datetime") or element.get("content"), "itemprop datePublished")
    if "url" in told and not told["url"].value.startswith("http"):
        del told["url"]
    if "title" in told:
        told["title"] = Sourced(_without_site(told["title"].value, told.get("outlet")), told["title"].came_from)
    if "updated" in told and "published" in told and told["updated"].value == told["published"].value:
        del told["updated"]
    return told, _fallback(tree, told)


def _articles(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """The schema.org statements about an article, wherever they are nested in a graph; what is no JSON is no statement."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or len(script.text or "") > LARGEST_SCRIPT:
            continue
        try:
            waiting = [json.loads(script.text or "")]
        except (ValueError, RecursionError):
            continue
        for _ in range(200):
            if not waiting:
                break
            entity = waiting.pop(0)
            if isinstance(entity, list):
                waiting.extend(entity[:100])
            elif isinstance(entity, dict):
                kinds = entity.get("@type")
                if any(isinstance(kind, str) and _ARTICLE.search(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])):
                    yield entity
                waiting.extend(entity[key] for key in ("@graph", "mainEntity") if key in entity)


def _names(said: object) -> list[str]:
    """The names in a statement about people or organisations, however it is written."""
    several = said if isinstance(said, list) else [said]
    named = [one.get("name") if isinstance(one, dict) else one for one in several[:20]]
    return [name for name in named if isinstance(name, str) and name and not name.startswith("http")]


def _meta(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    """The meta elements by name, the first of each name standing."""
    seen: set[str] = set()
    for element in tree.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower().strip()
        content = (element.get("content") or "").strip()
        if name and content and name not in seen:
            seen.add(name)
            yield name, content


def _without_site(title: str, outlet: Sourced[str] | None) -> str:
    """A title without the name of the site behind it ("Bridge falls | Valley Post")."""
    tail = _TAIL.search(title)
    if tail and (outlet is None or outlet.value.lower() in tail.group().lower()):
        return title[: tail.start()]
    return title


def _fallback(tree: HtmlElement, told: Told) -> Told:
    """What the libraries find where the page states nothing: by its title, its links, its patterns of dates."""
    from copy import deepcopy

    from trafilatura.metadata import extract_metadata

    limits = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}  # no clock: the same page, the same date
    found = extract_metadata(deepcopy(tree), date_config=limits)
    url = told["url"].value if "url" in told else found.url
    seen = {"title": found.title, "byline": found.author, "outlet": found.sitename, "published": found.date, "url": url}
    outlet = told.get("outlet")
    return {
        field: Sourced(_without_site(value, outlet) if field == "title" else value, "page, as trafilatura reads it")
        for field, value in seen.items()
        if value and field not in told and not (field == "url" and not value.startswith("http"))
    }
