"""Where decisions are kept, as the verbs of the desk ask for it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from discrepancy.cli.settings import project_of_call

if TYPE_CHECKING:
    from discrepancy.model.findings import Report
    from discrepancy.review.decisions import Decision
    from discrepancy.review.store import Store

F = TypeVar("F", bound=Any)


def decisions_option(command: F) -> F:
    """The option ``--decisions PATH_OR_URL``."""
    option = click.option(
        "--decisions", "where", envvar="DISCREPANCY_DECISIONS", metavar="PATH_OR_URL",
        help="Where decisions are kept: a file, or postgresql://… . "
        "Default: 'decisions' in discrepancy.toml, else decisions.sqlite beside it or here.",
    )  # fmt: skip
    decorated: F = option(command)
    return decorated


def place_of(where: str | None, here: Path) -> str:
    """The given place; else what the project file says; else ``decisions.sqlite`` beside that file, or ``here``."""
    if where:
        return where
    project = project_of_call()
    return (project.decisions if project else "") or str((project.folder if project else here) / "decisions.sqlite")


def decided(where: str | None) -> tuple[Decision, ...]:
    """The decisions a check begins with, told on stderr: those at the given place, which must exist; else those at the
    default one where there are any.
    """
    if where == "none":
        return ()
    place = place_of(where, Path(os.getcwd()))
    if where is None and "://" not in place and not Path(place).is_file():
        return ()
    with opened(place, must_exist=True) as store:
        known = store.decisions()
        shown = store.engine.url.render_as_string(hide_password=True) if "://" in place else place
    click.echo(f"{len(known)} decision{'' if len(known) == 1 else 's'} taken from {shown}.", err=True)
    return known


@contextmanager
def opened(where: str | None, *, must_exist: bool = False) -> Iterator[Store]:
    """The store; a place that cannot be used is a wrong call, missing packages are told by name."""
    try:
        from discrepancy.review.database import NoDatabase
        from discrepancy.review.store import Store
    except ImportError as missing:
        raise click.UsageError(f"The desk needs the package {missing.name!r}: install discrepancy with its extra 'desk'.") from None
    place = place_of(where, Path(os.getcwd()))
    if must_exist and "://" not in place and not Path(place).is_file():
        raise click.UsageError(f"There are no decisions at {place}.")
    try:
        store = Store(place)
    except NoDatabase as fault:
        raise click.UsageError(str(fault)) from None
    try:
        yield store
    finally:
        store.close()


def report_at(path: Path) -> Report:
    """The report in a file, or in ``report.json`` of a folder; one that is none is a wrong call."""
    from discrepancy.report.read import NotAReport, read_report

    try:
        return read_report(file_of(path))
    except NotAReport as fault:
        raise click.UsageError(str(fault)) from None


def file_of(path: Path) -> Path:
    """The file of a report, given itself or its folder."""
    return path / "report.json" if path.is_dir() else path
