"""The arguments of a verb: its subjects, the agents of a passive, and what its act is done to."""

from spacy.tokens import Token

from pipeline.grammar.clefts import antecedent
from pipeline.grammar.constituents import conjuncts, prepositional_objects
from pipeline.grammar.features import is_neuter
from pipeline.grammar.labels import OBJECTS, PASSIVE_SUBJECTS, SUBJECTS, VERBS
from pipeline.grammar.voice import is_after_mark, is_passive, takes_up_subject

SHARED = {"xcomp", "advcl", "pcomp", "ccomp"}


def own_subjects(verb: Token, labels: set[str]) -> list[Token]:
    """Return the subjects of a verb that stand with it, coordinated ones too."""
    found = []
    for child in verb.children:
        if child.dep_ in labels and child.tag_ != "EX":
            for each in conjuncts(child):
                meant = antecedent(each)
                found += [each] if meant == each else conjuncts(meant)
    return found


def before_tag(verb: Token) -> list[Token]:
    """Return the subject that an inserted tag parts from its verb, to which the parser gave it: "The army,"
    he said, "fired"."""
    for child in verb.lefts:
        if child.pos_ == "VERB":
            found = [word for word in child.lefts if word.dep_ in SUBJECTS]
            if len(found) > 1 and any(t.is_punct for t in verb.doc[found[0].i : found[1].i]):
                return conjuncts(found[0])
            first = found[0].left_edge.i if found else child.i
            if child.dep_ == "parataxis" and first > verb.sent.start + 1 and verb.doc[first - 1].is_punct:
                noun = verb.doc[first - 2]
                begun = noun.i == verb.sent.start or verb.doc[noun.left_edge.i - 1].is_punct
                return [noun] if begun and noun.pos_ in {"NOUN", "PROPN"} else []
    return []


def subjects(verb: Token, depth: int = 6) -> list[Token]:
    """Return the subjects of an active verb: its own, else those of the verb that it shares one with."""
    found = own_subjects(verb, SUBJECTS)
    if found and found[0].pos_ == "PRON" and verb.pos_ == "AUX":  # "it was the army that": the army
        found = [child for child in verb.children if child.dep_ == "attr"] or found
    found = found or before_tag(verb)
    if found or depth == 0:
        return found
    if any(child.dep_ in PASSIVE_SUBJECTS or child.dep_ == "expl" for child in verb.children):
        return []
    return shared_subjects(verb, depth)


def shared_subjects(verb: Token, depth: int) -> list[Token]:
    """Return the subjects that a verb without its own shares with the noun or verb that it hangs on."""
    head = verb.head
    if is_after_mark(verb) or takes_up_subject(verb):
        return conjuncts(head)
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        of = [noun for _, noun in prepositional_objects(head) if noun.i == verb.i - 1]
        return of or [head]  # "a claim of drones hitting it"
    if verb.dep_ in {"acl", "xcomp"} and head.pos_ == "NOUN" and head.head != head:
        return agents_or_subjects(head.head, depth - 1) if head.head.pos_ in VERBS else []
    if verb.dep_ in {"acl", "relcl", "xcomp"} and head.dep_ in {"attr", "acomp"} and head.head.pos_ in VERBS:
        return agents_or_subjects(head.head, depth - 1)  # "was the first to fire"
    if verb.dep_ == "pcomp" and head.dep_ in {"prep", "agent"}:
        head = head.head
        if head.dep_ == "acl" and any(agent.i < verb.i for agent in by_agents(head) if agent != verb):
            head = next((word for word in head.ancestors if word.pos_ in VERBS), head)
            return agents_or_subjects(head, depth - 1)  # "broke the truce brokered by him by firing"
    if is_raised(verb):
        return own_subjects(head, PASSIVE_SUBJECTS)
    if verb.dep_ in {"conj", *SHARED} and head != verb and head.pos_ in VERBS:
        return agents_or_subjects(beyond_time_clause(verb, head), depth - 1)
    return []


def is_raised(verb: Token) -> bool:
    """Tell whether a passive tells what its subject has done or is doing: "drones are said by Norland to have
    hit it", not "to hit it"."""
    raised = verb.dep_ == "xcomp" and any(child.dep_ == "aux" and child.tag_ == "VB" for child in verb.lefts)
    return raised and any(child.dep_ in PASSIVE_SUBJECTS for child in verb.head.lefts)


def beyond_time_clause(verb: Token, head: Token) -> Token:
    """Return the verb that a participle goes on with, its head but where that is one of a clause of time:
    "fired at the town an hour after it took effect, killing two"."""
    subject = next((child for child in head.lefts if child.dep_ in SUBJECTS), None)
    neuter = subject is not None and is_neuter(subject)
    timed = head.dep_ == "advcl" and any(child.dep_ == "mark" for child in head.lefts)
    goes_on = verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.doc[verb.left_edge.i - 1].is_punct
    return head.head if neuter and timed and goes_on and head.head.pos_ in VERBS else head


def agents_or_subjects(verb: Token, depth: int = 6) -> list[Token]:
    """Return who does what the verb says: the subjects of an active verb, the by-agents of a passive one."""
    if is_passive(verb):
        return by_agents(verb) or own_subjects(verb, PASSIVE_SUBJECTS)
    return subjects(verb, depth)


def by_agents(head: Token) -> list[Token]:
    """Return the objects of the by-phrases of a verb or noun, but not of "not by"."""
    return [
        said_to_be(each)
        for child in head.children
        if child.dep_ == "agent" and not any(word.dep_ == "neg" for word in child.children)
        for pobj in child.children
        if pobj.dep_ in {"pobj", "pcomp"}
        for each in conjuncts(pobj)
    ]


def said_to_be(word: Token) -> Token:
    """Return what a clause with "what" says that something was ("by what they say was a shell"); any other
    word is itself."""
    if word.dep_ != "pcomp" or word.left_edge.tag_ != "WP":
        return word
    clauses = (word, *(child for child in word.rights if child.dep_ == "ccomp"))
    named = (child for clause in clauses for child in clause.rights if child.dep_ in {"attr", "oprd"})
    return next(named, word)


def doers(verb: Token) -> list[Token]:
    """Return who does the act of a verb, active or passive; none for a passive without an agent."""
    if is_passive(verb):
        found = by_agents(verb)
        if not found and verb.dep_ == "conj" and is_passive(verb.head):
            found = by_agents(verb.head)
        return found
    return subjects(verb)


def patients(verb: Token) -> list[Token]:
    """Return what the act of a verb is done to: its objects, or its subject if it is passive."""
    if is_passive(verb):
        found = own_subjects(verb, PASSIVE_SUBJECTS)
        if not found and verb.dep_ == "acl":
            return [verb.head]
        if not found and verb.dep_ == "conj":
            return patients(verb.head)
        return found
    found = [each for child in verb.children if child.dep_ in OBJECTS for each in conjuncts(child)]
    return [antecedent(each) for each in found]
