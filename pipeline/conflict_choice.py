"""Finds the conflict that a text speaks of, by the names and words in it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from pipeline.conflict_files import COMMON_KINDS, read_countries, read_toml, strings_of
from pipeline.party_files import FOLDER, WORLD, conflict_names, read_names, read_parties

LONGEST = 4  # words of the longest name that is looked for
ENOUGH = 3  # names of one side that tell of its conflict where the other is not named
CLEARLY = 2  # times as often as any state of no conflict that one side must be named then
WORD = re.compile(r"\w+(?:['’.-]\w+)*")
POSSESSIVE = ("'s", "’s")


@cache
def telling() -> Mapping[str, Mapping[str, str]]:
    """Return for each name and word the conflicts that it tells of, with the side that it names, "" for none.

    The names of states that fight in no conflict of ours tell of "world".
    """
    found: dict[str, dict[str, str]] = {}
    own = {name: read_parties(FOLDER / name) for name in conflict_names() if name != WORLD}
    for conflict, parties in own.items():
        for name in read_names(FOLDER / conflict, COMMON_KINDS):
            if parties[name.party].side and name.alone:
                found.setdefault(key(name.text), {})[conflict] = parties[name.party].side or ""
        for word in strings_of(read_toml(FOLDER / conflict / "conflict.toml"), "marks", conflict):
            found.setdefault(key(word), {})[conflict] = ""
    for row in read_countries(FOLDER / WORLD):
        texts = [text for kind in ("state", "capital", "demonym") for text in row[kind].split("|") if text]
        fighting = {name: party.side for name, parties in own.items() if (party := parties.get(row["name"]))}
        for text in texts:
            entry = found.setdefault(key(text), {} if any(fighting.values()) else {WORLD: row["name"]})
            for conflict, side in fighting.items():
                if side:
                    entry.setdefault(conflict, side)
    return found


@cache
def first_words() -> Mapping[str, int]:
    """Return the words with which names that tell of a conflict begin, and how many the longest name has."""
    found: dict[str, int] = {}
    for name in telling():
        first, *rest = name.split(" ")
        found[first] = min(LONGEST, max(found.get(first, 0), 1 + len(rest)))
    return found


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case, without possessive endings."""
    return [word[:-2] if word.endswith(POSSESSIVE) else word for word in WORD.findall(text.lower())]


def key(name: str) -> str:
    """Return a name as it is looked up."""
    return " ".join(words_of(name))


def hits(text: str) -> Iterator[Mapping[str, str]]:
    """Yield what each name in a text tells, the longest at each place."""
    words, known, begun = words_of(text), telling(), first_words()
    after = 0
    for start in [place for place, word in enumerate(words) if word in begun]:
        for length in range(begun[words[start]] if start >= after else 0, 0, -1):
            found = known.get(" ".join(words[start : start + length]))
            if found:
                yield found
                after = start + length
                break


@lru_cache(maxsize=64)  # what parses texts together asks first, what finds the claims afterwards
def conflict_of(text: str) -> str:
    """Return the conflict whose names and words the text uses most, "world" if it fits none.

    Either both sides of it are named, or one of them and words that tell of the conflict, or one so often
    that no other conflict comes into question.
    """
    counts: dict[str, Counter[str]] = {}
    for found in hits(text):
        for conflict, side in found.items():
            counts.setdefault(conflict, Counter())[side] += 1
    elsewhere = max(counts.pop(WORLD, Counter()).values(), default=0)
    scores: dict[str, int] = {}
    for conflict, sides in counts.items():
        words = sides.pop("", 0)
        named = [*sorted(sides.values(), reverse=True), 0, 0]
        if named[1] or (named[0] and words):
            scores[conflict] = 2 * named[1] + words
        elif len(counts) == 1 and named[0] >= ENOUGH and named[0] > CLEARLY * elsewhere:
            scores[conflict] = 1
    best = max(scores.values(), default=0)
    return min((name for name in scores if scores[name] == best), default=WORLD)
