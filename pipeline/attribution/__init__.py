"""Finds who says what in a parsed text: `said(doc)` is a list of statements with source, cue and content."""

from dataclasses import dataclass

from spacy.tokens import Doc, Span

from pipeline.attribution.afterwards import afterwards
from pipeline.attribution.cues import find_cues
from pipeline.attribution.drafts import Draft, Drafts
from pipeline.attribution.ellipsis import gapped_statements, joined_statements
from pipeline.attribution.labels import extend_lists, label_statements
from pipeline.attribution.nesting import note_chains, settle
from pipeline.attribution.nouns import noun_statements
from pipeline.attribution.phrases import phrase_statements
from pipeline.attribution.spans import clean
from pipeline.attribution.speakers import join_quotations
from pipeline.attribution.verbs import verb_statements
from pipeline.records import Attribution


@dataclass(frozen=True)
class Said:
    """Somebody says something.

    `source` is the phrase that names who says it, a pronoun as it stands; None if nobody is named. A
    relative pronoun's `antecedent` is the noun phrase it stands for. `content` is what is said, in text
    order, over several sentences where a quotation runs on. `kind` is from the reporting lexicon. `accused`
    is who is blamed by the cue itself ("accused X of"), `via` who passed the statement on. `rule` is the
    lexicon's entry. `negated`: the text tells that it was not said ("nobody claimed responsibility", "did
    not deny"). `mutual`: the speakers say it of one another ("traded accusations").
    """

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    kind: str
    accused: Span | None
    via: Span | None
    rule: str
    antecedent: Span | None = None
    negated: bool = False
    mutual: bool = False


def said(doc: Doc) -> list[Said]:
    """Return every statement that somebody is said to make, in text order, one inside another included."""
    cues = list(find_cues(doc))
    found = [*verb_statements(doc, cues), *phrase_statements(doc, cues), *noun_statements(doc, cues)]
    drafts = Drafts([*not_summed_up(found), *label_statements(doc), *afterwards(doc)])
    settle(doc, drafts)
    join_quotations(doc, drafts)
    drafts = extend_lists(doc, drafts)
    note_chains(doc, drafts)
    drafts = Drafts([*drafts.all, *joined_statements(doc, drafts), *gapped_statements(doc, drafts)])
    return [one for one in (finished(doc, draft) for draft in drafts.all) if one.content]


def not_summed_up(found: list[Draft]) -> list[Draft]:
    """Leave out a noun that only takes up the statement before it: ", a charge that Norland denied"."""
    taken = {i for one in found if one.opens is not None for i in range(one.opens, one.cue[0])}
    return [one for one in found if one.is_verb or one.cue[0] not in taken]


def finished(doc: Doc, draft: Draft) -> Said:
    """Return a draft as a statement."""
    parts = [clean(doc, start, end) for start, end in draft.content]
    return Said(
        source=draft.source,
        cue=doc[draft.cue[0] : draft.cue[1]],
        content=tuple(
            doc[a:b] for a, b in parts if any(token.is_alpha or token.like_num for token in doc[a:b])
        ),
        kind=draft.kind,
        accused=draft.accused,
        via=draft.via,
        rule=draft.rule,
        antecedent=draft.antecedent,
        negated=draft.negated,
        mutual=draft.mutual,
    )


def attributions(doc: Doc) -> list[Attribution]:
    """Return the statements as character spans, an outer one without those inside its content."""
    kept: list[Said] = []
    inside: set[int] = set()
    for one in sorted(said(doc), key=lambda one: min([one.cue.start, *(part.start for part in one.content)])):
        if one.cue.start not in inside:
            kept.append(one)
            inside.update(i for part in one.content for i in range(part.start, part.end))
    return [
        Attribution(
            source=spans(one.via if passes_on(one) else one.source),
            cue=spans(one.cue),
            content=spans(one.source) if passes_on(one) else spans(*one.content),
            rule=one.rule,
        )
        for one in kept
    ]


def passes_on(one: Said) -> bool:
    """Say whether the cue tells only whom its subject cites: "…, citing two officials"."""
    return one.kind == "cites" and one.via is not None


def spans(*found: Span | None) -> tuple[tuple[int, int], ...]:
    """Return spans of tokens as spans of characters."""
    return tuple((span.start_char, span.end_char) for span in found if span is not None)
