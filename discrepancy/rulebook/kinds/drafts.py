"""What in a draft is the desk's own reporting."""

from dataclasses import dataclass
from typing import Literal

from discrepancy.rulebook.schema import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnReporting(Rule):
    """``words`` that mark a statement as the desk's own; ``reach`` says how far around them: their sentence, outside of quotation marks,
    or their paragraph. Of ``desk`` the words are what a desk calls itself ("this newspaper"): they, and the outlet of the draft, stand
    for ``{us}`` in the words of the others.
    """

    words: tuple[str, ...]
    reach: Literal["sentence", "paragraph", "desk"]
