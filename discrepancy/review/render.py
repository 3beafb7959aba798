"""Templates: values in, HTML out, with nothing of an article read as HTML.

Every value is made visible (controls, direction marks) and then escaped, by the environment and not by the templates,
so that none can forget it. jinja2's home in this stage.
"""

from __future__ import annotations

from functools import cache
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from discrepancy.report.visible import one_line, visible
from discrepancy.report.wording import verdict_words
from discrepancy.review.views import link_of

STATES = {
    "open": "Open",
    "reopened": "Open again",
    "deferred": "Deferred",
    "confirmed": "Confirmed",
    "dismissed": "Dismissed",
    "resolved": "Resolved",
}
"""Each state as an editor reads it."""


@cache
def environment() -> Environment:
    """The templates of the desk."""
    made = Environment(
        loader=PackageLoader("discrepancy.review", "templates"),
        autoescape=True,
        finalize=_seen,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["line"] = one_line
    made.filters["web"] = link_of
    made.filters["path"] = lambda text: quote(str(text).encode("utf-8", "surrogatepass"), safe="")
    made.filters["moment"] = lambda at: Markup('<time datetime="{}">{}</time>').format(at, at[:16].replace("T", " "))
    made.filters["cap"] = lambda text: text[:1].upper() + text[1:]
    made.globals.update(in_a_word=verdict_words, states=STATES)
    return made


def _seen(value: Any) -> Any:
    if isinstance(value, Markup):
        return value
    return visible(value) if isinstance(value, str) else value
