"""Takes pictures of every page, wide and phone, light and dark, from a dashboard that is running.

python scripts/screenshots.py http://localhost:8501 pictures/           every page, four ways
python scripts/screenshots.py http://localhost:8501 docs/landing.png    the picture in README
"""

import os
import sys
from pathlib import Path
from urllib.parse import parse_qs, urljoin, urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# The README's picture: six weeks of one conflict, so that a bar is a day.
LANDING = "?conflict=ukraine&from=2025-03-15&to=2025-05-12"
PAGES = {
    "side-by-side": "",
    "side-by-side-days": LANDING,
    "timeline": f"{LANDING}&timeline=true",
    "tallies": "tallies",
    "map": "map",
    "map-places": "map?conflict=ukraine&spots=places",
    "claims": "claims",
    "sources": "sources",
    "method": "method",
}
WIDE, PHONE = (1440, 1000), (390, 844)


def ready(page: Page) -> None:
    """Wait until the page has been drawn and nothing is at work any more."""
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]', timeout=30_000)
    page.wait_for_selector(".cc.head", timeout=30_000)
    page.wait_for_selector("[data-testid=stSkeleton]", state="detached", timeout=30_000)
    page.wait_for_timeout(900)


def open_page(browser: Browser, address: str, size: tuple[int, int], scheme: str) -> Page:
    """A page of its own session; `scheme` is light or dark."""
    page = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, device_scale_factor=1
    ).new_page()
    page.goto(address)
    ready(page)
    return page


def whole(page: Page, path: Path, at_most: int = 3200) -> None:
    """A picture from the top to the end of the page; Streamlit scrolls inside, so the window grows."""
    parts = "[data-testid=stMain], [data-testid=stSidebarContent]"
    height = page.locator(parts).evaluate_all("all => Math.max(...all.map(e => e.scrollHeight))")
    size = page.viewport_size or {"width": WIDE[0], "height": WIDE[1]}
    page.set_viewport_size({"width": size["width"], "height": max(size["height"], min(height, at_most))})
    page.wait_for_timeout(500)
    page.screenshot(path=path)


def evidence_of(page: Page, address: str) -> str:
    """The address of the first claim's evidence."""
    link = page.locator('a:text-is("evidence")').first
    return urljoin(address, link.get_attribute("href") or "claims")


def main(address: str, target: Path) -> None:
    address = address.rstrip("/") + "/"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        if target.suffix == ".png":
            page = open_page(browser, address + LANDING, (1440, 1200), "light")
            page.screenshot(path=target)
            return
        target.mkdir(parents=True, exist_ok=True)
        addresses = {name: address + path for name, path in PAGES.items()}
        landing = open_page(browser, addresses["side-by-side"], WIDE, "light")
        addresses["evidence"] = evidence_of(landing, address)
        (claim,) = parse_qs(urlsplit(addresses["evidence"]).query)["claim"]
        addresses |= {"claim": f"{address}claim?id={claim}", "dispute": f"{address}dispute?claim={claim}"}
        only = os.environ.get("ONLY", "").split()
        for name, where in addresses.items():
            for size in (WIDE, PHONE):
                for scheme in ("light", "dark"):
                    if only and not any(f"{name}-{size[0]}-{scheme}".startswith(o) for o in only):
                        continue
                    page = open_page(browser, where, size, scheme)
                    whole(page, target / f"{name}-{size[0]}-{scheme}.png")
                    page.context.close()
                    print(target / f"{name}-{size[0]}-{scheme}.png")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], Path(sys.argv[2]))
