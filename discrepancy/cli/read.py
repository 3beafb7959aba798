"""``discrepancy read``: what was understood of files, before anything is compared."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from discrepancy.cli import DONE, UNREADABLE
from discrepancy.cli.inputs import articles, columns_option, loaded, paths_argument, rules_option, tell

if TYPE_CHECKING:
    from discrepancy.model.text import Document

WIDTH = 88
"""Characters of a block that are shown."""


@click.command()
@paths_argument
@columns_option
@click.option("--json", "as_json", is_flag=True, help="The articles as in report.json, and what could not be read.")
@rules_option
def read(paths: tuple[Path, ...], as_json: bool, overlay: Path | None) -> int:
    """Show what was understood of the files under PATHS ('-' is standard input).

    Metadata with where each piece came from, the blocks of the text with their offsets, the language.
    """
    inputs = articles(paths, loaded(overlay))
    tell(inputs.unreadable)
    if as_json:
        from discrepancy.report.json_articles import article_as_json

        unreadable = [{"path": item.path, "reason": item.reason} for item in inputs.unreadable]
        shown = {"articles": [article_as_json(document) for document in inputs.documents], "unreadable": unreadable}
        click.echo(json.dumps(shown, ensure_ascii=False, indent=1, sort_keys=True))
    else:
        from discrepancy.report.visible import visible

        for document in inputs.documents:
            click.echo(visible("\n".join(_lines(document))))
    return UNREADABLE if inputs.unreadable else DONE


def _lines(document: Document) -> Iterator[str]:
    """An article as a person reads it, a blank line behind it."""
    from discrepancy import notation

    yield f"{document.path}"
    yield _fact("id", document.id, "")
    for name in ("title", "outlet", "byline", "url", "dateline", "published", "updated", "zone", "date_order", "language"):
        piece = getattr(document, name)
        if piece is not None:
            value = piece.value if isinstance(piece.value, str) else notation.format(piece.value)
            yield _fact(name.replace("_", " "), value, piece.came_from)
        elif name in ("outlet", "published"):
            yield _fact(name, "not said", "")
    for credit in document.credits:
        yield _fact("credit", credit.value, credit.came_from)
    pages = f", {len(document.pages)} page{'s' * (len(document.pages) > 1)}" if document.pages else ""
    yield _fact("text", f"{len(document.text)} characters in {len(document.blocks)} blocks{pages}", f"SHA-256 {document.sha256[:12]}")
    yield ""
    for block in document.blocks:
        words = " ".join(block.span.of(document.text).split())
        page = f" p. {document.page_at(block.span.start)}" if document.pages else ""
        cut = words if len(words) <= WIDTH else words[: WIDTH - 1] + "…"
        yield f"  {block.kind:<11} {f'{block.span.start}-{block.span.end}':>13}{page}  {cut}"
    yield ""


def _fact(name: str, value: str, came_from: str) -> str:
    return f"  {name:<11} {value}" + (f"  [{came_from}]" if came_from else "")
