"""The examples of ``rules/ingest`` and what the tables must hold."""

from __future__ import annotations

from collections import Counter
from zoneinfo import ZoneInfo

import pytest

from discrepancy.ingest.shown import shows
from discrepancy.ingest.vocabulary import fold, shipped, vocabulary
from discrepancy.rulebook.kinds.pages import Outlet, PageCue, PageLabel

RULES = shipped()
MARKED = [rule for kind in (PageCue, PageLabel) for rule in RULES.of(kind)]


@pytest.mark.parametrize("rule", MARKED, ids=lambda rule: rule.id)
def test_examples_and_counter_examples(rule: PageCue | PageLabel) -> None:
    for example in rule.examples:
        wanted = example.text.partition("[[")[2].partition("]]")[0]
        found = [text for text, _ in shows(rule, example.text.replace("[[", "").replace("]]", ""), "", RULES)]
        assert wanted in found, example.text
    for text in rule.counter_examples:
        assert shows(rule, text, "", RULES) == [], text


def test_outlets_have_zones_that_exist_and_names_and_domains_of_their_own() -> None:
    outlets = RULES.of(Outlet)
    for outlet in outlets:
        assert outlet.zone == "" or ZoneInfo(outlet.zone)
    names = Counter(fold(name) for outlet in outlets for name in outlet.names)
    domains = Counter(domain for outlet in outlets for domain in outlet.domains)
    assert [name for table in (names, domains) for name, count in table.items() if count > 1] == []


def test_an_outlet_is_known_by_name_and_by_address() -> None:
    words = vocabulary(RULES)
    by_name, by_address = words.outlet("the  guardian"), words.outlet("http : / / www. theguardian. com / a / b")
    assert by_name is not None and by_name == by_address and by_name.names[0] == "The Guardian"
    assert words.outlet("The Unheard-of Post") is None
