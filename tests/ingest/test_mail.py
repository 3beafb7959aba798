"""Mails and web archives: the letter, what is attached, what a forwarded mail says, and pages packed by browsers."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest
import rendered_pages
from renderings import stories, zipped

from discrepancy.ingest import Inputs, read

TEXT = "Two walkers died when a footbridge gave way on Monday, the fire brigade said. The mayor asked people to stay away."


def inputs(tmp_path: Path, data: bytes | EmailMessage, name: str = "a.eml") -> Inputs:
    (tmp_path / name).write_bytes(data if isinstance(data, bytes) else data.as_bytes())
    return read(tmp_path / name)


def mail(text: str = TEXT, **headers: str) -> EmailMessage:
    message = EmailMessage()
    said = {
        "From": "Valley Post <news@valleypost.example>",
        "To": "desk@a.example",
        "Subject": "Re: Fwd: Bridge falls",
        "Date": "14 Mar 2021 09:00:00 +0000",
    }
    for name, value in {**said, **headers}.items():
        message[name] = value
    message.set_content(text)
    return message


def test_headers_serve_where_the_text_says_nothing(tmp_path: Path) -> None:
    (document,) = inputs(tmp_path, mail()).documents
    assert document.title is not None and (document.title.value, document.title.came_from) == ("Bridge falls", "mail Subject:")
    assert document.outlet is not None and document.outlet.value == "Valley Post"
    assert document.published is not None and document.published.value.first == date(2021, 3, 14)
    (document,) = inputs(tmp_path, mail(f"Bridge over the Elbow falls\nPublished: 12 March 2021\n\n{TEXT}")).documents
    assert document.published is not None and document.published.value.first == date(2021, 3, 12)


def test_a_forwarded_mail_speaks_for_the_inner_one(tmp_path: Path) -> None:
    head = "---------- Forwarded message ---------\nFrom: Northern Ledger <n@ledger.example>\nDate: Fri, 12 Mar 2021 10:00:00 +0000\n"
    (document,) = inputs(tmp_path, mail(f"See below\n\n{head}Subject: Bridge gives way\nTo: x@a.example\n\n{TEXT}\n")).documents
    assert document.outlet is not None and (document.outlet.value, document.outlet.came_from) == ("Northern Ledger", "forwarded mail From:")
    assert document.published is not None and document.published.value.first == date(2021, 3, 12)
    assert [block.span.of(document.text) for block in document.blocks if block.kind == "body"] == [TEXT]


def test_what_is_attached_is_read_and_pictures_are_left_alone(tmp_path: Path) -> None:
    message = mail("Here it is.")
    message.add_attachment(zipped({"x/a.txt": TEXT.encode()}), "application", "zip", filename="bundle.zip")
    message.add_attachment(TEXT.encode() + b" So.", "application", "octet-stream", filename="../../b.txt")
    message.add_attachment(b"\x89PNG\r\n", "image", "png", filename="logo.png")
    message.add_attachment(b"BEGIN:VCALENDAR", "text", "calendar", filename="a.ics")
    message.add_attachment(b"{\\rtf1 x}", "application", "rtf", filename="c.rtf")
    message.add_attachment(mail(TEXT + " Inner."))
    found = inputs(tmp_path, message)
    assert [document.id for document in found.documents] == ["a/attached-6", "a/b", "a/bundle.zip/x/a"]
    assert [fault.path.rpartition("a.eml")[2] for fault in found.unreadable] == ["/c.rtf"]


def test_html_is_read_where_the_plain_part_is_a_stub(tmp_path: Path) -> None:
    message = mail("View this in your browser.")
    rows = "<tr><td>Bridge</td><td>Closed</td></tr>"
    message.add_alternative(f"<table><tr><td><p>{TEXT}</p><script>alert(9)</script></td></tr></table><table>{rows}</table>", subtype="html")
    (document,) = inputs(tmp_path, message).documents
    assert document.text == f"{TEXT}\n\nBridge | Closed"


def test_text_with_a_header_block_is_no_mail(tmp_path: Path) -> None:
    data = f"Title: Bridge falls\nSource: Valley Post\nDate: 14 March 2021\n\n{TEXT}\n".encode()
    (document,) = inputs(tmp_path, data, "a.txt").documents
    assert document.text == data.decode()


def test_a_web_archive_is_not_dated_by_the_day_it_was_saved(tmp_path: Path) -> None:
    story = stories()[4]
    (document,) = inputs(tmp_path, rendered_pages.mhtml(story), "a.txt").documents
    assert document.published is None
    assert document.url is not None and (document.url.value, document.url.came_from) == (story.url, "address it was saved from")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (mail("").as_bytes(), "empty"),
        (b"MIME-Version: 1.0\nFrom: <Saved by Blink>\nContent-Type: multipart/related; boundary=x\n\n--x--\n", "holds no page"),
        (b"MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\nIran\xe2\x80 said.", "encoding"),
        (b"MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n!!!!", "empty"),
    ],
)
def test_refused(tmp_path: Path, data: bytes, says: str) -> None:
    found = inputs(tmp_path, data)
    assert found.documents == () and says in found.unreadable[0].reason
