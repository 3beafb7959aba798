"""``discrepancy batch``: any number of articles, stage by stage, resumable."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from discrepancy.cli import DONE, FINDINGS, STOPPED, UNREADABLE
from discrepancy.cli.inputs import columns_given, columns_option, fail_on_option, loaded, places_of, rules_option, soft_option
from discrepancy.cli.stores import decided
from discrepancy.cli.watching import watcher

if TYPE_CHECKING:
    from discrepancy.batch.folder import Manifest
    from discrepancy.batch.found import Told
    from discrepancy.engine import Run
    from discrepancy.rulebook import Rulebook

_SHOWN = 20
_BYTES = {"": 1, "K": 10**3, "M": 10**6, "G": 10**9}
_OF_ARTICLE = 250_000
"""Bytes that an article takes while it is compared, with its claims and the runs of words by which copies are found."""


class Memory(click.ParamType[int]):
    """A size such as 2G or 800M, in bytes."""

    name = "SIZE"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The bytes that a size as typed stands for."""
        if isinstance(value, int):
            return value
        found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([KMG]?)B?", str(value).strip().upper())
        if found is None or float(found[1]) <= 0:
            self.fail(f"{value!r} is no size; write 2G or 800M.", param, ctx)
        return int(float(found[1]) * _BYTES[found[2]])


@click.command()
@click.argument("inputs", nargs=-1, type=click.Path(path_type=Path))
@columns_option
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), metavar="DIR", help="The folder of the batch.")
@click.option("--append", is_flag=True, help="The inputs come on top of those that are there; only new and changed findings are shown.")
@click.option("--engine", type=click.Choice(["local", "dask"]), default="local", show_default=True, help="Where the work is done.")
@click.option("--scheduler", metavar="ADDRESS", help="With --engine dask: the scheduler of a cluster, as tcp://host:8786.")
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Processes that do the work.")
@click.option("--memory", type=Memory(), default="2G", show_default=True, help="About how much memory all processes may take.")
@click.option(
    "--decisions", "where", envvar="DISCREPANCY_DECISIONS", metavar="PATH_OR_URL",
    help="Editors' decisions to begin with: a file, postgresql://… or 'none'. "
    "Default: where the desk keeps them, if there are any.",
)  # fmt: skip
@fail_on_option
@rules_option
@soft_option
def batch(
    inputs: tuple[Path, ...], output: Path, append: bool, engine: str, scheduler: str | None, jobs: int, memory: int, where: str | None,
    fail_on: str, overlay: Path | None,
) -> int:  # fmt: skip
    """Lay any number of articles side by side: JSON lines, Parquet, folders of files, also compressed.

    INPUTS are files or folders, else the project file's sources. What is done stays in DIR: after a stop, an edited rule or new articles
    the same call does only what is missing. 'discrepancy status DIR' says how far it is.
    """
    if find_spec("pyarrow") is None or (engine == "dask" and find_spec("distributed") is None):
        raise click.UsageError("Batches need pyarrow, and --engine dask needs dask: pip install 'discrepancy[scale]'.")
    if scheduler and engine != "dask":
        raise click.UsageError("--scheduler is an address of Dask's: add --engine dask.")
    places = places_of(inputs)
    if engine == "local":
        from discrepancy.engine.local import begin

        begin()  # beside what this process loads
    rules = loaded(overlay)
    from discrepancy.batch.folder import Folder, Taken
    from discrepancy.batch.run import Wanted, run
    from discrepancy.ingest import MissingPath

    largest = max(100, min(5000, memory // (jobs + 2) // _OF_ARTICLE))
    wanted = Wanted(tuple(places), columns_given(), append, 2 ** (largest.bit_length() - 1), decided(where))
    folder = Folder(output)
    try:
        with watcher() as watching, _engine(engine, rules, jobs, scheduler or "") as at:
            manifest, told = run(wanted, folder, rules, at, watching)
    except (Taken, MissingPath) as fault:
        raise click.UsageError(str(fault)) from None
    except KeyboardInterrupt:
        click.echo(f"Stopped. What is done stays in {output}; the same call goes on from there.", err=True)
        return STOPPED
    _tell(manifest, told, output, append)
    if manifest.unreadable or manifest.set_aside:
        return UNREADABLE
    levels = {"error": ("error",), "warning": ("error", "warning"), "never": ()}[fail_on]
    return FINDINGS if any(told.waiting.get(level, 0) for level in levels) else DONE


@contextmanager
def _engine(name: str, rules: Rulebook, jobs: int, scheduler: str) -> Iterator[Run]:
    if name == "dask":
        from discrepancy.engine import dask

        with dask.workers(rules, jobs, scheduler) as at:
            yield at
    else:
        from discrepancy.engine import local

        with local.workers(rules, jobs) as at:
            yield at


def _tell(manifest: Manifest, told: Told, output: Path, append: bool) -> None:
    """What was found, the first of it in words, and where the rest lies."""
    from discrepancy.batch.found import first
    from discrepancy.report.visible import one_line

    shown = told.fresh if append else told.levels
    counts = ((level, shown.get(level, 0)) for level in ("error", "warning", "note"))
    listed = ", ".join(f"{count} {level}{'s' if count != 1 else ''}" for level, count in counts if count)
    findings = "New or changed findings" if append else "Findings"
    click.echo(f"{manifest.articles} articles. {findings}: {listed or 'none'}.")
    for row in first(output / "findings" / "all.parquet", ("error", "warning"), _SHOWN, append):
        click.echo(one_line(f"  {row['level']}: {row['message']}"))
    if manifest.unreadable or manifest.set_aside:
        count = len(manifest.unreadable) + manifest.set_aside
        click.echo(f"{count} input{'s' if count != 1 else ''} could not be read; 'set_aside' in {output / 'documents'} says why.", err=True)
    click.echo(f"{output / ('new.jsonl' if append else 'findings.jsonl')}")
