"""The words of a claim for who speaks, and for who passes that on."""

from collections.abc import Sequence

from spacy.tokens import Span

from pipeline.grammar.features import is_plural
from pipeline.mentions import Mention
from pipeline.offices import office_at, role
from pipeline.reading import Reading
from pipeline.statements import Voice

CLAUSES = {"relcl", "acl"}


def without_clause(source: Span) -> Span:
    """Return the words for a speaker without what a comma adds in a clause: "the army, which was ready", "the
    army, quoted by an agency", "whose army"."""
    if len(source) > 1 and source[0].tag_ == "WP$":
        source = source[1:]
    if source.root.dep_ == "amod":  # "Norlandic reports" of something
        noun = source.root.head
        return source.doc[min(noun.left_edge.i, source.start) : noun.i + 1]
    for token in source:
        start = token.left_edge.i
        if token.dep_ in CLAUSES and source.root.i < start - 1 and source.doc[start - 1].text == ",":
            return source.doc[source.start : start - 1]
    return source


def passed_on_by(reading: Reading, voice: Voice, speaker: Span) -> Span | None:
    """Return who passes on what a speaker says, None if nobody does.

    A pronoun, or one called as the speaker is, is the speaker again; a thing was taken for one who speaks.
    """
    via = voice.said.via
    if via is None or via.root.pos_ == "PRON":
        return None
    if via.start <= speaker.start < via.end:  # "an agency, citing the army", "an agency, the army"
        comma = next((token.i for token in via if token.text == ","), via.start)
        via = via.doc[via.start : min(comma, speaker.start)]
    if not via or is_again(via, speaker) or not is_somebody(via, reading.mentions):
        return None
    return via


def is_again(phrase: Span, speaker: Span) -> bool:
    """Tell whether a phrase names nobody but a speaker: "Ann Lee's address" beside "the mayor, Ann Lee"."""
    entry = office_at(phrase.root)
    return names(phrase) <= names(speaker) and not (entry is not None and entry.data.get("passes"))


def names(phrase: Span) -> set[str]:
    """Return the proper names in a phrase, or its head where it has none."""
    return {token.text for token in phrase if token.pos_ == "PROPN"} or {phrase.root.lower_}


def is_somebody(phrase: Span, mentions: Sequence[Mention]) -> bool:
    """Tell whether a phrase is somebody by name or by an office, or several: "some news sites"."""
    named = any(mention.start < phrase.end and phrase.start < mention.end for mention in mentions)
    several = is_plural(phrase.root)
    return named or several or any(token.pos_ == "PROPN" or role(token) for token in phrase)
