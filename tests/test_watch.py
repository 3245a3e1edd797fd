"""Reading without anybody near: alone, until told to stop, killed and gone on, and telling what is amiss."""

import os
import random
import resource
import signal
import sqlite3
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from tempfile import mkdtemp

import pytest
from site_server import ARTICLE, QUICK, Site, feed, ok, serving
from sqlite_utils import Database
from stories import contents

from db import open_db, open_readonly, queries, store
from db.archive import folder_of
from db.source_states import silence
from pipeline.conflict import Source
from pipeline.reader import read_together
from pipeline.records import Document
from pipeline.rounds import Habit, one_round, watch_feeds
from pipeline.verify import Figures, verify
from pipeline.watch import Busy, Stop, seconds_of

KILLS = int(os.environ.get("KILLS", "8"))
DOCUMENTS = int(os.environ.get("DOCUMENTS", "60"))
SECONDS = float(os.environ.get("SECONDS", "3"))
"""How often a reading is killed, of how many documents, and how long many read and write: more by hand."""

FORK = get_context("fork")  # what it starts has read before, and begins at once
REPORT = """<html><head><title>Strike on {name}</title></head><body><article>
<p>Ukraine's air force said on Tuesday that Russian drones had struck a power station near {name}.</p>
<p>Russia's defence ministry denied on Wednesday that it had attacked any power station near {name}.</p>
</article></body></html>"""


@dataclass(frozen=True)
class Watcher:
    """A process that watches feeds as the command does, and the folder in which it tells of them."""

    process: BaseProcess
    folder: Path

    def ended(self) -> tuple[int | None, str, str]:
        """Return its exit status and what it told, on both streams."""
        self.process.join(60)
        return self.process.exitcode, *((self.folder / name).read_text() for name in ("out", "err"))


def started(db: Path, *addresses: str, once: bool = False) -> Watcher:
    read_together([Document("any", REPORT.format(name="Norhaven"))])  # loads what the process needs
    feeds = [Source(f"Feed {n}", address, "GB", feed=True) for n, address in enumerate(addresses)]
    folder = Path(mkdtemp(dir=db.parent))
    process = FORK.Process(target=watch, args=(folder, db, feeds, Habit(QUICK, 1.0, once)), daemon=True)
    process.start()
    return Watcher(process, folder)


def watch(folder: Path, db: Path, feeds: list[Source], habit: Habit) -> None:
    sys.stdout, sys.stderr = (folder / "out").open("w"), (folder / "err").open("w")
    try:
        sys.exit(3 if watch_feeds(db, feeds, habit) else 0)
    except Busy as error:
        sys.exit(str(error))


def until(what: str, db: Path, seconds: float = 60) -> None:
    """Wait until a question to the database is answered with something that is true."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            with closing(sqlite3.connect(f"{db.as_uri()}?mode=ro", uri=True)) as connection:
                if connection.execute(what).fetchone()[0]:
                    return
        except sqlite3.OperationalError:
            pass
        time.sleep(0.02)
    raise AssertionError(f"never: {what}")


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    towns = [f"t{number}" for number in range(DOCUMENTS)]
    with serving({"/f.xml": feed(*towns)}) as served:
        served.answers |= {f"/{town}.html": ok(REPORT.format(name=town.upper())) for town in towns}
        yield served


@pytest.fixture(scope="module")
def feeds(site: Site) -> list[Source]:
    return [Source("Feed 0", f"{site.address}/f.xml", "GB", feed=True)]


@pytest.fixture(scope="module")
def undisturbed(feeds: list[Source], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """The database of a reading that nothing came in the way of."""
    path = tmp_path_factory.mktemp("undisturbed") / "claims.db"
    assert not one_round(path, feeds, Habit(QUICK), Stop())
    with closing(open_db(path)) as db:
        yield db


def test_two_at_once_and_a_clean_stop(tmp_path: Path, site: Site) -> None:
    db = tmp_path / "claims.db"
    first = started(db, f"{site.address}/f.xml")
    until("SELECT count(*) > 3 FROM documents", db)
    second = started(db, f"{site.address}/f.xml")
    assert second.ended() == (1, "", f"Another `watch` is at work on {db}: this one leaves.\n")
    first.process.terminate()
    status, _, err = first.ended()
    assert (status, err) == (0, "")
    with closing(open_readonly(db)) as opened:
        runs = queries.runs(opened)
        assert all(told["finished"] for told in runs)
        assert sum(told["new"] for told in runs) == opened.table("documents").count
    with closing(open_db(db)) as opened:
        assert list(verify(opened, Figures())) == []


def test_rounds_come_one_after_the_other(tmp_path: Path) -> None:
    db = tmp_path / "claims.db"
    with serving({"/f.xml": feed("north"), "/north.html": ok(ARTICLE.format(name="north"))}) as site:
        watcher = started(db, f"{site.address}/f.xml")
        until("SELECT count(*) >= 2 FROM runs WHERE finished IS NOT NULL", db)
        assert watcher.process.pid
        os.kill(watcher.process.pid, signal.SIGINT)
        status, out, err = watcher.ended()
    assert (status, err) == (0, "")
    assert out.splitlines()[0].startswith("1 document: 1 new")
    assert out.splitlines()[1].startswith("0 documents: 0 new")


def test_what_is_amiss_is_told_and_is_the_exit_status(tmp_path: Path) -> None:
    with serving({"/f.xml": feed("north"), "/north.html": ok(ARTICLE.format(name="north"))}) as site:
        feeds = (f"{site.address}/f.xml", f"{site.address}/g.xml")
        status, out, err = started(tmp_path / "claims.db", *feeds, once=True).ended()
        assert status == 3
        assert err == f"{site.address}/g.xml: It answers 404 Not Found.\n"
        assert "1 feed of 2 with something amiss" in out


def test_a_killed_reading_goes_on_and_ends_as_if_it_had_not_been_killed(
    tmp_path: Path, feeds: list[Source], undisturbed: Database
) -> None:
    killed = tmp_path / "killed.db"
    chance = random.Random(7)
    for kill in range(KILLS):
        process = FORK.Process(target=one_round, args=(killed, feeds, Habit(QUICK), Stop()))
        process.start()
        until(f"SELECT count(*) > {kill * DOCUMENTS * 0.5 / KILLS} FROM documents", killed)  # noqa: S608
        time.sleep(chance.random() * 0.05)
        process.kill()
        process.join()
        assert process.exitcode == -signal.SIGKILL
    with closing(open_readonly(killed)) as db:
        assert 0 < db.table("documents").count < DOCUMENTS
    assert not one_round(killed, feeds, Habit(QUICK), Stop())
    with closing(open_db(killed)) as db:
        assert list(verify(db, Figures())) == []
        assert settled(db) == settled(undisturbed)
        assert db.table("documents").count == DOCUMENTS
    assert not one_round(killed, feeds, Habit(QUICK), Stop())
    with closing(open_db(killed)) as db:
        assert queries.runs(db)[0]["new"] == 0
        assert len(list(folder_of(killed).iterdir())) <= KILLS + 1


def starved(path: Path, feeds: list[Source], size: int) -> None:
    """Read in a process that may write no file larger than so many bytes; exit with 0 if that is told."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    os._exit(0 if one_round(path, feeds, Habit(QUICK), Stop()) else 1)


@pytest.mark.parametrize("size", [60_000, 700_000])
def test_a_full_disk_is_told_and_the_next_reading_goes_on(
    tmp_path: Path, feeds: list[Source], undisturbed: Database, size: int
) -> None:
    full = tmp_path / "full.db"
    process = FORK.Process(target=starved, args=(full, feeds, size))
    process.start()
    process.join()
    assert process.exitcode == 0
    assert not one_round(full, feeds, Habit(QUICK), Stop())
    with closing(open_db(full)) as db:
        assert settled(db) == settled(undisturbed)
        assert list(verify(db, Figures())) == []


def settled(db) -> dict[str, list[tuple]]:
    """Return all tables without the times of fetching and the places in the archive."""
    left_out = {"fetched", "first", "last", "file", "offset"}
    found = contents(db)
    for name in ("data_version", "visits"):
        del found[name]
    for name in ("documents", "captures", "addresses"):
        rows = (
            {key: value for key, value in row.items() if key not in left_out} for row in db.table(name).rows
        )
        found[name] = sorted((tuple(row.values()) for row in rows), key=repr)
    return found


def test_two_writers_and_ten_readers_never_hear_of_a_lock(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    open_db(path).close()
    heard: list[str] = []
    end = time.monotonic() + SECONDS

    def write(name: str) -> None:
        number = 0
        with closing(open_db(path)) as db:
            run = store.start_run(db, "ingest", None, "1")
            while time.monotonic() < end:
                number += 1
                document = {"id": f"{name}-{number % 50}", "text": f"Text {number}.", "conflict": "ukraine"}
                store.put_document(db, document, [], "1")
                store.put_failure(db, run, name, "It is empty.")

    def look() -> None:
        while time.monotonic() < end:
            with closing(open_readonly(path, wait=5.0)) as db:
                queries.failures(db)
                queries.count_documents(db, queries.ClaimFilter())
                queries.source_states(db, "ukraine")

    def told(work, *values: str) -> None:
        try:
            work(*values)
        except Exception as error:
            heard.append(repr(error))

    threads = [threading.Thread(target=told, args=(write, name)) for name in ("a", "b")]
    threads += [threading.Thread(target=told, args=(look,)) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert heard == []


NOW = datetime(2025, 6, 30, 12, tzinfo=UTC)


def visited(db, days: float, new: int, asked: int = 0, empty: int = 0) -> None:
    visit = {"address": "https://a.example/f", "etag": None, "modified": None, "error": None, "until": None}
    visit |= {"time": NOW - timedelta(days=days), "document": None}
    visit["listed"] = {"articles": 30, "asked": asked, "empty": empty, "failed": 0}
    store.put_visit(db, 1, visit, new)


@pytest.mark.parametrize(
    ("visits", "words"),
    [
        ([], None),
        ([(6, 0), (1, 0)], None),
        ([(9, 3), (1, 0)], "Nothing new for 9 days."),
        ([(9, 0), (1, 0)], "Nothing new for 9 days."),
        ([(2, 3, 3, 0), (1, 0, 5, 5), (0, 0)], "No article was found on any of the 5 pages read last."),
        ([(1, 0, 2, 2)], None),
        (
            [(36, 1), *((day, 2) for day in range(8, 35)), (3, 4)],
            "4 new articles in a week, where 14 are usual.",
        ),
        ([(36, 1), *((day, 2) for day in range(8, 35)), (3, 9)], None),
        ([(20, 40), (3, 4)], None),
        ([(1, 5), (-400, 0)], None),
    ],
)
def test_a_feed_that_falls_silent(tmp_path: Path, visits: list[tuple], words: str | None) -> None:
    with closing(open_db(tmp_path / "claims.db")) as db:
        store.start_run(db, "ingest", None, "1")
        for visit in visits:
            visited(db, *visit)
        assert silence(db, "https://a.example/f", NOW) == words


def test_a_stretch_of_time_is_read() -> None:
    assert [seconds_of(every) for every in ("90s", "30m", "1h", "1.5 h", "1d")] == [
        90,
        1800,
        3600,
        5400,
        86400,
    ]
