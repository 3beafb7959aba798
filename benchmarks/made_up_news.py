"""News that nobody wrote: any number of stories, each told by several outlets, some with one fact changed in one of them.

Takes a seed and a number; gives articles as records, and which of them contradict which in what. All sentences, people and outlets are
made up; towns are drawn from the package's own gazetteer. The same seed gives the same articles, and the first thousand of fifty thousand
are those of one thousand: what changes between two sizes is the company an article keeps.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from discrepancy.rulebook.load import rules_folder

_FIRST = """
Ada Aldo Alma Anton Arne Astrid Basil Berta Bruno Carla Cato Clara Corin Dagny Dario Delia Edda Egon Elin Emil Enzo Erna Fabio
Felix Flora Gerda Gino Greta Hedda Hugo Ida Igor Ines Ivo Jana Jasper Jonas Josef Kaspar Katja Klara Lars Lea Leo Livia Lorenz
Luisa Magda Marco Marta Milo Mina Nadia Nero Nils Nora Olaf Olga Orla Otto Paula Pavel Petra Pia Quentin Rafael Rita Rolf Rosa
Rupert Sasha Selma Silas Sofia Sven Tamar Theo Tilda Timo Ulla Urs Vera Viktor Wanda Werner Xenia Yara Yuri Zelda Zoran
"""
_HEADS = """
Bal Bran Cor Dal Dor Eld Fal Fen Gar Hal Har Hol Kel Kor Lan Lor Mal Mar Mor Nor Orm Pel Quar Ral Ros Sal Sel Stor Tal Tor Ulm
Val Var Wal Wen Yar Zan
"""
_TAILS = """
bach bakk berg dahl dane feld gren holt kamp land lin lund mark maro moor nesse rath rell sen sson stad strom thal vane vik wick
wyn zek
"""
FIRST = _FIRST.split()
LAST = [head + tail for head in _HEADS.split() for tail in _TAILS.split()]
OUTLETS = [
    f"{place} {paper}"
    for place in ("Harbour", "Valley", "Summit", "Lakeside", "Coastal", "Northern", "Central", "Eastern", "Meadow", "Bridge")
    for paper in ("Post", "Times", "Herald", "Courier", "Gazette", "Observer", "Ledger", "Tribune")
]

KINDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "shooting": (
        (
            "A shooting in {town}, {country}, killed {killed} people on {day}, {source} said.",
            "{Killed} people were killed in a shooting in {town}, {country}, on {day}, according to {source}.",
            "Gunfire in {town} in {country} left {killed} people dead on {day}, {source} said.",
        ),
        ("{Injured} others were wounded in the shooting.", "The shooting wounded {injured} more people.", "{Injured} people were injured."),
    ),
    "bombing": (
        (
            "A bombing in {town}, {country}, killed {killed} people on {day}, {source} said.",
            "A bomb exploded in {town}, {country}, on {day}, killing {killed} people, {source} said.",
            "{Killed} people were killed when a bomb went off in {town}, {country}, on {day}, according to {source}.",
        ),
        ("The blast injured {injured} people.", "{Injured} people were wounded in the explosion.", "{Injured} others were injured."),
    ),
    "earthquake": (
        (
            "An earthquake killed {killed} people in {town}, {country}, on {day}, {source} said.",
            "{Killed} people died in an earthquake that struck {town}, {country}, on {day}, according to {source}.",
            "An earthquake struck {town} in {country} on {day}, killing {killed} people, {source} said.",
        ),
        ("{Injured} people were injured.", "The earthquake injured {injured} people.", "{Injured} others were hurt in the quake."),
    ),
    "crash": (
        (
            "A bus crash near {town}, {country}, killed {killed} people on {day}, {source} said.",
            "{Killed} people were killed in a bus crash near {town}, {country}, on {day}, according to {source}.",
            "A bus overturned near {town} in {country} on {day}, killing {killed} people, {source} said.",
        ),
        ("{Injured} passengers were injured.", "The crash injured {injured} people.", "{Injured} other people were hurt."),
    ),
    "fire": (
        (
            "A fire in {town}, {country}, killed {killed} people on {day}, {source} said.",
            "{Killed} people died in a fire in {town}, {country}, on {day}, according to {source}.",
            "A fire tore through a building in {town} in {country} on {day}, killing {killed} people, {source} said.",
        ),
        ("{Injured} people were injured in the fire.", "The fire injured {injured} others.", "{Injured} people were hurt."),
    ),
}  # fmt: skip
PEOPLE = (
    "Among the dead was {person}, {age}, a {work} from {town}.",
    "{person}, {age}, was among those killed.",
    "One of the victims was named as {person}, {age}.",
)
FILLERS = (
    "{speaker}, who speaks for {source}, asked residents to keep away from the area while the work went on.",
    "Roads around {town} were closed for several hours, and traffic was led past the town on the old road.",
    "Neighbours brought blankets and hot drinks to the people who had to leave their homes.",
    "“We have seen nothing like it here,” said {neighbour}, who runs a shop close to the market of {town}.",
    "The mayor of {town}, {mayor}, called the news a heavy blow for the town and thanked the crews.",
    "Crews from the neighbouring towns came to help, {speaker} said, and more were on their way.",
    "Schools in {town} stayed closed, and a hall was opened for families who waited for word.",
    "What led to it was not clear, and {source} said that it would take time to find out.",
    "“People should listen to those who know the place,” {mayor} told reporters outside the town hall.",
    "Shops along the main street shut their doors early, and the evening market was called off.",
    "{neighbour} said that the noise had woken the whole street and that lights went on in every window.",
    "The council will meet to talk about help for the families, a member of the council said.",
    "A line for relatives was set up, and volunteers wrote lists of those who had been found by their families.",
    "Old residents of {town} said that they could not remember a day like it.",
    "{speaker} said that the families had been told and asked for their wish to be left alone to be respected.",
)
WORKS = (
    "teacher farmer nurse student builder driver baker clerk pensioner cook tailor guard plumber florist joiner waiter dentist porter "
    "librarian electrician gardener"
)
SOURCES = ("police", "the interior ministry", "local officials", "the fire service", "the civil protection agency", "hospital officials")


STORIES_A_DAY = 25
"""Stories come as a stream, so many a day: fifty thousand articles are two years of it."""


@dataclass(frozen=True, slots=True)
class Planted:
    """A conflict that was put in: the articles of the story, the one that differs, and in what."""

    articles: tuple[str, ...]
    odd: str
    slot: str


@dataclass(frozen=True, slots=True)
class _Story:
    kind: str
    town: str
    country: str
    day: date
    killed: int
    injured: int
    person: str
    age: int
    source: str
    speaker: str
    neighbour: str
    work: str


@cache
def towns() -> tuple[tuple[str, str], ...]:
    """Town and country, of towns large enough to be known and whose name is one word."""
    folder = rules_folder().parent / "discrepancy" / "gazetteer"
    table = folder if folder.is_dir() else rules_folder().parent / "gazetteer"
    rows = [line.split("\t") for line in (table / "places.tsv").read_text(encoding="utf-8").splitlines()]
    countries = {row[3]: row[2] for row in rows if len(row) > 3 and row[1] == "C"}
    found = [(row[2], countries[row[3]]) for row in rows if len(row) > 5 and row[1] == "P" and row[3] in countries and row[5].isdigit()
             and int(row[5]) > 40_000 and row[2].isalpha() and row[2].isascii()]  # fmt: skip
    counts = Counter(town for town, _ in found)
    return tuple(sorted((town, country) for town, country in found if counts[town] == 1 and town != country))


def articles(count: int, seed: int = 8, characters: int = 1500) -> Iterator[tuple[dict[str, str], Planted | None]]:
    """``count`` articles of about so many characters as records, and with the last article of a story what was planted in it."""
    made = story = 0
    told_of: set[tuple[str, str, date]] = set()
    while made < count:
        draw = random.Random(f"{seed}:{story}")
        told = min(draw.choice((1, 2, 3, 3, 4, 6)), count - made)
        fact = _drawn(draw, date(2023, 1, 5) + timedelta(days=story // STORIES_A_DAY))
        slot = draw.choice(("killed", "injured", "age", "date")) if told > 1 and draw.random() < 0.35 else ""
        while not told_of.isdisjoint(_days(fact, slot)):
            town, country = draw.choice(towns())
            fact = replace(fact, town=town, country=country)
        told_of.update(_days(fact, slot))
        odd = draw.randrange(told)
        outlets = draw.sample(OUTLETS, told)
        names = tuple(f"{story:06}-{number}" for number in range(told))
        for number in range(told):
            own = _changed(fact, slot, draw) if slot and number == odd else fact
            record = {
                "doc_id": names[number],
                "source": outlets[number],
                "published": (fact.day + timedelta(days=1)).isoformat(),
                **_written(own, draw, characters),
            }
            yield record, Planted(names, names[odd], slot) if slot and number == told - 1 else None
        made += told
        story += 1


def _days(fact: _Story, slot: str) -> list[tuple[str, str, date]]:
    """Kind, town and days that the articles of a story may print. Two fires in one town on one day with two tolls are a conflict to every
    reader, planted or not, so no two stories share these; those of neighbouring days stay, and are for the program to tell apart."""
    return [(fact.kind, fact.town, fact.day - timedelta(days=days)) for days in range(3 if slot == "date" else 1)]


def _drawn(draw: random.Random, day: date) -> _Story:
    town, country = draw.choice(towns())
    people = [_person(draw) for _ in range(3)]
    return _Story(
        draw.choice(sorted(KINDS)), town, country, day, draw.randint(3, 40),
        draw.randint(5, 90), people[0], draw.randint(19, 84), draw.choice(SOURCES), people[1], people[2],
        draw.choice(WORKS.split()),
    )  # fmt: skip


def _person(draw: random.Random) -> str:
    return f"{draw.choice(FIRST)} {draw.choice(LAST)}"


@cache
def _mayor(town: str) -> str:
    """The one mayor of a town: two stories of one town that name two are at odds, planted or not."""
    return _person(random.Random(f"mayor of {town}"))


def _changed(fact: _Story, slot: str, draw: random.Random) -> _Story:
    if slot == "killed":
        return replace(fact, killed=fact.killed + draw.choice((2, 3, 5)))
    if slot == "injured":
        return replace(fact, injured=fact.injured + draw.choice((4, 7, 11)))
    if slot == "age":
        return replace(fact, age=fact.age + draw.choice((2, 4, 7)))
    return replace(fact, day=fact.day - timedelta(days=draw.choice((1, 2))))


def _written(fact: _Story, draw: random.Random, characters: int) -> dict[str, str]:
    day = f"{fact.day:%A}, {fact.day.day} {fact.day:%B} {fact.day.year}"
    words = {
        "town": fact.town, "country": fact.country, "day": day, "killed": str(fact.killed), "Killed": str(fact.killed),
        "injured": str(fact.injured), "Injured": str(fact.injured), "person": fact.person, "age": str(fact.age), "source": fact.source,
        "speaker": fact.speaker, "mayor": _mayor(fact.town), "neighbour": fact.neighbour,
        "work": fact.work,
    }  # fmt: skip
    leads, hurt = KINDS[fact.kind]
    said = [draw.choice(leads), draw.choice(hurt), draw.choice(PEOPLE)]
    size = sum(map(len, said))
    while size < characters:
        more = draw.choice(FILLERS)
        said.append(more)
        size += len(more)
    sentences = [line.format(**words) for line in said]
    paragraphs = [" ".join(sentences[i : i + 3]) for i in range(0, len(sentences), 3)]
    return {"title": f"{fact.kind.capitalize()} in {fact.town}", "text": "\n\n".join(paragraphs)}
