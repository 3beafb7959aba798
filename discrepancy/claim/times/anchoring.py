"""What an expression asks of the time it counts from.

Takes an expression, and days that may be its anchor; says whether they fit. Knows nothing of text.
"""

from __future__ import annotations

from discrepancy.annotate.times.timex import Expression
from discrepancy.model.values import When


def year_back(expression: Expression) -> bool:
    """ "A year ago", "a year earlier", "the year-ago quarter": among quarters, the same quarter a year before."""
    amount = expression.amount
    return (
        expression.shape == "shift"
        and expression.unit == "year"
        and expression.step < 0
        and amount is not None
        and amount.low == amount.high == 1
    )


def numbered_day(expression: Expression) -> bool:
    """A day of a month by its number alone: "on the 24th"."""
    return expression.shape == "date" and expression.unit == "day" and expression.day is not None and expression.month is None


def months_so_far(expression: Expression) -> bool:
    """ "The nine months", "the first six months": more than a quarter of the year reported on."""
    amount = expression.amount
    side = expression.part in ("", "first", "latest")
    return expression.shape == "length" and expression.unit == "month" and side and amount is not None and amount.low in (6, 9)


def fine_enough(when: When, expression: Expression) -> bool:
    """Days are counted from days, months from months or finer, years from anything."""
    width = (when.last - when.first).days + 1 if when.first and when.last else 10**6
    match expression.unit:
        case "year" | "decade" | "century":
            return True
        case "quarter":
            return when.precision == "quarter" if expression.value == "latest" else width <= 92
        case "month":
            return width <= 31
        case "week" | "fortnight" | "weekend":
            return width <= 7
        case _:
            return width <= 2
