"""Joins quotations to those who speak them: next to a cue, after a colon, or carried on from before."""

from bisect import bisect_right

from spacy.attrs import IDX
from spacy.tokens import Doc

from pipeline.attribution.drafts import Draft, Drafts
from pipeline.attribution.quotations import Quotation, is_statement, paragraphs, quotations
from pipeline.attribution.spans import text_of

REACH = 30
ANSWER_REACH = 6
TAG = 4  # words of a tag that stands as a sentence of its own
ANSWER = "answer noun"
SPEAKING = {"cites", "says", "admits", "confirms", "asks", "warns", "promises", "denies", "accuses"}
ENDS = {".", "!", "?", ";"}


def join_quotations(doc: Doc, drafts: Drafts) -> None:
    """Add each quoted statement to the draft that tells who speaks it."""
    marked = quotations(doc)
    keep_within(doc, marked, drafts)
    numbers = paragraph_numbers(doc)
    last: tuple[Quotation, Draft] | None = None
    for quotation in marked:
        if not is_statement(doc, quotation):
            answered(doc, quotation, drafts)
            continue
        near = drafts.between(quotation.start - 2 * REACH, quotation.end + 2 * REACH)
        draft = speaker_of(doc, quotation, [d for d in near if not inside(d.cue, quotation)], numbers)
        if draft is None and last is not None and carries_on(doc, quotation, last[0], numbers):
            draft = last[1]
        if draft is None:
            draft = told_before(doc, quotation, drafts, numbers)
        if draft is not None:
            for part in quotation.parts:
                draft.add(doc, part)
            draft.quoted.extend(quotation.parts)
            last = (quotation, draft)
        elif starts_paragraph(doc, quotation, numbers):
            last = None


def keep_within(doc: Doc, marked: list[Quotation], drafts: Drafts) -> None:
    """Cut the content of a cue that stands in a quotation to what the quotation holds, if it holds any."""
    starts = [start for quotation in marked for start, _ in quotation.parts]
    parts = [part for quotation in marked for part in quotation.parts]
    for draft in drafts.all:
        number = bisect_right(starts, draft.cue[0]) - 1
        if number >= 0 and draft.cue[0] < parts[number][1]:
            low, high = parts[number]
            kept = [(max(a, low), min(b, high)) for a, b in draft.content if a < high and b > low]
            kept = [part for part in kept if any(token.is_alpha for token in doc[slice(*part)])]
            draft.content = kept or draft.content  # Norland "firmly denies" it: the cue alone is quoted


def answered(doc: Doc, short: Quotation, drafts: Drafts) -> None:
    """Give ""Nonsense" was the answer of the mayor" its word or two."""
    for draft in drafts.between(short.end, short.end + ANSWER_REACH):
        if not draft.content and draft.rule == ANSWER and plain(doc, short.end, draft.cue[0]):
            draft.content = [(short.start, short.end)]
            return


def paragraph_numbers(doc: Doc) -> list[int]:
    """Return the number of the paragraph that each token stands in."""
    ends = [end for _, end in paragraphs(text_of(doc))]
    numbers, number = [], 0
    for offset in doc.to_array(IDX).tolist():
        while number < len(ends) - 1 and offset >= ends[number]:
            number += 1
        numbers.append(number)
    return numbers


def speaker_of(doc: Doc, quotation: Quotation, near: list[Draft], numbers: list[int]) -> Draft | None:
    """Return the draft whose content meets the quotation, else the one whose cue stands next to it."""
    first, last = quotation.parts[0], quotation.parts[-1]
    meeting = [d for d in near if d.kind != "thinks" and (d.covers(*first) > 0 or d.covers(*last) > 0)]
    if meeting:
        return max(meeting, key=lambda d: (d.kind in SPEAKING, d.covers(*first) + d.covers(*last), -d.cue[0]))
    speaking = [d for d in near if d.kind in SPEAKING]
    end = quotation.end
    after = [
        d
        for d in speaking
        if end <= d.cue[0] < end + REACH
        and numbers[d.cue[0]] == numbers[end - 1]
        and is_tag_after(doc, end, d)
    ]
    if after:
        return min(after, key=lambda d: d.cue[0])
    before = [
        d
        for d in speaking
        if -REACH < d.cue[1] - quotation.start <= 0 and introduces(doc, d, quotation, numbers)
    ]
    return max(before, key=lambda d: d.cue[0]) if before else None


def inside(cue: tuple[int, int], quotation: Quotation) -> bool:
    """Say whether a cue stands within a quotation."""
    return any(a <= cue[0] < b for a, b in quotation.parts)


def is_tag_after(doc: Doc, end: int, draft: Draft) -> bool:
    """Say whether a cue after a quotation is its tag: no full stop ended the quotation or stands in
    between.
    """
    last = next(
        (doc[i] for i in range(end - 1, max(end - 4, -1), -1) if not doc[i].is_quote and not doc[i].is_space),
        None,
    )
    if last is not None and last.text.endswith((".", ";")):
        tag = doc[draft.cue[0]].sent
        alone = tag.start >= end - 1 and len([token for token in tag if token.is_alpha]) <= TAG
        return alone and not draft.content  # "… fired first." Hill said.
    return plain(doc, end, draft.cue[0])


def introduces(doc: Doc, draft: Draft, quotation: Quotation, numbers: list[int]) -> bool:
    """Say whether a cue leads up to a quotation: in one sentence, or with a colon before its paragraph."""
    start, end = draft.cue[1], quotation.start
    here, there = numbers[draft.cue[0]], numbers[end]
    stretch = [token for token in doc[start:end] if not token.is_space]
    if here != there:
        return (
            there - here == 1
            and bool(stretch)
            and stretch[-1].text in {":", "-", "—", ",", "–"}
            and plain(doc, start, end)
        )
    return plain(doc, start, end)


def plain(doc: Doc, start: int, end: int) -> bool:
    """Say whether no sentence ends and no other quotation stands between two places."""
    return not any(token.text in ENDS or token.is_quote for token in doc[start:end])


def starts_paragraph(doc: Doc, quotation: Quotation, numbers: list[int]) -> bool:
    """Say whether a quotation is the first thing in its paragraph."""
    i = quotation.start
    while i > 0 and doc[i - 1].is_space:
        i -= 1
    return i == 0 or numbers[i - 1] != numbers[quotation.start]


def carries_on(doc: Doc, quotation: Quotation, before: Quotation, numbers: list[int]) -> bool:
    """Say whether a quotation with no speaker of its own goes on with the one before it."""
    here, there = numbers[quotation.start], numbers[before.end - 1]
    return here == there or (here - there == 1 and starts_paragraph(doc, quotation, numbers))


def told_before(doc: Doc, quotation: Quotation, drafts: Drafts, numbers: list[int]) -> Draft | None:
    """Return the statement of the sentence before a quotation that stands by itself and goes on with it."""
    start = quotation.start
    before = start - 1
    if not doc[start].is_sent_start or before < 0 or numbers[before] != numbers[start]:
        return None
    sentence = doc[before].sent
    near = drafts.between(sentence.start, sentence.end)
    outer = (d for d in near if d.kind in SPEAKING - {"denies"} and not any(holds(one, d) for one in near))
    return next((draft for draft in outer if draft.source is not None and draft.is_verb), None)


def holds(one: Draft, other: Draft) -> bool:
    """Say whether the cue of a statement stands in what another says."""
    return any(start <= other.cue[0] < end for start, end in one.content)
