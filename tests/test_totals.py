"""What is kept counted is what counting anew gives, after every insert, delete and update."""

from contextlib import closing

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from stories import CONFLICT

from db import open_db, queries, removal, store

SENTENCE = "Moscow said that Kyiv had fired."
PARTIES = st.sampled_from(["Russia", "Ukraine", "IAEA"])
CLAIMS = st.fixed_dictionaries(
    {
        "claimant": PARTIES,
        "accused": st.none() | PARTIES,
        "stance": st.sampled_from(["alleges", "denies", "admits"]),
        "category": st.sampled_from(["energy_strike", "other_strike"]),
        "regions": st.sampled_from([(), ("UA-65",), ("RU-BRY", "UA-65")]),
        "date": st.none() | st.sampled_from(["2025-03-25", "2025-03-26", "2025-04-01"]),
    }
)
DOCUMENTS = st.fixed_dictionaries(
    {
        "id": st.sampled_from(["a", "b"]),
        "conflict": st.sampled_from(["ukraine", "world"]),
        "publisher": st.none() | st.sampled_from(["East Wire", "West Wire"]),
        "published": st.none() | st.sampled_from(["2025-03-27", "2025-04-02"]),
        "claims": st.lists(CLAIMS, max_size=3),
    }
)
# What is told of disputes, in an order in which each step changes something.
DISPUTED = [
    "INSERT OR IGNORE INTO disputes(number, conflict, neighbourhood, rules) "
    "SELECT min(number), conflict, 1, '1' FROM claims GROUP BY conflict",
    "UPDATE claims SET account = number, dispute = (SELECT max(d.number) FROM disputes AS d "
    "WHERE d.conflict = claims.conflict)",
    "UPDATE disputes SET status = 'denied'",
    "UPDATE disputes SET status = iif(number % 2, 'unanswered', 'countered')",
    "DELETE FROM disputes WHERE number = (SELECT max(number) FROM disputes)",
]
REPORT = {
    "id": "a",
    "conflict": "ukraine",
    "publisher": None,
    "published": None,
    "claims": [
        {
            "claimant": one,
            "accused": other,
            "stance": "alleges",
            "category": "other_strike",
            "regions": (),
            "date": None,
        }
        for one, other in (("Russia", "Ukraine"), ("Ukraine", "Russia"))
    ],
}
# Statements that the store never makes itself, but that are a step of an update some day.
STATEMENTS = st.sampled_from(
    [
        "DELETE FROM documents WHERE id = 'a'",
        "DELETE FROM removed",
        "UPDATE documents SET url = 'https://www.east.example/1', source = 'https://west.example/feed'",
        "UPDATE claims SET document = 'b' WHERE EXISTS (SELECT 1 FROM documents WHERE id = 'b')",
        "DELETE FROM claims WHERE number = (SELECT min(number) FROM claims)",
        "UPDATE claims SET day = NULL WHERE stance = 'denies'",
        "UPDATE claims SET accused = NULL, claimant = 'Ukraine'",
        "UPDATE claims SET category = 'other_strike', stance = 'alleges' WHERE claimant = 'Ukraine'",
        "UPDATE documents SET publisher = 'East Wire'",
        "UPDATE documents SET publisher = NULL WHERE id = 'b'",
        "UPDATE claim_regions SET region = 'RU-KRS' WHERE region = 'UA-65'",
        "DELETE FROM claim_regions WHERE region = 'UA-65'",
        "UPDATE claims SET region_set = '' WHERE category = 'energy_strike'",
        *DISPUTED,
        "UPDATE claims SET account = (SELECT max(c.number) FROM claims AS c WHERE c.stance = claims.stance)",
        "UPDATE claims SET account = NULL WHERE stance = 'denies'",
        "UPDATE claims SET tally = 'drones' WHERE number % 2",
        "UPDATE claims SET tally = NULL, date_from = '2025-03-20', date_to = '2025-03-21'",
        "UPDATE claims SET date_from = NULL, date_to = NULL WHERE category = 'other_strike'",
        "UPDATE claims SET dispute = NULL WHERE claimant = 'Ukraine'",
    ]
)
REMOVALS = st.lists(st.sampled_from(["a", "b"]), min_size=1, max_size=2, unique=True)
KEPT = {
    "SELECT * FROM claim_totals": """
        SELECT conflict, kind, value, month, claimant, accused, category, stance, count(*) FROM claim_cells
        GROUP BY 1, 2, 3, 4, 5, 6, 7, 8""",
    "SELECT * FROM overall_totals": """
        SELECT conflict, kind, value, claimant, accused, category, stance, count(*) FROM claim_cells
        WHERE kind <> 'day' GROUP BY 1, 2, 3, 4, 5, 6, 7""",
    "SELECT * FROM document_totals": """
        SELECT conflict, named, publisher, sum(documents), sum(with_claims) FROM document_cells
        GROUP BY 1, 2, 3""",
    "SELECT * FROM group_totals": """
        SELECT conflict, kind, answered, claims, count(*) FROM group_cells GROUP BY 1, 2, 3, 4""",
    "SELECT * FROM window_totals": """
        SELECT conflict, date_to, date_from, tally, category, region_set, apart, count(*) FROM window_cells
        GROUP BY 1, 2, 3, 4, 5, 6, 7""",
    "SELECT * FROM document_sources": "SELECT * FROM sources_of_documents",
}


@pytest.fixture(scope="module")
def db(tmp_path_factory):
    with closing(open_db(tmp_path_factory.mktemp("totals") / "claims.db")) as opened:
        opened.execute("PRAGMA synchronous = OFF")
        store.put_conflict(opened, CONFLICT)
        yield opened


@settings(deadline=None, max_examples=60)
@example([REPORT, *DISPUTED])
@example([REPORT, *DISPUTED[:3], ["a"], REPORT, "DELETE FROM removed", REPORT])
@given(st.lists(DOCUMENTS | STATEMENTS | REMOVALS, min_size=1, max_size=8))
def test_totals_are_exact_after_every_step(db, steps) -> None:
    db.execute("DELETE FROM documents")
    db.execute("DELETE FROM removed")
    assert not any(db.execute(kept).fetchall() for kept in KEPT)
    for step in steps:
        if isinstance(step, str):
            db.execute(step)
        elif isinstance(step, list):
            stored, version = ids(db), queries.data_version(db)
            assert {one.id for one in removal.remove(db, step, rare=40)} == stored & set(step)
            assert ids(db) == stored - set(step)
            assert (queries.data_version(db) == version) == stored.isdisjoint(step)
        else:
            store.put_document(db, {**step, "text": SENTENCE}, map(claim, step["claims"]))
        for kept, anew in KEPT.items():
            assert sorted(db.execute(kept).fetchall()) == sorted(db.execute(anew).fetchall())


def ids(db):
    """Return the ids of the documents that are stored."""
    return set(queries.document_ids(db))


def claim(fields):
    """Return a claim whose sentence is the whole text."""
    days = {"date_from": fields["date"], "date_to": fields["date"]}
    return {**fields, **days, "sentence": SENTENCE, "span": (0, len(SENTENCE))}
