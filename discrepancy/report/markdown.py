"""The report as Markdown: for a wiki, a pull request, a message to a colleague.

Takes a report, gives CommonMark with the tables of GitHub Flavored Markdown. Texts of articles are escaped, so that
they can neither become markup nor links; what steers or hides is made visible.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from discrepancy.model.findings import Entity, Report
from discrepancy.report.drafts import ShownDraft, shown_draft
from discrepancy.report.grid import GridRow
from discrepancy.report.page import Page, Shown, page
from discrepancy.report.visible import one_line
from discrepancy.report.voices import Voice
from discrepancy.report.wording import origins_words, several

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$&!])")
_LINK = re.compile(r"(?i)\b(https?|ftp|javascript|data|mailto|www)([:.])")
_LINE_START = re.compile(r"(?:[-+=]|\d+[.)])")


def plain(text: str) -> str:
    """A text as Markdown that shows just these letters, on one line.

    >>> print(plain("*12* <b> [a](javascript:b)"))
    \\*12\\* \\<b\\> \\[a\\](javascript\\:b)
    """
    escaped = _LINK.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", one_line(text)))
    return "\\" + escaped if _LINE_START.match(escaped) and not escaped[0].isdigit() else escaped


def render(report: Report) -> str:
    """The report as Markdown text, findings first, without the articles' full texts."""
    return "\n".join(_lines(page(report))) + "\n"


def _lines(shown: Page) -> Iterator[str]:
    report = shown.shelf.report
    decisions = len(shown.decide)
    yield f"# {shown.heading}"
    yield ""
    counted = f"{several(len(report.articles), 'article')} read, {several(len(report.claims), 'claim')} found."
    yield f"{counted} {plain(shown.coverage)}".rstrip()
    yield ""
    if report.unreadable:
        yield from _section(f"{several(len(report.unreadable), 'input')} could not be read")
        yield from (f"- {plain(item.path)}: {plain(item.reason)}" for item in report.unreadable)
        yield ""
    draft = shown_draft(shown)
    if draft is not None:
        yield from _draft(draft)
    yield from _section("What needs a decision" if draft is None else "Among the sources")
    for one in shown.decide if draft is None else draft.elsewhere:
        yield from _finding(one)
    if draft is not None and not draft.elsewhere:
        yield "Nothing beyond what is above."
        yield ""
    elif not decisions:
        yield ("No two sources contradict each other in what was compared." if shown.compared else "Nothing could be compared.")
        yield ""
        if shown.compared:
            yield "Compared were:"
            yield ""
            yield from (f"- {plain(question.text)}" for question in shown.compared)
            yield ""
    if shown.decided:
        yield from _section("Decided by editors")
        for one in shown.decided:
            yield from _finding(one)
    yield from _section("Notes")
    for one in shown.notes:
        yield from _finding(one)
    if not shown.notes:
        yield "None."
        yield ""
    if shown.aside:
        yield from _section("Set aside")
        yield from _table(
            ("Level", "Question", "Why"), [(one.finding.level, one.finding.question.text, one.finding.aside) for one in shown.aside]
        )
    yield from _section("Who says what")
    yield from _grid(shown)
    yield from _section("Names")
    yield from _table(
        ("Name", "Kind", "House spelling", "Spellings, and who prints them how often"),
        [(entity.name, entity.kind, entity.house, _spellings(entity, shown)) for entity in shown.register],
    )
    yield from _section("Consensus")
    yield from _table(
        ("Question", "Low", "Best", "High", "Grade", "Origins", "Chosen by"),
        [(row.question.text, row.low, row.best, row.high, row.grade, origins_words(row.origins), row.rule) for row in shown.consensus],
    )
    yield from _ledgers(shown)
    yield from _section("Not compared, and why")
    yield from _table(
        ("One", "The other", "What differs"),
        [(_brief(one.first), _brief(one.second), f"{one.pair.field}: {one.pair.text}") for one in shown.apart],
    )
    yield from _section("Manifest")
    yield from (f"- {plain(name)}: {plain(content)}" for name, content in shown.manifest)
    yield from (f"- {plain(document.path)}: {document.sha256}" for document in report.articles)


def _ledgers(shown: Page) -> Iterator[str]:
    """The versions of each figure that was revised or is counted by several, oldest first."""
    yield from _section("Versions of figures")
    told = [row for row in shown.consensus if row.ledger]
    for row in told:
        yield f"{plain(row.question.text)}"
        yield ""
        yield from (f"{number}. {plain(version.text)}" for number, version in enumerate(row.ledger, 1))
        yield ""
    if not told:
        yield "None."
        yield ""


def _draft(draft: ShownDraft) -> Iterator[str]:
    yield from _section(f"The draft: {plain(draft.name)}")
    yield f"{draft.summary}."
    yield ""
    for title, findings in (("Must fix", draft.fix), ("Decide", draft.decide)):
        yield from _section(title)
        for one in findings:
            yield from _finding(one)
        if not findings:
            yield "Nothing."
            yield ""
    for group in draft.groups:
        yield from _section(group.title)
        yield group.advice
        yield ""
        yield from _table(
            ("Question", "The draft says", "In these words", "Said by"),
            [(one.question, one.voice.words, "".join(one.voice.sentence), one.support) for one in group.statements],
        )


def _section(title: str) -> Iterator[str]:
    yield f"## {title}"
    yield ""


def _finding(one: Shown) -> Iterator[str]:
    found = one.finding
    about = f" · {plain(one.event)}" if one.event else ""
    yield f"### {plain(found.question.text)}"
    yield ""
    yield f"**{found.level}** · {one.verdict}{about} · {plain(found.message)}"
    yield ""
    for said in (found.ruled, *found.since):
        if said:
            yield f"**{plain(said)}**"
            yield ""
    for side in one.sides:
        yield f"- **{side.letter}: {plain(side.words)}**" + (f" ({plain(side.lone[:1].lower() + side.lone[1:])})" if side.lone else "")
        for voice in side.voices:
            yield f"  - {_voice(voice)}"
    yield ""
    for version in found.ledger:
        yield f"- Version: {plain(version.text)}"
    if found.ledger:
        yield ""
    for cause in found.causes:
        yield f"Likely cause: {plain(cause.text)}"
        yield ""
    if found.sayable:
        yield f"Could be printed: *{plain(found.sayable)}*"
        yield ""


def _voice(voice: Voice) -> str:
    before, exact, after = (plain(part) for part in voice.sentence)
    lead = " " if voice.sentence.before[-1:].isspace() else ""
    follow = " " if voice.sentence.after[:1].isspace() else ""
    source = f", according to {plain(voice.source)}" if voice.source else ""
    stance = f", {voice.stance}" if voice.stance else ""
    return f"“{before}{lead}**{exact}**{follow}{after}” {plain(voice.outlet)}{source}{stance}"


def _brief(voice: Voice | None) -> str:
    return "" if voice is None else f"{voice.words} ({voice.outlet})"


def _spellings(entity: Entity, shown: Page) -> str:
    """Each spelling with its outlets and how often each prints it."""
    told = []
    for variant in entity.variants:
        counts = zip(variant.articles, variant.counts, strict=False)
        told.append(f"{variant.text} ({', '.join(f'{shown.shelf.outlet(article)} {count}×' for article, count in counts)})")
    return "; ".join(told)


def _grid(shown: Page) -> Iterator[str]:
    def cells(row: GridRow) -> tuple[str, ...]:
        said = ("; ".join((f"{one.letter} " if one.letter else "") + one.words for one in cell) for cell in row.cells)
        return (row.question.text, *said)

    yield from _table(("Question", *(one.outlet for one in shown.articles)), [cells(row) for row in shown.grid])


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    if not rows:
        yield "None."
    else:
        yield f"| {' | '.join(map(plain, head))} |"
        yield f"|{' --- |' * len(head)}"
        yield from (f"| {' | '.join(map(plain, row))} |" for row in rows)
    yield ""
