"""Names found in text: where, of what kind, short for what."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy.annotate.names import find_names
from discrepancy.annotate.tokens import sentences
from discrepancy.ingest import read
from discrepancy.link.entities import cluster
from discrepancy.model.claims import Name
from discrepancy.model.findings import Entity
from discrepancy.model.text import Block, BlockKind, Document, Span
from discrepancy.rulebook import Rulebook, rulebook
from tests.costs import cpu_seconds

RULES: Rulebook = rulebook()


def names(text: str, kind: BlockKind = "body") -> tuple[Name, ...]:
    document = Document("a", "a.txt", "", text, (Block(kind, Span(0, len(text))),))
    return find_names(sentences(document, RULES), RULES)


def seen(text: str) -> list[tuple[str, str]]:
    return [(name.kind, name.text) for name in names(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gen. Abdel Fattah al-Burhan left Cairo.", [("person", "Abdel Fattah al-Burhan"), ("place", "Cairo")]),
        ("Kenya's Foreign Minister Musalia Mudavadi spoke.", [("place", "Kenya"), ("person", "Musalia Mudavadi")]),
        ("Ethiopian Defence Minister Aisha Mohammed left.", [("people", "Ethiopian"), ("person", "Aisha Mohammed")]),
        ("A raid by the Harakat al-Nujaba militia failed.", [("group", "Harakat al-Nujaba")]),
        ("Rebels of Fatah al-Islam and the Army of God fled.", [("group", "Fatah al-Islam"), ("group", "Army of God")]),
        ("The minister, Lee Gyeong-og, met Tsai Ing-wen.", [("person", "Lee Gyeong-og"), ("person", "Tsai Ing-wen")]),
        ("He taught Islam in Cairo.", [("place", "Cairo")]),
        ("They blamed the Oromo Liberation Army, a rebel group.", [("group", "Oromo Liberation Army")]),
        ("A group calling itself Sons of Marram owned up.", [("group", "Sons of Marram")]),
        ("They met a movement known as Black Fern.", [("group", "Black Fern")]),
        ("They met a man known as Black Fern.", [("unknown", "Black Fern")]),
        ("Shelling hit North Kivu province on the lake.", [("place", "North Kivu")]),
        ("It struck Trinidad and Tobago on its way.", [("place", "Trinidad and Tobago")]),
        ("The Ministry of Public Works said so.", [("group", "Ministry of Public Works")]),
        ("The Iran-backed force and Sudan-based units met.", [("place", "Iran"), ("place", "Sudan")]),
        ("Egypt-Ethiopia talks failed again.", [("place", "Egypt"), ("place", "Ethiopia")]),
        ("Protesters broke windows and tossed in Molotov cocktails.", []),
        ("A market in the Zalingei district burned.", [("place", "Zalingei")]),
        ("Police named him as Luis de la Cruz, 44, in Nairobi.", [("person", "Luis de la Cruz"), ("place", "Nairobi")]),
        ("Rebels moved on El Fasher, in Sudan.", [("place", "El Fasher"), ("place", "Sudan")]),
        ("On Monday nobody knew. However, the Red Sea was calm.", [("place", "Red Sea")]),
        ("Judges at The Hague ruled.", [("place", "The Hague")]),
        ("The Islamic State of Iraq and the Levant left.", [("group", "Islamic State of Iraq and the Levant")]),
        ("The Bureau of Alcohol, Tobacco, and Firearms left.", [("group", "Bureau of Alcohol, Tobacco, and Firearms")]),
        ("They met Const. Tim Berg in Lima.", [("person", "Tim Berg"), ("place", "Lima")]),
        ("The Ministry of Health, Peru and all left.", [("office", "Ministry of Health"), ("place", "Peru")]),
        ("They met the Ministry of Defence and the Army.", [("office", "Ministry of Defence"), ("group", "Army")]),
        ("They met Kim King-Rudd in High Point.", [("person", "Kim King-Rudd"), ("place", "High Point")]),
        ("They fled Mt. Elda, where Det. Ann Rudd lives.", [("place", "Mt. Elda"), ("person", "Ann Rudd")]),
        ("South Sudanese and South Korean doctors came.", [("people", "South Sudanese"), ("people", "South Korean")]),
    ],
)  # fmt: skip
def test_names_and_their_kinds(text: str, expected: list[tuple[str, str]]) -> None:
    assert seen(text) == expected


def test_a_title_is_no_part_of_the_name() -> None:
    (name,) = names("It was Prime Minister Abiy Ahmed who called.")
    assert (name.text, name.title) == ("Abiy Ahmed", "Prime Minister")


def test_a_generic_word_stays_outside_unless_a_city_bears_the_name() -> None:
    assert seen("They fled Tigray Province and Lusaka Province.")[0] == ("place", "Tigray")


def test_short_forms_are_bound_to_the_full_form_of_their_article() -> None:
    text = (
        "The Sudan Liberation Movement (SLM) agreed. Abdel Wahid al-Nur signed for the SLM. "
        "Mr. al-Nur had refused before, and Nur may again."
    )
    short = {name.text: name.short_for for name in names(text) if name.short_for}
    assert short["SLM"] == "Sudan Liberation Movement"
    assert set(short.values()) == {"Sudan Liberation Movement", "Abdel Wahid al-Nur"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Han Duck-soo’s aide spoke.", "Han Duck-soo"), ("A Han Park-led inquiry began.", "Han Park"),
        ("The Lima-based club won.", "Lima"), ("Anna Quist-bound letters came.", "Anna Quist"), ("Anna Quist-soo spoke.", "Anna Quist"),
    ],
)  # fmt: skip
def test_a_hyphen_ties_a_second_syllable_to_a_given_name_and_nothing_else(text: str, name: str) -> None:
    assert [found.text for found in names(text)] == [name]


@pytest.mark.parametrize(("short", "bound"), [("ELZ", True), ("QXJ", False)])
def test_a_short_form_may_keep_letters_of_its_own_language(short: str, bound: bool) -> None:
    text = f"The Army of Zendan Liberation ({short}) agreed. The {short} left."
    assert [name.short_for for name in names(text) if name.text == short] == ["Army of Zendan Liberation" if bound else ""] * 2


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("The FZL [Zenda Workers Union] marched in Lima. The FZL spoke.", "Zenda Workers Union"),
        ("The ZWU (Zenda Workers Union) marched in Lima. The ZWU spoke.", "Zenda Workers Union"),
        ("The QQQ (Zenda Workers Union) marched in Lima. The QQQ spoke.", ""),
        ("The FZL [Boris Vance] marched in Lima. The FZL spoke.", ""),
    ],
)
def test_a_short_form_may_stand_before_its_full_form_in_brackets(text: str, bound: str) -> None:
    assert {name.short_for for name in names(text) if name.text.isupper()} == {bound}


def test_a_surname_that_two_people_share_is_left_alone() -> None:
    text = "Hassan Rezai met Leila Rezai. Later Rezai left."
    assert [name.short_for for name in names(text) if name.text == "Rezai"] == [""]


def test_headlines_are_read_with_the_names_of_the_text() -> None:
    text = "Rebels Leave Town As Kolda Brigade Holds Talks\n\nThe Kolda Brigade left the town on its own."
    assert seen(text) == [("group", "Kolda Brigade")] * 2


def test_a_word_that_only_begins_a_sentence_is_no_name() -> None:
    assert seen("Shelling went on. Negotiators waited. Nobody came.") == []


def test_bylines_and_stamps_hold_no_names() -> None:
    assert names("Jane Roe in Nairobi", "byline") == ()


@settings(max_examples=60)
@given(st.text(alphabet=st.sampled_from("Aa Bb. 'é-’\n(ISIS) of the al-Q1,"), max_size=200))
def test_names_stand_where_they_say(text: str) -> None:
    last = 0
    for name in names(text) if text else ():
        assert last <= name.span.start < name.span.end <= len(text)
        last = name.span.end


@pytest.mark.parametrize("unit", ["1234567890", "after ", "A", "A-", "Mr. ", "al-", "(A) ", "United "])
def test_hostile_text_is_read_in_linear_time(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    assert cpu_seconds(lambda: names(text), runs=1) < 10


def _entities(folder: Path) -> tuple[Entity, ...]:
    documents = read(folder, RULES).documents
    found = [(d.id[:3], find_names(sentences(d, RULES), RULES)) for d in documents]
    return cluster(found, RULES)[0]


def _register_is_complete(entities: tuple[Entity, ...], gold: Path) -> None:
    for wanted in yaml.safe_load(gold.read_text(encoding="utf-8"))["must_note"]:
        fits = [
            entity
            for entity in entities
            if entity.kind == wanted["kind"]
            and all(any(v.text == text and article in v.articles for v in entity.variants) for article, text in wanted["spellings"].items())
        ]
        assert len(fits) == 1, wanted["id"]


def _nothing_forbidden_is_merged(entities: tuple[Entity, ...]) -> None:
    for entity in entities:
        texts = " ".join(variant.text for variant in entity.variants)
        assert not ("Liberation Front" in texts and "Liberation Army" in texts)
        sistan = {("Sistan" in v.text) for v in entity.variants if "stan" in v.text and "Bal" in v.text}
        assert len(sistan) < 2


def test_the_register_of_the_originals(shared: Path) -> None:
    entities = _entities(shared / "seeds")
    _register_is_complete(entities, shared / "seeds" / "gold.yaml")
    _nothing_forbidden_is_merged(entities)


def test_the_register_of_the_seed_set(repository: Path) -> None:
    seeds = repository / "seeds" / "pakistan-iran-2024"
    entities = _entities(seeds / "articles")
    _register_is_complete(entities, seeds / "gold.yaml")
    _nothing_forbidden_is_merged(entities)


def test_who_has_an_age_is_no_park_and_words_of_kin_or_praise_are_no_part_of_a_name() -> None:
    assert seen("The dead were Kevin Park, 19, and Ann Street, 22.") == [("person", "Kevin Park"), ("person", "Ann Street")]
    assert seen("Mara Quell, the 29-year-old star, sang.") == [("person", "Mara Quell")]
    assert ("place", "Kevin Park") in seen("He died at Kevin Park, 19 miles from here.")
    assert seen("Grandmother Sheila Dunn slept.") == [("person", "Sheila Dunn")]
    assert seen("Brave Nadia Hussain slept.") == [("person", "Nadia Hussain")]


def test_a_chief_executive_is_no_part_of_a_name() -> None:
    assert ("person", "Dan Moritz") in seen("Quell Chief Executive Dan Moritz will leave.")
    assert ("person", "Bo Quist") in seen("Chief Financial Officer Bo Quist left.")


@pytest.mark.parametrize("name", ["Northern Liberation Front", "Second Army", "Central Committee", "Islamic State"])
def test_a_group_that_opens_a_sentence_keeps_its_first_word(name: str) -> None:
    assert ("group", name) in seen(f"The {name} said on Monday that it would not talk.")
