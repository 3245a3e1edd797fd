"""A Dask cluster reads what one process reads, whatever happens to its workers; what is amiss is told."""

import json
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest
from clusters import ROOT, deadly, minus, scheduler, slowly, workers
from sqlite_utils import Database
from stories import contents
from taking import Taken

import pipeline.cluster
from db import open_db
from pipeline import cluster_checks, run
from pipeline.cluster import connected, work_there
from pipeline.cluster_checks import ClusterError, check_dask
from pipeline.parallel import AHEAD
from pipeline.reader import Item
from pipeline.sources import read_sources

distributed = pytest.importorskip("distributed", reason="Dask is not installed (requirements-cluster.txt)")

HOSTS = ("Oslo", "Geneva", "Doha", "Riyadh", "Vienna", "Ankara", "Minsk", "Rome", "Cairo", "Delhi")
CALM = "The envoys met again and agreed to meet once more.\n\n" * 475
REPORT = (
    "Ukraine's army said in {} on {} March that Russian drones had struck a power station near Sumy.\n\n"
    "Russia's defence ministry denied that it had attacked Sumy.\n\n"
)


def text_of(host: str) -> str:
    """Return a text that is a bundle by itself."""
    return "".join(REPORT.format(host, day) for day in range(1, 6)) + CALM


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cluster")


class Pair(NamedTuple):
    """Two workers and where their scheduler is."""

    address: str
    workers: list[subprocess.Popen]


@pytest.fixture(scope="module")
def pair(folder: Path) -> Iterator[Pair]:
    """A scheduler with two workers; the last test that needs both kills one."""
    with scheduler(folder) as one, workers(one.address, 2, folder) as two:
        yield Pair(one.address, two)


@pytest.fixture(scope="module")
def source(folder: Path) -> Path:
    """Documents that are read in as many bundles, and a line that is none."""
    path = folder / "docs.jsonl"
    about = {"published": "2025-03-26", "conflict": "ukraine"}
    lines = [json.dumps({"title": f"From {host}", "text": text_of(host), **about}) for host in HOSTS]
    path.write_text("\n".join([*lines, "{"]))
    return path


@pytest.fixture(scope="module")
def expected(source: Path) -> dict[str, list[tuple]]:
    """What one process stores of them."""
    with closing(open_db(source.with_name("expected.db"))) as db:
        run.ingest(db, read_sources([str(source)]))
        return kept(db)


def kept(db: Database) -> dict[str, list[tuple]]:
    """Return all that a database holds, but when it was written."""
    return {name: rows for name, rows in contents(db).items() if name != "data_version"}


def test_work_is_taken_ahead_but_not_all_of_it(pair: Pair) -> None:
    taken = Taken()
    with connected(pair.address) as cluster:
        results = cluster.in_order(slowly, taken, minus)
        done = [next(results) for _ in range(6)]
        results.close()  # type: ignore[attr-defined]
    assert [item for item, _ in done] == [number for _, (number, _) in done] == list(range(6))
    assert len({worker for _, (_, worker) in done}) == 2
    assert 6 < taken.count <= 6 + 2 * AHEAD


def test_ctrl_c_stops_cleanly_and_the_next_run_goes_on(pair: Pair, source: Path, expected) -> None:
    path = source.with_name("stopped.db")
    command = [sys.executable, "-m", "pipeline", "ingest", str(source), "--db", str(path)]
    command += ["--scheduler", pair.address]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as one:
        while not stored(path):
            assert one.poll() is None, one.stderr.read()
            time.sleep(0.02)
        one.send_signal(signal.SIGINT)
        assert one.stderr is not None
        assert (one.stderr.read().strip(), one.wait(timeout=20)) == ("", 130)
    assert 0 < stored(path) < len(HOSTS)
    with connected(pair.address) as cluster, closing(open_db(path)) as db:
        assert not any(cluster.client.processing().values())
        result = run.ingest(db, read_sources([str(source)]), workers=cluster)
        assert (result.new + result.unchanged, result.failed) == (len(HOSTS), 1)
        assert kept(db) == expected


def stored(path: Path) -> int:
    """Return how many documents a database holds by now."""
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as db:
            return db.execute("SELECT count(*) FROM documents").fetchone()[0]
    except sqlite3.Error:
        return 0


def test_a_worker_with_other_words_makes_no_claims(pair: Pair, folder: Path) -> None:
    other = folder / "other"
    for part in ("pipeline", "db"):
        shutil.copytree(ROOT / part, other / part, ignore=shutil.ignore_patterns("*.db*", "__pycache__"))
    (other / "pipeline" / "conflicts" / "another.toml").touch()
    with workers(pair.address, 1, other, program=other), distributed.Client(pair.address) as client:
        client.wait_for_workers(3, timeout=20)
        refused = refusal(pair.address)
    assert "has version 1-" in refused and "start it in a folder with the same version" in refused


def test_a_worker_that_is_killed_costs_nothing(pair: Pair, source: Path, expected) -> None:
    with connected(pair.address) as cluster, closing(open_db(source.with_name("killed.db"))) as db:

        def documents() -> Iterator[Item]:
            for number, item in enumerate(read_sources([str(source)]), 1):
                yield item
                if number == len(HOSTS):
                    pair.workers[0].kill()

        result = run.ingest(db, documents(), workers=cluster)
        assert (result.new, result.failed) == (len(HOSTS), 1)
        assert pair.workers[0].wait() == -signal.SIGKILL
        assert kept(db) == expected


def test_an_item_over_which_a_worker_dies_is_lost_alone(folder: Path) -> None:
    place = folder / "deadly"
    with (
        scheduler(place, failures=0) as one,
        workers(one.address, 2, place),
        connected(one.address) as cluster,
    ):
        results = dict(cluster.in_order(deadly, range(8), minus))
    assert results == {n: -n if n == 7 else n for n in range(8)}


# --- what is amiss -----------------------------------------------------------------------------------------


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait less for what will not come."""
    monkeypatch.setattr(cluster_checks, "ANSWER", 1.0)


def refusal(address: str) -> str:
    """Return why there is no cluster at an address: one sentence."""
    with pytest.raises(ClusterError) as error, connected(address):
        pass
    assert str(error.value).endswith(".") and "\n" not in str(error.value)
    return str(error.value)


def test_dask_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert "requirements-cluster.txt" in refusal("tcp://127.0.0.1:8786")


@pytest.mark.parametrize(
    "address", ["somewhere", "http://127.0.0.1:80", "tcp://127.0.0.1", "tls://127.0.0.1:1"]
)
def test_what_is_no_address(address: str) -> None:
    assert f"{address!r} cannot be the address of a scheduler" in refusal(address)


def test_nobody_is_there(quick: None) -> None:
    assert "No Dask scheduler answers at tcp://127.0.0.1:1" in refusal("tcp://127.0.0.1:1")


def test_no_workers(quick: None, folder: Path) -> None:
    with scheduler(folder / "empty") as one:
        refused = refusal(one.address)
    assert f"{one.address} has no workers: start some with `python -m dask worker" in refused


def test_a_worker_that_comes_later_with_other_words_is_told() -> None:
    with pytest.raises(ClusterError, match="A worker that has joined has version"):
        work_there(minus, 1, "1-00000000")


def test_threads_read_one_at_a_time_so_more_of_them_are_refused(quick: None) -> None:
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=2, processes=False, dashboard_address=":0"
    ) as local:
        assert "has 2 threads" in refusal(local.scheduler_address)


def test_another_dask_is_told() -> None:
    ours, theirs = ({"packages": {"distributed": version}} for version in ("2026.8.0", "2025.1.0"))
    check_dask(ours, {"tcp://a:1": ours})
    with pytest.raises(ClusterError, match=r"2025.1.0 at tcp://b:2 and 2026.8.0 here"):
        check_dask(ours, {"tcp://a:1": ours, "tcp://b:2": theirs})


def test_workers_and_a_scheduler_that_go_are_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline.cluster, "PATIENCE", 0.5)
    place = folder / "gone"
    with (
        scheduler(place) as one,
        workers(one.address, 1, place) as (only,),
        connected(one.address) as cluster,
    ):
        for process, told in ((only, "has no workers"), (one.process, "has gone: what was read is kept")):
            results = cluster.in_order(slowly, range(100), minus)
            if process is only:
                next(results)
            process.kill()
            with pytest.raises(ClusterError, match=f"{one.address} {told}"):
                list(results)
