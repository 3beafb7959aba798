"""What sentences say became of people, on sentences of our own."""

from __future__ import annotations

import pytest

from discrepancy.annotate.layers import annotate
from discrepancy.claim.facts.read import Fact, facts, told
from discrepancy.ingest import inputs_from_records
from tests.claim.reader import BOOK, reading, shown


def read(text: str) -> tuple[Fact, ...]:
    (document,) = inputs_from_records([{"doc_id": "a", "text": text, "published": "2023-05-15"}], BOOK).documents
    return facts(annotate(document, BOOK).sentences, BOOK)


def totals(text: str) -> list[str]:
    return [told(fact) for fact in read(text) if fact.happened and fact.part_of is None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministry counts 14 dead, the Rights Monitor 24.", ["killed=14", "killed=24"]),
        ("A man was shot in the leg, a woman in the arm and a boy in the back.", ["hit{men}=1", "hit{women}=1", "hit{children}=1"]),
        ("Two of them were hit in the leg and the third in the foot.", ["hit=2", "hit=1"]),
        ("He was shot in the leg and the chest.", ["hit=1"]),
        ("The woman has a broken arm and her husband a fractured skull.", ["injured{women}=1", "injured{men}=1"]),
        ("A man shot his brother and was then shot dead by police.", ["killed{men}=1", "hit{men}=1"]),
        ("The gunman killed two clerks before being shot dead.", ["killed{attackers}=1", "killed=2"]),
        ("A clerk who grabbed a robber's gun was shot in the thigh.", ["hit=1"]),
        ("A man stabbed his mother and an uncle to death.", ["killed=2"]),
        ("Two patrol cars were burned.", []),
        ("The coast guard saved 82 people, 19 of whom were hurt.", ["injured=19"]),
        ("Firefighters brought out 14 guests, ten of them with burns.", ["injured=10"]),
        ("Karl Holm, 44, a former head of the bank, was wounded.", ["injured=1"]),
        ("Karl Holm, the head of the bank, said a man was killed.", ["killed{men}=1"]),
        ("Guards chased a man, who fell and was hit.", ["hit{men}=1"]),
        ("A man shot his wife and three children to death.", ["killed=4"]),
        ("A man who had shot his mother and stepfather was held.", ["hit=2"]),
        ("The man who was killed was 29.", ["killed{men}=1"]),
        ("Anna Berg and Karl Holm, the driver and front seat passenger, were taken to a hospital.", ["injured=2"]),
        ("A man who had shot a clerk was himself shot by police.", ["hit=1", "hit=1"]),
        ("Police say nine people died, the oldest 24.", ["killed=9"]),
        ("Officers found four gunshot victims on the pier.", ["hit=4"]),
        ("None of the four shooting victims spoke.", ["hit=4"]),
        ("Nine people, two children among them, were killed.", ["killed=9"]),
        ("Nine people, two women and three men among them, were hurt.", ["injured=9"]),
        ("Two people, the pilot included, were killed.", ["killed=2"]),
        ("Nine people have drowned.", ["killed=9"]),
        ("Nine people were dragged from a bus and killed.", ["killed=9"]),
        ("Nine people were lined up and shot.", ["hit=9"]),
        ("Nine people were told to leave and shot a dog.", []),
        ("Nine people on their way home from a funeral died.", ["killed=9"]),
        ("A mother has drowned her two sons.", ["killed{children}=2"]),
        ("Two more die of wounds after Lima explosions.", ["killed=2"]),
        ("Seventeen people died, including four children, and 98 were saved.", ["killed=17"]),
        ("Divers found three more bodies, raising to 17 the number of people killed in the fire.", ["killed=17"]),
        ("Among the dead were three children and a nun.", ["killed>=4"]),
        ("Three other shooting victims were taken to a hospital.", ["injured=3"]),
        ("Two robbery victims met three flood victims.", []),
        ("Man kills wife, 2 young children", ["killed=3"]),
        ("Five Danes and one Pole were killed in the harbour.", ["killed=6"]),
        ("Three Danes, two Poles and one Turk were killed.", ["killed=6"]),
        ("Three Danes, two men and a woman, were killed.", ["killed=3"]),
        ("A couple was shot in the yard.", ["hit=2"]),
        ("A married couple was found dead in Zenda.", ["killed=2"]),
        ("A couple of the lamps was shot out.", []),
        ("A bear came near and two wardens killed it.", []),
        ("Three men shot it at dawn.", []),
        ("Seven Chinese were hurt on the quay.", ["injured=7"]),
        ("The Hawks moved Anton Berg to injured reserve on Monday.", []),
        ("Anton Berg, on the injured list since May, was seen running.", []),
        ("He shot all four clerks.", ["hit=4"]),
        ("He opened fire, hitting all five.", ["hit=5"]),
        ("He opened fire, hitting all five shops.", []),
        ("Man suspected of shooting 4 at a bar in Zenda", ["hit=4"]),
        ("Shots rang out, striking houses, cars, and four people.", ["hit=4"]),
        ("It left one clerk dead and three others with serious injuries.", ["killed=1", "injured=3"]),
        ("Holm was one of four injured in a fire.", ["injured=4"]),
        ("Five other people - all women - were shot.", ["hit{women}=5"]),
        ("According to Sergeant Holm, one person died and four others were hurt.", ["killed=1", "injured=4"]),
        ("Anna Berg, one of the owners, was killed.", ["killed=1"]),
        ("The 17-year-olds were killed.", ["killed>=2?"]),
        ("The death toll has risen to nine, up from seven.", ["killed=9", "killed=7"]),
        ("The hospital put the number of dead at 14.", ["killed=14"]),
        ("A monitor puts the death count at 24.", ["killed=24"]),
        ("Police put the dead at 19.", ["killed=19"]),
        ("A tally by a monitor came to 24 dead.", ["killed=24"]),
        ("The opposition spoke of 40 dead.", ["killed=40"]),
        ("A monitor put the number of injured at 51 and the dead at 24.", ["injured=51", "killed=24"]),
        ("A mother of three dead of grief was buried.", ["killed{women}=1"]),
        ("Two bodies had been counted twice, the ministry said.", []),
        ("Three people listed as dead were found alive.", []),
        ("Ferry sinks off Cape Zenda, 14 dead. At Cape Zenda boats were moored.", ["killed=14"]),
        ("A man was stabbed to death.", ["killed{men}=1"]),
        ("Three clerks were burnt to death and two were hurt.", ["killed=3", "injured=2"]),
        ("Three people have suffocated to death.", ["killed=3"]),
        ("He stabbed three people to death.", ["killed=3"]),
        ("He stabbed three people in the leg.", ["injured=3"]),
        ("Nine people, including four children, were killed.", ["killed=9"]),
        ("A blast tore the wall, killing at least 12 workers.", ["killed{workers}>=12"]),
        ("They mourned the deaths of him, his wife and two children.", ["killed=4"]),
        ("One died and three others were wounded.", ["killed=1", "injured=3"]),
        ("Nobody was killed.", ["killed=0"]),
        ("No-one was injured in the fire.", ["injured=0"]),
        ("Luckily no - one has been hurt.", ["injured=0"]),
        ("Two killed three injured in an attack on Zenda", ["injured=3"]),
        ("A mother of two, 21-year-old Anna Berg, died there.", ["killed{women}=1"]),
        ("Air strikes in Zenda kill 22, wound dozens", ["killed=22", "injured>=12?"]),
        ("Storms kill 22 people every year.", []),
        ("The gunfire injured 11 people, eight from one family.", ["injured=11"]),
        ("Floods kill at least 12; thousands flee", ["killed>=12"]),
        ("Ten children were among at least 48 people killed.", ["killed{children}=10", "killed>=48"]),
        ("The navy took 23 sailors into custody.", ["arrested{service members}=23"]),
        ("Anna Berg, three, was killed.", ["killed=1"]),
        ("Anna Berg and Karl Holm, both 23, were killed.", ["killed=2"]),
        ("One of the victims in the shooting that sent five people to the hospital has died.", ["killed=1", "injured=5"]),
        ("A man accused of shooting an officer was killed.", ["killed{men}=1", "hit{police officers}=1"]),
        ("He was killed along with his wife and three children.", ["killed=5"]),
        ("Nine people died in Ruritania and two children in Graustark.", ["killed=9", "killed{children}=2"]),
        (
            "Eleven civilians were killed, with nine fatalities in Ruritania and two in Graustark.",
            ["killed{civilians}=11", "killed=9", "killed=2"],
        ),
        ("The strike killed 18 civilians, including a woman, and 25 others were also injured.", ["killed{civilians}=18", "injured=25"]),
        ("The blast wounded 15 others, three critically.", ["injured=15"]),
        ("The gunfire wounded 15 people, three from one street.", ["injured=15"]),
        ("Four people are dead and another is fighting for her life.", ["killed=4", "injured=1"]),
        ("The strike killed at least 27 and up to 30 family members.", ["killed=27..30"]),
        ("The strike wounded from six to 14 civilians.", ["injured{civilians}=6..14"]),
        ("Two civilians were killed and others were wounded.", ["killed{civilians}=2", "injured>=2?"]),
        ("They killed time in the harbour.", []),
        ("He was one of the six people killed in the fire.", ["killed=6"]),
        ("They investigate the murder of eight people, six of them priests.", ["killed=8"]),
        ("Six priests and two women who worked with them were murdered.", ["killed=8"]),
        ("The shootings resulted in two deaths.", ["killed=2"]),
        ("One of five victims in the shooting dies.", ["killed=1"]),
        ("They found Anton Berg; he died in the harbour.", ["killed=1"]),
        ("A young man – possibly a teenager – died on Monday.", ["killed{men}=1"]),
        ("The boy shot himself, father charged.", ["hit{children}=1"]),
        ("The five-shot revolver was found.", []),
        ("In all 17 search warrants have been executed.", []),
        ("Two boys, 4 and 6, were wounded.", ["injured{children}=2"]),
        ("Police seek man who killed 2 adults, 2 teens in the harbour.", ["killed=4"]),
        ("The gunman shoots man, 18 Karl Berg says.", ["hit{men}=1"]),
        ("Channel 58 - Five killed in the harbour.", ["killed=5"]),
        ("There are no reported fatalities and no other known injuries.", ["killed=0", "injured=0"]),
        ("None of the injuries were life-threatening.", []),
        ("He is accused of the attempted murder of Anton Berg and the murder of Maria Lund.", ["killed=1"]),
        ("The jury heard of Anton Berg's murder trial.", []),
        ("A man accused of fatally shooting three people was seen.", ["killed=3"]),
        ("Anton Berg and Karl Holm, both 21, were killed.", ["killed=2"]),
        ("The mayor named a 52-year-old woman and the 6-year-old girl shot dead at the mill.", ["killed=2"]),
        ("Divers found 34-year-old Anna Berg and 1-year-old Lea Berg dead.", ["killed=2"]),
        ("Five men and women were injured.", ["injured=5"]),
        ("Anton Berg was one of four sailors who were struck by gunfire.", ["hit{service members}=4"]),
        ("A man shot and killed his wife's two daughters.", ["killed{children}=2"]),
        ("Karl Berg of the Polk County Sheriff's Office was killed.", ["killed=1"]),
        ("The counts follow a pair of May shootings targeting a miner eventually killed.", []),
        ("A pair of young sailors were killed.", ["killed=2"]),
        ("Five victims were transported to local hospitals.", ["injured=5"]),
        ("A father of three and two others were shot.", ["hit=3"]),
        ("Six sailors, including the two killed, were shot.", ["killed=2"]),
        ("A family of five was killed.", ["killed=5"]),
        ("He was accused of shooting at five people.", []),
        ("Two sisters are thought to have shot and injured three men.", ["injured{men}=3"]),
        ("Karl Dixon and Martin Holm, 19, shot into the house.", []),
        ("They found him on West 103 Street with a gunshot wound.", []),
        ("A man and a boy, who were in the house with a child, suffered gunshot wounds.", ["injured=2"]),
        ("The fire left five adults and an unborn child dead.", ["killed=5..6"]),
        ("He used a rifle to kill five and went on to kill two drivers.", ["killed=5", "killed=2"]),
        ("He wanted to kill five.", []),
        ("He killed his parents and three younger siblings.", ["killed=5"]),
        ("He opened fire, killing one officer and wounding the other.", ["killed{police officers}=1", "injured=1"]),
        ("The passenger-side window was shot.", []),
        ("None of the victims had life-threatening injuries.", []),
        ("Nobody was seriously injured.", []),
        ("Nobody was injured.", ["injured=0"]),
        ("His injuries were not life threatening.", ["injured=1"]),
        ("The guerrillas suffered 29 casualties, including dead and wounded.", ["hit=29"]),
        ("Among the injured are two girls.", ["injured{children}=2"]),
        ("The war has driven thousands from their homes.", ["displaced>=1000?"]),
        ("Police are looking into whether the boy was shot.", []),
        ("Doctors realized she'd been shot.", ["hit=1"]),
        ("No arrests have been made.", ["arrested=0"]),
        ("A no-questions rule held after a fair erupted in violence, leaving one dead and 11 others shot.", ["killed=1", "hit=11"]),
        ("The raid left three of its soldiers killed and 30 more wounded.", ["killed{service members}=3", "injured=30"]),
        ("The raid left two of the six guards wounded in the yard.", ["injured{guards}=2"]),
        ("The number of people killed in the two fires in Zenda has been revised down to 84.", ["killed=84"]),
        ("He put the number of people injured in the two fires at more than 170.", ["injured>=171"]),
        ("It gave the number of injured in the fires as 140 at first.", ["injured=140"]),
        ("Seven non-Peruvians and two children died in the fire.", ["killed=9"]),
        ("The fire killed seven Peruvians and two children.", ["killed=9"]),
        ("Seven Peruvian missiles hit a school and killed nine.", ["killed=9"]),
        ("The blast killed ten people, wounding another 70.", ["killed=10", "injured=70"]),
        ("The death toll from a fire on a ferry off Lima reached at least 61 people.", ["killed>=61"]),
        ("Three died and more than twenty others suffered from suffocation.", ["killed=3", "injured>=21"]),
        ("Some 1,300 people have been left homeless.", ["displaced=~1300"]),
        ("The 1,300 people who were made homeless sleep in schools.", ["displaced=1300"]),
        ("Two more of the people wounded in the fire have died.", ["injured>=2?", "killed=2"]),
    ],
)
def test_a_wording_is_read(text: str, expected: list[str]) -> None:
    assert totals(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Four people, a father and three children, were killed.", ["killed=4"]),
        ("Anna Berg, a sailor, was killed.", ["killed{service members}=1"]),
        ("Three brothers, Anton Berg, 35, Karl Berg, 27, and Nils Berg, 25, were killed.", ["killed{men}=3"]),
        ("The airstrike killed seven, all civilians.", ["killed{civilians}=7"]),
        ("Two men, a woman and a child were killed.", ["killed=4"]),
        ("Two boys, two girls were killed.", ["killed{children}=4"]),
        ("Two children, both girls, were killed.", ["killed{children}=2"]),
        ("Later Anna Maria Holm, 33 year old Karl Adam Berg and Olga Maria Holm were killed.", ["killed=3"]),
        ("He was killed with his daughters, Anna Berg and Maria Berg.", ["killed=3"]),
        ("Two twins, Sarah Holm and Karl Holm were killed.", ["killed=2"]),
        ("Anton Berg's eldest 33-year old son Karl Berg died with his wife, a 30-year old Ida Berg.", ["killed=2"]),
        ("He died along with his children: two daughters Ida Berg and Eva Berg, and two sons Karl Berg and Nils Berg.", ["killed=5"]),
        ("Reporter: Anton Berg died in the street.", ["killed=1"]),
        ("After killing his wife and two sons, Anton Berg drove home.", ["killed=3"]),
        ("He killed his wife and two sons, Karl and Nils Berg.", ["killed=3"]),
        ("Anton Berg, a cousin of Nils and Karl Berg, was killed.", ["killed=1"]),
        ("Anton Berg, a journalist for a radio station, and his mother were killed.", ["killed=2"]),
        ("Anton Berg, secretary of the union; and bodyguard Karl Holm, were killed.", ["killed=2"]),
        ("Also wounded were a sailor and a woman.", ["injured=2"]),
        ("Also shot were Anton Berg, 20, and Karl Holm, 23.", ["hit=2"]),
        ("Shots hit a 6-year-old boy, his aunt and a neighbor.", ["hit=3"]),
        ("The victims, two men and a woman, were killed.", ["killed=3"]),
        ("The victims, both men, were killed.", ["killed{men}=2"]),
        ("The passengers, two boys and a girl were killed.", ["killed>=5?"]),
        ("A neighbor killed man, grandmother, 2-month-old baby.", ["killed=3"]),
        ("8 yo girl killed in the harbour.", ["killed{children}=1"]),
        ("A blast that killed a 9-year-old, 2 others has shaken the town.", ["killed=3"]),
        ("She was shot while in a car with her father.", ["hit=1"]),
        ("He was shot with his wife's gun.", ["hit=1"]),
    ],
)
def test_a_list_counts_nobody_twice(text: str, expected: list[str]) -> None:
    assert totals(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Twelve people were killed, three of them children.", ["killed{children}=3"]),
        ("Twelve people were killed, four of whom were children.", ["killed{children}=4"]),
        ("Two people, both of them children, were killed.", ["killed{children}=2"]),
        ("Twelve people were killed, including a teacher.", ["killed{teachers}=1"]),
    ],
)
def test_parts_stand_before_or_behind_the_verb(text: str, expected: list[str]) -> None:
    assert [told(fact) for fact in read(text) if fact.part_of is not None] == expected


def test_a_colon_sets_parts_behind_their_total() -> None:
    found = read("Nine people were killed in a blast in Zenda on Monday: four men, three women and two children, police said.")
    assert [(told(f), f.part_of) for f in found] == [
        ("killed=9", None),
        ("killed{men}=4", 0),
        ("killed{women}=3", 0),
        ("killed{children}=2", 0),
    ]
    assert [told(f) for f in read("Nine people were killed in Zenda: three officers said so.")] == ["killed=9"]


@pytest.mark.parametrize(
    "text",
    [
        "The death toll rose to 18 after three people died in hospital.",
        "The death toll rose to 18 after three more bodies were found in the mud.",
        "The death toll climbed to 18 as rescuers pulled three bodies from the mud.",
    ],
)
def test_what_a_toll_grew_by_stands_beside_it(text: str) -> None:
    assert [(told(fact), fact.additional) for fact in read(text)] == [("killed=18", False), ("killed=3", True)]


def test_a_part_points_at_its_total() -> None:
    found = read("Nine people, including four children, were killed.")
    parts = [fact for fact in found if fact.part_of is not None]
    assert [told(fact) for fact in parts] == ["killed{children}=4"]
    assert found[parts[0].part_of or 0].value.low == 9


@pytest.mark.parametrize(
    "text",
    [
        "The man was nearly killed.",
        "Gunmen could kill nine people.",
        "Neither the driver nor the guard was killed.",
        "The police homicide unit came.",
    ],
)
def test_what_did_not_happen_is_no_toll(text: str) -> None:
    assert not [fact for fact in read(text) if fact.attribute == "killed" and fact.happened]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two nurses and a boy were among 31 people killed.", ["killed=31", "killed{health workers}=2", "killed{children}=1"]),
        ("Three members of the Berg family, a mother and her two daughters, were among those killed.", ["killed>=3"]),
        ("Six people were shot, including a girl who was shot in the arm.", ["hit=6", "hit{children}=1"]),
        ("Nine were killed, including two boys, and at least one person was hurt.", ["killed=9", "killed{children}=2", "injured>=1"]),
        ("The air force has killed 3 and wounded 12 civilians.", ["killed{civilians}=3", "injured{civilians}=12"]),
        ("The raid injured 12 and killed 3 children.", ["injured=12", "killed{children}=3"]),
        ("At least four other injured civilians were seen.", ["injured{civilians}>=4"]),
        ("Divers found 65 bodies of civilians.", ["killed{civilians}=65"]),
        ("A boy shot himself.", ["hit{children}=1"]),
        ("None of the injuries are life-threatening.", []),
        ("A stray bullet struck the girl.", ["hit{children}=1"]),
        ("He opened fire, hitting three men and a woman.", ["hit=4"]),
        ("The mayor met striking workers after a bullet hit a wall.", []),
        ("The gunman pistol-whipped a teen girl.", ["injured{children}=1"]),
        ("Two others drove themselves to a hospital.", ["injured=2"]),
        ("Two others drove a van to a hospital.", []),
        ("Medics took four people to hospitals.", ["injured=4"]),
        ("The shots injured a guard and the driver's son.", ["injured=2"]),
        ("The boy suffered a gunshot wound.", ["injured{children}=1"]),
        ("The boy was flown to Mercy Hospital in Zenda and later died.", ["injured{children}=1", "killed{children}=1"]),
        ("The boy was flown to Mercy Hospital in Zenda and later two men died.", ["injured{children}=1", "killed{men}=2"]),
        ("Guards found seven people, including one man who succumbed to burns.", ["killed{men}=1"]),
        ("The shots left two boys with serious injuries.", ["injured{children}=2"]),
        ("He was charged with shooting a 3-year-old and a 15-year-old.", ["hit=2"]),
        ("The captain and his mother, a passenger, had minor injuries.", ["injured=2"]),
        ("Their four bodies were found burned in the yard.", ["killed=4"]),
        ("They found the boy in room number 8, wounded by a shot.", []),
        ("3 yr old shot in the harbour.", []),
        ("None of the wounded died.", ["killed=0"]),
        ("They are in no danger of dying.", []),
        ("They were shot at and fled.", []),
        ("He was shot at a party.", ["hit=1"]),
        ("Thirty bodies were brought to the hospital.", ["killed=30"]),
        ("The blast killed one and injured another.", ["killed=1", "injured=1"]),
        ("Gunmen killed a Dane and wounded a Danish sailor.", ["killed=1", "injured{service members}=1"]),
        ("She called 911 and the victims were taken to Mercy Medical Center.", ["injured>=2?"]),
        ("The toll of the raid rose to 112.", ["killed=112"]),
        ("The injury toll rose to nine.", ["injured=9"]),
        ("The mayor put the number of injured at nine.", ["injured=9"]),
        ("12 members of the family had been killed.", ["killed=12"]),
        ("A child named Karl Berg was killed.", ["killed{children}=1"]),
        ("The shooting left a sailor with a minor gunshot wound.", ["injured{service members}=1"]),
        ("His father is 40 and he was shot.", ["hit=1"]),
        ("Karl Berg was shot six times and died there.", ["hit=1", "killed=1"]),
        ("The war continues to take thousands of lives.", ["killed>=1000?"]),
        ("The radio gave the toll, with the mayor referring to “dozens” hurt.", []),
        ("The strike was said to have injured nine people.", ["injured=9"]),
    ],
)
def test_words_beside_a_number_change_what_it_counts(text: str, expected: list[str]) -> None:
    assert sorted(told(fact) for fact in read(text) if fact.happened) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A bomb in Zenda on Monday killed nine and wounded 85, police and hospital officials said.", ["killed=9", "injured=85"]),
        ("A bomb in Zenda on Monday wounded 85, soldiers and witnesses reported.", ["injured=85"]),
        ("A bomb in Zenda on Monday wounded nine people, soldiers and two women.", ["injured>=13?"]),
    ],
)
def test_those_who_say_a_toll_are_no_part_of_it(text: str, wanted: list[str]) -> None:
    assert totals(text) == wanted


def test_all_but_some_are_the_rest() -> None:
    assert totals("All but three of the 28 passengers were killed there.") == ["killed=25"]


def test_some_of_the_dead_of_no_sort_are_no_toll_of_their_own() -> None:
    told = shown(reading("Eleven tourists were killed in Zenda on Monday. Two Britons were among the 11 tourists killed."), "killed")
    assert told == ["killed{foreign nationals}=11"] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two guards at the mill, Anton Berg and Karl Holm, were shot dead.", ["killed{guards}=2"]),
        ("Two people aboard the plane, a pilot and her pupil, died.", ["killed=2"]),
        ("Gunmen dragged seven students out and killed them.", ["killed{students}=7"]),
        ("Rebels shot the guards and killed them.", ["killed>=2?", "hit{guards}>=2?"]),
        ("The mayor of the town, his wife and their two sons died.", ["killed=4"]),
        ("Two children of a man called Anton Berg died.", ["killed{children}=2"]),
        ("A man who had shot a friend was wounded by an officer.", ["injured{men}=1", "hit=1"]),
        ("Twelve people, most of them women and children, were killed.", ["killed=12"]),
        ("A family of six, the parents and their four children, were killed.", ["killed=6"]),
        ("A family of eight (two men, three women, 3 children) was killed.", ["killed=8"]),
        ("A blast killed 2 men, 3 women, 3 children.", ["killed=8"]),
        ("Of the five people shot, one, a 17-year-old, died.", ["hit=5", "killed=1"]),
        ("He was one of two brothers who drowned.", ["killed{men}=2"]),
        ("He said two of the boys had drowned.", ["killed{children}=2"]),
        ("He drowned her children.", ["killed{children}>=2?"]),
        ("Nine clerks and a nun were among those who died.", ["killed>=10"]),
        ("A bomb killed a man in the bar and two women.", ["killed=3"]),
        ("A bomb killed a man in the bar and police said so.", ["killed{men}=1"]),
        ("At least seven, and perhaps as many as ten, people died.", ["killed=7..10"]),
        ("Seven people died, and Anton Berg, of the tourist squad, was hurt.", ["killed=7", "injured=1"]),
        ("The teachers' union said nine pupils were hurt.", ["injured{students}=9"]),
        ("The convoy lost two trucks, and the rebels lost nine men.", ["killed{men}=9"]),
        ("The pilot was killed, as were two stewards.", ["killed=1", "killed=2"]),
        ("Neither the pilot nor his three guests survived.", ["killed=4"]),
        ("Three sailors were saved; the fourth did not survive.", ["killed=1"]),
        ("A third woman, whose name was not given, was stabbed.", ["injured{women}=1"]),
        ("Fumes overcame nobody, but six cooks were overcome by smoke.", ["injured{workers}=6"]),
        ("It left a baker dead and three cooks with broken legs.", ["killed{workers}=1", "injured{workers}=3"]),
        ("Four were rescued by a passing tanker and treated for hypothermia.", ["injured=4"]),
        ("One life was lost in the fire.", ["killed=1"]),
        ("It told of the death in combat of 16 rebels.", ["killed{militants}=16"]),
        ("He was tried for the 2004 murders of three women.", ["killed{women}=3"]),
        ("Hooded men killed the radio announcer Anton Berg.", ["killed=1"]),
        ("Up to five sailors and no guests died.", ["killed{service members}<=5"]),
        ("He spoke of a dozen killed.", ["killed=12"]),
        ("Nine guests were burnt beyond recognition.", ["killed=9"]),
        ("A fourth body was recovered, and the skeletons of two men.", ["killed=1", "killed{men}=2"]),
        ("Five of the dead were women and nine were hurt including two children activists said.", ["killed{women}=5", "injured=9"]),
        ("This brings to 47 the number of judges killed.", ["killed{officials}=47"]),
        ("Guards fired on stone-throwing youths, and 12 people were hurt.", ["injured=12"]),
        ("The hospital is treating 17 people, five of them for burns.", ["injured=17"]),
        ("A guest is in a coma, and a cook lost both legs.", ["injured=1", "injured{workers}=1"]),
        ("Of the 23 who were hurt, 19 have gone home.", ["injured=23"]),
        ("Not one of the 17 on board survived.", ["killed=17"]),
        ("Thirty-one of the 33 dead were women.", ["killed{women}=31"]),
        ("Soldiers fired into the crowd, and three people died.", ["killed=3"]),
        ("A 22-year-old German and two Austrians are missing.", ["missing=3"]),
        ("Two of the three brothers drowned.", ["killed{men}=2"]),
        ("A woman who was pulled from a house on fire on Monday has died.", ["killed{women}=1"]),
        ("Another 25, most of them passengers on the train, were hurt.", ["injured=25"]),
        ("Eight guests had minor cuts, and two were kept in hospital.", ["injured=8", "injured=2"]),
        ("Among those arrested were a nun and two clerks.", ["arrested>=3"]),
    ],
)
def test_who_is_meant_and_by_which_words(text: str, expected: list[str]) -> None:
    assert sorted(totals(text)) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "Nine in ten of the vines died.",
        "About one in five residents slept.",
        "A third of the 60 passengers were hurt.",
        "A third of the town's 90 guests are dead.",
        "One of the cars in the yard died on him.",
        "The official death toll is not known.",
        "Twice as many died.",
    ],
)
def test_shares_and_things_count_nobody(text: str) -> None:
    assert totals(text) == []


def test_those_of_another_verb_have_parts_of_their_own() -> None:
    arrested, hurt, part = read("More than 70 were arrested and six were injured, four of them police officers.")
    assert (told(arrested), told(hurt), told(part)) == ("arrested>=71", "injured=6", "injured{police officers}=4")
