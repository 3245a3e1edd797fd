"""Finds when an alleged act is said to have happened, and keeps it apart from the day on which somebody said so.

Words become days in `timegrammar`; here the parse decides whose days they are. A date belongs to the act if it hangs on
the act or on what governs it; to the saying if it hangs on the cue, stands next to it, or dates a statement; to
neither if it dates something else ("the truce of 18 March").
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from spacy.tokens import Span, Token

from pipeline.phrases import phrase_table, plain
from pipeline.timegrammar import RULES, Now, rewrite
from pipeline.timewords import Days, Item, items_of

NAMED = {"day", "days", "weekday", "coarse", "same"}
PLAIN_VERBS = {"VERB", "AUX"}
DATELINE = (
    9  # how many words into a sentence a dateline's date may stand: "KYIV, Ukraine, March 19 (Agency) -"
)


@dataclass(frozen=True)
class DateMention:
    """A time expression: token indices of the document, and the days that it means, both None if it has none.

    `kind`: "day", "days", "weekday", "same" ("that day"), "coarse" (month, year), "window", "span", "since", "until".
    """

    start: int
    end: int
    date_from: date | None
    date_to: date | None
    kind: str = "day"


def date_mentions(sentence: Span, anchor: date | None) -> list[DateMention]:
    """Return the time expressions of a sentence in text order, counted from `anchor`, the day on which it was said."""
    items = items_of(sentence)
    years = {item.value for item in items if item.code == "Y"}
    now = Now(anchor, years.pop() if len(years) == 1 else None, sentence.doc)
    for rule in RULES:
        items = rewrite(items, rule, now)
    return list(with_that_day(item for item in items if item.code == "D"))


def with_that_day(items: Iterator[Item]) -> Iterator[DateMention]:
    """Yield the dates as mentions, "that day" being the day named before it."""
    named: Days | None = None
    for item in items:
        days: Days = item.value
        if days.kind == "same" and named is not None:
            days = named
        elif days.kind in {"day", "weekday"} and days.start is not None:
            named = days
        yield DateMention(item.start, item.end, days.start, days.end, days.kind)


def statement_day(sentence: Span, cue: Token | None, anchor: date | None) -> date | None:
    """Return the day of saying if the sentence gives it ("said on Friday", a dateline), else None."""
    for mention in date_mentions(sentence, anchor):
        if mention.date_from is None or mention.date_from != mention.date_to:
            continue
        if of_saying(mention, cue, None) or is_dateline(mention, sentence):
            return mention.date_from
    return None


def act_dates(sentence: Span, act: Token, cue: Token | None, anchor: date | None) -> DateMention | None:
    """Return when the act headed by the token `act` is said to have happened, or None if the sentence does not say.

    `cue` is the word by which somebody says it, None where the statement only goes on. `anchor` is the day from which
    relative words count where the sentence gives no day of saying: that of the statement, if an earlier sentence
    gave it, else the publication's. Never the day of saying itself.
    """
    day = statement_day(sentence, cue, anchor) or anchor
    mentions = date_mentions(sentence, day)
    ranked: list[tuple[int, int, DateMention]] = []
    for mention in mentions:
        if mention.date_from is None or mention.kind == "until" or is_dateline(mention, sentence):
            continue
        if of_saying(mention, cue, act):
            continue
        mention = since_clause(mention, sentence, day)
        rank = closeness(mention, act, cue)
        if rank is not None:
            ranked.append((rank, abs(governed(mention, act) - act.i), mention))
    if not ranked:
        return None
    found = min(ranked, key=lambda each: each[:2])[2]
    return up_to(found, mentions)


def up_to(found: DateMention, mentions: list[DateMention]) -> DateMention:
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


@cache
def words_of(code: str = "", role: str = "") -> frozenset[str]:
    """Return the single words of time.toml with a code or a role."""
    table, _ = phrase_table("time")
    return frozenset(
        key[0]
        for key, phrase in table.items()
        if len(key) == 1
        and (phrase.entry.data["code"] in code if code else phrase.entry.data.get("role") == role)
    )


def root_of(mention: DateMention, sentence_doc: Token) -> Token:
    """Return the head word of a mention."""
    root: Token = sentence_doc.doc[mention.start : mention.end].root
    return root


def governor(mention: DateMention, token: Token) -> Token:
    """Return the word that a mention dates: what its head hangs on, past prepositions."""
    here = root_of(mention, token)
    while here.head != here and (
        here.head.dep_ in {"prep", "agent"} or mention.start <= here.head.i < mention.end
    ):
        here = here.head
    return here.head


def leads(mention: DateMention, token: Token) -> list[Token]:
    """Return the prepositions between a mention and the word that it dates."""
    here, found = root_of(mention, token), []
    while here.head != here and here.head.dep_ in {"prep", "agent"}:
        here = here.head
        if not mention.start <= here.i < mention.end:
            found.append(here)
    return found


def is_window(mention: DateMention) -> bool:
    """Return whether the words mean a stretch of time in which acts are counted, and so no day of saying."""
    return mention.kind in {"since", "span"} or (
        mention.kind == "window" and mention.date_from != mention.date_to
    )


def of_saying(mention: DateMention, cue: Token | None, act: Token | None) -> bool:
    """Return whether a mention is the day of saying."""
    if cue is None:
        return False
    doc = cue.doc
    if beside(mention, cue):
        return True
    if is_window(mention):
        return False
    head = governor(mention, cue)
    if head != act and head.pos_ == "NOUN" and plain(head.lemma_) in words_of(role="saying"):
        return True
    if act is not None and (
        interposed(mention, cue, act)
        or (
            cue.i < act.i < mention.start
            and not any(token.text == "," for token in doc[act.i : mention.start])
        )
    ):
        return False
    return head == cue or (
        act is not None
        and head != act
        and act not in head.ancestors
        and head.lemma_ in words_of(role="saying")
    )


def beside(mention: DateMention, cue: Token) -> bool:
    """Return whether a mention stands next to the cue, with no more than a preposition or a pronoun between."""
    doc = cue.doc
    if mention.end <= cue.i:
        between = doc[mention.end : cue.i]
        return all(token.pos_ in {"AUX", "ADV", "PART"} for token in between)
    between = doc[cue.i + 1 : mention.start]
    return all(token.pos_ in {"ADP", "ADV"} or token.dep_ == "prt" for token in between)


def interposed(mention: DateMention, cue: Token, act: Token) -> bool:
    """Return whether the cue is put into the statement after its date: "Before dawn, he said, they attacked"."""
    if not mention.end <= cue.i < act.i:
        return False
    doc = cue.doc
    commas = [token.i for token in doc[mention.end : act.i] if token.text == ","]
    if not commas or commas[0] != mention.end:
        return False
    after = [comma for comma in commas if comma > cue.i]
    return (
        bool(after)
        and doc[after[0] - 1].pos_ != "SCONJ"
        and not any(token.dep_ == "mark" and token.head.dep_ == "ccomp" for token in doc[cue.i : after[0]])
    )


def is_dateline(mention: DateMention, sentence: Span) -> bool:
    """Return whether a mention is that of a dateline: "MOSCOW, March 19 - ", "KYIV, March 19 (Agency) -"."""
    if mention.start - sentence.start > DATELINE or not any(
        token.is_upper and len(token) > 2 for token in sentence[:2]
    ):
        return False
    following = sentence.doc[mention.end : mention.end + 5]
    return len(following) > 0 and (following[0].text in {"-", "–", "—", "--", "(", ".—"})


def since_clause(mention: DateMention, sentence: Span, day: date | None) -> DateMention:
    """Let a date inside a since-clause begin a stretch: "since it began on May 8"."""
    if (
        mention.kind not in {*NAMED, "window"}
        or mention.date_from is None
        or day is None
        or mention.date_from > day
    ):
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
        if plain(here.text) in words_of("s"):
            return here
        if here.pos_ in PLAIN_VERBS:
            return next(
                (
                    child
                    for child in here.children
                    if plain(child.text) in words_of("s")
                    and child.dep_ in {"mark", "prep", "advmod"}
                    and child.i < mention.start
                ),
                None,
            )
    return None


def closeness(mention: DateMention, act: Token, cue: Token | None) -> int | None:
    """Return how closely a mention hangs on the act: 0 on it, 1 on what governs it, more for looser ties; None: not."""
    if mention.kind == "since" and plain(act.doc[mention.start].text) in words_of("s"):
        head = act.doc[mention.start]
        head = head.head if head.dep_ == "prep" else head.head.head
    else:
        head = governor(mention, act)
        if any(plain(token.text) in words_of("Bl") for token in leads(mention, act)):
            return None
    if cue is not None and interposed(mention, cue, act):
        return 1
    above = [act, *act.ancestors]
    rank, here = 0, head
    while here not in above:
        if dates_another(here, mention, act):
            return None
        rank = max(rank, 2 if here.dep_ == "conj" else 0)
        if here.head == here:
            return 5
        if here.dep_ == "relcl" or (here.dep_ in {"advcl", "ccomp"} and here.pos_ in PLAIN_VERBS):
            if not (
                here.dep_ == "advcl" and any(plain(c.text) in words_of(role="while") for c in here.children)
            ):
                return None
            rank = 2
        here = here.head
    for token in above[: above.index(here)]:
        if token.dep_ == "conj":
            rank = max(rank, 2)
        elif token.dep_ in {"relcl", "acl", "advcl", "appos", "parataxis"} or (
            token.dep_ == "ccomp" and token.head != cue
        ):
            rank = max(rank, 3)
        elif token.dep_ == "ccomp":
            rank = max(rank, 4)
        else:
            rank = max(rank, 1)
    if here == act and head != act and rank == 0:
        rank = 0
    return rank


def dates_another(noun: Token, mention: DateMention, act: Token) -> bool:
    """Return whether a mention dates an event that is not the act: "the truce of 18 March", "the talks on Monday"."""
    if noun == act or noun.pos_ not in {"NOUN", "PROPN"} or plain(noun.lemma_) not in words_of(role="event"):
        return False
    led = leads(mention, act)
    return noun.dep_ not in {"dobj", "nsubjpass"} or not led or plain(led[0].text) not in words_of("i")
