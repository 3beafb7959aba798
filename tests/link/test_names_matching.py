"""Two names: judged as the rules say, the same either way round, whatever their case, accents and hyphens."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.link.names import explain, judge
from discrepancy.rulebook import Rulebook, rulebook
from discrepancy.rulebook.kinds.names import NameJudging

RULES: Rulebook = rulebook()

SAME = [
    ("group", "Hezbollah", "Hizballah"),
    ("group", "Hezbollah", "Party of God"),
    ("group", "Kataib Hezbollah", "Kata'ib Hezbollah"),
    ("group", "PKK", "Kurdistan Workers' Party"),
    ("group", "ISIS", "Daesh"),
    ("person", "A.J. Perez", "Armando J. Perez"),
    ("group", "Al Shabaab", "al-Shabab"),
    ("group", "Lashkar-e-Taiba", "Lashkar-e-Tayyiba"),
    ("group", "Popular Front for the Liberation of Palestine", "PFLP"),
    ("group", "Fuerzas Armadas Revolucionarias de Colombia", "Revolutionary Armed Forces of Colombia"),
    ("group", "Ministry of Defence", "Ministry of Defense"),
    ("person", "Muammar Gaddafi", "Moammar Qaddafi"),
    ("person", "Volodymyr Zelensky", "Volodymyr Zelenskyy"),
    ("person", "Bob Menendez", "Robert Menendez"),
    ("person", "Gen. Abdel Fattah al-Burhan", "Abdelfattah Burhan"),
    ("person", "Kim Jong Un", "Kim Jong-un"),
    ("person", "Sergey Shoigu", "Sergei Shoygu"),
    ("place", "Kiev", "Kyiv"),
    ("place", "Burma", "Myanmar"),
    ("place", "Irbil", "Erbil"),
    ("place", "Aleppo", "Halab"),
    ("place", "Cote d'Ivoire", "Ivory Coast"),
    ("place", "Deir ez-Zor", "Deir al-Zour"),
    ("people", "Uighurs", "Uyghur"),
]

APART = [
    ("place", "Columbus", "Franklin"),
    ("place", "North Sudan", "South Sudan"),
    ("place", "Sudan", "South Sudan"),
    ("place", "Republic of the Congo", "Democratic Republic of the Congo"),
    ("place", "Congo-Brazzaville", "DR Congo"),
    ("place", "Guinea", "Equatorial Guinea"),
    ("place", "Guinea", "Guinea-Bissau"),
    ("place", "Guinea", "Papua New Guinea"),
    ("place", "Niger", "Nigeria"),
    ("place", "North Korea", "South Korea"),
    ("place", "South Ossetia", "North Ossetia"),
    ("place", "North Kivu", "South Kivu"),
    ("place", "North Darfur", "West Darfur"),
    ("place", "Dominica", "Dominican Republic"),
    ("place", "Iran", "Iraq"),
    ("place", "Slovakia", "Slovenia"),
    ("place", "Mali", "Malawi"),
    ("place", "Gambia", "Zambia"),
    ("place", "East Timor", "Timor Island"),
    ("place", "Western Sahara", "Sahara"),
    ("place", "West Virginia", "Virginia"),
    ("place", "North Waziristan", "South Waziristan"),
    ("group", "PKK", "PJAK"),
    ("group", "Hezbollah", "Kataib Hezbollah"),
    ("group", "Taliban", "Tehrik-i-Taliban Pakistan"),
    ("group", "Islamic State", "Islamic State Khorasan"),
    ("group", "al-Qaeda", "al-Qaeda in the Arabian Peninsula"),
    ("group", "Palestine Liberation Organization", "Palestine Liberation Front"),
    ("group", "International Criminal Court", "International Court of Justice"),
    ("group", "Lashkar-e-Taiba", "Lashkar-e-Jhangvi"),
    ("group", "Jaish al-Islam", "Lashkar-e-Islam"),
    ("group", "Free Syrian Army", "Syrian Arab Army"),
    ("group", "Oromo Liberation Front", "Oromo Liberation Army"),
    ("group", "Amhara Special Forces", "Oromia Special Forces"),
    ("group", "SPLM-IO", "SPLM"),
    ("group", "Real IRA", "IRA"),
    ("group", "Muslim Brotherhood (Egypt)", "Muslim Brotherhood (Jordan)"),
    ("person", "George W. Bush", "George H. Bush"),
    ("person", "G.W. Bush", "George H. Bush"),
    ("person", "Saad bin Laden", "Hamza bin Laden"),
    ("person", "Sergei Ivanov", "Sergei Lavrov"),
    ("person", "Kim Jong Il", "Kim Jong Un"),
    ("person", "Kelly Cruz", "Kelly Garcia"),  # one frame of consonants, krs
    ("person", "Janet Wright", "Kenneth Wright"),
    ("person", "Aaron Evans", "Aaron Hans"),  # Evan is John, and Hans too; Evans is neither
    ("person", "Robert Lewin", "Levine Rupert"),  # crosswise, and no word the same
    ("people", "Hutu", "Tutsi"),
]


@pytest.mark.parametrize(("kind", "a", "b"), SAME)
def test_spellings_of_one_name_are_the_same(kind: str, a: str, b: str) -> None:
    match = judge(a, b, kind, RULES)
    assert match.verdict == "same", match
    assert match.mergeable, match


@pytest.mark.parametrize(("kind", "a", "b"), APART)
def test_look_alikes_are_never_merged(kind: str, a: str, b: str) -> None:
    assert not judge(a, b, kind, RULES).mergeable


@pytest.mark.parametrize(
    ("kind", "a", "b"),
    [
        ("group", "Baloch Liberation Front", "Baloch Liberation Army"),
        ("place", "Balochistan", "Sistan-Baluchestan"),
        ("group", "Hezbollah", "Kataib Hezbollah"),
        ("place", "North Dakota", "South Dakota"),
    ],
)
def test_a_contradiction_is_a_difference_not_a_doubt(kind: str, a: str, b: str) -> None:
    match = judge(a, b, kind, RULES)
    assert match.verdict == "different", match
    assert match.why


PARTS = (
    "Baloch", "Liberation", "Front", "Army", "al-Adl", "Jaish", "Hossein", "Amir", "Abdollahian", "O'Neil", "Ürümqi",
    "Kim", "Jong-un", "II", "North", "23", "of", "the", "São", "Paulo", "Łódź", "District", "Mr.", "Gen.", "Абу", "عدل",
    "X",
)  # fmt: skip
names = st.lists(st.sampled_from(PARTS), min_size=1, max_size=5).map(" ".join)
kinds = st.sampled_from(("person", "group", "place", "people", "outlet", "office", "work", "unknown"))


@given(names, names, kinds)
def test_the_order_of_two_names_does_not_matter(a: str, b: str, kind: str) -> None:
    assert judge(a, b, kind, RULES) == judge(b, a, kind, RULES)


@given(names, kinds)
def test_a_name_is_the_same_as_itself(name: str, kind: str) -> None:
    assert judge(name, name, kind, RULES).verdict == "same"


@given(names, kinds)
def test_case_accents_and_hyphens_make_no_difference(name: str, kind: str) -> None:
    plain = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    for other in (name.upper(), plain, name.replace("-", " ")):
        assert judge(name, other, kind, RULES).verdict == "same", other


@given(st.text(max_size=40), st.text(max_size=40), kinds)
def test_any_text_is_judged_without_a_fault(a: str, b: str, kind: str) -> None:
    assert 0.0 <= judge(a, b, kind, RULES).score <= 1.0


def test_every_weight_names_evidence_that_exists() -> None:
    for rule in RULES.of(NameJudging):
        judge("Some Name", "Another Name", rule.kind, RULES)  # an unknown weight or veto would raise


def test_a_reader_gets_a_sentence() -> None:
    said = explain("Jaish al-Adl", "Jaysh al-Adl", None, RULES)
    assert said.startswith("Jaish al-Adl and Jaysh al-Adl are the same as")
    assert "jaish ~ jaysh" in said


def test_names_of_a_megabyte_are_cut_not_compared() -> None:
    assert judge("A" * 1_000_000, "B " * 500_000, "group", RULES).verdict != "same"


def test_the_kind_is_what_both_names_show() -> None:
    """Fronts and armies are judged as groups and what the tables hold as places, not as persons whom one word would make one."""
    assert explain("Baloch Liberation Front", "Baloch Liberation Army", None, RULES).startswith(
        "Baloch Liberation Front and Baloch Liberation Army are different as groups"
    )
    assert "different as places" in explain("Sistan-Baluchestan", "Balochistan", None, RULES)
    assert "same as persons" in explain("Anwaar ul Haq Kakar", "Anwar-ul-Haq Kakar", None, RULES)
