"""Whether an act that a word names is said to have been done, or is threatened, planned, banned, supposed."""

from collections.abc import Collection

from spacy.tokens import Token

from pipeline.averting import averts, is_stopped_attempt
from pipeline.grammar.labels import VERBS
from pipeline.knowledge import is_asked, is_unheard_of, is_unknown
from pipeline.mood import conditional, is_aim, is_command, is_habit, modal, purpose
from pipeline.negation import is_negated
from pipeline.reading import Reading

FINITE = {"VBD", "VBZ", "VBP"}


def is_unreal(reading: Reading, token: Token, cues: Collection[int] = ()) -> bool:
    """Tell whether an act is threatened, banned, planned or supposed rather than said to have been done.

    `cues` are the words that say or charge, whose purpose takes nothing from what they charge: "to protest".
    """
    if any("unreal" in reading.classes("acts", child) for child in token.lefts):
        was = token.dep_ == "attr" and token.head.tag_ == "VBD"  # "the raid was a planned operation"
        return not is_negated(reading, token) and not was
    if is_command(token) or is_aim(token) or is_unheard_of(reading, token) or is_to_come(reading, token):
        return True
    if "laid" in reading.classes("acts", token.head) and is_negated(reading, token):
        return False  # "the raid could not be blamed on the army"
    node, steps = token, 0
    while steps < 12:
        steps += 1
        if is_supposed(reading, node, cues):
            return True
        if node.pos_ == "NOUN" and reading.classes("denials", node) & {"answer", "excused"}:
            return False  # what somebody answers, or finds no justification for, has been done
        if node.dep_ == "pobj" and "given" in reading.classes("prepositions", node.head):
            return False
        if is_stopped_attempt(reading, node):
            verb = node.head
            return modal(reading, verb) or conditional(reading, verb) or purpose(reading, verb)
        if node.dep_ == "nsubjpass" and "avert" in reading.classes("acts", node.head):
            return True  # "strikes had been planned"
        head = node.head
        if head == node or node.dep_ in {"relcl", "ccomp", "parataxis", "advcl"}:
            infinitive = any(child.tag_ == "TO" for child in node.children)
            if node.dep_ == "ccomp" and infinitive and "avert" in reading.classes("acts", head):
                return True
            return purpose(reading, node)
        if node.dep_ in {
            "xcomp",
            "pobj",
            "pcomp",
            "acl",
            "dobj",
            "compound",
            "amod",
            "conj",
            "prep",
            "advmod",
        }:
            if node.dep_ in {"xcomp", "pcomp", "acl", "pobj", "dobj", "compound"} and averts(reading, node):
                return True
            if node.dep_ == "acl" and node.tag_ == "VB" and "start" not in reading.classes("acts", head):
                return True
        elif node.dep_ not in {"nsubjpass", "nsubj", "attr", "agent", "poss"}:
            return False
        if node.pos_ == "VERB" and node.dep_ == "amod":
            return False
        if node.dep_ == "acl" and any(word.tag_ in FINITE for word in (node, *node.lefts)):
            return False  # "the claim that it fired", whatever is done with the claim
        node = head
        if node.i in cues and not modal(reading, node) and not conditional(reading, node):
            return False
        if node.pos_ in VERBS and node.dep_ not in {"xcomp", "pcomp", "conj", "acl"} and steps > 1:
            return modal(reading, node) or conditional(reading, node) or purpose(reading, node)
    return False


def is_to_come(reading: Reading, noun: Token) -> bool:
    """Tell whether an act is said to be yet to come: "a raid was imminent"."""
    said = noun.head.rights if noun.dep_ == "nsubj" and noun.head.pos_ == "AUX" else ()
    return any("unreal" in reading.classes("acts", word) for word in said if word.dep_ == "acomp")


def is_supposed(reading: Reading, node: Token, cues: Collection[int]) -> bool:
    """Tell whether a clause is of what is not known, asked, done as a rule, possible or a condition."""
    if node.dep_ in {"ccomp", "acl"} and node.head.i not in cues and is_unknown(reading, node):
        return True
    if is_asked(reading, node) or is_habit(node):
        return True
    if node.dep_ in {"relcl", "acl"} and is_any(reading, node.head) and not is_negated(reading, node):
        return True  # "asked whom anything that broke the truce would help"
    return node.pos_ in VERBS and (modal(reading, node) or conditional(reading, node))


def is_any(reading: Reading, noun: Token) -> bool:
    """Tell whether a noun or pronoun speaks of what there may be none of: "anything", "any unit"."""
    return any("any" in reading.classes("negation", word) for word in (noun, *noun.lefts))
