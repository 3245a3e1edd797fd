"""The rule for who is named after what is said, by no verb of saying: "…: thus the army", "“…”: Hill
Ministry", "…: such is the army's account", "…; that is how the army tells it".
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from pipeline.attribution.beside import FINITE, head_of
from pipeline.attribution.cues import grammar_words
from pipeline.attribution.drafts import Draft
from pipeline.attribution.nouns import owner
from pipeline.attribution.sources import noun_phrase, subject
from pipeline.attribution.spans import clean, trimmed
from pipeline.attribution.tags import closes, is_cue, is_mark, is_told, segment_start
from pipeline.lexicon.phrases import tagged_words

LONGEST = 16  # words; what is longer names nobody
NAMES = {"PROPN", "NOUN", "PRON"}
RULE = "afterwards"


def afterwards(doc: Doc) -> Iterator[Draft]:
    """Yield a draft for each sentence that ends with who says it."""
    thus, such = grammar_words("thus"), grammar_words("such is")
    for i, (word, _) in enumerate(tagged_words(doc)):
        parted = i > 1 and (is_mark(doc[i - 1]) or (word in thus and closes(doc[i - 1])))
        if not parted or doc[i].is_sent_start or doc[i - 1].is_sent_start:
            continue
        if word in thus:
            source = name_from(doc, i + 1)
        elif word in such:
            source = teller(doc[i].head) if doc[i].head.pos_ == "AUX" and doc[i].head.i == i + 1 else None
        else:
            source = name_from(doc, i) if doc[i - 1].text != "," and closes(doc[i - 2]) else None
        if source is None:
            continue
        said = clean(doc, segment_start(doc, doc[i].sent.start, i - 1), i - 1)
        if said[0] < said[1] and not any(is_told(token) for token in doc[slice(*said)]):
            yield Draft(doc[i - 1], (i - 1, source.start), [said], "says", RULE, source)


def name_from(doc: Doc, start: int) -> Span | None:
    """Return the name of who speaks where a sentence ends with it, and with no verb."""
    end = next((i for i in range(start, doc[start - 1].sent.end) if doc[i].text in {".", ";"}), None)
    if end is None or not start < end < start + LONGEST or any(t.tag_ in FINITE for t in doc[start:end]):
        return None
    prepositions = (
        t.i for t in doc[start + 1 : end] if t.pos_ == "ADP" and t.lower_ not in grammar_words("of")
    )
    name = trimmed(doc, start, next(prepositions, end))
    return name if head_of(doc, name.start, name.end).pos_ in NAMES else None


def teller(verb: Token) -> Span | None:
    """Return whose account it is: "such is the army's account", "that is how the army tells it"."""
    for word in verb.rights:
        if word.lower_ in grammar_words("account of what happened"):
            of = (noun for prep in word.rights if prep.dep_ == "prep" for noun in prep.rights)
            named = owner(word) or next((noun_phrase(noun) for noun in of if noun.dep_ == "pobj"), None)
            if named is not None:
                return named
        speaker = subject(word) if word.dep_ == "ccomp" and is_cue(word) else None
        if speaker is not None and word.left_edge.tag_ in {"WRB", "WP"}:
            return noun_phrase(speaker)
    return None
