"""The article of a web page: its text without what stands around it, its day, its address, its encoding."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.articles import own_address, page_day, read_article
from pipeline.records import Document, Failure

PARAGRAPHS = (
    "The governor of the northern region said on Wednesday that the other side's drones had hit a depot.",
    "The other side's general staff denied it and spoke of “an accident” at the site.",
    "Nobody was hurt, the governor added.",
)
HEAD = """<title>Depot burns after raid - Northern Post</title>
    <meta property="og:site_name" content="Northern Post">
    <meta property="og:title" content="Depot burns after raid">
"""
PUBLISHED = """<meta property="article:published_time" content="2025-04-02T22:30:00+03:00">
    <meta property="article:modified_time" content="2025-04-05T09:00:00Z">"""
CANONICAL = '<link rel="canonical" href="https://north.example/2025/04/02/depot?utm_source=feed">'


def page(head: str = HEAD + PUBLISHED + CANONICAL, above: str = "") -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return f"""<!doctype html><html lang="en"><head>{head}</head><body>
        <nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
        <main><article><h1>Depot burns after raid</h1>{above}{body}</article></main>
        <aside><h3>Read more</h3><a href="/x">Ten things to know</a></aside>
        <footer>© Northern Post 2024-01-01</footer></body></html>"""


def read(text: str, **more: object) -> Document:
    found = read_article(text.encode(), "saved.html", **more)  # type: ignore[arg-type]
    assert isinstance(found, Document), found
    return found


def test_an_article_is_its_paragraphs_with_title_day_publisher_and_address() -> None:
    found = read(page())
    assert found.text == "\n".join(PARAGRAPHS)
    assert found.title == "Depot burns after raid"
    assert found.published == date(2025, 4, 2)
    assert found.publisher == "Northern Post"
    assert found.url == "https://north.example/2025/04/02/depot"
    assert found.language == "en"


def test_the_same_article_by_another_address_has_the_same_id() -> None:
    first = read(page(), address="https://north.example/2025/04/02/depot?utm_medium=rss")
    assert first.id == read(page(), address="https://north.example/2025/04/02/depot#top").id


def test_what_the_reader_knows_of_the_source_counts_more_than_what_the_page_says() -> None:
    assert read(page(), publisher="The Post").publisher == "The Post"


@pytest.mark.parametrize(
    "stated",
    [
        '<script type="application/ld+json">{"@type": "Article", "datePublished": "2025-04-02"}</script>',
        '<meta name="date" content="2025-04-02">',
    ],
)
def test_the_day_is_what_the_head_states(stated: str) -> None:
    assert read(page(head=HEAD + stated)).published == date(2025, 4, 2)


@pytest.mark.parametrize(
    "shown", ['<time datetime="2025-04-02T10:00:00Z">Wed</time>', '<p class="date">2 April 2025</p>']
)
def test_the_day_may_stand_above_the_article(shown: str) -> None:
    assert read(page(head=HEAD, above=shown)).published == date(2025, 4, 2)


def test_the_day_may_stand_in_the_address() -> None:
    assert page_day(page(head=HEAD), "https://north.example/2025/04/02/depot") == date(2025, 4, 2)


def test_the_year_of_a_copyright_line_is_no_day_of_publication() -> None:
    assert read(page(head=HEAD)).published is None


def test_the_day_that_a_feed_gave_serves_where_the_page_states_none() -> None:
    day = date(2025, 4, 3)
    assert read(page(head=HEAD), published=day).published == day
    assert read(page(), published=day).published == date(2025, 4, 2)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_encodings(encoding: str) -> None:
    head = HEAD if encoding.startswith("utf") else f'<meta charset="{encoding}">' + HEAD
    found = read_article(page(head).encode(encoding), "saved.html")
    assert isinstance(found, Document)
    assert "“an accident”" in found.text


def test_what_the_server_declares_is_used() -> None:
    text = page().replace("Nobody", "Никто из людей")
    found = read_article(text.encode("windows-1251", "xmlcharrefreplace"), "x", charset="windows-1251")
    assert isinstance(found, Document)
    assert "Никто из людей was hurt" in found.text


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"%PDF-1.7 \x00\x01", "binary"),
        (b"\x89PNG\r\n\x1a\n", "binary"),
        (b"PK\0\0\0</html>", "binary"),
        (b"<html>\0\0\0</html>", "No article"),
        (b"<html></html>", "No article"),
        (b"<html><body><p>Not found.</p></body></html>", "No article"),
        (b"<ul>" + b"<li><a href=/a>A section of the site</a></li>" * 50 + b"</ul>", "No article"),
        (b"no markup at all", "No article"),
    ],
)
def test_a_page_without_an_article_is_a_failure(content: bytes, reason: str) -> None:
    found = read_article(content, "https://north.example/")
    assert isinstance(found, Failure)
    assert found.source == "https://north.example/"
    assert reason in found.reason and found.reason.endswith(".")


@pytest.mark.parametrize(
    ("canonical", "address", "kept"),
    [
        ("https://a.example/x", "https://a.example/x?utm_source=y", "https://a.example/x"),
        ("https://a.example/", "https://a.example/x", "https://a.example/x"),
        ("https://other.example.org/x", "https://a.example/x", "https://a.example/x"),
        ("javascript:alert(1)", "https://a.example/x", "https://a.example/x"),
        (None, "https://me:secret@a.example:8443/x#part", "https://a.example:8443/x"),
        (None, None, None),
    ],
)
def test_the_canonical_address_is_believed_on_its_own_site(
    canonical: str | None, address: str | None, kept: str | None
) -> None:
    assert own_address(canonical, address) == kept


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400) | st.text(max_size=200).map(lambda t: f"<html><p>{t}</p>".encode()))
def test_any_bytes_are_a_document_or_a_failure(content: bytes) -> None:
    found = read_article(content, "x")
    assert isinstance(found, Failure) or found.text
