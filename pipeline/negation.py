"""Whether an act that a word names is said not to have been done: "no", "never", "neither", "nor"."""

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.contrast import aside_in, sets_aside
from pipeline.grammar.arguments import by_agents
from pipeline.grammar.clefts import cleft, told_of
from pipeline.grammar.constituents import prepositional_objects
from pipeline.grammar.labels import VERBS
from pipeline.reading import Reading

FRONT = 4  # tokens of a phrase at the front of a clause
NEGATING = {"neg", "det", "nummod", "preconj", "cc", "advmod", "nsubj", "nsubjpass", "dobj"}


def is_negated(reading: Reading, token: Token) -> bool:
    """Tell whether a word is negated: itself, its verb, its subject or its object."""
    aside = aside_in(reading, token.sent[0])
    if token.i in aside:
        return True  # "caused by a spark, not by a raid"
    verb = token if token.pos_ in VERBS else governor(token)
    if verb is not None and verb.pos_ in VERBS and is_inverted(reading, verb):
        return True  # "at no point did they open fire"
    if (token.pos_ in VERBS and is_nowhere(reading, token)) or opens_negative(reading, token):
        return True
    copula = cleft(token)
    for word in bearers(reading, token, copula):
        nos = [child for child in (word, *word.children) if "no" in reading.classes("negation", child)]
        nos = [no for no in nos if no.i not in aside]  # "not one but two"
        if any(negates(no, word) for no in nos):
            return True
    if token.dep_ == "pobj" and "no" in reading.classes("negation", token.head.head):
        return True  # "knew nothing of a strike"
    return token.dep_ in {"pobj", "pcomp"} and any(
        "no" in reading.classes("negation", word) and (word == token.head or word.dep_ == "neg")
        for word in (token.head, *token.head.lefts)
    )


def negates(no: Token, word: Token) -> bool:
    """Tell whether a "no", a word or its child, negates it."""
    if no.dep_ == "pobj" and no.pos_ == "NOUN":
        return False  # "reactor No. 6"
    if sets_aside(no) is not None:
        return False  # "it was they, not we, who fired"
    # "the one side, not the other, fired" negates the other side alone
    return no == word or (no.dep_ in NEGATING and (word.pos_ in VERBS or no.i < word.i))


def bearers(reading: Reading, token: Token, copula: Token | None) -> Iterator[Token]:
    """Yield the words that negate a word if they are negated: it, and what stands around it."""
    yield token
    if token.dep_ == "compound":
        yield token.head
    yield from (child for child in token.lefts if child.dep_ in {"compound", "nmod"})
    yield from around_verb(reading, token) if token.pos_ in VERBS else above_noun(reading, token)
    if token.dep_ == "conj":  # "neither fired nor launched"
        joins = [child for child in token.head.children if child.dep_ == "cc" and child.i < token.i]
        yield from joins
        if any("or" in reading.classes("negation", join) for join in joins):
            yield token.head  # "no missile or artillery strikes"
    if copula is not None:
        yield copula
    if any(reading.party(word) for word in told_of(token)):
        yield token.head.head
    if token.dep_ == "relcl" and token.head.dep_ == "dobj" and token.head.head.pos_ in VERBS:
        above = token.head.head  # "no unit did anything that broke the truce"
        yield from (above, *(c for c in above.children if c.dep_ in {"nsubj", "nsubjpass"}))


def around_verb(reading: Reading, verb: Token) -> Iterator[Token]:
    """Yield the subject, the objects and the auxiliaries of a verb, and the verb that governs it."""
    yield from (child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass", "dobj", "aux"})
    yield from (noun for prep, noun in prepositional_objects(verb) if is_target(reading, verb, prep))
    if verb.dep_ in {"xcomp", "pcomp"} or (verb.dep_ == "ccomp" and verb.tag_ == "VB"):
        yield verb.head if verb.dep_ != "pcomp" else verb.head.head


def above_noun(reading: Reading, noun: Token) -> Iterator[Token]:
    """Yield the verb that tells of the doing of what a noun names, and the object that it is part of."""
    above = governor(noun)
    if above is None:
        return
    if above.pos_ == "NOUN" and above.dep_ == "dobj":  # "carried out no kind of attack"
        yield above
        above = above.head
    performed = bool(reading.classes("acts", above) & {"perform", "laid"})
    if performed:  # "none of its soldiers took part in the raid"
        yield from (child for child in above.lefts if child.dep_ in {"nsubj", "nsubjpass"} and child != noun)
    if (
        performed
        or above.pos_ == "AUX"
        or comes_from(reading, above)
        or (first_of(noun).dep_ == "nsubjpass" and by_agents(above))
    ):
        yield above


def governor(noun: Token) -> Token | None:
    """Return the word of which a noun is the subject, the object or the attribute."""
    first = first_of(noun)
    if first.dep_ not in {"dobj", "nsubj", "nsubjpass", "attr", "pobj"}:
        return None
    return first.head if first.dep_ != "pobj" else first.head.head


def comes_from(reading: Reading, verb: Token) -> bool:
    """Tell whether a verb says whence its subject came, so whose it was: "the fire came from our side"."""
    return "move" in reading.classes("acts", verb) and any(
        entry.data.get("whence")
        for prep, _ in prepositional_objects(verb)
        for entry in reading.entries("prepositions", prep)
    )


def is_inverted(reading: Reading, verb: Token) -> bool:
    """Tell whether a negative phrase has turned a clause round: "at no time had they fired", "in
    neither case, it said, did they fire"."""
    subject = next((child for child in verb.lefts if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None or subject.left_edge.i <= verb.sent.start:
        return False
    aux, start = subject.left_edge.nbor(-1), verb.sent.start
    if aux.pos_ not in VERBS or aux.i == start:
        return False
    before = (*verb.doc[start : min(start + FRONT, aux.i)], *verb.doc[max(start, aux.i - FRONT) : aux.i])
    return any("no" in reading.classes("negation", word) for word in before)


def opens_negative(reading: Reading, token: Token) -> bool:
    """Tell whether a word stands in the clause that a negative conjunction opens: "nor was there fire"."""
    first = next((word for word in token.sent if not (word.is_quote or word.is_space)), token)
    if first.tag_ != "CC" or "no" not in reading.classes("negation", first):
        return False
    above = (token, *token.ancestors)
    return not any(word.dep_ in {"relcl", "advcl", "conj"} and word.pos_ in VERBS for word in above)


def is_nowhere(reading: Reading, verb: Token) -> bool:
    """Tell whether an act is said to have been done to neither of two: "fired neither at it nor at them"."""
    aims = [child for child in verb.rights if child.dep_ == "prep"]
    return any(
        "no" in reading.classes("negation", word)
        for aim in aims
        for word in aim.lefts
        if word.dep_ in {"preconj", "cc"}
    )


def is_target(reading: Reading, verb: Token, preposition: Token) -> bool:
    """Tell whether what stands after a preposition is what an act is done to: "fired at no civilians"."""
    return preposition.head == verb and reading.is_aim(preposition)


def first_of(noun: Token) -> Token:
    """Return the first of the nouns that a noun is joined to: "missile and artillery strikes"."""
    while noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "PROPN"}:
        noun = noun.head
    return noun


def is_failed(reading: Reading, verb: Token) -> bool:
    """Tell whether somebody is said to have failed to do it: "failed to keep the truce"."""
    return verb.dep_ in {"xcomp", "acl"} and "fail" in reading.classes("negation", verb.head)


def is_never_done(reading: Reading, verb: Token) -> bool:
    """Tell whether somebody is said never to do such a thing: "they would never shell a school"."""
    if any("never" in reading.classes("negation", child) for child in verb.lefts):
        return True
    above = verb.head
    return verb.tag_ == "VB" and any(
        "senseless" in reading.classes("negation", word)
        for head in (above, above.head)
        for word in (head, *head.children)
        if word.i < verb.i
    )
