"""What, where, when and how often: targets, tallies, numbers, days, places, and what the layout of a page does to a text."""

import json

import pytest

from pipeline.predict import answer
from tests.claim_cases import Case, admits, alleges, case, denies

TARGETS = [
    case(
        "a depot, hit by",
        "Firefighters were pouring foam on an oil depot in the Krasnodar region, hit by what Moscow says were "
        "Ukrainian drones.",
        alleges("Russia", "Ukraine", "energy"),
    ),
    case(
        "its sites",
        "Naftogaz reported that Russian drones had struck one of its production sites in the Poltava region.",
        alleges("Ukraine", "Russia", "energy"),
    ),
    case(
        "what a claim told in a place",
        "Asked about Zelensky's assertion in Paris that Russian guns had shelled a power plant in Kherson, a Kremlin "
        "spokesman said that it was a lie.",
        alleges("Ukraine", "Russia", "energy"),
        denies("Russia", "Russia", "energy"),
    ),
    case(
        "once the truce was over",
        "Overnight, once the truce was over, Hezbollah sent nine drones into the north, Israel's army said.",
        alleges("Israel", "Hezbollah", "strike", count=9),
        when="israel-lebanon",
    ),
    case(
        "calling it a violation",
        "The ceasefire began last week. An Israeli drone has killed a farmer, Lebanon's army says, calling it a "
        "flagrant violation of the truce.",
        alleges("Lebanon", "Israel", "breach"),
        when="israel-lebanon",
    ),
    case(
        "such strikes",
        "Ukraine attacked substations in Bryansk, Moscow's defence ministry said. Kyiv's army has carried out such "
        "strikes every day since Monday, it said.",
        alleges("Russia", "Ukraine", "energy", regions="RU-BRY"),
        alleges("Russia", "Ukraine", "energy"),
    ),
    case(
        "such attacks on none",
        "Ukraine hit a school in Bryansk, Moscow's defence ministry said. Such attacks by Ukraine go on daily, it said.",
        alleges("Russia", "Ukraine", "strike", regions="RU-BRY"),
        alleges("Russia", "Ukraine", "strike"),
    ),
    case(
        "the shelling of a day",
        "Russia shelled a power plant in Kherson, Ukraine's energy ministry said. Russia denied the attack of Monday.",
        alleges("Ukraine", "Russia", "energy", regions="UA-65"),
        denies("Russia", "Russia", "energy"),
    ),
    case(
        "a station by its place",
        "Rosatom said Ukraine attacked the Kursk nuclear plant. Ukraine attacks the Kursk station on purpose, its head, "
        "Alexei Likhachev, said.",
        alleges("Russia", "Ukraine", "energy", regions="RU-KRS"),
        alleges("Russia", "Ukraine", "energy", regions="RU-KRS"),
    ),
    case(
        "those who run the plant",
        "Ukrainian drones hit the training centre on Sunday, the management of the Kursk nuclear plant said.",
        alleges("Russia", "Ukraine", "energy"),
    ),
    case(
        "a filling station",
        "Cambodian rockets hit a filling station, Thailand's army said.",
        alleges("Thailand", "Cambodia", "energy"),
        when="thailand-cambodia",
    ),
    case(
        "no fuel in the pipe",
        "Russian troops blew up the ammonia pipeline and a water pumping station, Ukraine's army said.",
        alleges("Ukraine", "Russia", "strike"),
    ),
]

TALLIES = [
    case(
        "put at, over the same time",
        "The ceasefire lasted a day. Cambodia's General Staff put the number of Thai violations over the same period at 48.",
        alleges("Cambodia", "Thailand", "breach", count=48),
        when="thailand-cambodia",
    ),
    case(
        "put at, over the same time, the other way round",
        "The ceasefire lasted a day. Thailand's General Staff put the number of Cambodian violations over the same "
        "period at 48.",
        alleges("Thailand", "Cambodia", "breach", count=48),
        when="thailand-cambodia",
    ),
    case(
        "what is answered has a number of its own",
        "The Israeli army said it had hit dozens of Hezbollah posts in response to three rockets fired at Mount Dov.",
        admits("Israel", "strike", count=None),
        alleges("Israel", "Hezbollah", "strike"),
        when="israel-lebanon",
    ),
    case(
        "what is answered has a number of its own, the other way round",
        "Hezbollah fired 40 rockets at Metula in retaliation for two Israeli strikes on Tyre, the group said.",
        admits("Hezbollah", "strike", regions="IL-Z", count=40),
        alleges("Hezbollah", "Israel", "strike", regions="LB-JA"),
        when="israel-lebanon",
    ),
    case(
        "violations with a part",
        "Azerbaijan violated the truce 734 times in a day, with 63 assaults, Armenia's defence ministry said.",
        alleges("Armenia", "Azerbaijan", "breach", count=734),
        when="armenia-azerbaijan",
    ),
    case(
        "violations",
        "Pakistan's foreign office said India had committed 2,729 ceasefire violations this year.",
        alleges("Pakistan", "India", "breach", count=2729, unit="violations"),
        when="india-pakistan",
    ),
    case(
        "more than",
        "Ukraine's army said pro-Russian fighters had shelled its positions more than 30 times in 24 hours.",
        alleges("Ukraine", "Russia", "strike", count=30, bound="minimum"),
        when="donbas",
    ),
    case(
        "up to",
        "Up to 40 rockets were fired by Hezbollah, the Israeli army said.",
        alleges("Israel", "Hezbollah", "strike", count=40, bound="maximum"),
        when="israel-lebanon",
    ),
    case(
        "in words",
        "Indian troops had violated the ceasefire twice, Pakistan's army said.",
        alleges("Pakistan", "India", "breach", count=2),
        when="india-pakistan",
    ),
    case(
        "a dozen drones",
        "Ukraine attacked a gas compressor station with a dozen drones, the Russian defence ministry said.",
        alleges("Russia", "Ukraine", "energy", count=12, unit="drones"),
    ),
    case(
        "launched and downed",
        "Russia launched 145 drones overnight, of which 90 were shot down, Ukraine's air force said.",
        alleges("Ukraine", "Russia", "strike", count=145, unit="drones", days="04-03 04-04"),
    ),
]

OTHER_NUMBERS = [
    case(
        "dead",
        "Israeli shelling killed 12 people in Tyre, Lebanon's health ministry said.",
        alleges("Lebanon", "Israel", "strike", count=None),
        when="israel-lebanon",
    ),
    case(
        "of how many it is one",
        "One of the three Ukrainian strikes damaged a substation in Belgorod, the governor said.",
        alleges("Russia", "Ukraine", "energy", count=None, regions="RU-BEL"),
    ),
    case(
        "megawatts",
        "Ukraine said a Russian missile strike had cost it 340 megawatts of power.",
        alleges("Ukraine", "Russia", "energy", count=None),
    ),
    case(
        "length of a truce",
        "Russia broke the 30-day energy truce, Ukraine said.",
        alleges("Ukraine", "Russia", "energy", count=None),
    ),
    case(
        "ordinal",
        "Ukrainian drones attacked the same Russian substation for the fourth time, the Belgorod governor said.",
        alleges("Russia", "Ukraine", "energy", count=None),
    ),
    case(
        "calibre",
        "Armenian units fired 120-millimetre mortars at a village, Azerbaijan's ministry said.",
        alleges("Azerbaijan", "Armenia", "strike", count=None),
        when="armenia-azerbaijan",
    ),
    case(
        "targets",
        "Russian drones hit five substations in the Odesa region, Ukraine's energy ministry said.",
        alleges("Ukraine", "Russia", "energy", count=None, regions="UA-51"),
    ),
    case(
        "hundreds",
        "Kyiv said Moscow had fired hundreds of drones at its cities.",
        alleges("Ukraine", "Russia", "strike", count=None),
    ),
]

DAYS = [
    case(
        "the day on which a statement was put out",
        "Pakistan attacked no base near Jammu, its army said in a statement put out shortly after midnight on Friday.",
        denies("Pakistan", "Pakistan", "strike", days=""),
        when="india-pakistan",
    ),
    case(
        "day of saying",
        "Ukraine on Thursday accused Russia of shelling a power line.",
        alleges("Ukraine", "Russia", "energy", days=""),
    ),
    case(
        "day of the act",
        "Russia's defence ministry said on Friday that Ukraine had hit a gas station on Wednesday.",
        alleges("Russia", "Ukraine", "energy", days="04-02"),
    ),
    case(
        "overnight from the day of saying",
        "Ukraine's air force said on Thursday that Russian drones had attacked a power plant overnight.",
        alleges("Ukraine", "Russia", "energy", days="04-02 04-03"),
    ),
    case(
        "past 24 hours",
        "Over the past 24 hours Indian guns had fired on five villages, Pakistan's army said.",
        alleges("Pakistan", "India", "strike", days="11-12 11-13"),
        when="india-pakistan",
    ),
    case(
        "from midnight to noon",
        "From midnight to noon on Friday Azerbaijani units fired on its posts, Armenia's ministry said.",
        alleges("Armenia", "Azerbaijan", "strike", days="11-13"),
        when="armenia-azerbaijan",
    ),
    case(
        "since early Thursday",
        "Since early Thursday Israeli drones had struck four villages, the Lebanese army said.",
        alleges("Lebanon", "Israel", "strike", days="12-05 12-06"),
        when="israel-lebanon",
    ),
    case(
        "a range",
        "Ukraine attacked energy sites in the Kursk region between 25 and 27 March, Moscow said.",
        alleges("Russia", "Ukraine", "energy", regions="RU-KRS", days="03-25 03-27"),
    ),
    case(
        "a date in figures",
        "On 2 April Ukrainian drones attacked a transformer in the Bryansk region, Russia's defence ministry said.",
        alleges("Russia", "Ukraine", "energy", regions="RU-BRY", days="04-02"),
    ),
    case(
        "this week",
        "Kyiv said Russia had struck its power grid twice this week.",
        alleges("Ukraine", "Russia", "energy", count=2, days="03-31 04-04"),
    ),
    case(
        "a dated declaration",
        "Baku accused Armenia of breaking the 9 November declaration and shelling a post.",
        alleges("Azerbaijan", "Armenia", "breach", days=""),
        when="armenia-azerbaijan",
    ),
    case(
        "the day of the truce",
        "Russia broke the energy truce of 18 March, Ukraine said.",
        alleges("Ukraine", "Russia", "energy", days=""),
    ),
]

PLACES = [
    case(
        "the place of a briefing is not the act's",
        "Indian guns shelled a village, Pakistan's army spokesman told reporters in Rawalpindi.",
        alleges("Pakistan", "India", "strike", regions=""),
        when="india-pakistan",
    ),
    case(
        "a town in a region",
        "Ukraine said Russian guns had shelled a substation in Nikopol.",
        alleges("Ukraine", "Russia", "energy", regions="UA-12"),
    ),
    case(
        "a Russian spelling",
        "Ukrainian drones attacked a power line near Energodar, the Russian-installed authorities said.",
        alleges("Russia", "Ukraine", "energy", regions="UA-23"),
    ),
    case(
        "a Ukrainian spelling",
        "Russian drones attacked a boiler house in Mykolaiv, Ukraine's interior ministry said.",
        alleges("Ukraine", "Russia", "energy", regions="UA-48"),
    ),
    case(
        "an old spelling",
        "Ukrainian units shelled a transformer in Kharkov region from their own trenches, a Russian official claimed.",
        alleges("Russia", "Ukraine", "energy", regions="UA-63"),
    ),
    case(
        "two regions",
        "Ukraine hit power lines in the Bryansk and Belgorod regions, Moscow said.",
        alleges("Russia", "Ukraine", "energy", regions="RU-BEL RU-BRY"),
    ),
    case(
        "the speaker's place is not the act's",
        "Speaking in Odesa, Zelensky said Russian missiles had hit a power plant in the Kharkiv region.",
        alleges("Ukraine", "Russia", "energy", regions="UA-63"),
    ),
    case(
        "where a spokesman sits",
        "The spokesman of the self-proclaimed Luhansk republic said Ukrainian guns had shelled a power line.",
        alleges("Russia", "Ukraine", "energy", regions=""),
    ),
    case(
        "what a governor governs",
        "The governor of the Samara region said a refinery there had been attacked by Ukrainian drones.",
        alleges("Russia", "Ukraine", "energy", regions="RU-SAM"),
    ),
    case(
        "south of a place",
        "Ukraine said its drones had struck a refinery in Russia's Tula region, south of Moscow.",
        admits("Ukraine", "energy", regions="RU-TUL"),
    ),
    case(
        "Crimea",
        "A Ukrainian drone struck a gas facility on Crimea's western cape, the Russian defence ministry said.",
        alleges("Russia", "Ukraine", "energy", regions="UA-43"),
    ),
]

LAYOUT = [
    case(
        "dateline",
        "KYIV, April 4 (Wire) - Russian drones struck a substation in the Sumy region, Ukraine's energy ministry said.",
        alleges("Ukraine", "Russia", "energy", regions="UA-59"),
    ),
    case(
        "a place and a colon",
        "ISLAMABAD: Three men died as Indian shells hit a farm on Friday.",
        when="india-pakistan",
    ),
    case(
        "a long heading without a mark",
        "Read here: how the two armies came to sign the truce at the border crossing on that cold morning\n"
        "Indian troops shelled a farm near the crossing on Friday and hurt two of its workers, Pakistan's army said.",
        alleges("Pakistan", "India", "strike"),
        when="india-pakistan",
    ),
    case(
        "caption and read more",
        "A damaged transformer is seen after a Russian attack. Photo: Press office\n\n"
        "Read more: Russia attacks substation, ministry says\n\n"
        "Russian guns shelled a substation in Nikopol, Ukraine's energy ministry said.",
        alleges("Ukraine", "Russia", "energy", regions="UA-12"),
    ),
    case(
        "source and details",
        "Source: Ukraine's energy ministry\n\nDetails: Russian drones struck a gas facility in the Poltava region.",
        alleges("Ukraine", "Russia", "energy", regions="UA-53"),
    ),
    case(
        "all-in-capitals",
        "UKRAINE ATTACKED A GAS STATION IN THE KURSK REGION, RUSSIA'S DEFENCE MINISTRY SAID.",
        alleges("Russia", "Ukraine", "energy", regions="RU-KRS"),
    ),
    case(
        "mixed quotation marks",
        "“Indian troops fired on a village\", Pakistan's army spokesman said.",
        alleges("Pakistan", "India", "strike"),
        when="india-pakistan",
    ),
    case(
        "an unclosed quotation mark",
        "“Ukrainian drones attacked a gas station, Russia's defence ministry said. Kyiv denied striking it.",
        alleges("Russia", "Ukraine", "energy"),
        denies("Ukraine", "Ukraine", "energy"),
    ),
    case(
        "hard line wraps",
        "Israeli jets bombed a bridge near\nTyre on Thursday, the Lebanese army\nsaid in a statement.",
        alleges("Lebanon", "Israel", "strike", days="12-05"),
        when="israel-lebanon",
    ),
    case(
        "a list of items",
        "Russia's defence ministry gave details of the attacks by Ukraine:\n"
        "- a drone hit a power line in the Bryansk region;\n"
        "- shells damaged a transformer in the Belgorod region.",
        alleges("Russia", "Ukraine", "energy", regions="RU-BRY"),
        alleges("Russia", "Ukraine", "energy", regions="RU-BEL"),
    ),
    case(
        "nothing but a heading",
        "Cold spell expected in the north\n\nSchools will open late on Monday.",
    ),
]


@pytest.mark.parametrize("one", [*TARGETS, *TALLIES, *OTHER_NUMBERS, *DAYS, *PLACES, *LAYOUT])
def test_where_when_and_how_often(one: Case) -> None:
    assert one.found() == one.wanted()


@pytest.mark.parametrize(
    ("published", "category"),
    [
        ("2025-10-20", "energy_strike"),  # a truce around the nuclear plant alone
        ("2025-10-30", "energy_strike"),  # over for a week
        ("2025-04-20", "ceasefire_violation"),  # a truce of all arms, beside the one on energy
        ("2025-12-20", "ceasefire_violation"),  # none
    ],
)
def test_what_the_truce_covers_is_told_by_the_day_of_publication(published: str, category: str) -> None:
    text = "The Kremlin's spokesman told reporters that Ukraine had broken the truce."
    line = {"id": "a", "text": text, "published": published, "conflict": "ukraine"}
    found = answer(("here", json.dumps(line).encode()), "claims").output
    assert found and [claim["category"] for claim in found["claims"]] == [category]


@pytest.mark.parametrize(
    ("named", "category"),
    [("halt to strikes on energy", "energy_strike"), ("Easter truce", "ceasefire_violation")],
)
def test_what_the_truce_covers_is_told_by_the_sentence_before(named: str, category: str) -> None:
    text = f"The {named} was over on Monday. Russia counted twenty Ukrainian breaches while it lasted."
    line = {"id": "a", "text": text, "published": "2025-04-23", "conflict": "ukraine"}
    found = answer(("here", json.dumps(line).encode()), "claims").output
    assert found and [claim["category"] for claim in found["claims"]] == [category]
