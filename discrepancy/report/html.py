"""The report as one page: a self-contained HTML file that needs no network, no script and no program but a browser.

Takes a report, gives the page. Every text of an article is escaped, and what could steer or hide is made visible; the
page's own policy forbids scripts, requests and any style but its own, whose hash stands in the policy. Jinja2's only
home.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from discrepancy.model.findings import Report
from discrepancy.report.drafts import shown_draft
from discrepancy.report.page import page
from discrepancy.report.visible import visible
from discrepancy.report.wording import in_words, several


def render(report: Report) -> str:
    """The page as text; the same for the same report."""
    style = _style()
    # CSP level 3, 2.3.1: the hash is over the exact characters between <style> and </style>.
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    # Marked as safe: these two are ours, not an article's.
    shown = page(report)
    return (
        _environment()
        .get_template("report.html.j2")
        .render(page=shown, draft=shown_draft(shown), report=report, style=Markup(style), policy=Markup(policy))
    )


@cache
def _style() -> str:
    return resources.files(__package__).joinpath("templates/report.css").read_text(encoding="utf-8")


def _shown(value: Any) -> Any:
    """Every text on its way into the page, in attributes too; Jinja2 escapes it afterwards."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("discrepancy.report"),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals["several"] = several
    environment.filters["in_words"] = in_words
    return environment
