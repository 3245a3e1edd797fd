"""A document that is removed is gone with all that came of it; what is left is as if it had never been."""

import gzip
import random
import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from site_server import QUICK, Site, feed, ok, serving
from test_cli import REPORT, refused, rows, run
from test_lining import lined_up, put
from test_run import report
from warcio.archiveiterator import ArchiveIterator

from db import open_db, queries, removal
from db.archive import Archive, ArchiveDamaged, folder_of, read_capture
from db.erasure import erase
from db.errors import DatabaseLocked
from pipeline import lining, removing
from pipeline import run as running
from pipeline.disputes import crowds
from pipeline.memory import recall
from pipeline.sources import Reading, read_sources
from pipeline.verify import Figures, verify

PAGE = """<html><head><title>Strike on {town}</title></head><body><article>
<p>Ukraine's air force said on Tuesday that Russian drones had struck a power station near {town}.</p>
<p>{more}</p></article></body></html>"""
SECRET = "Quandilopsk"  # a word that stands nowhere else


@pytest.fixture
def site() -> Iterator[Site]:
    pages = {
        f"/{town}.html": ok(PAGE.format(town=town, more=f"It was told by {SECRET} in {town}."))
        for town in ("Nikopol", "Sumy", "Izium")
    }
    with serving({"/f.xml": feed("Nikopol", "Sumy", "Izium"), **pages}) as served:
        yield served


def read(db, site: Site) -> running.RunResult:
    """Read the feed as if hours had gone by since the last time."""
    db.execute("UPDATE addresses SET first = '2025-03-27T08:00:00Z', last = '2025-03-27T09:00:00Z'")
    return running.ingest(db, read_sources([f"{site.address}/f.xml"], Reading(QUICK, partial(recall, db))))


def kept(path: Path) -> dict[str, bytes]:
    """Return what a web archive reader finds in the archive: the content of each answer by its address."""
    found = {}
    for file in folder_of(path).iterdir():
        with file.open("rb") as opened:
            for record in ArchiveIterator(opened, check_digests="raise"):
                if record.rec_type == "response":
                    found[record.rec_headers.get_header("WARC-Target-URI")] = record.content_stream().read()
    return found


def test_the_document_goes_with_its_bytes_and_stays_away(tmp_path: Path, site: Site) -> None:
    path = tmp_path / "claims.db"
    with closing(open_db(path)) as db:
        assert read(db, site).new == 3
        before = kept(path)
        sizes = {file: file.stat().st_size for file in folder_of(path).iterdir()}
        version = queries.data_version(db)
        address = f"{site.address}/Sumy.html"
        done = removing.remove(db, removing.ids_of(db, address))
        assert str(done) == (
            "1 document removed, with 1 claim, 0 links, 0 failures and 1 kept page; 2 disputes lined up anew."
        )
        assert queries.data_version(db) != version
        assert kept(path) == {one: content for one, content in before.items() if one != address}
        assert sizes == {file: file.stat().st_size for file in folder_of(path).iterdir()}
        figures = Figures()
        assert list(verify(db, figures)) == [] and (figures.texts, figures.captures) == (2, 2)
        again = read(db, site)
        assert (again.documents, again.new, again.removed, again.unchanged) == (3, 0, 1, 2)
        assert set(kept(path)) == set(before) - {address}
        assert db.execute("SELECT count(*) FROM addresses").fetchone() == (4,)
        db.execute("UPDATE addresses SET first = '2025-03-27T08:00:00Z', last = '2025-03-27T09:00:00Z'")
        items = read_sources([address], Reading(QUICK, partial(recall, db)))
        assert running.ingest(db, removing.readmitted(db, items)).new == 1
        assert kept(path) == before


def test_no_word_of_it_is_left_in_any_file(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    secret = f"{SECRET} said on Tuesday that Russian drones had struck a power station in {SECRET}."
    with closing(open_db(path)) as db:
        changed = report("Sumy", text=f"{secret}\n\nIt is {SECRET}.")
        running.ingest(db, [report("Nikopol"), report("Sumy", text=secret), report("Izium")])
        running.ingest(db, [changed])
        assert queries.versions(db, changed.id)[0]["version"] == 1

        def holds() -> bool:
            return any(SECRET.lower().encode() in file.read_bytes().lower() for file in tmp_path.iterdir())

        assert holds()
        removing.remove(db, [changed.id])
        assert not holds()
    assert not holds()


def test_what_is_removed_while_it_is_read_again_stays_away(tmp_path: Path) -> None:
    with closing(open_db(tmp_path / "claims.db")) as db:
        running.ingest(db, [report("Nikopol"), report("Sumy")])

        def meanwhile() -> Iterator[Any]:
            yield report("Nikopol", text=report("Nikopol").text + "\n\nThis report was corrected.")
            removal.remove(db, ["doc-Nikopol"], crowds.RARE)
            yield report("Izium")

        result = running.ingest(db, meanwhile())
        assert (result.new, result.changed, result.removed) == (1, 0, 1)
        assert set(queries.document_ids(db)) == {"doc-Sumy", "doc-Izium"}


def test_a_locked_database_is_told_and_nothing_is_removed(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    with closing(open_db(path)) as db, closing(open_db(path, wait=0.1)) as other:
        running.ingest(db, [report("Nikopol")])
        db.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseLocked):
            removing.remove(other, ["doc-Nikopol"])
        db.rollback()
        assert queries.document_ids(db) == ["doc-Nikopol"]


@pytest.mark.parametrize("rare", [1, crowds.RARE])
@pytest.mark.parametrize("seed", range(2))
def test_what_is_left_is_lined_up_as_if_it_had_never_been(
    sampled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int, rare: int
) -> None:
    for module in (crowds, lining, removing):
        monkeypatch.setattr(module, "RARE", rare)
    shutil.copy(sampled, tmp_path / "whole.db")
    with (
        closing(open_db(tmp_path / "whole.db")) as whole,
        closing(open_db(tmp_path / "one.db")) as one,
        closing(open_db(tmp_path / "other.db")) as other,
    ):
        documents = {id: queries.document(whole, id) for id in queries.document_ids(whole)}
        claims = {id: queries.document_claims(whole, id) for id in documents}
        ids = [id for id, row in documents.items() if row["conflict"] in ("sudan", "india-pakistan")]
        gone = random.Random(seed).sample(ids, len(ids) // 3)
        for name in {documents[id]["conflict"] for id in ids}:
            for db in (one, other):
                running.put_conflict(db, name, set())
        for id in ids:
            put(one, documents, claims, id)
        lining.line_up(one)
        for id in set(ids) - set(gone):
            put(other, documents, claims, id)
        lining.line_up(other)
        assert lined_up(one) != lined_up(other)
        removing.remove(one, gone[:3])
        removing.remove(one, gone[3:])
        assert lined_up(one) == lined_up(other)


def test_what_too_many_told_to_be_tied_is_tied_again_when_fewer_tell_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (crowds, lining, removing):
        monkeypatch.setattr(module, "RARE", 3)
    told = "Russian guns shelled the Nikopol power station on Friday, Governor Serhii Lysak said."
    again = "Russia shelled the power station of Nikopol, Lysak repeated in his address number {}."
    days = [date(2025, 3, 29), date(2025, 4, 8), date(2025, 4, 17), date(2025, 4, 26)]
    reports = [
        report(f"{n}", text=again.format(n) if n else told, published=day) for n, day in enumerate(days)
    ]
    with closing(open_db(tmp_path / "one.db")) as one, closing(open_db(tmp_path / "other.db")) as other:
        running.ingest(one, reports)
        running.ingest(other, reports[:1] + reports[2:])
        assert len(lined_up(one)["disputes"]) > len(lined_up(other)["disputes"]) == 1
        removing.remove(one, [reports[1].id])
        assert lined_up(one) == lined_up(other)


# --- the bytes ---------------------------------------------------------------------------------------------


@settings(deadline=None, max_examples=25)
@example([b"a", b"", b"b"], 1)
@example([b"a", random.Random(1).randbytes(300_000), b"b"], 1)
@given(st.lists(st.binary(max_size=3000) | st.integers(65_000, 66_200).map(bytes), min_size=1, max_size=4),
       st.integers(0, 3))  # fmt: skip
def test_a_record_is_written_over_and_those_beside_it_stay(
    tmp_path_factory: pytest.TempPathFactory, contents: list[bytes], which: int
) -> None:
    folder = tmp_path_factory.mktemp("archive")
    archive = Archive(folder, 1)
    time = datetime(2025, 3, 27, tzinfo=UTC)
    captures = [
        {
            "address": f"https://news.example/{number}",
            **archive.keep(
                {
                    "address": f"https://news.example/{number}",
                    "time": time,
                    "content": content,
                    "headers": (),
                }
            ),
        }
        for number, content in enumerate(contents)
    ]
    archive.close()
    file = folder / archive.name
    size, which = file.stat().st_size, which % len(contents)
    for _ in range(2):  # one that was broken off is done again
        erase(folder, captures[which])
        assert file.stat().st_size == size
        for number, capture in enumerate(captures):
            if number != which:
                assert read_capture(folder, capture) == contents[number]
        with pytest.raises(ArchiveDamaged):
            read_capture(folder, captures[which])
    with file.open("rb") as opened:
        types = [record.rec_type for record in ArchiveIterator(opened, check_digests="raise")]
    assert types == ["warcinfo", *("response" if n != which else "metadata" for n in range(len(contents)))]
    assert b"was removed" in gzip.decompress(file.read_bytes())


def test_bytes_that_cannot_be_found_are_told(tmp_path: Path, site: Site) -> None:
    path = tmp_path / "claims.db"
    with closing(open_db(path)) as db:
        read(db, site)
        (file,) = folder_of(path).iterdir()
        file.write_bytes(b"\0" * file.stat().st_size)
        (done,) = removing.remove(db, removing.ids_of(db, f"{site.address}/Sumy.html")).documents
        assert done.pages == 0 and "no record can be read there" in done.damaged[0]
        file.unlink()
        (done,) = removing.remove(db, removing.ids_of(db, f"{site.address}/Izium.html")).documents
        assert done.damaged == []
        assert db.table("documents").count == 1


# --- the command -------------------------------------------------------------------------------------------


def test_a_document_is_named_by_id_or_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(REPORT, encoding="utf-8")
    Path("b.txt").write_text(REPORT.replace("Kursk", "Bryansk"), encoding="utf-8")
    run("ingest", "a.txt", "b.txt", "--db", "x.db")
    (one,), (other,) = rows(tmp_path / "x.db", "SELECT id FROM documents ORDER BY source")
    assert refused("remove", one, "c.txt", "--db", "x.db") == (
        "Error: There is no document 'c.txt' in the database: name it by its id, its address, or, if it has "
        "none, the file that it was read from."
    )
    assert rows(tmp_path / "x.db", "SELECT count(*) FROM documents") == [(2,)]
    told = run("remove", "./b.txt", "--db", "x.db").stdout.splitlines()
    assert told[0].startswith("b.txt: Each side says the other broke the pause (")
    assert told[1].startswith("1 document removed, with ")
    assert rows(tmp_path / "x.db", "SELECT id FROM documents") == [(one,)]
    again = run("ingest", "a.txt", "b.txt", "--db", "x.db")
    assert again.stdout == ("2 documents: 0 new, 0 changed, 1 unchanged, 1 left out; 0 claims; 0 failures.\n")
    assert again.stderr == "What was removed before is left out: `ingest --readmit` lets it in again.\n"
    run("ingest", "b.txt", "--readmit", "--db", "x.db")
    assert rows(tmp_path / "x.db", "SELECT id FROM documents ORDER BY source") == [(one,), (other,)]


def test_the_failures_of_a_document_go_with_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    run("ingest", tmp_path / "a.txt", "--db", tmp_path / "x.db")
    (tmp_path / "a.txt").write_text(f"Date: 27 March 2025\n\n{REPORT}", encoding="utf-8")
    run("ingest", tmp_path / "a.txt", tmp_path / "none.txt", "--db", tmp_path / "x.db", code=1)
    assert rows(tmp_path / "x.db", "SELECT count(*) FROM failures") == [(2,)]
    assert "1 failure and" in run("remove", tmp_path / "a.txt", "--db", tmp_path / "x.db").stdout
    assert rows(tmp_path / "x.db", "SELECT source FROM failures") == [(str(tmp_path / "none.txt"),)]


def test_the_sample_is_removed_as_a_whole(sampled: Path, tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    shutil.copy(sampled, path)
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    run("ingest", tmp_path / "a.txt", "--db", path)
    assert run("remove", "--sample", "--db", path).stdout.startswith("166 documents removed, with ")
    assert rows(path, "SELECT source FROM documents") == [(str(tmp_path / "a.txt"),)]
    assert refused("remove", "--sample", "--db", path) == "Error: The database holds nothing of the sample."


def test_remove_without_anything_to_remove_is_one_sentence(tmp_path: Path) -> None:
    for names in ((), ("a", "--sample")):
        assert "either the documents to remove or --sample" in refused("remove", *names, "--db", "none.db")
    assert "There is no database" in refused("remove", "a", "--db", tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()
