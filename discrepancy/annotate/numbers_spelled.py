"""Numbers in words: "two and a half million", "a quarter of a million", "one hundred and five".

Takes the row of a sentence and the unit where a number word stands; gives where the number ends and what it is.
"""

from __future__ import annotations

import re

from discrepancy.annotate.casing import says
from discrepancy.annotate.numbers_row import Found, Row, counts, whole
from discrepancy.model.values import exactly

_LETTER_SIGN = re.compile(r"([a-z]{1,3})(\d{1,6}(?:\.\d{1,3})?)")
_LONGEST = 24
"""Units of the longest number in words."""


def spelled(row: Row, at: int) -> tuple[int, float] | None:
    """A number in words: where it ends and what it is; None for a word that is no number here ("half")."""
    total, current, end = 0.0, -1.0, at
    while end < row.size and end - at < _LONGEST:
        part = row.grammar.parts.get(row.word(end))
        if part is None:
            if _linked(row, end, current, total):
                end += 1
                continue
            break
        kind, value = part
        if kind == "unit":
            if current >= 0 and not (current >= 20 and current % 10 == 0 and (value < 10 or current % 100 == 0)):
                break
            current = max(current, 0) + value
        elif kind == "tens":
            if current >= 0 and not (current >= 100 and current % 100 == 0):
                break
            current = max(current, 0) + value
        elif kind == "half":
            following = 2 if row.word(end + 1) in ("a", "-") else 1
            scale = row.grammar.parts.get(row.word(end + following))
            if scale is None or scale[0] not in ("dozen", "scale", "hundred"):
                break
            current = max(current, 0) + value
            end += following - 1
        elif kind == "quarter":
            scale = row.grammar.parts.get(row.word(end + 3)) if (row.word(end + 1), row.word(end + 2)) == ("of", "a") else None
            if scale is None or scale[0] != "scale":
                break
            current = (current if current >= 0 else 1) * value
            end += 2
        elif kind in ("hundred", "dozen"):
            current = (current if current >= 0 else 1) * value
        else:
            total += (current if current >= 0 else 1 if total == 0 else 0) * value
            current = -1.0
        end += 1
    if current < 0 and total == 0:
        return None
    while row.word(end - 1) in ("and", "-", "a", "‑"):
        end -= 1
    return end, total + max(current, 0)


def in_a_name(row: Row, at: int, end: int) -> bool:
    """True where a number in words ends a name or a rank: behind a word that is numbered ("the number one spot"), or capitalised within a
    sentence, behind a word and before none that it could count ("the Pier Nine bar", "Apollo Eleven"); or begins one behind *a* ("a One
    Health plan"); and for "the only one". Before what can be counted it begins a sentence whose stop got lost ("in Zenda Two men died").
    """
    sentence = row.sentence
    titled = row.word(at - 1).isalpha() and sentence.words(at, end).istitle()
    if titled and row.word(at - 1) == "a" and sentence.words(end, min(end + 1, row.size)).istitle():
        return True
    if (row.word(at - 2), row.word(at - 1), row.word(at)) == ("the", "only", "one"):
        return True
    if not titled and row.word(at - 1) not in row.grammar.numbered:
        return False
    return not counts(row, end) and (not titled or says(sentence.text, sentence.starts[0], sentence.ends[-1]))


def in_an_ordinal(row: Row, at: int, end: int) -> bool:
    """True for the tens of an ordinal: "the twenty-fifth sailor"; a "twenty-second pause" lasts twenty seconds."""
    kind, _ = row.grammar.parts.get(row.word(at), ("", 0))
    tied = row.word(end) in ("-", "‑") and row.glued(end) and row.glued(end + 1) and end + 1 < row.size
    return kind == "tens" and tied and row.sentence.symbols[end + 1] in row.grammar.ordinals and row.word(end + 1) != "second"


def _linked(row: Row, end: int, current: float, total: float) -> bool:
    """True for "-", "and" and "a" inside a number."""
    word, following = row.word(end), row.grammar.parts.get(row.word(end + 1))
    if word in ("-", "‑"):
        return following is not None and row.glued(end)
    if word == "and":
        if row.word(end + 1) == "a" and row.word(end + 2) == "half":
            return row.grammar.parts.get(row.word(end + 3), ("", 0))[0] == "scale"
        return (current >= 100 or (current < 0 and total > 0)) and following is not None and following[0] in ("unit", "tens")
    return word == "a" and row.word(end + 1) == "half" and row.word(end - 1) == "and"


def lost_sign(row: Row, at: int, end: int) -> Found | None:
    """The sum before a scale whose currency stands in letters right before it, as an encoding that lost the sign prints it, "e80 million",
    or a country: "Rs5 crore"."""
    found = _LETTER_SIGN.fullmatch(row.word(at - 1))
    sign = row.grammar.signs.get(found[1]) if found else None
    scale = row.grammar.parts.get(row.word(at))
    if found is None or sign is None or scale is None or scale[0] != "scale" or end != at + 1:
        return None
    return Found(at - 1, end, exactly(whole(float(found[2]) * scale[1])), unit=sign[0], attribute=sign[1])
