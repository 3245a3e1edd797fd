"""Each page runs over a real database, without a browser: what it shows, and that nothing goes wrong."""

from contextlib import closing
from datetime import date
from html import escape
from pathlib import Path

import pytest
from showing import VIEWS, html, run
from stories import CUT, INVENTED, filled, stories, total
from streamlit.testing.v1 import AppTest

from db import open_db, queries, store
from pipeline.lining import line_up
from pipeline.records import Document
from pipeline.run import ingest

PAGES = ["side_by_side", "tallies", "map", "claims", "sources", "method"]


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "claims.db"
    filled(path).close()
    monkeypatch.setenv("CLAIMS_DB", str(path))
    return path


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


def test_the_sample_note_says_how_much_of_what_is_read_is_sample_data(database: Path) -> None:
    with closing(open_db(database)) as db:
        ids = queries.document_ids(db)
        for whole in (False, True):
            of = ids if whole else ids[:1]
            for id in of:
                db.execute("UPDATE documents SET kind = 'report' WHERE id = ?", [id])
            db.execute("UPDATE data_version SET number = number + 1")
            shown = html(run("side_by_side"))
            assert "Sample data" not in shown
            told = f"<b>Includes the sample.</b> {len(ids) - 1} of the {len(ids)} texts read are paraphrases"
            assert (told in shown) == (not whole) == ("remove --sample" in shown)
            claim = queries.document_claims(db, ids[0])[0]["id"]
            assert 'class="cc banner"' not in html(run("claim", id=claim))


def test_the_sample_note_says_where_texts_of_ones_own_are(database: Path) -> None:
    told = "Texts of your own on other conflicts"
    assert told not in html(run("side_by_side"))
    one, claims = stories()[0]
    with closing(open_db(database)) as db:
        store.put_conflict(db, {"name": "valley", "title": "Hill – Dale", "sides": ["Hill", "Dale"]})
        own = {**one, "id": "own", "url": None, "kind": "report", "conflict": "valley"}
        store.put_document(db, own, claims[:1])
        line_up(db)
    shown = html(run("side_by_side", conflict="ukraine"))
    assert f'{told}: <a href="?conflict=valley">Hill – Dale</a> (1).' in shown
    assert told not in html(run("side_by_side", conflict="valley"))


def test_a_filter_that_lets_nothing_through_says_so(database: Path) -> None:
    shown = html(run("side_by_side", conflict="ukraine", stance="admits"))
    assert "No claim passes the filters." in shown


def test_words_that_very_many_claims_have_bring_the_list_without_figures(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.figures.MOST", 1)
    for page, what in (("side_by_side", "dispute"), ("claims", "claim"), ("map", "claim")):
        app = run(page, conflict="ukraine", q="Bryansk OR Kherson")
        shown = html(app)
        assert "More than 1 claim have these words: too many to count." in shown
        assert app.get("download_button")[0].proto.label == f"Download CSV · more than 1 {what}"
        assert page == "map" or CUT in shown
        assert "cards" not in shown and "glance" not in shown


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
    shown = html(run(page, conflict="Ukrain"))
    assert "There is no conflict 'Ukrain' in the database; the nearest is 'ukraine'" in shown
    assert '<a href="?conflict=ukraine">Russia – Ukraine</a>' in shown


@pytest.mark.parametrize("page", FILTERED)
def test_an_address_takes_names_in_any_case_and_then_holds_the_values(database: Path, page: str) -> None:
    shown = run(page, conflict="Russia-Ukraine", region="bryansk", party="RUSSIA", stance="Alleges")
    assert "There is no" not in html(shown)
    held = {"conflict": "ukraine", "region": "RU-BRY", "party": "Russia", "stance": "alleges"}
    assert {name: shown.query_params[name] for name in held} == held


@pytest.mark.parametrize("page", FILTERED)
@pytest.mark.parametrize("name", ["order", "by", "span", "turned", "columns", "utm_source", "fbclid"])
def test_what_a_page_keeps_in_its_address_is_no_filter(database: Path, page: str, name: str) -> None:
    assert "There is no filter" not in html(run(page, **{name: "x"}))


def test_the_evidence_says_what_the_names_of_rule_and_lists_mean(database: Path) -> None:
    with closing(open_db(database)) as db:
        db.execute("UPDATE claims SET rule = 'say'")
        id = queries.document_claims(db, queries.document_ids(db)[0])[0]["id"]
    shown = html(run("claim", id=id))
    assert "<dd>say<br><small>the program's rule: how it is told" in shown


def test_a_claim_that_is_gone_is_a_sentence(database: Path) -> None:
    assert "There is no claim of that number." in html(run("claims", claim="0000"))
    assert "There is no claim of that id." in html(run("claim", id="0000"))
    assert "This address names no claim." in html(run("claim"))


def test_a_claim_of_another_conflict_brings_its_own_filter_or_says_so(database: Path) -> None:
    text = "The rebels said on Friday that the army had shelled a market."
    spoken = {"stance": "alleges", "category": "other_strike", "claimant": "Rebels", "accused": "Army"}
    with closing(open_db(database)) as db:
        store.put_conflict(db, {"name": "hills", "title": "Hill War", "sides": [], "parties": []})
        one = {"id": "doc-hills", "text": text, "conflict": "hills"}
        store.put_document(db, one, [{**spoken, "sentence": text, "span": (0, len(text))}], "1")
        line_up(db)
        (id,) = db.execute("SELECT id FROM claims WHERE document = 'doc-hills'").fetchone()
    alone = run("claims", claim=id)
    assert alone.selectbox(key="conflict").value == "hills"
    assert text in html(alone) and "another conflict" not in html(alone)
    beside = run("claims", claim=id, conflict="ukraine")
    assert beside.selectbox(key="conflict").value == "ukraine"
    assert f'another conflict than the filters: <a href="claims?conflict=hills&claim={id}">' in html(beside)


def test_what_was_not_read_is_said_to_be_of_all_conflicts(database: Path) -> None:
    assert "Of all conflicts" not in html(run("sources", tab="Not read"))
    with closing(open_db(database)) as db:
        store.put_failure(db, store.start_run(db, "ingest", None, "1"), "a.txt", "It is empty.")
    assert "Of all conflicts: what cannot be read" in html(run("sources", tab="Not read"))


def test_a_claim_has_a_page_of_its_own_and_says_how_to_cite_it(database: Path) -> None:
    with closing(open_db(database)) as db:
        (id,) = db.execute("SELECT id FROM claims WHERE sentence = ?", [CUT]).fetchone()
        version = queries.data_version(db)
    shown = html(run("claim", id=id))
    assert "<h1>Russia alleges: energy strike by Ukraine</h1>" in shown
    assert f"{CUT} Moscow's generals, paraphrased for the sample after: East Wire, 25 March 2025" in shown
    assert f"Claim {id}" in shown
    assert f"data version {version}, accessed " in shown
    assert f'href="claim?id={id}"' in shown
    assert f"dispute?conflict=ukraine&claim={id}" in shown


def rows_of(shown: str) -> list[str]:
    """The rows of the table of disputes, each in HTML."""
    return [part.partition("</article>")[0] for part in shown.split("<article>")[1:]]


def test_a_report_of_both_sides_stands_in_two_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "claims.db"
    monkeypatch.setenv("CLAIMS_DB", str(path))
    told = Document(
        id="doc-both",
        text="Moscow's military reported on Thursday that Ukrainian drones had this week hit power plants in "
        "the Bryansk and Kursk regions, in breach of the energy truce. Kyiv brushed the report aside as "
        "disinformation.\n\nUkrainian officials say that Russia has struck Ukrainian energy sites eight "
        "times since 18 March.",
        published=date(2025, 3, 27),
        url="https://news.example/both",
        publisher="News",
        language="en",
    )
    with closing(open_db(path)) as db:
        ingest(db, [told])
    first, second = rows_of(html(run("side_by_side", conflict="ukraine")))
    assert "Bryansk and Kursk" in first
    assert '<div class="status"><b>denied</b><small>in the same article</small></div>' in first
    left, right = first.split('<div class="status">')
    assert "Moscow's military reported" in left and "alleges" in left
    assert "Kyiv brushed the report aside as disinformation." in right and "denies" in right
    assert "No answer found in 1 document from or about Russia, 27 March – 1 April 2025" in second
    assert "eight times since 18 March" in second
    assert "<b>8</b>" in second
    assert "no answer found" in second


def test_a_side_whose_sources_are_missing_is_told(database: Path) -> None:
    warning = "No document from a source of Russia’s own was read since 26 March 2025"
    assert "No document from a source of" not in html(run("side_by_side", conflict="ukraine"))
    assert warning in html(run("side_by_side", **{"conflict": "ukraine", "from": "2025-03-26"}))


def test_several_reports_are_one_account_and_can_be_unfolded(database: Path) -> None:
    with closing(open_db(database)) as db:
        for n in range(12):
            one, (claim, *_) = stories()[0]
            day = f"2025-03-{25 + n % 2}"
            store.put_document(
                db, {**one, "id": f"doc-{n}", "publisher": f"Paper {n}", "published": day}, [claim]
            )
        line_up(db)
    (row,) = rows_of(html(run("side_by_side", region="RU-KRS")))
    assert "<b>13 reports</b>, 1 independent, 25–26 March 2025" in row
    assert "12 other reports, sentence by sentence" in row
    assert row.count(f"<q>{CUT}</q>") == 5
    assert "7 more reports in the whole dispute" in row


def test_a_dispute_without_an_address_is_a_sentence(database: Path) -> None:
    for wrong in ({}, {"id": "0000"}):
        shown = html(run("dispute", **wrong))
        assert "This address names no dispute." in shown
        assert "<code>dispute?claim=</code>" in shown
    assert "There is no dispute of that claim." in html(run("dispute", claim="<b>"))


def test_a_dispute_that_nobody_answered_is_shown(database: Path) -> None:
    with closing(open_db(database)) as db:
        found = queries.disputes(db, queries.ClaimFilter(), limit=100)
        alone = [
            row for row in found if not queries.dispute(db, row["accounts"][0]["claims"][0]["id"])["links"]
        ]
    assert alone
    for row in alone[:3]:
        shown = html(run("dispute", claim=row["accounts"][0]["claims"][0]["id"]))
        assert "Permanent link" in shown and "Who answers whom" not in shown


def test_a_dispute_is_shown_whole(database: Path) -> None:
    with closing(open_db(database)) as db:
        (row,) = queries.disputes(db, queries.ClaimFilter(regions=("RU-KRS",)))
    shown = html(run("dispute", claim=row["accounts"][1]["claims"][0]["id"]))
    assert "Energy strike, Bryansk and Kursk" in shown
    assert "<b>Ukraine</b> denies Russia’s allegation" in shown
    assert row["links"][0]["why"] in shown
    said = row["links"][0]["answer_sentence"]
    assert f'<span class="said"><em>“{escape(said)}”</em>' in shown
    assert shown.count(f">{INVENTED}<") == 2  # in its column, and among all reports
    assert f"dispute?conflict=ukraine&claim={row['id']}" in shown


def test_totals_that_match_stand_against_each_other(database: Path) -> None:
    with closing(open_db(database)) as db:
        for by, count in (("Russia", 4900), ("Ukraine", 2935)):
            store.put_document(db, *total("2025-04-20", by, count))
        store.put_document(db, *total("2025-04-21", "Russia", 17, regions=("UA-65",)))
        line_up(db)
    shown = html(run("tallies", conflict="ukraine"))
    matched, alone = shown.partition("<tbody>")[2].split('scope="row"')[:0:-1]
    assert "4,900" in matched and "2,935" in matched and "<b>1,965</b>" in matched
    assert "<b>17</b>" in alone and "no total" in alone and "no match" in alone


def test_no_totals_is_a_sentence(database: Path) -> None:
    assert "No total passes the filters." in html(run("tallies", conflict="ukraine"))


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
    assert shown.count('class="name"') == 3
    rows = rows_of(shown)
    assert [first in row for row in rows] == [True, False]
    assert [second in row for row in rows] == [False, True]
    assert "Neither says anything of it nor is accused." in rows[0]


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
    shown = html(run(page, **({"tab": "Articles"} if page == "sources" else {})))
    assert "monday.txt" in shown and "notes.jsonl:2" in shown
    assert str(own_texts.parent) not in shown
    assert "↗" not in shown and "0 publishers" not in shown


def test_a_text_without_address_is_cited_by_its_file(own_texts: Path) -> None:
    with closing(open_db(own_texts)) as db:
        (id,) = db.execute("SELECT id FROM claims WHERE document = 'monday.txt'").fetchone()
    shown = html(run("claim", id=id))
    assert "Russia, in: monday.txt. Claim" in shown
    assert "<h2>monday.txt</h2>" in shown and "open the source" not in shown


def test_where_a_login_is_asked_for_a_stranger_sees_nothing_else(database: Path) -> None:
    app = AppTest.from_file(str(VIEWS / "app.py"), default_timeout=20)
    app.secrets["auth"] = {"client_id": "claims"}
    app.run()
    assert not app.exception
    assert "for readers who have logged in" in html(app)
    assert [button.label for button in app.button] == ["Log in"]
    assert CUT not in html(app)
