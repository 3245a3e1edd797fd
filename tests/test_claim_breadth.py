"""Ways of writing that newsrooms have for one thing: tags, charges, owning up, waving away, in other words."""

import pytest

from tests.claim_cases import Case, admits, alleges, case, denies

TAGS = [
    case(
        "a company named with its kind before the verb at the end",
        "A gas compressor near Poltava was damaged by Russian missiles, the state company Naftogaz said on Friday.",
        alleges("Ukraine", "Russia", "energy", regions="UA-53"),
    ),
    case(
        "a tag whose verb looks like a noun, after a place",
        "Armenian troops fired at our posts twice, the ministry of defence in Baku reports.",
        alleges("Azerbaijan", "Armenia", "strike", count=2),
        when="armenia-azerbaijan",
    ),
    case(
        "a tag with an owner, in the midst of a sentence",
        "Four rockets were fired by Hamas at Ashdod, Israel's military reports, and two of them fell in the sea.",
        alleges("Israel", "Hamas", "strike", count=4),
        when="israel-gaza",
    ),
    case(
        "when it happened, after the tag",
        "The truce was one hour old, said the Armenian defence ministry, when Azerbaijani troops shelled a village.",
        alleges("Armenia", "Azerbaijan", "breach"),
        when="armenia-azerbaijan",
    ),
    case(
        "when it was said, after the tag",
        "The truce would hold, said the Armenian defence ministry, when it was asked about Azerbaijani shelling.",
        when="armenia-azerbaijan",
    ),
    case(
        "a quotation before an inverted verb",
        "The rail bridge near Kursk was blown up. “Sabotage by Ukraine,” concluded the Kremlin.",
        alleges("Russia", "Ukraine", "strike"),
    ),
    case(
        "an office and a name that the parser parts",
        "Stepanakert was shelled by Azerbaijan, Karabakh's human rights ombudsman Ruben Sahakyan writes.",
        alleges("Armenia", "Azerbaijan", "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "whose telling it is",
        "In the Russian telling, Ukrainian drones hit a hostel in Belgorod.",
        alleges("Russia", "Ukraine", "strike", regions="RU-BEL"),
    ),
    case(
        "a denial that came, after a colon",
        "Azerbaijan said Armenian guns had shelled a post. Yerevan's denial came an hour later: no gun had been fired.",
        alleges("Azerbaijan", "Armenia", "strike"),
        denies("Armenia", "Armenia", "strike"),
        when="armenia-azerbaijan",
    ),
]

TOLD = [
    case(
        "what somebody tells others of",
        "Ukraine's air force chief told reporters of 40 Russian drone attacks since Monday.",
        alleges("Ukraine", "Russia", "strike", count=40),
    ),
    case("whom somebody tells", "The Russian general told members of the council for war that he was tired."),
    case(
        "what somebody speaks only of",
        "The Ukrainian governor spoke only of a Russian missile strike on a warehouse.",
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "what somebody brags of",
        "The commander of Ukraine's drone force bragged on Friday of having struck a depot near Kursk.",
        admits("Ukraine", "strike", regions="RU-KRS"),
    ),
    case(
        "a gerund that a verb reports",
        "The Russian army also reports shelling of a market by Ukrainian troops.",
        alleges("Russia", "Ukraine", "strike"),
    ),
    case(
        "what something is considered",
        "The Russian embassy considers the flight of the drone an attack on a nuclear plant by Ukraine.",
        alleges("Russia", "Ukraine", "energy"),
    ),
    case(
        "what somebody considers doing",
        "The Russian army considered attacking a nuclear plant, a paper wrote.",
    ),
    case(
        "who is held answerable",
        "Hamas held Israel answerable for the shelling of a camp.",
        alleges("Hamas", "Israel", "strike"),
        when="israel-gaza",
    ),
    case(
        "who is contradicted, and a colon",
        "Russia said Ukraine had shelled the plant. Ukraine's ministry contradicted Moscow: the shells were Russian.",
        alleges("Russia", "Ukraine", "strike"),
        alleges("Ukraine", "Russia", "strike"),
    ),
]

DEEDS = [
    case(
        "going over to the attack",
        "On that front the Russians went over to the attack nine times, the Ukrainian General Staff says.",
        alleges("Ukraine", "Russia", "strike", count=9),
    ),
    case(
        "putting a plant out of action",
        "RSF drones put a power plant at Merowe out of action, the Sudanese army said.",
        alleges("Sudan", "RSF", "energy", regions="SD-NO"),
        when="sudan",
    ),
    case(
        "scattering mines",
        "Russian drones scattered mines over two streets in Kherson, the Ukrainian governor says.",
        alleges("Ukraine", "Russia", "strike", regions="UA-65"),
    ),
    case(
        "hunting people",
        "Russian drones have hunted farmers near Kherson, the Ukrainian governor says.",
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        'missiles that are only "they" when they are launched',
        "Two Russian missiles hit Sumy, the Ukrainian governor said. They were fired at a market, he said.",
        alleges("Ukraine", "Russia", "strike", regions="UA-59", count=2),
        alleges("Ukraine", "Russia", "strike"),
    ),
]

OWNED = [
    case(
        "responsibility and no more",
        "Two speedboats attacked a tanker off Hodeidah. The Houthis claimed responsibility.",
        admits("Houthis", "strike"),
        when="yemen",
    ),
    case(
        "credit, with where it was taken",
        "A tanker was hit by a missile off Hodeidah. The Houthis took credit in a televised speech.",
        admits("Houthis", "strike"),
        when="yemen",
    ),
    case(
        "responsibility that is not claimed",
        "Two speedboats attacked a tanker off Hodeidah. The Houthis have not claimed responsibility.",
        when="yemen",
    ),
    case(
        "responsibility for what was brought down",
        "Two speedboats attacked a tanker off Hodeidah. The Houthis claimed responsibility for downing a drone.",
        when="yemen",
    ),
    case(
        "strikes on what may be struck, by whoever is charged",
        "Ukraine accused Russia of a strike on a school. Moscow spoke of strikes on military targets.",
        alleges("Ukraine", "Russia", "strike"),
        admits("Russia", "strike"),
    ),
    case(
        "a ministry that names what it hit by a word for the enemy",
        "Indian forces hit terrorist camps in Muzaffarabad, the Ministry of Defence stated; three camps were struck.",
        admits("India", "strike"),
        when="india-pakistan",
    ),
    case(
        "men who shoot back say nothing",
        "The Thai army's account is the reverse: Cambodian soldiers fired first, and its men shot back.",
        alleges("Thailand", "Cambodia", "strike"),
        admits("Thailand", "strike"),
        when="thailand-cambodia",
    ),
]

WAVED_AWAY = [
    case(
        "what is dismissed as invented",
        "Ukraine dismissed as invented Russian reports of attacks on the power grid in Kursk.",
        alleges("Russia", "Ukraine", "energy", regions="RU-KRS"),
        denies("Ukraine", "Ukraine", "energy", regions="RU-KRS"),
    ),
    case(
        "a report of firing is no boast",
        "Baku brushed off the Armenian report of shooting at observers.",
        alleges("Armenia", "Azerbaijan", "strike"),
        denies("Azerbaijan", "Azerbaijan", "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "nonsense, replied somebody of whom more is told",
        "Ukraine counted 46 Russian assaults. Nonsense, replied Russia's army chief, for whom all is quiet.",
        alleges("Ukraine", "Russia", "strike", count=46),
        denies("Russia", "Russia", "strike"),
    ),
    case(
        "what somebody professes to know nothing of",
        "Israel said Hamas had fired at its troops. Hamas professed to know of no clashes there.",
        alleges("Israel", "Hamas", "strike"),
        denies("Hamas", "Hamas", "strike"),
        when="israel-gaza",
    ),
    case(
        "not one of ours",
        "A rocket of Islamic Jihad, and no bomb of ours, fell on the hospital in Gaza City, the Israeli army said.",
        alleges("Israel", "Islamic Jihad", "strike"),
        denies("Israel", "Israel", "strike"),
        when="israel-gaza",
    ),
    case(
        "his men, where a body speaks",
        "General Dagalo announced a truce on Monday, but on Tuesday his men shelled Babanusa, the army said.",
        alleges("Sudan", "RSF", "breach", regions="SD-GK"),
        when="sudan",
    ),
    case(
        "from the occupied side",
        "A shell fired from the occupied side hit a school in Stanytsia Luhanska, Ukraine's army said.",
        alleges("Ukraine", "Russia", "strike", regions="UA-09"),
        when="donbas",
    ),
    case(
        "a small body owned by its place",
        "RSF fighters stormed a camp, according to El Fasher's resistance committee.",
        alleges("El Fasher's resistance committee", "RSF", "strike"),
        when="sudan",
    ),
]


LATER = [
    case(
        "what is waved aside as absurd",
        "The Kremlin waved aside Kyiv's statement that Russian guns had shelled a school as absurd.",
        alleges("Ukraine", "Russia", "strike"),
        denies("Russia", "Russia", "strike"),
    ),
    case(
        "a mission to somebody, before the verb at the end",
        "Ukrainian forces shelled a market in Donetsk, the DPR's mission to the joint control centre reports.",
        alleges("Russia", "Ukraine", "strike", regions="UA-14"),
        when="donbas",
    ),
    case(
        "rockets that were not one's own",
        "Israel said Hezbollah had fired rockets at Metula. Hezbollah denied that the rockets were its own.",
        alleges("Israel", "Hezbollah", "strike"),
        denies("Hezbollah", "Hezbollah", "strike"),
        when="israel-lebanon",
    ),
    case(
        "debris of drones that burns something",
        "Falling fragments of Ukrainian drones caused a fire at a refinery near Samara, the Russian governor said.",
        alleges("Russia", "Ukraine", "energy", regions="RU-SAM"),
    ),
    case(
        "debris of nobody knows what",
        "Falling fragments caused a fire at a refinery near Samara, the Russian governor said.",
    ),
    case(
        "the posts of whoever broke the truce",
        "Pakistan broke the truce again, the Indian army said: its posts opened fire with small arms at Tangdhar.",
        alleges("India", "Pakistan", "breach"),
        when="india-pakistan",
    ),
    case(
        "alerts and no raids",
        "There had been no air raid alerts in Kyiv on Sunday, the Ukrainian mayor noted.",
    ),
    case(
        "work that stops after a strike",
        "Russian drones hit a refinery in Odesa, Ukraine said. The plant had stopped work after the strike, it added.",
        alleges("Ukraine", "Russia", "energy", regions="UA-51"),
    ),
    case(
        "an incursion that is imminent",
        "Pakistan's minister said that an Indian incursion was imminent.",
        when="india-pakistan",
    ),
    case(
        "combat operations that were not conducted",
        "Russia accused Ukraine of shelling a market. Its units conducted no combat operations there, Ukraine's army said.",
        alleges("Russia", "Ukraine", "strike"),
        denies("Ukraine", "Ukraine", "strike"),
    ),
    case(
        "doing the same",
        "Kyiv said Russian troops had shelled a village. Moscow denied that its troops had done so.",
        alleges("Ukraine", "Russia", "strike"),
        denies("Russia", "Russia", "strike"),
    ),
]


NO_PART = [
    case(
        "none of whose men had a part",
        "None of its soldiers took part in the assault on Sake, the Rwandan army said.",
        denies("Rwanda", "Rwanda", "strike", regions="CD-NK"),
        when="drc-m23",
    ),
    case(
        "no unit that carried it out",
        "No Azerbaijani unit carried out the shelling of Martuni, the ministry of defence in Baku said.",
        denies("Azerbaijan", "Azerbaijan", "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "no part, of what was told before",
        "M23 rebels attacked Sake, the Congolese army said. Rwanda's minister said no Rwandan troops had taken part.",
        alleges("DR Congo", "M23", "strike"),
        denies("Rwanda", "Rwanda", "strike"),
        when="drc-m23",
    ),
    case(
        "no soldier who was involved",
        "M23 rebels attacked Sake, the Congolese army said. No Rwandan soldier was involved, Rwanda's army said.",
        alleges("DR Congo", "M23", "strike"),
        denies("Rwanda", "Rwanda", "strike"),
        when="drc-m23",
    ),
    case(
        "no part in talks",
        "M23 rebels attacked Sake, the Congolese army said. Rwandan troops took no part in talks, Rwanda's army said.",
        alleges("DR Congo", "M23", "strike"),
        when="drc-m23",
    ),
    case(
        "what is joined to a word that is negated",
        "Russian forces launched no rocket or drone attacks on Sumy, the defence ministry in Moscow said.",
        denies("Russia", "Russia", "strike", regions="UA-59"),
    ),
    case(
        "a verb that its object parts from its particle",
        "Sumy was shelled. Ukraine's intelligence said that Russian saboteurs had blown the pipeline up, too.",
        alleges("Ukraine", "Russia", "energy"),
    ),
    case(
        "an envoy where he sits, of his state",
        "The UN council met. UN ambassador Anna Holm of Armenia said that Azerbaijani guns had shelled a school.",
        alleges("Armenia", "Azerbaijan", "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "an envoy of a body, to a state",
        "The UN envoy to Armenia said that Azerbaijani guns had shelled a school.",
        alleges("UN", "Azerbaijan", "strike"),
        when="armenia-azerbaijan",
    ),
]


@pytest.mark.parametrize("one", [*TAGS, *TOLD, *DEEDS, *OWNED, *WAVED_AWAY, *LATER, *NO_PART])
def test_ways_of_writing(one: Case) -> None:
    assert one.found() == one.wanted()
