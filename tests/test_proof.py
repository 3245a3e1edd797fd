"""What is kept as proof: the bytes, the versions of a report, their hashes, and that all of it is checked."""

import hashlib
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from serving import on_a_port
from site_server import QUICK, Site, feed, ok, serving
from stories import contents
from typer.testing import CliRunner
from warcio.archiveiterator import ArchiveIterator

from db import open_db, queries
from db.archive import folder_of
from db.filter import ClaimFilter
from pipeline import run
from pipeline.__main__ import app
from pipeline.memory import recall
from pipeline.sources import Reading, read_sources
from pipeline.verify import Figures, verify
from views import proofs

PAGE = """<html><head><title>Strike on Nikopol</title></head><body><article>
<p>Ukraine's air force said on Tuesday that Russian drones had struck a power station near Nikopol.</p>
<p>{more}</p></article></body></html>"""
DENIED = "Russia's defence ministry denied on Wednesday that it had attacked the power station near Nikopol."
FIRST, SECOND = (PAGE.format(more=more) for more in ("Nobody was hurt, the mayor of the town said.", DENIED))


@pytest.fixture
def site() -> Iterator[Site]:
    with serving({"/f.xml": feed("nikopol"), "/nikopol.html": ok(FIRST)}) as served:
        yield served


def read(path: Path, site: Site, keep_bytes: bool = True) -> run.RunResult:
    """Read the feed as a run of its own, as if hours had gone by since the last."""
    with closing(open_db(path)) as db:
        db.execute("UPDATE addresses SET first = '2025-03-27T08:00:00Z', last = '2025-03-27T09:00:00Z'")
        reading = Reading(QUICK, partial(recall, db))
        return run.ingest(db, read_sources([f"{site.address}/f.xml"], reading), keep_bytes=keep_bytes)


def checked(path: Path) -> tuple[list[str], Figures]:
    figures = Figures()
    with closing(open_db(path)) as db:
        return list(verify(db, figures)), figures


def test_the_bytes_are_kept_as_they_were_fetched(tmp_path: Path, site: Site) -> None:
    path = tmp_path / "claims.db"
    assert read(path, site).new == 1
    (file,) = folder_of(path).iterdir()
    with file.open("rb") as opened:
        kept = [
            (record.rec_headers.get_header("WARC-Target-URI"), record.content_stream().read())
            for record in ArchiveIterator(opened, check_digests="raise")
            if record.rec_type == "response"
        ]
    assert kept == [(f"{site.address}/nikopol.html", FIRST.encode())]
    with closing(open_db(path)) as db:
        (document,) = db.table("documents").rows
        capture = queries.capture(db, document["id"], document["text_sha256"])
        assert capture["sha256"] == hashlib.sha256(FIRST.encode()).hexdigest()
        assert (capture["size"], capture["file"]) == (len(FIRST), file.name)
        assert document["source"] == f"{site.address}/f.xml"
    problems, figures = checked(path)
    assert (problems, figures.texts, figures.captures, figures.reread) == ([], 1, 1, 1)
    assert figures.claims >= 1


def test_nothing_is_kept_if_so_wished(tmp_path: Path, site: Site) -> None:
    assert read(tmp_path / "claims.db", site, keep_bytes=False).new == 1
    assert not folder_of(tmp_path / "claims.db").exists()


def test_what_is_read_again_and_is_the_same_changes_nothing(tmp_path: Path, site: Site) -> None:
    path = tmp_path / "claims.db"
    read(path, site)
    site.answers["/nikopol.html"] = ok(FIRST.replace("<body>", "<body><nav>Another menu</nav>"))
    with closing(open_db(path)) as db:
        before = contents(db)
    assert (read(path, site).unchanged, site.asked["/nikopol.html"]) == (1, 2)
    with closing(open_db(path)) as db:
        after = contents(db)
    for name in ("addresses", "visits"):
        before.pop(name), after.pop(name)
    assert after == before
    assert len(list(folder_of(path).iterdir())) == 1


def test_a_changed_report_is_a_new_version_and_its_claims_say_so(tmp_path: Path, site: Site) -> None:
    path = tmp_path / "claims.db"
    read(path, site)
    site.answers["/nikopol.html"] = ok(SECOND)
    assert read(path, site).changed == 1
    with closing(open_db(path)) as db:
        (id,) = queries.document_ids(db)
        claims = queries.claims(db, ClaimFilter())
        assert {claim["version"] for claim in claims} == {2}
        assert "denies" in {claim["stance"] for claim in claims}
        first, second = queries.versions(db, id)
        assert (first["version"], first["current"], second["version"], second["current"]) == (1, 0, 2, 1)
        assert first["capture"]["sha256"] == hashlib.sha256(FIRST.encode()).hexdigest()
        assert second["capture"]["sha256"] == hashlib.sha256(SECOND.encode()).hexdigest()
        assert "Nobody was hurt" in (queries.version(db, id, 1) or {})["text"]
    problems, figures = checked(path)
    assert (problems, figures.texts, figures.captures) == ([], 2, 2)


def test_what_is_damaged_is_found(tmp_path: Path, site: Site) -> None:
    path = tmp_path / "claims.db"
    read(path, site)
    (file,) = folder_of(path).iterdir()
    whole = file.read_bytes()
    told = ("no record can be read there", "not those that were fetched", "of another address")
    for content in (whole[:-40], whole[:400], whole.replace(whole[-30:-20], bytes(10))):
        file.write_bytes(content)
        (problem,), figures = checked(path)
        assert figures.problems == 1 and any(words in problem for words in told), problem
    file.unlink()
    (problem,), _ = checked(path)
    assert problem.endswith("is missing.")
    with closing(open_db(path)) as db:
        db.execute("UPDATE documents SET text = replace(text, 'struck', 'missed')")
    problems, _ = checked(path)
    assert any("not that of its hash" in problem for problem in problems)
    assert any("does not stand in the text" in problem for problem in problems)


def test_a_record_that_breaks_off_harms_nothing(tmp_path: Path, site: Site) -> None:
    path = tmp_path / "claims.db"
    read(path, site)
    (file,) = folder_of(path).iterdir()
    with closing(open_db(path)) as db:  # the power went in the middle of a record, before its row was written
        db.execute("DELETE FROM documents")
    file.write_bytes(file.read_bytes()[:-50])
    assert read(path, site).new == 1
    assert checked(path)[0] == []


def test_the_command_says_what_it_checked(tmp_path: Path, site: Site) -> None:
    path = tmp_path / "claims.db"
    read(path, site)
    arguments = ["verify", "--db", str(path)]
    well = CliRunner().invoke(app, arguments)
    assert well.exit_code == 0 and well.stdout.startswith("1 text and") and "; 0 problems." in well.stdout
    next(folder_of(path).iterdir()).unlink()
    amiss = CliRunner().invoke(app, arguments)
    assert amiss.exit_code == 1 and amiss.stderr.strip().endswith("is missing.")


def test_the_dashboard_gives_text_and_bytes(
    tmp_path: Path, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "claims.db"
    read(path, site)
    site.answers["/nikopol.html"] = ok(SECOND)
    read(path, site)
    monkeypatch.setenv("CLAIMS_DB", str(path))
    with closing(open_db(path)) as db:
        (id,) = queries.document_ids(db)
    with on_a_port(proofs.routes) as client:
        now, then = (client.get("/text", params={"document": id, **more}) for more in ({}, {"version": "1"}))
        assert now.headers["content-type"] == "text/plain; charset=utf-8"
        assert DENIED in now.text and "Nobody was hurt" in then.text
        assert now.headers["x-sha-256"] == hashlib.sha256(now.content).hexdigest()
        saved = client.get("/bytes", params={"document": id, "version": "1"})
        assert saved.content == FIRST.encode()
        assert saved.headers["content-type"] == "application/octet-stream"
        assert saved.headers["content-disposition"].startswith("attachment")
        codes = [
            client.get(f"/text?{query}").status_code
            for query in ("", "document=x", f"document={id}&version=9")
        ]
        assert codes == [404, 404, 404]
        assert client.get(f"/text?document={id}&version=x").status_code == 400
        next(folder_of(path).iterdir()).unlink()
        assert 503 in {client.get(f"/bytes?document={id}&version={n}").status_code for n in (1, 2)}
