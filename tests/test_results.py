"""The table of all benchmarks: what holds, what does not and where the time goes, what was left out."""

import json
import sys
import time
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parent.parent / "benchmarks"
sys.path.insert(0, str(FOLDER))

import results  # noqa: E402
from rows import at_least, at_most, costliest, keep, not_measured, without_bar  # noqa: E402

ROWS = [
    at_least("speed", "one|two", 2.5, 2.0, "5 and 2 a second"),
    at_least("workers", "1", 1.9, 1.7, "databases DIFFERENT", same=False),
    at_most("memory", "1,000 documents", 1.4, 1.25, "100 and 140 MB"),
    without_bar("linking", "the first", 3.0),
    not_measured("mixed", "the model", "≥ 15", "no corpus"),
]


def test_each_row_says_whether_its_bar_holds() -> None:
    lines = list(results.page(ROWS, small=False))
    table = [line for line in lines if line.startswith("| ")][2:]
    assert table == [
        "| speed | one\\|two | 2.50 | ≥ 2 | yes | 5 and 2 a second |",
        "| workers | 1 | 1.90 | ≥ 1.7 | **no** | databases DIFFERENT |",
        "| memory | 1,000 documents | 1.40 | ≤ 1.25 | **no** | 100 and 140 MB |",
        "| linking | the first | 3.00 |  |  |  |",
        "| mixed | the model |  | ≥ 15 | not measured | no corpus |",
    ]
    missed = lines[lines.index("## Bars that are missed") :]
    assert [line for line in missed if line.startswith("**")] == [
        "**workers**, 1.90 for ≥ 1.7. databases DIFFERENT",
        "**memory**, 1.40 for ≤ 1.25. 100 and 140 MB",
    ]


def test_the_page_tells_machine_versions_and_commit_and_that_it_is_a_trial() -> None:
    text = "\n".join(results.page([], small=True))
    assert "cores" in text and "spacy 3" in text and "SQLite 3" in text and "commit " in text
    assert "trial at small sizes" in text and "missed" not in text


def test_rows_go_through_the_file_that_a_script_writes(tmp_path: Path) -> None:
    keep(tmp_path / "rows.json", ROWS)
    assert [results.Row(**one) for one in json.loads((tmp_path / "rows.json").read_text())] == ROWS


def test_what_is_not_here_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("POLNEAR", raising=False)
    (row,) = results.run(results.Part("cluster.py", needs=("no_such_package",)), small=True)
    assert row.detail == "left out: no_such_package is not installed"
    (row,) = results.run(results.Part("attribution.py", ("$POLNEAR",), variables=("POLNEAR",)), small=True)
    assert row.detail == "left out: POLNEAR names no folder"


def test_a_script_that_fails_is_told_and_the_rest_goes_on() -> None:
    (row,) = results.run(results.Part("speed.py", ("--no-such-option",)), small=False)
    assert results.verdict(row) == "not measured" and "ended with 2" in row.detail


def test_every_part_is_a_script_that_the_readme_explains() -> None:
    told = (FOLDER / "README.md").read_text()
    for part in results.PARTS:
        assert (FOLDER / part.script).exists() and f"| `{part.script}` |" in told


def test_where_the_time_goes() -> None:
    assert "`<built-in method time.sleep>`" in costliest(lambda: time.sleep(0.05))
