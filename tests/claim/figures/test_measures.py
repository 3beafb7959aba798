"""What figures are figures of."""

from __future__ import annotations

import pytest

import discrepancy
from discrepancy.ingest import inputs_from_records
from tests.claim.reader import BOOK, reading, shown


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("France said it was suspending aid worth 80 million euros.", "money{aid}=80000000 unit=EUR scope=currency:EUR by=France"),
        ("France has suspended aid of about 60 million euros.", "money{aid}=~60000000 unit=EUR scope=currency:EUR"),
        ("He took bribes valued at 2 million euros from a builder.", "money{bribes}=2000000 unit=EUR scope=currency:EUR"),
        ("He took 2 million euros from a builder.", "money=2000000 unit=EUR scope=currency:EUR"),
        ("He spoke of 2 million euros that went to a builder.", "money=2000000 unit=EUR scope=currency:EUR"),
    ],
)
def test_a_sum_is_called_what_it_is_worth(text: str, wanted: str) -> None:
    assert shown(reading(text), "money") == [wanted]


def test_the_words_behind_a_sum_are_not_its_evidence() -> None:
    (claim,) = [c for c in reading("He spoke of 2 million euros that went to a builder.").claims if c.attribute == "money"]
    assert claim.evidence.exact == "2 million euros"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ann Rudd of Union-Front received 412,337 votes (52.4%) on Sunday.", ["votes}=412337", "share of the vote}=52.4 unit='%'"]),
        ("Ann Rudd of the Greens received 412,337 votes on Sunday.", ["votes}=412337"]),
        ("Ann Rudd received 412,337 votes (up 52.4%) on Sunday.", ["votes}=412337"]),
    ],
)
def test_a_share_in_brackets_and_a_party_behind_a_name_are_the_candidates(text: str, wanted: list[str]) -> None:
    assert [line for line in shown(reading(text), "count") if "entity" in line] == [f"count{{{w} entity=Ann Rudd" for w in wanted]


def test_votes_are_those_of_whom_they_were_given() -> None:
    told = reading("Ann Rudd received 412,337 votes in Zenda on Sunday, or 52.4 percent of the vote. Bo Quist lost by 57,000 votes.")
    assert shown(told, "count")[:2] == ["count{votes}=412337 entity=Ann Rudd", "count{share of the vote}=52.4 unit='%' entity=Ann Rudd"]
    assert all("57000" not in line or "entity" not in line for line in shown(told, "count"))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The firms said that Acme Steel would buy Bolt Works for $4.2 billion.", ["money{price}=4200000000 unit=USD scope=currency:USD"]),
        (
            "After the merger with Bolt Works the two will save $210 million a year.",
            ["money{savings}=210000000 unit=USD scope=currency:USD"],
        ),
        ("Acme Steel wants to acquire Bolt Works and pays $38 a share.", ["money{offer a share}=38 unit=USD scope=currency:USD"]),
        ("Acme Steel wants to acquire Bolt Works. Its shares closed at $37.10 a share.", []),
        ("Ann Rudd signed a five-year deal for $12 million.", []),
    ],
)
def test_figures_of_a_takeover_are_those_of_its_story(text: str, wanted: list[str]) -> None:
    kinds = ("{price}", "{savings}", "{offer a share}")
    assert [line for line in shown(reading(text), "money") if any(kind in line for kind in kinds)] == wanted


def test_two_prices_of_one_takeover_are_a_question() -> None:
    first = (
        "Acme Steel and Bolt Works, two firms in Alton, said on Monday that Acme Steel would buy Bolt Works for $4.2 billion in cash, a"
        " deal that will create the largest mill of the country."
    )
    second = (
        "Acme Steel and Bolt Works, two firms in Alton, are to merge. Acme Steel will buy Bolt Works for $4.8 billion, it said on Monday."
    )
    records = [{"doc_id": name, "text": text, "published": "2024-03-05"} for name, text in (("a", first), ("b", second))]
    found = discrepancy.check(inputs_from_records(records, BOOK), BOOK).findings
    assert [f.level for f in found if f.question.attribute == "money"] == ["warning"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The company will cut 3,400 jobs.", ["count{jobs cut}=3400"]),
        ("One in eight jobs will go at the company.", []),
        ("The strike halted nine out of ten trains.", []),
        ("Warplanes bombed three camps of the militia.", ["count{camps hit}=3"]),
        ("The council wants to cut its spending by 12 percent.", ["count{spending cut}=12 unit='%'"]),
        ("The army handed over 70 rebels and received 42 soldiers.", ["count{rebels released}=70", "count{soldiers released}=42"]),
        ("The Front wants the army to release 70 prisoners.", []),
    ],
)
def test_what_was_done_to_those_who_are_counted_is_part_of_the_name(text: str, wanted: list[str]) -> None:
    assert [line for line in shown(reading(text), "count") if len(line.partition("}")[0].split()) > 1] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A fire broke out in a hotel in Lima. Paramedics treated 14 waiters.", ["count{treated}=14"]),
        ("A fire broke out in a hotel in Lima. Paramedics met 14 waiters.", ["count{waiters}=14"]),
        ("Lima won the final on Sunday in front of 31,450 onlookers.", ["count{spectators}=31450"]),
        ("Lima won the match on Sunday before a crowd of 31,450.", ["count{spectators}=31450"]),
        ("Lima won the match on Sunday. The parade drew 31,450 people.", ["count{parade attendance}=31450"]),
        ("The new mill in Lima will bring 480 jobs.", ["count{jobs}=480"]),
        ("On Monday a plane dropped six barrel bombs on Lima.", ["count{bombs}=6"]),
        ("In Lima 12 polling stations open at noon.", ["count{polling stations}=12"]),
        ("In Lima 11 new confirmed cases were recorded.", ["count{new cases}=11"]),
        ("Teams in Lima chose a One Health plan.", []),
        ("The mill in Lima is the only one owned by a town.", []),
        ("A fire broke out in Lima. Six people, including two children, were rescued.", ["count{rescued}=6", "count{children}=2"]),
        ("A boat capsized off Lima. The guard rescued 22 people and recovered nine bodies.", ["count{rescued}=22"]),
        ("Nine of the company's plants in Lima will shut.", ["count{plants}=9"]),
        ("She was one of Peru's best judges.", []),
        ("In Lima six of the Hawks' boats sank.", ["count{boats}=6"]),
        ("At one point Bo Quist Rudd left Lima.", ["count{point}=1"]),
        ("Two managed to flee from Lima and three escaped through a window.", []),
        ("Rebels in five pick-up trucks attacked a mill in Lima.", ["count{trucks}=5"]),
        ("Thieves fled from Lima after a $2 million smash-and-grab raid.", []),
        ("Bo Quist told News 3 the boat sank. He told News 3 that the jetty broke.", []),
        ("Police found a loaded 9mm pistol in Lima.", []),
        ("Bo Quist of 900 Harbour Way #9 was held on Monday.", []),
        ("The bridge in Lima is one of Peru's longest.", []),
        ("In Lima the other three drivers sank the boat.", []),
        ("In Lima three drivers sank the boat.", ["count{drivers}=3"]),
    ],
)
def test_what_local_news_counts(text: str, wanted: list[str]) -> None:
    assert shown(reading(text), "count") == wanted


def test_a_part_of_a_plan_is_not_the_plan() -> None:
    assert "count{soldiers withdrawn}=1800" in shown(reading("The army will withdraw 1,800 troops from Densk."), "count")
    assert not [c for c in shown(reading("The army has withdrawn 800 of 1,800 troops."), "count") if "withdrawn" in c]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A court convicted Bo Quist on Monday after an eleven-week trial.", ["duration{length}=11 unit=weeks"]),
        ("A court convicted Bo Quist on Monday after eleven weeks of trial.", []),
    ],
)
def test_the_length_before_the_noun_of_an_event_is_the_events(text: str, wanted: list[str]) -> None:
    told = reading(text)
    assert [c for c in shown(told, "duration") if "{length}" in c] == wanted
    assert all(c.event for c in told.claims if c.rule == "measure.duration.own")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The fire destroyed 40 two-storey houses.", ["count{houses}=40 scope=destroyed", "count{storey houses}=2"]),
        ("The fire destroyed 40 houses in seven villages.", ["count{houses}=40 scope=destroyed", "count{villages}=7"]),
        ("After the fire half of the homes in some seven villages were destroyed.", ["count{villages}=~7"]),
        ("Gunmen attacked a prison on Sunday. They came in five pick-up trucks.", ["count{vehicles of the attackers}=5"]),
        ("The army lost six half-tracks.", ["count{half-tracks}=6"]),
    ],
)
def test_a_hyphen_makes_one_word_of_two(text: str, wanted: list[str]) -> None:
    assert shown(reading(text), "count") == wanted


def test_what_voids_a_figure_stands_in_its_own_clause() -> None:
    text = "The drivers are on strike in Lima. The union wants a rise of 5 per cent; the company has offered 2 per cent."
    assert shown(reading(text), "count") == ["count{pay demand}=5 unit='%'", "count{pay offer}=2 unit='%'"]
