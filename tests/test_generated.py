"""Invented claims: written at once they come out as the store makes them, and skewed as they should be."""

from collections import Counter
from contextlib import closing
from itertools import groupby

from generated import generated, stored
from stories import contents

from benchmarks.generate import opened
from benchmarks.invented import chunks

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
