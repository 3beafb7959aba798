"""ninjs, the IPTC's news in JSON: versions 1 (``body_text``, ``headline``) and 2 and 3 (``bodies``, ``headlines``).

Takes an item; gives it as a flat record under the names that other records use. Associations (pictures, related items)
are not read: they are items of their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_BODIES = ("body_text", "body_xhtml", "bodies")
_STAMPS = ("versioncreated", "versionCreated", "firstcreated", "firstCreated", "contentcreated", "contentCreated")


def is_item(found: object) -> bool:
    """True for an object that is a ninjs item: it has a URI, and a body or a stamp as only ninjs names them."""
    if not isinstance(found, Mapping) or "uri" not in found:
        return False
    return any(key in found for key in (*_BODIES, *_STAMPS)) or any(key.startswith(("body_", "headline_")) for key in found)


def flat(item: Mapping[str, Any]) -> dict[str, object]:
    """An item as a record.

    >>> flat({"uri": "urn:a", "headlines": [{"value": "Bridge falls"}], "bodies": [{"contenttype": "text/html", "value": "<p>Two died."}]})
    {'uri': 'urn:a', 'title': 'Bridge falls', 'text': '<p>Two died.'}
    """
    infosources = _list(item.get("infosource")) or _list(item.get("infosources")) or _list(item.get("infoSources"))
    located = item.get("located") or next((one.get("name") for one in _list(item.get("place")) + _list(item.get("places"))), None)
    record: dict[str, object] = {
        "uri": item.get("uri"),
        "title": item.get("headline") or _best(item.get("headlines")) or _starting("headline_", item),
        "text": _body(item),
        "byline": item.get("byline") or item.get("by"),
        "outlet": next((one.get("name") for one in infosources if one.get("name")), None)
        or item.get("copyrightholder")
        or item.get("copyrightHolder"),
        "published": next((item[key] for key in ("firstcreated", "firstCreated", *_STAMPS) if item.get(key)), None),
        "updated": item.get("versioncreated") or item.get("versionCreated"),
        "dateline": located,
        "url": next((one.get("href") for one in _list(item.get("altids")) + _list(item.get("altIds")) if one.get("href")), None)
        or item.get("ednote_url"),
    }
    if record["updated"] == record["published"]:
        record["updated"] = None
    return {key: value for key, value in record.items() if value}


def _body(item: Mapping[str, Any]) -> object:
    """The text: plain before marked up, so that offsets are those of the sender's own text."""
    bodies = _list(item.get("bodies"))
    plain = [body for body in bodies if "html" not in str(body.get("contenttype", body.get("contentType", "")))]
    return item.get("body_text") or _best(plain) or _best(bodies) or item.get("body_xhtml") or _starting("body_", item)


def _best(several: object) -> object:
    """The longest value of a list of variants: shorter ones are cut for a channel."""
    values = [one["value"] for one in _list(several) if isinstance(one.get("value"), str)]
    return max(values, key=len, default=None)


def _starting(start: str, item: Mapping[str, Any]) -> object:
    return next((value for key, value in item.items() if key.startswith(start) and isinstance(value, str)), None)


def _list(several: object) -> list[Mapping[str, Any]]:
    return [one for one in several if isinstance(one, Mapping)] if isinstance(several, list) else []
