"""What a count or list of somebody's comes to: "the army's total stands at 40", "its list contains nine"."""

from spacy.tokens import Token

from pipeline.attribution.cues import grammar_words
from pipeline.attribution.spans import Range
from pipeline.lexicon import Entry


def sum_of(noun: Token, entry: Entry) -> list[Range]:
    """Return what a count is said to come to: "the army's total stands at 40 breaches"."""
    verb = noun.head
    if not entry.data.get("sums"):
        return []
    if noun.dep_ == "pobj":
        return listed_in(noun)
    if noun.dep_ == "dobj":  # "has a list of its own, with 40 breaches", "raised its count to 40 breaches"
        raised = entry.data["sums"] if verb.lower_ in grammar_words("brings to") else ()
        words = {*entry.data["takes"], *raised}
        beside = [c for c in verb.rights if c.dep_ == "prep" and c.lower_ in words]
        return [(child.left_edge.i, child.right_edge.i + 1) for child in beside]
    if noun.dep_ not in {"nsubj", "nsubjpass"}:
        return []
    return [
        (child.left_edge.i, child.right_edge.i + 1)
        for child in verb.rights
        if child.dep_ == "attr"
        or (child.dep_ == "prep" and child.lower_ in entry.data["sums"])
        or (child.dep_ == "dobj" and verb.lower_ in grammar_words("contains"))
    ]


def listed_in(noun: Token) -> list[Range]:
    """Return what stands in a list: "nine raids figure in the army's list", "there are nine raids on it"."""
    prep, verb = noun.head, noun.head.head
    if prep.lower_ not in grammar_words("in a list"):
        return []
    there = any(child.dep_ == "expl" for child in verb.lefts)
    whole = {"attr"} if there else {"nsubj", "nsubjpass"} if verb.lower_ in grammar_words("is listed") else ()
    return [(child.left_edge.i, child.right_edge.i + 1) for child in verb.children if child.dep_ in whole]


def owned_after(noun: Token, entry: Entry) -> bool:
    """Say whether who owns a count stands after it: "the list of the army"."""
    of = [child for child in noun.rights if child.dep_ == "prep" and child.lower_ in entry.data["owner"]]
    return bool(entry.data.get("sums") and of)
