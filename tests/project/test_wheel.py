"""The wheel: rules and tables travel with the code, and it works where no checkout is."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def test_what_it_holds(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for path in sorted((ROOT / "rules").rglob("*.yaml")):
        assert f"discrepancy/{path.relative_to(ROOT).as_posix()}" in names
    for path in sorted((ROOT / "discrepancy").rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            assert path.relative_to(ROOT).as_posix() in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not [name for name in names if name.startswith(("tests", "seeds", "reports"))]


def test_it_finds_its_rules_away_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "installed")
    article = tmp_path / "a.txt"
    article.write_text("Two walkers died when a footbridge gave way on Monday, the fire brigade said.")
    script = (
        "import sys; sys.path.insert(0, sys.argv[1]); import discrepancy; "
        "from discrepancy import read, rulebook; from discrepancy.rulebook import rules_folder; "
        "assert discrepancy.__file__.startswith(sys.argv[1]), discrepancy.__file__; "
        "assert rules_folder().is_relative_to(sys.argv[1]), rules_folder(); "
        "print(len(rulebook().by_kind) > 0, len(read(sys.argv[2]).documents))"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "installed"), str(article)]
    done = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["True", "1"]
