"""The questions: the disputes, the tallies, the figures, the choices."""

import csv
import io
from contextlib import closing
from datetime import date

import hostile
import pytest
from stories import CONFLICT, filled, total

from db import open_db, open_readonly, queries, store
from db.export import FORMULA, csv_lines
from db.filter import ClaimFilter
from db.tables import TABLES
from pipeline.lining import line_up

ALL = ClaimFilter()


@pytest.fixture(scope="module")
def db(tmp_path_factory):
    with closing(filled(tmp_path_factory.mktemp("queries") / "claims.db")) as opened:
        yield opened


def said(row) -> list[tuple[str, str, str | None]]:
    return [(one["claimant"], one["stance"], one["accused"]) for one in row["accounts"]]


def test_a_dispute_a_row(db) -> None:
    rows = queries.disputes(db, ALL)
    assert [(row["day"], row["regions"], row["status"]) for row in rows] == [
        ("2025-03-26", ["UA-65"], "unanswered"),
        ("2025-03-26", [], "nobody accused"),
        ("2025-03-25", ["RU-BRY", "RU-KRS"], "denied"),
        ("2025-03-25", ["UA-65"], "unanswered"),
        (None, [], "no allegation"),
    ]
    assert [said(row) for row in rows] == [
        [("Ukraine", "alleges", "Russia")],
        [("IAEA", "alleges", None)],
        [("Russia", "alleges", "Ukraine"), ("Ukraine", "denies", "Ukraine")],
        [("Ukraine", "alleges", "Russia")],
        [("Russia", "denies", "Russia")],
    ]
    assert rows[2]["region_names"] == ["Bryansk", "Kursk"]
    assert queries.count_disputes(db, ALL) == 5


def test_an_answer_is_linked_to_what_it_answers(db) -> None:
    (row,) = queries.disputes(db, ClaimFilter(regions=("RU-KRS",)))
    (link,) = row["links"]
    alleged, denied = row["accounts"]
    assert (link["type"], link["answer"], link["answered"]) == (
        "denies",
        denied["account"],
        alleged["account"],
    )
    assert (link["same_document"], link["same_sentence"], link["days"]) == (1, 0, 0)
    claim = queries.claim(db, alleged["claims"][0]["id"])
    (answer,) = claim["answers"]
    assert (answer["type"], answer["sentence"]) == ("denies", "Kyiv called the story invented.")


def test_a_dispute_passes_if_one_of_its_claims_does(db) -> None:
    rows = queries.disputes(db, ClaimFilter(stances=("denies",), parties=("Ukraine",)))
    assert [said(row) for row in rows] == [
        [("Russia", "alleges", "Ukraine"), ("Ukraine", "denies", "Ukraine")]
    ]


def test_documents_that_might_have_answered_are_counted(db) -> None:
    rows = queries.disputes(db, ClaimFilter(stances=("alleges",), regions=("UA-65",)))
    told = [(s["accused"], s["since"], s["documents"], s["own"]) for row in rows for s in row["silences"]]
    assert told == [("Russia", "2025-03-26", 1, 0), ("Russia", "2025-03-25", 2, 1)]


@pytest.mark.parametrize("grouping", queries.GROUPINGS)
def test_pages_of_disputes_join_to_the_whole(db, grouping) -> None:
    whole = queries.disputes(db, ALL, grouping, limit=100)
    pages = [row for n in range(0, 6, 2) for row in queries.disputes(db, ALL, grouping, limit=2, offset=n)]
    assert pages == whole
    assert len(whole) == 5


def test_disputes_are_grouped_by_region_and_by_agreement(db) -> None:
    by_region = [row["region_names"] for row in queries.disputes(db, ALL, "region")]
    assert by_region == [["Bryansk", "Kursk"], ["Kherson"], ["Kherson"], [], []]
    by_agreement = [row["agreement"] for row in queries.disputes(db, ALL, "agreement")]
    assert by_agreement == ["Energy pause"] * 3 + [None] * 2


def test_a_dispute_is_found_by_any_of_its_claims(db) -> None:
    (row,) = queries.disputes(db, ClaimFilter(regions=("RU-KRS",)))
    for account in row["accounts"]:
        for one in account["claims"]:
            assert queries.dispute(db, one["id"]) == row
    assert queries.dispute(db, "none") is None
    claims = queries.dispute_claims(db, row["number"])
    assert [one["stance"] for one in claims] == ["alleges", "denies"]
    assert queries.dispute_claims(db, row["number"], limit=1, offset=1) == claims[1:]


def test_sources_that_are_missing_are_told(db) -> None:
    assert queries.own_documents(db, ClaimFilter("ukraine")) == {"Russia": 1, "Ukraine": 2}
    later = ClaimFilter("ukraine", date_from=date(2025, 3, 26))
    assert queries.own_documents(db, later) == {"Russia": 0, "Ukraine": 2}


def windows(tmp_path, *totals) -> list[dict]:
    with closing(open_db(tmp_path / "claims.db")) as opened:
        store.put_conflict(opened, CONFLICT)
        for one, claims in totals:
            store.put_document(opened, one, claims, "1")
        line_up(opened)
        return queries.windows(opened, ALL)


def test_totals_of_the_same_days_stand_against_each_other(tmp_path) -> None:
    (row,) = windows(tmp_path, total("2025-04-20", "Russia", 4900), total("2025-04-20", "Ukraine", 2935))
    assert row["matched"]
    assert [(one["party"], one["latest"], one["reports"]) for one in row["figures"]] == [
        ("Russia", 4900, 1),
        ("Ukraine", 2935, 1),
    ]
    assert queries.gap(row) == 1965
    assert row["agreement"] == "Easter truce"


@pytest.mark.parametrize(
    "other",
    [
        {"date_from": "2025-04-19"},
        {"unit": "drones"},
        {"category": "energy_strike"},
        {"regions": ("UA-65",)},
        {"date_from": None, "date_to": None},
    ],
    ids=["other days", "other things", "another kind", "a part of the front", "no days"],
)
def test_totals_of_other_windows_never_meet(tmp_path, other) -> None:
    rows = windows(tmp_path, total("2025-04-20", "Russia", 49), total("2025-04-20", "Ukraine", 35, **other))
    assert [row["matched"] for row in rows] == [False, False]
    assert [queries.gap(row) for row in rows] == [None, None]
    assert sorted(one["latest"] for row in rows for one in row["figures"]) == [35, 49]


def test_a_total_without_days_comes_last_and_falls_into_no_truce(tmp_path) -> None:
    undated = total("2025-04-20", "Russia", 49, date_from=None, date_to=None)
    rows = windows(tmp_path, undated, total("2025-04-19", "Ukraine", 35))
    assert [(row["date_to"], row["agreement"]) for row in rows] == [
        ("2025-04-19", "Easter truce"),
        (None, None),
    ]


def test_a_total_that_grows_is_a_range_and_its_latest_counts(tmp_path) -> None:
    grown = total("2025-04-20", "Ukraine", 2935)
    grown[0]["published"] = "2025-04-21"
    (row,) = windows(tmp_path, total("2025-04-20", "Ukraine", 46), grown, total("2025-04-20", "Russia", 4900))
    ukraine = row["figures"][1]
    assert (ukraine["lowest"], ukraine["highest"], ukraine["latest"]) == (46, 2935, 2935)
    assert queries.gap(row) == 1965


def test_totals(db) -> None:
    totals = queries.totals(db, ALL)
    claimants = totals.pop("claimants")
    assert totals == {
        "claims": 6,
        "documents": 3,
        "publishers": 2,
        "disputes": 5,
        "waiting": 0,
        "first_day": "2025-03-25",
        "last_day": "2025-03-26",
    }
    assert {row["claimant"]: (row["allegations"], row["denies"], row["answered"]) for row in claimants} == {
        "Ukraine": (2, 1, 0),
        "Russia": (1, 1, 1),
        "IAEA": (1, 0, 0),
    }
    assert queries.totals(db, ClaimFilter(text="nowhere"))["claims"] == 0
    assert queries.paraphrased(db, ALL) == queries.paraphrased(db, ClaimFilter(conflict="ukraine")) == (4, 4)
    assert queries.paraphrased(db, ClaimFilter(conflict="world")) == (0, 0)


def test_of_many_claims_with_the_words_it_is_told_that_there_are_more(
    db, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ClaimFilter(conflict="ukraine", text="a* OR k* OR r* OR t*")
    whole = queries.totals(db, words)
    assert queries.figures(db, words) == {**whole, "more": ()}
    monkeypatch.setattr("db.figures.MOST", whole["disputes"])
    assert whole["disputes"] < whole["claims"]
    told = {"claims": whole["disputes"], "disputes": whole["disputes"], "more": ("claims",)}
    assert queries.figures(db, words) == told
    monkeypatch.setattr("db.figures.MOST", 1)
    assert queries.figures(db, words) == {"claims": 1, "disputes": 1, "more": ("claims", "disputes")}
    assert queries.figures(db, ClaimFilter(conflict="ukraine"))["claims"] == queries.count_claims(db, ALL)


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


@pytest.mark.parametrize("table", TABLES.values(), ids=list(TABLES))
def test_the_csv_of_a_table_holds_its_rows(db, table) -> None:
    assert read("".join(table.csv(db, ALL))) == read("".join(csv_lines(table.rows(db, ALL), table.names)))


def test_no_cell_of_hostile_claims_is_a_formula_or_hides_text(tmp_path) -> None:
    hostile.fill(tmp_path / "claims.db")
    table = TABLES["claims"]
    with closing(open_readonly(tmp_path / "claims.db")) as db:
        lines = "".join(table.csv(db, ALL))
        assert read(lines) == read("".join(csv_lines(table.rows(db, ALL), table.names)))
    assert lines.endswith("\r\n") and not set(lines) & set(hostile.UNSEEN)
    assert not [cell for row in read(lines) for cell in row if cell.startswith(FORMULA)]


def read(lines: str) -> list[list[str]]:
    """Return the cells of a CSV file."""
    return list(csv.reader(io.StringIO(lines, newline=""), strict=True))


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
