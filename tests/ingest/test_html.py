"""Saved web pages: the article without what stands round it, blocks, and what the page states of itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from discrepancy.ingest import Inputs, read
from discrepancy.model.text import Document

PROSE = (
    "Two walkers died when a footbridge gave way on Monday, the fire brigade said. The mayor asked people to stay away.",
    "The council closed three other bridges over the weekend, and they will stay closed until May, it said on Tuesday.",
    "It opened in 1902 and was last inspected in 2019, according to the records that the council keeps in its archive.",
)


def page(body: str = "", head: str = "", title: str = "Footbridge falls into river", before: str = "") -> bytes:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PROSE)
    return f"<!DOCTYPE html><html><head>{head}</head><body><article><h1>{title}</h1>{before}{text}{body}</article></body></html>".encode()


def inputs(tmp_path: Path, data: bytes, name: str = "a.html") -> Inputs:
    (tmp_path / name).write_bytes(data)
    return read(tmp_path / name)


def document(tmp_path: Path, data: bytes, name: str = "a.html") -> Document:
    found = inputs(tmp_path, data, name)
    assert found.unreadable == ()
    return found.documents[0]


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.span.of(document.text)) for block in document.blocks]


@pytest.mark.parametrize("name", ["a.html", "a.txt", "a"])
def test_content_tells_what_a_file_is(tmp_path: Path, name: str) -> None:
    assert blocks(document(tmp_path, page(), name))[0] == ("headline", "Footbridge falls into river")


def test_captions_quotes_lists_and_tables_are_blocks(tmp_path: Path) -> None:
    body = """<figure><img src="a.jpg"><figcaption>The bridge in May 2018, after nine men had mended it.</figcaption></figure>
    <blockquote><p>“We saw it go,” said a man who was fishing there with his two sons at six in the morning.</p></blockquote>
    <ul><li>Two people died</li><li>Latest</li></ul>
    <table><tr><th>Bridge</th><th>Closed</th></tr><tr><td>Elbow</td><td>4 March</td></tr></table>"""
    found = blocks(document(tmp_path, page(body)))
    assert ("caption", "The bridge in May 2018, after nine men had mended it.") in found
    assert ("quote", "“We saw it go,” said a man who was fishing there with his two sons at six in the morning.") in found
    assert [text for kind, text in found if kind == "body"][3:] == ["Two people died", "Latest", "Bridge | Closed", "Elbow | 4 March"]


FURNITURE = (
    '<div class="{name}"><p>Nine people were killed in a fire on 3 March 2019, said a spokesman for a company that sells alarms.</p></div>'
)


@pytest.mark.parametrize("name", ["ad", "ad-slot", "cookie-notice", "relatedStories", "newsletter_box", "social-share", "js-promo"])
def test_what_stands_round_an_article_is_left_out(tmp_path: Path, name: str) -> None:
    assert "Nine people" not in document(tmp_path, page(FURNITURE.format(name=name))).text


@pytest.mark.parametrize("name", ["adobe", "shadow", "download", "broadcast", "story-text"])
def test_a_name_that_only_sounds_like_furniture(tmp_path: Path, name: str) -> None:
    assert "Nine people" in document(tmp_path, page(FURNITURE.format(name=name))).text


def test_a_page_whose_whole_body_is_named_like_furniture_is_read(tmp_path: Path) -> None:
    data = page().replace(b"<article>", b'<div class="related-content">').replace(b"</article>", b"</div>")
    assert PROSE[0] in document(tmp_path, data).text


STATED = """<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "no"}, {"@type": ["ReportageNewsArticle"],
 "headline": "Footbridge falls into river", "datePublished": "2021-03-14T23:30:00Z", "dateModified": "2021-03-16",
 "author": [{"name": "Bob Scribe"}, {"name": "Reuters"}], "publisher": {"name": "Dawn"}, "url": "https://www.dawn.com/a"}]}</script>"""


def test_what_the_page_states_with_where_it_stands(tmp_path: Path) -> None:
    found = document(tmp_path, page(head=STATED))
    assert found.outlet is not None and (found.outlet.value, found.outlet.came_from) == ("Dawn", "schema.org publisher")
    assert found.byline is not None and found.byline.value == "Bob Scribe, Reuters"
    assert [credit.value for credit in found.credits] == ["Reuters"]
    assert found.url is not None and found.url.value == "https://www.dawn.com/a"
    assert found.published is not None and found.published.value.first is not None
    assert found.published.value.first.isoformat() == "2021-03-15", "half past eleven at night in universal time is the next day in Karachi"
    assert found.published.came_from == "schema.org datePublished, in Asia/Karachi"
    assert found.updated is not None and found.updated.value.first is not None and found.updated.value.first.day == 16


def test_meta_elements(tmp_path: Path) -> None:
    head = """<title>Footbridge falls into river | Valley Post</title><meta property="og:site_name" content="Valley Post">
    <meta property="article:published_time" content="2021-03-14T09:00:00+05:00"><meta name="author" content="https://a.example/bob">
    <meta property="og:title" content="Footbridge falls into river | Valley Post"><link rel="canonical" href="https://valleypost.example/a">"""
    found = document(tmp_path, page(head=head))
    assert found.title is not None and found.title.value == "Footbridge falls into river"
    assert found.outlet is not None and found.outlet.value == "Valley Post"
    assert found.published is not None and found.published.came_from == "meta article:published_time"
    assert found.url is not None and found.url.came_from == "link canonical"
    assert found.byline is None


def test_the_address_a_browser_notes_when_it_saves(tmp_path: Path) -> None:
    comment = b"<!-- saved from url=(0041)https://valleypost.example/2021/03/14/bridge -->\n"
    found = document(tmp_path, comment + page(), "a.txt")
    assert found.url is not None and found.url.came_from == "comment 'saved from url'"
    assert found.published is not None and found.published.came_from == "address: 2021/03/14"


def test_a_printed_date_dates_a_page_without_statements(tmp_path: Path) -> None:
    before = '<div class="byline">By <a href="/bob">Bob Scribe</a></div><span class="post-date">Published: 14 March 2021</span>'
    found = document(tmp_path, page(before=before))
    assert found.byline is not None and found.byline.value == "Bob Scribe"
    assert found.published is not None and found.published.value.first is not None
    assert found.published.value.first.isoformat() == "2021-03-14"
    assert blocks(found)[:2] == [("headline", "Footbridge falls into river"), ("byline", "Bob Scribe")]


def test_a_byline_built_of_blocks_is_read_line_by_line(tmp_path: Path) -> None:
    before = '<div data-testid="byline"><div><time datetime="2021-03-14T10:14Z">3 hours ago</time></div><div>By Bob Scribe</div></div>'
    found = document(tmp_path, page(before=before, head="<title>Footbridge falls into river - Valley Post</title>"))
    assert found.text.startswith("Footbridge falls into river\n\n3 hours ago\n\nBy Bob Scribe\n\n")
    assert found.byline is not None and found.byline.value == "Bob Scribe"
    assert found.outlet is not None and (found.outlet.value, found.outlet.came_from) == ("Valley Post", "page title")


@pytest.mark.parametrize("title", ["Footbridge falls into river :: Valley Post", "Valley Post: Footbridge falls into river"])
def test_the_name_of_the_site_stands_beside_the_headline_in_the_title(tmp_path: Path, title: str) -> None:
    found = document(tmp_path, page(head=f"<title>{title}</title>"))
    assert found.outlet is not None and found.outlet.value == "Valley Post"


def test_menus_in_tables_and_frames_of_tables(tmp_path: Path) -> None:
    menu = "<table><tr><td><a href='/'>Nine killed in fire</a> | <a href='/s'>Sport</a></td></tr></table>"
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PROSE)
    data = f"<html><body>{menu}<table><tr><td>Ads</td><td><h1>Footbridge falls into river</h1>{text}</td></tr></table></body></html>"
    found = document(tmp_path, data.encode())
    assert "Nine killed" not in found.text
    assert [words for kind, words in blocks(found) if kind == "body"] == list(PROSE)


def test_encodings(tmp_path: Path) -> None:
    declared = page('<meta charset="windows-1252"><p>It cost £9 million, the city’s engineer said in the café on Monday morning.</p>')
    wanted = "It cost £9 million, the city’s engineer said in the café"
    for data in (declared, declared.decode().encode("cp1252"), declared.decode().encode("utf-16"), b"\xef\xbb\xbf" + declared):
        assert wanted in document(tmp_path, data).text


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"<!DOCTYPE html><html><body></body></html>", "no article was found"),
        (b"<html><body><script>document.write('Two people died in the fire on Monday')</script></body></html>", "no article was found"),
        (b"<html>" + b"<div>" * 5000 + b"Two people died." + b"</div>" * 5000, "nested too deeply"),
        (b"<!DOCTYPE html>" + b"\x00" * 500, "binary"),
    ],
)
def test_pages_without_an_article(tmp_path: Path, data: bytes, says: str) -> None:
    found = inputs(tmp_path, data)
    assert found.documents == () and says in found.unreadable[0].reason
