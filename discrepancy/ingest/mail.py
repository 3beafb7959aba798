"""Mails and web archives: EML and MHTML, both messages after RFC 5322 with parts.

Takes the bytes of a message; gives the article of a mail with the articles attached to it, or the page that a browser
packed with its pictures. A mail's sender, subject and date serve where its text says nothing of its own; of a forwarded mail
those of the inner message. Follows no address; pictures and calendars are left alone.
"""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from discrepancy.ingest.guide import Guide
from discrepancy.ingest.markup import stretches
from discrepancy.ingest.page import Page, Part, Refused, assembled, digest, unreadable
from discrepancy.ingest.plain import plain_text, refusal
from discrepancy.model.text import Block, Sourced, Span

_ANSWER = re.compile(r"(?:(?:re|fwd?|aw|wg|tr)\s*:\s*|\[[\w -]{1,30}\]\s*)+", re.I)
_FORWARDED = re.compile(
    r"(?:^|\n)(?:-{2,}[^\n]{0,60}|Begin forwarded message:[^\n]{0,10}|_{5,})\n\s*"
    r"((?:\*?(?:From|Date|Sent|Subject|To|Cc|Reply-To)\*?:[^\n]{0,500}\n){2,8})"
)
_FIELD = re.compile(r"\*?(From|Date|Sent|Subject)\*?:[ \t]*([^\n]*)")
_SIGNATURE = re.compile(r"\n-- ?\n")
SHORTEST = 60
"""Characters of a mail that may be an article; a shorter one only hands over what is attached."""


def read(data: bytes, name: str, guide: Guide) -> Iterator[Part]:
    """The articles of a message."""
    message = email.message_from_bytes(data.lstrip(), policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    if _packed_page(message):
        yield Part("", digest(data), lambda: _page(message, guide))
        return
    attached = list(_attached(message, guide))
    if not attached or len(_body(message)[1]) >= SHORTEST:
        yield Part("", digest(data), lambda: letter(message))
    yield from attached


def _packed_page(message: EmailMessage) -> bool:
    """True for a page that a browser saved, and not a mail with pictures."""
    saved = "Snapshot-Content-Location" in message or str(message.get("From", "")).lower().startswith("<saved by")
    return saved or (message.get_content_type() == "multipart/related" and "To" not in message and "Received" not in message)


def _page(message: EmailMessage, guide: Guide) -> Page:
    from discrepancy.ingest import html

    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            address = str(message.get("Snapshot-Content-Location") or part.get("Content-Location") or "").strip()
            return html.article(_text(part), guide, address)
    raise Refused("this web archive holds no page; save the page again, or its text as a .txt file")


def letter(message: EmailMessage) -> Page:
    """A mail as a page. Raises :class:`Refused`."""
    kind, text = _body(message)
    said = {name: str(message.get(name) or "") for name in ("From", "Date", "Subject")}
    where = "mail"
    forwarded = _FORWARDED.search(text) if kind == "plain" else None
    if forwarded:
        inner = {{"Sent": "Date"}.get(name, name): value.strip("* ") for name, value in _FIELD.findall(forwarded[1])}
        said, where = {**said, **inner}, "forwarded mail"
    fallback = _headers(said, where)
    if kind == "html":
        return assembled(stretches(text), fallback=fallback)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    known = [Block("boilerplate", Span(0, forwarded.end()))] if forwarded else []
    signature = _SIGNATURE.search(text, forwarded.end() if forwarded else 0)
    if signature:
        known.append(Block("boilerplate", Span(signature.start() + 1, len(text))))
    return Page(text, fallback=fallback, known=tuple(known))


def _headers(said: dict[str, str], where: str) -> dict[str, Sourced[str]]:
    name, address = parseaddr(said["From"].replace("[mailto:", "<").replace("]", ">"))
    found = {
        "title": _ANSWER.sub("", said["Subject"], count=1),
        "outlet": name.strip("'\" ") or address.partition("@")[2],
        "published": _moment(said["Date"]),
    }
    labels = {"title": "Subject", "outlet": "From", "published": "Date"}
    return {field: Sourced(" ".join(value.split())[:2000], f"{where} {labels[field]}:") for field, value in found.items() if value.strip()}


def _moment(said: str) -> str:
    try:
        return parsedate_to_datetime(said).isoformat()
    except (ValueError, TypeError, OverflowError, IndexError):
        return said


def _body(message: EmailMessage) -> tuple[str, str]:
    """What the letter itself says, and whether that is plain text or HTML: plain, unless that is a mere stub of the other."""
    plain, marked = (message.get_body(preferencelist=(kind,)) for kind in ("plain", "html"))
    text = _text(plain) if isinstance(plain, EmailMessage) else ""
    markup = _text(marked) if isinstance(marked, EmailMessage) else ""
    rich = sum(len(stretch.text) for stretch in stretches(markup)) if markup else 0
    return ("html", markup) if rich > 2 * len(text.strip()) else ("plain", text)


def _text(part: EmailMessage) -> str:
    """The characters of a text part: in the encoding it declares, else as any text. Raises :class:`Refused`."""
    data = part.get_payload(decode=True)
    data = data if isinstance(data, bytes) else b""
    try:
        return data.decode(part.get_content_charset() or "utf-8")
    except (LookupError, ValueError):
        text = plain_text(data)
        if text is None:
            raise Refused(refusal(data)) from None
        return text


def _attached(message: EmailMessage, guide: Guide) -> Iterator[Part]:
    """The articles attached to a mail; what is no article (a picture, a calendar) is left alone."""
    from discrepancy.ingest.formats import format_of, parts

    for number, part in enumerate(message.iter_attachments() if message.is_multipart() else (), 1):
        inner = part.get_payload(0) if part.get_content_type() == "message/rfc822" and part.is_multipart() else None
        data = inner.as_bytes() if isinstance(inner, email.message.Message) else part.get_payload(decode=True)
        name = (part.get_filename() or f"attached-{number}").replace("\\", "/").rpartition("/")[2]
        left_alone = part.get_content_maintype() in ("image", "audio", "video") or part.get_content_type() == "text/calendar"
        if left_alone or not isinstance(data, bytes):
            continue
        shown = f"/{name}"
        form = format_of(data, name)
        if form.name == "plain text" and not name.lower().endswith(".txt"):
            continue
        try:
            if guide.nesting <= 1:
                raise Refused("files lie too deep inside files here; save the attachment by itself")
            for found in parts(data, name, replace(guide, nesting=guide.nesting - 1)):
                yield replace(found, name=shown + found.name)
        except Refused as refused:
            yield unreadable(shown, str(refused))
