"""What was done to somebody, told by a participle alone."""

from __future__ import annotations

import pytest

from tests.claim.reader import event, reading


@pytest.mark.parametrize(
    "text, victim",
    [
        ("The teacher kidnapped on Monday near Jos by gunmen is well.", "teacher"),
        ("The mayor asked for the release of Boris Vance, kidnapped on Monday near Jos by gunmen.", "Boris Vance"),
        ("Boris Vance, a teacher, was kidnapped on Monday near Jos by gunmen.", "Boris Vance"),
        ("The teacher Boris Vance, kidnapped last Monday by gunmen, is well.", "Boris Vance"),
    ],
)
def test_who_was_taken_did_not_take(text: str, victim: str) -> None:
    told = event(reading(text), kind="kidnapping")
    assert told.victims == (victim,) and told.actors == ("gunmen",)


@pytest.mark.parametrize("headline", ["Boris Vance stabbed at fair", "Boris Vance bombed in Jos"])
def test_a_headline_tells_in_a_past_form_what_befell_somebody(headline: str) -> None:
    told = reading("The police in Jos are looking for a man in a green car, and for his brother.", title=headline)
    assert not [name for mention in told.events for name in mention.actors]


def test_with_somebody_behind_it_the_verb_tells_who_took() -> None:
    told = event(reading("The rebels, led by Boris Vance, kidnapped nine teachers near Jos on Monday."), kind="kidnapping")
    assert told.victims == ("teachers",) and "Boris Vance" not in told.victims


def test_was_and_found_reach_over_other_words() -> None:
    freed = event(reading("Boris Vance was kidnapped on 12 May near Jos and released on 13 May."), kind="kidnapping")
    assert freed.victims == ("Boris Vance",) and not freed.actors
    found = event(reading("Boris Vance was found murdered on Monday near Jos."), kind="killing")
    assert found.victims == ("Boris Vance",) and not found.actors


@pytest.mark.parametrize("text", ["Two devices exploded on Monday in Jos.", "A Vexil bus exploded on Monday in Jos."])
def test_what_explodes_of_itself_did_nothing(text: str) -> None:
    assert not event(reading(text), kind="bombing").actors


def test_taken_by_force_is_taken_by_nobody_named() -> None:
    told = event(reading("Two teachers were kidnapped by force near Jos on Monday."), kind="kidnapping")
    assert told.victims == ("teachers",) and not told.actors


@pytest.mark.parametrize(
    "text", ["Mayor Boris Vance shot dead in Jos on Monday.", "Boris Vance, a teacher gunned down in Jos on Monday, was old."]
)
def test_who_was_shot_dead_shot_nobody(text: str) -> None:
    assert not event(reading(text), kind="shooting").actors


def test_who_shot_somebody_dead_did_it() -> None:
    assert event(reading("Boris Vance shot dead two guards in Jos on Monday."), kind="shooting").actors == ("Boris Vance",)


def test_whose_murder_it_is_was_murdered() -> None:
    assert not event(reading("The MP's murder on Monday shocked the town of Jos."), kind="killing").actors
    assert event(reading("Boris Vance's murder on Monday shocked the town of Jos."), kind="killing").victims == ("Boris Vance",)


def test_who_was_driven_out_in_a_coup_that_killed_killed_nobody() -> None:
    told = event(reading("Soldiers ousted President Boris Vance in a coup that killed at least 15 people."), kind="mutiny")
    assert "Boris Vance" not in told.actors


@pytest.mark.parametrize("text", ["Rebels killed the mayor of Lima on Monday.", "The mayor of Zelbu was killed by rebels on Monday."])
def test_an_officer_of_a_place_was_hit_and_no_state(text: str) -> None:
    assert event(reading(text), kind="killing").victims == ("mayor",)


def test_members_of_a_group_are_the_group() -> None:
    told = event(reading("Soldiers killed members of the Zelbu Liberation Front in Lima on Monday."), kind="killing")
    assert told.victims == ("Zelbu Liberation Front",)


@pytest.mark.parametrize(
    "text",
    ["Police executed a search warrant in Lima on Monday.", "The firm executed its plan.", "Officers executing a warrant found two guns."],
)
def test_warrants_and_plans_are_executed_and_nobody_is(text: str) -> None:
    assert not [told for told in reading(text).events if told.type == "killing"]


def test_who_is_executed_is_killed() -> None:
    told = event(reading("Rebels executed two guards near Jos on Monday."), kind="killing")
    assert told.victims == ("guards",) and told.actors == ("rebels",)


@pytest.mark.parametrize(
    ("text", "victim", "actor"),
    [
        ("The teachers whom the Zenda Front kidnapped near Jos on Monday are well.", "teachers", "Zenda Front"),
        ("A teacher in Jos, who was kidnapped by rebels on Monday, is well.", "teacher", "rebels"),
        ("The army's kidnapping of six teachers near Jos on Monday was condemned.", "teachers", "army"),
    ],
)
def test_whom_a_clause_tells_of_before_its_subject_was_hit(text: str, victim: str, actor: str) -> None:
    told = event(reading(text), kind="kidnapping")
    assert told.victims == (victim,) and told.actors == (actor,)
