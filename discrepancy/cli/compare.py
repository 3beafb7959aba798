"""``discrepancy compare``: a sheet of claims, compared without any article."""

from __future__ import annotations

from pathlib import Path

import click

from discrepancy.cli import DONE, FINDINGS
from discrepancy.cli.check import reached, summary
from discrepancy.cli.inputs import fail_on_option, loaded, rules_option, soft_option

_TOLD = 20
"""Faults of a sheet that are told at once; whoever mends these sees the next."""


@click.command()
@click.argument("sheet", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(file_okay=False, path_type=Path), help="The folder for the report.")
@fail_on_option
@rules_option
@soft_option
def compare(sheet: Path, output: Path | None, fail_on: str, overlay: Path | None) -> int:
    """Compare the claims in SHEET (CSV or Parquet).

    Needed columns: article, attribute, value, and event or entity. Values are in notation: 12, >=12, 2024-01-18, BLA & BLF.
    """
    from discrepancy.report.sheet import SheetFaults, read_claims

    rules = loaded(overlay)
    if not sheet.is_file():
        raise click.UsageError(f"There is no file at {sheet}.")
    try:
        read = read_claims(sheet)
    except SheetFaults as faulty:
        told = [*faulty.faults[:_TOLD], *([f"… and {len(faulty.faults) - _TOLD} more"] if len(faulty.faults) > _TOLD else [])]
        raise click.UsageError("\n".join(told)) from None
    from discrepancy.pipeline import check_claims
    from discrepancy.report import write

    report = check_claims(read.claims, read.documents, read.events, rules, mentions=read.mentions, entities=read.entities)
    click.echo(summary(report), nl=False)
    if output is not None:
        for path in write(report, output):
            click.echo(f"{path}")
    return FINDINGS if reached(report, fail_on) else DONE
