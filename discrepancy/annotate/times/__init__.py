"""Times: every date, time of day, duration, repeated time and age of a sentence, as the words have it.

Takes sentences and a rulebook (``rules/times``); gives chunks. Nothing is bound to a calendar here: an expression
says what it counts from, and :mod:`discrepancy.claim.times.resolve` binds it inside the article.
"""

from discrepancy.annotate.times.spotter import spot
from discrepancy.annotate.times.timex import Age, Expression, Timex
from discrepancy.annotate.tokens import Chunked, Sentence
from discrepancy.rulebook.schema import Rulebook

__all__ = ["Age", "Expression", "Timex", "chunks", "spot"]


def chunks(sentence: Sentence, rules: Rulebook) -> list[Chunked]:
    """The times and ages of a sentence, one chunk each (kinds ``timex`` and ``age``).

    Words that name no day ("now", "recently") are left to the later layers.
    """
    return [
        chunk for chunk in spot(sentence, rules) if not (isinstance(chunk.value, Timex) and chunk.value.expression.shape == "reference")
    ]
