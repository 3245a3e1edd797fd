"""The words that tell one act from another where no list of places or targets has them: names, and rare
words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from lemminflect import getLemma

from pipeline.conflict import Conflict, load_conflict
from pipeline.language import load_model
from pipeline.lexicon import read_lexicon
from pipeline.numerals import numerals
from pipeline.place_names import fold, loosen

WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
FEW = 5  # a smaller figure tells little
STRETCH = 3  # words after a number in which a month makes it a day: "10 and 20 October"
YEARS = range(1900, 2100)
SHORT = 4  # letters; shorter words tell little
MOST = 20_000  # words that something is remembered of
STOPS = '.!?:“"‘'  # after these a capital letter marks no name


@dataclass(frozen=True)
class Terms:
    """The telling words of a text: `names` have a capital letter, `words` are base forms; `weapons` are
    kinds."""

    names: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    weapons: frozenset[str] = frozenset()


@cache
def plain_words() -> frozenset[str]:
    """Return the base forms that tell nothing."""
    entries = read_lexicon("plainwords").entries.values()
    return frozenset(word for entry in entries for word in entry.words)


@cache
def weapons() -> Mapping[str, str]:
    """Return the kind of weapon that each base form names."""
    entries = read_lexicon("weapons").entries.values()
    return {
        word: str(entry.data.get("kin", entry.id))
        for entry in entries
        if entry.data["class"] != "force"
        for word in entry.words
    }


@lru_cache(maxsize=2_000)  # the claims of a report and of its copies share their texts
def terms_of(text: str, conflict: Conflict, hidden: str = "") -> Terms:
    """Return the telling words of a text; the words of `hidden` (who speaks) are left out."""
    names: set[str] = set()
    words: set[str] = set()
    arms: set[str] = set()
    if hidden:
        text = text.replace(hidden, ", ")
    for match in WORD.finditer(text):
        word, before = match[0], text[: match.start()].rstrip()
        capital = word[0].isupper()
        if capital and before and before[-1] not in STOPS:
            name = name_of(word, conflict.name)
            if name:
                names.add(name)
            continue
        base = base_of(word.lower())
        arm = weapons().get(base)
        if arm:
            arms.add(arm)
        elif len(base) >= SHORT and base not in plain_words() and not is_stop(base) and not capital:
            words.add(base)
    return Terms(frozenset(names), frozenset(words) | figures(text), frozenset(arms))


def figures(text: str) -> frozenset[str]:
    """Return the figures that a text gives, of people or things as of acts; not days, years and small
    numbers."""
    sentence = load_model().make_doc(text)[:]
    return frozenset(
        str(one.value)
        for one in numerals(sentence)
        if one.value >= FEW
        and one.value not in YEARS
        and not months() & {token.text for token in sentence[max(0, one.first - 1) : one.end + STRETCH]}
    )


@cache
def months() -> frozenset[str]:
    """Return the names of the months."""
    return frozenset(read_lexicon("time").entries["month"].words)


@cache
def words_of_names(conflict: str) -> frozenset[str]:
    """Return the words of which the names of a conflict's parties, bodies, people and outlets are made."""
    known = load_conflict(conflict)
    texts = [*(one.text.lstrip("=") for one in known.names), *(one.name for one in known.agreements)]
    return frozenset(word for text in texts for word in fold(text).split())


@lru_cache(maxsize=MOST)
def name_of(word: str, conflict: str) -> str | None:
    """Return the one spelling of a name, None if it tells nothing: a party's, a short or a plain word."""
    folded = fold(word.removesuffix("'s").removesuffix("’s")).replace(" ", "")
    if len(folded) < SHORT or is_stop(folded):
        return None
    base = base_of(folded)
    known = words_of_names(conflict)
    if folded in known or base in known or base in plain_words() or base in weapons():
        return None
    return loosen(folded)


@lru_cache(maxsize=MOST)
def base_of(word: str) -> str:
    """Return the base form of a word, taken for a noun."""
    found = getLemma(word, upos="NOUN")
    return str(found[0]) if found else word


@lru_cache(maxsize=MOST)
def is_stop(word: str) -> bool:
    """Return whether a word means nothing by itself."""
    return word.lower() in load_model().Defaults.stop_words
