"""The rule for phrases that name a source by themselves: "according to the mayor", "by the army's count"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from pipeline.attribution.contents import Range, joined
from pipeline.attribution.cues import Cue
from pipeline.attribution.drafts import Draft
from pipeline.attribution.sources import antecedent, noun_phrase, trimmed


def phrase_statements(doc: Doc, cues: list[Cue]) -> Iterator[Draft]:
    """Yield a draft for each phrase with a source."""
    for cue in cues:
        if cue.role == "phrase":
            source = source_after(doc, cue)
            if source is not None:
                yield from around(doc, cue, source)


def source_after(doc: Doc, cue: Cue) -> Token | None:
    """Return the noun after the phrase: the parser's, else the last noun of the next run of words."""
    last = doc[cue.end - 1]
    noun = next((child for child in last.children if child.dep_ == "pobj" and child.i >= cue.end), None)
    if noun is not None:
        return noun
    best = None
    for token in doc[cue.end : last.sent.end]:
        if token.is_punct or token.pos_ in {"VERB", "ADP"}:
            break
        if token.pos_ in {"NOUN", "PROPN", "PRON"}:
            best = token
    return best


def around(doc: Doc, cue: Cue, noun: Token) -> Iterator[Draft]:
    """Yield the draft whose content is the part of the sentence that the phrase speaks of."""
    source = noun_phrase(noun, relative=True)
    if source.start < cue.end:
        source = trimmed(doc, cue.end, max(source.end, cue.end + 1))
    sentence = cue.token.sent
    start, end = cue.start, max(source.end, cue.end)
    low, high = bounds(doc, sentence.start, sentence.end, start, end)
    content: list[Range] = []
    if start > low:
        content.append((low, start))
    if high > end:
        content.append((end, high))
    content = joined(doc, [clean(doc, *part) for part in content])
    if content:
        yield Draft(
            cue.token,
            (cue.start, cue.end),
            content,
            cue.kind,
            cue.entries[0].id,
            source,
            antecedent=antecedent(noun),
            tag=(start, end),
        )


def clean(doc: Doc, start: int, end: int) -> Range:
    """Return a range without commas and spaces at its edges."""
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in {",", ";", ":", "(", "—", "–", "-"}):
        end -= 1
    while start < end and (doc[start].is_space or doc[start].text in {",", ";", ":", ")", "—", "–", "-"}):
        start += 1
    return start, end


def bounds(doc: Doc, low: int, high: int, start: int, end: int) -> Range:
    """Return how far the statement reaches around a phrase: to the next semicolon or colon, or the sentence's end."""
    for i in range(start - 1, low - 1, -1):
        if doc[i].text in {";", ":"}:
            low = i + 1
            break
    for i in range(end, high):
        if doc[i].text in {";"}:
            high = i
            break
    return low, high
