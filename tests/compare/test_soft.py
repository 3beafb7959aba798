"""Bounds against figures far above them: worth a note, and off at an editor's word; near-copies raise nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from claim_making import article, laid, only

from discrepancy import check, rulebook
from discrepancy.compare import compare
from discrepancy.ingest import inputs_from_records
from discrepancy.rulebook import Soft, rules_folder

OVERLAY = """kind: decisions
rules:
  - {id: decide.bound, off: "this desk looks at firm figures only"}
"""


def test_a_bound_far_below_a_figure_is_soft() -> None:
    assert only(laid("a: killed>=12 @bridge", "b: killed=20 @bridge")).verdict == "soft"
    assert laid("a: killed>=12 @bridge", "b: killed=15 @bridge").findings == ()


def test_an_overlay_switches_it_off(tmp_path: Path) -> None:
    from claim_making import BRIDGE, typed

    (tmp_path / "desk.yaml").write_text(OVERLAY, encoding="utf-8")
    rules = rulebook(tmp_path, base=rules_folder() / "compare")
    assert compare(typed("a: killed>=12 @bridge", "b: killed=20 @bridge"), (BRIDGE,), (), (), rules).findings == ()


SOFT = [
    ("a: killed>=12 @bridge", "b: killed=20 @bridge"),
    ("a: time=~23:30 @bridge", "b: time=~23:00 @bridge"),
    ("a: victims=rebels @bridge", "b: victims=terrorists @bridge"),
    (
        'a: wording="we lost 4 ships in the strait that night" entity=Zeno by=Zeno',
        'b: wording="we lost 4 boats in the strait that night" entity=Zeno by=Zeno',
    ),
]
FIRM = ("a: killed=12 @bridge", "b: killed=20 @bridge")


@pytest.mark.parametrize("texts", SOFT, ids=lambda texts: texts[0][3:10])
@pytest.mark.parametrize(("switch", "levels"), [("note", ["note"]), ("warning", ["warning"]), ("off", [])])
def test_the_switch_raises_soft_cases_or_hides_them(texts: tuple[str, ...], switch: Soft, levels: list[str]) -> None:
    from claim_making import BRIDGE, typed

    rules = rulebook(base=rules_folder() / "compare", soft=switch)
    found = compare(typed(*texts), (BRIDGE,), (), (), rules).findings
    assert [(finding.verdict, finding.level) for finding in found] == [("soft", level) for level in levels]
    firm = only(compare(typed(*FIRM), (BRIDGE,), (), (), rules))
    assert (firm.verdict, firm.level) == ("conflicts", "warning")


def test_hurt_beside_the_dead_and_hit_beside_the_dead_are_one_question() -> None:
    from claim_making import BRIDGE, RULES, claim

    beside = [claim("killed=1 @bridge", "a", 0, at=0), claim("hit=11 @bridge additional=yes", "a", 1, at=30)]
    other = [claim("killed=1 @bridge", "b", 2), claim("injured=9 @bridge", "b", 3)]
    found = only(compare([*beside, *other], (BRIDGE,), (), (), RULES))
    assert (found.question.attribute, found.verdict) == ("injured", "conflicts")


def test_a_day_told_by_today_alone_is_unclear() -> None:
    from dataclasses import replace
    from datetime import date

    from claim_making import BRIDGE, RULES, typed

    documents = (article("a", "Herald", date(2024, 3, 6)), article("b", "Post", date(2024, 3, 5)))
    today, dated = typed("a: date=2024-03-06 @bridge", "b: date=2024-03-05 @bridge")
    for words, verdict in (("fell this morning", "unclear"), ("fell on March 6", "conflicts")):
        said = replace(today, evidence=replace(today.evidence, exact=words))
        (found,) = compare([said, dated], (BRIDGE,), (), documents, RULES).findings
        assert found.verdict == verdict


@pytest.mark.parametrize("edit", [("Nine", "Nine"), ("quickly", "fast"), ("officials said", "officials said on Monday")])
def test_near_copies_raise_nothing(edit: tuple[str, str]) -> None:
    text = (
        "Nine workers were killed when a wall fell in Elmford on Monday, officials said. Rescuers came quickly. Ines Quade, 41, of the "
        "Northern Roads Trust said 14 cables had been replaced. Four people were hurt at about 3 p.m., the hospital said. "
    )
    records = [{"doc_id": "a", "text": text, "source": "Herald"}, {"doc_id": "b", "text": text.replace(*edit), "source": "Post"}]
    assert not [f for f in check(inputs_from_records(records), rulebook()).findings if f.level != "note"]
