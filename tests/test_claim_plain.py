"""Claims in plain words of a writer's own: what is beyond doubt, what was the other's doing, what was called a breach."""

import pytest

from tests.claim_cases import Case, admits, alleges, case, denies

SURE = [
    case(
        "no doubt that",
        "There is no doubt that Russian drones hit the school in Odesa, Kyiv said.",
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "whoever has no doubt",
        "Kyiv has no doubt that Russian drones hit the school in Odesa.",
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "for whom there is no doubt",
        "For the government of Sudan there is no doubt that RSF fighters shelled the market.",
        alleges("Sudan", "RSF", "strike"),
        when="sudan",
    ),
    case("who has doubts", "Kyiv has doubts that Russian drones hit the school in Odesa."),
    case(
        "a charge raised",
        "Kyiv raised the charge that Russian troops had shelled a clinic in Kherson.",
        alleges("Ukraine", "Russia", "strike"),
    ),
]

WHOSE = [
    case(
        "a strike of its own",
        "Ukraine's General Staff reported a strike of its own on an airfield in Russia's Saratov region.",
        admits("Ukraine", "strike", regions="RU-SAR"),
    ),
    case(
        "the military wing of a group",
        "The military wing of Hamas said it had fired rockets at Ashkelon.",
        admits("Hamas", "strike"),
        when="israel-gaza",
    ),
    case(
        "a foreign army",
        "President Tshisekedi said that a foreign army had shelled Uvira.",
        alleges("DR Congo", None, "strike"),
        when="drc-m23",
    ),
    case(
        "who stands behind it",
        "Russia stands behind the raid on the hospital in Sumy, Ukraine's foreign ministry said.",
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "that did this",
        "The depot in Kherson burned after an attack. It was the Russian army that did this, Kyiv said.",
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "where drones were headed",
        "Moscow said two Ukrainian drones had been headed for a gas store in Crimea.",
        alleges("Russia", "Ukraine", "energy", count=2),
    ),
]

DAYS_AND_NUMBERS = [
    case(
        "the night of the very day of the report",
        "Ukraine sent three drones at a depot in the night of April 4, the ministry in Moscow said.",
        alleges("Russia", "Ukraine", "strike", days="04-03 04-04", count=3),
    ),
    case(
        "the night of an earlier day",
        "Ukraine sent three drones at a depot in the night of April 2, the ministry in Moscow said.",
        alleges("Russia", "Ukraine", "strike", days="04-02 04-03"),
    ),
    case(
        "a month before a number in words",
        "In mid-March three men died in a Russian strike on Odesa, Kyiv said.",
        alleges("Ukraine", "Russia", "strike", days="03-01 03-31"),
    ),
    case(
        "called a breach",
        "Six rockets were fired at Sderot on Tuesday, the Israeli army said, in what it called a breach of the truce by Hamas.",
        alleges("Israel", "Hamas", "breach", days="11-04", count=6),
        when="israel-gaza",
    ),
    case(
        "the other did it",
        "The army blamed the RSF for the shelling of a clinic in Khartoum on Tuesday; the RSF said that the army had done it.",
        alleges("Sudan", "RSF", "strike", days="05-06", regions="SD-KH"),
        alleges("RSF", "Sudan", "strike", days="05-06", regions="SD-KH"),
        when="sudan",
    ),
    case(
        "a charge of long ago denied",
        "On Tuesday Russian gunmen shot at a convoy in Kherson, Kyiv said, and Moscow called that a lie.",
        alleges("Ukraine", "Russia", "strike", days="04-01"),
        denies("Russia", "Russia", "strike", days="04-01"),
    ),
    case(
        "what violations stand at",
        "Israeli violations of the truce now stand at 90, the Hamas media office said.",
        alleges("Hamas", "Israel", "breach", count=90),
        when="israel-gaza",
    ),
    case(
        "a number since a day",
        "The number of Israeli violations of the truce has reached 80 since October 10, the Hamas media office said.",
        alleges("Hamas", "Israel", "breach", count=80),
        when="israel-gaza",
    ),
    case(
        "places of what is said after a colon",
        "Moscow insists that it is Kyiv which breaks the deal: it says Ukraine shelled a gas store in Crimea.",
        alleges("Russia", "Ukraine", "energy", regions="UA-43"),
    ),
    case(
        "two regions of one name",
        "The M23 is attacking the army's posts in North and South Kivu, Congo's army said.",
        alleges("DR Congo", "M23", "strike", regions="CD-NK CD-SK"),
        when="drc-m23",
    ),
    case(
        "the power supply",
        "Russian drones hit the power supply of a railway in Kherson, Ukraine said.",
        alleges("Ukraine", "Russia", "energy"),
    ),
]

TURNS = [
    case(
        "the spokesman who spoke just before",
        "Hazem Qassem, a spokesman for Hamas, said Israel had broken the truce. Lieutenant-Colonel Avi Stein of the "
        "Israeli army said that the jets had struck a cell. The spokesman denied that this was a breach of the truce.",
        alleges("Hamas", "Israel", "breach"),
        admits("Israel", "strike"),
        denies("Israel", "Israel", "breach"),
        when="israel-gaza",
    ),
    case(
        "who knew nothing of it",
        "Israel accused Hamas of firing at its men in Rafah. The movement declared that it knew nothing of it.",
        alleges("Israel", "Hamas", "strike"),
        denies("Hamas", "Hamas", "strike"),
        when="israel-gaza",
    ),
    case(
        "who knew of no clash",
        "Israel said Hamas had fired on its troops in Rafah. Hamas said it knew of no clash there.",
        alleges("Israel", "Hamas", "strike"),
        denies("Hamas", "Hamas", "strike"),
        when="israel-gaza",
    ),
    case(
        "who says nothing about it",
        "Kyiv said Russian drones had hit a clinic in Odesa. Moscow has said nothing about it.",
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "who advises a commander",
        "Sudan's army said the RSF had shelled Omdurman. Omar Hassan, who advises the RSF commander, denied that.",
        alleges("Sudan", "RSF", "strike"),
        denies("RSF", "RSF", "strike"),
        when="sudan",
    ),
    case(
        "soldiers who returned fire",
        "Hamas gunmen set off two charges in Rafah, and the soldiers returned fire, said a spokesman for Israel.",
        alleges("Israel", "Hamas", "strike"),
        admits("Israel", "strike"),
        when="israel-gaza",
    ),
    case(
        "what strikes were aimed at",
        "Israel's army said the strikes were aimed at dozens of Hamas targets in Gaza City.",
        admits("Israel", "strike"),
        when="israel-gaza",
    ),
    case(
        "what raids were directed at",
        "Israel's army said the raids had been directed at Hamas depots.",
        admits("Israel", "strike"),
        when="israel-gaza",
    ),
    case(
        "raids directed at civilians",
        "Hamas said the raids by Israel had been directed at civilians.",
        alleges("Hamas", "Israel", "strike"),
        when="israel-gaza",
    ),
    case(
        "no violation of an understanding said to be broken",
        "India said Pakistan had broken the understanding. Pakistan's version is that no Pakistani violation took place.",
        alleges("India", "Pakistan", "breach"),
        denies("Pakistan", "Pakistan", "breach"),
        when="india-pakistan",
    ),
    case(
        "a verb left out",
        "Yerevan speaks of an Azerbaijani raid on Goris; Baku of mines laid by Armenian troops.",
        alleges("Armenia", "Azerbaijan", "strike"),
        alleges("Azerbaijan", "Armenia", "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "a clause with its verb left out",
        "Yerevan says that Azerbaijani guns shelled Goris; Baku that Armenian troops laid mines.",
        alleges("Armenia", "Azerbaijan", "strike"),
        alleges("Azerbaijan", "Armenia", "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "posts of ours",
        "Several posts of ours were fired on by Armenian units near Lachin, the ministry said. Azerbaijan mourns a man.",
        alleges("Azerbaijan", "Armenia", "strike"),
        when="armenia-azerbaijan",
    ),
]

HELD = [
    case(
        "a boast of the sentence before",
        "Pakistan maintains that its jets destroyed a radar at Adampur. India has rejected the claim; its minister "
        "went to the base.",
        admits("Pakistan", "strike"),
        denies("India", "Pakistan", "strike"),
        when="india-pakistan",
    ),
    case(
        "a charge after a boast",
        "Pakistan maintains that its jets destroyed a radar at Adampur. India, it said, had shelled Bhimber. India "
        "has rejected the claim.",
        admits("Pakistan", "strike"),
        alleges("Pakistan", "India", "strike"),
        denies("India", "India", "strike"),
        when="india-pakistan",
    ),
]


def test_an_office_before_the_colon_of_a_title() -> None:
    text = "Armenian troops laid mines along a road near Lachin, the Defence Ministry said. Azerbaijan mourns a man."
    title = "Defence Ministry: raid by Armenia repelled"
    wanted = alleges("Azerbaijan", "Armenia", "strike")
    one = Case(text, (wanted,), "armenia-azerbaijan", title)
    assert one.found() == one.wanted()


@pytest.mark.parametrize("one", [*SURE, *WHOSE, *DAYS_AND_NUMBERS, *TURNS, *HELD])
def test_plain_words(one: Case) -> None:
    assert one.found() == one.wanted()
