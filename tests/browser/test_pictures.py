"""The charts in a real browser: days are chosen in the timeline, each chart tells and can be taken home."""

import struct
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest
from conftest import Dashboard, settled
from playwright.sync_api import Browser, Page, expect

BARS = ".cc .chart .stops a"
CHARTS = {
    "timeline": "?conflict=ukraine",
    "tallies": "tallies?conflict=counted",
    "map": "map?conflict=ukraine",
}


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    settled(page)
    page.wait_for_selector(".cc.drawing svg")
    return page


def days(page: Page) -> tuple[list[str], list[str]]:
    expect(page.get_by_role("button", name="Clear filters")).to_be_visible()
    settled(page)
    given = parse_qs(urlsplit(page.url).query)
    return given["from"], given["to"]


def test_days_are_chosen_by_dragging_over_the_bars(dashboard: Dashboard, page: Page) -> None:
    opened(page, f"{dashboard.address}?conflict=ukraine")
    first, second, third = (page.locator(BARS).nth(n).bounding_box() for n in range(3))
    assert first and second and third
    page.mouse.move(first["x"] + 2, first["y"] + 100)
    page.mouse.down()
    page.mouse.move(second["x"] + 3, second["y"] + 120, steps=5)
    page.mouse.up()
    assert days(page) == (["2025-03-25"], ["2025-03-26"])
    expect(page.locator(BARS)).to_have_count(2)


def test_a_click_on_a_bar_opens_its_day(dashboard: Dashboard, page: Page) -> None:
    opened(page, f"{dashboard.address}?conflict=ukraine")
    page.locator(BARS).nth(1).click()
    assert days(page) == (["2025-03-26"], ["2025-03-26"])
    expect(page.locator(".cc.rows h2")).to_have_text("26 March 2025")
    page.get_by_role("button", name="Clear filters").click()
    expect(page.locator(".cc.rows h2").first).to_have_text("28 March 2025")


def test_arrow_keys_go_from_bar_to_bar_and_enter_opens_one(dashboard: Dashboard, page: Page) -> None:
    opened(page, f"{dashboard.address}?conflict=ukraine")
    page.locator(BARS).first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".cc .tip")).to_contain_text("26 March 2025")
    page.keyboard.press("Escape")
    expect(page.locator(".cc .tip")).to_be_hidden()
    page.keyboard.press("Enter")
    assert days(page) == (["2025-03-26"], ["2025-03-26"])


def test_the_pointer_brings_the_sentences(dashboard: Dashboard, page: Page) -> None:
    opened(page, f"{dashboard.address}?conflict=ukraine")
    page.locator(BARS).first.hover()
    tip = page.locator(".cc .tip")
    expect(tip).to_contain_text("25 March 2025")
    expect(tip).to_contain_text("Ukraine alleges 1, denies 1")
    expect(tip).to_contain_text("Kyiv called the story invented.")


def test_on_a_phone_the_first_touch_tells_and_the_second_opens(
    dashboard: Dashboard, browser: Browser
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = opened(context.new_page(), f"{dashboard.address}?conflict=ukraine")
    page.locator(BARS).first.tap()
    expect(page.locator(".cc .tip")).to_contain_text("25 March 2025")
    assert "from" not in page.url
    page.locator(BARS).first.tap()
    page.wait_for_url("**from=2025-03-25**")
    context.close()


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_taken_home_as_svg_and_as_png(
    dashboard: Dashboard, page: Page, tmp_path: Path, name: str
) -> None:
    opened(page, dashboard.address + CHARTS[name])
    for kind in ("SVG", "PNG"):
        with page.expect_download() as download:
            page.get_by_role("link", name=kind, exact=True).click()
        assert download.value.suggested_filename.startswith(f"{name}_conflict-")
        download.value.save_as(tmp_path / kind)
    root = ElementTree.parse(tmp_path / "SVG").getroot()
    assert "data version" in "".join(root.itertext())
    size = float(root.get("width", 0)), float(root.get("height", 0))
    png = (tmp_path / "PNG").read_bytes()
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", png[16:24]) == (2 * size[0], 2 * size[1])
    assert len(png) > 20_000
