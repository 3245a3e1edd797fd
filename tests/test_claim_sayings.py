"""Where what is said begins and ends, by what words it is told, and which of several speak or are charged."""

import pytest

from tests.claim_cases import Case, admits, alleges, case, denies

EDGES = [
    case(
        "a colon after who speaks",
        "The truce was broken again, says the spokesman: Hamas gunmen fired two rockets at Israeli troops.",
        alleges("Israel", "Hamas", "breach", count=2),
        when="israel-gaza",
    ),
    case(
        "a colon after an office of somebody's",
        "The talks are over, said a spokesman for the Ukrainian army: Russian drones hit a substation in Sumy.",
        alleges("Ukraine", "Russia", "energy", regions="UA-59"),
    ),
    case(
        "what a bulletin reads",
        "Six times the enemy broke the ceasefire on Sunday, Monday's bulletin of the Ukrainian staff reads.",
        alleges("Ukraine", "Russia", "breach", count=6),
        when="donbas",
    ),
    case(
        "what a ministry's statement reads",
        "Ukrainian drones hit a substation near Kursk, the statement of the Russian defence ministry reads.",
        alleges("Russia", "Ukraine", "energy", regions="RU-KRS"),
    ),
    case("what a sign reads", "Russian drones hit a substation in Sumy, a sign at the gate reads."),
    case(
        "all of which somebody denies",
        "Russia has accused Ukraine of attacks on a gas store in Crimea and on power lines near Kursk, all of which "
        "the Ukrainian military denies.",
        alleges("Russia", "Ukraine", "energy", regions="RU-KRS UA-43"),
        denies("Ukraine", "Ukraine", "energy", regions="RU-KRS UA-43"),
    ),
    case(
        "none of which somebody confirms",
        "The ministry in Moscow spoke of strikes by Ukraine on two substations, none of which Kyiv has confirmed.",
        alleges("Russia", "Ukraine", "energy"),
    ),
    case(
        "something that somebody denies",
        "Russia said Ukraine had shelled Belgorod and Kursk, something that Kyiv denies.",
        alleges("Russia", "Ukraine", "strike", regions="RU-BEL RU-KRS"),
        denies("Ukraine", "Ukraine", "strike"),
    ),
    case(
        "a name with a hyphen",
        "Ismail al-Thawabta of the Hamas media office said that Israel had bombed a school.",
        alleges("Hamas", "Israel", "strike"),
        when="israel-gaza",
    ),
    case(
        "whom somebody swears by is not what is said",
        "The RSF, who swear by their commander, shelled a clinic in El Fasher, according to the Sudanese army.",
        alleges("Sudan", "RSF", "strike", regions="SD-DN"),
        when="sudan",
    ),
    case(
        "what is spoken of, and of what else",
        "The Interior Ministry in Gaza, an arm of Hamas, spoke of three dead policemen in an Israeli air strike near "
        "Rafah, and of a violation of the ceasefire.",
        alleges("Hamas", "Israel", "breach", regions="PS-RFH"),
        when="israel-gaza",
    ),
    case(
        "what somebody holds to",
        "The Ukrainian army hold to it that the separatists shelled Avdiivka.",
        alleges("Ukraine", "Russia", "strike"),
        when="donbas",
    ),
    case(
        "nobody is pointed at",
        "Ukraine's foreign minister pointed at nobody for the explosion at the port of Odesa.",
    ),
    case(
        "who turns an invitation down denies nothing",
        "Ukraine accused Russia of shelling a market. The Russian envoy turned down an invitation to the inquiry.",
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "what goes on after a tag with what had been done",
        "Hamas had failed to free the women, the prime minister's office in Jerusalem said, and had launched rockets at "
        "Israeli citizens.",
        alleges("Israel", "Hamas", "strike"),
        when="israel-gaza",
    ),
    case(
        "what somebody has written down",
        "Since Friday the Gaza media office has written down seven further breaches of the truce by Israel.",
        alleges("Hamas", "Israel", "breach", count=7),
        when="israel-gaza",
    ),
]

SEVERAL = [
    case(
        "two bodies that both say so",
        "The UN and Human Rights Watch both say that the M23 shelled a camp.",
        alleges("UN", "M23", "strike"),
        alleges("Human Rights Watch", "M23", "strike"),
        when="drc-m23",
    ),
    case(
        "two who are held responsible",
        "On Thursday a clinic in Kalogi was bombed by drones, the army said, holding the RSF and its SPLM-N allies "
        "responsible.",
        alleges("Sudan", "RSF", "strike", regions="SD-KS"),
        alleges("Sudan", "SPLM-N", "strike", regions="SD-KS"),
        when="sudan",
    ),
    case(
        "those who are set out in a cleft",
        "It was the M23 and soldiers of Rwanda who shelled Sake, the Congolese army said.",
        alleges("DR Congo", "M23", "strike"),
        alleges("DR Congo", "Rwanda", "strike"),
        when="drc-m23",
    ),
    case(
        "those who are helped by others",
        "M23 rebels, aided by members of the Rwandan army, killed 30 civilians in four villages, the UN human rights "
        "chief said.",
        alleges("UN", "M23", "strike"),
        when="drc-m23",
    ),
    case(
        "the same thing that each accuses the other of",
        "The shelling of the market, over which the army and the RSF had accused each other of the same thing, went on.",
        alleges("Sudan", "RSF", "strike"),
        alleges("RSF", "Sudan", "strike"),
        when="sudan",
    ),
    case(
        "what is laid at somebody's door",
        "On Thursday ten people died in an attack on a market near El Obeid. The government in Port Sudan laid that one "
        "at the door of the RSF.",
        alleges("Sudan", "RSF", "strike"),
        when="sudan",
    ),
    case(
        "those whom a coalition joins",
        "The coalition of the M23 and the Rwandan army is attacking our positions in North Kivu, General Sylvain Ekenge "
        "complained.",
        alleges("DR Congo", "M23", "strike"),
        alleges("DR Congo", "Rwanda", "strike"),
        when="drc-m23",
    ),
    case(
        "those whom a cleft sets out, the last with a clause",
        "The M23 said that it was Congolese soldiers and the army of Burundi who had shelled a school.",
        alleges("M23", "DR Congo", "strike"),
        alleges("M23", "Burundi", "strike"),
        when="drc-m23",
    ),
    case(
        "the ones to break it",
        "Israeli planes were the ones to break the truce, a Hamas spokesman said.",
        alleges("Hamas", "Israel", "breach"),
        when="israel-gaza",
    ),
]

KILLINGS = [
    case(
        "an execution",
        "M23 fighters summarily executed more than 40 civilians, Human Rights Watch says.",
        alleges("Human Rights Watch", "M23", "strike"),
        when="drc-m23",
    ),
    case(
        "accounts of killings dismissed",
        "M23's spokesman dismissed accounts of killings by his fighters as a smear campaign.",
        denies("M23", "M23", "strike"),
        when="drc-m23",
    ),
    case(
        "a killing denied",
        "The Congolese government denied any killing of civilians by its soldiers in Masisi.",
        denies("DR Congo", "DR Congo", "strike", regions="CD-NK"),
        when="drc-m23",
    ),
    case(
        "a part in a killing",
        "Rwanda rejected the claim by the UN that the Rwandan army had a part in the killing of 90 farmers.",
        alleges("UN", "Rwanda", "strike"),
        denies("Rwanda", "Rwanda", "strike"),
        when="drc-m23",
    ),
    case(
        "killings by nobody",
        "The Congolese government spoke of a murder in Goma.",
        when="drc-m23",
    ),
]

OWNED = [
    case(
        "at no point",
        'UNIFIL accused Israel of firing at its patrol. "At no point did we direct fire at UNIFIL," the Israeli army '
        "said.",
        alleges("UNIFIL", "Israel", "strike"),
        denies("Israel", "Israel", "strike"),
        when="israel-lebanon",
    ),
    case(
        "an outsider that confirms",
        "Turkey confirmed that light weapons had been fired at the transport plane.",
        alleges("Turkey", None, "strike"),
        when="sudan",
    ),
    case(
        "a side that confirms",
        "The Israeli army confirmed that a house in Nabatieh had been struck.",
        admits("Israel", "strike"),
        when="israel-lebanon",
    ),
    case(
        "troops of whom a spokesman goes on to tell",
        "The drone posed no danger, according to the army's spokesman, Nadav Shoshani, who went on to say that troops "
        "then dropped a grenade at the spot.",
        admits("Israel", "strike"),
        when="israel-lebanon",
    ),
]

WHO = [
    case(
        "aircraft of who alone has them",
        "Aircraft destroyed a launcher near Rafah, according to the Israeli army.",
        admits("Israel", "strike"),
        when="israel-gaza",
    ),
    case(
        "jets of an army that fights a militia",
        "Jets hit a convoy on the road to Nyala, the Sudanese army said.",
        admits("Sudan", "strike"),
        when="sudan",
    ),
    case(
        "aircraft of either of two states",
        "Aircraft struck a depot in Sumy, the Ukrainian army said.",
        alleges("Ukraine", None, "strike"),
    ),
    case(
        "aircraft of the other's, told by who has none",
        "The RSF said that aircraft of the Sudanese army had bombed a market in Nyala.",
        alleges("RSF", "Sudan", "strike"),
        when="sudan",
    ),
    case(
        "nobody fired",
        "Israel said a rocket was launched from Bureij. The Hamas-run police denied that anybody had fired.",
        alleges("Israel", "Hamas", "strike"),
        denies("Hamas", "Hamas", "strike"),
        when="israel-gaza",
    ),
    case(
        "nobody was hurt",
        "Ukraine said a shell had hit a school. Russia denied that anyone had been hurt.",
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "the rank of who spoke",
        "UNIFIL said that Israeli troops had fired at its patrol. The drone posed no danger, according to the army's "
        'spokesman, Nadav Shoshani. "At no point did we fire at UNIFIL," the lieutenant-colonel stressed.',
        alleges("UNIFIL", "Israel", "strike"),
        denies("Israel", "Israel", "strike"),
        when="israel-lebanon",
    ),
    case(
        "the spokesman of whom the sentence before told",
        "Rear Admiral Daniel Hagari takes questions at his evening briefing. It was a planned raid, says the spokesman: "
        "Hamas terrorists blew up a charge.",
        alleges("Israel", "Hamas", "strike"),
        when="israel-gaza",
    ),
    case(
        "the spokesman of who the sentence before is about",
        "UNIFIL has published its findings, it said. The Israeli army is not impressed. The French soldiers fired first, "
        "says its spokesman.",
        alleges("Israel", "France", "strike"),
        when="israel-lebanon",
    ),
    case(
        "the command named before",
        "The General Command of the Armed Forces has issued a statement. The militia stormed the city again on Monday, "
        "the command said.",
        alleges("Sudan", "RSF", "strike"),
        when="sudan",
    ),
]


@pytest.mark.parametrize("one", [*EDGES, *SEVERAL, *KILLINGS, *OWNED, *WHO])
def test_what_is_said_and_by_whom(one: Case) -> None:
    assert one.found() == one.wanted()
