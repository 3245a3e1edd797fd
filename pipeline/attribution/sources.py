"""Finds who says it: the subject of a cue, its agent, or the one whose doing the cue goes on with."""

from functools import cache

from spacy.tokens import Doc, Span, Token

from pipeline.attribution.cues import grammar_words
from pipeline.attribution.spans import trimmed
from pipeline.lexicon import all_forms, read_lexicon

SUBJECTS = {"nsubj", "csubj"}
NOMINAL = {"NOUN", "PROPN", "PRON"}
CLIMB = {
    "conj",
    "xcomp",
    "advcl",
    "ccomp",
    "pcomp",
    "prep",
    "acl",
    "dep",
    "parataxis",
    "amod",
    "appos",
    "acomp",
    "oprd",
}
RELATIVES = {"WP", "WDT", "WP$"}
MARKS = {"punct", "cc", "mark"}


def noun_phrase(head: Token, without: Token | None = None, relative: bool = True) -> Span:
    """Return the phrase of a noun: its whole subtree, cut short before the token `without` and trimmed of
    marks.
    """
    doc: Doc = head.doc
    start, end = head.left_edge.i, head.right_edge.i + 1
    if not relative:
        for child in head.rights:
            if child.dep_ in {"relcl", "acl", "appos"} and child.left_edge.i > head.i:
                end = min(end, child.left_edge.i)
                break
    if without is not None:
        if head.i < without.i < end:
            end = without.i
        elif start <= without.i < head.i:
            start = without.i + 1
    when = (child.left_edge for child in head.rights if child.dep_ == "relcl")
    end = min([end, *(word.i for word in when if word.lower_ in grammar_words("when"))])
    end = next((i for i in range(head.i + 1, end) if doc[i].text == ":"), end)  # "said the mayor: rebels …"
    while end < len(doc) and head.dep_ in SUBJECTS and goes_on(doc[end], head):
        whole = doc[end].head if doc[end].dep_ == "compound" else doc[end]
        end = whole.right_edge.i + 1  # "the company Voltar", "Ann al-Lee", which the parser cut in pieces
    commas = [i for i in range(start, end - 1) if doc[i].text == ","]
    if len(commas) > 1 and doc[commas[-1] + 1].pos_ == "ADP":
        end = commas[-1]  # "Ann Lee, the mayor, on Friday"
    return trimmed(doc, start, end)


def goes_on(name: Token, head: Token) -> bool:
    """Say whether a name is one more subject of the verb that a noun is that of."""
    whole = name.head if name.dep_ == "compound" else name
    return name.pos_ == "PROPN" and whole.dep_ == head.dep_ and whole.head == head.head


def subject(verb: Token) -> Token | None:
    """Return the own subject of an active verb, the nearer of two: "a claim Norland denied", "the reply: the
    army calls it a lie", "all of which Norland denies"."""
    found = [child for child in verb.children if child.dep_ in SUBJECTS]
    near = [child for child in found if child.i < verb.i]
    parted = len(near) > 1 and (
        near[0].lower_ in nouns_of_saying()
        or any(
            noun.tag_ in RELATIVES for prep in near[0].rights for noun in prep.rights if prep.dep_ == "prep"
        )
        or any(token.text == ":" for token in verb.doc[near[0].i : near[-1].i])
    )
    return near[-1] if parted else next(iter(found), None)


@cache
def nouns_of_saying() -> frozenset[str]:
    """Return the nouns for what somebody said or charged, in all their forms."""
    words = grammar_words("claim noun") | grammar_words("charge noun")
    return all_forms(words, "NOUN")


def passive_subject(verb: Token) -> Token | None:
    """Return what a passive verb is said of."""
    return next((child for child in verb.children if child.dep_ in {"nsubjpass", "csubjpass"}), None)


def is_passive(verb: Token) -> bool:
    """Say whether a verb stands in the passive, or as a participle like "accused by"."""
    if any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children):
        return True
    return verb.tag_ == "VBN" and not any(child.dep_ in {"aux", "nsubj"} for child in verb.children)


def agent(verb: Token) -> Token | None:
    """Return the doer that a passive names with a preposition, also after what something was called: "was
    dismissed as a lie by the army", but not "was called an attack by the army"."""
    by = grammar_words("called by")
    doers = [child for child in verb.children if child.dep_ == "agent"]
    doers += [child for name in called(verb) for child in name.rights if child.lower_ in by]
    return next((noun for child in doers[:1] for noun in child.children if noun.dep_ == "pobj"), None)


def called(verb: Token) -> list[Token]:
    """Return the nouns that tell what something is called, without those for deeds that have a doer."""
    called_as = [child for child in verb.rights if child.lower_ in grammar_words("as")]
    names = [child for child in verb.rights if child.dep_ == "oprd"]
    names += [noun for prep in called_as for noun in prep.rights if noun.dep_ == "pobj"]
    return [name for name in names if name.pos_ == "NOUN" and name.lower_ not in nouns_of_deeds()]


@cache
def nouns_of_deeds() -> frozenset[str]:
    """Return the nouns for what somebody does to another, in all their forms."""
    entries = read_lexicon("acts").entries.values()
    words = {word for entry in entries if "NOUN" in entry.pos or not entry.pos for word in entry.words}
    return all_forms(words, "NOUN")


def controller(verb: Token) -> Token | None:
    """Return the subject that a verb without its own takes from those it hangs on."""
    beside = verb.doc[verb.i - 2] if verb.tag_ == "VBG" and verb.i > 1 else verb
    if beside.dep_ == "nsubj" and beside.nbor().text == ",":
        return beside  # "which the army, insisting that it had not, denied"
    token = verb
    for _ in range(8):
        head = token.head
        if head == token or token.dep_ not in CLIMB:
            return None
        if token.dep_ in {"acl", "appos", "amod"} and head.pos_ in NOMINAL:
            return head
        if head.pos_ in {"VERB", "AUX"} and not parts_tenses(token, head):
            found = subject(head) or passive_subject(head) or (agent(head) if is_passive(head) else None)
            if found is not None:
                return found
        token = head
    return None


def parts_tenses(verb: Token, head: Token) -> bool:
    """Say whether a verb goes on with who says it, and not with what is said: "the mayor said rebels had
    fired and spoke of a crime"."""
    told = head.dep_ == "ccomp" and verb.dep_ == "conj" and verb.tag_ == "VBD"
    return told and head.tag_ == "VBN" and any(child.tag_ == "VBD" for child in head.lefts)


def antecedent(word: Token) -> Span | None:
    """Return the noun phrase that a relative pronoun, or the "whose" of a phrase, stands for."""
    relative = next(
        (token for token in word.subtree if token.tag_ in RELATIVES and not is_within_clause(token, word)),
        None,
    )
    if relative is None:
        return None
    clause = relative
    while clause.head != clause and clause.dep_ != "relcl":
        clause = clause.head
    if clause.dep_ != "relcl" or word.is_ancestor(clause):  # that of "the mission, which watches" is another
        return None
    return noun_phrase(clause.head, without=relative, relative=False)


def is_within_clause(token: Token, word: Token) -> bool:
    """Say whether a relative clause about a word, or about one below it, parts a token from the word."""
    while token != word:
        if token.dep_ == "relcl":
            return True
        token = token.head
    return False
