"""The desk for everybody: by keys alone, without scripts, on narrow screens, by the rules of accessibility, and with hostile text."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from desk_reports import document, ferry, heap, lay
from playwright.sync_api import Browser, Page, expect
from serving import desk_on, put, served

pytestmark = pytest.mark.browser

KILLED = "killed of ferry?"


def test_keys_alone(page: Page, tmp_path: Path) -> None:
    with served(desk_on(tmp_path, put(ferry(courier=True), tmp_path))) as address:
        page.goto(address)
        page.keyboard.press("j")
        page.keyboard.press("Enter")
        page.wait_for_url("**/f/**")
        page.keyboard.press("d")
        expect(page.locator("input[value=dismissed]")).to_be_focused()
        page.keyboard.press("2")
        expect(page.locator("#standing .state")).to_have_text("Dismissed")
        page.keyboard.press("u")
        expect(page.locator("#standing .state")).to_have_text("Open")
        page.keyboard.press("r")
        page.keyboard.press("1")
        expect(page.locator("#standing")).to_contain_text("Resolved as 2024-03-04")
        first = page.url
        page.keyboard.press("j")
        page.wait_for_url(lambda url: url != first)
        page.keyboard.press("n")
        page.keyboard.type("c is for caution")
        page.keyboard.press("Escape")
        page.keyboard.press("c")
        expect(page.locator("#standing .state")).to_have_text("Confirmed")
        expect(page.locator("#standing")).to_contain_text("c is for caution")
        page.keyboard.press("q")
        page.wait_for_url("**/?*")
        page.keyboard.press("?")
        expect(page.locator("dialog")).to_be_visible()
        page.keyboard.press("Escape")
        page.keyboard.press("j")
        page.keyboard.press("x")
        expect(page.locator(".row.here input")).to_be_checked()
        page.keyboard.press("/")
        page.keyboard.type("nothing like this\n")
        expect(page.get_by_text("Nothing fits")).to_be_visible()


def test_tab_alone_reaches_a_ruling(page: Page, tmp_path: Path) -> None:
    """No single keys: tab, arrows, space and return, as a screen reader's user goes."""
    with served(desk_on(tmp_path, put(ferry(), tmp_path))) as address:
        page.goto(address)
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.className") == "question":
                break
        page.keyboard.press("Enter")
        page.wait_for_url("**/f/**")
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.name") == "outcome":
                break
        page.keyboard.press("Space")
        assert page.evaluate("document.activeElement.value") == "confirmed"
        for _ in range(20):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.id") == "save":
                break
        page.keyboard.press("Enter")
        expect(page.locator("#standing .state")).to_have_text("Confirmed")


def test_without_scripts(browser: Browser, tmp_path: Path) -> None:
    with served(desk_on(tmp_path, put(ferry(), tmp_path))) as address:
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(address)
        page.get_by_role("link", name=KILLED).click()
        page.wait_for_url("**/f/**")
        page.locator("input[name=outcome][value=resolved]").check()
        page.locator("input[name=value][value='12']").check()
        page.get_by_role("button", name="Save ruling").click()
        expect(page.locator("#standing")).to_contain_text("Resolved as 12 by Mara")
        page.locator("input[name=outcome][value=dismissed]").check()
        page.get_by_role("button", name="Save ruling").click()
        expect(page.get_by_role("alert")).to_have_text("A dismissal needs a reason; choose one.")
        page.get_by_role("button", name="Undo").click()
        expect(page.locator("#standing .state")).to_have_text("Open")
        page.goto(address + "/?attribute=date")
        page.locator("[data-row] input").check()
        page.locator(".many select").select_option("misread")
        page.get_by_role("button", name="Dismiss chosen").click()
        expect(page.get_by_text("Nothing fits").or_(page.get_by_text("Nothing left"))).to_be_visible()
        context.close()


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_serious(browser: Browser, tmp_path: Path, colours: str) -> None:
    desk = desk_on(tmp_path, put(ferry(courier=True), tmp_path), put(heap(3), tmp_path, "storms"))
    (finding,) = [id for id, f in desk.shelf("ferry").findings.items() if f.question.attribute == "killed"]
    desk.rule("Ove", "ferry", finding, "dismissed", reason="misread", note="A note")
    # axe is put in by the tests, which the desk's policy would rightly refuse.
    context = browser.new_context(bypass_csp=True, color_scheme=colours)  # type: ignore[arg-type]
    page = context.new_page()
    with served(desk) as address:
        found = {}
        for path in ("/", "/?state=any", f"/r/ferry/f/{finding}", "/r/ferry/a/0", "/events", "/names", "/activity",
                     "/exports", "/r/ferry/decided.html", "/r/ferry/f/none"):  # fmt: skip
            page.goto(address + path)
            if "/f/F" in path:
                page.locator("input[value=dismissed]").check()
            results = Axe().run(page).response["violations"]
            found[path] = [(v["id"], v["nodes"][0]["html"][:200]) for v in results if v["impact"] in ("serious", "critical")]
        assert {path: v for path, v in found.items() if v} == {}
    context.close()


@pytest.mark.parametrize("width", [400, 360])
def test_narrow(browser: Browser, tmp_path: Path, width: int) -> None:
    desk = desk_on(tmp_path, put(ferry(courier=True), tmp_path))
    (finding,) = [id for id, f in desk.shelf("ferry").findings.items() if f.question.attribute == "killed"]
    context = browser.new_context(viewport={"width": width, "height": 760}, has_touch=True)
    page = context.new_page()
    with served(desk) as address:
        for path in ("/", f"/r/ferry/f/{finding}", "/r/ferry/a/0", "/events", "/names", "/activity", "/exports"):
            page.goto(address + path)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        page.goto(address + f"/r/ferry/f/{finding}")
        page.get_by_role("radio", name="Confirm").tap()
        page.get_by_role("button", name="Save ruling").tap()
        expect(page.locator("#standing .state")).to_have_text("Confirmed")
    context.close()


def test_hostile_text_stays_text(page: Page, tmp_path: Path) -> None:
    evil = "<script>alert(1)</script><img src=x onerror=alert(2)> \u202egnp\u202c \x00 javascript:alert(3)"
    articles = [
        document("1", f"Gazette {evil}", f"Title {evil}", "It {killed=12 @ferry|killed 12} " + evil),
        document("2", "Post", "Two", "It {killed=14 @ferry|" + evil.replace("|", "") + "}", url="javascript:alert(4)"),
        document("3", "Wire", "Three", "A" * 1_000_000 + " {killed=15 @ferry|killed 15}"),
    ]
    desk = desk_on(tmp_path, put(lay(articles), tmp_path))
    (finding,) = desk.shelf("ferry").findings
    page.on("dialog", lambda dialog: page.faults.append("a dialog opened"))  # type: ignore[attr-defined]
    with served(desk) as address:
        for path in ("/", f"/r/ferry/f/{finding}", "/r/ferry/a/0", "/r/ferry/a/1", "/r/ferry/a/2", "/events", "/names",
                     "/activity", "/exports", "/r/ferry/decided.html"):  # fmt: skip
            page.goto(address + path)
            assert page.locator("img, body script, a[href^='javascript:']").count() == 0
        page.goto(f"{address}/r/ferry/f/{finding}")
        assert "⟦U+202E⟧" in page.locator(".side").nth(1).inner_text()
        page.keyboard.press("c")
        expect(page.locator("#standing .state")).to_have_text("Confirmed")
