"""Targets, posts, seats, responsibility."""

from __future__ import annotations

from tests.claim.reader import reading, shown


def test_list_of_targets() -> None:
    told = reading("Sweden launched strikes against bases of the Fell Liberation Front and Fell Liberation Army in Norway.")
    assert shown(told, "target") == ["target=Fell Liberation Army & Fell Liberation Front"]


def test_aimed_at() -> None:
    told = reading("Oslo said the strikes were aimed at the Fell Liberation Front, a Sweden-based faction.")
    assert shown(told, "target") == ["target=Fell Liberation Front by=Norway"]
    assert shown(told, "base") == ["base=Sweden entity=Fell Liberation Front by=Norway"]


def test_where_a_group_operates_is_loose() -> None:
    told = reading("The Fell Liberation Front primarily operates in Sweden.")
    assert shown(told, "base") == ["base=Sweden entity=Fell Liberation Front loose=yes"]


def test_post_of_the_envoy_kept_away() -> None:
    told = reading("Norway recalled its ambassador to Stockholm and did not allow his counterpart to return to Oslo.")
    assert shown(told, "role") == ["role=ambassador"]
    told = reading("Norway called home its ambassador and asked the Swedish charge d'affaires to not return to Oslo.")
    assert shown(told, "role") == ["role=charge d'affaires"]


def test_nobody_claimed_it() -> None:
    told = reading("A car bomb exploded in Lima on Sunday. No group has claimed responsibility.")
    assert shown(told, "responsibility") == ["responsibility=nobody"]


def test_age_of_a_named_person() -> None:
    told = reading("Carlos Quispe, 44, was shot in Lima.")
    assert shown(told, "age") == ["age=44 unit=years entity=Carlos Quispe"]


def test_meetings_accuse_nobody() -> None:
    told = reading("The ministers of Norway held talks with Carlos Quispe in Lima.")
    assert shown(told, "actor") == []
