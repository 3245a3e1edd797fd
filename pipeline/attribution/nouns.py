"""The rule for nouns of saying: "Moscow's claim that …", "a denial by the army of …"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from pipeline.attribution.contents import Range, joined
from pipeline.attribution.cues import Cue
from pipeline.attribution.drafts import Draft
from pipeline.attribution.sources import antecedent, noun_phrase
from pipeline.lexicon import Entry

SOURCES = {"by", "from", "of"}


def noun_statements(doc: Doc, cues: list[Cue]) -> Iterator[Draft]:
    """Yield a draft for each noun of saying that tells what is said."""
    for cue in cues:
        if cue.role == "noun":
            content = content_of(cue.token, cue.entries[0])
            if content:
                noun = who(cue.token, bool(clause_of(cue.token)))
                source = None if noun is None else noun_phrase(noun, without=cue.token)
                yield Draft(
                    cue.token,
                    (cue.start, cue.end),
                    content,
                    cue.kind,
                    cue.entries[0].id,
                    source,
                    antecedent=None if noun is None else antecedent(noun),
                )


def clause_of(noun: Token) -> Token | None:
    """Return the clause that tells the content: "the claim that …"."""
    for child in noun.rights:
        if child.dep_ in {"acl", "ccomp", "relcl"} and any(
            t.dep_ == "mark" or (t.lower_ == "that" and t.dep_ != "nsubj") for t in child.lefts
        ):
            return child
        if child.dep_ == "acl" and child.tag_ == "VB":
            return child
    return None


def content_of(noun: Token, entry: Entry) -> list[Range]:
    """Return the content of a noun of saying: its clause, else its object after a preposition."""
    takes = entry.data.get("takes", ())
    clause = clause_of(noun)
    if clause is not None:
        return [(clause.left_edge.i, clause.right_edge.i + 1)]
    found = [
        (child.left_edge.i, child.right_edge.i + 1)
        for child in noun.rights
        if child.dep_ == "prep" and child.lower_ in takes
    ]
    if not found or not (
        who_owns(noun) or any(child.dep_ == "prep" and child.lower_ == "by" for child in noun.rights)
    ):
        return []
    return joined(noun.doc, found)


def who_owns(noun: Token) -> Token | None:
    return next((child for child in noun.lefts if child.dep_ == "poss"), None)


def who(noun: Token, clause: bool) -> Token | None:
    """Return who says it: the owner, the one named after "by" or "from", else the doer of what the noun is object of."""
    owner = who_owns(noun)
    if owner is not None:
        return owner
    for child in noun.rights:
        if child.dep_ in {"prep", "agent"} and child.lower_ in SOURCES and (child.lower_ != "of" or clause):
            named = next((token for token in child.children if token.dep_ == "pobj"), None)
            if named is not None:
                return named
    return None
