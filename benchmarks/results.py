"""Runs all benchmarks and writes what they measured to RESULTS.md: `make bench`.

Each is a script of this folder that takes `--json FILE` and writes its rows there (`rows.py`). One that needs
what is not here is left out, and the table says so; so it does of one that fails. `make bench SMALL=1` tries
all of it at small sizes, and writes TRIAL.md.

    python benchmarks/results.py [--small] [--only SCRIPT]... [--output FILE]
"""

import argparse
import json
import os
import platform
import re
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from rows import Row, not_measured

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parent

PACKAGES = (
    *("spacy", "lemminflect", "numpy", "pandas", "pyarrow", "sqlite-utils", "streamlit"),
    *("dask", "distributed", "datasette", "playwright"),
)


@dataclass(frozen=True)
class Part:
    """A script, what it is given, what it is given in a trial, the packages and the variables that it needs.

    `$NAME` stands for what the variable of the environment says, and for nothing if it is not set.
    """

    script: str
    given: tuple[str, ...] = ()
    trial: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    variables: tuple[str, ...] = ()


PARTS = (
    Part("speed.py", ("$POLNEAR",), ("$POLNEAR", "--repeated", "1", "--words", "8000")),
    Part("cluster.py", trial=("--copies", "1"), needs=("distributed",)),
    Part("fetching.py", trial=("--pages", "50", "--many", "200")),
    Part("lining.py", trial=("--documents", "300")),
    Part("linking.py", trial=("--documents", "2000")),
    Part("batch.py", trial=("--documents", "1000")),
    Part("asking.py", trial=("--claims", "10000", "--larger", "0", "--times", "2")),
    Part("leaving.py", trial=("--claims", "10000", "--times", "1")),
    Part("storing.py", trial=("--claims", "10000", "--documents", "100")),
    Part("settling.py", trial=("--claims", "10000", "--few", "1000", "--times", "2"), needs=("playwright",)),
    Part("disputes.py"),
    Part("symmetry.py"),
    Part("attribution.py", ("$POLNEAR",), ("$POLNEAR", "--limit", "5"), variables=("POLNEAR",)),
)


def main() -> None:
    """Run the parts and write the file."""
    options = arguments()
    output = options.output or FOLDER / ("TRIAL.md" if options.small else "RESULTS.md")
    parts = [part for part in PARTS if not options.only or part.script in options.only]
    rows: list[Row] = []
    for part in parts:
        rows += run(part, options.small)
        output.write_text("\n".join(page(rows, options.small)) + "\n", encoding="utf-8")
    print(f"{output}: {sum(row.holds is False for row in rows)} bars missed")


def run(part: Part, small: bool) -> list[Row]:
    """Return the rows of a part, or one that says why there are none."""
    print(f"\n{part.script}", flush=True)
    absent = [f"{package} is not installed" for package in part.needs if find_spec(package) is None]
    absent += [f"{name} names no folder" for name in part.variables if not os.environ.get(name)]
    if absent:
        return [not_measured(part.script, "", "", f"left out: {absent[0]}")]
    asked = part.trial if small and part.trial else part.given
    meant = [os.environ.get(one[1:], "") if one.startswith("$") else one for one in asked]
    given = [one for one in meant if one]
    with tempfile.TemporaryDirectory() as place:
        found = Path(place, "rows.json")
        command = [sys.executable, str(FOLDER / part.script), *given, "--json", str(found)]
        status = subprocess.run(command, cwd=ROOT, check=False).returncode
        rows = [Row(**one) for one in json.loads(found.read_text())] if found.exists() else []
    if status:
        rows.append(not_measured(part.script, "", "", f"it ended with {status} before all was measured"))
    return rows


def page(rows: Sequence[Row], small: bool) -> Iterator[str]:
    """Yield the lines of the file."""
    yield "# Results"
    yield ""
    yield "Written by `make bench`; [README.md](README.md) says what each row measures."
    yield ""
    yield f"- machine: {machine()}"
    yield f"- versions: {versions()}"
    yield f"- measured: {datetime.now(UTC):%Y-%m-%d %H:%M} UTC, commit {commit()}"
    if small:
        yield ""
        yield "**A trial at small sizes: it shows that all of it runs, and its ratios mean nothing.**"
    yield ""
    yield "| what | against | ratio | bar | holds | measured |"
    yield "| --- | --- | ---: | --- | --- | --- |"
    for row in rows:
        ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
        cells = (row.what, row.against, ratio, row.bar, verdict(row), row.detail)
        yield "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"
    missed = [row for row in rows if row.holds is False]
    if missed:
        yield ""
        yield "## Bars that are missed"
        for row in missed:
            yield ""
            yield f"**{row.what}**, {row.ratio:.2f} for {row.bar}. {row.where or row.detail}"


def verdict(row: Row) -> str:
    """Return whether the bar of a row is reached, in a word."""
    if row.ratio is None:
        return "not measured"
    return {True: "yes", False: "**no**", None: ""}[row.holds]


def machine() -> str:
    """Return what this machine is: system, processor, cores, memory."""
    name = re.search(r"model name\s*:\s*(.+)", read("/proc/cpuinfo"))
    memory = re.search(r"MemTotal:\s*(\d+)", read("/proc/meminfo"))
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    amount = f"{int(memory[1]) / 2**20:.0f} GB of memory" if memory else "memory unknown"
    processor = name[1].strip() if name else platform.processor() or platform.machine()
    return f"{platform.system()}, {processor}, {cores} cores, {amount}"


def versions() -> str:
    """Return the versions of what was measured."""
    told = [f"Python {platform.python_version()}", f"SQLite {sqlite3.sqlite_version}"]
    for package in PACKAGES:
        try:
            told.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            told.append(f"no {package}")
    return ", ".join(told)


def commit() -> str:
    """Return the commit that was measured, and whether files differ from it."""
    try:
        name = git("rev-parse", "--short", "HEAD")
        return f"{name} with changes" if git("status", "--porcelain", "--untracked-files=no") else name
    except (OSError, subprocess.CalledProcessError):
        return "unknown"


def git(*arguments: str) -> str:
    """Return what a command of git prints."""
    told = subprocess.run(["git", *arguments], cwd=ROOT, check=True, capture_output=True, text=True)
    return told.stdout.strip()


def read(path: str) -> str:
    """Return the text of a file, nothing if it is not there."""
    return Path(path).read_text() if Path(path).exists() else ""


def arguments() -> argparse.Namespace:
    """Return the options."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--small", action="store_true", help="a trial at small sizes")
    parser.add_argument("--only", action="append", metavar="SCRIPT", help="run this one; can be repeated")
    parser.add_argument("--output", type=Path, metavar="FILE", help="the file to write")
    return parser.parse_args()


if __name__ == "__main__":
    main()
