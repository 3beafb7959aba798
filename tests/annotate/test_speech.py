"""Who says it, what is said, and how sure it is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy.annotate.grammar import read_text
from discrepancy.annotate.speech import said
from discrepancy.model.text import Span
from discrepancy.rulebook import rulebook

BOOK = rulebook()


def told(text: str, words: str) -> tuple[str, str]:
    """Who says the words, and how sure it is."""
    document, lines = read_text(text, "", BOOK)
    at = document.text.index(words)
    source, stance, _ = said(lines, BOOK).speaker(Span(at, at + len(words)))
    return source, stance


@pytest.mark.parametrize(
    ("text", "words", "source", "stance"),
    [
        ("Madrid said six fishermen drowned.", "six fishermen", "Spain", "asserted"),
        ("Six fishermen drowned, according to Lisbon.", "Six fishermen", "Portugal", "asserted"),
        ("According to Lisbon, six fishermen drowned off the cape.", "six fishermen", "Portugal", "asserted"),
        ("The Norwegian army claimed that it had shot six raiders.", "six raiders", "Norway", "alleged"),
        ("The raid reportedly killed six fishermen, while the storm killed two.", "six fishermen", "", "reported"),
        ("The raid reportedly killed six fishermen, while the storm killed two.", "killed two", "", "asserted"),
        ("The Norwegian foreign minister denied that six fishermen were held.", "six fishermen", "Norway", "denied"),
        ("“Six fishermen are missing,” Mr. Olav Hansen said on Tuesday.", "Six fishermen", "Olav Hansen", "asserted"),
        ('"We saw six fishermen," a cook, Greta Holm, 41, told a local paper.', "six fishermen", "Greta Holm", "asserted"),
        ('"We saw six fishermen," said a cook, Greta Holm.', "six fishermen", "Greta Holm", "asserted"),
        ("A cook, Greta Holm, said that six fishermen were missing.", "six fishermen", "Greta Holm", "asserted"),
        ("Six fishermen are missing, police said.", "Six fishermen", "police", "asserted"),
        ("Six fishermen are missing, organisers said, calling off the race.", "Six fishermen", "organisers", "asserted"),
        ("Six fishermen are missing, police said, making it the worst storm in years.", "Six fishermen", "police", "asserted"),
        ("Six fishermen are missing, said the police.", "Six fishermen", "police", "asserted"),
        ("Oslo, for its part, said the raid had left six fishermen dead.", "six fishermen", "Norway", "asserted"),
        ("Madrid said it hit a smugglers' den, while Lisbon said it sank a boat.", "a boat", "Portugal", "asserted"),
        ("Madrid said it hit a smugglers' den, while Lisbon said it sank a boat.", "smugglers", "Spain", "asserted"),
        ("Spain bombed what it called a pirate den on the island.", "pirate den", "Spain", "alleged"),
        ("Six fishermen are believed to have drowned.", "Six fishermen", "", "reported"),
        ("Rescuers found six fishermen in the bay.", "six fishermen", "", "asserted"),
        ("Six fishermen drowned off the cape.", "Six fishermen", "", "asserted"),
        ("Six fishermen drowned in the bay off Lund a rescue group said.", "Six fishermen", "rescue group", "asserted"),
        ("The owner of the boat in the harbour said six fishermen drowned.", "The owner", "", "asserted"),
    ],
)  # fmt: skip
def test_speaker_and_stance(text: str, words: str, source: str, stance: str) -> None:
    assert told(text, words) == (source, stance)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Police: six drowned off cape", "police"),
        ("Six drowned off cape: officials", "officials"),
        ("Six drowned off cape - rescuers", "rescuers"),
        ("Norwegian opposition: six drowned in storm", "Norwegian opposition"),
        ("Cape Ann: six drowned in storm", ""),
        ("Six drowned: one was a cook", ""),
        ("Six drowned - third storm of week", ""),
    ],
)
def test_a_headline_names_its_source_beside_a_mark(text: str, source: str) -> None:
    assert told(text, "drowned") == (source, "asserted")


def test_pronoun_goes_back_to_the_last_speaker() -> None:
    text = "Olav Hansen said the harbour was closed. He added that six fishermen were missing."
    assert told(text, "six fishermen")[0] == "Olav Hansen"


def test_pronoun_is_nobody_whom_it_tells_of() -> None:
    text = "Olav Hansen said that Per Moe was out at sea. He said that Moe and six fishermen were missing."
    assert told(text, "six fishermen")[0] == "Olav Hansen"


def test_quotation_over_several_sentences() -> None:
    text = "“The harbour is closed. Six fishermen are missing. We search,” Olav Hansen said."
    assert told(text, "Six fishermen")[0] == "Olav Hansen"


def test_innermost_source_speaks() -> None:
    text = "Madrid said that Lisbon had claimed six fishermen were safe."
    assert told(text, "six fishermen") == ("Portugal", "alleged")


def test_unverified_marks_the_sentence_before() -> None:
    text = "The pirates shot six fishermen. The figure could not be verified."
    assert told(text, "six fishermen")[1] == "alleged"


@settings(max_examples=60)
@given(st.lists(st.sampled_from(["said", "“", "”", ",", "Madrid", "that", "according to", "he", "."]), max_size=40))
def test_contents_lie_in_the_text(words: list[str]) -> None:
    text = " ".join(words) or "."
    document, lines = read_text(text, "", BOOK)
    for item in said(lines, BOOK):
        content = item.attribution.content
        assert 0 <= content.start < content.end <= len(document.text)


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        ("The hospital put the number of dead at 14.", "14", "hospital"),
        ("The Rights Monitor counts 14 dead.", "14 dead", "Rights Monitor"),
        ("The Rights Monitor, a watchdog, counted 14 dead.", "14 dead", "Rights Monitor"),
        ("The toll was put at 14 by the ministry.", "14", "ministry"),
        ("The ministry counts 14 dead, the Rights Monitor 24.", "14 dead", "ministry"),
        ("The ministry counts 14 dead, the Rights Monitor 24.", "24", "Rights Monitor"),
        ("Police say nine people died, and the hospital eleven.", "eleven", "hospital"),
        ("The ministry counts 14 dead, the oldest 24.", "24", "ministry"),
        ("The Rights Monitor's tally stood at 14 dead.", "14 dead", "Rights Monitor"),
        ("The ministry put the toll at 14, while the Rights Monitor put it at 20.", "20", "Rights Monitor"),
        ("About 20,000 people marched, organisers said; police put the number at 7,000.", "7,000", "police"),
        ("Doctors spoke of at least 14 dead.", "at least 14 dead", "doctors"),
        ("The Lantern first reported that 14 people had died.", "that 14 people", "Lantern"),
        ("The ministry said that 14 people had died.", "that 14 people", "ministry"),
        ("Police put nine dogs in a van.", "nine dogs", ""),
        ("Peru declared three days of mourning after a fire killed nine people.", "nine people", ""),
        ("Nine people had died, the mayor declared.", "Nine people", "mayor"),
        ("Nine people had died, the mayor noted.", "Nine people", "mayor"),
        ("Medics responded to a fire and took nine people away.", "nine people", ""),
        ("The army responded that nine people had died.", "nine people", "army"),
        ("The hospital counted its nine beds.", "nine beds", ""),
    ],
)
def test_who_counts_people_says_so(text: str, words: str, source: str) -> None:
    assert told(text, words)[0] == source
