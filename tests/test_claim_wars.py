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
        alleges("Yemen", "Houthis", "strike", regions="YE-HU"),
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


@pytest.mark.parametrize("report", YEMEN)
def test_the_claims_of_a_report(report: Case) -> None:
    assert report.found() == report.wanted()
