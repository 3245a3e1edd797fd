"""Finds what is said: the clauses and objects that hang on a cue, or the sentence around an inserted tag."""

from spacy.tokens import Doc, Token

from pipeline.attribution.sources import antecedent
from pipeline.lexicon import Entry

Range = tuple[int, int]

CLAUSES = {"ccomp", "parataxis"}
OPEN = {"xcomp"}
STOPS = {";", ":"}
TAG_MARKS = {",", "-", "–", "—", "--", "(", "...", "…"}


def complements(cue: Token, entry: Entry, passive: Token | None) -> list[Range]:
    """Return the parts of the sentence that hang on the cue as its content, in text order."""
    takes = entry.data.get("takes", ())
    found: list[Range] = []
    for child in cue.children:
        dep = child.dep_
        if dep in CLAUSES and child.i > cue.i:
            wanted = "clause" in takes or ("infinitive" in takes and is_infinitive(child))
        elif dep in OPEN:
            wanted = "infinitive" in takes or ("clause" in takes and child.tag_ == "VBG")
        elif dep in {"dobj", "attr"}:
            wanted = "object" in takes
        elif dep in {"oprd", "acomp"}:
            wanted = "object" in takes or dep in takes
        elif dep == "prep":
            wanted = child.lower_ in takes
        elif dep == "prt":
            wanted = False
        else:
            wanted = False
        if wanted:
            found.extend(phrase(child, cue))
    if passive is not None and ("object" in takes or found):
        found.extend(phrase(passive, cue))
    return joined(cue.doc, found)


def is_infinitive(verb: Token) -> bool:
    """Say whether a clause is built with "to"."""
    return verb.tag_ == "VB" and any(child.tag_ == "TO" for child in verb.children)


def phrase(head: Token, cue: Token) -> list[Range]:
    """Return the phrase of a word without the cue; a relative pronoun stands for its antecedent."""
    if head.tag_ in {"WDT", "WP"} and head.i < cue.i:
        noun = antecedent(head)
        if noun is not None:
            return [(noun.start, noun.end)]
    start, end = head.left_edge.i, head.right_edge.i + 1
    if start <= cue.i < end:
        return [(start, cue.i)] if head.i < cue.i else [(cue.i + 1, end)]
    return [(start, end)]


def joined(doc: Doc, ranges: list[Range], gap: int = 1) -> list[Range]:
    """Return the ranges in order, those that touch (or leave only marks between them) made one."""
    result: list[Range] = []
    for start, end in sorted(ranges):
        if start >= end:
            continue
        if result:
            last_start, last_end = result[-1]
            between = doc[last_end:start] if start > last_end else ()
            if start <= last_end or (len(between) <= gap and all(t.is_punct or t.is_space for t in between)):
                result[-1] = (last_start, max(last_end, end))
                continue
        result.append((start, end))
    return result


def around_tag(cue: Token, source: Token | None) -> list[Range]:
    """Return the sentence around a tag ("…, the ministry said on Friday, …"): what stands before it and after it.

    Empty if the cue with its source does not stand as a tag: between marks, or between a mark and an end.
    """
    doc, sentence = cue.doc, cue.sent
    start, end = tag_edges(cue, source)
    if start <= sentence.start or not (is_tag_mark(doc[start - 1]) or doc[start - 1].is_quote):
        return []
    before = (segment_start(doc, sentence.start, start), start - 1)
    found = [before] if before[1] > before[0] else []
    if (
        end < sentence.end
        and (is_tag_mark(doc[end]) or doc[end].text in STOPS)
        and goes_on(doc, end + 1, sentence.end)
    ):
        found.append((end + 1, sentence.end))
    return found


def tag_edges(cue: Token, source: Token | None) -> Range:
    """Return where a tag begins and ends: source, cue and what belongs to them, up to the next mark."""
    doc, sentence = cue.doc, cue.sent
    start = end = cue.i
    for child in cue.lefts:
        if child.dep_ in {"aux", "auxpass", "advmod", "neg"} and all(
            not t.is_punct for t in doc[child.i : cue.i]
        ):
            start = min(start, child.left_edge.i)
    if source is not None and source.i < cue.i and source.sent == sentence:
        start = min(start, source.left_edge.i)
    end = cue.i + 1
    if source is not None and source.i > cue.i:
        end = max(end, source.right_edge.i + 1)
    while end < sentence.end and not ends_tag(doc[end]):
        end += 1
    while start > sentence.start and doc[start - 1].dep_ in {"advmod", "cc"} and doc[start - 1].is_alpha:
        start -= 1
    return start, min(end, sentence.end)


def ends_tag(token: Token) -> bool:
    return (
        is_tag_mark(token)
        or token.text in STOPS
        or token.is_quote
        or (token.is_sent_end is True and token.is_punct)
    )


def is_tag_mark(token: Token) -> bool:
    """Say whether a mark may part a tag from what is said."""
    return token.text in TAG_MARKS


def segment_start(doc: Doc, start: int, end: int) -> int:
    """Return where the statement before a tag begins: the sentence's start, or after its last semicolon or colon."""
    for i in range(end - 1, start, -1):
        if doc[i].text == ";":
            return i + 1
    return start


def goes_on(doc: Doc, start: int, end: int) -> bool:
    """Say whether the words after a tag still belong to the statement: not a remark on the saying of it."""
    while start < end and (doc[start].is_space or doc[start].is_quote):
        start += 1
    if start >= end or doc[start].is_punct:
        return False
    first = doc[start]
    if first.tag_ in {"VBG", "WP", "WDT", "WRB"} or first.dep_ == "mark":
        return False
    return not (first.tag_ == "CC" and first.i + 1 < end and doc[start + 1].pos_ in {"VERB", "AUX"})
