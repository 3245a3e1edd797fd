"""Mistakes at the command line: each is told in a sentence that says what to do, none passes in silence."""

import json
import re
import subprocess
from pathlib import Path
from typing import get_args

import pytest
from test_cli import README, ROOT, lines, refused, rows, run

from pipeline.conflict import conflict_names
from pipeline.records import Stance

SAID = "Russia's defence ministry said on Thursday that Ukrainian drones had attacked a port near Kursk."


@pytest.mark.parametrize(
    ("option", "one", "other"),
    [
        ("conflict", "ukraine", "sudan"),
        ("from", "2025-03-01", "2025-04-01"),
        ("to", "2025-03-01", "2025-04-01"),
        ("q", "drones", "refinery"),
    ],
)
def test_a_filter_that_can_be_given_once_is_refused_twice(option: str, one: str, other: str) -> None:
    message = refused("export", f"--{option}", one, f"--{option}", other, "--db", "none.db")
    assert f"The filter '{option}' is given 2 times: give it once." in message


def test_help_says_which_filters_can_be_repeated() -> None:
    said = " ".join(run("export", "--help").stdout.split())
    for option in ("region", "party", "accused", "category", "stance", "publisher"):
        assert "Can be repeated." in said.partition(f" --{option} ")[2].partition(" --")[0]
    for option in ("conflict", "from", "to", "q"):
        assert "Can be repeated." not in said.partition(f" --{option} ")[2].partition(" --")[0]


def claim_by(claimant: str) -> dict[str, object]:
    return {"sentence": SAID, "stance": "alleges", "claimant": claimant, "category": "other_strike"}


@pytest.mark.parametrize("options", [[], ["--given-claims"]])
def test_one_bad_line_does_not_stop_disputes_on_standard_input(options: list[str]) -> None:
    good = [{"id": id, "text": SAID, "claims": [claim_by("Russia")]} for id in "ab"]
    bad = b'{"id": \n{"id": "a", "text": "", "claims": []}\n{"id": "c", "text": 1, "claims": []}\n'
    stdin = json.dumps(good[0]).encode() + b"\n" + bad + json.dumps(good[1]).encode()
    result = run("disputes", "-", *options, stdin=stdin, code=2)
    found = lines(result)
    assert {id for one in found for id, _ in one["members"]} == {"a", "b"}
    assert result.stderr.splitlines()[1:] == [
        "standard input:3: The id 'a' appears twice.",
        "standard input:4: Its `text` is not a string.",
    ]
    assert result.stderr.startswith("standard input:2: It is not JSON")


@pytest.mark.parametrize(
    "wrong", [{"stance": "says"}, {"claimant": None}, {"accused": ["x"]}, {"sentence": 1}]
)
def test_a_document_with_a_wrong_claim_is_left_out_of_disputes(wrong: dict[str, object]) -> None:
    documents = [
        {"id": "a", "text": SAID, "claims": [claim_by("Russia")]},
        {"id": "b", "text": SAID, "claims": [claim_by("Russia") | wrong]},
    ]
    stdin = "\n".join(map(json.dumps, documents)).encode()
    result = run("disputes", "-", "--given-claims", stdin=stdin, code=2)
    assert [one["members"] for one in lines(result)] == [[["a", 0]]]
    assert result.stderr.startswith("standard input:2: ") and "of its claims" in result.stderr


@pytest.mark.parametrize("command", [["predict"], ["disputes"], ["disputes", "--given-claims"]])
def test_a_wrong_date_is_unknown_and_told_and_a_conflict_that_is_not_there_once(command: list[str]) -> None:
    documents = [
        {"id": "a", "text": SAID, "published": "not a date", "conflict": "nowhere"},
        {"id": "b", "text": SAID, "published": "27.03.2025", "conflict": "nowhere"},
    ]
    claims = {"claims": [claim_by("Russia")]}
    stdin = "\n".join(json.dumps(document | claims) for document in documents).encode()
    result = run(*command, "-", stdin=stdin)
    assert lines(result)
    assert result.stderr.splitlines() == [
        "standard input:1: Its `published` is 'not a date', which is no date like 2025-03-27. "
        "It is taken as unknown.",
        "standard input:1: There is no conflict 'nowhere': the text tells which one it is about.",
        "standard input:2: Its `published` is '27.03.2025', which is no date like 2025-03-27. "
        "It is taken as unknown.",
    ]


@pytest.mark.parametrize("command", ["predict", "attributions", "disputes"])
@pytest.mark.parametrize("name", ["docs.csv", "REPORT.TXT", "mail.eml"])
def test_a_file_of_another_kind_than_documents_are_read_from_is_one_sentence(
    command: str, name: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_text("a,b\n1,2\n3,4\n")
    assert "This command reads .jsonl" in refused(command, tmp_path / name)


@pytest.mark.parametrize(
    ("option", "value", "names"),
    [("format", "json", "csv, jsonl, parquet"), ("table", "claim", "claims, disputes, links, tallies")],
)
def test_a_choice_that_there_is_not_is_one_sentence(option: str, value: str, names: str) -> None:
    message = refused("export", f"--{option}", value, "--db", "none.db")
    assert message == f"Error: There is no --{option} '{value}'; there are {names}."


def test_a_text_in_another_language_is_named_by_its_file(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("国防部周四表示,无人机夜间袭击了该地区的一座天然气站,但没有人员伤亡。", encoding="utf-8")
    result = run("ingest", path, "--db", tmp_path / "x.db")
    assert result.stderr.startswith(f"{path}: It is in another language (zh)")
    assert result.stdout == "1 document: 1 new, 0 changed, 0 unchanged; 0 claims; 1 failure.\n"
    assert rows(tmp_path / "x.db", "SELECT source FROM failures") == [(str(path),)]


@pytest.mark.parametrize(
    "first",
    [
        "date: yesterday",
        "Date: 27 March 2025 The gas plant",
        "DATE 27.03.2025",
        "publisher: East Wire\nDate: 27 March 2025",
    ],
)
def test_a_file_with_a_date_that_cannot_be_read_is_told_and_counted_once(first: str, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(f"{first}\n{SAID}\n", encoding="utf-8")
    result = run("ingest", path, "--db", tmp_path / "x.db", code=1)
    number, line = len(first.splitlines()), first.splitlines()[-1]
    told = f"Its line {number}, {line!r}, gives no date like 2025-03-27: correct it or take it out."
    assert result.stderr == f"{path}: {told}\n"
    assert result.stdout.startswith("0 documents: 0 new") and result.stdout.endswith("; 1 failure.\n")


@pytest.mark.parametrize("first", ["Date palms burned in 14 villages.", "Dates were agreed on 27 March."])
def test_a_first_line_that_is_of_dates_is_text(first: str, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(f"{first}\n{SAID}\n", encoding="utf-8")
    assert run("ingest", path, "--db", tmp_path / "x.db").stderr == ""


def test_the_readme_says_where_the_conflicts_are_that_have_no_folder() -> None:
    section = README.partition("## How well it works")[2]
    text, _, table = section.partition("<!-- figures")
    measured = re.findall(r"^\| `([a-z-]+)` ", table, re.MULTILINE)
    known = {*conflict_names(), *get_args(Stance)}
    assert measured and all(f"`{name}`" in text for name in measured if name not in known)


def test_make_says_so_before_the_packages_are_installed() -> None:
    command = ["make", "--dry-run", "--always-make", ".venv/run"]
    steps = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    told = next(n for n, step in enumerate(steps) if "echo" in step and "some minutes" in step)
    assert told < next(n for n, step in enumerate(steps) if "pip install" in step)


@pytest.mark.parametrize("command", [["ingest", "--sample"], ["explain", "report.txt"]])
def test_documents_are_of_one_conflict(command: list[str]) -> None:
    message = refused(*command, "--conflict", "ukraine", "--conflict", "sudan")
    assert message == "Error: --conflict is given 2 times: give it once."
