"""Files of every kind: what is read from them, and what is said of those that cannot be read."""

import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.documents import canonical_address, clean_text, document_id, language_of, same_length
from pipeline.files import read_path
from pipeline.records import Document, Failure

BODY = "The ministry said the other side had shelled the town twice.\n\nThe other side denied it."


def documents(path: Path, **more: Any) -> list[Document]:
    found = list(read_path(path, **more))
    assert all(isinstance(one, Document) for one in found), found
    return [one for one in found if isinstance(one, Document)]


def failure(path: Path) -> Failure:
    found = list(read_path(path))
    assert len(found) == 1 and isinstance(found[0], Failure), found
    assert found[0].reason.endswith(".")
    return found[0]


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


# --- text --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    ["date 2025-03-27 Town shelled", " date 2025-03-27   Town shelled\r", "DATE 2025-03-27 Town shelled "],
)
def test_a_text_may_begin_with_its_date_and_title(tmp_path: Path, line: str) -> None:
    (found,) = documents(write(tmp_path / "a.txt", f"{line}\n{BODY}\n"))
    assert (found.published, found.title, found.text) == (date(2025, 3, 27), "Town shelled", BODY)


def test_a_date_may_stand_without_a_title(tmp_path: Path) -> None:
    (found,) = documents(write(tmp_path / "a.txt", f"date 2025-03-27\n{BODY}"))
    assert (found.published, found.title) == (date(2025, 3, 27), "")


@pytest.mark.parametrize("first", ["", "date palms burn after shelling\n"])
def test_a_text_without_a_date_line_has_no_date_and_loses_no_word(tmp_path: Path, first: str) -> None:
    (found,) = documents(write(tmp_path / "a.txt", first + BODY))
    assert found.published is None
    assert found.text == (first + BODY).strip()


HEAD = {
    "published": "date: 2025-03-27",
    "title": "Title: Town shelled: both sides speak",
    "publisher": "PUBLISHER: East Wire",
    "url": "url: https://east.example/a?utm_source=x",
    "conflict": "conflict: ukraine",
    "kind": "kind: statement",
}


@given(st.lists(st.sampled_from(sorted(HEAD)), unique=True), st.booleans())
def test_a_text_may_begin_with_what_it_is(
    tmp_path_factory: pytest.TempPathFactory, keys: list[str], apart: bool
) -> None:
    lines = "".join(f"{HEAD[key]}\n" for key in keys) + "\n" * apart
    (found,) = documents(write(tmp_path_factory.mktemp("head") / "a.txt", lines + BODY))
    said = {
        "published": date(2025, 3, 27),
        "title": "Town shelled: both sides speak",
        "publisher": "East Wire",
        "url": "https://east.example/a",
        "conflict": "ukraine",
        "kind": "statement",
    }
    unsaid = {"title": "", "kind": "report"}
    assert found.text == BODY
    for key in HEAD:
        assert getattr(found, key) == (said[key] if key in keys else unsaid.get(key))


@pytest.mark.parametrize(
    "first",
    [
        "Titles: none",
        "url:",
        "The publisher: East Wire",
        "text: no",
        "title: A\ntitle: B",
        "Hilltown: a wall fell",
        "date: 2025-03-27 A\ntitle: B",
    ],
)
def test_what_is_no_head_is_text(tmp_path: Path, first: str) -> None:
    (found,) = documents(write(tmp_path / "a.txt", f"{first}\n{BODY}"))
    assert found.text == f"{first.splitlines()[-1]}\n{BODY}"


@pytest.mark.parametrize(
    ("lines", "bad"),
    [
        ("date: yesterday", {1: "gives no date"}),
        ("Date: 21/04/2025\nSource: East Wire\nHeadline: Town shelled", {1: "gives no date"}),
        ("date 27 March 2025 Town shelled", {1: "gives no date"}),
        ("Date Thursday, March 27, 2025\ntitle: Town shelled", {1: "gives no date"}),
        ("date: 2025-13-45\npublsher: East Wire\nkind: report", {1: "gives no date", 2: "gives none of"}),
        ("author: A. Writer\ntitle: Town shelled\npublisher: East Wire", {1: "gives none of date, title,"}),
        ("title: Town shelled\ntitle: Again\nurl:\nkind: report", {2: "gives none", 3: "gives none"}),
        ("title: Town shelled\npublisher: East Wire\nconfict: hills", {3: "gives none of date, title,"}),
    ],
)
def test_bad_lines_of_a_head_are_told_together_and_the_file_is_not_read(
    tmp_path: Path, lines: str, bad: dict[int, str]
) -> None:
    reason = failure(write(tmp_path / "a.txt", f"{lines}\n\n{BODY}")).reason
    told = [f"its line {at}, {lines.splitlines()[at - 1]!r}, {why}" for at, why in bad.items()]
    assert all(one in f"i{reason[1:]}" for one in told)
    assert reason.count("its line") + 1 == len(bad) and reason.endswith(": correct it or take it out.")


def test_what_stands_below_an_empty_line_is_text(tmp_path: Path) -> None:
    (found,) = documents(write(tmp_path / "a.txt", f"kind: report\n\ndate: yesterday\n{BODY}"))
    assert found.text == f"date: yesterday\n{BODY}"


def test_a_head_may_use_the_words_of_a_newspaper(tmp_path: Path) -> None:
    lines = "Headline: Town shelled\nSource: East Wire\nPublished: 2025-03-27T08:00:00Z"
    (found,) = documents(write(tmp_path / "a.txt", f"{lines}\n\n{BODY}"))
    assert (found.title, found.publisher) == ("Town shelled", "East Wire")
    assert (found.published, found.text) == (date(2025, 3, 27), BODY)


def test_a_byte_order_mark_and_strange_line_ends_are_nothing(tmp_path: Path) -> None:
    text = f"date 2025-03-27 Town shelled\r\n{BODY}".replace("\n\n", "\r\n\r\n")
    for encoding in ("utf-8-sig", "utf-16"):
        (found,) = documents(write(tmp_path / "a.txt", text.encode(encoding)))
        assert (found.title, found.text) == ("Town shelled", BODY)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "It is empty"),
        (" \n\t ", "It is empty"),
        ("date 2025-03-27 Town shelled\n", "no text in it"),
        ("date 2025-02-30 Town shelled\nText.", "'date 2025-02-30 Town shelled', gives no date"),
        ("title: Town shelled\ndate: 2025-02-30\nText.", "Its line 2, 'date: 2025-02-30', gives no date"),
        ("url: east.example\nText.", "`url` is not a web address"),
        ("kind: rumour\nText.", "'rumour', which is none of report"),
        (b"MZ\x90\x00\x03\x00", "a binary file"),
        ("Über Nacht".encode("latin-1"), "not text in UTF-8: byte 1"),
        (b"\xff\xfeA", "not text in UTF-16"),
    ],
)
def test_a_text_that_cannot_be_read_is_a_failure(tmp_path: Path, content: str | bytes, reason: str) -> None:
    path = write(tmp_path / "a.txt", content)
    found = failure(path)
    assert found.source == str(path)
    assert reason in found.reason


def test_a_file_that_is_not_there_is_a_failure(tmp_path: Path) -> None:
    for name in ("none.txt", "none.doc", "none", "n" * 300 + ".txt"):
        assert failure(tmp_path / name).source.endswith(name)


def test_a_file_of_an_unknown_kind_is_a_failure(tmp_path: Path) -> None:
    assert ".jsonl" in failure(write(tmp_path / "a.docx", "text")).reason


def test_a_device_is_no_file() -> None:
    assert "neither a file nor a folder" in failure(Path(os.devnull)).reason


# --- web pages ---------------------------------------------------------------------------------------------


def test_a_saved_page_gives_its_article(tmp_path: Path) -> None:
    page = (
        f"<html><head><title>Town shelled</title></head><body><article><p>{BODY}</p></article></body></html>"
    )
    (found,) = documents(write(tmp_path / "a.html", page))
    assert "shelled the town twice" in found.text


def test_a_page_without_an_article_is_a_failure(tmp_path: Path) -> None:
    assert "No article" in failure(write(tmp_path / "a.htm", "<html><body></body></html>")).reason


# --- JSON lines and CSV ------------------------------------------------------------------------------------

FIELDS = {
    "id": "x-1",
    "url": "https://north.example/a?utm_source=rss",
    "publisher": "Northern Post",
    "title": "Town shelled",
    "published": "2025-03-27",
    "conflict": "ukraine",
    "text": BODY,
    "claims": [],
}


def test_a_json_line_gives_a_document(tmp_path: Path) -> None:
    (found,) = documents(write(tmp_path / "a.jsonl", json.dumps(FIELDS)), kind="paraphrase")
    assert found == Document(
        id=document_id("https://north.example/a", BODY),
        text=BODY,
        published=date(2025, 3, 27),
        title="Town shelled",
        url="https://north.example/a",
        publisher="Northern Post",
        conflict="ukraine",
        language="en",
        kind="paraphrase",
    )


def test_only_a_text_is_needed(tmp_path: Path) -> None:
    line = {"text": BODY, "published": None, "url": "", "unknown": 1}
    (found,) = documents(write(tmp_path / "a.jsonl", json.dumps(line) + "\n\n"))
    assert (found.published, found.url, found.conflict, found.kind) == (None, None, None, "report")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "not JSON"),
        ('{"text": "A"} trailing', "not JSON"),
        ("[" * 200_000, "not JSON"),
        ("3", "not a JSON object"),
        ("{}", "no text in it"),
        ('{"text": 3}', "`text` is not a string"),
        ('{"text": "A.", "published": "27 March"}', "'27 March', which is no date"),
        ('{"text": "A.", "published": 2025}', "`published` is not a string"),
        ('{"text": "A.", "url": "javascript:alert(1)"}', "`url` is not a web address"),
        ('{"text": "A.", "kind": "rumour"}', "'rumour', which is none of report"),
        (b'{"text": "\xff"}', "not text in UTF-8"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_goes_on(tmp_path: Path, line: str | bytes, reason: str) -> None:
    good = json.dumps(FIELDS).encode()
    middle = line if isinstance(line, bytes) else line.encode()
    path = write(tmp_path / "a.jsonl", b"\n".join([good, middle, good]))
    first, bad, last = read_path(path)
    assert first == last and isinstance(first, Document)
    assert isinstance(bad, Failure)
    assert bad.source == f"{path}:2"
    assert reason in bad.reason and "Traceback" not in bad.reason


def test_a_csv_has_the_same_columns(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.csv", 'title,text,published\nOne,"Two\nlines.",2025-03-27\nTwo,Text.,\nBad,Text.,soon\n'
    )
    one, two, bad = read_path(path)
    assert isinstance(one, Document) and (one.title, one.text, one.published) == (
        "One",
        "Two\nlines.",
        date(2025, 3, 27),
    )
    assert isinstance(two, Document) and two.published is None
    assert isinstance(bad, Failure) and bad.source == f"{path}:5"


def test_a_csv_without_texts_is_a_failure(tmp_path: Path) -> None:
    assert "no column 'text'" in failure(write(tmp_path / "a.csv", "a,b\n1,2\n")).reason


# --- folders -----------------------------------------------------------------------------------------------


def test_a_folder_is_read_by_name_and_to_the_end(tmp_path: Path) -> None:
    write(tmp_path / "b" / "two.txt", "Two.")
    write(tmp_path / "a.txt", "One.")
    write(tmp_path / "c.txt", b"\xff\x00")
    write(tmp_path / "d.txt", "Four.")
    write(tmp_path / ".hidden" / "no.txt", "No.")
    write(tmp_path / ".no.txt", "No.")
    found = list(read_path(tmp_path))
    assert [one.text if isinstance(one, Document) else one.source for one in found] == [
        "One.",
        "Two.",
        str(tmp_path / "c.txt"),
        "Four.",
    ]


def test_an_empty_folder_is_a_failure(tmp_path: Path) -> None:
    assert "no file in the folder" in failure(tmp_path).reason


def test_a_folder_may_lead_back_to_itself(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "One.")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "none")
    assert [one.text for one in documents(tmp_path)] == ["One."]


def test_a_name_that_is_no_text_can_still_be_told(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt"))
    write(path, "")
    failure(path).source.encode()


# --- what every document goes through ----------------------------------------------------------------------


def test_text_is_cleaned_once() -> None:
    assert clean_text("\ufeffA\u00a0b\tc \u202ed\u00ad\x07\r\n\r\n\r\n\r\ne\u2028f") == "A b c d\n\ne\nf"
    assert clean_text("\ud83d bro\u200bken") == "\ufffd broken"


@given(st.text())
def test_cleaning_twice_changes_nothing_and_what_is_left_can_be_stored(text: str) -> None:
    clean = clean_text(text)
    assert clean_text(clean) == clean
    assert clean.encode().decode() == clean
    assert "\r" not in clean and "\0" not in clean and "\n\n\n" not in clean


@given(st.text(st.characters(exclude_categories=())))
def test_a_text_that_others_count_in_keeps_its_length(text: str) -> None:
    same = same_length(text)
    assert len(same) == len(text)
    assert same.encode().decode() == same


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The army said that drones of the other side had struck the town's power station overnight.", "en"),
        ("THE ARMY SAID THAT DRONES OF THE OTHER SIDE HAD STRUCK THE TOWN OVERNIGHT, OFFICIALS SAID", "en"),
        ("Drones struck.", "en"),
        ("", "en"),
        ("🙂 12:30", "en"),
        ("Уночі безпілотники вдарили по електростанції, повідомила влада області.", "uk"),
        ("Ночью беспилотники ударили по электростанции, сообщили власти области.", "ru"),
        ("In der Nacht haben Drohnen das Kraftwerk der Stadt getroffen, teilten die Behörden mit.", "de"),
        ("ضربت طائرات مسيرة محطة الكهرباء ليلا", "ar"),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert language_of(text) == language


def test_every_text_of_the_sample_is_english() -> None:
    sample = Path(__file__).parent.parent / "pipeline" / "sample"
    found = documents(sample)
    assert len(found) == 166
    assert {document.language for document in found} == {"en"}
    assert len({document.id for document in found}) == 166


@pytest.mark.parametrize(
    ("address", "canonical"),
    [
        ("https://a.example/x?utm_source=b&id=3#top", "https://a.example/x?id=3"),
        ("HTTP://A.example:80/", "http://a.example"),
        ("http://me:secret@[::1]:8080/x", "http://[::1]:8080/x"),
        ("a.example/x", None),
        ("ftp://a.example/x", None),
        ("javascript:alert(1)", None),
        ("http://[", None),
        ("http://a b/", "http://ab"),
        ("", None),
    ],
)
def test_addresses(address: str, canonical: str | None) -> None:
    assert canonical_address(address) == canonical


@given(st.text() | st.text().map("http://a.example/{}".format))
def test_any_address_is_canonical_or_none(address: str) -> None:
    canonical = canonical_address(address)
    assert canonical is None or canonical.startswith(("http://", "https://"))


@settings(max_examples=80, deadline=None)
@given(
    content=st.binary(max_size=200) | st.text(max_size=100).map(str.encode),
    ending=st.sampled_from([".txt", ".html", ".jsonl", ".csv"]),
)
def test_any_file_gives_documents_and_failures(tmp_path_factory: Any, content: bytes, ending: str) -> None:
    path = write(tmp_path_factory.mktemp("any") / f"a{ending}", content)
    for found in read_path(path):
        assert found.reason if isinstance(found, Failure) else found.text
