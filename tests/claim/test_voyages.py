"""Where what came to grief was going, and where it came from."""

from __future__ import annotations

import pytest

from tests.claim.reader import reading, shown

_BOTH = ["place=Callao scope=origin", "place=Lima scope=destination"]


def _ends(text: str) -> list[str]:
    return sorted(s for s in shown(reading(text), "place") if "destination" in s or "origin" in s)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A ferry bound for Lima from Callao sank on Sunday, killing nine people.", _BOTH),
        ("A bus, which had left Callao for Lima, fell into a gorge on Sunday.", _BOTH),
        ("A bus carrying pilgrims from Callao to Lima fell into a gorge on Sunday.", _BOTH),
        ("The Lima-bound express train derailed on Sunday, killing nine people.", ["place=Lima scope=destination"]),
        ("The boat had left the port of Callao on Friday. It sank on Sunday, killing nine people.", ["place=Callao scope=origin"]),
        ("A plane crashed on Sunday. Experts were on their way to Lima by train.", []),
        ("A ferry bound for Lima sank on Sunday. The ferry was bound for Callao, others said.", []),
        ("A train bound for Lima and one bound for Callao collided on Sunday, killing nine people.", []),
        ("A bus with tourists from Callao fell into a gorge on Sunday.", []),
        ("A ferry bound for Peru sank on Sunday, killing nine people.", []),
    ],
)  # fmt: skip
def test_the_ends_of_a_voyage(text: str, wanted: list[str]) -> None:
    assert _ends(text) == wanted
