"""The rule for nouns of saying: "Sudland's claim that …", "a denial by the army of …", "was the mayor's
answer".
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from pipeline.attribution.beside import FINITE, days
from pipeline.attribution.cues import POSSESSIVE, Cue, grammar_words, index
from pipeline.attribution.drafts import Draft
from pipeline.attribution.sources import agent, antecedent, noun_phrase, nouns_of_saying, subject
from pipeline.attribution.spans import Range, clean, joined, trimmed
from pipeline.attribution.tallies import owned_after, sum_of
from pipeline.lexicon import Entry

CLAUSE_REACH = 14
PAST = {"VBN", "VBD"}


def noun_statements(doc: Doc, cues: list[Cue]) -> Iterator[Draft]:
    """Yield a draft for each noun of saying that tells what is said, or names a source and awaits a
    quotation.
    """
    for cue in cues:
        entry = next((entry for entry in cue.entries if entry.data.get("role") == "noun"), None)
        noun = cue.token
        if entry is None or (entry != cue.entries[0] and opens_phrase(noun, cue.entries[0])):
            continue
        content = content_of(noun, entry)
        if content and is_none(noun):
            holder = who_tells(noun)
            if holder is not None:
                yield Draft(noun, (cue.start, cue.end), content, "says", entry.id, noun_phrase(holder))
            continue
        told = clause_of(noun) is not None or stray_clause(noun, entry) != [] or sum_of(noun, entry) != []
        source = who(noun, entry, told)
        if source is not None and content and source.start < content[0][0] < source.end:
            source = trimmed(doc, source.start, content[0][0])
        if not content and (tag := tag_of(noun)) is not None:
            source = who(noun, entry, clause=True)
            content = [] if source is None else around_tag(noun, tag, source)
        if not content and cue.kind == "denies" and is_issued(noun):
            source = who(noun, entry, clause=True) or noun_phrase_of(who_tells(noun))
            content = [(noun.i, noun.i + 1)]  # it denies what was alleged
        if content or (source is not None and "quote" in entry.data.get("takes", ())):
            draft = Draft(noun, (cue.start, cue.end), content, cue.kind, entry.id, source)
            draft.antecedent = None if source is None else antecedent(source.root)
            yield draft


def is_issued(noun: Token) -> bool:
    """Say whether a statement is told of as made, and not as known or wished for: "issued a denial", "replied
    with a flat denial", "a denial came from Kyrbak"."""
    known = any(child.dep_ == "poss" or child.morph.get("Definite", []) == ["Def"] for child in noun.lefts)
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    made = verb.lower_ in grammar_words("issues") or verb.lower_ in grammar_words("comes from")
    return made and not known and noun.dep_ in {"dobj", "pobj", "nsubj"}


def noun_phrase_of(noun: Token | None) -> Span | None:
    """Return the phrase of a noun, if there is one."""
    return None if noun is None else noun_phrase(noun)


def tag_of(noun: Token) -> int | None:
    """Return where a tag with a noun of saying begins, None if it stands in none: "the port was hit, runs the
    army's version", "the port was hit: that is the account of the army".
    """
    doc = noun.doc
    verb = doc[max(noun.left_edge.i - 1, 0)]
    points = verb.pos_ == "AUX" and verb.i > 0 and doc[verb.i - 1].lower_ in grammar_words("this is")
    start = verb.i - points
    told = points or verb.lower_ in grammar_words("runs")
    return start if told and start > noun.sent.start and doc[start - 1].is_punct else None


def around_tag(noun: Token, start: int, source: Span) -> list[Range]:
    """Return what stands before and after a tag with a noun of saying in its sentence, between semicolons."""
    doc, end = noun.doc, max(source.end, noun.i + 1)
    low = max((t.i + 1 for t in doc[noun.sent.start : start] if t.text == ";"), default=noun.sent.start)
    high = next((t.i for t in doc[end : noun.sent.end] if t.text == ";"), noun.sent.end)
    parts = [clean(doc, low, start), clean(doc, end, high)]
    return [(first, last) for first, last in parts if first < last]


def is_none(noun: Token) -> bool:
    """Say whether it is doubt that there is none of: "has no doubt that the rebels fired"."""
    none = any(child.lower_ in grammar_words("nobody") for child in noun.lefts)
    return none and noun.lower_ in grammar_words("certain")


def opens_phrase(noun: Token, entry: Entry) -> bool:
    """Say whether a noun stands in a phrase that names a source: "by the army's account"."""
    return noun.dep_ == "pobj" and noun.head.lower_ in entry.data.get("after", ())


def clause_of(noun: Token) -> Token | None:
    """Return the clause that tells the content: "the claim that …"."""
    for child in noun.rights:
        if child.dep_ in {"acl", "ccomp", "relcl"} and any(
            t.dep_ == "mark" or (t.tag_ in {"WDT", "IN"} and t.dep_ in {"advmod", "dep"}) for t in child.lefts
        ):
            return child
        if child.dep_ == "relcl" and is_told_after_that(child):
            return child
        if child.dep_ == "acl" and any(word.tag_ == "TO" for word in child.lefts):
            return child
        if child.dep_ == "relcl" and child.left_edge.dep_ == "prep" and child.left_edge.i == noun.i + 2:
            return child  # "the army's version, in which"
    if noun.dep_ == "nsubj" and noun.head.pos_ == "AUX":  # "the army's account is that"
        told = (child for child in noun.head.rights if child.dep_ == "ccomp")
        return next((c for c in told if any(t.dep_ == "mark" for t in c.lefts)), None)
    return noun.head if verdict_on(noun) is not None else None


def verdict_on(noun: Token) -> Token | None:
    """Return the verb that says something of a noun, where the parser took the noun for the subject of the
    infinitive after it: "the claims to have hit it are untrue"."""
    verb = noun.head
    after = noun.dep_ == "nsubj" and any(t.tag_ == "TO" and t.i == noun.i + 1 for t in verb.lefts)
    joined_on = (
        c for c in verb.rights if c.dep_ == "conj" and c.tag_ in FINITE and subject(c) in (None, noun)
    )
    return next(joined_on, None) if after and not any(c.dep_ == "cc" for c in verb.rights) else None


def is_told_after_that(verb: Token) -> bool:
    """Say whether a clause with a subject after "that" tells what is said, though the parser took "that" for
    its object: "the claim that troops fired", not "the claim that it made"."""
    first = verb.left_edge
    misread = first.dep_ == "dobj" and first.head == verb and first.lower_ in grammar_words("that")
    reports = any(not rest for rest, _ in index().get(verb.lower_, ()))
    if not misread or subject(verb) is None or reports:
        return False
    return verb.lower_ not in grammar_words("comes from") and any(c.dep_ == "prep" for c in verb.rights)


def stray_clause(noun: Token, entry: Entry) -> list[Range]:
    """Return the clause after "the charge by the rebels that …", where the parser hung it on the rebels, or
    "the mayor's claim in Hilltown that …"."""
    doc, words = noun.doc, grammar_words("that")
    if noun.i + 1 >= len(doc):
        return []
    if doc[noun.i + 1].lower_ in words and doc[noun.i + 1].dep_ == "mark" and owner(noun) is not None:
        return [(noun.i + 1, doc[noun.i + 1].head.right_edge.i + 1)]
    named = doc[after_noun(noun)].lower_ in {*entry.data["from"], *entry.data["owner"]}
    dated = any(token.lower_ in days() for token in doc[noun.i + 1 : noun.i + 3]) and owner(noun) is not None
    placed = doc[noun.i + 1].pos_ == "ADP" and owner(noun) is not None
    if not (named or dated or placed):
        return []
    for i in range(noun.i + 2, min(noun.sent.end, noun.i + CLAUSE_REACH)):
        if doc[i].lower_ in words and is_conjunction(doc[i]):
            end = max(doc[i].head.right_edge.i + 1, i + 1)
            return [(i, closing_comma(doc, i, end) if doc[i - 1].text == "," else end)]
        opens = doc[i].text == "," and doc[i + 1 : noun.sent.end][:1].text.lower() in words
        if (doc[i].is_punct and not opens) or doc[i].tag_ in FINITE:
            return []
    return []


def closing_comma(doc: Doc, start: int, end: int) -> int:
    """Return where a clause that a comma opened ends: before one with the verb of the sentence after it."""
    commas = (i for i in range(start, end - 1) if doc[i].text == ",")
    return next((i for i in commas if doc[i + 1].tag_ in FINITE), end)


def after_noun(noun: Token) -> int:
    """Return where the words after a noun of saying begin, past a participle that the parser may take for
    the verb of the sentence: "the report spread by the army that …"."""
    doc, i = noun.doc, noun.i + 1
    return i + 1 if doc[i].tag_ in PAST and i + 1 < len(doc) else i


def is_conjunction(that: Token) -> bool:
    """Say whether "that" opens a clause which lacks nothing: it is no subject, nor an object besides
    another.
    """
    if that.dep_ in {"nsubj", "nsubjpass"}:
        return False
    if that.tag_ == "IN" and is_told_after_that(that.head):
        return True
    return that.dep_ != "dobj" or any(child.dep_ == "dobj" and child != that for child in that.head.children)


def content_of(noun: Token, entry: Entry) -> list[Range]:
    """Return the content of a noun of saying: its clause, else its object after a preposition."""
    takes = entry.data.get("takes", ())
    clause = clause_of(noun)
    verdict = verdict_on(noun)
    if verdict is not None:
        return [(noun.i + 1, verdict.left_edge.i)]
    if clause is not None:
        start, end = clause.left_edge.i, clause.right_edge.i + 1
        if end < noun.sent.end and noun.doc[end].tag_ in {"WP", "WDT"} and clause.pos_ == "AUX":
            end = max(end, noun.doc[end].head.right_edge.i + 1)  # "that it was the army which fired"
        answers = (word.head.i for word in noun.doc[start:end] if charge_answered(word) == noun)
        return [(start, min([end, *answers]))]
    stray = stray_clause(noun, entry)
    if stray:
        return stray
    found = [
        (child.left_edge.i, child.right_edge.i + 1)
        for child in noun.rights
        if child.dep_ == "prep" and child.lower_ in takes
    ]
    deeds = [
        c
        for c in noun.rights
        if found and c.dep_ == "acl" and c.tag_ == "VBG" and c.left_edge.i == found[-1][1]
    ]
    found += [(deed.left_edge.i, deed.right_edge.i + 1) for deed in deeds]  # "a claim of drones hitting it"
    named = any(
        child.dep_ in {"prep", "agent"} and child.lower_ in entry.data["from"] for child in noun.rights
    )
    found += sum_of(noun, entry)
    told = (
        owner(noun) is not None or named or origin(noun, entry) is not None or keeper(noun, entry) is not None
    )
    return joined(noun.doc, found) if found and (told or owned_after(noun, entry)) else []


def keeper(noun: Token, entry: Entry) -> Token | None:
    """Return who has or comes to a count: "the army has a list of 40 breaches"."""
    return who_tells(noun) if entry.data.get("sums") and owner(noun) is None else None


def maker(noun: Token) -> Token | None:
    """Return who is said in a relative clause to have made a claim: "the claim that it fired, which the army
    made on Friday"."""
    clauses = (child for child in noun.rights if child.dep_ == "relcl" and child.tag_ in FINITE)
    return next((subject(c) for c in clauses if c.lower_ in grammar_words("comes from")), None)


def origin(noun: Token, entry: Entry) -> Token | None:
    """Return whom a word or charge is said to come from: "the charge that it fired came from the army"."""
    verb = noun.head
    inverted = noun.dep_ == "dobj" and subject(verb) is None  # "from the army came word"
    if not (noun.dep_ in {"nsubj", "nsubjpass"} or inverted) or verb.lower_ not in grammar_words(
        "comes from"
    ):
        return None
    whence = (child for child in verb.children if child.dep_ in {"prep", "agent"})
    of = (child for prep in whence if prep.lower_ in entry.data["from"] for child in prep.rights)
    return next((named for named in of if named.dep_ == "pobj"), None)


def charge_answered(noun: Token) -> Token | None:
    """Return the charge that is answered with a noun of saying, wherever the parser hung it: "met the charge
    that it fired with the remark that"."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in grammar_words("answers with"):
        return None
    above = (*noun.head.head.children, *noun.head.ancestors)
    found = (word for word in above if word.dep_ == "dobj" and word.i < noun.i)
    said = noun.lower_ in nouns_of_saying()
    return next((word for word in found if said and word.lower_ in nouns_of_saying()), None)


def answerer(noun: Token) -> Token | None:
    """Return who answers a charge with what he says."""
    charge = charge_answered(noun)
    return None if charge is None else subject(charge.head)


def comer(noun: Token) -> Token | None:
    """Return who comes out with what he says: "came forward with the assertion that"."""
    verb = noun.head.head
    opens = noun.dep_ == "pobj" and noun.head.lower_ in grammar_words("answers with")
    return subject(verb) if opens and verb.lower_ in grammar_words("comes with") else None


def owner(noun: Token) -> Span | None:
    """Return who owns the noun: "the army's claim", "a Defence Ministry report"."""
    doc = noun.doc
    possessor = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    if possessor is None and noun.i > 1 and doc[noun.i - 1].tag_ == POSSESSIVE:
        possessor = doc[noun.i - 2]
    if possessor is not None:
        return noun_phrase(possessor, without=noun)
    end = start = noun.i
    while start > noun.sent.start and (
        doc[start - 1].pos_ == "PROPN"
        or (start < end and doc[start - 1].pos_ == "ADJ" and doc[start - 1].text[0].isupper())
    ):
        start -= 1
    if start < end and doc[end - 1].pos_ == "PROPN":
        return doc[start:end]
    return adjective(noun)


def adjective(noun: Token) -> Span | None:
    """Return the adjective of a name that owns the noun: "Norlandic reports of a raid"."""
    found = next((child for child in noun.lefts if child.dep_ == "amod" and child.text[0].isupper()), None)
    return None if found is None else noun.doc[found.i : found.i + 1]


def who(noun: Token, entry: Entry, clause: bool) -> Span | None:
    """Return who says it: the owner, or the one named after "by" or "from"."""
    found = owner(noun)
    if found is not None:
        return found
    places = {*entry.data["from"], *(entry.data["owner"] if clause else ())}
    for child in noun.rights:
        if child.dep_ in {"prep", "agent"} and child.lower_ in places:
            named = next((token for token in child.children if token.dep_ == "pobj"), None)
            if named is not None:
                return noun_phrase(named)
        told = agent(child) if child.dep_ == "acl" and child.tag_ == "VBN" else None
        if told is not None and child != clause_of(noun):
            return noun_phrase(told)  # "reports circulated by Kyrbak"
        if child.dep_ == "acl" and child.tag_ == "VBG":  # "claims coming from Kyrbak"
            for preposition in child.children:
                if preposition.dep_ == "prep" and preposition.lower_ in places:
                    named = next((token for token in preposition.children if token.dep_ == "pobj"), None)
                    return None if named is None else noun_phrase(named)
    told = origin(noun, entry) or keeper(noun, entry) or maker(noun) or answerer(noun)
    told = told or (comer(noun) if clause else None)
    if told is not None:
        return noun_phrase(told)
    doc = noun.doc
    if noun.i + 1 < len(doc) and doc[i := after_noun(noun)].lower_ in places:
        stray = next((token for token in doc[i].children if token.dep_ == "pobj"), None)
        return None if stray is None else noun_phrase(stray)
    return None


def who_tells(noun: Token) -> Token | None:
    """Return who speaks by a noun that is somebody's doing: "the town released a statement saying …"."""
    possessor = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    if possessor is not None:
        return possessor
    head = noun.head
    if noun.dep_ == "pobj":
        head = head.head
    return subject(head) if noun.dep_ in {"dobj", "pobj"} else None
