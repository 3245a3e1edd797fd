"""Measures the pages in Chromium: a filter changed at a million claims and at few, and the first page of all.

python benchmarks/settling.py [FOLDER] [--claims N] [--few N] [--times N] [--json FILE]

From a click on a kind or stance in the filters until the page is drawn: the landing page, the claims
and the map, each time another choice, so that no answer is kept; and the landing page after the start of the
server, its answers asked for once, next to a Streamlit page with one word on it, as it opens and with its
timeline opened, whose chart needs a script of 4.7 MB. A page is drawn when the server has run it to its end
and every part of it stands there; after a click, at the frame after the last change of anything on it. In
turns, medians.
"""

import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from statistics import median

from databases import dashboard, database
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright
from rows import Row, at_most, keep, options, without_bar

from scripts.screenshots import CHROMIUM, FLAGS

CHANGED, FIRST = 1.5, 2  # the bars
SCREEN: ViewportSize = {"width": 1440, "height": 1000}
READY = '[data-testid="stApp"][data-test-script-state="notRunning"]'
PAGES = {"landing page": "", "claims": "claims", "map": "map"}
PILLS = "[data-testid=stSidebar] button[data-variant=pills]"  # kinds and stances
# The seconds from a click to the frame after the last change, told by the page itself once all has been quiet
# for a while: whoever asks it from outside does so at steps of up to half a second.
WATCH = """() => {
  const before = location.href, app = document.querySelector('[data-testid="stApp"]');
  let clicked, last = Infinity;
  addEventListener("click", event => { clicked = event.timeStamp }, {capture: true, once: true});
  const changes = new MutationObserver(() => requestAnimationFrame(() => { last = performance.now() }));
  changes.observe(document.body, {subtree: true, childList: true, characterData: true, attributes: true});
  window.drawn = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error("The page is not drawn.")), 120_000);
    const look = setInterval(() => {
      const running = location.href === before || app.dataset.testScriptState !== "notRunning";
      if (running || document.querySelector("[data-testid=stSkeleton]") || performance.now() - last < 300)
        return;
      clearInterval(look);
      changes.disconnect();
      resolve((last - clicked) / 1000);
    }, 20);
  });
}"""
FLIPPED = [
    (n & -n).bit_length() - 1 for n in range(1, 64)
]  # one at a time, and never twice the same are chosen


def main(folder: Path | None, claims: int, few: int, times: int) -> Iterator[Row]:
    """Measure, print and yield the rows."""
    paths = [database(folder, n) for n in (claims, few)]
    with sync_playwright() as playwright, ExitStack() as servers:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        addresses = [servers.enter_context(dashboard(path)) for path in paths]
        for name, place in PAGES.items():
            pages = [opened(browser, f"{address}{place}?conflict=ukraine") for address in addresses]
            taken: list[list[float]] = [[], []]
            for number in FLIPPED[:times]:
                for page, found in zip(pages, taken, strict=True):
                    found.append(changed(page, number))
            here, there = map(median, taken)
            yield told(f"filter change to settled page: {name}", f"{few:,} claims", here, there, CHANGED)
            for page in pages:
                page.context.close()
        empty = servers.enter_context(tempfile.TemporaryDirectory())
        program = Path(empty, "empty.py")
        program.write_text("import streamlit as st\nst.html('<p class=\"cc\">Nothing</p>')\n")
        nothing = servers.enter_context(dashboard(paths[0], str(program)))
        places = [addresses[0], nothing, f"{addresses[0]}?timeline=true"]
        for place in places:
            opened(browser, place).context.close()
        taken = [[] for _ in places]
        for _ in range(times):
            for place, found in zip(places, taken, strict=True):
                begun = time.perf_counter()
                page = opened(browser, place)
                found.append(time.perf_counter() - begun)
                page.context.close()
        ours, empty_page, with_chart = map(median, taken)
        first = told(f"first page at {claims:,} claims", "an empty page", ours, empty_page, FIRST)
        yield first if first.holds else replace(first, where=costliest(browser, addresses[0]))
        detail = f"{with_chart:.2f} s and {empty_page:.2f} s"
        yield without_bar("the same with its chart opened", "an empty page", with_chart / empty_page, detail)


def told(what: str, against: str, ours: float, other: float, bar: float) -> Row:
    """Return the row of two times, printed."""
    detail = f"{ours:.2f} s and {other:.2f} s"
    print(f"{what}: {ours / other:.2f} ({detail})", flush=True)
    return at_most(what, against, ours / other, bar, detail)


def costliest(browser: Browser, address: str, most: int = 6) -> str:
    """Return in which of its scripts the browser spends its time until a page is drawn."""
    page = browser.new_context(viewport=SCREEN).new_page()
    session = page.context.new_cdp_session(page)
    session.send("Profiler.enable")
    session.send("Profiler.start")
    page.goto(address)
    settled(page)
    profile = session.send("Profiler.stop")["profile"]
    page.context.close()
    called = {node["id"]: node["callFrame"] for node in profile["nodes"]}
    spent: Counter[str] = Counter()
    for node, taken in zip(profile["samples"], profile["timeDeltas"], strict=True):
        script = called[node]["url"].rpartition("/")[2].partition(".")[0]
        spent[script or called[node]["functionName"].strip("()")] += taken
    shares = (f"`{name}` {taken / spent.total():.0%}" for name, taken in spent.most_common(most))
    return f"In the browser the time goes into {', '.join(shares)}."


def opened(browser: Browser, address: str) -> Page:
    """Return a page in a session of its own, drawn."""
    page = browser.new_context(viewport=SCREEN).new_page()
    page.goto(address)
    settled(page)
    return page


def settled(page: Page) -> None:
    """Wait until the page is drawn."""
    page.wait_for_selector(READY, timeout=120_000)
    page.wait_for_selector(".cc", timeout=120_000)
    page.wait_for_selector("[data-testid=stSkeleton]", state="detached", timeout=120_000)


def changed(page: Page, number: int) -> float:
    """Choose a kind or stance, or no longer; return the seconds until the page is drawn for it."""
    page.evaluate(WATCH)
    page.locator(PILLS).nth(number).click()
    return float(page.evaluate("() => window.drawn"))


if __name__ == "__main__":
    given = options(__doc__, folder=True, claims=1_000_000, few=10_000, times=10)
    keep(given.json, list(main(given.folder, given.claims, given.few, given.times)))
