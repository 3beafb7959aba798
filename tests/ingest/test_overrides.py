"""``articles.csv`` beside the articles."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from discrepancy.ingest import read

TEXT = "Title: Footbridge falls\nSource: Valley Post\nPublished: 2021-03-14\n\nTwo walkers died on Monday, and the mayor was there."


def folder(path: Path, table: str) -> Path:
    for name in ("a.txt", "b.txt"):
        (path / name).write_text(TEXT)
    (path / "articles.csv").write_text(table)
    return path


def test_cells_override_and_empty_cells_do_not(tmp_path: Path) -> None:
    table = "path,outlet,published,zone,url\na.txt,Dawn,2021-03-15T09:00,,https://dawn.com/x\nb.txt,,,Asia/Tehran,\n"
    inputs = read(folder(tmp_path, table))
    assert inputs.unreadable == ()
    first, second = inputs.documents
    assert first.outlet is not None and (first.outlet.value, first.outlet.came_from) == ("Dawn", "file articles.csv")
    assert first.published is not None and first.published.value.first == date(2021, 3, 15)
    assert first.url is not None and first.zone is not None and first.zone.value == "Asia/Karachi"
    assert second.outlet is not None and second.outlet.value == "Valley Post"
    assert second.zone is not None and second.zone.value == "Asia/Tehran"


def test_faults_name_their_line_and_the_rest_holds(tmp_path: Path) -> None:
    table = "path,outlet,published,mood\na.txt,Dawn,14.3.2021,\nc.txt,Dawn,,\na.txt,Again,,\n,Dawn,,\n"
    inputs = read(folder(tmp_path, table))
    told = {fault.path.rpartition(":")[2]: fault.reason for fault in inputs.unreadable}
    assert "unknown column 'mood'" in told["1"]
    assert "'14.3.2021' is not a day" in told["2"]
    assert "no article 'c.txt'" in told["3"]
    assert "twice" in told["4"]
    assert "no path" in told["5"]
    assert inputs.documents[0].outlet is not None and inputs.documents[0].outlet.value == "Dawn"


def test_a_table_without_a_path_column(tmp_path: Path) -> None:
    inputs = read(folder(tmp_path, "file,outlet\na.txt,Dawn\n"))
    assert "must name the columns" in inputs.unreadable[0].reason
    assert len(inputs.documents) == 2


def test_a_group_named_na_stays_na(tmp_path: Path) -> None:
    inputs = read(folder(tmp_path, "path,outlet\na.txt,NA\n"))
    assert inputs.documents[0].outlet is not None and inputs.documents[0].outlet.value == "NA"
