"""Who did it and whom it befell, where more is said of somebody before the verb."""

from __future__ import annotations

import pytest

from tests.claim.reader import event, reading


@pytest.mark.parametrize(
    ("text", "actors", "victims"),
    [
        ("Three teachers who refused to leave the village were kidnapped by the rebels.", ("rebels",), ("teachers",)),
        ("A guard who tried to stop the robbers was shot dead in Lima on Monday.", (), ("guard",)),
        ("Rebels who hold the hills killed a mayor in Lima on Monday.", ("rebels",), ("mayor",)),
        ("Gunmen who belong to the Maris Front killed a mayor in Lima on Monday.", ("Maris Front",), ("mayor",)),
        ("Police questioned a man who said that his wife was killed by rebels in Lima.", ("rebels",), ("wife",)),
        ("The officer who says that a man was shot in Lima has left.", (), ("man",)),
    ],
)
def test_a_relative_clause_without_commas_has_a_verb_of_its_own(text: str, actors: tuple[str, ...], victims: tuple[str, ...]) -> None:
    told = next(e for e in reading(text).events if e.type in ("killing", "kidnapping", "shooting"))
    assert (told.actors, told.victims) == (actors, victims)


@pytest.mark.parametrize(
    ("text", "actors", "victims"),
    [
        ("Police officers chasing the robbers shot a woman in Lima on Monday.", ("police officers",), ("woman",)),
        ("A man suspected of helping the rebels was shot in Lima on Monday.", (), ("man",)),
        ("Men armed with rifles killed a judge in Lima on Monday.", ("men",), ("judge",)),
        ("Rebels disguised as policemen stopped a bus near Lima on Monday and shot two passengers.", ("rebels",), ("passengers",)),
        ("Villagers fleeing the war were shot by soldiers near Lima on Monday.", ("soldiers",), ("villagers",)),
        ("Police said men guarding the bridge killed two traders in Lima on Monday.", ("men",), ("traders",)),
        ("A judge whom the cartel had threatened was shot in Lima on Monday.", (), ("judge",)),
        ("The men who witnesses say killed a judge in Lima on Monday have fled.", ("men",), ("judge",)),
        ("Norway searched for answers on Tuesday a day after gunmen killed nine clerks in Lima.", ("gunmen",), ("clerks",)),
        ("The envoys arrived in Lima after six priests were killed by soldiers on Monday.", ("soldiers",), ("priests",)),
        ("The men claimed in a letter that a judge was killed by soldiers in Lima.", ("soldiers",), ("judge",)),
        ("The Maris Front said in a statement that the army had killed nine farmers in Lima.", ("army",), ("farmers",)),
        ("A spokesman said on the radio that rebels killed two nuns in Lima.", ("rebels",), ("nuns",)),
        ("The building in Lima was empty when gunmen killed a guard on Monday.", ("gunmen",), ("guard",)),
    ],
)
def test_a_participle_behind_somebody_takes_no_verb_from_him(text: str, actors: tuple[str, ...], victims: tuple[str, ...]) -> None:
    told = next(e for e in reading(text).events if e.type in ("killing", "shooting"))
    assert (told.actors, told.victims) == (actors, victims)


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The group of men stormed Redhill Station attacking passengers and staff.", ()),
        ("Five people were killed in Norway's worst attack.", ()),
        ("Five people were killed in Norway's worst attack on Sweden.", ("Norway",)),
        ("Five people were killed in Norway's new attack.", ("Norway",)),
    ],
)
def test_neither_a_building_nor_the_state_in_which_a_deed_ranks_first_did_it(text: str, actors: tuple[str, ...]) -> None:
    assert event(reading(text), kind="attack").actors == actors


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The Silver Mat Brothers heist in Lima on Monday was filmed.", ()),
        ("The Zenda Liberation Front's robbery of a bank in Lima on Monday was filmed.", ("Zenda Liberation Front",)),
    ],
)
def test_the_name_before_a_theft_is_of_what_was_robbed(text: str, actors: tuple[str, ...]) -> None:
    assert event(reading(text), kind="theft").actors == actors


def test_whom_police_arrested_is_who_shot_and_not_who_was_shot() -> None:
    told = reading("The guard who shot the man was arrested in Lima on Monday.")
    assert event(told, kind="arrest").victims == ("guard",)


@pytest.mark.parametrize(
    ("text", "actors", "victims"),
    [
        ("The gang that tried to rob the bank killed two guards in Lima on Monday.", ("gang",), ("guards",)),
        ("Journalists who reached the village said soldiers had killed nine farmers.", ("soldiers",), ("farmers",)),
        ("They told Lima that the gunmen who killed the judge had fled.", ("gunmen",), ("judge",)),
        ("A student leader, Boris Vance, was found dead in Lima on Monday.", (), ("Boris Vance",)),
        ("Gunmen shot a student leader, Boris Vance, in Lima on Monday.", ("gunmen",), ("Boris Vance",)),
        ("Their murder in Lima on Monday angered the Maris Union.", (), ()),
    ],
)
def test_that_and_an_apposition_leave_a_verb_its_own_people(text: str, actors: tuple[str, ...], victims: tuple[str, ...]) -> None:
    told = next(e for e in reading(text).events if e.type in ("killing", "shooting"))
    assert (told.actors, told.victims) == (actors, victims)


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Norwegian officers ordered rebels to stop the siege by attacking a bridge.", ("rebels",)),
        ("The patrols met those determined to stop them by attacking a bridge.", ()),
        ("Norway closed the road. The rebels meanwhile kept up their attacks on bridges near Lima.", ("rebels",)),
        ('Boris Vance shot a judge in Lima. He said of the army: "It is known for its attacks on bridges near Cusco."', ()),
    ],
)
def test_who_is_to_act_and_whom_their_means(text: str, actors: tuple[str, ...]) -> None:
    told = next(e for e in reading(text).events if e.type == "attack")
    assert told.actors == actors
