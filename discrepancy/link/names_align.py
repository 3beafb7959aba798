"""Two names word by word: which words answer each other, which contradict, which one side leaves out.

Takes two spelled names; gives their :class:`Alignment` and the evidence drawn from it, numbers between 0 and about 3.
What the evidence is worth is not known here: that stands in ``rules/names/judging.yaml``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler, Levenshtein

from discrepancy.annotate.spelling import Spelled, Spelling, Word

_FAINT, _SURE = 0.55, 0.90  # likeness below which two words have nothing in common, and from which they are one
_HEARD = 0.65
"""How alike two words of one frame sound at least to be taken for one: Cruz and Garcia, Boris and Price have a frame in common."""
_BY_EAR = 0.97
"""Likeness of two words that sound alike."""
_JOINED = 0.8
"""Likeness from which two words written together are one word of the other name."""
JOINED_APART = 3
"""Letters by which two words written together may be longer or shorter than the one word."""
_BY_SOUND = 0.5
"""The share that the sound of two words has in their likeness."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Pairs of words with their likeness, and the words of either side that nothing answers."""

    pairs: tuple[tuple[Word, Word, float], ...]
    left: tuple[Word, ...]
    right: tuple[Word, ...]


@lru_cache(maxsize=1 << 18)
def _like(a: str, b: str, sound_a: str, sound_b: str, frame_a: str, frame_b: str) -> float:
    if a == b:
        return 1.0
    if sound_a == sound_b:
        return _BY_EAR
    sound = Levenshtein.normalized_similarity(sound_a, sound_b)
    plain = JaroWinkler.similarity(a, b)
    frame = Levenshtein.normalized_similarity(frame_a, frame_b)
    like = _BY_SOUND * sound + 0.25 * plain + 0.25 * frame
    if frame_a == frame_b and len(frame_a) > 2 and sound > _HEARD:
        like = max(like, 0.9)
    if max(len(a), len(b)) <= 4:  # Min and Yong share letters, not a name
        like *= 0.85
    if sound_a[:1] != sound_b[:1] and frame_a[:1] != frame_b[:1]:
        like *= 0.92
    return min(like, 0.95)


def by_letters(word: Word, kind: str, fold: Spelling) -> bool:
    """Whether nothing but its letters says what a word is like: it is no number, no initial and nothing that is translated, and no article
    has grown onto it."""
    return word.role not in _BY_ROLE and not _article_in(word.text) and not fold.meanings(kind, word.text)


_BY_ROLE = frozenset(("number", "initial", "direction", "rank"))


def _article_in(text: str) -> bool:
    return len(text) > 5 and text[:2] in ("al", "el", "as", "ar", "an", "ad", "at")


def sounds_apart(a: Word, b: Word, least: float) -> bool:
    """Whether two words that are told :func:`by_letters` cannot be as alike as ``least``, by their sound alone: a tenth of the work of
    :func:`likeness`, and enough for most words. False where the sound leaves it open."""
    most = (least - (1 - _BY_SOUND)) / _BY_SOUND
    return a.frame != b.frame and Levenshtein.normalized_similarity(a.sound, b.sound, score_cutoff=most) < most


def likeness(a: Word, b: Word, kind: str, fold: Spelling) -> float:
    """How alike two words are, 0 to 1.

    An initial is like any word it begins; a number only like itself; a word is like its translation and its short form.
    """
    if a.text == b.text:
        return 1.0
    if a.role == "number" or b.role == "number":
        return 0.0
    if a.role == "initial" or b.role == "initial":
        return 0.85 if a.text[0] == b.text[0] else 0.0
    if a.role == b.role == "direction" or a.role == b.role == "rank":
        return 0.95 if fold.synonyms(kind, a.text, b.text) else 0.0
    like = _like(a.text, b.text, a.sound, b.sound, a.frame, b.frame)
    if like < 0.93 and fold.synonyms(kind, a.text, b.text):
        return 0.93
    for one, other in ((a, b), (b, a)):  # an article grown onto its word: Alsharekh, al-Sharekh
        if _article_in(one.text):
            rest = one.text[2:]
            bare = _like(rest, other.text, fold.sound(rest), other.sound, fold.frame(rest), other.frame)
            like = max(like, bare - 0.04)
    return like


def align(a: Spelled, b: Spelled, fold: Spelling) -> Alignment:
    """Pairs the words of two names, the most alike first; a word may answer two neighbours written as one."""
    found: list[tuple[float, int, int, tuple[int, ...], tuple[int, ...]]] = []
    for i, one in enumerate(a.words):
        for j, other in enumerate(b.words):
            if one.text == other.text:
                found.append((1.001 if i == j else 1.0, i, j, (i,), (j,)))
                continue
            like = likeness(one, other, a.kind, fold)
            if like > 0.2:
                found.append((like + (0.001 if i == j else 0.0), i, j, (i,), (j,)))
    for many, single, swapped in ((a, b, False), (b, a, True)):
        for i, j, like in _joins(many, single, fold):
            pair = ((i, i + 1), (j,))
            found.append((like + 0.002, i, j, *((pair[1], pair[0]) if swapped else pair)))
        for run, j, like in _initials(many, single):
            found.append((like + 0.01 * len(run), run[0], j, *(((j,), run) if swapped else (run, (j,)))))
    found.sort(key=lambda item: (-item[0], item[1], item[2], item[3], item[4]))
    used_a: set[int] = set()
    used_b: set[int] = set()
    pairs: list[tuple[Word, Word, float]] = []
    for like, _, _, at_a, at_b in found:
        if used_a.isdisjoint(at_a) and used_b.isdisjoint(at_b):
            used_a.update(at_a)
            used_b.update(at_b)
            pairs.append((_one(a, at_a, fold), _one(b, at_b, fold), min(1.0, like)))
    left = tuple(word for i, word in enumerate(a.words) if i not in used_a)
    right = tuple(word for j, word in enumerate(b.words) if j not in used_b)
    return Alignment(tuple(pairs), left, right)


def _one(name: Spelled, at: tuple[int, ...], fold: Spelling) -> Word:
    """The word at a place, or two neighbours as one word."""
    if len(at) == 1:
        return name.words[at[0]]
    first, last = name.words[at[0]], name.words[at[-1]]
    text = "".join(name.letters[first.at : last.at + 1])
    return Word(text, fold.sound(text), fold.frame(text), first.role or last.role, first.weight + last.weight, first.at)


def neighbours(name: Spelled, fold: Spelling) -> tuple[Word, ...]:
    """Each word but the last together with the next and what stands between them, as one word."""
    return tuple(_one(name, (i, i + 1), fold) for i in range(len(name.words) - 1))


def joined_likeness(first: Word, second: Word, text: str, other: Word, kind: str, fold: Spelling) -> float | None:
    """How alike a word is to two neighbours (``text``: their letters) that it spells together or translates; None when it does neither."""
    size = len(other.text)
    if size < 4:
        return None
    if kind == "group" and fold.meanings(kind, other.text) and fold.synonyms(kind, first.text + second.text, other.text):
        return 0.93  # "holy war" for jihad
    if first.text[0] != other.text[0] or not len(first.text) < size + 3 or abs(len(text) - size) > JOINED_APART:
        return None
    sound = fold.sound(text)
    if Levenshtein.normalized_similarity(sound, other.sound) < _JOINED:
        return None
    return max(_JOINED, _like(text, other.text, sound, other.sound, fold.frame(text), other.frame))


def _joins(many: Spelled, single: Spelled, fold: Spelling) -> list[tuple[int, int, float]]:
    """Two neighbours of one name that one word of the other spells together or translates: Shahab-ud-Din, Shahabuddin."""
    joins = []
    for i, (first, second) in enumerate(zip(many.words, many.words[1:], strict=False)):
        text = "".join(many.letters[first.at : second.at + 1])
        for j, other in enumerate(single.words):
            like = joined_likeness(first, second, text, other, many.kind, fold)
            if like is not None:
                joins.append((i, j, like))
    return joins


def initial_runs(name: Spelled) -> dict[str, list[tuple[int, ...]]]:
    """The initials of neighbours of a group's name, three to six letters, with the words they stand for."""
    runs: dict[str, list[tuple[int, ...]]] = {}
    if name.kind != "group" or len(name.words) < 3:
        return runs
    at = {word.at: i for i, word in enumerate(name.words)}
    for first in range(len(name.letters) - 1):
        for last in range(first + 2, min(len(name.letters), first + 9)):
            run = tuple(range(at[first], at[last] + 1)) if first in at and last in at else ()
            if len(run) > 1:
                span = range(first, last + 1)
                every = "".join(name.letters[k][0] for k in span)
                firm = "".join(name.letters[k][0] for k in span if name.roles[k] not in ("article", "particle", "legal"))
                for letters in dict.fromkeys((every, firm)):
                    if 3 <= len(letters) <= 6 and last < first + len(letters) + 3:
                        runs.setdefault(letters, []).append(run)
    return runs


def _initials(many: Spelled, single: Spelled) -> list[tuple[tuple[int, ...], int, float]]:
    """Neighbours of one name whose initials the other has as one word: "FARC dissidents", "SSDM/A"."""
    if many.kind != "group" or len(many.words) < 3 or not single.short or all(not 3 <= len(word.text) <= 6 for word in single.words):
        return []
    runs = initial_runs(many)
    return [(run, j, 0.9) for j, other in enumerate(single.words) for run in runs.get(other.text, ())]


def _crossed(alignment: Alignment) -> int:
    """How many words stand in another place in the other name, where no word of the two names is one and the same: given name and surname
    may change places ("Lee Min", "Min Lee"), while Dora Lane is no Lena Tore."""
    pairs = [(one.at, other.at) for one, other, like in alignment.pairs if like >= _FAINT]
    if any(like >= _BY_EAR or "initial" in (one.role, other.role) for one, other, like in alignment.pairs):
        return 0
    return sum(any((at - i) * (stands - j) < 0 for i, j in pairs) for at, stands in pairs)


def _is_acronym(name: Spelled) -> bool:
    """True for one word in capitals: EPRLF."""
    return len(name.letters) == 1 and name.text.strip().isupper() and 2 <= len(name.letters[0]) <= 6


def evidence(a: Spelled, b: Spelled, alignment: Alignment) -> dict[str, float]:
    """The alignment as numbers, each by the name that ``rules/names/judging.yaml`` gives it a weight under."""
    total = max(a.weight, b.weight, 0.01)
    shared_a = shared_b = shared = against = tails = 0.0
    clash = dict.fromkeys(("class", "direction", "rank", "number", "initial", "country"), 0.0)
    parted, answered = 0, 0.0
    for one, other, like in alignment.pairs:
        part = min(1.0, max(0.0, (like - _FAINT) / (_SURE - _FAINT)))
        shared_a += one.weight * part
        shared_b += other.weight * part
        shared += min(one.weight, other.weight) * part
        initial = one.role == "initial" or other.role == "initial"
        if part < 1.0:
            for role in clash:
                if role in (one.role, other.role) and (role in ("class", "number") or one.role == other.role):
                    clash[role] = max(clash[role], 1.0 - part)
            against += 0.0 if initial else max(one.weight, other.weight) * (1.0 - part)
            parted += like < _FAINT and not initial
        if "branch" in (one.role, other.role):
            answered = max(answered, like)
        if one.at == a.words[-1].at and other.at == b.words[-1].at:
            tails = part
    parted += _crossed(alignment) if a.kind == "person" else 0
    rest_a, rest_b = alignment.left, alignment.right
    if rest_a and rest_b:
        against += min(sum(w.weight for w in rest_a), sum(w.weight for w in rest_b))
        parted += min(sum(w.role != "legal" for w in rest_a), sum(w.role != "legal" for w in rest_b))
        for role in clash:
            if any(w.role == role for w in rest_a) and any(w.role == role for w in rest_b):
                clash[role] = 1.0
    branch_a, branch_b = any(w.role == "branch" for w in a.words), any(w.role == "branch" for w in b.words)
    longer, lead = (a, rest_a) if len(a.words) > len(b.words) else (b, rest_b)
    sounds_a, sounds_b = "".join(w.sound for w in a.words), "".join(w.sound for w in b.words)
    frames = Levenshtein.normalized_similarity("".join(w.frame for w in a.words), "".join(w.frame for w in b.words))
    fewest = min(len(a.words), len(b.words))
    return {
        "large": min(1.0, (shared_a if a.weight >= b.weight else shared_b) / total),
        "shared": min(2.0, shared),
        "against": min(2.0, against),
        "parted": min(2.0, parted),
        "frames": frames,
        "last": tails,
        "same": float(sounds_a == sounds_b),
        "class": clash["class"],
        "direction": clash["direction"],
        "number": max(clash["number"], clash["rank"]),
        "initial": clash["initial"],
        "country": clash["country"],
        "country_omitted": float(any(w.role == "country" for w in (*rest_a, *rest_b))),
        "direction_omitted": float(any(w.role == "direction" for w in (*rest_a, *rest_b))),
        "branch_omitted": float(branch_a != branch_b and answered < _SURE),
        "branch": float(branch_a and branch_b and answered < _SURE),
        "acronyms": float(a.letters != b.letters and _is_acronym(a) and _is_acronym(b)),
        "first_omitted": float(len(a.words) != len(b.words) and fewest > 1 and bool(lead) and lead[0].at == longer.words[0].at),
        "one_word": float(fewest == 1),
        "one_word_each": float(len(a.words) == len(b.words) == 1),
        "onset": float(sounds_a[:1] == sounds_b[:1]),
        "short": float(min(len(sounds_a), len(sounds_b)) <= 4),
    }
