"""Finds whom a verb accuses ("blamed X for it", "blamed it on X"), and whether the text says it was not
said.
"""

from itertools import takewhile

from spacy.tokens import Span, Token

from pipeline.attribution.beside import days
from pipeline.attribution.cues import grammar_words
from pipeline.attribution.sources import NOMINAL, noun_phrase, subject
from pipeline.attribution.spans import trimmed
from pipeline.lexicon import Entry

PARTICLES = {"prt", "advmod"}


def accused(verb: Token, entry: Entry, done_to: Token | None) -> Span | None:
    """Return the phrase of whoever is accused: the object, or what stands after "on" in "blamed it on"."""
    places = entry.data.get("accused_after", ())
    needed = entry.data.get("needs", ())
    charges = [child for child in verb.children if child.dep_ == "dobj" and child.lower_ in needed]
    charged = [child for child in verb.children if child.dep_ == "dobj" and child not in charges]
    takes = entry.data.get("takes", ())
    rows = [[prep for prep in noun.rights if prep.dep_ == "prep"] for noun in charged]
    parted = [row[1:] for row in rows if row and row[0].lower_ not in takes]
    about = {*takes} - {*places}
    told = [prep for head in (verb, *charges) for prep in head.rights if prep.lower_ in about and charges]
    deeper = [word for prep in told for word in prep.subtree if word != prep][::-1]
    # "blamed the deaths in a village on the rebels": the parser hangs both on "deaths"
    for child in (
        *verb.children,
        *(p for word in verb.rights if word.dep_ in PARTICLES for p in word.rights),  # "put it down to them"
        *charged_after(verb, entry),
        *(p for noun in charges for p in noun.rights),
        *(p for row in parted for p in row),
        *deeper,
    ):
        if child.dep_ != "prep" or child.lower_ not in places:
            continue
        named = any(
            prep.dep_ == "prep" and prep.lower_ in about and prep.i < child.i
            for prep in (*verb.children, *(prep for row in rows for prep in row))
        )  # "blamed the rebels for the bombs on the camp"
        if not (charged and named):
            noun = next((token for token in child.children if token.dep_ == "pobj"), None)
            if noun is not None and noun.lower_ not in days():
                return noun_phrase(noun)
    if entry.data.get("accused") is None:
        return None
    if done_to is not None:
        return noun_phrase(done_to, without=verb)
    objects = [child for child in verb.children if child.dep_ in {"dobj", "dative"}]
    found = next((child for child in objects if child.i > verb.i), objects[0] if objects else None)
    if found is None:
        clause = next((child for child in verb.children if child.dep_ in {"ccomp", "xcomp"}), None)
        found = subject(clause) if clause is not None else None
        if clause is not None and found is not None and found.pos_ == "PRON":  # "it was Ann Lee who fired"
            found = next((child for child in clause.rights if child.dep_ == "attr"), found)
    if found is None:
        return None
    span = noun_phrase(found)
    cut = next((token.i for token in span if token.lower_ in needed and token.i > found.i), span.end)
    span = trimmed(verb.doc, span.start, cut)  # "held the army responsible for it"
    return with_second(verb, with_suffix(without_charge(verb, span, entry)))


def charged_after(verb: Token, entry: Entry) -> list[Token]:
    """Return the preposition before whoever is charged, where the verb is no cue without it and the parser
    hung it on what he is charged with: "laid the raid on the port to the rebels"."""
    needed = {*entry.data.get("accused_after", ())} & {*entry.data.get("needs", ())}
    charge = next((child for child in verb.rights if needed and child.dep_ == "dobj"), None)
    if charge is None:
        return []
    after = takewhile(lambda word: not word.is_punct, verb.doc[charge.i : verb.sent.end])
    return [word for word in after if word.dep_ == "prep" and word.lower_ in needed][-1:]


def with_suffix(span: Span) -> Span:
    """Return a phrase with what a hyphen joins to its last word: "the XYZ-N"."""
    doc, end = span.doc, span.end
    joined = end + 1 < len(doc) and doc[end].text == "-" and not doc[end].whitespace_
    return doc[span.start : end + 2] if joined and not doc[end - 1].whitespace_ else span


def with_second(verb: Token, first: Span) -> Span:
    """Return the accused with a second that the parser gave to the verb: "accused A (the AR) and B of"."""
    for other in verb.rights:
        if other.dep_ == "conj" and other.pos_ in NOMINAL and other.left_edge.i - first.end in {1, 2}:
            return verb.doc[first.start : other.right_edge.i + 1]
    return first


def without_charge(verb: Token, span: Span, entry: Entry) -> Span:
    """Return the accused without the charge, where the parser hung it on the accused ("forces of
    shelling").
    """
    takes = entry.data.get("takes", ())
    if any(child.dep_ == "prep" and child.lower_ in takes for child in verb.children):
        return span
    cut = next(
        (t.i for t in span if t.dep_ == "prep" and t.lower_ in takes and t.head == span.root), span.end
    )
    return trimmed(verb.doc, span.start, cut) if cut > span.start else span


def opens_after_not(verb: Token) -> bool:
    """Say whether an aside says what is not so: "was Norlandic and not, as Sudland claims, its own"."""
    first = verb.left_edge
    doc, aside = verb.doc, first.lower_ in grammar_words("as") and first.i > verb.sent.start + 1
    return aside and doc[first.i - 1].text == "," and doc[first.i - 2].lower_ in grammar_words("not")


def is_negated(verb: Token, source: Span | None) -> bool:
    """Say whether the text tells that something was not said: "did not deny", "neither side claimed"."""
    if any(child.dep_ == "neg" for child in verb.children):
        return True
    heads = (verb, verb.head) if verb.dep_ == "conj" else (verb,)
    if any(child.lower_ in grammar_words("seldom") for head in heads for child in head.lefts):
        return True
    if opens_after_not(verb):
        return True
    return (verb.i > 0 and is_nobody(verb.doc[verb.i - 1 : verb.i])) or is_nobody(source)


def is_nobody(span: Span | None) -> bool:
    """Say whether a phrase names nobody who speaks or is charged: "no minister", "nobody"."""
    return span is not None and span[0].lower_ in grammar_words("nobody")
