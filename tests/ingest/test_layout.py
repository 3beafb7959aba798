"""Pages of our own making, each with the layout of a kind of page that is met."""

from __future__ import annotations

from discrepancy.ingest import inputs_from_records
from discrepancy.model.text import Document

BODY = (
    "A footbridge over the Elbow river gave way on Monday, killing two walkers and injuring five others, the fire "
    "brigade said.\n\nDivers searched the water until dark, and the mayor asked people to stay away from the banks."
)


def page(text: str, **told: str) -> Document:
    inputs = inputs_from_records([{"doc_id": "a", "text": text, **told}])
    assert not inputs.unreadable, inputs.unreadable
    return inputs.documents[0]


def kinds(document: Document) -> list[tuple[str, str]]:
    """Each block's kind and its first words."""
    return [(block.kind, " ".join(block.span.of(document.text).split()[:3])) for block in document.blocks]


def test_full_top_of_a_page() -> None:
    document = page(
        "Footbridge collapses into the Elbow\n\nTwo walkers dead as divers search the river until nightfall.\n"
        "Footbridge collapses into the Elbow\n"
        "The footbridge, seen on June 27, 2012. (Ann Shutter/Reuters)\n"
        "Bob Scribe\n3/14/2021\nUpdated:\n3/15/2021\n0:00\n\n" + BODY + "\n\nReuters contributed to this report."
    )
    assert kinds(document) == [
        ("headline", "Footbridge collapses into"),
        ("standfirst", "Two walkers dead"),
        ("headline", "Footbridge collapses into"),
        ("caption", "The footbridge, seen"),
        ("byline", "Bob Scribe"),
        ("stamp", "3/14/2021"),
        ("stamp", "Updated:"),
        ("stamp", "3/15/2021"),
        ("stamp", "0:00"),
        ("body", "A footbridge over"),
        ("body", "Divers searched the"),
        ("credit", "Reuters contributed to"),
    ]


def test_dateline_is_taken_off_the_first_paragraph() -> None:
    document = page("SPRINGFIELD (AP) — " + BODY)
    assert kinds(document)[:2] == [("dateline", "SPRINGFIELD (AP) —"), ("body", "A footbridge over")]


def test_header_block() -> None:
    document = page("Title: Footbridge collapses\nSource: Valley Post\nSection: Local\nPublished: 2021-03-14\n\n" + BODY)
    assert kinds(document)[:4] == [
        ("headline", "Footbridge collapses"),
        ("boilerplate", "Valley Post"),
        ("boilerplate", "Local"),
        ("stamp", "2021-03-14"),
    ]


def test_prose_that_begins_with_a_label_is_no_header() -> None:
    document = page("Source: officials of the fire brigade. " + BODY)
    assert {block.kind for block in document.blocks} == {"body"}


def test_breadcrumbs_and_site_name_glued_to_the_headline() -> None:
    document = page(
        (
            "HomeRegionFootbridge collapses into river\n\nFootbridge collapses into "
            "river\n\nFootbridge collapses into river | Valley Post\n\n"
        )
        + BODY
    )
    assert [kind for kind, _ in kinds(document)][:4] == ["boilerplate", "headline", "headline", "boilerplate"]
    assert document.outlet is not None and document.outlet.value == "Valley Post"


def test_below_the_article() -> None:
    below = [
        "**The views expressed here are the writer's and need not be those of The Valley Post.",
        "Bob Scribe",
        "Bob Scribehttps://valleypost.example/",
        "Bob Scribe is a writer who walks a lot and lives in the hills with two dogs and an old car.",
        "Follow us",
        "Most Popular",
        "Ten walks by the river",
    ]
    document = page("Footbridge collapses into river\n\n" + BODY + "\n\n" + "\n".join(below))
    assert kinds(document)[1:] == [
        ("body", "A footbridge over"),
        ("body", "Divers searched the"),
        ("boilerplate", "**The views expressed"),
        ("byline", "Bob Scribe"),
        ("boilerplate", "Bob Scribehttps://valleypost.example/"),
        ("boilerplate", "Bob Scribe is"),
        ("boilerplate", "Follow us"),
        ("boilerplate", "Most Popular"),
        ("boilerplate", "Ten walks by"),
    ]
    assert document.outlet is not None and document.outlet.value == "The Valley Post"


def test_links_amid_the_article_do_not_end_it() -> None:
    first, second = BODY.split("\n\n")
    document = page(f"Footbridge collapses into river\n\n{first}\n\nRelated articles\nTen walks by the river\n\n{second}")
    assert [kind for kind, _ in kinds(document)] == ["headline", "body", "boilerplate", "boilerplate", "body"]


def test_dates_that_head_the_entries_of_a_chronicle_are_the_articles_own() -> None:
    later = "The council met and said that all of the other bridges were safe."
    document = page(f"A year of bridges\n\n{BODY}\n\nMarch 14, 2021\n\n{BODY.upper()}\n\nMarch 20, 2021\n\n{later}")
    assert ("body", "March 14, 2021") in kinds(document) and ("body", "March 20, 2021") in kinds(document)
    assert document.published is None


def test_hard_wrapped_lines_make_one_paragraph() -> None:
    wrapped = (
        "Footbridge collapses into river\n\n"
        "A footbridge over the Elbow river gave way on Monday, killing two\n"
        "walkers and injuring five others, the fire brigade of the district\n"
        "said. Divers searched the water until dark, and the mayor asked all\n"
        "people to stay away from the banks.\n\n"
        "The bridge was built in 1961 and was last looked at by the office in\n"
        "charge two years ago, when no fault was found in any of its beams by\n"
        "the two engineers who came for a day to see it.\n"
    )
    document = page(wrapped)
    assert [kind for kind, _ in kinds(document)] == ["headline", "body", "body"]


def test_a_paragraph_printed_twice_is_read_once() -> None:
    first, second = BODY.split("\n\n")
    document = page(f"{first}\n\n{second}\n\n{first}")
    assert [kind for kind, _ in kinds(document)] == ["body", "body", "boilerplate"]


def test_flattened_page() -> None:
    title = "Footbridge collapses into river"
    document = page(f"{title} AFP Sunday 14 Mar 2021 {BODY.replace(chr(10), ' ')}", title=title)
    assert kinds(document) == [
        ("headline", "Footbridge collapses into"),
        ("credit", "AFP"),
        ("stamp", "Sunday 14 Mar"),
        ("body", "A footbridge over"),
    ]


def test_a_date_that_belongs_to_the_first_sentence_stays_in_it() -> None:
    document = page("14 March 2021 was the day on which the old footbridge fell. " + BODY)
    assert [kind for kind, _ in kinds(document)] == ["body", "body"]


def test_one_sentence_is_an_article() -> None:
    assert kinds(page("Two walkers died when a footbridge gave way.")) == [("body", "Two walkers died")]


def test_an_article_that_looks_like_a_caption_is_still_an_article() -> None:
    document = page("Divers search the river below the old footbridge after two walkers died there on Monday. (Photo: Ann Shutter)")
    assert [kind for kind, _ in kinds(document)] == ["body"]
