"""What a benchmark has measured, as rows of one table: a ratio next to the bar that it has to reach."""

import argparse
import cProfile
import json
import pstats
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path


@dataclass(frozen=True)
class Row:
    """A measured ratio; None: not measured, and `detail` says why. `holds` is None where there is no bar.

    `where` says where the time goes if the bar is missed.
    """

    what: str
    against: str
    ratio: float | None
    bar: str
    holds: bool | None
    detail: str = ""
    where: str = ""


def at_least(what: str, against: str, ratio: float, bar: float, detail: str = "", same: bool = True) -> Row:
    """Return a row that holds if the ratio reaches the bar, and what has to be the `same` is."""
    return Row(what, against, ratio, f"≥ {bar:g}", ratio >= bar and same, detail)


def at_most(what: str, against: str, ratio: float, bar: float, detail: str = "") -> Row:
    """Return a row that holds if the ratio does not exceed the bar."""
    return Row(what, against, ratio, f"≤ {bar:g}", ratio <= bar, detail)


def without_bar(what: str, against: str, ratio: float, detail: str = "") -> Row:
    """Return a row for which no bar was set."""
    return Row(what, against, ratio, "", None, detail)


def not_measured(what: str, against: str, bar: str, why: str) -> Row:
    """Return a row that was left out, with the reason."""
    return Row(what, against, None, bar, None, why)


def options(doc: str | None, folder: bool = False, **sizes: int) -> argparse.Namespace:
    """Return what a benchmark is given: `--json FILE` for its rows, its sizes as options of their names.

    `folder`: it may be given a folder, too.
    """
    parser = argparse.ArgumentParser(
        description=doc, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False
    )
    if folder:
        parser.add_argument("folder", nargs="?", type=Path, metavar="FOLDER")
    for name, size in sizes.items():
        parser.add_argument(f"--{name}", type=int, default=size, metavar="N", help=f"default: {size}")
    parser.add_argument("--json", type=Path, metavar="FILE", help="where the rows are to be written")
    return parser.parse_args()


def keep(path: Path | None, rows: Iterable[Row]) -> None:
    """Write the rows to a JSON file, if one is named."""
    if path is not None:
        path.write_text(json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1) + "\n")


def explained(row: Row, work: Callable[[], object]) -> Row:
    """Return the row, if its bar is missed with where the time of some work goes in this process."""
    return replace(row, where=f"The time goes into {costliest(work)}.") if row.holds is False else row


def costliest(work: Callable[[], object], most: int = 8) -> str:
    """Return in which functions some work spends its time, the costliest first, with their shares."""
    profile = cProfile.Profile()
    profile.runcall(work)
    stats = pstats.Stats(profile).get_stats_profile()
    whole = sum(one.tottime for one in stats.func_profiles.values()) or 1.0
    first = sorted(stats.func_profiles.items(), key=lambda item: item[1].tottime, reverse=True)[:most]
    return ", ".join(f"{place(one.file_name)}`{name}` {one.tottime / whole:.0%}" for name, one in first)


def place(file: str) -> str:
    """Return the name of the file of a function as it is printed; built-in ones have none."""
    return "" if file == "~" else f"{Path(file).parent.name}/{Path(file).name} "
