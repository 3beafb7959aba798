"""Markdown: drafts and notes to the article's own text. markdown-it-py's only home.

Takes the bytes of a file; gives its paragraphs without marks, and what a front matter (``key: value`` lines between
lines of three hyphens) says of the article, by the same names as columns of a table.
"""

from __future__ import annotations

import re

from discrepancy.ingest.guide import Guide
from discrepancy.ingest.markup import stretches
from discrepancy.ingest.page import Page, Part, Refused, Stretch, assembled, only
from discrepancy.ingest.plain import plain_text, refusal
from discrepancy.model.text import Sourced

_FRONT = re.compile(r"---[ \t]*\n((?:[\w .-]{1,40}:[^\n]{0,2000}\n|[ \t-][^\n]{0,2000}\n|\n){1,200})---[ \t]*(?:\n|$)")
_PAIR = re.compile(r"^([\w .-]{1,40}):[ \t]*(\S[^\n]*)$", re.M)


def read(data: bytes, name: str, guide: Guide) -> tuple[Part, ...]:
    """The one article of a file."""
    return only(data, lambda: page(data, guide))


def page(data: bytes, guide: Guide) -> Page:
    """A file as a page. Raises :class:`Refused`."""
    from markdown_it import MarkdownIt

    text = plain_text(data)
    if text is None:
        raise Refused(refusal(data))
    front = _FRONT.match(text)
    told: dict[str, Sourced[str]] = {}
    for key, value in _PAIR.findall(front[1]) if front else ():
        field = next((field for field, names in guide.columns.items() if key.lower().replace("_", " ") in names), "")
        if field not in ("", "id", "text"):
            told.setdefault(field, Sourced(value.strip().strip("\"'"), f"front matter {key}"))
    markup = MarkdownIt("commonmark", {"html": False}).enable("table").render(text[front.end() :] if front else text)
    found = stretches(markup)
    title = told["title"].value if "title" in told else ""
    if title and not (found and found[0].text == title):
        found = [Stretch("headline", title), *found]
    elif markup.startswith("<h1>") and found:
        found = [Stretch("headline", found[0].text), *found[1:]]
    return assembled(found, told)
