"""Noun groups as events take them: with their *of* parts, "bases of the Front", and behind "what it called".

Takes a line and a range or a unit; gives half-open ranges of units.
"""

from __future__ import annotations

from discrepancy.annotate.allegiances import belonging
from discrepancy.annotate.grammar import Line
from discrepancy.annotate.noungroups import Range, noun_group
from discrepancy.rulebook.schema import Rulebook


def of_group_end(line: Line, group: Range, rules: Rulebook, parts: tuple[str, ...] = ("of", "from")) -> int:
    """The end of a noun group with its *of* parts: "bases of the Front", "dozens of missiles and drones"; ``parts`` are the words that
    bring them, where *from* tells something else ("the theft of four paintings | from a museum")."""
    end = group[1]
    while end < len(line.tags) and (line.words[end] in parts or belonging(line, end, rules)):
        step = belonging(line, end, rules) or 1
        more = noun_group(line, end + step, len(line.tags))
        if more[1] <= more[0]:
            break
        end = more[1]
        while end < len(line.tags) and line.tags[end] == "C":
            last = noun_group(line, end + 1, len(line.tags))
            if last[1] <= last[0] or (last[1] < len(line.tags) and line.tags[last[1]] in "vbhdm"):
                break
            end = last[1]
    return end


def labelled(line: Line, at: int) -> Range | None:
    """The noun group of "what it called a rebel base", "what it described as hideouts", "what they said were fighters
    linked to the Front"."""
    while at < len(line.tags) and (
        (line.tags[at] in "ONvbaD" and line.words[at] not in ("a", "an", "the")) or line.words[at] in ("to", "claim", "as")
    ):
        at += 1
    if at < len(line.tags) and line.tags[at] == '"':
        close = line.tags.find('"', at + 1)
        return (at, close + 1) if close > at else None
    group = noun_group(line, at, len(line.tags))
    return group if group[1] > group[0] else None
