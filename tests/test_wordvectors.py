"""The remembered vectors of words are those that the model makes."""

import numpy
import spacy

from pipeline import wordvectors
from pipeline.language import installed
from pipeline.wordvectors import RememberedVectors

TEXTS = ["", "The army’s guns fired on the town.", "\n\nGuns fired; it's said the Army fired  back.", "army"]


def test_the_vectors_are_those_of_the_model_and_are_made_anew_once_there_are_too_many(monkeypatch) -> None:
    nlp = spacy.load(installed(), exclude=["tagger", "parser", "ner", "lemmatizer", "attribute_ruler"])
    embed = nlp.get_pipe("tok2vec").model.layers[0]
    remembered = RememberedVectors(embed)
    docs = [nlp.make_doc(text) for text in TEXTS]
    for most in (1000, 1000, 3):
        monkeypatch.setattr(wordvectors, "MOST", most)
        for doc, found in zip(docs, remembered(docs), strict=True):
            assert found.shape == (len(doc), 96)
            if len(doc):
                numpy.testing.assert_allclose(found, embed.predict([doc])[0], atol=1e-5)
    assert 3 < len(remembered.known) == len(remembered.vectors) < sum(map(len, docs))
