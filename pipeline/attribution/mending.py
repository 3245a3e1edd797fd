"""Mends a statement whose parts the parser mixed up: after a colon, in a relative clause, in a passive."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from pipeline.attribution.accused import without_charge
from pipeline.attribution.beside import FINITE, before
from pipeline.attribution.drafts import Draft
from pipeline.attribution.spans import trimmed
from pipeline.attribution.tags import is_cue, is_told
from pipeline.lexicon import Entry

ANSWERING = {"denies", "accuses", "calls", "admits"}


def within_relative(draft: Draft) -> None:
    """Cut what is said in a relative clause where the clause closes: "Norland, which says …, was hit"."""
    if draft.source is None or draft.source.root.tag_ not in {"WDT", "WP"}:
        return
    doc = draft.token.doc
    for start, end in draft.content:
        cut = next((i for i in range(max(start, draft.cue[1]), end - 1) if closes_relative(doc, i)), None)
        if cut is not None:
            draft.end_at(cut)
            return


def closes_relative(doc: Doc, i: int) -> bool:
    """Say whether a comma is followed by the verb of the main clause."""
    return doc[i].text == "," and doc[i + 1].tag_ in FINITE


def by_agent(draft: Draft, entry: Entry) -> None:
    """Mend the parts of a passive that the parser mixed up: "Norland, which …, was accused by Sudland of"."""
    verb = draft.token
    if draft.source is not None:
        draft.source = without_charge(verb, draft.source, entry)
    near = before(verb)
    if entry.data.get("accused") and near is not None and verb.nbor(near.end - 1 - verb.i).text == ",":
        comma = next(i for i in range(near.start, near.end) if verb.doc[i].text == ",")
        draft.accused = trimmed(verb.doc, near.start, comma)
        draft.content = [(near.start, comma), *(part for part in draft.content if part[0] > verb.i)]


def after_colon(draft: Draft, entry: Entry) -> Iterator[Draft]:
    """Yield what the speaker says after a colon: "The staff rejected that: its guns were silent"."""
    told = draft.kind in ANSWERING or entry.data.get("colon")
    if not told or draft.source is None or draft.source.start > draft.token.i:
        return
    doc, high = draft.token.doc, draft.token.sent.end
    colon = next((i for i in range(draft.cue[1], high) if doc[i].text == ":"), None)
    if colon is None or any(is_cue(token) for token in doc[draft.cue[1] : colon]):
        return
    draft.end_at(colon)
    rest = doc[colon + 1 : high]
    if any(token.tag_ in FINITE for token in rest) and not any(is_told(token) for token in rest):
        content = [(colon + 1, high)]
        yield Draft(
            draft.token,
            (colon, colon + 1),
            content,
            "says",
            "colon",
            draft.source,
            antecedent=draft.antecedent,
        )


def sums_up(verb: Token, source: Span | None) -> bool:
    """Say whether a form like "claims" is a noun after all: "…, claims Norland denies"."""
    if source is None or source.start != verb.i + 1 or verb.i == 0 or verb.nbor(-1).text != ",":
        return False
    after_it = source.end
    return after_it < verb.sent.end and verb.doc[after_it].tag_ in {"VBZ", "VBP", "VBD"}


def is_lost(verb: Token, entry: Entry) -> bool:
    """Say whether a verb without an object is the main one, which the parser hung on its subject as if it
    were passive: "The mayor bragged of it"."""
    bare = all(child.dep_ not in {"auxpass", "agent"} for child in verb.children)
    return verb.dep_ == "acl" and verb.head.dep_ == "ROOT" and bare and "object" not in entry.data["takes"]
