"""What a short name was introduced with: the full name before its initials, the office of a surname."""

from spacy.tokens import Span, Token

from pipeline.grammar.constituents import noun_phrase
from pipeline.offices import role
from pipeline.source_wording import before_clause
from pipeline.speakers import Memory

LONGEST = 6  # initials
NAMED = {"compound", "appos", "flat", "nmod"}  # a name beside an office, and its parts
NAME_REACH = 6  # words


def introduced(memory: Memory, name: Token) -> str | None:
    """Return the party of a person who was told of before with his office: "Ann Lee, mayor of Hilltown,
    walked in. "…", Ms Lee said", "the mayor of Hilltown, Ann Lee, walked in"."""
    for token in name.doc[: name.sent.start]:
        if token.text != name.text or token.pos_ != "PROPN":
            continue
        head, alone = token, True
        while head.dep_ in NAMED and abs(head.head.i - head.i) < NAME_REACH:
            of_place = head.head.dep_ == "pobj" and head.dep_ == "appos"  # "the mayor of Hilltown, Ann Lee"
            head, alone = head.head.head.head if of_place else head.head, False
        beside = [word for word in (head, *head.children) if word == head or word.dep_ in NAMED]
        office = any(role(word) == "office" for word in beside if word != token)
        if office and not (alone and len(beside) < 2):
            found = memory.named(before_clause(noun_phrase(head)))
            if len(found) == 1:
                return found[0].party
    return None


def in_full(source: Span) -> Span | None:
    """Return the name before it that initials stand for: "the Foreign Office (FO)" for "the FO"."""
    initials, doc = source.root, source.doc
    if not initials.text.isupper() or not 2 <= len(initials) <= LONGEST:
        return None
    for token in doc[1 : max(source.start - 1, 1)]:
        if token.text == initials.text and doc[token.i - 1].text == "(" and token.i > 1:
            name = doc[token.i - 2]
            while name.dep_ in {"compound", "pobj", "prep", "nmod", "poss"} and name.head.i < token.i:
                name = name.head
            return doc[name.left_edge.i : token.i - 1]
    return None
