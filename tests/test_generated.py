"""Invented claims: written at once they come out as the store makes them, and skewed as they should be."""

from collections import Counter
from contextlib import closing
from itertools import groupby

from generated import generated, stored
from stories import contents
from test_totals import KEPT

from benchmarks.generate import opened
from benchmarks.invented import chunks
from benchmarks.multiply import multiply

CLAIMS = 200
CHANGES = {"data_version"}  # tells when, and how often


def test_what_is_written_at_once_is_what_the_store_makes(tmp_path) -> None:
    with generated(tmp_path / "at-once.db", CLAIMS) as at_once, closing(opened(tmp_path / "one.db")) as one:
        stored(one, CLAIMS)
        ours, theirs = contents(at_once), contents(one)
        assert {name: rows for name, rows in ours.items() if not name.startswith("sqlite_stat")} == {
            name: rows for name, rows in theirs.items() if name not in CHANGES
        } | {"data_version": ours["data_version"]}
        words = "SELECT rowid FROM claims_fts WHERE claims_fts MATCH 'denied OR drones' ORDER BY 1"
        assert at_once.execute(words).fetchall() == one.execute(words).fetchall() != []
        assert ours["claim_totals"] and ours["document_sources"]


def test_what_is_multiplied_is_as_if_it_had_been_stored(tmp_path) -> None:
    schema = "SELECT type, name, sql FROM sqlite_schema ORDER BY 1, 2"
    with generated(tmp_path / "one.db", CLAIMS) as db:
        made = db.execute(schema).fetchall()
        told = db.execute("SELECT count(*) FROM claims_fts WHERE claims_fts MATCH 'denied'").fetchone()[0]
        keys = db.execute("SELECT count(DISTINCT key) FROM claim_keys").fetchone()[0]
        assert list(multiply(db, 3))
        assert db.execute(schema).fetchall() == made
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        for kept, anew in KEPT.items():
            assert set(db.execute(kept).fetchall()) == set(db.execute(anew).fetchall())
        for count, wanted in (
            ("SELECT count(*) FROM claims_fts WHERE claims_fts MATCH 'denied'", 3 * told),
            ("SELECT count(DISTINCT key) FROM claim_keys", 3 * keys),
            ("SELECT count(DISTINCT id) FROM claims", 3 * CLAIMS),
            ("SELECT count(*) FROM claims WHERE dispute NOT IN (SELECT number FROM disputes)", 0),
        ):
            assert db.execute(count).fetchone()[0] == wanted


def test_what_is_invented_is_as_many_as_asked_for_and_skewed() -> None:
    made = list(chunks(3000))
    assert sum(len(claims) for chunk in made for _, claims in chunk.documents) == 3000
    names = Counter(d["publisher"] for chunk in made for d, _ in chunk.documents)
    assert names.most_common(1)[0][1] > 20 * min(names.values())
    days = [d["published"].year for chunk in made for d, _ in chunk.documents]
    assert days == sorted(days)
    years = [len(list(same)) for _, same in groupby(days)]
    assert years[-2] > 3 * years[0]
    lengths = sorted(len(d["text"]) for chunk in made for d, _ in chunk.documents)
    assert lengths[-1] > 6 * lengths[len(lengths) // 2]
