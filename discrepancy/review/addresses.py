"""Addresses of the desk that are given out: in pages, to programs, by the gate."""

from __future__ import annotations

from urllib.parse import quote


def address(slug: str, finding: str) -> str:
    """The path of a finding's page.

    >>> address("today", "a/b")
    '/r/today/f/a%2Fb'
    """
    return f"/r/{quote(slug, safe='')}/f/{quote(finding, safe='')}"
