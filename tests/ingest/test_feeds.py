"""RSS and Atom: every kind of entry, agreement with feedparser, and the feeds that are refused."""

from __future__ import annotations

import time
from datetime import date
from html import escape
from pathlib import Path

import feedparser
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from discrepancy.ingest import Inputs, feeds, read
from discrepancy.ingest.guide import guide
from discrepancy.ingest.page import Page
from discrepancy.ingest.stamps import dates
from discrepancy.ingest.vocabulary import shipped

TEXT = "Two walkers died when a footbridge gave way on Monday, the fire brigade said. The mayor asked people to stay away."
NAMES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"'
)


def inputs(tmp_path: Path, data: str | bytes) -> Inputs:
    (tmp_path / "a.xml").write_bytes(data if isinstance(data, bytes) else data.encode())
    return read(tmp_path / "a.xml")


def rss(*items: str, head: str = "<title>Valley Post</title>") -> str:
    entries = "".join(f"<item>{item}</item>" for item in items)
    return f'<?xml version="1.0"?><rss version="2.0" {NAMES}><channel>{head}{entries}</channel></rss>'


def test_rss(tmp_path: Path) -> None:
    item = (
        "<title>Bridge &amp;amp; river</title><link>https://valleypost.example/a</link><guid>x1</guid>"
        "<author>bob@valleypost.example (Bob Scribe)</author>"
        f"<pubDate>Sun, 14 Mar 2021 23:30:00 +0000</pubDate><description>&lt;p&gt;{TEXT}&lt;/p&gt;</description>"
        "<media:title>A picture</media:title><media:description>Nine dead in a picture</media:description>"
    )
    (document,) = inputs(tmp_path, rss(item)).documents
    assert document.text == f"Bridge & river\n\n{TEXT}"
    said = (document.title, document.byline, document.url, document.outlet)
    assert [one.value for one in said if one] == ["Bridge & river", "Bob Scribe", "https://valleypost.example/a", "Valley Post"]
    assert document.published is not None and document.published.value.first == date(2021, 3, 14)


def test_an_entry_of_an_aggregator_names_its_source(tmp_path: Path) -> None:
    (document,) = inputs(
        tmp_path, rss(f"<title>Bridge</title><source url='https://a.example'>Dawn</source><description>{TEXT}</description>")
    ).documents
    assert document.outlet is not None and (document.outlet.value, document.outlet.came_from) == ("Dawn", "feed source")


def test_rdf(tmp_path: Path) -> None:
    data = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<channel><title>Valley Post</title></channel><item><title>Bridge</title><link>https://valleypost.example/a</link>"
        f"<description>{TEXT}</description><dc:date>2021-03-14T09:00:00Z</dc:date><dc:creator>Bob Scribe</dc:creator></item></rdf:RDF>"
    )
    (document,) = inputs(tmp_path, data).documents
    assert document.byline is not None and document.byline.value == "Bob Scribe"
    assert document.published is not None and document.published.value.first == date(2021, 3, 14)


def test_ids_stay_when_entries_come_and_go(tmp_path: Path) -> None:
    entries = [f"<title>Bridge {n}</title><guid>g{n}</guid><description>{TEXT} It was fall {n}.</description>" for n in range(4)]
    before = {d.text: d.id for d in inputs(tmp_path, rss(*entries[:3])).documents}
    after = {d.text: d.id for d in inputs(tmp_path, rss(entries[3], *entries[1:3])).documents}
    assert len(after) == 3 and all(after[text] == before[text] for text in after.keys() & before.keys())
    assert len(set(inputs(tmp_path, rss(entries[0], entries[0])).documents)) == 2


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (rss(), "no article"),
        (rss("<title>Bridge falls</title>"), "a headline and no text"),
        (rss(f"<description>{TEXT}</description>")[:-20], "broken XML"),
        ('<?xml version="1.0"?><newsItem><p>x</p></newsItem>', "XML of another kind (<newsItem>)"),
        (
            '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&x;</title></item></channel></rss>',
            "entities",
        ),
        ('<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x">%x;]><rss/>', "entities"),
        ('<?xml version="1.0"?><rss>' + "<a>" * 5000, "nested too deeply"),
        ('<?xml version="1.0"?><rss>' + "<a/>" * 500_001 + "</rss>", "more than 500000 elements"),
        ('<?xml version="1.0" encoding="x-none"?><rss/>', "encoding"),
    ],
    ids=lambda value: value[:20],
)
def test_refused(tmp_path: Path, data: str, says: str) -> None:
    found = inputs(tmp_path, data)
    assert found.documents == () and says in found.unreadable[0].reason


WORDS = (
    st.text("abcdefghij é&<>'\"", min_size=1, max_size=30)
    .map(lambda text: " ".join(text.replace("&", "& ").replace("<", "< ").split()))  # "&deg" and "<b>" are readings of their own
    .filter(lambda text: text.strip("<>&'\" "))
)
DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))
BYLINES = (
    st.text("abcdefghij é&'", min_size=1, max_size=30)
    .map(lambda text: " ".join(text.replace("&", "& ").split()))
    .filter(lambda text: text.strip("&' "))
)
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
ENTRY = st.fixed_dictionaries(
    {"title": WORDS, "text": st.lists(WORDS, min_size=1, max_size=3), "day": DAYS, "key": st.integers(0, 10**6), "by": BYLINES}
)


def as_rss(entry: dict) -> str:
    body = escape("".join(f"<p>{escape(text)}</p>" for text in entry["text"]))
    day = entry["day"]
    return (
        f"<title>{escape(entry['title'])}</title><link>https://valleypost.example/{entry['key']}</link>"
        f"<guid isPermaLink='false'>{entry['key']}</guid>"
        f"<pubDate>{day.day:02} {MONTHS[day.month - 1]} {day.year} 10:00:00 GMT</pubDate><dc:creator>{escape(entry['by'])}</dc:creator>"
        f"<description>short</description><content:encoded>{body}</content:encoded>"
    )


def as_atom(entry: dict) -> str:
    body = escape("".join(f"<p>{escape(text)}</p>" for text in entry["text"]))
    return (
        f"<entry><title type='text'>{escape(entry['title'])}</title><id>urn:{entry['key']}</id><link rel='self' href='https://no.example/'/>"
        f"<link rel='alternate' href='https://valleypost.example/{entry['key']}'/><published>{entry['day']}T10:00:00Z</published>"
        f"<author><name>{escape(entry['by'])}</name></author><summary>short</summary><content type='html'>{body}</content></entry>"
    )


def flat(markup: str) -> list[str]:
    from discrepancy.ingest.markup import stretches

    return [stretch.text for stretch in stretches(markup)]


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(st.lists(ENTRY, min_size=1, max_size=4, unique_by=lambda entry: entry["key"]), st.sampled_from(["rss", "atom"]))
def test_we_read_what_feedparser_reads(entries: list[dict], kind: str) -> None:
    if kind == "rss":
        data = rss(*map(as_rss, entries))
    else:
        data = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Valley Post</title>{"".join(map(as_atom, entries))}</feed>'
    theirs = feedparser.parse(data.encode(), sanitize_html=False, resolve_relative_uris=False)
    ours: list[Page] = [part.make() for part in feeds.read(data.encode(), "", guide(shipped()))]
    assert len(ours) == len(theirs.entries) == len(entries)
    for page, entry in zip(ours, theirs.entries, strict=True):
        told = {name: sourced.value for name, sourced in page.told.items()}
        assert told["url"] == entry.link and told["outlet"] == theirs.feed.title
        assert told["byline"] == " ".join(entry.author.split())
        assert dates(told["published"])[0].when.first == date(*entry.published_parsed[:3])
        assert page.text.split("\n\n")[-len(flat(entry.content[0].value)) :] == flat(entry.content[0].value)
        title = told.get("title", "")  # a title of nothing but a tag is none
        assert title in (" ".join(flat(entry.title)), " ".join(entry.title.split()))


def test_a_feed_of_many_entries_is_read_in_time(tmp_path: Path) -> None:
    begun = time.perf_counter()
    entries = [f"<title>Bridge {n}</title><guid>{n}</guid><description>{TEXT} Fall {n}.</description>" for n in range(1000)]
    assert len(inputs(tmp_path, rss(*entries)).documents) == 1000
    assert time.perf_counter() - begun < 60
