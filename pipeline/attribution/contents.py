"""Finds what is said: the clauses, objects and phrases that hang on a cue, or should."""

from collections.abc import Collection

from spacy.tokens import Token

from pipeline.attribution.beside import FINITE, NOMINAL
from pipeline.attribution.cues import grammar_words
from pipeline.attribution.nouns import is_conjunction, is_told_after_that
from pipeline.attribution.sources import antecedent
from pipeline.attribution.spans import Range, joined
from pipeline.attribution.tags import STOPS, segment_start
from pipeline.lexicon import Entry

DESCRIBING = {"nummod", "amod", "compound", "det", "poss"}
CLAUSES = {"ccomp", "parataxis"}
WITHIN = {"pobj", "pcomp", "ccomp", "advcl", "acl"}  # what hangs on a later word of the cue: "call for calm"
THAT_REACH = 14
PREPOSITION_REACH = 8


def complements(cue: Token, end: int, entry: Entry, passive: Token | None) -> list[Range]:
    """Return the parts of the sentence that hang on the cue, whose words reach to `end`, as its content."""
    takes, words = entry.data.get("takes", ()), range(cue.i, end)
    within = WITHIN if set(takes) - {"tag", "quote"} else set()
    found = [
        part
        for word in cue.doc[cue.i : end]
        for child in word.children
        if child.i not in words
        and (
            hangs_as_content(child, cue, takes) or (word != cue and child.dep_ in within and child.i > cue.i)
        )
        for part in phrase(child, cue)
    ]
    taken = (token for start, end in found for token in cue.doc[start:end])
    if any(
        token.dep_ == "prep" and token.lower_ in takes for token in taken
    ):  # "of massing troops and firing"
        found += [(c.left_edge.i, c.right_edge.i + 1) for c in cue.rights if is_second_deed(c, cue)]
    misread = cue.dep_ == "amod" and cue.head.i > cue.i and cue.head.dep_ != "nsubj"
    if not found and "object" in takes and misread:
        found.append((end, cue.head.right_edge.i + 1))  # "confirmed" taken for an adjective of "strikes"
    if entry.data["kind"] == "calls" and passive is None and lacks_name(cue, found):
        found.append(
            (found[-1][1], cue.sent.end)
        )  # "called the raid on Monday a crime", taken apart by the parser
    if passive is not None and ("object" in takes or found):
        found.extend(phrase(passive, cue))
    found += clauses_lost(cue, found, takes)
    also = [
        (child.left_edge.i, child.right_edge.i + 1)
        for child in cue.rights
        if child.dep_ == "conj" and child.pos_ == "ADP" and child.lower_ in takes
    ]  # "spoke of three dead in a raid, and of a breach"
    return joined(cue.doc, [*with_trailing(cue, joined(cue.doc, found), takes), *also])


def clauses_lost(cue: Token, found: list[Range], takes: Collection[str]) -> list[Range]:
    """Return the clauses of what is said that the parser hung on the cue, or on the verb beside an adjective:
    "spoke of troops that had shelled the port", "is sure that they did"."""
    of = {end for start, end in found if cue.doc[start].lower_ in takes}
    return [
        (clause.left_edge.i, clause.right_edge.i + 1)
        for clause in (cue.head if cue.dep_ == "acomp" else cue).rights
        if clause.dep_ == "ccomp" and clause.i > cue.i
        if cue.dep_ == "acomp" or (clause.left_edge.tag_ in {"WDT", "WP"} and clause.left_edge.i in of)
    ]


def is_second_deed(verb: Token, cue: Token) -> bool:
    """Say whether a participle that the parser set beside a finite cue goes on with what is said."""
    helped = any(child.dep_ in {"aux", "nsubj"} for child in verb.children)
    return verb.dep_ == "conj" and verb.tag_ == "VBG" != cue.tag_ and not helped


def lacks_name(cue: Token, found: list[Range]) -> bool:
    """Say whether the parser saw what is called something, but not what it is called, or took that for a
    measure: "pronounced the report a fake"."""
    if len(found) != 1 or found[0][0] < cue.i or found[0][1] >= cue.sent.end:
        return False
    kinds = {child.dep_ for child in cue.children}
    return (
        "dobj" in kinds
        and not kinds & {"oprd", "acomp", "xcomp", "ccomp"}
        and (cue.doc[found[0][1]].tag_ == "IN" or "npadvmod" in kinds)
    )


def with_trailing(cue: Token, found: list[Range], takes: Collection[str]) -> list[Range]:
    """Return the content with the prepositional phrases that follow it without a mark ("the fire" "at the
    mill").
    """
    if not found or found[-1][0] <= cue.i:
        return found
    whole = []
    for start, end in found:
        for child in cue.rights if start > cue.i else ():
            if child.dep_ == "prep" and child.left_edge.i == end and not is_day(child):
                end = child.right_edge.i + 1
        whole.append((start, end))
    start, end = whole[-1]
    return [*whole[:-1], (start, with_second_clause(cue, end))]


def with_second_clause(cue: Token, end: int) -> int:
    """Return the end of a content that goes on with ", and that …", which the parser may hang elsewhere."""
    doc, high, i = cue.doc, cue.sent.end, end
    while i < high and (doc[i].text == "," or doc[i].tag_ == "CC"):
        i += 1
    return (
        high if end < i < high and doc[i].lower_ in grammar_words("that") and doc[i].dep_ == "mark" else end
    )


def is_day(preposition: Token) -> bool:
    """Say whether a phrase is built like "on Friday": a lone proper name, perhaps the day of saying."""
    return [token.pos_ for token in preposition.subtree][1:] == ["PROPN"]


def hangs_as_content(child: Token, cue: Token, takes: Collection[str]) -> bool:
    """Say whether a dependent of the cue is content, by what the lexicon says the cue takes."""
    dep = child.dep_
    if dep in CLAUSES and child.i > cue.i:
        if is_participle_of_noun(child):
            return False
        return "clause" in takes or ("infinitive" in takes and is_infinitive(child))
    if is_deed_reported(child, cue):
        return "object" in takes
    if dep == "advcl" and child.i > cue.i and "as" in takes:
        return is_called(child)
    if dep == "xcomp" or goes_on_quoted(child, cue):
        return "infinitive" in takes or ("clause" in takes and child.tag_ == "VBG")
    if dep in {"dobj", "attr"}:
        return "object" in takes
    if dep in {"oprd", "acomp"}:
        return "object" in takes or dep in takes
    return dep == "prep" and child.lower_ in takes and child.i > cue.i


def is_participle_of_noun(verb: Token) -> bool:
    """Say whether a bare participle tells more of the noun before it: "said in a statement put out on
    Friday"."""
    bare = not any(child.dep_ in {"aux", "auxpass", "mark", "nsubj", "nsubjpass"} for child in verb.children)
    return verb.tag_ == "VBN" and bare and verb.nbor(-1).pos_ == "NOUN"


def is_called(verb: Token) -> bool:
    """Say whether a participle after "as" is what something is called: "dismissed as invented the report"."""
    marks = (word for word in verb.lefts if word.dep_ == "mark")
    return verb.tag_ in {"VBN", "VBD"} and any(
        word.lower_ in grammar_words("as") and word.i + 1 == verb.i for word in marks
    )


def is_deed_reported(child: Token, cue: Token) -> bool:
    """Say whether a gerund right after a finite cue is its object: "reports shelling of the port"."""
    of = any(word.lower_ in grammar_words("of") for word in child.rights)
    return child.tag_ == "VBG" and child.dep_ in {"acl", "xcomp"} and child.left_edge.i == cue.i + 1 and of


def goes_on_quoted(child: Token, cue: Token) -> bool:
    """Say whether a participle follows the quotation mark after the cue: it "flatly denied" firing."""
    after = child.left_edge.i - 1
    return child.dep_ == "advcl" and child.tag_ == "VBG" and after == cue.i + 1 and cue.doc[after].is_quote


def is_infinitive(verb: Token) -> bool:
    """Say whether a clause is built with "to"."""
    return verb.tag_ == "VB" and any(child.tag_ == "TO" for child in verb.children)


def phrase(head: Token, cue: Token) -> list[Range]:
    """Return the phrase of a word without the cue; a relative pronoun stands for what it refers to."""
    doc = cue.doc
    if head.tag_ in {"WDT", "WP"} and head.i < cue.i:
        if head.i - 1 > cue.sent.start and doc[head.i - 1].text == ",":
            return [(segment_start(doc, cue.sent.start, head.i), head.i - 1)]
        noun = antecedent(head)
        if noun is not None:
            return [(noun.start, noun.end)]
    start, end = head.left_edge.i, head.right_edge.i + 1
    if start <= cue.i < end:
        return [(start, cue.i)] if head.i < cue.i else [(cue.i + 1, end)]
    return [(start, end)]


def after_that(cue: Token, end: int) -> list[Range]:
    """Return the clause after "that", where the parser hung it on a noun in between ("said on Friday that
    …").
    """
    doc, words = cue.doc, grammar_words("that")
    for i in range(end, min(cue.sent.end, end + THAT_REACH)):
        if (
            doc[i].lower_ in words
            and doc[i].dep_ != "pobj"
            and (is_conjunction(doc[i]) or is_told_after_that(doc[i].head))
        ):
            return [(i, cue.sent.end)]
        if doc[i].tag_ in FINITE or doc[i].text in STOPS or doc[i].is_quote:
            return []
        if doc[i].text == "," and cue.tag_ == "VB":
            return []
    return []


def after_preposition(
    cue: Token, end: int, takes: Collection[str], nouns: Collection[str] = ()
) -> list[Range]:
    """Return what follows a preposition that the parser hung on a noun in between ("accused on Friday of
    …"), or on one of the `nouns` that belong to the cue ("lodged a protest over …").
    """
    doc = cue.doc
    for i in range(end, min(cue.sent.end, end + PREPOSITION_REACH)):
        if doc[i].dep_ == "prep" and doc[i].lower_ in takes and doc[i].head.i >= cue.i:
            noun = doc[i].head
            beside = noun != cue and (temporal(noun, cue) or (noun.head == cue and noun.lower_ in nouns))
            return [(i, doc[i].right_edge.i + 1)] if beside else []
        if doc[i].tag_ in FINITE or doc[i].is_punct:
            return []
    return []


def told_of(cue: Token, takes: Collection[str]) -> list[Range]:
    """Return what somebody is told of, which the parser hung on who is told: "told deputies of two raids",
    not "told members of parliament"."""
    if any(token.is_quote for token in cue.sent):
        return []
    heard = (child for child in cue.rights if child.dep_ == "dobj")
    for prep in (child for noun in heard for child in noun.rights if child.dep_ == "prep"):
        for noun in prep.rights if prep.lower_ in takes else ():
            described = any(child.dep_ in DESCRIBING for child in noun.lefts)
            if noun.dep_ == "pobj" and noun.pos_ == "NOUN" and described:
                return [(prep.i, prep.right_edge.i + 1)]
    return []


def temporal(noun: Token, cue: Token) -> bool:
    """Say whether a word stands in an adverbial of the cue, so that what the parser hung on it is the
    cue's: "spoke by phone of", "spoke a little earlier of".
    """
    return noun.dep_ in {"pobj", "npadvmod", "advmod"} and (noun.head == cue or noun.head.head == cue)


def rest_of_sentence(cue: Token, end: int) -> list[Range]:
    """Return what follows the cue if it is built like a clause, though the parser saw none."""
    doc, high = cue.doc, cue.sent.end
    if end < high and (doc[end].is_punct or doc[end].dep_ in {"prep", "cc"}):
        return []
    nominal = next((i for i in range(end, high) if doc[i].pos_ in NOMINAL), high)
    if any(doc[i].tag_ in FINITE for i in range(nominal, high)):
        return [(end, high)]
    return []
