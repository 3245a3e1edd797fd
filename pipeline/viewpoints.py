"""The rule for a side in whose eyes something is so: "For Norland, it was Sudland that fired first"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from pipeline.antecedents import resolve
from pipeline.attribution import Said
from pipeline.attribution.cues import grammar_words
from pipeline.grammar.arguments import own_subjects
from pipeline.grammar.arguments import subjects as subjects_of
from pipeline.grammar.features import is_neuter
from pipeline.speakers import Memory
from pipeline.statements import Voice

RULE = "viewpoint"
EDGES = {";", ":"}
CLEFT = ("nsubj", "nsubjpass")


def viewpoints(memory: Memory) -> Iterator[Voice]:
    """Yield a voice for each clause that opens with the side in whose eyes its adversary did something."""
    doc = memory.reading.doc
    for sentence in memory.reading.doc.sents:
        for start in openings(doc, sentence):
            voice = voice_of(memory, start, sentence.end)
            if voice is not None:
                yield voice


def openings(doc: Doc, sentence: Span) -> list[int]:
    """Return where "for" or "to" opens a sentence, or a clause of it after a semicolon."""
    words = grammar_words("in whose eyes")
    after = (token.i + 1 for token in sentence[:-1] if token.text in EDGES)
    return [i for i in (sentence.start, *after) if doc[i].lower_ in words]


def voice_of(memory: Memory, start: int, high: int) -> Voice | None:
    """Return the voice of a clause that a phrase with "for" opens, None if it is no view of its foe: "For
    Norland, it was Sudland", "For Norland there is no doubt that Sudland fired"."""
    doc, reading = memory.reading.doc, memory.reading
    comma = next((i for i in range(start, high) if doc[i].text == "," or is_it(doc[i])), None)
    if comma is None or comma < start + 2:
        return None
    end = next((i for i in range(comma, high) if doc[i].text == ";"), high)
    source = doc[start + 1 : comma]
    speakers = resolve(memory, source)
    foes = reading.adversaries(speakers[0].party) if len(speakers) == 1 else []
    verbs = [t for t in doc[comma + 1 : end] if t.i in reading.words["acts"] or t.pos_ == "AUX"]
    if not foes or not any(reading.party(doer) in foes for verb in verbs[:3] for doer in doers(verb)):
        return None
    content = doc[comma + 1 : end]
    said = Said(source, doc[start : start + 1], (content,), "says", None, None, RULE)
    return Voice(said, tuple(speakers), frozenset(range(content.start, content.end)))


def is_it(token: Token) -> bool:
    """Tell whether a word is the "it" or "there" of a clause: "For Norland it is Sudland that fired"."""
    return token.dep_ == "expl" or (token.dep_ == "nsubj" and token.pos_ == "PRON" and is_neuter(token))


def doers(verb: Token) -> list[Token]:
    """Return who a clause is about, also in "it was the army that"."""
    return own_subjects(verb, {*CLEFT}) + (subjects_of(verb) if verb.pos_ == "AUX" else [])
