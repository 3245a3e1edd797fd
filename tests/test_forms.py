"""The other forms of a download: Excel, JSON lines, Atom, and the headers that all of them bear."""

import io
import json
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import feedparser
import httpx
import openpyxl
import pytest
from stories import CUT, claim, document, filled
from test_downloads import client, path, rows_of, served

from db import open_db, sheet, store
from db.tables import TABLES

__all__ = ["client", "path"]  # fixtures


def sheets_of(answer: httpx.Response) -> openpyxl.Workbook:
    assert answer.status_code == 200, answer.text
    return openpyxl.load_workbook(io.BytesIO(answer.content))


@pytest.mark.parametrize("name", TABLES)
def test_json_lines_are_the_rows_of_json(client: httpx.Client, name: str) -> None:
    lines = client.get(f"/{name}.jsonl?conflict=ukraine")
    assert lines.headers["content-type"] == "application/x-ndjson"
    rows = [json.loads(line) for line in lines.text.splitlines()]
    assert rows == client.get(f"/{name}.json?conflict=ukraine").json()[name]
    assert lines.headers["x-row-count"] == str(len(rows))


@pytest.mark.parametrize("name", TABLES)
def test_excel_holds_the_cells_of_csv_and_says_what_they_are(client: httpx.Client, name: str) -> None:
    book = sheets_of(client.get(f"/{name}.xlsx?conflict=ukraine"))
    header, *lines = book[name].iter_rows(values_only=True)
    assert header == TABLES[name].names
    said = [
        {key: "" if cell is None else str(cell) for key, cell in zip(header, line, strict=True)}
        for line in lines
    ]
    plain = rows_of(client.get(f"/{name}.csv?conflict=ukraine"), name)
    assert said == [{key: cell.removeprefix("'") for key, cell in row.items()} for row in plain]
    about = {row[0]: row[1] for row in book["about"].iter_rows(values_only=True)}
    assert (about["filter"], about["rows"]) == ("conflict: ukraine", len(lines))
    assert about["data version"] == client.get("/health").json()["data_version"]
    assert about["conflict"] == "the conflict"


def test_no_cell_of_excel_is_a_formula_or_a_link(client: httpx.Client) -> None:
    book = sheets_of(client.get("/claims.xlsx"))
    cells = [cell for page in book for row in page.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert not any(cell.hyperlink for cell in cells)
    assert "-Moscow" in {cell.value for cell in cells}


def test_a_text_too_long_for_a_cell_is_cut_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMS_DB", str(tmp_path / "claims.db"))
    text = "Kyiv said that Moscow had shelled " + "a very long village " * 2000
    with closing(open_db(tmp_path / "claims.db")) as db, served() as client:
        made = claim(text, text, "alleges", "Ukraine", "Russia")
        store.put_document(db, document("doc-long", text, "Long", None, "2025-03-28"), [made], "1")
        (cell,) = [
            c.value
            for c in sheets_of(client.get("/claims.xlsx"))["claims"][2]
            if str(c.value).startswith("Kyiv")
        ]
        assert client.get("/claims.json").json()["claims"][0]["sentence"] == text
    assert len(cell) == sheet.LONGEST
    assert cell.endswith(sheet.CUT)


def test_a_feed_reader_reads_the_latest_claims_of_a_filter(client: httpx.Client) -> None:
    answer = client.get("/claims.atom?conflict=ukraine&party=Russia")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = feedparser.parse(answer.content)
    assert (feed.bozo, feed.version) == (False, "atom10")
    assert feed.feed.title == "Ceasefire claims: ukraine, Russia"
    assert [entry.title for entry in feed.entries] == [
        "Russia alleges: energy strike by Ukraine, Bryansk, Kursk",
        "Russia denies: other strike by Russia",
    ]
    first = feed.entries[0]
    assert first.updated == "2025-03-25T00:00:00Z"
    assert CUT in first.summary
    links = {link.rel: link.href for link in first.links}
    assert links["via"] == "https://news.example/doc-bryansk"
    assert links["alternate"].startswith(f"{client.base_url}/claim?id=")
    assert len({entry.id for entry in feed.entries}) == 2
    assert feed.feed.links[0].href == f"{client.base_url}/claims.atom?conflict=ukraine&party=Russia"
    empty = feedparser.parse(client.get("/claims.atom?q=nowhere").content)
    assert (empty.bozo, empty.entries) == (False, [])


def test_what_is_read_last_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMS_DB", str(tmp_path / "claims.db"))
    text = "Kyiv said that Moscow had shelled a hamlet."
    with closing(filled(tmp_path / "claims.db")) as db, served() as client:
        made = claim(text, text, "alleges", "Ukraine", "Russia")
        late = {**document("doc-late", text, "Late", None, "2025-01-01"), "fetched": "2025-06-01T10:00:00Z"}
        store.put_document(db, late, [made], "1")
        feed = feedparser.parse(client.get("/claims.atom").content)
    assert text in feed.entries[0].summary
    assert feed.entries[0].updated == "2025-06-01T10:00:00Z"


def test_text_that_is_markup_is_text_in_a_feed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMS_DB", str(tmp_path / "claims.db"))
    text = "Kyiv said <script>alert(1)</script> ]]> &amp; \u202e \x0b that Moscow had shelled a hamlet."
    with closing(filled(tmp_path / "claims.db")) as db, served() as client:
        made = claim(text, text, "alleges", "Ukraine", "Russia", speaker='"><script>')
        odd = {
            **document("doc-odd", text, "</title><script>", "]]>", "2025-06-01"),
            "url": "javascript:alert(1)",
        }
        store.put_document(db, odd, [made], "1")
        answer = client.get("/claims.atom?q=" + quote('hamlet OR "<b>"'))
    assert b"<script" not in answer.content
    assert b"javascript:" not in answer.content
    feed = feedparser.parse(answer.content, sanitize_html=False)
    assert feed.bozo is False
    assert "<script>alert(1)</script> ]]> &amp; \ufffd \ufffd that" in feed.entries[0].summary


@pytest.mark.parametrize(
    "route", ["claims.csv", "claims.atom", "claims.xlsx", "health", "claims.csv-metadata.json"]
)
def test_an_answer_may_not_act_in_a_browser(client: httpx.Client, route: str) -> None:
    headers = client.get(f"/{route}").headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["content-security-policy"].startswith("default-src 'none'; sandbox")


def test_nothing_reorders_text_in_a_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMS_DB", str(tmp_path / "claims.db"))
    text = "Kyiv said that \u202eMoscow\u202c had \u2066shelled\u2069 a \x00hamlet."
    with closing(filled(tmp_path / "claims.db")) as db, served() as client:
        store.put_document(
            db,
            document("doc-odd", text, text, text, None),
            [claim(text, text, "alleges", "Ukraine", "Russia")],
            "1",
        )
        told = client.get("/claims.csv?q=hamlet").text
        book = sheets_of(client.get("/claims.xlsx?q=hamlet"))
    cells = "".join(str(cell.value) for row in book["claims"].iter_rows() for cell in row)
    for unseen in "\u202e\u202c\u2066\u2069\x00":
        assert unseen not in told
        assert unseen not in cells
