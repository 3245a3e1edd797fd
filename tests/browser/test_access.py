"""Every page for everybody: axe-core finds nothing serious, the keyboard is enough, letters may be large."""

from contextlib import closing

from axe_playwright_python.sync_playwright import Axe
from conftest import Dashboard, settled
from playwright.sync_api import Browser, Page, ViewportSize, expect
from stories import CUT

from db import open_readonly

GRAVE = ("serious", "critical")
WIDTHS = "[document.documentElement, document.querySelector('[data-testid=stMain]')].map(e => e.scrollWidth)"
FADED = "Promise.all(document.getAnimations().map(one => one.finished)).then(() => null)"
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


ALL_RULES = {"resultTypes": ["violations"]}
CONTRAST = {**ALL_RULES, "runOnly": ["color-contrast"]}
WIDE: ViewportSize = {"width": 1440, "height": 1000}
HALF: ViewportSize = {"width": 720, "height": 500}  # as much as fits where letters are twice as large


def amiss(page: Page, options: dict[str, list[str]]) -> list[str]:
    """What axe-core finds that is serious."""
    page.wait_for_timeout(300)
    found = []
    for one in Axe().run(page, options=options).response["violations"]:
        if one["impact"] in GRAVE:
            nodes = [f"{node['html'][:160]} {node['failureSummary'][:200]}" for node in one["nodes"][:3]]
            found.append(f"{page.url}: {one['id']} ({one['impact']}, {len(one['nodes'])}): {nodes}")
    return found


def test_axe_finds_nothing_serious_and_large_letters_need_no_scrolling_sideways(
    dashboard: Dashboard, browser: Browser
) -> None:
    context = browser.new_context(viewport=WIDE)
    page = context.new_page()
    found, widths = list[str](), dict[str, int]()
    for address in addresses(dashboard):
        page.emulate_media(color_scheme="light")
        page.goto(address)
        settled(page)
        found += amiss(page, ALL_RULES)
        page.set_viewport_size(HALF)
        page.wait_for_timeout(150)
        widths[address] = max(page.evaluate(WIDTHS))
        page.set_viewport_size(WIDE)
        page.emulate_media(color_scheme="dark")
        if page.locator(".js-plotly-plot").count():  # it keeps the colours that it was drawn in
            page.reload()
            settled(page)
        expect(page.get_by_test_id("stApp")).to_have_css("color-scheme", "dark")
        page.evaluate(FADED)
        found += amiss(page, CONTRAST)
    context.close()
    assert not found, "\n".join(found)
    assert {address: width for address, width in widths.items() if width > HALF["width"]} == {}


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
