#!/usr/bin/env python3
"""How many of the names that people marked in articles are found, whole, and of the right kind.

    python benchmarks/names_recall.py seeds SEEDS…              # every seed set below the folders: gold.yaml beside articles/
    python benchmarks/names_recall.py ecb DOCS.jsonl MENTIONS.jsonl
    python benchmarks/names_recall.py gva DOCS.jsonl INCIDENTS.jsonl
    python benchmarks/names_recall.py muc DOCS.jsonl GOLD.jsonl
    … [--third 0|1|2] [--upper] [--misses N]

A marked name counts when its words stand in the text with a capital. It is *found* when a name of ours overlaps it, *whole* when ours has
all its capitalised words and no other word, *kind* when the kind is right as well. ``--third`` takes the documents whose hash leaves that
remainder, so that errors can be read on two thirds and recall measured on the rest; ``--upper`` reads the texts in capitals; ``--misses``
prints what was not found whole. ``ecb`` also tells how many of our names in fully marked sentences stand on a mark (a lower bound of
precision: works and peoples are not marked there).
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from discrepancy import read, rulebook
from discrepancy.annotate.layers import annotate
from discrepancy.annotate.names import find_names
from discrepancy.annotate.spelling import key
from discrepancy.annotate.tokens import sentences
from discrepancy.model.claims import Name
from discrepancy.model.text import Block, Document, Span
from discrepancy.rulebook import Rulebook

KINDS = {
    "HUMAN_PART_PER": ("person",),
    "HUMAN_PART_ORG": ("group", "outlet", "office"),
    "HUMAN_PART_GPE": ("place",),
    "LOC_GEO": ("place",),
    "LOC_FAC": ("place", "group", "office"),
}
"""The kinds of ours that fit a kind of mention of ECB+: it calls hospitals and prisons places."""

_CAPITALISED = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_a-z][\w’'-]*")
_TITLES = re.compile(
    r"^(?:(?:the|a|an|mr|mrs|ms|dr|gen|lt|col|sgt|capt|president|minister|prime|police|officer|actor|actress|sen|rep|gov|judge|mayor|coach)\b\.?\s*)+",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Marked:
    """A name that somebody marked: where it stands and which kinds of ours are right."""

    span: Span
    kinds: tuple[str, ...]


def document(id: str, text: str) -> Document:
    """A text as one body."""
    return Document(id, id, "", text, (Block("body", Span(0, len(text))),))


def places_of(words: str, text: str, within: Span | None = None) -> Iterator[Span]:
    """Where a name stands in a text, whatever its spaces, with a capital; titles and articles before it left out."""
    bare = _TITLES.sub("", words.strip())
    parts = [re.escape(part) for part in bare.split()]
    if not parts or not _CAPITALISED.search(bare):
        return
    start, end = (within.start, within.end) if within else (0, len(text))
    for found in re.compile(r"(?<!\w)" + r"\s*".join(parts) + r"(?!\w)", re.I).finditer(text, start, end):
        if any(c.isupper() for c in found[0]):
            yield Span(found.start(), found.end())


def ecb(docs: Path, mentions: Path) -> Iterator[tuple[Document, list[Marked], list[Span]]]:
    """Texts with their marked names, and the sentences that are marked in full."""
    marks: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in lines(mentions):
        if line["type"] in KINDS:
            marks[line["doc_id"]].append(line)
    for line in lines(docs):
        text, at, spans, full = line["text"], 0, {}, []
        for sentence in line["sentences"]:
            at = max(at, text.find(sentence["text"], at))
            if text.startswith(sentence["text"], at):
                spans[sentence["id"]] = Span(at, at + len(sentence["text"]))
                full += [spans[sentence["id"]]] if sentence["selected"] else []
        found = {}
        lowered = {word for word in re.findall(r"[^\W\d_]+", text) if word.islower()}
        for mark in marks[line["doc_id"]]:
            name = _first_run(mark["text"])
            if mark["sent"] in spans and name and not lowered.issuperset(re.findall(r"[^\W\d_]+", name.lower())):
                for span in places_of(name, text, spans[mark["sent"]]):
                    found[span] = Marked(span, KINDS[mark["type"]])
        yield document(line["doc_id"], text), list(found.values()), full


_RUN = re.compile(
    r"(?:(?:[A-Z]\.)+|(?:al|el)-[A-Z][\w’'-]*|[A-Z][\w’'-]*)"
    r"(?:\s(?:(?:of|the|and|for|de|la|bin|al|&)\s){0,2}(?:(?:[A-Z]\.)+|(?:al|el)-[A-Z][\w’'-]*|[A-Z0-9][\w’'-]*))*"
)
_PRONOUNS = re.compile(r"(?:I|He|She|It|We|They|You|His|Her|Its|Our|Their|My|Your|This|That|These|Those|One|Who|Both|All)")


def _first_run(words: str) -> str:
    """The first capitalised run of a mark ("the Ford Center" of "at the Ford Center in Rancho Mirage"); "" for a pronoun or none."""
    found = _RUN.search(_TITLES.sub("", re.sub(r"\s([’'])", r"\1", words)))
    return found[0] if found and not _PRONOUNS.fullmatch(found[0]) else ""


def gva(docs: Path, incidents: Path) -> Iterator[tuple[Document, list[Marked], list[Span]]]:
    """Texts with the names of those the register of the incident lists, where the text prints them in full."""
    people = {
        line["incident_id"]: {p["name"] for p in line["gold"]["participants"] if p["name"] and " " in p["name"]}
        for line in lines(incidents)
    }
    for line in lines(docs):
        text = line["text"]
        found = [Marked(span, ("person",)) for name in sorted(people.get(line["incident_id"], ())) for span in places_of(name, text)]
        yield document(line["doc_id"], text), found, []


def muc(docs: Path, gold: Path) -> Iterator[tuple[Document, list[Marked], list[Span]]]:
    """Texts with the groups, people and places that the incidents of the gold name."""
    wanted: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for line in lines(gold):
        for template in line["templates"]:
            wanted[line["doc_id"]] |= {(alt, "group") for item in template["perp_org"] for alt in item["alts"]}
            wanted[line["doc_id"]] |= {(name, "person") for victim in template["victims"] for name in victim["names"]}
            wanted[line["doc_id"]] |= {(part["name"], "place") for parts in template["location_parts"] for part in parts}
    for line in lines(docs):
        text = line["text_truecased"]
        found: dict[Span, Marked] = {}
        for name, kind in sorted(wanted[line["doc_id"]]):
            for span in places_of(name, text):
                if all(word[0].isupper() for word in span.of(text).split() if len(word) > 3):
                    found[span] = Marked(span, (kind,))
        yield document(line["doc_id"], text), list(found.values()), []


def seeds(folders: list[Path], rules: Rulebook) -> Iterator[tuple[Document, list[Marked], list[Span]]]:
    """The articles of seed sets with the names of ``must_note`` in their gold."""
    for gold in sorted(path for folder in folders for path in folder.rglob("gold.yaml")):
        facts = yaml.safe_load(gold.read_text(encoding="utf-8"))
        articles = gold.parent / "articles"
        for one in read(articles if articles.is_dir() else gold.parent, rules).documents:
            found: dict[Span, Marked] = {}
            for entry in facts.get("must_note", ()):
                spellings = [text for article, text in entry["spellings"].items() if one.id.startswith(article)]
                for text in spellings:
                    found |= {span: Marked(span, (entry["kind"],)) for span in places_of(text, one.text)}
            bodies = [b for b in one.blocks if b.kind not in ("byline", "credit", "stamp", "boilerplate")]
            yield one, [m for m in found.values() if any(b.span.start <= m.span.start < b.span.end for b in bodies)], []


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


def whole(name: Name, mark: Marked, text: str) -> bool:
    """Whether a name of ours has the capitalised words of a marked one and no other."""
    return _core(mark.span.of(text)) == _core(name.span.of(text))


def _core(words: str) -> str:
    """The letters of the capitalised words."""
    return "".join(key(word) for word in re.sub(r"[’']s\b", "", words).split() if any(map(str.isupper, word)))


def main(argv: list[str] | None = None) -> int:
    """Reads the command line, prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", choices=["seeds", "ecb", "gva", "muc"])
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--third", type=int, choices=[0, 1, 2])
    parser.add_argument("--upper", action="store_true")
    parser.add_argument("--misses", type=int, default=0)
    options = parser.parse_args(argv)
    rules = rulebook()
    if options.corpus == "seeds":
        documents = seeds(options.paths, rules)
    else:
        documents = {"ecb": ecb, "gva": gva, "muc": muc}[options.corpus](*options.paths)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    misses: list[str] = []
    on_mark = ours = 0
    for one, marked, full in documents:
        if options.third is not None and int(sha256(one.id.encode()).hexdigest(), 16) % 3 != options.third:
            continue
        if options.upper:
            one = document(one.id, one.text.upper() if len(one.text.upper()) == len(one.text) else one.text)
        names = find_names(annotate(one, rules).sentences, rules) if options.corpus == "seeds" else find_names(sentences(one, rules), rules)
        for mark in marked:
            near = [n for n in names if n.span.start < mark.span.end and mark.span.start < n.span.end]
            exact = [n for n in near if whole(n, mark, one.text)]
            right = [n for n in exact if n.kind in mark.kinds]
            count = counts[mark.kinds[0]]
            count.update(marked=1, found=bool(near), whole=bool(exact), kind=bool(right))
            if not right:
                context = one.text[max(0, mark.span.start - 30) : mark.span.end + 20].replace("\n", " ")
                misses.append(f"{'/'.join(mark.kinds)}: {mark.span.of(one.text)!r} as {[(n.kind, n.text) for n in near]} in {context!r}")
        inside = [n for n in names if any(s.start <= n.span.start < s.end for s in full)]
        ours += len(inside)
        on_mark += sum(any(n.span.start < m.span.end and m.span.start < n.span.end for m in marked) for n in inside)
    total: Counter[str] = sum(counts.values(), Counter())
    for kind, count in [*sorted(counts.items()), ("all", total)]:
        shares = ", ".join(f"{what} {100 * count[what] / max(1, count['marked']):.1f} %" for what in ("found", "whole", "kind"))
        print(f"{kind:8} {count['marked']:6} marked: {shares}")
    if ours:
        print(f"of {ours} names of ours in fully marked sentences {100 * on_mark / ours:.1f} % stand on a mark")
    for miss in misses[:: max(1, len(misses) // options.misses)][: options.misses] if options.misses else ():
        print(miss)
    return 0


if __name__ == "__main__":
    sys.exit(main())
