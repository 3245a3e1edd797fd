"""What is said to have been done: denials, answers, admissions, charges without a doer, breaches and their framing."""

import pytest

from tests.claim_cases import Case, admits, alleges, case, denies

PASSIVES = [
    case(
        "damaged in the attack",
        "Kyiv accused Moscow of a missile attack. A power station was damaged in the attack, Ukrenergo said.",
        alleges("Ukraine", "Russia", "strike"),
        alleges("Ukraine", "Russia", "energy"),
    ),
    case(
        "hurt in the attack",
        "Kyiv accused Moscow of a missile attack. Two women were hurt in the attack, Ukraine's health ministry said.",
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "attempts by somebody to",
        "Azerbaijan's ministry spoke of attempts by Armenian units to attack a post.",
        alleges("Azerbaijan", "Armenia", "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "the first to",
        "Pakistan's army said Indian troops had been the first to shell a village.",
        alleges("Pakistan", "India", "strike"),
        when="india-pakistan",
    ),
    case(
        "it began",
        "Lebanon's army said Israel had broken the ceasefire six times since it began, killing nine people.",
        alleges("Lebanon", "Israel", "breach", count=6),
        when="israel-lebanon",
    ),
    case(
        "the doer in the sentence before",
        "Ukraine accused Russia of attacks on its power grid. A substation near Sumy had been shelled ten times, its "
        "energy ministry said.",
        alleges("Ukraine", "Russia", "energy"),
        alleges("Ukraine", "Russia", "energy", regions="UA-59", count=10),
    ),
    case(
        "the doer in the sentence after",
        "A post had been shelled four times since dawn, Pakistan's army said. Indian guns also hit a school, it said.",
        alleges("Pakistan", "India", "strike", count=4),
        alleges("Pakistan", "India", "strike"),
        when="india-pakistan",
    ),
    case(
        "no doer but one adversary",
        "The truce between Moscow and Kyiv is a week old. A power line in the Kursk region was hit by an unknown "
        "drone, the regional governor said.",
        alleges("Russia", "Ukraine", "energy", regions="RU-KRS"),
    ),
    case(
        "no doer and a neutral speaker",
        "Moscow and Kyiv were silent. The IAEA said drones had hit a training centre of the Zaporizhzhia nuclear "
        "plant.",
        alleges("IAEA", None, "energy", regions="UA-23"),
    ),
    case(
        "came under fire",
        "Our positions came under fire from the Armenian side, the Azerbaijani defence ministry said.",
        alleges("Azerbaijan", "Armenia", "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "by whom at the end",
        "Two villages in the Poonch district were shelled by Pakistani troops, the Indian army said.",
        alleges("India", "Pakistan", "strike"),
        when="india-pakistan",
    ),
]

DENIALS = [
    case(
        "spread false reports",
        "Ukraine's general staff said Russia's army had been spreading false reports of Ukrainian drone strikes on a "
        "gas pipeline.",
        alleges("Russia", "Ukraine", "energy"),
        denies("Ukraine", "Ukraine", "energy"),
    ),
    case(
        "an assertion on a day",
        "An adviser to the Ukrainian president denied a Russian assertion on Thursday that Kyiv had fired at the dam.",
        alleges("Russia", "Ukraine", "strike"),
        denies("Ukraine", "Ukraine", "strike"),
    ),
    case(
        "no kind of attack",
        "India carried out no kind of drone attack on the village, its army said.",
        denies("India", "India", "strike"),
        when="india-pakistan",
    ),
    case(
        "claims that",
        "On Friday Armenia denied Azerbaijan's claims that its units had shelled a village.",
        alleges("Azerbaijan", "Armenia", "strike"),
        denies("Armenia", "Armenia", "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "did not",
        "Kyiv said on Friday that its forces did not strike the gas station at Sudzha, which Moscow says burned down.",
        denies("Ukraine", "Ukraine", "energy", regions="RU-KRS"),
    ),
    case(
        "neither nor",
        "Hezbollah said it had neither fired rockets nor launched drones at Israel.",
        denies("Hezbollah", "Hezbollah", "strike"),
        when="israel-lebanon",
    ),
    case(
        "reports of a strike are fake",
        "Ukraine's general staff called Russian reports of a Ukrainian strike on the gas station fake.",
        alleges("Russia", "Ukraine", "energy"),
        denies("Ukraine", "Ukraine", "energy"),
    ),
    case(
        "baseless",
        "Azerbaijan said Armenian units had shelled its villages. Armenia's defence ministry described the statement "
        "as baseless.",
        alleges("Azerbaijan", "Armenia", "strike"),
        denies("Armenia", "Armenia", "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "rejected the accusation",
        "Russia accused Ukraine of hitting an oil depot with drones. Kyiv rejected the accusation.",
        alleges("Russia", "Ukraine", "energy"),
        denies("Ukraine", "Ukraine", "energy"),
    ),
    case(
        "dismissed with a name",
        "India dismissed Pakistan's claim that its troops had fired across the Line of Control.",
        alleges("Pakistan", "India", "strike"),
        denies("India", "India", "strike"),
        when="india-pakistan",
    ),
    case(
        "nothing to do with it",
        "Israel accused Hezbollah of a rocket attack on Metula. The group said it had nothing to do with it.",
        alleges("Israel", "Hezbollah", "strike"),
        denies("Hezbollah", "Hezbollah", "strike"),
        when="israel-lebanon",
    ),
    case(
        "of the other side's act",
        "India denied that Pakistani troops had opened fire at the crossing.",
        denies("India", "Pakistan", "strike"),
        when="india-pakistan",
    ),
    case(
        "did not deny",
        "Asked about the fire at the Russian refinery, the Ukrainian general staff did not deny a strike.",
    ),
    case(
        "no comment on the other's report",
        "Russia did not comment on the Ukrainian report of a strike on a substation.",
        alleges("Ukraine", "Russia", "energy"),
    ),
]

KEEPING = [
    case(
        "in answer",
        "Kyiv accused Moscow of breaking the energy truce. Russia strictly observes the moratorium, Peskov said.",
        alleges("Ukraine", "Russia", "energy"),
        denies("Russia", "Russia", "energy"),
    ),
    case(
        "we keep to it",
        "Armenia said Azerbaijani troops had violated the ceasefire. “We are abiding by the ceasefire,” the "
        "Azerbaijani ministry said.",
        alleges("Armenia", "Azerbaijan", "breach"),
        denies("Azerbaijan", "Azerbaijan", "breach"),
        when="armenia-azerbaijan",
    ),
    case(
        "kept by nobody named",
        "Armenia said the ceasefire was being observed, but that Azerbaijani guns had fired twice.",
        alleges("Armenia", "Azerbaijan", "breach", count=2),
        when="armenia-azerbaijan",
    ),
    case(
        "no answer to anything",
        "Hezbollah said it would respect the ceasefire.",
        when="israel-lebanon",
    ),
    case(
        "the other side does not",
        "Pakistan said India was not respecting the ceasefire.",
        alleges("Pakistan", "India", "breach"),
        when="india-pakistan",
    ),
    case(
        "has not struck since",
        "Ukraine accused Russia of attacks on its energy sites. The Russian army has not struck energy facilities "
        "since 18 March, the Kremlin said.",
        alleges("Ukraine", "Russia", "energy"),
        denies("Russia", "Russia", "energy"),
    ),
]

ADMISSIONS = [
    case(
        "claimed to have",
        "Ukraine's general staff claimed to have destroyed a radar in the Russian region of Voronezh.",
        admits("Ukraine", "strike", regions="RU-VOR"),
    ),
    case(
        "admitted doing",
        "The Russian army admitted shelling a bridge in the Kherson region.",
        admits("Russia", "strike", regions="UA-65"),
    ),
    case(
        "we hit",
        "Ukraine's general staff said its drones had hit an oil refinery in the Russian region of Samara.",
        admits("Ukraine", "energy", regions="RU-SAM"),
    ),
    case(
        "claimed responsibility",
        "Hezbollah claimed responsibility for a rocket attack on an Israeli post.",
        admits("Hezbollah", "strike"),
        when="israel-lebanon",
    ),
    case(
        "of one's own army",
        "The Israeli military said it had struck a Hezbollah launcher near Nabatieh.",
        admits("Israel", "strike"),
        when="israel-lebanon",
    ),
    case(
        "returned fire",
        "Pakistan's army said Indian troops had shelled a village and that it had returned fire.",
        alleges("Pakistan", "India", "strike"),
        admits("Pakistan", "strike"),
        when="india-pakistan",
    ),
    case(
        "by another hand",
        "Russia's defence ministry said its forces had carried out a group strike on Ukrainian fuel depots.",
        admits("Russia", "energy"),
    ),
    case(
        "an answer that names no act",
        "Israel said it had responded to the violation.",
        when="israel-lebanon",
    ),
]

NOMINAL = [
    case(
        "every violation is none",
        "Russia said it was recording every violation of the truce by Ukraine.",
        when="donbas",
    ),
    case(
        "what one does in general is none",
        "Shelling a power station is a crime, the head of the IAEA said in Kyiv after talks with Moscow.",
    ),
    case(
        "denounced that",
        "Azerbaijan's ministry denounced that, despite the truce, Armenian units had fired on a post.",
        alleges("Azerbaijan", "Armenia", "breach"),
        when="armenia-azerbaijan",
    ),
    case(
        "violations are proof",
        "Russia's violations of the ceasefire show that it does not want peace, the Ukrainian president said.",
        alleges("Ukraine", "Russia", "breach"),
        when="donbas",
    ),
    case(
        "despite shelling",
        "Despite Azerbaijan's shelling of the town, talks will go on, Armenia's prime minister said.",
        alleges("Armenia", "Azerbaijan", "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "condemned an attack",
        "Lebanon condemned Israel's raid on a house in Tyre.",
        alleges("Lebanon", "Israel", "strike"),
        when="israel-lebanon",
    ),
    case(
        "protested at firing",
        "Islamabad protested at unprovoked firing by Indian troops.",
        alleges("Pakistan", "India", "strike"),
        when="india-pakistan",
    ),
    case(
        "about to is none",
        "Israel said Hezbollah was about to attack its northern towns.",
        when="israel-lebanon",
    ),
    case(
        "a demand is none",
        "Ukraine said Russia must stop its attacks on power plants.",
    ),
    case(
        "a general word is none",
        "Any violation of the truce will be answered, the Russian defence ministry said.",
    ),
    case(
        "a threat is none",
        "Israel warned that it would strike Beirut if rockets were fired at its towns.",
        when="israel-lebanon",
    ),
    case(
        "the article's own voice is none",
        "Three shells fell on the market in Uri on Friday, killing a trader.",
        when="india-pakistan",
    ),
    case(
        "downed drones are none",
        "Ukraine's air force said it had shot down 23 drones.",
    ),
    case(
        "talks are none",
        "The Kremlin said the two presidents had discussed a truce and the export of grain.",
    ),
]

FRAMING = [
    case(
        "called a breach in the next sentence",
        "The Lebanese army said an Israeli drone struck a car in Tyre. It called the raid a breach of the agreement.",
        alleges("Lebanon", "Israel", "breach"),
        when="israel-lebanon",
    ),
    case(
        "called a breach by another",
        "The Thai army said Cambodian troops fired at Sisaket. Cambodia called the report a breach of the accord.",
        alleges("Thailand", "Cambodia", "strike"),
        when="thailand-cambodia",
    ),
    case(
        "in the sentence before",
        "The Lebanese army accused Israel of breaching the ceasefire. Israeli tanks shelled the edge of Khiam, it said.",
        alleges("Lebanon", "Israel", "breach"),
        alleges("Lebanon", "Israel", "breach"),
        when="israel-lebanon",
    ),
    case(
        "in the sentence after",
        "Indian troops fired mortar shells at two villages, Pakistan's army said. It called the firing a violation of "
        "the ceasefire by India.",
        alleges("Pakistan", "India", "breach"),
        alleges("Pakistan", "India", "breach"),
        when="india-pakistan",
    ),
    case(
        "in the same sentence",
        "In violation of the truce, Azerbaijani units attacked two posts, the Armenian ministry said.",
        alleges("Armenia", "Azerbaijan", "breach"),
        when="armenia-azerbaijan",
    ),
    case(
        "a truce for energy",
        "Ukraine has broken the moratorium four times, the Russian defence ministry said.",
        alleges("Russia", "Ukraine", "energy", count=4),
    ),
    case(
        "a truce named for energy",
        "Moscow violated the energy ceasefire on its first day, Kyiv said.",
        alleges("Ukraine", "Russia", "energy"),
    ),
    case(
        "a halt to it",
        "Armenia violated the halt in fighting nine times on Friday, Baku said.",
        alleges("Azerbaijan", "Armenia", "breach", count=9),
        when="armenia-azerbaijan",
    ),
    case(
        "a truce for all",
        "Ukrainian units violated the truce, the separatists said.",
        alleges("Russia", "Ukraine", "breach"),
        when="donbas",
    ),
    case(
        "energy comes before a breach",
        "In breach of the ceasefire, Ukrainian guns hit a power station near Horlivka, the rebels said.",
        alleges("Russia", "Ukraine", "energy", regions="UA-14"),
        when="donbas",
    ),
    case(
        "a nuclear plant",
        "Russia's Rosatom said a Ukrainian drone had struck the Kursk nuclear plant.",
        alleges("Russia", "Ukraine", "energy"),
    ),
    case(
        "no energy in it",
        "Ukraine said Russian drones had set fire to a hospital in Sumy.",
        alleges("Ukraine", "Russia", "strike", regions="UA-59"),
    ),
]


SET_OUT = [
    case(
        "claims it",
        "Ukraine's Security Service claimed the attack on the refinery, hours after Russia had reported a fire there.",
        admits("Ukraine", "energy"),
    ),
    case(
        "claims attacks on what is its own",
        "Ukraine claimed attacks on its power stations by Russian drones.",
        alleges("Ukraine", "Russia", "energy"),
    ),
    case(
        "a cleft charges whom it sets out",
        "Peskov said it was Ukraine that had kept up its strikes on the power grid.",
        alleges("Russia", "Ukraine", "energy"),
    ),
    case(
        "a cleft parted by its tag",
        "It is Russia, Sybiha said, that has gone on with its raids on power plants.",
        alleges("Ukraine", "Russia", "energy"),
    ),
    case(
        "a negated cleft denies",
        "It was not Azerbaijan that had shelled the village, the defence ministry in Baku said.",
        denies("Azerbaijan", "Azerbaijan", "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "one side, not the other",
        "Pakistan said that India, not Pakistan, had broken the ceasefire.",
        alleges("Pakistan", "India", "breach"),
        denies("Pakistan", "Pakistan", "breach"),
        when="india-pakistan",
    ),
    case(
        "no kind of attack",
        "Ukraine had not carried out any kind of attack on the refinery, its General Staff said.",
        denies("Ukraine", "Ukraine", "energy"),
    ),
    case(
        "an agency has no forces",
        "The IAEA said its staff at the Zaporizhzhia plant had heard shelling on Monday.",
        alleges("IAEA", None, "energy", regions="UA-23"),
    ),
    case("what will be then", '"When Ukraine strikes, everybody will hear of it," Podolyak said.'),
    case(
        "nobody's it",
        "Russia said Ukrainian guns had shelled Horlivka. It was not possible to establish who had fired first.",
        alleges("Russia", "Ukraine", "strike", regions="UA-14"),
    ),
    case(
        "forces are no it",
        "Russia's defence ministry said Ukrainian forces had shelled a power line near Kursk while it had counted "
        "14 Ukrainian drones over the region.",
        alleges("Russia", "Ukraine", "energy", regions="RU-KRS"),
    ),
    case(
        "a dateline charges nobody",
        "NEW DELHI (Agencies): Pakistani troops fired on two posts along the Line of Control, the Indian army said.",
        alleges("India", "Pakistan", "strike"),
        when="india-pakistan",
    ),
]


def test_a_title_frames_the_attacks_below_it() -> None:
    text = "Pakistani gunners shelled a farm, the Indian army said. India shelled a mill, Islamabad said."
    claims = Case(text, (), "india-pakistan", "Pakistan violates ceasefire, says India").found()
    assert [(one["accused"], one["category"]) for one in claims] == [
        ("Pakistan", "ceasefire_violation"),
        ("India", "other_strike"),
    ]


@pytest.mark.parametrize("one", [*PASSIVES, *DENIALS, *KEEPING, *ADMISSIONS, *NOMINAL, *FRAMING, *SET_OUT])
def test_what_is_said_to_have_been_done(one: Case) -> None:
    assert one.found() == one.wanted()
