"""Days of one act of public life in several articles of one story."""

from __future__ import annotations

from discrepancy.ingest import inputs_from_records
from discrepancy.pipeline import check
from discrepancy.rulebook import rulebook

_RULES = rulebook()
_HEAD = "Envoys of Zenda and Ruritania agree to free prisoners"
_ONE = "Zenda and Ruritania agreed in Tonga to free 48 prisoners, said the envoy of Zenda, Ann Rudd. Bo Quist spoke for Ruritania. "
_OTHER = "Some 48 prisoners are to be freed by Zenda and Ruritania, Bo Quist said after his return from Tonga. Ann Rudd smiled. "


def _dated(one: str, other: str) -> list[str]:
    records = [
        {"doc_id": name, "title": _HEAD, "text": text, "published": day}
        for name, text, day in (("a", _ONE + one, "2024-06-20"), ("b", _OTHER + other, "2024-06-21"))
    ]
    return [
        f"{f.level} {f.message}" for f in check(inputs_from_records(records, _RULES), _RULES).findings if f.question.attribute == "date"
    ]


def test_two_days_planned_for_one_meeting_contradict() -> None:
    told = _dated("Both sides are to meet again in Geneva on July 9.", "The next meeting will take place in Geneva on July 19, Quist said.")
    assert len(told) == 1
    assert told[0].startswith("warning")
    assert "planned meeting" in told[0]


def test_two_days_of_one_signing_contradict_where_both_name_weekdays() -> None:
    told = _dated("Rudd and Quist signed the accord on Thursday.", "The accord which Rudd and Quist signed on Wednesday is short.")
    assert [line.split()[0] for line in told] == ["warning"]


def test_meetings_of_others_two_meetings_in_one_article_and_what_is_over_are_not_held_together() -> None:
    assert not _dated("The queen of Tonga met farmers in Lima on Monday.", "Ruritania's miners met in Oslo on Tuesday.")
    assert not _dated(
        "They are to meet in Geneva on July 9.", "They are to meet in Geneva on July 19. They will also meet in Geneva on August 2."
    )
    assert not _dated("They are to meet in Geneva on July 9.", "They met in Geneva on June 19.")
