"""Which quotations of several articles are one saying, and word by word in what they differ.

Takes quoted words, or claims of the attribute ``wording``; gives how two quotations stand to each other, and sayings. Words are aligned
(longest common subsequence, as ``diff`` does), then what ellipses, brackets, spelling and small words explain is set aside. What a
difference amounts to is not known here; the limits are in ``rules/compare/quotations.yaml``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rapidfuzz.distance import Indel, LCSseq

from discrepancy.model.claims import Claim
from discrepancy.model.findings import Relation
from discrepancy.model.values import Quote
from discrepancy.rulebook.kinds.quantities import Numerals
from discrepancy.rulebook.kinds.quotations import Quotations
from discrepancy.rulebook.schema import Rulebook

_GAP = "…"
_RUN = 3
"""Words running by which quotations that may be one saying are found."""
_MOST_ALIKE = 8
"""Quotations that one is held against: those that share most runs."""
_HALF = 0.5
"""Of the shorter quotation: the share of its words that both must have."""
_FEWEST = 2
_REMEMBERED = 20_000
_INSERTED = re.compile(r"\[(\w)\](?=\w)")
_BRACKETS = re.compile(r"\[[^\]]*\]|\([^)]*\)|\.{3,}|…|(?:\. ){2,}\.")
_TOKEN = re.compile(r"…|\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?|\w+")


@dataclass(frozen=True, slots=True)
class Unlike:
    """How a quotation stands to another one, and the words in which the two differ, as printed; one side of a pair may be ""."""

    relation: Relation
    words: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Token:
    word: str
    printed: str


class Sayings:
    """The limits of a rulebook for quotations, looked up once."""

    def __init__(self, rules: Rulebook) -> None:
        limits = next(iter(rules.of(Quotations)), None)
        self._limits = limits
        self._plain = frozenset(limits.plain) if limits else frozenset()
        self._negations = frozenset(limits.negations) if limits else frozenset()
        self._numbers: dict[str, str] = {}
        for rule in rules.of(Numerals):
            if rule.part in ("unit", "tens"):
                self._numbers |= {word: f"{float(value):g}" for word, value in rule.means.items() if word != "one"}
        self._rewritten = [(_spelled(short), long) for short, long in (limits.rewritten.items() if limits else ())]
        self.unlike = lru_cache(_REMEMBERED)(self._unlike)

    def parted(self, claims: Sequence[Claim], published: Callable[[str], date | None]) -> list[list[Claim]]:
        """One speaker's quotations, those of one saying together; ``published`` gives the day of an article, or None.

        Claims stay in their order. Time grows with the words, not with the pairs.
        """
        root = list(range(len(claims)))

        def top(number: int) -> int:
            while root[number] != number:
                number = root[number]
            return number

        given = {(claim.article, claim.value) for claim in claims}
        for i, j in self._candidates(claims):
            if top(i) == top(j):
                continue
            a, b = claims[i], claims[j]
            if a.value != b.value and ((a.article, b.value) in given or (b.article, a.value) in given):
                continue  # what both articles quote in the same words is no version of something else
            first, last = published(a.article), published(b.article)
            apart = abs((first - last).days) if first is not None and last is not None else 0
            if self._limits is not None and apart <= self._limits.days and self._values(a, b).relation != "unknown":
                low, high = sorted((top(i), top(j)))
                root[high] = low
        found: dict[int, list[Claim]] = {}
        for number, claim in enumerate(claims):
            found.setdefault(top(number), []).append(claim)
        return list(found.values())

    def _values(self, a: Claim, b: Claim) -> Unlike:
        both = isinstance(a.value, Quote) and isinstance(b.value, Quote)
        return self.unlike(a.value.words, b.value.words) if both else Unlike("unknown")  # type: ignore[union-attr]

    def _candidates(self, claims: Sequence[Claim]) -> Iterator[tuple[int, int]]:
        """Pairs of different articles that share runs of words, each claim with the likeliest before it."""
        holding: dict[tuple[str, ...], list[int]] = {}
        runs_of: dict[Quote, frozenset[tuple[str, ...]]] = {}
        for number, claim in enumerate(claims):
            if not isinstance(claim.value, Quote):
                continue
            runs = runs_of.get(claim.value)
            if runs is None:
                words = [token.word for token in self._tokens(claim.value.words)]
                runs = runs_of[claim.value] = frozenset(tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))
            shared = Counter(other for run in runs for other in holding.get(run, ()) if claims[other].article != claim.article)
            best = sorted(shared, key=lambda other: (-shared[other], other))[:_MOST_ALIKE]
            yield from ((other, number) for other in best)
            for run in runs:
                kept = holding.setdefault(run, [])
                if len(kept) < _MOST_ALIKE:
                    kept.append(number)

    def _tokens(self, words: str) -> list[_Token]:
        """The words of a quotation, house styles and number words written one way, what is left out or put in as a gap."""
        text = _BRACKETS.sub(f" {_GAP} ", _INSERTED.sub(r"\1", words)).replace("’", "'")
        for pattern, long in self._rewritten:
            text = pattern.sub(long, text)
        found: list[_Token] = []
        for match in _TOKEN.finditer(text):
            printed = match[0]
            word = self._numbers.get(printed.casefold(), printed.casefold().replace(",", "").removesuffix(":00"))
            tens = found and len(found[-1].word) == 2 and found[-1].word.endswith("0") and len(word) == 1 and word.isdigit()
            if tens and text[match.start() - 1] in "- ":
                found[-1] = _Token(str(int(found[-1].word) + int(word)), f"{found[-1].printed}-{printed}")
            else:
                found.append(_Token(word, printed))
        return found

    def _unlike(self, a: str, b: str) -> Unlike:
        limits = self._limits
        if limits is None:
            return Unlike("same" if a == b else "unknown")
        first, second = self._tokens(a), self._tokens(b)
        one, other = [t.word for t in first], [t.word for t in second]
        twins = {word: twin for word in other if word not in one and (twin := self._twin(word, one, other))}
        other = [twins.get(word, word) for word in other]
        if one == other:
            return Unlike("same")
        blocks, common = _aligned(one, other)
        telling = sum(word not in self._plain and word != _GAP for word in common)
        inner = [block for block in blocks if not _outside(block, len(one), len(other))]
        explained = [block for block in inner if _GAP in one[block[0] : block[1]] or _GAP in other[block[2] : block[3]]]
        rest = [block for block in inner if block not in explained]
        lost = sum(max(end - start, stop - begin) for start, end, begin, stop in rest)
        shorter = min(len(one), len(other))
        if (
            telling < max(_FEWEST, min(limits.common, sum(word not in self._plain for word in min(one, other, key=len)) - 1))
            or len(common) < limits.near * (len(common) + lost)
            or len(common) < _HALF * shorter
        ):
            return Unlike("unknown")
        pairs = [pair for block in rest if (pair := self._pair(block, first, second)) is not None]
        if not pairs:
            left = [sum(end - start for start, end, _, _ in blocks), sum(stop - begin for _, _, begin, stop in blocks)]
            outer = len(blocks) > len(inner)
            return Unlike("same" if not outer else "narrower" if left[0] > left[1] else "wider")
        turned = len(pairs) == len(rest) and all(self._turns(*pair) for pair in pairs)
        shown = tuple((" ".join(t.printed for t in mine), " ".join(t.printed for t in theirs)) for mine, theirs in pairs)
        return Unlike("disjoint" if turned else "overlap", shown)

    def _pair(
        self, block: tuple[int, int, int, int], first: Sequence[_Token], second: Sequence[_Token]
    ) -> tuple[tuple[_Token, ...], tuple[_Token, ...]] | None:
        """The telling words of a block on each side, or None where none are left."""
        start, end, begin, stop = block
        sides = ["".join(t.word for t in side if t.word != _GAP) for side in (first[start:end], second[begin:stop])]
        if sides[0] == sides[1]:  # "air strikes", "airstrikes"
            return None
        mine = [t for t in first[start:end] if t.word not in self._plain and t.word != _GAP]
        theirs = [t for t in second[begin:stop] if t.word not in self._plain and t.word != _GAP]
        return (tuple(mine), tuple(theirs)) if mine or theirs else None

    def _twin(self, word: str, one: Sequence[str], other: Sequence[str]) -> str:
        """The word of the other quotation that is this one in another spelling or form, or ""."""
        return next((own for own in one if own not in other and self._one_word(own, word)), "")

    def _one_word(self, a: str, b: str) -> bool:
        """Two spellings or forms of one word; never two numbers, a word and its opposite."""
        if a == b:
            return True
        limits = self._limits
        if self._opposite(a, b) or a[0].isdigit() or b[0].isdigit() or {a, b} & self._negations:
            return False
        return limits is not None and a[0] == b[0] and Indel.normalized_similarity(a, b) >= limits.spelling

    def _turns(self, mine: Sequence[_Token], theirs: Sequence[_Token]) -> bool:
        """Whether a difference is one of figures, or of a negation that only one side has."""
        both = [*mine, *theirs]
        if mine and theirs:
            opposite = len(mine) == len(theirs) == 1 and self._opposite(mine[0].word, theirs[0].word)
            return opposite or all(token.word[0].isdigit() for token in both)
        return all(token.word in self._negations for token in both)

    def _opposite(self, a: str, b: str) -> bool:
        """Able and unable, legal and illegal."""
        short, long = sorted((a, b), key=len)
        return self._limits is not None and long.endswith(short) and long.removesuffix(short) in self._limits.prefixes


def _spelled(short: str) -> re.Pattern[str]:
    """A spelling as a pattern: a word of its own, the end of one ("-n't"), or a mark."""
    begins = r"(?<!\w)" if short[0].isalpha() else ""
    return re.compile(f"{begins}{re.escape(short.removeprefix('-'))}" + r"(?!\w)", re.IGNORECASE)


def _aligned(one: Sequence[str], other: Sequence[str]) -> tuple[list[tuple[int, int, int, int]], list[str]]:
    """The stretches in which two lists of words differ, as (start, end, begin, stop), and the words they have in common."""
    blocks: list[tuple[int, int, int, int]] = []
    common: list[str] = []
    for step in LCSseq.opcodes(one, other):
        if step.tag == "equal":
            common += one[step.src_start : step.src_end]
        elif blocks and blocks[-1][1] == step.src_start and blocks[-1][3] == step.dest_start:
            blocks[-1] = (blocks[-1][0], step.src_end, blocks[-1][2], step.dest_end)
        else:
            blocks.append((step.src_start, step.src_end, step.dest_start, step.dest_end))
    return blocks, common


def _outside(block: tuple[int, int, int, int], first: int, second: int) -> bool:
    """Words before or behind what both quote, which one of the two left out."""
    start, end, begin, stop = block
    at_end = (start == 0 and begin == 0) or (end == first and stop == second)
    return at_end and (start == end or begin == stop)
