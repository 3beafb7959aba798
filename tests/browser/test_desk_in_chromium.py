"""The desk in a browser: what an editor does from the first look to the last ruling, with mouse, keys and without
scripts.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from desk_reports import COURIER, HARBOUR, POST, document, ferry, heap, lay
from playwright.sync_api import Browser, Page, expect
from serving import desk_on, put, served

from discrepancy.model.text import Span
from discrepancy.report.keys import sentence_at

pytestmark = pytest.mark.browser

KILLED = "killed of ferry?"
CHECK = "from discrepancy.cli import main; main()"


def state(page: Page) -> str:
    return page.locator("#standing .state").inner_text()


def test_the_way_of_an_editor(page: Page, tmp_path: Path) -> None:
    """Filter, open, read the evidence, dismiss with a reason, resolve with a value, undo, reload."""
    desk = desk_on(tmp_path, put(ferry(), tmp_path))
    with served(desk) as address:
        page.goto(address)
        expect(page.locator("[data-row]")).to_have_count(3)
        page.get_by_label("About").select_option("killed")
        expect(page.locator("[data-row]")).to_have_count(1)
        page.get_by_role("link", name=KILLED).click()
        page.wait_for_url("**/f/**")
        camps = page.locator(".side")
        expect(camps).to_have_count(2)
        expect(camps.nth(0).locator("mark")).to_have_text("Twelve people died")
        expect(camps.nth(1).locator("mark")).to_have_text("killed 14 people")
        expect(page.locator(".reader").first).to_contain_text("two tugs stood by until dawn")
        expect(page.locator(".reader mark.camp-0")).to_have_text("Twelve people died")
        page.get_by_role("radio", name="Dismiss").check()
        page.get_by_role("radio", name="Both can be right").check()
        page.get_by_label("Note").fill("The doctor <b>counts</b> two crew")
        page.get_by_role("button", name="Save ruling").click()
        expect(page.locator("#standing .state")).to_have_text("Dismissed")
        expect(page.locator("#standing .note-text")).to_have_text("The doctor <b>counts</b> two crew")
        expect(page.locator("#progress")).to_contain_text("1 of 3 decided")
        page.get_by_role("radio", name="Resolve").check()
        page.locator(".values").get_by_role("radio", name="14").check()
        page.get_by_role("button", name="Save ruling").click()
        expect(page.locator("#standing")).to_contain_text("Resolved as 14 by Mara")
        page.locator("#standing").get_by_role("button", name="Undo").click()
        expect(page.locator("#standing .state")).to_have_text("Dismissed")
        page.reload()
        assert state(page) == "Dismissed"
        page.get_by_role("link", name="Activity").click()
        expect(page.locator(".log li")).to_have_count(3)
    assert desk.store.verify().count == 3


def test_another_editor_sees_it_without_reload(page: Page, browser: Browser, tmp_path: Path) -> None:
    desk = desk_on(tmp_path, put(ferry(), tmp_path))
    other_desk = desk_on(tmp_path, put(ferry(), tmp_path))  # another process on the same decisions
    with served(desk, alone="Mara") as address, served(other_desk, alone="Ove") as other_address:
        page.goto(address)
        other = browser.new_page()
        other.goto(other_address)
        other.get_by_role("link", name=KILLED).click()
        mine = re.sub("^.*?/r/", f"{address}/r/", other.url)
        page.goto(mine)
        expect(page.locator("#standing .state")).to_have_text("Open")
        page.get_by_label("Note").fill("half a sentence")
        other.keyboard.press("c")
        expect(page.locator("#standing .state")).to_have_text("Confirmed")
        expect(page.locator("#standing")).to_contain_text("by Ove")
        expect(page.locator(".toast")).to_contain_text("Ove confirmed")
        assert page.get_by_label("Note").input_value() == "half a sentence"
        other.close()


def test_reports_checked_again(page: Page, tmp_path: Path) -> None:
    """An article added, one edited elsewhere, the ruled sentence edited: each state as specified, shown without
    reload.
    """
    put(ferry(), tmp_path)
    with served(desk_on(tmp_path, tmp_path / "ferry" / "report.json")) as address:
        page.goto(address + "/?state=any")
        page.get_by_role("link", name=KILLED).click()
        page.wait_for_url("**/f/**")
        page.keyboard.press("d")
        page.keyboard.press("1")
        expect(page.locator("#standing .state")).to_have_text("Dismissed")
        page.goto(address + "/?state=any&attribute=killed")
        row = page.locator("[data-row]")

        put(ferry(courier=True), tmp_path)  # a third outlet says 12 too
        expect(row.locator(".since")).to_have_text("New source for 12: Evening Courier.")
        expect(row.locator(".state")).to_have_text("Dismissed")

        put(ferry(post_text="Sirens were heard all night.\n\n" + POST[1]), tmp_path)  # an edit elsewhere
        expect(row.locator(".since")).to_have_count(0)
        expect(row.locator(".state")).to_have_text("Dismissed")

        courier = document("3", "Evening Courier", COURIER[0], "The collision {killed=19 @ferry|killed 19}.")
        put(lay([document("1", "Harbour Gazette", *HARBOUR), document("2", "Island Post", *POST), courier]), tmp_path)
        expect(row.locator(".state")).to_have_text("Open again")
        expect(row.locator(".since")).to_have_text("New value 19: Evening Courier.")

        put(ferry(post_text=POST[1].replace("the island council said in a statement", "police said")), tmp_path)
        expect(row.locator(".state")).to_have_text("Open")
        expect(row.locator(".since")).to_contain_text("the sentence ruled on changed in Island Post")


def test_many_at_once_and_back(page: Page, tmp_path: Path) -> None:
    with served(desk_on(tmp_path, put(heap(70), tmp_path))) as address:
        page.goto(address)
        page.on("dialog", lambda dialog: dialog.accept())
        expect(page.locator("#found")).to_contain_text("70 findings to decide, page 1 of 2")
        page.get_by_label("Search").fill("storm-3")
        page.keyboard.press("Enter")
        page.wait_for_url("**q=storm*")
        page.locator(".many select").select_option("different-scope")
        page.get_by_role("button", name="Dismiss all").click()
        expect(page.get_by_text("Nothing fits")).to_be_visible()
        page.goto(address)
        expect(page.locator("#found")).to_contain_text("59 findings")
        page.locator("[data-row] input").nth(0).check()
        page.locator("[data-row] input").nth(1).check()
        page.locator(".many select").select_option("not-relevant")
        page.get_by_role("button", name="Dismiss chosen").click()
        expect(page.locator("#found")).to_contain_text("57 findings")
        page.get_by_role("link", name="Activity").click()
        page.get_by_role("button", name="Undo batch").first.click()
        expect(page.locator(".undone")).to_have_count(2)
        page.goto(address)
        expect(page.locator("#found")).to_contain_text("59 findings")


def test_events_and_names(page: Page, tmp_path: Path) -> None:
    desk = desk_on(tmp_path, put(ferry(), tmp_path), put(heap(2), tmp_path, "storms"))
    with served(desk) as address:
        page.goto(address + "/names")
        page.get_by_label("House spelling").fill("Ilse Varnik-Holt")
        page.get_by_role("button", name="Set").click()
        expect(page.get_by_text("house spelling: Ilse Varnik-Holt")).to_be_visible()
        page.get_by_text("Split", exact=True).click()
        page.get_by_role("checkbox", name="Ilse Warnik").check()
        page.get_by_role("button", name="Split off").click()
        expect(page.locator("#links")).to_contain_text("Ilse Warnik is not Ilse Varnik")
        page.goto(address + "/events")
        page.get_by_role("checkbox", name=re.compile("Storm 0")).check()
        page.get_by_role("checkbox", name=re.compile("Storm 1")).check()
        page.get_by_role("button", name="Merge chosen events").click()
        expect(page.locator("#links")).to_contain_text("is the same as")
        page.locator("#links").get_by_role("button", name="Undo").click()
        expect(page.locator("#links section")).to_have_count(0)
    kinds = [decision.kind for decision in desk.decisions]
    assert kinds == ["house", "link", "link", "undo"]


def test_a_finding_that_is_open_follows_the_checks(page: Page, tmp_path: Path) -> None:
    """A check changes the finding under the editor's eyes: the page shows it and keeps what was typed; it never leaves
    by itself.
    """
    put(ferry(), tmp_path)
    with served(desk_on(tmp_path, tmp_path / "ferry" / "report.json")) as address:
        page.goto(address)
        page.get_by_role("link", name=KILLED).click()
        page.wait_for_url("**/f/**")
        before = page.url
        page.get_by_label("Note").fill("half a sentence")
        page.get_by_role("radio", name="Resolve").check()
        page.locator(".values").get_by_role("radio", name="14").check()
        courier = document("3", "Evening Courier", COURIER[0], "The collision {killed=19 @ferry|killed 19}.")
        put(lay([document("1", "Harbour Gazette", *HARBOUR), document("2", "Island Post", *POST), courier]), tmp_path)
        expect(page.locator(".side")).to_have_count(3)
        assert page.url != before
        expect(page.locator(".reader")).to_have_count(3)
        expect(page.get_by_label("Note")).to_have_value("half a sentence")
        expect(page.locator(".values").get_by_role("radio", name="14")).to_be_checked()
        page.get_by_role("button", name="Save ruling").click()
        expect(page.locator("#standing")).to_contain_text("Resolved as 14 by Mara")
        page.goto(before)  # a link that was sent round this morning
        expect(page.locator("#standing")).to_contain_text("Resolved as 14 by Mara")

        page.get_by_label("Note").fill("another half")
        put(lay([document("1", "Harbour Gazette", *HARBOUR)]), tmp_path)
        expect(page.get_by_role("alert")).to_contain_text("This finding went with the last check.")
        expect(page.get_by_label("Note")).to_have_value("another half")
        assert [fault for fault in page.faults if "404" not in fault] == []  # type: ignore[attr-defined]
        page.faults.clear()  # type: ignore[attr-defined]
        page.get_by_role("link", name="To the queue").click()
        expect(page.get_by_role("heading", name="No findings")).to_be_visible()


def test_from_articles_to_a_ruling_that_stays(page: Page, tmp_path: Path, repository: Path) -> None:
    """What ``make report`` makes: rule on it, check again with an article added, with one edited elsewhere, with the
    ruled sentence edited; the desk shows each without reload.
    """
    seeds = tmp_path / "articles"
    shutil.copytree(repository / "seeds" / "pakistan-iran-2024" / "articles", seeds)
    out = tmp_path / "run" / "report.json"

    def check() -> None:
        command = [sys.executable, "-c", CHECK, "check", str(seeds), "-o", str(out.parent), "--fail-on", "never"]
        done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, timeout=120)
        assert done.returncode == 0, done.stderr

    check()
    report = json.loads(out.read_text())
    claims = {claim["id"]: claim for claim in report["claims"]}
    texts = {article["id"]: Path(article["path"]) for article in report["articles"]}
    written = {article["id"]: article["text"] for article in report["articles"]}

    def sentences(camp: dict[str, list[str]]) -> set[str]:
        ruled = [claims[id] for id in camp["claims"]]
        return {sentence_at(written[c["article"]], Span(c["start"], c["end"])).of(written[c["article"]]) for c in ruled}

    across = [f for f in report["findings"] if len(f["camps"]) == 2 and f["level"] != "note" and not f["question"]["article"]]
    finding = next(f for f in across if sentences(f["camps"][0]).isdisjoint(sentences(f["camps"][1])))
    camps = [[claims[id] for id in camp["claims"]] for camp in finding["camps"]]
    question, value = finding["question"]["text"], finding["camps"][0]["value"]
    with served(desk_on(tmp_path, out)) as address:
        page.goto(address)
        page.get_by_label("About").select_option(finding["question"]["attribute"])
        page.wait_for_url("**attribute=**")
        page.get_by_role("link", name=question, exact=True).click()
        page.wait_for_url("**/f/**")
        expect(page.locator(".side").first.locator("mark").first).to_have_text(camps[0][0]["exact"])
        page.keyboard.press("d")
        page.keyboard.press("1")
        expect(page.locator("#standing .state")).to_have_text("Dismissed")
        page.keyboard.press("r")
        page.keyboard.press("1")
        expect(page.locator("#standing")).to_contain_text(f"Resolved as {value}")
        page.keyboard.press("u")
        expect(page.locator("#standing .state")).to_have_text("Dismissed")
        page.reload()
        expect(page.locator("#standing .state")).to_have_text("Dismissed")
        standing = page.locator("#standing")

        # A new source in a known camp, other names for all the files, and an unrelated article: mentioned, no more.
        copied = texts[camps[0][0]["article"]]
        head = "Title: A second look at the border\nSource: Maren Weekly\n\n"
        (seeds / "second.txt").write_text(head + copied.read_text(encoding="utf-8"), encoding="utf-8")
        for path in sorted(seeds.glob("0*.txt")):
            path.rename(path.with_name(f"renamed-{path.name}"))
        (seeds / "unrelated.txt").write_text(
            "Title: Library opens late\nSource: Maren Weekly\nPublished: 2 March 2024\n\n"
            "The library on the quay opened an hour late on Saturday because the lock had frozen.\n"
        )
        check()
        expect(standing).to_contain_text("Maren Weekly")
        expect(standing).to_contain_text("New source for")
        expect(standing.locator(".state")).to_have_text("Dismissed")
        (seeds / "second.txt").unlink()

        # An edit elsewhere in an article that was ruled on: nothing new to say.
        edited = seeds / f"renamed-{copied.name}"
        edited.write_text(edited.read_text(encoding="utf-8") + "\n\nReaders may write to the desk.\n", encoding="utf-8")
        check()
        expect(standing.locator(".since")).to_have_count(0)
        expect(standing.locator(".state")).to_have_text("Dismissed")

        # Every ruled sentence of one camp changes, though by no more than its last mark: the ruling lapses, and the page says so.
        for path in seeds.glob("renamed-*.txt"):
            text = path.read_text(encoding="utf-8")
            for sentence in sentences(finding["camps"][1]):
                before, _, after = sentence.rpartition(".")
                text = text.replace(sentence, f"{before}!{after}")
            path.write_text(text, encoding="utf-8")
        check()
        expect(standing.locator(".state")).to_have_text("Open")
        expect(standing).to_contain_text("no longer holds: the sentence ruled on changed")
        page.goto(address + "/?state=any")
        row = page.locator("[data-row]", has=page.get_by_role("link", name=question, exact=True)).first
        expect(row.locator(".state")).to_have_text("Open")
