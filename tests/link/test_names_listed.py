"""What the desk and the shipped entries say of names: one, two, for how long, and which spelling is the house's."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from discrepancy.link.entities import cluster
from discrepancy.link.names import explain, judge
from discrepancy.model.claims import Name
from discrepancy.model.findings import Entity
from discrepancy.model.text import Span
from discrepancy.rulebook import Rulebook, RuleFaults, rulebook

OWN = """\
kind: aliases
rules:
  - {id: desk.guard, kind: group, names: [River Guard, Wardens of Oru], different: [Oru Militia, River Guards Union]}
  - {id: desk.militia, kind: group, names: [Oru Militia, Blue Scarves]}
  - {id: desk.quarry, kind: place, names: [Northbank, Old Quarry], since: 2023-05-01, until: 2024-02-29}
  - {id: desk.port, kind: place, names: [Port Maren, Harbour Six], house: yes}
  - {id: desk.teller, kind: person, names: [Ilya Morozov], house: yes}
"""
MAY, JANUARY, MARCH = date(2023, 5, 1), date(2024, 1, 18), date(2024, 3, 1)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Rulebook:
    file = tmp_path_factory.mktemp("desk") / "names.yaml"
    file.write_text(OWN, encoding="utf-8")
    return rulebook(aliases=[file])


def names(kind: str, *texts: str) -> tuple[Name, ...]:
    return tuple(Name(kind, text, Span(0, 1)) for text in texts)  # type: ignore[arg-type]  # a kind by its name


def test_names_that_spelling_cannot_join_are_one_where_the_desk_says_so(own: Rulebook) -> None:
    assert judge("wardens of ORU", "River-Guard", "group", own).mergeable
    assert judge("Wardens of Oru", "River Guard", "group", rulebook()).verdict == "different"


@pytest.mark.parametrize(
    ("a", "b"), [("River Guard", "River Guards Union"), ("River Guard", "Oru Militia"), ("Wardens of Oru", "Blue Scarves")]
)
def test_what_is_different_from_one_name_of_an_entry_is_so_from_all(a: str, b: str, own: Rulebook) -> None:
    assert judge(a, b, "group", own).verdict == judge(b, a, "group", own).verdict == "different"


@pytest.mark.parametrize(
    ("days", "mergeable"),
    [(None, True), ((MAY, JANUARY), True), ((MAY, MARCH), False), ((date(2023, 4, 30), JANUARY), False), ((JANUARY, JANUARY), True)],
)
def test_an_alias_holds_between_its_days(days: tuple[date, date] | None, mergeable: bool, own: Rulebook) -> None:
    assert judge("Northbank", "Old Quarry", "place", own, days).mergeable is mergeable


@pytest.mark.parametrize(("second", "entities"), [(JANUARY, 1), (MARCH, 2), (None, 1)])
def test_the_days_of_the_articles_decide_in_a_check(second: date | None, entities: int, own: Rulebook) -> None:
    published = {"a": MAY} | ({"b": second} if second else {})
    found, _ = cluster([("a", names("place", "Northbank")), ("b", names("place", "Old Quarry"))], own, published=published)
    assert len(found) == entities


def house(kind: str, *texts: str, rules: Rulebook) -> list[Entity]:
    return list(cluster([("a", names(kind, *texts))], rules)[0])


def test_the_house_spelling_is_found_under_other_spellings(own: Rulebook) -> None:
    assert [e.house for e in house("place", "Harbour Six", rules=own)] == ["Port Maren"]
    assert [e.house for e in house("person", "Ilia Morosov", rules=own)] == ["Ilya Morozov"]
    assert [e.house for e in house("person", "Ivan Morozov", "Ilya Sorokin", rules=own)] == ["", ""]
    assert [e.house for e in house("place", "Harbour Six", rules=rulebook())] == [""]


def test_a_reader_is_told_which_entry_decided(own: Rulebook) -> None:
    assert "desk.quarry lists them as the same from 2023-05-01 to 2024-02-29" in explain("Northbank", "Old Quarry", None, own)
    assert "desk.quarry" not in explain("Northbank", "Old Quarry", "place", own, MARCH)
    assert "desk.militia lists them as different from desk.guard" in explain("Wardens of Oru", "Blue Scarves", "group", own)


@pytest.mark.parametrize(
    ("entry", "at", "says"),
    [
        ("{id: x, kind: group, names: [A B], since: last May}", "3:47", "'last May' is no day; write it as 2024-01-18"),
        ("{id: x, kind: group, names: [A B], since: 2024-02-30}", "3:47", "is no day"),
        ("{id: x, kind: group, names: [A B], since: 2024-02-01, until: 2024-01-01}", "3:5", "later than 'until'"),
        ("{id: x, kind: group, names: []}", "3:5", "'names' holds no name"),
        ("{id: x, kind: team, names: [A B]}", "3:19", "'team' is none of"),
        ("{id: x, kind: group, names: [A B], different: [A B]}", "3:5", "stands both in"),
        ("{id: x, kind: group, names: [A B], house: true}", "3:47", "neither yes nor no"),
        ("{id: x, kind: group, nmaes: [A B]}", "3:26", "unknown key 'nmaes'"),
    ],
)
def test_a_fault_in_the_file_is_told_with_its_place(entry: str, at: str, says: str, tmp_path: Path) -> None:
    file = tmp_path / "names.yaml"
    file.write_text(f"kind: aliases\nrules:\n  - {entry}\n", encoding="utf-8")
    with pytest.raises(RuleFaults) as caught:
        rulebook(aliases=[file])
    told = [str(fault) for fault in caught.value.faults if says in fault.sentence]
    assert told and told[0].startswith(f"{file}:{at}: "), caught.value


def test_a_file_of_another_kind_or_none_is_told(tmp_path: Path) -> None:
    file = tmp_path / "words.yaml"
    file.write_text("kind: words\nrules: []\n", encoding="utf-8")
    with pytest.raises(RuleFaults, match=r"words\.yaml:1:7: only 'kind: aliases'"):
        rulebook(aliases=[file])
    with pytest.raises(RuleFaults, match=r"gone\.yaml:1:1: cannot be read"):
        rulebook(aliases=[tmp_path / "gone.yaml"])


def test_two_files_with_one_id_lie_over_each_other(tmp_path: Path) -> None:
    first, second = tmp_path / "one.yaml", tmp_path / "two.yaml"
    first.write_text("kind: aliases\nrules:\n  - {id: x, kind: group, names: [Kolda Ten, Kolda Brigade]}\n", encoding="utf-8")
    second.write_text("kind: aliases\nrules:\n  - {id: x, off: no longer}\n", encoding="utf-8")
    assert judge("Kolda Ten", "Kolda Brigade", "group", rulebook(aliases=[first])).mergeable
    assert not judge("Kolda Ten", "Kolda Brigade", "group", rulebook(aliases=[first, second])).mergeable
