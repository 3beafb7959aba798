"""RSS and Atom files: every entry an article. RSS 0.9 to 2.0, RSS 1.0 (RDF), Atom 1.0 and 0.3.

Takes the bytes of a feed; gives a part for each entry, named by a hash of its own id or address, so that names stay
when entries come and go. Reads what stands in the file and follows no address. Where an entry gives both a summary and
its full text, the text is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from email.utils import parsedate_to_datetime
from html import escape
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, tostring

from discrepancy.ingest.guide import Guide
from discrepancy.ingest.markup import stretches
from discrepancy.ingest.page import Page, Part, Refused, Stretch, assembled, brief, digest
from discrepancy.ingest.xml import tree
from discrepancy.model.text import Sourced

_WANTED = {
    "title": ("title",),
    "byline": ("creator", "author"),
    "published": ("pubDate", "published", "issued", "date", "created"),
    "updated": ("updated", "modified"),
    "text": ("encoded", "content", "description", "summary"),
    "id": ("guid", "id", "identifier"),
}
"""Elements of an entry by field, the most trusted first, whatever their namespace."""

_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_MEDIA = "{http://search.yahoo.com/mrss/}"


def read(data: bytes, name: str, guide: Guide) -> Iterator[Part]:
    """The entries of a feed."""
    root = tree(data.lstrip(b"\xef\xbb\xbf \t\r\n") if not data.startswith((b"\xff\xfe", b"\xfe\xff")) else data, "feed")
    kind = _local(root)
    if kind not in ("rss", "RDF", "feed"):
        raise Refused(f"this is XML of another kind (<{brief(kind, 40)}>), which is not read; export the articles as ninjs, HTML or text")
    channel = next((child for child in root if _local(child) == "channel"), root)
    entries = [child for parent in dict.fromkeys((root, channel)) for child in parent if _local(child) in ("item", "entry")]
    if len(entries) > guide.most_articles:
        raise Refused(f"this feed holds {len(entries)} entries (at most {guide.most_articles}); split it")
    site = _words(next((child for child in channel if _local(child) == "title"), None))
    taken: set[str] = set()
    for number, entry in enumerate(entries, 1):
        own = _first(entry, "id") or _link(entry, root) or _first(entry, "title") or str(number)
        key = digest(own.encode("utf-8", "replace"))[:8]
        key = f"{key}~{number}" if key in taken else key
        taken.add(key)
        yield Part(f"#{key}", digest(tostring(entry)), _making(entry, root, site))


def _making(entry: Element, root: Element, site: str) -> Callable[[], Page]:
    return lambda: page(entry, root, site)


def page(entry: Element, root: Element, site: str) -> Page:
    """An entry as a page. Raises :class:`Refused`."""
    source = next((child for child in entry if _local(child) == "source"), None)
    outlet = "" if source is None else _words(source) or _words(next((c for c in source if _local(c) == "title"), None))
    told = {
        "title": Sourced(_first(entry, "title"), "feed title"),
        "byline": Sourced(_author(entry), "feed author"),
        "url": Sourced(_link(entry, root), "feed link"),
        "outlet": Sourced(outlet or site, "feed source" if outlet else "feed's own title"),
        "published": Sourced(_moment(_first(entry, "published") or _first(entry, "updated")), "feed date"),
        "updated": Sourced(_moment(_first(entry, "updated")), "feed update"),
    }
    if told["updated"].value == told["published"].value:
        del told["updated"]
    told = {field: sourced for field, sourced in told.items() if sourced.value}
    found = stretches(_content(entry))
    if not found:
        raise Refused("this entry of a feed holds a headline and no text; save the article itself")
    title = told["title"].value if "title" in told else ""
    known = found[0].text == title
    return assembled([Stretch("headline", title), *(found[1:] if known else found)], told)


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _children(entry: Element, field: str) -> Iterator[Element]:
    """The elements of an entry that give a field, the most trusted first; those of pictures are no part of it."""
    for name in _WANTED[field]:
        yield from (child for child in entry if _local(child) == name and not str(child.tag).startswith(_MEDIA))


def _first(entry: Element, field: str) -> str:
    return next((words for child in _children(entry, field) if (words := _words(child))), "")


def _words(element: Element | None) -> str:
    """An element's words in one line, markup taken off."""
    if element is None:
        return ""
    said = "".join(element.itertext()) if len(element) else element.text or ""
    if "<" in said or "&" in said:
        said = " ".join(stretch.text for stretch in stretches(said))
    return " ".join(said.split())[:2000]


def _author(entry: Element) -> str:
    names = []
    for child in _children(entry, "byline"):
        name = next((_words(one) for one in child if _local(one) == "name"), "") or ("" if len(child) else _words(child))
        if "(" in name and "@" in name.partition("(")[0]:  # RSS 2.0: "bob@example.com (Bob Scribe)"
            name = name.partition("(")[2].rstrip(") ")
        if name and name not in names:
            names.append(name)
    return ", ".join(names)


def _link(entry: Element, root: Element) -> str:
    """The address of the article: of Atom's links the alternate one."""
    base = entry.get(_BASE) or root.get(_BASE) or ""
    for child in entry:
        if _local(child) == "link":
            href = child.get("href") if child.get("rel", "alternate") == "alternate" else ""
            address = urljoin(base, (href or (child.text if not child.attrib else "") or "").strip())
            if address.startswith(("http://", "https://")):
                return address[:2000]
    guid = next((child for child in entry if _local(child) == "guid" and child.get("isPermaLink", "true") != "false"), None)
    said = _words(guid)
    return said if said.startswith(("http://", "https://")) else ""


def _moment(said: str) -> str:
    """A date of a feed in ISO 8601, where it is one of mail's."""
    try:
        return parsedate_to_datetime(said).isoformat() if (said and not said[:1].isdigit()) or "," in said else said
    except (ValueError, TypeError, OverflowError, IndexError):
        return said


def _content(entry: Element) -> str:
    """The markup of an entry's text: the longest of what it gives as its text, then of its summaries."""
    for names in (("encoded", "content"), ("description", "summary")):
        made = [_markup(child) for child in _children(entry, "text") if _local(child) in names]
        if any(one.strip() for one in made):
            return max(made, key=len)
    return ""


def _markup(element: Element) -> str:
    """The markup in an element: escaped (HTML), inline (XHTML), or plain text."""
    if len(element):
        return "".join(_inner(element))
    said = element.text or ""
    return escape(said) if element.get("type") in ("text", "text/plain") else said


def _inner(element: Element) -> Iterator[str]:
    yield escape(element.text or "")
    for child in element:
        yield f"<{_local(child)}>"
        yield from _inner(child)
        yield f"</{_local(child)}>"
        yield escape(child.tail or "")
