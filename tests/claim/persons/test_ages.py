"""Whose age it is."""

from __future__ import annotations

import pytest

from tests.claim.reader import reading, shown


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Carlos Quispe, 44, was shot in Lima.", ["age=44 unit=years entity=Carlos Quispe"]),
        ("The 44-year-old baker Carlos Quispe was shot in Lima.", ["age=44 unit=years entity=Carlos Quispe"]),
        ("Carlos Quispe, a 44-year-old baker, was shot in Lima.", ["age=44 unit=years entity=Carlos Quispe"]),
        ("The dead are Ann Rudd, 32-year-old officer Bo Quist and others.", ["age=32 unit=years entity=Bo Quist"]),
        ("Carlos Quispe, who was 27, was shot in Lima.", ["age=27 unit=years entity=Carlos Quispe"]),
        ("Carlos Quispe was shot in Lima on Sunday. He was 46.", ["age=46 unit=years entity=Carlos Quispe"]),
        ("Carlos Quispe was shot in Lima on Sunday. He was 46 minutes late.", []),
        ("The man shot by Carlos Quispe was 32-year-old Bo Quist.", ["age=32 unit=years entity=Bo Quist"]),
        ("Carlos Quispe Jr., 32, was shot in Lima.", ["age=32 unit=years entity=Carlos Quispe Jr"]),
        ("Carlos Quispe, a cook aged 33, was shot in Lima as he was on his way home.", ["age=33 unit=years entity=Carlos Quispe"]),
        ("Carlos Quispe, a father of two, aged 33, was shot in Lima.", ["age=33 unit=years entity=Carlos Quispe"]),
        ("Carlos Quispe said that a cook aged 33 was shot in Lima.", ["age{person wounded}=33 unit=years by=Carlos Quispe"]),
        ("The mother of a 3-year-old girl was shot dead in Lima on Sunday.", []),
        ("A friend of a 30-year-old man killed two people in Lima on Sunday.", []),
        ("Tributes were paid to Carlos Quispe, who has died aged 71.", ["age=71 unit=years entity=Carlos Quispe"]),
        ("Carlos Quispe, author of nine novels, died on Monday aged 71.", ["age=71 unit=years entity=Carlos Quispe"]),
        ("Carlos Quispe, the oldest at 76, was too ill to come.", ["age=76 unit=years entity=Carlos Quispe"]),
        ("Carlos Quispe came; the lawyer of the oldest at 76, Ann Rudd, left.", []),
        ("Carlos Quispe has died at the age of 71.", ["age=71 unit=years entity=Carlos Quispe"]),
        ("Carlos Quispe, the actor who played Bo Rudd, has died at the age of 71.", ["age=71 unit=years entity=Carlos Quispe"]),
        (
            "Carlos Quispe died on Sunday. Dame Ann Rudd praised Carlos Quispe. He was born in 1950.",
            ["age=72..73 unit=years entity=Carlos Quispe"],
        ),
        ("The driver, Carlos Quispe, was 64.", ["age=64 unit=years entity=Carlos Quispe"]),
        ("Carlos Quispe was born in Lima on 2 May 1950.", ["age=73 unit=years entity=Carlos Quispe"]),
        ("Carlos Quispe (born 1950) was shot.", ["age=72..73 unit=years entity=Carlos Quispe"]),
        ("The club of Carlos Quispe was born in 1950.", []),
        ("A 71-year-old nun, Sister Ann Rudd, was shot in Lima.", ["age=71 unit=years entity=Ann Rudd"]),
        ("A 71-year-old nun called Ann Rudd was shot in Lima.", ["age=71 unit=years entity=Ann Rudd"]),
        ("Ann Rudd, a retired teacher, 52, was shot in the town of Lima on Sunday.", ["age=52 unit=years entity=Ann Rudd"]),
        (
            "Carlos Quispe and Ann Rudd, aged 17 and 21, were shot in Lima.",
            ["age=17 unit=years entity=Carlos Quispe", "age=21 unit=years entity=Ann Rudd"],
        ),
        ("Matteo and Ann Rudd, aged 17 and 21, were shot in Lima.", ["age=21 unit=years entity=Ann Rudd"]),
        ("Carlos Quispe, Bo Berg and Ann Rudd, aged 17 and 21, were shot in Lima.", []),
        (
            "Carlos Quispe and Ann Rudd, both 17, were shot in Lima.",
            ["age=17 unit=years entity=Carlos Quispe", "age=17 unit=years entity=Ann Rudd"],
        ),
        (
            "Carlos Quispe and Ann Rudd, both aged 17, were shot in Lima.",
            ["age=17 unit=years entity=Carlos Quispe", "age=17 unit=years entity=Ann Rudd"],
        ),
        ("Carlos Quispe, Bo Berg and Ann Rudd, both 17, were shot in Lima.", []),
        ("A 44-year-old man was shot by Carlos Quispe in Lima.", ["age{person wounded}=44 unit=years"]),
        ("The 19-year-old Lima State University student, Bo Quist, was shot.", ["age=19 unit=years entity=Bo Quist"]),
        ("The 19-year-old U.S. Army Soldier Ann Rudd was shot.", ["age=19 unit=years entity=Ann Rudd"]),
        (
            "A 20-year-old woman, Varda House; and a 16-year-old boy, Bo Quist, were shot in Lima.",
            ["age=20 unit=years entity=Varda House", "age=16 unit=years entity=Bo Quist"],
        ),
    ],
)
def test_the_person_beside_the_age(text: str, wanted: list[str]) -> None:
    assert shown(reading(text), "age") == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Ann Rudd, a teacher, was held in Lima on Sunday. The 62-year-old denies the theft.",
        "Ann Rudd was held in Lima on Sunday, a neighbour said. The 62-year-old was to appear in court.",
        "Ann Rudd was held in Lima on Sunday over the shooting of Bo Quist. It was her first arrest. The 62-year-old fled.",
    ],
)
def test_an_age_alone_is_that_of_the_one_told_of_before(text: str) -> None:
    assert shown(reading(text), "age") == ["age=62 unit=years entity=Ann Rudd"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They met a 44-year-old nun in Lima, Ann Rudd said.", []),
        ("They met a 44-year-old nun in Lima, Sister Ann Rudd told police.", []),
        ("A 44-year-old nun in Lima, Ann Rudd, said so.", ["Ann Rudd"]),
        ("In Lima they met 44-year-old Ann Rudd.", ["Ann Rudd"]),
    ],
)
def test_an_age_is_not_that_of_who_says_it(text: str, wanted: list[str]) -> None:
    assert [claim.entity for claim in reading(text).claims if claim.attribute == "age"] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "A man was held in Lima on Sunday, Ann Rudd said. The 62-year-old denies the theft.",
        "Nine were hurt in Lima on Sunday, Ann Rudd said. The 62-year-old driver was held.",
        "The shop of Ann Rudd and Bo Quist was robbed in Lima on Sunday. The 62-year-old was hurt.",
        "Ann Rudd, 44, was shot in Lima on Sunday. The 62-year-old fled.",
        "Ann Rudd saw a man in Lima on Sunday. The 62-year-old was shot.",
        "Ann Rudd's son was held in Lima on Sunday. The 62-year-old was shot.",
    ],
)
def test_an_age_alone_is_nobodys_where_it_may_be_anothers(text: str) -> None:
    assert not any("=62" in claim and "entity" in claim for claim in shown(reading(text), "age"))


def test_somebody_without_a_name_is_known_by_what_befell_him() -> None:
    told = reading("A 44-year-old man was killed in a shooting in Lima on Sunday. Police are questioning a 19-year-old suspect.")
    assert shown(told, "age") == ["age{person killed}=44 unit=years", "age{suspect}=19 unit=years"]


@pytest.mark.parametrize("who", ["Girl", "Boy", "Teen", "Cyclist"])
def test_what_somebody_is_called_in_a_headline_is_no_name(who: str) -> None:
    assert shown(reading(f"{who}, 12, dies after fall in Lima"), "age") == ["age{person killed}=12 unit=years"]
    assert shown(reading("Rudd, 12, dies after fall in Lima"), "age") == ["age=12 unit=years entity=Rudd"]


def test_two_without_names_have_no_age_that_could_be_compared() -> None:
    told = reading("A 44-year-old man was killed in a shooting in Lima on Sunday. A 19-year-old man was killed in the shooting too.")
    assert shown(told, "age") == []


def test_the_age_of_one_of_several_wounded_is_not_compared() -> None:
    told = reading("Three men were wounded in a shooting in Lima on Sunday. A 44-year-old man was wounded in the leg.")
    assert shown(told, "age") == []


@pytest.mark.parametrize(
    "text",
    [
        "Ann Rudd, five-year-old Woodlow and others were shot in Lima on Sunday.",
        "Ann Rudd, then 5 months old, lived in Lima until a gunman shot her on Sunday.",
        "Ann Rudd was shot in Lima on Sunday. At the age of 10, Rudd began to sing.",
        "Ann Rudd was shot in Lima on Sunday. They came in 2004, when Rudd was 14 years old.",
        "A man shot a girl in Lima on Sunday. He had married the mother of a 15-year-old pupil whom he is accused of having killed.",
        "Ann Rudd shot Bo Rudd in Lima on Sunday. Rudd, 44, fled.",
    ],
)
def test_an_age_of_others_or_of_long_ago_is_nobodys(text: str) -> None:
    assert shown(reading(text), "age") == []


def test_a_bare_number_is_no_age_of_the_name_behind_it() -> None:
    told = reading("Three men were shot in Lima on Sunday: Bo Quist, Jr., 30, Carl Rudd, 28, and Nils Berg, 27.")
    assert "age=30 unit=years entity=Carl Rudd" not in shown(told, "age")
    assert "age=28 unit=years entity=Carl Rudd" in shown(told, "age")


def test_the_accused_are_suspects() -> None:
    told = reading("A girl was shot in Lima on Sunday. A 35-year-old man accused of shooting her is held.")
    assert shown(told, "age") == ["age{suspect}=35 unit=years"]


def test_who_is_suspected_is_a_suspect() -> None:
    told = reading("A fire broke out in a hotel in Lima on Sunday. A 43-year-old patient suspected of starting it was held.")
    assert shown(told, "age") == ["age{suspect}=43 unit=years"]


def test_a_child_by_its_given_name_is_not_its_father() -> None:
    told = reading("Carlos Quispe, 44, lived in Lima. The couple had three children: Ana, 8; Carlos, 5; and Rosa, 2.")
    assert "age=5 unit=years entity=Carlos Quispe" not in shown(told, "age")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Rudd was 23.", ["age=23 unit=years entity=Ann Rudd"]),
        ("She was 23 years old.", ["age=23 unit=years entity=Ann Rudd"]),
        ("Rudd was just 19 when she was killed.", ["age=19 unit=years entity=Ann Rudd"]),
        ("She died at the age of 23.", ["age=23 unit=years entity=Ann Rudd"]),
        ("She died at age 23.", ["age=23 unit=years entity=Ann Rudd"]),
        ("Ann Rudd, of Lima, 23, died.", ["age=23 unit=years entity=Ann Rudd"]),
        ("Ann Rudd died in Lima on Sunday at 85.", ["age=85 unit=years entity=Ann Rudd"]),
        ("Ann Rudd died in Lima on Sunday, aged 85.", ["age=85 unit=years entity=Ann Rudd"]),
        ("The driver, 31, fled.", ["age{suspect}=31 unit=years"]),
        ("Lima was 23, and the mill was 40 years old.", []),
        ("She died at 10 p.m.", []),
        ("She moved to Lima when she was five years old.", []),
        ("Police met four teens, one who was 19 years old.", []),
    ],
)
def test_ages_told_by_a_verb(text: str, wanted: list[str]) -> None:
    assert shown(reading(f"Ann Rudd was shot in Lima on Sunday. {text}"), "age") == wanted


def test_a_list_of_the_dead_gives_the_age_of_each_whatever_else_their_names_mean() -> None:
    told = reading("The dead in the shooting in Lima are Rosa Lind, 52, a teacher; Kevin Park, 19; and Omar Said, a cook aged 33.")
    assert shown(told, "age") == [
        "age=52 unit=years entity=Rosa Lind",
        "age=19 unit=years entity=Kevin Park",
        "age=33 unit=years entity=Omar Said",
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The driver, who was 63, was killed.", ["age{person killed}=63 unit=years"]),
        ("The driver, who was 63, praised Ann Rudd.", ["age{suspect}=63 unit=years"]),
        ("Ann Rudd saw it. The passenger, who was 63, praised her.", []),
        ("Two drivers, who were 63, were killed.", []),
    ],
)
def test_a_clause_behind_a_comma_tells_the_age_of_whom_it_follows(text: str, wanted: list[str]) -> None:
    assert shown(reading(f"A bus left the road near Lima on Monday. {text}"), "age") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ann Rudd, 44, and her sister Clara, 39, were killed.", ["Ann Rudd", "Clara Rudd"]),
        ("Bo Quist, 44, and his son, Tove, 9, were killed.", ["Bo Quist", "Tove Quist"]),
        ("Ann Rudd, 44, and her friend Clara, 39, were killed.", ["Ann Rudd", "Clara"]),
    ],
)
def test_brothers_sisters_and_children_bear_the_name_of_whom_they_are_told_with(text: str, wanted: list[str]) -> None:
    told = reading(f"A bus left the road near Lima on Monday. {text}")
    assert [claim.entity for claim in told.claims if claim.attribute == "age"] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A woman and a 2-year-old boy were shot in Lima on Monday.", ["age{child wounded}=2 unit=years"]),
        ("Two people, one of them a 4-year-old boy, were shot in Lima on Monday.", ["age{child wounded}=4 unit=years"]),
        ("Nine people, including a 9-year-old girl, were killed in Lima on Monday.", ["age{child killed}=9 unit=years"]),
        ("A bomb killed a 9-year-old girl and a 3-year-old boy in Lima on Monday.", []),
    ],
)
def test_the_one_child_among_several_people_has_an_age(text: str, wanted: list[str]) -> None:
    assert shown(reading(text), "age") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The 39-year-old signalman has been questioned.", ["age{suspect}=39 unit=years"]),
        ("The 39-year-old witness has been questioned.", []),
        ("The 12-year-old opened fire at once.", ["age{suspect}=12 unit=years"]),
        ("The 12-year-old was shot at once.", []),
    ],
)
def test_who_did_it_or_is_questioned_over_it_is_the_suspect(text: str, wanted: list[str]) -> None:
    told = shown(reading(f"Nine people were killed in Lima on Monday. {text}"), "age")
    assert [claim for claim in told if "suspect" in claim] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ann Rudd, 44, was stabbed in Lima on Sunday. The attacker was 34, police said.", "age{suspect}=34 unit=years"),
        (
            "Ann Rudd, 44, was hit by a bus in Lima on Sunday. The driver, Bo Quist, was held. The driver was 34.",
            "age=34 unit=years entity=Bo Quist",
        ),
    ],
)
def test_the_age_a_verb_tells_of_the_attacker_is_not_that_of_whom_he_attacked(text: str, wanted: str) -> None:
    told = [claim.removesuffix(" by=police") for claim in shown(reading(text), "age")]
    assert told == ["age=44 unit=years entity=Ann Rudd", wanted]


def test_a_man_who_is_questioned_is_the_suspect() -> None:
    told = reading("A man aged 34 is being questioned over a fire that killed nine people in Lima on Monday.")
    assert shown(told, "age") == ["age{suspect}=34 unit=years"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ann Rudd is in a clinic in Lima. The 28-year-old singer is to stay.", ["age=28 unit=years entity=Ann Rudd"]),
        ("Ann Rudd was hit in Lima. The 28-year-old driver fled.", []),
        ("Ann Rudd met Bo Quist in Lima. The 28-year-old singer was glad.", []),
    ],
)
def test_the_singer_is_whom_the_sentence_before_names_and_the_driver_is_not(text: str, wanted: list[str]) -> None:
    assert shown(reading(text), "age") == wanted


def test_a_man_of_43_is_43_years_old() -> None:
    head = "A fire broke out near Lima on Monday. "
    assert shown(reading(f"{head}The suspect, a man of 43, is to appear in court."), "age") == ["age{suspect}=43 unit=years"]
    assert shown(reading(f"{head}The suspect is a man of 43 trades."), "age") == []


def test_the_age_of_who_did_it_or_is_held_for_it_is_that_of_the_suspect() -> None:
    assert shown(reading("A 17-year-old student opened fire in a school in Lima on Monday, killing four people."), "age") == [
        "age{suspect}=17 unit=years"
    ]
    text = "Five people were shot dead in a school in Lima on Monday. A 16-year-old boy was charged with murder over the shooting."
    assert shown(reading(text), "age") == ["age{suspect}=16 unit=years"]
    both = "A 23-year-old man stabbed two women in Lima on Monday. Police arrested a man, 34, at the scene of the stabbing."
    assert shown(reading(both), "age") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Gunmen shot dead a judge, Nadir Wali. They fired seven times at the judge, who was 61.", ["age=61 unit=years entity=Nadir Wali"]),
        (
            "Gunmen shot dead Judge Nadir Wali. They fired seven times at the judge, 61, as he left.",
            ["age=61 unit=years entity=Nadir Wali"],
        ),
        ("A bus crashed in Lima. The driver, Bo Quist, fled. The 44-year-old driver was found.", ["age=44 unit=years entity=Bo Quist"]),
        ("A bus crashed in Lima. The driver, Bo Quist, fled. A second driver died. The driver, 44, slept.", ["age{suspect}=44 unit=years"]),
        ("A man, Bo Quist, was held in Lima. The man, who was 40, denied it.", []),
        (
            "A father and his 15-year-old daughter, Karl and Karin Holm, died when a bus crashed in Lima.",
            ["age{child killed}=15 unit=years"],
        ),
        ("Gunmen killed the mayor, Ann Rudd, who turned 60 last month.", ["age=60 unit=years entity=Ann Rudd"]),
    ],
)
def test_a_noun_stands_for_the_one_person_who_is_named_with_it(text: str, wanted: list[str]) -> None:
    assert [line.split(" event")[0] for line in shown(reading(text), "age")] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The woman was named by neighbours as Edna Holm.", ["age=84 unit=years entity=Edna Holm"]),
        ("Police identified the woman as Edna Holm.", ["age=84 unit=years entity=Edna Holm"]),
        ("The woman was named as Edna Holm, 86.", ["age{person killed}=84 unit=years", "age=86 unit=years entity=Edna Holm"]),
        ("The victim was later identified as Edna Holm.", ["age=84 unit=years entity=Edna Holm"]),
        ("She had lived there for years. Police identified her as Edna Holm.", ["age=84 unit=years entity=Edna Holm"]),
        ("A neighbour called for help. She was identified as Edna Holm.", ["age{person killed}=84 unit=years"]),
        ("A nurse was hurt. The victim was identified as Ann Rudd.", ["age{person killed}=84 unit=years"]),
        ("The driver was named as Bo Quist.", ["age{person killed}=84 unit=years"]),
        ("Edna Holm lived next door.", ["age{person killed}=84 unit=years"]),
    ],
)
def test_whom_the_article_names_later_is_the_one_without_a_name(text: str, wanted: list[str]) -> None:
    assert shown(reading(f"An 84-year-old woman died in a fire in Lima on Monday. {text}"), "age") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Four people were shot in Lima. A 35-year-old man was hit in the leg. He was identified as Bo Quist.", ["Bo Quist"]),
        ("A man shot his 5-year-old son in Lima. He was identified as Bo Quist.", [""]),
        ("Police held the mother of a 5-year-old in Lima. She was identified as Ann Quist.", []),
    ],
)
def test_he_who_is_identified_is_the_only_one_told_of_right_before(text: str, wanted: list[str]) -> None:
    assert [claim.entity for claim in reading(text).claims if claim.attribute == "age"] == wanted
