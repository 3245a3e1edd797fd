"""Measures the CSV of all claims: next to Datasette's stream, a bare loop, and a tenth as many claims.

python benchmarks/leaving.py [FOLDER] [--claims N] [--times N] [--json FILE]

Over HTTP next to Datasette's CSV of the table of claims, which has fewer columns and which it cannot pack:
ours is asked for as it is, and packed, as a browser takes it. Written to a file next to a loop of sqlite3 and
csv over the same columns in the same order. The memory is the most of a process that
writes it.
"""

import csv
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from statistics import median

import httpx
from databases import ROOT, dashboard, database, datasette
from rows import Row, at_least, at_most, keep, options, without_bar

from db import open_readonly
from db.claims import NEWEST
from db.filter import ClaimFilter
from db.tables import CLAIMS, TABLES
from tests.memory import peak

STREAM, BARE, MEMORY = 5, 0.8, 1.1  # the bars
PATIENCE = 40.0  # seconds that a stream is listened to in its turn
ALL = ClaimFilter()


def main(folder: Path | None, claims: int, times: int) -> Iterator[Row]:
    """Measure, print and yield the rows."""
    path = database(folder, claims)
    with (
        dashboard(path) as address,
        httpx.Client(timeout=600, trust_env=False) as client,
        datasette(folder, path) as other,
    ):
        stream = f"{str(other.base_url).rstrip('/')}/claims.csv?_stream=on"
        own = f"{address}claims.csv"
        rates = [
            (rate(client, own, "identity"), rate(other, stream, "identity"), rate(client, own, "gzip"))
            for _ in range(times)
        ]
    plain, theirs, packed = (median(side) for side in zip(*rates, strict=True))
    peer = "Datasette's stream"
    detail = f"{plain:,.0f} and {theirs:,.0f} lines a second"
    print(f"CSV over HTTP: {plain / theirs:.2f} ({detail})", flush=True)
    yield at_least("CSV of all claims, over HTTP", peer, plain / theirs, STREAM, detail)
    detail = f"{packed:,.0f} and {theirs:,.0f} lines a second"
    print(f"the same packed: {packed / theirs:.2f} ({detail})", flush=True)
    yield without_bar("the same packed", peer, packed / theirs, detail)
    turns = [(seconds(write, path), seconds(write_barely, path)) for _ in range(times)]
    mine, bare = (median(side) for side in zip(*turns, strict=True))
    detail = f"{mine:.1f} s and {bare:.1f} s for {claims:,} lines"
    print(f"CSV into a file: {bare / mine:.2f} ({detail})", flush=True)
    yield at_least("CSV of all claims, into a file", "a bare sqlite3 and csv loop", bare / mine, BARE, detail)
    most, least = (memory(database(folder, n)) for n in (claims, claims // 10))
    detail = f"{most} MB and {least} MB at most"
    print(f"CSV, memory: {most / least:.2f} ({detail})", flush=True)
    yield at_most("memory for the CSV of all claims", "a tenth as many", most / least, MEMORY, detail)


def rate(client: httpx.Client, address: str, packing: str) -> float:
    """Return the lines a second of a stream, of all it gives within the patience."""
    begun, lines = time.perf_counter(), 0
    with client.stream("GET", address, headers={"Accept-Encoding": packing}) as answer:
        answer.raise_for_status()
        for piece in answer.iter_bytes():
            lines += piece.count(b"\n")
            if time.perf_counter() - begun > PATIENCE:
                break
    return lines / (time.perf_counter() - begun)


def seconds(work: object, path: Path) -> float:
    """Return the seconds of this process that writing the CSV takes."""
    begun = time.process_time()
    work(path)  # type: ignore[operator]
    return time.process_time() - begun


def write(path: Path) -> None:
    """Write the CSV as it leaves the program."""
    with closing(open_readonly(path)) as db, tempfile.TemporaryFile("w", newline="") as file:
        file.writelines(TABLES["claims"].csv(db, ALL))


def write_barely(path: Path) -> None:
    """Write the same columns of the same rows, whatever is in them."""
    with closing(sqlite3.connect(path)) as db, tempfile.TemporaryFile("w", newline="") as file:
        csv.writer(file).writerows(db.execute(f"{CLAIMS} 1 {NEWEST}"))


def memory(path: Path) -> int:
    """Return the most memory in MB of a process that writes the CSV."""
    command = [sys.executable, __file__, "--writing", str(path)]
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return int(told.stdout)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--writing"]:
        write(Path(sys.argv[2]))
        print(peak())
    else:
        given = options(__doc__, folder=True, claims=1_000_000, times=3)
        keep(given.json, list(main(given.folder, given.claims, given.times)))
