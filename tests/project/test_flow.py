"""The shape of the package: one way through the house, one home per library, nothing heavy on import."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "discrepancy"

STAGES = (
    "model", "notation", "rulebook", "gazetteer", "ingest", "annotate", "claim", "link", "compare", "report",
)  # fmt: skip
"""In the order of the way; a stage imports what stands before it. The rest (pipeline, cli, review …) may use all."""

LAZY = {("model", "report")}
"""A report renders itself; ``model`` loads ``report`` inside the method that asks for it, never on import."""

HOMES = {
    "anyascii": ("annotate/spelling.py",),
    "argon2": ("review",),
    "charset_normalizer": ("ingest/plain.py",),
    "click": ("cli",),
    "dask": ("engine/dask.py",),
    "convertdate": ("claim/times/foreign.py",),
    "dateparser": ("claim/times/foreign.py",),
    "distributed": ("engine/dask.py",),
    "docx": ("report", "ingest/word.py"),
    "fastapi": ("review",),
    "jinja2": ("report", "review"),
    "markupsafe": ("report", "review"),
    "lxml": ("ingest/html.py", "ingest/statements.py"),
    "markdown_it": ("ingest/markdown.py",),
    "openpyxl": ("report", "review"),
    "pandas": ("report", "model/findings.py"),
    "pyarrow": ("batch/parts.py", "ingest/streams.py", "ingest/tables.py"),
    "pydantic": ("review",),
    "pypdfium2": ("ingest/pdf.py",),
    "rapidfuzz": ("link",),
    "rich": ("cli", "report/terminal.py"),
    "sqlalchemy": ("review",),
    "starlette": ("review",),
    "trafilatura": ("ingest/html.py", "ingest/statements.py"),
    "uvicorn": ("cli",),
    "yaml": ("rulebook",),
}
"""Where each library may be imported: a stage or a file. ``model/findings.py`` names pandas for type checkers alone."""

READERS = {"docx", "lxml", "markdown_it", "pyarrow", "pypdfium2", "trafilatura", "xml"}
"""Libraries that read one format of articles and are loaded when it is met."""


def modules() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path.relative_to(PACKAGE), ast.parse(path.read_text(encoding="utf-8"))


def imported(tree: ast.AST) -> set[str]:
    """Every module a tree imports, wherever in it."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


def test_a_stage_imports_only_what_stands_before_it() -> None:
    wrong = []
    for path, tree in modules():
        stage = path.parts[0].removesuffix(".py")
        if stage not in STAGES:
            continue
        for name in sorted(imported(tree)):
            parts = name.split(".")
            other = parts[1] if parts[0] == "discrepancy" and len(parts) > 1 else stage
            allowed = STAGES[: STAGES.index(stage) + 1]
            if other not in allowed and (stage, other) not in LAZY:
                wrong.append(f"{path} imports {name}")
    assert wrong == []


def test_stages_read_no_clock_no_chance_no_network() -> None:
    forbidden = {"random", "secrets", "socket", "urllib.request", "http.client", "requests", "time", "uuid"}
    wrong = [f"{path} imports {name}" for path, tree in modules() if path.parts[0] in STAGES for name in sorted(imported(tree) & forbidden)]
    wrong += [
        f"{path}:{node.lineno} asks for today"
        for path, tree in modules()
        if path.parts[0] in STAGES
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in ("today", "now", "utcnow")
    ]
    assert wrong == []


def test_every_library_has_its_home() -> None:
    used: dict[str, set[str]] = defaultdict(set)
    for path, tree in modules():
        for name in imported(tree):
            top = name.split(".")[0]
            if top not in sys.stdlib_module_names and top not in ("discrepancy", "__future__"):
                used[top].add(path.as_posix())
    assert sorted(set(used) - set(HOMES)) == [], "a library without a home; give it one here and in ARCHITECTURE.md"
    wrong = [f"{path} imports {name}" for name, paths in used.items() for path in sorted(paths) if not path.startswith(HOMES[name])]
    assert wrong == []
    empty = [f"{home}: {name}" for name, homes in HOMES.items() for home in homes if not any(path.startswith(home) for path in used[name])]
    assert empty == [], "homes nobody lives in"


def test_libraries_are_declared_and_told() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = [
        *project["dependencies"],
        *(name for extra in project["optional-dependencies"].values() for name in extra),
    ]
    told = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").lower()
    names = {name.split(">=")[0].split("[")[0].strip().lower().replace("_", "-") for name in declared}
    for name in sorted(names - {"discrepancy"}):
        assert name in told.replace("_", "-"), f"ARCHITECTURE.md does not say why {name} is here"


@pytest.mark.parametrize("statement", ["import discrepancy", "from discrepancy.model import claims, findings, text, values"])
def test_importing_is_light(statement: str) -> None:
    script = f"import sys; {statement}; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    loaded = {name.split(".")[0] for name in done.stdout.split()}
    assert loaded & {"pandas", "numpy", "dateparser", "jinja2", "click", "rich", "sqlalchemy", *READERS} == set()


def test_reading_articles_loads_neither_tables_nor_dates() -> None:
    script = "import sys; from discrepancy import read; read(sys.argv[1]); print(*sorted(sys.modules))"
    seed = str(ROOT / "seeds" / "pakistan-iran-2024" / "articles")
    done = subprocess.run([sys.executable, "-c", script, seed], capture_output=True, text=True, check=True, cwd=ROOT)
    loaded = {name.split(".")[0] for name in done.stdout.split()}
    assert loaded & {"pandas", "numpy", "dateparser", "charset_normalizer", *READERS} == set()


def test_a_check_of_plain_text_loads_nothing_that_it_does_not_need() -> None:
    script = "import sys; from discrepancy.cli import run; run(sys.argv[1:]); print(*sorted(sys.modules), file=sys.stderr)"
    arguments = ["--project", "none", "check", str(ROOT / "seeds" / "case-03-weekday")]
    done = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=True, cwd=ROOT)
    loaded = set(done.stderr.split())
    assert "discrepancy.pipeline" in loaded
    assert (
        loaded & {"concurrent.futures", "multiprocessing", "subprocess", "html.parser", "pandas", "numpy", "dateparser", "jinja2", "rich"}
        == set()
    )


def test_help_loads_no_stage() -> None:
    script = "import sys; from discrepancy.cli import run; run(['--help']); print(*sorted(sys.modules), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    stages = {name.split(".")[1] for name in done.stderr.split() if name.startswith("discrepancy.")}
    assert stages <= {"cli", "engine", "model", "rulebook"}
