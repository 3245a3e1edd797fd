"""Files that hold many documents or none too well: web archives, mails, tables, and lines without end."""

import io
import json
import os
import subprocess
import sys
import zipfile
from datetime import UTC, date, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from site_server import ARTICLE
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from pipeline.files import read_path
from pipeline.records import Document, Failure

ROOT = Path(__file__).parent.parent
TOWNS = ("north", "east", "south")
WHEN = "2025-03-27T08:00:00Z"


def archive(packed: bool = True, status: str = "200 OK", kind: str = "text/html; charset=utf-8") -> bytes:
    """Return a WARC file with a record on itself, a picture, and a page for each town."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "a test"}))
    pages = [("logo.png", "image/png", b"\x89PNG")]
    pages += [(f"{town}.html", kind, ARTICLE.format(name=town).encode()) for town in TOWNS]
    for name, content_type, body in pages:
        headers = StatusAndHeaders(status, [("Content-Type", content_type)], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            f"https://news.example/{name}",
            "response",
            payload=io.BytesIO(body),
            http_headers=headers,
            warc_headers_dict={"WARC-Date": WHEN},
        )
        writer.write_record(record)
    return out.getvalue()


def wacz(content: bytes, name: str = "archive/data.warc.gz") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("datapackage.json", "{}")
        packed.writestr(name, content)
    return out.getvalue()


def read(path: Path, content: bytes) -> tuple[list[str], list[str]]:
    """Return the addresses of the documents in a file, and the reasons of the failures."""
    path.write_bytes(content)
    found = list(read_path(path))
    failures = [one.reason for one in found if isinstance(one, Failure)]
    assert all(reason.endswith(".") and "Traceback" not in reason for reason in failures)
    return [str(one.url) for one in found if isinstance(one, Document)], failures


PACKED, PLAIN = archive(), archive(packed=False)
ALL = [f"https://news.example/{town}.html" for town in TOWNS]


@pytest.mark.parametrize("name", ["a.warc.gz", "A.WARC", "a.wacz"])
def test_an_archive_gives_the_articles_of_its_pages(tmp_path: Path, name: str) -> None:
    content = wacz(archive()) if name.endswith("wacz") else archive(name.endswith("gz"))
    path = tmp_path / name
    assert read(path, content) == (ALL, [])
    found = next(one for one in read_path(path) if isinstance(one, Document))
    assert found.capture is not None and found.capture.content == ARTICLE.format(name="north").encode()
    assert found.fetched == datetime(2025, 3, 27, 8, tzinfo=UTC)


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("share", [0.97, 0.8, 0.6])
def test_an_archive_that_breaks_off_gives_what_stands_before(
    tmp_path: Path, packed: bool, share: float
) -> None:
    whole = archive(packed)
    found, failures = read(tmp_path / ("a.warc.gz" if packed else "a.warc"), whole[: int(len(whole) * share)])
    assert found == ALL[: len(found)] and len(found) < 3
    assert len(failures) == 1


@pytest.mark.parametrize("length", [b"1", b"99999999", b"-5", b"many"])
def test_a_record_of_the_wrong_length(tmp_path: Path, length: bytes) -> None:
    whole = archive(packed=False)
    at = whole.index(b"Content-Length: ", whole.index(b"east.html"))
    found, failures = read(
        tmp_path / "a.warc", whole[:at] + b"Content-Length: " + length + whole[whole.index(b"\r", at) :]
    )
    assert found[:1] == ALL[:1] and ALL[1] not in found
    assert len(failures) == 1


def test_a_page_that_is_not_what_its_hash_says(tmp_path: Path) -> None:
    changed = archive(packed=False).replace(b"power station of east", b"power station of west")
    found, failures = read(tmp_path / "a.warc", changed)
    assert (found, failures) == ([ALL[0], ALL[2]], ["The record is not what its hash says."])


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.warc", archive(packed=False, status="404 Not Found"), "There is no web page in it."),
        ("a.warc", archive(packed=False, kind="text/plain"), "There is no web page in it."),
        ("a.warc", b"no archive at all, but some lines\n" * 9, "archive is broken off or damaged"),
        ("a.warc.gz", b"\x1f\x8b no archive at all", "archive is broken off or damaged"),
        ("a.wacz", b"PK\x03\x04 no zip", "not a WACZ file"),
        ("a.wacz", wacz(b"", "pages/pages.jsonl"), "no WARC file in it"),
        ("a.wacz", wacz(archive())[:-300], "not a WACZ file"),
    ],
)  # fmt: skip
def test_an_archive_without_pages(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    found, failures = read(tmp_path / name, content)
    assert found == [] and len(failures) == 1 and reason in failures[0]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_archive_never_breaks_the_reader(tmp_path_factory: pytest.TempPathFactory, data) -> None:
    whole = bytearray(PACKED if data.draw(st.booleans()) else PLAIN)
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    read(
        tmp_path_factory.mktemp("damaged") / data.draw(st.sampled_from(["a.warc", "a.warc.gz"])), bytes(whole)
    )


# --- mails -------------------------------------------------------------------------------------------------


def mail(**parts: str) -> EmailMessage:
    found = EmailMessage()
    found["From"] = "The Morning Desk <desk@news.example>"
    found["Subject"] = "Räid on north"
    found["Date"] = "Fri, 28 Mar 2025 01:00:00 +0300"
    if "plain" in parts:
        found.set_content(parts["plain"])
    if "html" in parts:
        add = found.add_alternative if "plain" in parts else found.set_content
        add(parts["html"], subtype="html")
    return found


def mailed(path: Path, content: bytes) -> Document | Failure:
    path.write_bytes(content)
    (found,) = read_path(path)
    return found


@pytest.mark.parametrize(
    "parts",
    [{"plain": "The army denied it."}, {"html": ARTICLE.format(name="north")},
     {"plain": "The army denied it.", "html": "<p>Look at the plain text.</p>"},
     {"html": "<table><tr><td>The army denied it.</td></tr></table>"}],
)  # fmt: skip
def test_a_mail_is_a_document(tmp_path: Path, parts: dict[str, str]) -> None:
    found = mailed(tmp_path / "a.eml", mail(**parts).as_bytes())
    assert isinstance(found, Document)
    assert (found.title, found.publisher, found.published) == (
        "Räid on north",
        "The Morning Desk",
        date(2025, 3, 27),
    )
    assert "army denied it" in found.text and "<" not in found.text


@pytest.mark.parametrize(
    "content",
    [
        b"no mail at all",
        b"Subject: x\n\n",
        b"Subject: x\nContent-Type: text/plain; charset=klingon\n\n\xff\xfe",
        b"Subject: x\nContent-Type: image/png\n\nx",
        b"Content-Type: multipart/mixed; boundary=a\n\n--a\n" * 3000,
    ],
)
def test_a_mail_without_a_text_is_a_failure(tmp_path: Path, content: bytes) -> None:
    found = mailed(tmp_path / "a.eml", content)
    assert isinstance(found, Failure) and found.reason.endswith(".")


# --- tables and lines --------------------------------------------------------------------------------------


def test_the_columns_of_a_table_may_be_named_otherwise(tmp_path: Path) -> None:
    names = [f"c{number}" for number in range(100)]
    row = ["x"] * 98 + ["The army denied it.", "2025-03-27"]
    (tmp_path / "a.csv").write_text(",".join(names) + "\n" + ",".join(row) + "\n")
    (found,) = read_path(tmp_path / "a.csv", columns={"text": "c98", "published": "c99"})
    assert isinstance(found, Document)
    assert (found.text, found.published, found.title) == ("The army denied it.", date(2025, 3, 27), "")
    (missing,) = read_path(tmp_path / "a.csv", columns={"text": "body"})
    assert isinstance(missing, Failure)
    told = "Its first line names no column 'body': say with --column text=NAME which one holds the text; it"
    assert missing.reason.startswith(f"{told} names 'c0, c1, ")


@pytest.mark.parametrize(
    ("content", "reasons"),
    [
        (b"text\nOne.\n\xff\xfe\nTwo.\n", ["not text in UTF-8"]),
        (b'text\nOne.\n"open\n', ["not CSV"]),
        (b"text\nOne.\n" + b'"' + b"x" * 21_000_000, ["not CSV"]),
        ("text\nOne.\n".encode("utf-16"), []),
    ],
)
def test_a_table_that_is_wrong_gives_what_stands_before(
    tmp_path: Path, content: bytes, reasons: list[str]
) -> None:
    (tmp_path / "a.csv").write_bytes(content)
    first, *others = read_path(tmp_path / "a.csv")
    if isinstance(first, Failure):
        others, first = [first], Document("", "One.")
    assert first.text == "One."
    assert [one.reason for one in others if isinstance(one, Failure) and reasons[0] in one.reason] == [
        one.reason for one in others if isinstance(one, Failure)
    ]
    assert len(others) == len(reasons)


MEASURED = """
import sys
from pathlib import Path
from pipeline.files import read_path
from tests.memory import peak
for one in read_path(Path(sys.argv[1])):
    print(getattr(one, "reason", None) or one.text)
print(peak())
"""


def test_a_line_of_100_mb_is_one_failure_and_does_not_fill_the_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with path.open("wb") as file:
        for _ in range(2):
            file.write(b'{"text": "')
            for _ in range(100):
                file.write(b"x" * 1_000_000)
            file.write(b'"}\n')
        file.write(json.dumps({"text": "The army denied it."}).encode())
    command = [sys.executable, "-c", MEASURED, path]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, env={**os.environ})
    *lines, most = told.stdout.splitlines()
    assert lines == ["It is longer than 20 MB."] * 2 + ["The army denied it."]
    assert int(most) < 600


def test_links_and_names_that_are_no_text(tmp_path: Path) -> None:
    for name in (b"\xff.txt", b"\xfe.csv", b"\xfd.jsonl", b"\xfc.eml", b"\xfb.warc"):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_bytes(b"x")
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    found = list(read_path(tmp_path))
    assert len(found) == 5
    for one in found:
        if isinstance(one, Failure):
            one.source.encode()
