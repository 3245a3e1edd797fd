"""What holds for all tests: those that start processes of their own run first, before a browser is driven."""

import signal
from pathlib import Path

import pytest
from typer.testing import CliRunner

FIRST = ("test_parallel.py", "test_cluster.py", "test_several_processes")


def pytest_configure() -> None:
    """Have what the tests start heed Ctrl-C, which a shell lets all ignore that it runs in the background."""
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.hookimpl(tryfirst=True)  # before tests are chosen by their marks
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that start processes as `alone`, and put them before all others."""
    items.sort(key=lambda item: not any(name in item.nodeid for name in FIRST))
    for item in items:
        if any(name in item.nodeid for name in FIRST):
            item.add_marker("alone")


@pytest.fixture(scope="session")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the sample in it, as the command reads it: to be changed in a copy only."""
    from pipeline.__main__ import app

    path = tmp_path_factory.mktemp("sampled") / "claims.db"
    read = CliRunner(env={"CLAIMS_DB": None}).invoke(app, ["ingest", "--sample", "--db", str(path)])
    assert read.exit_code == 0, read.output
    return path
