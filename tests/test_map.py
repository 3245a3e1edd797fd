"""The map: what is counted where, who stands in which sector, what is not drawn and said to be so."""

import re
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from showing import html, run
from stories import filled

from db import open_db, queries, store
from db.filter import ClaimFilter
from pipeline.conflict import load_conflict
from pipeline.rows import conflict_row
from views.parts import atlas, bubbles, ground, naming
from views.parts.figure import ROOMS, Imprint
from views.parts.sides import Side


def xs(path: str) -> list[float]:
    return [float(x) for x in re.findall(r"(-?[\d.]+),", path)]


SIDES = [Side("Russia", "#1f6f78", ("Russia",)), Side("Ukraine", "#b4641e", ("Ukraine",))]
UKRAINE = ClaimFilter(conflict="ukraine")


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "claims.db"
    filled(path).close()
    monkeypatch.setenv("CLAIMS_DB", str(path))
    return path


def test_a_claim_counts_in_each_region_that_it_names(path: Path) -> None:
    with closing(open_db(path)) as db:
        rows = queries.by_region(db, UKRAINE)
        assert [(r["region"], r["claimant"], r["alleges"], r["denies"]) for r in rows] == [
            ("RU-BRY", "Russia", 1, 0),
            ("UA-65", "Ukraine", 2, 0),
            ("RU-KRS", "Russia", 1, 0),
        ]
        assert [(r["name"], r["alleges"]) for r in queries.by_place(db, UKRAINE)] == [("Bryansk", 1)]
        assert queries.count_of_no_region(db, UKRAINE) == 3
        assert queries.count_of_no_place(db, UKRAINE) == 5
        assert queries.count_of_no_region(db, ClaimFilter(text="nowhere")) == 0
        assert queries.count_of_no_place(db, ClaimFilter(text="nowhere")) == 0


def test_the_land_is_all_places_of_the_conflict(path: Path) -> None:
    with closing(open_db(path)) as db:
        assert queries.land(db, UKRAINE) == []
        store.put_conflict(db, conflict_row(load_conflict("ukraine")))
        land = queries.land(db, UKRAINE)
        version = queries.data_version(db)
        store.put_conflict(db, conflict_row(load_conflict("ukraine")))
        assert queries.data_version(db) == version
    assert len(land) > 5000
    assert all(-90 <= latitude <= 90 and -180 <= longitude <= 180 for latitude, longitude in land)


def test_sides_and_others_stand_apart() -> None:
    row = {
        "region": "UA-65",
        "name": "Kherson",
        "latitude": 46.6,
        "longitude": 32.6,
        "denies": 0,
        "admits": 0,
    }
    rows = [{**row, "claimant": who, "alleges": n} for who, n in (("Russia", 3), ("Ukraine", 1), ("IAEA", 2))]
    (spot,) = atlas.spots_of(rows, SIDES, UKRAINE)
    assert (spot.alleged, spot.others, spot.total) == ({"Russia": 3, "Ukraine": 1}, 2, 6)
    assert bubbles.told(spot, ["Russia", "Ukraine"]) == "Kherson: Russia 3, Ukraine 1, others 2"
    look = bubbles.Look({side.name: side.colour for side in SIDES}, spot.most, 50.0, "light")
    left, right, ring = bubbles.shapes(spot, 10, 20, look)
    assert max(xs(left["path"])) == 0 == min(xs(right["path"]))
    assert (left["fillcolor"], right["fillcolor"]) == ("#1f6f78", "#b4641e")
    assert "fillcolor" not in ring
    areas = [look.radius(n) ** 2 for n in (3, 1)]
    assert areas[0] / areas[1] == pytest.approx(3)


def test_a_hostile_name_is_text() -> None:
    spot = bubbles.Spot("<script>alert(1)</script>", 46.6, 32.6, {"Russia": 1}, 0, "\"'><b>")
    for room in ROOMS:
        imprint = Imprint('"><script>', '"><script>', "name")
        figure = atlas.figure([spot], SIDES, [(46.6, 32.6)], "region", 'note"><script>', imprint, room)
        assert "<script" not in figure.to_json().replace("\\u003c", "<")


@pytest.mark.parametrize("of", [1, 2, 3, 5])
def test_sectors_make_a_round_disc(of: int) -> None:
    for index in range(of):
        points = re.findall(r"(-?[\d.]+),(-?[\d.]+)", bubbles.sector(40.0, index, of))
        ends = [float(x) ** 2 + float(y) ** 2 for x, y in points[of > 1 :: 3]]
        assert ends == pytest.approx([ends[0]] * len(ends), rel=0.01)
        assert ends[0] ** 0.5 == pytest.approx(40.0 * max(1, of / 2) ** 0.5, rel=0.01)


def test_one_far_region_does_not_shrink_all_others() -> None:
    near = [(50.0, 36.0, 30), (51.0, 37.0, 40), (49.0, 34.0, 30)]
    frame = ground.frame_of([*near, (43.1, 131.9, 1)])
    assert all(frame.holds(*spot[:2]) for spot in near)
    assert not frame.holds(43.1, 131.9)
    assert ground.frame_of([(43.1, 131.9, 1), (50.0, 36.0, 1)]).holds(43.1, 131.9)


BOXES = st.tuples(st.floats(0, 900), st.floats(0, 500), st.floats(4, 90)).map(
    lambda at: (at[0], at[1], at[0] + at[2], at[1] + at[2])
)


@given(
    st.lists(st.tuples(st.text("abc ", min_size=3, max_size=20), BOXES), max_size=40),
    st.sampled_from([15.0, 30.0]),
)
def test_names_on_a_map_lie_over_no_other(spots: list[tuple[str, naming.Box]], size: float) -> None:
    sought = [naming.Named(name, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2, box) for name, box in spots]
    boxes = []
    for own, (x, y, anchor) in naming.placed(sought, [], size, (1000, 600)):
        wide = 0.5 * size * len(own.name)
        left = x - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
        boxes.append((left, y, left + wide, y + 0.8 * size))
    for a, one in enumerate(boxes):
        for other in boxes[:a]:
            assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


POINTS = st.tuples(st.floats(-85, 85), st.floats(-175, 175), st.integers(1, 1000))


@given(st.lists(POINTS, min_size=1, max_size=30))
def test_every_frame_is_a_picture(spots: list[tuple[float, float, int]]) -> None:
    frame = ground.frame_of(spots)
    assert 0.4 * ground.WIDTH <= frame.height <= 0.7 * ground.WIDTH
    inside = [spot for spot in spots if frame.holds(*spot[:2])]
    assert sum(s[2] for s in inside) >= 0.95 * sum(s[2] for s in spots)
    for latitude, longitude, _ in inside:
        x, y = frame.at(latitude, longitude)
        assert 0 <= x <= ground.WIDTH
        assert -1e-6 <= y <= frame.height + 1e-6


def shown(**params: str) -> str:
    return html(run("map", **params))


def test_the_page_says_what_it_cannot_show_and_gives_the_numbers(path: Path) -> None:
    page = shown(conflict="ukraine")
    assert "3 of 6 claims shown name no region." in page
    assert "Kherson: Russia 0, Ukraine 2" in page
    assert "The same numbers as a table" in page
    assert "5 of 6 claims shown name no place." in shown(conflict="ukraine", spots="places")
    assert "No map: no allegation in this view names a region" in shown(conflict="ukraine", region="none")
    assert "No claim passes the filters." in shown(conflict="ukraine", stance="admits")
