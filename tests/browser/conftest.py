"""One dashboard for all tests in a browser: a real server on a free port, a database of our own stories."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))  # stories.py

from stories import CONFLICT, claim, document, filled, total

from db import store
from pipeline.lining import line_up
from scripts import screenshots

ROOT = Path(__file__).parents[2]
CHROMIUM = Path(screenshots.CHROMIUM)
ATTACK = "<img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script>"
HOSTILE = (
    f"Moscow {ATTACK} said that **drones** had [hit](javascript:alert(1)) a depot near Kursk "
    "\u202eback\u202c."
)


@dataclass(frozen=True)
class Dashboard:
    """The running dashboard: its address, its database, the link by which it finds it, its process."""

    address: str
    database: Path
    link: Path
    process: int


@pytest.fixture(scope="session")
def dashboard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    """A dashboard that reads a database through a link, so that a test can point it elsewhere."""
    folder = tmp_path_factory.mktemp("dashboard")
    database, link = folder / "filled.db", folder / "claims.db"
    with closing(filled(database)) as db:
        fields = {"speaker": f"Moscow {ATTACK}", "via": ATTACK, "regions": ("RU-KRS",), "target": ATTACK}
        fields |= {"category": "other_strike", "date_from": "2025-03-28", "date_to": "2025-03-28"}
        hostile = document("doc-hostile", HOSTILE, f"{ATTACK} *title*", f"{ATTACK} Wire", "2025-03-28")
        hostile["url"] = "javascript:document.title='taken'"
        store.put_document(db, hostile, [claim(HOSTILE, HOSTILE, "alleges", "Russia", "Ukraine", **fields)])
        store.put_conflict(db, {**CONFLICT, "name": "counted", "title": "Counted"})
        for by, count in (("Russia", 4900), ("Ukraine", 2935)):
            one, claims = total("2025-04-20", by, count)
            store.put_document(db, {**one, "conflict": "counted", "id": f"{one['id']}-counted"}, claims)
        line_up(db)
    link.symlink_to(database)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.port", str(port)]
    environment = {**os.environ, "CLAIMS_DB": str(link)}
    log = (folder / "server.log").open("w")
    server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
    address = f"http://localhost:{port}/"
    try:
        _wait(address, server, folder / "server.log")
        yield Dashboard(address, database, link, server.pid)
    finally:
        server.terminate()
        server.wait(10)
        log.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; the tests are skipped where there is none."""
    if not CHROMIUM.exists():
        pytest.skip(f"There is no Chromium at {CHROMIUM}; CHROMIUM names another.")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=screenshots.FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A wide window for all tests: Streamlit's own files are fetched and compiled once."""
    context = browser.new_context(viewport={"width": 1440, "height": 1000}, accept_downloads=True)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A fresh session, with nothing remembered but Streamlit's own files."""
    page = context.new_page()
    yield page
    page.evaluate("localStorage.clear()")
    page.close()
    context.clear_cookies()
    context.clear_permissions()


def settled(page: Page) -> None:
    """Wait until the page is drawn."""
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
    page.wait_for_selector(".cc")
    page.wait_for_selector("[data-testid=stSkeleton]", state="detached")


@contextmanager
def pointed_at(dashboard: Dashboard, target: Path | None) -> Iterator[None]:
    """Let the dashboard find another database, or none, for a while."""
    dashboard.link.unlink()
    if target:
        dashboard.link.symlink_to(target)
    try:
        yield
    finally:
        if target:
            dashboard.link.unlink()
        dashboard.link.symlink_to(dashboard.database)


def _wait(address: str, server: "subprocess.Popen[bytes]", log: Path) -> None:
    for _ in range(150):
        if server.poll() is not None:
            break
        try:
            if httpx.get(f"{address}health", trust_env=False).status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.2)
    pytest.fail(f"The dashboard did not start: {log.read_text()[-2000:]}")
