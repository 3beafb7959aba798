"""Which bodies without a name of their own acted, as printed."""

from __future__ import annotations

import pytest

from tests.claim.reader import event, reading


@pytest.mark.parametrize(
    ("text", "kind", "forces"),
    [
        ("The police smashed the windows and shot three marchers in Lima on Monday.", "shooting", ("police",)),
        ("An army rocket attack on a village near Gao killed nine on Monday.", "strike", ("army",)),
        ("Nine judges were killed near Gao on Monday by a right-wing rebel group.", "killing", ("right-wing rebel group",)),
        ("The murder of nine judges near Gao was ordered by the army high command.", "killing", ("army",)),
        ("Nine judges died near Gao on Monday when soldiers of the Atlas battalion opened fire.", "shooting", ("Atlas battalion",)),
        ("A youth group killed nine judges near Gao on Monday.", "killing", ()),
        ("The killing of three teachers carried out by the army in Lima on Monday shocked the town.", "killing", ("army",)),
        ("We hold Boris Vance's government and the army responsible for the attack.", "attack", ("Boris Vance's government", "army")),
    ],
)  # fmt: skip
def test_bodies_that_acted(text: str, kind: str, forces: tuple[str, ...]) -> None:
    assert event(reading(text), kind=kind).forces == forces


@pytest.mark.parametrize(
    "text, forces",
    [
        ("The Ukrainian army shelled a market in Donetsk on Monday, killing nine people.", ("Ukrainian army",)),
        ("Two students were shot dead by the police in Lagos on Monday.", ("police",)),
        ("Officers of the Nigerian army shot nine farmers dead near Jos on Monday.", ("Nigerian army",)),
        ("Nine farmers were shot dead by a drug gang near Culiacan on Monday.", ("drug gang",)),
        ("The police said that two students were shot dead in Lagos on Monday.", ()),
        ("Army personnel murdered six priests in Lagos on Monday.", ("Army",)),
        ("The Front accused the army and the security services of murdering six priests in Lagos.", ("army", "security services")),
        ("The authorities have attributed the murder of Boris Vance in Lagos to the drug mafias.", ("drug mafias",)),
        ('Boris Vance accused the army of "murdering" Karl Stone in Lagos.', ("army",)),
        ("Six priests were murdered in Lagos on Monday by the Marsh government.", ("Marsh government",)),
    ],
)
def test_the_part_of_a_state_that_acts_is_kept_as_printed(text: str, forces: tuple[str, ...]) -> None:
    (told,) = (e for e in reading(text).events if e.main)
    assert told.forces == forces


@pytest.mark.parametrize(
    ("text", "kind", "forces"),
    [
        ("It was the police who shot two marchers in Lima on Monday, neighbours say.", "shooting", ("police",)),
        ("It was the navy that killed nine fishermen off Lima on Monday, their families say.", "killing", ("navy",)),
        (
            "Nine judges were killed near Gao on Monday by gunmen, apparently hired killers in the pay of the drug cartels.",
            "killing",
            ("drug cartels",),
        ),
        (
            "Nine judges were killed near Gao on Monday by gunmen, said to be killers hired by the drug cartels.",
            "killing",
            ("drug cartels",),
        ),
        ("Nine villagers died in the bombing of Gao, which the air force began on Monday.", "bombing", ("air force",)),
        ("Survivors of the massacre near Gao on Monday say that the army and the police took part in it.", "killing", ("army", "police")),
        ("Nine farmers were killed near Gao on Monday. The church said that the army was to blame.", "killing", ("army",)),
    ],
)
def test_bodies_told_by_a_relative_clause_an_apposition_or_blame(text: str, kind: str, forces: tuple[str, ...]) -> None:
    assert event(reading(text), kind=kind).forces == forces


@pytest.mark.parametrize(
    ("text", "kind", "forces"),
    [
        ("Soldiers shot two students dead in Lagos on Monday. The army called it an error.", "shooting", ("army",)),
        (
            "Nigerian troops killed nine farmers near Jos on Monday. The Nigerian Armed Forces denied it.",
            "killing",
            ("Nigerian Armed Forces",),
        ),
        ("The murder of nine farmers near Jos on Monday by soldiers was denied by the military.", "killing", ("military",)),
        ("Soldiers killed nine farmers on the border on Monday. The Chadian army met the Libyan army there.", "killing", ()),
        ("Libyan troops killed nine farmers on Monday. The Chadian army and the Libyan army fought there.", "killing", ("Libyan army",)),
        ("Rebel troops killed nine farmers near Jos on Monday. The army came late.", "killing", ()),
        ("Soldiers killed nine farmers near Jos on Monday. The Salvation Army sent food.", "killing", ()),
        ("Soldiers killed nine farmers near Jos on Monday. A military court met.", "killing", ()),
        ("Nine farmers were killed near Jos on Monday. Soldiers came. The army counted them.", "killing", ()),
    ],
)
def test_soldiers_serve_the_army_of_which_an_article_tells(text: str, kind: str, forces: tuple[str, ...]) -> None:
    assert event(reading(text), kind=kind).forces == forces


@pytest.mark.parametrize(
    ("doers", "suspects"),
    [
        ("men in soldiers' combat uniforms", ("army",)),
        ("men in military uniforms", ("military",)),
        ("nine men wearing army uniforms", ("army",)),
        ("uniformed men", ("army",)),
        ("four men in uniform", ("army",)),
        ("four men in school uniforms", ()),
        ("four men in masks", ()),
    ],
)
def test_a_uniform_lets_a_reader_suspect_the_army(doers: str, suspects: tuple[str, ...]) -> None:
    told = event(reading(f"A judge was murdered near Jos on Monday by {doers}. The army will look into it."), kind="killing")
    assert (told.forces, told.suspects) == ((), suspects)
