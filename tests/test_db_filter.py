"""The filter: its way through the URL and back, what it refuses, and that it lets through what it says."""

import re
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stories import filled

from db import queries
from db.errors import BadFilter
from db.figures import broad_totals, narrow_totals
from db.filter import CATEGORIES, NONE, PARAMETERS, SEVERAL, STANCES, ClaimFilter
from db.totals import is_broad
from db.typed import as_known, read_typed

DAYS = st.dates(date(2025, 3, 20), date(2025, 3, 30)) | st.dates(date(2025, 1, 30), date(2025, 5, 3))


def some(*values: str) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), unique=True, max_size=3).map(sorted).map(tuple)


FILTERS = st.builds(
    ClaimFilter,
    conflict=st.none() | st.just("ukraine"),
    regions=some("RU-BRY", "RU-KRS", "UA-65", NONE),
    parties=some("Russia", "Ukraine", "IAEA"),
    accused=some("Russia", "Ukraine", NONE),
    categories=some(*CATEGORIES),
    stances=some(*STANCES),
    publishers=some("East Wire", "West Wire"),
    date_from=st.none() | DAYS,
    date_to=st.none() | DAYS,
    text=st.none() | st.sampled_from(["Kherson", "sub*", "truce OR reactor", "denied"]),
).filter(lambda f: not (f.date_from and f.date_to and f.date_from > f.date_to))


@pytest.fixture(scope="module")
def db(tmp_path_factory):
    with closing(filled(tmp_path_factory.mktemp("filter") / "claims.db")) as opened:
        yield opened


@given(FILTERS)
def test_the_url_keeps_the_filter(chosen: ClaimFilter) -> None:
    params = chosen.to_params()
    assert set(params) <= set(PARAMETERS)
    assert ClaimFilter.from_params(params) == chosen
    assert ClaimFilter.from_params(dict(reversed(params.items()))).to_params() == params


@settings(deadline=None)
@given(FILTERS)
def test_the_claims_are_those_that_the_filter_describes(db, chosen: ClaimFilter) -> None:
    assert as_known(db, chosen) == chosen
    everything = list(queries.iter_claims(db, ClaimFilter()))
    expected = {row["id"] for row in everything if passes(chosen, row)}
    assert {row["id"] for row in queries.iter_claims(db, chosen)} == expected
    assert queries.count_claims(db, chosen) == len(expected)
    pages = [queries.claims(db, chosen, limit=2, offset=start) for start in (0, 2, 4, 6)]
    assert [row["id"] for page in pages for row in page] == [
        row["id"] for row in queries.iter_claims(db, chosen)
    ]


@settings(deadline=None)
@given(FILTERS)
def test_the_figures_are_those_of_the_claims(db, chosen: ClaimFilter) -> None:
    rows = list(queries.iter_claims(db, chosen))
    totals = queries.totals(db, chosen)
    assert not is_broad(chosen) or broad_totals(db, chosen) == narrow_totals(db, chosen) == totals
    assert (totals["claims"], totals["waiting"]) == (len(rows), 0)
    assert totals["documents"] == len({row["document"] for row in rows})
    assert totals["publishers"] == len({row["publisher"] for row in rows} - {None})
    assert totals["disputes"] == len({row["dispute"] for row in rows}) == queries.count_disputes(db, chosen)
    days = [row["day"] for row in rows if row["day"]]
    assert (totals["first_day"], totals["last_day"]) == (min(days, default=None), max(days, default=None))
    for one in totals["claimants"]:
        mine = [row for row in rows if row["claimant"] == one["claimant"]]
        assert {stance: one[stance] for stance in STANCES} == {
            stance: sum(row["stance"] == stance for row in mine) for stance in STANCES
        }
        assert one["allegations"] == len({row["account"] for row in mine if row["stance"] == "alleges"})
        assert 0 <= one["answered"] <= one["allegations"]
    for step, start in STARTS.items():
        counted = Counter(
            (start(date.fromisoformat(row["day"])), row["claimant"]) for row in rows if row["day"]
        )
        told, stances = Counter[tuple[date, str]](), Counter[tuple[str, str, str]]()
        for row in queries.timeline(db, chosen, step):
            told[date.fromisoformat(row["day"]), row["claimant"]] += row["n"]
            stances[row["day"], row["claimant"], row["stance"]] += row["n"]
            assert row["sentence"] in [one["sentence"] for one in rows if one["claimant"] == row["claimant"]]
        assert told == counted
        at_a_glance = queries.timeline(db, chosen, step, in_full=False)
        assert stances == {(row["day"], row["claimant"], row["stance"]): row["n"] for row in at_a_glance}
    regions = Counter(region for row in rows for region in row["regions"])
    found = Counter[str]()
    for row in queries.by_region(db, chosen):
        found[row["region"]] += row["alleges"] + row["denies"] + row["admits"]
    assert found == regions
    assert queries.count_of_no_region(db, chosen) == sum(not row["regions"] for row in rows)


STARTS = {
    "day": lambda day: day,
    "week": lambda day: day - timedelta(day.weekday()),
    "month": lambda day: day.replace(day=1),
}


def passes(chosen: ClaimFilter, row) -> bool:
    """Say in plain Python what the filter means."""
    words = f"{row['sentence']} {row['title']}".lower()
    found = {
        None: True,
        "Kherson": "kherson" in words,
        "sub*": "substations" in words,
        "truce OR reactor": "truce" in words or "reactor" in words,
        "denied": "denied" in words,
    }
    return (
        chosen.conflict in (None, row["conflict"])
        and (not chosen.regions or not {*chosen.regions}.isdisjoint(row["regions"] or [NONE]))
        and row["claimant"] in (chosen.parties or [row["claimant"]])
        and (not chosen.accused or (row["accused"] or NONE) in chosen.accused)
        and row["category"] in (chosen.categories or CATEGORIES)
        and row["stance"] in (chosen.stances or STANCES)
        and row["publisher"] in (chosen.publishers or [row["publisher"]])
        and (not chosen.date_from or (row["day"] or "") >= str(chosen.date_from))
        and (not chosen.date_to or (row["day"] or "9") <= str(chosen.date_to))
        and found[chosen.text]
    )


@pytest.mark.parametrize(
    ("params", "said"),
    [
        ({"colour": ["red"]}, "no filter 'colour'; the filters are conflict, region, party"),
        ({"region": []}, "'region' has no value"),
        ({"region": ["RU-BRY", ""]}, "'region' has no value"),
        ({"q": [" "]}, "'q' has no value"),
        ({"conflict": ["a", "b"]}, "'conflict' is given 2 times"),
        ({"category": ["flood"]}, "no category 'flood'; there are energy_strike"),
        ({"stance": ["lies"]}, "no stance 'lies'"),
        ({"from": ["yesterday"]}, "'from' needs a day as YYYY-MM-DD, not 'yesterday'"),
        ({"to": ["2025-02-30"]}, "'to' needs a day"),
        ({"to": ["20250227"]}, "'to' needs a day"),
        ({"to": ["٢٠٢٥-٠٢-٢٧"]}, "'to' needs a day"),
        ({"from": ["2025-03-02"], "to": ["2025-03-01"]}, "is after"),
        ({"q": ['"open']}, "never closed"),
    ],
)
def test_a_wrong_parameter_is_a_sentence(params, said: str) -> None:
    with pytest.raises(BadFilter, match=said) as caught:
        ClaimFilter.from_params(params)
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize(
    "params",
    [
        {"region": ["RU-XXX"]},
        {"region": ["RU-BRY", "ru-kur"]},
        {"region": ["Hilltown"]},
        {"party": ["Atlantis"]},
        {"accused": ["Atlantis"]},
        {"publisher": ["Nobody's Gazette"]},
        {"conflict": ["moon"]},
        {"party": ["Russia' OR '1'='1"]},
        {"party": [NONE]},
    ],
)
def test_a_value_that_the_database_does_not_know_is_a_sentence(db, params) -> None:
    with pytest.raises(BadFilter, match="There is no") as caught:
        as_known(db, ClaimFilter.from_params(params))
    assert re.search(r" in the database(; (the nearest (is|are)|there are) '[^']+'.*)?\.$", str(caught.value))


@pytest.mark.parametrize(
    ("name", "typed", "meant"),
    [
        ("party", "Rusia", "'Russia'"),
        ("accused", "Ukrane", "'Ukraine'"),
        ("region", "Briansk", "'RU-BRY' (Bryansk)"),
        ("region", "kursk region", "'RU-KRS' (Kursk)"),
        ("region", "ua-665", "'UA-65' (Kherson)"),
        ("publisher", "Eastern Wire", "'East Wire'"),
        ("conflict", "Ukrain", "'ukraine' (Russia – Ukraine)"),
    ],
)
def test_a_value_that_is_nearly_known_is_suggested(db, name: str, typed: str, meant: str) -> None:
    with pytest.raises(BadFilter) as caught:
        as_known(db, ClaimFilter.from_params({name: [typed]}))
    assert str(caught.value) == f"There is no {name} {typed!r} in the database; the nearest is {meant}."


def test_where_none_is_near_the_few_that_there_are_are_named(db) -> None:
    with pytest.raises(BadFilter, match=r"no party 'Atlantis' in the database; there are 'IAEA', .*'Russia'"):
        as_known(db, ClaimFilter.from_params({"party": ["Atlantis"]}))


def test_a_town_is_told_with_the_region_that_it_lies_in(db) -> None:
    db.execute("UPDATE claim_places SET name = 'Hilltown'")
    with pytest.raises(BadFilter) as caught:
        as_known(db, ClaimFilter.from_params({"region": ["hilltown"]}), towns=True)
    told = "There is no region 'hilltown' in the database; a place of that name lies in 'RU-BRY' (Bryansk)."
    assert str(caught.value) == told


def test_of_several_values_that_are_near_the_nearest_come_first(db) -> None:
    with pytest.raises(BadFilter, match="the nearest are 'West Wire', 'East Wire'"):
        as_known(db, ClaimFilter.from_params({"publisher": ["westwire"]}))


@given(FILTERS)
def test_values_as_they_stand_are_taken_as_they_stand(db, chosen: ClaimFilter) -> None:
    assert as_known(db, read_typed(chosen.to_params())) == chosen


@settings(deadline=None)
@given(FILTERS, st.sampled_from([str.upper, str.title, str.casefold]))
def test_names_are_read_in_any_case(db, chosen: ClaimFilter, written: Callable[[str], str]) -> None:
    typed = chosen.to_params()
    for name in (*SEVERAL, "conflict"):
        if name in typed:
            typed[name] = [written(value) for value in typed[name]]
    assert as_known(db, read_typed(typed)) == chosen


@pytest.mark.parametrize(
    ("name", "typed", "meant"),
    [
        ("region", "Kursk", ("RU-KRS",)),
        ("region", " bryansk ", ("RU-BRY",)),
        ("region", "Kursk Region", ("RU-KRS",)),
        ("region", "the land of kursk", ("RU-KRS",)),
        ("region", "Land of the Woodland", ("RU-BRY",)),
        ("party", "kremlin", ("Russia",)),
        ("publisher", "east-wire", ("East Wire",)),
        ("category", "Energy strike", ("energy_strike",)),
        ("conflict", "russia-ukraine", "ukraine"),
    ],
)
def test_a_value_is_known_by_its_names(db, name: str, typed: str, meant: object) -> None:
    found = as_known(
        db,
        read_typed({name: [typed]}),
        {
            "party": lambda: [("Russia", "Kremlin"), ("Atlantis", "Kremlin")],
            "region": lambda: [
                ("RU-BRY", "Woodland region"),
                ("RU-KRS", "Twin region"),
                ("UA-65", "Twin land"),
            ],
        },
        {"the", "of", "region", "land"},
    )
    assert getattr(found, SEVERAL.get(name, name)) == meant


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("region of Twin", "; it may be 'RU-KRS' or 'UA-65'"),
        ("Khersson region", "; the nearest is 'UA-65' (Kherson)"),
    ],
)
def test_a_region_that_is_not_plainly_meant_is_asked_for(db, typed: str, hint: str) -> None:
    others = {"region": lambda: [("RU-KRS", "Twin region"), ("UA-65", "Twin land")]}
    with pytest.raises(BadFilter) as caught:
        as_known(db, read_typed({"region": [typed]}), others, {"of", "region", "land"})
    assert str(caught.value) == f"There is no region {typed!r} in the database{hint}."


@pytest.mark.parametrize("typed", ["Ukrane", "???", "none", "1 OR 1"])
def test_a_name_that_nobody_has_is_a_sentence(db, typed: str) -> None:
    with pytest.raises(BadFilter, match=r"There is no party .* in the database.*\.$"):
        as_known(db, read_typed({"party": [typed]}))


def test_values_are_sorted_and_once() -> None:
    chosen = ClaimFilter.from_params({"region": ["UA-65", "RU-BRY", "UA-65"]})
    assert chosen.regions == ("RU-BRY", "UA-65")
