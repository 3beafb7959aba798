"""``discrepancy diff``: what is new between two reports."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from discrepancy.cli import DONE, FINDINGS
from discrepancy.cli.inputs import fail_on_option
from discrepancy.cli.stores import report_at

if TYPE_CHECKING:
    from discrepancy.report.difference import Difference


@click.command()
@click.argument("before", type=click.Path(path_type=Path))
@click.argument("after", type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How the differences are written."
)
@fail_on_option
def diff(before: Path, after: Path, form: str, fail_on: str) -> int:
    """Show which findings came, went or changed between the reports BEFORE and AFTER (their report.json).

    With --fail-on only what is new or changed counts.
    """
    from discrepancy.report.difference import difference

    found = difference(report_at(before), report_at(after))
    click.echo(_as_json(found) if form == "json" else _as_text(found), nl=False)
    levels = {"error": ("error",), "warning": ("error", "warning"), "never": ()}[fail_on]
    fresh = [*found.new, *(one.after for one in found.changed)]
    return FINDINGS if any(finding.level in levels for finding in fresh) else DONE


def _as_text(found: Difference) -> str:
    from discrepancy.report.visible import one_line
    from discrepancy.report.wording import several

    lines = []
    for finding in found.new:
        lines.append(f"+ {finding.level} {one_line(finding.question.text)} {one_line(finding.message)} [{finding.id}]")
    for one in found.changed:
        lines.append(f"~ {one.after.level} {one_line(one.after.question.text)} {one_line('; '.join(one.what))} [{one.after.id}]")
    for finding in found.gone:
        lines.append(f"- {finding.level} {one_line(finding.question.text)} {one_line(finding.message)} [{finding.id}]")
    counts = f"{len(found.new)} new, {len(found.changed)} changed, {len(found.gone)} gone, {several(len(found.same), 'finding')} as before."
    return "\n".join([*lines, counts]) + "\n"


def _as_json(found: Difference) -> str:
    told = {
        "new": [finding.id for finding in found.new],
        "changed": [{"before": one.before.id, "after": one.after.id, "what": list(one.what)} for one in found.changed],
        "gone": [finding.id for finding in found.gone],
        "same": [finding.id for finding in found.same],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"
