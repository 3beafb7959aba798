"""``discrepancy annotate``: what the rules see in one article, sentence by sentence."""

from __future__ import annotations

from pathlib import Path

import click

from discrepancy.cli import DONE, UNREADABLE
from discrepancy.cli.inputs import articles, columns_option, loaded, rules_option, tell


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@columns_option
@rules_option
def annotate(path: Path, overlay: Path | None) -> int:
    """Show the mentions and claims of the article at PATH, each with the rule that read it."""
    rules = loaded(overlay)
    inputs = articles([path], rules)
    tell(inputs.unreadable)
    from discrepancy.explain import annotated

    for document in inputs.documents:
        click.echo(annotated(document, rules), nl=False)
    return UNREADABLE if inputs.unreadable else DONE
