"""A Dask scheduler and its workers as processes of this machine, any of which can be killed."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NANNY = {"OPENBLAS_NUM_THREADS": "1"}  # what Dask's nanny would set; without it a worker is easier to kill


@dataclass(frozen=True)
class Scheduler:
    """A scheduler: where it is, and its process."""

    address: str
    process: subprocess.Popen


@contextmanager
def scheduler(folder: Path, failures: int = 3) -> Iterator[Scheduler]:
    """Give a scheduler, that gives up on what has cost more than so many workers; it writes to the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    told = folder / "scheduler.json"
    options = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(told))
    settings = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": str(failures)}
    with process("scheduler", *options, log=folder / "scheduler.log", settings=settings) as one:
        while not told.exists() or not told.read_text().endswith("}"):
            assert one.poll() is None, (folder / "scheduler.log").read_text()
            time.sleep(0.05)
        yield Scheduler(json.loads(told.read_text())["address"], one)


@contextmanager
def workers(
    address: str, number: int, folder: Path, program: Path = ROOT
) -> Iterator[list[subprocess.Popen]]:
    """Give so many workers of a scheduler, that write to a folder and run the program in another."""
    folder.mkdir(parents=True, exist_ok=True)
    options = (address, "--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", str(folder))
    with ExitStack() as stack:
        yield [
            stack.enter_context(process("worker", *options, log=folder / f"worker-{n}.log", program=program))
            for n in range(number)
        ]


@contextmanager
def process(
    command: str, *options: str, log: Path, program: Path = ROOT, settings: Mapping[str, str] | None = None
) -> Iterator[subprocess.Popen]:
    """Give a process that runs a command of Dask, as `python -m dask` in the folder of a program."""
    path = os.pathsep.join((str(program), str(ROOT / "tests")))
    environment = {**os.environ, "PYTHONPATH": path, **NANNY, **(settings or {})}
    with log.open("w") as file:
        one = subprocess.Popen(
            [sys.executable, "-m", "dask", command, *options],
            cwd=program, env=environment, stdout=file, stderr=file,
        )  # fmt: skip
        try:
            yield one
        finally:
            one.kill()
            one.wait()


def slowly(number: int) -> tuple[int, int]:
    """Return the number and who has taken a tenth of a second over it."""
    time.sleep(0.1)
    return number, os.getpid()


def deadly(number: int) -> int:
    """Return the number; kill every process that is given seven."""
    if number == 7:
        os._exit(1)
    return number


def minus(number: int) -> int:
    """Mark a number as lost."""
    return -number
