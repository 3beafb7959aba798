"""Words of events that have two senses."""

from __future__ import annotations

import pytest

from tests.claim.reader import reading


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("A strike by nurses closed two wards in Lima on Monday.", "walkout"),
        ("A dock workers' strike hit the port of Lima on Monday.", "walkout"),
        ("Miners went on strike in Lima on Monday.", "walkout"),
        ("The union called a strike that began on Monday in Lima.", "walkout"),
        ("The strike for unpaid wages began in Lima on Monday.", "walkout"),
        ("A strike by 2,400 workers closed the yard in Lima on Monday.", "walkout"),
        ("Bakers walked off the job in Lima. The walkout began on Monday. The strike in Lima is over pay.", "walkout"),
        ("A walkout of bakers closed the shops of Lima. Three died in a drone strike in Cusco on Monday.", "walkout strike"),
        ("A strike on a school in Lima killed two teachers on Monday.", "strike"),
        ("A drone strike killed nine workers in Lima on Monday.", "strike"),
    ],
)
def test_a_strike_of_workers_is_no_strike_from_the_air(text: str, type_: str) -> None:
    assert {e.type for e in reading(text).events} == set(type_.split())


def test_the_blast_of_a_gas_explosion_is_no_bombing() -> None:
    told = reading("A gas explosion tore through a mine in Lima on Monday. The blast, which killed nine, went off at 4:30 a.m.")
    assert [mention.type for mention in told.events] == ["accident"]
    apart = reading("A gas explosion tore through a mine in Lima on Monday. A bombing in Cusco killed nine people in a blast on Tuesday.")
    assert "bombing" in {mention.type for mention in apart.events}
