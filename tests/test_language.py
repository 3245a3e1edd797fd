"""Tests that the model forgets what it learns, so that a process that reads for years does not grow."""

from collections.abc import Iterator

import pytest

from pipeline import language
from pipeline.language import load_model
from pipeline.model_caches import forget
from pipeline.reader import read_together
from pipeline.records import Document

TEXT = "Ukraine said on Tuesday that Russian drones had struck a school in {name}."


@pytest.fixture
def little_room(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Have the model keep no word that a text teaches it."""
    monkeypatch.setattr(language, "MOST", 0)
    forget()
    yield
    forget()


def test_model_that_has_learned_many_words_is_loaded_anew(little_room: None) -> None:
    read = [read_together([Document("x", TEXT.format(name="Norhaven"), conflict="ukraine")])]
    first = load_model()
    read_together([Document("y", TEXT.format(name="Westmoor"), conflict="ukraine")])
    assert load_model() is not first
    assert "Norhaven" not in load_model().vocab.strings and "Westmoor" in load_model().vocab.strings
    read.append(read_together([Document("x", TEXT.format(name="Norhaven"), conflict="ukraine")]))
    assert read[0] == read[1] and len(read[0][0][1]) == 1


def test_names_of_a_conflict_take_no_room() -> None:
    left = language.room().most - len(load_model().vocab.strings)
    with language.learning_names():
        load_model()("The town of Eastmoor lies beyond Southhaven.")
    assert language.room().most - len(load_model().vocab.strings) == left
