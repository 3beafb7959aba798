"""What is raised when a text is not in the notation."""

from __future__ import annotations


class NotationError(ValueError):
    """A text that is not in the notation: ``text`` as given, ``position`` (0-based) of what does not fit.

    >>> str(NotationError("12..x", 4, "expected a number"))
    "expected a number at character 5 of '12..x'"
    """

    def __init__(self, text: str, position: int, sentence: str) -> None:
        self.text, self.position, self.sentence = text, position, sentence
        shown = text if len(text) <= 80 else f"{text[:77]}…"
        super().__init__(f"{sentence} at character {position + 1} of {shown!r}")
