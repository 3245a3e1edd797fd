"""A run: each document whole or not at all, the same twice over, and one bad document stops nothing."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from stories import contents

from db import open_db, queries
from db.errors import DatabaseLocked
from db.export import csv_lines
from db.filter import ClaimFilter
from pipeline import run
from pipeline.claims import extract
from pipeline.conflict import UnknownConflict, load_conflict
from pipeline.language import load_model
from pipeline.records import Document, Failure
from pipeline.version import extractor_version
from views.parts import evidence

ALL = ClaimFilter()
TOWNS = ("Nikopol", "Izium", "Sumy", "Kupiansk", "Orikhiv", "Marhanets")


def report(town: str, **more) -> Document:
    """Return a document of our own on a strike that one side alleges and the other denies."""
    text = (
        f"Ukraine's air force said on Tuesday that Russian drones had struck a power station near {town}.\n\n"
        f"Russia's defence ministry denied that it had attacked {town}."
    )
    fields = {
        "id": f"doc-{town}",
        "title": f"Strike on {town}",
        "published": date(2025, 3, 26),
        "language": "en",
    }
    return Document(
        **{"text": text, "url": f"https://news.example/{town}", "conflict": "ukraine", **fields, **more}
    )


@pytest.fixture
def db(tmp_path: Path):
    with closing(open_db(tmp_path / "claims.db")) as opened:
        yield opened


def figures(result: run.RunResult) -> tuple[int, int, int, int, int]:
    return result.documents, result.new, result.changed, result.unchanged, result.failed


def test_what_is_stored_is_what_is_extracted(db) -> None:
    one = report("Nikopol")
    result = run.ingest(db, [one])
    expected = extract(one, load_model(), load_conflict("ukraine"))
    assert len(expected) >= 2
    stored = queries.document_claims(db, one.id)
    assert [
        (c["sentence"], c["stance"], c["claimant"], c["accused"], tuple(c["regions"])) for c in stored
    ] == [(c.sentence, c.stance, c.claimant, c.accused, c.regions) for c in expected]
    assert figures(result) == (1, 1, 0, 0, 0)
    assert result.claims == len(expected)


def test_a_document_brings_the_data_of_its_conflict(db) -> None:
    run.ingest(db, [report("Nikopol")])
    conflict = load_conflict("ukraine")
    (stored,) = queries.conflicts(db)
    assert (stored["title"], tuple(stored["sides"])) == (conflict.title, conflict.sides)
    assert {row["name"] for row in queries.parties(db, "ukraine")} == set(conflict.own)
    assert len(queries.agreements(db, "ukraine")) == len(conflict.agreements)
    assert db.table("regions").count >= len(conflict.gazetteer.regions)


def test_twice_is_once(db) -> None:
    documents = [report(town) for town in TOWNS]
    run.ingest(db, documents)
    before = contents(db)
    assert figures(run.ingest(db, documents)) == (6, 0, 0, 6, 0)
    assert figures(run.ingest(db, [replace(d, conflict=None) for d in documents])) == (6, 0, 0, 6, 0)
    assert contents(db) == before


def test_a_corrected_document_takes_the_place_of_the_first(db) -> None:
    run.ingest(db, [report("Nikopol")])
    result = run.ingest(db, [report("Nikopol", text="Nothing happened.")])
    assert figures(result) == (1, 0, 1, 0, 0)
    assert queries.count_claims(db, ALL) == 0


def test_what_fails_is_a_row_and_the_rest_goes_on(db) -> None:
    bad = report("Izium", text="Half a pair: \ud800. Kyiv said that Russia had struck Izium.")
    worse = report("Orikhiv", id="doc-\ud800", url=None, title="Half \ud800 too")
    documents = [report("Nikopol"), Failure("b.txt", "It is empty."), bad, worse, report("Sumy")]
    result = run.ingest(db, documents)
    assert figures(result) == (4, 2, 0, 0, 3)
    assert {row["source"]: row["reason"] for row in queries.failures(db)}["b.txt"] == "It is empty."
    assert all(failure.reason.endswith(".") for failure in result.failures)
    assert queries.document_ids(db) == ["doc-Nikopol", "doc-Sumy"]
    (told,) = queries.runs(db)
    assert (told["documents"], told["new"], told["failed"], told["extractor"]) == (
        4,
        2,
        3,
        extractor_version(),
    )
    assert told["finished"]


def test_an_unknown_conflict_is_told_before_anything_is_read(db) -> None:
    def never() -> Iterator[Document]:
        raise AssertionError("read")
        yield

    with pytest.raises(UnknownConflict, match="no conflict 'moon'"):
        run.ingest(db, never(), "moon")
    assert queries.runs(db) == []


def test_the_conflict_that_is_given_outranks_the_one_that_a_document_names(db) -> None:
    run.ingest(db, [report("Nikopol", conflict="sudan"), report("Sumy", conflict="no such war")], "ukraine")
    run.ingest(db, [report("Izium", conflict="no such war"), report("Orikhiv", conflict=None)])
    assert {row["conflict"] for row in db.table("documents").rows} == {"ukraine"}


def test_a_document_without_a_date_has_claims_without_a_day(db) -> None:
    run.ingest(db, [report("Nikopol", published=None)])
    days = {row["day"] for row in queries.iter_claims(db, ALL)}
    assert days == {None}
    assert queries.document(db, "doc-Nikopol")["published"] is None


def test_another_language_is_kept_and_told(db) -> None:
    other = report("Sumy", text="Die Stadt lag am Morgen im Dunkeln, sagte der Rat.", language="de")
    result = run.ingest(db, [report("Nikopol"), other])
    assert queries.document(db, "doc-Sumy")["language"] == "de"
    assert queries.document_claims(db, "doc-Sumy") == []
    assert ["(de)" in failure.reason for failure in result.failures] == [True]
    assert run.ingest(db, [other]).failures == []


def test_claims_are_derived_anew_from_what_is_stored(db) -> None:
    run.ingest(db, [report(town) for town in TOWNS])
    before = contents(db)
    assert figures(run.extract_again(db)) == (6, 0, 0, 6, 0)
    assert contents(db) == before
    with db.atomic():
        db.execute("DELETE FROM claims WHERE document = 'doc-Sumy'")
    assert figures(run.extract_again(db)) == (6, 0, 1, 5, 0)
    ids = [{row[1] for row in state["claims"]} for state in (before, contents(db))]
    assert ids[0] == ids[1]


def test_only_stale_claims_are_derived_anew_if_so_asked(db) -> None:
    run.ingest(db, [report(town) for town in TOWNS])
    assert run.extract_again(db, stale_only=True).documents == 0
    db.execute("UPDATE documents SET extractor = 'older' WHERE id = 'doc-Sumy'")
    assert figures(run.extract_again(db, stale_only=True)) == (1, 0, 0, 1, 0)
    assert queries.document_ids(db, other_than=extractor_version()) == []


def test_progress_is_told_once_for_each(db) -> None:
    told = []
    documents = [report("Nikopol"), Failure("b.txt", "It is empty."), report("Nikopol")]
    run.ingest(db, documents, progress=lambda: told.append(1))
    assert len(told) == 3


def test_a_locked_database_is_told(tmp_path: Path, db) -> None:
    with closing(open_db(tmp_path / "claims.db", wait=0.1)) as other:
        db.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseLocked):
            run.ingest(other, [report("Nikopol")])
        db.rollback()


def stopped(path: Path, end: signal.Signals, workers: int = 1, rounds: int = 20) -> list[str]:
    """Read many documents in a process of its own, end it by a signal, and return what it has stored."""
    program = (
        "import sys\nfrom db import open_db\nfrom pipeline import parallel, reader, run\n"
        "from test_run import many\n"
        "reader.read_together(many()[:1])\n"  # the workers are copies of a process that has loaded all
        "documents = many(int(sys.argv[3]))\n"
        "run.ingest(open_db(sys.argv[1]), documents, workers=parallel.Processes(int(sys.argv[2])))\n"
    )
    root = Path(__file__).parent.parent
    environment = {**os.environ, "PYTHONPATH": f"{root}{os.pathsep}{root / 'tests'}"}
    log = path.with_suffix(".log")
    with log.open("w") as told:
        process = subprocess.Popen(
            [sys.executable, "-X", "faulthandler", "-c", program, path, str(workers), str(rounds)],
            env=environment,
            stderr=told,
        )
    with closing(open_db(path)) as db:
        until = time.monotonic() + 60
        while db.table("documents").count < 5 and process.poll() is None and time.monotonic() < until:
            time.sleep(0.01)
        process.send_signal(end)
        try:
            process.wait(timeout=20)  # Ctrl-C waits for nothing that a worker still reads
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGABRT)  # so that it tells what each of its threads waits for
            process.wait()
            pytest.fail(f"It did not end.\n{log.read_text()}")
        stored = queries.document_ids(db)
        assert 5 <= len(stored) < len(many(rounds))
        for id in stored:
            assert len(queries.document_claims(db, id)) >= 2
        assert queries.runs(db)[0]["finished"] is None
    return stored


def test_a_killed_run_has_stored_each_document_whole_and_the_next_goes_on(tmp_path: Path) -> None:
    path, whole = tmp_path / "claims.db", tmp_path / "whole.db"
    stored = stopped(path, signal.SIGKILL)
    with closing(open_db(path)) as db:
        result = run.ingest(db, many())
        assert (result.unchanged, result.new) == (len(stored), len(many()) - len(stored))
        with closing(open_db(whole)) as other:
            run.ingest(other, many())
            ours, theirs = contents(db), contents(other)
    del ours["data_version"], theirs["data_version"]
    assert ours == theirs


def test_ctrl_c_leaves_each_document_whole_and_waits_for_no_worker(tmp_path: Path) -> None:
    stopped(tmp_path / "claims.db", signal.SIGINT, workers=2, rounds=60)


def many(rounds: int = 20) -> list[Document]:
    """Return more documents than are read before the run is killed."""
    return [report(town, id=f"doc-{town}-{n:02}", url=None) for n in range(rounds) for town in TOWNS]


def test_what_made_a_claim_is_stored_with_it_and_leaves_with_it(db) -> None:
    run.ingest(db, map(report, TOWNS))
    claims = list(queries.iter_claims(db, ALL))
    for claim in claims:
        text = queries.document(db, claim["document"])["text"]
        grounds = json.loads(claim["grounds"])
        assert claim["entries"] == list(dict.fromkeys(entry for entry, *_ in grounds))
        assert any(entry.startswith("reporting:") for entry in claim["entries"])
        assert all(text[start:end].strip() for _, start, end in grounds)
        assert len(evidence.marks_of(claim, [])) > 2
    assert "reporting:say" in "".join(csv_lines(claims, ["id", "entries"]))
