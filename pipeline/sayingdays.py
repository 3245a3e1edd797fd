"""Tells the day on which something was said from the day of what is said: by the parse, and by place."""

from spacy.tokens import Span, Token

from pipeline.datewords import DateMention, dated, governor, leads, root_of
from pipeline.phrases import plain

PLAIN_VERBS = {"VERB", "AUX"}
CLAUSES = {"relcl", "ccomp", "advcl", "acl", "parataxis"}
SUBJECTS = {"nsubj", "nsubjpass"}
NOUNS = {"NOUN", "PROPN"}
DATELINE = 9  # how many words into a sentence a dateline may reach: "HILLTOWN, Norland, March 19 (Agency) -"


def is_window(mention: DateMention) -> bool:
    """Return whether the words mean a stretch of time in which acts are counted, and so no day of saying."""
    return mention.kind in {"since", "span"} or (
        mention.kind in {"window", "earlier"} and mention.date_from != mention.date_to
    )


def of_saying(mention: DateMention, cue: Token | None, act: Token | None) -> bool:
    """Return whether a mention is the day of saying: of the cue, of another word of reporting, or of a
    statement.
    """
    token = cue or act
    if token is None:
        return False
    head = governor(mention, token)
    if head.pos_ == "NOUN" and root_of(mention, token).dep_ == "poss" and not is_saying(head):
        return False  # "denounced Friday's raid", "blamed them for Friday's blackout"
    if act is not None and any(ends_subject(mention, verb, act) for verb in (head, cue) if verb is not None):
        return False
    if cue is not None and cue.pos_ in {*PLAIN_VERBS, "NOUN"} and beside(mention, cue):
        return True
    if is_window(mention):
        return False
    if any(plain(lead.text) in dated("covering") for lead in leads(mention, token)):
        return False  # "for Friday alone they counted nine raids"
    if head not in (act, cue) and is_saying(head):
        # "the truce announced on 30 March" is no day of the statement, nor one of the act.
        return act is not None or head.dep_ not in {"acl", "relcl"}
    if cue is None or (act is not None and inside_statement(mention, cue, act)):
        return False
    said = act or said_verb(cue, mention)
    between = said is not None and cue.i < said.i < mention.start and cue.pos_ in PLAIN_VERBS
    if said is not None and between and (head == cue or head.i > said.i):
        # "accused them of shelling the port on Friday": the parser often hangs the day on the first verb.
        return is_parted(cue.doc[said.i : mention.start])
    return with_cue(head, cue, act)


def ends_subject(mention: DateMention, verb: Token, act: Token) -> bool:
    """Return whether a date ends the subject in which the act stands, before its verb: "the charge that they
    shelled it last week was rejected"."""
    if not act.i < mention.start <= mention.end <= verb.i:
        return False
    first = min([mention.start, *(lead.i for lead in leads(mention, act))])
    return not act.doc[first - 1].is_punct and any(
        child.dep_ in SUBJECTS and child.is_ancestor(act) for child in verb.lefts
    )


def is_parted(between: Span) -> bool:
    """Return whether a comma parts what stands on both sides of a stretch, not one of the two around a place:
    "shelling the port, in the north, on Friday", nor one of a list."""
    commas = [token.i for token in between if token.text == "," and not is_listing(token)]
    while len(commas) > 1 and between.doc[commas[0] + 1].pos_ in {"ADP", "PROPN", "ADV"}:
        verbs = (token.pos_ in PLAIN_VERBS for token in between.doc[commas[0] : commas[1]])
        if any(verbs):
            break
        commas = commas[2:]
    return bool(commas)


def is_listing(comma: Token) -> bool:
    """Return whether a comma stands between the nouns of a list: "the posts of A, B and C"."""
    first = comma.head
    return first.pos_ in NOUNS and any(child.dep_ == "conj" and child.i > comma.i for child in first.children)


def said_verb(cue: Token, mention: DateMention) -> Token | None:
    """Return the verb of what is said, where it stands between the cue and a date."""
    between = (child for child in cue.children if cue.i < child.i < mention.start)
    return next((child for child in between if child.dep_ in {"ccomp", "pcomp", "xcomp"}), None)


def is_saying(head: Token) -> bool:
    """Return whether a word is a verb of reporting, the noun of a statement, or what was done with one: "a
    statement put out on Friday"."""
    if head.dep_ == "acl" and head.tag_ == "VBN" and is_statement(head.head):
        return True
    if head.pos_ in PLAIN_VERBS:
        return plain(head.text) in dated("saying") | dated("accusing")
    return is_statement(head)


def is_statement(noun: Token) -> bool:
    """Return whether a word is the noun of a statement."""
    return noun.pos_ == "NOUN" and plain(noun.text) in dated("statement")


def with_cue(head: Token, cue: Token, act: Token | None) -> bool:
    """Return whether a word stands in the clause of the cue or of its conjuncts, not in what is said."""
    saying = {cue, *(token for token in cue.conjuncts if token != act)}
    here = head
    while here not in saying:
        if (
            here.head == here
            or here == act
            or here.dep_ in CLAUSES
            or (act is not None and here.is_ancestor(act))
        ):
            return False
        here = here.head
    return True


def beside(mention: DateMention, cue: Token) -> bool:
    """Return whether a mention stands next to the cue, with at most a preposition or adverb between."""
    doc = cue.doc
    if mention.end <= cue.i:
        between = doc[mention.end : cue.i]
        return all(token.pos_ in {"AUX", "ADV", "PART"} for token in between)
    between = doc[cue.i + 1 : mention.start]
    return all(token.pos_ in {"ADP", "ADV"} or token.dep_ == "prt" for token in between)


def inside_statement(mention: DateMention, cue: Token, act: Token) -> bool:
    """Return whether a date stands, by its place, in what is said: before an interposed cue, or "…, between
    1 and 3 May, he said".
    """
    head, last = governor(mention, act), max(mention.end, act.i + 1)
    tagged = head == cue and any(act.i < child.i < cue.i for child in cue.lefts if child.dep_ == "nsubj")
    if last <= cue.i and (tagged or (head != cue and not is_saying(head))):
        return any(token.text == "," for token in cue.doc[last : cue.i])
    return interposed(mention, cue, act)


def interposed(mention: DateMention, cue: Token, act: Token) -> bool:
    """Return whether the cue is put into what is said, after its date: "Before dawn, he said, they fired"."""
    if not mention.end <= cue.i < act.i:
        return False
    doc = cue.doc
    commas = [token.i for token in doc[mention.end : act.i] if token.text == ","]
    if not commas or commas[0] != mention.end:
        return False
    after = [comma for comma in commas if comma > cue.i]
    return (
        bool(after)
        and doc[after[0] - 1].pos_ != "SCONJ"
        and not any(token.dep_ == "mark" and token.head.dep_ == "ccomp" for token in doc[cue.i : after[0]])
    )


def is_dateline(mention: DateMention, sentence: Span) -> bool:
    """Return whether a mention is that of a dateline: "HILLTOWN, May 19 - ", "LOWTOWN, May 19 (Agency) -"."""
    if mention.start - sentence.start > DATELINE or not any(
        token.is_upper and len(token) > 2 for token in sentence[:2]
    ):
        return False
    following = sentence.doc[mention.end : mention.end + 5]
    return len(following) > 0 and (following[0].text in {"-", "–", "—", "--", "(", ".—"})
