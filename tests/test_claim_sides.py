"""Whose act it is where a text does not say so at once: whose is hit, who is meant, what is taken up again."""

import pytest

from tests.claim_cases import Case, admits, alleges, case, denies

WHOSE_IS_HIT = [
    case(
        "the enemy's",
        '"Aimed fire is being directed at the enemy\'s trenches," said Eduard Basurin of the DPR.',
        admits("Russia", "strike"),
    ),
    case(
        "the other side's",
        "Ukrainian trenches near Soledar were struck with rockets, Russia's defence ministry said.",
        admits("Russia", "strike"),
    ),
    case(
        "one's own",
        "The Russians gave no rest. Our trenches were struck with rockets, Ukraine's General Staff said.",
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "what was charged before, confirmed",
        "The Israeli army reported that Hezbollah had fired two shells at Shlomi. It confirmed that two shells "
        "were launched at a field.",
        alleges("Israel", "Hezbollah", "strike"),
        alleges("Israel", "Hezbollah", "strike"),
        when="israel-lebanon",
    ),
]
WHO_IS_MEANT = [
    case(
        "its, of the subject",
        "Moscow says Kyiv has increased its attacks on refineries.",
        alleges("Russia", "Ukraine", "energy"),
    ),
    case(
        "rivals unnamed",
        "Indian and Pakistani troops faced one another. Rival forces accused each other of shelling villages.",
        alleges("India", "Pakistan", "strike"),
        alleges("Pakistan", "India", "strike"),
        when="india-pakistan",
    ),
    case(
        "a second accused after a bracket",
        "Armenia accused the Republic of Azerbaijan (AR) and Russia of deliberately breaking the ceasefire.",
        alleges("Armenia", "Azerbaijan", "breach"),
        alleges("Armenia", "Russia", "breach"),
        when="armenia-azerbaijan",
    ),
    case(
        "a name with a hyphen",
        "A spokesman, Omar al-Rafiq, said Israeli tanks had shelled Khiam, Hezbollah's press office reported. A "
        "Hezbollah official, Hassan al-Amin, said Israel had bombed Tyre.",
        alleges("Hezbollah", "Israel", "strike"),
        alleges("Hezbollah", "Israel", "strike"),
        when="israel-lebanon",
    ),
    case(
        "a denial before its speaker",
        "Denying reports of an incursion by Pakistani troops, Pakistan's foreign ministry spoke of calm.",
        denies("Pakistan", "Pakistan", "strike"),
        when="india-pakistan",
    ),
]
TAKEN_UP = [
    case(
        "claimed by a side",
        "A depot near Bryansk burned after a drone strike claimed by Ukraine.",
        admits("Ukraine", "strike", regions="RU-BRY"),
    ),
    case(
        "the strikes",
        "Russia accused Ukraine of six attacks on its grid. The strikes damaged houses near Kursk, Moscow said.",
        alleges("Russia", "Ukraine", "energy", count=6),
        alleges("Russia", "Ukraine", "energy", regions="RU-KRS"),
    ),
    case(
        "the shooting, anew",
        "The shooting began again at dawn from the Azerbaijani side, Armenia's defence ministry said.",
        alleges("Armenia", "Azerbaijan", "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "what went on",
        "Firing from the Azerbaijani side went on for an hour, Armenia's defence ministry said.",
        alleges("Armenia", "Azerbaijan", "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "a charge denied in its own sentence",
        "Azerbaijan's claims that Armenian guns shelled Ganja on Thursday have nothing to do with reality, the "
        "Armenian defence ministry said.",
        alleges("Azerbaijan", "Armenia", "strike", regions="AZ-GA"),
        denies("Armenia", "Armenia", "strike", regions="AZ-GA"),
        when="armenia-azerbaijan",
    ),
    case(
        "attacks repelled",
        "The Indian army said it was repelling Pakistani attacks near Uri.",
        alleges("India", "Pakistan", "strike"),
        when="india-pakistan",
    ),
    case(
        "no clashes, after a charge",
        "India accused Pakistan of shelling a mill. Pakistan's army said there had been no clashes that day.",
        alleges("India", "Pakistan", "strike"),
        denies("Pakistan", "Pakistan", "strike"),
        when="india-pakistan",
    ),
    case(
        "a charge frames what its own side says next, and nothing far below it",
        "India accused Pakistan of breaking the ceasefire. Gunners had shelled Uri, the army said. The sun shone. "
        "Rain followed. A school at Poonch was hit by Pakistani fire, police in Kashmir said.",
        alleges("India", "Pakistan", "breach"),
        alleges("India", "Pakistan", "breach"),
        alleges("India", "Pakistan", "strike"),
        when="india-pakistan",
    ),
    case(
        "nobody is it but one",
        "Moscow's defence ministry spoke of mud. According to the ministry, drones of the Ukrainian army hit a "
        "substation. A power line was cut by Ukrainian shells, it said.",
        alleges("Russia", "Ukraine", "energy"),
        alleges("Russia", "Ukraine", "energy"),
    ),
]
DENIED = [
    case(
        "it, of the denier",
        "India denied that it had broken the ceasefire.",
        denies("India", "India", "breach"),
        when="india-pakistan",
    ),
    case("it, never", "Moscow denies it has violated the truce.", denies("Russia", "Russia", "energy")),
]
NONE = [
    case(
        "no clashes, uncharged",
        "There have been no clashes since Monday, the Indian army said.",
        when="india-pakistan",
    ),
    case(
        "a fire is no gunfire",
        '"A fire started in the yard of a mill," the governor of Kursk said of the drone alert.',
    ),
    case("a rule", "Shelling a hospital is a crime, Zelensky said of Russia."),
    case("a plot", "Kyiv and Moscow accused one another of plotting to blow up the bridge."),
    case(
        "a mediator keeps no truce",
        "The two sides met. The United Nations envoy said he was committed to the truce.",
        when="israel-lebanon",
    ),
]
WHOSE_OFFICE = [
    case(
        "a mayor under fire from the side that his town belongs to by law",
        "Ukrainian forces shelled a bakery in the night, said Pyotr Lavrov, mayor of Tokmak.",
        alleges("Russia", "Ukraine", "strike"),
    ),
    case(
        "not of fire on the other side",
        "Ukrainian forces hit a Russian barracks in the night, said Pyotr Lavrov, mayor of Tokmak.",
        admits("Ukraine", "strike"),
    ),
    case(
        "of the state that the place lies in",
        "Pakistani drones hit a mill near Jaisalmer in Rajasthan, the state's police chief said.",
        alleges("India", "Pakistan", "strike", regions="IN-RJ"),
        when="india-pakistan",
    ),
    case(
        "media run by a group",
        "Houthi-run media said US planes had hit a mill near Hodeidah.",
        alleges("Houthis", "United States", "strike"),
        when="yemen",
    ),
    case(
        "media against a group",
        "Anti-Houthi media said the port of Hodeidah was hit.",
        when="yemen",
    ),
    case(
        "an emergency centre",
        "An Israeli drone hit a tractor near Khiam, the Health Emergency Operations Center said.",
        alleges("Lebanon", "Israel", "strike"),
        when="israel-lebanon",
    ),
]
NO_PART = [
    case(
        "anything to do with",
        "The station shook. The Kremlin denied that its forces had had anything to do with the blast.",
        denies("Russia", "Russia", "strike"),
    ),
    case(
        "not said of anybody",
        "The station shook. Nobody could say whether Moscow had anything to do with the blast.",
    ),
    case(
        "an office of the side that had no part",
        "Russia had nothing to do with the blast at the mill, the ministry said.",
        denies("Russia", "Russia", "strike"),
    ),
    case(
        "a media office of a party that was not involved",
        "Hezbollah was not involved in the attack on Metula, the party's media office said.",
        denies("Hezbollah", "Hezbollah", "strike"),
        when="israel-lebanon",
    ),
    case(
        "an outsider clears another",
        "Ukraine had nothing to do with the attack on the camp, the UN said.",
        denies("UN", "Ukraine", "strike"),
    ),
    case("no office of a side", "Russia had nothing to do with the blast at the mill, an analyst said."),
    case(
        "an allegation is no boast",
        "Pakistan rejected India's allegation of shelling across the border.",
        alleges("India", "Pakistan", "strike"),
        denies("Pakistan", "Pakistan", "strike"),
        when="india-pakistan",
    ),
    case(
        "who lit it",
        "It was the Ukrainians who had lit the fire in the hall, the Kremlin said.",
        alleges("Russia", "Ukraine", "strike"),
    ),
]


@pytest.mark.parametrize(
    "one", [*WHOSE_IS_HIT, *WHO_IS_MEANT, *TAKEN_UP, *DENIED, *NONE, *WHOSE_OFFICE, *NO_PART]
)
def test_whose_act_it_is(one: Case) -> None:
    assert one.found() == one.wanted()


def test_what_was_before_a_truce_breaks_none() -> None:
    text = (
        "The truce began on Monday. India had shelled a mill before the ceasefire, Islamabad said. After the "
        "ceasefire began, India shelled a school, Islamabad said."
    )
    assert [one["category"] for one in Case(text, (), "india-pakistan").found()] == [
        "ceasefire_violation",
        "other_strike",
    ]
