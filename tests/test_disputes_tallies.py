"""What counts as a total, and what is only some of one."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from pipeline.disputes import Disputes
from pipeline.disputes.days import same_days
from pipeline.disputes.likeness import counts_apart
from pipeline.disputes.links import links
from pipeline.disputes.portions import is_part, total_of
from pipeline.lining import tallied
from tests.test_disputes_within import DAY, claim, disputes, kinds, report

SIDES = ("Ukraine", "Russia")
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


@pytest.mark.parametrize(
    ("sentence", "total"),
    [
        ("One of the three was a drone strike on a depot at Nikopol, he said.", 3),
        ("The first of the eleven was aimed at Nikopol, the ministry specified.", 11),
        ("One of these was mortar fire at Nikopol.", 0),
        ("Russian guns hit one of the plants at Nikopol.", None),
        ("Drones came down at Nikopol, and one of them struck a school.", None),
    ],
)
def test_a_case_says_of_how_many_it_is_one(sentence: str, total: int | None) -> None:
    assert total_of(sentence) == total


@pytest.mark.parametrize(
    ("opening", "number"), [("One of the three", 1), ("One of these", 1), ("One of the four", 2)]
)
def test_a_case_is_of_the_dispute_of_its_total_if_the_text_says_so(opening: str, number: int) -> None:
    counted: dict[str, Any] = {"category": "energy_strike", "date_from": DAY - timedelta(9)}
    total = claim("Russia hit energy sites three times since 19 March, Kyiv said.", **counted)
    total = replace(total, count=3, unit="times", regions=())
    case = claim(f"{opening} damaged a substation at Nikopol on Friday, it said.", category="energy_strike")
    assert len(disputes(report("a", total, case))) == number
    grown = claim("Russia hit energy sites eight times since 19 March, Kyiv said.", **counted)
    later = report("b", replace(grown, count=8, unit="times", regions=()), published=DAY + timedelta(1))
    assert "updates" in kinds(disputes(report("a", total, case), later))


def test_a_count_of_one_region_is_no_count_of_the_whole() -> None:
    border = "Russia broke the truce 79 times in the Sumy region on Friday, the governor said."
    part = breaches(border, 79, "times", regions=("UA-59",))
    told = [report("a", breaches(WHOLE, 4000, "times")), report("b", part), report("c", part)]
    whole, there, again = Disputes(told).statements.values()
    assert [counts_apart(whole, there), counts_apart(there, again)] == [True, False]


@pytest.mark.parametrize(("count", "one"), [(2935, True), (35, False)])
def test_a_large_figure_is_one_tally_whatever_days_each_report_gives(count: int, one: bool) -> None:
    told = f"Russia broke the truce {count:,} times"
    day = breaches(f"{told} on Friday, Kyiv said.", count, "times")
    truce = breaches(f"{told} from Thursday to Saturday, Kyiv said.", count, "times")
    truce = replace(truce, date_from=DAY - timedelta(1), date_to=DAY + timedelta(1))
    found = Disputes([report("a", day), report("b", truce, published=DAY + timedelta(1))]).statements
    assert same_days(*found.values()) == one
    next_day = replace(day, date_from=DAY + timedelta(1), date_to=DAY + timedelta(1))
    found = Disputes([report("a", day), report("b", next_day, published=DAY + timedelta(1))]).statements
    assert not same_days(*found.values())


def test_mutual_charges_of_breaking_it_are_two_disputes() -> None:
    told = "Within an hour each army accused the other of breaking it."
    one, other = (breaches(told, 0, "", claimant=by, accused=of) for by, of in (SIDES, SIDES[::-1]))
    blank: dict[str, Any] = {"count": None, "date_from": None, "date_to": None}
    assert len(disputes(report("a", replace(one, **blank), replace(other, **blank)))) == 2


def test_an_answer_in_the_sentence_of_a_charge_is_always_linked() -> None:
    told = "Moscow dismissed a charge that Russia had shelled the border 79 times on Friday."
    charge = breaches(told, 79, "times", regions=("UA-59",))
    denial = replace(charge, claimant="Russia", accused="Russia", stance="denies")
    read = Disputes([report("a", charge, denial)])
    (group,) = [[read.statements[key] for key in one.members] for one in read.all()]
    group = [replace(one, claim=replace(one.claim, span=group[0].claim.span)) for one in group]
    assert [one.type for one in links(group, lambda a, b: 0.1)] == ["denies"]


def test_a_count_of_strikes_on_energy_is_none_of_the_breaches_of_a_truce() -> None:
    truce = breaches(WHOLE, 4000, "times")
    kept = "Its troops had kept to the ceasefire, Moscow said."
    denial = replace(truce, sentence=kept, count=None, claimant="Russia", accused="Russia", stance="denies")
    denial = replace(denial, date_from=None, date_to=None)
    energy = "Kyiv says that it recorded more than 30 Russian breaches while it lasted."
    other = breaches(energy, 30, "violations", category="energy_strike", date_from=None, date_to=None)
    found = disputes(report("a", truce, denial), report("b", other, published=DAY + timedelta(1)))
    assert [len(one.members) for one in found] == [2, 1]
