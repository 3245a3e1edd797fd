"""Tells from the words of a text alone, before it is parsed, where it speaks of fighting.

A word that names an act by itself tells ("shelled", "killed"), and so does one that may name one ("fired",
"left") beside a sign of fighting: an act, a weapon, a truce, the enemy. In a long text about a conflict of
ours it must stand near the name of a party; in any text about none, near two that fight each other, or, with
several signs of fighting, near one.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from pipeline.conflict import Conflict
from pipeline.lexicon import forms, read_lexicon

NEAR = 150  # words within which what is named together belongs together
BESIDE = 40  # words between one that may name an act and the sign of fighting that makes it one
SEVERAL = 3  # signs of fighting that make a stretch one about fighting
STEM = 3  # letters by which two words are told to be two and not the forms of one
SHORT = 400  # words: a text up to this length is read whole or not at all
WORD = re.compile(r"[^\W\d_]+")
# Classes of acts.toml that name an act by themselves; that make an act of something only beside another of
# its words; that are plain words of fighting; and that tell what somebody did to another without a weapon.
NAMING = frozenset({"attack", "suffer", "weaponfire", "holdfire", "violation"})
DEPENDENT = frozenset({"avert", "start", "perform", "unreal", "none", "general", "spare", "intercept"})
PLAIN = frozenset({"suffer", "weaponfire", "holdfire", "violation"})
DOING = frozenset({"effect"})
CHARGING = "accuses"  # kind of the statements in reporting.toml that lay an act to somebody
UNTELLING = {"usual", "person"}  # kinds of names that tell of no party by themselves

Rest = tuple[frozenset[str], ...]  # the words after the first of a phrase, each in its forms
Phrases = Mapping[str, Sequence[Rest]]  # by their first word
Told = Callable[[Mapping[str, Any]], bool]


def words_of_fighting(words: Sequence[str], conflict: Conflict) -> list[int]:
    """Return the places among the words of a text of those by which it may speak of fighting."""
    lower = Text(" ".join(words).lower().split())
    naming, others = set(found(lower, acts_by_themselves())), set(found(lower, other_acts()))
    if conflict.sides and len(words) <= SHORT:  # the title may name the parties
        return sorted(naming | others)
    if not naming and not others:
        return []
    signs = sorted(found(lower, signs_of_fighting()))
    beside_sign = near(sorted({*naming, *signs}), BESIDE)
    acts = naming | {place for place in others if beside_sign(place)}
    named = list(parties_named(words, conflict))
    near_party = near(sorted([*(place for place, _ in named), *found(lower, words_for_the_enemy())]))
    near_two = near_foes(named, conflict)
    if conflict.sides:
        doing = set(found(lower, words_of_doing())) - acts
        return sorted([*filter(near_party, acts), *filter(near_two, doing)])
    beside_act = near(sorted(naming), BESIDE)
    telling = {
        place
        for number, place in enumerate(signs)
        if near_party(place) and beside_act(place) and is_among_several(signs, number, lower.words)
    }
    return sorted(telling | set(filter(near_two, acts)))


def near(places: Sequence[int], reach: int = NEAR // 2) -> Callable[[int], bool]:
    """Return what tells whether a place is within so many words of one of some places, which are in order."""

    def is_near(place: int) -> bool:
        following = bisect_left(places, place - reach)
        return following < len(places) and places[following] <= place + reach

    return is_near


def is_among_several(places: Sequence[int], number: int, words: Sequence[str]) -> bool:
    """Tell whether one of the places stands near others that do not all hold the same word."""
    several = places[max(0, number - SEVERAL + 1) : number + SEVERAL]
    stretches = (several[n : n + SEVERAL] for n in range(len(several) - SEVERAL + 1))
    return any(s[-1] - s[0] <= NEAR and len({words[place][:STEM] for place in s}) > 1 for s in stretches)


def near_foes(named: Sequence[tuple[int, str]], conflict: Conflict) -> Callable[[int], bool]:
    """Return what tells whether two parties that fight each other are named near a place."""
    places = [place for place, _ in named]

    def is_near(place: int) -> bool:
        low, high = bisect_left(places, place - NEAR // 2), bisect_right(places, place + NEAR // 2)
        parties = {party for _, party in named[low:high]}
        return any(foe in parties for party in parties for foe in conflict.adversaries(party))

    return is_near


class Text:
    """The words of a text, with the places of those with which a phrase may begin."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words
        self.places: dict[str, list[int]] = {}
        known = first_words()
        for place in [place for place, word in enumerate(words) if word in known]:
            self.places.setdefault(words[place], []).append(place)


def found(text: Text, phrases: Phrases) -> Iterator[int]:
    """Yield where a phrase begins, in no order."""
    for first in text.places.keys() & phrases.keys():
        rests = phrases[first]
        for place in text.places[first]:
            for rest in rests:
                if not rest or stands_after(rest, text.words, place):
                    yield place
                    break


def stands_after(rest: Rest, words: Sequence[str], place: int) -> bool:
    """Tell whether the rest of a phrase follows on its first word at a place."""
    if place + len(rest) >= len(words):
        return False
    for allowed in rest:
        place += 1
        if words[place] not in allowed:
            return False
    return True


@cache
def first_words() -> frozenset[str]:
    """Return the words with which the phrases begin."""
    return frozenset().union(acts_by_themselves(), other_acts(), words_of_doing(), signs_of_fighting())


def parties_named(words: Sequence[str], conflict: Conflict) -> Iterator[tuple[int, str]]:
    """Yield where a party is named, with the party, the longest name at each place."""
    names = names_of(conflict)
    for place in [place for place, word in enumerate(words) if word in names]:
        for rest, party in names[words[place]]:
            if tuple(words[place + 1 : place + 1 + len(rest)]) == rest:
                yield place, party
                break


@cache
def names_of(conflict: Conflict) -> Mapping[str, Sequence[tuple[tuple[str, ...], str]]]:
    """Return the names of the parties by their first word, the longest first."""
    names: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name in conflict.names:
        if name.kind not in UNTELLING and name.text[0].isupper():
            first, *rest = WORD.findall(name.text)
            names.setdefault(first, []).append((tuple(rest), name.party))
    return {word: sorted(rests, key=lambda rest: -len(rest[0])) for word, rests in names.items()}


@cache
def words_for_the_enemy() -> Phrases:
    """Return the phrases that mean whoever fights the speaker."""
    return merged(phrases("offices", lambda data: data["role"] == "enemy"))


@cache
def acts_by_themselves() -> Phrases:
    """Return the phrases that name an act, or what it did to people, by themselves."""
    return merged(phrases("acts", lambda data: data["class"] in NAMING or "people" in data))


@cache
def other_acts() -> Phrases:
    """Return the other phrases that may name an act, and those that lay one to somebody."""
    return merged(
        phrases("acts", lambda data: data["class"] not in DEPENDENT),
        phrases("reporting", lambda data: data["kind"] == CHARGING),
    )


@cache
def words_of_doing() -> Phrases:
    """Return the phrases that tell what somebody did to another, with a weapon or not."""
    return merged(phrases("acts", lambda data: data["class"] in DOING))


@cache
def signs_of_fighting() -> Phrases:
    """Return the phrases that are signs of fighting, whatever they name."""
    return merged(
        phrases("weapons", lambda data: data["class"] in ("missile", "arm")),
        phrases("truces", lambda data: data.get("strength") != "weak"),
        phrases("offices", lambda data: data["role"] == "enemy"),
        phrases("acts", lambda data: data["class"] in PLAIN),
    )


def phrases(lexicon: str, told: Told) -> Iterator[tuple[str, Rest]]:
    """Yield the first word and the rest of each phrase of the entries of a lexicon that are asked for."""
    entries = read_lexicon(lexicon).entries
    civil = {form for one in entries.values() for word in one.data.get("civil", ()) for form in forms(word)}
    for label, steps in read_lexicon(lexicon).phrases.patterns:
        for form in sorted(steps[0][0]):
            first, *more = WORD.findall(form) or [""]
            if first and form not in civil and told(entries[label].data):
                begun = tuple(frozenset([word]) for word in more)
                choices = (
                    frozenset(WORD.findall(one)[0] for one in allowed if WORD.search(one))
                    for allowed, _ in steps[1:]
                )
                yield first, (*begun, *(choice for choice in choices if choice))


def merged(*found: Iterable[tuple[str, Rest]]) -> dict[str, list[Rest]]:
    """Return phrases by their first word."""
    by_first: dict[str, list[Rest]] = {}
    for first, rest in (one for some in found for one in some):
        by_first.setdefault(first, []).append(rest)
    return by_first
