"""Lining up, rule by rule: who speaks for whom, whom an answer answers, and two accounts of one event."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise, permutations
from typing import Any

import pytest

from pipeline.disputes import Dispute, Disputes, blocks
from pipeline.disputes.averages import MOST, of_other_days, together
from pipeline.disputes.blocks import keys
from pipeline.disputes.likeness import Likeness, likely, likenesses, weights
from pipeline.disputes.lines import read_disputes
from pipeline.disputes.links import LEAST, links, proposed
from pipeline.disputes.measure import measure
from pipeline.disputes.records import Statement, Tie
from pipeline.records import Claim
from tests.test_disputes import DATA, stories
from tests.test_disputes_within import DAY, NOWHERE, claim, disputes, kinds, report

NEXT = DAY + timedelta(1)
HIT = "Russian missiles hit the hospital at Nikopol on Friday"


def linked(found: list[Dispute]) -> set[tuple[str, str, str]]:
    """Return the links as the reports they lead from and to, and their type."""
    return {(one.answer[0], one.answered[0], one.type) for each in found for one in each.links}


@pytest.mark.parametrize(
    ("by", "first", "second", "kind"),
    [
        ("Germany", "the defence minister, Karl Amsel", "the chancellor, Jutta Reh", "corroborates"),
        ("Germany", "the defence minister, Karl Amsel", "the defence ministry", "repeats"),
        ("IAEA", "the IAEA's director", "Anna Vogt of the IAEA", "repeats"),
        ("Ukraine", "Col. Petro Haiduk", "Col. Ostap Reva", "corroborates"),
        ("Ukraine", "the general staff", "the military", "repeats"),
        ("Ukraine", "Col. Petro Haiduk", "the army", "repeats"),
        ("Ukraine", "the governor, Ostap Reva", "the head of the regional administration", "repeats"),
        ("Germany", "the investigative committee", "investigators", "repeats"),
        ("Ukraine", "the governor, Ostap Reva", "district officials", "repeats"),
        ("Ukraine", "the health minister, Ostap Reva", "officials in the region", "corroborates"),
        ("Ukraine", "the general staff", "a senior officer", "repeats"),
        ("Ukraine", "the commander-in-chief, Ostap Reva", "the army", "repeats"),
        ("Ukraine", "the governor, Ostap Reva", "a source in the resistance", "repeats"),
        ("Ukraine", "the governor, Ostap Reva", "both sides", "repeats"),
    ],
)
def test_a_state_has_several_bodies_and_an_agency_is_one(by: str, first: str, second: str, kind: str) -> None:
    one = claim(f"{HIT}, said {first}.", by, speaker=first)
    other = claim(
        f"It was Russian missiles that hit the Nikopol hospital, {second} said.", by, speaker=second
    )
    assert kinds(disputes(report("a", one), report("b", other, published=NEXT))) == [kind]


def test_a_denial_in_another_report_answers_the_nearest_accuser() -> None:
    army = claim(f"{HIT}, the army said.", speaker="the army")
    doctors = claim(
        "Doctors Abroad said that Russian missiles had hit the Nikopol hospital.", "Doctors Abroad"
    )
    denial = claim("Moscow denied having hit a hospital in Nikopol.", "Russia", stance="denies")
    told = [report("a", army), report("b", doctors), report("c", denial, published=NEXT)]
    assert {(x, y) for x, y, kind in linked(disputes(*told)) if kind == "denies"} == {("c", "b")}


def test_an_answer_is_to_the_body_that_spoke_last_of_it() -> None:
    army = claim(f"{HIT}, the army said.", speaker="the army")
    mayor = claim("Russian missiles did it, the mayor said.", speaker="the mayor", **NOWHERE)
    denial = claim("Moscow denied having hit a hospital in Nikopol.", "Russia", stance="denies")
    told = Disputes([report("a", army, mayor), report("c", denial, published=NEXT)]).all()
    assert [one.answered for each in told for one in each.links if one.type == "denies"] == [("a", 1)]


def test_a_denial_answers_the_body_that_it_names() -> None:
    first = claim(f"{HIT}, the general staff said.", speaker="the general staff")
    second = claim(
        "The mayor blamed Russian missiles for the ruins of the Nikopol hospital.", speaker="The mayor"
    )
    denial = claim(
        "Moscow denied in reply to the General Staff having hit a hospital in Nikopol.",
        "Russia",
        stance="denies",
    )
    told = [report("a", first), report("b", second), report("c", denial, published=NEXT)]
    assert {(x, y) for x, y, kind in linked(disputes(*told)) if kind == "denies"} == {("c", "a")}


@pytest.mark.parametrize(("by", "answered"), [("the intelligence service", 1), ("the mayor", 0)])
def test_who_bears_out_a_strike_bears_out_the_body_that_spoke_last_of_it(by: str, answered: int) -> None:
    first = claim(f"{HIT}, the mayor said.", speaker="the mayor")
    trait = claim(f"The missiles were Russian Iskanders, {by} said.", speaker=by, **NOWHERE)
    outside = claim("The WHO said that Russian missiles had hit the hospital at Nikopol.", "WHO")
    found = Disputes([report("a", first, trait), report("b", outside, published=NEXT)]).all()
    links = [one for each in found for one in each.links if one.answer[0] == "b"]
    assert [one.answered for one in links] == [("a", answered)]


def test_an_admission_of_last_week_answers_no_news() -> None:
    news = claim("Ukrainian drones set a car on fire near Pogar, the governor said.", "Russia", "Ukraine")
    news = replace(news, regions=("RU-BRY",), date_from=None, date_to=None)
    owned = claim("Kyiv has owned to the raid on the depot.", of="Ukraine", stance="admits", regions=())
    old = DAY - timedelta(8)
    assert kinds(disputes(report("a", news, replace(owned, date_from=old, date_to=old)))) == []
    assert kinds(disputes(report("a", news, replace(owned, date_from=None, date_to=None)))) == ["admits"]


def test_the_opposite_is_of_the_place_just_told() -> None:
    charge = claim("The M23 accused the army of attacking it at Kamanyola.", "M23", "DR Congo")
    charge = replace(charge, regions=("CD-SK",))
    reply = claim("The army said the opposite was true: the rebels had attacked.", "DR Congo", "M23")
    reply = replace(reply, regions=())
    assert kinds(disputes(report("a", charge, reply, conflict="drc-m23"))) == ["counters"]


def test_a_blame_passed_on_is_no_answer_to_a_count_of_shells() -> None:
    count = claim(
        "Ukraine fired 600 shells at Gorlovka in a day, Donetsk said.", "Russia", "Ukraine", count=600
    )
    count = replace(count, regions=("UA-14",))
    both = claim("Each says that the other started it.", **NOWHERE)
    assert len(disputes(report("a", count, both))) == 2


def test_another_body_of_a_side_goes_on_about_what_was_just_told() -> None:
    one = claim(f"{HIT}, the general staff said.", speaker="the general staff")
    more: dict[str, Any] = {"speaker": "the health ministry", **NOWHERE}
    other = claim("The Russians killed three nurses there, the health ministry said.", **more)
    assert kinds(disputes(report("a", one, other))) == ["corroborates"]
    abroad = claim("Russian drones came down in Moldova, the health ministry said.", **more)
    assert len(disputes(report("a", one, abroad))) == 2


def test_who_condemns_speaks_of_what_was_just_told() -> None:
    told = claim("Israel's army said it had hit a van near Tyre.", "Israel", "Israel", stance="admits")
    told = replace(told, regions=("LB-JA",))
    called = claim("Beirut condemned a blatant violation of the ceasefire.", "Lebanon", "Israel", **NOWHERE)
    called = replace(called, category="ceasefire_violation")
    assert len(disputes(report("a", told, called, conflict="israel-lebanon"))) == 1
    plain = replace(called, sentence="Beirut spoke of blatant violations of the ceasefire.")
    assert len(disputes(report("a", told, plain, conflict="israel-lebanon"))) == 2


@pytest.mark.parametrize(("place", "one"), [("the market of Farwah", True), ("a barracks", False)])
def test_an_ally_may_lay_a_blast_at_the_door_of_who_alleges_it(place: str, one: bool) -> None:
    fields: dict[str, Any] = {"regions": ("YE-SA",)}
    charge = claim("American jets bombed the market of Farwah, the Houthis said.", "Houthis", "United States")
    other = claim(f"A Houthi missile fell on {place} in Sanaa, the minister said.", "Yemen", "Houthis")
    told = [replace(charge, **fields), replace(other, **fields)]
    found = disputes(
        report("a", told[0], conflict="yemen"), report("b", told[1], published=NEXT, conflict="yemen")
    )
    assert (len(found) == 1) is one


@pytest.mark.parametrize(("temple", "one"), [("Ta Moan Thom", True), ("Preah Vihear", False)])
def test_each_side_names_its_own_side_of_the_border(temple: str, one: bool) -> None:
    thai = claim("Cambodians fired at a base near Ta Moan Thom in Surin.", "Thailand", "Cambodia")
    khmer = claim(f"Thai soldiers attacked at {temple} in the province.", "Cambodia", "Thailand")
    reports = [
        report("a", replace(thai, regions=("TH-32",)), conflict="thailand-cambodia"),
        report("b", replace(khmer, regions=("KH-22",)), conflict="thailand-cambodia"),
    ]
    assert (len(disputes(*reports)) == 1) is one


def test_one_more_act_of_the_day_is_not_what_another_report_tells() -> None:
    first = claim("Russian shells hit the port of Nikopol on Friday, the mayor said.", speaker="the mayor")
    more = claim("Hours later shells killed a man, he said.", speaker="he", regions=())
    again = claim("Russian shells struck the Nikopol port on Friday, the army said.", speaker="the army")
    found = Disputes([report("a", first, more), report("b", again, published=NEXT)]).all()
    assert [sorted(one.members) for one in found] == [[("a", 0), ("b", 0)], [("a", 1)]]


@pytest.mark.parametrize(("day", "one"), [(0, True), (2, False)])
def test_a_joint_denial_is_of_the_first_and_the_last_day_it_names(day: int, one: bool) -> None:
    charge = claim("Drones hit a line in Kursk.", "Russia", "Ukraine", category="energy_strike")
    when = DAY + timedelta(day)
    charge = replace(charge, regions=("RU-KRS",), date_from=when, date_to=when)
    no = claim("Kyiv denied hitting Kursk on Friday or Bryansk on Monday.", of="Ukraine", stance="denies")
    no = replace(no, category="energy_strike", regions=("RU-BRY", "RU-KRS"), date_to=DAY + timedelta(3))
    told = [report("a", charge, published=when), report("b", no, published=DAY + timedelta(4))]
    assert (len(disputes(*told)) == 1) is one


def test_a_joint_denial_ties_acts_of_two_days() -> None:
    fields: dict[str, Any] = {"by": "Russia", "of": "Ukraine", "category": "energy_strike"}
    one = claim("Drones hit a line in the Kursk region.", regions=("RU-KRS",), **fields)
    two = claim("A substation in Bryansk was hit.", regions=("RU-BRY",), **fields)
    two = replace(two, date_from=NEXT, date_to=NEXT)
    no = claim("Kyiv denied both.", of="Ukraine", stance="denies", category="energy_strike")
    no = replace(no, regions=("RU-BRY", "RU-KRS"), date_to=NEXT)
    told = [report("a", one), report("b", two, published=NEXT), report("c", no, published=NEXT)]
    assert len(disputes(*told)) == 1


@pytest.mark.parametrize(
    ("first", "then", "kind"), [(2935, 3000, "repeats"), (2935, 3100, "updates"), (14, 20, "updates")]
)
def test_a_figure_in_round_numbers_is_no_newer_one(first: int, then: int, kind: str) -> None:
    more: dict[str, Any] = {"regions": (), "category": "ceasefire_violation", "date_to": NEXT}
    one = claim(f"Russia broke the truce {first} times, Kyiv said.", count=first, **more)
    other = claim(f"Kyiv counts {then} breaches by Russia.", count=then, **more)
    assert kinds(disputes(report("a", one), report("b", other, published=NEXT))) == [kind]


def test_what_only_the_dispute_joins_is_not_linked() -> None:
    day = date(2025, 3, 19)
    said = claim("Moscow says that Kyiv broke the pause in energy strikes.", "Russia", "Ukraine", **NOWHERE)
    denial = claim("Kyiv denied it.", of="Ukraine", stance="denies", **NOWHERE)
    found = disputes(report("a", said, denial, published=day), report("b", said, denial, published=day))
    assert all(kind in ("repeats", "denies") for kind in kinds(found))


@pytest.mark.parametrize(
    ("when", "days", "one"),
    [("on Friday evening", 0, False), ("overnight into Saturday", 1, False), ("on Friday at dawn", 0, True)],
)
def test_an_act_of_the_morning_is_none_of_the_night_after_it(when: str, days: int, one: bool) -> None:
    first = claim("Russian guns shelled the port of Nikopol on Friday morning, the mayor said.")
    other = claim(f"Russian guns shelled the Nikopol port {when}, the governor said.")
    other = replace(other, date_to=DAY + timedelta(days))
    assert (len(disputes(report("a", first), report("b", other, published=NEXT))) == 1) is one


def test_a_tally_that_is_told_with_less_is_no_update() -> None:
    more: dict[str, Any] = {"regions": (), "category": "ceasefire_violation"}
    one = claim("Russia broke the truce 67 times, Kyiv said.", count=67, **more)
    other = claim("There were 46 breaches by Russia, Kyiv said.", count=46, **more)
    assert kinds(disputes(report("a", one), report("b", other))) == []


def test_a_large_figure_is_one_whatever_place_one_report_names_beside_it() -> None:
    more: dict[str, Any] = {
        "category": "ceasefire_violation",
        "count": 488,
        "date_from": None,
        "date_to": None,
    }
    one = claim("Russia broke the truce 488 times, Kyiv said.", regions=(), **more)
    other = claim("Kyiv counts 488 breaches, two of them attempts to cross the border at Sumy.", **more)
    assert len(disputes(report("a", one), report("b", other))) == 1


def test_what_was_fired_in_one_act_is_no_tally() -> None:
    more: dict[str, Any] = {"regions": (), "category": "ceasefire_violation", "count": 3}
    fired = claim("Three Russian bombs went off beside our men on Friday, a breach, Kyiv said.", **more)
    counted = claim("Russia broke the truce three times on Friday, Kyiv said.", **more)
    read = Disputes([report("a", fired), report("b", counted)]).statements
    assert [read[key].total for key in (("a", 0), ("b", 0))] == [False, True]


def alone(*told: Claim) -> tuple[list[Statement], list[list[Statement]]]:
    """Return what each of some claims of reports of their own says, and each in a group by itself."""
    read = list(Disputes(report(str(n), one) for n, one in enumerate(told)).statements.values())
    return read, [[one] for one in read]


def chain(read: list[Statement]) -> list[Tie]:
    """Return a weak tie from each claim to the next."""
    return [Tie(a.key, b.key, False, 0.1, "") for a, b in pairwise(read)]


FARM = "Russian drones burned the tractor hall of the Melnyk farm, {} said."
SCHOOL = claim("Guns shelled a school.", regions=("UA-59",))
MILL = claim(
    "Ukrainian guns wrecked a mill.", "Russia", "Ukraine", category="energy_strike", regions=("RU-KRS",)
)


def averaged(
    joined: Sequence[list[Statement]], sure: Sequence[list[Statement]], ties: list[Tie]
) -> list[list[Statement]]:
    """Return the disputes of a neighbourhood, by how likely its claims are of the same acts."""
    return together(joined, sure, ties, Likeness(joined, ties))


def test_disputes_are_of_what_is_one_on_the_average() -> None:
    read, each = alone(*(claim(FARM.format(who)) for who in ("the governor", "Kyiv", "the mayor")))
    for order in permutations(each):
        assert averaged(order, order, chain(read)) == [read]
    assert averaged(each, each, chain(read)[:1]) == [read[:2], read[2:]]  # what no tie asks about


@pytest.mark.parametrize(("regions", "sought"), [((), True), (("UA-65",), False)])
def test_what_names_no_place_is_sought_by_what_its_report_is_about(
    regions: tuple[str, ...], sought: bool
) -> None:
    town = " at Kherson" if regions else ""
    one = claim(f"Russian soldiers shot at a queue{town}, the mayor said.", regions=regions)
    made = report("a", one)
    made = replace(made, document=replace(made.document, title="Bread is handed out in Nikopol again"))
    (read,) = Disputes([made]).statements.values()
    assert (("place", "Nikopol", DAY.isoformat()) in set(keys(read))) is sought


def test_more_is_found_to_be_one_by_what_reports_are_about(monkeypatch: pytest.MonkeyPatch) -> None:
    reports = stories("stories-p.jsonl")
    claims = [(one.document.id, n) for one in reports for n in range(len(one.claims))]
    wanted = read_disputes(DATA / "stories-p.disputes.jsonl")
    found = measure(wanted, Disputes(reports).all(), claims)["pairwise"]
    told_of = blocks.told_of
    monkeypatch.setattr(blocks, "told_of", lambda one: told_of(one) - one.evidence.story)
    fewer = measure(wanted, Disputes(reports).all(), claims)["pairwise"]
    assert (found.f1 or 0) > (fewer.f1 or 0)


@pytest.mark.parametrize("kind", LEAST)
def test_a_link_needs_that_its_claims_are_likely_of_one_act(kind: str) -> None:
    first = claim(f"{HIT}, the mayor said.", speaker="the mayor")
    tally: dict[str, Any] = {"category": "ceasefire_violation", "regions": ()}
    counted = claim("Russia broke the truce 40 times, Kyiv said.", count=40, **tally)
    told = {
        "repeats": (first, claim(f"{HIT}, the mayor repeated.", speaker="the mayor")),
        "updates": (counted, replace(counted, sentence="Russia broke it 50 times, Kyiv said.", count=50)),
        "denies": (first, replace(first, claimant="Russia", accused="Russia", stance="denies")),
        "admits": (first, replace(first, claimant="Russia", accused="Russia", stance="admits")),
        "counters": (first, replace(first, claimant="Russia", accused="Ukraine")),
        "corroborates": (first, replace(first, claimant="OSCE", speaker="the OSCE")),
    }[kind]
    read = [*Disputes([report("a", told[0]), report("b", told[1], published=NEXT)]).statements.values()]
    least = LEAST[kind]  # type: ignore[index]
    assert [one.type for one in links(read, lambda a, b: least + 0.01)] == [kind]
    assert [*links(read, lambda a, b: least - 0.01)] == []


@pytest.mark.parametrize(("reports", "parted"), [(1, False), (2, True)])
def test_groups_are_parted_of_which_several_reports_name_different_days(reports: int, parted: bool) -> None:
    days = [DAY, DAY + timedelta(2)]
    told = [
        replace(claim(FARM.format(who)), date_from=day, date_to=day)
        for day in days
        for who in ("the governor", "Kyiv")[:reports]
    ]
    read, _ = alone(*told)
    groups = [read[:reports], read[reports:]]
    assert of_other_days(*groups) is parted
    tie = Tie(read[0].key, read[-1].key, False, 0.1, "")
    assert len(together(groups, groups, [tie], lambda a, b: 0.9)) == (2 if parted else 1)


def test_a_tie_alone_makes_no_dispute_of_two_and_parts_what_is_sure_never() -> None:
    read, each = alone(claim("Russian drones burned a farm."), SCHOOL)
    assert averaged(each, each, chain(read)) == each
    assert averaged([read], [read], chain(read)) == [read]


def test_a_claim_that_one_wrong_tie_joins_is_left_to_itself() -> None:
    read, each = alone(*(claim(FARM.format(who)) for who in ("the governor", "Kyiv", "the mayor")), MILL)
    assert averaged([read], each, chain(read)) == [read[:3], read[3:]]


def test_a_neighbourhood_that_is_told_in_very_many_ways_keeps_what_its_ties_join() -> None:
    told = (claim(f"Russian drones burned farm {'x' * n}, Kyiv said.") for n in range(1, MOST + 2))
    read, each = alone(*told, SCHOOL)
    assert averaged([read], each, chain(read)) == [read]


def test_a_count_of_many_acts_and_one_of_them_are_one_only_if_a_tie_leads_from_one_to_the_other() -> None:
    volley = claim("Russia launched 210 drones overnight, the air force said.", count=210, **NOWHERE)
    read, _ = alone(volley, claim(FARM.format("the mayor")))
    assert likely(*read, True, False) == 0 < likely(*read, False, True)


@pytest.mark.parametrize(("joined", "tied"), [(True, True), (True, False), (False, False)])
def test_how_likely_two_claims_are_one_does_not_depend_on_which_comes_first(joined: bool, tied: bool) -> None:
    read, _ = alone(claim(FARM.format("Kyiv")), SCHOOL, claim("Moscow denies it.", "Russia", stance="denies"))
    assert ["none", *(name for name, _ in likenesses(*read[:2], joined, tied))] == list(weights())
    for a, b in permutations(read, 2):
        assert 0 < likely(a, b, joined, tied) == likely(b, a, joined, tied) < 1
    assert likely(read[0], read[1], True, tied) > likely(read[0], read[1], False, tied)


@pytest.mark.parametrize(("by", "found"), [("the governor, Ostap Reva", ["repeats"]), ("the navy", [])])
def test_one_body_of_a_dispute_says_again_what_it_names_less_of(by: str, found: list[str]) -> None:
    first = claim("Russian drones burned a mill.", speaker="the governor, Ostap Reva")
    bare = claim("It was Russia.", speaker=by, **NOWHERE)
    read = Disputes([report("a", first), report("b", bare, published=DAY + timedelta(4))]).statements
    assert [one.type for one in proposed(list(read.values()))] == found
