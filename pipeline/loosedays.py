"""Finds the day of an act that the parser hung on something else: by its place, or as the only one told.

A last resort: nothing is asked here of a date that hangs on the act or on what governs it.
"""

from collections.abc import Sequence

from spacy.tokens import Span, Token

from pipeline.dateties import dates_event
from pipeline.datewords import DateMention, coded, dated, governor, leads
from pipeline.phrases import plain
from pipeline.sayingdays import PLAIN_VERBS, SUBJECTS, is_dateline, is_saying, is_statement, of_saying

DAYS = {"day", "weekday"}
TOLD = {*DAYS, "coarse"}


def loose_day(
    mentions: Sequence[DateMention], sentence: Span, act: Token, cue: Token | None
) -> DateMention | None:
    """Return the day of an act to which none of the dates of its sentence is tied."""
    told = [m for m in mentions if m.kind in DAYS and not of_saying(m, cue, act)]
    near = [m for m in told if m.start > act.i and (follows(m, act) or describes(m, act))]
    if near:
        return near[0] if len(near) == 1 else None
    told = [m for m in told if m.date_from is not None and not is_dateline(m, sentence)]
    told = [m for m in told if not dates_other(m, sentence)]
    return told[0] if len(told) == 1 else None


def day_told(mentions: Sequence[DateMention], sentence: Span) -> DateMention | None:
    """Return the day of what is pointed back to, where a claim names no act: "blamed them for the damage on
    Friday", "the strikes of 7 April"."""
    told = [m for m in mentions if m.kind in TOLD and m.date_from is not None]
    told = [m for m in told if governor(m, sentence[0]).pos_ == "NOUN" and not dates_other(m, sentence)]
    return told[0] if len(told) == 1 else None


def follows(mention: DateMention, act: Token) -> bool:
    """Return whether a day stands after the act with no other verb, event or mark between, wherever the
    parser hung it: "fired on a post east of the ruins in Hilltown on Thursday"."""
    between, apart = act.doc[act.i + 1 : mention.start], dated("event") | dated("statement") | coded("Bl")
    if mention.start <= act.i or governor(mention, act).i >= mention.end:
        return False  # "the 9 May declaration"
    if plain(act.doc[mention.start - 1].text) in coded("o"):
        return False
    return not any(
        token.pos_ in PLAIN_VERBS or token.is_punct or plain(token.text) in apart for token in between
    )


def describes(mention: DateMention, act: Token) -> bool:
    """Return whether a day stands in a clause that only describes what an act hit: "fired on a car that
    crossed the line on Friday"."""
    verb = governor(mention, act)
    return verb.dep_ == "relcl" and not dates_event(verb.head) and act.is_ancestor(verb)


def dates_other(mention: DateMention, sentence: Span) -> bool:
    """Return whether a day is that of an event that acts are set against, or of somebody's saying something:
    "after the truce began on Friday", "the ministry on Friday denied"."""
    head, led = governor(mention, sentence[0]), {plain(lead.text) for lead in leads(mention, sentence[0])}
    if led & coded("Bl") or any(map(is_saying, (head, *head.children))) or is_statement(head.head):
        return True  # "turned down on Friday the claim that"
    if (head.dep_ in SUBJECTS and not led & coded("o")) or mention.end == head.i:
        return True  # it stands before what the subject did: "the ministry on Friday put it down to"
    if head.tag_ == "VBN" and head.i and is_statement(head.nbor(-1)):
        return True  # "a statement put out on Friday", however it is parsed
    described = head.head if head.dep_ in {"relcl", "acl"} else head
    if described.dep_ in SUBJECTS and is_saying(described.head):
        return True  # "the minister, who was in Hilltown on Friday, said"
    beside = {i for i in (mention.start - 1, mention.end) if sentence.start <= i < sentence.end}
    return any(dates_event(word) for word in (described, *head.children)) or any(
        is_saying(sentence.doc[i]) for i in beside
    )
