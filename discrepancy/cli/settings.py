"""The project file on the command line: it gives options their defaults, and verbs what no option says.

Takes click's context; leaves the :class:`~discrepancy.project.Project` in it. A call's own options win. Without a project
file nothing is loaded.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from discrepancy.project import Project

NAME = "discrepancy.toml"
"""Told here too, so that a call without a project file loads nothing to find that out."""

_RULED = ("annotate", "claims", "compare", "explain", "names", "read")
"""Verbs that take rules and nothing else of the file."""


def settle(context: click.Context, given: str | None) -> None:
    """Reads the project file, if there is one, and makes it the source of defaults."""
    here = Path.cwd()
    if given == "none" or (given is None and not any((folder / NAME).is_file() for folder in (here, *here.parents))):
        return
    if given is not None and not Path(given).is_file():
        raise click.UsageError(f"There is no project file at {given}.")
    from discrepancy.project import ProjectFaults, find, read_project

    try:
        path = Path(given) if given is not None else find(here)
        project = read_project(path) if path is not None else None
    except ProjectFaults as faulty:
        raise click.UsageError("\n".join(map(str, faulty.faults))) from None
    if project is None:
        return
    context.obj = project
    ruled = _given(overlay=project.rules, aliases=project.aliases)
    checked = _given(formats=",".join(project.format), output=project.output, baseline=project.baseline)
    judged = _given(fail_on=project.fail_on, soft=project.soft)
    context.default_map = {
        **dict.fromkeys(_RULED, ruled),
        "rules": dict.fromkeys(("test", "lint", "list", "try"), ruled),
        "check": {**ruled, **checked, **judged},
        "batch": {**ruled, **judged},
        "compare": {**ruled, **judged},
    }


def _given(**values: Any) -> dict[str, Any]:
    """Those that say something, as a command line would write them."""
    return {name: [str(one) for one in value] if isinstance(value, tuple) else str(value) for name, value in values.items() if value}


def project_of_call() -> Project | None:
    """The project of the running call, None without one."""
    context = click.get_current_context(silent=True)
    found: Project | None = context.find_root().obj if context is not None else None
    return found
