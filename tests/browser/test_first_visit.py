"""What somebody meets who opens the dashboard for the first time, in a real browser."""

import re

import pytest
from conftest import Dashboard
from playwright.sync_api import Browser, Page, expect


@pytest.fixture(autouse=True)
def patience() -> None:
    """A first page takes its time on a busy machine."""
    expect.set_options(timeout=20_000)


def test_read_your_own_sources_leads_to_the_place_that_says_how(dashboard: Dashboard, page: Page) -> None:
    page.goto(dashboard.address)
    page.get_by_role("link", name="Read your own sources").click()
    expect(page.get_by_role("heading", name="Your own sources")).to_be_in_viewport()
    expect(page.get_by_role("heading", name="Method")).not_to_be_in_viewport()


def test_nothing_is_said_in_the_terminal_while_pages_are_turned_and_filtered(
    dashboard: Dashboard, page: Page
) -> None:
    log = dashboard.database.parent / "server.log"
    page.goto(f"{dashboard.address}claims?conflict=ukraine&page=1")
    words = page.get_by_role("textbox", name="Words")
    words.fill("drones")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("q=drones"))
    assert "Session State API" not in log.read_text()


def test_on_a_phone_the_way_to_pages_and_filters_has_a_name(dashboard: Dashboard, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(dashboard.address)
    expect(page.locator(".cc.head")).to_be_visible()
    button = page.get_by_test_id("stExpandSidebarButton")
    expect(button).to_be_visible()
    label = button.evaluate("button => getComputedStyle(button, '::after').content")
    box = button.bounding_box()
    button.click()
    expect(page.get_by_role("textbox", name="Words")).to_be_visible()
    context.close()
    assert label == '"Pages and filters"'
    assert box and box["width"] > 100
