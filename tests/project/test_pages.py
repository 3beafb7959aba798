"""The pages of the repository: their code runs, their words are the code's, they speak of the product alone."""

from __future__ import annotations

import re
import subprocess
import typing
from pathlib import Path

import pytest

from discrepancy.model import claims, findings, text

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("README.md", "ARCHITECTURE.md", "GLOSSARY.md", "CONTRIBUTING.md", "CHANGELOG.md", "reports/README.md")
TEXTS = (".py", ".md", ".yaml", ".yml", ".toml", ".txt", ".html", ".css", ".js", ".json", ".csv", ".sh", "")


def blocks(language: str) -> list[tuple[str, str]]:
    """The fenced blocks of a language in the pages, with the page each is on."""
    found = []
    for page in PAGES:
        for match in re.finditer(rf"^```{language}\n(.*?)^```", (ROOT / page).read_text(encoding="utf-8"), re.M | re.S):
            found.append((page, match[1]))
    return found


def tracked() -> list[Path]:
    """The files git knows; in a copy without git, none."""
    done = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    return [ROOT / name for name in done.stdout.splitlines() if (ROOT / name).is_file()]


def readable() -> list[tuple[str, str]]:
    return [
        (path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8", errors="replace"))
        for path in tracked()
        if path.suffix in TEXTS and path.stat().st_size < 2_000_000
    ]


@pytest.mark.parametrize(("page", "code"), blocks("python"), ids=lambda value: value if value in PAGES else "")
def test_python_on_the_pages_runs(page: str, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")  # what the code writes lands beside, not in the checkout
    monkeypatch.chdir(tmp_path)
    exec(compile(code, page, "exec"), {})  # the page's own words are the test


def test_links_between_pages_lead_somewhere() -> None:
    wrong = [
        f"{page}: {target}"
        for page in PAGES
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", (ROOT / page).read_text(encoding="utf-8"))
        if not (ROOT / page).parent.joinpath(target).exists()
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "words",
    [findings.Verdict, findings.Relation, findings.Level, text.BlockKind, claims.Stance, claims.Attribute],
    ids=["verdicts", "relations", "levels", "blocks", "stances", "attributes"],
)
def test_the_glossary_knows_every_word_of_the_model(words: object) -> None:
    glossary = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")
    missing = [word for word in typing.get_args(words) if not re.search(rf"\b{word}\b", glossary)]
    assert missing == []


def test_the_way_through_the_house_names_modules_that_are_there() -> None:
    way = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").partition("## Decisions")[0]
    there = {
        part
        for path in (ROOT / "discrepancy").rglob("*.py")
        for part in (path.stem, path.parent.name, f"{path.parent.parent.name}/{path.parent.name}")
    }
    there |= {f"rules/{path.name}" for path in (ROOT / "rules").iterdir()}
    named = set(re.findall(r"`([a-z_]+(?:/[a-z_]+)?)`", way)) - {"re", "inputs_from_records"}
    assert len(named) > 80 and named - there == set()


def test_rules_are_named_where_editors_look_for_them() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    folders = {path.relative_to(ROOT / "rules").parts[0] for path in (ROOT / "rules").rglob("*.yaml")}
    missing = [name for name in sorted(folders) if f"`{name}" not in page and f"rules/{name}" not in page]
    assert missing == []


def test_no_path_of_a_machine_and_no_unfinished_mark() -> None:
    home = re.compile(r"(?<![\w.:/])/(?:work|home|root|Users)/\w")
    unfinished = re.compile(r"\b(?:TODO|FIXME|XXX)\b|raise NotImplementedError")
    wrong = [
        f"{name}: {match.group()}"
        for name, content in readable()
        if name != "tests/project/test_pages.py"
        for pattern in (home, unfinished)
        for match in [pattern.search(content)]
        if match
    ]
    assert wrong == []


def test_no_words_of_other_peoples_articles(shared: Path) -> None:
    """No twelve words running of the original articles stand in the repository; dates and clock times are nobody's."""

    def runs(content: str) -> set[str]:
        words = [word for word in re.findall(r"[a-z0-9]+", content.lower()) if not word[0].isdigit()]
        return {" ".join(words[at : at + 12]) for at in range(len(words) - 11)}

    theirs = set().union(*(runs(path.read_text(encoding="utf-8")) for path in sorted((shared / "seeds").glob("*.txt"))))
    assert theirs
    assert [name for name, content in readable() if runs(content) & theirs] == []
