"""What counts as a total, and what is only some of one."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from pipeline.disputes import Disputes
from pipeline.disputes.portions import is_part
from pipeline.lining import tallied
from tests.test_disputes_within import DAY, claim, disputes, kinds, report

WHOLE = "Russia broke the truce 4,000 times on Friday, Kyiv said."


def breaches(sentence: str, count: int, unit: str, **more: Any) -> Any:
    fields = {"category": "ceasefire_violation", "regions": (), **more}
    return replace(claim(sentence), count=count, unit=unit, **fields)


@pytest.mark.parametrize(
    ("sentence", "count", "part"),
    [
        (WHOLE, 4000, False),
        ("There were 46 assaults and 901 cases of shelling.", 46, True),
        ("They counted 387 instances of shelling and 19 assaults.", 387, True),
        ("They committed 734 breaches and mounted 63 assaults.", 734, False),
        ("They broke it 734 times and mounted 63 assaults.", 734, False),
        ("Of these, 586 were attacks on troops.", 586, True),
        ("There were 14 attacks, six of them attempts.", 14, False),
        ("They fired 63 drones and 88 missiles.", 63, False),
    ],
)
def test_one_kind_of_acts_in_a_list_is_part_of_a_total(sentence: str, count: int, part: bool) -> None:
    assert is_part(sentence, count) == part


@pytest.mark.parametrize(
    ("told", "tally"),
    [
        (breaches(WHOLE, 4000, "times"), "acts"),
        (breaches("There were 46 assaults and 901 shellings, Kyiv said.", 46, "assaults"), None),
        (breaches("Russia sent 163 drones, Kyiv said.", 163, "drones"), "drones"),
        (breaches("Russia broke the truce by firing two mortar rounds, Kyiv said.", 2, "shells"), None),
        (breaches("Russia broke the truce three times, Kyiv said.", 3, "times"), "acts"),
        (
            breaches(
                "Kyiv told of 488 breaches, two in Sumy among them.", 488, "violations", regions=("UA-59",)
            ),
            None,
        ),
    ],
)
def test_a_volley_and_a_part_are_no_tally(told: Any, tally: str | None) -> None:
    (one,) = Disputes([report("a", told)]).statements.values()
    assert tallied(one) == tally


def test_some_of_the_acts_do_not_update_their_total() -> None:
    whole = report("a", breaches(WHOLE, 4000, "times"))
    told = breaches("Of these, 5,000 were raids on Friday, Kyiv said.", 5000, "attacks")
    assert "updates" not in kinds(disputes(whole, report("b", told, published=DAY + timedelta(1))))
    grown = replace(told, sentence="Russia broke the truce 5,000 times on Friday, Kyiv said.", unit="times")
    assert "updates" in kinds(disputes(whole, report("b", grown, published=DAY + timedelta(1))))
