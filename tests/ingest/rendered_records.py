"""The seed articles as records: JSON lines, sheets, Parquet, ninjs; and files of files."""

from __future__ import annotations

import csv
import html
import io
import json

from rendered_pages import html_semantic, html_tables
from rendered_papers import docx, odt
from renderings import Story, stories, zipped


def record(story: Story) -> dict[str, str]:
    """The article as a record of a database, under names that are common there."""
    return {
        "article_id": story.name,
        "headline": story.title,
        "author": f"World Desk, {story.credit}" if story.credit else "",
        "publication": story.outlet,
        "date_published": story.published,
        "link": story.url,
        "body": "\n\n".join(text for _, text in story.lines),
    }


def json_lines() -> bytes:
    return b"".join(json.dumps(record(story)).encode() + b"\n" for story in stories())


def sheet() -> bytes:
    out = io.StringIO(newline="")
    rows = csv.DictWriter(out, list(record(stories()[0])), delimiter=";")
    rows.writeheader()
    rows.writerows(record(story) for story in stories())
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def parquet() -> bytes:
    import pandas

    out = io.BytesIO()
    pandas.DataFrame([record(story) for story in stories()]).to_parquet(out)
    return out.getvalue()


def ninjs(story: Story) -> bytes:
    """An item of version 1 for the even articles, of version 3 for the odd ones."""
    body = "".join(f"<p>{html.escape(text)}</p>" for _, text in story.lines)
    common = {
        "uri": f"urn:example:{story.name}",
        "type": "text",
        **({"versioncreated": f"{story.published}T09:00:00Z"} if story.published else {}),
    }
    by = f"World Desk, {story.credit}" if story.credit else "World Desk"
    source = [{"name": story.outlet}]
    if int(story.id) % 2:
        more = {"standard": {"name": "ninjs", "version": "3.0"}, "headlines": [{"value": story.title}], "by": by, "infosources": source}
        return json.dumps({**common, **more, "bodies": [{"contenttype": "text/html", "value": body}]}).encode()
    return json.dumps({**common, "headline": story.title, "body_xhtml": body, "byline": by, "infosource": source}).encode()


def mixed_zip() -> bytes:
    """Each article in another format, in folders, beside what is no article."""
    each = (("0/a/{}.html", html_semantic), ("0/b/{}.docx", docx), ("1/{}.odt", odt), ("2/{}.json", ninjs), ("z/{}.html", html_tables))
    members = {name.format(story.name): make(story) for story, (name, make) in zip(stories(), each, strict=True)}
    return zipped({**members, "__MACOSX/a/._x.html": b"\x00\x05", "README.md": b"# About", "settings.yaml": b"a: b"})
