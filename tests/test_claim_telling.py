"""Claims told without "X said that": who says it stands after a mark, in a phrase, an aside or a list."""

import pytest

from tests.claim_cases import Case, admits, alleges, case

AFTERWARDS = [
    case(
        "thus the bulletin",
        "It was a Russian raid on the mill, carried out before dawn: thus the bulletin of Ukraine's General Staff.",
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "so a minister to reporters",
        '"Pakistan\'s guns opened fire first, at four in the morning" — so Rajnath Singh to reporters in Delhi.',
        alleges("India", "Pakistan", "strike"),
        when="india-pakistan",
    ),
    case(
        "so in the midst of a text is no speaker",
        "Russian shells had hit the bridge, so the army took the ferry.",
    ),
    case(
        "a ministry after a quotation and a colon",
        '"Azerbaijani units shelled three villages in Syunik before noon": Armenian Defence Ministry.',
        alleges("Armenia", "Azerbaijan", "strike", regions="AM-SU"),
        when="armenia-azerbaijan",
    ),
    case(
        "such is an account",
        "An Israeli drone fired on a car near Tyre: such is the account of the Lebanese army.",
        alleges("Lebanon", "Israel", "strike"),
        when="israel-lebanon",
    ),
    case(
        "that is how somebody describes it",
        "Thai tanks shelled a pagoda; that is how Cambodia's defence ministry describes the morning.",
        alleges("Cambodia", "Thailand", "strike"),
        when="thailand-cambodia",
    ),
    case("such is a war", "Russian drones struck a depot in Sumy: such is the war in the north."),
]

PHRASES = [
    case(
        "per somebody",
        "The Sudanese army shelled a clinic in Nyala, per the RSF.",
        alleges("RSF", "Sudan", "strike"),
        when="sudan",
    ),
    case(
        "per day is nobody",
        "M23 fires ninety shells per day at Sake, the Congolese army said.",
        alleges("DR Congo", "M23", "strike"),
        when="drc-m23",
    ),
    case(
        "by the calculations of somebody",
        "By Zelensky's calculations the Russians had, by noon, shelled Ukrainian trenches 19 times.",
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "an aside on what was established",
        "Russian bombs, as Ukraine's prosecutors established, hit the school twice.",
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "an aside on what was confirmed",
        "Its jets then bombed a tent camp near Gaza City, as the Israeli army confirmed.",
        admits("Israel", "strike"),
        when="israel-gaza",
    ),
    case(
        "an aside that compares is no attribution",
        "Shells hit the mill, as the observers had counted on an empty road.",
    ),
    case(
        "to somebody it was the other",
        "To Lebanon's president it was an Israeli raid on a school, and nothing else.",
        alleges("Lebanon", "Israel", "strike"),
        when="israel-lebanon",
    ),
    case(
        "for somebody it is the other",
        "For Sudan's foreign minister it is the RSF that shelled the hospital.",
        alleges("Sudan", "RSF", "strike"),
        when="sudan",
    ),
]

VERBS = [
    case(
        "a ministry informs",
        "At dawn Armenian guns shelled a post near Lachin, Baku's Defence Ministry informs.",
        alleges("Azerbaijan", "Armenia", "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "a staff communicates",
        "A pumping station in Bryansk was struck by a Ukrainian drone, the governor's office communicates.",
        alleges("Russia", "Ukraine", "energy"),
    ),
    case(
        "imputed to somebody",
        "Armenia imputes to Azerbaijan two raids on a village in Syunik.",
        alleges("Armenia", "Azerbaijan", "strike", regions="AM-SU"),
        when="armenia-azerbaijan",
    ),
    case(
        "the guilt shifted",
        "Cambodia's spokeswoman shifted the guilt for the shelling to Thai gunners.",
        alleges("Cambodia", "Thailand", "strike"),
        when="thailand-cambodia",
    ),
    case(
        "somebody's hand in it",
        "Kyiv detected Russia's hand in a raid on a depot near Lviv.",
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "a name put to it",
        "Ukraine's military intelligence put its signature to the strike on the oil terminal.",
        admits("Ukraine", "energy"),
    ),
    case(
        "boasted of",
        "Hezbollah boasted of a raid on a radar post.",
        admits("Hezbollah", "strike"),
        when="israel-lebanon",
    ),
    case("boasted of what is no act", "Hezbollah boasted of its radar posts.", when="israel-lebanon"),
    case(
        "from somebody came word",
        "From the Houthis came word that Saudi jets had bombed a market in Saada.",
        alleges("Houthis", "Saudi Arabia", "strike"),
        when="yemen",
    ),
]

LISTS = [
    case(
        "in a bulletin",
        "Seven Russian raids on Sumy appear in the bulletin of the Ukrainian General Staff.",
        alleges("Ukraine", "Russia", "strike", count=7),
    ),
    case(
        "a list contains",
        "The army's list contains eleven Thai breaches of the truce, Cambodia's prime minister said.",
        alleges("Cambodia", "Thailand", "breach", count=11),
        when="thailand-cambodia",
    ),
    case("a list of guests", "Two generals who shelled Sumy appear in the list of guests."),
]


SITES = [
    case(
        "posted on a site of a letter",
        "Two Russian missiles fell on a flour mill, Andrii Sybiha said in a post on X. Moscow has not commented.",
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "told after the act, and more after a semicolon",
        "All four warehouses were shelled by Armenian guns, reported Azerbaijan's defence ministry; they were empty.",
        alleges("Azerbaijan", "Armenia", "strike"),
        when="armenia-azerbaijan",
    ),
]

TALLIES = [
    case(
        "so many breaches of a truce that is not named",
        "Peacekeepers have noted 1,130 Israeli air violations since October.",
        alleges("UNIFIL", "Israel", "breach", count=1130),
        when="israel-lebanon",
    ),
    case(
        "breaches put at a number",
        "Sybiha put Russian breaches at 212 for the first day.",
        alleges("Ukraine", "Russia", "energy", count=212),
    ),
    case(
        "so many that somebody carried out",
        "Israel has carried out 96 violations since Sunday, the media office in Gaza said.",
        alleges("Hamas", "Israel", "breach", count=96),
        when="israel-gaza",
    ),
    case("of other rights", "Hamas spoke of 200 Israeli human rights violations.", when="israel-gaza"),
    case("against others", "Hamas spoke of 200 Israeli violations against reporters.", when="israel-gaza"),
]


PLAIN = [
    case(
        "words not minced",
        "Phnom Penh did not mince words: Thai guns shelled a market.",
        alleges("Cambodia", "Thailand", "strike"),
        when="thailand-cambodia",
    ),
    case(
        "no word said",
        "Phnom Penh did not comment: Thai guns shelled a market.",
        when="thailand-cambodia",
    ),
]


@pytest.mark.parametrize("one", [*PLAIN, *SITES, *TALLIES, *AFTERWARDS, *PHRASES, *VERBS, *LISTS])
def test_who_is_told_to_say_it(one: Case) -> None:
    assert one.found() == one.wanted()
