"""Lets the parser read the names of all parties as those of one, to read all texts alike.

A statistical parser knows some names better than others: it may take one sentence apart in two ways for two
states. So the vectors that it works on are made from a text in which each name of one word has given way to
a well-known one of its kind. What it reads for each kind is `read_as` in world/conflict.toml.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from spacy.attrs import NORM, ORTH, SPACY
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import Model, chain

from pipeline.conflict_files import COMMON_KINDS, read_toml
from pipeline.model_caches import remembered
from pipeline.party_files import FOLDER, WORLD, Name, conflict_names, read_names

Read = Model[Sequence[Doc], Sequence[Doc]]


@cache
def standins() -> Mapping[str, str]:
    """Return the word that is read in place of each name, also of those in a line of capitals."""
    read_as = read_toml(FOLDER / WORLD / "conflict.toml").get("read_as", {})
    found: dict[str, str] = {}
    for name in (name for other in conflict_names() for name in read_names(FOLDER / other, COMMON_KINDS)):
        word = read_as.get(form_of(name))
        if word and name.text.isalnum():
            found.setdefault(name.text, word)
            found.setdefault(name.text.upper(), word.upper())
    return found


@remembered()
def standins_of(vocab: Vocab) -> Mapping[int, str]:
    """Return the stand-ins by the numbers of the names in a vocabulary."""
    return {vocab.strings.add(name): word for name, word in standins().items()}


def form_of(name: Name) -> str:
    """Return what sort of word a name is to a parser: its kind, but by its letters "acronym" or "people"."""
    if name.text.isupper():
        return "acronym"
    return "people" if name.kind == "demonym" and name.text.endswith("s") else name.kind


def with_standins(doc: Doc) -> Doc:
    """Return a text with the stand-ins in place of the names."""
    known = standins_of(doc.vocab)
    orths = doc.to_array(ORTH).tolist()
    given = {at: known[orth] for at, orth in enumerate(orths) if orth in known and not doc[at].is_stop}
    if not given:
        return doc
    words = [given.get(at) or doc.vocab.strings[orth] for at, orth in enumerate(orths)]
    read = Doc(doc.vocab, words=words, spaces=doc.to_array(SPACY).astype(bool).tolist())
    norms: Any = doc.to_array([NORM])  # the tokenizer knows that "'s" is a form of "is"
    for index, word in given.items():
        norms[index] = doc.vocab[word].norm
    return read.from_array([NORM], norms.reshape(-1, 1))


def forward(
    model: Read, docs: Sequence[Doc], is_train: bool
) -> tuple[list[Doc], Callable[[Sequence[Doc]], Sequence[Doc]]]:
    return [with_standins(doc) for doc in docs], lambda unchanged: unchanged


def put_into(nlp: Language) -> None:
    """Have the parser and the tagger of a pipeline, which see a text only as vectors, read the stand-ins."""
    vectors: Any = nlp.get_pipe("tok2vec")
    vectors.model = chain(Model("standins", forward), vectors.model)
