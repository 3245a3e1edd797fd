"""Joins quotations to those who speak them: next to a cue, after a colon, or carried on from before."""

from spacy.tokens import Doc

from pipeline.attribution.drafts import Draft
from pipeline.attribution.quotations import Quotation, is_statement, paragraphs, quotations

REACH = 25
SPEAKING = {"says", "admits", "confirms", "asks", "warns", "promises", "denies", "speaks", "calls", "accuses"}


def join_quotations(doc: Doc, drafts: list[Draft]) -> None:
    """Add each quoted statement to the draft that tells who speaks it."""
    found = [quotation for quotation in quotations(doc) if is_statement(doc, quotation)]
    number_of = paragraph_numbers(doc)
    spoken: list[tuple[Quotation, Draft | None]] = []
    last: tuple[Quotation, Draft] | None = None
    for quotation in found:
        draft = speaker_of(doc, quotation, drafts, found)
        if draft is None and last is not None and carries_on(doc, quotation, last[0], number_of):
            draft = last[1]
        if draft is not None:
            for part in quotation.parts:
                draft.add(doc, part)
            draft.quoted.extend(quotation.parts)
            last = (quotation, draft)
        spoken.append((quotation, draft))


def paragraph_numbers(doc: Doc) -> list[int]:
    """Return the number of the paragraph that each token stands in."""
    ends = [end for _, end in paragraphs(doc.text)]
    numbers, number = [], 0
    for token in doc:
        while number < len(ends) - 1 and token.idx >= ends[number]:
            number += 1
        numbers.append(number)
    return numbers


def speaker_of(doc: Doc, quotation: Quotation, drafts: list[Draft], others: list[Quotation]) -> Draft | None:
    """Return the draft whose content meets the quotation, else the one whose cue stands next to it."""
    start, end = quotation.start, quotation.end
    first, last = quotation.parts[0], quotation.parts[-1]
    meeting = [
        d for d in drafts if not inside(d.cue, quotation) and (d.covers(*first) > 0 or d.covers(*last) > 0)
    ]
    if meeting:
        return max(meeting, key=lambda d: (d.covers(*first) + d.covers(*last), d.kind == "says"))
    near = [d for d in drafts if d.kind in SPEAKING and not inside(d.cue, quotation)]
    after = [d for d in near if end <= d.cue[0] < end + REACH and same_stretch(doc, end, d.cue[0])]
    if after:
        return min(after, key=lambda d: d.cue[0])
    before = [d for d in near if start - REACH < d.cue[1] <= start and same_stretch(doc, d.cue[1], start)]
    if before:
        return max(before, key=lambda d: d.cue[0])
    return None


def inside(cue: tuple[int, int], quotation: Quotation) -> bool:
    return any(a <= cue[0] < b for a, b in quotation.parts)


def same_stretch(doc: Doc, start: int, end: int) -> bool:
    """Say whether no sentence ends and no other quotation stands between two places."""
    between = doc[start:end]
    return not any(token.text in {".", "!", "?", ";"} or token.is_quote for token in between)


def carries_on(doc: Doc, quotation: Quotation, before: Quotation, number_of: list[int]) -> bool:
    """Say whether a quotation with no speaker of its own goes on with the one before it."""
    here, there = number_of[quotation.start], number_of[min(before.end, len(doc)) - 1]
    if here == there:
        return True
    return here - there == 1 and (
        quotation.start == 0 or number_of[quotation.start - 1] != here or doc[quotation.start - 1].is_space
    )
