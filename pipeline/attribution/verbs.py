"""The rule for verbs of reporting: "the ministry said …", "accused Norland of …", "was quoted as saying"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from pipeline.attribution.accused import accused, charged_after, is_negated, is_nobody
from pipeline.attribution.asides import as_word, aside_end
from pipeline.attribution.beside import FINITE, closes_insertion, group_start
from pipeline.attribution.contents import (
    after_preposition,
    after_that,
    complements,
    is_called,
    rest_of_sentence,
    told_of,
)
from pipeline.attribution.cues import Cue, grammar_words
from pipeline.attribution.drafts import Draft
from pipeline.attribution.mending import after_colon, by_agent, is_lost, sums_up, within_relative
from pipeline.attribution.phrases import around
from pipeline.attribution.sources import (
    agent,
    antecedent,
    controller,
    is_passive,
    noun_phrase,
    passive_subject,
    subject,
)
from pipeline.attribution.spans import Range, joined
from pipeline.attribution.subjects import UNFINISHED, Cues, Voice, may_follow_subject, who
from pipeline.attribution.tags import around_tag, is_backshifted, tag_edges
from pipeline.attribution.taken_up import (
    done_by_what,
    in_apposition,
    is_charge_before,
    relative_before,
    summed_up,
    take_up,
    with_antecedent,
)
from pipeline.grammar.features import is_neuter
from pipeline.lexicon import Entry

REASONED = {"calls", "judges", "supports", "wants", "warns"}  # kinds of statement for which a reason is given
TOLD = {"says", "finds", "records", "confirms"}  # what an aside may tell: "as the army confirmed"
AUXILIARIES = {"aux", "auxpass", "neg", "prt"}


def verb_statements(doc: Doc, cues: list[Cue]) -> Iterator[Draft]:
    """Yield a draft for each verb of reporting that has something said, or may yet get a quotation."""
    known = Cues(
        frozenset(cue.token.i for cue in cues if cue.role == "verb" and cue.cites()),
        {cue.token.i: cue.entries[0] for cue in cues if cue.role == "noun"},
        frozenset(cue.token.i for cue in cues if cue.role == "verb" and cue.denies()),
    )
    for cue in cues:
        if cue.role == "verb":
            yield from statement(cue, known)


def statement(cue: Cue, known: Cues) -> Iterator[Draft]:
    """Yield the draft of the first reading of a verb that finds content, else of one that awaits a
    quotation.
    """
    verb = cue.token
    aside = as_word(verb)
    waiting: Draft | None = None
    for entry in cue.entries:
        if not may_follow_subject(verb) or supposed(verb) or not has_what_it_needs(cue, entry, aside):
            continue
        if entry.data["kind"] == "spreads" and is_called(verb):
            continue  # "dismissed as invented the reports"
        draft = read(cue, entry, known)
        if aside is not None and draft.kind in TOLD and (draft.source is not None or is_passive(verb)):
            draft.content = around(verb.doc, verb, aside.i, aside_end(verb, draft.source))
        if sums_up(verb, draft.source):
            return
        if draft.content or (entry.data.get("source") == "object" and draft.source is not None):
            yield draft
            yield from after_colon(draft, entry)
            return
        if waiting is None and {"clause", "quote", "tag"} & set(entry.data.get("takes", ())):
            waiting = draft
    if waiting is not None and not cites_by(cue.token, known):
        yield waiting


def has_what_it_needs(cue: Cue, entry: Entry, aside: Token | None) -> bool:
    """Say whether the words that an entry asks for hang on the verb, and none that it bars."""
    verb = cue.token
    if entry.data.get("marked"):
        return aside is not None
    if entry.data.get("bare") and any(child.dep_ == "dobj" for child in verb.children):
        return False
    needs = entry.data.get("needs")
    if not needs:
        return True
    objects = [noun for noun in verb.rights if noun.dep_ == "dobj"]
    beside = [*verb.children, *(word for noun in objects for word in noun.rights)]
    beside += [noun for prep in beside if prep.dep_ == "prep" for noun in prep.children]  # "at his door"
    beside += [
        word
        for noun in beside
        for word in noun.rights
        if word.pos_ == "ADJ" or any(child.like_num and child.dep_ == "pobj" for child in word.rights)
    ]  # "units of it responsible", "over the same period at 40"
    if any(word.lower_ in needs for word in beside):  # "held the army responsible"
        return True
    if charged_after(verb, entry):
        return True
    return any(is_adverbial(verb.doc[start].head) for start, _ in after_preposition(verb, cue.end, needs))


def is_adverbial(word: Token) -> bool:
    """Say whether what a speaker speaks of may hang on a word though it is the verb's: "spoke by phone of a
    raid", "spoke a little earlier of a raid", but not "spoke for the people of the town"."""
    return not any(child.morph.get("Definite", []) == ["Def"] for child in word.lefts)


def read(cue: Cue, entry: Entry, known: Cues) -> Draft:
    """Return the draft of a verb under one entry of the lexicon."""
    verb, doc, takes = cue.token, cue.token.doc, entry.data.get("takes", ())
    draft = Draft(verb, cue_range(cue), [], str(entry.data["kind"]), entry.id, is_verb=True)
    active = entry.data.get("state") or is_lost(verb, entry) or closes_insertion(verb)
    passive = is_passive(verb) and not active
    done_to = (passive_subject(verb) or controller(verb)) if passive else None
    if entry.data.get("source") == "object":
        return citing(draft, verb, entry, passive, done_to, known)
    voice = who(verb, entry, passive, known)
    draft.source, draft.via, draft.own = voice.source, voice.via, voice.own
    draft.antecedent = None if voice.head is None else antecedent(voice.head)
    draft.content = complements(verb, cue.end, entry, done_to if "object" in takes else None)
    if entry.data.get("source") == "none":
        topic = subject(verb)
        if topic is not None and draft.content:
            draft.content = joined(
                doc, [(topic.left_edge.i, min(topic.right_edge.i + 1, verb.i)), *draft.content]
            )
        return draft
    if voice.inverted and "clause" in takes:
        draft.content = []  # "The army fired first, charged the rebels"
    if not any(start > verb.i for start, _ in draft.content):
        draft.content = joined(
            doc, [*draft.content, *after_preposition(verb, cue.end, takes, entry.data.get("needs", ()))]
        )
    if not draft.content and entry.data.get("recipient"):
        tagged = around_tag(verb, tag_edges(verb, voice.source))
        draft.content = [] if tagged else told_of(verb, takes)
    beside = voice.source is not None and (
        group_start(verb) - voice.source.end in {0, 1} or voice.source.start - cue.end in {0, 1}
    )
    if "clause" in takes and draft.content and beside:
        tag = tag_edges(verb, voice.source)
        if draft.content[0][0] == tag[1] + 1:
            draft.content = joined(doc, around_tag(verb, tag)) or draft.content
    if (
        draft.kind == "says"
        and not entry.data.get("recipient")
        and "clause" in takes
        and beside
        and draft.content
        and all(doc[a].pos_ == "ADP" for a, _ in draft.content)
    ):
        told = around_tag(verb, tag_edges(verb, voice.source))  # "…, the mayor said of the rebels"
        if any(token.tag_ in FINITE for start, end in told[:1] for token in doc[start:end]):
            draft.content = joined(doc, told)
    if not draft.content and "object" in takes and is_charge_before(draft):
        take_up(draft)
    elif (
        {"clause", "tag"} & set(takes)
        and not (passive and (draft.content or (passive_subject(verb) is not None and not impersonal(verb))))
        and not any(start > verb.i for start, _ in draft.content)
    ):
        told_around(draft, cue, voice, "clause" in takes)
    if not draft.content and "object" in takes:
        take_up(draft)
    elif "clause" in takes:
        with_antecedent(draft)
    if entry.data.get("alone") and not draft.content:
        draft.content = [(cue.end - 1, cue.end)]  # "claimed responsibility"
    done_by_what(draft)
    relative_before(draft)
    in_apposition(draft)
    summed_up(draft)
    if passive:
        by_agent(draft, entry)
    within_relative(draft)
    draft.content = joined(doc, [*draft.content, *reasons(draft)])
    draft.accused = draft.accused or (None if voice.inverted else accused(verb, entry, done_to))
    if draft.source is None and draft.accused is not None and closes_sentence(verb, draft.accused):
        draft.source, draft.accused = draft.accused, None
        draft.content = joined(doc, around_tag(verb, tag_edges(verb, draft.source)))
    draft.mutual = bool(entry.data.get("mutual"))
    admitted = any(c.dep_ == "neg" and c.lower_ in entry.data.get("needs", ()) for c in verb.lefts)
    negated = is_negated(verb, draft.source) and not admitted  # "did not hide it"
    draft.negated = negated or is_nobody(draft.accused)
    if draft.mutual and not draft.content:  # "traded blame as fighting broke out"
        draft.content = [(c.left_edge.i, c.right_edge.i + 1) for c in verb.rights if c.dep_ == "advcl"][:1]
    return draft


def closes_sentence(verb: Token, noun: Span) -> bool:
    """Say whether a noun is who speaks by a verb at the end, which the parser took for its object: "the town
    was shelled, the rebels charged"."""
    parted = noun.end == verb.i and noun.start > verb.sent.start and verb.doc[noun.start - 1].text == ","
    return parted and verb.tag_ in FINITE


def reasons(draft: Draft) -> list[Range]:
    """Return the reason that a speaker gives for a judgement, told as what he said: "called it a success,
    since the guns had been silent".
    """
    if draft.kind not in REASONED or not draft.content:
        return []
    return [
        (child.left_edge.i, child.right_edge.i + 1)
        for child in draft.token.rights
        if child.dep_ == "advcl"
        and is_backshifted(child)
        and any(word.dep_ == "mark" and word.lower_ in grammar_words("because") for word in child.lefts)
    ]


def supposed(verb: Token) -> bool:
    """Say whether a verb stands in a comparison with what is not so: "as if nothing had been announced"."""
    return sum(word.dep_ == "mark" for word in verb.lefts) > 1


def impersonal(verb: Token) -> bool:
    """Say whether the subject of a passive is "it": "the town, it was added, was shelled"."""
    topic = passive_subject(verb)
    return topic is not None and topic.pos_ == "PRON" and is_neuter(topic)


def told_around(draft: Draft, cue: Cue, voice: Voice, clause: bool) -> None:
    """Fill the content of a verb with no clause after it: the sentence around its tag, or a clause the
    parser lost.
    """
    verb = cue.token
    if not clause and voice.head is not None and voice.head.tag_ in {"WDT", "WP"}:
        return
    tag = tag_edges(verb, voice.source)
    if voice.edge is not None:
        tag = (min(tag[0], voice.edge), tag[1])
    around_it = [part for part in around_tag(verb, tag) if not is_setting(verb, part)]
    if not clause and any(token.pos_ == "VERB" for token in verb.doc[verb.i + 1 : tag[1]]):
        return  # "continued to fire"
    if around_it:
        draft.content, draft.tag = joined(verb.doc, around_it), tag
        return
    found = after_that(verb, cue.end) if clause else []
    if (
        clause
        and not found
        and draft.kind == "says"
        and voice.source is not None
        and verb.tag_ not in UNFINISHED
    ):
        found = rest_of_sentence(verb, cue.end)
    draft.content = found or draft.content


def is_setting(verb: Token, part: Range) -> bool:
    """Say whether words before a tag only tell where it is said: "In Hilltown, where the mayor had blamed the
    army, the prosecutors noted two deaths"."""
    first = verb.doc[part[0]]
    last = verb.doc[part[1] - 1]
    opens = first.dep_ == "prep" and first.head == verb and (last == first or first.is_ancestor(last))
    place = next(first.rights, first)
    where = (c for c in place.rights if c.dep_ == "relcl" and c.is_ancestor(last))
    return opens and any(word.tag_ == "WRB" for clause in where for word in clause.lefts)


def citing(
    draft: Draft, verb: Token, entry: Entry, passive: bool, done_to: Token | None, known: Cues
) -> Draft:
    """Fill the draft of a verb that passes on another's words: "Interfax cited the ministry"."""
    if any(child.dep_ == "pcomp" for prep in verb.children if prep.dep_ == "prep" for child in prep.children):
        return draft  # the verb after "as" tells it
    quoted = done_to if passive else next((child for child in verb.children if child.dep_ == "dobj"), None)
    carrier = agent(verb) if passive else subject(verb) or controller(verb)
    draft.source = None if quoted is None else noun_phrase(quoted, without=verb)
    draft.via = None if carrier is None else noun_phrase(carrier, without=verb)
    return draft


def cites_by(verb: Token, known: Cues) -> bool:
    """Say whether the verb itself cites, so that it waits for no quotation of its own."""
    return verb.i in known.citing and any(child.dep_ == "prep" for child in verb.children)


def cue_range(cue: Cue) -> Range:
    """Return the words of the cue with the auxiliaries next to it."""
    start, end, doc = cue.start, cue.end, cue.token.doc
    while start > 0 and doc[start - 1].head == cue.token and doc[start - 1].dep_ in AUXILIARIES:
        start -= 1
    while end < len(doc) and doc[end].head == cue.token and doc[end].dep_ == "prt":
        end += 1
    return start, end
