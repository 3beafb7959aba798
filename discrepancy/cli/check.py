"""``discrepancy check``: articles in, a discrepancy report out."""

from __future__ import annotations

import shutil
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from discrepancy.cli import DONE, FINDINGS, UNREADABLE
from discrepancy.cli.inputs import (
    articles,
    columns_option,
    drafted,
    fail_on_option,
    loaded,
    paths_argument,
    rules_option,
    soft_option,
    tell,
)
from discrepancy.cli.settings import project_of_call
from discrepancy.cli.stores import decided, report_at

if TYPE_CHECKING:
    from discrepancy.model.findings import Report


@click.command()
@paths_argument
@columns_option
@click.option(
    "--format",
    "formats",
    help="html, json, md, csv, sarif, xlsx, annotations, claimreview, events, word; several with commas. With -o: html,json.",
)
@click.option("-o", "--output", type=click.Path(file_okay=False, path_type=Path), help="The folder for the report.")
@fail_on_option
@rules_option
@soft_option
@click.option(
    "--decisions", "where", envvar="DISCREPANCY_DECISIONS", metavar="PATH_OR_URL",
    help="Editors' decisions to begin with: a file, postgresql://… or 'none'. "
    "Default: where the desk keeps them, if there are any.",
)  # fmt: skip
@click.option(
    "--baseline", type=click.Path(path_type=Path), metavar="REPORT",
    help="An earlier report.json: findings that stood in it are set aside, and --fail-on passes them over.",
)  # fmt: skip
@click.option(
    "--draft", type=click.Path(path_type=Path), metavar="FILE",
    help="An article of your own, not yet printed: what in it must be fixed, what is to be decided, what no source says.",
)  # fmt: skip
@click.option(
    "--own", multiple=True, metavar="WORDS",
    help="Words that mark own reporting in the draft, beside those in rules/compare/drafts.yaml; may be given several times.",
)  # fmt: skip
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Processes that read articles.")
def check(
    paths: tuple[Path, ...], formats: str | None, output: Path | None, fail_on: str, overlay: Path | None,
    where: str | None, baseline: Path | None, draft: Path | None, own: tuple[str, ...], jobs: int,
) -> int:  # fmt: skip
    """Lay the articles under PATHS (files or folders, else the project file's sources) side by side.

    Without -o a summary is printed, or the one format asked for; with -o the report is written there as well.
    """
    from discrepancy.report import MissingLibrary, Unfit, UnknownFormat, known, render, write

    try:
        wanted = known([name.strip() for name in formats.split(",")]) if formats else ()
    except (UnknownFormat, MissingLibrary) as refused:
        raise click.UsageError(str(refused)) from None
    if len(wanted) > 1 and output is None:
        raise click.UsageError("Several formats need a folder to go to: add -o DIR.")
    earlier = report_at(baseline) if baseline is not None else None
    rules = loaded(overlay)
    if own and draft is None:
        raise click.UsageError("--own marks own reporting in a draft: add --draft FILE.")
    inputs = articles(paths, rules, draft)
    tell(inputs.unreadable)
    own_article = drafted(draft, inputs)
    if draft is not None and not own_article:
        click.echo("Nothing was checked, for the draft could not be read.", err=True)
        return UNREADABLE
    from discrepancy.pipeline import check as run

    report = _ignoring(run(inputs, rules, decided(where), draft=own_article, own=own, jobs=jobs))
    if earlier is not None:
        from discrepancy.report.difference import against

        report = against(report, earlier)
    try:
        alone = render(report, wanted[0]) if wanted and output is None else {}
        written = write(report, output, wanted or ("html", "json")) if output is not None else []
    except Unfit as refused:
        raise click.UsageError(str(refused)) from None
    for content in alone.values():
        click.echo(content, nl=False)
    if not alone:
        click.echo(summary(replace(report, unreadable=())), nl=False)  # told on stderr already
    for path in written:
        click.echo(f"{path}")
    if inputs.unreadable:
        return UNREADABLE
    return FINDINGS if reached(report, fail_on) else DONE


def _ignoring(report: Report) -> Report:
    """The report with what the project file and the draft itself ignore marked so; ignores that did nothing are told on stderr."""
    from discrepancy.review.marks import with_marks

    project = project_of_call()
    if project is not None and project.ignores:
        from datetime import date

        from discrepancy.review.ignores import ignoring

        report, unused = ignoring(report, project.ignores, date.today())
        for one in unused:
            click.echo(f"{one.ignore.where}: the ignore of {one.ignore.told()} does nothing: {one.why}; take it out.", err=True)
    report, idle = with_marks(report)
    for sentence in idle:
        click.echo(sentence, err=True)
    return report


def summary(report: Report) -> str:
    """What needs a decision, in colour where a person is looking."""
    from discrepancy.report import terminal

    if not sys.stdout.isatty():
        return terminal.render(report)
    return terminal.coloured(report, min(shutil.get_terminal_size().columns, 120))


def reached(report: Report, fail_on: str) -> bool:
    """Whether a finding at the level of ``--fail-on`` or above stands, as the gate sees it."""
    from discrepancy.review.gate import stands

    levels = {"error": ("error",), "warning": ("error", "warning"), "never": ()}[fail_on]
    return any(finding.level in levels and not finding.aside and stands(finding.level, finding.state) for finding in report.findings)
