"""``discrepancy gate``: whether a report may be published."""

from __future__ import annotations

from pathlib import Path

import click

from discrepancy.cli import DONE, FINDINGS
from discrepancy.cli.stores import decisions_option, file_of, opened, report_at


@click.command()
@click.argument("report", type=click.Path(exists=True, path_type=Path))
@click.option("--draft", default="", metavar="NAME", help="Only findings about this article: id, file, title or URL.")
@click.option("--desk", "address", default="", metavar="URL", help="Where the desk is reached, for links to findings.")
@decisions_option
def gate(report: Path, draft: str, address: str, where: str | None) -> int:
    """Leave with 1 while an error or an undecided warning of REPORT stands; list each.

    An error stands until it is dismissed or resolved, a warning until somebody ruled. For a CMS hook or a CI job.
    """
    from discrepancy.report.visible import one_line
    from discrepancy.review.addresses import address as path_of
    from discrepancy.review.gate import NoSuchDraft, barriers
    from discrepancy.review.reports import slug_of

    read = report_at(report)
    with opened(where) as store:
        known = store.decisions()
    try:
        found = barriers(read, known, draft)
    except NoSuchDraft as fault:
        raise click.UsageError(str(fault)) from None
    slug = slug_of(file_of(report), ())
    for barrier in found:
        link = address.rstrip("/") + path_of(slug, barrier.finding.id) if address else ""
        said = [f"{barrier.finding.id} ({barrier.why})", one_line(barrier.finding.message), *barrier.standing.since]
        click.echo("  ".join([*said, link]).rstrip())
    if found:
        stands = "1 finding stands" if len(found) == 1 else f"{len(found)} findings stand"
        click.echo(f"{stands} in the way of publication.", err=True)
        return FINDINGS
    click.echo("Nothing stands in the way of publication.", err=True)
    return DONE
