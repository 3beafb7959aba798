"""Places that the shipped tables lack, or that the news calls by more names than the tables know; and what streets are called."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from discrepancy.rulebook.schema import Rule

PlaceSort = Literal["country", "region", "city", "district", "area", "water"]


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPlace(Rule):
    """A place of the news.

    ``geonames`` joins it to a row of the shipped tables (a country code, ``IR/Fars``, a city's number). ``also`` are
    spellings and other names, ``people`` its people and adjectives ("Iranian"), ``speaks`` the places that speak for
    it ("Tehran said").
    ``inside`` are country codes or ids of other entries; ``zone`` is an IANA name.
    """

    needs_examples: ClassVar[bool] = False

    name: str
    sort: PlaceSort
    geonames: str = ""
    also: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    speaks: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    zone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StreetWord(Rule):
    """A word for a street behind its own name ("Elm Avenue"), and what it is shortened to, all in lower case."""

    needs_examples: ClassVar[bool] = False

    name: str
    short: tuple[str, ...] = ()
