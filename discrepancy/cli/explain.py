"""``discrepancy explain``: how a finding came about, replayed."""

from __future__ import annotations

from pathlib import Path

import click

from discrepancy.cli import DONE
from discrepancy.cli.inputs import loaded, rules_option


@click.command()
@click.argument("id", required=False)
@click.option("--report", "path", type=click.Path(path_type=Path), required=True, help="The report.json that holds it.")
@rules_option
def explain(id: str | None, path: Path, overlay: Path | None) -> int:
    """Replay the finding ID step by step, or show the claim, event or name of that id; without an ID, list the findings."""
    from discrepancy.explain import UnknownId, listed, told
    from discrepancy.report.read import read_report

    if not path.is_file():
        raise click.UsageError(f"There is no report at {path}; 'discrepancy check PATHS -o DIR' writes DIR/report.json.")
    try:
        report = read_report(path)
    except ValueError as fault:
        raise click.UsageError(f"{path}: {fault}") from None
    if id is None:
        click.echo(listed(report), nl=False)
        return DONE
    try:
        click.echo(told(id, report, loaded(overlay)), nl=False)
    except UnknownId as unknown:
        raise click.UsageError(str(unknown)) from None
    return DONE
