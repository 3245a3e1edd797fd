"""The tables as folders of Parquet files: the rows of the CSV, each value of its own type."""

import csv
import io
import json
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pandas
import pyarrow.dataset as datasets
import pytest
from pyarrow import parquet
from stories import filled, total
from test_cli import refused, run

from db import store
from db.export import cell
from db.parquet import AT_ONCE, OPEN, UNKNOWN, write_parquet
from db.rows import Row
from db.tables import TABLES
from pipeline.lining import line_up
from pipeline.streams import new_folder


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with something in each table, and a report of no known day."""
    path = tmp_path_factory.mktemp("parquet") / "claims.db"
    with closing(filled(path, lined_up=False)) as opened:
        for day in ("2025-04-20", "2025-05-02"):
            for party, count in (("Russia", 40), ("Ukraine", 70)):
                store.put_document(opened, *total(day, party, count), "1")
        line_up(opened)
    return path


def read(folder: Path) -> list[dict[str, Any]]:
    """Return the rows of a folder, with those columns that the names of folders tell."""
    return datasets.dataset(folder, partitioning="hive").to_table().to_pylist()


@pytest.mark.parametrize("name", TABLES)
def test_the_rows_are_those_of_the_csv(db: Path, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "out"
    run("export", "--db", db, "--table", name, "--format", "parquet", "--output", folder)
    text = run("export", "--db", db, "--table", name).stdout
    expected = list(csv.DictReader(io.StringIO(text)))
    found = read(folder)
    assert len(found) == len(expected) > 0
    names = TABLES[name].names
    told = [{one: str(cell(shown(row[one]))) for one in names} for row in found]
    assert sorted(map(json.dumps, told)) == sorted(
        json.dumps({one: row[one] for one in names}) for row in expected
    )


def shown(value: Any) -> Any:
    """Return a value as it is before it becomes a cell of the CSV."""
    return value.isoformat() if isinstance(value, date) else value


def test_files_lie_by_conflict_and_month_with_typed_and_told_columns(db: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    run("export", "--db", db, "--format", "parquet", "--output", folder, "--conflict", "ukraine")
    paths = sorted(folder.rglob("*.parquet"))
    assert len(paths) == 4
    for path in paths:
        conflict, month, file = path.relative_to(folder).parts
        assert (conflict, month[:6], file) == ("conflict=ukraine", "month=", "part-0.parquet")
        days = parquet.read_table(path, partitioning=None)["day"].to_pylist()
        assert {f"month={one:%Y-%m}" if one else f"month={UNKNOWN}" for one in days} == {month}
    schema = parquet.read_schema(paths[0])
    assert [str(schema.field(one).type) for one in ("day", "count", "sentence")] == [
        "date32[day]",
        "int64",
        "string",
    ]
    assert str(schema.field("regions").type).startswith("list<")
    assert schema.field("stance").metadata == {b"description": b"alleges, denies or admits"}
    assert pandas.read_parquet(folder)["conflict"].unique().tolist() == ["ukraine"]


def rows_of(months: int, each: int) -> Iterator[Row]:
    """Yield rows whose months come in turn, so that none is ever done."""
    empty = dict.fromkeys(TABLES["claims"].names)
    for number in range(months * each):
        year, month = divmod(number % months, 12)
        day = f"{2000 + year}-{month + 1:02}-03" if number % months else None
        yield {**empty, "id": str(number), "conflict": "north/south", "day": day, "regions": ["UA-65"]}


@pytest.mark.parametrize(("months", "each"), [(2 * OPEN, 3), (1, AT_ONCE + 1)])
def test_months_that_come_again_lose_nothing(tmp_path: Path, months: int, each: int) -> None:
    write_parquet(rows_of(months, each), TABLES["claims"], tmp_path)
    found = read(tmp_path)
    assert sorted(int(row["id"]) for row in found) == list(range(months * each))
    assert {row["conflict"] for row in found} == {"north/south"}
    assert [row["day"] for row in found if row["month"] == UNKNOWN] == [None] * each


def test_no_rows_are_a_file_with_columns(db: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    run("export", "--db", db, "--format", "parquet", "--output", folder, "--from", "2090-01-01")
    assert (len(read(folder)), "sentence" in pandas.read_parquet(folder)) == (0, True)


def test_the_target_has_to_be_new(db: Path, tmp_path: Path) -> None:
    export = ("export", "--db", db, "--format", "parquet")
    (tmp_path / "file").write_text("kept")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "file").write_text("kept")
    assert "name it with --output" in refused(*export)
    assert "is a file" in refused(*export, "--output", tmp_path / "file")
    assert "is not empty" in refused(*export, "--output", tmp_path / "full")
    assert "cannot be written" in refused(*export, "--output", tmp_path / "no" / "out")
    assert "cannot go to standard output" in refused(*export, "--output", "-")
    assert "holds what is no such export" in refused(*export, "--force", "--output", tmp_path / "full")
    assert (tmp_path / "full" / "file").read_text() == (tmp_path / "file").read_text() == "kept"
    assert {path.name for path in tmp_path.iterdir()} == {"file", "full"}


def test_an_export_is_replaced_when_told_to(db: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    export = ("export", "--db", db, "--format", "parquet", "--output", folder)
    run(*export)
    assert len(read(folder)) > 1
    assert "is not empty: name another folder, or replace it with --force" in refused(*export)
    run(*export, "--force", "--stance", "denies")
    assert {row["stance"] for row in read(folder)} == {"denies"}
    for _ in range(2):
        run(*export, "--force", "--from", "2090-01-01")
        assert read(folder) == []
    assert list(tmp_path.iterdir()) == [folder]


def test_what_is_broken_off_leaves_nothing(tmp_path: Path) -> None:
    def broken() -> Iterator[Row]:
        yield from rows_of(2, 2)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), new_folder(tmp_path / "out") as folder:
        write_parquet(broken(), TABLES["claims"], folder)
    assert list(tmp_path.iterdir()) == []
