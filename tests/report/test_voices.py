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
