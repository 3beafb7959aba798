"""The development corpora as one collection, as a monitoring desk would have it: several thousand articles of some thousand incidents.

Takes the folder of the corpora; gives articles as records, each with the story it belongs to. What articles of two stories are held against
each other in is nearly always a false alarm, and no article was made for it: people share names, towns share days, and nobody planned how.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

_FILES = ("incidents/gva_docs.jsonl", "incidents/airwars_docs.jsonl", "conflicts/docs.jsonl")
_TWICE = "gva-gva-"
"""How one corpus calls the stories that it took from another."""


def articles(shared: Path) -> Iterator[tuple[dict[str, str], str]]:
    """Each article once, as a record, with its story; in an order in which stories of all corpora are mixed."""
    seen: set[str] = set()
    found: list[tuple[dict[str, str], str]] = []
    for name in _FILES:
        with (shared / name).open(encoding="utf-8") as lines:
            for held in map(json.loads, lines):
                if held["doc_id"] in seen:
                    continue
                seen.add(held["doc_id"])
                story = held.get("incident_id") or held["story_id"]
                record = {key: held.get(key) or "" for key in ("doc_id", "title", "published", "source", "text")}
                found.append((record, story.removeprefix("gva-") if story.startswith(_TWICE) else story))
    return iter(sorted(found, key=lambda one: (one[1][::-1], one[0]["doc_id"])))


def across(finding: dict[str, Any], story: dict[str, str]) -> bool:
    """Whether two camps of a finding of a batch have no story in common; ``story`` is that of each article."""
    told = {quote["id"]: story[quote["article"].rpartition("/")[2]] for quote in finding["quotes"]}
    camps = [{told[id] for id in camp["claims"]} for camp in finding["camps"]]
    return any(one.isdisjoint(other) for one, other in combinations(camps, 2))
