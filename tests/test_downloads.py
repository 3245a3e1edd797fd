"""The downloads over HTTP: exactly the filtered rows, whole, harmless, and a sentence for what is wrong."""

import csv
import io
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path
from urllib.parse import urlencode

import httpx
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from serving import on_a_port
from stories import claim, document, filled, total
from test_db_filter import FILTERS

from db import open_db, open_readonly, store
from db.filter import NONE, ClaimFilter
from db.tables import TABLES
from pipeline.lining import line_up
from views import downloads, headers

served = partial(on_a_port, downloads.routes, headers.middleware)


@pytest.fixture(scope="module")
def path(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("downloads") / "claims.db"
    filled(path).close()
    return path


@pytest.fixture(scope="module")
def client(path: Path) -> Iterator[httpx.Client]:
    with pytest.MonkeyPatch.context() as patch, served() as client:
        patch.setenv("CLAIMS_DB", str(path))
        yield client


def rows_of(answer: httpx.Response, table: str = "claims") -> list[dict[str, str]]:
    """Return the rows of a CSV answer, having looked at its form."""
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "text/csv; charset=utf-8; header=present"
    text = answer.content.decode("utf-8")
    assert text.endswith("\r\n")
    header, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    assert tuple(header) == TABLES[table].names
    assert all(len(row) == len(header) for row in rows)
    assert answer.headers["x-row-count"] == str(len(rows))
    return [dict(zip(header, row, strict=True)) for row in rows]


def plain_sql(chosen: ClaimFilter) -> tuple[str, list[str]]:
    """Return the filter as the SQL that a person would write, apart from the program's own."""
    conditions, values = ["1"], []

    def add(condition: str, *given: str) -> None:
        conditions.append(condition)
        values.extend(given)

    def marks(given: tuple[str, ...]) -> str:
        return ", ".join("?" * len(given))

    if chosen.conflict:
        add("conflict = ?", chosen.conflict)
    if chosen.regions:
        named = "id IN (SELECT c.id FROM claims c JOIN claim_regions r ON r.claim = c.number"
        open_too = f" OR NOT {named})" if NONE in chosen.regions else ""
        add(f"({named} AND r.region IN ({marks(chosen.regions)})){open_too})", *chosen.regions)
    if chosen.accused:
        open_too = " OR accused IS NULL" if NONE in chosen.accused else ""
        add(f"(accused IN ({marks(chosen.accused)}){open_too})", *chosen.accused)
    for column, wanted in (
        ("claimant", chosen.parties),
        ("category", chosen.categories),
        ("stance", chosen.stances),
    ):
        if wanted:
            add(f"{column} IN ({marks(wanted)})", *wanted)
    if chosen.publishers:
        publisher = "(SELECT d.publisher FROM documents d WHERE d.id = document)"
        add(f"{publisher} IN ({marks(chosen.publishers)})", *chosen.publishers)
    if chosen.date_from:
        add("day >= ?", str(chosen.date_from))
    if chosen.date_to:
        add("day <= ?", str(chosen.date_to))
    if chosen.text:
        add("number IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH ?)", chosen.text)
    return f"SELECT id FROM claims WHERE {' AND '.join(conditions)}", values  # noqa: S608


def test_tables_are_packed_for_whoever_takes_them_so(client: httpx.Client) -> None:
    for route in ("/claims.csv", "/claims.json", "/disputes.jsonl"):
        packed = client.get(route, headers={"Accept-Encoding": "gzip"})
        plain = client.get(route, headers={"Accept-Encoding": "identity"})
        assert packed.headers["Content-Encoding"] == "gzip" and packed.headers["Vary"] == "Accept-Encoding"
        assert "Content-Encoding" not in plain.headers and packed.content == plain.content != b""
        assert packed.num_bytes_downloaded < plain.num_bytes_downloaded


@settings(
    max_examples=20,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(FILTERS)
def test_csv_and_json_give_the_rows_of_the_sql(client: httpx.Client, path: Path, chosen: ClaimFilter) -> None:
    with closing(open_readonly(path)) as db:
        expected = sorted(id for (id,) in db.execute(*plain_sql(chosen)))
    query = urlencode(chosen.to_params(), doseq=True)
    answer = client.get(f"/claims.csv?{query}")
    assert sorted(row["id"] for row in rows_of(answer)) == expected
    assert answer.headers["x-filter"] == query
    body = client.get(f"/claims.json?{query}").json()
    assert sorted(row["id"] for row in body["claims"]) == expected
    assert (body["rows"], body["filter"]) == (len(expected), chosen.to_params())


def test_the_cells_are_what_is_stored(client: httpx.Client, path: Path) -> None:
    (row,) = rows_of(client.get("/claims.csv?region=RU-KRS"))
    with closing(open_readonly(path)) as db:
        stored = next(db.query("SELECT * FROM claims WHERE id = ?", [row["id"]]))
    assert (row["regions"], row["region_names"]) == ("RU-BRY; RU-KRS", "Bryansk; Kursk")
    assert (row["count"], row["accused"], row["url"]) == ("", "Ukraine", "https://news.example/doc-bryansk")
    for column in ("sentence", "speaker", "day", "stance", "claimant", "category"):
        assert row[column] == stored[column]


def test_no_cell_is_a_formula(client: httpx.Client) -> None:
    (row,) = rows_of(client.get("/claims.csv?category=other_strike"))
    assert (row["speaker"], row["via"]) == ("'-Moscow", "'+wire")
    assert row["title"] == '\'@sum "of" all, strange'
    assert row["sentence"].startswith("Moscow denied")
    (told,) = client.get("/claims.json?category=other_strike").json()["claims"]
    assert (told["speaker"], told["via"], told["count"]) == ("-Moscow", "+wire", None)


def test_the_file_says_what_it_holds(client: httpx.Client) -> None:
    answer = client.get("/claims.csv?party=Ukraine&from=2025-03-20&conflict=ukraine&q=Kherson")
    version = client.get("/health").json()["data_version"]
    assert answer.headers["x-data-version"] == version
    name = (
        f"claims_conflict-ukraine_party-Ukraine_from-2025-03-20_q-Kherson_2-rows_version-{version.split()[0]}"
    )
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}.csv"'
    assert answer.headers["x-content-type-options"] == "nosniff"
    odd = client.get("/claims.json?q=" + "%E2%80%9Cno%20such%0D%0AX-Evil:%201%E2%80%9D" + "%20word" * 40)
    assert odd.status_code == 200
    assert "x-evil" not in odd.headers
    assert len(odd.headers["content-disposition"]) < 180


def test_an_empty_answer_is_a_whole_file(client: httpx.Client) -> None:
    assert rows_of(client.get("/claims.csv?q=nowhere")) == []
    assert client.get("/claims.json?q=nowhere").json()["claims"] == []


@pytest.mark.parametrize(
    "query",
    [
        "colour=red",
        "region=RU-XXX",
        "party=Atlantis",
        "stance=lies",
        "from=soon",
        "q=%22open",
        "region=",
        "page=2",
    ],
)
@pytest.mark.parametrize(
    "route", ["/claims.csv", "/claims.json", "/claims.atom", "/disputes.jsonl", "/links.csv", "/tallies.xlsx"]
)
def test_a_wrong_parameter_is_one_sentence(client: httpx.Client, route: str, query: str) -> None:
    answer = client.get(f"{route}?{query}")
    assert answer.status_code == 400
    assert answer.headers["content-type"].startswith("text/plain")
    assert answer.text.endswith(".\n")
    assert answer.text.count("\n") == 1
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("route", ["/claims.xml", "/claims.csv.gz", "/disputes.atom", "/tallies.CSV"])
def test_a_form_that_there_is_not_is_one_sentence(client: httpx.Client, route: str) -> None:
    answer = client.get(route)
    table = route[1:].partition(".")[0]
    assert answer.status_code == 404
    assert answer.text.startswith(f"There is no {route[1:]}; there are {table}.csv, ")


def test_only_reading_is_served(client: httpx.Client) -> None:
    assert client.post("/claims.csv").status_code == 405
    head = client.head("/claims.csv?party=Russia")
    assert (head.status_code, head.content, head.headers["x-row-count"]) == (200, b"", "2")


def test_disputes_links_and_tallies_are_tables_too(client: httpx.Client, path: Path) -> None:
    (dispute,) = rows_of(client.get("/disputes.csv?region=RU-KRS"), "disputes")
    assert (dispute["status"], dispute["alleged_by"], dispute["denied_by"]) == ("denied", "Russia", "Ukraine")
    assert (dispute["claims"], dispute["reports"], dispute["publishers"]) == ("2", "1", "1")
    (link,) = rows_of(client.get("/links.csv?region=RU-KRS"), "links")
    assert (link["type"], link["answered"], link["dispute"]) == ("denies", dispute["id"], dispute["id"])
    assert link["strength"] in ("certain", "likely")
    assert link["why"]
    assert rows_of(client.get("/tallies.csv"), "tallies") == []
    (silent,) = rows_of(client.get("/disputes.csv?category=ceasefire_violation"), "disputes")
    assert (silent["unheard"], silent["documents_read"], silent["documents_own"]) == ("Russia", "1", "0")


def test_a_tally_a_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "claims.db"
    monkeypatch.setenv("CLAIMS_DB", str(path))
    with closing(filled(path)) as db, served() as client:
        for by, count in (("Russia", 4900), ("Ukraine", 2935)):
            store.put_document(db, *total("2025-04-20", by, count), "1")
        line_up(db)
        rows = rows_of(client.get("/tallies.csv?from=2025-04-01"), "tallies")
    assert [(row["party"], row["latest"], row["matched"], row["gap"]) for row in rows] == [
        ("Russia", "4900", "true", "1965"),
        ("Ukraine", "2935", "true", "1965"),
    ]


@pytest.mark.parametrize("name", TABLES)
def test_what_the_columns_hold_is_served_beside_them(client: httpx.Client, name: str) -> None:
    table = client.get(f"/{name}.csv")
    rows = rows_of(table, name)
    where = table.headers["link"].partition(">")[0].lstrip("<")
    told = client.get(f"/{where}")
    assert told.headers["content-type"] == "application/csvm+json"
    schema = told.json()["tableSchema"]
    assert told.json()["url"] == f"{name}.csv"
    assert [column["name"] for column in schema["columns"]] == list(TABLES[name].names)
    assert all(column["dc:description"] for column in schema["columns"])
    keys = [tuple(row[key] for key in schema["primaryKey"]) for row in rows]
    assert len(set(keys)) == len(keys)
    for column in schema["columns"]:
        for row in rows:
            cell = row[column["name"]]
            if cell and column["datatype"] == "integer":
                int(cell)
            if cell and column["datatype"] == "date":
                date.fromisoformat(cell)


def test_health(client: httpx.Client) -> None:
    answer = client.get("/health").json()
    assert answer.pop("data_version")
    assert answer == {"status": "ok", "claims": 6, "documents": 4}


def test_no_database_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMS_DB", str(tmp_path / "none.db"))
    with served() as client:
        for route in ("/claims.csv", "/claims.json"):
            answer = client.get(route)
            assert (answer.status_code, answer.text.count("\n")) == (503, 1)
            assert "There is no database" in answer.text
        assert client.get("/health").status_code == 503


def test_many_rows_are_streamed_of_one_state_while_others_write(tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "claims.db"
    monkeypatch.setenv("CLAIMS_DB", str(path))
    text = "\n".join(f"Kyiv said that Moscow had shelled hamlet {n}." for n in range(3000))
    claims = [claim(text, line, "alleges", "Ukraine", "Russia") for line in text.split("\n")]
    with closing(open_db(path)) as db, served() as client:
        store.put_document(db, document("doc-long", text, "Hamlets", None, "2025-03-28"), claims, "1")
        with client.stream("GET", "/claims.csv") as answer:
            pieces = answer.iter_bytes(1000)
            first = next(pieces)
            store.put_document(db, document("doc-long", text, "Hamlets", None, "2025-03-28"), [], "2")
            body = first + b"".join(pieces)
        assert len(list(csv.reader(io.StringIO(body.decode())))) == 3001
        assert answer.headers["x-row-count"] == "3000"
        assert client.get("/claims.csv").headers["x-row-count"] == "0"


def test_a_reader_that_goes_away_leaves_nothing_open(client: httpx.Client, path: Path) -> None:
    with client.stream("GET", "/claims.csv") as answer:
        next(answer.iter_bytes(10))
    assert client.get("/health").json()["status"] == "ok"
