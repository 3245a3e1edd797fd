"""Turns by which reports charge and answer: protests, blame traded, a part denied, titles, who is quoted."""

import pytest

from tests.claim_cases import Case, admits, alleges, case, denies

CHARGING = [
    case(
        "thwarted",
        "Sudan's army said it had thwarted a drone attack by the RSF on El Fasher.",
        alleges("Sudan", "RSF", "strike", regions="SD-DN"),
        when="sudan",
    ),
    case(
        "deaths in a village blamed on two",
        "Congo's military blamed the deaths in Kishishe village on Rwandan forces and the M23.",
        alleges("DR Congo", "Rwanda", "strike"),
        alleges("DR Congo", "M23", "strike"),
        when="drc-m23",
    ),
    case(
        "summoned to protest",
        "Pakistan on Tuesday summoned the Indian envoy to protest against alleged ceasefire violations by Indian troops.",
        alleges("Pakistan", "India", "breach"),
        when="india-pakistan",
    ),
    case(
        "to lodge a protest",
        "India summoned a Pakistani diplomat to lodge a protest over ceasefire violations by the Pakistani army.",
        alleges("India", "Pakistan", "breach"),
        when="india-pakistan",
    ),
    case(
        "charged the spokesman",
        "The Congolese army has attacked rebel posts near Kitshanga, ending a truce, charged the M23 spokesman.",
        alleges("M23", "DR Congo", "breach", regions="CD-NK"),
        when="drc-m23",
    ),
    case(
        "blame traded as fighting broke out",
        "Ukraine and Russia have traded blame as fighting broke out, ending a truce.",
        alleges("Ukraine", "Russia", "energy"),
        alleges("Russia", "Ukraine", "energy"),
    ),
    case(
        "accusations traded over damage",
        "Russia and Ukraine traded accusations over damage to a power line.",
        alleges("Russia", "Ukraine", "energy"),
        alleges("Ukraine", "Russia", "energy"),
    ),
    case(
        "rival forces",
        "Sudan's rival forces accused each other of new violations of the truce.",
        alleges("RSF", "Sudan", "breach"),
        alleges("Sudan", "RSF", "breach"),
        when="sudan",
    ),
    case(
        "adjectives joined",
        "The M23 spokesman accused Burundian and Congolese troops of shelling its posts.",
        alleges("M23", "Burundi", "strike"),
        alleges("M23", "DR Congo", "strike"),
        when="drc-m23",
    ),
    case(
        "failed to respect",
        "Armenia accused the Azerbaijani army of failing to respect the ceasefire.",
        alleges("Armenia", "Azerbaijan", "breach"),
        when="armenia-azerbaijan",
    ),
    case(
        "the second time that it breaks",
        '"This is the second time that Azerbaijan violates the ceasefire," the Armenian Foreign Ministry charged.',
        alleges("Armenia", "Azerbaijan", "breach"),
        when="armenia-azerbaijan",
    ),
    case(
        "responsible for bombing",
        "Sudan's army said RSF fighters were responsible for shelling a camp in el-Fasher.",
        alleges("Sudan", "RSF", "strike", regions="SD-DN"),
        when="sudan",
    ),
    case(
        "operations resumed",
        "Armenia accused Azerbaijan of resuming offensive military operations hours after a ceasefire.",
        alleges("Armenia", "Azerbaijan", "breach"),
        when="armenia-azerbaijan",
    ),
    case(
        "blaming beside it",
        "Saudi Arabia denounced the attacks, saying a tanker had been hit in the strait, and blaming the Houthis.",
        alleges("Saudi Arabia", "Houthis", "strike"),
        when="yemen",
    ),
    case(
        "the resumption of fighting",
        "Hamas blamed Israel for the resumption of military activities.",
        alleges("Hamas", "Israel", "strike"),
        when="israel-gaza",
    ),
    case(
        "whose deeds they are",
        "Zelensky said Russia had paused its strikes on the port.",
    ),
]

ANSWERING = [
    case(
        "keeps to a moratorium on strikes",
        "Russia's Defence Ministry said Moscow was observing the moratorium on strikes against energy facilities.",
        denies("Russia", "Russia", "energy"),
    ),
    case(
        "complies with a ceasefire on attacks",
        "Kyiv said that Ukraine was complying with the ceasefire on attacks on power plants.",
        denies("Ukraine", "Ukraine", "energy"),
    ),
    case(
        "forced to admit",
        "Kyiv was forced to admit that its drones had hit a base.",
        admits("Ukraine", "strike"),
    ),
    case(
        "quick to deny",
        "Moscow was quick to deny that it had struck Sumy.",
        denies("Russia", "Russia", "strike"),
    ),
    case("we hit theirs", '"We hit their depot," a Ukrainian commander said.', admits("Ukraine", "strike")),
    case(
        "the attack was retaliation",
        "Hezbollah said the attack was retaliation for the killing of civilians.",
        admits("Hezbollah", "strike"),
        when="israel-lebanon",
    ),
    case(
        "reports of what it did",
        "Pakistan rejected Indian media reports alleging that it had launched drone attacks on several towns.",
        denies("Pakistan", "Pakistan", "strike"),
        when="india-pakistan",
    ),
    case(
        "a report alleging",
        "The LPR militia denied the report by Ukraine's headquarters alleging that the LPR had shelled Zolote.",
        alleges("Ukraine", "Russia", "strike", regions="UA-09"),
        denies("Russia", "Russia", "strike"),
    ),
    case(
        "no strikes of two kinds",
        "According to the commander of Ukraine's artillery, the Ukrainian army did not launch missile and artillery strikes.",
        denies("Ukraine", "Ukraine", "strike"),
    ),
    case(
        "its claim to have struck",
        "Russia's claim to have struck a depot in Sumy is false, Ukraine's army said.",
        admits("Russia", "strike", regions="UA-59"),
        denies("Ukraine", "Russia", "strike", regions="UA-59"),
    ),
    case(
        "its troops were involved",
        "Russia denied any of its troops were involved in the shelling of Mariupol.",
        denies("Russia", "Russia", "strike", regions="UA-14"),
    ),
    case(
        "involvement in what the article tells",
        "Rockets were fired at Metula on Saturday. Hezbollah denied any involvement.",
        denies("Hezbollah", "Hezbollah", "strike"),
        when="israel-lebanon",
    ),
    case(
        "a statement that asserted",
        "Hamas answered with a statement that asserted it had kept the ceasefire and said Israel had violated it.",
        denies("Hamas", "Hamas", "breach"),
        alleges("Hamas", "Israel", "breach"),
        when="israel-gaza",
    ),
    case(
        "it in half a quotation",
        'The M23 said accusations of a massacre were baseless, insisting that "it has never targeted civilians".',
        denies("M23", "M23", "strike"),
        when="drc-m23",
    ),
    case(
        "the cue in quotation marks",
        'The Kremlin "firmly rejected" accusations by Ukraine that Russian forces had shelled the power plant.',
        alleges("Ukraine", "Russia", "energy"),
        denies("Russia", "Russia", "energy"),
    ),
    case(
        "never would",
        "Congo accused Rwanda of shelling a camp. The Rwandan army would never attack a camp, Rwanda's government said.",
        alleges("DR Congo", "Rwanda", "strike"),
        denies("Rwanda", "Rwanda", "strike"),
        when="drc-m23",
    ),
    case(
        "strikes in response",
        "An Israeli military official said that a wave of strikes on Monday was in response to fire on its soldiers.",
        admits("Israel", "strike"),
        when="israel-gaza",
    ),
    case(
        "their claim of launching",
        "This came after the Houthis' claim of launching a missile toward Israel.",
        admits("Houthis", "strike"),
        when="yemen",
    ),
]

SPEAKING = [
    case(
        "and claimed, of the clause before",
        "Pakistan's army spoke of 28 drones, while New Delhi accused Islamabad of launching raids and claimed it struck Lahore.",
        alleges("India", "Pakistan", "strike"),
        admits("India", "strike", regions="PK-PB"),
        when="india-pakistan",
    ),
    case(
        "they fired at our men",
        '"Our troops barred their way, but they opened fire at our troops," a Ukrainian army spokesman said of the Russians.',
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "a military blogger",
        "Russian military blogger Boris Rozhin said Ukraine had hit a ship in Sevastopol.",
        alleges("Russia", "Ukraine", "strike", regions="UA-40"),
    ),
    case(
        "another voice tells of the truce",
        "Pakistan accused India of breaking the ceasefire, while Indian officials said Pakistani guns had killed a man.",
        alleges("Pakistan", "India", "breach"),
        alleges("India", "Pakistan", "strike"),
        when="india-pakistan",
    ),
    case(
        "a tag of its own",
        '"Our planes carried out four air strikes near Nassama on Friday." GNA spokesman Gununu remarked.',
        admits("GNA", "strike", count=4),
        when="libya",
    ),
    case(
        "and a name beside it",
        "M23 rebels clashed with troops on Friday, and neighbouring Rwanda said Congolese shells had hit its territory.",
        alleges("Rwanda", "DR Congo", "strike"),
        when="drc-m23",
    ),
    case(
        "In Delhi the government",
        "Pakistan said two men had died. In Delhi the government maintains that its strikes hit armed groups only.",
        admits("India", "strike"),
        when="india-pakistan",
    ),
    case(
        "a ministry in its party's sentence",
        "Armenia's ministry denied it. Baku says that saboteurs of the Armenian army mined the ground near Lachin, "
        "according to a statement of the defence ministry.",
        alleges("Azerbaijan", "Armenia", "strike", regions="AZ-LAC"),
        when="armenia-azerbaijan",
    ),
    case(
        "two armies",
        "The armies of Congo and Burundi have broken the ceasefire by bombing villages, Rwanda's foreign ministry said.",
        alleges("Rwanda", "DR Congo", "breach"),
        alleges("Rwanda", "Burundi", "breach"),
        when="drc-m23",
    ),
    case(
        "the rebels and their allies",
        "Posts had come under attack from the M23 and its allies, who broke what had been agreed, Congo's army said.",
        alleges("DR Congo", "M23", "strike"),
        when="drc-m23",
    ),
    case(
        "a title with a full stop",
        '"M23 shelled our positions," Col. Jean Kasongo, spokesman for the Congolese army, said.',
        alleges("DR Congo", "M23", "strike"),
        when="drc-m23",
    ),
    case(
        "an insertion with a clause",
        "Olena Hrach, the governor of the region of Poltava where the depot is located, said three Russian planes had bombed it.",
        alleges("Ukraine", "Russia", "strike", regions="UA-53", count=None),
    ),
    case(
        "we in the words of another",
        'Russia and Ukraine blamed each other. "We can declare this was sabotage by the Ukrainian side," the Kremlin said.',
        alleges("Russia", "Ukraine", "strike"),
        alleges("Ukraine", "Russia", "strike"),
        alleges("Russia", "Ukraine", "strike"),
    ),
    case(
        "on somebody's website",
        '"Russian formations violated the ceasefire nine times," a report on the JFO website reads.',
        alleges("Ukraine", "Russia", "energy", count=9),
    ),
    case(
        "his office",
        "Prime Minister Benjamin Netanyahu spoke on Monday. His office said Hezbollah had fired at soldiers.",
        alleges("Israel", "Hezbollah", "strike"),
        when="israel-lebanon",
    ),
    case(
        "a monitor of a country",
        "A Sudanese monitor accused the army of an air strike on a market.",
        when="sudan",
    ),
]

NONE = [
    case("refused to acknowledge", "Russia refused to acknowledge that its missile hit Sumy."),
    case("declined to confirm", "Russia declined to confirm that it had struck Odesa."),
    case("yet to admit", "Moscow has yet to admit that it bombed Kharkiv."),
    case("declined to claim", "Kyiv declined to claim responsibility for the attack on Belgorod."),
    case("declined to deny", "Russia declined to deny that its missile hit Sumy."),
    case("demanded that it admit", "Zelensky demanded that Russia admit that it bombed Odesa."),
    case("should admit", "Zelensky said Russia should admit it bombed Kharkiv."),
    case("an aim", "Our goal is to strike Hamas, Israel's defence minister said.", when="israel-gaza"),
    case(
        "troops sent",
        "Kyiv has accused Russia of sending troops and weapons to the separatists, which Moscow denies.",
    ),
    case("bracing for more", "Zelensky said energy workers were bracing for further Russian attacks."),
    case("started at eight", "The Congolese army said they started at 8 a.m.", when="drc-m23"),
    case(
        "meant to accuse",
        "Russia said a provocation was meant to accuse the LPR of violating the Minsk agreements.",
    ),
    case(
        "territorial claims", "Armenia made territorial claims against Azerbaijan.", when="armenia-azerbaijan"
    ),
    case(
        "reports of leaving a truce",
        "Reports that Hamas was leaving the truce were untrue, it said.",
        when="israel-gaza",
    ),
    case(
        "counted by",
        "Some 40,000 people have been killed in Sudan's war, by the count of the WHO.",
        when="sudan",
    ),
    case("threats condemned", "Saudi Arabia joined 40 nations in condemning Houthi threats.", when="yemen"),
    case(
        "a round of fighting",
        "Iran's health ministry says 14 men died in this round of fighting.",
        when="iran-israel",
    ),
    case("none recorded", "The OSCE mission recorded no ceasefire violations in the region."),
    case(
        "killed in a headline",
        "One Ukrainian serviceman killed and two wounded, Ukraine's press centre reported.",
    ),
    case("fire groups", "Mobile fire groups were involved in repelling the raid, Ukraine's air force said."),
    case(
        "a pledge to strike",
        "The Sudanese army reiterated its commitment to targeting the militia.",
        when="sudan",
    ),
    case(
        "hit out",
        "The Russian army hit out at news outlets for their reports of skirmishes, a spokesman said.",
    ),
]

PLACES = [
    case(
        "a part of a city",
        "The enemy attacked Kharkiv's Kyivskyi district with drones, Syniehubov said.",
        alleges("Ukraine", "Russia", "strike", regions="UA-63"),
    ),
    case(
        "a district of a city",
        "Ukrainian forces shelled the Kievsky district of Donetsk, Russia's defence ministry said.",
        alleges("Russia", "Ukraine", "strike", regions="UA-14"),
    ),
    case(
        "a name far off",
        '"In the Bryansk Region, the Ukrainian military shelled the Solovievka substation," Russia\'s ministry said.',
        alleges("Russia", "Ukraine", "energy", regions="RU-BRY"),
    ),
    case(
        "nuclear bombers",
        "Russia said six men were killed in Ukrainian drone attacks on a base where nuclear bombers are stationed.",
        alleges("Russia", "Ukraine", "strike"),
    ),
]


@pytest.mark.parametrize("one", [*CHARGING, *ANSWERING, *SPEAKING, *NONE, *PLACES])
def test_turns_of_charge_and_answer(one: Case) -> None:
    assert one.found() == one.wanted()
