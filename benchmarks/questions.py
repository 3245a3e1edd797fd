"""Answers the questions of questions.toml in a running dashboard and in Datasette, and counts what it takes.

python benchmarks/questions.py http://localhost:8501 http://localhost:8001/claims

The second address is that of the database in a Datasette that serves the same file. Clicks and keystrokes
are counted, the seconds of the programs are measured from the first step until the answer is seen, and the
seconds of a person are reckoned from both: 1.1 for a click, 0.2 for a keystroke (Card, Moran and Newell), and
none for thinking.
"""

import sys
import time
import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import quote

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from scripts.screenshots import CHROMIUM, FLAGS  # noqa: E402

CLICK, KEY = 1.1, 0.2  # seconds of a person
READY = '[data-testid="stApp"][data-test-script-state="notRunning"]'


class Counted:
    """A page that counts what is done to it."""

    def __init__(self, page: Page, start: str) -> None:
        self.page, self.start, self.clicks, self.keys = page, start, 0, 0

    def step(self, step: dict[str, Any]) -> None:
        """Do one step."""
        ((kind, what),) = step.items()
        getattr(self, kind)(*(what if isinstance(what, list) else [what]))
        if self.page.locator("[data-testid=stApp]").count():
            self.page.wait_for_timeout(150)
            self.page.wait_for_selector(READY)

    def open(self, address: str) -> None:
        """A link of the start page, or a drop-down on the page that it leads to."""
        self.clicks += 1 if "?" not in address else 3
        address = address.replace("TABLE", self.start)
        self.page.goto(address if address.startswith("http") else self.start + address)

    def click(self, selector: str) -> None:
        """A link or button; one that leads to a file is only looked for."""
        self.clicks += 1
        found = self.page.locator(selector).first
        if "csv" in selector.lower():
            found.wait_for()
        else:
            found.click()

    def choose(self, label: str, value: str) -> None:
        """A value of a filter: a click, the first letters, a click."""
        self.clicks += 2
        self.keys += 5
        box = self.page.get_by_role("combobox", name=label)
        box.click()
        box.press_sequentially(value[:5])
        self.page.get_by_role("option", name=value, exact=True).or_(
            self.page.get_by_role("option", name=value.split(" (")[0], exact=True)
        ).first.click()
        self.page.keyboard.press("Escape")

    def type(self, label: str, text: str) -> None:
        """A text into a field, and Enter."""
        self.clicks += 1
        self.keys += len(text) + 1
        field = (
            self.page.get_by_role("textbox", name=label).or_(self.page.get_by_label(label, exact=True)).first
        )
        field.click()
        field.press_sequentially(text)
        field.press("Enter")

    def filter(self, column: str, operator: str, value: str) -> None:
        """A line of Datasette's form over a table: two drop-downs, a value, Apply."""
        self.clicks += 6
        self.keys += len(value)
        self.page.locator("select[name=_filter_column]").select_option(column)
        self.page.locator("select[name=_filter_op]").select_option(operator)
        self.page.locator("input[name=_filter_value]").fill(value)
        self.page.locator("input[type=submit][value=Apply]").click()

    def sql(self, statement: str) -> None:
        """A statement in Datasette's editor: into the field, the statement, Run."""
        self.clicks += 2
        self.keys += len(statement)
        self.page.goto(f"{self.start}?sql={quote(statement)}")


def measured(page: Page, start: str, steps: list[dict[str, Any]], seen: str) -> tuple[int, int, float]:
    """Return clicks, keystrokes and seconds from the start page to the answer."""
    page.goto(start)
    page.wait_for_load_state()
    if page.locator("#root").count():
        page.wait_for_selector(READY)
    counted, begun = Counted(page, start), time.perf_counter()
    for step in steps:
        counted.step(step)
    if seen:
        page.wait_for_selector(seen)
    return counted.clicks, counted.keys, time.perf_counter() - begun


def main(ours: str, theirs: str) -> None:
    """Print a line a question, and the sums."""
    with (ROOT / "benchmarks" / "questions.toml").open("rb") as file:
        questions = tomllib.load(file)["question"]
    print("| question | clicks | keys | seconds | person | Datasette: clicks | keys | seconds | person |")
    print("| --- |" + " ---: |" * 8)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for question in questions:
            cells: list[str] = []
            for start, steps, seen in (
                (ours.rstrip("/") + "/", question["ours"], question["seen"]),
                (theirs, question["datasette"], "table.rows-and-columns"),
            ):
                page = browser.new_context(viewport={"width": 1440, "height": 1000}).new_page()
                clicks, keys, seconds = measured(page, start, steps, seen)
                person = seconds + CLICK * clicks + KEY * keys
                cells += [str(clicks), str(keys), f"{seconds:.1f}", f"{person:.0f}"]
                page.context.close()
            print(f"| {question['asks']} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
