"""Web pages as they are saved: HTML to the article's own text.

Takes the bytes of a page; gives its text with headline, captions, quotes, lists and tables as blocks, and the metadata
it states (:mod:`discrepancy.ingest.statements`). What is article and what is round it is trafilatura's judgement, after the
parts that ``rules/ingest/parts.yaml`` names have been set aside. Follows no link and runs no script.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from discrepancy.ingest.guide import Guide
from discrepancy.ingest.page import Page, Part, Refused, Stretch, assembled, missing, only
from discrepancy.ingest.plain import plain_text, refusal
from discrepancy.ingest.vocabulary import fold
from discrepancy.model.text import Sourced

if TYPE_CHECKING:
    from lxml.html import HtmlElement

CAPTION, LISTED = "\ue000", "\ue001"
"""Marks of captions and of list items, set before trafilatura reads the page and taken out afterwards; private-use
characters.
"""

LONGEST_LINE = 160
"""Characters of a byline or a date."""

LONGEST_CELL = 600
"""Characters a cell of a table may hold; one with more holds a page."""

_BLANKS = re.compile(r"[ \t\r\n\f]+")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.I)
_DECLARED = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})[\"']")
_XML_DECLARATION = re.compile(r"\s*<\?xml.*?\?>", re.S)
_BLOCKS = frozenset(("address", "br", "div", "h1", "h2", "h3", "h4", "li", "p", "section", "time", "ul"))
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")


def read(data: bytes, name: str, guide: Guide) -> tuple[Part, ...]:
    """The one article of a saved page."""
    return only(data, lambda: page(data, guide))


def page(data: bytes, guide: Guide, address: str = "") -> Page:
    """A saved page, from ``address`` where the file that held it says so. Raises :class:`Refused`."""
    text = _XML_DECLARATION.sub("", decoded(data), count=1)
    if not text.strip():
        raise Refused("this web page is empty; save it again once it has loaded")
    return article(text, guide, address)


def decoded(data: bytes) -> str:
    """A page's characters: UTF-8, else the encoding it declares, else as any text. Raises :class:`Refused`."""
    declared = _CHARSET.search(data[:4096]) or _DECLARED.match(data)
    for encoding in ("utf-8-sig", declared[1].decode("ascii") if declared else ""):
        try:
            if encoding and b"\x00" not in data:
                return data.decode(encoding)
        except (LookupError, ValueError):
            continue
    text = plain_text(data)
    if text is None:
        raise Refused(refusal(data))
    return text


def article(text: str, guide: Guide, address: str = "") -> Page:
    """The article in the markup of a page."""
    try:
        import trafilatura
        from lxml import html
    except ImportError:
        raise missing("web pages", "trafilatura") from None
    from discrepancy.ingest.statements import statements

    clean = text.translate({0xE000: None, 0xE001: None, 0: None})
    parser = html.HTMLParser(no_network=True, remove_comments=False, remove_pis=True, huge_tree=False)
    tree = html.document_fromstring(clean, parser=parser)
    if any("depth" in error.message.lower() for error in parser.error_log):
        raise Refused("this web page is nested too deeply to be an article; save its text as a .txt file")
    told, fallback = statements(tree, clean, address)
    heading = _heading(tree, told["title"].value if "title" in told else fallback["title"].value if "title" in fallback else "")
    if heading is not None and (site := _site(_text(heading), tree.findtext(".//title") or "")):
        fallback = {**fallback, "outlet": Sourced(site, "page title")}
    beside = _beside(tree, heading, guide)
    _set_aside(tree, guide)
    _mark(tree, guide)
    found = trafilatura.bare_extraction(tree, include_comments=False, include_tables=True, favor_recall=False)
    body = [] if found is None or isinstance(found, dict) else list(_stretches(found.body))
    if not any(len(stretch.text) > 40 for stretch in body):
        raise Refused("no article was found on this web page; save the article's text as a .txt file")
    title = _text(heading) if heading is not None else ""
    repeated = {fold(title), *(fold(stretch.text) for stretch in beside)}
    rest = [stretch for stretch in body if fold(stretch.text) not in repeated]
    return assembled([Stretch("headline", title), *beside, *rest], told, fallback)


def _text(element: HtmlElement) -> str:
    """An element's words, blanks as one; a no-break space stays what it is."""
    return _BLANKS.sub(" ", "".join(str(piece) for piece in element.itertext())).strip(" ")


def _heading(tree: HtmlElement, title: str) -> HtmlElement | None:
    """The headline's element: the first heading that the stated title begins with or names, else the only main heading."""
    headings = [heading for heading in tree.iter("h1", "h2") if _text(heading)]
    wanted = fold(title)
    for heading in headings:
        words = fold(_text(heading))
        if wanted and (wanted.startswith(words) or words.startswith(wanted)) and len(words) * 2 > len(wanted):
            return heading
    main = [heading for heading in headings if heading.tag == "h1"]
    return main[0] if len(main) == 1 else None


def _site(headline: str, title: str) -> str:
    """What a page's title says besides its headline, which is the name of the site ("Bridge falls | Valley Post")."""
    whole = " ".join(title.split())
    for rest in (whole.removeprefix(headline), whole.removesuffix(headline)):
        name = rest.strip(" |–—·»:-")
        if headline and rest != whole and rest[:1] + rest[-1:] != name[:1] + name[-1:] and 2 < len(name) <= 40:
            return name
    return ""


def _named(element: HtmlElement, names: frozenset[str]) -> bool:
    """True when a class, id or property of an element is one of ``names``, or made of words all of one of which is a name."""
    said = " ".join(element.get(key) or "" for key in ("class", "id", "itemprop", "rel", "data-testid", "data-component"))
    for whole in said.split():
        if whole.lower() in names:
            return True
        words = [word.lower() for word in _WORD.findall(whole)]
        if any(word in names for word in words):
            return True
    return False


def _set_aside(tree: HtmlElement, guide: Guide) -> None:
    """Drops the parts that are named as furniture, unless most of the page's text lies in one."""
    names = frozenset(guide.parts.get("boilerplate", ()))
    most = len(tree.text_content()) / 2
    for element in [element for element in tree.iter() if isinstance(element.tag, str) and _named(element, names)]:
        if (
            element.getparent() is not None
            and element.tag not in ("html", "body", "article", "main")
            and len(element.text_content()) < most
        ):
            element.drop_tree()


def _beside(tree: HtmlElement, heading: HtmlElement | None, guide: Guide) -> list[Stretch]:
    """Bylines and dates that the page marks as such between its headline and its first paragraph of some length."""
    if heading is None:
        return []
    byline, stamp = frozenset(guide.parts.get("byline", ())), frozenset(guide.parts.get("stamp", ()))
    found: list[Stretch] = []
    inside: set[Any] = set()
    passed = False
    for element in tree.iter():
        passed = passed or element is heading
        if not passed or not isinstance(element.tag, str):
            continue
        if element.tag == "p" and len(_text(element)) > LONGEST_LINE:
            break
        if element.getparent() in inside:
            inside.add(element)
            continue
        if element.tag in ("time", "address") or _named(element, byline | stamp):
            said = [line for line in _lines(element) if line]
            if said and sum(map(len, said)) <= LONGEST_LINE and len(found) < 12 and element.tag not in ("script", "style", "meta"):
                inside.add(element)
                found += [Stretch("", line) for line in said]
    return found


def _lines(element: HtmlElement) -> list[str]:
    """An element's words, a line for each of the blocks in it."""
    lines = [""]
    for part in element.iter():
        if not isinstance(part.tag, str):
            continue
        if part is not element and part.tag in _BLOCKS:
            lines.append("")
        lines[-1] += part.text or ""
        if part is not element:
            if part.tag in _BLOCKS and (part.tail or "").strip():
                lines.append("")
            lines[-1] += part.tail or ""
    return [_BLANKS.sub(" ", line).strip(" ") for line in lines]


def _mark(tree: HtmlElement, guide: Guide) -> None:
    """Captions as paragraphs of their own, for trafilatura leaves pictures out with all that is in them; marks on what is listed."""
    from lxml.html import builder

    names = frozenset(guide.parts.get("caption", ()))
    for element in [e for e in tree.iter() if isinstance(e.tag, str) and (e.tag == "figcaption" or _named(e, names))]:
        text = _text(element)
        figure = next((above for above in element.iterancestors("figure")), element)
        if not text or figure.getparent() is None or figure.find(".//table") is not None:
            continue
        figure.addprevious(builder.P(CAPTION + text))
        if figure is element:
            element.drop_tree()
        else:
            element.clear(keep_tail=True)
    for table in list(tree.iter("table")):
        linked = sum(len(link.text_content()) for link in table.iter("a"))
        if table.getparent() is not None and linked * 10 > 7 * len(table.text_content().replace("|", "").strip()) > 0:
            table.drop_tree()  # a menu
            continue
        if any(len(cell.findall(".//p")) > 2 or len(cell.text_content()) > LONGEST_CELL for cell in table.iter("td")):
            table.set("role", "presentation")  # the frame of a page, as pages were built once
    for element in list(tree.iter("li")):
        element.text = LISTED + (element.text or "")


def _stretches(body: Any) -> Iterator[Stretch]:
    """trafilatura's tree as stretches: paragraphs, headings, quotes, list items, table rows."""
    for element in body:
        if element.tag == "list":
            for item in element.iter("item"):
                yield from _paragraphs(element=item, kind="body")
        elif element.tag == "table":
            for row in element.iter("row"):
                cells = [_text(cell) for cell in row.iter("cell")]
                yield Stretch("body", " | ".join(cell for cell in cells if cell))
        elif element.tag == "quote":
            for part in list(element) if len(element) and not (element.text or "").strip() else [element]:
                yield from _paragraphs(part, "quote")
        else:
            yield from _paragraphs(element, "")


def _paragraphs(element: Any, kind: Any) -> Iterator[Stretch]:
    """An element's lines: a break in the markup ends one."""
    lines = [""]
    for part in element.iter():
        if part is not element and part.tag == "lb":
            lines.append("")
        lines[-1] += (part.text or "") if part.tag != "lb" else ""
        lines[-1] += (part.tail or "") if part is not element else ""
    for line in lines:
        text = _BLANKS.sub(" ", line).strip(" ")
        if text.startswith(CAPTION):
            yield Stretch("caption", text.strip(CAPTION))
        else:
            yield Stretch("body" if LISTED in text and not kind else kind, text.replace(LISTED, ""))
