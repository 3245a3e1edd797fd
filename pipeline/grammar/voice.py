"""The voice of a verb: passive or active, also where the parser took one for the other."""

from spacy.tokens import Token

from pipeline.grammar.labels import OBJECTS, PASSIVE_SUBJECTS

SIGNS_OF_PASSIVE = {"auxpass", *PASSIVE_SUBJECTS}


def is_passive(verb: Token) -> bool:
    """Tell whether a verb is passive: it has a passive auxiliary or subject, or is a bare past participle."""
    if any(child.dep_ in SIGNS_OF_PASSIVE for child in verb.children):
        return True
    bare = not any(child.dep_ == "aux" for child in verb.children)
    if verb.tag_ == "VBN" and bare and verb.dep_ == "conj" and any(c.dep_ == "nsubj" for c in verb.children):
        return is_passive(verb.head)  # "two posts were shelled and a man killed"
    owned = any(child.dep_ == "nsubj" for child in verb.children)
    if is_after_mark(verb):
        return False
    if verb.tag_ == "VBN" and bare and any(child.dep_ == "agent" for child in verb.children):
        return True  # "bombs fired by the rebels fell", which the parser took for one clause
    if takes_up_subject(verb):
        return False
    mistagged = verb.tag_ == "VBD" and verb.dep_ == "acl" and not owned
    return mistagged or (verb.tag_ == "VBN" and bare and verb.dep_ in {"acl", "advcl", "amod"})


def takes_up_subject(verb: Token) -> bool:
    """Tell whether a verb with an object is that of the noun before an insertion, which the parser took for
    what it tells of: "the rebels, helped by a neighbour, shelled the town, the mayor said"."""
    if verb.dep_ != "acl" or verb.tag_ not in {"VBN", "VBD"} or verb.nbor(-1).text != ",":
        return False
    bare = not any(child.dep_ in {"agent", "aux", "auxpass"} for child in verb.children)
    return bare and any(child.dep_ in OBJECTS for child in verb.rights)


def is_after_mark(verb: Token) -> bool:
    """Tell whether a verb is that of a clause whose subject the parser gave to its conjunction as an object:
    "said that the army, with two guns, attacked"; no conjunction has one."""
    noun, opening = verb.head, verb.head.head
    if verb.dep_ != "acl" or noun.dep_ != "pobj":
        return False
    bare = not any(child.dep_ in {"agent", "aux", "auxpass"} for child in verb.children)
    parted = verb.nbor(-1).text == "," and opening.pos_ == "SCONJ" and opening.i - opening.head.i == 1
    return bare and (opening.dep_ == "mark" or parted)
