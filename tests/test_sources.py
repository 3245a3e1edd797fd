"""Sources: those that conflicts list, what each gave, how evenly the sides were read, how that is shown."""

from collections import Counter
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from site_server import QUICK, feed, ok, serving
from stories import CONFLICT, filled
from typer.testing import CliRunner

from db import open_db, queries, store
from db.filter import ClaimFilter
from pipeline.__main__ import app
from pipeline.conflict import Source, conflict_names, load_conflict
from pipeline.errors import BadSource
from pipeline.rows import conflict_row
from pipeline.source_table import checked, listed, state_of
from pipeline.sources import columns_of, feeds_of
from views.parts import balance, source_list
from views.parts.sides import Side

SIDES = [Side("Russia", "#1f6f78", ("Russia",)), Side("Ukraine", "#b4641e", ("Ukraine",))]


def test_the_war_in_ukraine_is_read_from_both_sides_and_from_others() -> None:
    conflict = load_conflict("ukraine")
    sources = conflict.sources
    assert len(sources) >= 30
    assert len({source.url for source in sources}) == len(sources)
    by_side = Counter(source.side for source in sources)
    assert all(by_side[side] >= 3 for side in conflict.sides) and by_side[None] >= 20
    assert len({source.country for source in sources if source.side is None}) >= 8
    feeds = Counter(source.side for source in sources if source.feed)
    assert all(feeds[side] for side in conflict.sides)


@pytest.mark.parametrize("name", conflict_names())
def test_every_source_is_an_address_with_a_country_and_a_site(name: str) -> None:
    for source in load_conflict(name).sources:
        assert source.url.startswith(("https://", "http://"))
        assert len(source.country) == 2 and source.country.isupper()
        assert source.site and "/" not in source.site


def test_a_feed_that_two_conflicts_list_is_read_once() -> None:
    feeds = feeds_of(conflict_names())
    assert len({feed.url for feed in feeds}) == len(feeds) and all(feed.feed for feed in feeds)


def test_columns_are_options() -> None:
    assert columns_of(["text=Body text", "published=Date"]) == {"text": "Body text", "published": "Date"}
    for wrong in ("text", "text=", "words=Body"):
        with pytest.raises(BadSource, match="KEY=NAME"):
            columns_of([wrong])


def visit(address: str, time: datetime, error: str | None = None) -> dict:
    listed = {"articles": 3, "asked": 3, "empty": 0, "failed": 0}
    return {"address": address, "time": time, "etag": None, "modified": None, "error": error, "until": None,
            "document": None, "listed": listed}  # fmt: skip


@pytest.fixture
def db(tmp_path: Path):
    conflict = {**CONFLICT, "sources": [{**CONFLICT["sources"][0], "feed": 1, "site": "east.example"},
                                        {**CONFLICT["sources"][1], "feed": 1, "site": "news.example"},
                                        {"address": "https://far.example/", "publisher": "<b>Far"},
                                       ]}  # fmt: skip
    with closing(filled(tmp_path / "claims.db")) as opened:
        store.put_conflict(opened, conflict)
        run = store.start_run(opened, "ingest", None, "1")
        opened.execute("UPDATE documents SET source = 'https://east.example/feed' WHERE id = 'doc-bryansk'")
        store.put_visit(opened, run, visit("https://east.example/feed", datetime.now(UTC)), 3)
        error = "It answers 503 Service Unavailable."
        store.put_visit(opened, run, visit("https://west.example/feed", datetime.now(UTC), error), 0)
        yield opened


def test_a_document_belongs_to_the_feed_that_gave_it_or_to_its_site(db) -> None:
    states = {row["publisher"]: row for row in queries.source_states(db, "ukraine")}
    assert (states["East Wire"]["articles"], states["East Wire"]["claims"]) == (1, 3)
    assert (states["West Wire"]["articles"], states["West Wire"]["claims"]) == (3, 3)
    assert states["East Wire"]["fetched"] and states["East Wire"]["error"] is None
    assert states["West Wire"]["error"] == "It answers 503 Service Unavailable."
    assert list(states) == ["East Wire", "West Wire", "<b>Far"]
    assert list(queries.troubled(db, ["https://east.example/feed", "https://west.example/feed"])) == [
        ("https://west.example/feed", "It answers 503 Service Unavailable.")
    ]


def test_the_list_is_shown_with_what_is_amiss_and_nothing_of_it_acts(db) -> None:
    states = queries.source_states(db, "ukraine")
    shown = source_list.summary(states) + source_list.table(states, SIDES)
    assert "3 sources listed; 2 are feeds, 2 of them asked." in shown
    assert "Something is amiss with West Wire." in shown
    assert "<b>It answers 503 Service Unavailable.</b>" in shown
    assert "<b>Far" not in shown and "no feed, so it is not read" in shown
    assert [state_of(Source("x", "y", "GB", feed=bool(row["feed"])), row) for row in states][2] == (
        "no feed: not read",
        False,
    )


def test_the_sides_are_weighed_by_the_week(db) -> None:
    weeks = balance.weeks_of(queries.balance(db, ClaimFilter(conflict="ukraine")), SIDES)
    assert [(week.monday, dict(week.articles), dict(week.claims)) for week in weeks] == [
        ("2025-03-24", {"Russia": 1, "Ukraine": 2}, {"Russia": 3, "Ukraine": 2})
    ]
    assert balance.warning(weeks, SIDES) == ""
    shown = balance.table(weeks, SIDES)
    assert "24–30 March 2025" in shown and "2 articles, 2 claims" in shown and ">none<" in shown


def test_a_side_that_is_missing_is_told() -> None:
    read = (3, "Ukraine"), (10, "Russia"), (17, None), (24, "Russia"), (31, "Russia")
    rows = [{"week": f"2025-03-{day:02}", "party": party, "articles": 1, "claims": 0} for day, party in read]
    weeks = balance.weeks_of(rows, SIDES)
    assert balance.missing(weeks, SIDES) == ["Ukraine"]
    assert "No outlet of <b>Ukraine</b> was read in the 4 latest weeks" in balance.warning(weeks, SIDES)
    assert (
        balance.missing(weeks[1:], SIDES)
        == []
        == balance.missing([], SIDES)
        == balance.missing(weeks, SIDES[:1])
    )


def test_the_sources_are_listed_without_a_database_and_asked_if_so_wished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = list(listed(["ukraine"], tmp_path / "none.db"))
    assert len(lines) == len(load_conflict("ukraine").sources)
    assert {line.cells[5] for line in lines} == {"not asked yet", "no feed: not read"}
    with serving({"/f": feed("a", "b"), "/p": ok("<p>A page.</p>"), "/e": feed()}) as site:
        tried = ("/f", True), ("/p", False), ("/p", True), ("/e", True), ("/g", True)
        sources = [Source("x", site.address + path, "GB", None, is_feed, "x") for path, is_feed in tried]
        lines = list(checked(sources, QUICK))
    assert [(line.cells[3], line.cells[5], line.amiss) for line in lines] == [
        ("2", "a feed", False),
        ("", "a page", False),
        ("", "It gives a web page and no feed.", True),
        ("", "The feed lists no article.", True),
        ("", "It answers 404 Not Found.", True),
    ]


def test_a_list_from_an_empty_database(tmp_path: Path) -> None:
    open_db(tmp_path / "claims.db").close()
    assert not any(line.amiss for line in listed(["sudan"], tmp_path / "claims.db"))


def test_the_command_lists_sources_and_its_exit_status_says_if_one_is_amiss(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    arguments = ["sources", "--conflict", "ukraine", "--db", str(path)]
    well = CliRunner().invoke(app, arguments)
    assert well.exit_code == 0 and "not asked yet" in well.stdout and "TASS" in well.stdout
    address = next(source.url for source in load_conflict("ukraine").sources if source.feed)
    with closing(open_db(path)) as db:
        store.put_conflict(db, conflict_row(load_conflict("ukraine")))
        run = store.start_run(db, "ingest", None, "1")
        store.put_visit(db, run, visit(address, datetime.now(UTC), "It answers 410 Gone."), 0)
    amiss = CliRunner().invoke(app, arguments)
    assert amiss.exit_code == 3 and "It answers 410 Gone." in amiss.stdout
