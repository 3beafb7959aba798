"""What a camp's claims look like on the page: each sentence once."""

from __future__ import annotations

from discrepancy import check, rulebook
from discrepancy.ingest import inputs_from_records
from discrepancy.report.page import page


def test_a_sentence_that_gives_one_answer_twice_is_shown_once() -> None:
    rules = rulebook()
    texts = {
        "2024-03-05": "Nine people were killed in a blast in Zenda on Monday; nine people died in the blast of the market.",
        "2024-03-06": "A blast in Zenda on Monday killed 14 people, the mayor said. Of the shops by the river none is open.",
    }
    report = check(inputs_from_records([{"doc_id": day, "text": text, "published": day} for day, text in texts.items()], rules), rules)
    (shown,) = [one for one in page(report).decide if one.finding.question.attribute == "killed"]
    nine = next(side for side in shown.sides if side.notation == "9")
    (camp,) = [camp for camp in shown.finding.camps if camp.value == "9"]
    assert len(camp.claims) == 2
    assert ["".join(one.sentence) for one in nine.voices] == [texts["2024-03-05"]]


def sides(*texts: str, attribute: str = "killed"):
    rules = rulebook()
    records = [{"doc_id": f"d{n}", "text": text, "published": f"2024-03-0{n + 5}"} for n, text in enumerate(texts)]
    found = page(check(inputs_from_records(records, rules), rules))
    (shown,) = [one for one in (*found.decide, *found.notes) if one.finding.question.attribute == attribute and len(one.sides) > 1]
    return shown.sides


def test_a_camp_is_headed_in_the_words_of_its_message() -> None:
    heads = [
        side.words
        for side in sides(
            "A quake in Zenda on Monday killed more than 1,400 people, the mayor said.",
            "A quake in Zenda on Monday killed 1200 people, the governor said.",
        )
    ]
    assert sorted(heads) == ["1,200", "more than 1,400"]


def test_who_says_what_a_camp_is_headed_with_comes_first() -> None:
    camp = sides(
        "A quake in Zenda on Monday killed at least 12 people.",
        "A quake in Zenda on Monday killed 40 people, the mayor said.",
        "A quake in Zenda on Monday killed 60 people, the governor said.",
    )
    assert all(side.words in "".join(side.voices[0].sentence) for side in camp)


def test_the_police_are_no_part_of_a_police_station() -> None:
    camp = sides(
        "A mob burned a police station in Zenda on Monday and killed 12 people, police said.",
        "A mob burned a police station in Zenda on Monday and killed 19 people, police said.",
    )
    assert {voice.source for side in camp for voice in side.voices} == {"police"}
