"""Chunks: several tokens that later patterns see as one unit."""

from dataclasses import dataclass
from typing import ClassVar

from discrepancy.rulebook.schema import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk(Rule):
    """A kind of chunk: ``id`` is its class in patterns ("quantity", "people-group", "verb-group").

    ``keeps`` are the word classes of the head word that stay visible on the chunk, ``flags`` further classes that the code may set
    ("passive", "negated"). Every combination gets a symbol, so keep both lists short; ``apart`` are sets of flags of which the code never
    sets two on one chunk ("named pronoun"), which spares their combinations.
    """

    needs_examples: ClassVar[bool] = False

    keeps: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
