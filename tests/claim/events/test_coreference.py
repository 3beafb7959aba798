"""Which clauses tell of one event, and which never do."""

from __future__ import annotations

from datetime import date

import pytest

from tests.claim.reader import claims, event, reading, shown

BOTH = (
    "On May 8, the Norwegian military struck a depot in Sweden with drones.\n\n"
    "Stockholm condemned the strikes, which killed two children.\n\n"
    "On May 10, Sweden launched its own missile barrage against a base in Norway's Finnmark region.\n\n"
    "Sweden said the retaliatory strikes were aimed at the Fell Liberation Front.\n\n"
    "Oslo said the barrage had left nine herders dead near the border.\n\n"
    "The rare missile exchange alarmed Denmark."
)


def test_strike_and_counter_strike_stay_two() -> None:
    told = reading(BOTH)
    first, second = event(told, actor="Norway"), event(told, actor="Sweden")
    assert first.id != second.id
    assert shown(told, "killed", first) == ["killed{children}=2"]
    assert shown(told, "killed", second)[0].startswith("killed") and "=9" in shown(told, "killed", second)[0]


def test_named_again_by_another_word() -> None:
    second = event(reading(BOTH), actor="Sweden")
    assert {t.exact for t in second.triggers} >= {"missile barrage", "retaliatory strikes", "barrage"}


def test_exchange_is_neither_side() -> None:
    exchange = event(reading(BOTH), kind="exchange")
    assert exchange.actors == ()


def test_outcome_belongs_to_its_cause() -> None:
    told = reading("Three soldiers were killed and six more wounded in a drone attack by rebels in Lima.")
    assert len({c.event for c in (*claims(told, "killed"), *claims(told, "injured"))}) == 1


def test_toll_of_both_sides_is_split_by_place() -> None:
    told = reading(
        "A Norwegian air strike in Sweden's Dalarna province on May 8 opened the row. "
        "This led Stockholm to retaliate by striking a depot in Norway's Finnmark region. "
        "The strikes killed 11 civilians, with nine fatalities in Norway."
    )
    second = event(told, actor="Sweden")
    assert "killed=9" in shown(told, "killed", second)
    assert all("11" not in c for c in shown(told, "killed", second))


def test_another_is_another() -> None:
    told = reading("A shooting in Lima killed two people on Monday. Another shooting in Lima killed five people.")
    assert len([e for e in told.events if e.type == "shooting"]) == 2


def test_an_incident_brought_in_with_a_town_of_its_own_is_another() -> None:
    told = reading("ALLEN, Texas - Four people were shot in Allen. It began with a quarrel about an incident in Dallas.")
    assert [e.places for e in told.events] == [("Allen",)]


def test_an_envoy_recalled_is_no_part_of_the_strike() -> None:
    told = reading(
        "Norway struck a depot in Sweden on May 8. Sweden said that two children were killed, and recalled its ambassador the next day."
    )
    assert shown(told, "date", event(told, actor="Norway")) == ["date=2023-05-08"]


def test_relative_clause_tells_who_did_it() -> None:
    told = reading("A row followed the missile strikes that Norway carried out on May 8 in Sweden.")
    assert event(told, actor="Norway").places == ("Sweden",)


def test_left_dead() -> None:
    told = reading("The army said that drone attacks had left three of its soldiers killed and 30 more wounded.")
    assert len({c.event for c in (*claims(told, "killed"), *claims(told, "injured"))}) == 1


def test_the_murder_of_one_and_the_murder_of_another_are_two() -> None:
    told = reading(
        "Senator Aldo Moreau was assassinated on Monday in Abuja. Police have no trace. "
        "In the same week the murder of Judge Pia Lindqvist shocked Lagos, and officers still mourn Moreau."
    )
    victims = {e.victims for e in told.events if e.type == "killing"}
    assert len(victims) == 2 and all(len(v) == 1 for v in victims)


def test_one_victim_by_two_forms_of_a_name_is_one_murder() -> None:
    told = reading("Senator Aldo Moreau was assassinated on Monday in Abuja. The murder of Moreau shocked the city.")
    assert len([e for e in told.events if e.type == "killing"]) == 1


@pytest.mark.parametrize(
    "second",
    [
        "Elsewhere, gunmen attacked a clinic in Kano.",
        "In another incident, gunmen attacked a clinic in Kano.",
        "In addition, gunmen attacked a clinic.",
        "The gunmen also attacked a clinic.",
    ],
)
def test_what_opens_on_one_more_event_is_one_more(second: str) -> None:
    told = reading(f"Gunmen attacked a police post in Jos on Monday. {second}")
    assert len([e for e in told.events if e.type == "attack"]) == 2


def test_what_also_came_of_it_is_no_event_more() -> None:
    told = reading("Gunmen attacked a police post in Jos on Monday. The attack also wounded nine officers.")
    assert len([e for e in told.events if e.type == "attack"]) == 1


@pytest.mark.parametrize(
    "caption",
    [
        "Photo by Ada Berg: Police tape hangs at the scene of a shooting on Elm Road.",
        "The scene of a fatal shooting in Lagos. (Photo: Ada Berg)",
    ],
)
def test_a_picture_before_the_text_shows_what_the_text_tells_of(caption: str) -> None:
    told = reading(f"{caption}\n\nTwo people were shot dead in Lagos on Saturday, officials said. Nine were hurt.")
    only = event(told, kind="shooting")
    assert only.main and not only.background
    assert [e for e in told.events if e.type == "shooting"] == [only]


@pytest.mark.parametrize(
    "turn",
    [
        "In another development, nine teachers were kidnapped in the hills.",
        "Meanwhile, two grenades were thrown at a police station.",
        "In Zelbu, a village in the north, gunmen attacked a bank.",
        "The latest attack took place on Sunday in Cusco, where a mayor was hurt.",
    ],
)
def test_a_turn_to_something_else_is_one_more_event(turn: str) -> None:
    told = reading(f"Rebels attacked a police post in Tenjo on Monday, May 8, killing a guard. {turn}")
    assert len(told.events) == 2
    assert [e.places for e in told.events if "Tenjo" in e.places] == [("Tenjo",)]


def test_a_town_that_no_table_knows_is_the_same_when_the_event_is_told_again() -> None:
    told = reading("Rebels attacked a bank in Zelbu on Monday. In Zelbu, police said that two people were killed in the attack.")
    assert len([e for e in told.events if e.type == "attack"]) == 1


def test_a_street_may_lie_in_the_town_told_next() -> None:
    told = reading("Two people were shot dead on Elm Road on Saturday. In Zelbu, two people were shot dead at a bar.")
    assert len([e for e in told.events if e.type == "shooting"]) == 1


def test_a_pronoun_means_neither_whom_a_crowd_speaks_to_nor_where_it_was_posted() -> None:
    to_them = reading('The Fell Liberation Front marched in Tromso. Marchers chanted, "How many kids will you kill today?"')
    assert not [c for c in claims(to_them, "actor")]
    posted = reading("Tromso residents on Twitter reported that police followed a march. They killed three people in Tromso on May 10.")
    assert "Twitter" not in str([c.value for c in claims(posted, "actor")])


@pytest.mark.parametrize(
    "text",
    [
        "The Fell Front attacked an army post at Tana on Monday. The guerrillas attacked the army post with mortars.",
        "Masked youths dynamited two shops last night in Tana. In last night's attack on the two shops, windows broke.",
    ],
)
def test_one_aim_told_again_is_one_event(text: str) -> None:
    assert len([e for e in reading(text, "2023-05-11").events if e.type in ("attack", "bombing")]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The Fell Front attacked an army post at Tana on Monday. Armed youths attacked a bus with mortars.",
        "The Fell Front killed people at Tana on Monday. Armed youths attacked people with mortars.",  # "people" are no one's own
        "The Fell Front attacked an army post at Tana on Monday. Masked youths attacked the army post on Tuesday.",
    ],
)
def test_another_aim_or_day_stays_another_event(text: str) -> None:
    assert len([e for e in reading(text, "2023-05-11").events if e.type in ("attack", "killing")]) == 2


def test_a_headline_in_the_present_is_news() -> None:
    told = reading("Gunmen kidnap farmers in Tana\n\nGunmen kidnapped nine farmers in Tana on Monday.")
    assert [e.realis for e in told.events if e.type == "kidnapping"] == ["actual"]


def test_a_strike_to_protest_hits_nobody() -> None:
    told = reading("Teachers in Tana began a 48-hour strike to protest a law on Monday.")
    assert [(e.targets, e.victims) for e in told.events if e.type == "walkout"] == [((), ())]


@pytest.mark.parametrize(
    ("behind", "kinds"),
    [
        ("Nine people were injured.", {"accident"}),
        ("Two people were confirmed dead and nine injured.", {"accident"}),
        ("Two people died there and nine were hurt when a gunman opened fire in Zenda on Friday.", {"accident", "shooting"}),
        ("Nine people were injured when a gunman opened fire in Zenda on Friday.", {"accident", "shooting"}),
        ("Rain fell on the hills. The road was closed. Nine people were hurt.", {"accident", "attack"}),
    ],
)
def test_whom_the_next_sentence_tells_hurt_was_hurt_in_the_accident(behind: str, kinds: set[str]) -> None:
    assert {e.type for e in reading(f"A bus crashed near Lima on Monday. {behind}").events} == kinds


def test_a_deed_without_place_or_day_is_of_the_only_event_told() -> None:
    told = reading(
        "Six people were killed at a bar in Lima on Friday night. Seven were injured. Bo Quist, a former employee, opened fire at 10 p.m."
    )
    assert len(told.events) == 1 and told.events[0].actors == ("Bo Quist",)
    two = reading("Six people were killed in Lima on Friday. Gunmen attacked a bank in Cusco on Monday. Bo Quist opened fire in Puno.")
    assert len(two.events) == 3


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed a wedding guest in Kano on Monday. Also on Monday in Jos, a bomb wounded three traders.",
        "A miller was shot several times at his farm near Kano on Monday. Also on Monday, in the port of Lagos, a judge was shot dead.",
    ],
)
def test_what_also_opens_in_another_town_is_another_deed(text: str) -> None:
    assert len(reading(text).events) == 2


@pytest.mark.parametrize(
    "text",
    [
        "A bomb damaged an oil pipeline near Kano on Sunday. It was the third attack on the pipeline this year.",
        "A judge was shot dead in Kano on Sunday. It was the fourth murder of a judge this year.",
        "A miller was kidnapped near Kano on Sunday, the third abduction of a miller this month.",
    ],
)
def test_a_deed_called_the_third_of_a_row_is_the_one_just_told(text: str) -> None:
    told = reading(text)
    assert [one.when.first for one in told.events if one.when] == [date(2023, 5, 14)]
    assert len(told.events) == 1


def test_a_third_bomb_is_another_one() -> None:
    assert len(reading("A bomb went off in Kano on Sunday. A third bomb went off in Jos on Monday.").events) == 2


def test_that_attack_is_the_one_told_last() -> None:
    told = reading(
        "A bomb went off on Monday at a branch of a newspaper in Lima, hurting a guard. Men in a car threw the bomb.\n\n"
        "On 2 May its main offices in Lima were wrecked by another bomb. That attack was attributed to the Zenda Liberation Front."
    )
    assert "wrecked by another" in [trigger.exact for trigger in event(told, actor="Zenda Liberation Front").triggers]


@pytest.mark.parametrize("disaster", ["A strong quake hit Lima on Monday.", "An outbreak of cholera in Lima has slowed."])
def test_a_murder_is_no_part_of_a_disaster_of_nature(disaster: str) -> None:
    told = reading(f"{disaster} The murder of two nurses in Lima on Monday went unnoticed.")
    assert event(told, kind="killing").victims == ("nurses",)


def test_who_means_to_murder_judges_is_told_by_a_verb_and_murder_suspects_by_a_noun() -> None:
    assert event(reading("Two men conspired to murder judge Ann Rudd in Lima on Monday."), kind="killing").realis != "actual"
    assert all(e.realis != "threatened" for e in reading("A gun was linked to murder suspects in Lima.").events)


def test_the_attack_that_is_claimed_is_the_one_told_right_before() -> None:
    told = reading(
        "Gunmen raided a farm near Lima on Monday and killed its owner.\n\n"
        "Four policemen died the same day in an ambush near Cusco. The attack was claimed by the Zenda Liberation Front."
    )
    assert "ambush" in [trigger.exact for trigger in event(told, actor="Zenda Liberation Front").triggers]


def test_attacks_that_somebody_is_always_staging_are_not_the_bomb_of_the_day() -> None:
    told = reading(
        "The Zenda Liberation Front is staging attacks to make people boycott the vote. A bomb went off at a house in Lima on Monday.\n\n"
        "A bank in Cusco was bombed on Sunday night. The Zenda Liberation Front claimed the attack in leaflets."
    )
    assert [e.actors for e in told.events if e.type == "bombing"] == [(), ("Zenda Liberation Front",)]


@pytest.mark.parametrize(
    "text",
    [
        "The chapel in Lima was badly damaged by fire on Friday night, and investigators suspect arson.",
        "Police suspect that arson is to blame for Friday night's fire at the chapel in Lima.",
        "A fire gutted the chapel in Lima on Friday night. The blaze is being investigated as an arson.",
        "The chapel in Lima was lost in a fire that was deliberately set on Friday night.",
    ],
)
def test_a_fire_that_is_put_down_to_arson_is_one_event(text: str) -> None:
    told = reading(text)
    assert [e.type in ("fire", "arson") for e in told.events] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Rioters torched two buses in Lima on Sunday. A fire broke out at a hotel.",
        "A quake killed two people in Lima on Sunday. Police suspect arson at a school.",
        "A man was jailed for arson on Monday. A fire destroyed a mill in Lima on Sunday.",
    ],
)
def test_what_was_burned_on_purpose_elsewhere_is_another_event(text: str) -> None:
    assert len([e for e in reading(text).events if e.type in ("fire", "arson", "quake")]) == 2


def test_the_explosion_is_that_of_the_bomb_that_went_off() -> None:
    told = reading(
        "A bomb exploded in a mill in Maris on Monday, and a second device placed in the mill was defused by police. The explosion did "
        "little harm. Rebels of the Fjord Liberation Front claimed credit for the attack."
    )
    assert [(e.actors, e.realis) for e in told.events if e.type == "bombing"] == [
        (("Fjord Liberation Front",), "actual"),
        ((), "attempted"),
    ]


def test_the_murder_put_down_to_somebody_is_the_one_the_article_is_about() -> None:
    told = reading(
        "Leo Finch, a former mayor of Maris, was murdered on Monday by gunmen. The murder took place at noon. His driver was hurt in the "
        "attack. On March 1 a judge, Bo Quist, was murdered. Finch was mayor for nine years. He had planted trees. Police attributed the "
        "murder to the Fjord Liberation Front."
    )
    assert [e.actors for e in told.events if "Leo Finch" in e.victims] == [("Fjord Liberation Front",)]
