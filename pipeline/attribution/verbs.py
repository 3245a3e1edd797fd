"""The rule for verbs of reporting: "the ministry said …", "accused Kyiv of …", "… was quoted as saying"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from pipeline.attribution.contents import Range, around_tag, complements, joined, tag_edges
from pipeline.attribution.cues import Cue
from pipeline.attribution.drafts import Draft
from pipeline.attribution.sources import (
    agent,
    antecedent,
    controller,
    is_passive,
    neighbour,
    noun_phrase,
    passive_subject,
    subject,
)
from pipeline.lexicon import Entry

AUXILIARIES = {"aux", "auxpass", "neg", "prt"}


def verb_statements(doc: Doc, cues: list[Cue]) -> Iterator[Draft]:
    """Yield a draft for each verb of reporting that has something said, or may yet get a quotation."""
    for cue in cues:
        if cue.role == "verb":
            yield from statement(cue)


def statement(cue: Cue) -> Iterator[Draft]:
    """Yield the draft of the first reading of a verb that finds content, else of one that awaits a quotation."""
    verb = cue.token
    waiting: Draft | None = None
    for entry in cue.entries:
        if not has_what_it_needs(verb, entry):
            continue
        draft = read(cue, entry)
        if draft.content:
            yield draft
            return
        if waiting is None and {"clause", "quote"} & set(entry.data.get("takes", ())):
            waiting = draft
    if waiting is not None:
        yield waiting


def has_what_it_needs(verb: Token, entry: Entry) -> bool:
    needs = entry.data.get("needs")
    return not needs or any(child.lower_ in needs for child in verb.children)


def read(cue: Cue, entry: Entry) -> Draft:
    """Return the draft of a verb under one entry of the lexicon."""
    verb, doc = cue.token, cue.token.doc
    passive = is_passive(verb)
    done_to = passive_subject(verb) or (controller(verb) if passive else None) if passive else None
    speaker = who(verb, entry, passive)
    content = complements(verb, entry, done_to if passive and takes_object(entry) else None)
    kind, rule = str(entry.data["kind"]), entry.id
    draft = Draft(verb, cue_range(cue), content, kind, rule)
    if entry.data.get("source") == "none" and done_to is None:
        topic = subject(verb)
        if topic is not None and content:
            draft.content = joined(doc, [(topic.left_edge.i, min(topic.right_edge.i + 1, verb.i)), *content])
        return draft
    if speaker is not None:
        draft.source = noun_phrase(speaker, without=verb)
        draft.antecedent = antecedent(speaker)
    if "clause" in entry.data.get("takes", ()) and not any(start > verb.i for start, _ in content):
        around = around_tag(verb, speaker)
        if around:
            draft.content = joined(doc, around)
            draft.tag = tag_edges(verb, speaker)
    draft.accused = accused(verb, entry, done_to)
    return draft


def takes_object(entry: Entry) -> bool:
    return "object" in entry.data.get("takes", ())


def who(verb: Token, entry: Entry, passive: bool) -> Token | None:
    """Return the head of the phrase that names who speaks."""
    if entry.data.get("source") == "none":
        return None
    if passive:
        return agent(verb)
    found = subject(verb) or controller(verb)
    if found is None and verb.dep_ not in {"amod", "compound"} and verb.tag_ != "VB":
        found = neighbour(verb)
    return None if found is None or found.dep_ == "expl" else found


def cue_range(cue: Cue) -> Range:
    """Return the words of the cue with the auxiliaries before it."""
    start, end = cue.start, cue.end
    for child in cue.token.children:
        if child.dep_ in AUXILIARIES:
            if child.i == start - 1:
                start = child.i
            elif child.i == end:
                end += 1
    while (
        start - 1 >= 0
        and cue.token.doc[start - 1].head == cue.token
        and cue.token.doc[start - 1].dep_ in AUXILIARIES
    ):
        start -= 1
    return start, end


def accused(verb: Token, entry: Entry, done_to: Token | None) -> Span | None:
    """Return the phrase of whoever is accused: the object, or what stands after "on" in "blamed it on"."""
    where = entry.data.get("accused")
    if where is None:
        return None
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ == "on":
            noun = next((token for token in child.children if token.dep_ == "pobj"), None)
            if noun is not None:
                return noun_phrase(noun)
    if done_to is not None:
        return noun_phrase(done_to, without=verb)
    found = next((child for child in verb.children if child.dep_ in {"dobj", "dative"}), None)
    if found is None:
        clause = next((child for child in verb.children if child.dep_ in {"ccomp", "xcomp"}), None)
        found = subject(clause) if clause is not None else None
    return None if found is None else noun_phrase(found)
