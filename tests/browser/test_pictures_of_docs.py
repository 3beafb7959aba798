"""The pictures of the documentation, made by the program itself, so that they never show what is no more.

``make docs`` names the folder in DISCREPANCY_PICTURES; elsewhere the pictures are taken, looked at and thrown away.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from serving import desk_on, served

from discrepancy import check, read, rulebook
from discrepancy.report import write

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.browser


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """The folder of the report on the set that comes with the repository."""
    rules = rulebook()
    write(check(read(ROOT / "seeds" / "pakistan-iran-2024" / "articles", rules), rules), tmp_path / "today")
    return tmp_path / "today"


def taken(what: Page | Locator, name: str, tmp_path: Path) -> None:
    """A picture in the folder that was named; one that shows next to nothing fails."""
    folder = Path(os.environ.get("DISCREPANCY_PICTURES") or tmp_path)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    what.screenshot(path=path)
    assert path.stat().st_size > 20_000, f"{name} is all but empty"


def test_the_report(page: Page, report: Path, tmp_path: Path) -> None:
    page.goto((report / "report.html").as_uri())
    expect(page.locator("#decide .finding").first).to_be_visible()
    day = page.locator(".finding", has_text=re.compile("On which day did Pakistan’s strike")).first
    taken(day, "report.png", tmp_path)
    taken(page.locator("#pictures"), "glance.png", tmp_path)


def test_the_desk(page: Page, report: Path, tmp_path: Path) -> None:
    with served(desk_on(tmp_path, report / "report.json")) as address:
        page.goto(address)
        expect(page.locator("[data-row]").first).to_be_visible()
        taken(page, "desk.png", tmp_path)
        page.get_by_role("link", name=re.compile("On which day did Pakistan’s strike")).first.click()
        page.wait_for_url("**/f/**")
        expect(page.locator(".side").first).to_be_visible()
        taken(page, "finding.png", tmp_path)


def test_every_picture_on_the_pages_is_taken() -> None:
    shown = {
        name for path in (ROOT / "docs").rglob("*.md") for name in re.findall(r"\(\S*images/(\S+?)\)", path.read_text(encoding="utf-8"))
    }
    source = Path(__file__).read_text(encoding="utf-8")
    assert shown
    assert not [name for name in sorted(shown) if f'"{name}"' not in source]
