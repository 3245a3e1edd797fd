"""The rules for what the layout tells: "Norland: …", "Source: the staff" with "Details: …", and lists after a
colon.
"""

from bisect import bisect_left
from collections.abc import Iterator

from spacy.attrs import IDX
from spacy.tokens import Doc, Span

from pipeline.attribution.beside import FINITE
from pipeline.attribution.cues import grammar_words
from pipeline.attribution.drafts import Draft, Drafts
from pipeline.attribution.quotations import paragraphs
from pipeline.attribution.spans import Range, text_of, trimmed
from pipeline.attribution.tags import is_told

LABEL_WORDS = 12
DATELINE_WORDS = 2
HEADING_WORDS = 25
DASHES = {"-", "–", "—", "--"}
COLON = ":"
LABEL = "label"
NAMES = {"PROPN", "NOUN", "PRON"}


def label_statements(doc: Doc) -> Iterator[Draft]:
    """Yield a draft for each labelled statement: a speaker's name, a colon, and what is said."""
    source: Span | None = None
    label: Range = (0, 0)
    parts: list[Range] = []
    for start, end in labelled_lines(doc):
        colon = first_colon(doc, start, end)
        name = None if colon is None else doc[start].lower_
        if name in grammar_words("source label"):
            yield from sourced(doc, source, label, parts)
            assert colon is not None
            source, label, parts = first_phrase(doc, colon + 1, end), (start, colon + 1), []
        elif name in grammar_words("details label") and source is not None:
            assert colon is not None
            parts.append((colon + 1, end))
        else:
            yield from sourced(doc, source, label, parts)
            source, parts = None, []
            if colon is not None and colon + 1 < end:
                yield from named(doc, start, colon, end)
            else:
                yield from signed(doc, start, end)
    yield from sourced(doc, source, label, parts)


def labelled_lines(doc: Doc) -> Iterator[Range]:
    """Yield the paragraphs, and what follows a line like the time of day within one, each with its end."""
    for start, end in paragraph_tokens(doc):
        line = next(
            (i for i in range(start, min(end, start + LABEL_WORDS)) if doc[i].is_sent_start and i > start),
            None,
        )
        if line is not None and doc[line - 1].is_space and all(not t.is_alpha for t in doc[start:line]):
            yield line, end
        else:
            yield start, end


def paragraph_tokens(doc: Doc) -> Iterator[Range]:
    """Yield the paragraphs as ranges of tokens, without blanks around them."""
    i, offsets = 0, doc.to_array(IDX).tolist()
    for _, end_char in paragraphs(text_of(doc)):
        start, i = i, bisect_left(offsets, end_char)
        first, last = start, i
        while first < last and doc[first].is_space:
            first += 1
        while last > first and doc[last - 1].is_space:
            last -= 1
        if first < last:
            yield first, last


def first_colon(doc: Doc, start: int, end: int) -> int | None:
    """Return the colon that ends a label at the head of a paragraph: few words, no finite verb."""
    for i in range(start, min(end, start + LABEL_WORDS)):
        token = doc[i]
        if token.text == COLON:
            return i if i > start else None
        if (
            token.is_quote
            or token.text in {".", ";", "!", "?"}
            or (token.tag_ in FINITE and token.pos_ != "PROPN")
        ):
            return None
    return None


def sourced(doc: Doc, source: Span | None, label: Range, parts: list[Range]) -> Iterator[Draft]:
    """Yield what stands under "Source: X": the paragraphs labelled as details and quotations."""
    if source is not None and parts:
        yield Draft(doc[label[0]], label, list(parts), "says", "source label", source)


def named(doc: Doc, start: int, colon: int, end: int) -> Iterator[Draft]:
    """Yield "Norland: drones fell": the label is a noun phrase, what follows in the paragraph is said."""
    source = trimmed(doc, start, colon)
    doer = next((t.i for t in source if t.lower_ in grammar_words("by")), None)
    if doer is not None and doer + 1 < colon:
        source = trimmed(doc, doer + 1, colon)  # "The reason given by the ministry: …"
    if any(token.lower_ in grammar_words("no speaker") for token in source) or is_dateline(source):
        return
    if (
        any(t.dep_ == "prep" and t.lower_ not in grammar_words("of") for t in source)
        and source.root.pos_ == "NOUN"
    ):
        return  # "Norlandic attack on Hilltown: …"
    if source.root.pos_ in NAMES or (len(source) == 1 and source[0].is_title and source[0].pos_ != "ADV"):
        yield Draft(
            doc[colon],
            (colon, colon + 1),
            [(colon + 1, sentence_end(doc, colon, end))],
            "says",
            LABEL,
            source,
        )


def is_dateline(label: Span) -> bool:
    """Say whether a label is where a report comes from: a name in capitals, or the first word of a text whose
    first sentence tells who speaks ("Hilltown: Rebels shelled a port, a report said")."""
    if label.text.isupper() and len(label) <= DATELINE_WORDS:
        return True
    opens = len(label) == 1 and not label.doc[: label.start].text.strip()
    return opens and any(is_told(token) for token in label.doc[label.end : label.sent.end])


def signed(doc: Doc, start: int, end: int) -> Iterator[Draft]:
    """Yield a heading that ends with who says it: "Drones hit depot – governor"."""
    if doc[end - 1].is_punct or end - start > HEADING_WORDS:
        return
    last = range(end - 1, max(end - LABEL_WORDS, start), -1)
    dash = next(
        (i for i in last if doc[i].text in DASHES and (doc[i].text != "-" or doc[i - 1].whitespace_)), None
    )
    if dash is None or dash - start < 3 or any(token.tag_ in FINITE for token in doc[dash + 1 : end]):
        return
    source = trimmed(doc, dash + 1, end)
    if source.root.pos_ in NAMES:
        yield Draft(doc[dash], (dash, dash + 1), [(start, dash)], "says", LABEL, source)


def sentence_end(doc: Doc, colon: int, end: int) -> int:
    """Return where the sentence after a colon ends, within its paragraph."""
    return min(end, doc[colon + 1].sent.end)


def first_phrase(doc: Doc, start: int, end: int) -> Span | None:
    """Return the first noun phrase of a stretch: the words up to a mark or a preposition of place."""
    i = start
    while i < end and not (doc[i].is_punct or doc[i].is_space):
        i += 1
    return trimmed(doc, start, i) if i > start else None


def extend_lists(doc: Doc, drafts: Drafts) -> Drafts:
    """Add to each statement that ends in a colon the list after it: lines closed by semicolons, and the last.

    The items' own labels ("Hill region: …") speak for nobody, and are left out of the drafts returned.
    """
    blocks = list(paragraph_tokens(doc))
    inside: set[int] = set()
    for number, (start, end) in enumerate(blocks[:-1]):
        if doc[end - 1].text != COLON:
            continue
        stop = number + 1
        while stop < len(blocks) - 1 and doc[blocks[stop][1] - 1].text in {";", ","}:
            stop += 1
        speaking = drafts.between(start, end)
        if stop > number + 1 and speaking:
            items = blocks[number + 1 : stop + 1]
            speaking[-1].content.extend(items)
            inside.update(item[0] for item in items)
    return Drafts(
        [d for d in drafts.all if d.rule != LABEL or d.source is None or d.source.start not in inside]
    )
