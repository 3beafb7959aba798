"""Who is accused of a deed, on whom it is blamed, and who claims it: in many regions and wordings."""

from __future__ import annotations

import pytest

from tests.claim.reader import claims, event, reading, shown


@pytest.mark.parametrize(
    ("text", "kind", "actor"),
    [
        ("Ukraine accused Russia of shelling a clinic in Kherson on Monday, killing three.", "strike", "Russia"),
        ("Hamas said Israel was responsible for the strike on a school in Khan Younis on Monday that killed 12.", "strike", "Israel"),
        ("Officials in Kabul blamed the bombing of a mosque in Kunduz on the Zenda Liberation Front.", "bombing", "Zenda Liberation Front"),
        ("Union leaders are accusing Russia of having carried out the bomb attack on a depot in Kherson on Monday.", "bombing", "Russia"),
        (
            "An attack on a bus near Gao on Monday, which officials have blamed on the Zenda Liberation Front, killed nine.",
            "attack",
            "Zenda Liberation Front",
        ),
        ("Hamas said that Israel was behind the murder of two engineers near Tyre on Monday.", "killing", "Israel"),
        ("The report tells of Russia's responsibility for the murder of two judges in Kherson.", "killing", "Russia"),
        ("Rebels of the Zenda Liberation Front are linked to the murder of two judges near Gao.", "killing", "Zenda Liberation Front"),
        ('The mayor rejected that version and accused Russia of "murdering" two judges near Kherson.', "killing", "Russia"),
        ("Unions blamed units of the Zenda Liberation Front for the murder of two judges near Gao.", "killing", "Zenda Liberation Front"),
        (
            "The president implicated members of the Zenda Liberation Front in the murder of two judges.",
            "killing",
            "Zenda Liberation Front",
        ),
        ("Unions blame the Zenda Liberation Front for this cowardly murder of two judges.", "killing", "Zenda Liberation Front"),
        ("The Zenda Liberation Front is being charged with the murder of two judges near Gao.", "killing", "Zenda Liberation Front"),
        (
            "Police have no doubt that the Zenda Liberation Front is behind the attack on a bus near Gao.",
            "attack",
            "Zenda Liberation Front",
        ),
        ("Mali's rulers pinned the attack on a bus near Gao on the Zenda Liberation Front.", "attack", "Zenda Liberation Front"),
    ],
)
def test_who_accuses_is_not_who_did_it(text: str, kind: str, actor: str) -> None:
    told = reading(text)
    about = event(told, kind=kind)
    assert about.actors == (actor,)
    assert [c.stance for c in claims(told, "actor", about)] == ["alleged"]


@pytest.mark.parametrize(
    "text",
    [
        "The Zenda Liberation Front claimed the suicide attack on a checkpoint in Bannu that killed 12 soldiers on Tuesday.",
        "Responsibility for the blast in Peshawar on Tuesday was claimed by the Zenda Liberation Front.",
        "A bombing in Quetta on Tuesday was claimed by the Zenda Liberation Front.",
        "A radio had a call from the Zenda Liberation Front claiming the bombing of a bus in Quetta on Tuesday.",
        "The Zenda Liberation Front issued a statement claiming the bombing of a bus in Quetta on Tuesday.",
    ],
)
def test_who_claims_a_deed_is_its_actor_and_says_so_himself(text: str) -> None:
    told = reading(text)
    about = event(told, kind="bombing")
    assert about.actors == ("Zenda Liberation Front",)
    assert [c.value.members for c in claims(told, "responsibility", about)] == [("Zenda Liberation Front",)]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text",
    [
        "The army claimed the attack killed nine rebels near Gao on Tuesday.",
        "No group claimed the attack near Gao on Tuesday, which killed nine.",
        "Officials blamed the explosion in Gao on Tuesday on a leaking pipe.",
        "The Zenda Liberation Front found a note claiming the bombing of a bus near Gao on Tuesday.",
        "A bus was bombed near Gao on Tuesday. There is no evidence that the Zenda Liberation Front carried out the bombing.",
        "A bus was bombed near Gao on Tuesday. Nobody knows whether the Zenda Liberation Front carried out the bombing.",
        "A bus was bombed near Gao on Tuesday. Nobody knows if the Zenda Liberation Front carried out the bombing.",
        "A bus was bombed near Gao on Tuesday. The mayor doubts that the Zenda Liberation Front carried out the bombing.",
        "A bus was bombed near Gao on Tuesday. The mayor does not believe that the Zenda Liberation Front carried out the bombing.",
        "A bus was bombed near Gao on Tuesday. It is unlikely that the Zenda Liberation Front carried out the bombing.",
        "A bus was bombed near Gao on Tuesday. The mayor rejected claims that the Zenda Liberation Front carried out the bombing.",
        "A bus was bombed near Gao on Tuesday. It is unclear whether the Zenda Liberation Front is behind the bombing.",
        "Police could not confirm that the Zenda Liberation Front carried out the bombing of a bus near Gao on Tuesday.",
        "The mayor has not verified that the bombing of a bus near Gao on Tuesday was carried out by the Zenda Liberation Front.",
    ],
)
def test_what_else_is_claimed_or_blamed_makes_nobody_responsible(text: str) -> None:
    assert not claims(reading(text), "responsibility") and not claims(reading(text), "actor")


def test_an_older_deed_from_which_time_is_counted_is_another_and_keeps_its_toll() -> None:
    told = reading("The blast in Quetta on Monday came two years after a bombing at a mosque killed 60 people.")
    now, then = (e for e in told.events if e.type == "bombing")
    assert now.main and not now.background and then.background
    assert not claims(told, "killed", now) and shown(told, "killed", then) == ["killed=60"]


def test_suspected_is_no_part_of_a_name() -> None:
    told = event(reading("Suspected Boko Haram militants killed nine farmers near Maiduguri on Saturday."), kind="killing")
    assert told.actors == ("Boko Haram",)


@pytest.mark.parametrize(
    "text",
    [
        "The Zenda Liberation Front denied killing nine farmers near Gao on Tuesday.",
        "The Zenda Liberation Front denied that it had killed nine farmers near Gao on Tuesday.",
        "The Zenda Liberation Front denied having carried out the attack on a bus near Gao on Tuesday.",
    ],
)
def test_who_disowns_a_deed_is_not_its_actor(text: str) -> None:
    told = reading(text)
    assert not any(e.actors for e in told.events) and not claims(told, "actor")
    assert event(reading(text.replace("denied", "admitted")), actor="Zenda Liberation Front")


@pytest.mark.parametrize(
    "text",
    [
        "The Zenda Liberation Front condemns the murder of two judges near Gao.",
        "A judge rejected the charges made by the Zenda Liberation Front that the attack on a bus near Gao had been carried out by troops.",
        "An attack on a bus near Gao killed nine a week after the Zenda Liberation Front halted its attacks on roads.",
        "This is told in a letter released by the Zenda Liberation Front. A man was kidnapped near Gao on Monday.",
        "The union accused the Zenda Liberation Front of a cover-up of the attack on a bus near Gao.",
        "Rebels, the Zenda Liberation Front or smugglers could have carried out the attack on a bus near Gao.",
    ],
)
def test_who_speaks_of_a_deed_or_ends_his_own_is_not_its_actor(text: str) -> None:
    assert not any("Zenda Liberation Front" in e.actors for e in reading(text).events)


def test_who_is_held_for_a_deed_is_alleged_to_have_done_it() -> None:
    told = reading("Members of the Zenda Liberation Front were arrested for the murder of two judges near Gao.")
    about = event(told, kind="killing")
    assert about.actors == ("Zenda Liberation Front",) and [c.stance for c in claims(told, "actor", about)] == ["alleged"]


def test_behind_a_list_of_those_hit_stands_who_did_it() -> None:
    text = (
        "The murder of Boris Vance, Carl Rudd and Dora Moss, along with two guards, was carried out by the Zenda Liberation Front near Gao."
    )
    assert event(reading(text), kind="killing").actors == ("Zenda Liberation Front",)


@pytest.mark.parametrize(
    "text",
    [
        "Two rebels of the Zenda Liberation Front were arrested for their role in the murder of two judges near Gao.",
        "Police arrested two rebels of the Zenda Liberation Front for their alleged involvement in the murder of two judges near Gao.",
        "Police arrested two rebels of the Zenda Liberation Front for murdering two judges near Gao.",
        "Two rebels of the Zenda Liberation Front were charged with murdering two judges near Gao.",
    ],
)
def test_a_deed_for_which_somebody_is_held_is_another_event_than_the_arrest(text: str) -> None:
    about = event(reading(text), kind="killing")
    assert about.victims == ("judges",)
    assert about.actors == ("Zenda Liberation Front",)


def test_who_is_arrested_after_a_deed_is_not_hit_by_it() -> None:
    told = reading("Boris Vance was arrested on Friday after stabbing two judges near Gao.")
    assert not {"judges"} & {v for e in told.events if e.type == "arrest" for v in e.victims}


def test_we_is_the_group_that_speaks() -> None:
    told = reading('"We bombed a bank in Lima on Monday," the Zenda Liberation Front said in a statement.')
    assert any("Zenda Liberation Front" in e.actors for e in told.events)
    assert not any(e.actors for e in reading('"We bombed a bank in Lima on Monday," a man said in a letter.').events)


@pytest.mark.parametrize(
    "told",
    [
        "The bishop said that the Zenda Liberation Front was behind the crime.",
        "Rebels of the Zenda Liberation Front have been charged with the murder.",
        "Four rebels of the Zenda Liberation Front were arrested in connection with the murder.",
        "Police arrested four rebels of the Zenda Liberation Front in connection with the murder.",
        "The murder was planned by the Zenda Liberation Front.",
    ],
)
def test_what_is_told_of_the_crime_is_told_of_the_deed(told: str) -> None:
    about = event(reading(f"Nine judges were killed near Gao on Monday. {told}"), kind="killing")
    assert (about.actors, about.victims) == (("Zenda Liberation Front",), ("judges",))


def test_a_crime_attributed_in_the_same_sentence() -> None:
    told = reading("Nine judges were killed near Gao on Monday in a crime attributed to the Zenda Liberation Front.")
    assert event(told, kind="killing").actors == ("Zenda Liberation Front",)


@pytest.mark.parametrize("text", ["Crime is rising in Gao.", "Police kept people from the scene of the crime near Gao on Monday."])
def test_crime_alone_tells_of_no_event(text: str) -> None:
    assert not reading(text).events


@pytest.mark.parametrize(
    "text",
    [
        "Suspected fighters of the Zenda Battalion shot two judges near Gao on Monday.",
        "Two judges were shot near Gao on Monday by men believed to be members of the Zenda Battalion.",
        "The Zenda Battalion is to blame for Monday's shooting of two judges near Gao, the mayor said.",
        "The Zenda Battalion is thought to have carried out Monday's shooting of two judges near Gao.",
        "The bishop condemned the Zenda Battalion for Monday's shooting of two judges near Gao.",
        "The shooting of two judges near Gao on Monday has been attributed by the mayor to the Zenda Battalion.",
    ],
)
def test_who_is_only_taken_to_have_done_it_is_alleged(text: str) -> None:
    about = event(told := reading(text), kind="shooting")
    assert about.actors == ("Zenda Battalion",)
    assert "asserted" not in {c.stance for c in claims(told, "actor", about)}


@pytest.mark.parametrize(
    "text",
    [
        "Two members of the Zenda Liberation Front were charged on Tuesday with Sunday's killing of a miller in Gao.",
        "Two members of the Zenda Liberation Front were arrested on Tuesday for the killing of a miller in Gao.",
        "The army accused the Zenda Liberation Front of shooting dead a miller in Gao on Sunday.",
    ],
)
def test_a_day_beside_a_word_of_blame_does_not_hide_whom_it_blames(text: str) -> None:
    assert ("Zenda Liberation Front",) in [told.actors for told in reading(text).events if told.type in ("killing", "shooting")]


def test_who_denied_a_deed_on_some_day_did_not_do_it() -> None:
    told = reading("The Zenda Liberation Front denied on Tuesday that it had killed a miller in Gao on Sunday.")
    assert not event(told, kind="killing").actors


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "The minister named the Zenda Liberation Front, whose gunmen carried out the killing of two judges near Gao on Monday.",
            "killing",
        ),
        ("The men who murdered two judges near Gao on Monday were members of the Zenda Liberation Front, police said.", "killing"),
        (
            "Nine farmers died in a raid near Gao on Monday. Survivors recognised the attackers as rebels of the Zenda Liberation Front.",
            "attack",
        ),
        ("Two judges were kidnapped near Gao on Monday. Police say the Zenda Liberation Front was behind it.", "kidnapping"),
        ("A bomb went off in Gao on Monday. Leaflets left there bore the name of the Zenda Liberation Front.", "bombing"),
        ("The Zenda Liberation Front today threatened to murder judges who vote.", "killing"),
    ],
)
def test_whose_men_they_were_is_told_around_the_deed(text: str, kind: str) -> None:
    assert event(reading(text), kind=kind).actors == ("Zenda Liberation Front",)


def test_a_group_behind_an_aside_that_condemns_a_deed_is_not_suspected_of_it() -> None:
    told = reading(
        "Two people died on Monday in an attack on a bus near Gao. The Zenda Liberation Front, which keeps a truce, condemned the attack."
    )
    assert event(told, kind="attack").suspects == ()


def test_what_a_group_has_done_over_the_years_is_not_the_deed_of_the_day() -> None:
    told = reading(
        "Nine buses were attacked in Gao on Monday by men of the Zenda Liberation Front.\n\n"
        "The Zenda Liberation Front is responsible for the death of some 18,000 people."
    )
    assert [claim.event for claim in claims(told, "killed")] == [event(told, kind="killing").id]
    assert claims(told, "date", event(told, kind="attack"))


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The Zenda Front claimed responsibility for the attack on two policemen near Gao.", ("Zenda Front",)),
        ("Nobody took responsibility for the attack on two policemen near Gao.", ()),
        ("The governor pointed out that the attack on a bridge near Gao was the work of rebels.", ("rebels",)),
        ("The governor ruled out the attack on a bridge near Gao.", ()),
        ("The report on the attack near Gao on Monday was made by Boris Vance.", ()),
        ("The inquiry into the attack near Gao on Monday was led by Boris Vance.", ()),
        ("The attack on a bridge near Gao proves that the decision made by the Red Court was wrong.", ()),
        ("The Red Court order freeing those responsible for the attack near Gao on Monday angered many.", ()),
        ("According to the governor, those who attacked the bridge near Gao on Monday came on foot.", ()),
        ('The governor told reporters that "hired gunmen" were involved in the attack on a bridge near Gao.', ("hired gunmen",)),
        ("Nobody had foreseen the attacks on bridges near Gao by the time Boris Vance took office.", ()),
        ("Gunmen are most certainly to blame for the attack near Gao, according to the Norwegian daily Nord.", ("gunmen",)),
        ("The attack near Gao in which nine Norwegian soldiers died was blamed by officials on smugglers.", ("smugglers",)),
        ("An attack on a bridge near Gao on Monday, which the Red Brigade claimed, was the first this year.", ("Red Brigade",)),
        ("A bridge near Gao was attacked on Monday by guerrillas, apparently of the Red Brigade.", ("Red Brigade",)),
        ("A bridge near Gao was attacked on Monday by a gang that calls itself the Red Brigade.", ("Red Brigade",)),
    ],
)
def test_whoever_is_named_beside_a_deed_did_not_do_it_for_that(text: str, actors: tuple[str, ...]) -> None:
    assert event(reading(text), kind="attack").actors == actors


def test_no_faction_blamed_is_not_those_it_hit() -> None:
    told = reading("The governor declined to blame any faction for the murder of the Jesuits.")
    assert [e.actors for e in told.events if e.type == "killing"] == [()]


def test_the_suspect_is_whoever_is_named_before_the_comma() -> None:
    told = event(reading("Boris Vance, the main suspect in the murder of six nuns in Gao, has fled."), kind="killing")
    assert (told.actors, told.victims) == (("Boris Vance",), ("nuns",))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The bombing of a bank in Gao, for which officials blame the Zenda Liberation Front, killed nine on Monday.", "bombing"),
        ("The bombing of a bank in Gao on Monday, for which the Zenda Liberation Front has been blamed, killed nine.", "bombing"),
        ("The Zenda Liberation Front was condemned by the church and the unions for the murder of two judges near Gao.", "killing"),
        ("Nine people, including members of the Zenda Liberation Front, were arrested for the murder of two judges.", "killing"),
        ("The attack on a bus near Gao, carried out on Monday by the Zenda Liberation Front, killed nine.", "attack"),
        ("Nine people died in the bombing staged in Gao on Monday by rebels of the Zenda Liberation Front.", "bombing"),
        ("A bomb was set off by the Zenda Liberation Front at a bank in Gao on Monday.", "bombing"),
        ("A bomb was set off at a bank in Gao on Monday by the Zenda Liberation Front.", "bombing"),
        ("The killers of the two judges shot dead near Gao on Monday are from the Zenda Liberation Front.", "shooting"),
    ],
)
def test_between_a_deed_and_its_doer_stands_when_where_and_who_says_so(text: str, kind: str) -> None:
    assert "Zenda Liberation Front" in event(reading(text), kind=kind).actors


@pytest.mark.parametrize(
    "text",
    [
        "The bombing of a bank in Gao, for which the Zenda Liberation Front has denied all blame, killed nine on Monday.",
        "The bombing of a bank in Gao, for which nobody has been blamed, killed nine. The Zenda Liberation Front was silent.",
        "Nine people, including members of the Zenda Yacht Club, were arrested for the bombing of a bank in Gao on Monday.",
        "The bombing of a bank in Gao planned for Monday by the Zenda Liberation Front was called off.",
    ],
)
def test_what_stands_there_names_no_other_doer(text: str) -> None:
    assert all(
        "Zenda" not in name for told in reading(text).events if told.type == "bombing" and told.realis == "actual" for name in told.actors
    )


def test_killers_are_not_killed() -> None:
    told = event(reading("The killers of the two judges shot dead near Gao on Monday came from the army."), kind="shooting")
    assert (told.victims, told.forces) == (("judges",), ("army",))


@pytest.mark.parametrize(
    "told",
    [
        "has no doubt",
        "does not doubt",
        "did not rule out",
        "rejected the excuse and said",
        "found proof",
        "is sure",
        "ruled",
        "did not hesitate to say",
        "did not know then",
        "pointed out",
    ],
)
def test_who_is_sure_or_doubts_it_no_more_says_who_did_it(told: str) -> None:
    text = f"A bus was bombed near Gao on Tuesday. The mayor {told} that the Zenda Liberation Front carried out the bombing."
    assert event(reading(text), kind="bombing").actors == ("Zenda Liberation Front",)
