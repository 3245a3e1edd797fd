"""Whether two speakers of a party are one body: an air force and a president are two, a president and his
name one."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
def plain_words() -> frozenset[str]:
    """Return the words of a speaker's name that tell no body from another."""
    entries = read_lexicon("events").entries.values()
    return frozenset(word for one in entries if one.data["kind"] == "speaker" for word in one.words)


@cache
def belonging() -> frozenset[str]:
    """Return the words with which a speaker is said to be of the body named before."""
    entries = read_lexicon("events").entries.values()
    return frozenset(word for one in entries if one.data["kind"] == "belonging" for word in one.words)


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
    left, one_body = names_of_parties(conflict) | plain_words(), names_of_bodies()
    return frozenset(
        one_body.get(word) or loosen(word)
        for word in pieces(speaker)
        if word.isalpha() and len(word) > 1 and word not in left
    )


def bodies(statements: Sequence[Statement]) -> list[int | None]:
    """Return the number of the body that makes each claim, None if no claim of its sort names one.

    A claim that names only the party ("Norland said") is taken for that of the body that makes the first
    such claim of the nearest report that names one: what a report leads with is what goes round.

    Speakers that share a word of their names are one body of their party, so that "the Palace" and its
    spokesman are where one report calls him that.
    """
    told = [words_of_body(one) for one in statements]
    groups: dict[Body, int] = {}
    for one, words in zip(statements, told, strict=True):
        if words:
            groups.setdefault((one.claim.claimant, words), len(groups))
    parent = list(range(len(groups)))

    def find(number: int) -> int:
        while parent[number] != number:
            number = parent[number]
        return number

    doubtful = {key for key in groups if names_several(key, groups)}
    for (one_key, first), (other_key, second) in combinations(groups.items(), 2):
        sure = doubtful.isdisjoint((one_key, other_key))
        if sure and one_key[0] == other_key[0] and akin(one_key[1], other_key[1]):
            low, high = sorted((find(first), find(second)))
            parent[high] = low
    found: list[int | None] = []
    leading: dict[tuple[str, ...], tuple[str, int]] = {}  # a report, and who makes its first such claim
    latest: dict[tuple[str, ...], int] = {}  # of names that may be those of two
    for one, words in zip(statements, told, strict=True):
        sort: tuple[str, ...] = (one.claim.claimant, one.claim.stance)
        if words and (one.claim.claimant, words) in doubtful:
            number = groups[one.claim.claimant, words]
            found.append(latest.setdefault((*sort, *sorted(words)), number))
        elif words:
            number = find(groups[one.claim.claimant, words])
            found.append(number)
            if sort not in leading or leading[sort][0] != one.key[0]:
                leading[sort] = one.key[0], number
            latest |= {
                (*sort, *sorted(name)): number
                for party, name in doubtful
                if party == one.claim.claimant and akin(name, words)
            }
        else:
            found.append(leading[sort][1] if sort in leading else None)
    return found


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
        if told_by(speaker, conflict):
            if claim.claimant in last and not belonging().isdisjoint(pieces(speaker)[:1]):
                speaker = f"{last[claim.claimant]}, {speaker}"  # "its spokesman" is of the body before
            last[claim.claimant] = speaker
        elif names_of_parties(conflict).isdisjoint(pieces(speaker)):
            speaker = last.get(claim.claimant, speaker)
        yield speaker


def akin(a: frozenset[str], b: frozenset[str]) -> bool:
    """Return whether two speakers' words are of one name: one's are among the other's, or two are shared."""
    shared = {word for word in a for other in b if spelled_alike(word, other)}
    return len(shared) >= min(len(a), len(b), 2)


def spelled_alike(a: str, b: str) -> bool:
    """Return whether two words are one, or spellings of one name."""
    return a == b or (min(len(a), len(b)) > SHORT and fuzz.ratio(a, b) >= SPELLING)
