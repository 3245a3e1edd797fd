"""What holds for all tests: those that start processes of their own run first, before a browser is driven."""

import shutil
import signal
from pathlib import Path

import pytest
from filelock import FileLock
from typer.testing import CliRunner

FIRST = ("test_parallel.py", "test_processes.py", "test_cluster.py")
LONG = (
    "test_main_job.py",
    "test_cli.py",
    "test_hostile.py",
    "test_watch.py",
    "test_pictures.py",
    "test_lining.py",
    "test_access.py",
    "test_disputes.py",
    "test_databases.py",
    "test_web.py",
    "test_symmetry.py",
    "test_robustness.py",
    "test_run.py",
    "test_pages.py",
    "test_downloads.py",
    "test_removal.py",
    "test_names.py",
)
"""Files that take long, to be begun early: one that is begun last leaves the other process idle.

One with a browser, which keeps more than one processor busy, comes next to one without.
"""


def pytest_configure() -> None:
    """Have what the tests start heed Ctrl-C, which a shell lets all ignore that it runs in the background."""
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests that start processes first; then comes what takes long."""
    items.sort(key=lambda item: LONG.index(item.path.name) if item.path.name in LONG else len(LONG))
    items.sort(key=lambda item: item.path.name not in FIRST)


@pytest.fixture(scope="session")
def sampled(tmp_path_factory: pytest.TempPathFactory, testrun_uid: str) -> Path:
    """A database with the sample in it, as the command reads it: to be changed in a copy only.

    The first process of a run of the tests to need it reads the sample, the others copy what it has read.
    """
    from pipeline.__main__ import app

    path = tmp_path_factory.mktemp("sampled") / "claims.db"
    shared = tmp_path_factory.getbasetemp().parent / f"sampled-{testrun_uid}.db"
    with FileLock(shared.with_suffix(".lock")):
        if shared.exists():
            shutil.copy(shared, path)
        else:
            read = CliRunner(env={"CLAIMS_DB": None}).invoke(app, ["ingest", "--sample", "--db", str(path)])
            assert read.exit_code == 0, read.output
            shutil.copy(path, shared)
    return path
