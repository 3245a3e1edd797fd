"""Sentence boundaries by layout: what begins a sentence, and what, like a wrapped line, does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language import load_model
from pipeline.sentences import boundaries


def sentences(text: str) -> list[str]:
    return [" ".join(sentence.text.split()) for sentence in load_model()(text).sents if sentence.text.strip()]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "NORTHTOWN, May 3 - The army said it had left.",
            ["NORTHTOWN, May 3 -", "The army said it had left."],
        ),
        (
            "NORTHTOWN/SOUTHPORT (Agency) — Guns fell silent.",
            ["NORTHTOWN/SOUTHPORT (Agency) —", "Guns fell silent."],
        ),
        ("NORTHTOWN, November 7. Jets flew.", ["NORTHTOWN, November 7.", "Jets flew."]),
        ("NORTHTOWN, 7 Nov 2025. Jets flew.", ["NORTHTOWN, 7 Nov 2025.", "Jets flew."]),
        ("Heading without a stop\n\nThe text begins.", ["Heading without a stop", "The text begins."]),
        (
            "Two came:\n- a drone fell here;\n- a shell fell there.",
            ["Two came:", "-", "a drone fell here;", "-", "a shell fell there."],
        ),
        (
            "The ministry said that the line\nwas cut on Monday.",
            ["The ministry said that the line was cut on Monday."],
        ),
        ("12:45 The guns fell silent.", ["12:45", "The guns fell silent."]),
        (
            "It came at 9:20 p.m. Northtown time, when a drone hit a mill.",
            ["It came at 9:20 p.m. Northtown time, when a drone hit a mill."],
        ),
        (
            "Guns had opened fire, the mayor wrote on X. Northtown kept silent.",
            ["Guns had opened fire, the mayor wrote on X.", "Northtown kept silent."],
        ),
        ("He spoke of Ann X. Lee, the mayor.", ["He spoke of Ann X. Lee, the mayor."]),
    ],
)
def test_layout(text: str, wanted: list[str]) -> None:
    assert sentences(text) == wanted


def test_no_sentence_begins_in_the_middle_of_a_clause() -> None:
    text = "The ministry puts the blast at twenty past midnight Northtown time on 21 March."
    assert sentences(text) == [text]


@given(st.text(alphabet=st.sampled_from('AB ab.-–•\n\t:"”/(1, '), max_size=200))
def test_boundaries_are_offsets_of_the_text(text: str) -> None:
    found = list(boundaries(text))
    assert all(0 <= offset < len(text) and not text[offset].isspace() for offset in found)
