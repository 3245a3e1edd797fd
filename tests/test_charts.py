"""The charts as files: real SVG that says what it shows, of which filter, from where, and in which state."""

from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from xml.etree import ElementTree

import httpx
import pytest
from hostile import UNSEEN, fill
from serving import on_a_port
from stories import filled, total

from db import open_db, open_readonly, queries, store
from db.filter import ClaimFilter
from pipeline.lining import line_up
from views import charts, headers

served = partial(on_a_port, charts.routes, headers.middleware)
SVG = "{http://www.w3.org/2000/svg}"
NAMES = ("timeline", "tallies", "map")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("charts") / "claims.db"
    with closing(filled(path)) as db:
        for by, count in (("Russia", 4900), ("Ukraine", 2935)):
            store.put_document(db, *total("2025-04-20", by, count))
        line_up(db)
    return path


@pytest.fixture(scope="module")
def client(path: Path) -> Iterator[httpx.Client]:
    with pytest.MonkeyPatch.context() as patch, served() as client:
        patch.setenv("CLAIMS_DB", str(path))
        yield client


def drawn(client: httpx.Client, address: str) -> ElementTree.Element:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "image/svg+xml"
    root = ElementTree.fromstring(answer.content)
    assert root.tag == f"{SVG}svg"
    return root


def letters(root: ElementTree.Element) -> str:
    return " ".join("".join(text.itertext()) for text in root.iter(f"{SVG}text"))


@pytest.mark.parametrize("name", NAMES)
def test_a_chart_says_what_it_is_of_and_in_which_state(client: httpx.Client, path: Path, name: str) -> None:
    root = drawn(client, f"/{name}.svg?conflict=ukraine&party=Russia&party=Ukraine")
    with closing(open_readonly(path)) as db:
        version = queries.data_version(db)
    said = letters(root)
    assert f"data version {version}" in said
    assert "Russia – Ukraine. Only: said by Russia or Ukraine." in said
    assert "Source: " in said and "East Wire" in said
    assert "Sample data" in said
    assert "party=Russia&party=Ukraine" in said
    assert (root.findtext(f"{SVG}title") or "").endswith("said by Russia or Ukraine.")
    assert len(root.findtext(f"{SVG}desc") or "") > 50


@pytest.mark.parametrize("name", NAMES)
def test_a_chart_needs_nothing_from_elsewhere(client: httpx.Client, name: str) -> None:
    root = drawn(client, f"/{name}.svg")
    assert {one.tag for one in root.iter()}.isdisjoint(
        {f"{SVG}{tag}" for tag in ("image", "a", "style", "script")}
    )
    given = [
        value
        for one in root.iter()
        for name, value in one.attrib.items()
        if "href" in name or name == "style"
    ]
    assert given == []
    assert not any("%" in one.get(name, "") for one in root.iter(f"{SVG}g") for name in ("x", "width"))


def test_every_bar_of_the_file_is_a_number_of_the_database(client: httpx.Client, path: Path) -> None:
    root = drawn(client, "/timeline.svg?conflict=ukraine&stance=alleges")
    (bars,) = (one for one in root.iter(f"{SVG}g") if one.get("class") == "bars")
    with closing(open_readonly(path)) as db:
        rows = queries.timeline(db, ClaimFilter(conflict="ukraine", stances=("alleges",)))
    heights = [float(one.get("height", 0)) for one in bars]
    of_sides = [row["n"] for row in rows if row["claimant"] != "IAEA"]
    assert sum(heights) / min(heights) == pytest.approx(sum(of_sides), rel=0.01)


def test_matching_totals_have_a_line_between_them(client: httpx.Client) -> None:
    root = drawn(client, "/tallies.svg?conflict=ukraine")
    assert len([one for one in root.iter(f"{SVG}line") if one.get("class") == "gap"]) == 1
    assert "In 1 window two sides give a total" in letters(root)


@pytest.mark.parametrize(
    ("address", "status", "sentence"),
    [
        ("/timeline.svg?span=ever", 400, "There is no span 'ever'; there are last year, all years."),
        ("/map.svg?spots=streets", 400, "There is no spots 'streets'"),
        ("/map.svg?regoin=UA-65", 400, "There is no filter 'regoin'"),
        ("/map.svg?region=XX", 400, "There is no region 'XX'"),
        ("/map.svg?stance=admits", 404, "Nothing in this view can be drawn as a map."),
        ("/timeline.svg?publisher=West Wire&stance=denies", 404, "can be drawn as a timeline."),
    ],
)
def test_what_cannot_be_drawn_is_a_sentence(
    client: httpx.Client, address: str, status: int, sentence: str
) -> None:
    answer = client.get(address)
    assert (answer.status_code, sentence in answer.text) == (status, True)


def test_hostile_texts_are_letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "hostile.db"
    fill(path)
    with closing(open_db(path)) as db:
        line_up(db)
    monkeypatch.setenv("CLAIMS_DB", str(path))
    with served() as client:
        for name in NAMES:
            address = f"/{name}.svg?conflict=ukraine"
            if client.get(address).status_code == 404:
                continue  # nothing to draw
            root = drawn(client, address)
            tags = {one.tag.removeprefix(SVG) for one in root.iter()}
            assert tags <= {
                "svg",
                "g",
                "rect",
                "line",
                "path",
                "circle",
                "text",
                "title",
                "desc",
                "defs",
                "pattern",
            }
            assert not [
                key for one in root.iter() for key in one.attrib if key.startswith("on") or "href" in key
            ]
            assert not set(UNSEEN) & set("".join(root.itertext()))
