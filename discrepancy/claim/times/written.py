"""When an article was written: the day that its page bears, and a day that its own reporting names behind that.

Takes the resolved times of an article; gives two claims of no event where somebody "said on Thursday" although the page
bears the Wednesday before. Whether that is worth a note is for ``compare`` to say.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from discrepancy.annotate.grammar import Line
from discrepancy.claim.evidence import Claims
from discrepancy.claim.times.before import saying_before
from discrepancy.claim.times.resolved import ResolvedTime
from discrepancy.model.text import Document
from discrepancy.model.values import day
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

RULE = "article.written"
_WEEK = timedelta(days=7)


def written_claims(document: Document, times: Sequence[ResolvedTime], lines: Sequence[Line], claims: Claims, rules: Rulebook) -> set[int]:
    """The claims, and the offsets of the times that they hold; none where page and reporting agree."""
    published = document.published.value if document.published is not None else None
    if published is None or published.first is None or published.first != published.last:
        return set()
    stamp = next((t for t in times if lines[t.sentence].sentence.block == "stamp" and _is(t, published.first)), None)
    for time in times:
        line = lines[time.sentence]
        said = _told_after(time, published.first) if line.sentence.block in ("body", "quote", "standfirst") else None
        if said is None or not _reported(line, time, rules):
            continue
        if stamp is not None:
            claims.add("date", day(published.first), stamp.span, RULE)
        claims.add("date", day(said), time.span, RULE)
        return {time.span.start}
    return set()


def _is(time: ResolvedTime, at: date) -> bool:
    return time.when is not None and time.when.first == time.when.last == at


def _reported(line: Line, time: ResolvedTime, rules: Rulebook) -> bool:
    """Whether somebody spoke on that day, as the article tells it."""
    verb = saying_before(line, line.unit_from(time.span.start), rules)
    return verb is not None and line.words[verb] not in words_of(rules, "says-now")


def _told_after(time: ResolvedTime, published: date) -> date | None:
    """The day after publication that a bare weekday means beside a verb in the past: nobody calls the day six days ago
    by its bare name. None for any other time.
    """
    expression, when = time.timex.expression, time.when
    if expression.shape != "weekday" or expression.value != "bare" or when is None or when.first is None:
        return None
    return when.first + _WEEK if when.first + _WEEK == published + timedelta(days=1) else None
