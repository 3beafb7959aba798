"""Whose age it is."""

from __future__ import annotations

import pytest

from tests.claim.reader import reading, shown


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Carlos Quispe, 44, was shot in Lima.", ["age=44 unit=years entity=Carlos Quispe"]),
        ("The 44-year-old baker Carlos Quispe was shot in Lima.", ["age=44 unit=years entity=Carlos Quispe"]),
        ("Carlos Quispe, a 44-year-old baker, was shot in Lima.", ["age=44 unit=years entity=Carlos Quispe"]),
        ("The dead are Ann Rudd, 32-year-old officer Bo Quist and others.", ["age=32 unit=years entity=Bo Quist"]),
        ("Carlos Quispe Jr., 32, was shot in Lima.", ["age=32 unit=years entity=Carlos Quispe Jr"]),
        ("A 44-year-old man was shot by Carlos Quispe in Lima.", []),
    ],
)
def test_the_person_beside_the_age(text: str, wanted: list[str]) -> None:
    assert shown(reading(text), "age") == wanted
