"""Scores toll claims against the labelled sentences in ``labels.tsv``.

    python -m tests.claim.tolls.score SHARED [read|kept] [--errors]

Takes the folder that holds the corpora. A claim is right when attribute, population and value are those of a label of its sentence;
how often speaker, stance and scope of the right ones are those of the label is told apart. ``kept`` is the third whose errors nobody
reads while rules are made, by hash of the document's id.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from pathlib import Path

from discrepancy.annotate.layers import annotate
from discrepancy.claim import read_claims
from discrepancy.ingest import inputs_from_records
from discrepancy.model.claims import Claim
from discrepancy.notation.claims import format_claim
from discrepancy.rulebook import Rulebook, rulebook

LABELS = Path(__file__).with_name("labels.tsv")
ATTRIBUTES = ("killed", "injured", "hit", "missing", "arrested", "displaced")


@dataclass(frozen=True, slots=True)
class Label:
    """One toll of a sentence: ``toll`` is attribute, population and value in notation."""

    toll: str
    speaker: str = ""
    stance: str = ""
    scope: str = ""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A labelled stretch of one document."""

    corpus: str
    doc: str
    start: int
    end: int
    labels: tuple[Label, ...]

    @property
    def kept(self) -> bool:
        """Whether it belongs to the third that is kept unread."""
        return int(sha256(self.doc.encode()).hexdigest(), 16) % 3 == 0


@dataclass(slots=True)
class Score:
    """Counts over sentences; ``agreed`` those of right claims whose speaker, stance or scope is the label's."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    agreed: Counter[str] = None  # type: ignore[assignment]

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)


def labelled() -> Iterator[Sentence]:
    """The labelled sentences, in the order of the file."""
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            corpus, doc, start, end, *rest = line.split("\t")
            labels = tuple(_label(part.strip()) for part in rest[0].split(";")) if rest else ()
            yield Sentence(corpus, doc, int(start), int(end), labels)


def _label(text: str) -> Label:
    optional = text.startswith("?")
    toll, *marks = text.lstrip("?").replace(" @", "\t@").replace(" !", "\t!").replace(" #", "\t#").split("\t")
    found = {mark[0]: mark[1:] for mark in marks}
    return Label(
        toll.replace("~", "=~") if "=" not in toll and "~" in toll else toll,
        found.get("@", ""),
        found.get("!", ""),
        found.get("#", ""),
        optional,
    )


def claims_of(sentence: Sentence, documents: Path, rules: Rulebook) -> list[Claim]:
    """The toll claims that are read in a sentence of its document."""
    span = range(sentence.start, sentence.end)
    return [c for c in _claims(documents / sentence.corpus, sentence.doc, rules) if c.evidence.span.start in span]


@cache
def _claims(corpus: Path, doc: str, rules: Rulebook) -> tuple[Claim, ...]:
    for record in _records(corpus):
        if record["doc_id"] == doc:
            plain = {**record, "text": record.get("text_truecased") or record["text"]}
            (document,) = inputs_from_records([plain], rules).documents
            shift = document.text.find(plain["text"][:40]) if plain["text"] != document.text else 0
            read = read_claims(annotate(document, rules), rules).claims
            return tuple(c for c in read if c.attribute in ATTRIBUTES and shift == 0)
    raise LookupError(f"{corpus} has no document {doc}")


@cache
def _records(corpus: Path) -> tuple[dict[str, str], ...]:
    with corpus.open(encoding="utf-8") as lines:
        return tuple(json.loads(line) for line in lines)


def toll(claim: Claim) -> str:
    """Attribute, population and value of a claim, as labels have them."""
    bare = replace(claim, event="", attributed_to="", stance="asserted", scope="", as_of=None, additional=False, loose=False)
    return format_claim(bare)


def score(sentences: Iterable[Sentence], documents: Path, rules: Rulebook, errors: list[str] | None = None) -> Score:
    """Precision and recall over sentences; ``errors`` collects a line each."""
    counted = Score(agreed=Counter())
    for sentence in sentences:
        asked = [label for label in sentence.labels if not label.optional]
        allowed = [label for label in sentence.labels if label.optional]
        for claim in claims_of(sentence, documents, rules):
            words = toll(claim)
            label = next((x for x in (*asked, *allowed) if x.toll == words), None)
            if label is None:
                counted.wrong += 1
                _tell(errors, f"wrong {words}", sentence)
            elif label.optional:
                allowed.remove(label)
            else:
                asked.remove(label)
                counted.right += 1
                _agree(counted.agreed, claim, label)
        counted.missed += len(asked)
        for label in asked:
            _tell(errors, f"missed {label.toll}", sentence)
    return counted


def _tell(errors: list[str] | None, what: str, sentence: Sentence) -> None:
    if errors is not None:
        errors.append(f"{what}  {sentence.corpus}:{sentence.doc}:{sentence.start}-{sentence.end}")


def _agree(agreed: Counter[str], claim: Claim, label: Label) -> None:
    ours, theirs = set(claim.attributed_to.lower().split()), set(label.speaker.lower().split())
    agreed["speaker"] += bool(ours & theirs) or ours == theirs
    agreed["stance"] += label.stance in ("", claim.stance)
    agreed["scope"] += claim.scope.startswith(label.scope) if label.scope else not claim.scope


def main(arguments: list[str]) -> None:
    """Prints the scores of one part, and its errors on demand."""
    documents, part = Path(arguments[0]), arguments[1] if len(arguments) > 1 else "read"
    errors: list[str] | None = [] if "--errors" in arguments else None
    chosen = [s for s in labelled() if s.kept == (part == "kept")]
    found = score(chosen, documents, rulebook(), errors)
    for line in errors or ():
        print(line)
    print(f"{part}: {len(chosen)} sentences, precision {found.precision:.3f}, recall {found.recall:.3f}, right {found.right}")
    print({name: round(count / max(1, found.right), 3) for name, count in sorted(found.agreed.items())})


if __name__ == "__main__":
    main(sys.argv[1:])
