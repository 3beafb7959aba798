"""The seed articles as saved pages, mails and feeds, with what stands round an article on such a page."""

from __future__ import annotations

import html
import json
from email.message import EmailMessage

from renderings import Story


def _paragraphs(story: Story, caption: str, kinds: str = '<p class="{kind}">{text}</p>') -> str:
    made = []
    for kind, text in story.lines:
        escaped = html.escape(text)
        made.append(caption.format(text=escaped) if kind == "caption" else kinds.format(kind=kind, text=escaped))
    return "\n".join(made)


def html_semantic(story: Story) -> bytes:
    """A page of today: sections that say what they are, schema.org, a consent box, other stories."""
    stated = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": story.title, "url": story.url,
        "author": [{"@type": "Person", "name": "World Desk"}, *([{"@type": "Organization", "name": story.credit}] if story.credit else [])],
        "publisher": {"@type": "Organization", "name": story.outlet},
        **({"datePublished": f"{story.published}T10:14:00+05:00"} if story.published else {}),
    }  # fmt: skip
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{html.escape(story.title)} | {story.outlet}</title>
<script type="application/ld+json">{json.dumps(stated)}</script>
<script>document.write("Seventeen people were killed in Script City on Monday");</script></head>
<body><div id="cookie-banner"><p>We use cookies and 214 partners to give you the best experience. Read our policy of 3 March 2023.</p>
<button>Accept all</button></div>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<main><article><h1>{html.escape(story.title)}</h1>
{_paragraphs(story, '<figure><img src="a.jpg" alt="a picture"><figcaption>{text}</figcaption></figure>')}
<aside class="related"><h2>Related stories</h2><ul><li><a href="/b">Bus crash kills 31 in Elbow valley</a></li>
<li><a href="/c">Council warned of the flood in 2019</a></li></ul></aside></article>
<section class="most-read"><h2>Most read</h2><ol><li><a href="/d">Nine die in Riverside fire</a></li></ol></section></main>
<footer><p>© 2024 {story.outlet}. All rights reserved.</p></footer></body></html>""".encode()


def html_divs(story: Story) -> bytes:
    """A page of divisions and classes: Open Graph, advertisements between the paragraphs, a newsletter box, a sidebar."""
    day = f'<meta property="article:published_time" content="{story.published}T06:20:00+00:00">' if story.published else ""
    body = _paragraphs(story, '<div class="wp-caption"><img src="a.jpg"><p class="wp-caption-text">{text}</p></div>')
    half = body.index("\n", len(body) // 2)
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{html.escape(story.title)} - {story.outlet}</title>
<meta property="og:title" content="{html.escape(story.title)}"><meta property="og:site_name" content="{story.outlet}">{day}
<meta property="og:url" content="{story.url}"><meta name="author" content="World Desk{", " + story.credit if story.credit else ""}">
<style>.ad {{ color: red }}</style></head><body>
<div class="topbar"><div class="menu"><a href="/">Home</a> <a href="/news">News</a> <a href="/opinion">Opinion</a></div></div>
<div class="wrap"><div class="content"><div class="story"><h1 class="story-title">{html.escape(story.title)}</h1>
<div class="social-share"><a href="#">Share</a> <a href="#">Tweet</a> 1,204 shares</div>
<div class="story-body">{body[:half]}
<div class="ad-slot"><p>Advertisement: 40 days of summer for 12 dollars, only until 4 May 2024, says our sponsor in Springfield.</p></div>
<div class="newsletter-signup"><p>Join 52,000 readers who get our newsletter every Monday morning at 6 a.m. from the newsroom.</p></div>
{body[half:]}</div></div>
<div class="related-links"><h3>You may also like</h3><div><a href="/x">Twelve killed as dam gives way in Riverside, officials say</a></div>
<div><a href="/y">Army says 8 soldiers were injured in a raid on Monday</a></div></div></div>
<div class="sidebar"><h3>Trending</h3><p><a href="/z">Forty-one injured in stadium crush, says minister</a></p></div></div>
<div class="footer">Copyright 2024 {story.outlet}</div>
<div class="gdpr-overlay"><p>This site and 98 partners store data on your device until 1 January 2031.</p></div></body></html>""".encode()


def html_tables(story: Story) -> bytes:
    """A page of twenty years ago: a table for the frame, no classes, Windows-1252."""
    day = f'<meta name="date" content="{story.published}">' if story.published else ""
    author = f'<meta name="author" content="World Desk, {story.credit}">' if story.credit else ""
    page = f"""<HTML><HEAD><TITLE>{html.escape(story.title)}</TITLE>
<META http-equiv="Content-Type" content="text/html; charset=windows-1252">
{day}{author}<meta name="publisher" content="{story.outlet}"></HEAD><BODY bgcolor="#ffffff">
<TABLE width="100%"><TR><TD colspan="2"><font size="6">{story.outlet}</font></TD></TR>
<TR><TD width="120" valign="top"><A href="/">Home</A><BR><A href="/w">World</A><BR><A href="/s">Sport</A></TD>
<TD valign="top"><H1>{html.escape(story.title)}</H1>
{_paragraphs(story, '<p class="caption"><i>{text}</i></p>', "<P>{text}</P>")}
</TD></TR><TR><TD colspan="2"><font size="1">
Copyright 2024 {story.outlet}. 31,402 visitors since 12 June 2003.</font></TD></TR></TABLE></BODY></HTML>"""
    return page.encode("cp1252", "xmlcharrefreplace")


def eml(story: Story) -> bytes:
    """A mail from the outlet's desk: the even ones in plain text of 72 characters a line, the odd ones in HTML."""
    message = EmailMessage()
    message["From"] = f'"{story.outlet}" <news@valleypost.example>'
    message["To"] = "desk@newsroom.example"
    message["Subject"] = "Fwd: " + story.title
    if story.published:
        message["Date"] = f"{int(story.published[-2:])} Jan 2024 10:14:00 +0500"
    credit = [("byline", f"By World Desk, {story.credit}")] if story.credit else []
    lines = [("headline", story.title), *credit, *story.lines]
    if int(story.id) % 2:
        message.set_content("This message is in HTML.")
        marked = "".join(f"<p>{html.escape(text)}</p>" for _, text in lines)
        message.add_alternative(f"<html><body><table><tr><td>{marked}</td></tr></table></body></html>", subtype="html")
    else:
        message.set_content(
            "\n\n".join(text for _, text in lines) + "\n\n-- \nThe desk, 12 Elbow Street, 3 March 2019\n", cte="quoted-printable"
        )
    return message.as_bytes()


def mhtml(story: Story) -> bytes:
    """A page as Chromium packs it, with a picture; its date is the day of saving."""
    page, picture = EmailMessage(), EmailMessage()
    page.set_content(html_divs(story).decode(), subtype="html", cte="quoted-printable")
    page["Content-Location"] = story.url
    picture.set_content(b"\x89PNG\r\n", "image", "png")
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = story.url
    message["Subject"] = story.title
    message["Date"] = "Tue, 5 Nov 2024 10:00:00 -0000"
    message["MIME-Version"] = "1.0"
    message.make_related()
    message.attach(page)
    message.attach(picture)
    return message.as_bytes()


def _entry_html(story: Story) -> str:
    credit = f"<p>By World Desk, {story.credit}</p>" if story.credit else ""
    return credit + "".join(f"<p>{html.escape(text)}</p>" for _, text in story.lines)


def rss(story: Story) -> bytes:
    """A feed with one entry whose full text stands beside a summary with other figures."""
    day = f"<pubDate>Mon, {story.published[-2:]} Jan 2024 05:14:00 GMT</pubDate>" if story.published else ""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>{story.outlet}</title><link>https://valleypost.example/</link><description>All of 1999</description>
<item><title>{html.escape(story.title)}</title><link>{story.url}</link><guid isPermaLink="false">{story.name}</guid>{day}
<dc:creator>World Desk</dc:creator><description>Seventeen people died, we hear, on 3 March 2019.</description>
<content:encoded><![CDATA[{_entry_html(story)}]]></content:encoded></item></channel></rss>""".encode()


def atom(story: Story) -> bytes:
    """The same after RFC 4287, the text as XHTML."""
    day = f"<published>{story.published}T05:14:00Z</published>" if story.published else ""
    return f"""<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>{story.outlet}</title><id>urn:feed</id>
<entry><id>urn:example:{story.name}</id><title type="html">{html.escape(html.escape(story.title))}</title>{day}
<author><name>World Desk</name></author><link rel="enclosure" href="https://valleypost.example/a.mp3"/><link href="{story.url}"/>
<summary>Seventeen people died, we hear, on 3 March 2019.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{_entry_html(story)}</div></content></entry></feed>""".encode()
