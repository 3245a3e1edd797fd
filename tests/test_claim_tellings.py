"""Ways of telling that somebody says or denies: certainty, verdicts on a charge, accounts, tags with a noun."""

import pytest

from tests.claim_cases import Case, admits, alleges, case, denies

CERTAIN = [
    case(
        "adamant",
        "The Thai army remained adamant on Friday that Cambodian gunners had shelled a school in Sisaket.",
        alleges("Thailand", "Cambodia", "strike"),
        when="thailand-cambodia",
    ),
    case(
        "convinced, in a tag",
        "Indian drones, Islamabad is convinced, hit a mosque in Bahawalpur.",
        alleges("Pakistan", "India", "strike"),
        when="india-pakistan",
    ),
    case(
        "has no doubt, with a quotation",
        'Spokesman Ivan Bondar of Ukraine\'s air force left no doubt: "The kindergarten was hit by a Russian missile."',
        alleges("Ukraine", "Russia", "strike"),
    ),
    case("sure of what will be", "Kyiv is confident that Russian troops will not shell the village again."),
    case("not sure", "Ukraine's prosecutors are not certain that Russian troops shelled the school."),
    case(
        "a trouble told after a colon",
        "Ukraine's army has a problem: Russian drones hit its depots every night.",
    ),
]

VERDICTS = [
    case(
        "pronounced it so",
        "Moscow charged Ukraine with shelling a clinic in Belgorod. The General Staff in Kyiv pronounced the report a "
        "fake.",
        alleges("Russia", "Ukraine", "strike"),
        denies("Ukraine", "Ukraine", "strike"),
    ),
    case(
        "ruled it out, with a word between",
        "Hezbollah fired a rocket at Metula, Israel's army said. A spokesman for Hezbollah ruled that out.",
        alleges("Israel", "Hezbollah", "strike"),
        denies("Hezbollah", "Hezbollah", "strike"),
        when="israel-lebanon",
    ),
    case(
        "does not accept it",
        "India accused Pakistan of firing at a post in Uri. Islamabad does not accept the charge.",
        alleges("India", "Pakistan", "strike"),
        denies("Pakistan", "Pakistan", "strike"),
        when="india-pakistan",
    ),
    case(
        "poured cold water on it",
        "The army said that RSF drones had struck a hotel in Kassala. The RSF poured cold water on the claim.",
        alleges("Sudan", "RSF", "strike"),
        denies("RSF", "RSF", "strike"),
        when="sudan",
    ),
    case(
        "taken up as something",
        "Armenia accuses Azerbaijan of shelling a farm near Goris, something Baku denies.",
        alleges("Armenia", "Azerbaijan", "strike"),
        denies("Azerbaijan", "Azerbaijan", "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "taken up by which, and called a lie",
        "Armenia accuses Azerbaijan of shelling a farm near Goris, which Baku says is a lie.",
        alleges("Armenia", "Azerbaijan", "strike"),
        denies("Azerbaijan", "Azerbaijan", "strike"),
        when="armenia-azerbaijan",
    ),
    case("an offer not accepted", "Russia shelled a bridge. Ukraine does not accept the offer of a truce."),
]

BELIED = [
    case(
        "what a foe claims in an aside",
        "Dmytro Lykhovii, an army spokesman in Kyiv, said that Ukrainian troops had not shelled the market in Donetsk, as "
        "Moscow claims.",
        alleges("Russia", "Ukraine", "strike"),
        denies("Ukraine", "Ukraine", "strike"),
    ),
    case(
        "what nobody's foe claims in an aside",
        "Ukrainian troops did not shell the market, as the UN monitors note.",
        denies("UN", "Ukraine", "strike"),
    ),
    case(
        "no justification for it",
        "There can be no justification for the Russian strike on a clinic in Kharkiv, Ukraine's foreign minister said.",
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "took it off the grid, and nothing of the kind",
        "Kyiv says that Russian drones took a plant in Sumy off the grid; Moscow says that nothing of the kind happened.",
        alleges("Ukraine", "Russia", "energy"),
        denies("Russia", "Russia", "energy"),
    ),
    case(
        "a force by what it is",
        "The UN peacekeeping force in Lebanon said that an Israeli tank had fired at its patrol.",
        alleges("UNIFIL", "Israel", "strike"),
        when="israel-lebanon",
    ),
]

ISSUED = [
    case(
        "whatever a charge is called",
        "Thailand accused Cambodia of shelling a school in Surin. Phnom Penh denounced the charge as a ploy.",
        alleges("Thailand", "Cambodia", "strike"),
        denies("Cambodia", "Cambodia", "strike"),
        when="thailand-cambodia",
    ),
    case(
        "a charge that is granted",
        "Thailand accused Cambodia of shelling a school in Surin. Phnom Penh called the accusation serious.",
        alleges("Thailand", "Cambodia", "strike"),
        when="thailand-cambodia",
    ),
    case(
        "an act called something",
        "India accused Pakistan of shelling a shrine in Poonch. Islamabad condemned the attack on the shrine as vile.",
        alleges("India", "Pakistan", "strike"),
        when="india-pakistan",
    ),
    case(
        "it never happened",
        'Ukraine accused Russia of bombing a theatre in Izium. "This never happened," Peskov said.',
        alleges("Ukraine", "Russia", "strike"),
        denies("Russia", "Russia", "strike"),
    ),
    case(
        "talks that did not happen",
        "Ukraine accused Russia of bombing a theatre in Izium. The talks did not take place, Peskov said.",
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "issued a denial",
        "The army said the RSF had shelled a bakery in El Fasher. The RSF issued a denial.",
        alleges("Sudan", "RSF", "strike"),
        denies("RSF", "RSF", "strike"),
        when="sudan",
    ),
    case(
        "drew a denial from",
        "Kinshasa's claim that Rwanda shelled a camp near Goma drew a flat denial from Kigali.",
        alleges("DR Congo", "Rwanda", "strike"),
        denies("Rwanda", "Rwanda", "strike"),
        when="drc-m23",
    ),
    case(
        "a denial that is known or awaited",
        "Ukraine accused Russia of bombing a theatre in Izium. Kyiv expected a denial. Moscow's denials convinced nobody.",
        alleges("Ukraine", "Russia", "strike"),
    ),
]

CHARGES = [
    case(
        "sees behind it",
        "Damascus sees the SDF behind the shelling of a mill near Manbij.",
        alleges("Syria", "SDF", "strike"),
        when="syria",
    ),
    case(
        "implicates",
        "Kinshasa implicated Rwanda in the bombing of a camp near Goma.",
        alleges("DR Congo", "Rwanda", "strike"),
        when="drc-m23",
    ),
    case(
        "traced to",
        "Ukraine's security service traced the missile that hit the theatre to a Russian brigade.",
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "spoke of guns that had fired",
        "Pakistan's information minister spoke of Indian guns that had pounded a market in Kotli.",
        alleges("Pakistan", "India", "strike"),
        when="india-pakistan",
    ),
    case(
        "from the start",
        "Cambodia's government has said from the start that Thai soldiers fired on a temple.",
        alleges("Cambodia", "Thailand", "strike"),
        when="thailand-cambodia",
    ),
    case(
        "a verb taken for a plural",
        "Poland watches. Ukraine's air force rejects in turn the accusation by Moscow that its jets bombed a church.",
        alleges("Russia", "Ukraine", "strike"),
        denies("Ukraine", "Ukraine", "strike"),
    ),
]

SET_ASIDE = [
    case(
        "not one but the other",
        "Not Cambodian but Thai guns shelled the pagoda, Phnom Penh said.",
        alleges("Cambodia", "Thailand", "strike"),
        denies("Cambodia", "Cambodia", "strike"),
        when="thailand-cambodia",
    ),
    case(
        "one, and not the other, in a passive",
        "The market was hit by a rocket fired by the RSF and not by Sudanese gunners, Sudan's army said.",
        alleges("Sudan", "RSF", "strike"),
        denies("Sudan", "Sudan", "strike"),
        when="sudan",
    ),
    case(
        "a cleft",
        "It was not India but Pakistan that shelled Poonch, New Delhi said.",
        alleges("India", "Pakistan", "strike"),
        denies("India", "India", "strike"),
        when="india-pakistan",
    ),
    case(
        "not one but two",
        "Not one but two Russian missiles hit the bakery, Zelensky said.",
        alleges("Ukraine", "Russia", "strike", count=2),
    ),
    case(
        "an occasion",
        "Ukraine's army, not for the first time, shelled the chapel, Moscow said.",
        alleges("Russia", "Ukraine", "strike"),
    ),
    case(
        "not a place but another",
        "Ukrainian gunners did not shell the chapel but a depot, Kyiv said.",
        denies("Ukraine", "Ukraine", "strike"),
    ),
    case(
        "a place of one's own",
        "Russian guns shelled Sumy, with no silence on the Kursk front of Ukraine either, Zelensky said.",
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "anything to do with it",
        "Rwanda denied having anything to do with the shelling of a camp near Goma.",
        denies("Rwanda", "Rwanda", "strike"),
        when="drc-m23",
    ),
    case(
        "off a coast",
        "The tanker came under attack off the Turkish coast, Turkey's maritime authority said.",
        alleges("Turkey", None, "strike"),
    ),
]

ACCOUNTS = [
    case(
        "in the reading of",
        "A Russian bomber, in the reading of Ukraine's prosecutors, struck the theatre.",
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "by its own admission",
        "By the RSF's own admission, its drones struck a depot in Kosti.",
        admits("RSF", "strike"),
        when="sudan",
    ),
    case(
        "runs the version of",
        "Two Houthi drones struck the refinery in Marib, runs the version of Yemen's government.",
        alleges("Yemen", "Houthis", "energy"),
        when="yemen",
    ),
    case(
        "came the reply",
        "It was a Thai jet that bombed the bridge, came the reply from Phnom Penh.",
        alleges("Cambodia", "Thailand", "strike"),
        when="thailand-cambodia",
    ),
    case(
        "that is the finding of",
        "Russian shells hit the ward: that is the finding of Ukraine's prosecutors.",
        alleges("Ukraine", "Russia", "strike"),
    ),
    case("comes no admission", "Russian missiles hit the port. Then came the letter from Moscow."),
]


@pytest.mark.parametrize("one", [*CERTAIN, *VERDICTS, *BELIED, *ISSUED, *CHARGES, *SET_ASIDE, *ACCOUNTS])
def test_ways_of_telling(one: Case) -> None:
    """Who is certain, judges a charge or is told of by a noun makes a claim, and nobody else."""
    assert one.found() == one.wanted()
