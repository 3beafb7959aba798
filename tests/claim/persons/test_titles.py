"""What somebody is called: the portfolio of a minister, the rank of an officer."""

from __future__ import annotations

import pytest

from tests.claim.reader import reading, shown


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("In Zenda on Monday Justice Minister Ann Rudd said so to them.", "role=justice minister entity=Ann Rudd"),
        ("Ann Rudd, Ruritania's interior minister, said so in Zenda on Monday.", "role=interior minister entity=Ann Rudd"),
        ("Ann Rudd, the minister of defence, said so in Zenda on Monday.", "role=defense minister entity=Ann Rudd"),
        ("IN ZENDA ON MONDAY INTERIOR MINISTER ANN RUDD SAID SO TO THEM.", "role=interior minister entity=Ann Rudd"),
        ("Soldiers in the town of Zenda were led by Col. Bo Quist on Monday.", "role=colonel entity=Bo Quist"),
        ("Nine people were hurt in Zenda on Monday, Interior Minister Ann Rudd said.", "role=interior minister entity=Ann Rudd"),
        ("Nine people were hurt in Zenda on Monday, said provincial police chief Bo Quist.", "role=police chief entity=Bo Quist"),
        ("Ann Rudd, the mayor of Zenda, said so on Monday.", "role=mayor entity=Ann Rudd"),
        ("Two were shot in the town of Zenda on Monday, police Sgt. Bo Quist said.", "role=sergeant entity=Bo Quist"),
        ("On Monday Acme Mills CFO Ann Rudd said so in Zenda.", "role=chief financial officer entity=Ann Rudd"),
    ],
)
def test_a_title_beside_a_name_is_borne(text: str, wanted: str) -> None:
    assert wanted in [line.partition(" by=")[0] for line in shown(reading(text), "role")]


@pytest.mark.parametrize(
    "text",
    [
        "In Zenda on Monday former Justice Minister Ann Rudd said so to them.",
        "In Zenda on Monday Deputy Prime Minister and Foreign Minister Ann Rudd said so.",
        "Ann Rudd, a former interior minister, said so in Zenda on Monday.",
        "In Zenda on Monday Attorney General Ann Rudd said so to them.",
        "In Zenda on Monday former Acme Mills chief executive Ann Rudd said so.",
        "In Zenda on Monday Lt. Gov. Ann Rudd said so to Lance Cpl. Bo Quist, Sgt. Maj. Ed Holm and Staff Sgt. Jo Keel.",
        "Foreign Minister Ann Rudd said so in Zenda on Monday. Ann Rudd, the finance minister, left.",
        "On Monday the foreign and the defence minister, Justice Minister Ann Rudd said, had left Zenda.",
        "In Zenda on Monday club president Ann Rudd said so to them.",
        "Ann Rudd, president of the Zenda Football Federation, said so on Monday.",
    ],
)
def test_a_title_that_was_or_is_one_of_two_is_not_claimed(text: str) -> None:
    assert shown(reading(text), "role") == []
