"""What reporters write in more ways than one: shots, who holds that, reports spread by, stories of a weapon."""

import pytest

from tests.claim_cases import Case, admits, alleges, case, denies

SHOTS = [
    case(
        "shots at a village",
        "Armenia reported Azerbaijani shots at Khnatsakh on Thursday.",
        alleges("Armenia", "Azerbaijan", "strike", days="11-12"),
        when="armenia-azerbaijan",
    ),
    case(
        "gunshots recorded",
        "The EU mission said its patrol had recorded gunshots at the village of Khnatsakh.",
        alleges("EU", None, "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "shots from a side",
        "Azerbaijan's ministry complained of shots from the Armenian side at its posts in Kalbajar.",
        alleges("Azerbaijan", "Armenia", "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "a burst let off",
        "Thai marines heard Cambodian soldiers letting off a burst towards their post, the Thai army said.",
        alleges("Thailand", "Cambodia", "strike"),
        when="thailand-cambodia",
    ),
    case(
        "opened up on",
        "Cambodian soldiers had opened up on a Thai patrol, the Thai army said.",
        alleges("Thailand", "Cambodia", "strike"),
        when="thailand-cambodia",
    ),
    case(
        "shots with a camera",
        "The photographer took three shots of the village, the Armenian ministry said.",
        when="armenia-azerbaijan",
    ),
]

HELD = [
    case(
        "holds that",
        "Russia's Investigative Committee holds that Ukrainian drones attacked Kursk on Monday.",
        alleges("Russia", "Ukraine", "strike", days="03-31"),
    ),
    case(
        "as the army holds",
        "Cambodian soldiers laid the mines in Sisaket, the Thai army holds.",
        alleges("Thailand", "Cambodia", "strike"),
        when="thailand-cambodia",
    ),
    case("holds a village", "The Ukrainian army holds the village that Russian troops shelled on Monday."),
    case(
        "responsibility laid upon",
        "Moscow laid the responsibility for a strike on Kursk upon the Ukrainian army.",
        alleges("Russia", "Ukraine", "strike", regions="RU-KRS"),
    ),
    case(
        "responsibility placed on",
        "Kyiv placed responsibility for the shelling of Sumy on the Russian army.",
        alleges("Ukraine", "Russia", "strike", regions="UA-59"),
    ),
    case(
        "regions that a side holds",
        "Drones had caused damage in the part of the Kherson region that Russia holds, according to Moscow.",
        alleges("Russia", None, "strike", regions="UA-65"),
    ),
]

SPREAD = [
    case(
        "information spread by a side",
        "Information spread by the Cambodian side, that Thai soldiers had opened up on villagers, was not true, "
        "the Thai army said.",
        alleges("Cambodia", "Thailand", "strike"),
        denies("Thailand", "Thailand", "strike"),
        when="thailand-cambodia",
    ),
    case(
        "reports published by",
        "Reports published by Ukraine that Russian drones hit a school in Sumy are a lie, Moscow said.",
        alleges("Ukraine", "Russia", "strike"),
        denies("Russia", "Russia", "strike"),
    ),
    case(
        "a statement spread by a ministry",
        "The statement spread by the defence ministry of Azerbaijan that Armenian units opened fire does not "
        "correspond to reality, the defence ministry of Armenia said.",
        alleges("Azerbaijan", "Armenia", "strike"),
        denies("Armenia", "Armenia", "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "a story of a drone at a school",
        "Moscow says that Kyiv's story of a Russian drone at a school in Sumy is a fake from beginning to end.",
        alleges("Ukraine", "Russia", "strike", regions="UA-59"),
        denies("Russia", "Russia", "strike"),
    ),
    case(
        "spoke of shells on a roof",
        "Moscow spoke of Ukrainian shells on the roof of the nuclear plant in Energodar.",
        alleges("Russia", "Ukraine", "energy"),
    ),
    case(
        "spoke of missiles",
        "Ukraine spoke of Russian missiles as its main worry. Nobody has attacked the town.",
    ),
]

FELL = [
    case(
        "said the governor, after a weapon",
        "Two shells landed at the substation on Tuesday too, the governor of Kherson, Oleksandr Prokudin, said.",
        alleges("Ukraine", None, "energy", count=2),
    ),
    case(
        "went after",
        "Russia said that Ukrainian drones had gone after a gas store in Kursk.",
        alleges("Russia", "Ukraine", "energy"),
    ),
    case(
        "went after a man", "Ukraine says Russian police went after a blogger. Nobody has attacked the town."
    ),
]

BACK = [
    case(
        "each",
        "Moscow has accused Kyiv of 20 strikes on gas stores. Ukraine's ministry has denied each in turn.",
        alleges("Russia", "Ukraine", "energy", count=20),
        denies("Ukraine", "Ukraine", "energy"),
    ),
    case(
        "the two",
        "Moscow accused Kyiv of two strikes on gas stores. The Ukrainian General Staff denied the two.",
        alleges("Russia", "Ukraine", "energy", count=2),
        denies("Ukraine", "Ukraine", "energy"),
    ),
    case(
        "will have none of it",
        "Pakistan accused India of shelling a dam. India's ministry will have none of it.",
        alleges("Pakistan", "India", "strike"),
        denies("India", "India", "strike"),
        when="india-pakistan",
    ),
    case(
        "the notion",
        "Pakistan accused India of shelling a dam. Delhi calls the notion absurd.",
        alleges("Pakistan", "India", "strike"),
        denies("India", "India", "strike"),
        when="india-pakistan",
    ),
    case(
        "holding to what was agreed",
        "Moscow accused Kyiv of striking a gas store. Kyiv said it was holding to what it agreed on energy.",
        alleges("Russia", "Ukraine", "energy"),
        denies("Ukraine", "Ukraine", "energy"),
    ),
]

OWN = [
    case(
        "his country's guns",
        "Pakistan's minister said his country's guns had not shelled the temple in Poonch.",
        denies("Pakistan", "Pakistan", "strike"),
        when="india-pakistan",
    ),
    case(
        "does not hide",
        "Kyiv does not hide that its drones hit the depot in Kursk.",
        admits("Ukraine", "strike", regions="RU-KRS"),
    ),
    case(
        "makes no secret",
        "Ukraine's general staff makes no secret of the fact that its drones hit the depot.",
        admits("Ukraine", "strike"),
    ),
    case(
        "had not done so",
        "Kyiv said Russian troops had shelled Sumy on Monday. The Russian army said it had not done so.",
        alleges("Ukraine", "Russia", "strike"),
        denies("Russia", "Russia", "strike"),
    ),
    case(
        "answered fire from",
        "The Ukrainian army said its gunners answered fire from Russian positions near Horlivka.",
        admits("Ukraine", "strike"),
    ),
    case(
        "videos that show it were old",
        "Moscow accused Ukraine of shelling Donetsk. Videos showing its men shelling the town were old, the "
        "Ukrainian army said.",
        alleges("Russia", "Ukraine", "strike"),
    ),
    case(
        "hides its guns", "Kyiv does not hide its guns in schools, and has attacked nobody, a resident wrote."
    ),
]

WHOSE = [
    case(
        "what a clause tells of a weapon",
        "The missiles that came down at Amritsar were fired by India itself, Pakistan's army spokesman said.",
        alleges("Pakistan", "India", "strike"),
        when="india-pakistan",
    ),
    case(
        "came forward with the assertion",
        "Pakistan's spokesman came forward with the assertion that the missiles had been fired by India itself.",
        alleges("Pakistan", "India", "strike"),
        when="india-pakistan",
    ),
    case(
        "a mayor appointed by",
        "A substation in Energodar was destroyed by Ukrainian drones on Wednesday, according to Ivan Petrenko, "
        "the mayor appointed by Moscow.",
        alleges("Russia", "Ukraine", "energy"),
    ),
    case(
        "a service of the same name",
        "Ukraine's Foreign Intelligence Service says Russian troops shelled Sumy.",
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "parts of an army held responsible",
        "The UN mission held factions of the Russian army responsible for the shelling of Horlivka.",
        alleges("UN", "Russia", "strike"),
    ),
    case(
        "asked about reports",
        "Asked about Russian reports of a drone attack on a hotel in Khorly, Kyiv said it strikes only depots.",
        alleges("Russia", "Ukraine", "strike"),
        denies("Ukraine", "Ukraine", "strike"),
    ),
    case(
        "the missile that hit it",
        "The navy's spokesman, Dmytro Pletenchuk, confirmed that the missile that hit the tanker came from the sea.",
        alleges("Ukraine", None, "strike"),
    ),
    case(
        "a list of its own",
        "Thailand's National Security Council has a list of its own, with nine Cambodian violations of the truce.",
        alleges("Thailand", "Cambodia", "breach", count=9),
        when="thailand-cambodia",
    ),
    case(
        "he, of a side that what he said before shows",
        "Armen Khachatryan, the village head, said shots were fired at Khnatsakh from the Azerbaijani side. There "
        "had been shots at a neighbouring village on Friday, he said.",
        alleges("Armenia", "Azerbaijan", "strike"),
        alleges("Armenia", "Azerbaijan", "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "the name of one whose side is known by then",
        "The village head, Ivan Petrenko, said Ukrainian drones hit a barn in the Kursk region. On Monday Ukrainian "
        "troops had shelled the school, Ivan Petrenko said.",
        alleges("Russia", "Ukraine", "strike", regions="RU-KRS"),
        alleges("Russia", "Ukraine", "strike"),
    ),
    case("asked whether", "The governor was asked whether Ukrainian drones had hit a hotel."),
]

DENSE = [
    case(
        "forces that have ceased combat operations",
        "Armenia's ministry said that Armenian units had ceased all combat operations at noon; the truce holds.",
        denies("Armenia", "Armenia", "breach"),
        when="armenia-azerbaijan",
    ),
    case(
        "a deal that ended combat operations",
        "Armenia's ministry said that the deal had ended combat operations.",
        when="armenia-azerbaijan",
    ),
    case(
        "combat operations that will cease",
        "Yerevan said that its forces would cease combat operations once a truce is agreed.",
        when="armenia-azerbaijan",
    ),
    case(
        "soldiers who attempted to infiltrate",
        "During the truce Indian soldiers attempted twice to infiltrate the Neelum valley, Pakistan's army said.",
        alleges("Pakistan", "India", "breach", count=2),
        when="india-pakistan",
    ),
    case(
        "families who tried to cross",
        "The truce holds. Indian families tried to cross the river at night, Pakistan's army said.",
        when="india-pakistan",
    ),
    case(
        "faulted for shells on",
        "New Delhi faulted Pakistan for shells on a school in Poonch.",
        alleges("India", "Pakistan", "strike"),
        when="india-pakistan",
    ),
    case(
        "faulted for drones in a parade",
        "New Delhi faulted Pakistan for drones in its parades.",
        when="india-pakistan",
    ),
    case(
        "as they themselves announced",
        "Israel's army spoke on Monday. The fighters of Hezbollah fired rockets at Metula, as they themselves announced.",
        admits("Hezbollah", "strike"),
        when="israel-lebanon",
    ),
    case(
        "they, after one who is not many",
        "Israel's army spoke on Monday. The Hezbollah fighters fired rockets at a post in Metula, they said.",
        admits("Hezbollah", "strike"),
        when="israel-lebanon",
    ),
    case(
        "they, who spoke before",
        "Lebanese officials met on Monday. Israeli soldiers had fired at a house in Odaisseh, they said.",
        alleges("Lebanon", "Israel", "strike"),
        when="israel-lebanon",
    ),
    case(
        "an army's label before reports that are false",
        "The calm did not last. Lebanese army: reports that its soldiers fired at Metula are false.",
        denies("Lebanon", "Lebanon", "strike"),
        when="israel-lebanon",
    ),
    case(
        "no label: losses for an army",
        "It was a quiet night. New losses for the Russian army: Ukrainian drones hit a depot in Rylsk.",
    ),
    case(
        "dismissed as a fairy tale by",
        "Cambodia's report that Thai shells hit a pagoda was dismissed as a fairy tale by the Thai army.",
        alleges("Cambodia", "Thailand", "strike"),
        denies("Thailand", "Thailand", "strike"),
        when="thailand-cambodia",
    ),
    case(
        "called an attack by",
        "The blast in Sumy was called an attack by the Ukrainian army.",
    ),
    case(
        "the army and its committees",
        "Houthi spokesman Yahya Saree said that the army and popular committees have observed the truce.",
        denies("Houthis", "Houthis", "breach"),
        when="yemen",
    ),
]


@pytest.mark.parametrize("one", [*SHOTS, *HELD, *SPREAD, *FELL, *BACK, *OWN, *WHOSE, *DENSE])
def test_prose(one: Case) -> None:
    assert one.found() == one.wanted()
