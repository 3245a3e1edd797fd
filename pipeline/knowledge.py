"""What somebody is said not to know, to ask, or to have no news of, and what is recounted as known."""

from spacy.tokens import Token

from pipeline.grammar.clefts import cleft
from pipeline.grammar.labels import VERBS
from pipeline.reading import Reading

QUESTION = "WRB"  # "where", "how"


def is_asked(reading: Reading, verb: Token) -> bool:
    """Tell whether a clause is a question that is open: "it is unclear where the shell was fired from"."""
    asks = verb.pos_ in VERBS and any(word.tag_ == QUESTION for word in verb.lefts)
    return asks and verb.dep_ in {"ccomp", "csubj"} and not is_recounted(reading, verb)


def is_unknown(reading: Reading, verb: Token) -> bool:
    """Tell whether a clause tells what is not known: "had no evidence that", "could not confirm that"."""
    above = verb.head
    if cleft(verb) is not None or not any(child.dep_ == "mark" for child in verb.lefts):
        return False
    if "sure" in reading.classes("negation", above):
        return False  # "there is no doubt that"
    if reading.within("denials", set(range(above.i, verb.left_edge.i))):
        return False  # "it was not true that"
    words = [above, above.head] if above.dep_ in {"acomp", "xcomp"} else [above]
    return any("no" in reading.classes("negation", child) for word in words for child in word.lefts) or any(
        child.dep_ == "neg" for word in words for child in word.children
    )


def is_unheard_of(reading: Reading, noun: Token) -> bool:
    """Tell whether an act is one of which somebody has no news: "had no information about a raid"."""
    word = noun.head.head if noun.dep_ == "pobj" else noun
    return "news" in reading.classes("negation", word) and any(
        "no" in reading.classes("negation", child)
        for child in (*word.lefts, *(c for c in word.head.children if c.dep_ == "neg"))
    )


def is_recounted(reading: Reading, verb: Token) -> bool:
    """Tell whether a clause tells how something went that was done: "described how a drone had hit it"."""
    asking = [word for word in verb.lefts if word.tag_ == QUESTION]
    how = all("how" in reading.classes("negation", word) for word in asking)
    return how and verb.tag_ in {"VBD", "VBN", "VBG"} and "recounts" in reading.classes("negation", verb.head)
