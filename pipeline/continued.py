"""Statements that go on without a tag: sentences told as before what is told, between two of one speaker.

"The army said two posts were shelled. A village had been bombed. A bridge was hit besides, it added."
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Span

from pipeline.attribution.tags import is_backshifted
from pipeline.grammar.voice import is_passive
from pipeline.statements import Voice

LONGEST = 3  # sentences


def continued(sentences: Sequence[Span], voices: Sequence[Voice]) -> Iterator[Voice]:
    """Yield the voice of a speaker over the untagged sentences that stand between two of his own."""
    spoken = [voices_in(sentence, voices) for sentence in sentences]
    number = 1
    while number < len(sentences):
        run: list[Span] = []
        while number + len(run) < len(sentences) and not spoken[number + len(run)]:
            sentence = sentences[number + len(run)]
            if not is_backshifted(sentence.root) and not (run and is_passive(sentence.root)):
                break
            run.append(sentence)
        after = number + len(run)
        if run and len(run) <= LONGEST and after < len(sentences):
            before = spoken[number - 1][-1:]
            if before and before[0].said.kind == "says" and same_party(before[0], spoken[after]):
                for sentence in run:
                    inside = frozenset(range(sentence.start, sentence.end))
                    yield Voice(before[0].said, before[0].speakers, inside)
        number = after + 1


def voices_in(sentence: Span, voices: Sequence[Voice]) -> list[Voice]:
    """Return the voices of known speakers that are heard in a sentence."""
    inside = frozenset(range(sentence.start, sentence.end))
    return [voice for voice in voices if voice.said.cue.start in inside or voice.indices & inside]


def same_party(one: Voice, others: Sequence[Voice]) -> bool:
    """Tell whether the first of some voices is of the party that spoke before."""
    parties = {speaker.party for speaker in one.speakers}
    return bool(others) and bool(parties) and {s.party for s in others[0].speakers} == parties
