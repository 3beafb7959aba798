"""``discrepancy names``: whether two names are one."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from discrepancy.cli import DONE
from discrepancy.cli.inputs import loaded, rules_option


@click.command()
@click.argument("a")
@click.argument("b")
@click.option("--kind", type=click.Choice(["person", "group", "people", "place"]), help="What the names name; guessed when left out.")
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day both are printed on, for aliases that hold for a time.")
@rules_option
def names(a: str, b: str, kind: str | None, day: datetime | None, overlay: Path | None) -> int:
    """Say whether A and B are one name, with the score and the reason."""
    from discrepancy.link.names import explain

    click.echo(explain(a, b, kind, loaded(overlay), day.date() if day else None))
    return DONE
