"""The invented databases that are measured, kept in a folder, and the servers that answer from them."""

import os
import socket
import subprocess
import sys
import time
import venv
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import httpx

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks import generate, multiply  # noqa: E402
from db import open_db  # noqa: E402
from pipeline.version import extractor_version  # noqa: E402

FOLDER = ROOT / "benchmarks" / "databases"
MOST = 1_000_000
"""Claims that are invented one by one; more than these are copies of them."""
DATASETTE = "datasette==0.65.5"
# So that it answers at all: by its own limits it gives up after a second.
SETTINGS = {"sql_time_limit_ms": 600_000, "facet_time_limit_ms": 600_000, "max_returned_rows": 100_000}


def database(folder: Path | None, claims: int) -> Path:
    """Return the database of so many claims, made if it is not there, and brought up to date."""
    folder = folder or FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{claims}.db"
    if not path.exists():
        making = path.with_suffix(".part")
        making.unlink(missing_ok=True)
        if claims > MOST:
            multiply.main(database(folder, MOST), making, claims // MOST)
        else:
            generate.main(making, claims)
        making.rename(path)
    with closing(open_db(path)) as db:
        # Whatever rules it was made under: it is not to be lined up anew.
        db.execute("UPDATE disputes SET rules = ?1 WHERE rules <> ?1", [extractor_version()])
        db.conn.commit()
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


@contextmanager
def datasette(folder: Path | None, path: Path) -> Iterator[httpx.Client]:
    """Serve a database with Datasette, from an environment of its own; gives a client of the database."""
    place = (folder or FOLDER) / "datasette"
    program = place / "bin" / "datasette"
    if not program.exists():
        venv.create(place, with_pip=True)
        subprocess.run([str(place / "bin" / "pip"), "install", "--quiet", DATASETTE], check=True)
    given = [word for name, value in SETTINGS.items() for word in ("--setting", name, str(value))]
    port = free_port()
    command = [str(program), "serve", str(path.resolve()), "--port", str(port), *given]
    with (
        served(command, f"http://127.0.0.1:{port}/-/versions.json"),
        httpx.Client(
            base_url=f"http://127.0.0.1:{port}/{path.resolve().stem}", timeout=1200, trust_env=False
        ) as client,
    ):
        yield client


@contextmanager
def dashboard(path: Path, program: str = "dashboard.py") -> Iterator[str]:
    """Serve the dashboard, or another Streamlit program, on a database; gives its address."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", program, "--server.port", str(port)]
    address = f"http://localhost:{port}/"
    with served([*command, "--server.headless", "true"], f"{address}_stcore/health", CLAIMS_DB=str(path)):
        yield address


@contextmanager
def served(command: list[str], ready: str, **environment: str) -> Iterator[None]:
    """Run a server until the block ends; begins the block once an address answers."""
    server = subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, **environment},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        for _ in range(600):
            try:
                if httpx.get(ready, trust_env=False).status_code == 200:
                    break
            except httpx.TransportError:
                time.sleep(0.2)
        else:
            raise RuntimeError(f"{command[0]} does not answer at {ready}.")
        yield
    finally:
        server.terminate()
        server.wait(30)


def free_port() -> int:
    """Return the number of a port that nobody uses."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])
