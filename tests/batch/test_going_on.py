"""A batch goes on where it was: after a kill, with an edited rule, with a new day."""

from __future__ import annotations

import json
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sets_of_articles import batch, findings, made_up_news

from discrepancy.batch.folder import Taken
from discrepancy.batch.parts import rows
from discrepancy.rulebook import Rulebook, rulebook

BATCH = (sys.executable, "-m", "discrepancy_main", "--project", "none", "batch")


def test_what_is_done_is_kept(articles: Path, rules: Rulebook, done: Path, tmp_path: Path) -> None:
    out = Path(shutil.copytree(done, tmp_path / "out"))
    _, _, seen = batch(articles, out, rules)
    assert all(seen.kept().values())
    assert (out / "findings.jsonl").read_bytes() == (done / "findings.jsonl").read_bytes()


def test_one_article_more_leaves_the_other_parts_alone(rules: Rulebook, tmp_path: Path) -> None:
    source = tmp_path / "news.jsonl"
    lines = [json.dumps({"doc_id": f"a{number}", "text": f"Two people died in the fire at mill {number}."}) for number in range(300)]
    source.write_text("\n".join(lines))
    manifest, _, _ = batch(source, tmp_path / "out", rules)
    assert len(manifest.parts) > 2
    source.write_text("\n".join([json.dumps({"doc_id": "first", "text": "The storm of 2 March took the roof of a barn."}), *lines]))
    _, _, seen = batch(source, tmp_path / "out", rules)
    assert (seen.stages["readings"].kept, seen.stages["readings"].done) == (len(manifest.parts) - 1, len(manifest.parts))


def test_an_edited_table_of_decisions_compares_again_and_reads_nothing_again(
    articles: Path, rules: Rulebook, done: Path, tmp_path: Path
) -> None:
    overlay = tmp_path / "rules"
    overlay.mkdir()
    (overlay / "quiet.yaml").write_text(
        "kind: decisions\nrules:\n  - {id: decide.bound, off: a bound far below is no news to this desk}\n", encoding="utf-8"
    )
    out = Path(shutil.copytree(done, tmp_path / "out"))
    _, _, seen = batch(articles, out, rulebook(overlay))
    assert {name for name, kept in seen.kept().items() if not kept} == {"findings"}
    assert len(findings(out)) <= len(findings(done))


def test_a_batch_of_another_rulebook_is_the_batch_made_anew(articles: Path, done: Path, tmp_path: Path) -> None:
    overlay = tmp_path / "rules"
    overlay.mkdir()
    (overlay / "spelling.yaml").write_text(
        "kind: link-threshold\nrules:\n  - {id: link.threshold, link: 9, near_days: 3, far_days: 8, crowd: 40, chance: 0.1}\n"
    )
    own = rulebook(overlay)
    out = Path(shutil.copytree(done, tmp_path / "out"))
    _, _, seen = batch(articles, out, own)
    assert seen.kept()["readings"] and not seen.kept()["links"]
    batch(articles, tmp_path / "anew", own)
    assert (
        (out / "findings.jsonl").read_bytes()
        == (tmp_path / "anew" / "findings.jsonl").read_bytes()
        != (done / "findings.jsonl").read_bytes()
    )


def test_a_new_day_tells_only_what_is_new(rules: Rulebook, tmp_path: Path) -> None:
    records = [record for record, _ in made_up_news().articles(60, characters=300)]
    first, second = tmp_path / "first.jsonl", tmp_path / "second.jsonl"
    first.write_text("\n".join(map(json.dumps, records[:40])))
    second.write_text("\n".join(map(json.dumps, records[40:])))
    batch([first, second], tmp_path / "whole", rules)
    manifest, _, _ = batch(first, tmp_path / "out", rules)
    assert manifest.articles == 40
    known = {finding["id"] for finding in findings(tmp_path / "out")}
    manifest, told, _ = batch([second], tmp_path / "out", rules, append=True)
    assert manifest.articles == 60
    whole, both = findings(tmp_path / "whole"), findings(tmp_path / "out")
    assert [{**one, "baseline": ""} for one in both] == whole
    new = [json.loads(line) for line in (tmp_path / "out" / "new.jsonl").read_text().splitlines()]
    assert {one["id"] for one in new} == {one["id"] for one in whole} - known
    assert sum(told.fresh.values()) == len(new) > 0
    # The same articles again are there already, and bring nothing.
    manifest, told, _ = batch([second], tmp_path / "out", rules, append=True)
    assert manifest.articles == 60 and not told.fresh


def test_only_a_finished_batch_is_appended_to(articles: Path, rules: Rulebook, tmp_path: Path) -> None:
    with pytest.raises(Taken, match="no finished batch"):
        batch(articles, tmp_path / "out", rules, append=True)


def killed(articles: Path, out: Path, times: int, jobs: int, seed: int) -> None:
    """Starts the batch, kills its process after a while, and again, and lets the last one end."""
    draw = random.Random(seed)
    for _ in range(times):
        process = subprocess.Popen(
            [*BATCH, str(articles), "-o", str(out), "--jobs", str(jobs)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(draw.uniform(0.3, 6.0))
        process.kill()
        process.wait()
    ended = subprocess.run([*BATCH, str(articles), "-o", str(out), "--jobs", str(jobs)], capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr


def test_a_killed_batch_goes_on_and_is_complete(articles: Path, done: Path, tmp_path: Path) -> None:
    killed(articles, tmp_path / "out", 1, 1, seed=1)
    assert (tmp_path / "out" / "findings.jsonl").read_bytes() == (done / "findings.jsonl").read_bytes()
    assert not list((tmp_path / "out").rglob("*.part"))


@pytest.mark.nightly
def test_a_batch_killed_at_ten_moments_goes_on_and_is_complete(articles: Path, done: Path, tmp_path: Path) -> None:
    killed(articles, tmp_path / "out", 10, 2, seed=2)
    for name in ("findings.jsonl", "findings.csv"):
        assert (tmp_path / "out" / name).read_bytes() == (done / name).read_bytes()
    held = [[row["id"] for path in sorted((of / "claims").glob("*")) for row in rows(path)] for of in (tmp_path / "out", done)]
    assert sorted(held[0]) == sorted(held[1])


def test_ctrl_c_leaves_a_state_to_go_on_from(articles: Path, tmp_path: Path) -> None:
    process = subprocess.Popen(
        [*BATCH, str(articles), "-o", str(tmp_path / "out")], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    for _ in range(600):
        if (tmp_path / "out" / "manifest.json").exists():
            break
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "the same call goes on from there" in said
