"""Settles where one statement ends and the next begins, and who passes on whose words."""

from spacy.tokens import Doc

from pipeline.attribution.beside import group_start
from pipeline.attribution.cues import grammar_words
from pipeline.attribution.drafts import Draft
from pipeline.attribution.sources import SUBJECTS

SPEAKING = {
    "says",
    "denies",
    "accuses",
    "admits",
    "confirms",
    "records",
    "calls",
    "warns",
    "promises",
    "wants",
    "asks",
}
PRESENT = {"VBZ", "VBP"}
PAST = {"VBD", "VBN"}


def settle(doc: Doc, drafts: list[Draft]) -> None:
    """Cut each content where a statement of the same speaker, or one set against it, begins; then note chains.

    `drafts` are in the order of their cues.
    """
    for number, draft in enumerate(drafts):
        if draft.kind not in SPEAKING:
            continue
        for other in drafts[number + 1 :]:
            if other.cue[0] >= draft.token.sent.end:
                break
            if other.kind in SPEAKING and holds(draft, other.cue[0]):
                between = drafts[number + 1 : drafts.index(other)]
                cut = where_cut(doc, draft, other, between)
                if cut is not None:
                    end_at(draft, cut)
                    if not has_own_subject(other):
                        other.source, other.antecedent = draft.source, draft.antecedent
                    break
    note_chains(doc, drafts)


def holds(draft: Draft, i: int) -> bool:
    """Say whether a token is in the content that follows a cue."""
    return any(start <= i < end and start > draft.cue[0] for start, end in draft.content)


def end_at(draft: Draft, cut: int) -> None:
    """Cut off what follows a token in the content."""
    draft.content = [(start, min(end, cut)) for start, end in draft.content if start < cut]


def where_cut(doc: Doc, draft: Draft, other: Draft, between: list[Draft]) -> int | None:
    """Return where the content of a draft ends because another cue begins, None if that is inside the statement."""
    start = group_start(other.token)
    if other.source is not None and other.source.start <= draft.cue[0] < other.source.end:
        return other.source.end - 1 if doc[other.source.end - 1].text == "," else None
    if has_own_subject(other) and other.source is not None and other.source.end <= other.token.i:
        return set_against(doc, draft, other, other.source.start)
    if any(has_own_subject(one) and holds(draft, one.cue[0]) for one in between):
        return None
    if other.token.tag_ == "VBG":
        return before_participle(doc, start)
    before = doc[start - 1]
    if before.tag_ == "CC" and same_tense(draft, other):
        return start - 2 if doc[start - 2].text == "," else start - 1
    return None


def set_against(doc: Doc, draft: Draft, other: Draft, start: int) -> int | None:
    """Return the cut before a clause with its own speaker: ", but Kyiv denied", or after "While Moscow said …,"."""
    before = doc[start - 1]
    if (before.tag_ == "CC" or before.lower_ in grammar_words("while")) and doc[start - 2].text == ",":
        return start - 2
    if before.text == "," and (opens_with_while(doc, draft) or other.token.tag_ == "VBG"):
        return start - 1
    return None


def opens_with_while(doc: Doc, draft: Draft) -> bool:
    """Say whether the clause of a cue opens with a word like "while"."""
    if draft.source is None:
        return False
    return any(
        token.lower_ in grammar_words("while")
        for token in doc[max(draft.source.start - 2, 0) : draft.source.start]
    )


def before_participle(doc: Doc, start: int) -> int | None:
    """Return the comma before ", adding that …", if there is one."""
    i = start - 1
    if doc[i].lower_ in grammar_words("while") or doc[i].tag_ == "CC":
        i -= 1
    return i if i > 0 and doc[i].text == "," else None


def same_tense(draft: Draft, other: Draft) -> bool:
    """Say whether two verbs may be joined by "and" to one subject."""
    tags = {draft.token.tag_, other.token.tag_}
    return len(tags) == 1 or tags <= PRESENT or tags <= PAST


def has_own_subject(draft: Draft) -> bool:
    """Say whether the parser gave a cue a subject of its own."""
    return draft.own or any(
        child.dep_ in SUBJECTS or child.dep_ == "nsubjpass" for child in draft.token.children
    )


def note_chains(doc: Doc, drafts: list[Draft]) -> None:
    """Note who passes a statement on: the speaker of the one that it stands in, or the agency that cites it."""
    for draft in drafts:
        if draft.kind == "cites" and not draft.content:
            carry(draft, drafts)
            if not draft.content and draft.source is not None and draft.via is not None:
                draft.content = [(draft.source.start, draft.source.end)]
                draft.source, draft.via = draft.via, None
    for number, draft in enumerate(drafts):
        if draft.kind not in SPEAKING:
            continue
        for other in drafts[number + 1 :] if draft.tag is None else drafts:
            if other.cue[0] > draft.token.sent.end + 200:
                break
            inside = other is not draft and any(a <= other.cue[0] < b for a, b in draft.content)
            if inside and other.via is None and draft.source is not None and other.source is not None:
                other.via = draft.source


def carry(cite: Draft, drafts: list[Draft]) -> None:
    """Give "citing the ministry" what its reporter says; let "cited by Interfax" name who passed a statement on."""
    sentence = cite.token.sent
    near = [d for d in drafts if d is not cite and d.content and sentence.start <= d.cue[0] < sentence.end]
    if cite.via is not None and cite.source is not None:
        for draft in near:
            if draft.source is not None and draft.source.start <= cite.source.root.i < draft.source.end:
                draft.via = cite.via
                return
    above = [d for d in near if d.token == cite.token.head or d.token.is_ancestor(cite.token)] or near
    if above and cite.source is not None:
        model = min(above, key=lambda d: abs(d.cue[0] - cite.cue[0]))
        cite.content = list(model.content)
        cite.via = model.source if cite.via is None or model.source is None else cite.via
