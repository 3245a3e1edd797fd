"""Which passages are worth parsing at all: those with a word that names an act, or that lays one to somebody.

A cheap look at the words alone, before spaCy. Where none stands, no claim can be found (a test compares).
"""

import re
from functools import cache

from pipeline.lexicon import read_lexicon

# Classes of acts.toml that make an act of something only beside another of its words.
DEPENDENT = frozenset({"avert", "start", "perform", "unreal", "none", "spare", "intercept"})
CHARGING = "accuses"  # kind of the statements in reporting.toml that lay an act to somebody
WORD = re.compile(r"[^\W\d_]+")


def may_hold_claim(text: str) -> bool:
    """Tell whether a text has any word without which there is no claim."""
    return any(word in telling_words() for word in WORD.findall(text.lower()))


@cache
def telling_words() -> frozenset[str]:
    """Return the first words, in all their forms, of the phrases that name an act or lay one to somebody."""
    acts, reporting = read_lexicon("acts"), read_lexicon("reporting")
    telling = {entry.id for entry in acts.entries.values() if entry.data["class"] not in DEPENDENT}
    charging = {entry.id for entry in reporting.entries.values() if entry.data["kind"] == CHARGING}
    return acts.phrases.first_words(telling) | reporting.phrases.first_words(charging)
