#!/usr/bin/env python3
"""Score one report against the gold of a seed set: ``python benchmarks/score_seeds.py REPORT.json GOLD.yaml``.

Takes a ``report.json`` (format ``discrepancy-report/1``) and a ``gold.yaml`` of ``seeds/``; prints what was found of
``must_flag`` and ``must_note``, which merges are forbidden, and which findings at warning or error the gold lacks.
Exit 0: every ``must_flag`` found at its level, no forbidden merge, at most ``--max-extra`` such findings; else 1.

How evidence is matched. An article of the report belongs to the gold key with which its file name begins. A needle is
the sentence that holds it; a claim is evidence for the needle when the two overlap. A finding answers an item when
its attribute is the item's and two of the item's positions have evidence in two different camps.

What it does not know: whether a finding that the gold lacks is right. It lists those with their quotes, for a reader.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml

Json = dict[str, Any]
LEVELS = {"note": 0, "warning": 1, "error": 2}
NOT_AN_END = re.compile(r"\b(?:[A-Z]|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mrs?|Ms|Dr|Gen|Lt|Col|St|No)\.$")
SENTENCE_END = re.compile(r"[.!?][\"”’')]*(?=\s)|\n")


@dataclass(frozen=True, slots=True)
class Flagged:
    """What became of one ``must_flag`` item: the finding that answers it best, and in which respects."""

    id: str
    wanted: str
    found: bool = False
    level: str = ""
    level_ok: bool = False
    verdict: str = ""
    verdict_ok: bool = False
    positions: int = 0
    of_positions: int = 0


@dataclass(frozen=True, slots=True)
class Noted:
    """What became of one ``must_note`` item; ``covered`` counts the articles whose spelling the entity holds."""

    id: str
    found: bool
    covered: int
    of_articles: int


@dataclass(frozen=True, slots=True)
class Extra:
    """A finding at warning or error that the gold lacks; ``false_alarm`` names ``must_not_flag`` items it breaks."""

    id: str
    level: str
    attribute: str
    message: str
    false_alarm: tuple[str, ...]
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """The outcome for one report. ``problems`` are articles and needles that could not be matched at all."""

    flagged: tuple[Flagged, ...]
    noted: tuple[Noted, ...]
    merges: tuple[str, ...]
    extras: tuple[Extra, ...]
    problems: tuple[str, ...]

    def passed(self, max_extra: int) -> bool:
        """True when all that must be flagged is, nothing forbidden is merged and few enough extra findings stand."""
        answered = all(item.found and item.level_ok for item in self.flagged)
        return answered and not self.merges and not self.problems and len(self.extras) <= max_extra


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence or line of ``text`` that holds ``[start, end)``."""
    left, right = 0, len(text)
    for match in SENTENCE_END.finditer(text):
        if match[0][0] == "." and NOT_AN_END.search(text[max(0, match.start() - 6) : match.start() + 1]):
            continue
        if match.end() <= start:
            left = match.end()
        elif match.end() >= end:
            right = match.end()
            break
    return left, right


def as_set(value: object) -> set[str]:
    """A gold field that holds one word or a list of words."""
    return {str(member) for member in value} if isinstance(value, list) else {str(value)}


def folded(*names: str) -> set[str]:
    """Names with white space and case made alike; hyphens and letters stay, they are what a spelling is."""
    return {" ".join(name.replace("\u00a0", " ").split()).casefold() for name in names}


class Matcher:
    """The evidence of one report, asked for by the needles of one gold."""

    def __init__(self, report: Json, gold: Json) -> None:
        keys = [str(key) for key in sorted(gold.get("articles", {}))]
        self.key: dict[str, str] = {}
        self.text: dict[str, str] = {}
        for article in report["articles"]:
            name = Path(article["path"]).name
            self.key[article["id"]] = next((key for key in keys if name.startswith(key)), name)
            self.text[self.key[article["id"]]] = article["text"].replace("\u00a0", " ")
        self.claims: dict[str, Json] = {claim["id"]: claim for claim in report["claims"]}
        self.problems = {f"no article {key} in the report" for key in keys if key not in self.text}

    def sentences(self, wanted: dict[str, str]) -> dict[str, tuple[int, int]]:
        """The sentences that hold the needles of one position, by article."""
        found = {}
        for key, needle in wanted.items():
            at = self.text.get(key, "").find(needle.replace("\u00a0", " "))
            if at >= 0:
                found[key] = sentence_at(self.text[key], at, at + len(needle))
            elif key in self.text:
                self.problems.add(f"{key} has no such words: {needle}")
        return found

    def camps(self, finding: Json, wanted: dict[str, str]) -> set[int]:
        """The camps of ``finding`` with evidence for one position."""
        sentences, found = self.sentences(wanted), set()
        for number, camp in enumerate(finding["camps"]):
            for claim in (self.claims[claim] for claim in camp["claims"] if claim in self.claims):
                start, end = sentences.get(self.key.get(claim["article"], ""), (0, 0))
                if claim["start"] < end and start < claim["end"]:
                    found.add(number)
        return found

    def quotes(self, finding: Json) -> Iterator[str]:
        """One line a claim: value of its camp, article, sentence."""
        for camp in finding["camps"]:
            for claim in (self.claims[claim] for claim in camp["claims"] if claim in self.claims):
                key = self.key.get(claim["article"], "")
                left, right = sentence_at(self.text.get(key, ""), claim["start"], claim["end"])
                yield f"[{camp['value']}] {key}: {' '.join(self.text.get(key, '')[left:right].split())}"

    def answers(self, finding: Json, item: Json) -> int:
        """How many positions of ``item`` the finding has evidence for, 0 when it does not answer the item.

        An item without positions has one a needle; an item with one position only is answered by any evidence for it.
        """
        if finding["question"]["attribute"] not in as_set(item.get("attribute", "")):
            return 0
        positions = [position["in"] for position in item.get("positions", [])]
        positions = positions or [{key: needle} for key, needle in item.get("in", {}).items()]
        hit = [camps for camps in (self.camps(finding, wanted) for wanted in positions) if camps]
        apart = len(positions) == 1 or any(len(one | other) > 1 for one, other in combinations(hit, 2))
        return len(hit) if apart else 0


def flagged(matcher: Matcher, findings: list[Json], item: Json) -> Flagged:
    """The finding that answers a ``must_flag`` item best."""
    wanted = f"{'|'.join(sorted(as_set(item['verdict'])))} {item['level']}"
    best = Flagged(item["id"], wanted, of_positions=len(item["positions"]))
    for finding in findings:
        if hits := matcher.answers(finding, item):
            high = LEVELS[finding["level"]] >= LEVELS[item["level"]]
            right = finding["verdict"] in as_set(item["verdict"])
            level, verdict = finding["level"], finding["verdict"]
            this = Flagged(item["id"], wanted, True, level, high, verdict, right, hits, best.of_positions)
            best = max(best, this, key=lambda one: (one.level_ok, one.positions, one.verdict_ok))
    return best


def spellings(entity: Json) -> set[str]:
    """All spellings of an entity, folded."""
    return folded(entity["name"], *(variant["text"] for variant in entity["variants"]))


def noted(matcher: Matcher, report: Json, item: Json) -> Noted:
    """Whether a ``variant`` finding stands for the entity of a ``must_note`` item, with at least two spellings."""
    told = {f["question"].get("entity") for f in report["findings"] if f["verdict"] == "variant"}
    wanted = {(key, *folded(spelling)) for key, spelling in item["spellings"].items()}
    best = 0
    for entity in report["entities"]:
        if told & {entity["id"], entity["name"]}:
            held = {(matcher.key.get(a, a), *folded(v["text"])) for v in entity["variants"] for a in v["articles"]}
            covered = wanted & held
            best = max(best, len(covered) if len({spelling for _, spelling in covered}) > 1 else 0)
    return Noted(item["id"], best > 0, best, len(wanted))


def kept_apart(gold: Json) -> Iterator[tuple[str, set[str], set[str]]]:
    """Pairs of names that no entity may hold together: those said so, two notes, two members of one list of targets."""
    for item in gold.get("must_not_flag") or []:
        for one, other in combinations(item.get("never_one", []), 2):
            yield item["id"], folded(*one), folded(*other)
    for first, second in combinations(gold.get("must_note") or [], 2):
        one, other = (folded(*note["spellings"].values(), *note.get("also", [])) for note in (first, second))
        yield f"{first['id']} and {second['id']}", one, other
    for item in gold.get("must_flag") or []:
        for value in (position["value"] for position in item["positions"] if isinstance(position["value"], list)):
            for left, right in combinations(value, 2):
                yield item["id"], folded(left), folded(right)


def score(report: Json, gold: Json) -> Score:
    """Hold a report against a gold. Both as parsed; neither is changed."""
    matcher = Matcher(report, gold)
    must, may, never, note = (gold.get(section) or [] for section in ("must_flag", "may_flag", "must_not_flag", "must_note"))
    merges = {
        f"{entity['name']} ({why}): {', '.join(sorted(spellings(entity) & (one | other)))}"
        for entity in report["entities"]
        for why, one, other in kept_apart(gold)
        if spellings(entity) & one and spellings(entity) & other
    }
    extras = []
    for finding in report["findings"]:
        known = any(matcher.answers(finding, item) for item in [*must, *may])
        if LEVELS[finding["level"]] >= LEVELS["warning"] and not known:
            broken = tuple(item["id"] for item in never if matcher.answers(finding, item))
            head = (finding["id"], finding["level"], finding["question"]["attribute"], finding["message"])
            extras.append(Extra(*head, broken, tuple(matcher.quotes(finding))))
    return Score(
        tuple(flagged(matcher, report["findings"], item) for item in must),
        tuple(noted(matcher, report, item) for item in note),
        tuple(sorted(merges)),
        tuple(extras),
        tuple(sorted(matcher.problems)),
    )


def lines_of(result: Score, max_extra: int) -> Iterator[str]:
    """The score as a person reads it."""
    for flag in result.flagged:
        yield (
            f"{'ok  ' if flag.found and flag.level_ok else 'MISS'} must_flag {flag.id}: wanted {flag.wanted}, "
            + (f"got {flag.verdict} {flag.level}" if flag.found else "not found")
            + f", {flag.positions} of {flag.of_positions} positions"
            + (", another verdict" if flag.found and not flag.verdict_ok else "")
        )
    for note in result.noted:
        yield f"{'ok  ' if note.found else 'MISS'} must_note {note.id}: {note.covered} of {note.of_articles} articles"
    yield f"must_flag {sum(f.found and f.level_ok for f in result.flagged)} of {len(result.flagged)}"
    yield f"must_note {sum(n.found for n in result.noted)} of {len(result.noted)}"
    yield from (f"FORBIDDEN merge: {merge}" for merge in result.merges)
    yield f"extra findings at warning or error: {len(result.extras)}, at most {max_extra}"
    for extra in result.extras:
        yield f"  {extra.level} {extra.attribute} {extra.id}: {extra.message}"
        yield from (f"      FALSE ALARM: {item}" for item in extra.false_alarm)
        yield from (f"      {quote}" for quote in extra.quotes)
    yield from (f"PROBLEM: {problem}" for problem in result.problems)


def main(arguments: list[str] | None = None) -> int:
    """Read the two files, print the score, give the exit code."""
    parser = argparse.ArgumentParser(description="Score a report against the gold of a seed set.")
    parser.add_argument("report", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--max-extra", type=int, default=2, help="extra findings at warning or error that are let pass")
    parser.add_argument("--json", action="store_true", help="print the score as JSON")
    options = parser.parse_args(arguments)
    report = json.loads(options.report.read_text(encoding="utf-8"))
    result = score(report, yaml.safe_load(options.gold.read_text(encoding="utf-8")))
    passed = result.passed(options.max_extra)
    if options.json:
        print(json.dumps({"passed": passed, **asdict(result)}, ensure_ascii=False, indent=2))
    else:
        print("\n".join([*lines_of(result, options.max_extra), "passed" if passed else "failed"]))
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
