"""Tells a notice that stands on a page in place of its article: for subscribers, on cookies, on scripts."""

from pipeline.language import load_model
from pipeline.lexicon import read_lexicon

LONGEST = 1500
"""Characters of a text from which on it is an article, whatever else it says."""


def notice_in(text: str) -> str | None:
    """Return what a short text gives notice of, as words that end a sentence; None if it is no notice."""
    if len(text) >= LONGEST:
        return None
    found = read_lexicon("walls").find(load_model().make_doc(text))
    return next((str(entry.data["notice"]) for entry, _ in found), None)
