"""Finds the names of bodies that no data know: "the Hilltown Resistance Committees", "the Lakes Observatory".

Such a body speaks for itself, under the name that the text gives it.
"""

from collections.abc import Collection, Iterator

from spacy.tokens import Doc, Span, Token

from pipeline.lexicon import read_lexicon
from pipeline.offices import office_at, role
from pipeline.phrase_parts import HYPHENS

OTHERS = ("media", "state")
NOT_OF_NAMES = ("office", "title", "private")  # "President", "Mr": before a name


def unknown_bodies(doc: Doc, taken: Collection[int]) -> Iterator[tuple[int, int]]:
    """Yield where the names of unknown bodies stand, as token spans; none has a token of `taken`."""
    hits = list(read_lexicon("bodies").find(doc))
    others = {i for entry, span in hits if entry.data["class"] in OTHERS for i in range(span.start, span.end)}
    kinds = (span for entry, span in hits if entry.data["class"] == "kind")
    for start, end in (found for kind in kinds if (found := name_beside(doc, kind)) is not None):
        if others.isdisjoint(range(start, end)) and set(taken).isdisjoint(range(start, end)):
            yield start, end
    for entry, span in hits:
        if entry.data["class"] != "body":
            continue
        start, end = begin_of(doc, span.start), span.end
        if entry.data.get("follows"):
            end = end_of(doc, end)
        if entry.data.get("small") and start == span.start:
            end = of_place(doc, end)
            start = of_owner(doc, start) if end == span.end else start
        capital = is_capital(doc[span.end - 1])
        owned = start < span.start and doc[span.start - 1].tag_ == "POS"
        small = bool(entry.data.get("small")) and (
            end > span.end or owned or is_bare_name(doc, start, span.start)
        )
        named = start < span.start or end > span.end
        inside = set(range(start, end))
        if start < span.start:  # "the Norlandic Red Cross" is not the Red Cross
            inside -= set(range(span.start, span.end))
        if named and (capital or small) and inside.isdisjoint(others) and inside.isdisjoint(taken):
            yield start, end


def name_beside(doc: Doc, kind: Span) -> tuple[int, int] | None:
    """Return where the name of a body stands that a noun for its kind tells of: "the charity Hill and Lake",
    "a rights group, Hill Watch", "Hill Watch, a rights group"."""
    noun, after = kind[-1], kind.end
    parted = after < len(doc) and doc[after].text == ","
    start = after + parted
    if start < len(doc) and is_name(doc[start]):
        end = name_end(doc, start)
        appended = any(noun == word.head or word == noun.head for word in doc[start:end])
        return (start, end) if appended or not parted else None
    name = noun.head
    if noun.dep_ == "appos" and is_name(name) and name.i < noun.i:
        start = name.i
        while start > name.sent.start and is_name(doc[start - 1]):
            start -= 1
        return start, name.i + 1
    return None


def name_end(doc: Doc, start: int) -> int:
    """Return where a name ends, with a word written small within it: "Hill and Lake"."""
    end = start + 1
    while end < doc[start].sent.end:
        small = doc[end].is_lower and doc[end].pos_ in {"CCONJ", "DET", "X", "PROPN"}
        goes_on = small and end + 1 < doc[start].sent.end and is_name(doc[end + 1])
        if not (is_name(doc[end]) or goes_on):
            break
        end += 1
    return end


def is_name(token: Token) -> bool:
    """Tell whether a word is a capitalised name, no title and no office of a person."""
    entry = office_at(token)
    titled = entry is not None and (entry.data["role"] == "title" or entry.data.get("person"))
    return token.pos_ in {"PROPN", "X"} and is_capital(token) and not titled


def begin_of(doc: Doc, start: int) -> int:
    """Return where the capitalised words begin that end before a token."""
    while start > 0:
        before = doc[start - 1]
        joined = before.text in HYPHENS and not before.whitespace_ and start > 1
        if not joined and not (is_capital(before) and before.sent == doc[start].sent and is_of_name(before)):
            break
        start -= 2 if joined else 1
    return start


def is_of_name(token: Token) -> bool:
    """Tell whether a capitalised word may be part of a name: no article, no title, no word of grammar."""
    return token.pos_ in {"PROPN", "NOUN", "ADJ"} and role(token) not in NOT_OF_NAMES


def end_of(doc: Doc, end: int) -> int:
    """Return where a name ends that may go on after "of" or "for", and "and": "for Justice and Peace"."""
    last = end
    for token in doc[end:]:
        if is_capital(token) and is_of_name(token) and token.sent == doc[end - 1].sent:
            last = token.i + 1
        elif token.i > last + 1 or not (role(token) in ("owner", "for") or token.pos_ in {"DET", "CCONJ"}):
            break
    return last


def of_place(doc: Doc, end: int) -> int:
    """Return where a body's name ends that goes on with its place: "the emergency room of Hilltown"."""
    if end + 1 < len(doc) and role(doc[end]) == "owner" and is_name(doc[end + 1]):
        return name_end(doc, end + 1)
    return end


def of_owner(doc: Doc, start: int) -> int:
    """Return where a body's name begins that its place owns: "Hilltown's resistance committee"."""
    owned = start > 1 and doc[start - 1].tag_ == "POS" and is_name(doc[start - 2])
    return begin_of(doc, start - 1) if owned else start


def is_bare_name(doc: Doc, start: int, noun: int) -> bool:
    """Tell whether a name alone stands before a noun: "Hilltown hospital", but not "a Hilltown hospital"."""
    before = doc[max(start - 1, 0)]
    other = before.pos_ in {"ADJ", "NUM"} or before.morph.get("Definite", []) == ["Ind"]
    return 0 < start < noun and doc[noun - 1].pos_ == "PROPN" and not other


def is_capital(token: Token) -> bool:
    """Tell whether a word is written with a capital, and not all in capitals."""
    return token.text[0].isupper() and not (token.is_upper and len(token) > 1)
