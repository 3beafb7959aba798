"""Exports for other programs, each held against its public schema or a program that reads it."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from made_up import HOSTILE, hostile, report
from openpyxl import load_workbook
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as OfficialSarif
from pyld import jsonld

from discrepancy.cli import run
from discrepancy.report import FORMATS, MissingLibrary, claimreview, incidents, render, sarif, web_annotations, workbook


def test_sarif_marks_single_origins_and_tells_the_versions() -> None:
    results = json.loads(sarif.render(report()))["runs"][0]["results"]
    (one,) = [result for result in results if result["properties"]["id"] == "f1"]
    assert one["message"]["text"].endswith("Single origin: 12 (one origin, printed by 2 articles); 9 (one origin).")
    assert one["properties"]["singleOrigin"] == ["12", "9"]
    assert one["properties"]["ledger"] == ["9, counted by Norlines (Island Daily)", "12, up from 9 (Capital Wire)"]


ANNOTATION_TERMS = {
    "oa": "http://www.w3.org/ns/oa#",
    "as": "http://www.w3.org/ns/activitystreams#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    "Annotation": "oa:Annotation",
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    "TextualBody": "oa:TextualBody",
    "TextPositionSelector": "oa:TextPositionSelector",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "commenting": "oa:commenting",
    "questioning": "oa:questioning",
    "tagging": "oa:tagging",
    "describing": "oa:describing",
    "body": {"@type": "@id", "@id": "oa:hasBody"},
    "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"},
    "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
    "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
    "start": {"@type": "xsd:nonNegativeInteger", "@id": "oa:start"},
    "end": {"@type": "xsd:nonNegativeInteger", "@id": "oa:end"},
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "value": "rdf:value",
    "format": "dc:format",
    "language": "dc:language",
    "label": "rdfs:label",
    "first": {"@type": "@id", "@id": "as:first"},
    "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
    "startIndex": {"@type": "xsd:nonNegativeInteger", "@id": "as:startIndex"},
    "total": {"@type": "xsd:nonNegativeInteger", "@id": "as:totalItems"},
}
"""The terms of the W3C's Web Annotation context that a collection of ours uses; a term left out would vanish on expansion."""


def nearby(url: str, options: dict[str, Any] | None = None) -> dict[str, Any]:
    """Gives the processor the context without a network."""
    if url == claimreview.CONTEXT:  # schema.org's context is one vocabulary, and types for some of its terms
        return {
            "contextUrl": None, "documentUrl": url, "contentType": "application/ld+json",
            "document": {"@context": {"@vocab": "https://schema.org/", "url": {"@type": "@id"}, "datePublished": {"@type": "Date"}}},
        }  # fmt: skip
    assert url == web_annotations.CONTEXT
    return {"contextUrl": None, "documentUrl": url, "contentType": "application/ld+json", "document": {"@context": ANNOTATION_TERMS}}


@pytest.mark.parametrize("made", [report, hostile], ids=["report", "hostile"])
def test_sarif_keeps_to_the_official_schema(made) -> None:
    log = json.loads(sarif.render(made()))
    OfficialSarif.model_validate(log)
    del log["runs"][0]["tool"]
    with pytest.raises(ValueError, match="tool"):
        OfficialSarif.model_validate(log)


def test_annotations_expand_to_triples() -> None:
    collection = json.loads(web_annotations.render(report()))
    (expanded,) = jsonld.expand(collection, {"documentLoader": nearby})
    assert expanded["@type"] == ["http://www.w3.org/ns/activitystreams#OrderedCollection"]
    (page,) = expanded["http://www.w3.org/ns/activitystreams#first"]
    items = page["http://www.w3.org/ns/activitystreams#items"][0]["@list"]
    claims = [id for finding in report().findings for camp in finding.camps for id in camp.claims]
    assert len(items) == len(claims) == collection["total"]
    texts = {document.path: document.text for document in report().articles}
    for item, plain in zip(items, collection["first"]["items"], strict=True):
        assert item["@type"] == ["http://www.w3.org/ns/oa#Annotation"]
        assert item["http://www.w3.org/ns/oa#motivatedBy"][0]["@id"].startswith("http://www.w3.org/ns/oa#")
        position, quote = plain["target"]["selector"]
        source = plain["target"]["source"]
        if source in texts:
            assert texts[source][position["start"] : position["end"]] == quote["exact"]
        else:
            assert source == "https://harbour-post.example/ferry"
    assert len({item["@id"] for item in items}) == len(items)


def test_an_address_of_an_article_is_no_script() -> None:
    sources = {item["target"]["source"] for item in web_annotations.as_collection(hostile())["first"]["items"]}
    assert sources == {"articles/bad.txt"}


def test_only_what_editors_resolved_is_reviewed_and_nothing_is_rated() -> None:
    made = report()
    assert claimreview.as_graph(made)["@graph"] == []
    states = ("resolved", "confirmed", "dismissed")
    findings = tuple(
        replace(one, state=state, chosen="12" if state == "resolved" else "", ruled=f"{state.capitalize()} by kim on 2024-02-20.")
        for one, state in zip(made.findings, states, strict=True)
    )
    text = claimreview.render(replace(made, findings=findings))
    assert "kim" not in text
    assert "ating" not in text
    expanded = jsonld.expand(json.loads(text), {"documentLoader": nearby})
    reviews = [one for one in expanded if one["@type"] == ["https://schema.org/ClaimReview"]]
    assert len(reviews) == 3  # one a claim of the resolved finding
    for review in reviews:
        assert review["https://schema.org/reviewBody"][0]["@value"].endswith("After review: 12.")
        (claim,) = review["https://schema.org/itemReviewed"]
        assert claim["@type"] == ["https://schema.org/Claim"]
        (article,) = claim["https://schema.org/appearance"]
        assert article["https://schema.org/url"]
    quotes = [review["https://schema.org/itemReviewed"][0]["https://schema.org/text"][0]["@value"] for review in reviews]
    assert quotes[0].startswith("At least 12 people died when the ferry")


def test_a_workbook_has_a_sheet_for_each_view() -> None:
    data = workbook.render(report())
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert packed.read("docProps/core.xml").count(b">1980-01-01T00:00:00Z<") == 2
    assert data == workbook.render(report())
    book = load_workbook(io.BytesIO(data))
    assert book.sheetnames == [
        "Findings", "Who says what", "Claims", "Events", "Names", "Consensus", "Not compared", "Numbers and dates left", "Articles",
    ]  # fmt: skip
    findings = list(book["Findings"].iter_rows(values_only=True))
    assert [row[1] for row in findings] == ["level", "error", "warning", "note"]
    claims = list(book["Claims"].iter_rows(values_only=True))
    low = claims[0].index("low")
    assert (claims[1][low], type(claims[1][low])) == (12, int)
    names = [row for row in book["Names"].iter_rows(values_only=True) if row[1] == "Port Maren"]
    assert [(row[3], row[5]) for row in names] == [("Port Maren", 2), ("Port Marenn", 1)]
    assert tuple(row[3] for row in book["Names"].iter_rows(values_only=True) if row[1] == "NA") == ("NA",)


def test_no_cell_is_a_formula() -> None:
    made = hostile()
    book = load_workbook(io.BytesIO(workbook.render(replace(made, run={"version": "=1+1"}))))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert not [cell.coordinate for cell in cells if cell.data_type == "f"]
    assert any("=1+1" in str(cell.value) for cell in cells)
    with zipfile.ZipFile(io.BytesIO(workbook.render(made))) as packed:
        assert not [name for name in packed.namelist() if re.search(rb"<f[ >]", packed.read(name))]


def test_events_follow_the_columns_of_conflict_data() -> None:
    made = report()
    first = replace(made.events[0], place_sort="city", country="Norland")
    rows = list(csv.DictReader(io.StringIO(incidents.events_csv(replace(made, events=(first, *made.events[1:]))))))
    halcyon, inquiry = rows
    assert (halcyon["killed_low"], halcyon["killed_best"], halcyon["killed_high"]) == ("9", "12", "12")
    assert (halcyon["date_start"], halcyon["date_end"], halcyon["date_prec"]) == ("2024-02-13", "2024-02-13", "1")
    assert (halcyon["where_prec"], halcyon["country"], halcyon["grade"]) == ("1", "Norland", "contested")
    assert halcyon["disputed"] == "date; killed" or halcyon["disputed"] == "killed; date"
    assert halcyon["source_office"] == "Harbour Post; Island Daily; Capital Wire"
    assert (inquiry["date_prec"], inquiry["killed_best"], inquiry["number_of_sources"]) == ("", "", "1")


def test_a_disputed_day_spans_all_that_is_told() -> None:
    made = report()
    (halcyon, _) = incidents.event_rows(replace(made, events=(replace(made.events[0], date=None), made.events[1])))
    assert (halcyon["date_start"], halcyon["date_end"], halcyon["date_prec"]) == ("2024-02-13", "2024-02-14", 2)


@pytest.mark.parametrize("format", sorted(set(FORMATS) - {"word"}))  # comments need a Word draft
def test_every_format_takes_hostile_text(format: str) -> None:
    assert all(render(hostile(), format).values())


def test_a_format_without_its_library_is_refused_before_anything_is_checked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("discrepancy.report.find_spec", lambda name: None if name == "openpyxl" else name)
    with pytest.raises(MissingLibrary, match=r"'xlsx' needs openpyxl: pip install 'discrepancy\[office\]'"):
        render(report(), "xlsx")
    monkeypatch.setattr("discrepancy.pipeline.check", None)  # not reached
    assert run(["check", str(tmp_path), "--format", "json,xlsx", "-o", str(tmp_path / "out")]) == 2
    assert "needs openpyxl" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_hostile_events_are_no_formula() -> None:
    for line in csv.reader(io.StringIO(incidents.events_csv(hostile()))):
        assert not [cell for cell in line if cell[:1] in ("=", "+", "@")]
    assert HOSTILE.split("|")[0].strip()[:8] in incidents.events_csv(hostile())
