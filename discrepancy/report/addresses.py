"""Paths of articles as addresses that other programs read.

Takes a path as the report holds it; gives a URI reference (RFC 3986). Knows nothing of what lies at the path.
"""

from __future__ import annotations

from urllib.parse import quote


def uri(path: str) -> str:
    """A path as a URI reference; a relative path stays relative.

    >>> uri("a folder/story 1.txt"), uri("/x/y.txt")
    ('a%20folder/story%201.txt', 'file:///x/y.txt')
    """
    encoded = quote(path.replace("\\", "/").encode("utf-8", "surrogateescape"), safe="/-._~")
    return f"file://{encoded}" if encoded.startswith("/") else encoded or "unknown"
