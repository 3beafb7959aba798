"""``discrepancy decisions``: look the chain through, take decisions out and in."""

from __future__ import annotations

from pathlib import Path

import click

from discrepancy.cli import DONE, FINDINGS, USAGE
from discrepancy.cli.stores import decisions_option, opened


@click.group()
def decisions() -> None:
    """Verify, export and import editors' decisions."""


@decisions.command()
@decisions_option
@click.option("--head", default="", metavar="HASH", help="A hash noted earlier that must still be in the chain.")
def verify(where: str | None, head: str) -> int:
    """Look the chain of decisions through; leave with 1 when it was tampered with.

    Prints the hash of the last decision: note it elsewhere, and --head shows later that nothing was cut off.
    """
    with opened(where, must_exist=True) as store:
        checked = store.verify(head)
    if checked.fault:
        click.echo(f"The chain is broken: {checked.fault}.", err=True)
        return FINDINGS
    click.echo(f"{checked.count} decisions, unbroken. Last hash: {checked.head}")
    return DONE


@decisions.command()
@decisions_option
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="A file instead of stdout.")
def export(where: str | None, output: Path | None) -> int:
    """Write all decisions as JSON Lines, with their chain."""
    from discrepancy.report import replace_file
    from discrepancy.review.exchange import to_lines

    with opened(where, must_exist=True) as store:
        lines = to_lines(store.decisions())
    if output is None:
        click.echo(lines, nl=False)
    else:
        click.echo(str(replace_file(output, lines)))
    return DONE


@decisions.command("import")
@decisions_option
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def import_(where: str | None, path: Path) -> int:
    """Take in decisions from an export; those that are here already are passed over."""
    from discrepancy.review.decisions import Refused
    from discrepancy.review.exchange import NotDecisions, from_lines

    try:
        others = from_lines(path.read_bytes().decode("utf-8"))
        with opened(where) as store:
            count = store.adopt(others)
    except (NotDecisions, Refused, UnicodeDecodeError) as fault:
        click.echo(f"{path}: nothing was taken.\n{fault}", err=True)
        return USAGE
    click.echo(f"{count} of {len(others)} decisions were new.")
    return DONE
