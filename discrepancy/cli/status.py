"""``discrepancy status``: how far a batch is."""

from __future__ import annotations

from pathlib import Path

import click

from discrepancy.cli import DONE


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
def status(folder: Path) -> int:
    """Show the stages of the batch in FOLDER: parts done, kept and in all, articles, rate; what was set aside; what was found."""
    from discrepancy.batch.folder import STAGES, Folder, Taken, at_work

    try:
        manifest = Folder(folder).manifest()
    except Taken as fault:
        raise click.UsageError(str(fault)) from None
    if not manifest.version:
        raise click.UsageError(f"There is no batch in {folder}.")
    click.echo(f"{'stage':<10} {'done':>8} {'of':>8} {'kept':>8} {'articles':>10} {'seconds':>9} {'a second':>9}")
    for name in STAGES:
        one = manifest.stages.get(name)
        if one is None:
            click.echo(f"{name:<10} {'-':>8}")
            continue
        rate = f"{one.articles / one.seconds:,.0f}" if one.seconds and one.kept < one.done else "-"
        click.echo(f"{name:<10} {one.done:>8} {one.total:>8} {one.kept:>8} {one.articles:>10} {one.seconds:>9.1f} {rate:>9}")
    state = "finished" if manifest.finished else "at work" if at_work(folder) else "stopped; the same 'batch' call goes on"
    click.echo(f"{state}; {manifest.articles} articles, {len(manifest.unreadable) + manifest.set_aside} inputs set aside")
    if manifest.finished:
        listed = ", ".join(f"{manifest.findings[level]} {level}" for level in ("error", "warning", "note") if manifest.findings.get(level))
        click.echo(f"findings: {listed or 'none'}")
    return DONE
