"""``discrepancy claims``: every claim of the articles as a table."""

from __future__ import annotations

from pathlib import Path

import click

from discrepancy.cli import DONE, UNREADABLE
from discrepancy.cli.inputs import articles, columns_option, loaded, paths_argument, rules_option, tell


@click.command()
@paths_argument
@columns_option
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, allow_dash=True, path_type=Path), default="-", show_default=True,
    help="A .csv or .parquet file; - is CSV on stdout.",
)  # fmt: skip
@rules_option
def claims(paths: tuple[Path, ...], output: Path, overlay: Path | None) -> int:
    """List the claims of the articles under PATHS, one row a claim (columns: docs/claims-table.md)."""
    printed = str(output) == "-"
    if not printed and output.suffix not in (".csv", ".parquet"):
        raise click.UsageError(f"{output} must end in .csv or .parquet.")
    rules = loaded(overlay)
    inputs = articles(paths, rules)
    tell(inputs.unreadable)
    from discrepancy.pipeline import check
    from discrepancy.report import replace_file
    from discrepancy.report.table import claims_csv, write_parquet

    report = check(inputs, rules)
    if printed:
        click.echo(claims_csv(report), nl=False)
    elif output.suffix == ".csv":
        replace_file(output, claims_csv(report))
    else:
        write_parquet(report, output)
    return UNREADABLE if inputs.unreadable else DONE
