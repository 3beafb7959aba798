"""Values, outlets and camps in words for an editor.

Takes claims and values; gives pieces of sentences. The sentences themselves stand in ``rules/compare``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from discrepancy.compare.context import Context
from discrepancy.compare.labels import is_name
from discrepancy.model.claims import Claim
from discrepancy.model.values import Clock, Quantity, Quote, Terms, Value, When
from discrepancy.notation import calendar, number

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
"""English whatever the host's locale."""
_SCALES = {10**12: "trillion", 10**9: "billion", 10**6: "million"}
_MOST_NAMED = 4
_DAY = 24 * 60
_COUNTED = ("mile", "acre")
"""Units whose short form is a noun, with a plural in sentences."""
_LENGTHS = ("years", "months", "weeks", "days", "hours", "minutes", "seconds")
"""Units that are plurals."""
_TIES = frozenset(("of", "for", "in", "from", "at", "with"))
_BARE = frozenset(("police", "people", "men", "women", "media", "staff", "personnel", "someone", "everybody", "nobody"))
"""Words for several people or nobody in particular that end in no s: English grammar, for whoever writes the sentence, and no policy."""
_DETERMINED = frozenset(("the", "a", "an", "one", "two", "three", "some", "several", "many", "his", "her", "their", "its", "no"))
_OWNER = re.compile("(?:[’']s|s[’']) ")
_ADDRESS = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+\b")
_FIGURE = re.compile(r"\d[\d,]*")


def value_words(value: Value, unit: str = "") -> str:
    """A value as a sentence says it; of a range of two days each is named.

    >>> value_words(Quantity(41, None)), value_words(Quantity(20, 20, approx=True), "km")
    ('at least 41', 'about 20 km')
    """
    match value:
        case Quantity():
            words = _quantity(value)
            return f"{words} {_units(value, unit)}" if unit else words
        case When():
            return _when(value)
        case Clock():
            return clock_words(value)
        case Terms(members, is_open, choice):
            listed = join(members, "or" if choice else "and")
            return f"{listed}, among others" if is_open else listed or "nobody"
        case Quote(words):
            return f"“{words}”"


def _units(value: Quantity, unit: str) -> str:
    """A unit as so many of it are called: "180 miles", "at most 1 hour"."""
    if unit in _COUNTED:
        return f"{unit}s" if value.low != 1 else unit
    alone = value.high == 1 and value.low in (None, 1)
    return unit.removesuffix("s") if alone and unit in _LENGTHS else unit


def claim_words(claim: Claim, unit: str = "") -> str:
    """A claim's value as a sentence says it; an open bound as its article words it: of "over 100" more than 100, and not at least 101."""
    value, plain = claim.value, value_words(claim.value, unit)
    if not isinstance(value, Quantity) or value.vague or value.options:
        return plain
    bound, step, hedge = (value.low, -1, "more than") if value.high is None else (value.high, 1, "fewer than")
    if not isinstance(bound, int) or (value.low is not None and value.high is not None):
        return plain
    figures = {figure.replace(",", "") for figure in _FIGURE.findall(claim.evidence.exact)}
    if str(bound) in figures or str(bound + step) not in figures:
        return plain
    return f"{hedge} {figure_words(bound + step)}{' ' if unit else ''}{_units(value, unit)}"


def _quantity(value: Quantity) -> str:
    if value.options:
        words = join([figure_words(option) for option in value.options], "or")
    elif value.low is None:
        words = "an unknown number" if value.high is None else f"at most {figure_words(value.high)}"
    elif value.high is None:
        words = f"at least {figure_words(value.low)}"
    elif value.low == value.high:
        words = figure_words(value.low)
    else:
        words = f"{figure_words(value.low)} to {figure_words(value.high)}"
    return f"about {words}" if value.approx else words


def figure_words(value: float | int) -> str:
    """A number as printed, its thousands parted; millions in words, where two decimals tell all of it.

    >>> figure_words(12000), figure_words(1300), figure_words(12345.6)
    ('12,000', '1,300', '12,345.6')
    >>> figure_words(11_500_000_000), figure_words(4_250_000), figure_words(4_253_000)
    ('11.5 billion', '4.25 million', '4,253,000')
    """
    scale = next((scale for scale in _SCALES if abs(value) >= scale and value % (scale // 100) == 0), 1)
    if scale > 1:
        return f"{number(value / scale)} {_SCALES[scale]}"
    whole, dot, rest = number(value).partition(".")
    return f"{int(whole):,}{dot}{rest}" if whole.lstrip("-").isdigit() else f"{whole}{dot}{rest}"


def day_words(day: date) -> str:
    """A day as printed.

    >>> day_words(date(2024, 1, 18))
    '18 January 2024'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _when(value: When) -> str:
    first, last = value.first, value.last
    if value.options:
        words = join([day_words(option) for option in value.options], "or")
    elif first is None or last is None:
        known = first or last
        words = "an unknown day" if known is None else f"{day_words(known)} or {'later' if first else 'earlier'}"
    elif first == last:
        words = day_words(first)
    elif value.extent:
        words = f"{day_words(first)} to {day_words(last)}"
    elif (last - first).days == 1:
        words = f"{first.day if first.month == last.month else day_words(first)} or {day_words(last)}"
    else:
        begin = str(first.day) if (first.year, first.month) == (last.year, last.month) else day_words(first)
        words = _unit_words(first, last) or f"a day between {begin} and {day_words(last)}"
    part = f" ({value.part})" if value.part else ""
    return f"{'about ' if value.approx else ''}{words}{part}"


def _unit_words(first: date, last: date) -> str:
    unit = calendar.unit(first, last)
    if unit is not None and unit[0] == "month":
        return f"{MONTHS[first.month - 1]} {first.year}"
    return str(first.year) if unit is not None and unit[0] == "year" else ""


def clock_words(value: Clock) -> str:
    """A time of day with its zone, by the name that papers give it.

    >>> clock_words(Clock(23 * 60 + 50, 24 * 60 + 10, "UTC"))
    '23:50 to 00:10 the next day GMT'
    """
    ends = [f"{at // 60 % 24:02}:{at % 60:02}{' the next day' if at >= _DAY else ''}" for at in (value.first, value.last)]
    words = ends[0] if ends[0] == ends[1] else f"{ends[0]} to {ends[1]}"
    zone = {"": "", "local": " local time", "UTC": " GMT"}.get(value.zone, f" ({value.zone} time)")
    return f"{'about ' if value.approx else ''}{words}{zone}"


def join(words: Iterable[str], last: str = "and") -> str:
    """Words as a list: "a, b and c"."""
    listed = list(words)
    return f"{', '.join(listed[:-1])} {last} {listed[-1]}" if len(listed) > 1 else "".join(listed)


def begun(text: str) -> str:
    """Words as a sentence begins with them; an address of the web stays as it is typed.

    >>> begun("the Post counted 9"), begun("post.example counted 9")
    ('The Post counted 9', 'post.example counted 9')
    """
    return text if _ADDRESS.match(text) else f"{text[:1].upper()}{text[1:]}"


def outlets(claims: Sequence[Claim], context: Context) -> str:
    """Who says it: the outlets of some claims, each once, at most four by name."""
    names = list(dict.fromkeys(context.outlet(claim.article) for claim in claims))
    if len(names) > _MOST_NAMED:
        return f"{', '.join(names[: _MOST_NAMED - 1])} and {len(names) - _MOST_NAMED + 1} others"
    return join(names)


def event_words(event: str, context: Context, with_date: bool = True, asked: str = "") -> str:
    """An event as a sentence names it: its label, and its day where that is one certain day. A label takes no side in what is ``asked``:
    "the killing" in two places is named after neither."""
    known = context.events.get(event)
    if known is None:
        return event or "the event"
    label = known.label or known.type or "the event"
    if asked == "place" and known.place:
        label = label.removesuffix(f" in {known.place}")
    if asked in ("actor", "responsibility") and is_possessive(label):
        label = _OWNER.split(label, maxsplit=1)[1]
    if not is_possessive(label):
        label = f"the {label[0].lower()}{label[1:]}"
    day = known.date.first if known.date is not None and known.date.first == known.date.last else None
    return f"{label} on {day_words(day)}" if with_date and day is not None else label


def is_possessive(label: str) -> bool:
    """True for "Iran’s strike" and "Zenda Hawks’ strike", which take no article.

    >>> [is_possessive(label) for label in ("Iran’s strike in Zenda", "Zenda Hawks’ strike", "Strike in Zenda’s south")]
    [True, True, False]
    """
    return is_name(label) and _OWNER.search(label.split(" in ")[0]) is not None


def speaker_words(speaker: str) -> str:
    """Who speaks, as a sentence says it: one body told by a common noun bears an article, names, several people and the police none.

    >>> [speaker_words(who) for who in ("coast guard", "ministry of mines", "hospital officials", "police", "Iran")]
    ['the coast guard', 'the ministry of mines', 'hospital officials', 'police', 'Iran']
    """
    if is_name(speaker) or not speaker:
        return speaker
    words = speaker.split()
    head = words[next((at for at, word in enumerate(words) if word in _TIES and at), len(words)) - 1]
    bare = head in _BARE or "and" in words or words[0] in _DETERMINED or (head.endswith("s") and not head.endswith("ss"))
    return speaker if bare else f"the {speaker}"


def subject(claims: Sequence[Claim], context: Context, speakers: bool) -> str:
    """Who gives a value: "A and B", or with the speakers "A and Iran (as quoted by B)"."""
    if not speakers:
        return outlets(claims, context)
    by_article: dict[str, set[str]] = {}
    for claim in claims:
        by_article.setdefault(claim.article, set()).add(claim.attributed_to)
    said: dict[str, list[Claim]] = {}
    for claim in claims:
        named = by_article[claim.article] - {""}  # a headline says flatly what the text below attributes
        said.setdefault(claim.attributed_to or (min(named) if len(named) == 1 else ""), []).append(claim)
    quoted = {speaker: outlets(own, context) for speaker, own in said.items()}
    return join(f"{speaker_words(speaker)} (as quoted by {names})" if speaker else names for speaker, names in quoted.items())
