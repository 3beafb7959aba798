"""XML without its dangers: what OpenDocument files and feeds are read with.

Takes bytes; gives an element tree of the standard library. A document that declares entities is refused, so nothing
expands and nothing is fetched; one that is nested deeper or has more elements than any article is refused as well.
"""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from discrepancy.ingest.page import Refused, brief

DEEPEST = 200
"""Elements one inside the other."""
MOST = 500_000
"""Elements in all."""


def tree(data: bytes, what: str) -> Element:
    """The root element of a document; tags as ``{namespace}name``. Raises :class:`Refused`."""
    builder = TreeBuilder()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    depth = count = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth, count
        depth += 1
        count += 1
        if depth > DEEPEST:
            raise Refused(f"this {what} is nested too deeply to be an article; save the article's text as a .txt file")
        if count > MOST:
            raise Refused(f"this {what} has more than {MOST} elements; split it, or save the article's text as a .txt file")
        builder.start(_named(tag), {_named(name): value for name, value in attributes.items()})

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_named(tag))

    def declares(*_: Any) -> None:
        raise Refused(
            f"this {what} declares XML entities, which may stand for files or for more text than fits; save the article's text as .txt"
        )

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, builder.data
    parser.EntityDeclHandler = declares
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise Refused(f"this {what} is broken XML ({brief(error)}); save it again, or the article's text as a .txt file") from error
    except (LookupError, ValueError) as error:
        if isinstance(error, Refused):
            raise
        raise Refused(f"this {what} is in an encoding that is not known ({brief(error)}); save it as UTF-8") from error
    return builder.close()


def _named(name: str) -> str:
    return "{" + name if "}" in name else name
