"""Whether two speakers of a party are one body: an air force and a president are two, a president and his
name one."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import combinations

from rapidfuzz import fuzz

from pipeline.conflict import load_conflict
from pipeline.disputes.records import Statement
from pipeline.lexicon import read_lexicon
from pipeline.place_names import loosen, pieces
from pipeline.records import Claim

SPELLING = 80  # of 100, from which two names are spellings of one
OF_STATES = {"state", "demonym", "capital"}  # kinds of names
OF_GROUPS = {"group", "polity"}
SHORT = 4  # letters; a shorter word must be the same
WORD = re.compile(r"[^\W\d_]+")
Body = tuple[str, frozenset[str]]
"""A party, and the words that tell one of its bodies."""


@cache
def words_for(kind: str) -> frozenset[str]:
    """Return the words of a kind by which speakers are told apart, or are not."""
    entries = read_lexicon("events").entries.values()
    return frozenset(word for one in entries if one.data["kind"] == kind for word in one.words)


@cache
def names_of_bodies() -> Mapping[str, str]:
    """Return the words that name one and the same body of a party, and what it is called here."""
    entries = read_lexicon("events").entries.values()
    return {word: one.id for one in entries if one.data["kind"] == "body" for word in one.words}


@cache
def names_of_parties(conflict: str) -> frozenset[str]:
    """Return the words that name a party as such: its state, its people, its capital."""
    known = load_conflict(conflict)
    found = [*known.parties, *(name.text for name in known.names if name.kind in OF_STATES)]
    groups = [name.text for name in known.names if name.kind in OF_GROUPS and len(pieces(name.text)) == 1]
    words = {word for text in (*found, *groups) for word in pieces(text)}
    return frozenset(words | {word.removesuffix("s") for word in words}) - names_of_bodies().keys()


@cache
def powers(conflict: str) -> frozenset[str]:
    """Return the parties that are states or hold land, so that they have bodies of their own; an agency is
    one."""
    return frozenset(n.party for n in load_conflict(conflict).names if n.kind in {"state", *OF_GROUPS})


def names_body(answer: Statement, other: Statement) -> bool:
    """Return whether an answer names who made another claim: "in reply to the Defence Ministry"."""
    words, said = told_by(other.speaker, other.conflict), answer.claim.sentence
    said = said.replace(answer.speaker, " ") if answer.speaker else said
    return bool(words) and words <= told_by(said, answer.conflict)


@cache
def states(conflict: str) -> Mapping[str, str]:
    """Return whose each name of a state is, of those that are one word."""
    return {n.text: n.party for n in load_conflict(conflict).names if n.kind == "state" and n.text.isalpha()}


def names_state(statement: Statement) -> bool:
    """Return whether a claim's sentence names a state that neither makes it nor is accused by it."""
    known, own = states(statement.conflict), (statement.claim.claimant, statement.claim.accused)
    return any(known.get(word, own[0]) not in own for word in WORD.findall(statement.claim.sentence))


def words_of_body(statement: Statement) -> frozenset[str]:
    """Return the words that tell which body makes a claim; who is on no side is one body, however it is
    named."""
    claim = statement.claim
    if claim.claimant not in powers(statement.conflict):
        return frozenset({claim.claimant})
    return told_by(statement.speaker, statement.conflict)


@lru_cache(maxsize=10_000)
def told_by(speaker: str, conflict: str) -> frozenset[str]:
    """Return the words of a speaker's name that tell which body of its party speaks; none for "officials"."""
    left, one_body = names_of_parties(conflict) | words_for("speaker"), names_of_bodies()
    return frozenset(
        one_body.get(word) or loosen(word)
        for word in pieces(speaker)
        if word.isalpha() and len(word) > 1 and word not in left
    )


def bodies(statements: Sequence[Statement]) -> list[int | None]:
    """Return the number of the body that makes each claim, None if no claim of its sort names one.

    A claim that names only the party ("Norland said") is taken for that of the body that makes the first
    such claim of the nearest report before it that names one, else of the first after it: what a report
    leads with is what goes round.
    """
    keys = [(one.claim.claimant, words_of_body(one)) for one in statements]
    numbers, doubtful = numbered(key for key in keys if key[1])
    report_of = [one.key[0] for one in statements]
    found: list[int | None] = []
    leads: dict[
        tuple[str, str], list[tuple[int, int]]
    ] = {}  # who makes the first claim of a sort in a report
    latest: dict[tuple[str, str, Body], int] = {}  # of names that may be those of two
    for position, (one, key) in enumerate(zip(statements, keys, strict=True)):
        sort, number = (key[0], one.claim.stance), numbers.get(key)
        if key in doubtful:
            number = latest.setdefault((*sort, key), numbers[key])
        elif number is not None:
            latest |= {(*sort, name): number for name in doubtful if alike(name, key)}
        if number is not None and (sort not in leads or report_of[leads[sort][-1][0]] != one.key[0]):
            leads.setdefault(sort, []).append((position, number))
        found.append(number)
    for position, (one, number) in enumerate(zip(statements, found, strict=True)):
        named = leads.get((one.claim.claimant, one.claim.stance))
        if number is None and named:
            found[position] = named[max(0, bisect_left(named, (position, 0)) - 1)][1]
    return found


def numbered(named: Iterable[Body]) -> tuple[Mapping[Body, int], Collection[Body]]:
    """Return a number for each name of a body, and the names that may be those of two.

    Speakers that share a word of their names are one body of their party, so that "the Palace" and its
    spokesman are where one report calls him that.
    """
    groups = {key: number for number, key in enumerate(dict.fromkeys(named))}
    doubtful = {key for key in groups if names_several(key, groups)}
    parent = list(range(len(groups)))

    def find(number: int) -> int:
        while parent[number] != number:
            number = parent[number]
        return number

    for (key, first), (other, second) in combinations(groups.items(), 2):
        if doubtful.isdisjoint((key, other)) and alike(key, other):
            low, high = sorted((find(first), find(second)))
            parent[high] = low
    return {key: find(number) for key, number in groups.items()}, doubtful


def alike(one: Body, other: Body) -> bool:
    """Return whether two names may be of one body."""
    return one[0] == other[0] and akin(one[1], other[1])


def names_several(key: Body, groups: Iterable[Body]) -> bool:
    """Return whether a name may be that of two bodies of its party: "the ministry" where two ministries
    speak."""
    claimant, words = key
    kin = [other for party, other in groups if party == claimant and words < other]
    return any(not akin(one, other) for one, other in combinations(kin, 2))


def speakers(claims: Iterable[Claim], conflict: str) -> Iterator[str]:
    """Yield who makes each claim of a report; for a pronoun or an office, who spoke before for the same
    party."""
    last: dict[str, str] = {}
    for claim in claims:
        speaker = claim.speaker or ""
        words = told_by(speaker, conflict)
        if words:
            before, own = last.get(claim.claimant), words & set(names_of_bodies().values())
            if before and not own and words_for("belonging") & set(pieces(speaker)[:1]):
                speaker = f"{before}, {speaker}"  # "its spokesman" is of the body before, "its army" is one
            last[claim.claimant] = speaker
        elif (names_of_parties(conflict) | words_for("another")).isdisjoint(pieces(speaker)):
            speaker = last.get(claim.claimant, speaker)
        yield speaker


def akin(a: frozenset[str], b: frozenset[str]) -> bool:
    """Return whether two speakers' words are of one name: one's are among the other's, or two are shared."""
    shared = {word for word in a for other in b if spelled_alike(word, other)}
    return len(shared) >= min(len(a), len(b), 2)


def spelled_alike(a: str, b: str) -> bool:
    """Return whether two words are one, or spellings of one name."""
    return a == b or (min(len(a), len(b)) > SHORT and fuzz.ratio(a, b) >= SPELLING)
