"""The days of acts of public life."""

from __future__ import annotations

import pytest

from tests.claim.reader import reading, shown


def _acts(text: str) -> list[str]:
    made = reading(text, published="2024-03-14")
    return [line for line in shown(made, "date") if " scope=" in line and "entity=" not in line and "@" not in line]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Zenda and Ruritania on Tuesday signed an agreement on the Lorn valley.", ["date=2024-03-12 scope=signing"]),
        ("They spoke of the pact which Ann Rudd signed on Wednesday.", ["date=2024-03-13 scope=signing"]),
        ("The next meeting of the envoys will take place in Tonga on May 19.", ["date=2024-05-19 scope=planned meeting"]),
        ("Peace talks are to open in Tonga on April 25.", ["date=2024-04-25 scope=planned meeting"]),
        ("The new assembly of Zenda is to convene on 26 June.", ["date=2024-06-26 scope=planned session of parliament"]),
        ("Ann Rudd won Monday's election in Zenda.", ["date=2024-03-11 scope=election"]),
        ("Five members broke ranks in the budget vote on Wednesday.", ["date=2024-03-13 scope=vote on the budget"]),
        ("The federation has called a general strike for 15 May.", ["date=2024-05-15 scope=planned strike"]),
        ("The walkout began on Monday.", ["date=2024-03-11 scope=strike"]),  # known by the words that name the event
    ],
)
def test_what_states_and_parties_do_has_a_day(text: str, wanted: list[str]) -> None:
    assert _acts(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The minister criticised the summit on Monday.",
        "Zenda called for a summit on Saturday.",
        "The meeting of the envoys, planned for May 19, was postponed.",
        "Ann Rudd signed a decree on Monday.",
        "A strike on a camp of the militia killed nine on Monday.",
        "Nine workers were killed in the strike on Monday.",  # one from the air
        "Zenda is to sign the treaty today.",
        "Zenda signed the treaty in 1998 and on 3 March 2021.",
        "Envoys may meet again in the spring.",
        "The envoys of Zenda and Ruritania met in Tonga on May 19.",  # told as past, and later than its article: a slip
    ],
)
def test_what_is_said_of_an_act_or_is_long_past_or_put_off_has_none(text: str) -> None:
    assert _acts(text) == []


def test_a_rate_is_moved_on_a_day_and_what_is_to_come_is_planned() -> None:
    assert _acts("The central bank of Zenda raised its key rate by 75 basis points to 8.5 percent on Monday.") == [
        "date=2024-03-11 scope=rate decision"
    ]
    assert _acts("Ann Rudd said that an election would be held on May 24.") == ["date=2024-05-24 scope=planned election by=Ann Rudd"]
