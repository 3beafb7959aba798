"""Lines of print to paragraphs: what belongs together, across columns and pages, and what is not the article's own.

Takes sheets with their runs; gives stretches, a form feed where a page begins. Heads and feet that recur from page to
page and bare page numbers are left out; a word parted at a line's end is put together. Knows no language: whether a hyphen
is the word's own is judged by the rest of the text and by first parts that keep theirs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from discrepancy.ingest.columns import Printed, Run, lines
from discrepancy.ingest.page import PAGE_BREAK, Stretch
from discrepancy.model.text import BlockKind


@dataclass(frozen=True, slots=True)
class Sheet:
    """A printed page: its size in points and its print."""

    width: float
    height: float
    runs: tuple[Run, ...]


EDGE = 0.1
"""Of a page's height; heads and feet stand within it."""
HEADLINE = 1.25
"""Times the size of the text's own type; a heading is at least so large."""
LONGEST_HEADLINE = 300
SHORT = 100
"""Characters of a head or foot."""

_NUMBER = re.compile(r"(?:page |p\. ?|- ?|– ?)?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?(?: ?[-–])?", re.I)
_DIGITS = re.compile(r"\d+")
_WEB = re.compile(r"https?://[^\s<>\"]{4,500}")
_STOPPED = re.compile(r"[.!?:…][\"'”’)\]]*$")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_PARTED = re.compile(r"([^\W\d_]{1,40}(?:-[^\W\d_]{1,40}){0,4})([-\u00ad])$")


def address(sheets: Sequence[Sheet]) -> str:
    """The web address that a browser prints at the edge of every page; "" for none."""
    for sheet in sheets[:1]:
        for run in sheet.runs:
            found = _WEB.search(run.text)
            if found and _at_edge(run, sheet):
                return found.group().rstrip(".,")
    return ""


def stretches(sheets: Sequence[Sheet], keeps_hyphen: Sequence[str]) -> list[Stretch]:
    """The paragraphs of a printed article."""
    recurring = _recurring(sheets)
    pages = [
        lines([run for run in sheet.runs if not (_at_edge(run, sheet) and (_key(run) in recurring or _NUMBER.fullmatch(run.text)))])
        for sheet in sheets
    ]
    all_lines = [line for page in pages for line in page]
    if not all_lines:
        return []
    own = median(line.size for line in all_lines for _ in range(max(1, len(line.text) // 20)))
    leading = _leading(pages, own)
    words = Counter(word.lower() for line in all_lines for word in _WORD.findall(line.text))
    join = _Joining(frozenset(words), frozenset(keeps_hyphen))
    made: list[tuple[Printed, str]] = []  # the last line of each paragraph, and its text
    sizes: list[float] = []
    for page in pages:
        for number, line in enumerate(page):
            mark = PAGE_BREAK if number == 0 else ""
            if made and _goes_on(made[-1][0], line, made[-1][1], leading, own, bool(mark)):
                made[-1] = (line, join(made[-1][1], mark, line.text))
            else:
                made.append((line, mark + line.text))
                sizes.append(line.size)
        if not page and made:
            made[-1] = (made[-1][0], made[-1][1] + PAGE_BREAK)
    largest = max(sizes)
    headed = next((at for at, size in enumerate(sizes) if size == largest and size >= HEADLINE * own and at < 12), -1)
    kinds: dict[int, BlockKind] = {headed: "headline"} if headed >= 0 and len(made[headed][1]) <= LONGEST_HEADLINE else {}
    for at, (line, text) in enumerate(made):  # a page that stands alone shows no recurring head: small type at its edge is one
        height = (line.y0 + line.y1) / 2 / max(1.0, sheets[0].height)
        if not EDGE < height < 1 - EDGE and line.size < 0.9 * own and len(text) < SHORT and not _STOPPED.search(text):
            kinds[at] = "boilerplate"
    return [Stretch(kinds.get(at, ""), text.replace("\u00ad", "")) for at, (_, text) in enumerate(made)]


def _at_edge(run: Run, sheet: Sheet) -> bool:
    return run.y1 > sheet.height * (1 - EDGE) or run.y0 < sheet.height * EDGE


def _key(run: Run) -> tuple[str, int]:
    """What a head or foot has in common from page to page: its words, figures aside, and its height."""
    return _DIGITS.sub("#", run.text), round(run.y0 / 4)


def _recurring(sheets: Sequence[Sheet]) -> frozenset[tuple[str, int]]:
    seen = Counter(key for sheet in sheets for key in {_key(run) for run in sheet.runs if _at_edge(run, sheet)})
    return frozenset(key for key, count in seen.items() if count >= 2 and count * 2 >= len(sheets))


def _leading(pages: Sequence[Sequence[Printed]], own: float) -> float:
    """The usual distance from line to line of the text's own type, in points."""
    steps = [
        above.y0 - below.y0
        for page in pages
        for above, below in pairwise(page)
        if not below.first and abs(above.size - own) < 0.6 and abs(below.size - own) < 0.6 and 0 < above.y0 - below.y0 < 3 * own
    ]
    common = Counter(round(step * 2) / 2 for step in steps)
    return min((step for step, count in common.items() if count * 20 >= len(steps)), default=1.2 * own)  # gaps are larger


def _goes_on(last: Printed, line: Printed, text: str, leading: float, own: float, new_page: bool) -> bool:
    """True when a line goes on with the paragraph above it."""
    if abs(last.size - line.size) > 0.08 * max(last.size, line.size):
        return False
    stopped = _STOPPED.search(text) is not None
    short = last.x1 < last.left + 0.8 * (last.right - last.left)
    if new_page or line.first:  # the next column or page: the paragraph goes on unless it has ended; captions do not run over
        return abs(line.size - own) < 0.6 and not stopped and not (short and line.text[:1].isupper())
    step = last.y0 - line.y0
    if step > (leading if abs(line.size - own) < 0.6 else 1.25 * line.size) * 1.3:
        return False
    indented = line.x0 > line.left + 0.6 * line.size and last.x0 < line.x0 - 0.6 * line.size
    return not (stopped and (short or indented))


@dataclass(frozen=True, slots=True)
class _Joining:
    """Puts a line behind a text: with a blank, or as the rest of a parted word."""

    words: frozenset[str]
    keeps: frozenset[str]

    def __call__(self, text: str, mark: str, line: str) -> str:
        parted = _PARTED.search(text)
        rest = _WORD.match(line)
        if parted is None or rest is None:
            return f"{text} {mark}{line}"
        if parted[2] == "\u00ad" and not self._keeps(parted[1], rest.group()):
            return text[:-1] + mark + line
        if parted[2] == "-" and line[:1].islower() and not self._keeps(parted[1], rest.group()):
            return text[:-1] + mark + line
        return text.rstrip("\u00ad-") + "-" + mark + line

    def _keeps(self, first: str, rest: str) -> bool:
        """True when the hyphen is the word's own."""
        if (first + rest).lower() in self.words:
            return False
        return f"{first}-{rest}".lower() in self.words or first.lower().rpartition("-")[2] in self.keeps or not rest[:1].islower()
