"""Turns of the agencies' prose that hold in any conflict: datelines, rebels of a state, what a denial answers."""

import pytest

from tests.claim_cases import Case, admits, alleges, case, denies

SPEAKERS = [
    case(
        "rebels of a state",
        "Yemen's rebels said the coalition had bombed Sanaa.",
        alleges("Houthis", "Saudi Arabia", "strike", regions="YE-SA"),
        when="yemen",
    ),
    case(
        "an opposition group of a state",
        "An envoy of Syria's main opposition group said the truce was in peril because of raids by government planes.",
        alleges("Syrian opposition", "Syria", "breach"),
        when="syria",
    ),
    case(
        "a government with a clause after it",
        "Rebels in Idlib said the Syrian army had broken the truce. The government, whose pilots are trained by Russian "
        "officers, said it was keeping to the truce.",
        alleges("Syrian opposition", "Syria", "breach"),
        denies("Syria", "Syria", "breach"),
        when="syria",
    ),
    case(
        "a place of writing in capitals alone",
        "CAIRO Air strikes by Israel hit a school in Tyre, the health ministry said.",
        alleges("Lebanon", "Israel", "strike", regions="LB-JA"),
        when="israel-lebanon",
    ),
    case(
        "two places of writing",
        "DUBAI/ADEN Rockets fired by the Houthis hit a camp in Marib, a Yemeni official said.",
        alleges("Yemen", "Houthis", "strike", regions="YE-MA"),
        when="yemen",
    ),
]
NAMELESS = [
    case(
        "a mission of which data know only the initials",
        "MONUSCO was worried. An army drone hit a school in Goma, the mission said.",
        alleges("MONUSCO", "DR Congo", "strike", regions="CD-NK"),
        when="drc-m23",
    ),
    case(
        "an army, after a body that has none",
        "The UN said a base in Naqoura had been shelled. Hezbollah fired at Metula, the army said.",
        alleges("UN", None, "strike", regions="LB-JA"),
        alleges("Israel", "Hezbollah", "strike", regions="IL-Z"),
        when="israel-lebanon",
    ),
    case(
        "an agency",
        "Kyiv blamed Russia. IAEA experts were there. A drone struck the training centre in Enerhodar, the agency said.",
        alleges("Ukraine", "Russia", "strike"),
        alleges("IAEA", None, "strike", regions="UA-23"),
    ),
    case(
        "a group that is not the armed one",
        "Emergency Lawyers said the army had bombed Nyala. The RSF held it. An army plane struck Kutum, the group said.",
        alleges("Emergency Lawyers", "Sudan", "strike", regions="SD-DS"),
        alleges("Emergency Lawyers", "Sudan", "strike", regions="SD-DN"),
        when="sudan",
    ),
    case(
        "the same source",
        "American planes raided the port, a security source in Hodeidah said. Two raids hit Ras Isa, the same source said.",
        alleges("Houthis", "United States", "strike"),
        alleges("Houthis", "United States", "strike", regions="YE-HU"),
        when="yemen",
    ),
    case(
        "committees that no data know",
        "The army struck Kutum, the Zalingei Resistance Committees said. It bombed a mosque too, the committees said.",
        alleges("Zalingei Resistance Committees", "Sudan", "strike", regions="SD-DN"),
        alleges("Zalingei Resistance Committees", "Sudan", "strike"),
        when="sudan",
    ),
    case(
        "a hospital, and the Red Cross of a country",
        "Israel shelled Tyre, Hilal hospital said. The Lebanese Red Cross said Israel had bombed Nabatieh.",
        alleges("Hilal hospital", "Israel", "strike", regions="LB-JA"),
        alleges("Lebanese Red Cross", "Israel", "strike", regions="LB-NA"),
        when="israel-lebanon",
    ),
    case(
        "a hospital among others",
        "Israel shelled Tyre, a Tyre hospital said. Military Hospital doctors saw smoke.",
        when="israel-lebanon",
    ),
    case(
        "a report within somebody's words",
        "Russia's embassy spoke. Ukraine's minister said the report proved that Russia had shelled hospitals in Kharkiv.",
        alleges("Ukraine", "Russia", "strike", regions="UA-63"),
    ),
    case(
        "it, after the spokesman of a body",
        "The WHO said drones had hit Tajoura. A spokesman of the Tripoli government blamed Haftar. It denied having shelled Gharyan.",
        alleges("WHO", None, "strike", regions="LY-TB"),
        alleges("GNA", "LNA", "strike"),
        denies("GNA", "GNA", "strike", regions="LY-JG"),
        when="libya",
    ),
    case(
        "a source that owns up",
        "A military source acknowledged a Ukrainian strike on Belgorod.",
        admits("Ukraine", "strike", regions="RU-BEL"),
    ),
    case(
        "a spokesman of the staff that clears its own",
        "Ukrainian forces did not fire at Kherson, General Staff spokesman Andrii Holm said.",
        denies("Ukraine", "Ukraine", "strike", regions="UA-65"),
    ),
    case(
        "an army by where it sits",
        "In Kigali the army's spokesman, Ronald Holm, denied that Rwandan troops had fired at Goma.",
        denies("Rwanda", "Rwanda", "strike", regions="CD-NK"),
        when="drc-m23",
    ),
    case(
        "a group's media, and a leader of no party",
        "US strikes hit Sanaa, Houthi media said. Houthi shells hit Marib, a civil society leader, Ann Holm, said.",
        alleges("Houthis", "United States", "strike", regions="YE-SA"),
        when="yemen",
    ),
]
CHARGES = [
    case("condemned, without what for", "Georgia's foreign minister also condemned Russia."),
    case(
        "condemned, with what for",
        "Georgia's foreign minister also condemned Russia for a raid on Kharkiv.",
        alleges("Georgia", "Russia", "strike", regions="UA-63"),
    ),
    case(
        "the breakdown of the truce",
        "The Houthis and the Yemeni government blamed each other for the breakdown of the truce.",
        alleges("Houthis", "Yemen", "breach"),
        alleges("Yemen", "Houthis", "breach"),
        when="yemen",
    ),
    case(
        "the breakdown of talks",
        "Yemen's president blamed the Houthis for the breakdown of the talks.",
        when="yemen",
    ),
    case(
        "was responsible",
        "A convoy was ambushed near Poonch. India's home minister said Pakistan was responsible.",
        alleges("India", "Pakistan", "strike"),
        when="india-pakistan",
    ),
    case(
        "playing with fire",
        "Azerbaijan's president said Armenia was playing with fire.",
        when="armenia-azerbaijan",
    ),
    case("a test", "Israel said Iran had test-fired a long-range missile.", when="iran-israel"),
    case(
        "unprovoked fire",
        "India said Pakistani troops had opened unprovoked fire on a post near Uri.",
        alleges("India", "Pakistan", "strike", regions="IN-JK"),
        when="india-pakistan",
    ),
    case(
        "upping its attacks",
        "Israel said Iran was scaling up its drone attacks.",
        alleges("Israel", "Iran", "strike"),
        when="iran-israel",
    ),
    case(
        "killed men",
        "Russia said it had handed over the bodies of 90 killed Ukrainian marines to their families.",
    ),
]
ANSWERS = [
    case(
        "an army and its allies of another state",
        "The M23 accused the army and its Burundian allies of having bombed Minembwe.",
        alleges("M23", "DR Congo", "strike", regions="CD-SK"),
        alleges("M23", "Burundi", "strike", regions="CD-SK"),
        when="drc-m23",
    ),
    case(
        "not behind it, and nothing to do with it",
        "India said Pakistan had struck Jammu. Its minister Ann Holm said India had nothing to do with a raid on Karachi. Pakistan's "
        "minister said his country was not behind the attack on Jammu.",
        alleges("India", "Pakistan", "strike", regions="IN-JK"),
        denies("India", "India", "strike", regions="PK-SD"),
        denies("Pakistan", "Pakistan", "strike"),
        when="india-pakistan",
    ),
    case(
        "any connection",
        "Syria accused the SDF of shelling Aleppo. The SDF denied any connection with the incident.",
        alleges("Syria", "SDF", "strike", regions="SY-HL"),
        denies("SDF", "SDF", "strike"),
        when="syria",
    ),
    case(
        "a charge of arming, denied",
        "The Yemeni army said the Houthis had shelled Taiz. The United States accuses Iran of arming the Houthis. Tehran denies "
        "the allegation.",
        alleges("Yemen", "Houthis", "strike", regions="YE-TA"),
        when="yemen",
    ),
    case(
        "a charge of an act, denied",
        "The Yemeni army accused the Houthis of shelling Taiz. The group denied the allegation.",
        alleges("Yemen", "Houthis", "strike", regions="YE-TA"),
        denies("Houthis", "Houthis", "strike"),
        when="yemen",
    ),
    case(
        "did not hit back",
        "Hezbollah said Israeli guns had fired first at Khiam and that its fighters had not retaliated.",
        alleges("Hezbollah", "Israel", "strike", regions="LB-NA"),
        denies("Hezbollah", "Hezbollah", "strike"),
        when="israel-lebanon",
    ),
    case(
        "a quotation mark in a phrase",
        'Pakistan accused India of shelling Kotli. New Delhi said it remained "committed to" the ceasefire.',
        alleges("Pakistan", "India", "strike", regions="PK-JK"),
        denies("India", "India", "breach"),
        when="india-pakistan",
    ),
    case(
        "an admission",
        "Iraq said its jets had bombed an Iranian tanker near Kharg.",
        admits("Iraq", "strike"),
        when="iran-israel",
    ),
]

NAMES = [
    case(
        "Mr and a surname",
        "Mr. Pashinyan said Azerbaijan had shelled Vardenis.",
        alleges("Armenia", "Azerbaijan", "strike", regions="AM-GR"),
        when="armenia-azerbaijan",
    ),
    case(
        "a rank and a surname",
        "Gen Munir said India had bombed Kotli, a charge New Delhi rejected.",
        alleges("Pakistan", "India", "strike", regions="PK-JK"),
        denies("India", "India", "strike"),
        when="india-pakistan",
    ),
    case(
        "a body that watches",
        "The monitoring group said eleven people had been killed in shelling.",
        when="syria",
    ),
]
IN_ANSWER = [
    case(
        "after the others did",
        "Hezbollah said it had shelled Metula with 12 rockets on Wednesday after Israeli jets bombed Tyre and Baalbek.",
        admits("Hezbollah", "strike", regions="IL-Z", count=12, days="12-04"),
        alleges("Hezbollah", "Israel", "strike", regions="LB-BH LB-JA"),
        when="israel-lebanon",
    ),
    case(
        "in answer to theirs",
        "India said its guns had hit posts near Kotli in answer to Pakistani shelling of Poonch.",
        admits("India", "strike", regions="PK-JK"),
        alleges("India", "Pakistan", "strike", regions="IN-JK"),
        when="india-pakistan",
    ),
    case(
        "answered with missiles",
        "Israel said Iran had responded with a salvo of ballistic missiles.",
        alleges("Israel", "Iran", "strike"),
        when="iran-israel",
    ),
    case(
        "cannot be placed on us",
        "India's army accused Pakistan of three violations of the truce. Pakistan's foreign ministry said the violations "
        "could not be placed on Pakistan.",
        alleges("India", "Pakistan", "breach", count=3),
        denies("Pakistan", "Pakistan", "breach"),
        when="india-pakistan",
    ),
]
UNTOLD = [
    case(
        "an outside body charges nobody",
        "Air strikes hit a rebel-held district of Aleppo, the Syrian Observatory for Human Rights said.",
        alleges("Syrian Observatory for Human Rights", None, "strike", regions="SY-HL"),
        when="syria",
    ),
    case(
        "warned of what is being done",
        "The Syrian opposition warned that raids by the army threatened the truce with collapse.",
        alleges("Syrian opposition", "Syria", "breach"),
        when="syria",
    ),
    case(
        "warned of what may come",
        "The Syrian opposition warned that raids by the army would wreck the truce.",
        when="syria",
    ),
    case(
        "over whose towns",
        "Two drones in the Hama region's northern towns struck a depot, Syria's defence ministry said.",
        alleges("Syria", None, "strike", regions="SY-HM"),
        when="syria",
    ),
]

NOBODYS = [
    case(
        "left a town", "The RSF said it had left the town of Wad Madani because of the raids.", when="sudan"
    ),
    case(
        "came home because of an attack",
        "The Israeli prime minister said he was cutting short his trip because of the attack.",
        when="israel-lebanon",
    ),
    case(
        "a group that may be any",
        "A group calling itself the Sons of Light said it had fired the rockets at Ashkelon.",
        when="israel-gaza",
    ),
    case(
        "a news agency that belongs to nobody",
        "The Houthis said coalition jets hit a port. Raids also hit a palace in Sanaa, Tempo news agency said.",
        alleges("Houthis", "Saudi Arabia", "strike"),
        when="yemen",
    ),
    case(
        "not who spoke but what took effect",
        "India said Pakistan had broken the truce an hour after it took effect, firing at posts in Poonch.",
        alleges("India", "Pakistan", "breach", regions="IN-JK"),
        when="india-pakistan",
    ),
    case(
        "shelled and then attacked",
        "A Greek tanker was shelled near Derna and then attacked from the air as it turned away, Greece's foreign "
        "ministry said.",
        alleges("Greece", None, "strike", regions="LY-DR"),
        when="libya",
    ),
    case(
        "militants who are no neighbour's",
        "Indian police said gunmen attacked a bus in Pahalgam, and Pakistan condemned the violence.",
        alleges("India", None, "strike", regions="IN-JK"),
        when="india-pakistan",
    ),
    case(
        "a raid at home after a shot abroad",
        "The Houthis said they fired a missile at Eilat. The raids hit a power plant in Hodeidah, the Houthi-run "
        "Al-Masirah TV said.",
        admits("Houthis", "strike", regions="IL-D"),
        alleges("Houthis", None, "energy", regions="YE-HU"),
        when="yemen",
    ),
]
MILITANTS = [
    case(
        "a truce that another announced",
        "Israel accused Iran of launching missiles two hours after a ceasefire announced by President Trump began.",
        alleges("Israel", "Iran", "breach"),
        when="iran-israel",
    ),
    case(
        "no missile was fired",
        "Israel said Iran had launched missiles at Haifa. An Iranian official said no missiles had been fired.",
        alleges("Israel", "Iran", "strike"),
        denies("Iran", "Iran", "strike"),
        when="iran-israel",
    ),
    case(
        "the force that keeps the peace",
        "The UN peacekeeping force said Israeli soldiers had shot at its patrol.",
        alleges("UNIFIL", "Israel", "strike"),
        when="israel-lebanon",
    ),
    case(
        "an allegation that who is charged denied",
        "Burundi accused Rwanda of firing two bombs on Cibitoke, an allegation Kigali denied.",
        alleges("Burundi", "Rwanda", "strike"),
        denies("Rwanda", "Rwanda", "strike"),
        when="drc-m23",
    ),
    case(
        "charged with a crime that is told beside it",
        "The Emergency Lawyers said air strikes killed dozens in Tora, accusing the army of a war crime.",
        alleges("Emergency Lawyers", "Sudan", "strike"),
        when="sudan",
    ),
    case(
        "charged with covering up another's act",
        "Hezbollah accused the United States of covering up Israel's aggression against Lebanon.",
        when="israel-lebanon",
    ),
    case(
        "the coalition that a group fights",
        "M23's spokesman said the coalition had killed 12 civilians in Kibirizi.",
        alleges("M23", "DR Congo", "strike"),
        when="drc-m23",
    ),
    case(
        "they who are not it",
        "Pakistan's army said Indian soldiers had opened fire at its post. It said they used mortars.",
        alleges("Pakistan", "India", "strike"),
        alleges("Pakistan", "India", "strike"),
        when="india-pakistan",
    ),
    case(
        "under fire before one's own strike",
        "Israel said its troops had come under anti-tank fire in Rafah and that it struck tunnels held by Hamas.",
        alleges("Israel", "Hamas", "strike", regions="PS-RFH"),
        admits("Israel", "strike"),
        when="israel-gaza",
    ),
    case(
        "denied of one's own army",
        "An LNA commander denied the army had fired first at the GNA.",
        denies("LNA", "LNA", "strike"),
        when="libya",
    ),
    case(
        "backing is no act",
        "India accused Pakistan of shelling Poonch. Islamabad rejects the charge that it backs the gunmen.",
        alleges("India", "Pakistan", "strike", regions="IN-JK"),
        when="india-pakistan",
    ),
    case(
        "militants to a state",
        "Russia's defence ministry said militants had shelled Aleppo twice.",
        alleges("Russia", "Syrian opposition", "strike", regions="SY-HL", count=2),
        when="syria",
    ),
    case(
        "planes of the one state at war",
        "SOHR said government warplanes bombed Saraqib.",
        alleges("Syrian Observatory for Human Rights", "Syria", "strike", regions="SY-ID"),
        when="syria",
    ),
    case(
        "both sides are who fights from a state's ground",
        "Lebanon's health ministry said Israeli raids killed two in Tyre. Hezbollah was silent. Both sides have "
        "accused each other of violating the truce.",
        alleges("Lebanon", "Israel", "strike", regions="LB-JA"),
        alleges("Israel", "Hezbollah", "breach"),
        alleges("Hezbollah", "Israel", "breach"),
        when="israel-lebanon",
    ),
    case(
        "a denial quoted in part",
        'Israel accused Hezbollah of firing rockets. Hezbollah said it "flatly denied" launching them.',
        alleges("Israel", "Hezbollah", "strike"),
        denies("Hezbollah", "Hezbollah", "strike"),
        when="israel-lebanon",
    ),
    case(
        "who was not there did not do it",
        "Russia accused Belgium of bombing a village. The Belgian defence ministry denied its air force was active in "
        "the area.",
        alleges("Russia", "Belgium", "strike"),
        denies("Belgium", "Belgium", "strike"),
        when="syria",
    ),
    case(
        "another matter is denied",
        "India accused Pakistan of firing rockets at a clinic. Pakistan denied that any soldiers had been hurt.",
        alleges("India", "Pakistan", "strike"),
        when="india-pakistan",
    ),
]


@pytest.mark.parametrize(
    "one", [*SPEAKERS, *NAMELESS, *CHARGES, *ANSWERS, *NAMES, *IN_ANSWER, *UNTOLD, *NOBODYS, *MILITANTS]
)
def test_turns_of_agencies(one: Case) -> None:
    assert one.found() == one.wanted()
