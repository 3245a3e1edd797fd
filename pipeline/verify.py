"""Checks what is stored: texts and bytes by their hashes, claims by their sentences, texts by their bytes."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from sqlite_utils import Database

from db import captures
from db.archive import ArchiveDamaged
from db.rows import Row
from pipeline.articles import read_article
from pipeline.records import Document
from pipeline.streams import counted


@dataclass
class Figures:
    """What was checked; `reread`: texts that today's reader reads from the bytes just as they are stored."""

    texts: int = 0
    claims: int = 0
    captures: int = 0
    reread: int = 0
    problems: int = 0

    def __str__(self) -> str:
        return (
            f"{counted(self.texts, 'text')} and {counted(self.claims, 'claim')} checked; the bytes of "
            f"{counted(self.captures, 'text')} are kept, of which {self.reread} give the same text when read "
            f"anew; {counted(self.problems, 'problem')}."
        )


def verify(db: Database, figures: Figures) -> Iterator[str]:
    """Yield what is not as it was, one sentence each, and count everything."""
    for problem in problems(db, figures):
        figures.problems += 1
        yield problem


def problems(db: Database, figures: Figures) -> Iterator[str]:
    """Yield the problems of texts and claims, then those of the kept bytes."""
    for text in captures.texts(db):
        figures.texts += 1
        name = f"{text['url'] or text['id']}, version {text['version']}"
        if hashlib.sha256(text["text"].encode("utf-8", "surrogatepass")).hexdigest() != text["text_sha256"]:
            yield f"{name}: the text is not that of its hash."
        for claim in captures.claims_in(db, text):
            figures.claims += 1
            if text["text"][claim["sentence_start"] : claim["sentence_end"]] != claim["sentence"]:
                yield f"{name}: the sentence of the claim {claim['id']} does not stand in the text."
        capture = captures.capture(db, text["id"], text["text_sha256"])
        if capture is not None:
            figures.captures += 1
            try:
                content = captures.content(db, capture)
            except ArchiveDamaged as error:
                yield f"{name}: {error}"
            else:
                figures.reread += reads_the_same(content, capture, text)


def reads_the_same(content: bytes, capture: Row, text: Row) -> bool:
    """Return whether today's reader finds the stored text in the bytes; a newer one may find another."""
    found = read_article(content, capture["address"], address=capture["address"], charset=capture["charset"])
    return isinstance(found, Document) and found.text == text["text"]
