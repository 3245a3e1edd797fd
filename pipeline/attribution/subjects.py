"""Finds who speaks by a verb: its subject, its agent, the one it cites, or whoever stands beside it."""

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Span, Token

from pipeline.attribution.beside import (
    FINITE,
    Beside,
    after,
    before,
    closes_insertion,
    is_absolute,
    title_start,
)
from pipeline.attribution.cues import grammar_words
from pipeline.attribution.nouns import who as who_says
from pipeline.attribution.nouns import who_tells
from pipeline.attribution.sources import (
    SUBJECTS,
    agent,
    controller,
    is_passive,
    noun_phrase,
    passive_subject,
    subject,
)
from pipeline.attribution.spans import trimmed
from pipeline.attribution.tags import closes
from pipeline.lexicon import Entry

UNFINISHED = {"VBG", "VB"}


@dataclass(frozen=True)
class Cues:
    """What the rules for verbs need to know of the other cues: which tokens cite, which are nouns of saying,
    and which verbs deny.
    """

    citing: frozenset[int]
    nouns: Mapping[int, Entry]
    denying: frozenset[int]


@dataclass(frozen=True)
class Voice:
    """Who speaks by a verb, and who passes it on; `edge` is where a tag with the verb begins."""

    source: Span | None = None
    head: Token | None = None
    via: Span | None = None
    edge: int | None = None
    own: bool = False
    inverted: bool = False


def who(verb: Token, entry: Entry, passive: bool, known: Cues) -> Voice:
    """Return who speaks: the subject, the agent, the one cited, or whoever stands next to the verb."""
    if entry.data.get("source") == "none":
        return Voice()
    cited = cited_by(verb, known)
    if cited is not None:
        return cited
    if passive:
        found = agent(verb) or place(verb, entry)
        return Voice() if found is None else Voice(noun_phrase(found, without=verb), found)
    second = after_and(verb)
    if second is not None:
        return Voice(noun_phrase(second), second, own=True)
    denied = denied_report(verb, known)
    if denied is not None:
        return Voice(who_says(denied, known.nouns[denied.i], clause=False))
    described = passive_subject(verb) if entry.data.get("state") else None  # "is convinced that"
    found = described or subject(verb) or of_clause_between(verb) or after_opening(verb) or controller(verb)
    issued = issued_by(found) if found is not None else None
    if issued is not None:
        return Voice(noun_phrase(issued, relative=False), issued, own=True)
    told = found is not None and found.i in known.nouns and found.i < verb.i and subject(verb) is None
    if found is not None and told and found.head.i not in known.denying:  # "rejected reports alleging a raid"
        found = who_tells(found) or found
    opening = verb.dep_ == "advcl" and verb.tag_ == "VBG" and found is not None and found.head == verb.head
    lost = found is not None and found.i > verb.i and (verb.dep_ == "amod" or follows_verb(verb, found))
    if lost and not opening:
        found = None
    near = before(verb) if verb.tag_ != "VB" else None
    if near is not None and verb.tag_ == "VBG" and not is_absolute(verb, near):
        near = None
    if found is not None and stands_after(verb, found):
        near = None
    inverted = after_comma(verb, near) if found is None or found.i < verb.i else None
    if inverted is not None:
        return inverted
    if (
        near is not None
        and (found is None or near.marked)
        and (found is None or not near.start <= found.i < near.end)
    ):
        titled = title_start(verb.doc, verb.sent.start, near.start)
        start = near.start if titled is None else titled
        return Voice(trimmed(verb.doc, start, near.name_end), near.head, edge=titled, own=True)
    if found is None and verb.tag_ in {"VBD", "VBZ", "VBP"}:
        near = after(verb)
        return (
            Voice()
            if near is None
            else Voice(trimmed(verb.doc, near.start, near.name_end), near.head, own=True)
        )
    if found is None or found.dep_ == "expl":
        return Voice()
    found = relative_within(verb, found) or found
    name = found.left_edge.i
    titled = title_start(verb.doc, verb.sent.start, name) if found.pos_ == "PROPN" and name < verb.i else None
    titled = kind_before(verb, found) if titled is None else titled
    if titled is not None:
        return Voice(trimmed(verb.doc, titled, found.i + 1), found, edge=titled, own=True)
    return Voice(with_second(verb, found), found)


def kind_before(verb: Token, name: Token) -> int | None:
    """Return where the words begin that tell what a name is, if the parser took the verb for a clause about
    them: "the port was hit, the company Voltar said"."""
    noun, start = verb.head, verb.head.left_edge.i
    misread = verb.dep_ == "relcl" and noun.pos_ == "NOUN" and noun.i + 1 == name.left_edge.i
    if not misread or name.pos_ != "PROPN" or verb.doc[start - 1].text != ",":
        return None
    definite = noun.i == start or any(child.morph.get("Definite", []) == ["Def"] for child in noun.lefts)
    return start if definite and all(child.dep_ != "ccomp" for child in verb.rights) else None


def after_opening(verb: Token) -> Token | None:
    """Return the subject that the parser took into a phrase before it: "In Hilltown the army denied it", "For
    his part Ann Lee denied it"."""
    if verb.dep_ != "ROOT" or verb.tag_ not in {"VBD", "VBZ", "VBP"}:
        return None
    for opening in (child for child in verb.lefts if child.dep_ == "prep"):
        nouns = [child for child in opening.rights if child.dep_ == "pobj"]
        nouns += [one for noun in nouns for one in noun.rights if one.dep_ == "appos"]
        if len(nouns) > 1 and nouns[1].left_edge.i == nouns[0].i + 1:
            return nouns[1]
    return None


def after_and(verb: Token) -> Token | None:
    """Return the subject that the parser joined to a name before it: "which the army says was fired by
    Norland and Kyrbak says was not"."""
    name = verb.nbor(-1) if verb.i > verb.sent.start else verb
    lost = name.dep_ == "conj" and name.pos_ == "PROPN" and name.head.pos_ in {"NOUN", "PROPN"}
    if not lost or verb.tag_ not in FINITE or subject(verb) is not None:
        return None
    return name if verb.doc[name.left_edge.i - 1].tag_ == "CC" else None


def denied_report(verb: Token, known: Cues) -> Token | None:
    """Return the noun of saying that a participle tells more of, not who denies it: "denied the report by the
    ministry alleging that"."""
    parted = verb.doc[verb.i - 1].is_punct  # "denied the report, saying that"
    if parted or verb.tag_ != "VBG" or verb.dep_ != "advcl" or verb.head.i not in known.denying:
        return None
    objects = (child for child in verb.head.rights if child.dep_ == "dobj" and child.i < verb.i)
    return next((noun for noun in objects if noun.i in known.nouns), None)


def of_clause_between(verb: Token) -> Token | None:
    """Return the subject of the clause before a verb that the parser joined to the main one: "Norland said,
    while Sudland denied it and claimed"."""
    if verb.dep_ != "conj" or verb.tag_ not in FINITE:
        return None
    clauses = (c for c in verb.head.rights if c.dep_ == "advcl" and c.i < verb.i and c.tag_ == verb.tag_)
    return next((found for clause in clauses if (found := subject(clause)) is not None), None)


def issued_by(relative: Token) -> Token | None:
    """Return who issued the statement that a relative pronoun stands for: "answered with a statement that
    asserted"."""
    if relative.tag_ != "WDT" or relative.head.dep_ != "relcl":
        return None
    noun = relative.head.head
    return who_tells(noun) if noun.lower_ in grammar_words("issued") else None


def with_second(verb: Token, first: Token) -> Span:
    """Return the phrase of a subject with a second one: "the army as well as the rebels"."""
    span = noun_phrase(first, without=verb)
    if any(child.dep_ == "cc" for child in first.children):
        for other in verb.children:
            if other.dep_ in SUBJECTS and other.left_edge.i == first.right_edge.i + 1 and other.i < verb.i:
                return span.doc[span.start : other.right_edge.i + 1]
    return span


def after_comma(verb: Token, near: Beside | None) -> Voice | None:
    """Return who speaks in "The bridge, said the mayor, was closed", if the parser took the bridge for it."""
    if near is not None or verb.tag_ not in {"VBD", "VBZ"} or verb.i == 0:
        return None
    if verb.nbor(-1).text != "," and not closes(verb.nbor(-1)):
        return None
    name = after(verb)
    if name is None:
        return None
    mark = verb.doc[name.end : name.end + 1].text
    if mark != "," and name.head.dep_ in {"nsubj", "nsubjpass"} and name.head.i < name.head.head.i:
        return None  # ", the mayor of the town, said three planes had come"
    closed = mark == ";" or (mark == "." and name.end + 1 == verb.sent.end)
    if mark != "," and name.head.dep_ == "dobj" and not closed:
        return None
    return Voice(trimmed(verb.doc, name.start, name.name_end), name.head, own=True, inverted=True)


def relative_within(verb: Token, found: Token) -> Token | None:
    """Return the "which" of the clause that a verb stands in, where the parser gave it the noun before that:
    "Norland, which keeps the truce and says …, was hit".
    """
    doc = verb.doc
    which = next((t for t in doc[found.i : verb.i] if t.tag_ in {"WDT", "WP"} and t.dep_ in SUBJECTS), None)
    if which is None or which.i == 0 or doc[which.i - 1].text != ",":
        return None
    return None if any(token.text == "," for token in doc[which.i : verb.i]) else which


def cited_by(verb: Token, known: Cues) -> Voice | None:
    """Return whose words they are in "quoted the ministry as saying", and who quoted them."""
    if verb.dep_ not in {"pcomp", "advcl", "xcomp", "ccomp"}:
        return None
    cite = verb.head.head if verb.head.dep_ == "prep" else verb.head
    if cite.i not in known.citing:
        return None
    passive = is_passive(cite)
    quoted = passive_subject(cite) if passive else next((c for c in cite.children if c.dep_ == "dobj"), None)
    carrier = agent(cite) if passive else subject(cite) or controller(cite)
    return Voice(
        None if quoted is None else noun_phrase(quoted, without=cite),
        quoted,
        None if carrier is None else noun_phrase(carrier, without=cite),
        min(
            [
                cite.i,
                *(noun.left_edge.i for noun in (quoted, carrier) if noun is not None and noun.i < cite.i),
            ]
        ),
    )


def place(verb: Token, entry: Entry) -> Token | None:
    """Return the capital that speaks where a passive names no doer: "were rejected in Kyrbak"."""
    for child in verb.rights:
        if child.dep_ == "prep" and child.lower_ in entry.data.get("place", ()):
            return next(
                (noun for noun in child.children if noun.dep_ == "pobj" and noun.pos_ == "PROPN"), None
            )
    return None


def may_follow_subject(verb: Token) -> bool:
    """Say whether a verb can have a subject before it: it is no adjective, whatever the parser says."""
    return verb.dep_ not in {"amod", "compound"} or verb.tag_ in FINITE or closes_insertion(verb)


def stands_after(verb: Token, found: Token) -> bool:
    """Say whether a subject by name stands right after its verb, and the verb after a comma: "…, said Ann
    Lee, the mayor."."""
    parted = verb.i > verb.sent.start and verb.nbor(-1).text == ","
    return parted and found.head == verb and found.pos_ == "PROPN" and found.left_edge.i == verb.i + 1


def follows_verb(verb: Token, found: Token) -> bool:
    """Say whether a subject after the verb belongs to a clause that begins there: "alleged Norland had
    struck".
    """
    after_it = found.right_edge.i + 1
    return after_it < verb.sent.end and verb.doc[after_it].pos_ in {"VERB", "AUX"}
