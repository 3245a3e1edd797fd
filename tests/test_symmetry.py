"""Whoever accuses whom: swapping the two sides in a text must swap the claims and nothing else."""

import re
from dataclasses import replace

import pytest
from swapping import Swaps, read_swaps, swap_names
from symmetry import all_swaps, carried, carried_over, compare, read_anew, sample, share

from pipeline.conflict_files import KINDS
from pipeline.language import load_model
from pipeline.records import Document

WHOLE = 0.99  # of the claims


def occurs(name: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text))


@pytest.fixture(scope="module", params=swap_names())
def swaps(request: pytest.FixtureRequest) -> Swaps:
    return read_swaps(request.param)


def test_the_claims_of_a_swapped_document_are_the_swapped_claims(swaps: Swaps) -> None:
    done = list(carried_over(swaps, load_model()))
    assert sum(one.claims for one in done) > 10
    assert share(done) >= WHOLE, [one for one in done if not one.symmetric]


def test_the_parser_reads_a_swapped_text_alike() -> None:
    nlp = load_model()
    done = [one for swaps in all_swaps() for one in read_anew(swaps, nlp)]
    assert all(one.symmetric for one, same in done if same)
    assert share([one for one, _ in done]) >= WHOLE, [one for one, _ in done if not one.symmetric]


def test_partners_are_of_the_same_kind_and_length(swaps: Swaps) -> None:
    nlp = load_model()
    names = {name.text: name for name in swaps.conflict.names}
    for kind, pairs in swaps.pairs.items():
        for pair in pairs:
            one, other = (len(nlp.make_doc(name)) for name in pair)
            assert one == other, pair
            if kind in KINDS:
                assert [names[name].party for name in pair] == list(swaps.sides), pair
                assert {names[name].kind for name in pair} == {kind}, pair


def test_places_of_swapped_regions_are_swapped(swaps: Swaps) -> None:
    gazetteer = swaps.conflict.gazetteer
    for one, other in swaps.pairs.get("place", ()):
        first, second = (gazetteer.region_of(re.sub(" region$", "", name)) for name in (one, other))
        if first and second:  # a name that several places bear is told apart by the text around it
            assert swaps.regions.get(first.code) == second.code, (one, other)


def test_swapping_twice_gives_the_text_back(swaps: Swaps) -> None:
    for document in sample(swaps):
        if not any(occurs(name, document.text) for name in swaps.one_way):
            assert swaps.swapped(swaps.swapped(document.text)) == document.text, document.id


def test_articles_and_positions_follow_the_names() -> None:
    swaps = read_swaps("india-pakistan")
    text = "An Indian gun fired. A Pakistani post answered in Sirsa, the BSF said."
    after = "A Pakistani gun fired. An Indian post answered in Peshawar, the ISPR said."
    assert swaps.swapped(text) == after
    for word in ("gun", "post", "answered", "said"):
        assert swaps.position(text, text.index(word)) == after.index(word)


def test_an_uneven_treatment_shows() -> None:
    """Data that know one side's service by its short name and not the other's."""
    swaps, nlp = read_swaps("ukraine"), load_model()
    text = "The IAEA accused the FSB of shelling a school in Sudzha."
    doc = nlp(text)
    swapped = carried(doc, swaps.swapped(text), nlp)
    assert swapped.text == "The IAEA accused the SBU of shelling a school in Shostka."
    assert compare(Document("x", text), doc, swapped, swaps).symmetric
    names = tuple(name for name in swaps.conflict.names if name.text != "SBU")
    uneven = replace(swaps, conflict=replace(swaps.conflict, names=names))
    assert not compare(Document("x", text), doc, swapped, uneven).symmetric


def test_only_the_sides_of_a_conflict_change(swaps: Swaps) -> None:
    old, new = swaps.conflict, swaps.mirrored
    assert set(new.parties) == set(old.parties)
    assert [name.text for name in new.names] == [name.text for name in old.names]
    for code in old.gazetteer.regions:
        ruler = old.party_of_region(swaps.regions.get(code, code))
        assert new.party_of_region(code) == swaps.other(ruler), code
