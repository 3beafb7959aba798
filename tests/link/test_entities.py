"""One entity behind many spellings, two entities behind one likeness."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy.link.entities import cluster
from discrepancy.link.settled import Settled
from discrepancy.model.claims import Name, NameKind
from discrepancy.model.findings import Entity
from discrepancy.model.text import Span
from discrepancy.rulebook import Rulebook, rulebook
from tests.costs import cpu_seconds

RULES: Rulebook = rulebook()


def name(kind: NameKind, text: str, full: str = "") -> Name:
    return Name(kind, text, Span(0, 1), full)


def spellings(entities: tuple[Entity, ...]) -> set[frozenset[str]]:
    return {frozenset(variant.text for variant in entity.variants) for entity in entities}


ARTICLES = [
    ("a", (name("person", "Abdel Fattah el-Sisi"), name("group", "Sudan Liberation Army"), name("place", "Kordofan"))),
    ("b", (name("person", "Abdul Fatah al-Sissi"), name("person", "Sisi", "Abdul Fatah al-Sissi"))),
    ("c", (name("group", "Sudan Liberation Movement"), name("group", "SLM", "Sudan Liberation Movement"))),
    ("d", (name("person", "Mohamed Morsi"), name("person", "Mohammed Mursi"), name("place", "Kurdufan"))),
]


def test_spellings_join_and_contradictions_stay_apart() -> None:
    entities, canonical = cluster(ARTICLES, RULES)
    found = spellings(entities)
    assert frozenset(("Abdel Fattah el-Sisi", "Abdul Fatah al-Sissi", "Sisi")) in found
    assert frozenset(("Mohamed Morsi", "Mohammed Mursi")) in found
    assert frozenset(("Sudan Liberation Army",)) in found
    assert frozenset(("Sudan Liberation Movement", "SLM")) in found
    assert canonical["b"]["Sisi"] == canonical["a"]["Abdel Fattah el-Sisi"]


def test_every_merged_spelling_has_its_reason() -> None:
    entities, _ = cluster(ARTICLES, RULES)
    for entity in entities:
        full = {v.text for v in entity.variants} - {"Sisi", "SLM"}
        assert len(entity.why) == len(full) - 1


def test_a_contradicting_pair_breaks_a_chain() -> None:
    articles = [(t, (name("person", t),)) for t in ("Omar Hassan Bashir", "Omar Bashir", "Omar Khalid Bashir")]
    entities, _ = cluster(articles, RULES)
    holders = [e for e in entities if {"Omar Hassan Bashir", "Omar Khalid Bashir"} <= {v.text for v in e.variants}]
    assert not holders


def test_a_surname_that_fits_two_people_joins_neither() -> None:
    articles = [
        ("a", (name("person", "Ahmed Daqamseh"),)),
        ("b", (name("person", "Leila Daqamseh"),)),
        ("c", (name("person", "Daqamseh"),)),
    ]
    assert frozenset(("Daqamseh",)) in spellings(cluster(articles, RULES)[0])


def test_the_kind_of_a_name_without_evidence_comes_from_other_articles() -> None:
    articles = [("a", (name("group", "Zintan Brigade"),)), ("b", (name("unknown", "Zintan Brigade"),))]
    (entity,) = cluster(articles, RULES)[0]
    assert (entity.kind, entity.variants[0].articles) == ("group", ("a", "b"))


UNRELATED = [
    ("group", "Tupac Amaru Revolutionary Movement"), ("person", "Xiomara Quispe"), ("place", "Reykjavik"),
    ("person", "Ingrid Bjornsdottir"), ("group", "Zapatista Cooperative"), ("place", "Ouagadougou"),
]  # fmt: skip


@settings(max_examples=25)
@given(st.permutations(ARTICLES), st.sets(st.sampled_from(UNRELATED)))
def test_order_and_unrelated_names_change_nothing(articles: list[tuple[str, tuple[Name, ...]]], others: set[tuple[NameKind, str]]) -> None:
    plain, canonical = cluster(ARTICLES, RULES)
    more = [*articles, ("z", tuple(name(kind, text) for kind, text in sorted(others)))]
    entities, wider = cluster(more, RULES)
    assert set(plain) <= set(entities)
    assert canonical.items() <= wider.items()


def test_three_thousand_names_take_no_time() -> None:
    draw = random.Random(1)  # a fixed seed: the same names in every run
    parts = ["".join(draw.choice("bdfgklmnrstvz") + draw.choice("aeiou") for _ in range(3)).title() for _ in range(500)]
    texts = sorted({f"{draw.choice(parts)} {draw.choice(parts)}" for _ in range(3000)})
    articles = [("a", tuple(name("person", text) for text in texts))]
    assert cpu_seconds(lambda: cluster(articles, RULES), runs=1) < 6
    entities, _ = cluster(articles, RULES)
    assert len(entities) > len(texts) / 2


def test_what_an_editor_settled_outweighs_all_likeness() -> None:
    morsi = ("person", "Mohamed Morsi"), ("person", "Mohammed Mursi")
    apart, _ = cluster(ARTICLES, RULES, Settled(different=frozenset({morsi})))
    assert {frozenset(("Mohamed Morsi",)), frozenset(("Mohammed Mursi",))} <= spellings(apart)
    sla, slm = ("group", "Sudan Liberation Army"), ("group", "SLM")  # a short form stands for its full one
    joined, canonical = cluster(ARTICLES, RULES, Settled((((sla, slm)),)), {sla: "S.L.A."})
    assert frozenset(("Sudan Liberation Army", "Sudan Liberation Movement", "SLM")) in spellings(joined)
    assert canonical["c"]["SLM"] == "S.L.A."
    assert cluster(ARTICLES, RULES, Settled(((("person", "Nobody Here"), morsi[0]),))) == cluster(ARTICLES, RULES)
