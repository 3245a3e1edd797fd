"""The charts in a real browser: days are chosen in the timeline, each chart tells and can be taken home."""

import os
import re
import signal
import struct
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest
from conftest import Dashboard, settled
from playwright.sync_api import Browser, FloatRect, Locator, Page, expect

from db import open_readonly, queries

TIMELINE = "?conflict=ukraine&timeline=true"  # opened
CHARTS = {
    "timeline": (TIMELINE, "Claims a day, 25–28 March 2025"),
    "tallies": ("tallies?conflict=counted", "Totals by the last day they cover, 20 April 2025"),
    "map": ("map?conflict=ukraine", "Allegations by region, and who makes them"),
}


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    settled(page)
    page.wait_for_selector(".js-plotly-plot .nsewdrag >> visible=true")
    return page


def field(page: Page, chart: str) -> FloatRect:
    """The field of a chart in which things are drawn."""
    box = page.locator(f".st-key-{chart} .nsewdrag").first.bounding_box()
    assert box
    return box


def at(page: Page, chart: str, share: float) -> tuple[float, float]:
    """A point of a chart, at a share of its width, in the upper half."""
    box = field(page, chart)
    return box["x"] + share * box["width"], box["y"] + 0.4 * box["height"]


def days(page: Page) -> tuple[list[str], list[str]]:
    expect(page.get_by_role("button", name="Clear filters")).to_be_visible()
    settled(page)
    given = parse_qs(urlsplit(page.url).query)
    return given["from"], given["to"]


def tip(page: Page) -> Locator:
    return page.locator(".hoverlayer .hovertext")


def test_the_chart_is_drawn_once_the_reader_opens_it(dashboard: Dashboard, page: Page) -> None:
    page.goto(f"{dashboard.address}?conflict=ukraine")
    settled(page)
    bars = page.locator(".cc.glance .field")
    expect(bars).to_have_attribute("aria-label", re.compile(r"Russia: \d+ allegations"))
    assert page.locator(".js-plotly-plot").count() == 0
    box = bars.bounding_box()
    assert box
    page.mouse.click(
        box["x"] + 0.6 * box["width"], box["y"] + 0.5 * box["height"]
    )  # all of it opens the chart
    page.wait_for_selector(".js-plotly-plot .nsewdrag >> visible=true")
    expect(bars).to_have_count(0)
    assert "timeline=true" in page.url
    page.get_by_text("Timeline in full").click()
    expect(bars).to_be_visible()
    expect(page.locator(".js-plotly-plot")).to_have_count(0)


def test_days_are_chosen_by_dragging_over_the_strip(dashboard: Dashboard, page: Page) -> None:
    opened(page, dashboard.address + TIMELINE)  # four days, a bar each
    page.mouse.move(*at(page, "brush", 0.05))
    page.mouse.down()
    page.mouse.move(*at(page, "brush", 0.3), steps=4)
    page.mouse.move(*at(page, "brush", 0.45), steps=4)
    page.mouse.up()
    assert days(page) == (["2025-03-25"], ["2025-03-26"])


def test_a_click_on_a_bar_opens_its_day(dashboard: Dashboard, page: Page) -> None:
    opened(page, dashboard.address + TIMELINE)
    page.mouse.move(*at(page, "timeline-wide", 0.36))
    expect(tip(page)).to_contain_text("26 March 2025")
    page.mouse.click(*at(page, "timeline-wide", 0.36))
    assert days(page) == (["2025-03-26"], ["2025-03-26"])
    expect(page.locator(".cc.rows h2")).to_have_text("26 March 2025")
    page.get_by_role("button", name="Clear filters").click()
    expect(page.locator(".cc.rows h2").first).to_have_text("28 March 2025")


def test_a_day_is_opened_without_a_mouse(dashboard: Dashboard, page: Page) -> None:
    opened(page, dashboard.address + TIMELINE)
    page.get_by_text("The same numbers as a table").focus()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="26 March 2025", exact=True).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**from=2025-03-26**")
    assert days(page) == (["2025-03-26"], ["2025-03-26"])


def test_the_pointer_brings_the_sentences(dashboard: Dashboard, page: Page) -> None:
    opened(page, dashboard.address + TIMELINE)
    page.mouse.move(*at(page, "timeline-wide", 0.12))
    expect(tip(page)).to_contain_text("25 March 2025")
    expect(tip(page)).to_contain_text("Ukraine alleges 1, denies 1")
    expect(tip(page)).to_contain_text("Kyiv called the story invented.")


def test_a_hostile_text_under_the_pointer_is_letters(dashboard: Dashboard, page: Page) -> None:
    opened(page, dashboard.address + TIMELINE)
    page.mouse.move(*at(page, "timeline-wide", 0.88))
    expect(tip(page)).to_contain_text("<img src=x")
    assert page.locator(".js-plotly-plot :is(img, script, image, a[href^='javascript' i])").count() == 0
    assert "taken" not in page.title()


def test_a_click_on_a_total_opens_its_claim(dashboard: Dashboard, page: Page) -> None:
    opened(page, f"{dashboard.address}tallies?conflict=counted")
    dot = page.locator(".st-key-tallies-wide .scatterlayer .points path").last.bounding_box()
    assert dot
    page.mouse.click(dot["x"] + dot["width"] / 2, dot["y"] + dot["height"] / 2)
    expect(page.locator(".cc.panel")).to_contain_text("had broken the truce")
    assert "/claims?" in page.url


def test_a_click_on_a_bubble_opens_the_claims_of_its_region(dashboard: Dashboard, page: Page) -> None:
    opened(page, f"{dashboard.address}map?conflict=ukraine")
    expect(page.locator(".st-key-map-wide .annotation", has_text="Kherson")).to_be_visible()
    dot = page.locator(".st-key-map-wide .scatterlayer .points path").first.bounding_box()
    assert dot
    page.mouse.click(dot["x"] + dot["width"] / 2, dot["y"] + dot["height"] / 2)
    page.wait_for_url("**/claims?**region=UA-65**")
    expect(page.get_by_role("heading", name="Claims")).to_be_visible()


def test_on_a_phone_the_first_touch_tells_and_the_second_opens(
    dashboard: Dashboard, browser: Browser
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = opened(context.new_page(), dashboard.address + TIMELINE)
    expect(page.locator(".st-key-timeline-wide")).to_be_hidden()
    page.locator(".st-key-timeline-narrow").scroll_into_view_if_needed()
    page.touchscreen.tap(*at(page, "timeline-narrow", 0.12))
    expect(tip(page)).to_contain_text("25 March 2025")
    page.touchscreen.tap(*at(page, "timeline-narrow", 0.12))
    page.wait_for_url("**from=2025-03-25**", timeout=20_000)
    context.close()


def test_a_second_touch_at_once_opens_though_the_server_is_slow(
    dashboard: Dashboard, browser: Browser
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = opened(context.new_page(), dashboard.address + TIMELINE)
    page.locator(".st-key-timeline-narrow").scroll_into_view_if_needed()
    where = at(page, "timeline-narrow", 0.12)
    os.kill(dashboard.process, signal.SIGSTOP)
    try:
        page.touchscreen.tap(*where)
        expect(tip(page)).to_contain_text("25 March 2025")
        page.touchscreen.tap(*where)
        page.wait_for_timeout(800)  # all that the chart sends for the two touches waits together
    finally:
        os.kill(dashboard.process, signal.SIGCONT)
    page.wait_for_url("**from=2025-03-25**", timeout=20_000)
    context.close()


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_taken_home_as_png_and_as_svg(
    dashboard: Dashboard, page: Page, tmp_path: Path, name: str
) -> None:
    asked: list[str] = []
    opened(page, dashboard.address + CHARTS[name][0])
    page.on("request", lambda request: asked.append(request.url))
    for form in ("PNG", "SVG"):
        page.get_by_role("radio", name=form).click()
        page.wait_for_timeout(300)
        settled(page)
        page.mouse.move(*at(page, f"{name}-wide", 0.99))
        with page.expect_download() as download:
            page.locator(f".st-key-{name}-wide .modebar-btn").click()
        assert download.value.suggested_filename.startswith(f"{name}_conflict-")
        assert download.value.suggested_filename.endswith(f".{form.lower()}")
        download.value.save_as(tmp_path / form)
    root = ElementTree.parse(tmp_path / "SVG").getroot()
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    said = " ".join(" ".join(root.itertext()).split())
    db = open_readonly(dashboard.database)
    assert f"data version {queries.data_version(db).split()[0]}" in said
    db.close()
    assert CHARTS[name][1] in said
    assert "all claims." in said
    png = (tmp_path / "PNG").read_bytes()
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">I", png[16:20]) == (2 * 1080,)
    assert len(png) > 20_000
    assert [url for url in asked if urlsplit(url).hostname not in ("localhost", None)] == []
