"""Reads a tag inserted into what is said ("…, the ministry said on Friday, …"): where it stands, what is
around it.
"""

from spacy.tokens import Doc, Span, Token

from pipeline.attribution.beside import FINITE, group_start
from pipeline.attribution.cues import fits, grammar_words, index
from pipeline.attribution.sources import antecedent
from pipeline.attribution.spans import Range
from pipeline.grammar.features import is_neuter

STOPS = {";", ":"}
TAG_MARKS = {",", "-", "–", "—", "--", "(", ")", "...", "…"}
SHORT = 3  # words


def around_tag(cue: Token, tag: Range) -> list[Range]:
    """Return the sentence around a tag ("…, the ministry said on Friday, …"): what is before it and after it.

    Empty if the cue with its source does not stand as a tag: between marks, or between a mark and an end.
    """
    doc, sentence = cue.doc, cue.sent
    start, end = tag
    if start <= sentence.start or not (parts_tag(doc[start - 1]) or closes(doc[start - 1])):
        return []
    low = segment_start(doc, sentence.start, start)
    if doc[start - 2].tag_ == "WDT" and start - 2 > low:
        noun = antecedent(doc[start - 2])  # "the station, which, he noted, was empty"
        found = [(noun.start, noun.end)] if noun is not None else []
    else:
        low = max(low, second_clause(doc, cue, start) or low)
        found = [(low, start - 1)] if start - 1 > low else []
    further = goes_on(doc, end + 1, sentence.end) or is_cleft(doc, (low, start - 1), end + 1)
    if end < sentence.end and is_mark(doc[end]) and further:
        first = end if doc[end].text in STOPS else end + 1
        stop = stop_before_next(doc, first, sentence.end)
        if stop > end:
            found.append((end + 1, stop))
    return found


def second_clause(doc: Doc, aside: Token, start: int) -> int | None:
    """Return where the second of two joined clauses begins, None if an aside does not speak of it alone.

    It does if it begins, at `start`, before the verb of the second clause: "one is empty and, he said, the
    other full", "and in the east, he said, it is".
    """
    if start > 1 and doc[start - 1].text == "," and doc[start - 2].tag_ == "CC":
        return start
    first = aside.head.head if aside.head.dep_ == "conj" else aside.head
    joints = [child.i for child in first.rights if child.dep_ == "cc" and child.i < start]
    later = [child for child in first.rights if child.dep_ == "conj" and child.i > aside.i]
    return joints[-1] + 1 if joints and any(has_subject(one, aside.i) for one in later) else None


def has_subject(verb: Token, start: int) -> bool:
    """Say whether a verb has a subject of its own that stands from a token on."""
    return any(child.dep_ in {"nsubj", "nsubjpass"} and child.i >= start for child in verb.lefts)


def is_cleft(doc: Doc, before: Range, after: int) -> bool:
    """Say whether a tag parts a cleft: "it was the army, he said, which fired"."""
    first = next((i for i in range(*before) if doc[i].is_alpha), before[1])
    if first + 1 >= before[1] or after >= len(doc):
        return False
    neuter = doc[first].pos_ == "PRON" and is_neuter(doc[first])
    return neuter and doc[first + 1].pos_ == "AUX" and doc[after].tag_ in {"WP", "WDT"}


def is_backshifted(verb: Token) -> bool:
    """Say whether a verb tells what was before that which is told, as in reported speech: "had laid"."""
    auxiliaries = [child for child in verb.lefts if child.dep_ == "aux"]
    return verb.tag_ == "VBN" and any(child.tag_ == "VBD" for child in auxiliaries)


def stop_before_next(doc: Doc, start: int, end: int) -> int:
    """Return where a statement ends that a semicolon parts from one with a source of its own."""
    for i in range(start, end):
        if doc[i].text == ";" and any(is_told(token) for token in doc[i:end]):
            return i
    return end


def is_told(token: Token) -> bool:
    """Say whether a word is one by which speech is told, so that what stands there has its own source."""
    return any(
        entry.data["kind"] == "says" and entry.data.get("role") != "noun" and fits(token, rest, entry)
        for rest, entry in index().get(token.lower_, ())
    )


def is_cue(token: Token) -> bool:
    """Say whether a verb is one of reporting."""
    return any(fits(token, rest, entry) for rest, entry in index().get(token.lower_, ()))


def closes(quote: Token) -> bool:
    """Say whether a mark closes a quotation: nothing parts it from the word before it, a blank from the
    next.
    """
    if not quote.is_quote:
        return False
    return quote.i > 0 and not quote.nbor(-1).whitespace_ and not quote.nbor(-1).is_space


def tag_edges(cue: Token, source: Span | None) -> Range:
    """Return where a tag begins and ends: source, cue and what belongs to them, up to the next mark."""
    doc, sentence = cue.doc, cue.sent
    start, end = group_start(cue), cue.i + 1
    if source is not None and sentence.start <= source.start < cue.i:
        start = min(start, source.start)
    elif source is not None and source.start > cue.i:
        end = source.end
    while end < sentence.end and not ends_tag(doc[end]):
        end += 1
    while start > sentence.start and doc[start - 1].dep_ in {"advmod", "cc"} and doc[start - 1].is_alpha:
        start -= 1
    return start, end


def ends_tag(token: Token) -> bool:
    """Say whether a mark ends a tag."""
    return is_mark(token) or token.is_quote or token.text in {".", "!", "?"}


def is_mark(token: Token) -> bool:
    """Say whether a mark parts a tag from what is said; a hyphen within a word does not."""
    return token.text in STOPS or parts_tag(token)


def parts_tag(token: Token) -> bool:
    """Say whether a mark may stand before a tag."""
    if token.text == "-":
        return token.i > 0 and token.nbor(-1).whitespace_ != ""
    return token.text in TAG_MARKS


def segment_start(doc: Doc, start: int, end: int) -> int:
    """Return where the statement before a tag begins: after a semicolon or a clause's colon, or the start."""
    for i in range(end - 1, start, -1):
        if doc[i].text == ";":
            return i + 1
        if doc[i].text == ":" and any(token.tag_ in FINITE for token in doc[start:i]):
            return i + 1
    return start


def opens_deed(when: Token) -> bool:
    """Say whether "when" after a tag opens what others did: "the truce was an hour old, he said, when troops
    fired", not "he said when he was asked"."""
    verb = when.head
    others = (child for child in verb.lefts if child.dep_ in {"nsubj", "nsubjpass"} and child.pos_ != "PRON")
    return when.lower_ in grammar_words("when") and any(others) and not is_cue(verb)


def goes_on(doc: Doc, start: int, end: int) -> bool:
    """Say whether the words after a tag still belong to the statement: not a remark on the saying of it."""
    while start < end and (doc[start].is_space or doc[start].is_quote):
        start += 1
    if start >= end or doc[start].is_punct:
        return False
    first = doc[start]
    if first.tag_ in {"WP", "WDT", "WRB", "WP$"} and first.lower_ not in grammar_words("that"):
        return opens_deed(first)
    if first.dep_ == "mark":
        return is_backshifted(first.head) and not any(is_told(token) for token in doc[start:end])
    if first.pos_ == "ADP" and first.nbor().tag_ in {"WP", "WDT", "WP$"}:
        return False  # "…, said the mayor, for whom the truce is over."
    if first.pos_ == "ADP" and sum(token.is_alpha for token in doc[start:end]) <= SHORT:
        return False  # "…, the mayor said, on Telegram."
    if first.tag_ == "VBG" and is_cue(first):
        return False
    if first.tag_ == "CC":
        verb = start + 1
        while verb < end and doc[verb].pos_ in {"AUX", "ADV", "PART"}:
            verb += 1
        return verb >= end or doc[verb].pos_ != "VERB" or is_backshifted(doc[verb]) or not is_cue(doc[verb])
    return True
