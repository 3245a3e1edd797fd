"""The command line, end to end: what it prints, what it keeps, and one sentence for each mistake."""

import csv
import io
import json
import os
import pty
import re
import socket
import sqlite3
import subprocess
import sys
import threading
import tomllib
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.main import get_command
from typer.testing import CliRunner

from db import open_db, open_readonly
from db.tables import TABLES
from pipeline.__main__ import app
from pipeline.predict import answer
from pipeline.streams import written
from pipeline.version import extractor_version
from pipeline.web import Manners
from views.parts.filters import EXAMPLE

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
REPORT = """date 2025-03-27 Each side says the other broke the pause
Russia's defence ministry said on Thursday that Ukrainian drones had attacked a gas plant in the Kursk region.

Ukraine's general staff denied that its forces had struck the plant.
"""


def run(*arguments: object, code: int = 0, stdin: bytes | None = None) -> Result:
    """Run a command as it would be typed; without a database named elsewhere."""
    result = CliRunner(env={"CLAIMS_DB": None}).invoke(app, [str(one) for one in arguments], input=stdin)
    assert result.exit_code == code, f"{result.output}\n{result.exception!r}"
    return result


def refused(*arguments: object, stdin: bytes | None = None) -> str:
    """Run a command that must fail with 2; return the one sentence that it prints."""
    result = run(*arguments, code=2, stdin=stdin)
    assert result.stdout == ""
    message = result.stderr.strip()
    assert "\n" not in message and "Traceback" not in message, message
    assert message.endswith(".")
    return message


def lines(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def rows(db: Path, sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(db)) as connection:
        return connection.execute(sql).fetchall()


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


# --- what is said of it ------------------------------------------------------------------------------------


def options() -> Iterator[tuple[str, str]]:
    for name, command in get_command(app).commands.items():  # type: ignore[attr-defined]
        yield name, f"python -m pipeline {name}"
        for parameter in command.params:
            yield from ((name, option) for option in parameter.opts if option.startswith("--"))


@pytest.mark.parametrize(("command", "words"), [pytest.param(*o, id=" ".join(o)) for o in options()])
def test_every_command_and_option_is_in_the_readme(command: str, words: str) -> None:
    assert f"`{words}" in README or f" {words}" in README


def test_the_readme_names_no_command_that_is_not_there() -> None:
    named = set(re.findall(r"python -m pipeline (\w+)", README))
    assert named == set(get_command(app).commands)  # type: ignore[attr-defined]


def test_every_column_of_the_csv_is_in_the_readme() -> None:
    section = README.partition("## What counts as a claim")[2].partition("## How well it works")[0]
    names = {name for table in TABLES.values() for name in table.names}
    assert sorted(name for name in names if f"`{name}`" not in section) == []


def test_help_names_every_command_and_the_first_thing_to_do() -> None:
    text = run("--help").stdout
    assert "ingest --sample" in text
    for name in get_command(app).commands:  # type: ignore[attr-defined]
        assert name in text
        assert "..." not in text.partition(f"\n  {name} ")[2].partition("\n")[0], "cut off"


def test_the_version_is_that_of_program_rules_and_model() -> None:
    told = run("--version").stdout
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert told.startswith(
        f"ceasefire-claims {project['version']}; rules {extractor_version()}; model en_core"
    )
    assert told.count("\n") == 1


def test_help_comes_without_loading_the_model() -> None:
    code = "import sys, pipeline.__main__ as m; assert 'spacy' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, timeout=60)


# --- ingest ------------------------------------------------------------------------------------------------


def test_the_sample_is_read_once_and_marked_as_paraphrases(sampled: Path) -> None:
    assert rows(sampled, "SELECT count(*), count(DISTINCT url) FROM documents") == [(166, 166)]
    assert rows(sampled, "SELECT DISTINCT kind FROM documents") == [("paraphrase",)]
    before = rows(sampled, "SELECT * FROM claims ORDER BY id")
    assert len(before) > 300
    assert (
        "166 documents: 0 new, 0 changed, 166 unchanged" in run("ingest", "--sample", "--db", sampled).stdout
    )
    assert rows(sampled, "SELECT * FROM claims ORDER BY id") == before


def test_a_report_gives_both_sides_and_a_second_run_nothing_more(report: Path, tmp_path: Path) -> None:
    db = tmp_path / "x.db"
    first = run("ingest", report, "--db", db)
    assert first.stdout.startswith("1 document: 1 new, 0 changed, 0 unchanged")
    assert first.stderr == ""
    claims = rows(
        db, "SELECT stance, claimant, accused, category, region_set FROM claims ORDER BY sentence_start"
    )
    assert ("alleges", "Russia", "Ukraine", "energy_strike", "RU-KRS") in claims
    assert any(claim[:3] == ("denies", "Ukraine", "Ukraine") for claim in claims)
    assert rows(db, "SELECT title, published FROM documents") == [
        ("Each side says the other broke the pause", "2025-03-27")
    ]
    run("ingest", report, "--db", db)
    assert len(rows(db, "SELECT 1 FROM claims")) == len(claims)


@pytest.mark.skipif(not os.environ.get("SEED_REPORT"), reason="SEED_REPORT names no report to read.")
def test_the_first_report_gives_the_claims_that_it_must(tmp_path: Path) -> None:
    db = tmp_path / "x.db"
    run("ingest", os.environ["SEED_REPORT"], "--db", db)
    question = "SELECT claimant, stance, accused, category, region_set, count, date_from, date_to FROM claims"
    claims = rows(db, question)
    strikes = ("energy_strike", "RU-BRY RU-KRS", None, "2025-03-24", "2025-03-27")
    assert ("Russia", "alleges", "Ukraine", *strikes) in claims
    assert any(c[:4] == ("Ukraine", "denies", "Ukraine", "energy_strike") for c in claims)
    assert ("Ukraine", "alleges", "Russia", "energy_strike", "", 8, None, None) in claims
    for one, other in (("Russia", "Ukraine"), ("Ukraine", "Russia")):
        assert (one, "alleges", other, "energy_strike", "", None, None, None) in claims
    run("ingest", os.environ["SEED_REPORT"], "--db", db)
    assert rows(db, question) == claims


def test_a_text_without_a_date_has_none_and_neither_have_its_claims(tmp_path: Path) -> None:
    path = tmp_path / "undated.txt"
    path.write_text(REPORT.partition("\n")[2], encoding="utf-8")
    db = tmp_path / "x.db"
    run("ingest", path, "--db", db)
    assert rows(db, "SELECT published FROM documents") == [(None,)]
    assert rows(db, "SELECT DISTINCT date_from, date_to, day FROM claims") == [(None, None, None)]


def test_a_text_in_another_language_is_kept_and_yields_nothing(tmp_path: Path) -> None:
    path = tmp_path / "uk.txt"
    path.write_text("Міністерство оборони заявило, що безпілотники вночі вдарили по газовій станції.")
    db = tmp_path / "x.db"
    result = run("ingest", path, "--db", db)
    assert rows(db, "SELECT language FROM documents") == [("uk",)]
    assert rows(db, "SELECT 1 FROM claims") == []
    assert "another language (uk)" in result.stderr


def test_one_bad_file_does_not_stop_the_others(report: Path, tmp_path: Path) -> None:
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01\x02")
    (tmp_path / "empty.html").write_text("")
    (tmp_path / "docs.jsonl").write_text('{"text": "One text."}\n{"text": \n{"text": "Another text."}\n')
    db = tmp_path / "x.db"
    result = run("ingest", tmp_path / "missing.txt", tmp_path / "binary.txt", tmp_path / "empty.html",
                 tmp_path / "docs.jsonl", report, "--db", db)  # fmt: skip
    assert result.stdout.startswith("3 documents: 3 new")
    assert len(result.stderr.splitlines()) == 4
    failures = dict(rows(db, "SELECT source, reason FROM failures"))
    assert failures[str(tmp_path / "missing.txt")] == "There is no such file or folder."
    assert failures[f"{tmp_path / 'docs.jsonl'}:2"].startswith("It is not JSON")
    assert len(failures) == 4


def test_several_sources_of_which_none_can_be_read_are_exit_status_1(tmp_path: Path) -> None:
    result = run("ingest", tmp_path / "a.txt", tmp_path / "b.txt", "--db", tmp_path / "x.db", code=1)
    assert len(result.stderr.splitlines()) == 2


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("missing.txt", None, "There is no such file or folder."),
        ("empty.txt", b"", "It is empty."),
        ("binary.txt", b"\x00\xff\x00", "It is a binary file, not text."),
        ("latin.txt", "Über".encode("latin-1"), "It is not text in UTF-8: byte 1 does not fit."),
        ("a.html", b"<html><body><p>Nothing.</p></body></html>", "No article was found on the page."),
        ("a.jsonl", b"{]", "It is not JSON"),
        ("a.csv", b"a,b\n1,2\n", "Its first line names no column 'text': say with --column text=NAME"),
        ("b.csv", b"text,published\nA.,soon\n", "Its `published` is 'soon', which is no date"),
        ("a.pdf", b"%PDF", "Its kind is not known"),
    ],
)
def test_a_bad_source_is_one_sentence_and_is_kept_as_a_failure(
    tmp_path: Path, name: str, content: bytes | None, reason: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    result = run("ingest", tmp_path / name, "--db", tmp_path / "x.db", code=1)
    ((source, kept),) = rows(tmp_path / "x.db", "SELECT source, reason FROM failures")
    assert source.startswith(str(tmp_path / name)) and reason in kept
    assert result.stderr == f"{source}: {kept}\n"


def test_an_address_that_does_not_answer_is_a_failure_that_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.web.Manners", partial(Manners, backoff=0.01))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"http://127.0.0.1:{taken.getsockname()[1]}/feed"
    db = tmp_path / "x.db"
    for option, reason in (
        ([], "no address of the public internet"),
        (["--allow-private"], "Connection refused"),
    ):
        result = run("ingest", address, *option, "--delay", "0", "--db", db, code=1)
        assert result.stderr.startswith(f"{address}: It ") and reason in result.stderr
    assert [source for (source,) in rows(db, "SELECT source FROM failures")] == [address, address]


def test_a_feed_is_read_from_its_address(tmp_path: Path) -> None:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Stay silent."""

    body = "".join(f"<p>{line}</p>" for line in REPORT.splitlines()[1:] if line)
    (tmp_path / "one.html").write_text(
        f"<html><title>Pause</title><body><article>{body}</article></body></html>"
    )
    (tmp_path / "feed.xml").write_text(
        "<rss version='2.0'><channel><title>Post</title><item><title>Pause</title><link>one.html</link>"
        "<pubDate>Thu, 27 Mar 2025 08:00:00 GMT</pubDate></item><item><link>two.html</link></item>"
        "</channel></rss>"
    )
    handler = partial(Quiet, directory=str(tmp_path))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        result = run("ingest", f"{address}/feed.xml", "--conflict", "ukraine", "--allow-private",
                     "--delay", "0", "--db", tmp_path / "x.db")  # fmt: skip
        server.shutdown()
    assert rows(tmp_path / "x.db", "SELECT url, publisher, published, conflict FROM documents") == [
        (f"{address}/one.html", "Post", "2025-03-27", "ukraine")
    ]
    assert result.stderr.strip() == f"{address}/two.html: It answers 404 Not Found."
    assert ("Russia",) in rows(tmp_path / "x.db", "SELECT claimant FROM claims")


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["ingest"], "Name a source to read"),
        (["ingest", "--sample", "x.txt"], "not both"),
        (["ingest", "--sample", "--conflict", "nowhere"], "There is no conflict 'nowhere'; there are: "),
        (["export", "--stance", "claims", "--db", "x"], "There is no stance 'claims'"),
        (["export", "--from", "yesterday", "--db", "x"], "needs a day as YYYY-MM-DD"),
        (["export", "--db", "none.db"], "There is no database at none.db"),
        (["extract", "--db", "none.db"], "There is no database at none.db"),
        (["ingest", "--sample", "--db", "no/folder/x.db"], "there is no folder"),
        (["export", "--db", "pyproject.toml"], "pyproject.toml is not an SQLite database"),
        (["ingest", "--sample", "--db", "pyproject.toml"], "pyproject.toml is not an SQLite database"),
        (["predict", "none.jsonl"], "none.jsonl: There is no such file or folder."),
        (["attributions", "tests"], "It is neither a file nor a folder."),
        (["score", "none.jsonl"], "none.jsonl: It cannot be opened"),
        (["score", "pyproject.toml"], "pyproject.toml:1: It is not JSON"),
    ],
)
def test_a_mistake_is_one_sentence(
    arguments: list[str], reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert reason in refused(*arguments)


def test_a_newer_and_a_write_protected_database_are_left_alone(tmp_path: Path, report: Path) -> None:
    db = tmp_path / "x.db"
    open_db(db).close()
    with closing(sqlite3.connect(db)) as connection:
        connection.execute("UPDATE _sqlite_migrations SET name = 'm999_later' WHERE id = 1")
        connection.commit()
    content = db.read_bytes()
    assert "newer version" in refused("ingest", report, "--db", db)
    assert "newer version" in refused("export", "--db", db)
    assert db.read_bytes() == content
    other = tmp_path / "other.db"
    open_db(other).close()
    other.chmod(0o444)
    assert "write-protected" in refused("ingest", report, "--db", other)


# --- extract and export ------------------------------------------------------------------------------------


def test_claims_derived_anew_are_the_same(report: Path, tmp_path: Path) -> None:
    db = tmp_path / "x.db"
    run("ingest", report, "--db", db)
    before = rows(db, "SELECT id FROM claims ORDER BY id")
    assert "1 document: 0 new, 0 changed, 1 unchanged" in run("extract", "--db", db).stdout
    assert run("extract", "--stale", "--db", db).stdout == "All documents are up to date.\n"
    assert rows(db, "SELECT id FROM claims ORDER BY id") == before


@pytest.mark.parametrize(
    ("options", "condition"),
    [
        ([], "1"),
        (["--stance", "denies"], "stance = 'denies'"),
        (["--party", "Ukraine", "--category", "energy_strike"],
         "claimant = 'Ukraine' AND category = 'energy_strike'"),
        (["--region", "RU-KRS", "--region", "RU-BRY"],
         "region_set LIKE '%RU-KRS%' OR region_set LIKE '%RU-BRY%'"),
        (["--conflict", "ukraine", "--from", "2025-04-01", "--to", "2025-04-30"],
         "conflict = 'ukraine' AND day BETWEEN '2025-04-01' AND '2025-04-30'"),
        (["--accused", "none"], "accused IS NULL"),
    ],
)  # fmt: skip
def test_export_gives_exactly_the_rows_of_the_filter(
    sampled: Path, options: list[str], condition: str
) -> None:
    wanted = {row[0] for row in rows(sampled, "SELECT id FROM claims WHERE " + condition)}  # noqa: S608
    assert wanted
    table = list(csv.DictReader(io.StringIO(run("export", "--db", sampled, *options).stdout)))
    assert {row["id"] for row in table} == wanted and len(table) == len(wanted)
    assert tuple(table[0]) == TABLES["claims"].names
    objects = lines(run("export", "--db", sampled, "--format", "jsonl", *options))
    assert [row["id"] for row in objects] == [row["id"] for row in table]


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_exported(sampled: Path, name: str) -> None:
    options = ("--table", name, "--conflict", "ukraine", "--from", "2025-03-01")
    found = list(csv.DictReader(io.StringIO(run("export", "--db", sampled, *options).stdout)))
    assert found
    assert tuple(found[0]) == TABLES[name].names
    assert {row["conflict"] for row in found} == {"ukraine"}


def test_the_search_that_the_dashboard_offers_finds_something_in_the_sample(sampled: Path) -> None:
    assert lines(run("export", "--db", sampled, "--conflict", "ukraine", "--q", EXAMPLE, "--format", "jsonl"))


def test_export_writes_a_file(sampled: Path, tmp_path: Path) -> None:
    path = tmp_path / "claims.csv"
    assert run("export", "--db", sampled, "--output", path).stdout == ""
    assert path.read_bytes() == run("export", "--db", sampled).stdout_bytes
    assert "cannot be written" in refused("export", "--db", sampled, "--output", tmp_path / "no" / "x.csv")
    assert run("export", "--db", sampled, "--output", "-").stdout_bytes == path.read_bytes()


def test_export_replaces_a_file_only_when_told_to(sampled: Path, tmp_path: Path) -> None:
    path, link = tmp_path / "claims.csv", tmp_path / "link.csv"
    path.write_text("kept")
    path.chmod(0o640)
    link.symlink_to(path)
    export = ("export", "--db", sampled, "--stance", "denies", "--output")
    told = f"Error: {link} is there already: name another file, or replace it with --force."
    assert refused(*export, link) == told and path.read_text() == "kept"
    assert "There is no party" in refused(*export, link, "--force", "--party", "Nowhere")
    assert path.read_text() == "kept"
    run(*export, link, "--force")
    assert path.read_bytes() == run(*export[:-1]).stdout_bytes and link.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640
    path.write_text("")  # there is nothing to lose in it
    run(*export, path)
    assert path.read_bytes() == run(*export[:-1]).stdout_bytes
    assert {one.name for one in tmp_path.iterdir()} == {"claims.csv", "link.csv"}


def test_export_that_breaks_off_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "claims.csv"
    path.write_text("kept")
    with pytest.raises(ZeroDivisionError), written(path, force=True) as file:
        file.write(b"half of it" * 100_000)
        raise ZeroDivisionError
    assert path.read_text() == "kept" and list(tmp_path.iterdir()) == [path]


def test_export_writes_to_a_pipe(sampled: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    found: list[bytes] = []
    reader = threading.Thread(target=lambda: found.append((tmp_path / "pipe").read_bytes()))
    reader.start()
    run("export", "--db", sampled, "--output", tmp_path / "pipe")
    reader.join(timeout=30)
    assert found == [run("export", "--db", sampled).stdout_bytes]
    run("export", "--db", sampled, "--output", "/dev/null")


def test_export_reads_names_as_they_are_typed(sampled: Path) -> None:
    exact = ["--party", "RSF", "--party", "United States", "--region", "RU-KRS", "--conflict", "ukraine"]
    typed = ["--party", "Rapid Support Forces", "--party", "us", "--region", "kursk"]
    typed += ["--conflict", "Russia-Ukraine", "--stance", "ALLEGES"]
    wanted = run("export", "--db", sampled, *exact[:-4], "--stance", "alleges", *exact[-2:])
    assert wanted.stdout.count("\n") > 1
    assert run("export", "--db", sampled, *typed[:4], *typed[6:]).stdout == wanted.stdout
    assert (
        run("export", "--db", sampled, *typed[4:6]).stdout
        == run("export", "--db", sampled, *exact[4:6]).stdout
    )
    capital, body, state = (
        run("export", "--db", sampled, "--party", name).stdout for name in ("moscow", "Kremlin", "Russia")
    )
    assert capital == body == state
    assert state.count("\n") > 1


def test_a_conflict_is_named_by_its_title_too(tmp_path: Path, report: Path) -> None:
    run("ingest", report, "--conflict", "Russia - Ukraine", "--db", tmp_path / "x.db")
    assert rows(tmp_path / "x.db", "SELECT DISTINCT conflict FROM documents") == [("ukraine",)]
    assert run("sources", "--conflict", "SUDAN", "--db", "none.db").stdout == (
        run("sources", "--conflict", "sudan", "--db", "none.db").stdout
    )


def test_export_knows_what_the_database_holds(sampled: Path) -> None:
    for option, value in (
        ("region", "RU-XX"),
        ("party", "Nowhere"),
        ("publisher", "None"),
        ("conflict", "x"),
    ):
        told = refused("export", "--db", sampled, f"--{option}", value)
        assert f"There is no {option} '{value}' in the database" in told
        assert ("; there are " in told) == (option in ("party", "conflict"))


# --- predict, attributions, score --------------------------------------------------------------------------

TEXT = REPORT.partition("\n")[2]
FRENCH = "Rien ne s'est passé cette nuit dans la ville, ont déclaré les autorités locales."


def docs(path: Path, *documents: object) -> Path:
    path.write_text("\n".join(json.dumps(one) for one in documents), encoding="utf-8")
    return path


def test_predict_answers_every_document_in_order(tmp_path: Path) -> None:
    path = docs(
        tmp_path / "docs.jsonl",
        {"id": "a", "text": TEXT, "published": "2025-03-27", "conflict": "ukraine", "claims": "unknown"},
        {"id": "b", "text": TEXT, "published": None, "conflict": "nowhere", "more": {"x": 1}},
        {"id": 7, "text": TEXT, "published": "soon", "title": None, "conflict": 3},
        {"id": "d", "text": FRENCH},
        {"id": "e", "text": ""},
        {"id": "f", "text": None},
        {"id": "g"},
    )
    result = run("predict", path)
    found = lines(result)
    assert [one["id"] for one in found] == ["a", "b", 7, "d", "e", "f", "g"]
    a, b, c, *rest = (one["claims"] for one in found)
    assert len(a) >= 2 and [one["claimant"] for one in a] == [one["claimant"] for one in b]
    assert [one["date_to"] for one in b] == [one["date_to"] for one in c] == [None] * len(b)
    assert rest == [[], [], [], []]
    assert set(a[0]) == {
        *("sentence", "stance", "claimant", "speaker", "accused", "category"),
        *("regions", "count", "unit", "bound", "date_from", "date_to"),
    }
    assert all(one["sentence"] in TEXT for one in a)
    assert result.stderr.splitlines() == [
        f"{path}:2: There is no conflict 'nowhere': the text tells which one it is about.",
        f"{path}:3: Its `published` is 'soon', which is no date like 2025-03-27. It is taken as unknown.",
        f"{path}:3: Its `conflict` is not a string. It is taken as unknown.",
        f"{path}:6: Its `text` is not a string.",
        f"{path}:7: Its `text` is not a string.",
    ]


def test_a_line_that_is_no_document_is_told_and_the_rest_is_answered(tmp_path: Path) -> None:
    path = tmp_path / "docs.jsonl"
    path.write_bytes(
        b'\xef\xbb\xbf{"id": "a", "text": "A."}\n\n{"id": \n["b"]\n'
        b'{"text": "C."}\n\xff\n{"id": "d", "text": "D."}'
    )
    for command in ("predict", "attributions"):
        result = run(command, path, code=2)
        assert [one["id"] for one in lines(result)] == ["a", "d"]
        assert [line.partition(": ")[0] for line in result.stderr.splitlines()] == [
            f"{path}:{number}" for number in (3, 4, 5, 6)
        ]


def test_documents_may_come_from_standard_input() -> None:
    line = json.dumps({"id": "a", "text": TEXT}).encode()
    assert lines(run("predict", "-", stdin=line))[0]["claims"]
    assert lines(run("attributions", "-", stdin=line))[0]["attributions"]
    assert "standard input:1: It is not JSON" in run("predict", "-", stdin=b"x", code=2).stderr


def test_spans_count_in_the_text_as_it_was_given(tmp_path: Path) -> None:
    text = "\ufeff\u200e" + TEXT.replace("\n\n", "\r\n\r\n").replace("denied", "\u00a0denied")
    path = docs(tmp_path / "docs.jsonl", {"id": "a", "text": text})
    (found,) = lines(run("attributions", path))
    cues = {text[start:end] for one in found["attributions"] for start, end in one["cue"]}
    assert {"said", "denied"} <= cues
    (claims,) = lines(run("predict", path))
    assert claims["claims"] and all(claim["sentence"] in text for claim in claims["claims"])


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    text=st.text(st.characters(exclude_categories=()), max_size=80)
    | st.lists(st.sampled_from(["“", "”", '"', "said", "Moscow", "denied", ".", "\n", "\u202e", "🙂"])).map(
        " ".join
    ),
    key=st.sampled_from(["claims", "attributions"]),
)
def test_any_text_is_answered(text: str, key: str) -> None:
    found = answer(("here", json.dumps({"id": "a", "text": text}).encode()), key)
    assert found.problem is None
    assert found.output is not None and found.output["id"] == "a"
    for one in found.output[key]:
        for spans in one.values() if key == "attributions" else ():
            assert all(0 <= start < end <= len(text) for start, end in spans)


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=60) | st.recursive(
    st.none() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "text", "x"]), inner),
).map(lambda value: json.dumps(value).encode()))  # fmt: skip
def test_any_line_is_answered(line: bytes) -> None:
    found = answer(("here", line), "claims")
    assert found.output is None or found.output["claims"] is not None
    assert found.output is not None or found.problem


def test_score_compares_a_file_of_predictions(tmp_path: Path) -> None:
    gold = ROOT / "pipeline" / "sample" / "dev.jsonl"
    first = gold.read_text(encoding="utf-8").splitlines()[0]
    (tmp_path / "found.jsonl").write_text(first, encoding="utf-8")
    table = run("score", gold, "--predicted", tmp_path / "found.jsonl", "--errors").stdout
    assert table.startswith("documents 60, gold claims ")
    assert re.search(r"^claim +1\.000 ", table, re.MULTILINE)
    assert "\nmissed " in table and "\nspurious " not in table
    figures = json.loads(run("score", gold, "--predicted", gold, "--json").stdout)
    assert figures["levels"]["full"]["f1"] == 1
    assert set(figures["by"]) == {"conflict", "stance"}


def test_score_predicts_what_it_is_not_given(tmp_path: Path) -> None:
    gold = docs(tmp_path / "gold.jsonl", {"id": "a", "text": TEXT, "published": "2025-03-27", "claims": []})
    assert json.loads(run("score", gold, "--json").stdout)["predicted"] >= 2


def test_score_refuses_predictions_for_other_documents(tmp_path: Path) -> None:
    gold = docs(tmp_path / "gold.jsonl", {"id": "a", "claims": []})
    made = docs(tmp_path / "made.jsonl", {"id": "b", "claims": []})
    assert "The gold set holds no document 'b'." in refused("score", gold, "--predicted", made)


# --- as a program of its own -------------------------------------------------------------------------------


def test_progress_is_shown_on_a_terminal_and_nowhere_else(tmp_path: Path) -> None:
    path = docs(tmp_path / "docs.jsonl", {"id": "a", "text": FRENCH})
    command = [sys.executable, "-m", "pipeline", "predict", str(path)]
    ours, theirs = pty.openpty()
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=theirs) as process:
        os.close(theirs)
        shown = b"".join(iter(partial(read_terminal, ours), b""))
        output = process.stdout.read() if process.stdout else b""
    os.close(ours)
    assert b"documents" in shown
    plain = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=120, check=True)
    assert plain.stderr == b""
    assert plain.stdout == output and json.loads(plain.stdout)["id"] == "a"


def read_terminal(terminal: int) -> bytes:
    """What was written to a terminal, nothing once the writer is gone."""
    try:
        return os.read(terminal, 10_000)
    except OSError:
        return b""


def test_the_database_may_be_named_by_the_environment(report: Path, tmp_path: Path) -> None:
    db = tmp_path / "named.db"
    result = CliRunner(env={"CLAIMS_DB": str(db)}).invoke(app, ["ingest", str(report)])
    assert result.exit_code == 0
    with closing(open_readonly(db)) as opened:
        assert opened["documents"].count == 1
