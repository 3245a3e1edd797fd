"""The charts: Plotly figures that say what they show, of which filter, from where, and in which state."""

import json
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hostile import UNSEEN, fill
from showing import charts, run
from stories import filled, total

from db import open_db, open_readonly, queries, store
from db.filter import ClaimFilter
from pipeline.lining import line_up
from views.parts import bars
from views.parts.figure import NARROW, WIDE, Imprint
from views.parts.sides import Side
from views.parts.timeline import read_timeline

PAGES = {"side_by_side": "timeline", "tallies": "tallies", "map": "map"}
OPEN = {"side_by_side": {"timeline": "true"}, "tallies": {}, "map": {}}
"""What opens the chart of a page that does not begin with it."""
NAMES = ("side_by_side", "tallies", "map")
TAGS = re.compile(r"<extra></extra>|</?(?:b|br|span(?: style=\"color:#[0-9a-f]{6}\")?)>")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("charts") / "claims.db"
    with closing(filled(path)) as db:
        for by, count in (("Russia", 4900), ("Ukraine", 2935)):
            store.put_document(db, *total("2025-04-20", by, count))
        line_up(db)
    return path


@pytest.fixture(autouse=True)
def shown(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMS_DB", str(path))


def words_in(value: Any) -> Iterator[str]:
    """Every text in a figure that Plotly writes out."""
    if isinstance(value, dict):
        for part in value.values():
            yield from words_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from words_in(part)
    elif isinstance(value, str):
        yield value


@pytest.mark.parametrize("page", NAMES)
def test_a_chart_says_what_it_is_of_and_in_which_state(path: Path, page: str) -> None:
    (wide, narrow, *_) = charts(run(page, conflict="ukraine", stance="alleges", **OPEN[page]))
    with closing(open_readonly(path)) as db:
        version = queries.data_version(db)
    for spec, config in (wide, narrow):
        title = spec["layout"]["title"]
        small = spec["layout"]["annotations"][0]["text"].replace("<br>", " ")
        assert title["subtitle"]["text"].replace("<br>", " ").endswith("Only: stance alleges.")
        assert f"data version {version}" in small
        assert "Source: " in small and "East Wire" in small and "Sample data" in small
        options = config["toImageButtonOptions"]
        name = f"{PAGES[page]}_conflict-ukraine_stance-alleges_"
        assert options["filename"].startswith(name)
        assert options["filename"].endswith(f"_version-{version.split()[0]}")
        assert (options["format"], config["modeBarButtons"]) == ("png", [["toImage"]])


def test_the_reader_chooses_the_form_of_the_picture() -> None:
    app = run("map", conflict="ukraine")
    app.session_state["picture"] = "SVG"
    app.run()
    assert {config["toImageButtonOptions"]["format"] for _, config in charts(app)} == {"svg"}


def test_every_bar_is_a_number_of_the_database(path: Path) -> None:
    for spec, _ in charts(run("side_by_side", conflict="ukraine", timeline="true"))[:2]:
        heights = [abs(n) for trace in spec["data"] if trace["name"] != "days" for n in trace["y"] if n]
        with closing(open_readonly(path)) as db:
            rows = queries.timeline(db, ClaimFilter(conflict="ukraine"))
        assert sum(heights) == sum(row["n"] for row in rows if row["claimant"] != "IAEA")
        told = " ".join(data[2] for trace in spec["data"] for data in trace.get("customdata", []))
        assert "Ukraine alleges 1, denies 1" in told.replace("<br>", " ")


def test_matching_totals_have_a_line_between_them() -> None:
    spec, _ = charts(run("tallies", conflict="ukraine"))[0]
    (gaps,) = (trace for trace in spec["data"] if trace["name"] == "gaps")
    assert sorted(y for y in gaps["y"] if y) == [2935, 4900]
    assert "In 1 window two sides give a total" in spec["layout"]["annotations"][0]["text"]


def test_agreements_are_bands_with_names_where_there_is_room() -> None:
    (wide, _), (narrow, _), *_ = charts(run("side_by_side", conflict="ukraine", timeline="true"))
    assert [one["text"] for one in wide["layout"]["annotations"][1:]] == ["Energy pause", "Easter truce"]
    assert len(narrow["layout"]["annotations"]) == 1
    assert "Shaded: Energy pause and Easter truce." in narrow["layout"]["annotations"][0]["text"]
    assert len(wide["layout"]["shapes"]) == len(narrow["layout"]["shapes"]) == 2


def test_three_sides_have_a_strip_each_and_denials_a_pattern() -> None:
    sides = [Side(name, "#1f6f78", (name,)) for name in ("Alpha", "Beta", "Gamma")]
    rows = [
        {"day": "2025-03-01", "claimant": s.name, "category": "energy_strike", "stance": "denies", "n": 2}
        for s in sides
    ]
    line = read_timeline(rows, sides)
    assert line is not None
    figure = bars.figure(line, [], Imprint("All", "Source: none.", "name"), WIDE)
    drawn = [trace for trace in figure.data if trace.customdata is None and trace.y[0]]
    assert {trace.yaxis for trace in drawn} == {"y", "y2", "y3"}
    assert all(trace.marker.pattern.shape == "/" for trace in drawn)
    assert [one.text for one in figure.layout.annotations[1:]] == [f"<b>{s.name}</b>" for s in sides]
    assert bars.figure(line, [], Imprint("All", "", "name"), NARROW).layout.height > figure.layout.height - 20


def test_hostile_texts_are_letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "hostile.db"
    fill(path)
    with closing(open_db(path)) as db:
        line_up(db)
    monkeypatch.setenv("CLAIMS_DB", str(path))
    seen = 0
    for page in NAMES:
        for spec, _ in charts(run(page, conflict="ukraine", **OPEN[page])):
            for text in words_in(
                [spec["data"], spec["layout"].get("annotations", []), spec["layout"].get("title")]
            ):
                assert "<" not in TAGS.sub("", text), text
                assert not set(UNSEEN) & set(text)
                seen += "&lt;" in text
    assert seen > 10


def test_a_chart_loads_nothing_from_elsewhere() -> None:
    for page in NAMES:
        for spec, config in charts(run(page, conflict="ukraine", **OPEN[page])):
            assert "http" not in json.dumps([spec, config])
            assert "images" not in spec["layout"]
