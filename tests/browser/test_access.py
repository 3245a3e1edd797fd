"""Every page for everybody: axe-core finds nothing serious, the keyboard is enough, letters may be large."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import Dashboard, settled
from playwright.sync_api import Browser, Page, expect
from stories import CUT

from db import open_readonly

GRAVE = ("serious", "critical")
WIDTHS = "[document.documentElement, document.querySelector('[data-testid=stMain]')].map(e => e.scrollWidth)"
FOCUS = """(e => ({
    what: e.innerText || e.ariaLabel || e.tagName,
    seen: getComputedStyle(e).outlineStyle !== 'none' || getComputedStyle(e).boxShadow !== 'none',
}))(document.activeElement)"""


def addresses(dashboard: Dashboard) -> list[str]:
    """The address of every page."""
    with closing(open_readonly(dashboard.database)) as db:
        (id,) = db.execute("SELECT id FROM claims WHERE sentence = ?", [CUT]).fetchone()
    own = [f"claim?id={id}", f"dispute?claim={id}", f"claims?conflict=ukraine&claim={id}", "?region=XX-NO"]
    paths = [
        "?conflict=ukraine",
        "?timeline=true",
        "tallies",
        "map",
        "map?spots=places",
        "claims",
        *own,
        "sources",
        "method",
    ]
    return [dashboard.address + path for path in paths]


@pytest.fixture(scope="module", params=["light", "dark"])
def reading(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(color_scheme=request.param, viewport={"width": 1440, "height": 1000})
    yield context.new_page()
    context.close()


def test_axe_finds_nothing_serious(dashboard: Dashboard, reading: Page) -> None:
    found = []
    for address in addresses(dashboard):
        reading.goto(address)
        settled(reading)
        reading.wait_for_timeout(500)
        for one in Axe().run(reading).response["violations"]:
            if one["impact"] in GRAVE:
                nodes = [f"{node['html'][:160]} {node['failureSummary'][:200]}" for node in one["nodes"][:3]]
                found.append(f"{address}: {one['id']} ({one['impact']}, {len(one['nodes'])}): {nodes}")
    assert not found, "\n".join(found)


def test_letters_twice_as_large_need_no_scrolling_sideways(dashboard: Dashboard, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 720, "height": 500}, device_scale_factor=2)
    page = context.new_page()
    wide = {}
    for address in addresses(dashboard):
        page.goto(address)
        settled(page)
        wide[address] = max(page.evaluate(WIDTHS))
    context.close()
    assert {address: width for address, width in wide.items() if width > 720} == {}


def test_the_keyboard_leads_from_the_filter_to_the_evidence(dashboard: Dashboard, page: Page) -> None:
    page.goto(f"{dashboard.address}?conflict=ukraine&region=RU-BRY")
    settled(page)
    reached = []
    for _ in range(80):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        reached.append(focus["what"])
        if focus["what"] == "evidence":
            assert focus["seen"]
            break
    assert reached[-1] == "evidence", reached
    page.keyboard.press("Enter")
    expect(page.locator(".cc.panel")).to_be_visible()
    assert any("Side by side" in what for what in reached)
    assert any("Download CSV" in what for what in reached)
