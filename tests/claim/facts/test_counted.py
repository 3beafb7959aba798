"""How many a sentence counts: lists added up once, parts beside their whole, and figures that are called a toll."""

from __future__ import annotations

import pytest

from discrepancy.claim.facts.read import told
from tests.claim.facts.facts_told import read, totals


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A man stabbed his mother and an uncle to death.", ["killed=2"]),
        ("A man shot his wife and three children to death.", ["killed=4"]),
        ("A man who had shot his mother and stepfather was held.", ["hit=2"]),
        ("Anna Berg and Karl Holm, the driver and front seat passenger, were taken to a hospital.", ["injured=2"]),
        ("Man kills wife, 2 young children", ["killed=3"]),
        ("Five Danes and one Pole were killed in the harbour.", ["killed=6"]),
        ("Three Danes, two Poles and one Turk were killed.", ["killed=6"]),
        ("A couple was shot in the yard.", ["hit=2"]),
        ("A married couple was found dead in Zenda.", ["killed=2"]),
        ("They mourned the deaths of him, his wife and two children.", ["killed=4"]),
        ("Anna Berg and Karl Holm, both 23, were killed.", ["killed=2"]),
        ("He was killed along with his wife and three children.", ["killed=5"]),
        ("He died with his family around him.", ["killed=1"]),
        ("He died with his wife by his side.", ["killed=1"]),
        ("Nine people were killed, along with two gunmen, in the raid.", ["killed=9"]),
        ("Nine people were killed, along with two nuns, in the raid.", ["killed=11"]),
        ("Six priests and two women who worked with them were murdered.", ["killed=8"]),
        ("Police seek man who killed 2 adults, 2 teens in the harbour.", ["killed=4"]),
        ("Anton Berg and Karl Holm, both 21, were killed.", ["killed=2"]),
        ("Divers found 34-year-old Anna Berg and 1-year-old Lea Berg dead.", ["killed=2"]),
        ("A pair of young sailors were killed.", ["killed=2"]),
        ("A man and a boy, who were in the house with a child, suffered gunshot wounds.", ["injured=2"]),
        ("He killed his parents and three younger siblings.", ["killed=5"]),
        ("Seven non-Peruvians and two children died in the fire.", ["killed=9"]),
        ("The fire killed seven Peruvians and two children.", ["killed=9"]),
        ("He opened fire, hitting three men and a woman.", ["hit=4"]),
        ("The shots injured a guard and the driver's son.", ["injured=2"]),
        ("He was charged with shooting a 3-year-old and a 15-year-old.", ["hit=2"]),
        ("The captain and his mother, a passenger, had minor injuries.", ["injured=2"]),
        ("The mayor of the town, his wife and their two sons died.", ["killed=4"]),
        ("A blast killed 2 men, 3 women, 3 children.", ["killed=8"]),
        ("A bomb killed a man in the bar and two women.", ["killed=3"]),
        ("Neither the pilot nor his three guests survived.", ["killed=4"]),
        ("The mayor named a 52-year-old woman and the 6-year-old girl shot dead at the mill.", ["killed=2"]),
        ("A family of six, the parents and their four children, were killed.", ["killed=6"]),
        ("A family of eight (two men, three women, 3 children) was killed.", ["killed=8"]),
        ("Three Danes, two men and a woman, were killed.", ["killed=3"]),
        ("Two guards at the mill, Anton Berg and Karl Holm, were shot dead.", ["killed{guards}=2"]),
        ("Two people aboard the plane, a pilot and her pupil, died.", ["killed=2"]),
        ("Three of the guests suffered burns; a waiter did not.", ["injured=3"]),
        ("Two of the captain's guests were shot.", ["hit=2"]),
        ("Both the captain and her mother were shot.", ["hit=2"]),
        ("Both captains were shot.", ["hit=2"]),
        ("Two men shot at milk cans.", []),
        ("The ministry did not say if the casualties were sailors.", []),
    ],
)
def test_those_told_one_beside_another_are_added_up_once(text: str, expected: list[str]) -> None:
    assert totals(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two of them were hit in the leg and the third in the foot.", ["hit=2", "hit=1"]),
        ("The coast guard saved 82 people, 19 of whom were hurt.", ["injured=19"]),
        ("Firefighters brought out 14 guests, ten of them with burns.", ["injured=10"]),
        ("Police say nine people died, the oldest 24.", ["killed=9"]),
        ("None of the four shooting victims spoke.", ["hit=4"]),
        ("Nine people, two children among them, were killed.", ["killed=9"]),
        ("Nine people, two women and three men among them, were hurt.", ["injured=9"]),
        ("Two people, the pilot included, were killed.", ["killed=2"]),
        ("Seventeen people died, including four children, and 98 were saved.", ["killed=17"]),
        ("Among the dead were three children and a nun.", ["killed>=4"]),
        ("Holm was one of four injured in a fire.", ["injured=4"]),
        ("About 30 of the school's 80 pupils are missing.", ["missing{students}=~30"]),
        ("The school's 80 pupils are missing.", ["missing{students}=80"]),
        ("Nine people, including four children, were killed.", ["killed=9"]),
        ("Ten children were among at least 48 people killed.", ["killed{children}=10", "killed>=48"]),
        ("One of the victims in the shooting that sent five people to the hospital has died.", ["killed=1", "injured=5"]),
        ("The strike killed 18 civilians, including a woman, and 25 others were also injured.", ["killed{civilians}=18", "injured=25"]),
        ("He was one of the six people killed in the fire.", ["killed=6"]),
        ("They investigate the murder of eight people, six of them priests.", ["killed=8"]),
        ("One of five victims in the shooting dies.", ["killed=1"]),
        ("Anton Berg was one of four sailors who were struck by gunfire.", ["hit{service members}=4"]),
        ("Six sailors, including the two killed, were shot.", ["killed=2"]),
        ("Among the injured are two girls.", ["injured{children}=2"]),
        ("The raid left two of the six guards wounded in the yard.", ["injured{guards}=2"]),
        ("Two nurses and a boy were among 31 people killed.", ["killed{health workers}=2", "killed{children}=1", "killed=31"]),
        ("Three members of the Berg family, a mother and her two daughters, were among those killed.", ["killed>=3"]),
        ("Guards found seven people, including one man who succumbed to burns.", ["killed{men}=1"]),
        ("12 members of the family had been killed.", ["killed=12"]),
        ("Twelve people, most of them women and children, were killed.", ["killed=12"]),
        ("Of the five people shot, one, a 17-year-old, died.", ["hit=5", "killed=1"]),
        ("He was one of two brothers who drowned.", ["killed{men}=2"]),
        ("He said two of the boys had drowned.", ["killed{children}=2"]),
        ("Nine clerks and a nun were among those who died.", ["killed>=10"]),
        ("Five of the dead were women and nine were hurt including two children activists said.", ["killed{women}=5", "injured=9"]),
        ("The hospital is treating 17 people, five of them for burns.", ["injured=17"]),
        ("Of the 23 who were hurt, 19 have gone home.", ["injured=23"]),
        ("Not one of the 17 on board survived.", ["killed=17"]),
        ("Thirty-one of the 33 dead were women.", ["killed{women}=31"]),
        ("Two of the three brothers drowned.", ["killed{men}=2"]),
        ("Another 25, most of them passengers on the train, were hurt.", ["injured=25"]),
        ("Among those arrested were a nun and two clerks.", ["arrested>=3"]),
    ],
)
def test_a_part_is_not_added_to_its_whole(text: str, expected: list[str]) -> None:
    assert totals(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six people were shot, including a girl who was shot in the arm.", ["hit=6", "hit{children}=1"]),
        ("Nine were killed, including two boys, and at least one person was hurt.", ["killed=9", "killed{children}=2", "injured>=1"]),
    ],
)
def test_a_part_is_a_fact_of_its_own(text: str, expected: list[str]) -> None:
    assert sorted(told(fact) for fact in read(text) if fact.happened) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministry counts 14 dead, the Rights Monitor 24.", ["killed=14", "killed=24"]),
        ("Divers found three more bodies, raising to 17 the number of people killed in the fire.", ["killed=3", "killed=17"]),
        ("At least 33 people died – 20 men and 13 women – and nine were hurt.", ["killed>=33", "injured=9"]),
        ("The minister — who is also the head of a panel — said so far 51 have died.", ["killed=51"]),
        ("The death toll has risen to nine, up from seven.", ["killed=9", "killed=7"]),
        ("The hospital put the number of dead at 14.", ["killed=14"]),
        ("A monitor puts the death count at 24.", ["killed=24"]),
        ("Police put the dead at 19.", ["killed=19"]),
        ("A tally by a monitor came to 24 dead.", ["killed=24"]),
        ("The opposition spoke of 40 dead.", ["killed=40"]),
        ("A monitor put the number of injured at 51 and the dead at 24.", ["injured=51", "killed=24"]),
        ("The guerrillas suffered 29 casualties, including dead and wounded.", ["hit=29"]),
        ("The number of people killed in the two fires in Zenda has been revised down to 84.", ["killed=84"]),
        ("He put the number of people injured in the two fires at more than 170.", ["injured>=171"]),
        ("It gave the number of injured in the fires as 140 at first.", ["injured=140"]),
        ("The death toll from a fire on a ferry off Lima reached at least 61 people.", ["killed>=61"]),
        ("The toll of the raid rose to 112.", ["killed=112"]),
        ("The injury toll rose to nine.", ["injured=9"]),
        ("The mayor put the number of injured at nine.", ["injured=9"]),
        ("The number of people who died in the fire rose to nine.", ["killed=9"]),
        ("He put the number of apartment tenants who remained unaccounted for at about five.", ["missing=~5"]),
        ("He spoke of a dozen killed.", ["killed=12"]),
        ("This brings to 47 the number of judges killed.", ["killed{officials}=47"]),
    ],
)
def test_a_figure_that_is_called_a_toll(text: str, expected: list[str]) -> None:
    assert totals(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Nine in ten of the vines died.",
        "About one in five residents slept.",
        "A third of the 60 passengers were hurt.",
        "A third of the town's 90 guests are dead.",
        "One of the cars in the yard died on him.",
        "The official death toll is not known.",
        "They feared the high number of people unaccounted for.",
        "Twice as many died.",
    ],
)
def test_shares_and_things_count_nobody(text: str) -> None:
    assert totals(text) == []
