"""Opening a database: what can be wrong with it is one sentence each."""

import re
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database
from stories import filled, stories

from db import open_db, open_readonly, store
from db.errors import (
    DatabaseError,
    DatabaseLocked,
    DatabaseMissing,
    DatabaseReadOnly,
    NewerDatabase,
    NotADatabase,
    OlderDatabase,
)


def one_sentence(error: BaseException, path: Path) -> bool:
    text = str(error)
    return str(path) in text and text.endswith(".") and "\n" not in text


def test_the_tables_are_strict_with_foreign_keys_and_a_write_ahead_log(tmp_path: Path) -> None:
    db = open_db(tmp_path / "claims.db")
    assert db.journal_mode == "wal"
    assert db.execute("PRAGMA foreign_keys").fetchone() == (1,)
    for table in db.tables:
        if not re.match("claims_fts|_sqlite_migrations", table.name):
            assert table.strict, table.name
    with pytest.raises(sqlite3.IntegrityError):
        db.execute("INSERT INTO claim_regions(claim, region) VALUES (1, 'UA-65')")


def test_opening_twice_changes_nothing(tmp_path: Path) -> None:
    open_db(tmp_path / "claims.db").close()
    before = (tmp_path / "claims.db").read_bytes()
    open_db(tmp_path / "claims.db").close()
    assert (tmp_path / "claims.db").read_bytes() == before


def test_a_missing_file_or_folder(tmp_path: Path) -> None:
    with pytest.raises(DatabaseMissing) as caught:
        open_readonly(tmp_path / "none.db")
    assert one_sentence(caught.value, tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()
    with pytest.raises(DatabaseMissing, match="no folder"):
        open_db(tmp_path / "none" / "claims.db")


@pytest.mark.parametrize("opened", [open_db, open_readonly])
@pytest.mark.parametrize(
    "content",
    [b"date 2025-03-27 A title\nA text.\n", b"\x00" * 5000, b"SQLite format 3\x00" + b"\xff" * 4096],
)
def test_a_file_that_is_not_sqlite_is_left_as_it_is(tmp_path: Path, opened, content: bytes) -> None:
    path = tmp_path / "claims.db"
    path.write_bytes(content)
    with pytest.raises(NotADatabase) as caught:
        opened(path)
    assert one_sentence(caught.value, path)
    assert path.read_bytes() == content


@pytest.mark.parametrize("opened", [open_db, open_readonly])
def test_a_folder_and_a_database_of_another_program(tmp_path: Path, opened) -> None:
    with pytest.raises(NotADatabase, match="is a folder"):
        opened(tmp_path)
    other = tmp_path / "recipes.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    with pytest.raises(NotADatabase, match="another program"):
        opened(other)


def test_an_empty_file_can_be_filled_but_not_read(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    path.touch()
    with pytest.raises(NotADatabase, match="is empty"):
        open_readonly(path)
    filled(path).close()
    assert open_readonly(path).table("documents").count == len(stories())


@pytest.mark.parametrize("opened", [open_db, open_readonly])
def test_a_newer_database(tmp_path: Path, opened) -> None:
    path = tmp_path / "claims.db"
    with closing(filled(path)) as db:
        db.table("_sqlite_migrations").insert(
            {"migration_set": "claims", "name": "m999_votes", "applied_at": "2099-01-01"}
        )
    with pytest.raises(NewerDatabase, match="m999_votes") as caught:
        opened(path)
    assert one_sentence(caught.value, path)


def test_an_older_database_is_brought_up_to_date_for_writing_only(tmp_path: Path) -> None:
    from db.migrations import migrations

    path = tmp_path / "claims.db"
    with closing(sqlite3.connect(path)) as connection:
        migrations.apply(Database(connection), stop_before="m002_documents")
    with pytest.raises(OlderDatabase, match="older version"):
        open_readonly(path)
    open_db(path).close()
    open_readonly(path).close()


def test_a_write_protected_file(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    filled(path).close()
    path.chmod(0o444)
    with pytest.raises(DatabaseReadOnly) as caught:
        open_db(path)
    assert one_sentence(caught.value, path)
    assert open_readonly(path).table("documents").count == len(stories())


def test_a_connection_for_reading_cannot_write(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    filled(path).close()
    with closing(open_readonly(path)) as db, pytest.raises(DatabaseReadOnly):
        store.put_document(db, {"id": "x", "text": "A text."}, [])


def test_a_locked_database(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    with closing(filled(path)) as holder, closing(open_db(path, wait=0.1)) as other:
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseLocked) as caught:
            store.put_document(other, {"id": "x", "text": "A text."}, [])
        assert one_sentence(caught.value, path)
        with closing(open_readonly(path)) as reader:  # readers go on meanwhile
            assert reader.table("documents").count == len(stories())


@pytest.mark.skipif(sys.platform != "linux", reason="needs a user without rights")
def test_a_folder_without_the_right_to_write() -> None:
    program = (
        "import os, sys; from db import open_readonly; os.getuid() or os.setuid(65534)\n"
        "print(open_readonly(sys.argv[1]).table('documents').count)"
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "claims.db"
        filled(path).close()
        Path(folder).chmod(0o555)
        done = subprocess.run([sys.executable, "-c", program, path], capture_output=True, text=True)
        Path(folder).chmod(0o755)
    assert done.stdout.strip() == str(len(stories())), done.stderr


def test_several_programs_may_make_the_same_database_at_once(tmp_path: Path) -> None:
    program = "import sys\nfrom db import open_db\nopen_db(sys.argv[1]).close()"
    for number in range(2):
        command = [sys.executable, "-c", program, tmp_path / f"{number}.db"]
        started = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(3)]
        assert [process.communicate()[1] for process in started] == [b"", b"", b""]


def test_every_error_is_a_database_error() -> None:
    for kind in (
        DatabaseLocked,
        DatabaseMissing,
        DatabaseReadOnly,
        NewerDatabase,
        NotADatabase,
        OlderDatabase,
    ):
        assert issubclass(kind, DatabaseError)
        assert kind.__doc__
