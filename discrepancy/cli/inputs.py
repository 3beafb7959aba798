"""What several verbs share: the rules they run with, and articles with their sentences about what could not be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from discrepancy.cli.settings import project_of_call

if TYPE_CHECKING:
    from discrepancy.ingest import Inputs
    from discrepancy.model.findings import Unreadable
    from discrepancy.rulebook import Rulebook

F = TypeVar("F", bound=Any)

_COLUMNS = "discrepancy.columns"
"""Where the pairs of ``--columns`` wait in click's context."""

_ALIASES = "discrepancy.aliases"
"""Where the files of ``--aliases`` wait in click's context."""


_SOFT = "discrepancy.soft"
"""Where the level of ``--soft`` waits in click's context."""


def rules_option(command: F) -> F:
    """The options ``--rules DIR`` and ``--aliases FILE``; :func:`loaded` finds the files of the latter by itself."""
    aliases = click.option(
        "--aliases", multiple=True, type=click.Path(exists=True, dir_okay=False, path_type=Path), expose_value=False,
        callback=_remembered, help="A file of this desk's own names and spellings; may be given several times.",
    )  # fmt: skip
    option = click.option(
        "--rules", "overlay", type=click.Path(file_okay=False, path_type=Path),
        help="A folder of rule files laid over the package's own.",
    )  # fmt: skip
    decorated: F = option(aliases(command))
    return decorated


def soft_option(command: F) -> F:
    """The option ``--soft LEVEL``; :func:`loaded` finds it by itself."""
    option = click.option(
        "--soft", type=click.Choice(["note", "warning", "off"]), default="note", show_default=True, expose_value=False,
        callback=_softened, help="What becomes of soft cases, such as “at least 12” beside 40: a note, a warning, or nothing.",
    )  # fmt: skip
    decorated: F = option(command)
    return decorated


def _softened(context: click.Context, option: click.Parameter, level: str) -> None:
    """Keeps the level of soft cases for :func:`loaded`."""
    context.meta[_SOFT] = level


def columns_option(command: F) -> F:
    """The option ``--columns FIELD=NAME``; :func:`articles` finds it by itself."""
    option = click.option(
        "--columns", multiple=True, metavar="FIELD=NAME", expose_value=False, callback=_named,
        help="The column of a table of articles that holds a field (text, title, published …); may be given several times.",
    )  # fmt: skip
    decorated: F = option(command)
    return decorated


def _named(context: click.Context, option: click.Parameter, given: tuple[str, ...]) -> None:
    """Keeps the columns for :func:`articles`."""
    if not given:
        return
    from typing import get_args, get_type_hints

    from discrepancy.rulebook.kinds.pages import TableColumn

    fields = get_args(get_type_hints(TableColumn)["field"])
    pairs = [pair.partition("=") for one in given for pair in one.split(",")]
    for field, mark, name in pairs:
        if field not in fields or not mark or not name:
            raise click.BadParameter(f"'{field}{mark}{name}' is not FIELD=NAME with a field of {', '.join(fields)}.")
    context.meta[_COLUMNS] = {field: name for field, _, name in pairs}


def fail_on_option(command: F) -> F:
    """The option ``--fail-on LEVEL``."""
    option = click.option(
        "--fail-on", type=click.Choice(["error", "warning", "never"]), default="never", show_default=True,
        help="Leave with 1 when a finding at this level or above waits for an editor.",
    )  # fmt: skip
    decorated: F = option(command)
    return decorated


def _remembered(context: click.Context, option: click.Parameter, files: tuple[Path, ...]) -> None:
    """Keeps the files for :func:`loaded`."""
    context.meta[_ALIASES] = files


def paths_argument(command: F) -> F:
    """Paths of files or folders; without any, the sources of the project file."""
    decorated: F = click.argument("paths", nargs=-1, type=click.Path(path_type=Path))(command)
    return decorated


def loaded(overlay: Path | None) -> Rulebook:
    """The rulebook; a missing folder is a wrong call."""
    from discrepancy.rulebook import rulebook

    if overlay is not None and not overlay.is_dir():
        raise click.UsageError(f"There is no folder of rules at {overlay}.")
    context = click.get_current_context(silent=True)
    project = project_of_call()
    said = context.meta if context else {}
    return rulebook(overlay, aliases=said.get(_ALIASES, ()), own=project.own if project else (), soft=said.get(_SOFT, "note"))


def places_of(paths: Sequence[Path]) -> list[Path]:
    """The paths, else the project's sources; none at all is a wrong call."""
    project = project_of_call()
    places = list(paths) or list(project.sources if project else ())
    if not places:
        raise click.UsageError("Name the articles: files or folders, or 'sources' in discrepancy.toml.")
    return places


def columns_given() -> Mapping[str, str] | None:
    """What ``--columns`` named."""
    context = click.get_current_context(silent=True)
    found: Mapping[str, str] | None = context.meta.get(_COLUMNS) if context else None
    return found


def articles(paths: Sequence[Path], rules: Rulebook, draft: Path | None = None) -> Inputs:
    """The articles under ``paths``, else under the project's sources, and the ``draft``; no path, or a missing one, is a wrong call."""
    from discrepancy.ingest import MissingPath, read

    places = places_of(paths)
    try:
        return read([*([draft] if draft is not None else []), *places], rules, columns=columns_given())
    except MissingPath as missing:
        raise click.UsageError(str(missing)) from None


def drafted(draft: Path | None, inputs: Inputs) -> str:
    """The id of the article read from the file of the draft; "" where it was not read."""
    if draft is not None and not draft.is_file():
        raise click.UsageError(f"The draft is one file, and {draft} is none.")
    return next((d.id for d in inputs.documents if draft is not None and Path(d.path).resolve() == draft.resolve()), "")


def tell(unreadable: Sequence[Unreadable]) -> None:
    """One sentence on stderr for each input that could not be read; names of files may hold what steers a terminal."""
    if not unreadable:
        return
    from discrepancy.report.visible import one_line

    for item in unreadable:
        click.echo(one_line(f"{item.path}: {item.reason}"), err=True)
