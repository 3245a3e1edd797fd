"""The typed links within a dispute, rule by rule: whose claim is repeated, and which earlier one."""

from datetime import timedelta
from typing import Any

import pytest

from pipeline.disputes import Disputes, Report
from pipeline.disputes.bodies import speakers
from pipeline.disputes.links import proposed
from tests.test_disputes_within import DAY, NOWHERE, claim, report

Found = set[tuple[str, str, str]]


def linked(*reports: Report) -> Found:
    """Return the links between all claims of reports, taken for one dispute: from, to and type."""
    read = sorted(Disputes(reports).statements.values(), key=lambda one: one.order)
    return {(name(one.answer), name(one.answered), one.type) for one in proposed(read)}


def name(key: tuple[str, int]) -> str:
    return f"{key[0]}{key[1]}"


def day(id: str, after: int, *claims: Any) -> Report:
    return report(id, *claims, published=DAY + timedelta(after))


def test_who_names_only_the_party_repeats_the_lead_of_the_nearest_report() -> None:
    lead = claim("Russian drones burned a mill at Nikopol, the governor said.", speaker="the governor")
    more = claim("It was an act of terror, the foreign ministry said.", speaker="the foreign ministry")
    bare = claim("Kyiv accuses Russia of the raid on the mill at Nikopol.", speaker="Kyiv")
    told = [day("a", 0, lead, more), day("b", 1, bare)]
    assert {one for one in linked(*told) if one[0] == "b0"} == {("b0", "a0", "repeats")}
    others = [claim("Of the mill spoke he.", speaker=f"the governor {one}") for one in ("Reva", "Haiduk")]
    assert ("b0", "a0", "repeats") in linked(*told, day("c", 2, *others))


@pytest.mark.parametrize(("stance", "kind"), [("denies", "repeats"), ("alleges", "corroborates")])
def test_another_body_of_a_side_denies_again_but_bears_out_an_allegation(stance: str, kind: str) -> None:
    of = "Russia" if stance == "alleges" else "Ukraine"
    more: dict[str, Any] = {"of": of, "stance": stance}
    one = claim("On the burned mill at Nikopol the army spoke.", speaker="the army", **more)
    other = claim("The envoy spoke of the mill at Nikopol.", speaker="the envoy", **more | NOWHERE)
    assert linked(day("a", 0, one), day("b", 1, other)) == {("b0", "a0", kind)}


@pytest.mark.parametrize(("by", "found"), [("WHO", [("b0", "a0", "corroborates")]), ("Ukraine", [])])
def test_an_outsider_bears_out_what_a_body_of_the_side_may_not_mean(
    by: str, found: list[tuple[str, str, str]]
) -> None:
    one = claim("Russian drones burned a mill at Nikopol, the army said.", speaker="the army")
    other = claim("Doctors blamed Russia.", by, speaker="doctors", **NOWHERE)
    assert linked(day("a", 0, one), day("b", 4, other)) == set(found)


def test_what_a_report_leads_with_is_said_again_and_answered() -> None:
    lead = claim("Three Russian drones burned a mill at Nikopol, the army said.", speaker="the army", count=3)
    how = claim("They carried thermite, it said.", speaker="it", **NOWHERE)
    denial = claim("Moscow denied it.", "Russia", stance="denies", speaker="Moscow", **NOWHERE)
    again = claim("The army had blamed Russian drones for the fire.", speaker="The army", **NOWHERE)
    found = linked(day("a", 0, lead, how, denial), day("b", 1, again))
    assert found == {("a2", "a0", "denies"), ("b0", "a0", "repeats")}


def test_a_figure_is_said_again_where_it_was_told() -> None:
    more: dict[str, Any] = {"speaker": "the army", "category": "ceasefire_violation"} | NOWHERE
    lead = claim("Russia has broken the truce, the army said.", **more)
    figure = claim("It counted 14 raids.", **more, count=14)
    again = claim("The army spoke of 14 Russian raids.", **more, count=14)
    assert ("b0", "a1", "repeats") in linked(day("a", 0, lead, figure), day("b", 1, again))


def test_a_party_named_before_its_bodies_is_the_first_of_them() -> None:
    bare = claim("Moscow denied Kyiv's word that it burned a mill at Nikopol.", speaker="Kyiv")
    army = claim("Russian drones burned the mill at Nikopol, the army said.", speaker="the army")
    envoy = claim("The envoy spoke of the mill at Nikopol.", speaker="the envoy")
    found = linked(day("a", 0, bare), day("b", 1, army), day("c", 2, envoy))
    assert found == {("b0", "a0", "repeats"), ("c0", "b0", "corroborates")}


@pytest.mark.parametrize(
    ("then", "who"),
    [
        ("its spokeswoman, Ola Berg", "the envoy, its spokeswoman, Ola Berg"),
        ("its army", "its army"),
        ("officials", "the envoy"),
        ("officials there", "officials there"),
        ("each side", "each side"),
    ],
)
def test_who_speaks_after_another(then: str, who: str) -> None:
    told = [claim("Russia burned a mill.", speaker=one) for one in ("the envoy", then)]
    assert list(speakers(told, "ukraine")) == ["the envoy", who]


def test_a_body_is_repeated_rather_than_the_party_named_above_it() -> None:
    above = claim("Kyiv blamed Russia for a burned mill at Nikopol.", speaker="Kyiv")
    army = claim("It was drones, the army said.", speaker="the army", **NOWHERE)
    again = claim("The army had blamed Russian drones.", speaker="The army", **NOWHERE)
    assert ("b0", "a1", "repeats") in linked(day("a", 0, above, army), day("b", 1, again))
