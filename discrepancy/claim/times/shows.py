"""What a rule of time shows: the function that its examples run through.

Takes a rule and a text; gives the words that this rule read, each with its value in notation. Readers of ages,
lengths and repeated times have no value in notation; theirs are written as the examples have it ("44 years",
"P1D").
"""

from __future__ import annotations

from datetime import date

from discrepancy.annotate.times import Age, spot
from discrepancy.annotate.times.spotter import spotter
from discrepancy.annotate.times.timex import Expression
from discrepancy.annotate.tokens import sentences
from discrepancy.claim.times.resolve import resolve
from discrepancy.model.text import Block, Document, Sourced, Span
from discrepancy.model.values import Quantity, day
from discrepancy.notation import format
from discrepancy.rulebook.kinds.times import TimeRule
from discrepancy.rulebook.schema import Rule, Rulebook


def shows(rule: Rule, text: str, published: str, rules: Rulebook) -> list[tuple[str, str]]:
    """The expressions that ``rule`` read in a text published on an ISO day ("" for none): words and value.

    >>> from discrepancy.rulebook import rulebook
    >>> book = rulebook()
    >>> from discrepancy.rulebook.kinds.times import TimeRule
    >>> shows(book.one(TimeRule, "day.near"), "It fell yesterday.", "2024-06-20", book)
    [('yesterday', '2024-06-19')]
    """
    document = Document(
        "example", "example", "", text, (Block("body", Span(0, len(text))),),
        published=Sourced(day(date.fromisoformat(published)), "given") if published else None,
    )  # fmt: skip
    lines = tuple(sentence.chunked(spot(sentence, rules)) for sentence in sentences(document, rules))
    if isinstance(rule, TimeRule) and rule.reader == "none":
        return [
            (sentence.words(match.start, match.end), "")
            for sentence in sentences(document, rules)
            for match in spotter(rules).first.find(sentence.symbols)
            if match.rule.id == rule.id
        ]
    found = []
    for time in resolve(document, lines, rules):
        if time.timex.rule == rule.id:
            values = [format(value) for value in (time.when, time.clock) if value is not None]
            found.append((time.timex.words, " ".join(values) or _unbound(time.timex.expression, time.timeml)))
    for line in lines:
        for value in line.values:
            if isinstance(value, Age) and value.rule == rule.id:
                found.append((value.words, ", ".join(_many(q, value.unit) for q in value.quantities)))
    return found


def _unbound(expression: Expression, timeml: str) -> str:
    if expression.shape == "length" and expression.amount is not None and not expression.amount.vague:
        return _many(expression.amount, expression.unit)
    return timeml


def _many(quantity: Quantity, unit: str) -> str:
    return f"{format(quantity)} {unit}{'' if quantity.low == quantity.high == 1 else 's'}"
