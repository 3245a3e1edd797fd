"""The questions: the two columns, the figures, the choices, and that an index answers each."""

from contextlib import closing

import pytest
from stories import claim, document, filled

from db import queries, store
from db.filter import ClaimFilter, where
from db.rows import CLAIMS, sql

ALL = ClaimFilter()


@pytest.fixture(scope="module")
def db(tmp_path_factory):
    with closing(filled(tmp_path_factory.mktemp("queries") / "claims.db")) as opened:
        yield opened


def cells(row) -> dict[str, list[tuple[str, str | None]]]:
    return {
        side: [(one["stance"], one["accused"]) for one in claims] for side, claims in row["cells"].items()
    }


def test_side_by_side(db) -> None:
    rows = queries.side_by_side(db, ALL)
    assert [(row["day"], row["regions"]) for row in rows] == [
        ("2025-03-26", []),
        ("2025-03-26", ["UA-65"]),
        ("2025-03-25", ["RU-BRY", "RU-KRS"]),
        ("2025-03-25", ["UA-65"]),
        (None, []),
    ]
    assert [cells(row) for row in rows] == [
        {queries.OTHERS: [("alleges", None)]},
        {"Ukraine": [("alleges", "Russia")]},
        {"Russia": [("alleges", "Ukraine")]},
        {"Ukraine": [("alleges", "Russia")]},
        {"Russia": [("denies", "Russia")]},
    ]
    assert rows[2]["region_names"] == ["Bryansk", "Kursk"]
    assert queries.count_rows(db, ALL) == 5


def test_an_answer_stands_under_the_allegation_it_answers(db) -> None:
    (alleged,) = queries.side_by_side(db, ClaimFilter(regions=("RU-KRS",)))[0]["cells"]["Russia"]
    (answer,) = alleged["answers"]
    assert (answer["stance"], answer["claimant"], answer["speaker"]) == ("denies", "Ukraine", "Kyiv")
    assert answer["sentence"] == "Kyiv called the story invented."
    assert answer["same_sentence"] is False
    assert answer["url"] == alleged["url"] == "https://news.example/doc-bryansk"


def test_an_answer_has_a_row_of_its_own_where_the_filter_hides_what_it_answers(db) -> None:
    rows = queries.side_by_side(db, ClaimFilter(stances=("denies",)))
    assert [cells(row) for row in rows] == [
        {"Ukraine": [("denies", "Ukraine")]},
        {"Russia": [("denies", "Russia")]},
    ]


def test_documents_that_might_have_answered_are_counted(db) -> None:
    rows = queries.side_by_side(db, ClaimFilter(stances=("alleges",), regions=("UA-65",)))
    counted = {row["day"]: row["cells"]["Ukraine"][0]["read_after"] for row in rows}
    assert counted == {"2025-03-25": 2, "2025-03-26": 1}


def test_pages_of_rows_join_to_the_whole(db) -> None:
    whole = queries.side_by_side(db, ALL, limit=100)
    pages = [row for start in range(0, 6, 2) for row in queries.side_by_side(db, ALL, limit=2, offset=start)]
    assert pages == whole


@pytest.mark.parametrize(
    ("allegation", "answer", "answers"),
    [
        ({}, {}, True),
        ({"regions": ("UA-65",)}, {}, True),
        ({"regions": ("UA-65",)}, {"regions": ("RU-BRY",)}, False),
        ({"regions": ("UA-65", "RU-BRY")}, {"regions": ("RU-BRY",)}, True),
        ({"category": "other_strike"}, {}, False),
        ({}, {"accused": "Russia"}, False),
        ({}, {"claimant": "IAEA"}, False),
        ({}, {"stance": "alleges"}, False),
        ({}, {"stance": "admits"}, True),
        ({"date_from": "2025-03-01", "date_to": "2025-03-02"}, {}, True),
        (
            {"date_from": "2025-03-01", "date_to": "2025-03-02"},
            {"date_from": "2025-03-02", "date_to": "2025-03-05"},
            True,
        ),
        (
            {"date_from": "2025-03-01", "date_to": "2025-03-02"},
            {"date_from": "2025-03-03", "date_to": "2025-03-05"},
            False,
        ),
    ],
)
def test_what_answers_what(tmp_path, allegation, answer, answers: bool) -> None:
    text = "Moscow said Kyiv had hit a dam. Kyiv denied it."
    with closing(filled(tmp_path / "claims.db")) as db:
        one = {**claim(text, text[:31], "alleges", "Russia", "Ukraine"), **allegation}
        two = {**claim(text, text[32:], "denies", "Ukraine", "Ukraine"), **answer}
        store.put_document(db, document("doc-dam", text, "", None, "2025-03-28"), [one, two], "1")
        first = queries.document_claims(db, "doc-dam")[0]
    assert bool(first["answers"]) is answers


def test_an_answer_in_the_same_sentence_comes_first(tmp_path) -> None:
    text = "Kyiv denied hitting the dam. Moscow said Kyiv had hit the dam, which Kyiv called a lie."
    with closing(filled(tmp_path / "claims.db")) as db:
        claims = [
            claim(text, text[:28], "denies", "Ukraine", "Ukraine"),
            claim(text, text[29:], "alleges", "Russia", "Ukraine"),
            claim(text, text[29:], "denies", "Ukraine", "Ukraine"),
        ]
        store.put_document(db, document("doc-dam", text, "", None, "2025-03-28"), claims, "1")
        alleged = next(c for c in queries.document_claims(db, "doc-dam") if c["stance"] == "alleges")
    assert [answer["same_sentence"] for answer in alleged["answers"]] == [True, False]


def test_where_a_conflict_has_no_sides_each_claimant_has_a_cell(tmp_path) -> None:
    text = "Avaria said that Bedonia had shelled a ford."
    with closing(filled(tmp_path / "claims.db")) as db:
        one = {**document("doc-ford", text, "", None, "2025-03-28"), "conflict": "world"}
        store.put_document(db, one, [claim(text, text, "alleges", "Avaria", "Bedonia")], "1")
        (row,) = queries.side_by_side(db, ClaimFilter(conflict="world"))
    assert list(row["cells"]) == ["Avaria"]
    assert row["cells"]["Avaria"][0]["read_after"] == 1


def test_totals(db) -> None:
    totals = queries.totals(db, ALL)
    claimants = totals.pop("claimants")
    assert totals == {
        "claims": 6,
        "documents": 3,
        "publishers": 2,
        "first_day": "2025-03-25",
        "last_day": "2025-03-26",
        "paraphrases": 6,
    }
    assert {row["claimant"]: (row["alleges"], row["denies"], row["answered"]) for row in claimants} == {
        "Ukraine": (2, 1, 0),
        "Russia": (1, 1, 1),
        "IAEA": (1, 0, 0),
    }
    assert queries.totals(db, ClaimFilter(text="nowhere"))["claims"] == 0


def test_timeline(db) -> None:
    rows = queries.timeline(db, ClaimFilter(parties=("Ukraine",)))
    assert [(row["day"], row["side"], row["stance"], row["n"]) for row in rows] == [
        ("2025-03-25", "Ukraine", "alleges", 1),
        ("2025-03-25", "Ukraine", "denies", 1),
        ("2025-03-26", "Ukraine", "alleges", 1),
    ]


def test_choices_count_what_the_other_filters_let_through(db) -> None:
    found = queries.choices(db, ClaimFilter(parties=("Russia",), regions=("UA-65",)))
    assert found["party"] == [
        {"value": "Ukraine", "label": "Ukraine", "n": 2},
        {"value": "Russia", "label": "Russia", "n": 0},
    ]
    assert [(row["label"], row["n"]) for row in found["region"]] == [
        ("Bryansk", 1),
        ("Kursk", 1),
        ("UA-65", 0),
    ]
    assert found["stance"] == []


def test_a_claim_with_its_places_and_a_document_with_its_text(db) -> None:
    alleged = next(queries.iter_claims(db, ClaimFilter(regions=("RU-BRY",))))
    one = queries.claim(db, alleged["id"])
    text = queries.document(db, one["document"])["text"]
    assert text[one["sentence_start"] : one["sentence_end"]] == one["sentence"]
    assert text[one["speaker_start"] : one["speaker_end"]] == one["speaker"]
    assert [text[place["place_start"] : place["place_end"]] for place in one["places"]] == ["Bryansk"]
    assert queries.claim(db, "none") is None
    assert queries.document(db, "none") is None


def test_the_conflict_and_its_data(db) -> None:
    (conflict,) = queries.conflicts(db)
    assert (conflict["title"], conflict["sides"], conflict["documents"]) == (
        "Russia – Ukraine",
        ["Russia", "Ukraine"],
        4,
    )
    assert [row["name"] for row in queries.parties(db, "ukraine")] == ["Russia", "Ukraine", "IAEA"]
    assert queries.agreements(db, "ukraine")[1]["end"] is None
    assert [row["party"] for row in queries.sources(db)] == ["Russia", "Ukraine"]


def test_runs_and_failures(tmp_path) -> None:
    with closing(filled(tmp_path / "claims.db")) as db:
        first = store.start_run(db, "ingest", None, "1")
        store.put_failure(db, first, "a.txt", "It is empty.")
        store.finish_run(db, first, {"documents": 2, "failed": 1})
        second = store.start_run(db, "ingest", "ukraine", "1")
        store.put_failure(db, second, "a.txt", "It is empty.")
        store.put_failure(db, second, "b.txt", "It is no text.")
        assert [(row["id"], row["documents"], row["finished"] is None) for row in queries.runs(db)] == [
            (second, 0, True),
            (first, 2, False),
        ]
        failures = queries.failures(db)
    assert [(row["source"], row["times"], row["run"]) for row in failures] == [
        ("b.txt", 1, second),
        ("a.txt", 2, second),
    ]


@pytest.mark.parametrize(
    ("chosen", "index"),
    [
        (ClaimFilter(conflict="ukraine"), "claims_conflict_day"),
        (ALL, "claims_day"),
        (ClaimFilter(parties=("Russia",)), "claims_claimant"),
        (ClaimFilter(accused=("Russia",)), "claims_accused"),
        (ClaimFilter(regions=("UA-65",)), "claim_regions_region"),
        (ClaimFilter(publishers=("East Wire",)), "documents_publisher"),
        (ClaimFilter(text="Kherson"), "VIRTUAL TABLE INDEX"),
    ],
)
def test_an_index_answers(db, chosen: ClaimFilter, index: str) -> None:
    condition, values = where(chosen)
    statement = sql("EXPLAIN QUERY PLAN", CLAIMS, condition, "ORDER BY c.day DESC NULLS LAST LIMIT 50")
    plan = [row["detail"] for row in db.query(statement, values)]
    assert any(index in step for step in plan), plan
