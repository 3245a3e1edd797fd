"""Whether an act that a word names is asserted: "denied", "threatened to" and "if" make it speak of none."""

from collections.abc import Collection

from spacy.tokens import Token

from pipeline.grammar.arguments import by_agents
from pipeline.grammar.clefts import cleft, told_of
from pipeline.grammar.constituents import prepositional_objects
from pipeline.grammar.labels import VERBS
from pipeline.reading import Reading

QUESTION = "WRB"  # "where", "how"
FINITE = {"VBD", "VBZ", "VBP"}
PAST = {"VBD", "VBN"}
FRONT = 4  # tokens of a phrase at the front of a clause
NEGATING = {"neg", "det", "nummod", "preconj", "cc", "advmod", "nsubj", "nsubjpass", "dobj"}


def is_negated(reading: Reading, token: Token) -> bool:
    """Tell whether a word is negated: itself, its verb, its subject or its object."""
    chain = [token, token.head] if token.dep_ == "compound" else [token]
    chain += [child for child in token.lefts if child.dep_ in {"compound", "nmod"}]
    if token.pos_ in VERBS:
        chain += [child for child in token.children if child.dep_ in {"nsubj", "nsubjpass", "dobj", "aux"}]
        chain += [noun for prep, noun in prepositional_objects(token) if is_target(reading, token, prep)]
        if token.dep_ in {"xcomp", "pcomp"} or (token.dep_ == "ccomp" and token.tag_ == "VB"):
            chain.append(token.head if token.dep_ != "pcomp" else token.head.head)
    elif (first := first_of(token)).dep_ in {"dobj", "nsubj", "nsubjpass", "attr", "pobj"}:
        governor = first.head if first.dep_ != "pobj" else first.head.head
        if governor.pos_ in VERBS and is_inverted(reading, governor):
            return True  # "at no point did they open fire"
        if governor.pos_ == "NOUN" and governor.dep_ == "dobj":  # "carried out no kind of attack"
            chain.append(governor)
            governor = governor.head
        if (
            reading.classes("acts", governor) & {"perform", "laid"}
            or governor.pos_ == "AUX"
            or comes_from(reading, governor)
            or (first.dep_ == "nsubjpass" and by_agents(governor))
        ):
            chain.append(governor)
    if token.pos_ in VERBS and (is_inverted(reading, token) or is_nowhere(reading, token)):
        return True
    if opens_negative(reading, token):
        return True
    if token.dep_ == "conj":  # "neither fired nor launched"
        chain += [child for child in token.head.children if child.dep_ == "cc" and child.i < token.i]
    if (copula := cleft(token)) is not None:
        chain.append(copula)
    if any(reading.party(word) for word in told_of(token)):
        chain.append(token.head.head)
    if token.dep_ == "relcl" and token.head.dep_ == "dobj" and token.head.head.pos_ in VERBS:
        above = token.head.head  # "no unit did anything that broke the truce"
        chain += [above, *(c for c in above.children if c.dep_ in {"nsubj", "nsubjpass"})]
    for word in chain:
        for child in (word, *word.children):
            if "no" not in reading.classes("negation", child):
                continue
            if child.dep_ == "pobj" and child.pos_ == "NOUN":
                continue  # "reactor No. 6"
            if (
                word == copula
                and child.dep_ == "neg"
                and any(c.dep_ == "attr" and c.i < child.i for c in word.rights)
            ):
                continue  # "it was they, not we, who fired"
            # "the one side, not the other, fired" negates the other side alone
            if child == word or (child.dep_ in NEGATING and (word.pos_ in VERBS or child.i < word.i)):
                return True
    if token.dep_ == "pobj" and "no" in reading.classes("negation", token.head.head):
        return True  # "knew nothing of a strike"
    return token.dep_ in {"pobj", "pcomp"} and any(
        "no" in reading.classes("negation", word) and (word == token.head or word.dep_ == "neg")
        for word in (token.head, *token.head.lefts)
    )


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


def is_unreal(reading: Reading, token: Token, cues: Collection[int] = ()) -> bool:
    """Tell whether an act is threatened, banned, planned or supposed rather than said to have been done.

    `cues` are the words that say or charge, whose purpose takes nothing from what they charge: "to protest".
    """
    if any("unreal" in reading.classes("acts", child) for child in token.lefts):
        was = token.dep_ == "attr" and token.head.tag_ == "VBD"  # "the raid was a planned operation"
        return not is_negated(reading, token) and not was
    if is_command(token) or is_aim(token) or is_unheard_of(reading, token):
        return True
    if "laid" in reading.classes("acts", token.head) and is_negated(reading, token):
        return False  # "the raid could not be blamed on the army"
    node, steps = token, 0
    while steps < 12:
        steps += 1
        asks = node.pos_ in VERBS and any(word.tag_ == QUESTION for word in node.lefts)
        if node.dep_ in {"ccomp", "acl"} and node.head.i not in cues and is_unknown(reading, node):
            return True
        if asks and node.dep_ in {"ccomp", "csubj"} and not is_recounted(reading, node):
            return True  # "it is unclear where the shell was fired from"
        if (
            node.dep_ == "relcl"
            and node.tag_ in {"VBZ", "VBP"}
            and not any(c.dep_ == "aux" for c in node.children)
            and cleft(node) is None
            and not any(
                c.dep_ == "amod" and c.like_num for c in node.head.lefts
            )  # "the second time it fires"
        ):
            return True  # what somebody does as a rule, not what was done
        if node.dep_ in {"relcl", "acl"} and is_any(reading, node.head) and not is_negated(reading, node):
            return True  # "asked whom anything that broke the truce would help"
        if node.pos_ in VERBS and (modal(reading, node) or conditional(reading, node)):
            return True
        if node.pos_ == "NOUN" and "answer" in reading.classes("denials", node):
            return False  # what somebody answers has been done
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


def is_any(reading: Reading, noun: Token) -> bool:
    """Tell whether a noun or pronoun speaks of what there may be none of: "anything", "any unit"."""
    return any("any" in reading.classes("negation", word) for word in (noun, *noun.lefts))


def is_stopped_attempt(reading: Reading, noun: Token) -> bool:
    """Tell whether an attempt was made and stopped: "thwarted an attempt to attack the port"."""
    return (
        noun.dep_ in {"dobj", "nsubjpass"}
        and noun.head.pos_ in VERBS
        and noun.head.tag_ != "VB"
        and bool(reading.classes("acts", noun.head) & {"avert", "repel", "halt"})
        and any(entry.data.get("tried") for entry in reading.entries("acts", noun))
    )


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


def is_recounted(reading: Reading, verb: Token) -> bool:
    """Tell whether a clause tells how something went that was done: "described how a drone had hit it"."""
    asking = [word for word in verb.lefts if word.tag_ == QUESTION]
    how = all("how" in reading.classes("negation", word) for word in asking)
    return how and verb.tag_ in {*PAST, "VBG"} and "recounts" in reading.classes("negation", verb.head)


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


def modal(reading: Reading, verb: Token) -> bool:
    """Tell whether a verb has a modal that takes its reality away; "may have struck" leaves it."""
    auxiliaries = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    perfect = any("perfect" in reading.classes("negation", a) for a in auxiliaries)
    return not perfect and any(a.tag_ == "MD" for a in auxiliaries)


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
