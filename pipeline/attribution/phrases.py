"""The rule for phrases that name a source: "according to the mayor", "by the army's count", "in their
words".
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from pipeline.attribution.cues import POSSESSIVE, Cue, grammar_words
from pipeline.attribution.drafts import Draft
from pipeline.attribution.sources import antecedent, noun_phrase
from pipeline.attribution.spans import Range, clean, joined, trimmed
from pipeline.attribution.tags import is_cue, is_told, second_clause
from pipeline.lexicon import Entry

STOPS = {";", ":"}
EDGES = {",", ";", ":", "(", ")", "—", "–", "-", "--"}


def phrase_statements(doc: Doc, cues: list[Cue]) -> Iterator[Draft]:
    """Yield a draft for each phrase with a source."""
    for cue in cues:
        if cue.role == "phrase":
            yield from named_after(doc, cue)
        elif cue.role == "account":
            yield from owned(doc, cue)


def named_after(doc: Doc, cue: Cue) -> Iterator[Draft]:
    """Yield "according to X": the source stands after the phrase."""
    noun = source_after(doc, cue)
    if noun is None or (cue.entries[0].data.get("named") and not is_named(doc[cue.end])):
        return
    source = with_title(noun_phrase(noun))
    if source.start < cue.end:
        source = trimmed(doc, cue.end, max(source.end, cue.end + 1))
    if breaks_clause(doc, cue.start):
        comma = next((token.i for token in source if token.text == ","), source.end)
        source = trimmed(doc, source.start, comma)
    end = max(source.end, cue.end)
    if noun.tag_ == "WDT":
        content = [clean(doc, end, clause_end(doc, end, cue.token.sent.end))]
    else:
        content = around(doc, cue.token, cue.start, end)
    if content:
        yield Draft(
            cue.token,
            (cue.start, cue.end),
            content,
            cue.kind,
            cue.entries[0].id,
            source,
            antecedent=antecedent(noun) or (before_comma(doc, cue.start) if noun.tag_ == "WDT" else None),
            tag=(cue.start, end),
        )


def is_named(first: Token) -> bool:
    """Say whether a word opens the name of somebody, or of several: "per the mayor", "per officials"."""
    return first.pos_ == "PROPN" or first.tag_ in {"DT", "JJ", "NNS", "PRP$"}


def with_title(source: Span) -> Span:
    """Return a source with the office after it that the parser hung on a word before the phrase: "the port
    was shelled, according to Ann Lee, the mayor appointed by Norland"."""
    doc, start = source.doc, source.end + 1
    if start >= len(doc) or doc[start - 1].text != ",":
        return source
    offices = (t for t in doc[start : source.root.sent.end] if t.dep_ == "appos" and t.left_edge.i == start)
    office = next((t for t in offices if t.head.i < source.start), None)
    return source if office is None else doc[source.start : office.right_edge.i + 1]


def before_comma(doc: Doc, start: int) -> Span | None:
    """Return the noun phrase that a comma parts from "according to which", where the parse does not tell."""
    if start < 2 or doc[start - 1].text != ",":
        return None
    head = doc[start - 2]
    while head.dep_ in {"pobj", "prep", "compound"} and head.head.i < head.i:
        head = head.head
    return doc[head.left_edge.i : start - 1]


def breaks_clause(doc: Doc, start: int) -> bool:
    """Say whether a phrase stands between commas in the midst of a clause: "was, in the words of X, …"."""
    return (
        start >= 2
        and doc[start - 1].text == ","
        and doc[start - 2].pos_ in {"AUX", "VERB", "SCONJ", "CCONJ", "ADP"}
    )


def owned(doc: Doc, cue: Cue) -> Iterator[Draft]:
    """Yield "by the army's count", "in the words of the mayor": the source owns the noun, and the phrase
    stands apart in its sentence.
    """
    noun, entry = cue.token, cue.entries[0]
    owner = owner_of(noun, entry)
    if owner is None:
        return
    start = min(noun.left_edge.i, owner.left_edge.i) - 1
    if start < 0 or doc[start].lower_ not in entry.data["after"]:
        return
    source = noun_phrase(owner, without=noun)
    if owner.i > noun.i:
        source = with_title(source)
    if owner.i > noun.i and breaks_clause(doc, start):
        source = doc[source.start : next((t.i for t in source if t.text == ","), source.end)]
    end = max(source.end, cue.end)
    opens = start == noun.sent.start or doc[start - 1].text in EDGES or doc[start - 1].is_space
    closes = end < len(doc) and (doc[end].is_punct or doc[end].is_sent_end is True)
    if not (opens or closes):
        return
    content = around(doc, noun, start, end)
    if content:
        yield Draft(noun, (start, cue.end), content, cue.kind, entry.id, source, antecedent=antecedent(owner))


def owner_of(noun: Token, entry: Entry) -> Token | None:
    """Return whose account it is: "the army's", "the Norlandic", or that "of the army"."""
    if noun.i > 1 and noun.nbor(-1).tag_ == POSSESSIVE:
        return noun.nbor(-2)  # also where the noun was taken for a verb
    owned = (child for child in noun.lefts if child.dep_ == "poss")
    named = (child for child in noun.lefts if child.dep_ == "amod" and child.text[0].isupper())
    after = (prep for prep in noun.rights if prep.dep_ == "prep" and prep.lower_ in entry.data["owner"])
    of = (child for prep in after for child in prep.rights if child.dep_ == "pobj")
    return next(owned, None) or next(named, None) or next(of, None)


def clause_end(doc: Doc, start: int, high: int) -> int:
    """Return where a clause between commas ends: "the army, according to which shells fell, …"."""
    return next((i for i in range(start, high) if doc[i].text == ","), high)


def source_after(doc: Doc, cue: Cue) -> Token | None:
    """Return the noun after the phrase: the parser's, else the last noun of the next run of words."""
    last = doc[cue.end - 1]
    noun = next(
        (child for child in last.children if child.dep_ in {"pobj", "dobj"} and child.i >= cue.end), None
    )
    if noun is not None:
        return noun
    best = None
    for token in doc[cue.end : last.sent.end]:
        if token.is_punct or token.pos_ in {"VERB", "ADP"}:
            break
        if token.pos_ in {"NOUN", "PROPN", "PRON"}:
            best = token
    return best


def around(doc: Doc, token: Token, start: int, end: int) -> list[Range]:
    """Return the part of the sentence that an aside speaks of: what stands before and after it."""
    low = second_clause(doc, token, start) or token.sent.start
    low, high = bounds(doc, low, token.sent.end, start, end)
    parts = [clean(doc, low, start), clean(doc, end, high)]
    return joined(doc, [part for part in parts if part[0] < part[1]])


def bounds(doc: Doc, low: int, high: int, start: int, end: int) -> Range:
    """Return how far a statement reaches around an aside: from the last stop to the next semicolon or the
    end.
    """
    for i in range(start - 1, low - 1, -1):
        told = doc[i].lower_ in grammar_words("that") and any(is_cue(token) for token in doc[low:i])
        if doc[i].text in STOPS or told:
            low = i + 1
            break
    for i in range(end, high):
        if doc[i].text == ";" and (start > low or any(is_told(token) for token in doc[i:high])):
            high = i
            break
    return low, high
