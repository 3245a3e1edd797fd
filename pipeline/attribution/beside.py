"""Finds a speaker by where the words stand: a parser loses the subject of "…, Ann Lee, who runs the port,
said".
"""

from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from spacy.tokens import Doc, Token

from pipeline.lexicon import read_lexicon

NOMINAL = {"NOUN", "PROPN", "PRON", "NUM"}
FINITE = {"VBD", "VBZ", "VBP", "MD"}
MARKS = {",", ";", ":", "-", "–", "—", "--", "(", ")", "...", "…"}
GROUP = {"ADV", "AUX", "PART"}
REACH = 40
DAYS = {"W", "M", "n", "p"}  # codes of time.toml
RELATIVES = {"WP", "WDT", "WP$", "WRB"}


@dataclass(frozen=True)
class Beside:
    """A noun phrase next to a verb: `marked` if a comma, dash or quotation mark parts it from what is before.

    `name_end` is where it ends without an insertion like ", citing officials,".
    """

    start: int
    end: int
    head: Token
    marked: bool
    name_end: int = 0

    def named_in_insertion(self, doc: Doc) -> bool:
        """Say whether the insertion after the noun is a name: "its head, Ann Lee,"."""
        commas = [i for i in range(self.start, self.end) if doc[i].text == ","]
        return len(commas) >= 2 and all(token.pos_ == "PROPN" for token in doc[commas[0] + 1 : commas[1]])


def group_start(verb: Token) -> int:
    """Return where a verb with its auxiliaries and adverbs begins."""
    doc, i = verb.doc, verb.i
    while not doc[i].is_sent_start:
        word = doc[i - 1]
        if word.pos_ not in GROUP and not (word.dep_ == "npadvmod" and word.head == verb):
            break
        i -= 1
    return i


def before(verb: Token) -> Beside | None:
    """Return the noun phrase before a verb, with what is inserted between commas left inside it."""
    doc, opening_word, end = verb.doc, verb.sent.start, group_start(verb)
    low = max(opening_word, verb.i - REACH)
    if end <= low:
        return None
    last = doc[end - 1]
    if last.text == ",":
        opening = insert_start(doc, low, end - 1)
        if opening is None:
            return None
        phrase_end = opening
    elif last.text == ")" and (opening := bracket_start(doc, low, end - 1)) is not None:
        phrase_end = opening
    elif last.pos_ in NOMINAL or last.tag_ in {"DT", "POS"} or is_owned(last):
        phrase_end = end
    else:
        return None
    start = phrase_start(doc, low, phrase_end)
    name_end = end
    if start is not None and is_date(doc, start, phrase_end):  # "the army (AN) on Sunday said"
        opening = bracket_start(doc, low, start - 1) if doc[start - 1].text == ")" else None
        name_end, phrase_end = start, start if opening is None else opening
        start = phrase_start(doc, low, phrase_end)
    if start is None or start >= phrase_end:
        return None
    start = with_bracket(doc, low, after_date(doc, start, phrase_end))
    if doc[start].pos_ == "ADP":
        return None  # "…, near the border, said the mayor"
    marked = start > opening_word and (is_mark(doc[start - 1]) or doc[start - 1].tag_ == "WDT")
    joined = start > opening_word + 1 and doc[start - 1].tag_ == "CC" and is_mark(doc[start - 2])
    definite = doc[start].pos_ == "DET" and doc[start].morph.get("Definite", []) == ["Def"]
    named = doc[phrase_end - 1].pos_ == "PROPN" or definite
    lost = joined and named and not any(c.dep_ == "nsubj" for c in verb.lefts)
    marked = marked or lost  # ", and Norland said", whose subject the parser did not see
    if phrase_end < end and doc[phrase_end + 1].tag_ in {"VBG", "VBN"}:
        name_end = phrase_end
    return Beside(start, end, head_of(doc, start, phrase_end), marked, name_end)


def is_owned(adjective: Token) -> bool:
    """Say whether an adjective stands for a noun that somebody owns: "Norland's military"."""
    return adjective.pos_ == "ADJ" and adjective.i > 0 and adjective.nbor(-1).tag_ == "POS"


def is_date(doc: Doc, start: int, end: int) -> bool:
    """Say whether a phrase is a day and no more: "on Sunday"."""
    words = doc[start + (doc[start].pos_ == "ADP") : end]
    return len(words) > 0 and all(token.lower_ in days() or token.like_num for token in words)


def with_bracket(doc: Doc, low: int, start: int) -> int:
    """Return where a name begins whose first part ends with initials: "the Norland Army (NA) spokesman"."""
    if start - 1 <= low or doc[start - 1].text != ")":
        return start
    opening = bracket_start(doc, low, start - 1)
    initials = opening is not None and start - opening == 3 and doc[opening + 1].text.isupper()
    first = phrase_start(doc, low, opening) if opening is not None and initials else None
    return start if first is None or doc[first].pos_ == "ADP" else first


def title_start(doc: Doc, low: int, name: int) -> int | None:
    """Return where a long title before a name begins, after a comma, None if there is none: "…, head of the
    mission to the Joint Centre (JC) Ivan Petrenko said".
    """
    i = name
    if i > low and doc[i - 1].text == ")":
        opening = bracket_start(doc, low, i - 1)
        i = opening if opening is not None else i
    while i > low and not is_mark(doc[i - 1]):
        i -= 1
        if doc[i].tag_ in FINITE:
            return None
    office = i
    while office < name and doc[office].pos_ in {"PROPN", "ADJ", "NOUN"}:
        office += 1
    begins = i > low and doc[i - 1].text == "," and office > i and doc[office].pos_ == "ADP"
    return i if begins and i < name - 1 else None


def after_date(doc: Doc, start: int, end: int) -> int:
    """Return where a phrase begins behind a day that the parser took into it: "On Friday Kyrbak said"."""
    i = start + (doc[start].pos_ == "ADP")
    first = i
    while i < end - 1 and (doc[i].lower_ in days() or doc[i].like_num):
        i += 1
    return i if any(token.lower_ in days() for token in doc[first:i]) else start


@cache
def days() -> frozenset[str]:
    """Return the words for days, parts of days and months, in lower case."""
    entries = read_lexicon("time").entries.values()
    return frozenset(word.lower() for entry in entries if entry.data["code"] in DAYS for word in entry.words)


def closes_insertion(verb: Token) -> bool:
    """Say whether a form like "charged" ends "the mayor, Ann Lee, charged": then it is no passive."""
    start = group_start(verb)
    if verb.tag_ != "VBN" or start != verb.i or verb.doc[start - 1].text != ",":
        return False
    return before(verb) is not None and all(child.dep_ not in {"agent", "auxpass"} for child in verb.children)


def is_absolute(verb: Token, near: Beside) -> bool:
    """Say whether a participle has a subject of its own: ", its head, Ann Lee, telling …", ", one aide
    saying …".
    """
    if not near.marked:
        return False
    return near.end == verb.i and (verb.doc[verb.i - 1].text != "," or near.named_in_insertion(verb.doc))


def insert_start(doc: Doc, low: int, comma: int) -> int | None:
    """Return the comma that opens the insertion closed by a comma, if a noun stands before it."""
    for i in range(comma - 1, low, -1):
        if doc[i].text == ",":
            first = doc[i + 1]
            inner = [*takewhile(lambda token: token.tag_ not in RELATIVES, doc[i + 1 : comma])]
            relative = first.tag_ in {"WP", "WDT", "WP$", "IN", "VBG", "VBN"}
            if not relative and any(t.tag_ in FINITE for t in inner):
                return None
            return i if doc[i - 1].pos_ in NOMINAL else None
        if doc[i].text in MARKS and is_mark(doc[i]):
            return None
    return None


def bracket_start(doc: Doc, low: int, close: int) -> int | None:
    """Return the bracket that opens what a bracket closes: "the staff (GSO) said"."""
    return next((i for i in range(close - 1, low, -1) if doc[i].text == "("), None)


def phrase_start(doc: Doc, low: int, end: int) -> int | None:
    """Return where the noun phrase that ends here begins: after the last mark, with no finite verb in
    between.
    """
    i = end
    while i > low and not is_mark(doc[i - 1]):
        i -= 1
        if doc[i].tag_ in FINITE and doc[i].tag_ != "MD" and not doc[i].is_title:
            return None
        if (
            doc[i].dep_ == "mark"
            or doc[i].tag_ == "WDT"
            or (doc[i].tag_ == "CC" and i > low and is_mark(doc[i - 1]))
        ):
            return i + 1
    return i


def after(verb: Token) -> Beside | None:
    """Return the noun phrase after an inverted verb: "…, said the head of the port, Ann Lee, on Friday"."""
    doc, high = verb.doc, min(verb.sent.end, verb.i + REACH)
    start = verb.i + 1
    end = nouns_end(doc, start, high)
    if end == start or doc[end - 1].pos_ not in NOMINAL:
        return None
    head = doc[end - 1]
    while end < high and doc[end].pos_ == "ADP" and doc[end].head.i >= head.i:
        further = nouns_end(doc, end + 1, high)
        if further == end + 1:
            break
        end = further
    comma = next((i for i in range(end + 1, high) if doc[i].text == ","), end)
    if (
        end < high
        and doc[end].text == ","
        and comma > end + 1
        and all(t.pos_ == "PROPN" for t in doc[end + 1 : comma])
    ):
        end = comma
    return Beside(start, end, head, True, end)


def nouns_end(doc: Doc, start: int, high: int) -> int:
    """Return where a run of nouns with their articles and adjectives ends."""
    i = start
    while i < high and (doc[i].pos_ in NOMINAL | {"DET", "ADJ"} or doc[i].tag_ in {"POS", "PRP$"}):
        i += 1
    return i


def head_of(doc: Doc, start: int, end: int) -> Token:
    """Return the word of a stretch that the others hang on; the last noun before a preposition where that
    is unclear.
    """
    best = None
    for token in doc[start:end]:
        if token.pos_ in NOMINAL and not start <= token.head.i < end:
            best = token
            break
    if best is not None:
        return best
    for token in doc[start:end]:
        if token.pos_ == "ADP" and best is not None:
            break
        if token.pos_ in NOMINAL:
            best = token
    return best if best is not None else doc[end - 1]


def is_mark(token: Token) -> bool:
    """Say whether a token parts a phrase from what is before it; a hyphen within a word does not."""
    if token.text == "-":
        return token.i > 0 and token.nbor(-1).whitespace_ != ""
    return token.text in MARKS or token.is_quote or token.is_space
