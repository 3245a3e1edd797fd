"""Settles where one statement ends and the next begins, and who passes on whose words."""

from spacy.tokens import Doc, Token

from pipeline.attribution.beside import FINITE, group_start
from pipeline.attribution.cues import grammar_words
from pipeline.attribution.drafts import Draft, Drafts
from pipeline.attribution.sources import SUBJECTS

SPEAKING = {
    *("says", "denies", "accuses", "admits", "confirms", "records"),
    *("calls", "warns", "promises", "wants", "asks"),
}
AUXILIARIES = {"aux", "auxpass"}


def settle(doc: Doc, drafts: Drafts) -> None:
    """Cut each content where a statement of the same speaker, or one set against it, begins."""
    for draft in drafts.all:
        if draft.kind not in SPEAKING:
            continue
        within: list[Draft] = []
        for other in drafts.between(draft.cue[0] + 1, draft.token.sent.end):
            if other.kind not in SPEAKING or not other.is_verb or not holds(draft, other.cue[0]):
                continue
            cut = where_cut(doc, draft, other, within)
            if cut is not None:
                draft.end_at(cut)
                joined = is_joined(doc, draft, other)
                if other.is_verb and (joined or not has_own_subject(other)) and other.opens is None:
                    other.source, other.antecedent = draft.source, draft.antecedent
                break
            within.append(other)


def holds(draft: Draft, i: int) -> bool:
    """Say whether a token is in the content that follows a cue."""
    return any(start <= i < end and start > draft.cue[0] for start, end in draft.content)


def where_cut(doc: Doc, draft: Draft, other: Draft, within: list[Draft]) -> int | None:
    """Return where the content of a draft ends because another cue begins, None if that is inside the
    statement.
    """
    start = group_start(other.token)
    if other.opens is not None and other.opens > draft.cue[0]:
        return other.opens
    source = other.source
    if source is not None and source.start <= draft.cue[0] < source.end:
        return source.end if source.end < len(doc) and doc[source.end].text == "," else None
    if is_joined(doc, draft, other):
        return start - 1
    if has_own_subject(other) and source is not None and source.end <= other.token.i:
        return set_against(doc, draft, other, source.start)
    if any(has_own_subject(one) for one in within):
        return None
    if other.token.tag_ == "VBG":
        return before_participle(doc, start)
    if doc[start - 1].tag_ == "CC" and (
        other.token.tag_ == draft.token.tag_ or (is_finite(draft.token) and is_finite(other.token))
    ):
        return start - 2 if doc[start - 2].text == "," else start - 1
    return None


def is_joined(doc: Doc, draft: Draft, other: Draft) -> bool:
    """Say whether a participle goes on with another: "denying that its men fired and condemning the raid",
    whatever subject the parser gave it.
    """
    start = group_start(other.token)
    return other.token.tag_ == draft.token.tag_ == "VBG" and doc[start - 1].tag_ == "CC"


def set_against(doc: Doc, draft: Draft, other: Draft, start: int) -> int | None:
    """Return the cut before a clause with its own speaker: ", but Norland denied", after "While Sudland said
    …,".
    """
    before = doc[start - 1]
    if before.dep_ == "mark" and doc[start - 2].text == "," and doc[start - 3].tag_ == "CC":
        return start - 4 if doc[start - 4].text == "," else start - 3  # "and, as Sudland has it, …"
    if (before.tag_ == "CC" or before.lower_ in grammar_words("while")) and doc[start - 2].text == ",":
        return start - 2
    if before.tag_ == "CC" and (draft.token.tag_ == other.token.tag_ == "VBG" or leaves_gap(other.token)):
        return start - 1
    if before.text == "," and (opens_with_while(doc, draft) or other.token.tag_ == "VBG"):
        return start - 1
    return None


def leaves_gap(verb: Token) -> bool:
    """Say whether what is said lacks its subject, which stands before another's words: "which Norland says
    was shot down and Sudland says was not"."""
    clauses = [child for child in verb.rights if child.dep_ == "ccomp" and is_finite(child)]
    return any(not any(word.dep_ in {*SUBJECTS, "nsubjpass"} for word in child.lefts) for child in clauses)


def opens_with_while(doc: Doc, draft: Draft) -> bool:
    """Say whether the clause of a cue opens with a word like "while"."""
    if draft.source is None:
        return False
    start = draft.source.start
    return any(token.lower_ in grammar_words("while") for token in doc[max(start - 2, 0) : start])


def before_participle(doc: Doc, start: int) -> int | None:
    """Return the comma before ", adding that …", if there is one."""
    i = start - 1
    if doc[i].is_quote and doc[i - 1].text == ",":
        return start
    if doc[i].lower_ in grammar_words("while") or doc[i].tag_ == "CC":
        i -= 1
    return i if i > 0 and doc[i].text == "," else None


def is_finite(verb: Token) -> bool:
    """Say whether a verb, or the first of its auxiliaries, shows tense."""
    return verb.tag_ in FINITE or any(
        child.tag_ in FINITE for child in verb.children if child.dep_ in AUXILIARIES
    )


def has_own_subject(draft: Draft) -> bool:
    """Say whether a cue has a subject of its own: the parser's, or one found beside it."""
    return draft.own or any(
        child.dep_ in SUBJECTS or child.dep_ == "nsubjpass" for child in draft.token.children
    )


def note_chains(doc: Doc, drafts: Drafts) -> None:
    """Note who passes a statement on: the speaker of the one that it stands in, or the agency that cites
    it.
    """
    for draft in drafts.all:
        if draft.kind == "cites" and not draft.content:
            carry(doc, draft, drafts)
    for draft in drafts.all:
        if draft.kind != "says" or draft.source is None or draft.opens is not None:
            continue
        for start, end in draft.content:
            for other in drafts.between(start, end):
                if other.via is None and differ(other, draft) and carries(draft, other):
                    other.via = draft.source


def carries(outer: Draft, inner: Draft) -> bool:
    """Say whether a statement in whose content another stands passes it on.

    Not where a semicolon or "which" leads to another's answer, nor from a relative clause to its main one,
    nor from ", the mayor saying …" to what stands before it.
    """
    after = outer.cue[0] < inner.cue[0]
    if after and inner.opens is not None:
        return False
    if after and any(token.text == ";" for token in outer.token.doc[outer.cue[1] : inner.cue[0]]):
        return False
    if outer.token.tag_ == "VBG" and not after and has_own_subject(outer):
        return False
    node = outer.token
    while node != node.head and node != inner.token:
        if node.dep_ == "relcl" and inner.token.is_ancestor(node):
            return False
        node = node.head
    return True


def differ(one: Draft, other: Draft) -> bool:
    """Say whether two statements have sources, and not the same."""
    return one.source is not None and other.source is not None and one.source.text != other.source.text


def carry(doc: Doc, cite: Draft, drafts: Drafts) -> None:
    """Give "citing the ministry" what its reporter says; let "cited by Interfax" name who passed a
    statement on.
    """
    sentence = cite.token.sent
    near = [d for d in drafts.between(sentence.start, sentence.end) if d is not cite and d.content]
    if cite.source is not None and cite.via is not None and cite.token.tag_ == "VBN":
        for draft in near:
            if draft.source is not None and draft.source.start <= cite.source.root.i < draft.source.end:
                draft.via = cite.via
                return
    speaking = [d for d in near if d.kind in SPEAKING]
    if cite.token.tag_ == "VBG" and speaking and cite.source is not None:
        model = min(speaking, key=lambda d: abs(d.cue[0] - cite.cue[0]))
        if holds(model, cite.cue[0]) and doc[cite.cue[0] - 1].text == ",":
            model.end_at(cite.cue[0] - 1)
        cite.content, cite.via = list(model.content), model.source
    elif cite.source is not None and cite.via is not None:
        cite.content = [(cite.source.start, cite.source.end)]
        cite.source, cite.via = cite.via, None
