"""Marked-up text of one article: the HTML inside feeds, mails, records and Markdown.

Takes markup; gives its stretches: paragraphs, captions, quotes, list items, table rows. Nothing is judged here: such
markup is the article and nothing else; a whole saved page is :mod:`discrepancy.ingest.html`'s business. Needs no library.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from discrepancy.ingest.page import Stretch
from discrepancy.model.text import BlockKind

_BREAKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "body",
        "br",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "title",
        "tr",
        "ul",
        "blockquote",
    ]
)
_SILENT = frozenset(("script", "style", "head", "template", "noscript", "svg", "iframe", "object", "embed", "select", "textarea", "title"))
_KINDS: dict[str, BlockKind] = {"figcaption": "caption", "blockquote": "quote", "li": "body", "tr": "body"}
_FRAMED = frozenset(("p", "div", "h1", "h2", "h3", "table", "ul", "ol", "blockquote"))
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_TAG = re.compile(r"<(?:p|div|br|h[1-6]|ul|ol|li|b|i|em|strong|a|span|blockquote|figure|img|table)\b[^<>]{0,500}>", re.I)


def marked_up(text: str) -> bool:
    """True for text that holds tags of HTML.

    >>> marked_up("<p>Two died.</p>"), marked_up("if 3 < 4 and 5 > 2"), marked_up("Mail <bob@example.com>")
    (True, False, False)
    """
    return _TAG.search(text) is not None


def stretches(markup: str) -> list[Stretch]:
    """The stretches of a piece of HTML.

    >>> stretches("<p>Two <b>died</b>.</p><ul><li>One</ul><script>evil()</script>")
    [Stretch(kind='', text='Two died.'), Stretch(kind='body', text='One')]
    """
    parser = _Parser()
    parser.feed(markup)
    parser.close()
    parser.end_stretch()
    return parser.found


class _Parser(HTMLParser):
    """Collects stretches; unclosed and misplaced tags end a stretch and do no other harm."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Stretch] = []
        self._words: list[str] = []
        self._open: list[str] = []
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent.append(tag)
        if tag in _BREAKS:
            self.end_stretch()
        if tag in _FRAMED:  # a row that holds paragraphs is the frame of a letter, not a row of a table
            self._close("tr")
        if tag in _KINDS:
            if tag == "li":  # an item ends where the next begins
                self._close("li")
            self._open.append(tag)
        if tag in ("td", "th") and "".join(self._words).strip():
            self._words.append(" | ")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BREAKS:
            self.end_stretch()

    def handle_endtag(self, tag: str) -> None:
        if tag in self._silent:
            del self._silent[len(self._silent) - 1 - self._silent[::-1].index(tag) :]
        if tag in _BREAKS:
            self.end_stretch()
        if tag in ("ul", "ol"):
            self._close("li")
        self._close(tag)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._words.append(data)

    def _close(self, tag: str) -> None:
        if tag in self._open:
            del self._open[len(self._open) - 1 - self._open[::-1].index(tag) :]

    def end_stretch(self) -> None:
        """What was collected is a stretch; its kind is that of the innermost element that has one."""
        text = _BLANKS.sub(" ", "".join(self._words)).strip(" ")
        self._words.clear()
        if text:
            self.found.append(Stretch(_KINDS[self._open[-1]] if self._open else "", text))
