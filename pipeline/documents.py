"""Makes a Document of what was read: its text cleaned once, its address canonical, its language told.

Every reader (`files`, `articles`, `feeds`) ends here, so that a document is the same whichever way it came.
"""

import hashlib
import re
import unicodedata
from datetime import date
from functools import cache
from urllib.parse import urlsplit, urlunsplit

from courlan import clean_url
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from pipeline.records import Capture, Document, Failure, Kind

LARGEST = 20_000_000
"""The most bytes that one document may have, whether from a file or from an address."""

SHORT = 8
"""Words below which a text in Latin letters is taken for English, for so few say nothing about a language."""

SURE = 0.9
"""The probability from which a text in Latin letters is taken for another language than English."""

SAMPLE = 20_000
"""Characters of a text that its language is told by."""

LINE_ENDS = re.compile(r"\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
SPACES = re.compile(r"[^\S\n]+")
UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
GLUED = re.compile(r"(?<=\) )[-—](?=[A-Z\"“])")  # "HILLTOWN (Agency) -Drones struck": the dash is no hyphen
SURROGATES = re.compile(r"[\ud800-\udfff]")


def make_document(
    text: str,
    source: str,
    *,
    url: str | None = None,
    title: str = "",
    published: date | None = None,
    publisher: str | None = None,
    conflict: str | None = None,
    kind: Kind = "report",
    feed: str | None = None,
    capture: Capture | None = None,
) -> Document | Failure:
    """Return the document of a text, or a Failure if nothing is left of it once cleaned.

    `source` is where the text was read, as a person would name it: a path, a line of a file, an address.
    `feed` is the address of the feed or page that led to it, `capture` what was fetched.
    """
    clean = clean_text(text)
    if not clean:
        return Failure(source, "There is no text in it.")
    address = canonical_address(url) if url else None
    return Document(
        id=document_id(address, clean),
        text=clean,
        published=published,
        title=one_line(title),
        url=address,
        publisher=one_line(publisher or "") or None,
        conflict=conflict,
        language=language_of(clean),
        kind=kind,
        fetched=capture.time if capture else None,
        source=feed or (None if address else source),
        capture=capture,
    )


def document_id(address: str | None, text: str) -> str:
    """Return the id of a document: 16 hex digits of the SHA-256 of its address, else of its text."""
    return hashlib.sha256((address or text).encode()).hexdigest()[:16]


def clean_text(text: str) -> str:
    """Return the text as it is stored and as spans count in it.

    Line ends become "\\n", other white space single spaces, and there is at most one blank line in a row;
    characters that nobody sees (control, direction and zero-width marks, soft hyphens) go.
    """
    text = UNSEEN.sub("", LINE_ENDS.sub("\n", SURROGATES.sub("\N{REPLACEMENT CHARACTER}", text)))
    text = unicodedata.normalize("NFC", text)
    lines = (line.strip() for line in SPACES.sub(" ", text).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def same_length(text: str) -> str:
    """Return the text with a space for what `clean_text` would take out, so that every offset stays true."""
    text = SURROGATES.sub("\N{REPLACEMENT CHARACTER}", text)
    text = re.sub(r"[\r\v\f\x1c-\x1e\x85\u2028\u2029](?!\n)", "\n", text)
    text = re.sub(r"[^\S\n ]", " ", UNSEEN.sub(" ", text))
    return GLUED.sub("\N{EN DASH}", text)


def one_line(text: str) -> str:
    """Return a title or a name cleaned, on one line."""
    return " ".join(clean_text(text).split())


def canonical_address(address: str) -> str | None:
    """Return a web address without trackers, fragment and password, or None if it is no web address.

    canonical_address("HTTPS://Example.org/a?utm_source=x#top") == "https://example.org/a"
    """
    try:
        cleaned = clean_url(address.strip()) or ""
        parts = urlsplit(cleaned)
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host or re.search(r"\s", cleaned):
        return None
    if ":" in host:
        host = f"[{host}]"
    return urlunsplit((parts.scheme, f"{host}:{port}" if port else host, parts.path, parts.query, ""))


def read_day(text: str) -> date | None:
    """Return the day of an ISO date or date and time ("2025-03-27T08:00:00Z"), None if it is none."""
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None


def language_of(text: str) -> str:
    """Return the ISO 639-1 code of the language that a text is written in; English where too little tells."""
    sample = text[:SAMPLE]
    letters = [character for character in sample if character.isalpha()]
    latin = sum(character < "\u0250" for character in letters) * 2 >= len(letters)
    if not letters or (latin and len(sample.split()) < SHORT):
        return "en"
    language, probability = identifier().classify(sample)
    return str(language) if not latin or probability >= SURE else "en"


@cache
def identifier() -> LanguageIdentifier:
    """Return the identifier of languages, which is loaded once (half a second)."""
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
