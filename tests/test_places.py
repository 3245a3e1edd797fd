"""Places are found in prose, given their ISO 3166-2 region, and told from persons, papers and governments."""

import csv
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language import load_model
from pipeline.place_files import GazetteerError, read_rows
from pipeline.place_names import fold, loosen, loosen_arabic
from pipeline.places import Gazetteer, PlaceMention, place_mentions, read_gazetteer

CONFLICTS = Path(__file__).parents[1] / "pipeline" / "conflicts"
FOLDERS = sorted(path.parent.name for path in CONFLICTS.glob("*/regions.csv"))


def mentions(text: str, conflict: str = "ukraine") -> list[PlaceMention]:
    return place_mentions(load_model()(text), read_gazetteer(CONFLICTS / conflict))


def regions(text: str, conflict: str = "ukraine") -> list[str | None]:
    return sorted({m.region for m in mentions(text, conflict) if m.locative}, key=lambda code: code or "")


def use_of(text: str, name: str, conflict: str = "ukraine") -> str:
    return next(m.use for m in mentions(text, conflict) if m.name == name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A depot burned in the Kursk region.", ["RU-KRS"]),
        ("Shells fell on villages in Kharkiv Oblast.", ["UA-63"]),
        ("Two lines in Poltavska oblast were cut.", ["UA-53"]),
        ("Guided bombs hit Sumshchyna at noon.", ["UA-59"]),
        ("Sirens sounded across the Kuban.", ["RU-KDA"]),
        ("Drones reached the Kyiv region.", ["UA-32"]),
        ("Drones reached Kyiv.", ["UA-30"]),
        ("A missile fell in central Kiev.", ["UA-30"]),
        ("Fires broke out in Sevastopol and in Crimea.", ["UA-40", "UA-43"]),
        ("A pier was damaged in the Leningrad region.", ["RU-LEN"]),
        ("A hangar burned in the Moscow region.", ["RU-MOS"]),
        ("Debris fell over Moscow.", ["RU-MOW"]),
        ("Homes were hit in Nizhny Novgorod region.", ["RU-NIZ"]),
        ("Homes were hit in Novgorod region.", ["RU-NGR"]),
        ("Strikes were reported in Tatarstan and Bashkiria.", ["RU-BA", "RU-TA"]),
    ],
)
def test_a_region_in_all_its_names(text: str, expected: list[str]) -> None:
    assert regions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shelling went on in the Bryansk, Kursk and Belgorod regions.", ["RU-BEL", "RU-BRY", "RU-KRS"]),
        ("Power failed in Kyiv, Sumy and Kharkiv oblasts.", ["UA-32", "UA-59", "UA-63"]),
        ("Power failed in Kyiv and the Sumy and Odesa regions.", ["UA-30", "UA-51", "UA-59"]),
        ("Blasts shook the regions of Kherson and Mykolaiv.", ["UA-48", "UA-65"]),
    ],
)
def test_regions_in_a_list(text: str, expected: list[str]) -> None:
    assert regions(text) == expected


@pytest.mark.parametrize(
    ("spelling", "region"),
    [
        *(("Kharkov", "UA-63"), ("Nikolaev", "UA-48"), ("Nikolayev", "UA-48"), ("Lugansk", "UA-09")),
        *(("Zaporozhye", "UA-23"), ("Dnepropetrovsk", "UA-12"), ("Odessa", "UA-51"), ("Rovno", "UA-56")),
        *(("Artyomovsk", "UA-14"), ("Artemovsk", "UA-14"), ("Bakhmut", "UA-14"), ("Gorlovka", "UA-14")),
        *(("Avdeyevka", "UA-14"), ("Avdiyivka", "UA-14"), ("Avdiivka", "UA-14"), ("Slavyansk", "UA-14")),
        *(("Slov'yansk", "UA-14"), ("Sloviansk", "UA-14"), ("Energodar", "UA-23"), ("Enerhodar", "UA-23")),
        *(("Rylsk", "RU-KRS"), ("Ryl'sk", "RU-KRS"), ("Sudzha", "RU-KRS"), ("Shebekino", "RU-BEL")),
        *(("Krasnoarmeysk", "UA-14"), ("Ugledar", "UA-14"), ("Kupyansk", "UA-63"), ("Kupiansk", "UA-63")),
        *(("Krivoy Rog", "UA-12"), ("Kryvyi Rih", "UA-12"), ("Severodonetsk", "UA-09")),
    ],
)
def test_a_town_in_russian_and_ukrainian_spelling(spelling: str, region: str) -> None:
    assert regions(f"Shells fell near {spelling} on Monday.") == [region]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Drones circled the Zaporizhzhia nuclear plant.", ["UA-23"]),
        ("A fire was put out at the Sudzha gas metering station.", ["RU-KRS"]),
        ("The Ilsky refinery stood still.", ["RU-KDA"]),
        ("A tanker was hit off Cape Tarkhankut.", ["UA-43"]),
        ("Ships were damaged at Ust-Luga.", ["RU-LEN"]),
        ("Debris fell near the Chornobyl plant.", ["UA-32"]),
        ("Debris fell near Kyiv.", ["UA-32"]),
        ("Debris fell near Moscow.", ["RU-MOS"]),
        ("Drones flew towards the Ukrainian capital.", ["UA-30"]),
        ("Shells fell on the Graivoronsky district.", ["RU-BEL"]),
        ("Fighting was heaviest in the Pokrovsk direction.", ["UA-14"]),
        ("Attacks went on in the Lyman and Siversk sectors.", ["UA-14"]),
        ("Shells fell on the Klimovsky district.", ["RU-BRY"]),
    ],
)
def test_installations_sectors_and_districts(text: str, expected: list[str]) -> None:
    assert regions(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Vladimir Putin spoke first.",
        "Andriy Kovalenko denied it.",
        "Mr Orlov said nothing about it.",
        "Colonel Suvorov counted nine drones.",
        "Victoria Nuland had resigned by then.",
        "The paper Ukrainska Pravda had it first.",
        "He told the Kyiv Independent so.",
        "The Moscow Times reported it.",
        "The Minsk agreements forbid heavy guns.",
        "It began at six, Moscow time.",
        "A ship of the Black Sea Fleet left port.",
        "The mayor spoke on May 9 of progress and peace.",
        "Police closed the bar.",
        "A Pantsir battery fired.",
    ],
)
def test_what_is_no_place(text: str) -> None:
    assert regions(text) in ([], [None])


def test_a_name_used_for_a_person_is_that_person_to_the_end() -> None:
    found = mentions("The analyst Denys Romanivka wrote of a raid. Romanivka added no details.")
    assert [m.region for m in found] == []


@pytest.mark.parametrize(
    ("text", "name", "use"),
    [
        ("Kyiv said that the depot was empty.", "Kyiv", "government"),
        ("Missiles hit the cabinet of ministers in Kyiv.", "Kyiv", "location"),
        ("The cabinet of ministers in Kyiv denied it.", "Kyiv", "government"),
        ("Moscow and Kyiv accuse each other of the raid.", "Moscow", "government"),
        ("Drones of the Kyiv regime fell on the field.", "Kyiv", "government"),
        ("The ministry in Moscow reported four raids.", "Moscow", "government"),
        ("Moscow's troops shelled the village.", "Moscow", "government"),
        ("The Moscow-appointed mayor spoke.", "Moscow", "government"),
        ("Missiles hit Kyiv overnight.", "Kyiv", "location"),
        ("Kyiv was shelled at dawn.", "Kyiv", "location"),
        ("Blasts were heard over Moscow.", "Moscow", "location"),
        ("An attack on Kyiv killed two.", "Kyiv", "location"),
        ("The outskirts of Kyiv were hit.", "Kyiv", "location"),
        ("The governor of the Kursk region denied it.", "Kursk", "office"),
        ("Belgorod's governor spoke of nine drones.", "Belgorod", "office"),
        ("Kharkiv mayor Ihor Lysenko spoke.", "Kharkiv", "office"),
        ("KHARKIV, May 3 (Agency) - Two homes burned.", "KHARKIV", "dateline"),
        ("KYIV, May 3 (Agency) - Two homes burned.", "KYIV", "dateline"),
        ("Ternopil, Ivano-Frankivsk and Rivne lost power.", "Ternopil", "location"),
        ("They blamed units based on the Belgorod-Kharkiv highway.", "Kharkiv", "location"),
    ],
)
def test_what_a_name_is_used_for(text: str, name: str, use: str) -> None:
    assert use_of(text, name) == use


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The village of Novopavlivka, Dnipropetrovsk region, was hit.", ["UA-12"]),
        ("In the Mykolaiv region a farm in Novopavlivka burned.", ["UA-48"]),
        ("Lyman was shelled.\n\nIt lies in the Kharkiv region.", ["UA-63"]),
        ("Fires burned in Pervomaisk. Luhansk had no power.", ["UA-09"]),
    ],
)
def test_an_ambiguous_name_is_what_the_text_speaks_of(text: str, expected: list[str]) -> None:
    assert regions(text) == expected


def test_a_name_that_nothing_settles_has_no_region() -> None:
    (found,) = mentions("A house burned in Mykolaivka.")
    assert found.region is None


def test_a_city_is_not_moved_by_the_regions_around_it() -> None:
    assert regions("Drones hit Odesa and the Sumy region.") == ["UA-51", "UA-59"]


@pytest.mark.parametrize(
    ("text", "conflict", "expected"),
    [
        ("Shells hit Poonch, in Jammu and Kashmir.", "india-pakistan", ["IN-JK"]),
        ("Camps were hit in Pakistan's Punjab province.", "india-pakistan", ["PK-PB"]),
        ("Lights went out in Rajasthan and Punjab.", "india-pakistan", ["IN-PB", "IN-RJ"]),
        ("Fire was traded in Azad Kashmir.", "india-pakistan", ["PK-JK"]),
        ("A drone fell near Bint Jbeil in southern Lebanon.", "israel-lebanon", [None, "LB-NA"]),
        ("Rockets fell on Kiryat Shmona.", "israel-lebanon", ["IL-Z"]),
        ("Tanks entered Rafah in the Gaza Strip.", "israel-gaza", [None, "PS-RFH"]),
        ("Tents burned in Khan Younis.", "israel-gaza", ["PS-KYS"]),
        ("Guns fired from the Goris district.", "armenia-azerbaijan", ["AM-SU"]),
        ("Shells hit the Tovuz district.", "armenia-azerbaijan", ["AZ-TOV"]),
        ("Drones struck El Fasher and Port Sudan.", "sudan", ["SD-DN", "SD-RS"]),
        ("Rockets landed in Sisaket province.", "thailand-cambodia", ["TH-33"]),
        ("Shells fell near the Preah Vihear temple.", "thailand-cambodia", ["KH-13"]),
        ("Fighters took Walikale in North Kivu.", "drc-m23", ["CD-NK"]),
        ("Raids hit Hodeidah and Saada in Yemen.", "world", ["YE-HU", "YE-SD"]),
        ("Jets bombed Isfahan, in Iran.", "world", ["IR-10"]),
        ("Tankers burned in Bandar Abbas, Iran.", "world", ["IR-22"]),
        ("A base in Texas was closed.", "world", ["US-TX"]),
        ("Shells hit the market of Tora.", "sudan", ["SD-DN"]),
        ("Drones fell at the Adre border crossing in West Darfur.", "sudan", ["SD-DW"]),
        ("A drone fell on Hajj Yousif.", "sudan", ["SD-KH"]),
        ("Troops stormed Kibirizi and Bibangwa.", "drc-m23", ["CD-NK", "CD-SK"]),
        ("A blast shook Faj Attan.", "yemen", ["YE-SA"]),
        ("Rockets hit the port at Ras Kathib.", "yemen", ["YE-HU"]),
        ("Jets bombed the airport at Benina.", "libya", ["LY-BA"]),
        ("Shells fell on Qantara and Khalde.", "israel-lebanon", ["LB-JL", "LB-NA"]),
        ("They shelled Walgha from the hills.", "syria", ["SY-SU"]),
        ("A rocket fell at al-Ahli Arab Hospital.", "israel-gaza", ["PS-GZA"]),
        ("Guns on the ridge hit the Neelum-Jhelum dam.", "india-pakistan", ["PK-JK"]),
        ("A patrol came under fire at the Hakari bridge.", "armenia-azerbaijan", ["AZ-LAC"]),
        ("Rockets hit Chong Sai Taku.", "thailand-cambodia", ["TH-31"]),
        ("Mortars struck Khas Kunar and Teri Mangal.", "afghanistan-pakistan", ["AF-KNR", "PK-KP"]),
        ("In Ethiopia shells hit Zalambessa and Wolkait.", "world", ["ET-TI"]),
        ("Drones hit the Nevinnomyssk Azot works.", "ukraine", ["RU-STA"]),
    ],
)
def test_other_conflicts(text: str, conflict: str, expected: list[str]) -> None:
    assert regions(text, conflict) == expected


def test_region_of_a_name() -> None:
    gazetteer = read_gazetteer(CONFLICTS / "ukraine")
    found = {name: gazetteer.region_of(name) for name in ("Belgorod", "Kharkov", "Tatarstan", "Nowhere")}
    assert {name: region and (region.code, region.country) for name, region in found.items()} == {
        "Belgorod": ("RU-BEL", "RU"),
        "Kharkov": ("UA-63", "UA"),
        "Tatarstan": ("RU-TA", "RU"),
        "Nowhere": None,
    }


def test_a_mention_has_its_words_and_point() -> None:
    doc = load_model()("Two shells landed in Sudzha.")
    (found,) = place_mentions(doc, read_gazetteer(CONFLICTS / "ukraine"))
    assert doc[found.start : found.end].text == found.name == "Sudzha"
    assert (round(found.latitude or 0), round(found.longitude or 0)) == (51, 35)


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_files_of_a_conflict_hold_together(folder: str) -> None:
    gazetteer = read_gazetteer(CONFLICTS / folder)
    assert all(region.code.startswith(f"{region.country}-") for region in gazetteer.regions.values())
    for place in gazetteer.places:
        assert place.latitude is None or abs(place.latitude) <= 90
        assert place.longitude is None or abs(place.longitude) <= 180


def test_every_region_of_both_countries_is_there_with_a_point() -> None:
    gazetteer = read_gazetteer(CONFLICTS / "ukraine")
    assert sum(region.country == "UA" for region in gazetteer.regions.values()) == 27
    assert sum(region.country == "RU" for region in gazetteer.regions.values()) == 83
    assert all(region.latitude is not None for region in gazetteer.regions.values())


def small_gazetteer(folder: Path, places: str) -> Gazetteer:
    folder.mkdir(exist_ok=True)
    (folder / "regions.csv").write_text(
        "code,name,latitude,longitude,names,stems\nUA-14,Donetsk,48,38,,Donetsk\n"
    )
    (folder / "places.csv").write_text("name,region,kind,latitude,longitude,weight,names\n" + places)
    return read_gazetteer(folder)


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("Lyman,UA-99,town,1,2,3,\n", "row 'Lyman': the region 'UA-99' is not in regions.csv"),
        ("Lyman,UA-14,hamlet,1,2,3,\n", "row 'Lyman': the kind 'hamlet' is none of"),
        ("Lyman,UA-14,town,north,2,3,\n", "row 'Lyman': 'north' is not a number"),
        ("Lyman,UA-14\n", "row 'Lyman': has not as many fields"),
    ],
)
def test_a_wrong_row_is_named(tmp_path: Path, row: str, problem: str) -> None:
    with pytest.raises(GazetteerError, match=problem.replace("(", r"\(")):
        small_gazetteer(tmp_path / "x", row)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match=r"regions\.csv: there is no such file"):
        read_gazetteer(tmp_path)


def test_a_row_by_hand_replaces_or_stands_beside(tmp_path: Path) -> None:
    header = "name,region,kind,latitude,longitude,weight,names\n"
    tmp_path.joinpath("c").mkdir()
    (tmp_path / "c" / "more_places.csv").write_text(f"{header}Lyman,UA-14,installation,1,2,,\n")
    gazetteer = small_gazetteer(tmp_path / "c", "Lyman,UA-14,town,1,2,9000,\n")
    assert [place.kind for place in gazetteer.by_name["lyman"]] == ["installation"]


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="KyivMoscw region,.-'’\n\u200fÜ🙂", max_size=60))
def test_any_text_gives_ordered_mentions(text: str) -> None:
    found = mentions(text)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_slavic_spellings_meet() -> None:
    assert loosen(fold("Avdiyivka")) == loosen(fold("Avdiivka"))
    assert loosen(fold("Zaporizhzhya")) == loosen(fold("Zaporizhzhia"))


@pytest.mark.parametrize(
    ("text", "conflict", "expected"),
    [
        ("A convoy was hit at Al-Koma.", "sudan", ["SD-DN"]),
        ("A convoy was hit at Umm Kaddada.", "sudan", ["SD-DN"]),
        ("A tank fired on Al-Labbouneh.", "israel-lebanon", ["LB-JA"]),
        ("Shells fell on Beit Leef and Qfar Kila at noon.", "israel-lebanon", ["LB-NA"]),
        ("Fighters shelled Al Dhabab again.", "yemen", ["YE-TA"]),
        ("Gunmen stormed Sanamayn.", "syria", ["SY-DR"]),
        ("Dhabab spoke first.", "yemen", []),
    ],
)
def test_arabic_spellings_meet_but_make_no_place_of_a_person(
    text: str, conflict: str, expected: list[str]
) -> None:
    assert regions(text, conflict) == expected


def test_what_follows_a_name_is_no_article_of_it() -> None:
    assert loosen_arabic("rafah at") == "rafah at"
    assert loosen_arabic("al koma") == loosen_arabic("kawmah")


def test_a_temple_both_claim_lies_where_its_spelling_or_its_neighbour_puts_it() -> None:
    assert regions("Guns fired near Ta Moan Thom.", "thailand-cambodia") == ["KH-22"]
    assert regions("Guns fired near Ta Muen Thom.", "thailand-cambodia") == ["TH-32"]
    assert regions("Guns fired near Ta Moan Thom in Surin.", "thailand-cambodia") == ["TH-32"]


def test_the_credit_stands_in_the_built_files() -> None:
    for folder in FOLDERS:
        assert "GeoNames" in (CONFLICTS / folder / "places.csv").read_text(encoding="utf-8").splitlines()[0]
        rows = list(read_rows(CONFLICTS / folder / "places.csv", ("name",)))
        assert (
            len(rows) == len(list(csv.reader((CONFLICTS / folder / "places.csv").open(encoding="utf-8")))) - 2
        )
