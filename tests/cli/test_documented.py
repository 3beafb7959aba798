"""The reference pages name every verb, option, key and column, so that none is added in silence."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import click
import pytest

from discrepancy.cli import VERBS, group
from discrepancy.report.table import FINDING_COLUMNS, NAME_COLUMNS, TABLE_COLUMNS
from discrepancy.rulebook import rulebook
from discrepancy.rulebook.kinds.names import Alias

DOCS = Path(__file__).resolve().parents[2] / "docs"
DESK = {"review", "gate", "decisions", "users"}
"""Verbs whose options stand in ``docs/review.md``."""


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_every_verb_and_option_is_in_the_reference(verb: str) -> None:
    page = (DOCS / "cli.md").read_text(encoding="utf-8")
    context = click.Context(group)
    command = group.get_command(context, verb)  # type: ignore[attr-defined]  # a group by its decorator's cls
    assert command is not None
    assert verb in page
    if verb in DESK:
        return
    commands = command.commands.values() if isinstance(command, click.Group) else [command]
    for one in commands:
        assert one.name in page or one.name == verb
        options = [parameter.opts[-1] for parameter in one.params if isinstance(parameter, click.Option)]
        assert all(option in page for option in options if option != "--help"), options


def test_every_column_is_in_its_page() -> None:
    page = (DOCS / "claims-table.md").read_text(encoding="utf-8")
    assert not [name for name in (*TABLE_COLUMNS, *FINDING_COLUMNS) if f"`{name}`" not in page]
    names = (DOCS / "names.md").read_text(encoding="utf-8")
    assert not [name for name in NAME_COLUMNS if f"`{name}`" not in names]


def test_the_alias_file_of_the_page_is_one(tmp_path: Path) -> None:
    page = (DOCS / "names.md").read_text(encoding="utf-8")
    file = tmp_path / "names.yaml"
    file.write_text(page.split("```yaml\n")[1].split("```")[0], encoding="utf-8")
    entries = {alias.id: alias for alias in rulebook(aliases=[file]).of(Alias)}
    assert entries["desk.port"].house
    assert "alias.un" not in entries
    keys = {field.name for field in fields(Alias)} - {"examples", "counter_examples", "known_failures", "where"}
    assert not [key for key in keys if f"`{key}`" not in page]
