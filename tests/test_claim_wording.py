"""The ways in which reports put a charge, an admission or a denial: verbs, nouns, word order, tense."""

import pytest

from tests.claim_cases import Case, admits, alleges, case, denies

CHARGES = [
    case(
        "by what it says were drones",
        "The depot in Kursk was hit by what Moscow says were Ukrainian drones. A school in Kharkiv was struck by what "
        "Kyiv called a Russian missile.",
        alleges("Russia", "Ukraine", "strike", regions="RU-KRS"),
        alleges("Ukraine", "Russia", "strike", regions="UA-63"),
    ),
    case(
        "detonated explosives",
        "Russian investigators said that Ukrainian servicemen had detonated explosives at the mill.",
        alleges("Russia", "Ukraine", "strike"),
    ),
    case(
        "deliberately",
        "Russian troops shelled the town, Ukraine's army said. The bridge had been deliberately destroyed, it said.",
        alleges("Ukraine", "Russia", "strike"),
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "a false-flag operation",
        "Ukraine's ambassador said that it had been a well-planned false-flag operation by the Russian Federation.",
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "regretted that",
        "Cambodia's spokeswoman regretted that Thai troops had fired mortar shells into a village.",
        alleges("Cambodia", "Thailand", "strike"),
        when="thailand-cambodia",
    ),
    case(
        "a Scud",
        "Aliyev's adviser said that a house had been flattened by a Scud launched from Armenian soil.",
        alleges("Azerbaijan", "Armenia", "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "spoke of shells",
        "Ukraine said Russian guns had shelled the town. Moscow spoke of Ukrainian shells.",
        alleges("Ukraine", "Russia", "strike"),
        alleges("Russia", "Ukraine", "strike"),
    ),
    case(
        "breaches of the night before",
        "The ceasefire came into force. India's general said he had sent a message about Pakistan's breaches of the "
        "night before.",
        alleges("India", "Pakistan", "breach"),
        when="india-pakistan",
    ),
    case(
        "warned that it had been done",
        "The head of Ukraine's nuclear company warned that Russian shells had damaged a power line at the plant.",
        alleges("Ukraine", "Russia", "energy"),
    ),
    case("warned that it would be", "Kyiv warned that Russia would attack its power plants."),
    case(
        "blamed on a strike",
        "Ukraine's energy ministry blamed the outage on a Russian strike.",
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "attributed to",
        "The mayor of Kherson attributed the power cuts to Russian shelling.",
        alleges("Ukraine", "Russia", "strike", regions="UA-65"),
    ),
    case(
        "called it an attack by",
        "The Kremlin called the fire in the port an attack by Ukraine.",
        alleges("Russia", "Ukraine", "strike"),
    ),
    case(
        "an act of sabotage by",
        "Russia's defence ministry described the blast as an act of sabotage by Ukrainian special services.",
        alleges("Russia", "Ukraine", "strike"),
    ),
    case(
        "the work of",
        "The fire in the port was the work of Ukrainian saboteurs, Russia's defence minister said.",
        alleges("Russia", "Ukraine", "strike"),
    ),
    case("work is no act", "Ukraine's energy minister praised the work of the repair crews in Kherson."),
    case(
        "was responsible for",
        "The governor of the Sumy region said a Russian drone had been responsible for the fire at a substation.",
        alleges("Ukraine", "Russia", "energy", regions="UA-59"),
    ),
    case(
        "caused by",
        "Kyiv said the fire at the boiler house was caused by a Russian drone.",
        alleges("Ukraine", "Russia", "energy"),
    ),
    case(
        "was behind it",
        "Russia's Security Council secretary claimed that Ukraine was behind the attack on the gas pipeline.",
        alleges("Russia", "Ukraine", "energy"),
    ),
    case(
        "the largest yet",
        "Kyiv called it the largest Russian airstrike on its energy sites this year.",
        alleges("Ukraine", "Russia", "energy"),
    ),
    case(
        "massing and shelling",
        "Armenia accused Azerbaijani forces of massing troops and shelling a border village.",
        alleges("Armenia", "Azerbaijan", "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "in breach of a deal",
        "Pakistan accused India of firing across the line, in breach of their agreement.",
        alleges("Pakistan", "India", "breach"),
        when="india-pakistan",
    ),
    case(
        "on a day without a comma",
        "On Thursday Baku accused Armenian units of shelling a post.",
        alleges("Azerbaijan", "Armenia", "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "raised its count to",
        "Ukraine's foreign ministry raised its count on Friday to more than 40 Russian breaches of the truce.",
        alleges("Ukraine", "Russia", "energy", count=40),
    ),
    case(
        "looted",
        "Sudan's army said that RSF fighters had looted a clinic in El Obeid. The clinic was looted, the RSF said.",
        alleges("Sudan", "RSF", "strike", regions="SD-KN"),
        when="sudan",
    ),
]

OWNED = [
    case(
        "claimed a strike",
        "Ukraine's Security Service claimed a strike on an oil depot.",
        admits("Ukraine", "energy"),
    ),
    case(
        "claimed responsibility",
        "Ukraine's military intelligence claimed responsibility for the strike on the refinery.",
        admits("Ukraine", "energy"),
    ),
    case(
        "said it had carried it out",
        "Ukraine's security service said it had carried out the attack on the oil depot in Bryansk.",
        admits("Ukraine", "energy", regions="RU-BRY"),
    ),
    case(
        "was behind it itself",
        "Ukraine's military intelligence said it was behind the attack on the gas pipeline.",
        admits("Ukraine", "energy"),
    ),
    case(
        "we struck it", '"We struck the oil depot," a Ukrainian commander said.', admits("Ukraine", "energy")
    ),
    case(
        "confirmed hitting",
        "Ukraine's general staff confirmed hitting a refinery in the Samara region.",
        admits("Ukraine", "energy", regions="RU-SAM"),
    ),
    case(
        "took credit for",
        "Hezbollah took credit for sinking an Israeli boat.",
        admits("Hezbollah", "strike"),
        when="israel-lebanon",
    ),
    case(
        "a precision strike by nobody named",
        "A precision strike was delivered against military depots, according to the Russian defence ministry.",
        admits("Russia", "strike"),
    ),
    case("nobody claimed it", "Kyiv and Moscow were silent; neither side has claimed the attack."),
    case("did not admit", "Moscow did not admit hitting the power plant."),
]

DENIED = [
    case(
        "an accusation it called false",
        "Russia accused Ukraine of attacking a depot in Kursk, an accusation Kyiv called false.",
        alleges("Russia", "Ukraine", "strike"),
        denies("Ukraine", "Ukraine", "strike"),
    ),
    case(
        "untrue, said a source",
        "Zelensky's claims of hundreds of Russian shellings are untrue, a source in the security services said.",
        alleges("Ukraine", "Russia", "strike"),
        denies("Russia", "Russia", "strike"),
    ),
    case(
        "a ministry of a side untold",
        "As for Armenian claims that Azerbaijani guns shelled a town, the Defense Ministry described them as fiction.",
        alleges("Armenia", "Azerbaijan", "strike"),
        denies("Azerbaijan", "Azerbaijan", "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "carried out no action",
        "India said Pakistan had struck a base. Pakistan has carried out no action against targets across the "
        "border, its minister said.",
        alleges("India", "Pakistan", "strike"),
        denies("Pakistan", "Pakistan", "strike"),
        when="india-pakistan",
    ),
    case(
        "told to stop firing",
        "All commanders have been told to stop firing, the Russian Defence Ministry said after Putin had announced a "
        "truce.",
    ),
    case(
        "never aimed anything",
        "Russia said a Ukrainian drone had hit a gas store. Kyiv maintains that it never aimed anything at that store.",
        alleges("Russia", "Ukraine", "energy"),
        denies("Ukraine", "Ukraine", "energy"),
    ),
    case(
        "nobody fired",
        "Russia said Ukrainian troops had shelled a farm. Nobody fired first, a spokesman for Ukraine's General Staff said.",
        alleges("Russia", "Ukraine", "strike"),
        denies("Ukraine", "Ukraine", "strike"),
    ),
    case(
        "the order is carried out",
        "Zelensky said Russian guns had shelled a farm. The Kremlin said that its troops were obeying the order to "
        "leave such targets alone, and its aide said that the order not to strike them was being carried out.",
        alleges("Ukraine", "Russia", "strike"),
        denies("Russia", "Russia", "energy"),
    ),
    case(
        "any involvement",
        "Moscow denied any involvement in the attack on the gas station.",
        denies("Russia", "Russia", "energy"),
    ),
    case(
        "was not involved",
        "The Kremlin said Russia was not involved in the attack on the gas station.",
        denies("Russia", "Russia", "energy"),
    ),
    case(
        "there were none",
        'Kyiv accused Moscow of hitting a power plant. "There were no strikes on energy facilities," Peskov said.',
        alleges("Ukraine", "Russia", "energy"),
        denies("Russia", "Russia", "energy"),
    ),
    case(
        "none on ourselves",
        'Kyiv accused Moscow of hitting a power plant. "There were no hits on the port," the mayor of Odesa said.',
        alleges("Ukraine", "Russia", "energy"),
    ),
    case(
        "as nonsense",
        "Baku dismissed as nonsense the Armenian claim that its drones had hit a school.",
        alleges("Armenia", "Azerbaijan", "strike"),
        denies("Azerbaijan", "Azerbaijan", "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "allegations of strikes",
        "Russia's defence ministry rejected Ukrainian allegations of strikes on power plants.",
        alleges("Ukraine", "Russia", "energy"),
        denies("Russia", "Russia", "energy"),
    ),
    case(
        "claims that are untrue",
        "Ukraine's military said claims that it had shelled the gas station at Sudzha were untrue.",
        denies("Ukraine", "Ukraine", "energy", regions="RU-KRS"),
    ),
    case(
        "a truce announced the day before",
        "The Foreign Office in Islamabad denied that Pakistani forces had violated the ceasefire announced the day "
        "before.",
        denies("Pakistan", "Pakistan", "breach"),
        when="india-pakistan",
    ),
    case(
        "left the town in a month",
        "Farhad Shami said that SDF forces had not shelled the market, for they left the town in April.",
        denies("SDF", "SDF", "strike"),
        when="syria",
    ),
    case(
        "that step is no charge",
        "Armenian guns shelled a post, Azerbaijan's army said. Yerevan did not recognise that step.",
        alleges("Azerbaijan", "Armenia", "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "nothing behind the figures",
        "Russia's ministry said that Ukraine had broken the truce 100 times. There is nothing behind those figures, "
        "Ukraine's General Staff said.",
        alleges("Russia", "Ukraine", "energy", count=100),
        denies("Ukraine", "Ukraine", "energy"),
    ),
]


TAKEN_UP = [
    case(
        "the same charge",
        "Ukraine said Russia had shelled Sumy. Moscow levels the same charge at Kyiv.",
        alleges("Ukraine", "Russia", "strike"),
        alleges("Russia", "Ukraine", "strike"),
    ),
    case(
        "named as the culprit",
        "The FSB identified Ukraine's SBU as the culprit.",
        alleges("Russia", "Ukraine", "strike"),
    ),
    case("another charge", "Moscow levelled charges of fraud at a bank."),
    case(
        "was behind it",
        "Fire broke out after a blast at the gas station. Kyiv said Russia was behind it.",
        alleges("Ukraine", "Russia", "energy"),
    ),
    case("no attack before it", "The canal was dug in a year. Kyiv said Russia was behind it."),
    case(
        "called a crime of theirs",
        "Azerbaijan's president called the missile strike on Ganja an Armenian war crime.",
        alleges("Azerbaijan", "Armenia", "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "an operation of its own",
        "The attack on the frigate was a special operation of the SBU, its head Vasyl Maliuk said.",
        admits("Ukraine", "strike"),
    ),
    case(
        "one subject parted from the other",
        "Moscow, whose army holds the dam, and Kyiv accuse each other of blowing it up.",
        alleges("Russia", "Ukraine", "strike"),
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "according to which",
        "The Pakistani army, according to which Indian gunners shelled a village, said nothing else.",
        alleges("Pakistan", "India", "strike"),
        when="india-pakistan",
    ),
    case(
        "guns that open up",
        "Artillery opened up from positions held by pro-Russian rebels, a Ukrainian military spokesman said.",
        alleges("Ukraine", "Russia", "strike"),
        when="donbas",
    ),
    case(
        "whose drones were fired",
        "The Russian army said three Ukrainian drones were fired at Kursk.",
        alleges("Russia", "Ukraine", "strike", count=3),
    ),
    case(
        "goes on without a tag",
        "Ukrainian troops had fired thirty mines at Horlivka, the DPR militia said. Makiivka had been shelled with "
        "tanks. Two houses burned down, the militia said.",
        alleges("Russia", "Ukraine", "strike"),
        alleges("Russia", "Ukraine", "strike"),
        when="donbas",
    ),
    case(
        "the text's own voice in between",
        "Russian troops shelled Nikopol, Ukraine's army said. The plant was shelled in 2022. It said a man was hurt.",
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "because of what had been done",
        "The bridge was closed, Ukraine's army said, because Russian drones had struck it twice.",
        alleges("Ukraine", "Russia", "strike", count=2),
    ),
]

GOING_ON = [
    case(
        "the other began",
        "Indian and Pakistani troops exchanged fire. Each insists that it was the other that began.",
        alleges("India", "Pakistan", "strike"),
        alleges("Pakistan", "India", "strike"),
        when="india-pakistan",
    ),
    case(
        "who began the talks", "Russian guns shelled Sumy. Kyiv said it was Moscow that had begun the talks."
    ),
    case(
        "it was noted",
        "Russian mortars fired on Pisky, the Ukrainian army said. It was noted that drones had struck a school.",
        alleges("Ukraine", "Russia", "strike"),
        alleges("Ukraine", "Russia", "strike"),
        when="donbas",
    ),
    case("it was reported", "It was reported that Russian drones had struck a school in Sumy."),
    case(
        "a source in the service",
        "The SBU struck a ship in Tuapse, a source in the service said.",
        admits("Ukraine", "strike"),
    ),
    case(
        "sources of their own doings",
        "Russian guns were silent. A source in Ukraine's military intelligence said four wagons were hit.",
        admits("Ukraine", "strike"),
    ),
    case(
        "two borrowers of one doer",
        "India shelled a hydropower station, Pakistan's army said. The bombardment began at dawn, said the army of "
        "Pakistan, hitting the staff camp.",
        alleges("Pakistan", "India", "energy"),
        alleges("Pakistan", "India", "energy"),
        when="india-pakistan",
    ),
    case(
        "a strike on it",
        "Ukraine's army said it had struck the refinery in Tuapse. It had claimed a strike on it before.",
        admits("Ukraine", "energy"),
        admits("Ukraine", "energy"),
    ),
]

ONLY = [
    case(
        "neither army",
        "Kremlin spokesman Dmitry Peskov said neither army had shelled the other's towns.",
        denies("Russia", "Russia", "strike"),
        denies("Russia", "Ukraine", "strike"),
    ),
    case(
        "a lie was the answer",
        'Russia accused Ukraine of striking a refinery. "A blatant lie" was the answer from Kyiv.',
        alleges("Russia", "Ukraine", "energy"),
        denies("Ukraine", "Ukraine", "energy"),
    ),
    case("a lie about nothing", '"A blatant lie" was the answer from Kyiv.'),
    case(
        "nothing of the sort",
        "Russia accused Ukraine of striking a refinery. Our gunners do nothing of the sort, a Ukrainian general said.",
        alleges("Russia", "Ukraine", "energy"),
        denies("Ukraine", "Ukraine", "energy"),
    ),
    case(
        "only in reply",
        "Kyiv accused Russia of shelling a village. The Russian army said that its guns spoke only in reply.",
        alleges("Ukraine", "Russia", "strike"),
        denies("Russia", "Russia", "strike"),
    ),
    case(
        "nothing but military targets",
        "Moscow insists that it strikes nothing but military targets.",
        denies("Russia", "Russia", "strike"),
    ),
    case(
        "only airfields that night",
        "Russia's defence ministry said its forces had struck only airfields overnight.",
        admits("Russia", "strike"),
    ),
    case(
        "anything that broke it",
        "Moscow said no Russian unit had done anything that broke the truce.",
        denies("Russia", "Russia", "energy"),
    ),
]


@pytest.mark.parametrize("one", [*CHARGES, *OWNED, *DENIED, *TAKEN_UP, *GOING_ON, *ONLY])
def test_however_it_is_put(one: Case) -> None:
    assert one.found() == one.wanted()
