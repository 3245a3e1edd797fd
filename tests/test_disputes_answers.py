"""Lining up, rule by rule: what is no answer to an allegation, and what is no account of its event."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from pipeline.disputes import Dispute, Disputes
from pipeline.disputes.links import proposed
from pipeline.records import Claim
from tests.test_disputes_within import DAY, NOWHERE, claim, disputes, kinds, report

NEXT = DAY + timedelta(1)
SIDES = [("Ukraine", "Russia"), ("Russia", "Ukraine")]


def own(sentence: str, party: str, **more: Any) -> Claim:
    return claim(sentence, party, party, **{"stance": "admits", **NOWHERE, **more})


def together(found: list[Dispute], *keys: tuple[str, int]) -> bool:
    """Return whether some claims are of one dispute."""
    return any(set(keys) <= set(one.members) for one in found)


@pytest.mark.parametrize(("by", "of"), SIDES)
@pytest.mark.parametrize(
    "word", ["in retaliation for the raid", "in response", "hitting back", "in revenge for Thursday"]
)
def test_a_reprisal_of_later_days_is_not_what_was_alleged(by: str, of: str, word: str) -> None:
    word = "and so hit back" if word == "hitting back" else word
    charge = claim("Drones burned a mill at Nikopol on Friday, it said.", by, of)
    reprisal = own(f"Its drones struck a depot at Nikopol {word}, it said.", of, regions=("UA-12",))
    found = disputes(report("a", charge), report("b", reprisal, published=DAY + timedelta(2)))
    assert len(found) == 2
    plain = replace(reprisal, sentence="Its drones struck a mill at Nikopol, it said.")
    assert len(disputes(report("a", charge), report("b", plain, published=NEXT))) == 1


@pytest.mark.parametrize(("by", "of"), SIDES)
def test_what_was_done_before_an_act_of_another_kind_does_not_own_up_to_it(by: str, of: str) -> None:
    charge = claim("A drone was sent at a stadium, it complained.", by, of, date_from=None, date_to=None)
    earlier = own("Its planes had bombed camps before dawn.", of, regions=("UA-12",))
    earlier = replace(earlier, date_from=DAY - timedelta(1), date_to=DAY - timedelta(1))
    assert len(disputes(report("a", charge), report("b", earlier, published=NEXT))) == 2


@pytest.mark.parametrize(("by", "of"), SIDES)
def test_one_strike_does_not_own_up_to_breaking_the_truce(by: str, of: str) -> None:
    charge = claim("It breaks the ceasefire day after day, they said.", by, of, **NOWHERE)
    charge = replace(charge, category="ceasefire_violation")
    strike = own("Its planes bombed a gun to keep its men safe.", of)
    assert kinds(disputes(report("a", charge, strike))) == []


@pytest.mark.parametrize(
    "sentence", ["Elsewhere in Nikopol it had shelled a camp.", "It had hit targets in several parts of it."]
)
def test_another_act_and_many_acts_are_not_the_one_alleged(sentence: str) -> None:
    charge = claim("Russian guns shelled the market at Kherson, the mayor said.", regions=("UA-65",))
    act = own(sentence, "Russia", regions=("UA-12",) if "Nikopol" in sentence else ())
    assert kinds(disputes(report("a", charge, act))) == []


def test_who_owns_up_to_the_attack_owns_up_to_the_one_told_before() -> None:
    charge = claim("Russia broke the truce by firing two shells at Chuiky Hill.", count=2, **NOWHERE)
    charge = replace(charge, category="ceasefire_violation")
    avowal = own("Moscow owned up to the attack, on a post near Nikopol.", "Russia", regions=("UA-12",))
    assert kinds(disputes(report("a", charge, avowal))) == ["admits"]


@pytest.mark.parametrize(("by", "of"), SIDES)
def test_the_reason_for_an_own_act_is_no_account_of_it(by: str, of: str) -> None:
    said = "It confirmed the strike on the power plant and called it revenge for shelling."
    charge = claim("The power plant at Nikopol was struck overnight, it said.", by, of)
    charge = replace(charge, category="energy_strike")
    avowal = own(said, of, category="energy_strike")
    reason = claim(said, of, by, **NOWHERE)
    made = report("a", charge, avowal)
    text = replace(made.document, text=made.document.text)
    at = made.claims[1].span
    made = replace(made, document=text, claims=(*made.claims, replace(reason, span=at)))
    assert kinds(disputes(made)) == ["admits"]


def test_that_both_sides_deny_aiming_at_civilians_answers_no_one_strike() -> None:
    charge = claim("Russian drones struck a bridge at Nikopol, Kyiv said.")
    said = "Both sides deny aiming at civilians."
    theirs = claim(said, "Russia", "Russia", stance="denies", **NOWHERE)
    ours = claim(said, "Ukraine", "Ukraine", stance="denies", **NOWHERE)
    made = report("a", charge, theirs)
    both = replace(made, claims=(*made.claims, replace(ours, span=made.claims[1].span)))
    assert kinds(disputes(both)) == []
    assert kinds(disputes(made)) == ["denies"]
    beside = report("a", replace(charge, category="energy_strike", **NOWHERE), theirs, gap=" ")
    both = replace(beside, claims=(*beside.claims, replace(ours, span=beside.claims[1].span)))
    assert kinds(disputes(both)) == []


@pytest.mark.parametrize(("by", "of"), SIDES)
@pytest.mark.parametrize(("day", "kind"), [(None, []), (DAY, ["admits"])])
def test_who_owns_up_to_acts_of_a_day_owns_up_to_none_of_no_day(
    by: str, of: str, day: date | None, kind: list[str]
) -> None:
    charge = claim("A drone flew at the riding school of Nikopol, it said.", by, of)
    charge = replace(charge, date_from=day, date_to=day)
    avowal = own("The army said it had struck camps in Dnipropetrovsk and Sumy regions.", of)
    avowal = replace(avowal, regions=("UA-12", "UA-59"), date_from=DAY, date_to=DAY)
    made = report("b", avowal, published=NEXT)
    assert kinds(disputes(report("a", charge, published=NEXT), made)) == kind


def test_a_denial_of_an_act_at_a_named_town_answers_no_charge_at_large() -> None:
    charge = claim("It broke the ceasefire on Friday, an envoy said.", "France", "Hamas", **NOWHERE)
    charge = replace(charge, category="ceasefire_violation", date_from=DAY, date_to=DAY)
    said = "When a guard died at Rafah last month, Hamas denied having a part in the shooting."
    denial = replace(own(said, "Hamas"), stance="denies", category="ceasefire_violation")
    assert kinds(disputes(report("a", charge, denial, conflict="israel-gaza"))) == []


@pytest.mark.parametrize(
    ("hit", "category", "kind"),
    [
        ("the school at Nikopol", "other_strike", ["counters"]),
        ("a school at Marhanets", "other_strike", []),
        ("pylons in the same region", "energy_strike", []),
    ],
)
def test_a_blame_for_something_else_in_the_region_is_no_answer(
    hit: str, category: Any, kind: list[str]
) -> None:
    charge = claim("Ukrainian drones hit the school at Nikopol, the mayor said.", "Russia", "Ukraine")
    blame = claim(f"Kyiv blamed Russian guns for the shells on {hit}.", category=category)
    assert kinds(disputes(report("a", charge, blame))) == kind


def test_a_region_that_no_town_is_named_after_is_no_place_of_two_strikes() -> None:
    first = claim("Drones hit El Obeid in North Kordofan, the army said.", "Sudan", "RSF", regions=("SD-KN",))
    other = claim("It blamed the army for bombs on Bara in North Kordofan.", "RSF", "Sudan")
    other = replace(other, regions=("SD-KN",))
    made = report("a", first, other, conflict="sudan")
    assert kinds(disputes(made)) == []
    assert not any(one.evidence.seats for one in Disputes([made]).statements.values())


def test_an_act_with_a_weapon_on_a_day_is_no_charge_at_large() -> None:
    told = claim("Russian drones violated the truce on Friday, Kyiv said.", regions=())
    told = replace(told, category="ceasefire_violation")
    at_large = replace(told, sentence="Russia violated the truce on Friday, Kyiv said.")
    found = Disputes([report("a", told, at_large)]).statements.values()
    assert [one.evidence.general for one in found] == [False, True]


@pytest.mark.parametrize(("place", "found"), [("Ulan", []), ("Fanga", ["denies"])])
def test_a_denial_answers_no_later_charge_that_names_another_place(place: str, found: list[str]) -> None:
    denial = claim(
        "Russia's army said that it had made no air raid on Fanga county.",
        "Russia",
        "Russia",
        stance="denies",
        **NOWHERE,
    )
    charge = claim(
        f"The air force said that Russian troops had made three raids on {place} county.", **NOWHERE
    )
    assert kinds(disputes(report("a", denial, charge))) == found


def test_who_is_blamed_in_turn_may_be_told_with_another_weapon() -> None:
    charge = claim("Russian drones killed two people, Kyiv said.", **NOWHERE)
    counter = claim(
        "The Ukrainians had fired the shells themselves, Moscow said.", "Russia", "Ukraine", **NOWHERE
    )
    assert kinds(disputes(report("a", charge, counter))) == ["counters"]


def test_what_a_truce_spares_is_no_target() -> None:
    """A charge that the truce was broken heads no strike on one of the sites that it spares."""
    charge = claim("Russia has broken the pause in strikes on power and fuel sites, Kyiv said.", regions=())
    (found,) = Disputes([report("a", charge)]).statements.values()
    assert found.evidence.general


def test_a_lone_denial_far_below_answers_the_only_allegation() -> None:
    seen = claim("Six rockets flew at Nikopol, the army said.", "Ukraine", None)
    denial = claim("Moscow denies any part in the launch.", "Russia", "Russia", stance="denies", **NOWHERE)
    made = report("a", seen, denial, gap="\n\nIt rained.\n\nIt was cold.\n\n")
    assert kinds(disputes(made)) == ["denies"]


@pytest.mark.parametrize(("by", "of"), SIDES)
def test_one_breach_does_not_answer_a_charge_of_breaking_the_truce(by: str, of: str) -> None:
    charge = claim("It violates the ceasefire again and again, they said.", by, of, **NOWHERE)
    breach = claim("Its guns shelled Nikopol itself in breach of the ceasefire.", of, by)
    charge, breach = (replace(one, category="ceasefire_violation") for one in (charge, breach))
    assert kinds(disputes(report("a", charge, breach, gap=" "))) == []


def test_its_spokesman_is_of_the_body_before_him() -> None:
    first = claim("Russian guns shelled a school at Nikopol, the army said.", speaker="the army")
    other = claim(
        "They had aimed at the school, its spokesman, Ostap Reva, said.",
        speaker="its spokesman, Ostap Reva",
        **NOWHERE,
    )
    assert "corroborates" not in kinds(disputes(report("a", first, other)))
    named = replace(other, sentence="They had aimed at the school, the mayor said.", speaker="the mayor")
    assert kinds(disputes(report("a", first, named))) == ["corroborates"]


def test_undated_claims_of_two_days_that_name_nothing_alike_are_two() -> None:
    undated: dict[str, Any] = {"category": "energy_strike", **NOWHERE}
    one = claim("Russian drones attacked energy sites, the staff said.", **undated)
    other = claim("Russia attacked the Tavriiska gas plant, the staff said.", **undated)
    assert len(disputes(report("a", one), report("b", other, published=DAY + timedelta(2)))) == 2


def test_a_window_that_was_over_is_not_told_again_by_a_strike_of_today() -> None:
    window = claim(
        "Russian strikes damaged 400 energy sites from 10 to 20 March, the premier told his cabinet.",
        regions=(),
        date_from=DAY - timedelta(18),
        date_to=DAY - timedelta(8),
        category="energy_strike",
        speaker="the premier",
    )
    strike = claim(
        "Russian strikes damaged 18 energy sites, the premier wrote.",
        category="energy_strike",
        speaker="the premier",
        **NOWHERE,
    )
    told = [report("a", window, published=DAY - timedelta(6)), report("b", strike, published=NEXT)]
    assert len(disputes(*told)) == 2


def test_one_target_is_one_though_its_kind_was_taken_amiss() -> None:
    hit = claim("Russian drones hit the hydroelectric dam at Nikopol.", category="energy_strike")
    amiss = claim("Moscow denied that a drone had hit the dam at Nikopol.", "Russia", stance="denies")
    amiss = replace(amiss, date_from=None, date_to=None)
    assert together(disputes(report("a", hit), report("b", amiss)), ("a", 0), ("b", 0))


def test_the_same_total_is_told_again_though_one_report_names_a_region() -> None:
    counted: dict[str, Any] = {"category": "ceasefire_violation", "count": 488, "speaker": "the ministry"}
    first = claim("Russia broke the truce 488 times, the ministry said.", **counted, **NOWHERE)
    named = claim("It put the breaches at 488, some of them at Sumy.", **counted, regions=("UA-59",))
    told = Disputes([report("a", first), report("b", named, published=NEXT)]).statements
    assert [one.type for one in proposed(list(told.values()))] == ["repeats"]


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Kyiv said that the shells had in fact been Russia's.", ["counters"]),
        ("Kyiv conceded that Rakytne, the day before, was an exception and blamed Russia.", []),
    ],
)
def test_a_charge_of_something_else_is_no_account_of_the_act(said: str, kind: list[str]) -> None:
    charge = claim("Ukrainian shells hit a hospital at Nikopol, Moscow said.", "Russia", "Ukraine")
    day = DAY - timedelta(1) if "day before" in said else None
    reply = claim(said, **NOWHERE | {"date_from": day, "date_to": day})
    assert kinds(disputes(report("a", charge, reply, gap=" "))) == kind


def test_a_place_that_a_charge_only_borrows_does_not_make_another_its_answer() -> None:
    heading = claim("Russian drones struck a depot at Nikopol, the mayor said.")
    charge = claim("It is Ukraine that breaks the truce, Moscow said.", "Russia", "Ukraine", **NOWHERE)
    charge = replace(charge, category="ceasefire_violation")
    other = claim("Kyiv had its own file on strikes in Dnipropetrovsk region, it said.")
    assert "counters" not in kinds(disputes(report("a", heading, charge, other)))


def test_what_one_side_used_does_not_answer_a_count_of_breaches() -> None:
    truce: dict[str, Any] = {"category": "ceasefire_violation", "regions": ()}
    count = claim("Russian forces broke the truce 2,000 times on Friday, Kyiv said.", **truce)
    denial = own("Moscow said its forces had kept the truce.", "Russia", stance="denies")
    other = claim("Kyiv's forces had used rockets in it, Moscow said.", "Russia", "Ukraine", **NOWHERE)
    denial = replace(denial, category="ceasefire_violation")
    made = report("a", replace(count, count=2000), denial, other, gap=" ")
    assert "counters" not in kinds(disputes(made))


def test_a_day_is_no_figure_by_which_a_window_is_told_again() -> None:
    window = claim(
        "Russian strikes damaged 400 energy sites between 10 and 20 March, the premier wrote.",
        speaker="the premier",
        category="energy_strike",
        regions=(),
    )
    window = replace(window, date_from=DAY - timedelta(18), date_to=DAY - timedelta(8))
    today = "Missiles damaged 18 sites, most of them of energy, in ten regions, the premier wrote."
    other = claim(today, speaker="the premier", category="energy_strike", **NOWHERE)
    made = report("a", window, published=DAY - timedelta(6)), report("b", other, published=DAY + timedelta(3))
    assert len(disputes(*made)) == 2


def test_the_white_house_is_no_home_that_was_hit() -> None:
    told = claim("It broke the truce, the president told reporters at the White House.", regions=())
    (one,) = Disputes([report("a", told)]).statements.values()
    assert not one.evidence.things
