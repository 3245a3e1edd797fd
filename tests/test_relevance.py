"""Leaving a text unparsed for want of a telling word loses no claim."""

import re
from dataclasses import replace
from functools import cache

import pytest

from pipeline.claims import claims_in, extract, understood
from pipeline.conflict import load_conflict
from pipeline.language import load_model
from pipeline.parts import PART
from pipeline.records import Document
from pipeline.relevance import may_hold_claim
from pipeline.run import known_conflict
from pipeline.score import read_scored
from pipeline.sources import SAMPLE, read_sample

SENTENCE = re.compile(r"(?<=[.!?”\"])\s+")
OFF_TOPIC = """The harvest came in late this year. Farmers near the lake spoke of a wet spring.

"We had hoped for dry weeks in June," a grower said on Tuesday. The ministry said prices would hold."""


def sample() -> list[Document]:
    return [document for document in read_sample() if isinstance(document, Document)]


def untold(document: Document) -> Document:
    """Return what is left of a document once each sentence with a telling word has been taken out."""
    kept = [sentence for sentence in SENTENCE.split(document.text) if not may_hold_claim(sentence)]
    return replace(document, text=" ".join(kept))


def test_the_claims_of_the_sample_are_the_same_with_every_text_parsed() -> None:
    """Those that are parsed anyhow take the same way, so that a tenth of them is enough."""
    parse = cache(load_model())
    for number, document in enumerate(sample()):
        assert len(document.text) <= PART
        if number % 10 and may_hold_claim(document.text):
            continue
        conflict = load_conflict(known_conflict(document))
        every = claims_in(understood(document, parse, conflict), document)  # type: ignore[arg-type]
        assert extract(document, parse, conflict) == every, document.id  # type: ignore[arg-type]


def test_what_has_no_telling_word_has_no_claim() -> None:
    read = 0
    for document in map(untold, sample()):
        conflict = load_conflict(known_conflict(document))
        assert not may_hold_claim(document.text)
        assert claims_in(understood(document, load_model(), conflict), document) == [], document.text
        read += len(document.text)
    assert read > 10_000  # characters: there is enough of it to tell


def test_every_document_with_a_marked_claim_is_parsed() -> None:
    for document in read_scored(sorted(SAMPLE.glob("*.jsonl"))).values():
        assert may_hold_claim(document["text"]) or not document["claims"], document["id"]


@pytest.mark.parametrize(
    "text",
    [
        "SHELLED AT NOON",
        "The guns had opened\nfire.",
        "“Violations”",
        "It accuses the other side.",
        "a drone-strike",
    ],
)
def test_a_telling_word_is_seen_in_any_form(text: str) -> None:
    assert may_hold_claim(text)


@pytest.mark.parametrize(
    "text", ["", "\n", "12:45", "…", "The envoys met in Geneva and agreed to meet again."]
)
def test_there_is_none_in_a_quiet_text(text: str) -> None:
    assert not may_hold_claim(text)
