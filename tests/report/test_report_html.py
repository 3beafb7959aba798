"""report.html: one file that holds all of a report, runs nothing, and stays readable whatever an article says."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from made_up import HOSTILE, hostile, report

from discrepancy.model.findings import Coverage, Report
from discrepancy.report.html import render

VOID = {"meta", "br", "img", "link", "input", "hr"}


class Tree(HTMLParser):
    """Tags, attributes, texts, and whether all that opens is closed."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.unclosed: list[str] = []
        self.words: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag) -> None:
        if not self.open or self.open.pop() != tag:
            self.unclosed.append(tag)

    def handle_data(self, data) -> None:
        if not self.open or self.open[-1] != "style":
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


@pytest.mark.parametrize("made", [report, hostile])
def test_it_is_well_formed_and_links_lead_somewhere(made) -> None:
    tree = Tree(render(made()))
    assert not tree.unclosed
    assert not tree.open
    ids = [found for _, attributes in tree.tags if (found := attributes.get("id"))]
    assert len(ids) == len(set(ids))
    inner = [link for _, attributes in tree.tags if (link := attributes.get("href") or "").startswith("#")]
    assert len(inner) > 15
    assert {link[1:] for link in inner} <= set(ids)


@pytest.mark.parametrize("made", [report, hostile])
def test_nothing_runs_and_nothing_is_fetched(made) -> None:
    page = render(made())
    tree = Tree(page)
    names = {tag for tag, _ in tree.tags}
    assert not names & {"script", "img", "iframe", "object", "embed", "link", "form", "base", "input"}
    assert not names & {"foreignobject", "use", "image", "animate", "set"}, "pictures are shapes and words"
    for _, attributes in tree.tags:
        assert not [name for name in attributes if name.startswith("on") or name in ("src", "style", "srcset")]
        assert (attributes.get("href") or "#").startswith(("#", "https://"))
    policies = [a.get("content") for _, a in tree.tags if a.get("http-equiv") == "Content-Security-Policy"]
    style = re.search("<style>(.*?)</style>", page, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert policies == [f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"]
    assert "url(" not in style[1]
    assert "@import" not in style[1]


def test_hostile_text_stands_there_as_letters() -> None:
    page = render(hostile())
    assert "<script" not in page
    assert not re.search("[\x00-\x08\x0e-\x1f\u202a-\u202e]", page)
    assert "⟦U+202E⟧" in page
    assert "⟦U+0000⟧" in page
    assert "{{ 7*7 }}" in page
    assert HOSTILE[:25] in Tree(page).text


def test_first_what_needs_a_decision_errors_before_warnings() -> None:
    text = Tree(render(report())).text
    order = [
        "2 questions need a decision",
        "1 input could not be read",
        "What needs a decision",
        "On which day did the Halcyon sink?",
        "13 February 2024",
        "14 February 2024",
        "How many people died in the sinking of the Halcyon?",
        "Only one origin says this, printed by 2 articles",
        "A sentence you could print",
        "At least 12 people died, the coast guard says; the operator Norlines speaks of nine.",
        "Notes",
        "Who says what",
        "Timeline",
        "Names",
        "Consensus",
        "Not compared, and why",
        "Numbers and dates",
        "Of 16 numbers and dates 13 are in claims, 2 set aside",
        "The articles in full",
        "Manifest",
    ]
    places, at = [], 0
    for words in order:
        at = text.find(words, at)
        places.append(at)
        assert at >= 0, words


def test_quotes_stand_in_their_sentence_with_outlet_and_speaker() -> None:
    page = render(report())
    assert "<mark>Nine people</mark>, four of them children, died on Wednesday as the Halcyon sank" in page
    text = Tree(page).text
    assert "Island Daily according to Norlines reported" in text
    assert "Harbour Post , 14 February 2024 according to the coast guard" in text


def test_every_letter_of_an_article_is_in_the_page() -> None:
    text = "".join(Tree(render(report())).words)
    squeezed = "".join(text.split())
    for article in report().articles:
        for block in article.blocks:
            assert "".join(block.span.of(article.text).split()) in squeezed


def test_overlapping_claims_keep_their_anchors() -> None:
    base = report()
    claims = tuple(
        replace(claim, id=f"x{number}", evidence=base.articles[0].evidence(span))
        for number, (claim, span) in enumerate(
            (claim, type(claim.evidence.span)(40 + shift, 60 + 2 * shift)) for shift, claim in enumerate(base.claims[:4])
        )
    )
    claims = tuple(replace(claim, article=base.articles[0].id) for claim in claims)
    tree = Tree(render(replace(base, claims=claims, findings=(), consensus=(), not_compared=())))
    ids = {attributes.get("id") for _, attributes in tree.tags}
    assert {"c1", "c2", "c3", "c4"} <= ids


@pytest.mark.parametrize(
    ("made", "sentence"),
    [
        (replace(report(), findings=()), "These questions were compared:"),
        (replace(report(), findings=(), consensus=()), "No two articles answer the same question"),
        (replace(report(), findings=(), articles=report().articles[:1]), "One article was read, so there was no other"),
        (replace(report(), findings=(), consensus=(), claims=(), events=()), "No claim was found in 3 articles"),
        (replace(report(), findings=(), coverage=Coverage(0, 0, 0, 0, 0)), "The articles hold no numbers and no dates."),
        (replace(report(), findings=(), run={"input": "sheet"}), "no text was searched for numbers and dates"),
    ],
)
def test_a_report_without_findings_says_what_was_compared(made: Report, sentence: str) -> None:
    text = Tree(render(made)).text
    assert "Nothing needs a decision" in text
    assert sentence in text


def test_where_nothing_was_read_nothing_is_said_to_be_in_order() -> None:
    text = Tree(render(Report({}, (), (), (), (), (), ()))).text
    assert "No article was read, so nothing was compared" in text
    assert "Nothing needs" not in text


def test_the_same_report_gives_the_same_page() -> None:
    assert render(report()) == render(report())


def test_an_event_of_disputed_day_stands_at_the_earliest_with_all_days() -> None:
    base = report()
    undecided = replace(base, events=(base.events[1], replace(base.events[0], date=None)))
    text = Tree(render(undecided)).text
    assert "13 February 2024, night or 13 February 2024 or 14 February 2024 Sinking of the Halcyon" in text
