"""Reads the article of a web page: text, title, day and canonical address, without what stands around it."""

import codecs
import re
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit

from courlan import extract_domain
from htmldate import find_date
from lxml import etree, html
from trafilatura import bare_extraction
from trafilatura.settings import Document as Extracted

from pipeline.documents import canonical_address, make_document, read_day
from pipeline.notices import notice_in
from pipeline.records import Capture, Document, Failure, Kind

LEAST = 80
"""Characters in whole sentences below which what a page holds is a menu or a notice, and no article."""

SENTENCE = re.compile(r"[.!?…。؟।][\"'”’»“)\]]*$")

DAY_SHOWN = etree.XPath(
    "(//article | //main)//*[self::time or contains(@itemprop, 'date') or contains(@class, 'date')]"
    " | //body//*[self::time or contains(@itemprop, 'datePublished')]"
    "[not(ancestor::header or ancestor::nav or ancestor::aside or ancestor::footer)]"
)

DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
DEFAULT = "cp1252"
"""What browsers take a page for that is not UTF-8 and declares nothing."""

BINARY = re.compile(rb"%PDF|\x89PNG|\xff\xd8\xff|GIF8|PK\x03\x04|\x1f\x8b")
MARKUP = re.compile(rb"<(?:!doctype|html|head|body|\?xml)\b", re.IGNORECASE)


class NotText(Exception):
    """The bytes hold no text; the message is one sentence that says what was found."""


def read_article(
    content: bytes,
    source: str,
    *,
    address: str | None = None,
    charset: str | None = None,
    title: str = "",
    published: date | None = None,
    publisher: str | None = None,
    conflict: str | None = None,
    kind: Kind = "report",
    feed: str | None = None,
    capture: Capture | None = None,
) -> Document | Failure:
    """Return the article in the bytes of an HTML page, or a Failure if it holds none.

    `address` is where the page was fetched, None for a file; `charset` what the server declared. `publisher`
    outranks what the page says of itself; `title` and `published` are for a page that says neither. `feed` is
    the address that led to the page, `capture` what was fetched.
    """
    try:
        page = decode_page(content, charset)
    except NotText as error:
        return Failure(source, str(error))
    found = extract_article(page, address)
    text = without_heading(found.text or "", found.title or "") if found else ""
    if found is None or sum(len(line) for line in text.split("\n") if SENTENCE.search(line)) < LEAST:
        return Failure(source, "No article was found on the page.")
    if notice := notice_in(text):
        return Failure(source, f"The page shows a notice {notice} and no whole article.")
    return make_document(
        text,
        source,
        url=own_address(found.url, address),
        title=plain_title(found.title or title),
        published=page_day(page, address) or published,
        publisher=publisher or found.sitename or found.hostname,
        conflict=conflict,
        kind=kind,
        feed=feed,
        capture=capture,
    )


def extract_article(page: str, address: str | None) -> Extracted | None:
    """Return what trafilatura finds on a page, None if that is nothing."""
    try:
        found = bare_extraction(
            page, url=address, with_metadata=True, include_comments=False, include_tables=False
        )
    except Exception:  # whatever breaks its parser is a page without an article, not the end of the run
        return None
    return found if isinstance(found, Extracted) else None


def without_heading(text: str, title: str) -> str:
    """Return the text without a first line that only repeats the title."""
    first, _, rest = text.partition("\n")
    return rest if title and first.strip().casefold() == title.strip().casefold() else text


def plain_title(title: str) -> str:
    """Return a title without the tags in it, scripts with all they hold."""
    if "<" not in title:
        return title.strip()
    try:
        tree = html.fromstring(f"<div>{title}</div>")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return title.strip()
    etree.strip_elements(tree, "script", "style", with_tail=False)
    return str(tree.text_content()).strip()


def page_day(page: str, address: str | None) -> date | None:
    """Return the day of publication that a page or its address states, None if they leave it open.

    Only the head, the structured data and the first day shown in the article are looked at: anywhere else
    htmldate would take a day of a copyright line. Tomorrow is allowed for, for a page from east of us.
    """
    try:
        tree = html.fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))
        parts = [*tree.xpath("//head"), *tree.xpath("//body//script[contains(@type, 'json')]")]
        parts += DAY_SHOWN(tree)[:1]
        small = "".join(html.tostring(part, encoding="unicode", with_tail=False) for part in parts)
        found = find_date(
            f"<html>{small}</html>",
            url=address,
            original_date=True,
            extensive_search=False,
            max_date=(datetime.now(UTC) + timedelta(days=1)).strftime("%Y-%m-%d"),
        )
    except Exception:  # as above
        return None
    return read_day(found or "")


def decode_page(content: bytes, charset: str | None) -> str:
    """Return the text of a page, whatever it is encoded in. Raises NotText.

    A byte order mark tells the encoding, else the server, else the page itself; UTF-8 is tried first, since
    what is valid UTF-8 is nothing else.
    """
    if not content.strip():
        raise NotText("It is empty.")
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", "replace")
    content, binary = content.replace(b"\0", b""), b"\0" in content[:4096]
    if BINARY.match(content) or (binary and not MARKUP.search(content[:4096])):
        raise NotText("It is a binary file, not a web page.")
    declared = DECLARED.search(content[:4096])
    named = [charset, declared[1].decode("ascii", "replace") if declared else None, DEFAULT]
    for encoding in ("utf-8-sig", *filter(None, named)):
        try:
            return content.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            continue
    return content.decode(DEFAULT, "replace")


def own_address(canonical: str | None, address: str | None) -> str | None:
    """Return the address to keep: the canonical one that the page names, if it is on the page's own site.

    A front page as the canonical address of an article is a mistake of many sites, and is not believed.
    """
    fetched = canonical_address(address) if address else None
    named = canonical_address(canonical) if canonical else None
    if fetched is None or named is None:
        return fetched or named
    astray = urlsplit(named).path in ("", "/") and urlsplit(fetched).path not in ("", "/")
    same_site = extract_domain(named) == extract_domain(fetched)
    return named if same_site and not astray else fetched
