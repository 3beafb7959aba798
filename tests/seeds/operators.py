"""Seeded operators that change one gold fact in one article, for metamorphic tests.

Takes a folder of ``seeds/`` and a seed; gives one :class:`Change` after another, the same in the same order for the
same seed. Every fact of ``gold.yaml`` that at least two articles state is put through every operator of its attribute,
in every article that states it; nothing is picked by hand. A *neutral* change says the same in other words (a date told
from another event, a number hedged) and must move no finding; any other change must move exactly one question.

What it does not know: what the checker makes of a change. An expression that an operator cannot read raises, so that no
fact drops out unseen.
"""

from __future__ import annotations

import calendar
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml
from values_written import ABSOLUTE, NUMBERS, WEEKDAYS, number_word, read_number, written

Json = dict[str, Any]
RELATIVE = re.compile(r"(?P<number>[A-Za-z]+) days? (?P<way>later|earlier|after|before)")
VAGUE_DATES = ("mid-February", "early-March", "mid-December")
FIGURE = re.compile(r"(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?P<decimal>\.\d)?")
CLOCK = re.compile(r"(?P<hour>\d{1,2})(?P<rest>[:.]\d\d.*)")
SMALL = 100
"""A figure below this grows by some; a larger one by a share, its zeros kept."""
UP_TO = re.compile(r"\b[Uu]p to $")
"""A bound: a higher one would contradict nobody."""
HEDGED = re.compile(r"at least|more than|about|some|over", re.IGNORECASE)
COUNTRIES = (
    ("Iran", "Iranian", "Tehran"),
    ("Pakistan", "Pakistani", "Islamabad"),
    ("India", "Indian", "New Delhi"),
    ("Turkey", "Turkish", "Ankara"),
    ("Afghanistan", "Afghan", "Kabul"),
)
PLACES = {
    ("Pakistan", "province"): ("Sindh", "Punjab", "Khyber Pakhtunkhwa"),
    ("Pakistan", "city"): ("Lahore", "Karachi", "Peshawar"),
    ("Iran", "province"): ("Khuzestan", "Fars", "Hormozgan"),
    ("Iran", "city"): ("Shiraz", "Tabriz", "Mashhad"),
    ("Iran", "district"): ("Shiraz district of Fars", "Ahvaz district of Khuzestan"),
    ("United States", "city"): ("Fargo", "Milwaukee", "Des Moines"),
    ("Norway", "city"): ("Bergen", "Stavanger", "Tromso"),
}
GROUPS = ("Jundallah", "Ansar al-Furqan", "Lashkar-e-Taiba", "Tehrik-i-Taliban Pakistan")
ROLES = ("consul general", "military attaché")
OTHER_WORDS = ("tables", "windows", "engines")
OFFICIALS = {
    "Pakistan": ("Ishaq Dar", "Shah Mahmood Qureshi", "Khawaja Asif"),
    "Iran": ("Mohammad Javad Zarif", "Ali Akbar Salehi", "Ali Larijani"),
}


@dataclass(frozen=True, slots=True)
class Edit:
    """Words of one article and what stands there instead: ``text[start:end]`` becomes ``new``."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Change:
    """One fact changed in one article. ``article`` is a file name, ``said`` the old and new words for a reader."""

    fact: str
    attribute: str
    operator: str
    article: str
    neutral: bool
    edits: tuple[Edit, ...]
    said: str

    def apply(self, text: str) -> str:
        """The article with the change made."""
        for edit in sorted(self.edits, key=lambda edit: -edit.start):
            text = text[: edit.start] + edit.new + text[edit.end :]
        return text

    def unshift(self, offset: int) -> int:
        """The place in the article before the change of a place after it; inside new words, within the old."""
        moved = 0
        for edit in sorted(self.edits, key=lambda edit: edit.start):
            start = edit.start + moved
            if offset < start:
                break
            if offset < start + len(edit.new):
                return min(edit.start + offset - start, edit.end)
            moved += len(edit.new) - (edit.end - edit.start)
        return offset - moved


@dataclass(frozen=True, slots=True)
class Place:
    """One fact in one article: what an operator works on. ``gold`` is the whole file, for anchors and articles."""

    fact: Json
    here: Json
    key: str
    text: str
    start: int
    gold: Json

    @property
    def expr(self) -> str:
        """The exact words that carry the value."""
        return str(self.here["expr"])

    @property
    def value(self) -> Any:
        """The value in this article."""
        return self.here.get("value", self.fact["value"])

    @property
    def disputed(self) -> bool:
        """True when the articles already disagree."""
        return bool(self.fact.get("disputed"))

    def instead(self, new: str) -> list[Edit]:
        """The one edit that puts ``new`` in the place of the expression, "a" and "an" made to fit."""
        before = self.text[: self.start]
        article = re.search(r"\b([Aa])n? $", before)
        if article and new[0].isalpha():
            fitting = article[1] + ("n " if new[0] in "AEIOUaeiou" else " ")
            return [Edit(article.start(), self.start + len(self.expr), fitting + new)]
        return [Edit(self.start, self.start + len(self.expr), new)]


Operator = Callable[[Place, random.Random], list[Edit]]
"""Gives the edits that make one change, or none where the operator does not apply."""


def absolute_date(place: Place) -> date | None:
    """The day that an expression names by day and month, or None when it says it in another way."""
    match = ABSOLUTE.fullmatch(place.expr)
    return date.fromisoformat(str(place.value)) if match else None


def shift_date(place: Place, draw: random.Random) -> list[Edit]:
    """The date, the weekday or the number of days moved by one to five days; a part of a month by weeks."""
    days = draw.choice([-5, -4, -3, -2, -1, 1, 2, 3, 4, 5])
    if day := absolute_date(place):
        return place.instead(written(day + timedelta(days), place.expr))
    if place.expr in WEEKDAYS:
        return place.instead(WEEKDAYS[(WEEKDAYS.index(place.expr) - abs(days)) % 7])
    if match := RELATIVE.fullmatch(place.expr):
        old = 1 if match["number"].casefold() == "a" else NUMBERS.index(match["number"].casefold())
        return place.instead(f"{number_word(old + abs(days), match['number'])} days {match['way']}")
    if re.fullmatch(r"(?:early|mid|late)-[A-Z][a-z]+", place.expr):
        return place.instead(draw.choice(VAGUE_DATES))
    raise ValueError(f"no date in {place.expr!r}")


def make_relative(place: Place, draw: random.Random) -> list[Edit]:
    """ "On Jan. 18" as "Two days after the Iranian strike", where the same article dates that strike outright."""
    day = absolute_date(place)
    on = re.search(r"\b[Oo]n $", place.text[: place.start])
    anchors = []
    for other in place.gold["facts"]:
        phrase = place.gold["events"].get(other.get("event"), {}).get("phrase")
        if phrase and other["attribute"] == "date" and other["event"] != place.fact["event"] and place.key in other["in"]:
            there = absolute_date(Place(other, other["in"][place.key], place.key, place.text, 0, place.gold))
            if there and there != day:
                anchors.append((there, phrase))
    if day is None or on is None or not anchors:
        return []
    anchor, phrase = draw.choice(anchors)
    days = abs((day - anchor).days)
    words = f"{number_word(days, on[0])} day{'s' * (days > 1)} {'after' if day > anchor else 'before'} {phrase}"
    return [Edit(on.start(), place.start + len(place.expr), words)]


def change_number(place: Place, draw: random.Random) -> list[Edit]:
    """A total grown by three to nine; a part made another part of the same total, a total made less than a part that others give; so is a
    figure behind "up to"."""
    start, end, old = read_number(place.expr)
    total = place.fact.get("part_of")
    parts = [here for key, here in place.fact["in"].items() if key != place.key and here.get("population")]
    if total:
        new = draw.choice([n for n in range(1, total) if n != old])
    else:
        less = (parts and not place.here.get("population")) or UP_TO.search(place.text[: place.start])
        new = draw.randint(1, old - 1) if less else old + draw.randint(3, 9)
    return [Edit(place.start + start, place.start + end, number_word(new, place.expr[start:end]))]


def change_figure(place: Place, draw: random.Random) -> list[Edit]:
    """A figure in digits grown beyond what "about" allows: a magnitude by tenths, a small one by three to nine, a large one by a share.
    "Up to" a figure is made less, for a higher bound would contradict nobody."""
    match = FIGURE.search(place.expr)
    if match is None:
        return change_number(place, draw)
    if match["decimal"]:
        new = f"{float(match[0]) + draw.randint(4, 9) / 10:.1f}"
    else:
        old = int(match["whole"].replace(",", ""))
        some = -draw.randint(3, 9) if UP_TO.search(place.text[: place.start]) else draw.randint(3, 9)
        grown = old + some if old < SMALL else old * draw.choice((13, 15, 17, 20)) // 10
        new = f"{grown:,}" if "," in match["whole"] else str(grown)
    return [Edit(place.start + match.start(), place.start + match.end(), new)]


def change_clock(place: Place, draw: random.Random) -> list[Edit]:
    """The hour moved by one to four, on the same side of noon."""
    match = CLOCK.fullmatch(place.expr)
    if match is None:
        raise ValueError(f"no time of day in {place.expr!r}")
    hours = [hour for hour in range(1, 12) if 1 <= abs(hour - int(match["hour"])) <= 4]
    return place.instead(f"{draw.choice(hours)}{match['rest']}")


def slip_month(place: Place, draw: random.Random) -> list[Edit]:
    """The same day of the month before: a slip that papers make."""
    day = absolute_date(place)
    if day is None or ABSOLUTE.fullmatch(place.expr)["weekday"]:  # type: ignore[index]  # absolute_date matched it
        return []
    year, month = (day.year, day.month - 1) if day.month > 1 else (day.year - 1, 12)
    slipped = written(date(year, month, min(day.day, calendar.monthrange(year, month)[1])), place.expr)
    return place.instead(slipped.replace(str(day.year), str(year)))


def respell_number(place: Place, draw: random.Random) -> list[Edit]:
    """ "Two" as "2", "9" as "nine"; not where a sentence would begin with a figure."""
    match = re.search(r"\d+|[A-Za-z]+$", place.expr)
    if match is None or HEDGED.search(place.expr) or not re.search(r"[\w,:]\s$", place.text[: place.start]):
        return []
    word = match[0].casefold()
    if word.isdigit():
        new = NUMBERS[int(word)] if int(word) < len(NUMBERS) else ""
    else:
        new = str(NUMBERS.index(word)) if word in NUMBERS[2:] else ""
    return [Edit(place.start + match.start(), place.start + match.end(), new)] if new else []


def turn_date(place: Place, draw: random.Random) -> list[Edit]:
    """ "January 16" as "16 January", and the other way."""
    match = ABSOLUTE.fullmatch(place.expr)
    if absolute_date(place) is None or match is None or match["weekday"] or match["year"] or match["dot"]:
        return []
    if match["day_first"]:
        return place.instead(f"{match['month_last']} {match['day_first']}")
    return place.instead(f"{match['day_last']} {match['month_first']}")


def hedge(words: str) -> Operator:
    """The operator that puts ``words`` before a number that the articles agree on and that is not hedged yet."""

    def hedged(place: Place, draw: random.Random) -> list[Edit]:
        if place.disputed or HEDGED.search(place.expr):
            return []
        first = words.capitalize() if place.expr[0].isupper() else words
        return place.instead(f"{first} {place.expr[0].lower()}{place.expr[1:]}")

    return hedged


def move(place: Place, draw: random.Random) -> list[Edit]:
    """Another place of the same country and level."""
    kind = place.here.get("kind", place.fact["kind"])
    return place.instead(draw.choice(PLACES[place.fact["country"], str(kind)]))


def change_actor(place: Place, draw: random.Random) -> list[Edit]:
    """Another country in the same form: name, adjective or capital."""
    row = next(row for row in COUNTRIES if place.expr in row)
    others = [other for other in COUNTRIES[2:] if other is not row]
    return place.instead(draw.choice(others)[row.index(place.expr)])


def change_target(place: Place, draw: random.Random) -> list[Edit]:
    """Another group."""
    return place.instead(draw.choice([group for group in GROUPS if group not in place.text]))


def change_role(place: Place, draw: random.Random) -> list[Edit]:
    """Another office."""
    return place.instead(draw.choice(ROLES))


def change_wording(place: Place, draw: random.Random) -> list[Edit]:
    """Another word in a quotation."""
    return place.instead(draw.choice(OTHER_WORDS))


def swap_name(place: Place, draw: random.Random) -> list[Edit]:
    """Another person, wherever the article has the name in full or in its short form."""
    new = draw.choice(OFFICIALS[place.fact["entity"].rpartition(" of ")[2]])
    forms = [place.expr, *([place.here["short"]] if "short" in place.here else [])]
    edits = []
    for match in re.finditer("|".join(rf"\b{re.escape(form)}\b" for form in forms), place.text):
        edits.append(Edit(match.start(), match.end(), new if match[0] == place.expr else new.split()[-1]))
    return edits


OPERATORS: dict[str, tuple[tuple[str, bool, Operator], ...]] = {
    "date": (
        ("date moved", False, shift_date),
        ("month slipped", False, slip_month),
        ("date told from another event", True, make_relative),
        ("day and month turned round", True, turn_date),
    ),
    "killed": (
        ("number changed", False, change_number),
        ("number respelled", True, respell_number),
        ("hedged: at least", True, hedge("at least")),
        ("hedged: about", True, hedge("about")),
    ),
    "place": (("place swapped", False, move),),
    "actor": (("actor changed", False, change_actor),),
    "target": (("target swapped", False, change_target),),
    "role": (("role changed", False, change_role),),
    "name": (("name swapped", False, swap_name),),
    "wording": (("quotation changed", False, change_wording),),
}
OPERATORS["injured"] = OPERATORS["missing"] = OPERATORS["arrested"] = OPERATORS["killed"]
FIGURES = (("figure changed", False, change_figure),)
OPERATORS |= dict.fromkeys(("age", "count", "displaced", "distance", "duration", "magnitude", "money"), FIGURES)
OPERATORS["time"] = (("hour changed", False, change_clock),)


def article_files(folder: Path) -> dict[str, Path]:
    """The articles of a seed set by gold key, the first three characters of their names."""
    return {path.name[:3]: path for path in sorted((folder / "articles").glob("*.txt"))}


def changes(folder: Path, seed: int) -> Iterator[Change]:
    """Every change of every gold fact of the set in ``folder``; ``seed`` settles the draws."""
    gold = yaml.safe_load((folder / "gold.yaml").read_text(encoding="utf-8"))
    files = article_files(folder)
    draw = random.Random(seed)
    for fact in gold.get("facts") or []:
        for key, here in fact["in"].items():
            text = files[key].read_text(encoding="utf-8")
            start = text.index(here["needle"]) + here["needle"].index(here["expr"])
            place = Place(fact, here, key, text, start, gold)
            for name, neutral, operator in OPERATORS[fact["attribute"]]:
                if edits := tuple(operator(place, draw)):
                    said = f"{text[edits[0].start : edits[0].end]} -> {edits[0].new}"
                    yield Change(fact["id"], fact["attribute"], name, files[key].name, neutral, edits, said)
