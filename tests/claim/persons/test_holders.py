"""Who holds a post that a thing, a body or a place gives to one person."""

from __future__ import annotations

import pytest

from tests.claim.reader import claims, reading


def _posts(text: str) -> list[str]:
    told = (c for c in claims(reading(text), "name") if c.rule.startswith("holder."))
    return [f"{c.scope} of {c.population}: {'|'.join(getattr(c.value, 'members', ()))}" for c in told]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("In Zenda on Monday the ferry's captain, Bo Quist, was held.", "captain of ferry: Bo Quist"),
        ("The ferry sank off Zenda on Monday. Bo Quist, the captain, was held.", "captain of ferry: Bo Quist"),
        ("Zenda's mayor, Ann Rudd, spoke in Zenda on Monday.", "mayor of Zenda: Ann Rudd"),
        ("Fans in Lima sang on Monday. Rovers coach Bo Quist wept, and the Rovers fans sang.", "coach of Rovers: Bo Quist"),
        ("In Lima on Monday Ann Rudd, who chairs nothing, met the head of the electoral commission, Al Muir, and left.",
         "head of electoral commission: Al Muir"),
        ("Police in Lima said on Monday that the gunman was identified as Bo Quist.", "attacker of : Bo Quist"),
    ],
)  # fmt: skip
def test_a_post_beside_a_name_is_held(text: str, wanted: str) -> None:
    assert _posts(text) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "In Lima on Monday the ferry's former captain, Bo Quist, was heard.",
        "In Lima on Monday Deputy Mayor Ann Rudd spoke.",
        "A ferry hit a barge off Lima on Monday. The captain, Bo Quist, was held.",
        "The ferry's captains, Bo Quist and Al Muir, were held in Lima on Monday.",
        "The ferry sank off Lima on Monday. The captain, Bo Quist, was held. Al Muir, the captain, was not found.",
        "On Monday the company in Lima named a successor. Acme Steel's chief executive, Bo Quist, resigned as chief executive.",
        "A lorry driver, Bo Quist, saw the bus and the lorry burn in Lima on Monday. The driver, Al Muir, died.",
        "Arsenal goalkeeping coach Bo Quist spoke in Lima on Monday.",
        "Bo Quist, head of a commission, spoke in Lima on Monday.",
    ],
)
def test_former_holders_several_and_what_is_not_said_are_not_claimed(text: str) -> None:
    assert _posts(text) == []
