"""Who died, was hit, hurt, taken or driven out, by the words of a sentence, and which words of harm tell of nobody."""

from __future__ import annotations

import pytest

from discrepancy.annotate.tokens import Sentence
from discrepancy.claim.facts import read as reading
from discrepancy.rulebook import Rulebook
from tests.claim.facts.facts_told import read, totals


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The gunman killed two clerks before being shot dead.", ["killed{attackers}=1", "killed=2"]),
        ("Karl Holm, the head of the bank, said a man was killed.", ["killed{men}=1"]),
        ("The man who was killed was 29.", ["killed{men}=1"]),
        ("Nine people have drowned.", ["killed=9"]),
        ("Nine people were dragged from a bus and killed.", ["killed=9"]),
        ("Nine people on their way home from a funeral died.", ["killed=9"]),
        ("A mother has drowned her two sons.", ["killed{children}=2"]),
        ("Two more die of wounds after Lima explosions.", ["killed=2"]),
        ("Anna Berg, one of the owners, was killed.", ["killed=1"]),
        ("A mother of three dead of grief was buried.", ["killed{women}=1"]),
        ("Ferry sinks off Cape Zenda, 14 dead. At Cape Zenda boats were moored.", ["killed=14"]),
        ("A man was stabbed to death.", ["killed{men}=1"]),
        ("Three people have suffocated to death.", ["killed=3"]),
        ("He stabbed three people to death.", ["killed=3"]),
        ("A blast tore the wall, killing at least 12 workers.", ["killed{workers}>=12"]),
        ("A mother of two, 21-year-old Anna Berg, died there.", ["killed{women}=1"]),
        ("Floods kill at least 12; thousands flee", ["killed>=12"]),
        ("Anna Berg, three, was killed.", ["killed=1"]),
        ("Nine people died in Ruritania and two children in Graustark.", ["killed=9", "killed{children}=2"]),
        (
            "Eleven civilians were killed, with nine fatalities in Ruritania and two in Graustark.",
            ["killed{civilians}=11", "killed=9", "killed=2"],
        ),
        ("The strike killed at least 27 and up to 30 family members.", ["killed=27..30"]),
        ("The shootings resulted in two deaths.", ["killed=2"]),
        ("They found Anton Berg; he died in the harbour.", ["killed=1"]),
        ("A young man – possibly a teenager – died on Monday.", ["killed{men}=1"]),
        ("Channel 58 - Five killed in the harbour.", ["killed=5"]),
        ("He is accused of the attempted murder of Anton Berg and the murder of Maria Lund.", ["killed=1"]),
        ("A man shot and killed his wife's two daughters.", ["killed{children}=2"]),
        ("Karl Berg of the Polk County Sheriff's Office was killed.", ["killed=1"]),
        ("A family of five was killed.", ["killed=5"]),
        ("The fire left five adults and an unborn child dead.", ["killed=5..6"]),
        ("He used a rifle to kill five and went on to kill two drivers.", ["killed=5", "killed=2"]),
        ("Seven Peruvian missiles hit a school and killed nine.", ["killed=9"]),
        ("Divers found 65 bodies of civilians.", ["killed{civilians}=65"]),
        ("Their four bodies were found burned in the yard.", ["killed=4"]),
        ("A child named Karl Berg was killed.", ["killed{children}=1"]),
        ("Gunmen dragged seven students out and killed them.", ["killed{students}=7"]),
        ("Two children of a man called Anton Berg died.", ["killed{children}=2"]),
        ("A bomb killed a man in the bar and police said so.", ["killed{men}=1"]),
        ("At least seven, and perhaps as many as ten, people died.", ["killed=7..10"]),
        ("The convoy lost two trucks, and the rebels lost nine men.", ["killed{men}=9"]),
        ("The pilot was killed, as were two stewards.", ["killed=1", "killed=2"]),
        ("Three sailors were saved; the fourth did not survive.", ["killed=1"]),
        ("One life was lost in the fire.", ["killed=1"]),
        ("It told of the death in combat of 16 rebels.", ["killed{militants}=16"]),
        ("He was tried for the 2004 murders of three women.", ["killed{women}=3"]),
        ("Hooded men killed the radio announcer Anton Berg.", ["killed=1"]),
        ("Up to five sailors and no guests died.", ["killed{service members}<=5"]),
        ("Nine guests were burnt beyond recognition.", ["killed=9"]),
        ("A fourth body was recovered, and the skeletons of two men.", ["killed=1", "killed{men}=2"]),
        ("Soldiers fired into the crowd, and three people died.", ["killed=3"]),
        ("A woman who was pulled from a house on fire on Monday has died.", ["killed{women}=1"]),
        ("A man accused of fatally shooting three people was seen.", ["killed=3"]),
        ("Thirty bodies were brought to the hospital.", ["killed=30"]),
        ("The war continues to take thousands of lives.", ["killed>=1000?"]),
        ("He drowned her children.", ["killed{children}>=2?"]),
        ("The 17-year-olds were killed.", ["killed>=2?"]),
    ],
)
def test_who_died(text: str, expected: list[str]) -> None:
    assert totals(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A man was shot in the leg, a woman in the arm and a boy in the back.", ["hit{men}=1", "hit{women}=1", "hit{children}=1"]),
        ("He was shot in the leg and the chest.", ["hit=1"]),
        ("A clerk who grabbed a robber's gun was shot in the thigh.", ["hit=1"]),
        ("Guards chased a man, who fell and was hit.", ["hit{men}=1"]),
        ("A man who had shot a clerk was himself shot by police.", ["hit=1", "hit=1"]),
        ("Officers found four gunshot victims on the pier.", ["hit=4"]),
        ("Nine people were lined up and shot.", ["hit=9"]),
        ("He shot all four clerks.", ["hit=4"]),
        ("He opened fire, hitting all five.", ["hit=5"]),
        ("Man suspected of shooting 4 at a bar in Zenda", ["hit=4"]),
        ("Shots rang out, striking houses, cars, and four people.", ["hit=4"]),
        ("Five other people - all women - were shot.", ["hit{women}=5"]),
        ("The boy shot himself, father charged.", ["hit{children}=1"]),
        ("The gunman shoots man, 18 Karl Berg says.", ["hit{men}=1"]),
        ("A father of three and two others were shot.", ["hit=3"]),
        ("Doctors realized she'd been shot.", ["hit=1"]),
        ("A boy shot himself.", ["hit{children}=1"]),
        ("A stray bullet struck the girl.", ["hit{children}=1"]),
        ("He was shot at a party.", ["hit=1"]),
        ("His father is 40 and he was shot.", ["hit=1"]),
        ("They started shooting him and he went down.", ["hit=1"]),
    ],
)
def test_who_was_hit(text: str, expected: list[str]) -> None:
    assert totals(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The woman has a broken arm and her husband a fractured skull.", ["injured{women}=1", "injured{men}=1"]),
        ("Karl Holm, 44, a former head of the bank, was wounded.", ["injured=1"]),
        ("Three other shooting victims were taken to a hospital.", ["injured=3"]),
        ("Seven Chinese were hurt on the quay.", ["injured=7"]),
        ("He stabbed three people in the leg.", ["injured=3"]),
        ("Two killed three injured in an attack on Zenda", ["injured=3"]),
        ("The gunfire injured 11 people, eight from one family.", ["injured=11"]),
        ("The blast wounded 15 others, three critically.", ["injured=15"]),
        ("The gunfire wounded 15 people, three from one street.", ["injured=15"]),
        ("The strike wounded from six to 14 civilians.", ["injured{civilians}=6..14"]),
        ("Two boys, 4 and 6, were wounded.", ["injured{children}=2"]),
        ("Five men and women were injured.", ["injured=5"]),
        ("Five victims were transported to local hospitals.", ["injured=5"]),
        ("Two sisters are thought to have shot and injured three men.", ["injured{men}=3"]),
        ("His injuries were not life threatening.", ["injured=1"]),
        ("At least four other injured civilians were seen.", ["injured{civilians}>=4"]),
        ("The gunman pistol-whipped a teen girl.", ["injured{children}=1"]),
        ("Two others drove themselves to a hospital.", ["injured=2"]),
        ("Medics took four people to hospitals.", ["injured=4"]),
        ("The boy suffered a gunshot wound.", ["injured{children}=1"]),
        ("The shots left two boys with serious injuries.", ["injured{children}=2"]),
        ("The shooting left a sailor with a minor gunshot wound.", ["injured{service members}=1"]),
        ("The strike was said to have injured nine people.", ["injured=9"]),
        ("The teachers' union said nine pupils were hurt.", ["injured{students}=9"]),
        ("A third woman, whose name was not given, was stabbed.", ["injured{women}=1"]),
        ("Fumes overcame nobody, but six cooks were overcome by smoke.", ["injured{workers}=6"]),
        ("Four were rescued by a passing tanker and treated for hypothermia.", ["injured=4"]),
        ("Guards fired on stone-throwing youths, and 12 people were hurt.", ["injured=12"]),
        ("A guest is in a coma, and a cook lost both legs.", ["injured=1", "injured{workers}=1"]),
        ("Eight guests had minor cuts, and two were kept in hospital.", ["injured=8", "injured=2"]),
        ("She called 911 and the victims were taken to Mercy Medical Center.", ["injured>=2?"]),
        ("A bomb tore through the hall, wounding 112, officials said.", ["injured=112"]),
        ("They found the boy in room number 8, wounded by a shot.", ["injured{children}=1"]),
    ],
)
def test_who_was_hurt(text: str, expected: list[str]) -> None:
    assert totals(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A man shot his brother and was then shot dead by police.", ["killed{men}=1", "hit{men}=1"]),
        ("It left one clerk dead and three others with serious injuries.", ["killed=1", "injured=3"]),
        ("According to Sergeant Holm, one person died and four others were hurt.", ["killed=1", "injured=4"]),
        ("Three clerks were burnt to death and two were hurt.", ["killed=3", "injured=2"]),
        ("One died and three others were wounded.", ["killed=1", "injured=3"]),
        ("Air strikes in Zenda kill 22, wound dozens", ["killed=22", "injured>=12?"]),
        ("A man accused of shooting an officer was killed.", ["killed{men}=1", "hit{police officers}=1"]),
        ("Four people are dead and another is fighting for her life.", ["killed=4", "injured=1"]),
        ("The blast killed four people, and two others were missing.", ["killed=4", "missing=2"]),
        ("Blast kills four, others missing", ["killed=4", "missing>=2?"]),
        ("Blast kills four, nine others trapped", ["killed=4"]),
        ("Two civilians were killed and others were wounded.", ["killed{civilians}=2", "injured>=2?"]),
        ("He opened fire, killing one officer and wounding the other.", ["killed{police officers}=1", "injured=1"]),
        ("A no-questions rule held after a fair erupted in violence, leaving one dead and 11 others shot.", ["killed=1", "hit=11"]),
        ("The raid left three of its soldiers killed and 30 more wounded.", ["killed{service members}=3", "injured=30"]),
        ("The blast killed ten people, wounding another 70.", ["killed=10", "injured=70"]),
        ("Three died and more than twenty others suffered from suffocation.", ["killed=3", "injured>=21"]),
        ("Two more of the people wounded in the fire have died.", ["injured>=2", "killed=2"]),
        ("The air force has killed 3 and wounded 12 civilians.", ["killed{civilians}=3", "injured{civilians}=12"]),
        ("The raid injured 12 and killed 3 children.", ["injured=12", "killed{children}=3"]),
        ("The boy was flown to Mercy Hospital in Zenda and later died.", ["injured{children}=1", "killed{children}=1"]),
        ("The boy was flown to Mercy Hospital in Zenda and later two men died.", ["injured{children}=1", "killed{men}=2"]),
        ("The blast killed one and injured another.", ["killed=1", "injured=1"]),
        ("Gunmen killed a Dane and wounded a Danish sailor.", ["killed=1", "injured{service members}=1"]),
        ("Karl Berg was shot six times and died there.", ["hit=1", "killed=1"]),
        ("Rebels shot the guards and killed them.", ["hit{guards}>=2?", "killed>=2?"]),
        ("A man who had shot a friend was wounded by an officer.", ["injured{men}=1", "hit=1"]),
        ("Seven people died, and Anton Berg, of the tourist squad, was hurt.", ["killed=7", "injured=1"]),
        ("It left a baker dead and three cooks with broken legs.", ["killed{workers}=1", "injured{workers}=3"]),
    ],
)
def test_dead_and_hurt_of_one_sentence_are_told_apart(text: str, expected: list[str]) -> None:
    assert totals(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The navy took 23 sailors into custody.", ["arrested{service members}=23"]),
        ("The war has driven thousands from their homes.", ["displaced>=1000?"]),
        ("Some 1,300 people have been left homeless.", ["displaced=~1300"]),
        ("The 1,300 people who were made homeless sleep in schools.", ["displaced=1300"]),
        ("A 22-year-old German and two Austrians are missing.", ["missing=3"]),
    ],
)
def test_who_was_taken_is_missing_or_lost_a_home(text: str, expected: list[str]) -> None:
    assert totals(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nobody was killed.", ["killed=0"]),
        ("No-one was injured in the fire.", ["injured=0"]),
        ("Luckily no - one has been hurt.", ["injured=0"]),
        ("There are no reported fatalities and no other known injuries.", ["killed=0", "injured=0"]),
        ("Nobody was injured.", ["injured=0"]),
        ("No arrests have been made.", ["arrested=0"]),
        ("None of the wounded died.", ["killed=0"]),
        ("Not one passenger was hurt.", ["injured=0"]),
        ("Not a soul was hurt.", ["injured=0"]),
        ("Not one but two soldiers were hurt.", ["injured{service members}=2"]),
    ],
)
def test_nobody_is_a_figure_too(text: str, expected: list[str]) -> None:
    assert totals(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Two patrol cars were burned.",
        "Nine people were told to leave and shot a dog.",
        "Two robbery victims met three flood victims.",
        "A couple of the lamps was shot out.",
        "A bear came near and two wardens killed it.",
        "Three men shot it at dawn.",
        "The Hawks moved Anton Berg to injured reserve on Monday.",
        "Anton Berg, on the injured list since May, was seen running.",
        "He opened fire, hitting all five shops.",
        "Two bodies had been counted twice, the ministry said.",
        "Three people listed as dead were found alive.",
        "Storms kill 22 people every year.",
        "They killed time in the harbour.",
        "The five-shot revolver was found.",
        "In all 17 search warrants have been executed.",
        "None of the injuries were life-threatening.",
        "The jury heard of Anton Berg's murder trial.",
        "The counts follow a pair of May shootings targeting a miner eventually killed.",
        "He was accused of shooting at five people.",
        "Karl Dixon and Martin Holm, 19, shot into the house.",
        "They found him on West 103 Street with a gunshot wound.",
        "He wanted to kill five.",
        "Her dogs died in the fire.",
        "Anton Berg has been sentenced to death.",
        "A gunman was condemned to death on Monday.",
        "The passenger-side window was shot.",
        "None of the victims had life-threatening injuries.",
        "Nobody was seriously injured.",
        "Police are looking into whether the boy was shot.",
        "None of the injuries are life-threatening.",
        "The mayor met striking workers after a bullet hit a wall.",
        "Two others drove a van to a hospital.",
        "3 yr old shot in the harbour.",
        "They are in no danger of dying.",
        "Five pick-up trucks and nine mud-brick houses were burned.",
        "They were shot at and fled.",
        "The radio gave the toll, with the mayor referring to “dozens” hurt.",
    ],
)
def test_words_of_harm_that_tell_of_nobody(text: str) -> None:
    assert totals(text) == []


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


def test_people_are_not_sought_where_nothing_but_names_and_particles_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    sought: list[str] = []

    def phrased(sentence: Sentence, rules: Rulebook) -> Sentence:
        sought.append(sentence.words(0, len(sentence.values)))
        return find(sentence, rules)

    find = reading.phrased
    monkeypatch.setattr(reading, "phrased", phrased)
    assert read("Anna Berg met Karl Holm of the Zenda Union, who was over there, in Lima on Monday. Nine people were hurt.")
    assert sought == ["Nine people were hurt."]
