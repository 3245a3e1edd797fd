"""Conflicts are read from their files, wrong files are told apart, and a text finds its conflict."""

from datetime import date
from pathlib import Path

import pytest

from pipeline.conflict import (
    WORLD,
    ConflictError,
    UnknownConflict,
    conflict_names,
    conflict_of,
    load_conflict,
    read_conflict,
)
from pipeline.spelling import Spelling, spellings

NAMED = [name for name in conflict_names() if name != WORLD]


@pytest.mark.parametrize("name", conflict_names())
def test_every_conflict_is_whole(name: str) -> None:
    conflict = load_conflict(name)
    assert conflict.title
    assert list(conflict.sides) == sorted(conflict.sides)
    for side in conflict.sides:
        party = conflict.parties[side]
        assert party.side == side
        assert party.colour and party.colour_dark
        assert conflict.adversaries(side)
    assert {n.party for n in conflict.names} <= set(conflict.parties)
    assert all(source.side is None or source.side in conflict.parties for source in conflict.sources)


@pytest.mark.parametrize("name", NAMED)
def test_sides_are_named_alike(name: str) -> None:
    conflict = load_conflict(name)
    kinds = [{n.kind for n in conflict.names if n.party == side} for side in conflict.sides]
    states = [{"state", "demonym", "capital", "person", "body"} <= found for found in kinds]
    assert all("person" in found for found in kinds)
    if all(conflict.parties[side].countries for side in conflict.sides) and name != "israel-gaza":
        assert all(states)


def test_the_world_has_every_state() -> None:
    world = load_conflict(WORLD)
    countries = {code for party in world.parties.values() for code in party.countries}
    assert len(countries) > 190
    assert {"IAEA", "OSCE", "UN", "UNIFIL", "EU", "NATO", "Houthis", "SDF", "M23", "RSF"} <= set(
        world.parties
    )


def test_a_conflict_inherits_the_parties_of_the_others() -> None:
    conflict = load_conflict("ukraine")
    assert {"Hungary", "IAEA", "Hezbollah"} <= set(conflict.parties)
    assert "Hungary" not in conflict.own
    assert conflict.parties["Israel"].side is None


def test_adversaries() -> None:
    assert load_conflict("ukraine").adversaries("Ukraine") == ("Russia",)
    assert load_conflict("israel-lebanon").adversaries("Israel")[:2] == ("Hezbollah", "Lebanon")
    assert load_conflict("drc-m23").adversaries("M23") == ("DR Congo", "Burundi")
    assert load_conflict("ukraine").adversaries("Hungary") == ()
    assert load_conflict("india-pakistan").adversaries("Pakistan") == ("India",)
    assert "Hamas" in load_conflict(WORLD).adversaries("Israel")


def test_officials_of_a_region() -> None:
    conflict = load_conflict("ukraine")
    assert conflict.party_of_region("RU-KRS") == "Russia"
    assert conflict.party_of_region("UA-63") == "Ukraine"
    assert conflict.party_of_region("UA-43") == "Russia"
    assert conflict.party_of_region("XX-01") is None


def test_agreements_have_days() -> None:
    agreements = {a.name: a for a in load_conflict("ukraine").agreements}
    energy = agreements["Energy moratorium"]
    assert (energy.start, energy.end, energy.scope) == (date(2025, 3, 18), date(2025, 4, 17), "energy")
    assert agreements["Easter truce"].scope == "all"
    starts = [a.start for a in load_conflict("ukraine").agreements]
    assert starts == sorted(starts)


def test_an_unknown_conflict_is_told_with_those_there_are() -> None:
    with pytest.raises(UnknownConflict, match=r"no conflict 'atlantis'.*ukraine"):
        load_conflict("atlantis")


GOOD = {
    "conflict.toml": 'title = "Norland–Sudland"\nsides = ["Norland", "Sudland"]\n',
    "parties.toml": "".join(
        f'[[party]]\nname = "{name}"\nside = "{name}"\nstate = ["{name}"]\n'
        for name in ("Norland", "Sudland")
    ),
    "sources.toml": "",
    "regions.csv": "",
    "places.csv": "",
}

WRONG = [
    ("conflict.toml", "title = ", r"norland/conflict.toml: not valid TOML"),
    ("conflict.toml", 'sides = ["Norland"]', r"norland/conflict.toml: needs a `title`"),
    ("conflict.toml", 'title = "x"\nsides = ["Westland"]', r"names 'Westland', but no party"),
    ("conflict.toml", 'title = "x"\nsides = "Norland"', r"`sides` must be a list of strings"),
    (
        "conflict.toml",
        'title = "x"\n[[agreement]]\nname = "Truce"\nstart = 2020-02-02\nend = 2020-02-01\nscope = "all"',
        r"agreement 1 \(Truce\): `end` lies before `start`",
    ),
    (
        "conflict.toml",
        'title = "x"\n[[agreement]]\nname = "Truce"\nstart = "soon"\nscope = "all"',
        r"agreement 1 \(Truce\): `start` must be a date",
    ),
    (
        "conflict.toml",
        'title = "x"\n[[agreement]]\nname = "Truce"\nstart = 2020-02-02\nscope = "sea"',
        r"agreement 1 \(Truce\): needs a `name`, a `start`",
    ),
    (
        "conflict.toml",
        'title = "x"\n[[agreement]]\nname = "T"\nstart = 2020-02-02\nscope = "all"\nparties = ["Westland"]',
        r"the party 'Westland' is in no parties.toml",
    ),
    ("conflict.toml", 'title = "x"\nspellings = ["Ann"]', r"`spellings` must be a list of lists"),
    ("parties.toml", "[[party]]\nside = 'Norland'", r"norland/parties.toml, party 1: needs a `name`"),
    (
        "parties.toml",
        "[[party]]\nname = 'A'\n[[party]]\nname = 'A'",
        r"party 2 \(A\): the party 'A' appears twice",
    ),
    (
        "parties.toml",
        "[[party]]\nname = 'A'\nstate = 'A'",
        r"party 1 \(A\): `state` must be a list of strings",
    ),
    (
        "sources.toml",
        '[[source]]\nname = "N"\nurl = "file:///etc/passwd"\ncountry = "NO"',
        r"is no web address",
    ),
    ("sources.toml", '[[source]]\nname = "N"\ncountry = "NO"', r"source 1 \(N\): needs a `name`, a `url`"),
    (
        "sources.toml",
        '[[source]]\nname = "N"\nurl = "https://example.org"\ncountry = "NO"\nside = "Westland"',
        r"`side` names 'Westland', which is no party",
    ),
]


def write_conflict(folder: Path, **changed: str) -> Path:
    folder.mkdir()
    for name, text in {**GOOD, **changed}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(("name", "text", "message"), WRONG)
def test_a_wrong_file_is_told_with_its_entry(tmp_path: Path, name: str, text: str, message: str) -> None:
    folder = write_conflict(tmp_path / "norland", **{name: text})
    with pytest.raises(ConflictError, match=message):
        read_conflict(folder)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    folder = write_conflict(tmp_path / "norland")
    (folder / "sources.toml").unlink()
    with pytest.raises(ConflictError, match=r"norland/sources.toml: there is no such file"):
        read_conflict(folder)


@pytest.mark.parametrize(
    ("text", "conflict"),
    [
        ("Kyiv said Russian drones had hit a substation; Moscow denied it.", "ukraine"),
        ("Zelensky spoke of Ukraine's grid. Ukrenergo, the Ukrainian operator, agreed.", "ukraine"),
        ("The governor of Belgorod said that Ukraine had shelled a village.", "ukraine"),
        ("India accused Pakistan of firing across the Line of Control.", "india-pakistan"),
        ("Israel struck Hezbollah in southern Lebanon, the Israeli army said.", "israel-lebanon"),
        ("Hamas said that Israel had broken the truce in Gaza.", "israel-gaza"),
        ("Yerevan denied a report from Baku about the border.", "armenia-azerbaijan"),
        ("The RSF shelled El Fasher, the Sudanese army said.", "sudan"),
        ("Thai soldiers fired first, Phnom Penh said.", "thailand-cambodia"),
        ("M23 rebels accused the Congolese army of an attack near Goma.", "drc-m23"),
        ("The Houthis said that Saudi Arabia had bombed Hodeidah.", "yemen"),
        ("The Syrian army and the SDF blamed each other for the shelling of Kobani.", "syria"),
        ("Rebels in Idlib said Assad's forces had broken the ceasefire.", "syria"),
        ("Haftar's forces denied that they had shelled Tripoli, the LNA said.", "libya"),
        ("Iran said Israel had fired on Natanz again.", "iran-israel"),
        ("Pakistan bombed Khost again, the Taliban government said.", "afghanistan-pakistan"),
        ("The Philippine coast guard accused China of ramming a boat.", WORLD),
        ("France signed a treaty with Spain about fish.", WORLD),
        ("", WORLD),
    ],
)
def test_the_conflict_of_a_text(text: str, conflict: str) -> None:
    assert conflict_of(text) == conflict


def test_a_name_is_spelled_in_all_its_ways() -> None:
    rules = Spelling(
        given=(("Serhii", "Sergei"),), words=(("Defence", "Defense"),), endings=(("skyi", "sky"),)
    )
    found = dict(spellings("Serhii Horskyi", True, rules))
    assert {"Serhii Horskyi", "Sergei Horsky", "Horsky", "S. Horskyi"} <= set(found)
    assert dict(spellings("=Sergei Hora", True, rules))["Hora"] is False
    assert "Defense Staff" in dict(spellings("Defence Staff", False, rules))
    assert {"Sa'ar", "Sa’ar", "Saar"} <= set(dict(spellings("Gideon Sa'ar", True, rules)))
    assert "Orban" in dict(spellings("Viktor Orbán", True, rules))


def test_a_group_that_took_over_a_state_is_that_state_from_then_on() -> None:
    conflict = load_conflict(WORLD)
    before, after = conflict.on(date(2021, 8, 14)), conflict.on(date(2021, 8, 15))
    named = [{name.text: name.party for name in one.names} for one in (before, after, conflict.on(None))]
    assert [names["Taliban"] for names in named] == ["Taliban", "Afghanistan", "Afghanistan"]
    assert "Afghanistan" in before.adversaries("Taliban")
    assert "Afghanistan" not in after.adversaries("Afghanistan")
    assert "Pakistan" in after.adversaries("Afghanistan")
    assert load_conflict("sudan").on(date(2020, 1, 1)) is load_conflict("sudan")
