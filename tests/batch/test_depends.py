"""The table of what each stage rests on names all that the stage's modules import."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from discrepancy.batch.depends import STAGES_OF, Stage, rules_digest
from discrepancy.rulebook import Rulebook, rulebook
from discrepancy.rulebook.kinds import KINDS

PACKAGE = Path(__file__).resolve().parents[2] / "discrepancy"
FOLDERS: dict[Stage, tuple[str, ...]] = {
    "documents": ("ingest",),
    "readings": ("annotate", "claim"),
    "names": ("link/entities", "link/names"),
    "links": ("link/events", "link/measures", "link/outlines"),
    "findings": ("compare", "link/origins", "link/spellings"),
}


def reached(starts: tuple[str, ...]) -> set[str]:
    """The kinds of rules that some modules, and those of linking, annotating and comparing which they import, ask for."""
    todo = [path for start in starts for path in PACKAGE.rglob("*.py") if path.relative_to(PACKAGE).as_posix().startswith(start)]
    seen: set[Path] = set()
    kinds: set[str] = set()
    while todo:
        path = todo.pop()
        if path in seen:
            continue
        seen.add(path)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.ImportFrom) or not node.module or not node.module.startswith("discrepancy."):
                continue
            if ".rulebook.kinds" in node.module:
                kinds |= {alias.name for alias in node.names}
            elif node.module.split(".")[1] in ("annotate", "link", "compare", "ingest"):
                other = PACKAGE.parent / Path(*node.module.split(".")).with_suffix(".py")
                # A constant of a rule's id is no dependence on what the stage of that rule reads.
                if other.exists() and not all(alias.name.isupper() or alias.name == "RULE" for alias in node.names):
                    todo.append(other)
    return kinds


@pytest.mark.parametrize("stage", sorted(FOLDERS))
def test_every_kind_that_a_stage_asks_for_is_in_its_digest(stage: Stage) -> None:
    known = {kind.__name__: kind for kind in KINDS.values()}
    wanted = {name for name in reached(FOLDERS[stage]) if name in known}
    assert wanted
    missing = {name for name in wanted if stage not in STAGES_OF.get(known[name], ("readings",))}
    assert missing == set()


def test_what_changes_nothing_in_a_rule_changes_no_digest(rules: Rulebook, tmp_path: Path) -> None:
    assert rules_digest(rules, "findings") == rules_digest(rulebook(), "findings")
    (tmp_path / "decisions.yaml").write_text("kind: decisions\nrules:\n  - {id: decide.bound, off: no news}\n")
    other = rulebook(tmp_path)
    assert rules_digest(other, "findings") != rules_digest(rules, "findings")
    assert rules_digest(other, "readings") == rules_digest(rules, "readings")
