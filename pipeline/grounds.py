"""What made a claim: entries of the lexicons and of the conflict's data, and the words they were found in.

An entry is named by its file and its id, as in "reporting:say" or "acts:shell"; a party by its name and the
kind of name that was found, as in "parties:Norland (capital)".
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Span

from pipeline.characters import span_of
from pipeline.context import Assertion
from pipeline.details import Details
from pipeline.offices import words_of
from pipeline.reading import Hit, Reading
from pipeline.records import Ground

ABOUT = ("targets", "weapons", "truces")  # what an act is done to, and with, and what it breaks


def grounds_of(reading: Reading, group: list[Assertion], words: Details) -> tuple[Ground, ...]:
    """Return what made a claim of a group of assertions, in text order."""
    first = group[0]
    found = [Ground(f"reporting:{first.voice.said.rule}", span_of(first.voice.said.cue))]
    for one in group:
        found += of_act(reading, one)
    for span in (first.speaker.words, first.voice.said.accused, words.accused):
        found += of_party(reading, span) if span is not None else ()
    return tuple(dict.fromkeys(sorted(found, key=lambda ground: ground.span)))


def of_act(reading: Reading, one: Assertion) -> Iterator[Ground]:
    """Yield the entries of an act's word and of what is said beside it; those of a bare answer's charge."""
    said = set(one.voice.indices) & set(range(one.sentence.start, one.sentence.end))
    if one.bare:
        yield from entries_of("denials", reading.within("denials", said))
        return
    yield from entries_of("acts", reading.words["acts"].get(one.act.head.i, ()))
    for name in ABOUT:
        yield from entries_of(name, reading.within(name, said))


def of_party(reading: Reading, span: Span) -> Iterator[Ground]:
    """Yield what tells whom some words name: names of parties, offices, and words that stand for a party."""
    for mention in reading.mentions:
        if mention.start < span.end and span.start < mention.end:
            name = f"{mention.party or 'whoever is the enemy'} ({mention.kind})"
            yield Ground(f"parties:{name}", span_of(reading.doc[mention.start : mention.end]))
    offices = words_of(reading.doc)
    yield from entries_of("offices", (offices[token.i] for token in span if token.i in offices))
    yield from entries_of("voices", reading.within("voices", set(range(span.start, span.end))))


def entries_of(name: str, hits: Iterable[Hit]) -> Iterator[Ground]:
    """Yield the entries of a lexicon that were found."""
    for entry, span in hits:
        yield Ground(f"{name}:{entry.id}", span_of(span))
