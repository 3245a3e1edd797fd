"""Lining up, rule by rule: what one report ties together, and what a later one may leave out."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from pipeline.conflict import load_conflict
from pipeline.disputes import Dispute, Disputes, Report, odds
from pipeline.disputes.evidence import statements
from pipeline.disputes.named import named
from pipeline.disputes.within import ties_within
from pipeline.records import Claim, Document

DAY = date(2025, 3, 28)
NOWHERE: dict[str, Any] = {"regions": (), "date_from": None, "date_to": None}


def claim(sentence: str, by: str = "Ukraine", of: str | None = "Russia", **more: Any) -> Claim:
    fields: dict[str, Any] = {"stance": "alleges", "category": "other_strike", "speaker": None}
    fields |= {"regions": ("UA-12",), "date_from": DAY, "date_to": DAY} | more
    return Claim(sentence=sentence, span=(0, 0), claimant=by, accused=of, **fields)


def report(
    id: str, *claims: Claim, published: date = DAY, conflict: str = "ukraine", gap: str = "\n\n"
) -> Report:
    text, placed = "", []
    for one in claims:
        placed.append(replace(one, span=(len(text), len(text) + len(one.sentence))))
        text += one.sentence + gap
    return Report(Document(id=id, text=text, published=published, conflict=conflict), tuple(placed))


def disputes(*reports: Report) -> list[Dispute]:
    return Disputes(reports).all()


def kinds(found: Iterable[Dispute]) -> list[str]:
    return [link.type for dispute in found for link in dispute.links]


def test_a_denial_answers_what_names_nobody() -> None:
    seen = claim("Inspectors saw traces of drones at the Nikopol power station.", "IAEA", None)
    denial = claim("Ukraine denied that it was behind the attack.", of="Ukraine", stance="denies", **NOWHERE)
    assert kinds(disputes(report("a", seen, denial))) == ["denies"]


def test_who_denies_what_another_says_it_did_answers_it() -> None:
    told = claim("Ukraine's army said its drones had burned a depot in Kursk.", of="Ukraine", stance="admits")
    denial = claim("Russia said no depot had burned.", "Russia", "Ukraine", stance="denies", **NOWHERE)
    told = replace(told, regions=("RU-KRS",))
    assert kinds(disputes(report("a", told, denial))) == ["denies"]


def test_an_admission_is_of_the_clash_that_its_side_told_of() -> None:
    charge = claim("Russian troops fired at Nikopol first, the governor said.")
    own = claim("Our men fired back for a while, he said.", of="Ukraine", stance="admits", **NOWHERE)
    assert len(disputes(report("a", charge, own, gap=" "))) == 1


def test_each_side_tells_one_clash_of_a_place_of_its_own() -> None:
    one = claim("Russian troops attacked at Avdiivka, the army said.", regions=("UA-14",))
    other = claim("Moscow told it the other way round: Ukrainians had attacked at Yasynuvata.", "Russia")
    other = replace(other, accused="Ukraine", regions=("UA-14",))
    assert kinds(disputes(report("a", one, other))) == ["counters"]
    plain = replace(other, sentence="Ukrainians had attacked at Yasynuvata, Moscow said.")
    assert len(disputes(report("a", one, plain))) == 2


def test_the_raid_is_the_one_told_before() -> None:
    told = claim("Israel's army said it had hit a flat in Tyre.", "Israel", "Israel", stance="admits")
    called = claim("Beirut called the raid a breach of the ceasefire.", "Lebanon", "Israel", **NOWHERE)
    told, called = replace(told, regions=("LB-JA",)), replace(called, category="ceasefire_violation")
    assert len(disputes(report("a", told, called, conflict="israel-lebanon"))) == 1
    at_large = replace(called, sentence="Beirut said that Israel keeps breaching the ceasefire.")
    assert len(disputes(report("a", told, at_large, conflict="israel-lebanon"))) == 2


def test_a_new_speaker_who_names_no_place_tells_of_something_else() -> None:
    one = claim("Russian drones burned a school at Nikopol, said Serhii Lysak.", speaker="Serhii Lysak")
    other = claim("Russian drones came down in Romania, said Oleh Nikolenko.", speaker="Oleh Nikolenko")
    other = replace(other, **NOWHERE)
    assert len(disputes(report("a", one, other))) == 2
    assert len(disputes(report("a", one, replace(other, speaker="he")))) == 1


def test_a_week_holds_the_day_of_an_act_of_the_same_town() -> None:
    first = claim("Russian drones killed five people in Nikopol on Friday, the governor said.")
    week: dict[str, Any] = {"date_from": DAY - timedelta(4), "date_to": DAY + timedelta(2)}
    later = claim("The governor recalled the Russian drones that killed five in Nikopol last week.", **week)
    told = report("a", first), report("b", later, published=DAY + timedelta(5))
    assert kinds(disputes(*told)) == ["repeats"]
    counted = replace(later, count=12)
    assert len(disputes(told[0], report("b", counted, published=DAY + timedelta(5)))) == 2


def test_a_tally_of_a_new_truce_counts_from_its_start() -> None:
    easter = date(2025, 4, 19)
    tally: dict[str, Any] = {"regions": (), "category": "ceasefire_violation"}
    first = claim("Russia shelled 59 times, Kyiv said.", count=59, **tally)
    first = replace(first, date_from=easter, date_to=easter + timedelta(1))
    grown = claim("Russia broke its truce 2,935 times, Kyiv said.", count=2935, **tally)
    grown = replace(grown, date_from=None, date_to=None)
    days = easter + timedelta(1), easter + timedelta(2)
    found = disputes(report("a", first, published=days[0]), report("b", grown, published=days[1]))
    assert kinds(found) == ["updates"]


def test_tallies_of_one_start_are_one_dispute_for_months() -> None:
    def tally(count: int, day: date) -> Report:
        one = claim(
            f"Israel has breached the truce {count} times, Beirut said.", "Lebanon", "Israel", count=count
        )
        one = replace(
            one, regions=(), category="ceasefire_violation", date_from=date(2024, 11, 27), date_to=day
        )
        return report(f"d{day}", one, published=day, conflict="israel-lebanon")

    days = (date(2025, 3, 23), date(2025, 4, 3))
    assert kinds(disputes(tally(1400, days[0]), tally(1500, days[1]))) == ["updates"]


def test_a_charge_that_names_no_truce_does_not_stand_for_others() -> None:
    one = claim(
        "Russian troops crept up and opened fire, Kyiv said.", category="ceasefire_violation", **NOWHERE
    )
    other = claim("Russia keeps breaking the truce, Kyiv said.", category="ceasefire_violation", **NOWHERE)
    assert len(disputes(report("a", one), report("b", other))) == 2


def test_the_region_is_a_reason_only_where_both_claims_name_it() -> None:
    one = claim("Russian drones burned the market hall at Nikopol, the governor said.")
    other = claim("Russian drones burned the market hall, the mayor said.", **NOWHERE)
    found = disputes(report("a", one), report("b", other))
    assert all("same region" not in link.why for dispute in found for link in dispute.links)


def test_a_total_of_energy_strikes_is_one_whatever_the_title_says() -> None:
    sentence = "Ukraine broke the energy moratorium more than 100 times since 18 March, Moscow said."
    since: dict[str, Any] = {"date_from": date(2025, 3, 18), "date_to": DAY, "regions": ()}
    told = claim(sentence, "Russia", "Ukraine", count=100, category="energy_strike", **since)
    whole = report("a", told)
    titled = replace(whole, document=replace(whole.document, title="Energy moratorium broken 100 times"))
    (one,) = Disputes([titled]).statements.values()
    assert one.total


def test_an_admission_that_names_its_own_place_and_day_answers_no_other_strike_of_the_region() -> None:
    undated: dict[str, Any] = {"regions": ("RU-KDA",), "date_from": None, "date_to": None}
    charge = claim("Ukraine attacked the coast of the Krasnodar region, its governor said.", "Russia")
    charge = replace(charge, accused="Ukraine", **undated)
    own = claim("Kyiv's army said it had burned the Ilsky refinery on Tuesday.", of="Ukraine")
    own = replace(own, stance="admits", regions=("RU-KDA",), date_from=DAY - timedelta(3))
    own = replace(own, date_to=own.date_from, category="energy_strike")
    assert kinds(disputes(report("a", charge, own))) == []


def test_the_other_side_s_count_of_hits_is_not_the_charge_that_was_dismissed() -> None:
    said = "Moscow said drones had hit power plants in the Kursk region this week, which Kyiv dismissed."
    charge = claim(said, "Russia", "Ukraine", category="energy_strike", regions=("RU-KRS",))
    denial = claim(said, of="Ukraine", stance="denies", category="energy_strike", regions=("RU-KRS",))
    counted = claim(
        'Kyiv said Moscow was "lying" about its pause and had carried out eight hits on power sites.',
        category="energy_strike",
        count=8,
        **NOWHERE,
    )
    told = report("a", charge, counted, gap="\n")
    span = told.claims[0].span
    told = replace(told, claims=(told.claims[0], replace(denial, span=span), told.claims[1]))
    assert [one.members for one in disputes(told)] == [(("a", 0), ("a", 1)), (("a", 2),)]


def test_a_list_of_many_targets_answers_no_single_strike() -> None:
    charge = claim("Israeli aircraft bombed a house in Tyre, the agency reported.", "Lebanon", "Israel")
    charge = replace(charge, regions=("LB-JA",))
    admitted = claim(
        "The army said it had bombed dozens of launchers.", "Israel", "Israel", stance="admits", **NOWHERE
    )
    assert kinds(disputes(report("a", charge, admitted, conflict="israel-lebanon"))) == []


def test_a_claim_bears_out_what_a_report_leads_with() -> None:
    lead = claim("Russian drones burned the market hall at Nikopol on Friday, the army said.")
    remark = claim("It had been the Russian drones of the market hall again, it said.", **NOWHERE)
    monitor = claim("UN monitors saw Russian drones hit the market hall at Nikopol.", "UN")
    found = disputes(report("a", lead, remark, gap=" "), report("b", monitor))
    borne_out = {link.answered for one in found for link in one.links if link.type == "corroborates"}
    assert borne_out == {("a", 0)}


def test_the_place_in_the_name_of_a_truce_is_where_nothing_was_done() -> None:
    syria = load_conflict("syria")
    assert named("The army broke the truce in Aleppo 24 times.", syria).seats
    assert not named("The army broke the Aleppo ceasefire 24 times.", syria).seats


def test_an_answer_in_the_sentence_of_a_charge_is_of_its_days_however_long_ago() -> None:
    said = (
        "In summer Russia said Ukrainian guns had hit Rylsk, and Kyiv replied that not one shell was fired."
    )
    long_ago = {"date_from": date(2023, 6, 1), "date_to": date(2023, 6, 1), "regions": ("RU-KRS",)}
    charge = claim(said, "Russia", "Ukraine", **long_ago)
    denial = claim(said, of="Ukraine", stance="denies", **NOWHERE)
    both = Report(Document(id="a", text=said, published=DAY, conflict="ukraine"), (charge, denial))
    assert kinds(disputes(both)) == ["denies"]


def test_a_bare_terminal_is_the_fuel_terminal_told_of_before() -> None:
    charge = claim("Drones set the port's fuel terminal on fire, Moscow said.", "Russia", "Ukraine")
    owned = claim(
        "Kyiv said it had hit tanks at the terminal and a substation.", of="Ukraine", stance="admits"
    )
    assert kinds(disputes(report("a", charge, replace(owned, date_from=None, date_to=None)))) == ["admits"]


def test_a_denial_next_to_what_happened_long_ago_is_of_that() -> None:
    news = claim("Russian drones hit a hotel in Nikopol on Friday, the governor said.")
    old = claim(
        "Last summer Russia blamed Ukrainian guns for the fire in a mill at Rylsk.",
        "Russia",
        "Ukraine",
        regions=("RU-KRS",),
        date_from=date(2024, 6, 1),
        date_to=date(2024, 6, 1),
    )
    denial = claim("Kyiv said that its men had not fired.", of="Ukraine", stance="denies", **NOWHERE)
    found = disputes(report("a", news, replace(old, accused="Ukraine"), denial, gap=" "))
    assert [link.answered for one in found for link in one.links] == [("a", 1)]


def test_who_keeps_the_truce_goes_on_with_what_it_denied() -> None:
    charge = claim("Russia said that Ukrainian guns had fired at the mill of Rylsk.", "Russia", "Ukraine")
    more: dict[str, Any] = {"of": "Ukraine", "stance": "denies", "category": "ceasefire_violation"}
    denial = claim("Kyiv denied it.", **more | {"category": "other_strike"}, **NOWHERE)
    further = claim("Ukraine abides by the truce, it added.", **more, **NOWHERE)
    assert len(disputes(report("a", charge, denial, further, gap=" "))) == 1


def test_a_network_where_a_body_wrote_is_no_name_of_another_act() -> None:
    charge = claim("Ukrainian units set fire to the mill of Rylsk, Russia said.", "Russia", "Ukraine")
    denial = claim("Kyiv denied it.", of="Ukraine", stance="denies", **NOWHERE)
    counter = claim("The mill was shelled by the Russians themselves, it wrote on Facebook.", **NOWHERE)
    assert len(disputes(report("a", charge, denial, counter))) == 1


def test_an_act_of_days_before_is_not_what_the_news_goes_on_with() -> None:
    def told(day: date) -> int:
        news = claim("Russian guns shelled the mill of Nikopol, Kyiv said.", date_from=None, date_to=None)
        dated = claim("It said that drones had hit the mill.", **NOWHERE | {"date_from": day, "date_to": day})
        return len(disputes(report("a", news, dated)))

    assert (told(DAY), told(DAY - timedelta(days=3))) == (1, 2)


def test_what_a_lead_leaves_open_its_body_tells() -> None:
    lead = claim("Russian soldiers opened fire on villagers on Friday, Kyiv said.", regions=())
    where = claim("They shot at people in Nikopol, it said.", date_from=None, date_to=None)
    assert len(disputes(report("a", lead, where))) == 1
    named = claim("Guns shelled Sumy, the mayor said.", date_from=None, date_to=None, regions=("UA-59",))
    assert len(disputes(report("a", replace(lead, regions=("UA-12",)), named))) == 2


def test_a_name_is_enough_to_know_an_act_by_paragraphs_later() -> None:
    first = claim("A Russian missile struck the Alba, a bulk carrier, in the port.", speaker="the governor")
    other = claim("Another ship, the Nordlys, had been hit by Russia the day before.", **NOWHERE)
    asides = [
        claim(f"Russian shells fell on a {what} at Sumy.", regions=("UA-59",)) for what in ("mill", "farm")
    ]
    later = claim("The missile that hit the Alba was Russian.", speaker="the navy", **NOWHERE)
    found = disputes(report("a", first, *asides, replace(other, speaker="the governor"), later))
    assert {("a", 0), ("a", 4)} in [set(one.members) for one in found]


def test_what_was_condemned_is_what_was_told_last() -> None:
    told = claim("Russian drones killed three at Nikopol.", speaker="the governor")
    more: dict[str, Any] = {"category": "ceasefire_violation", "speaker": "the foreign ministry", **NOWHERE}
    called = claim("The ministry called the raid a breach by Russia.", **more)
    assert len(disputes(report("a", told, called, gap="\n\n\n\n"))) == 1


def test_two_counts_of_breaches_are_of_two_sides_acts() -> None:
    more: dict[str, Any] = {"category": "ceasefire_violation", "date_from": None, "date_to": None}
    one = claim("Kyiv counted five Russian breaches of the truce in the district.", count=5, **more)
    other = claim("Moscow itself has a list of nine.", "Russia", "Ukraine", count=9, **more)
    assert len(disputes(report("a", one, other, gap=" "))) == 2


def test_what_was_denied_on_other_occasions_is_no_answer() -> None:
    charge = claim("Russian drones burned a mill at Nikopol, the governor said.")
    more: dict[str, Any] = {"by": "Russia", "stance": "denies", **NOWHERE}
    before = claim("Moscow did not reply; it has previously denied such raids.", **more)
    assert kinds(disputes(report("a", charge, before, gap=" "))) == []
    assert kinds(disputes(report("a", charge, claim("Moscow denied it.", **more), gap=" "))) == ["denies"]


def test_every_sign_has_its_weight() -> None:
    told = statements(report("a", claim("Russian drones hit a mill."), claim("It was a drone.")))
    found = [name for name, _ in odds.signs(0, 1, told, ruled=False)]
    assert ["none", *found] == list(odds.weights())


def test_what_no_rule_ties_may_be_likely_of_one_act() -> None:
    lead = claim("The army had attacked the base at Masisi, the M23 said.", "M23", "DR Congo")
    lead = replace(lead, regions=("CD-NK",))
    reply = claim("The rebels were repelled when they came at the base, said Kinshasa.", "DR Congo", "M23")
    reply = replace(reply, regions=())
    assert kinds(disputes(report("a", lead, reply, conflict="drc-m23"))) == ["counters"]
    day = DAY - timedelta(2)
    another = replace(reply, sentence=f"{reply.sentence} Two days ago.", date_from=day, date_to=day)
    assert len(disputes(report("a", lead, another, conflict="drc-m23"))) == 2


def test_what_one_side_tells_in_turn_is_tied_by_rules_alone() -> None:
    lead = claim("Russian drones burned a mill at Nikopol, the governor said.")
    also = claim("Russian guns fired at a school in Marhanets, he said.")
    assert not ties_within(statements(report("a", lead, also, gap=" ")))
    assert odds.likely(0, 1, statements(report("a", lead, also, gap=" ")), ruled=True) > 0.5


def test_a_tie_that_is_only_likely_is_weak() -> None:
    charge = claim("The army had attacked the base at Masisi, the M23 said.", "M23", "DR Congo")
    reply = claim("The rebels were repelled when they came at the base, said Kinshasa.", "DR Congo", "M23")
    told = report("a", replace(charge, regions=()), replace(reply, regions=()), conflict="drc-m23")
    assert [(one.firm, one.weight < 5) for one in ties_within(statements(told))] == [(False, True)]


def test_a_village_in_the_district_of_a_town_is_not_that_town() -> None:
    conflict = load_conflict("ukraine")
    towns = [name for name, _ in named("Shells hit Marhanets in the Nikopol district.", conflict).towns]
    assert towns == [name for name, _ in named("Shells hit Marhanets.", conflict).towns]
    alone = named("Shells hit the Nikopol district.", conflict).towns
    assert alone == named("Shells hit Nikopol.", conflict).towns != frozenset()


def test_a_thing_named_again_is_at_the_place_where_it_was_named_first() -> None:
    told = claim("A Russian bomb hit the school at Nikopol, the governor said.", regions=("UA-12",))
    aside = claim("Moscow spoke of a fire at Belgorod.", "Russia", "Ukraine", regions=("RU-BEL",))
    denial = claim("Its troops had not fired on the school, it said.", "Russia", "Russia", stance="denies")
    denial = replace(denial, **NOWHERE)
    *_, last = statements(report("a", told, aside, denial, gap=" "))
    assert last.evidence.regions == {"UA-12"}
