"""Our figures are those of the gold set's own scorer, where `SCORER` names that; and the measure itself."""

import importlib.util
import json
import os
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.pairing import likeness, pair, worth
from pipeline.score import BadGold, compare, read_scored
from pipeline.sources import MARKED


def claim(**fields: Any) -> dict[str, Any]:
    return {
        "sentence": "The ministry said the other side's drones had hit a substation.",
        "stance": "alleges",
        "claimant": "A",
        "accused": "B",
        "category": "energy_strike",
        "regions": ["AA-1"],
        "count": None,
        "date_from": None,
        "date_to": None,
    } | fields


def documents(*claims: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {"d": {"id": "d", "conflict": "c", "claims": list(claims)}}


def test_the_gold_set_scores_full_against_itself() -> None:
    gold = read_scored(MARKED)
    figures = compare(gold, gold).total.figures()
    assert figures["documents"] == 160
    assert {level["f1"] for level in figures["levels"].values()} == {1.0}
    assert set(figures["fields"].values()) == {1.0}


def test_a_wrong_field_lowers_its_own_figure_and_the_levels_that_need_it() -> None:
    figures = compare(documents(claim()), documents(claim(category="other_strike", count=3))).total.figures()
    assert figures["fields"] == {"accused": 1, "category": 0, "regions": 1, "count": 0, "dates": 1}
    assert [figures["levels"][level]["f1"] for level in ("claim", "who-against-whom", "full")] == [1, 1, 0]


def test_the_order_of_regions_is_nothing() -> None:
    gold, made = documents(claim(regions=["AA-1", "AA-2"])), documents(claim(regions=["AA-2", "AA-1"]))
    assert compare(gold, made).total.figures()["fields"]["regions"] == 1


def test_another_stance_or_claimant_is_one_missed_and_one_spurious() -> None:
    for other in (claim(stance="denies"), claim(claimant="B")):
        score = compare(documents(claim()), documents(other))
        assert (score.total.matched, len(score.missed), len(score.spurious)) == (0, 1, 1)


def test_an_optional_claim_is_neither_asked_for_nor_wrong() -> None:
    gold = documents(claim(), claim(sentence="It has done so before, the ministry said.", optional=True))
    assert compare(gold, documents(claim())).total.figures()["levels"]["claim"]["f1"] == 1
    both = documents(*({k: v for k, v in c.items() if k != "optional"} for c in gold["d"]["claims"]))
    assert compare(gold, both).total.figures()["levels"]["claim"]["f1"] == 1


def test_a_document_that_is_not_there_counts_as_one_without_claims() -> None:
    score = compare(documents(claim()), {})
    assert score.total.figures()["levels"]["claim"] == {"precision": None, "recall": 0, "f1": 0}


def test_a_document_that_the_gold_set_lacks_is_named() -> None:
    with pytest.raises(BadGold, match="no document 'e'"):
        compare(documents(claim()), {"e": {"id": "e", "claims": []}})


def test_sentences_overlap_by_their_words() -> None:
    assert likeness("Drones hit a depot.", "Drones  hit\na depot.") == 1
    assert likeness("hit a depot", "Drones hit a depot, it said.") == 1
    assert likeness("", "Drones hit a depot.") == 0
    assert 0 < likeness("Drones hit a depot.", "Drones hit the grid.") < 0.6


@given(st.data())
def test_pairs_are_worth_the_most_that_is_possible(data: st.DataObject) -> None:
    def made(optional: bool) -> st.SearchStrategy[dict[str, Any]]:
        return st.builds(
            claim,
            stance=st.sampled_from(["alleges", "denies"]),
            accused=st.sampled_from(["B", None]),
            count=st.sampled_from([None, 3]),
            sentence=st.sampled_from(["Drones hit a depot.", "hit a depot", "Shells fell on a town."]),
            optional=st.booleans() if optional else st.just(False),
        )

    gold = data.draw(st.lists(made(True), max_size=4))
    predicted = data.draw(st.lists(made(False), max_size=4))
    pairs = pair(gold, predicted)
    assert len(set(pairs.values())) == len(pairs)
    found = sum(worth(gold[g], predicted[p]) for p, g in pairs.items())
    assert found == most(gold, predicted)


def most(gold: list[dict[str, Any]], predicted: list[dict[str, Any]]) -> int:
    """The greatest worth of all pairings, by trying every one."""
    if not gold:
        return 0
    rest = most(gold[1:], predicted)
    return max(
        [rest]
        + [
            w + most(gold[1:], predicted[:p] + predicted[p + 1 :])
            for p, one in enumerate(predicted)
            if (w := worth(gold[0], one))
        ]
    )


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    path = os.environ.get("SCORER")
    if not path:
        pytest.skip("SCORER names no other scorer to agree with.")
    spec = importlib.util.spec_from_file_location("scorer", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("seed", range(5))
def test_our_figures_are_those_of_the_other_scorer(scorer: ModuleType, seed: int) -> None:
    gold = read_scored(MARKED)
    predicted = disturbed(gold, random.Random(seed))
    ours = compare(gold, predicted)
    total, groups, errors = scorer.score(gold, predicted, by="conflict")
    assert ours.total.figures() == total.summary()
    assert {name: tally.figures() for name, tally in ours.by_conflict.items()} == {
        name: tally.summary() for name, tally in groups.items()
    }
    assert len(ours.missed) + len(ours.spurious) == len(errors)


def disturbed(gold: dict[str, dict[str, Any]], chance: random.Random) -> dict[str, dict[str, Any]]:
    """A copy of the gold set with claims left out, made up, and fields changed.

    Nothing is made twice: which of two equally good ones is paired is open, and the scorers may differ there.
    """
    copy = json.loads(json.dumps(gold))
    for document in copy.values():
        document["claims"] = [made for made in document["claims"] if chance.random() < 0.8]
        for made in document["claims"]:
            made.pop("optional", None)
            if chance.random() < 0.2:
                made["sentence"] = " ".join(made["sentence"].split()[chance.randrange(4) :])
            for name, values in (
                ("stance", ["alleges", "denies"]),
                ("accused", [None, "Russia"]),
                ("category", ["other_strike"]),
                ("regions", [[], ["UA-30"]]),
                ("count", [None, 2]),
                ("date_from", [None]),
            ):
                if chance.random() < 0.1:
                    made[name] = chance.choice(values)
        if chance.random() < 0.3:
            document["claims"].append(claim(sentence="Nobody ever said so.", claimant="Russia"))
    return copy


def write(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "not JSON"),
        ("[]", "not a JSON object"),
        ('{"claims": []}', "`id`"),
        ('{"id": "a"}', "`claims`"),
        ('{"id": "a", "claims": [{}]}', "`sentence`"),
        ('{"id": "a", "claims": [{"sentence": "", "regions": "UA-30"}]}', "`regions`"),
        ('{"id": "first", "claims": []}', "twice"),
    ],
)
def test_a_bad_line_is_named_by_its_number(tmp_path: Path, line: str, reason: str) -> None:
    path = write(tmp_path / "gold.jsonl", '{"id": "first", "claims": []}', line)
    with pytest.raises(BadGold, match=r"gold\.jsonl:2: .*" + reason):
        read_scored([path])


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadGold, match=r"none\.jsonl: It cannot be opened"):
        read_scored([tmp_path / "none.jsonl"])
