"""Of which thing a cost, a length or a staff is told."""

from __future__ import annotations

import pytest

from tests.claim.reader import reading, shown


@pytest.mark.parametrize(
    ("text", "attribute", "wanted"),
    [
        ("The bridge in Lima is 2 kilometres long and cost 870 million euros.", "money", ["bridge cost"]),
        ("The bridge in Lima opened on Friday. It cost 870 million euros.", "money", ["bridge cost"]),
        ("The hall in Lima is open. The cost of the repairs was 2 million euros.", "money", ["repairs cost"]),
        ("The harbour in Lima wants a 4.6-million-pound project.", "money", ["project cost"]),
        ("The bridge, 2.4 kilometres long, is open.", "distance", ["bridge length"]),
        ("The sister ship is 90 metres long.", "distance", ["sister ship length"]),
        ("The old bridge is 90 metres long.", "distance", ["old bridge length"]),
        ("The arena, which swallowed 265 million euros, a third more than planned, is open.", "money", ["arena cost"]),
        ("The chain in Lima is bust. It has 92 shops.", "count", ["chain outlets"]),
        ("A club on 8 Mile Road was shut.", "distance", ["road"]),
        ("The suspect is described as a man, 6 feet tall.", "distance", ["height"]),
        ("Acme Steel, which employs 2,700 people, is for sale.", "count", ["Acme Steel staff"]),
        ("Some 850 people work at the mine near Lima.", "count", ["mine staff"]),
        ("The school in Lima is shut. It has 410 pupils.", "count", ["school pupils"]),
    ],
)
def test_a_figure_is_named_by_the_thing_it_is_of(text: str, attribute: str, wanted: list[str]) -> None:
    told = [line.split("{")[1].split("}")[0] if "{" in line else "" for line in shown(reading(text), attribute)]
    assert told == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The first phase of the bridge cost 870 million euros.",
        "A tunnel would have cost 870 million euros.",
        "The bridge cost another 870 million euros.",
    ],
)
def test_a_part_another_plan_and_a_further_sum_are_not_the_cost(text: str) -> None:
    assert not any(claim.rule.startswith("measure.thing") for claim in reading(text).claims)
