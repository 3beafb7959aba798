"""The lines of a page, as places in its text.

Takes a text; gives its lines, or its paragraphs, without surrounding blanks. Knows nothing of what a line is for.
"""

from __future__ import annotations

from itertools import pairwise

from discrepancy.model.text import Span
from discrepancy.model.unguarded import unguarded

END_PUNCTUATION = ".!?…"
CLOSING = "\"'”’»)]*"


@unguarded
class Line:
    """One line that is not blank. ``number`` counts all lines from 1; ``text == document[start:end]``, without blanks
    around it.

    ``gap`` is the number of blank lines before it.
    """

    number: int
    start: int
    text: str
    gap: int

    @property
    def end(self) -> int:
        """The offset behind the line."""
        return self.start + len(self.text)

    @property
    def span(self) -> Span:
        """Where the line stands in the text."""
        return Span(self.start, self.end)

    @property
    def stopped(self) -> bool:
        """True when the line ends as a sentence ends.

        >>> Line(1, 0, "He said: “No.”", 0).stopped
        True
        """
        bare = self.text.rstrip(CLOSING + " ")
        return bool(bare) and bare[-1] in END_PUNCTUATION

    @property
    def prose(self) -> bool:
        """True for a line long enough and stopped as a paragraph is: ten words or more."""
        return self.stopped and self.text.count(" ") >= 9


def lines(text: str) -> tuple[Line, ...]:
    """The lines of ``text`` that are not blank.

    >>> [(line.number, line.text, line.gap) for line in lines("Title\\n\\n  He came. ")]
    [(1, 'Title', 0), (3, 'He came.', 1)]
    """
    found: list[Line] = []
    start, gap = 0, 0
    for number, raw in enumerate(text.split("\n"), 1):
        bare = raw.strip()
        if bare:
            found.append(Line(number, start + len(raw) - len(raw.lstrip()), bare, gap))
            gap = 0
        else:
            gap += 1
        start += len(raw) + 1
    return tuple(found)


WIDE = 50
"""Characters; a shorter line that another follows was not broken by a width."""


def paragraphs(text: str) -> tuple[Line, ...]:
    """The lines of a text, those that a program broke at a width joined again; line ends inside stay as they are.

    A text counts as broken where no line is long, and of the lines that another follows directly three in five are
    wide, and more than half of those end in the middle of a sentence.

    >>> [line.text for line in paragraphs("Title\\n\\nHe came.\\nShe went.")]
    ['Title', 'He came.', 'She went.']
    """
    found = lines(text)
    followed = [line for line, after in pairwise(found) if not after.gap]
    wide = [line for line in followed if len(line.text) >= WIDE]
    amid = sum(not line.stopped for line in wide)
    if len(followed) < 4 or len(wide) * 5 < len(followed) * 3 or amid * 2 <= len(wide):
        return found
    if max(len(line.text) for line in found) > 2 * WIDE:
        return found
    groups: list[tuple[Line, Line]] = []
    for line in found:
        if groups and not line.gap and len(groups[-1][1].text) >= WIDE:
            groups[-1] = (groups[-1][0], line)
        else:
            groups.append((line, line))
    return tuple(Line(first.number, first.start, text[first.start : last.end], first.gap) for first, last in groups)
