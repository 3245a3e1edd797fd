"""What the form of a verb tells of its reality: a command, an aim, a purpose, a condition, a modal."""

from spacy.tokens import Token

from pipeline.grammar.clefts import cleft
from pipeline.reading import Reading

PAST = {"VBD", "VBN"}


def is_habit(verb: Token) -> bool:
    """Tell whether a relative clause tells what somebody does as a rule: "troops that shell the town"; not
    "the second time it fires"."""
    return (
        verb.dep_ == "relcl"
        and verb.tag_ in {"VBZ", "VBP"}
        and not any(child.dep_ == "aux" for child in verb.children)
        and cleft(verb) is None
        and not any(child.dep_ == "amod" and child.like_num for child in verb.head.lefts)
    )


def is_command(verb: Token) -> bool:
    """Tell whether a verb asks or tells somebody to do it: "please do not violate it"."""
    if verb.tag_ != "VB" or verb.dep_ not in {"ROOT", "ccomp"}:
        return False
    children = [c for c in verb.children if c.tag_ != "UH" and not is_called(c)]  # "please"
    return not any(c.dep_ in {"nsubj", "nsubjpass"} or c.tag_ in {"TO", "MD"} for c in children)


def is_called(noun: Token) -> bool:
    """Tell whether a noun is the name of whom a command is given to: "soldiers, do not fire"."""
    after = noun.right_edge.i + 1
    return noun.dep_ == "nsubj" and noun.doc[min(after, len(noun.doc) - 1)].text == ","


def is_aim(verb: Token) -> bool:
    """Tell whether a verb is what somebody is to do, or joined to such: "our goal is to strike"."""
    while verb.dep_ == "conj" and verb.head.tag_ == "VB":
        verb = verb.head
    if verb.head.tag_ in PAST and any(is_deed(child) for child in verb.head.lefts):
        return False  # "what they did was to strike"
    return verb.tag_ == "VB" and verb.head.pos_ == "AUX" and any(child.tag_ == "TO" for child in verb.lefts)


def is_deed(subject: Token) -> bool:
    """Tell whether a subject is what somebody did: "what they had done was", "all they did was"."""
    words = [subject, *(child for child in subject.rights if child.dep_ == "relcl")]
    return any(word.tag_ in PAST and word.dep_ in {"csubj", "nsubj", "relcl"} for word in words)


def modal(reading: Reading, verb: Token) -> bool:
    """Tell whether a verb has a modal that takes its reality away; "may have struck" leaves it."""
    auxiliaries = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    perfect = any("perfect" in reading.classes("negation", a) for a in auxiliaries)
    return not perfect and any(a.tag_ == "MD" for a in auxiliaries)


def conditional(reading: Reading, verb: Token) -> bool:
    """Tell whether a clause hangs on an "if", or on a "when" with what will be then."""
    classes = {
        name
        for child in verb.children
        if child.dep_ in {"mark", "advmod"}
        for name in reading.classes("negation", child)
    }
    if is_had_it(reading, verb):
        return True
    present = {"VBP", "VBZ"}
    habit = verb.tag_ in present and verb.head.tag_ in present  # "we act when they ignore it"
    habit = habit and not any(child.dep_ == "aux" for child in verb.children)
    return "if" in classes or ("when" in classes and (habit or modal(reading, verb.head)))


def is_had_it(reading: Reading, verb: Token) -> bool:
    """Tell whether a clause is a condition by its order: "had it struck, the world would know"."""
    subject = next((child for child in verb.lefts if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None or subject.left_edge.i == 0:
        return False
    aux = subject.left_edge.nbor(-1)
    opens = aux.is_sent_start or aux.i == 0 or aux.nbor(-1).is_punct
    perfect = aux.head == verb and "perfect" in reading.classes("negation", aux)
    return opens and perfect and not any(word.text == "?" for word in verb.sent)


def purpose(reading: Reading, verb: Token) -> bool:
    """Tell whether a verb is an infinitive of purpose, not one that hangs on the act's beginning or means."""
    if verb.tag_ != "VB" or not any(child.tag_ == "TO" for child in verb.children):
        return False
    took = "took" in reading.classes("negation", verb.head) and verb.head.tag_ in PAST
    return not took and not reading.classes("acts", verb.head) & {"start", "launch", "attack"}
