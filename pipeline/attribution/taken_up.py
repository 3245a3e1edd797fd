"""Finds what a clause takes up from before it: "…, which Norland denied", "…, a charge Norland denied"."""

from spacy.tokens import Token

from pipeline.attribution.beside import group_start
from pipeline.attribution.cues import grammar_words, index
from pipeline.attribution.drafts import Draft
from pipeline.attribution.sources import antecedent
from pipeline.attribution.spans import trimmed
from pipeline.attribution.tags import segment_start

ANSWERS = {"denies", "calls"}
DETERMINERS = {"DT", "PDT", "PRP$", "JJ"}


def is_charge(token: Token) -> bool:
    """Say whether a word is a noun of saying, whatever the tagger took it for, but no part of a name
    ("the News Agency")."""
    in_name = token.pos_ == "PROPN" and token.dep_ == "compound"
    return not in_name and any(
        entry.data.get("role") == "noun" for rest, entry in index().get(token.lower_, ()) if not rest
    )


def take_up(draft: Draft) -> None:
    """Fill the content of a verb without an object by what stands before its clause, and note where that
    opens.
    """
    verb = draft.token
    doc, low = verb.doc, verb.sent.start
    start = group_start(verb)
    if draft.source is not None and draft.source.start < verb.i:
        start = draft.source.start
        noun = next(
            (i for i in range(start, min(draft.source.end - 1, start + 4)) if is_charge(doc[i])), None
        )
        if noun is not None and doc[noun + 1].tag_ != "IN":
            draft.source = trimmed(doc, noun + 1, draft.source.end)
            start = noun + 1
    comma = before_relative(doc[start - 1])
    if min(comma, start - 2) <= low:
        return
    if doc[start - 1].tag_ == "WDT" and doc[comma].text == ",":
        draft.opens = comma
        draft.content = [(segment_start(doc, low, comma), comma)]
    elif is_charge(doc[start - 1]):
        first = start - 1
        while first > low and doc[first - 1].tag_ in DETERMINERS:
            first -= 1
        if first > low and doc[first - 1].text == ",":
            draft.opens = first - 1
            draft.content = [(segment_start(doc, low, first - 1), first - 1), (first, start)]
        else:
            draft.content = [(first, start)]
    elif verb.dep_ == "relcl" and draft.source is not None and draft.source.root.head == verb:
        found = antecedent(draft.source.root) if draft.source.root.tag_ in {"WP", "WDT"} else None
        if found is None and not any(token.tag_ in {"WP", "WDT"} for token in verb.subtree):
            draft.content = [(verb.head.left_edge.i, start)]


def before_relative(relative: Token) -> int:
    """Return where the token before a relative clause stands, given the last word of its opening: "which",
    "for which the group claimed credit", "all of which the group denied"."""
    before = relative.i - 1
    if relative.doc[before].pos_ == "ADP":
        before -= 1
        before -= relative.doc[before].pos_ in {"DET", "PRON", "NUM"}
    return before


def is_charge_before(draft: Draft) -> bool:
    """Say whether the source was read as one phrase with a noun of saying before it: "a charge Phnom Penh
    denied".
    """
    source = draft.source
    if source is None or source.start >= draft.token.i or source.end - source.start < 2:
        return False
    doc = source.doc
    noun = next(
        (i for i in range(source.start, min(source.end - 1, source.start + 3)) if is_charge(doc[i])), None
    )
    return (
        noun is not None and doc[noun + 1].tag_ in {"NNP", "DT", "PRP$"} and doc[source.start - 1].text == ","
    )


def in_apposition(draft: Draft) -> None:
    """Add the clause that a noun of saying sums up: "…, accusations that Norland denies"."""
    if draft.opens is None and draft.content and draft.content[0][1] <= draft.token.i:
        doc, low = draft.token.doc, draft.token.sent.start
        start, end = draft.content[0]
        if end - start == 1 and doc[start].lower_ in grammar_words("that"):
            start, end = start - 1, start
        if is_charge(doc[end - 1]) and start - 1 > low and doc[start - 1].text == ",":
            draft.opens = start - 1
            draft.content = [(segment_start(doc, low, start - 1), start - 1), (start, end)]


def summed_up(draft: Draft) -> None:
    """Take up "…, a charge that the army branded a fake": the clause before, then what it is called."""
    verb, source = draft.token, draft.source
    if draft.opens is not None or source is None or draft.kind not in ANSWERS or source.start >= verb.i:
        return
    doc, low, that = verb.doc, verb.sent.start, source.start - 1
    if that - 2 <= low or doc[that].lower_ not in grammar_words("that"):
        return
    if doc[that - 1].pos_ not in {"NOUN", "PRON"} and not is_charge(doc[that - 1]):
        return
    first = that - 1
    while first > low and doc[first - 1].tag_ in DETERMINERS:
        first -= 1
    if doc[first - 1].text == ",":
        draft.opens = first - 1
        before = [(segment_start(doc, low, first - 1), first - 1), (first, that)]
        draft.content = [*before, *(part for part in draft.content if part[0] > verb.i)]


def with_antecedent(draft: Draft) -> None:
    """Add what "which" stands for to a clause that lacks its subject: "the strike, which Sudland says was
    staged", "a strike the rebels called a crime".
    """
    verb = draft.token
    start = group_start(verb)
    if draft.source is not None and draft.source.start < verb.i:
        start = min(start, draft.source.start)
    before = None if verb.doc[start].is_sent_start else verb.doc[start - 1]
    if before is not None and before == verb.head and draft.kind == "calls" and draft.content:
        first = before.left_edge.i
        draft.content = [(first, start), *draft.content]
        comma = first - 1
        if is_charge(before) and comma > verb.sent.start and verb.doc[comma].text == ",":
            draft.opens = comma  # "…, an accusation the army called false"
            draft.content = [(segment_start(verb.doc, verb.sent.start, comma), comma), *draft.content]
        return
    if before is None or before.tag_ != "WDT" or not draft.content or draft.content[0][0] < verb.i:
        return
    noun = antecedent(before)
    if noun is not None and noun.end <= before.i:
        draft.content = [(noun.start, noun.end), *draft.content]


def done_by_what(draft: Draft) -> None:
    """Add the act to what somebody says did it: "the port was hit by what the mayor says was a drone"."""
    verb = draft.token
    opening = verb.left_edge
    by = verb.head
    if verb.dep_ != "pcomp" or by.dep_ != "agent" or opening.tag_ != "WP" or not draft.content:
        return
    hit = by.head.head if by.head.dep_ in {"acl", "relcl"} else by.head
    draft.content = [(hit.left_edge.i, by.i), *draft.content]


def relative_before(draft: Draft) -> None:
    """Note the comma before "which" where the relative clause speaks of the statement before it."""
    doc, verb = draft.token.doc, draft.token
    start = group_start(verb)
    if draft.source is not None and draft.source.start < verb.i:
        start = min(start, draft.source.start)
    if draft.opens is not None or not draft.content or draft.content[0][1] != start - 2:
        return
    if doc[start - 1].tag_ == "WDT" and doc[start - 2].text == "," and start - 2 > verb.sent.start:
        draft.opens = start - 2
