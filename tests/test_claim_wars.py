"""Whole reports on wars of more than two parties: who is behind "the coalition", "the rebels", "the army"."""

import pytest

from tests.claim_cases import Case, admits, alleges, case, denies

YEMEN = [
    case(
        "Hodeidah",
        "ADEN - Yemen's government accused the Houthis on Thursday of breaking the truce in Hodeidah for the second "
        "day running. Rebel gunners had fired mortar rounds at loyalist posts near the Red Sea Mills, a military "
        "source in the pro-government forces said. The Houthi-run Al-Masirah channel said that coalition "
        "warplanes had bombed a farm in the Bayt al-Faqih district. A spokesman for the coalition, Turki al-Malki, "
        "denied that its jets had carried out any air strikes since the ceasefire began.",
        alleges("Yemen", "Houthis", "breach", regions="YE-HU"),
        alleges("Yemen", "Houthis", "breach", regions="YE-HU"),
        alleges("Houthis", "Saudi Arabia", "strike", regions="YE-HU"),
        denies("Saudi Arabia", "Saudi Arabia", "breach"),
        when="yemen",
    ),
    case(
        "Marib",
        "The Houthis fired two ballistic missiles at the city of Marib overnight, the governor, Sultan al-Arada, said. "
        "The Iran-aligned group denied it. Its military spokesman, Yahya Saree, said Saudi-led aggression aircraft had "
        "carried out 14 raids on Sirwah and Raghwan, and that mercenaries had shelled homes in al-Jubah.",
        alleges("Yemen", "Houthis", "strike", regions="YE-MA", count=2),
        denies("Houthis", "Houthis", "strike"),
        alleges("Houthis", "Saudi Arabia", "strike", regions="YE-MA", count=14),
        alleges("Houthis", "Yemen", "strike", regions="YE-MA"),
        when="yemen",
    ),
    case(
        "Taiz",
        "The national army said that the militia had violated the UN-brokered truce 80 times in a day, most of them in "
        "Taiz and Marib. Houthi negotiator Mohammed Abdulsalam rejected the charge and accused the Saudi-backed "
        "government of shelling villages in Maqbanah.",
        alleges("Yemen", "Houthis", "breach", count=80, regions="YE-MA YE-TA"),
        denies("Houthis", "Houthis", "breach"),
        alleges("Houthis", "Yemen", "strike", regions="YE-TA"),
        when="yemen",
    ),
    case(
        "the kingdom",
        "Saudi Arabia said that the Houthis had launched a drone at Abha airport. The rebels claimed responsibility for "
        "the attack. Yahya Saree said the group had hit the airport with a Qasef drone.",
        alleges("Saudi Arabia", "Houthis", "strike", regions="SA-14"),
        admits("Houthis", "strike"),
        admits("Houthis", "strike"),
        when="yemen",
    ),
    case(
        "the separatists",
        "The Southern Transitional Council accused government forces of shelling its positions near Shuqra. "
        "A government official said the separatists had opened fire first.",
        alleges("STC", "Yemen", "strike", regions="YE-AB"),
        alleges("Yemen", "STC", "strike"),
        when="yemen",
    ),
]

SYRIA = [
    case(
        "Kobani",
        "QAMISHLI, Syria - The Kurdish-led Syrian Democratic Forces said on Thursday that factions affiliated with the "
        "Damascus government had shelled a village near Sarrin with heavy artillery. The army denied that its units had "
        "fired, and its Operations Authority accused the SDF of sending nine drones at posts near Deir Hafer in breach of "
        "the ceasefire. The group rejected the accusation.",
        alleges("SDF", "Syria", "strike", regions="SY-HL"),
        denies("Syria", "Syria", "breach"),
        alleges("Syria", "SDF", "breach", count=9, regions="SY-HL"),
        denies("SDF", "SDF", "breach"),
        when="syria",
    ),
    case(
        "the opposition of 2016",
        "The main opposition group, the High Negotiations Committee, said government forces and Russian warplanes had "
        "violated the cessation of hostilities 15 times on its first day. Insurgents said army helicopters had dropped "
        "barrel bombs on Daraya. The head of Russia's reconciliation centre, Sergei Kuralenko, accused the "
        "rebels of shelling a district of Aleppo.",
        alleges("Syrian opposition", "Syria", "breach", count=15),
        alleges("Syrian opposition", "Russia", "breach", count=15),
        alleges("Syrian opposition", "Syria", "breach", regions="SY-RD"),
        alleges("Russia", "Syrian opposition", "strike", regions="SY-HL"),
        when="syria",
    ),
    case(
        "the monitor",
        "Regime forces shelled Khan Sheikhoun in Idlib on Friday, according to the Syrian Observatory for Human Rights, a "
        "Britain-based war monitor. State news agency SANA said that insurgents had fired rockets at Salamiyah.",
        alleges("Syrian Observatory for Human Rights", "Syria", "strike", regions="SY-ID"),
        alleges("Syria", "Syrian opposition", "strike", regions="SY-HM"),
        when="syria",
    ),
    case(
        "Turkey's pause",
        "Turkey's defence ministry said the YPG had broken the pause 20 times, mostly around Ras al-Ain. An SDF spokesman, "
        "Mustafa Bali, denied it and said Turkish jets and Turkey-backed rebels had attacked the hospital in Tel Abyad.",
        alleges("Turkey", "SDF", "breach", count=20, regions="SY-HA"),
        denies("SDF", "SDF", "breach"),
        alleges("SDF", "Turkey", "strike", regions="SY-RA"),
        alleges("SDF", "Syrian National Army", "strike", regions="SY-RA"),
        when="syria",
    ),
    case(
        "Israel's strikes",
        "Syria's foreign ministry said Israeli aircraft had struck a base near Kiswah, south of Damascus, and called it a "
        "violation of the 1974 agreement. The Israeli military said it had hit an observation post in the area.",
        alleges("Syria", "Israel", "breach", regions="SY-RD"),
        admits("Israel", "strike"),
        when="syria",
    ),
]

LIBYA = [
    case(
        "Mitiga",
        "The UN-backed government accused forces loyal to Khalifa Haftar of firing Grad rockets at Mitiga airport in breach of "
        "the ceasefire. Haftar's Libyan National Army (LNA) denied shelling the airport. Its spokesman, Ahmed al-Mismari, "
        "said that Tripoli militias had attacked LNA positions in Salah al-Din on Thursday.",
        alleges("GNA", "LNA", "breach", regions="LY-TB"),
        denies("LNA", "LNA", "breach"),
        alleges("LNA", "GNA", "strike", regions="LY-TB", days="01-23"),
        when="libya",
    ),
    case(
        "Abu Grein",
        "GNA spokesman Mohamed Gnounou said Haftar's militias had attacked their posts near Abu Grein with 12 drones. "
        "The eastern-based forces said the Turkish mercenaries had fired first.",
        alleges("GNA", "LNA", "strike", regions="LY-MI", count=12),
        alleges("LNA", "GNA", "strike"),
        when="libya",
    ),
    case(
        "the port",
        "Libya's internationally recognised government said on Friday that rockets fired by the LNA had hit the port of "
        "Tripoli, and that it would suspend talks. The LNA said it had struck a Turkish ship that carried weapons.",
        alleges("GNA", "LNA", "strike", regions="LY-TB"),
        admits("LNA", "strike"),
        when="libya",
    ),
    case(
        "Tarhuna",
        "Fighters of the Government of National Accord shelled homes in Tarhuna, an official of the eastern government said. "
        "A military spokesman in Tripoli denied that its forces had fired on civilians.",
        alleges("LNA", "GNA", "strike", regions="LY-MB"),
        denies("GNA", "GNA", "strike"),
        when="libya",
    ),
]

IRAN = [
    case(
        "after the truce",
        "Israel's defence minister, Israel Katz, accused Iran of firing missiles after the ceasefire took effect. Iran's armed "
        "forces general staff denied it, state television said. The Khatam al-Anbiya headquarters said the Zionist regime had "
        "struck targets in three places until 9 a.m.",
        alleges("Israel", "Iran", "breach"),
        denies("Iran", "Iran", "breach"),
        alleges("Iran", "Israel", "strike"),
        when="iran-israel",
    ),
    case(
        "the sites",
        "The IAEA said Israeli strikes had damaged halls at Natanz. The Revolutionary Guards said they had launched 30 missiles "
        "at air bases in central Israel. Trump said American bombers had hit Fordow.",
        alleges("IAEA", "Israel", "strike", regions="IR-10"),
        admits("Iran", "strike", count=30),
        admits("United States", "strike", regions="IR-25"),
        when="iran-israel",
    ),
    case(
        "Haifa",
        "An Iranian missile hit a refinery in Haifa, the Israeli military said. Foreign Minister Abbas Araghchi said Israel had "
        "attacked the South Pars gas field a day before.",
        alleges("Israel", "Iran", "energy", regions="IL-HA"),
        alleges("Iran", "Israel", "energy", regions="IR-18"),
        when="iran-israel",
    ),
    case(
        "both",
        "U.S. President Donald Trump said that both countries had violated the ceasefire. Iran and Israel each said that the "
        "other had fired first.",
        alleges("United States", "Iran", "breach"),
        alleges("United States", "Israel", "breach"),
        alleges("Iran", "Israel", "strike"),
        alleges("Israel", "Iran", "strike"),
        when="iran-israel",
    ),
]

AFGHAN = [
    case(
        "along the Durand Line",
        "The Taliban government accused Pakistan of bombing two villages in Khost on Wednesday. Pakistan's military said Afghan "
        "Taliban fighters had opened unprovoked fire on posts in Kurram. Kabul denied it.",
        alleges("Afghanistan", "Pakistan", "strike", regions="AF-KHO", days="11-12"),
        alleges("Pakistan", "Afghanistan", "strike", regions="PK-KP"),
        denies("Afghanistan", "Afghanistan", "strike"),
        when="afghanistan-pakistan",
    ),
    case(
        "two Talibans",
        "The Pakistani Taliban said its men had ambushed a convoy in North Waziristan. The Taliban said Islamabad had broken the "
        "ceasefire with strikes on Paktika.",
        admits("Pakistani Taliban", "strike", regions="PK-KP"),
        alleges("Afghanistan", "Pakistan", "breach", regions="AF-PKA"),
        when="afghanistan-pakistan",
    ),
]

OUTSIDE = [
    case(
        "an outsider of both sides",
        "Israel and Hezbollah traded fire across southern Lebanon again. Lebanon's president met envoys. "
        "France said both sides had violated the truce.",
        alleges("France", "Hezbollah", "breach"),
        alleges("France", "Israel", "breach"),
        when="israel-lebanon",
    ),
    case(
        "those who fight in the text",
        "Israel said Hezbollah had fired rockets from a village in southern Lebanon. Hezbollah said Israel had shelled "
        "villages there. Both sides denied breaking the ceasefire, Lebanese media said.",
        alleges("Israel", "Hezbollah", "strike"),
        alleges("Hezbollah", "Israel", "strike"),
        denies("Hezbollah", "Hezbollah", "breach"),
        denies("Israel", "Israel", "breach"),
        when="israel-lebanon",
    ),
]


@pytest.mark.parametrize("report", [*YEMEN, *SYRIA, *LIBYA, *IRAN, *AFGHAN, *OUTSIDE])
def test_the_claims_of_a_report(report: Case) -> None:
    assert report.found() == report.wanted()
