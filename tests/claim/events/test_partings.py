"""Deeds of one sentence that are not one."""

from __future__ import annotations

from tests.claim.reader import event, reading


def test_whoever_looked_into_a_murder_is_another_victim_than_its_own() -> None:
    told = reading("A judge who investigated the murder of a minister was killed in Lima on Monday.")
    assert [e.victims for e in told.events] == [("minister",), ("judge",)]


def test_deeds_of_a_list_in_places_of_their_own_are_one_each() -> None:
    told = reading("The killing of ten peasants in Cusco and the bombing of a church in Lima were condemned on Sunday.")
    assert (event(told, kind="killing").places[:1], event(told, kind="bombing").places[:1]) == (("Cusco",), ("Lima",))


def test_a_list_without_places_may_tell_of_one() -> None:
    told = reading("The bombing of a church and the killing of nine worshippers were condemned on Sunday.")
    assert len(told.events) == 1
