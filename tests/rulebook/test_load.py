"""Rule files: typed by their kind, faults told all at once with their place, overlays."""

import dataclasses
from pathlib import Path

import pytest

from discrepancy.rulebook import RuleFaults, rulebook
from discrepancy.rulebook.kinds import KINDS
from discrepancy.rulebook.kinds.words import Words

GOOD = """\
kind: words
rules:
  - id: fruit
    because: a class to test with
    words: apple pear
    examples: ["One [[apple]]."]
    counter_examples: ["One stone."]
"""


def folder(tmp_path: Path, name: str = "base", **files: str) -> Path:
    made = tmp_path / name
    made.mkdir(exist_ok=True)
    for stem, text in files.items():
        (made / f"{stem}.yaml").write_text(text, encoding="utf-8")
    return made


def faults(base: Path, overlay: Path | None = None) -> list[str]:
    with pytest.raises(RuleFaults) as caught:
        rulebook(overlay, base=base)
    return [str(fault) for fault in caught.value.faults]


def test_a_rule_is_typed_and_knows_its_place(tmp_path: Path) -> None:
    (rule,) = rulebook(base=folder(tmp_path, good=GOOD)).of(Words)
    assert rule.words == ("apple", "pear")
    assert str(rule.where) == "rules/good.yaml:3:5"


def test_three_faults_are_told_at_once_with_line_and_column(tmp_path: Path) -> None:
    bad = GOOD.replace("because: a class to test with", "becuase: typo") + (
        "  - id: stone\n    words: {a: b}\n    examples: [x]\n    counter_examples: [y]\n  - id: bare\n    words: leaf\n"
    )
    told = faults(folder(tmp_path, bad=bad))
    assert [t.split(": ", 1)[0] for t in told] == ["rules/bad.yaml:4:5", "rules/bad.yaml:9:12", "rules/bad.yaml:12:5"]
    assert "unknown key 'becuase'" in told[0]
    assert "expected a list" in told[1]
    assert "needs at least one of 'examples' and one of 'counter_examples'" in told[2]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("kind: words\nrules: [", "not YAML"),
        ("rules: []", "two keys"),
        ("kind: wrods\nrules: []", "unknown kind 'wrods'"),
        (GOOD + GOOD.split("rules:\n")[1], "stands already at rules/bad.yaml:3:5"),
    ],
)
def test_a_broken_file_gets_a_sentence(tmp_path: Path, text: str, says: str) -> None:
    assert any(says in fault for fault in faults(folder(tmp_path, bad=text)))


def test_an_overlay_replaces_a_rule_and_takes_one_out(tmp_path: Path) -> None:
    base = folder(tmp_path, good=GOOD, more=GOOD.replace("fruit", "tree"))
    over = folder(tmp_path, "over", desk=GOOD.replace("apple pear", "plum") + "  - id: tree\n    off: not for this desk\n")
    (rule,) = rulebook(over, base=base).of(Words)
    assert (rule.id, rule.words) == ("fruit", ("plum",))


def test_off_for_a_rule_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    over = folder(tmp_path, "over", desk="kind: words\nrules:\n  - id: nobody\n    off: gone\n")
    assert "names no rule" in faults(folder(tmp_path, good=GOOD), over)[0]


def test_a_type_of_events_that_no_rule_gives_is_a_fault(tmp_path: Path) -> None:
    over = folder(tmp_path, "over", desk="kind: event-families\nrules:\n  - {id: family, types: strike earthquakes, also: {}}\n")
    with pytest.raises(RuleFaults, match=r"desk.yaml:3:5: rule 'family' names the type of events 'earthquakes', and no rule gives it"):
        rulebook(over)


def test_the_hash_follows_the_content(tmp_path: Path) -> None:
    before = rulebook(base=folder(tmp_path, good=GOOD)).hash
    assert rulebook(base=folder(tmp_path, good=GOOD)).hash == before
    assert rulebook(base=folder(tmp_path, good=GOOD.replace("pear", "fig"))).hash != before


def test_the_same_files_give_the_same_rulebook_and_changed_ones_another(tmp_path: Path) -> None:
    base = folder(tmp_path, good=GOOD)
    first = rulebook(base=base)
    assert rulebook(base=base) is first
    assert rulebook(base=base, own=first.of(next(iter(first.by_kind)))[:1]) is not first
    assert rulebook(base=folder(tmp_path, good=GOOD.replace("pear", "fig"))) is not first
    assert rulebook(soft="off") is not rulebook()


def test_kinds_hold_their_types_and_not_the_text_of_them() -> None:
    """A module of kinds that postpones annotations is read all the same, but makes each start slower."""
    postponed = [f"{kind.__name__}.{f.name}" for kind in KINDS.values() for f in dataclasses.fields(kind) if isinstance(f.type, str)]
    assert postponed == []
