"""The wheel: rules and tables travel with the code, and it works where no checkout is."""

from __future__ import annotations

import subprocess
import sys
import time
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
    assert "discrepancy_main.py" in names  # what the command calls
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


@pytest.mark.nightly
def test_a_newcomers_path(wheel: Path, tmp_path: Path) -> None:
    """An empty environment, the built wheel, articles in a folder far from the checkout; then saved pages, with the extra."""
    begun = time.monotonic()
    python = tmp_path / "venv" / "bin" / "python"
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "venv")], check=True)
    install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--constraint", str(ROOT / "constraints.txt")]
    subprocess.run([*install, str(wheel)], check=True)
    articles = tmp_path / "articles"
    articles.mkdir()
    for number, toll in enumerate(("nine", "twelve")):
        text = f"At least one bridge fell. A bomb killed {toll} people in a market in Springfield on 14 March 2021, the police said."
        (articles / f"{number}.txt").write_text(f"Title: Bomb kills people in Springfield\nPublished: 15 March 2021\n\n{text}\n")

    def call(*arguments: str) -> subprocess.CompletedProcess[str]:
        clean = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "LANG": "C.UTF-8"}
        command = [str(python.parent / "discrepancy"), *arguments]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, env=clean, check=False)

    done = call("check", "articles", "-o", "out", "--fail-on", "warning")
    assert done.returncode == 1, done.stderr
    assert (tmp_path / "out" / "report.html").is_file() and (tmp_path / "out" / "report.json").is_file()
    assert time.monotonic() - begun < 180, "from nothing to the first report in three minutes"
    text = "<p>A bomb killed eleven people in a market in Springfield on 14 March 2021, the police said.</p><p>It went off at noon.</p>"
    (articles / "page.html").write_text(f"<html><body><article><h1>Bomb kills eleven</h1>{text}</article></body></html>")
    done = call("read", "articles/page.html")
    assert done.returncode == 3 and "pip install 'discrepancy[office]'" in done.stderr
    subprocess.run([*install, f"{wheel}[office]"], check=True)
    done = call("read", "articles")
    assert done.returncode == 0, done.stderr
    assert "Bomb kills eleven" in done.stdout
