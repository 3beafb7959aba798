"""``discrepancy init``: a project file with comments, to be filled in."""

from __future__ import annotations

from pathlib import Path

import click

from discrepancy.cli import DONE
from discrepancy.cli.settings import NAME

TEXT = """\
# The project file of discrepancy: what this desk settles once, for this folder and all below it.
# Paths are relative to this file. A call's own options win. All keys: docs/project-file.md.

# What 'discrepancy check' reads when it is given no path.
sources = ["."]

# Where reports go, in which formats, and which findings make the command leave with 1 (error, warning, never).
# output = "reports/today"
# format = ["html", "json"]
# fail_on = "warning"

# What becomes of soft cases, such as "at least 12" beside 40: a note, a warning, or nothing (off).
# soft = "note"

# A report whose findings are known already: only new and changed ones are shown.
# baseline = "reports/yesterday/report.json"

# Editors' decisions: a file, or a database for a team.
# decisions = "decisions.sqlite"

# Rules of our own, laid over the shipped ones, and files of names.
# rules = "rules"
# aliases = ["names.yaml"]

# Outlets we read: the zone of the newsroom, and how it prints 05/06/2024 (dmy, mdy or ymd).
# [[outlets]]
# names = ["Valley Post", "The Valley Post"]
# domains = ["valleypost.example"]
# zone = "Asia/Karachi"
# date_order = "dmy"

# Names: one entity behind many spellings; with 'house' we write the first of them and no other.
# [[names]]
# kind = "place"
# names = ["Port Maren", "Port Marenn"]
# house = true

# Findings we have looked into and do not want to see again: which, why, and until when.
# [[ignore]]
# attribute = "killed"
# event = "ferry"
# reason = "the coast guard corrected its figure, see our note of 3 March"
# until = 2030-12-31
"""


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=".")
def init(folder: Path) -> int:
    """Write discrepancy.toml into FOLDER (default: here), with every key explained. An existing one is left alone."""
    from discrepancy.report import replace_file

    path = folder / NAME
    if path.exists():
        raise click.UsageError(f"{path} is there already; it was left as it is.")
    folder.mkdir(parents=True, exist_ok=True)
    click.echo(f"{replace_file(path, TEXT)}")
    return DONE
