"""Who says it: several voices in a sentence, chains, quotations, pronouns, joint speakers, answers of all sorts."""

import pytest

from tests.claim_cases import Case, admits, alleges, case, denies

SEVERAL = [
    case(
        "while one the other",
        "While India maintained that Pakistani troops had opened fire first, Pakistan denied the charge and instead "
        "blamed Indian guns for the shelling of two villages.",
        alleges("India", "Pakistan", "strike"),
        denies("Pakistan", "Pakistan", "strike"),
        alleges("Pakistan", "India", "strike"),
        when="india-pakistan",
    ),
    case(
        "denied and accused",
        "Moscow denied striking the substation and accused Kyiv of shelling a power line in the Belgorod region.",
        denies("Russia", "Russia", "energy", regions=""),
        alleges("Russia", "Ukraine", "energy", regions="RU-BEL"),
    ),
    case(
        "one says the other rejects",
        "Armenia said Azerbaijani units had fired on its posts, a claim that Baku rejected.",
        alleges("Armenia", "Azerbaijan", "strike"),
        denies("Azerbaijan", "Azerbaijan", "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "but",
        "Ukraine said Russian drones had hit a gas depot near Poltava, but Moscow said its forces had struck no "
        "energy sites.",
        alleges("Ukraine", "Russia", "energy", regions="UA-53"),
        denies("Russia", "Russia", "energy", regions=""),
    ),
    case(
        "two accusers",
        "Israel accused Hezbollah of firing two rockets across the border, and the Lebanese army accused Israel of "
        "shelling the outskirts of Khiam.",
        alleges("Israel", "Hezbollah", "strike", count=2, unit="rockets"),
        alleges("Lebanon", "Israel", "strike", count=None, regions="LB-NA"),
        when="israel-lebanon",
    ),
    case(
        "hours after",
        "Kyiv accused Moscow of attacking a hydroelectric plant hours after the Kremlin said Ukrainian drones had "
        "damaged a pumping station.",
        alleges("Ukraine", "Russia", "energy"),
        alleges("Russia", "Ukraine", "energy"),
    ),
]

PLACED = [
    case(
        "inserted after a speaker",
        "Russia's defence ministry reported on the night. Ukrainian drones, the ministry said, had attacked a gas "
        "compressor station in the Kursk region.",
        alleges("Russia", "Ukraine", "energy", regions="RU-KRS"),
    ),
    case(
        "trailing",
        "Russian missiles hit a thermal power plant in the Kharkiv region overnight, Ukraine's energy ministry said.",
        alleges("Ukraine", "Russia", "energy", regions="UA-63", days="04-03 04-04"),
    ),
    case(
        "trailing according to",
        "Indian troops fired mortar shells at a village near the Line of Control, according to Pakistan's army.",
        alleges("Pakistan", "India", "strike"),
        when="india-pakistan",
    ),
    case(
        "leading according to",
        "According to the Azerbaijani defence ministry, Armenian units shelled its positions twice.",
        alleges("Azerbaijan", "Armenia", "strike", count=2),
        when="armenia-azerbaijan",
    ),
    case(
        "trailing with an adverb clause",
        "Three Ukrainian drones struck a fuel depot in the Voronezh region, governor Alexander Gusev wrote on Telegram.",
        alleges("Russia", "Ukraine", "energy", regions="RU-VOR", count=3, unit="drones"),
    ),
]

CHAINS = [
    case(
        "a source in brackets told",
        "Ukrainian drones struck a refinery in the Samara region on 2 April, a source in Ukraine's security service "
        "(SBU) told a newspaper.",
        admits("Ukraine", "energy", regions="RU-SAM"),
    ),
    case(
        "an agency cites a ministry",
        "Interfax cited the Russian defence ministry as saying that Ukraine had attacked a gas metering station.",
        alleges("Russia", "Ukraine", "energy", via="Interfax", speaker="the Russian defence ministry"),
    ),
    case(
        "an agency reports citing",
        "Indian troops shelled a market, Reuters reported, citing the Pakistani army.",
        alleges("Pakistan", "India", "strike", via="Reuters"),
        when="india-pakistan",
    ),
    case(
        "a president on a commander's report",
        "According to a report by the commander-in-chief, Russian troops had carried out 19 attacks by noon, "
        "Zelensky wrote.",
        alleges("Ukraine", "Russia", "strike", count=19),
    ),
    case(
        "an agency's own words",
        "TASS quoted the governor of the Belgorod region as saying Ukrainian shells had cut a power line.",
        alleges("Russia", "Ukraine", "energy", regions="RU-BEL", via="TASS"),
    ),
    case(
        "a minister on the army",
        "The Lebanese prime minister said the army had told him of three Israeli raids.",
        alleges("Lebanon", "Israel", "strike", count=3),
        when="israel-lebanon",
    ),
    case(
        "said in a statement carried by",
        "Azerbaijan's defence ministry said in a statement carried by state news agency Azertag that Armenian forces "
        "had shelled its trenches.",
        alleges("Azerbaijan", "Armenia", "strike"),
        when="armenia-azerbaijan",
    ),
]

QUOTATIONS = [
    case(
        "closed a paragraph later",
        "Source: Ukraine's general staff\n\nQuote: \"The Russian statement is false.\n\nUkrainian forces have not "
        'struck gas pipelines in the Kursk region."\n\nDetails: The staff wrote this on Facebook.',
        denies("Ukraine", "Ukraine", "energy", regions="RU-KRS"),
    ),
    case(
        "over two sentences",
        '"Russian drones struck a substation in the Sumy region," Ukraine\'s energy ministry said. "In the evening '
        'they also hit a gas facility in the Poltava region."',
        alleges("Ukraine", "Russia", "energy", regions="UA-59"),
        alleges("Ukraine", "Russia", "energy", regions="UA-53"),
    ),
    case(
        "over two paragraphs",
        "Pakistan's army spokesman spoke to reporters.\n\n“Indian troops fired on a school bus. \n\n“They also shelled "
        "a market in the same village,” he said.",
        alleges("Pakistan", "India", "strike"),
        alleges("Pakistan", "India", "strike"),
        when="india-pakistan",
    ),
    case(
        "colon and quotation",
        "Governor Vyacheslav Gladkov wrote: “A Ukrainian drone attacked a transformer in the village of Urazovo.”",
        alleges("Russia", "Ukraine", "energy"),
    ),
    case(
        "colon without quotation marks",
        "Russia's defence ministry: Ukrainian drones hit a power line in the Rostov region.",
        alleges("Russia", "Ukraine", "energy", regions="RU-ROS"),
    ),
    case(
        "cue in the middle",
        '"The enemy," the Ukrainian governor said, "attacked two power lines during the night."',
        alleges("Ukraine", "Russia", "energy"),
    ),
    case(
        "the speaker in the sentence before",
        "Zelensky condemned the night's attacks. “Russian drones hit a boiler house in Kherson.”",
        alleges("Ukraine", "Russia", "energy", regions="UA-65"),
    ),
    case(
        "single marks",
        "‘Israeli tanks fired on farmers near Khiam,’ a Hezbollah official said.",
        alleges("Hezbollah", "Israel", "strike"),
        when="israel-lebanon",
    ),
]

STANDING_FOR = [
    case(
        "he",
        "Pakistan's foreign minister summoned the Indian envoy. He said Indian artillery had shelled three villages.",
        alleges("Pakistan", "India", "strike"),
        when="india-pakistan",
    ),
    case(
        "the ministry",
        "Ukraine's energy ministry met in the morning. The ministry said Russian shelling had damaged a substation.",
        alleges("Ukraine", "Russia", "energy"),
    ),
    case(
        "the group",
        "Hezbollah issued a statement in the evening. The group said Israeli drones had attacked a car near Tyre.",
        alleges("Hezbollah", "Israel", "strike"),
        when="israel-lebanon",
    ),
    case(
        "it in the next sentence",
        "Russia's defence ministry published its daily bulletin. It said Ukraine had attacked a gas pipeline in the "
        "Kursk region.",
        alleges("Russia", "Ukraine", "energy", regions="RU-KRS"),
    ),
    case(
        "a surname",
        "Defence ministry spokesman Shushan Stepanyan held a briefing in Yerevan. Stepanyan said Azerbaijani guns had "
        "fired on a village.",
        alleges("Armenia", "Azerbaijan", "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "they of both",
        "The Indian and Pakistani armies met at the crossing. The Pakistani side said it had been fired upon by Indian "
        "posts.",
        alleges("Pakistan", "India", "strike"),
        when="india-pakistan",
    ),
]

NAMES = [
    case(
        "capitals",
        "Moscow said Kyiv had struck a refinery in the Krasnodar region.",
        alleges("Russia", "Ukraine", "energy", regions="RU-KDA"),
    ),
    case(
        "the Kyiv regime",
        "The Kyiv regime attacked a gas station at Sudzha, the Russian defence ministry said.",
        alleges("Russia", "Ukraine", "energy", regions="RU-KRS"),
    ),
    case(
        "the enemy of a Ukrainian",
        "The enemy shelled a substation in Nikopol, the head of the Dnipropetrovsk regional administration said.",
        alleges("Ukraine", "Russia", "energy", regions="UA-12"),
    ),
    case(
        "the enemy of a Russian",
        "The enemy shelled a substation in Shebekino, the governor of the Belgorod region said.",
        alleges("Russia", "Ukraine", "energy", regions="RU-BEL"),
    ),
    case(
        "occupation forces",
        "Occupation forces struck a boiler house in Kherson, the Ukrainian regional administration reported.",
        alleges("Ukraine", "Russia", "energy", regions="UA-65"),
    ),
    case(
        "an official installed by the occupier",
        "The Russian-installed head of the Kherson region, Vladimir Saldo, said Ukrainian shells had hit a transformer.",
        alleges("Russia", "Ukraine", "energy"),
    ),
    case(
        "state company",
        "Ukrenergo said Russian missiles had damaged two of its substations.",
        alleges("Ukraine", "Russia", "energy"),
    ),
    case(
        "the occupier",
        "Hezbollah said the occupation army had shelled the outskirts of Kfar Kila.",
        alleges("Hezbollah", "Israel", "strike"),
        when="israel-lebanon",
    ),
]

JOINT = [
    case(
        "two speakers",
        "Hezbollah and the Lebanese army said Israeli jets had bombed a bridge.",
        alleges("Hezbollah", "Israel", "strike"),
        alleges("Lebanon", "Israel", "strike"),
        when="israel-lebanon",
    ),
    case(
        "as well as",
        "The Ukrainian army as well as the Russian side traded accusations of strikes on power plants.",
        alleges("Russia", "Ukraine", "energy"),
        alleges("Ukraine", "Russia", "energy"),
    ),
    case(
        "two accused",
        "Israel said Hezbollah and Hamas had fired rockets at its northern towns.",
        alleges("Israel", "Hezbollah", "strike"),
        alleges("Israel", "Hamas", "strike"),
        when="israel-lebanon",
    ),
    case(
        "each other",
        "Armenia and Azerbaijan accused each other of shelling border villages.",
        alleges("Armenia", "Azerbaijan", "strike"),
        alleges("Azerbaijan", "Armenia", "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "both sides",
        "India and Pakistan exchanged protests. Both sides accused one another of breaking the ceasefire.",
        alleges("India", "Pakistan", "breach"),
        alleges("Pakistan", "India", "breach"),
        when="india-pakistan",
    ),
    case(
        "a state's warring sides",
        "Talks between Kyiv and Moscow broke up. Europe's warring sides accused each other of attacks on power stations.",
        alleges("Russia", "Ukraine", "energy"),
        alleges("Ukraine", "Russia", "energy"),
    ),
    case(
        "each side the other",
        "Kyiv and Moscow have traded charges all week, each saying the other had struck energy sites.",
        alleges("Russia", "Ukraine", "energy"),
        alleges("Ukraine", "Russia", "energy"),
    ),
    case(
        "traded accusations",
        "Russia and Ukraine traded accusations of strikes on power plants on Friday.",
        alleges("Russia", "Ukraine", "energy"),
        alleges("Ukraine", "Russia", "energy"),
    ),
]


@pytest.mark.parametrize("one", [*SEVERAL, *PLACED, *CHAINS, *QUOTATIONS, *STANDING_FOR, *NAMES, *JOINT])
def test_who_says_it_of_whom(one: Case) -> None:
    assert one.found() == one.wanted()
