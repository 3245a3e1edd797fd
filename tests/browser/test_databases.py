"""Every page over an empty database, and over one of many claims: it stands there, soon, and weighs little.

There are 2,000 claims; or as many as the variable MANY_CLAIMS says, and then more pages are opened.
"""

import os
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from conftest import Dashboard, pointed_at, settled
from generated import generated
from playwright.sync_api import Browser, Page, WebSocket, expect

from db import open_db, open_readonly
from views import pages

MANY = int(os.environ.get("MANY_CLAIMS", "0"))
LISTED = ["", *(name for name in pages.LISTED if name != pages.LANDING)]
MORE = (
    "?by=region",
    "map?spots=places",
    "claims?page=9",
    "claims?q=drones",
    "claims?order=largest number first",
)
HEAVIEST = 1_500_000  # bytes of a first view, beside Streamlit's own files
SLOWEST = 20  # seconds for a page, on a machine that is busy with all other tests


class Weighed:
    """A page that counts the bytes which it gets, but for Streamlit's own files."""

    def __init__(self, page: Page) -> None:
        self.page, self.bytes = page, 0
        page.on("websocket", self._listen)
        page.on("response", lambda answer: self._add(answer.url, answer.headers.get("content-length", "0")))

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: self._count(len(frame)))

    def _add(self, address: str, length: str) -> None:
        if "/static/" not in address:
            self._count(int(length))

    def _count(self, n: int) -> None:
        self.bytes += n


@pytest.fixture(scope="module")
def many(dashboard: Dashboard, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    path = tmp_path_factory.mktemp("many") / "many.db"
    with generated(path, MANY or 2000):
        pass
    with pointed_at(dashboard, path):
        yield path


def test_an_empty_database_is_a_sentence_on_every_page(
    dashboard: Dashboard, page: Page, tmp_path: Path
) -> None:
    path = tmp_path / "empty.db"
    open_db(path).close()
    with pointed_at(dashboard, path):
        for address in ("", "tallies", "map", "sources", "dispute?claim=1"):
            page.goto(dashboard.address + address)
            settled(page)
            expect(page.locator(".cc.notice")).to_contain_text("The database holds no documents yet")


def test_every_page_shows_many_claims_soon_and_is_light(
    dashboard: Dashboard, many: Path, browser: Browser
) -> None:
    with closing(open_readonly(many)) as db:
        ((id,),) = db.execute("SELECT id FROM claims ORDER BY day DESC, number LIMIT 1").fetchall()
    heavy, slow = {}, {}
    context = browser.new_context(viewport={"width": 1440, "height": 1000})  # keeps Streamlit's own files
    for address in (*LISTED, *(MORE if MANY else ()), f"dispute?claim={id}", f"claims?claim={id}"):
        weighed = Weighed(context.new_page())
        began = time.monotonic()
        weighed.page.goto(dashboard.address + address)
        settled(weighed.page)
        slow[address] = time.monotonic() - began
        heavy[address] = weighed.bytes
        assert weighed.page.locator(".cc.notice").all_inner_texts() == []
        weighed.page.close()
    context.close()
    print(
        *(f"{address or '/'}: {slow[address]:.1f} s, {heavy[address]:,} bytes" for address in slow), sep="\n"
    )
    assert {address: n for address, n in heavy.items() if not 5_000 < n < HEAVIEST} == {}
    assert {address: n for address, n in slow.items() if n > SLOWEST} == {}
