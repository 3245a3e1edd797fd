"""Finds quoted passages, over several paragraphs where a quotation runs on."""

import re
from dataclasses import dataclass

from spacy.tokens import Doc

from pipeline.attribution.spans import text_of

BLANK = re.compile(r"\n[ \t]*\n")
ENDS = set('.!?:;”"»')
BREAK = re.compile(r"\n\s*\n|(?<=[.!?:;”\"»])[ \t]*\n(?=\s*[A-Z“\"«•*–—-])")
MARK = re.compile("[“”„«»\"]|''|``")


@dataclass(frozen=True)
class Quotation:
    """A passage in quotation marks: token indices, the marks included; `parts` are its paragraphs."""

    parts: tuple[tuple[int, int], ...]
    closed: bool

    @property
    def start(self) -> int:
        return self.parts[0][0]

    @property
    def end(self) -> int:
        return self.parts[-1][1]


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the character spans of the paragraphs of a text; a line only wrapped does not end one."""
    found, start = [], 0
    for match in (BLANK if is_wrapped(text) else BREAK).finditer(text):
        found.append((start, match.start()))
        start = match.end()
    found.append((start, len(text)))
    return [(a, b) for a, b in found if text[a:b].strip()]


def is_wrapped(text: str) -> bool:
    """Say whether lines are broken for their length: most that another line follows end in no mark."""
    lines = [block.split("\n") for block in BLANK.split(text)]
    inner = [line.rstrip() for block in lines for line in block[:-1] if line.strip()]
    return len(inner) > 2 and sum(line[-1] not in ENDS for line in inner) > len(inner) / 2


def opens(text: str, at: int, mark: str) -> bool:
    """Say whether a straight mark opens a quotation: it leans on the word after it."""
    before = text[at - 1] if at else " "
    after = text[at + len(mark)] if at + len(mark) < len(text) else " "
    if after.isspace():
        return False
    return before.isspace() or before in "([—–-/“\"'"


def quoted_spans(text: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    """Return the quotations of one paragraph as (start, end, closed) in characters."""
    found: list[tuple[int, int, bool]] = []
    opened: int | None = None
    for match in MARK.finditer(text, start, end):
        mark, at = match.group(), match.start()
        if mark in "“„«``":
            opening, closing = True, mark == "“" and opened is not None and text[opened] == "„"
        elif mark in "”»":
            opening, closing = False, True
        else:
            opening = opens(text, at, mark)
            closing = not opening or (
                opened is not None and not text[at + len(mark) : at + len(mark) + 1].isalnum()
            )
        if opened is None:
            if opening:
                opened = at
        elif closing:
            found.append((opened, match.end(), True))
            opened = None
        elif opening and mark in "“«``":
            opened = opened if text[opened : opened + len(mark)] != mark else at
    if opened is not None:
        found.append((opened, end, False))
    return found


def quotations(doc: Doc) -> list[Quotation]:
    """Return the quoted passages in text order.

    A quotation whose paragraph ends without a closing mark runs on if the next paragraph opens with a mark
    again; else it ends with its paragraph if that is all quotation, and with its sentence if not.
    """
    text, found = text_of(doc), []
    running: list[tuple[int, int]] = []
    blocks = paragraphs(text)
    for number, (start, end) in enumerate(blocks):
        closing = closed_at(text, start, end) if running else None
        if closing is not None:
            if part := token_range(doc, start, closing):
                found.append(Quotation((*running, part), True))
            running, start = [], closing
        spans = quoted_spans(text, start, end)
        first = first_word(text, start)
        if running and not (spans and spans[0][0] == first):
            found.append(Quotation(tuple(running), False))
            running = []
        for a, b, closed in spans:
            tokens = token_range(doc, a, b)
            if tokens is None:
                continue
            if not closed:
                after = blocks[number + 1] if number + 1 < len(blocks) else None
                if after is not None and (starts_with_mark(text, after[0]) or closed_at(text, *after)):
                    running.append(tokens)
                    continue
                if a != first:
                    tokens = (
                        tokens[0],
                        min(
                            tokens[1],
                            doc[tokens[0] + 1 : tokens[0] + 2].sent.end
                            if tokens[0] + 1 < len(doc)
                            else tokens[1],
                        ),
                    )
            found.append(Quotation((*running, tokens), closed))
            running = []
    if running:
        found.append(Quotation(tuple(running), False))
    return found


def closed_at(text: str, start: int, end: int) -> int | None:
    """Return the end of the mark that closes, in a paragraph, a quotation opened before it."""
    found = MARK.search(text, start, end)
    if found is None or found.group() in "“„«``":
        return None
    return None if found.group() not in "”»" and opens(text, found.start(), found.group()) else found.end()


def first_word(text: str, start: int) -> int:
    while start < len(text) and text[start].isspace():
        start += 1
    return start


def starts_with_mark(text: str, start: int) -> bool:
    """Say whether a paragraph opens with a quotation mark."""
    return MARK.match(text, first_word(text, start)) is not None


def token_range(doc: Doc, start: int, end: int) -> tuple[int, int] | None:
    span = doc.char_span(start, end, alignment_mode="expand")
    return None if span is None else (span.start, span.end)


def is_statement(doc: Doc, quotation: Quotation) -> bool:
    """Say whether a quotation is a statement rather than a word or two in marks."""
    words = [t for start, end in quotation.parts for t in doc[start:end] if not t.is_punct and not t.is_space]
    introduced = quotation.start > 0 and doc[quotation.start - 1].text == ":"
    if len(words) >= 8 or (introduced and len(words) > 1):
        return True
    last = doc[quotation.parts[-1][1] - 2] if quotation.end - 2 >= 0 else None
    return len(words) >= 2 and last is not None and last.text in {",", ".", "!", "?", "…", "..."}
