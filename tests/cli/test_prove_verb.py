"""``discrepancy rules prove``: which conditions of a rule no counter-example needs."""

from pathlib import Path

import pytest

from discrepancy.cli import run

_RULE = """kind: measures
rules:
  - id: measure.kites
    gives: count
    label: kites
    because: how many kites a town flew
    heads: [kites]
    after: [flew, rose]
    unless: [last]
    owner: story
    about: [festival]
    examples: [{text: "The festival opened in Lima on Monday. Some [[40 kites rose]] over it.", value: "count{kites}=40"}]
    counter_examples: %s
"""


def test_a_condition_is_named_that_no_counter_example_needs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    counter = '["The festival opened in Lima on Monday. The last 40 kites rose over it.", "Some 40 kites rose over Lima on Monday."]'
    (tmp_path / "kites.yaml").write_text(_RULE % counter, encoding="utf-8")
    assert run(["rules", "prove", "measure.kites", "--rules", str(tmp_path)]) == 0
    told = capsys.readouterr()
    assert [line.split(": ", 1)[1] for line in told.out.splitlines()] == ["rule 'measure.kites': no counter-example needs 'heads'"]
    assert told.err == "1 rules, 3 conditions tried.\n"


def test_an_id_of_no_rule_is_a_wrong_call(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "prove", "measure.unicorns"]) == 2
    assert "measure.unicorns" in capsys.readouterr().err


_ACT = """kind: public-acts
rules:
  - id: act.kite-day
    label: kite day
    because: a town flies its kites on one day
    verbs: [flies, fly]
    names: 0
    examples: [{text: "The town will [[fly its kites on Friday]].", published: 2024-03-14, value: "date=2024-03-15 scope=planned kite day"}]
    counter_examples: ["The club will fly its kites on Friday."]
"""


def test_a_counter_example_is_of_the_day_of_the_examples(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "acts.yaml").write_text(_ACT, encoding="utf-8")
    assert run(["rules", "test", "--rules", str(tmp_path)]) != 0
    told = capsys.readouterr()
    assert "in the counter-example 'The club will fly its kites on Friday.'" in told.out + told.err
