"""Every entry of every lexicon is found in its `accepts` sentences and not in its `rejects`."""

import pytest

from pipeline.language import load_model
from pipeline.lexicon import lexicon_names, read_lexicon

EXAMPLES = [
    pytest.param(name, entry.id, sentence, wanted, id=f"{name}-{entry.id}-{'yes' if wanted else 'no'}-{n}")
    for name in lexicon_names()
    for entry in read_lexicon(name).entries.values()
    for wanted, sentences in ((True, entry.accepts), (False, entry.rejects))
    for n, sentence in enumerate(sentences, 1)
]


@pytest.mark.parametrize(("name", "entry", "sentence", "wanted"), EXAMPLES)
def test_examples_of_an_entry(name: str, entry: str, sentence: str, wanted: bool) -> None:
    found = {hit.id for hit, _ in read_lexicon(name).find(load_model()(sentence))}
    assert (entry in found) is wanted
