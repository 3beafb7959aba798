"""Which time dates which event, on which clock, and what a page's own day says against its text."""

from __future__ import annotations

from datetime import date

import pytest

from discrepancy.model.values import When
from discrepancy.notation.values import format as format_value
from tests.claim.reader import BOOK, claims, reading, shown


def days(text: str, published: str = "2024-03-08") -> list[str]:
    """ISO days of the claims that belong to a deed; a funeral and a day in court have days of their own."""
    told = reading(text, published)
    deeds = {event.id for event in told.events if event.type not in ("funeral", "trial")}
    values = [c.value for c in claims(told, "date") if c.event in deeds]
    return [v.first.isoformat() for v in values if isinstance(v, When) and v.first is not None]


@pytest.mark.parametrize(
    "text",
    [
        "Funeral prayers for the victims of the bombing were held in Maris on Friday.",
        "On Friday police released a video of the bombing.",
        "An inquiry into the bombing was opened on Friday.",
        "The governor referred on Friday to the bombing of the mill.",
        "Police on Friday identified the girl killed in a bombing of the mill.",
        "On Friday, a naval commander said bombing ports in Maris would not help.",
        "A priest said Friday, adding that police were looking into a bombing.",
        "The mill issued a statement Friday saying it was saddened by the bombing.",
        "Nine were hurt in the bombing a source at the police told ZANA late on Friday.",
        "Pupils released balloons Friday in memory of a miller days after he was killed in a bombing.",
        "A miller was held on murder and other charges before prosecutors agreed to his release on Friday.",
        "A priest reacted Friday to the bombing of the mill.",
        "Nine were killed in a bombing in Maris. It happened again on Friday.",
        "Nine were killed in a bombing in Maris. The case was closed on Friday.",
        "Nine were killed in a bombing in Maris. The council met. The fair took place on Friday.",
        "The toll of the bombing in Maris has risen to nine, the mayor said on Friday.",
        "Two more of those wounded in the bombing have died, a doctor said on Friday.",
        "On Friday a crowd gathered to mourn the killings.",
        "The town asked for aid on Friday after a bombing killed nine people.",
        "Firefighters gained ground Friday on a blaze at the mill.",
        "A clerk was charged with arson and two counts of murder Friday in the bombing of the mill.",
        "Divers found three bodies on Friday, raising to nine the number of people killed.",
        "Rescue teams searched through Friday for four people who are missing after the bombing.",
        "Several hundred people gathered on Friday to remember the victims of the bombing.",
        "The man accused of the bombing that killed nine people and hurt four others appeared in court on Friday.",
        "Teams searched on Friday for four people missing after a bombing that killed nine.",
        "Nine were killed in a bombing on the coast road which the army had closed on Friday.",
        "Three days after the bombing in Maris, the mill was opened again on Friday.",
        "After the bombing, the governor visited the mill on Friday.",
        "Four days after the bombing in Maris, on Friday, the mill was opened again.",
        "The governor condemned the bombing on Friday.",
        "Work began again on Friday in the mill, where the bombing had killed nine.",
        "The council voted for the bombing of the mill to be investigated, and the governor apologised for the bombing on Friday.",
        "The bombing of the coast road continued on Friday.",
        "The ministry condemned on Friday the bombing of the mill.",
        "The judge named to investigate the bombing in Maris was dismissed on Friday.",
        "On Friday a clerk made a statement regarding the bombing of the mill.",
        "The deed, described by the governor on Friday as the worst bombing in years, shook Maris.",
        "Police released photos on Friday of two men they are trying to question about a bombing at a mill.",
        "The sheriff spoke to reporters on Friday about the inquiry into a bombing that killed nine at a mill.",
        "Prosecutors on Friday filed papers as they continue to look for a motive behind the deadly bombing.",
        "Crowds met in the square on Friday in protest at the bombing of the mill.",
        "A suspect in the bombing appeared in court on Friday.",
        "A miller was charged on Friday in the bombing.",
        "The miller charged with bombing the mill and killing one of them made his first appearance in court Friday.",
        "The murder charge was filed on Friday.",
        "A jury on Friday found a miller guilty of killing nine people in the bombing.",
        "The coroner is expected to say more about the nine people killed in the bombing on Friday.",
        "In a March 8 story about the bombing, the paper gave a wrong figure.",
        "A crowd gathered to protest the bombing and the measures announced on Friday.",
        "The toll of the bombing in Maris has reached nine the Zenda monitoring group said on Friday.",
        "A nurse told the paper by phone Friday that her brother was hurt in the bombing.",
        "The miller lost a son in Maris the mayor said Friday adding that the bombing killed two others.",
        "The death toll from the bombing of the mill rose to nine on Friday.",
        "On Friday the number of people killed in the bombing climbed to nine.",
        "The death toll from a bombing that hurt thirty people stood at nine on Friday.",
        "As of Friday, the confirmed toll of the bombing stood at nine.",
        "By Friday the bombing had killed nine people.",
    ],
)
def test_a_time_of_what_followed_does_not_date_the_event(text: str) -> None:
    assert "2024-03-08" not in days(f"A bombing killed nine in Maris on Monday. {text}")[1:]
    assert days(text) == []


@pytest.mark.parametrize(
    ("text", "as_of"),
    [
        ("The death toll from the collapse of a mill in Maris rose to nine on Friday.", "2024-03-08"),
        ("By Thursday the toll of the bombing had reached nine, police said on Friday.", "2024-03-07"),
        ("The toll from Tuesday's bombing was revised to nine on Thursday.", "2024-03-07"),
        ("The death toll from the bombing on Friday rose to nine.", None),
        ("The bombing killed nine people on Friday.", None),
        ("A total of nine people were killed in Maris on Friday.", None),
    ],
)
def test_a_count_is_good_for_its_day(text: str, as_of: str | None) -> None:
    (toll,) = claims(reading(text, "2024-03-08"), "killed")
    assert (toll.as_of.first.isoformat() if toll.as_of is not None and toll.as_of.first is not None else None) == as_of


@pytest.mark.parametrize(
    "text",
    [
        "The second of the bombings came on Friday.",
        "Police said that on Friday rebels killed nine people in Maris.",
        "Nine people were shot dead at a mill. It happened around 9 p.m. Friday.",
        "Nine people were shot dead at a mill. Police said it happened on Friday and no one has been arrested.",
        "Nine people were killed in a bombing. The judge promised to solve the case, which occurred on Friday.",
        "The council mourned the killing of nine millers, a crime perpetrated on Friday by masked men.",
        "The explosion that killed nine people shook the mill on Friday.",
        "Nine people died on Friday after a bombing at the mill.",
        "Nine people were killed in a bombing that tore through the mill on Friday.",
        "Nine people were killed in a bombing of the mill, which occurred on Friday.",
        "Nine people were killed in a bombing at the mill on Friday, police said.",
        "There were reports of gunfire at the mill on Friday and nine people were killed.",
        "The shooting was reported on Friday at a mill; nine people were killed.",
        "The mill closed after the shooting began on Friday.",
        "A man was held for the shooting that broke out on Friday at the mill.",
        "After the bombing, which came on Friday, the mill was closed.",
        "The paper ran a story about a bombing at the mill on Friday.",
        "Police are looking into Friday's bombing at the mill.",
        "A miller was held over the bombing; the bombing shook the mill on Friday.",
        "Rebels bombed the mill on Friday saying it fed the army.",
        "Officers responded on Friday to a shooting at the mill.",
        "A miller was charged with killing nine people on Friday in Maris.",
        "About nine people were killed on Friday in a bombing at the mill.",
    ],
)
def test_a_time_in_the_clause_of_the_event_dates_it(text: str) -> None:
    assert "2024-03-08" in days(text)


def test_a_time_of_day_is_of_the_deed_that_happened_then() -> None:
    told = reading("Nine people were shot dead at a mill. It happened just before midnight Friday and a man was arrested.", "2024-03-08")
    (time,) = claims(told, "time")
    assert {e.type for e in told.events if e.id == time.event} == {"shooting"}


def test_the_day_of_a_call_is_that_of_the_deed_where_no_other_is_told() -> None:
    called = "Two men were shot dead at a mill{}. Officers were called to Mill Lane around 10:20 p.m. Friday."
    (day,) = claims(reading(called.format(""), "2024-03-11"), "date")
    assert (day.value, day.loose) == (When(date(2024, 3, 8), date(2024, 3, 8), "day"), True)
    assert days(called.format(" on Saturday"), "2024-03-11") == ["2024-03-09"]


def test_what_somebody_will_outlive_is_past() -> None:
    assert days("A miller is expected to survive after a bombing at the mill on Sunday.", "2024-03-08") == ["2024-03-03"]


def test_late_on_a_day_is_part_of_its_value() -> None:
    told = reading("Nine people were shot dead late Friday at a mill.", "2024-03-08")
    assert shown(told, "date") == ["date=2024-03-08Tlate"]


def test_the_verb_behind_a_relative_clause_keeps_its_own_day() -> None:
    text = "The man accused of the bombing that killed nine people outside a mill in Maris on March 4 appeared in court on Friday."
    assert days(text) == ["2024-03-04"]
    assert days("The ferry that hit the bridge on Monday sank on Tuesday.") == ["2024-03-05"]
    assert days("A man held for opening fire at a mill from which he was thrown out on Friday was arrested.") == []


def test_an_outcome_told_behind_its_event_does_not_take_the_day_of_the_main_verb() -> None:
    text = "A crowd met on Friday to remember the victims of the bombing at a mill on Monday, which left nine dead and five wounded."
    assert days(text) == ["2024-03-04"]


def test_the_day_of_dying_in_hospital_is_not_that_of_the_shooting() -> None:
    text = "Two girls were shot in Maris on Monday. One of the girls died {} at a hospital."
    assert days(text.format("Friday")) == ["2024-03-04"]
    assert "2024-03-08" in days("An actor died Friday at a hospital in Maris.")


def test_local_time_takes_the_zone_of_the_place_and_its_second_clock_is_kept() -> None:
    told = reading("Nine people were killed when a bomb exploded in Kerman at 04:05 local time (0035 GMT) on Friday.", "2024-03-08")
    assert shown(told, "time") == ["time=04:05[Asia/Tehran]", "time=00:35Z"]


def test_local_time_of_nowhere_in_particular_stays_local() -> None:
    told = reading("Nine people were killed when a bomb exploded at 04:05 local time on Friday.", "2024-03-08")
    assert shown(told, "time") == ["time=04:05[local]"]


def test_a_saying_on_the_day_after_the_page_is_set_beside_it() -> None:
    text = "Published March 6, 2024\n\nAt least nine people died in the blasts, officials said on Thursday morning."
    told = reading(text, "2024-03-06")
    assert "date=2024-03-07" in [c.split(" ")[0] for c in shown(told, "date")]


@pytest.mark.parametrize("verb", ["says on Thursday", "said on Wednesday", "said last Thursday", "will speak on Thursday"])
def test_no_other_weekday_is_set_beside_the_page(verb: str) -> None:
    told = reading(f"At least nine people died in the blasts, the mayor {verb}.", "2024-03-06")
    assert [c for c in told.claims if c.rule == "article.written"] == []


def test_a_weekday_that_does_not_fit_its_date_is_a_claim_even_without_an_event() -> None:
    told = reading("The chamber is to vote on Tuesday, March 13, 2024.", "2024-03-06")
    assert shown(told, "date") == ["date=2024-03-13"]
    assert shown(reading("The chamber is to vote on Wednesday, March 13, 2024.", "2024-03-06"), "date") == []


def test_the_rules_name_the_prepositions_that_tie() -> None:
    from discrepancy.annotate.grammar import words_of

    assert {"of", "for", "into"} <= words_of(BOOK, "of-one") and "wave" in words_of(BOOK, "part-of")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A bombing killed nine in Maris on Saturday night.", ["date=Saturday night"]),
        ("A bombing killed nine in Maris on 19 November.", ["date='19 November'"]),
        ("A bombing killed nine in Maris on Friday at 11 p.m.", ["date=Friday"]),
        ("A bombing killed nine in Maris on 19 November 2008.", ["date=2008-11-19"]),
        ("A bombing killed nine in Maris at 9:40 p.m. Friday (1:40 a.m. ET Saturday).", ["date=Friday"]),
        ("A bombing killed nine in Maris on Friday (11 p.m.).", ["date=Friday"]),
        ("Police warned of a bombing in Maris next Friday.", []),
    ],
)
def test_an_article_without_a_date_tells_days_by_name(text: str, wanted: list[str]) -> None:
    assert shown(reading(text, published=""), "date") == wanted


def test_a_day_that_ends_a_relative_clause_is_not_the_verb_s_behind_it() -> None:
    text = "The man accused of the bombing that killed two and wounded five outside a mill in Maris on Monday appeared in court on Friday."
    assert days(text) == ["2024-03-04"]
    assert days("The driver, whom rebels shot on Monday, was arrested on Friday.")[:1] == ["2024-03-04"]


@pytest.mark.parametrize(
    "text",
    [
        "The bombing in Maris came two days before the fair, set for 10 p.m. Friday.",
        "Despite the bombing, the bill is to be voted on Friday.",
        "The bombing in Maris overshadowed the vote scheduled for Friday.",
    ],
)
def test_the_time_of_what_is_planned_does_not_date_the_event(text: str) -> None:
    assert days(text) == []


def test_a_month_that_opens_a_sentence_parts_a_new_event_from_the_one_before() -> None:
    told = reading(
        "In February a quake hit Zarand, killing 612 people. In December 2003 the city of Bam was flattened by a quake that killed 31,000.",
        "2005-11-28",
    )
    assert len(told.events) == 2
    assert {c.event for c in claims(told, "killed")} == {event.id for event in told.events}


@pytest.mark.parametrize("told", ["pronounced dead on Wednesday", "declared dead on Wednesday"])
def test_the_day_of_a_death_that_follows_a_shooting_is_not_its_day(told: str) -> None:
    assert days(f"A miller was shot in Maris. He was brought to a clinic. The miller was {told}.") == []
    assert days("A miller was shot in Maris. The miller died on Wednesday, two days after he was shot.") == []
    assert days("A miller was found at his house. The miller died on Wednesday at a hospital.") == ["2024-03-06"]


def test_a_day_on_a_second_clock_is_the_same_moment() -> None:
    told = reading("The strike hit Maris on Wednesday. The strike came around 3 a.m. (0000 GMT / 8 p.m. Tuesday EDT).", "2024-03-08")
    assert shown(told, "date") == ["date=2024-03-06"]


def test_a_feast_from_which_the_text_counts_is_not_the_day() -> None:
    assert days("The shooting in Maris happened at 3:30 a.m., two days after Christmas.", "2024-01-08") == ["2023-12-27"]


def test_a_weekday_beside_an_old_date_tells_its_year() -> None:
    text = "Two men were charged on Monday. The shooting in Maris happened on Saturday, Sept. 12."
    assert "2015-09-12" in days(text, "2016-11-21")
    assert "2016-09-12" in days(text.replace("Saturday", "Monday"), "2016-11-21")
    assert "2015-09-12" in days(text, "2017-01-28")  # the year before the last
    assert "2016-11-13" in days(text.replace("Sept. 12", "Nov. 13"), "2016-11-21")  # so near it is a slip of the weekday


def test_minutes_later_is_no_day() -> None:
    text = "Police spoke on Thursday of the case. Minutes later, medics said that they were treating a woman for a gunshot wound in Maris."
    assert days(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "A miller was shot in Maris on Monday. The man, hit in the head, was declared clinically brain-dead at 5:10 p.m. Wednesday.",
        "A miller was shot in Maris on Monday. Berg, who shot him, succumbed to his wounds on Wednesday.",
        "A miller was shot in Maris on Monday. Workers were coping on Wednesday with the death of their foreman.",
        "A miller was shot in Maris on Monday. As the suspect appeared in a courtroom Wednesday, we learn how the miller was killed.",
    ],
)
def test_what_came_after_a_shooting_has_a_day_of_its_own(text: str) -> None:
    assert days(text) == ["2024-03-04"]


@pytest.mark.parametrize(
    ("text", "loose"),
    [
        ("A miller was shot in Maris. The miller died on Wednesday.", True),
        ("A miller was shot in Maris. Nine people died on Wednesday.", False),
        ("A miller was shot in Maris. The miller died on Wednesday when a gunman opened fire.", False),
        ("A bus fell off a bridge in Maris. The driver died on Wednesday.", False),
    ],
)
def test_the_day_on_which_one_of_the_wounded_died_may_be_a_later_one(text: str, loose: bool) -> None:
    assert {c.loose for c in claims(reading(text), "date")} == {loose}


def test_a_day_to_come_is_none_of_what_happened() -> None:
    told = reading("A miller was shot in Maris on Monday. The debate that will follow this shooting tomorrow will be long.", "2024-03-08")
    found = [(c.stance, format_value(c.value)) for c in claims(told, "date")]
    assert found == [("asserted", "2024-03-04"), ("expected", "2024-03-09")]
    assert [str(event.when.first) for event in told.events if event.when] == ["2024-03-04"]


@pytest.mark.parametrize(("published", "wanted"), [("2024-03-11", "2024-03-09"), ("2024-03-07", "2024-03-09")])
def test_this_weekend_on_a_monday_is_the_one_just_over(published: str, wanted: str) -> None:
    told = reading("Nine people were shot at a mill in Maris this weekend.", published)
    assert [str(c.value.first) for c in claims(told, "date") if isinstance(c.value, When)] == [wanted]


def test_a_count_waits_for_the_feast_that_it_counts_from() -> None:
    text = "More than ever were shot last fall. Police spoke on Tuesday. The shooting in Maris happened two days after Thanksgiving."
    assert "2023-11-25" in days(text, "2024-01-25")


@pytest.mark.parametrize(
    ("text", "loose"),
    [
        ("A man was charged with murder in Lima before prosecutors consented to his release on Friday.", [True]),
        ("A clerk was shot and killed in Lima after officers say he pointed a gun at them on Saturday.", [True]),
        ("Killings in Lima took place the night of March 6 and the early hours of March 7.", [False, True]),
        ("Three people were killed in Lima on Friday.", [False]),
        ("On Friday, gunmen killed three people in Lima.", [False]),
        ("A shooting took place in Lima on Friday.", [False]),
    ],
)
def test_a_day_that_another_verb_may_have_is_tied_loosely(text: str, loose: list[bool]) -> None:
    assert [c.loose for c in claims(reading(text), "date")] == loose


def test_a_year_that_is_not_the_events_dates_an_older_one() -> None:
    told = reading("A bus fell into a gorge on Friday, killing nine people. In 2018, 33 people were killed when a bus fell from that road.")
    assert {c.value.first.year for c in claims(told, "date") if isinstance(c.value, When) and c.value.first is not None} == {2023}


@pytest.mark.parametrize(
    "text",
    [
        "A judge investigating the murder of a banker in Lima resigned on Friday.",
        "Mourners lit candles on Friday for Ann Rudd, gunned down in Lima.",
        "The mother of the boy killed in the crash in Lima spoke on Friday.",
        "A court reviewing the massacre in Lima adjourned on Friday.",
        "A plaque for the three soldiers killed in the blast in Lima was unveiled on Friday.",
        "Hundreds marched on Friday for the student killed by police in Lima.",
        "Two soldiers wounded in the ambush near Lima flew home on Friday.",
    ],
)
def test_a_day_beside_another_verb_is_not_that_of_what_only_describes(text: str) -> None:
    assert [claim for claim in reading(text).claims if claim.attribute == "date" and claim.event] == []


@pytest.mark.parametrize(
    "text",
    [
        "Two men killed in a fire that began on Friday in Lima were brothers.",
        "A man was shot and killed by police in Lima on Friday.",
        "Gunmen who attacked a convoy near Lima on Friday killed three soldiers.",
    ],
)
def test_a_day_beside_the_deed_itself_stays_its_own(text: str) -> None:
    assert [claim for claim in reading(text).claims if claim.attribute == "date" and claim.event] != []
