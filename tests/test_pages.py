"""Each page runs over a real database, without a browser: what it shows, and that nothing goes wrong."""

from contextlib import closing
from html import unescape
from pathlib import Path

import pytest
from stories import CUT, filled
from streamlit.testing.v1 import AppTest

from db import open_db, queries, store
from pipeline.lining import line_up

VIEWS = Path(__file__).parents[1] / "views"
PAGES = ["side_by_side", "tallies", "map", "claims", "sources", "method"]


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "claims.db"
    filled(path).close()
    monkeypatch.setenv("CLAIMS_DB", str(path))
    return path


def run(page: str, **params: str) -> AppTest:
    app = AppTest.from_file(str(VIEWS / f"{page}.py"), default_timeout=20)
    for name, value in params.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app


def html(app: AppTest) -> str:
    """All our HTML on the page, as a reader sees its characters."""
    return unescape("\n".join(block.proto.body for block in app.get("html")))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_runs_and_names_the_sample(database: Path, page: str) -> None:
    assert "Sample data" in html(run(page))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_without_a_database_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    monkeypatch.setenv("CLAIMS_DB", str(tmp_path / "none.db"))
    shown = html(run(page))
    assert "There is no data to show yet." in shown
    assert "<code>python -m pipeline ingest" in shown


def test_the_sample_note_goes_when_no_paraphrase_is_left(database: Path) -> None:
    with closing(open_db(database)) as db:
        db.execute("UPDATE documents SET kind = 'report'")
        db.conn.commit()
    assert "Sample data" not in html(run("side_by_side"))


def test_a_filter_that_lets_nothing_through_says_so(database: Path) -> None:
    shown = html(run("side_by_side", conflict="ukraine", stance="admits"))
    assert "No claim passes the filters." in shown


def test_the_filter_of_the_address_reaches_widgets_and_rows(database: Path) -> None:
    app = run("side_by_side", region="RU-BRY", party="Russia")
    assert app.multiselect(key="region").value == ["RU-BRY"]
    assert CUT in html(app)
    app.multiselect(key="region").set_value(["UA-65"]).run()
    assert CUT not in html(app)
    assert app.query_params["region"] in ("UA-65", ["UA-65"])


FILTERED = [page for page in PAGES if page != "method"]


@pytest.mark.parametrize("page", FILTERED)
def test_a_misspelt_filter_in_the_address_is_refused(database: Path, page: str) -> None:
    shown = html(run(page, form="2025-03-01"))
    assert "There is no filter 'form'; the filters are conflict, region" in shown
    assert "Nothing is shown, so that nothing is mistaken" in shown
    assert CUT not in shown and "of this conflict read" not in shown


@pytest.mark.parametrize("page", FILTERED)
def test_a_conflict_that_is_not_there_offers_those_that_are(database: Path, page: str) -> None:
    shown = html(run(page, conflict="Ukraine"))
    assert "There is no conflict 'Ukraine' in the database; the nearest is 'ukraine'" in shown
    assert '<a href="?conflict=ukraine">Russia – Ukraine</a>' in shown


@pytest.mark.parametrize("page", FILTERED)
@pytest.mark.parametrize("name", ["order", "by", "span", "turned", "columns", "utm_source", "fbclid"])
def test_what_a_page_keeps_in_its_address_is_no_filter(database: Path, page: str, name: str) -> None:
    assert "There is no filter" not in html(run(page, **{name: "x"}))


def test_a_claim_that_is_gone_is_a_sentence(database: Path) -> None:
    assert "no claim of that number" in html(run("claims", claim="0000"))
    assert "There is no claim of that address." in html(run("claim", id="0000"))
    assert "There is no claim of that address." in html(run("claim"))


def test_a_claim_has_a_page_of_its_own_and_says_how_to_cite_it(database: Path) -> None:
    with closing(open_db(database)) as db:
        (id,) = db.execute("SELECT id FROM claims WHERE sentence = ?", [CUT]).fetchone()
        version = queries.data_version(db)
    shown = html(run("claim", id=id))
    assert "<h1>Russia alleges: energy strike by Ukraine</h1>" in shown
    assert f"“{CUT}” Moscow's generals, in: East Wire, 25 March 2025" in shown
    assert f"Claim {id}" in shown
    assert f"data version {version}, accessed " in shown
    assert f'href="claim?id={id}"' in shown
    assert f"dispute?conflict=ukraine&claim={id}" in shown


def test_a_conflict_of_three_sides_gives_each_a_strip_and_others_a_place(database: Path) -> None:
    sides = {"Alpha": "#1f6f78", "Beta": "#b4641e", "Gamma": None}
    parties = [{"name": n, "side": n, "colour": c, "countries": []} for n, c in sides.items()]
    text = "Alpha said that Beta had shelled its road. Gamma said that Alpha had broken the truce."
    first, second = (f"{s.rstrip('.')}." for s in text.split(". "))
    with closing(open_db(database)) as db:
        store.put_conflict(db, {"name": "three", "title": "Three", "sides": list(sides), "parties": parties})
        one = {"id": "doc-three", "text": text, "published": "2025-05-01", "conflict": "three"}
        spoken = {"stance": "alleges", "category": "other_strike"}
        end = len(first)
        claims = [
            {**spoken, "sentence": first, "span": (0, end), "claimant": "Alpha", "accused": "Beta"},
            {
                **spoken,
                "sentence": second,
                "span": (end + 1, len(text)),
                "claimant": "Gamma",
                "accused": "Alpha",
            },
        ]
        store.put_document(db, one, claims, "1")
        line_up(db)
    shown = html(run("side_by_side", conflict="three"))
    assert "Sample data" not in shown
    assert first in shown
    assert second in shown


def test_a_conflict_that_names_no_sides_takes_the_two_who_speak(database: Path) -> None:
    text = "Delta said that rebels had fired on its post."
    with closing(open_db(database)) as db:
        one = {"id": "doc-open", "text": text, "published": None, "conflict": "elsewhere"}
        claim = {"stance": "alleges", "category": "other_strike", "sentence": text, "span": (0, len(text))}
        store.put_document(db, one, [{**claim, "claimant": "Delta", "accused": None}], "1")
        line_up(db)
    shown = html(run("side_by_side", conflict="elsewhere"))
    assert text in shown
    assert "nobody accused" in shown


@pytest.fixture
def own_texts(database: Path, tmp_path: Path) -> Path:
    """Two texts of one's own in the database, without title, publisher and address."""
    spoken = {"stance": "alleges", "category": "other_strike", "claimant": "Russia", "accused": "Ukraine"}
    with closing(open_db(database)) as db:
        db.execute("DELETE FROM documents")
        for name, place in (("monday.txt", "a depot"), ("notes.jsonl:2", "a bridge")):
            text = f"Moscow said that Ukrainian drones had hit {place}."
            one = {"id": name, "text": text, "conflict": "ukraine", "source": str(tmp_path / name)}
            store.put_document(db, one, [{**spoken, "sentence": text, "span": (0, len(text))}], "1")
        line_up(db)
    return database


@pytest.mark.parametrize("page", ["side_by_side", "claims", "sources"])
def test_texts_of_ones_own_are_told_apart_by_their_files(own_texts: Path, page: str) -> None:
    shown = html(run(page))
    assert "monday.txt" in shown and "notes.jsonl:2" in shown
    assert str(own_texts.parent) not in shown
    assert "↗" not in shown and "0 publishers" not in shown


def test_a_text_without_address_is_cited_by_its_file(own_texts: Path) -> None:
    with closing(open_db(own_texts)) as db:
        (id,) = db.execute("SELECT id FROM claims WHERE document = 'monday.txt'").fetchone()
    shown = html(run("claim", id=id))
    assert "Russia, in: monday.txt. Claim" in shown
    assert "<h2>monday.txt</h2>" in shown and "open the source" not in shown
