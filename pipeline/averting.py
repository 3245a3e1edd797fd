"""Words that take the reality from an act that hangs on them: "threatened to", "a ban on", "averted"."""

from spacy.tokens import Token

from pipeline.grammar.labels import VERBS
from pipeline.reading import Reading


def averts(reading: Reading, node: Token) -> bool:
    """Tell whether the word that governs a word takes the reality from it ("threatened", "ban on")."""
    if node.dep_ == "pobj" and is_banned(reading, node.head):
        return True
    if node.dep_ == "pobj" and "suffered" in reading.classes("prepositions", node.head):
        return False  # "went down under fire"
    head = node.head.head if node.dep_ in {"pobj", "pcomp"} else node.head
    before = node.doc[max(node.left_edge.i - 1, 0)]
    if node.dep_ == "xcomp" and before.head == head and "avert" in reading.classes("acts", before):
        head = before  # "invented a pretext to strike"
    meant = "meant" in reading.classes("acts", head)  # "the raid was meant to hit", "they meant to hit"
    if node.dep_ == "xcomp" and any("perfect" in reading.classes("negation", word) for word in node.lefts):
        return False  # "are supposed to have fired"
    then = {word for entry in reading.entries("acts", head) for word in entry.data.get("then", ())}
    if then and node.dep_ != "xcomp" and node.head.lower_ not in then:
        return False  # "on the pretext of talking, opened fire"
    if "avert" not in reading.classes("acts", head) and not (meant and node.dep_ == "xcomp"):
        return False
    if node.dep_ in {"pobj", "pcomp"} and "when" in reading.classes("prepositions", node.head):
        return False  # "stopped after an attack"
    if head.pos_ in VERBS and node.dep_ == "pobj":
        return node.head.dep_ == "prep" and "start" not in reading.classes("acts", head)
    return True


def is_banned(reading: Reading, preposition: Token) -> bool:
    """Tell whether a preposition leads from a ban or a truce just before it to what is banned, whatever the
    parse: "observed the moratorium on strikes"."""
    entries = reading.entries("prepositions", preposition)
    contents = [entry for entry in entries if entry.data.get("class") == "content"]
    before = preposition.doc[max(preposition.i - 1, 0)]
    if not contents or before.pos_ != "NOUN":
        return False
    of_truce = any(entry.data.get("truce") for entry in contents)
    return "avert" in reading.classes("acts", before) or (
        of_truce and bool(reading.within("truces", {before.i}))
    )


def is_stopped_attempt(reading: Reading, noun: Token) -> bool:
    """Tell whether an attempt was made and stopped: "thwarted an attempt to attack the port"."""
    return (
        noun.dep_ in {"dobj", "nsubjpass"}
        and noun.head.pos_ in VERBS
        and noun.head.tag_ != "VB"
        and bool(reading.classes("acts", noun.head) & {"avert", "repel", "halt"})
        and any(entry.data.get("tried") for entry in reading.entries("acts", noun))
    )
