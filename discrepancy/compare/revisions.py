"""What an article's own words say of how a figure changed.

Takes a claim and the context; gives the cues near it ("rose to", "revised down", "an earlier toll of"), whose words stand in
``rules/compare``.
"""

from __future__ import annotations

import re
from functools import cache

from discrepancy.compare.context import Context
from discrepancy.compare.relations import figure
from discrepancy.model.claims import Claim
from discrepancy.model.values import Quantity
from discrepancy.rulebook.kinds.comparing import UpdateCue
from discrepancy.rulebook.schema import Rule, Rulebook

_ELSEWHERE = ("why", "because", "headed")
"""Meanings of cues that are not told beside a figure: reasons, which tell of a change only where another cue says that there was one, and
what a heading opens with."""


def cues(claim: Claim, context: Context) -> frozenset[str]:
    """What the words around a figure say of its change: up, down, later, earlier, open."""
    if claim.id not in context.heard:
        fixed = claim.population in context.policy.course(claim.attribute).stays
        near = "" if fixed else context.around(claim)
        context.heard[claim.id] = frozenset(
            cue.means for cue, regex in _cue_patterns(context.policy.cues) if cue.means not in _ELSEWHERE and regex.search(near)
        )
    return context.heard[claim.id]


def headed(article: str, context: Context) -> bool:
    """Whether an article is headed as an update of an earlier one."""
    heads = [head.lower() for head in context.heads(article)]
    found = (regex for cue, regex in _cue_patterns(context.policy.cues) if cue.means == "headed")
    return any(regex.match(head) for regex in found for head in heads)


def called_newest(claim: Claim, context: Context) -> bool:
    """Whether the words that give a figure say themselves that it replaces another: "has risen to 89"."""
    exact = " ".join(claim.evidence.exact.lower().split())
    return any(cue.means in ("up", "down") and regex.search(exact) for cue, regex in _cue_patterns(context.policy.cues))


def called_earlier(claim: Claim, context: Context) -> bool:
    """Whether the words before a figure, or its own, say that it is the older one and no other figure stands between: "updating a previous
    toll of 112"; or the rule that read it knows."""
    if claim.id not in context.former:
        context.former[claim.id] = claim.rule in context.policy.course(claim.attribute).replaced or _former(claim, context)
    return context.former[claim.id]


def _former(claim: Claim, context: Context) -> bool:
    near, exact = context.around(claim), " ".join(claim.evidence.exact.lower().split())
    at = near.find(exact)
    near = near[: at + len(exact)] if at >= 0 else near
    ends = [m.end() for cue, regex in _cue_patterns(context.policy.cues) if cue.means == "earlier" for m in regex.finditer(near)]
    return any(end > at >= 0 or not any(map(str.isdigit, near[end : max(at, end)])) for end in ends)


def reason(claim: Claim, context: Context) -> str:
    """Why a figure that is told as changed has changed, in the article's own words: behind the figure, or in the sentence after it where
    that tells of people counted twice, found alive or dead of their wounds; "" where nobody says. "After the blast" is no reason."""
    if not isinstance(claim.value, Quantity) or not cues(claim, context) & {"up", "down", "later"}:
        return ""
    rest, following = context.behind(claim)
    found = _REASON.search(f"{claim.evidence.exact[-1:]}{rest}")
    if found is not None and _tells("because", found[1], context):
        return found[1].rstrip(" .")
    return following.rstrip(" .") if _tells("why", following, context) else ""


def dead_since(claim: Claim, context: Context) -> float | None:
    """How many the words behind a toll, or the sentence after it, tell of as dead of their wounds since: "Two of the wounded died
    overnight"; None where they tell of none."""
    if claim.attribute != "killed":
        return None
    for words in context.behind(claim):
        if _tells("why", words, context):
            others = (c for c in context.of_articles(claim.article) if c.attribute == "killed" and c.id != claim.id)
            own = [c for c in others if c.evidence.exact in words]
            return figure(own[0].value) if len(own) == 1 else None
    return None


def _tells(means: str, words: str, context: Context) -> bool:
    return any(cue.means == means and regex.search(words.lower()) for cue, regex in _cue_patterns(context.policy.cues))


_REASON = re.compile(
    r"\b((?:after|because|as|since|when|once|following|with the deaths? of|saying(?: that)?|explaining that) [^,;“”\"]{8,120})"
)


@cache
def _cue_patterns(cues: tuple[UpdateCue, ...]) -> tuple[tuple[UpdateCue, re.Pattern[str]], ...]:
    return tuple((cue, re.compile(rf"{_begin(cue)}(?:{'|'.join(map(_spelled, cue.phrases))}){_end(cue)}")) for cue in cues)


def _begin(cue: UpdateCue) -> str:
    """Where the phrases of a cue begin, as a pattern: anywhere, but for those that open a heading."""
    return r"^\s*" if cue.means == "headed" else r"\b"


def _end(cue: UpdateCue) -> str:
    """What may not stand right behind the phrases of a cue, as a pattern: the rest of a word, and what makes them mean something else."""
    return rf"(?!\w)(?!\W+(?:{'|'.join(map(re.escape, cue.goes_on))})\b)" if cue.goes_on else r"(?!\w)"


def shows(rule: Rule, text: str, published: str, rules: Rulebook) -> list[tuple[str, str]]:
    """The words of a cue in a text, and what they mean."""
    assert isinstance(rule, UpdateCue)
    return [(text[m.start() : m.end()], cue.means) for cue, regex in _cue_patterns((rule,)) for m in regex.finditer(text.lower())]


def _spelled(phrase: str) -> str:
    """A phrase as a pattern; two dots stand for up to twelve words."""
    return r"\W+(?:\w+\W+){0,12}?".join(re.escape(part.strip()) for part in phrase.split(".."))
