"""The decided report: findings with what editors ruled, as HTML for people and as Markdown for a ticket or a mail.

Takes a shelf and a desk; gives text. Self-contained: the HTML needs no script and no other file.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib import resources

from markupsafe import Markup

from discrepancy.report.visible import one_line, visible
from discrepancy.review.desk import Desk
from discrepancy.review.reattach import sentence
from discrepancy.review.render import environment
from discrepancy.review.reports import Row, Shelf
from discrepancy.review.views import articles_of, sides

_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~&:@/])")


def to_html(shelf: Shelf, desk: Desk) -> str:
    """The decided report as one HTML page."""
    shown = [(row, shelf.standing(row.finding.id), sides(shelf, row.finding), articles_of(shelf, row.finding)) for row in shelf.rows]
    checked = desk.store.verify()
    return environment().get_template("decided.html").render(shelf=shelf, shown=shown, desk=desk, chain=checked, style=Markup(style()))


@cache
def style() -> str:
    """The style sheet inside the HTML, so that the file needs no other."""
    return resources.files("discrepancy.review").joinpath("static/decided.css").read_text(encoding="utf-8")


def policy() -> str:
    """What a browser may do with the decided report on the desk: show this very style, and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style().encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; frame-ancestors 'none'; sandbox"


def to_markdown(shelf: Shelf, desk: Desk) -> str:
    """The decided report as Markdown (CommonMark). Nothing of an article is read as a mark, a link or HTML.

    Undecided findings come first, in the queue's order.
    """
    progress = desk.progress([shelf.slug])
    lines = [f"# Decided report: {_text(shelf.name)}", ""]
    lines += [f"{progress['decided']} of {progress['all']} findings decided.", ""]
    waiting = [row for row in shelf.rows if shelf.standing(row.finding.id).state in ("open", "reopened", "deferred")]
    decided = [row for row in shelf.rows if row not in set(waiting)]
    for heading, rows in (("Undecided", waiting), ("Decided", decided)):
        if rows:
            lines += [f"## {heading}", ""]
            for row in rows:
                lines += _finding(shelf, desk, row)
    checked = desk.store.verify()
    lines += [f"Chain: {checked.count} decisions, last hash `{checked.head}`."]
    return "\n".join(lines) + "\n"


def _finding(shelf: Shelf, desk: Desk, row: Row) -> list[str]:
    finding, standing = row.finding, shelf.standing(row.finding.id)
    ruled = sentence(standing)
    body = getattr(standing.decision, "body", None)
    if body is not None and body.reason:
        ruled = ruled.replace(f": {body.reason}", f": {desk.reason_label(body.reason)}", 1)
    lines = [
        f"### {_text(finding.question.text)}",
        "",
        f"*{finding.level}, {standing.state}* {_text(ruled)}".rstrip(),
        "",
    ]
    for side in sides(shelf, finding):
        lines.append(f"- **{_text(side.words)}**")
        for quote in side.quotes:
            lines.append(f"  - {_text(quote.source)}: “{_text(quote.claim.evidence.exact)}”")
    lines += [f"- {_text(cause.text)}" for cause in finding.causes]
    lines += [f"- {_text(new)}" for new in standing.since]
    return [*lines, ""]


def _text(text: str) -> str:
    """Text in which Markdown finds nothing to do, on one line."""
    return _SPECIAL.sub(r"\\\1", one_line(visible(text)))
