#!/usr/bin/env python3
"""How fast times are read, beside ``dateparser.search`` on the same documents; and with a rule set twice as large.

    python benchmarks/time_speed.py DOCS.jsonl [--count 20]

Documents need the fields ``text`` and ``dct``. The second rule set has as many wordings again, of words that stand
in no text: what does a rule cost that does not apply? Where documents carry ``timexes`` (TimeML), the wordings that
name a day, month or year outright are also given to dateparser's parser, and both are held against the value there.
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
import time
from pathlib import Path
from typing import Any

from discrepancy.claim.times.timexes import read, record, timexes
from discrepancy.rulebook import Rulebook, rulebook
from discrepancy.rulebook.kinds.times import TimeRule


def seconds(texts: list[tuple[str, str]], rules: Rulebook) -> float:
    """Seconds for all texts, the rules compiled before: processor time, the best of three, for a machine has other work."""
    timexes("It fell on Monday.", "2024-01-18", rules)
    taken = []
    for _ in range(3):
        begun = time.process_time()
        for text, dct in texts:
            timexes(text, dct, rules)
        taken.append(time.process_time() - begun)
    return min(taken)


def absolute(records: list[dict[str, Any]]) -> str:
    """How often the wordings that name a day, month or year outright get the corpus' value here and by dateparser."""
    from dateparser.date import DateDataParser

    parser = DateDataParser(languages=["en"], settings={"PREFER_DAY_OF_MONTH": "first"})
    rules, asked, ours, theirs = rulebook(), 0, 0, 0
    for document in records:
        for found in read(document["text"], document["dct"], rules)[2]:
            if found.timex.expression.shape != "date" or found.timex.expression.anchor != "absolute":
                continue
            mine = record(found, document["text"])
            gold = [t["value"] for t in document["timexes"] if t["start"] < mine["end"] and mine["start"] < t["end"]]
            if gold and re.fullmatch(r"\d{3,4}(-\w\w)?(-\d\d)?", gold[0]):
                parsed = parser.get_date_data(found.timex.words)
                day = parsed.date_obj.date().isoformat() if parsed.date_obj else ""
                asked += 1
                ours += mine["value"] == gold[0]
                theirs += {"month": day[:7], "year": day[:4]}.get(str(parsed.period), day) == gold[0]
    return f"{asked} wordings that name a day, month or year: {ours} as the corpus has them here, {theirs} by dateparser"


def doubled() -> Rulebook:
    """All rules, and for each pattern of a wording of time another one that begins with a word nobody writes."""
    count = sum(len(rule.patterns) for rule in rulebook().of(TimeRule))
    rules = [
        f"  - id: other.{n}\n    reader: length\n    patterns: [\"'qzx{n}' count:<t.count> '-'? unit:(time.unit | time.units)\"]\n"
        f'    examples: ["[[qzx{n} two days]]"]\n    counter_examples: ["two days"]\n'
        for n in range(count)
    ]
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "other.yaml").write_text("kind: times\nrules:\n" + "".join(rules), encoding="utf-8")
        return rulebook(folder)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("docs", type=Path)
    parser.add_argument("--count", type=int, default=20, help="documents that dateparser reads too (it is slow)")
    options = parser.parse_args()
    records = [json.loads(line) for line in options.docs.read_text(encoding="utf-8").splitlines()]
    texts = [(record["text"], record["dct"]) for record in records]
    few = texts[: options.count]
    ours, twice = seconds(texts, rulebook()), seconds(texts, doubled())
    print(
        f"{len(texts)} documents: {len(texts) / ours:.0f} a second; rules doubled: {len(texts) / twice:.0f} a second ({ours / twice:.0%})"
    )
    from dateparser.search import search_dates

    begun = time.process_time()
    for text, _ in few:
        search_dates(text, languages=["en"])
    theirs = time.process_time() - begun
    mine = seconds(few, rulebook())
    print(f"{len(few)} documents: {mine:.2f} s here, {theirs:.2f} s dateparser.search: {theirs / mine:.0f} times as fast")
    if all("timexes" in document for document in records):
        print(absolute(records))


if __name__ == "__main__":
    main()
