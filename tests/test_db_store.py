"""Storing: a document whole or not at all, twice the same, ids that last."""

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from stories import BRYANSK, CONFLICT, claim, contents, document, filled, stories

from db import open_db, queries, store, visits
from db.errors import BadRecord
from db.filter import ClaimFilter


@pytest.fixture
def db(tmp_path: Path):
    with closing(filled(tmp_path / "claims.db")) as opened:
        yield opened


def test_storing_twice_changes_nothing(db) -> None:
    before = contents(db)
    store.put_conflict(db, CONFLICT)
    for one, claims in stories():
        assert store.put_document(db, one, claims, "1") == "unchanged"
    assert contents(db) == before


def test_the_order_of_claims_and_the_time_of_fetching_change_nothing(db) -> None:
    before = contents(db)
    one, claims = stories()[0]
    later = {**one, "fetched": datetime(2025, 4, 1, tzinfo=timezone(timedelta(hours=3)))}
    assert store.put_document(db, later, reversed(claims), "1") == "unchanged"
    assert contents(db) == before


def test_a_new_extractor_alone_is_noted_and_changes_no_data(db) -> None:
    version = queries.data_version(db)
    one, claims = stories()[0]
    assert store.put_document(db, one, claims, "2") == "unchanged"
    assert queries.document_ids(db, other_than="2") == ["doc-kherson", "doc-strange", "doc-empty"]
    assert queries.data_version(db) == version


def test_ids_last_over_re_extraction(db) -> None:
    one, claims = stories()[0]
    ids = [row["id"] for row in queries.document_claims(db, one["id"])]
    fuller = [{**claims[0], "count": 7, "target": "lines", "regions": ("RU-BRY",)}, *claims[1:]]
    assert store.put_document(db, one, fuller, "2") == "changed"
    rows = queries.document_claims(db, one["id"])
    assert [row["id"] for row in rows] == ids
    assert (rows[0]["count"], rows[0]["target"], rows[0]["regions"]) == (7, "lines", ["RU-BRY"])


def test_two_claims_that_agree_in_all_that_makes_the_id_are_both_kept(db) -> None:
    one, claims = stories()[0]
    store.put_document(db, one, [claims[0], {**claims[0], "count": 9}], "2")
    rows = queries.document_claims(db, one["id"])
    assert len({row["id"] for row in rows}) == 2


def test_a_changed_text_replaces_the_old_one_which_is_kept(db) -> None:
    one, claims = stories()[0]
    text = "Correction below. " + BRYANSK
    moved = [
        {**c, "span": tuple(i + 18 for i in c["span"]), "speaker_span": None, "cue_span": None}
        for c in claims
    ]
    assert store.put_document(db, {**one, "text": text, "title": "Corrected"}, moved, "1") == "changed"
    assert queries.document(db, one["id"])["text"] == text
    assert [row["text"] for row in db.table("earlier_texts").rows] == [BRYANSK]
    assert queries.count_claims(db, ClaimFilter(text="Corrected")) == 3
    assert queries.count_claims(db, ClaimFilter(text='"Power cut in two regions"')) == 0


def test_the_day_of_a_claim_is_its_last_day_else_that_of_publication(db) -> None:
    days = {(c["claimant"], c["day"]) for c in queries.iter_claims(db, ClaimFilter())}
    assert days == {
        ("Russia", "2025-03-25"),
        ("Ukraine", "2025-03-25"),
        ("Ukraine", "2025-03-26"),
        ("IAEA", "2025-03-26"),
        ("Russia", None),
    }


def test_days_may_be_dates_or_text(tmp_path: Path) -> None:
    db = open_db(tmp_path / "claims.db")
    one, claims = stories()[1]
    days = {"date_from": date(2025, 3, 25), "date_to": date(2025, 3, 26)}
    store.put_document(db, {**one, "published": date(2025, 3, 26)}, [{**claims[0], **days}, claims[1]], "1")
    assert store.put_document(db, one, claims, "1") == "unchanged"


@pytest.mark.parametrize(
    "wrong",
    [
        {"stance": "confirms"},
        {"count": -1},
        {"count": 10**30},
        {"count": "many"},
        {"claimant": None},
        {"sentence": "Nobody wrote this."},
        {"date_from": "2025-03-27", "date_to": "2025-03-26"},
        {"speaker": "half a pair \ud800"},
    ],
)
def test_a_wrong_claim_stores_nothing_of_its_document(db, wrong) -> None:
    before = contents(db)
    text = "Kyiv said that Moscow's jets had struck a mill. Moscow denied it."
    good = claim(text, "Moscow denied it.", "denies", "Russia", "Russia")
    bad = {**claim(text, text[:47], "alleges", "Ukraine", "Russia"), **wrong}
    with pytest.raises(BadRecord):
        store.put_document(db, document("doc-new", text, "A mill", None, "2025-03-28"), [good, bad], "1")
    with pytest.raises(BadRecord):
        store.put_document(db, {**document("doc-kherson", text, "A mill", None, None)}, [good, bad], "1")
    assert contents(db) == before


def test_a_document_without_an_id_or_a_text_is_refused(db) -> None:
    for lacking in ({"id": "", "text": "x"}, {"id": "x", "text": None}):
        with pytest.raises(BadRecord, match="id and a text"):
            store.put_document(db, lacking, [])
    with pytest.raises(BadRecord, match="NUL"):
        store.put_document(db, {"id": "a\0b", "text": "x"}, [])


def test_a_region_nobody_has_heard_of_is_kept_by_its_code(db) -> None:
    one, claims = stories()[1]
    store.put_document(db, one, [{**claims[0], "regions": ("XX-01",)}], "2")
    assert queries.document_claims(db, one["id"])[0]["region_names"] == ["XX-01"]


def test_the_words_to_search_follow_the_claims(db) -> None:
    assert queries.count_claims(db, ClaimFilter(text="substations")) == 1
    one, _ = stories()[0]
    store.put_document(db, one, [], "2")
    assert queries.count_claims(db, ClaimFilter(text="substations")) == 0
    db.execute("INSERT INTO claims_fts(claims_fts) VALUES ('integrity-check')")


def test_a_conflict_that_changes_is_changed_and_its_claims_stay(db) -> None:
    claims = queries.count_claims(db, ClaimFilter())
    changed = {**CONFLICT, "title": "Another title", "agreements": CONFLICT["agreements"][:1]}
    store.put_conflict(db, {**changed, "regions": [{**CONFLICT["regions"][0], "name": "Bryansk Oblast"}]})
    assert queries.conflicts(db)[0]["title"] == "Another title"
    assert [row["name"] for row in queries.agreements(db, "ukraine")] == ["Energy pause"]
    assert {row["name"] for row in queries.regions(db, "ukraine")} == {"Bryansk Oblast", "Kursk", "Kherson"}
    (dispute,) = queries.disputes(db, ClaimFilter(regions=("RU-BRY",)))
    assert dispute["region_names"] == ["Bryansk Oblast", "Kursk"]
    assert queries.count_claims(db, ClaimFilter()) == claims


def test_what_is_remembered_of_an_address_outlasts_its_conflict(db) -> None:
    address = "https://east.example/feed"
    visit = {"address": address, "time": datetime(2025, 3, 27, tzinfo=UTC), "etag": "abc", "modified": None}
    visit |= {"error": None, "until": None, "document": None, "listed": None}
    store.put_visit(db, store.start_run(db, "ingest", None, "1"), visit, 0)
    store.put_conflict(db, CONFLICT)
    row = visits.remembered(db, address)
    assert row and (row["etag"], row["first"]) == ("abc", visit["time"])


def test_the_data_version_rises_with_each_change(db) -> None:
    before = queries.data_version(db)
    assert store.put_document(db, {"id": "x", "text": "A text."}, []) == "new"
    assert int(queries.data_version(db).split()[0]) == int(before.split()[0]) + 1


def test_nothing_is_left_when_the_process_dies_inside_a_transaction(tmp_path: Path) -> None:
    import subprocess
    import sys

    path = tmp_path / "claims.db"
    with closing(filled(path)) as db:
        before = contents(db)
    program = (
        "import os, sys\nfrom db import open_db, store\nfrom stories import stories\n"
        "db = open_db(sys.argv[1])\none, claims = stories()[0]\n"
        "def dying():\n    yield claims[0]\n    yield claims[1]\n"
        "insert = store.insert_claim\n"
        "def insert_and_die(db, row):\n    insert(db, row)\n    os.kill(os.getpid(), 9)\n"
        "store.insert_claim = insert_and_die\n"
        "store.put_document(db, one, list(dying()), '2')\n"
    )
    done = subprocess.run([sys.executable, "-c", program, path], env=with_path(), capture_output=True)
    assert done.returncode == -9, done.stderr
    with closing(open_db(path)) as db:
        assert contents(db) == before
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert store.put_document(db, *stories()[0], "1") == "unchanged"


def with_path() -> dict[str, str]:
    import os

    root = Path(__file__).parent.parent
    return {**os.environ, "PYTHONPATH": f"{root}:{root / 'tests'}"}


def test_rows_are_refused_by_the_tables_themselves(db) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        db.execute("UPDATE claims SET stance = 'lies'")


def test_a_source_that_two_conflicts_name_is_kept_for_both(db) -> None:
    store.put_conflict(db, {**CONFLICT, "name": "other", "title": "Another"})
    before = contents(db)
    store.put_conflict(db, CONFLICT)
    assert contents(db) == before
    assert len(queries.sources(db, "other")) == len(queries.sources(db, "ukraine")) == 2
    store.put_conflict(db, {**CONFLICT, "sources": CONFLICT["sources"][:1]})
    assert len(queries.sources(db, "ukraine")) == 1
