"""Several processes answer and store the same as one."""

from contextlib import closing
from pathlib import Path

from stories import contents
from test_cli import TEXT, docs
from test_cli import run as told
from test_run import TOWNS, figures, report

from db import open_db
from pipeline import run
from pipeline.parallel import Processes
from pipeline.records import Failure


def test_several_processes_give_the_same_answers(tmp_path: Path) -> None:
    path = docs(tmp_path / "docs.jsonl", *({"id": n, "text": TEXT} for n in range(3)))
    assert told("predict", path, "--workers", 2).stdout == told("predict", path).stdout


def test_several_processes_store_the_same(tmp_path: Path) -> None:
    documents = [*(report(town) for town in TOWNS), Failure("b.txt", "It is empty.")]
    with closing(open_db(tmp_path / "one.db")) as db, closing(open_db(tmp_path / "other.db")) as other:
        run.ingest(db, documents)
        assert figures(run.ingest(other, documents, workers=Processes(2))) == (6, 6, 0, 0, 1)
        ours, theirs = contents(db), contents(other)
    del ours["data_version"], theirs["data_version"]
    assert ours == theirs
