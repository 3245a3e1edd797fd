"""What is said to have happened: the words that name a hostile act, or the breach or keeping of a truce.

A word names an act only beside certain others: "broke" with "the truce", "launched" with "a missile". What
must stand beside it is asked in `truce_acts`, `strikes`, `firing`, `harm` and `anaphoric_acts`; whether the
act is asserted at all in `reality`, and who did it in `agents`.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Span, Token

from pipeline.anaphoric_acts import began, did_it
from pipeline.firing import fired_guns, is_fire, moved_weapon, with_weapon
from pipeline.grammar.labels import VERBS
from pipeline.harm import fells, harms, has_effect, sets_alight, spares
from pipeline.negation import is_failed, is_negated
from pipeline.reading import Reading
from pipeline.reality import is_unreal
from pipeline.strikes import halts_attack, is_strike
from pipeline.truce_acts import about_truce, enforces, falls_silent, is_intrusion, keeps_truce, violates_truce

ActKind = Literal["attack", "breach", "keep"]


@dataclass(frozen=True)
class Act:
    """One word that names an act. `strong` is False where it does so only if somebody is seen to do it."""

    head: Token
    kind: ActKind
    negated: bool
    unreal: bool
    strong: bool
    rule: str


@dataclass(frozen=True)
class Rule:
    """One way in which words name an act: those of a class of the lexicon, where what stands beside them says
    so. `verbal`: only verbs do, or only others; `strong` as in `Act`."""

    name: str
    kind: ActKind
    words: str | None  # None: of any class
    holds: Callable[[Reading, Token], bool] | None = None
    verbal: bool | None = None
    strong: bool = True


RULES = (  # the most telling first
    Rule("breach", "breach", "breach", about_truce, verbal=True),
    Rule("violation", "breach", "violation", violates_truce),
    Rule("keep", "keep", "keep", keeps_truce, verbal=True),
    Rule("enforce", "keep", "enforce", enforces, verbal=True),
    Rule("holdfire", "keep", "holdfire"),
    Rule("halt", "keep", "halt", halts_attack, verbal=True),
    Rule("hush", "keep", "hush", falls_silent, verbal=True),
    Rule("spare", "keep", "effect", spares),
    Rule("attack", "attack", "attack", is_strike),
    Rule("suffer", "attack", "suffer"),
    Rule("launch", "attack", "launch", with_weapon),
    Rule("weaponfire", "attack", "weaponfire", is_fire, verbal=False, strong=False),
    Rule("clash", "attack", "clash", is_negated),
    Rule("kindle", "attack", "kindle", sets_alight, verbal=True, strong=False),
    Rule("harm", "attack", "harm", harms, strong=False),
    Rule("began", "attack", "start", began, verbal=True, strong=False),
    Rule("did", "attack", None, did_it, verbal=True, strong=False),
    Rule("intrude", "attack", "intrude", is_intrusion, verbal=True),
    Rule("effect", "attack", "effect", has_effect, verbal=True, strong=False),
    Rule("felled", "attack", "intercept", fells, verbal=True),
    Rule("sound", "attack", "sound", fired_guns, verbal=True, strong=False),
    Rule("move", "attack", "move", moved_weapon, verbal=True, strong=False),
)


def find_acts(reading: Reading, sentence: Span, cues: Collection[int] = ()) -> list[Act]:
    """Return the acts named in a sentence, in text order.

    `cues` are the words of the document that say or charge: what is said for some purpose was done.
    """
    words = (sentence.doc[i] for i in range(sentence.start, sentence.end) if i in reading.words["acts"])
    named = (act_of(reading, word, cues) for word in words if not is_compounded(word))
    found = [act for act in named if act is not None]
    halted = {inner.head.i for act in found if act.rule == "halt" for inner in inner_acts(act.head, found)}
    return [act for act in found if act.head.i not in halted]


def is_compounded(token: Token) -> bool:
    """Tell whether a participle is the second part of an adjective: "shoulder-launched"."""
    doc, before = token.doc, token.i - 1
    return (
        token.tag_ == "VBN"
        and before > 0
        and doc[before].text == "-"
        and not doc[before].whitespace_
        and not doc[before - 1].whitespace_
    )


def act_of(reading: Reading, token: Token, cues: Collection[int]) -> Act | None:
    """Return the act that a word names, by the first rule that holds; None if it names none."""
    classes = reading.classes("acts", token)
    verbal = token.pos_ in VERBS and token.dep_ != "prep"  # "following the truce"
    for rule in RULES:
        if (
            (rule.words is None or rule.words in classes)
            and (rule.verbal is None or rule.verbal == verbal)
            and (rule.holds is None or rule.holds(reading, token))
        ):
            negated = is_negated(reading, token) or (rule.kind == "keep" and is_failed(reading, token))
            return Act(token, rule.kind, negated, is_unreal(reading, token, cues), rule.strong, rule.name)
    return None


def inner_acts(head: Token, acts: list[Act]) -> list[Act]:
    """Return the acts within the subtree of a word that stops them, itself left out."""
    below = {token.i for token in head.subtree} - {head.i}
    return [act for act in acts if act.head.i in below]
