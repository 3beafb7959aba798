"""Headless Chromium for the desk's tests; Debian's own, since a browser is no Python package."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

# The reports and the server of the desk's other tests.
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "review"))

ARGUMENTS = [
    "--no-sandbox",  # a container's root may not make one; the pages are our own
    "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


expect.set_options(timeout=20_000)  # waited for, never slept: a busy machine takes its time, an idle one loses none

GONE = "Failed to load resource: net::ERR_CONNECTION_REFUSED"
"""What a page says whose desk was closed before it."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A browser; without one the test is skipped aloud, and fails where CI=true."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        sentence = "Chromium is not installed (Debian: apt-get install chromium)"
        if os.environ.get("CI") == "true":
            pytest.fail(sentence)
        pytest.skip(sentence)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a fresh profile; whatever it complains of in the console fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 860})
    context.set_default_timeout(20_000)
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda fault: faults.append(str(fault)))
    opened.on("console", lambda said: faults.append(said.text) if said.type == "error" and said.text != GONE else None)
    opened.faults = faults  # type: ignore[attr-defined]  # for tests that expect one
    yield opened
    context.close()
    assert not faults
