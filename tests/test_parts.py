"""A long text is cut where a reader would put it down: joined, its parts are the text."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.parts import PART, parts

WORDS = st.sampled_from(
    ["Guns", "fell", "silent", "at noon,", "he said.", "“No!”", "…", "Ямпіль", "🔥", "\u200f"]
)
GAPS = st.sampled_from([" ", "  ", "\t", "\n", "\n\n", "\n \n", "\n\n\n", "\xa0"])
PIECES = st.lists(st.tuples(WORDS, GAPS), min_size=1, max_size=40)


@st.composite
def long_texts(draw: st.DrawFn) -> str:
    """Return a text of up to five parts, now and then without a paragraph, a line or a space in it."""
    piece = "".join(word + gap for word, gap in draw(PIECES))
    gap = draw(st.sampled_from([None, "", " ", "\n"]))
    if gap is not None:
        piece = re.sub(r"\s+", gap, piece)
    length = draw(st.integers(0, 5 * PART))
    start = draw(st.text(max_size=20))
    return start + (piece * (length // max(1, len(piece)) + 1))[:length]


@settings(max_examples=60, deadline=None)
@given(long_texts())
def test_the_parts_joined_are_the_text(text: str) -> None:
    found = list(parts(text))
    assert "".join(part for _, part in found) == text
    assert all(text.startswith(part, offset) for offset, part in found)
    assert all(len(part) <= PART for _, part in found)
    assert all(len(part) > PART // 3 for _, part in found[:-1])


@settings(max_examples=60, deadline=None)
@given(long_texts())
def test_no_word_is_cut_where_there_is_a_space_to_cut_at(text: str) -> None:
    for offset, part in list(parts(text))[1:]:
        before = text[offset - PART // 2 : offset]
        assert text[offset - 1].isspace() or not re.search(r"\s", before[1:]), (offset, part[:20])


@pytest.mark.parametrize(
    ("end", "worse"),
    [
        ("\n\n", "a. b\n"),
        ("\n \n", "a. b\n"),
        ("\n", "a. b "),
        (". ", "a b "),
        (".” ", "a b "),
        ("? ", "a b "),
        (" ", "ab"),
    ],
)
def test_the_best_place_is_taken_before_later_worse_ones(end: str, worse: str) -> None:
    first = "x" * (PART // 2 + 100) + end
    assert next(parts(first + worse * PART)) == (0, first)


def test_the_last_of_the_best_places_is_taken() -> None:
    paragraph = "Guns fell silent.\n\n"
    assert next(parts(paragraph * PART)) == (0, paragraph * (PART // len(paragraph)))


def test_a_text_as_long_as_a_part_is_not_cut() -> None:
    text = ("Guns fell silent.\n\n" * PART)[:PART]
    assert list(parts(text)) == [(0, text)]
    assert len(list(parts(text + "x"))) == 2


def test_an_empty_text_is_one_empty_part() -> None:
    assert list(parts("")) == [(0, "")]
