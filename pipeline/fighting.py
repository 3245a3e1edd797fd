"""Tells from the words of a text alone, before it is parsed, where it speaks of fighting.

In a text about a conflict of ours a word that names an act or lays one to somebody may, in a long text near
the name of a party to it; in any other text such a word near the names of two parties that fight, or several
words of weapons, truces and fire.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from pipeline.conflict import Conflict
from pipeline.lexicon import read_lexicon

NEAR = 150  # words within which what is named together belongs together
SEVERAL = 3  # words of fighting that make a stretch one about fighting, whoever is named
STEM = 3  # letters by which two words are told to be two and not the forms of one
SHORT = 400  # words: a text up to this length is read whole or not at all
WORD = re.compile(r"[^\W\d_]+")
# Classes of acts.toml that make an act of something only beside another of its words, and those that are
# plain words of fighting.
DEPENDENT = frozenset({"avert", "start", "perform", "unreal", "none", "general", "spare", "intercept"})
PLAIN = frozenset({"suffer", "weaponfire", "holdfire", "violation"})
CHARGING = "accuses"  # kind of the statements in reporting.toml that lay an act to somebody
UNTELLING = {"usual", "person"}  # kinds of names that tell of no party by themselves

Rest = tuple[frozenset[str], ...]  # the words after the first of a phrase, each in its forms
Told = Callable[[Mapping[str, Any]], bool]


def words_of_fighting(words: Sequence[str], conflict: Conflict) -> Iterator[int]:
    """Yield the places among the words of a text of those by which it may speak of fighting."""
    lower = [word.lower() for word in words]
    acts = found(lower, phrases_of_fighting(acts=True))
    if conflict.sides:
        near = anywhere if len(words) <= SHORT else near_party(lower, words, conflict)
        yield from filter(near, acts)
        return
    plain = list(found(lower, phrases_of_fighting(acts=False)))
    telling = {place for number, place in enumerate(plain) if is_among_several(plain, number, lower)}
    near = near_foes(parties_named(words, conflict), conflict)
    telling |= {place for place in {*plain, *acts} - telling if near(place)}
    yield from sorted(telling)


def is_among_several(places: Sequence[int], number: int, words: Sequence[str]) -> bool:
    """Tell whether one of the places stands near others that do not all hold the same word."""
    several = places[max(0, number - SEVERAL + 1) : number + SEVERAL]
    stretches = (several[n : n + SEVERAL] for n in range(len(several) - SEVERAL + 1))
    return any(s[-1] - s[0] <= NEAR and len({words[place][:STEM] for place in s}) > 1 for s in stretches)


def anywhere(place: int) -> bool:
    """Tell of any place that it will do: the title may name the parties of a short text."""
    return True


def near_party(lower: Sequence[str], words: Sequence[str], conflict: Conflict) -> Callable[[int], bool]:
    """Return what tells whether a party to the conflict, or the enemy, is named near a place."""
    own = (place for place, party in parties_named(words, conflict) if party in conflict.own)
    places = sorted([*own, *found(lower, words_for_the_enemy())])

    def near(place: int) -> bool:
        following = bisect_left(places, place - NEAR // 2)
        return following < len(places) and places[following] <= place + NEAR // 2

    return near


def near_foes(names: Iterator[tuple[int, str]], conflict: Conflict) -> Callable[[int], bool]:
    """Return what tells whether two parties that fight each other are named near a place."""
    named = list(names)
    places = [place for place, _ in named]

    def near(place: int) -> bool:
        low, high = bisect_left(places, place - NEAR // 2), bisect_right(places, place + NEAR // 2)
        parties = {party for _, party in named[low:high]}
        return any(foe in parties for party in parties for foe in conflict.adversaries(party))

    return near


def found(words: Sequence[str], phrases: Mapping[str, Sequence[Rest]]) -> Iterator[int]:
    """Yield where a phrase begins."""
    for place, word in enumerate(words):
        if word not in phrases:
            continue
        for rest in phrases[word]:
            after = words[place + 1 : place + 1 + len(rest)]
            if len(after) == len(rest) and all(a in forms for a, forms in zip(after, rest, strict=True)):
                yield place
                break


def parties_named(words: Sequence[str], conflict: Conflict) -> Iterator[tuple[int, str]]:
    """Yield where a party is named, with the party, the longest name at each place."""
    names = names_of(conflict)
    for place, word in enumerate(words):
        if word not in names:
            continue
        for rest, party in names[word]:
            if tuple(words[place + 1 : place + 1 + len(rest)]) == rest:
                yield place, party
                break


@cache
def names_of(conflict: Conflict) -> Mapping[str, Sequence[tuple[tuple[str, ...], str]]]:
    """Return the names of the parties that fight, by their first word, the longest first."""
    fighting = {party for pair in conflict.fights for party in pair}
    names: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name in conflict.names:
        if name.party in fighting and name.kind not in UNTELLING and name.text[0].isupper():
            first, *rest = WORD.findall(name.text)
            names.setdefault(first, []).append((tuple(rest), name.party))
    return {word: sorted(rests, key=lambda rest: -len(rest[0])) for word, rests in names.items()}


@cache
def words_for_the_enemy() -> Mapping[str, Sequence[Rest]]:
    """Return the phrases that mean whoever fights the speaker by their first word."""
    return merged(phrases("offices", lambda data: data["role"] == "enemy"))


@cache
def phrases_of_fighting(acts: bool) -> Mapping[str, Sequence[Rest]]:
    """Return the phrases that tell of fighting by their first word; `acts`: all that name an act instead."""
    if acts:
        return merged(
            phrases("acts", lambda data: data["class"] not in DEPENDENT),
            phrases("reporting", lambda data: data["kind"] == CHARGING),
        )
    return merged(
        phrases("weapons", lambda data: data["class"] in ("missile", "arm")),
        phrases("truces", lambda data: data.get("strength") != "weak"),
        phrases("offices", lambda data: data["role"] == "enemy"),
        phrases("acts", lambda data: data["class"] in PLAIN),
    )


def phrases(lexicon: str, told: Told) -> Iterator[tuple[str, Rest]]:
    """Yield the first word and the rest of each phrase of the entries of a lexicon that are asked for."""
    entries = read_lexicon(lexicon).entries
    for form, found in read_lexicon(lexicon).phrases.by_form.items():
        first, *more = WORD.findall(form) or [""]
        for label, steps in found:
            if first and told(entries[label].data):
                begun = tuple(frozenset([word]) for word in more)
                choices = (
                    frozenset(WORD.findall(one)[0] for one in forms if WORD.search(one))
                    for forms, _ in steps[1:]
                )
                yield first, (*begun, *(choice for choice in choices if choice))


def merged(*found: Iterable[tuple[str, Rest]]) -> dict[str, list[Rest]]:
    """Return phrases by their first word."""
    by_first: dict[str, list[Rest]] = {}
    for first, rest in (one for some in found for one in some):
        by_first.setdefault(first, []).append(rest)
    return by_first
