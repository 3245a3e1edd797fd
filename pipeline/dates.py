"""Finds when an alleged act is said to have happened, and keeps it apart from the day on which somebody
said so.

Words become days in `timegrammar`; the parse decides whose days they are. A date belongs to the act if it
hangs on the act or on what governs it; to the saying if it hangs on the cue, stands next to it, or dates a
statement; to neither if it dates something else ("the truce of 18 March").
"""

from bisect import bisect
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date

from spacy.tokens import Span, Token

from pipeline.dateties import closeness
from pipeline.datewords import (
    LONGEST,
    DateMention,
    coded,
    date_mentions,
    governor,
    read_mentions,
    root_of,
)
from pipeline.loosedays import DAYS, day_told, loose_day
from pipeline.phrases import plain
from pipeline.reckoning import ahead
from pipeline.sayingdays import PLAIN_VERBS, beside, is_dateline, is_saying, of_saying
from pipeline.timewords import YEAR

__all__ = ["DateMention", "act_dates", "date_mentions", "dates_told", "statement_day", "together"]

NAMED = {"day", "days", "weekday", "coarse", "same", "clock", "window"}
SINGLE = {*DAYS, "window"}  # kinds of dates that "the same day" takes up
STRETCHES = {"window", "days", "span", "since", "coarse"}  # kinds that "in that period" takes up
TAKING = {"same", "later", "earlier", "following", "period"}  # kinds that count from a day told of before
UNTOLD = {"later", "following", "period"}  # those that are no day without one
TOLD = 3  # sentences over which it does
SCENE = 9  # the loosest tie of a date to an act
MANY = 12  # how many dates of a sentence are weighed: those nearest to the act, so that no text takes long


def statement_day(
    sentence: Span, cue: Token | None, anchor: date | None, act: Token | None = None
) -> date | None:
    """Return the day of saying if the sentence gives it ("said on Friday", a dateline), else None: a day that
    is not that of the act, if one is given."""
    found: list[tuple[bool, bool, int, date]] = []
    for mention in nearest(read_mentions(sentence, anchor), sentence.start if cue is None else cue.i):
        day = mention.date_from
        if day is None or day != mention.date_to or mention.kind == "clock":
            continue
        if since_of(mention, sentence[0]) is not None:
            continue
        dateline = is_dateline(mention, sentence)
        if dateline or (of_saying(mention, cue, None) and (act is None or of_saying(mention, cue, act))):
            near = cue is not None and not dateline and beside(mention, cue)
            distance = abs(mention.start - cue.i) if cue is not None else mention.start
            found.append((not near, dateline, distance, day))
    return min(found)[-1] if found else None


def act_dates(sentence: Span, act: Token, cue: Token | None, anchor: date | None) -> DateMention | None:
    """Return when the act headed by the token `act` is said to have happened, or None if the sentence does
    not say.

    `cue` is the word by which somebody says it, None where the statement only goes on. `anchor` is the day
    from which relative words count where the sentence gives no day of saying: that of the statement, if an
    earlier sentence gave it, else the publication's. Never the day of saying itself.
    """
    if len(sentence) > LONGEST:
        return None
    if cue is not None and not sentence.start <= cue.i < sentence.end:
        # The statement goes on from another sentence, and counts from the day that is given there.
        day, cue = statement_day(cue.sent, cue, anchor) or anchor, None
    else:
        day = statement_day(sentence, cue, anchor, act) or anchor
    mentions = nearest(read_mentions(sentence, day), act.i)
    ranked: list[tuple[int, int, DateMention]] = []
    for mention in mentions:
        if mention.date_from is None or mention.kind == "until" or is_dateline(mention, sentence):
            continue
        mention = since_clause(mention, sentence, day)
        if of_saying(mention, cue, act):
            if sets_scene(mention, sentence, day):
                ranked.append((SCENE, 0, mention))
            continue
        if mention.kind == "clock":
            continue
        rank = closeness(mention, act, cue)
        if rank is not None:
            ranked.append((rank, abs(governed(mention, act) - act.i), mention))
    if not ranked:
        return loose_day([m for m in mentions if since_of(m, act) is None], sentence, act, cue)
    found = min(ranked, key=lambda each: each[:2])[2]
    return taken_up(up_to(found, mentions), sentence, day)


def back_dates(sentence: Span, cue: Token, anchor: date | None) -> DateMention | None:
    """Return the day of what a claim that names no act points back to, if its sentence tells it."""
    if len(sentence) > LONGEST:
        return None
    mentions = nearest(read_mentions(sentence, statement_day(sentence, cue, anchor) or anchor), cue.i)
    return day_told([m for m in mentions if since_of(m, cue) is None], sentence)


def dates_told(sentence: Span, cue: Token | None, anchor: date | None) -> list[DateMention]:
    """Return the dates of a sentence as its claims count them: from the day of saying, and "the same day"
    from the one told before."""
    day = statement_day(sentence, cue, anchor) or anchor
    mentions = read_mentions(sentence, day)
    return [taken_up(one, sentence, day) or replace(one, date_from=None, date_to=None) for one in mentions]


def taken_up(found: DateMention, sentence: Span, day: date | None) -> DateMention | None:
    """Let "the same day" or "a day earlier" count from the day that was told of last, if one was.

    Of a night the morning, as "later that morning", is that of its second day.
    """
    told = told_last(found, sentence, day) if found.kind in TAKING else None
    if told is None or told.date_from is None or told.date_to is None:
        return found if found.kind not in UNTOLD else None
    if found.kind == "following":
        return replace(found, date_from=ahead(told.date_to), date_to=ahead(told.date_to))
    if found.kind != "earlier":
        whole = plain(sentence.doc[found.end - 1].text) not in coded("p") or told.kind != "window"
        return replace(found, date_from=told.date_from if whole else told.date_to, date_to=told.date_to)
    if day is None or found.date_from is None or found.date_to is None:
        return found
    if told.date_from != told.date_to and found.date_from == found.date_to:
        return found
    # The night before a night ends on the day on which that one began.
    shift = told.date_from - day
    return replace(found, date_from=found.date_from + shift, date_to=found.date_to + shift)


def told_last(found: DateMention, sentence: Span, day: date | None) -> DateMention | None:
    """Return the day named last before a date: in its own sentence if it counts from one ("said on Sunday
    that it was hit the night before"), else in those before it."""
    before = [m for m in read_mentions(sentence, day) if m.kind in DAYS and m.end <= found.start]
    if found.kind == "earlier" and before and before[-1].date_from is not None:
        return before[-1]
    return told_before(sentence, day, STRETCHES if found.kind == "period" else SINGLE)


def told_before(sentence: Span, day: date | None, kinds: Collection[str]) -> DateMention | None:
    """Return the day, or what is of one of the `kinds`, named last in the sentences just before one, that of
    an act rather than of saying."""
    for _ in range(TOLD):
        if not sentence.start:
            return None
        sentence = sentence.doc[sentence.start - 1].sent
        found = [m for m in read_mentions(sentence, day) if m.date_from is not None and m.kind in kinds]
        found = [m for m in found if not is_dateline(m, sentence)]
        acts = [m for m in found if not is_saying(governor(m, sentence[0]))]
        if found:
            return (acts or found)[-1]
    return None


def nearest(mentions: tuple[DateMention, ...], index: int) -> tuple[DateMention, ...]:
    """Return the mentions around a token, in text order; all of them where they are not many."""
    if len(mentions) <= MANY:
        return mentions
    middle = bisect(mentions, index, key=lambda mention: mention.start)
    return mentions[max(0, middle - MANY // 2) : middle + MANY // 2]


def together(found: Iterable[DateMention | None]) -> DateMention | None:
    """Return the dates of several acts that make one claim: from the first day to the last of those given
    by the day.

    "A strike on March 26 cut a line, and shells hit a station on March 27" is a claim about both days.
    """
    dates = [mention for mention in found if mention is not None and mention.date_from is not None]
    single = [mention for mention in dates if mention.kind in {"day", "weekday"}]
    if not dates or dates[0] not in single:
        return dates[0] if dates else None
    first = min(mention.date_from for mention in single if mention.date_from is not None)
    last = max(mention.date_to for mention in single if mention.date_to is not None)
    return replace(single[0], date_from=first, date_to=last)


def sets_scene(mention: DateMention, sentence: Span, day: date | None) -> bool:
    """Return whether a sentence opens with a month or year long past: "In May 2023 they charged the army
    with …".
    """
    if (
        mention.kind != "coarse"
        or mention.start - sentence.start > 1
        or day is None
        or mention.date_to is None
    ):
        return False
    return (day - mention.date_to).days > 31 and any(
        YEAR.fullmatch(t.text) for t in sentence.doc[mention.start : mention.end]
    )


def up_to(found: DateMention, mentions: tuple[DateMention, ...]) -> DateMention:
    """Let "since 25 March" end where the sentence says "by 16 April"."""
    if found.kind != "since" or found.date_from is None:
        return found
    for mention in mentions:
        if mention.kind == "until" and mention.date_to is not None and mention.date_to >= found.date_from:
            return replace(found, date_to=mention.date_to)
    return found


def governed(mention: DateMention, act: Token) -> int:
    """Return where a mention stands for the distance to the act: its nearer end."""
    return mention.start if mention.start > act.i else mention.end - 1


def since_clause(mention: DateMention, sentence: Span, day: date | None) -> DateMention:
    """Let a date inside a since-clause begin a stretch: "since it began on May 8"."""
    if mention.kind not in NAMED or mention.date_from is None or day is None or mention.date_from > day:
        return mention
    token = since_of(mention, sentence[0])
    if token is None:
        return mention
    return replace(
        mention,
        start=min(token.i, mention.start),
        end=max(token.i + 1, mention.end),
        date_to=day,
        kind="since",
    )


def since_of(mention: DateMention, token: Token) -> Token | None:
    """Return the "since" of the phrase or clause in which a mention stands."""
    here = root_of(mention, token)
    for _ in range(6):
        if here.head == here:
            return None
        here = here.head
        if plain(here.text) in coded("s"):
            return here
        if here.pos_ in PLAIN_VERBS:
            return next(
                (
                    child
                    for child in here.children
                    if plain(child.text) in coded("s")
                    and child.dep_ in {"mark", "prep", "advmod"}
                    and child.i < mention.start
                ),
                None,
            )
    return None
