"""Measures what is found in the sample against its gold claims, and writes it down: `make score`.

    benchmarks/quality.json   the figures, which the page on method shows too
    benchmarks/claims.tsv     each claim that was found, missed or made up, a line each
    README.md                 the table between the marks

Prints the figures, and the claims gained and lost since the last commit.
"""

import json
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from counting import Counting, counting  # noqa: E402

from pipeline.predict import predict_all  # noqa: E402
from pipeline.score import Score, compare, read_scored  # noqa: E402
from pipeline.score_table import markdown, tables  # noqa: E402
from pipeline.sources import MARKED  # noqa: E402
from pipeline.version import EXTRACTOR, PROGRAM  # noqa: E402

FIGURES = ROOT / "benchmarks" / "quality.json"
CLAIMS = ROOT / "benchmarks" / "claims.tsv"
README = ROOT / "README.md"
BEGIN, END = "<!-- figures: written by `make score` -->", "<!-- end of figures -->"


def main() -> None:
    """Measure, write and print."""
    gold = read_scored(MARKED)
    predicted = predict_all(gold)
    score = compare(gold, predicted)
    parts = {path.name: part(path, predicted) for path in MARKED}
    day = datetime.now(UTC).date().isoformat()
    version = f"{PROGRAM}, rules {EXTRACTOR}"
    counts = counting(gold, predicted)
    before, now = committed(CLAIMS), claim_lines(score, gold)
    FIGURES.write_text(json.dumps(figures(score, parts, counts, day, version), indent=1) + "\n")
    CLAIMS.write_text("".join(f"{line}\n" for line in now))
    write_table(f"Version {version}; measured {day}.\n\n{markdown(score)}\n\n{counts.sentence()}")
    print(tables(score))
    print(f"\n{counts.sentence()}")
    print(changes(before, now))


def part(path: Path, predicted: Mapping[str, Any]) -> Score:
    """Return the score of one marked file of the sample."""
    gold = read_scored([path])
    return compare(gold, {name: predicted[name] for name in gold})


def figures(
    score: Score, parts: Mapping[str, Score], counts: Counting, day: str, version: str
) -> dict[str, Any]:
    """Return what quality.json holds: rows for a table, and under `score` and `files` all figures."""
    rows = [("all", score.total)]
    rows += [(f"conflict: {name}", tally) for name, tally in sorted(score.by_conflict.items())]
    rows += [(f"stance: {name}", tally) for name, tally in sorted(score.by_stance.items())]
    return {
        "generated": day,
        "version": version,
        "figures": [table_row(name, tally.figures()) for name, tally in rows],
        "score": score.figures(),
        "counts": counts.figures(),
        "files": {name: one.total.figures() for name, one in parts.items()},
    }


def table_row(name: str, figures: Mapping[str, Any]) -> dict[str, Any]:
    """Return the figures of some claims as a row of a table, by the heading of the column."""
    claim = figures["levels"]["claim"]
    found = {"claims": name, "gold": figures["gold"], "found": figures["predicted"]}
    found |= {"precision": claim["precision"], "recall": claim["recall"]}
    found |= {f"{level} F1": of_level["f1"] for level, of_level in figures["levels"].items()}
    found |= figures["fields"]
    return {key: round(value, 3) if isinstance(value, float) else value for key, value in found.items()}


def claim_lines(score: Score, gold: Mapping[str, Any]) -> list[str]:
    """Return a line for each claim: its document, how it fared, who against whom, its sentence."""
    missed = {id(claim) for _, claim in score.missed}
    lines = [
        line("missed" if id(claim) in missed else "found", name, claim)
        for name, document in gold.items()
        for claim in document["claims"]
        if not claim.get("optional")
    ]
    return sorted(lines + [line("spurious", name, claim) for name, claim in score.spurious])


def line(kind: str, name: str, claim: Mapping[str, Any]) -> str:
    """Return one claim as a line."""
    who = f"{claim['claimant']} {claim['stance']}, accused {claim['accused']}, {claim['category']}"
    return "\t".join((name, kind, who, " ".join(claim["sentence"].split())[:90]))


def committed(path: Path) -> list[str]:
    """Return the lines of a file as it was last committed, none if it never was."""
    command = ["git", "-C", str(ROOT), "show", f"HEAD:{path.relative_to(ROOT)}"]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    except (OSError, subprocess.CalledProcessError):
        return []


def changes(before: list[str], now: list[str]) -> str:
    """Return the claims that are found, missed or made up now and were not before."""
    new = [entry for entry in now if entry not in set(before)] if before else []
    return "\n".join(["", f"since the last commit: {len(new)} claims stand differently", *new])


def write_table(table: str) -> None:
    """Put the table between the marks in README.md, if they are there."""
    text = README.read_text(encoding="utf-8")
    start, end = text.find(BEGIN), text.find(END)
    if 0 <= start < end:
        README.write_text(f"{text[: start + len(BEGIN)]}\n{table}\n{text[end:]}", encoding="utf-8")


if __name__ == "__main__":
    main()
