"""The report for a terminal: what needs a decision, in as many lines as that takes.

Takes a report; gives plain sentences, or the same with colour when asked. What could steer a terminal is made visible.
Rich's only home; it is loaded for colour alone.
"""

from __future__ import annotations

import io
import textwrap
from collections.abc import Iterator

from discrepancy.model.findings import Report
from discrepancy.report.drafts import ShownDraft, shown_draft
from discrepancy.report.page import Page, Shown, page
from discrepancy.report.visible import one_line
from discrepancy.report.voices import Voice
from discrepancy.report.wording import several

WIDTH = 100
"""Columns of the plain form: it is the same wherever it is printed."""

_VOICES = 3
"""Quotes shown of one camp; the page has them all."""

_TONES = {"error": "bold red", "warning": "bold yellow", "note": "cyan"}


def render(report: Report) -> str:
    """The summary as plain text, lines of at most :data:`WIDTH` columns."""
    return "\n".join(line for line, _ in _lines(report, WIDTH)) + "\n"


def coloured(report: Report, width: int) -> str:
    """The summary with colour, for a terminal of ``width`` columns."""
    from rich.console import Console
    from rich.text import Text

    out = io.StringIO()
    console = Console(file=out, force_terminal=True, width=width, highlight=False, legacy_windows=False)
    for line, tone in _lines(report, width):
        console.print(Text(line, style=tone), soft_wrap=True)
    return out.getvalue()


def _lines(report: Report, width: int) -> Iterator[tuple[str, str]]:
    shown = page(report)
    draft = shown_draft(shown)
    if draft is not None:
        yield from _draft(draft, width)
    for one in shown.decide if draft is None else draft.elsewhere:
        yield from _finding(one, width)
    if shown.decided:
        yield "Decided by editors:", "bold"
        for one in shown.decided:
            yield from _wrapped(f"- {one.finding.question.text} {one.finding.ruled} [{one.finding.id}]", width, "  ")
            for new in one.finding.since:
                yield from _wrapped(new, width, "    ")
        yield "", ""
    if shown.notes:
        yield f"{several(len(shown.notes), 'note')}:", "bold"
        for one in shown.notes:
            yield from _wrapped(f"- {one.finding.message} [{one.finding.id}]", width, "  ")
            yield from _note(one, width)
        yield "", ""
    if shown.aside:
        yield from _wrapped(_set_aside(shown), width)
    yield from _wrapped(_closing(shown), width, tone="bold")
    if shown.coverage:
        yield from _wrapped(shown.coverage, width)
    if report.unreadable:
        yield from _wrapped(f"{several(len(report.unreadable), 'input')} could not be read.", width, tone="red")


def _draft(draft: ShownDraft, width: int) -> Iterator[tuple[str, str]]:
    yield from _wrapped(f"The draft “{draft.name}”: {draft.summary}.", width, tone="bold")
    yield "", ""
    for title, findings in (("MUST FIX", draft.fix), ("DECIDE", draft.decide)):
        if findings:
            yield title, "bold"
            for one in findings:
                yield from _finding(one, width)
    for group in draft.groups:
        yield from _wrapped(f"{group.title}. {group.advice}", width, tone="bold")
        for told in group.statements:
            by = f" ({told.support})" if told.support else ""
            yield from _wrapped(f"- {told.question} {told.voice.words}{by}: “{''.join(told.voice.sentence)}”", width, "  ")
        yield "", ""
    if draft.elsewhere:
        yield "AMONG THE SOURCES", "bold"


def _set_aside(shown: Page) -> str:
    """How many findings are not shown, and why."""
    known = sum(not one.finding.ignored for one in shown.aside)
    ignored = len(shown.aside) - known
    told = [f"{known:,} that stood in the baseline"] if known else []
    told += [f"{ignored:,} that the desk ignores"] if ignored else []
    return f"Not shown: {' and '.join(told)}."


def _closing(shown: Page) -> str:
    """What the report comes to, and from how much."""
    report, compared, decided = shown.shelf.report, len(shown.compared), len(shown.decided)
    read = several(len(report.articles), "article")
    if not report.articles:
        return f"{shown.heading}."
    if shown.decide:
        return f"{shown.heading}; {several(compared, 'question')} compared across {read}."
    if decided:
        return f"{shown.heading}: editors decided {several(decided, 'question')} of {compared:,} compared across {read}."
    if len(report.articles) == 1:
        return f"{shown.heading}. Only one article was read: it was checked against itself."
    if not report.claims:
        return f"{shown.heading}: no claims were found in {read}."
    if not compared:
        return f"{shown.heading}: no two of {read} answer the same question."
    return f"{shown.heading}: {several(compared, 'question')} compared across {read}, no contradiction."


def _finding(one: Shown, width: int) -> Iterator[tuple[str, str]]:
    found = one.finding
    yield from _wrapped(f"{found.level.upper()} {found.question.text} [{found.id}]", width, tone=_TONES[found.level])
    yield from _wrapped(found.message, width, "  ")
    for said in (found.ruled, *found.since):
        yield from _wrapped(said, width, "  ", tone="bold")
    for side in one.sides:
        lone = f" ({side.lone[:1].lower()}{side.lone[1:]})" if side.lone else ""
        yield from _wrapped(f"{side.letter}  {side.words}{lone}", width, "  ", tone="bold")
        for voice in side.voices[:_VOICES]:
            yield from _wrapped(_said(voice), width, "     ")
        if len(side.voices) > _VOICES:
            yield f"     and {len(side.voices) - _VOICES} more", ""
    for version in found.ledger:
        yield from _wrapped(f"Version: {version.text}", width, "  ")
    for cause in found.causes:
        yield from _wrapped(f"Likely cause: {cause.text}", width, "  ")
    if found.sayable:
        yield from _wrapped(f"Could be printed: {found.sayable}", width, "  ")
    yield "", ""


def _note(one: Shown, width: int) -> Iterator[tuple[str, str]]:
    """What stands below a note: the figures that a single origin gives, the versions, and why they differ."""
    lone = [f"{side.words}: {side.lone[:1].lower()}{side.lone[1:]}" for side in one.sides if side.lone]
    if lone:
        yield from _wrapped("; ".join(lone), width, "    ")
    for version in one.finding.ledger:
        yield from _wrapped(f"Version: {version.text}", width, "    ")
    for cause in one.finding.causes if one.finding.ledger else ():
        yield from _wrapped(f"Likely cause: {cause.text}", width, "    ")


def _said(voice: Voice) -> str:
    source = f", according to {voice.source}" if voice.source else ""
    return f"{voice.outlet}{source}: “{voice.sentence.before}{voice.sentence.exact}{voice.sentence.after}”"


def _wrapped(text: str, width: int, indent: str = "", tone: str = "") -> Iterator[tuple[str, str]]:
    """A paragraph, its further lines two columns in."""
    lines = textwrap.wrap(one_line(text), max(40, width), initial_indent=indent, subsequent_indent=indent + "  ", break_on_hyphens=False)
    yield from ((line, tone) for line in lines)
