"""Leaving unparsed what does not speak of fighting loses no claim, and the passages joined are the text."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.claims import anchored, claims_in, extract, understood
from pipeline.conflict import load_conflict
from pipeline.fighting import WORD
from pipeline.headings import without_headings
from pipeline.language import load_model
from pipeline.parts import PART
from pipeline.reader import known_conflict
from pipeline.records import Claim, Document
from pipeline.relevance import SHORT, passages
from pipeline.score import read_scored
from pipeline.sources import MARKED, read_sample

CALM = "The envoys met in Geneva over the price of grain, and agreed to meet again in June.\n\n" * 60
WORLD, UKRAINE = load_conflict("world"), load_conflict("ukraine")
ALLEGED = "Russia said on Monday that Ukrainian drones had struck a substation in the Kursk region."
PIECES = st.lists(
    st.sampled_from(
        [CALM[:860], ALLEGED, "a raid", "missiles", "\n", "\n\n", " ", "Iran", "Israel", "🔥", "the enemy"]
    ),
    max_size=40,
).map(" ".join)


def sample() -> list[Document]:
    return [document for document in read_sample() if isinstance(document, Document)]


def whole(document: Document) -> list[Claim]:
    """Return the claims of a document all of which is parsed at once."""
    conflict = load_conflict(known_conflict(document))
    found = claims_in(understood(document, cache(load_model()), conflict), document)
    return without_headings([anchored(claim, 0, document.text) for claim in found], document.text)


def told(text: str, conflict=UKRAINE) -> list[str]:
    return [passage.text for passage in passages(text, conflict) if passage.telling]


def test_every_document_with_a_marked_claim_is_read_whole_whatever_its_conflict() -> None:
    for document in read_scored(MARKED).values():
        if document["claims"]:
            assert told(document["text"]) == [document["text"]], document["id"]


@pytest.mark.parametrize("document", sample()[::6], ids=lambda document: document.id)
def test_the_claims_among_much_else_are_those_of_the_text_alone(document: Document) -> None:
    """The surroundings tell of no fighting, so that only the text itself is parsed."""
    conflict = load_conflict(known_conflict(document))
    start = len(CALM)
    among = Document(document.id, CALM + document.text + "\n\n" + CALM, document.published)
    read = sum(len(text) for text in told(among.text, conflict))
    assert read < len(document.text) + 2000
    alone = [anchored(claim, start, among.text) for claim in whole(document)]
    assert extract(among, load_model(), conflict) == alone or len(document.text) > PART


@settings(max_examples=100, deadline=None)
@given(PIECES, st.sampled_from([WORLD, UKRAINE]))
def test_the_passages_joined_are_the_text(text: str, conflict) -> None:
    found = list(passages(text, conflict))
    assert "".join(passage.text for passage in found) == text
    assert all(text.startswith(passage.text, passage.start) for passage in found)


@pytest.mark.parametrize(
    "text",
    [
        "SHELLED AT NOON",
        "The guns had opened\nfire.",
        "The “violations” go on.",
        "It accuses the other side.",
        "a drone-strike",
    ],
)
def test_a_word_of_fighting_is_seen_in_any_form(text: str) -> None:
    assert told(text) == [text]


@pytest.mark.parametrize("text", ["", "\n", "12:45", "…", CALM])
def test_there_is_none_in_a_quiet_text(text: str) -> None:
    assert told(text) == [] and told(text, WORLD) == []


@pytest.mark.parametrize(
    ("text", "telling"),
    [
        ("Jordan said Chad's drones had hit it.", False),  # a weapon, and no two that fight
        ("Iran said Israel's missiles had hit it.", True),
        ("The senator fired back: his rival had attacked him, and missed.", False),
        ("Chad said rockets and mortar shells hit the post after the ceasefire.", True),
        ("Rockets and mortar shells hit the post after the ceasefire.", False),  # nobody to say so
        ("Chad has howitzers, tanks and missiles.", False),  # and no act
        ("Chad's police said a man with a gun, a rifle and two pistols was shot.", False),
        ("The mine pays well. The mine is deep. Mines are dear.", False),
    ],
)
def test_in_a_text_about_no_conflict_of_ours_more_is_asked(text: str, telling: bool) -> None:
    assert bool(told(text, WORLD)) == telling


@pytest.mark.parametrize(
    ("near", "telling"), [("Russia", True), ("the enemy", True), ("Ann Holm", False), ("Japan", True)]
)
def test_in_a_long_text_a_party_is_named_near(near: str, telling: bool) -> None:
    assert bool(told(f"{CALM}The rival of {near} was attacked in the papers.\n\n{CALM}")) == telling


@pytest.mark.parametrize(
    ("sentence", "telling"),
    [
        ("Russia held a census, and turned to the bridges that it had to make safe.", False),
        ("Russia held a census, and turned its artillery on the bridges.", True),
        ("Russian troops killed four men, Ukraine said.", True),
        ("Russian troops left four men without homes, Ukraine said.", True),
        ("Russian prices left four men without homes.", False),
    ],
)
def test_in_a_long_text_what_may_name_an_act_does_so_beside_fighting(sentence: str, telling: bool) -> None:
    assert bool(told(f"{CALM}{sentence}\n\n{CALM}")) == telling


def test_a_short_text_is_read_whole_and_a_long_one_where_it_speaks_of_fighting() -> None:
    short = " ".join(["word"] * (SHORT - len(WORD.findall(ALLEGED)))) + "\n\n" + ALLEGED
    assert told(short) == [short]
    (passage,) = told(CALM + ALLEGED + "\n\n" + CALM)
    assert ALLEGED in passage and len(passage) < 2000
