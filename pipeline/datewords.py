"""Finds the time expressions of a sentence, and the words on which they hang."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from spacy.tokens import Span, Token

from pipeline.model_caches import remembered
from pipeline.phrases import phrase_table
from pipeline.reckoning import Now
from pipeline.timegrammar import RULES, codes_of, rewrite
from pipeline.timewords import Days, Item, items_of


@dataclass(frozen=True)
class DateMention:
    """A time expression: token indices of the document, and the days that it means, both None if it has
    none.

    `kind`: "day", "days", "weekday", "same" ("that day"), "later" ("an hour later"), "coarse" (month, year),
    "window", "span", "since", "until", "earlier" ("a day earlier"), "following" ("the next day"), "period"
    ("in that period").
    """

    start: int
    end: int
    date_from: date | None
    date_to: date | None
    kind: str = "day"


def date_mentions(sentence: Span, anchor: date | None) -> list[DateMention]:
    """Return the time expressions of a sentence in text order, counted from `anchor`, the day on which it
    was said.
    """
    return list(read_mentions(sentence, anchor))


LONGEST = 600  # words: nothing so long is a sentence of prose, and its parse tells nothing


@remembered(16)  # each act of a sentence asks anew
def read_mentions(sentence: Span, anchor: date | None) -> tuple[DateMention, ...]:
    """Read the time expressions of a sentence by the rules of the grammar, one after the other."""
    items = list(items_of(sentence))
    years = {item.value for item in items if item.code == "Y"}
    now = Now(anchor, years.pop() if len(years) == 1 else None, sentence.doc)
    codes = codes_of(items)
    for rule in RULES:
        if rule[0].search(codes):
            items = rewrite(items, rule, now)
            codes = codes_of(items)
    return tuple(with_that_day(item for item in items if item.code == "D"))


def with_that_day(items: Iterable[Item]) -> Iterator[DateMention]:
    """Yield the dates as mentions, "that day" being the day named before it."""
    named: Days | None = None
    for item in items:
        days: Days = item.value
        if days.kind in {"same", "later"} and named is not None:
            days = named
        elif days.kind in {"day", "weekday"} and days.start is not None:
            named = days
        yield DateMention(item.start, item.end, days.start, days.end, days.kind)


@cache
def coded(codes: str) -> frozenset[str]:
    """Return the single words of time.toml with one of the codes."""
    table, _ = phrase_table("time")
    return frozenset(
        key[0] for key, phrase in table.items() if len(key) == 1 and phrase.entry.data["code"] in codes
    )


@cache
def dated(role: str) -> frozenset[str]:
    """Return the single words of dated.toml with a role, in all their forms."""
    table, _ = phrase_table("dated", inflected=True)
    return frozenset(
        key[0] for key, phrase in table.items() if len(key) == 1 and phrase.entry.data["role"] == role
    )


def root_of(mention: DateMention, token: Token) -> Token:
    """Return the head word of a mention, in the document of a token."""
    root: Token = token.doc[mention.start : mention.end].root
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
