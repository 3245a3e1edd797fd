"""Cuts and joins stretches of a text, given as (start, end) in tokens."""

from spacy.tokens import Doc, Span

Range = tuple[int, int]

KEPT = "text"  # where a document keeps its text
EDGES = {",", ";", ":", "(", ")", "—", "–", "-", "--"}


def text_of(doc: Doc) -> str:
    """Return the text of a document, which spaCy puts together anew from its words whenever it is asked."""
    if KEPT not in doc.user_data:
        doc.user_data[KEPT] = doc.text
    return str(doc.user_data[KEPT])


def trimmed(doc: Doc, start: int, end: int) -> Span:
    """Return the span without commas, dashes, spaces and conjunctions at its edges."""
    while end - 1 > start and (
        doc[end - 1].tag_ == "POS"
        or doc[end - 1].is_space
        or doc[end - 1].text in {",", ";", ":", "-", "–", "—", "(", "."}
    ):
        end -= 1
    while start < end - 1 and (doc[start].is_space or doc[start].is_punct or doc[start].dep_ == "cc"):
        start += 1
    return doc[start:end]


def clean(doc: Doc, start: int, end: int) -> Range:
    """Return a range without commas and spaces at its edges."""
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in EDGES - {")"}):
        end -= 1
    while start < end and (doc[start].is_space or doc[start].text in EDGES - {"("}):
        start += 1
    return start, end


def joined(doc: Doc, ranges: list[Range], gap: int = 1) -> list[Range]:
    """Return the ranges in order, those that touch (or leave only marks between them) made one."""
    result: list[Range] = []
    for start, end in sorted(ranges):
        if start >= end:
            continue
        if result:
            last_start, last_end = result[-1]
            between = doc[last_end:start] if start > last_end else ()
            if start <= last_end or (len(between) <= gap and all(t.is_punct or t.is_space for t in between)):
                result[-1] = (last_start, max(last_end, end))
                continue
        result.append((start, end))
    return result
