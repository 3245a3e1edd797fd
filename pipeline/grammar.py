"""Questions about the dependency parse: the subjects, agents and objects of a verb, what governs a word.

Tokens in, tokens out; no word of the language stands here, only the labels of the parser (ClearNLP's, as in
spaCy's English models).
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

VERBS = {"VERB", "AUX"}
SUBJECTS = {"nsubj", "csubj"}
PASSIVE_SUBJECTS = {"nsubjpass", "csubjpass"}
SIGNS_OF_PASSIVE = {"auxpass", *PASSIVE_SUBJECTS}
OBJECTS = {"dobj", "obj", "dative"}
QUOTED = 120  # tokens; a quotation that was opened longer ago is taken to be over
SHARED = {"xcomp", "advcl", "pcomp", "ccomp"}


def conjuncts(token: Token) -> list[Token]:
    """Return a token and those coordinated with it after it."""
    return [token, *(c for c in token.conjuncts if c.i > token.i)]


def is_neuter(word: Token) -> bool:
    """Say whether a word is of neuter gender: "it"."""
    return word.morph.get("Gender", []) == ["Neut"]


def is_plural(word: Token) -> bool:
    """Say whether a word is a plural."""
    return word.morph.get("Number", []) == ["Plur"]


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


def antecedent(token: Token) -> Token:
    """Return what a relative pronoun stands for, or the token itself; in a cleft what is set out:
    "it was the army that fired"."""
    if token.tag_ in {"WDT", "WP"}:
        for ancestor in token.ancestors:
            if ancestor.dep_ == "relcl":
                return set_out(ancestor.head)
            if (copula := cleft(ancestor)) is not None:
                return next(child for child in copula.rights if child.dep_ == "attr")
    return token


def set_out(noun: Token) -> Token:
    """Return the first of those whom a cleft sets out, where a noun is one of them, else the noun: "it was
    the rebels and the army that fired"."""
    first = noun
    while first.dep_ == "conj":
        first = first.head
    copula = first.head
    neuter = any(child.dep_ in SUBJECTS and is_neuter(child) for child in copula.lefts)
    return first if first.dep_ == "attr" and copula.pos_ == "AUX" and neuter else noun


def told_of(verb: Token) -> list[Token]:
    """Return what is said of a noun that a relative clause describes, by its verb: "the drone that hit it was
    Norlandic"."""
    copula = verb.head.head
    if verb.dep_ != "relcl" or verb.head.dep_ != "nsubj" or copula.pos_ != "AUX":
        return []
    return [child for child in copula.rights if child.dep_ in {"acomp", "attr"}]


def cleft(verb: Token) -> Token | None:
    """Return the "is" of the cleft whose clause a verb heads, also of one parted by a tag: "it is they, he
    said, that fired"; None if it heads none."""
    if verb.dep_ not in {"ccomp", "relcl"} or not any(c.tag_ in {"WDT", "WP"} for c in verb.lefts):
        return None
    above = verb.head.head if verb.dep_ == "relcl" else verb.head
    for word in (above, *(child for child in above.lefts if child.dep_ == "ccomp")):
        subject = [child for child in word.lefts if child.dep_ in SUBJECTS and child.pos_ == "PRON"]
        if word.pos_ == "AUX" and subject and any(child.dep_ == "attr" for child in word.rights):
            return word
    return None


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


def prepositional_objects(head: Token) -> Iterator[tuple[Token, Token]]:
    """Yield (preposition, object) for each prepositional phrase of a word, coordinated objects too; none for
    "not by" or "not at"."""
    for child in head.children:
        if child.dep_ in {"prep", "agent"} and not any(word.dep_ == "neg" for word in child.children):
            for pobj in child.children:
                if pobj.dep_ in {"pobj", "pcomp"}:
                    for each in conjuncts(pobj):
                        yield child, each
                elif pobj.dep_ == "prep":
                    for inner in pobj.children:
                        if inner.dep_ == "pobj":
                            for each in conjuncts(inner):
                                yield pobj, each


def counted(token: Token) -> Token:
    """Return those of whom some are meant: the troops in "any of its troops", "one of its troops"."""
    if token.pos_ in {"DET", "PRON", "NUM"}:
        parts = [noun for prep, noun in prepositional_objects(token) if prep.i == token.i + 1]
        return parts[0] if parts and parts[0].pos_ in {"NOUN", "PROPN"} else token
    return token


def is_some(token: Token) -> bool:
    """Tell whether a word is so many of what was named before: "91 of them", "a single one"."""
    if token.pos_ in {"NUM", "PRON"} or token.tag_ == "CD":
        return not [*token.rights] or any(p.pos_ == "PRON" for _, p in prepositional_objects(token))
    return token.like_num and token.pos_ == "NOUN"


def is_count(noun: Token) -> bool:
    """Tell whether a noun is so many of something that it leaves out: "a total of 21"."""
    return any(pobj.pos_ == "NUM" for prep, pobj in prepositional_objects(noun) if prep.head == noun)


def is_quoted(token: Token) -> bool:
    """Tell whether a word stands within quotation marks that were opened before it in its paragraph."""
    straight = 0
    for other in reversed(token.doc[max(0, token.i - QUOTED) : token.i]):
        if "\n" in other.text:
            break
        if other.text == '"':
            straight += 1
        elif other.is_quote:
            return bool(other.is_left_punct)
    return straight % 2 == 1


def is_quoted_in_part(token: Token) -> bool:
    """Tell whether a word stands in a quotation that ends a clause begun outside: "insisted that "it …"."""
    start = max(token.sent.start, token.i - QUOTED)
    opening = next((t for t in reversed(token.doc[start : token.i]) if t.is_quote), None)
    return opening is not None and opening.i > token.sent.start and opening.nbor(-1).dep_ == "mark"


def is_attribute(adjective: Token) -> bool:
    """Tell whether an adjective stands before the noun it belongs to, by the words alone."""
    for other in adjective.doc[adjective.i + 1 : adjective.sent.end]:
        if other.pos_ not in {"ADJ", "ADV", "CCONJ"}:
            return other.pos_ in {"NOUN", "PROPN"}
    return False


def is_pointed_at(noun: Token) -> bool:
    """Tell whether a noun is definite or demonstrative: "the raid", "these raids"."""
    return any(
        child.dep_ == "det"
        and (child.morph.get("Definite", []) == ["Def"] or child.morph.get("PronType", []) == ["Dem"])
        for child in noun.children
    )


def noun_phrase(token: Token) -> Span:
    """Return the noun phrase of a head noun, up to where a clause hangs on it or a new conjunct begins."""
    doc: Doc = token.doc
    left = token.left_edge.i
    end = token.i + 1
    for child in token.rights:
        if child.dep_ == "appos" and token.i < token.head.i < child.i:
            break  # "two shells fell there, the governor said": whom the parser hung on the shells
        if child.dep_ in {"prep", "appos", "amod", "compound", "case", "nummod", "flat"} and child.i >= end:
            end = child.right_edge.i + 1
        elif child.dep_ != "punct":
            break
    if end + 1 < len(doc) and doc[end].text == "-" and doc[end + 1].head == token.head != token:
        end += 2 if doc[end + 1].dep_ == token.dep_ else 0  # "the XYZ-N", which the parser took for two
    if token.dep_ == "conj" and end < len(doc) and doc[end].dep_ == "prep" and doc[end].head == token.head:
        end = doc[end].right_edge.i + 1  # "the rebels and soldiers of Norland"
    for inner in doc[token.i + 1 : end]:
        if inner.dep_ in {"relcl", "acl"} and inner.left_edge.i > token.i:
            end = min(end, inner.left_edge.i)
    return doc[left : max(end, token.i + 1)]


def clause(head: Token) -> set[int]:
    """Return the token indices of the clause of a verb or noun: its subtree without coordinated clauses."""
    indices: set[int] = {head.i}
    for child in head.children:
        if child.dep_ == "conj" and child.pos_ in VERBS:
            continue
        indices.update(token.i for token in child.subtree)
    return indices
