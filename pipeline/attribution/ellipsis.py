"""The rules for a speaker without a verb of his own: "Norland denies it, and so does Sudland", "Norland
speaks of a raid; Sudland of mines"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from pipeline.attribution.cues import grammar_words
from pipeline.attribution.drafts import Draft, Drafts
from pipeline.attribution.spans import trimmed
from pipeline.lexicon.phrases import tagged_words

REACH = 12
BACK = 60
NOMINAL = {"NOUN", "PROPN", "PRON"}
GAPPING = {"says", "speaks", "accuses"}
SPEAKING = {"says", "denies", "accuses", "admits", "confirms"}


def joined_statements(doc: Doc, drafts: Drafts) -> Iterator[Draft]:
    """Yield a draft for each "so does X" after a statement: the same content from another mouth."""
    words = grammar_words("so")
    for start, (word, _) in enumerate(tagged_words(doc)):
        joins = word in words or (word in grammar_words("as") and stands_before_did(doc, start))
        if not joins:
            continue
        found = auxiliary_and_name(doc, start)
        before = [d for d in drafts.between(start - BACK, start) if d.kind in SPEAKING and d.content]
        if found is not None and before:
            auxiliary, name = found
            model = max(before, key=lambda d: d.cue[0])
            yield Draft(doc[auxiliary], (start, start + 1), list(model.content), model.kind, model.rule, name)


def gapped_statements(doc: Doc, drafts: Drafts) -> Iterator[Draft]:
    """Yield a draft for each name after a semicolon that takes the verb of the statement before it: "Norland
    speaks of a raid; Sudland of mines", "Norland says that …; Sudland that …"."""
    for start, (word, _) in enumerate(tagged_words(doc)):
        if word != ";":
            continue
        end = start + 1
        while end < len(doc) and (doc[end].pos_ in NOMINAL | {"DET", "ADJ"} or doc[end].tag_ == "POS"):
            end += 1
        before = [d for d in drafts.between(doc[start].sent.start, start) if d.kind in GAPPING and d.content]
        if end == start + 1 or end >= len(doc) or not before:
            continue
        model, opener = before[-1], doc[end].lower_
        told = next((i for i in range(model.cue[1], start) if doc[i].lower_ == opener), None)
        if opener in grammar_words("gapped") and told == model.cue[1]:
            sentence = doc[end].sent.end
            stop = next((i for i in range(end, sentence) if doc[i].text == ";"), sentence)
            source = trimmed(doc, start + 1, end)
            yield Draft(doc[end], (end, end + 1), [(end + 1, stop)], model.kind, model.rule, source)


def stands_before_did(doc: Doc, start: int) -> bool:
    """Say whether a word stands right before one that carries a statement: "as did Sudland"."""
    return start + 1 < len(doc) and doc[start + 1].lower_ in grammar_words("did")


def auxiliary_and_name(doc: Doc, start: int) -> tuple[int, Span] | None:
    """Return the auxiliary after "so" (what is inserted between commas skipped) and the name that follows
    it.
    """
    for i in range(start + 1, min(start + REACH, len(doc) - 1)):
        if doc[i].text == "," and i == start + 1:
            continue
        if doc[i].lower_ in grammar_words("does") and i + 1 < len(doc):
            if i > start + 1 and doc[i - 1].text != ",":
                return None
            end = i + 1
            while end < len(doc) and (doc[end].pos_ in NOMINAL | {"DET", "ADJ"} or doc[end].tag_ == "POS"):
                end += 1
            closed = end < len(doc) and doc[end].is_punct
            return (i, trimmed(doc, i + 1, end)) if end > i + 1 and closed else None
        if doc[i].text in {".", ";"}:
            return None
    return None
