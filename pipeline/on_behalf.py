"""On whose behalf a source speaks, by its own words: who issued a release, owns a site, is represented."""

from spacy.tokens import Span, Token

from pipeline.attribution.cues import grammar_words
from pipeline.attribution.sources import nouns_of_saying
from pipeline.grammar.arguments import own_subjects
from pipeline.grammar.constituents import noun_phrase, prepositional_objects
from pipeline.grammar.labels import SUBJECTS
from pipeline.lexicon import all_forms
from pipeline.offices import begins, role


def issuer(source: Span) -> Span | None:
    """Return who is said to have issued what speaks: "a release issued by the ministry"."""
    for child in source.root.children:
        if child.dep_ == "acl" and child.tag_ == "VBN":
            for agent in (c for c in child.children if c.dep_ == "agent"):
                return next((noun_phrase(noun) for noun in agent.children if noun.dep_ == "pobj"), None)
    return None


def issued_in(source: Span) -> list[Token]:
    """Return who issued what a clause tells more of: "Norland issued a note, in which the army said", "from
    Norland came a denial, in which"."""
    clause = source.root.head
    noun = clause.head
    denials = all_forms(grammar_words("denial noun"), "NOUN")
    if clause.dep_ != "relcl" or noun.lower_ not in nouns_of_saying() | denials:
        return []
    if noun.dep_ == "dobj":
        return own_subjects(noun.head, SUBJECTS)
    came = noun.dep_ == "nsubj" and noun.head.lower_ in grammar_words("comes from")
    return [named for prep, named in prepositional_objects(noun.head) if came and prep.i < noun.head.i]


def posted_by(source: Span) -> Span | None:
    """Return whose site or channel something stands on: "a report on the army's website"."""
    for _, where in prepositional_objects(source.root):
        if where.lower_ in grammar_words("where posted"):
            owners = [child for child in where.lefts if child.dep_ in {"poss", "compound", "amod"}]
            return source.doc[owners[0].left_edge.i : owners[-1].i + 1] if owners else None
    return None


def headed_by(source: Span) -> Span | None:
    """Return what somebody is said to head or to speak for: "Ann Lee, who represents the government"."""
    for clause in (child for child in source.root.children if child.dep_ == "relcl"):
        if role(clause) == "heads":
            nouns = [child for child in clause.rights if child.dep_ == "dobj"]
            nouns += [noun for _, noun in prepositional_objects(clause) if not begins(noun.head)]
            return noun_phrase(nouns[0]) if nouns else None
    return None
