"""Fields of a form, and addresses that lead nowhere else.

Takes what a browser sent; gives text.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import FormData


def own(path: str) -> str:
    """A path of this desk; "" for anything that leads elsewhere.

    >>> own("/r/a/f/1?page=2"), own("//evil.example"), own("https://evil.example"), own("/\\\\evil.example")
    ('/r/a/f/1?page=2', '', '', '')
    """
    parts = urlsplit(path) if path.startswith("/") and "\\" not in path and path.isprintable() else None
    return path if parts is not None and not parts.netloc and not path.startswith("//") else ""


def text(form: FormData, name: str) -> str:
    """A text field of a form, "" when it is missing."""
    value = form.get(name, "")
    return value.replace("\r\n", "\n") if isinstance(value, str) else ""
