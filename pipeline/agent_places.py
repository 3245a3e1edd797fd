"""Where English puts the agent of an act: the subject or by-phrase of a verb, before a noun ("Norland's
strike"), in its by- or from-phrase, with the verb that performs it ("Norland carried out a strike").
"""

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.firing import burns
from pipeline.grammar.arguments import by_agents, doers, own_subjects, patients, subjects
from pipeline.grammar.clefts import told_of
from pipeline.grammar.constituents import prepositional_objects
from pipeline.grammar.labels import OBJECTS, PASSIVE_SUBJECTS, VERBS
from pipeline.grammar.partitives import counted
from pipeline.grammar.voice import is_passive
from pipeline.lexicon import read_lexicon
from pipeline.offices import role
from pipeline.reading import Reading

PERFORMING = {"perform", "launch", "attack", "harm", "effect", "breach", "halt", "start", "holdfire"}
MODIFYING = {"amod", "poss", "compound"}
NOMINAL = {
    "amod",
    "compound",
    "dobj",
    "pobj",
    "nsubj",
    "nsubjpass",
    "csubj",
    "attr",
}  # a gerund there is a noun
FORCES = {"missile", "arm", "force"}


def places_of_agents(reading: Reading, head: Token) -> Iterator[list[Token]]:
    """Yield the head nouns at each place where the agent of an act may stand, the surest place first."""
    if head.pos_ in VERBS and head.dep_ not in NOMINAL and not is_noun(head):
        if "suffer" in reading.classes("acts", head):
            after = (token for token in head.subtree if token.dep_ in MODIFYING and token.i > head.i)
            of_arms = [
                token for token in after if is_force(reading, token.head) or is_attack(reading, token.head)
            ]
            yield [token for token in of_arms if "own" not in reading.classes("voices", token)]
            yield from_whom(reading, head)
            return
        if is_headline(reading, head):
            yield by_agents(head)
            return
        if is_second_passive(reading, head):  # "was shelled and then attacked from the air"
            yield by_agents(head) or by_agents(head.head)
            return
        yield [word for word in told_of(head) if reading.party(word)]
        if head.dep_ == "acl" and "start" in reading.classes("acts", head.head):  # "attempts by X to strike"
            yield beside(reading, head.head)
        yield takers(reading, head)
        yield partakers(reading, head) or doers(head) or blamed_for(reading, head)
        yield [
            pobj
            for prep, pobj in prepositional_objects(head)
            if reading.classes("prepositions", prep) and (is_force(reading, pobj) or is_attack(reading, pobj))
        ]
        yield launchers(reading, head)
        if reading.classes("acts", head) & {"launch", "move", "sound"} or fires(reading, head):
            yield [token for token in patients(head) if is_weapon(reading, token)]
            yield from_whom(reading, head)
        return
    for child in head.children:
        if child.dep_ == "relcl" and "laid" in reading.classes("acts", child):
            yield laid_to(reading, child)
    yield owners_told(reading, head)
    left = owners(head)
    own = [child for child in left if "own" in reading.classes("voices", child)]
    done = any(entry.data.get("done") for entry in reading.entries("acts", head))
    yield [child for child in left if child not in own]
    yield by_agents(head)
    yield [
        pobj
        for prep, pobj in prepositional_objects(head)
        if ("agent" in reading.classes("prepositions", prep) and not is_distance(prep))
        or (
            "means" in reading.classes("prepositions", prep)
            and (done or is_force(reading, pobj) or is_attack(reading, pobj))
        )
    ]
    yield [
        doer
        for child in head.children
        if child.dep_ in {"acl", "relcl"} and reading.classes("acts", child) - {"", "laid"}
        for doer in doers(child)
        if doer != head
    ]
    if head.dep_ == "compound":  # "a sabotage operation by"
        yield by_whom(reading, head.head)
    if head.dep_ == "pobj" and head.head.head.pos_ == "NOUN":  # "an act of sabotage by"
        yield by_whom(reading, head.head.head)
    governor = governing_verb(reading, head)
    if governor is not None and "move" in reading.classes("acts", governor):
        yield from_whom(reading, governor)
    if governor is not None and "laid" in reading.classes("acts", governor):
        yield laid_to(reading, governor)
    performs = governor is not None and reading.classes("acts", governor) & PERFORMING
    if governor is not None and governor.dep_ == "acl" and "start" in reading.classes("acts", governor.head):
        yield beside(reading, governor.head)  # "an attempt by X to carry out a strike"
    if governor is not None and (performs or is_means(reading, head)):
        yield performers(reading, governor)
        yield by_whom(reading, governor)
    yield own
    yield by_far(reading, head)
    yield [
        pobj
        for token in head.subtree
        if token.dep_ == "prep"
        and "agent" in reading.classes("prepositions", token)
        and not is_distance(token)
        for pobj in token.children
        if pobj.dep_ == "pobj"
    ]


def is_noun(gerund: Token) -> bool:
    """Tell whether a gerund is a noun for what "of" tells after it: "reports shelling of the port"."""
    after = gerund.i + 1
    return gerund.tag_ == "VBG" and after < len(gerund.doc) and role(gerund.doc[after]) == "owner"


def launchers(reading: Reading, verb: Token) -> list[Token]:
    """Return who is said to have fired a weapon of which a clause tells what it did: "the missiles that came
    down on the port were fired by Norland"."""
    weapon, main = verb.head, verb.head.head
    if verb.dep_ != "relcl" or weapon.dep_ != "nsubjpass" or not is_weapon(reading, weapon):
        return []
    return by_agents(main) if "launch" in reading.classes("acts", main) else []


def owners_told(reading: Reading, noun: Token) -> list[Token]:
    """Return whose a weapon or an act is said to be: "the rockets were Norlandic"."""
    if noun.dep_ != "nsubj" or noun.head.pos_ != "AUX":
        return []
    told = [child for child in noun.head.rights if child.dep_ in {"acomp", "attr", "poss"}]
    return [child for child in told if names_party(reading, child)] or [
        doer for child in told for doer in by_whom(reading, child)
    ]


def names_party(reading: Reading, word: Token) -> bool:
    """Tell whether a word is itself part of the name of a party."""
    return any(mention.start <= word.i < mention.end for mention in reading.mentions)


def owners(noun: Token) -> list[Token]:
    """Return the words at a noun that may tell whose it is: those before it, "its" in "a raid of its own"."""
    own = [pobj for prep, pobj in prepositional_objects(noun) if prep.head == noun and pobj.pos_ == "ADJ"]
    before = [*noun.lefts, *(child for word in own for child in word.lefts)]
    return [child for child in before if child.dep_ in {"poss", "amod", "compound", "nmod"}]


def takers(reading: Reading, verb: Token) -> list[Token]:
    """Return whom it took some time to do what a verb says: "it took the army an hour to break it"."""
    while verb.dep_ in {"conj", "pcomp"} and verb.head.pos_ in {*VERBS, "ADP", "SCONJ"}:
        verb = verb.head.head if verb.dep_ == "pcomp" else verb.head
    if (
        verb.tag_ != "VB"
        or "took" not in reading.classes("negation", verb.head)
        or own_subjects(verb, {"nsubj"})
    ):
        return []
    return [child for child in verb.head.rights if child.dep_ in {"dative", "dobj"} and child.i < verb.i]


def by_far(reading: Reading, noun: Token) -> list[Token]:
    """Return those in a by-phrase after a noun that the parser hung on its verb: "condemned the shelling of a
    town by the rebels"."""
    verb = next((word for word in noun.ancestors if word.pos_ in VERBS), None)
    if verb is None or verb.i > noun.i or is_passive(verb):
        return []
    return [
        pobj
        for prep, pobj in prepositional_objects(verb)
        if prep.i > noun.i and prep.head == verb
        if any(
            e.data["class"] == "agent" and not e.data.get("whence")
            for e in reading.entries("prepositions", prep)
        )
    ]


def is_headline(reading: Reading, verb: Token) -> bool:
    """Tell whether who stands before a verb of casualties suffered it: "Two men killed in a raid"."""
    casualties = any(entry.data.get("people") for entry in reading.entries("acts", verb))
    whom = any(child.dep_ in OBJECTS for child in verb.children)
    own = any(child.dep_ == "nsubj" for child in verb.lefts)
    return casualties and own and not whom and verb.tag_ in {"VBN", "VBD"}


def blamed_for(reading: Reading, verb: Token) -> list[Token]:
    """Return who is said to be responsible for what a gerund names: "was responsible for bombing"."""
    word = verb.head.head
    if verb.dep_ != "pcomp" or word.dep_ != "acomp" or "blamed" not in reading.classes("denials", word):
        return []
    return subjects(word.head)


def is_second_passive(reading: Reading, verb: Token) -> bool:
    """Tell whether a verb that the parser took for active shares the passive of the one before it: it has no
    object, and its act always has one."""
    bare = not any(child.dep_ in {"dobj", "nsubj", "aux", "prt"} for child in verb.children)
    shares = verb.dep_ == "conj" and verb.tag_ == "VBD" and bare and is_passive(verb.head)
    onto = any(not reading.classes("prepositions", prep) for prep, _ in prepositional_objects(verb))
    after = verb.i + 1 < len(verb.doc) and verb.nbor().pos_ == "ADV"
    return shares and not onto and not after and bool(reading.classes("acts", verb) & {"attack", "effect"})


def performers(reading: Reading, verb: Token) -> list[Token]:
    """Return who does the act that a verb performs, also those "involved" in it."""
    if verb.dep_ == "acl" and is_passive(verb) and is_weapon(reading, verb.head):
        return by_agents(verb) or [verb.head]  # "Norland's drones, launched in two waves"
    return partakers(reading, verb) or doers(verb)


def partakers(reading: Reading, verb: Token) -> list[Token]:
    """Return who took part, passive or not: "his soldiers were involved"."""
    taking = any(entry.data.get("subject") for entry in reading.entries("acts", verb))
    return own_subjects(verb, PASSIVE_SUBJECTS) if taking else []


def laid_to(reading: Reading, verb: Token) -> list[Token]:
    """Return those to whom a verb lays what its subject names: "the raid was attributed to the rebels"."""
    words = {word for entry in reading.entries("acts", verb) for word in entry.data.get("to", ())}
    return [noun for prep, noun in prepositional_objects(verb) if prep.lower_ in words]


def fires(reading: Reading, verb: Token) -> bool:
    """Tell whether the weapon is the object of a verb: "rockets were fired at the town"."""
    return any(entry.data.get("fires") for entry in reading.entries("acts", verb))


def beside(reading: Reading, noun: Token) -> list[Token]:
    """Return whose a noun is: those before it, and in its by-phrase."""
    return [*(child for child in noun.lefts if child.dep_ in MODIFYING), *by_whom(reading, noun)]


def by_whom(reading: Reading, noun: Token) -> list[Token]:
    """Return those in the by-phrase of a noun or verb."""
    return [
        pobj for prep, pobj in prepositional_objects(noun) if "agent" in reading.classes("prepositions", prep)
    ]


def is_means(reading: Reading, noun: Token) -> bool:
    """Tell whether a noun is what somebody does something with: "responded with strikes"."""
    met = "met" in reading.classes("acts", noun.head.head)
    return (
        noun.dep_ == "pobj"
        and not met
        and "with" in {entry.id for entry in reading.entries("prepositions", noun.head)}
    )


def governing_verb(reading: Reading, noun: Token) -> Token | None:
    """Return the verb whose object, subject if passive, or complement a noun is."""
    node = noun
    while node.dep_ in {"conj", "compound", "appos"} or (
        node.dep_ in {"pobj"}
        and node.head.dep_ == "prep"
        and (node.head.head.pos_ == "NOUN" or counted(node.head.head) == node)  # "one of its raids"
    ):
        node = node.head.head if node.dep_ == "pobj" else node.head
        if "answer" in reading.classes("denials", node):
            return None
    if node.dep_ == "pobj" and "suffered" in reading.classes("prepositions", node.head):
        return None
    if node.dep_ in {"dobj", "nsubjpass", "attr", "nsubj", "pobj"}:
        verb = node.head if node.dep_ != "pobj" else node.head.head
        if verb.dep_ == "acomp":  # "was responsible for the fire"
            verb = verb.head
        if verb.pos_ in VERBS and not (node.dep_ == "pobj" and is_occasion(reading, node.head, verb)):
            return verb
    return None


def is_occasion(reading: Reading, preposition: Token, verb: Token) -> bool:
    """Tell whether what follows a preposition is why or when somebody does something, not what he does:
    "came home because of the attack", "killed two men after an attack"."""
    first = preposition.head if preposition.dep_ == "pcomp" else preposition
    kinds = reading.classes("prepositions", first)
    later = any(entry.data.get("later") for entry in reading.entries("prepositions", first))
    done = any(child.dep_ == "dobj" for child in verb.children) and not is_passive(verb)
    return bool(kinds & {"cause", "given"}) or (later and done)


def repelling_verb(reading: Reading, head: Token) -> Token | None:
    """Return the verb that says an act was repelled, None if none does: "repelled an attack"."""
    verb = governing_verb(reading, head) if head.pos_ == "NOUN" else None
    return verb if verb is not None and "repel" in reading.classes("acts", verb) else None


def from_whom(reading: Reading, verb: Token) -> list[Token]:
    """Return whom something is said to come from, no country or capital."""
    return [
        pobj
        for prep, pobj in prepositional_objects(verb)
        if "agent" in reading.classes("prepositions", prep)
        and not is_country(reading, pobj)
        and not is_distance(prep)
    ]


def is_distance(preposition: Token) -> bool:
    """Tell whether "from" tells how far something is: "110 km (68 miles) from the centre"."""
    before = [
        t
        for t in preposition.doc[max(preposition.sent.start, preposition.i - 2) : preposition.i]
        if t.is_alpha
    ]
    measures = read_lexicon("numbers").entries["measure"].words
    return bool(before) and before[-1].lower_ in measures


def is_country(reading: Reading, token: Token) -> bool:
    """Tell whether a noun names a country or a capital, from which a shot comes whoever fired it."""
    return any(m.start <= token.i < m.end and m.kind in ("state", "capital") for m in reading.mentions)


def is_weapon(reading: Reading, token: Token) -> bool:
    return bool(reading.classes("weapons", token) & {"missile", "arm"})


def is_attack(reading: Reading, token: Token) -> bool:
    return bool(reading.classes("acts", token) & {"attack", "weaponfire"})


def is_force(reading: Reading, token: Token) -> bool:
    return bool(reading.classes("weapons", token) & FORCES) and not burns(reading, token)
