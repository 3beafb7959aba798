"""Times that date no event: of what followed, of a count, of a plan, of a death that came later."""

from __future__ import annotations

import pytest

from discrepancy.notation.values import format as format_value
from tests.claim.reader import claims, days, reading


@pytest.mark.parametrize(
    "text",
    [
        "Funeral prayers for the victims of the bombing were held in Maris on Friday.",
        "On Friday police released a video of the bombing.",
        "An inquiry into the bombing was opened on Friday.",
        "The president, who was to fly to Maris on Friday, called the bombing a crime.",
        "The governor referred on Friday to the bombing of the mill.",
        "Police on Friday identified the girl killed in a bombing of the mill.",
        "On Friday, a naval commander said bombing ports in Maris would not help.",
        "A priest said Friday, adding that police were looking into a bombing.",
        "The mill issued a statement Friday saying it was saddened by the bombing.",
        "Nine were hurt in the bombing a source at the police told ZANA late on Friday.",
        "Pupils released balloons Friday in memory of a miller days after he was killed in a bombing.",
        "A miller was jailed for nine years for the Friday incident.",
        "A miller was held on murder and other charges before prosecutors agreed to his release on Friday.",
        "A priest reacted Friday to the bombing of the mill.",
        "Nine were killed in a bombing in Maris. It happened again on Friday.",
        "Nine were killed in a bombing in Maris. The case was closed on Friday.",
        "Nine were killed in a bombing in Maris. The council met. The fair took place on Friday.",
        "The toll of the bombing in Maris has risen to nine, the mayor said on Friday.",
        "Two more of those wounded in the bombing have died, a doctor said on Friday.",
        "On Friday a crowd gathered to mourn the killings.",
        "Bo Quist, who was serving nine years for a murder, escaped from a jail near Maris on Friday.",
        "Bo Quist, convicted of a robbery, walked out of a jail in Maris on Friday.",
        "Officers shot the miller, identified Friday as Bo Quist, after he fired at them in Maris.",
        "Early on Friday, Ann Rudd, 22, was identified as one of the nine people killed in the bombing.",
        "A ferry, built in 1987, sank off Maris.",
        "The judge set sentencing for 7 June.",
        "A club founded last May was raided in Maris.",
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
        "Police look for a link between the bombing of the mill and the one carried out on Friday.",
        "A court on Friday heard two clerks on the bombing of the mill.",
        "A party on Friday demanded that the army explain the bombing of the mill.",
        "The governor on Friday called for an inquiry into ties between clerks and the bombing of the mill.",
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
        "Nine were killed in a bombing in Maris. The row was about an incident that took place on Friday in Tarn.",
    ],
)
def test_a_time_of_what_followed_does_not_date_the_event(text: str) -> None:
    assert "2024-03-08" not in days(f"A bombing killed nine in Maris on Monday. {text}")[1:]
    assert days(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said at a meeting Friday that nine people were killed in Maris.",
        "The mayor told a meeting Friday that the man who shot a miller had fled.",
        "The mayor said in a news conference on Friday that two of those hurt had died.",
    ],
)
def test_a_meeting_at_which_a_deed_is_told_of_does_not_date_it(text: str) -> None:
    told = reading(text, "2024-03-08")
    kinds = {event.id: event.type for event in told.events}
    assert {kinds[c.event] for c in claims(told, "date") if c.event} == {"talks"}


@pytest.mark.parametrize(
    ("text", "as_of"),
    [
        ("The death toll from the collapse of a mill in Maris rose to nine on Friday.", "2024-03-08"),
        ("By Thursday the toll of the bombing had reached nine, police said on Friday.", "2024-03-07"),
        ("The toll from Tuesday's bombing was revised to nine on Thursday.", "2024-03-07"),
        ("On Friday the death toll from the bombing more than doubled to nine.", "2024-03-08"),
        ("The death toll from the bombing on Friday rose to nine.", None),
        ("The bombing killed nine people on Friday.", None),
        ("A total of nine people were killed in Maris on Friday.", None),
    ],
)
def test_a_count_is_good_for_its_day(text: str, as_of: str | None) -> None:
    (toll,) = claims(reading(text, "2024-03-08"), "killed")
    assert (toll.as_of.first.isoformat() if toll.as_of is not None and toll.as_of.first is not None else None) == as_of


def test_the_day_of_dying_in_hospital_is_not_that_of_the_shooting() -> None:
    text = "Two girls were shot in Maris on Monday. One of the girls died {} at a hospital."
    assert days(text.format("Friday")) == ["2024-03-04"]
    assert "2024-03-08" in days("An actor died Friday at a hospital in Maris.")


@pytest.mark.parametrize(
    "text",
    [
        "The bombing in Maris came two days before the fair, set for 10 p.m. Friday.",
        "Despite the bombing, the bill is to be voted on Friday.",
        "The bombing in Maris overshadowed the vote scheduled for Friday.",
        "The bombing in Maris was meant to sway the vote, due to take place on Friday after a row over seats.",
        "The truce, signed in Maris, will take effect at midnight on Friday.",
        "The guns fell silent on Friday as a truce between the miners and the mill took effect.",
        "A boy who was shot in Lima will stay in the clinic overnight.",
    ],
)
def test_the_time_of_what_is_planned_does_not_date_the_event(text: str) -> None:
    assert days(text) == []


def test_a_time_that_counts_from_an_event_is_not_its_day() -> None:
    assert days("Three days before Monday's bombing in Maris, which killed nine, the Front sent a warning.") == ["2024-03-04"]


def test_the_day_of_mourning_is_not_that_of_the_deaths() -> None:
    text = "The town of Maris was in mourning on Thursday for the policemen killed in a bombing of a mosque on Monday."
    assert days(text) == ["2024-03-04"]
    assert days("The town began three days of mourning on Thursday for nine millers killed when a bomb exploded.") == []


def test_the_day_of_a_release_is_not_that_of_the_kidnapping() -> None:
    assert days("Gunmen who kidnapped 42 pupils from a school in Maris released 19 of them on Friday.") == []


def test_a_force_that_a_deal_sends_leaves_it_its_day() -> None:
    assert days("The truce, which sends a force of 900 men, was signed in Maris on Friday.") == ["2024-03-08"]
    assert days("The truce takes effect on Sunday after it was signed in Maris on Friday.") == ["2024-03-08"]


@pytest.mark.parametrize("told", ["pronounced dead on Wednesday", "declared dead on Wednesday"])
def test_the_day_of_a_death_that_follows_a_shooting_is_not_its_day(told: str) -> None:
    assert days(f"A miller was shot in Maris. He was brought to a clinic. The miller was {told}.") == []
    assert days("A miller was shot in Maris. The miller died on Wednesday, two days after he was shot.") == []
    assert days("A miller was found at his house. The miller died on Wednesday at a hospital.") == ["2024-03-06"]
    assert days("A miller was stabbed in a mill in Maris on Monday and died of his wounds on Wednesday.") == ["2024-03-04"]


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
    assert days(text) == []


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


@pytest.mark.parametrize(
    "text",
    [
        "Rescuers dug through mud in Maris on Friday after a bombing killed nine people.",
        "The country was in shock on Friday after a gunman killed nine people in Maris.",
        "Thousands crowded into Maris on Friday to mourn the nine people killed in a bombing.",
        "Teams went into the ruins on Friday looking for four people missing after a bombing hit Maris.",
        "A bank apologised on Friday for the bombing in Maris that killed nine people.",
        "Doctors operated on Friday on a girl wounded in the bombing of Maris.",
        "Workers on Friday began clearing rubble from the mill that collapsed in Maris.",
        "He bought the gun on Friday and killed three people in Maris.",
        "The governor visited the site of the bombing on Friday.",
        "Anger grew on Friday in East Maris, Zenda, after police shot a boy.",
    ],
)
def test_a_day_before_what_a_clause_came_after_is_held_against_nobody(text: str) -> None:
    assert all(claim.loose for claim in claims(reading(text), "date"))


def test_a_day_behind_two_verbs_is_that_of_both() -> None:
    told = reading("Police shot dead five protesters and arrested at least 130 on Friday.", "2024-03-10")
    assert sorted((c.value.first.isoformat(), c.loose) for c in claims(told, "date")) == [("2024-03-08", False), ("2024-03-08", True)]
    other = reading("Gunmen killed five people and police arrested three on Friday.", "2024-03-10")
    assert len(claims(other, "date")) == 1
