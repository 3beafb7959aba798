"""The closed set of rule kinds: a new kind is code, one small file here; a new rule is data in ``rules/``."""

from discrepancy.rulebook.kinds.chunks import Chunk
from discrepancy.rulebook.kinds.words import Fragment, Words
from discrepancy.rulebook.schema import Rule

KINDS: dict[str, type[Rule]] = {
    "chunks": Chunk,
    "fragments": Fragment,
    "words": Words,
}
