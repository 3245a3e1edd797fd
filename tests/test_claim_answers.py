"""Answers that name no act or name it apart: no part in it, none of ours, a lie, a version stood by, a cleft."""

import pytest

from tests.claim_cases import Case, admits, alleges, case, denies

DENIALS = [
    case(
        "no part in what the article tells itself",
        "Rockets hit the market of Poltava. Hours later a porter swept up glass. The Russian military had no part in "
        "it, the defence ministry in Moscow said.",
        denies("Russia", "Russia", "strike"),
    ),
    case(
        "nothing to do with weapons",
        "The airport lay in ruins on Monday. Rwanda's government spokesman, Jean Hirwa, said the country had nothing to do with the drones at Kisangani.",
        denies("Rwanda", "Rwanda", "strike"),
        when="drc-m23",
    ),
    case(
        "it was not us",
        'Shells fell on Metula, Israel\'s army said. "It was not us," a Hezbollah deputy answered.',
        alleges("Israel", "Hezbollah", "strike"),
        denies("Hezbollah", "Hezbollah", "strike"),
        when="israel-lebanon",
    ),
    case(
        "fired at no people",
        "Thailand's army, for its part, maintains that it fired at no village that day.",
        denies("Thailand", "Thailand", "strike"),
        when="thailand-cambodia",
    ),
    case(
        "no shell",
        "No shell had been fired at Samraong, the Thai army said.",
        denies("Thailand", "Thailand", "strike"),
        when="thailand-cambodia",
    ),
    case(
        "another's claim is a lie, says a long title",
        "Kyiv's claim that Russian planes bombed a school in Sudzha is a vile lie, Acting Head of the Kursk Region Oleg "
        "Petrenko said.",
        alleges("Ukraine", "Russia", "strike"),
        denies("Russia", "Russia", "strike"),
    ),
    case(
        "called false the claim",
        "Energoatom called false Russia's claim that Ukrainian shells had cut the line to the plant.",
        alleges("Russia", "Ukraine", "energy"),
        denies("Ukraine", "Ukraine", "energy"),
    ),
    case(
        "exit is no part",
        "A drone hit a barge. Moscow's exit from the grain deal had nothing to do with it, the mayor of Izmail said.",
    ),
]

VERSIONS = [
    case(
        "stands by",
        "The health ministry in Gaza stands by its statement that it was Israel which bombed the clinic.",
        alleges("Hamas", "Israel", "strike"),
        when="israel-gaza",
    ),
    case(
        "the complaint is that",
        "Russia's complaint is that a Ukrainian drone hit a substation near Belgorod on Monday.",
        alleges("Russia", "Ukraine", "energy"),
    ),
    case(
        "another version",
        "India's army gave another version, in which Pakistani gunners had shelled Uri.",
        alleges("India", "Pakistan", "strike"),
        when="india-pakistan",
    ),
    case(
        "a cleft around a tag",
        "It was Russian gunners, the governor of the Kherson region said, who shelled the boiler house.",
        alleges("Ukraine", "Russia", "energy"),
    ),
    case(
        "held responsible",
        "Ukraine's air force also holds the Russian navy responsible for the bombing of a school in Odesa.",
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "set alight",
        "A Ukrainian drone set a transformer on fire in the Belgorod region, Russia's defence ministry said.",
        alleges("Russia", "Ukraine", "energy"),
    ),
    case(
        "soldiers without a name",
        "The Israeli military said that troops had opened fire near some men who came toward them.",
        admits("Israel", "strike"),
        when="israel-gaza",
    ),
]

SPEAKERS = [
    case(
        "it again, of a body that only the charge placed",
        "The plant's press office said that Ukrainian drones had attacked a pumping station. Another drone, it said, was "
        "sent at the canteen.",
        alleges("Russia", "Ukraine", "energy"),
        alleges("Russia", "Ukraine", "strike"),
    ),
    case(
        "the service that published a film",
        "Ukraine's security service published a film on Tuesday. The clinic was hit by a Russian missile, the service "
        "said.",
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "an agency's dateline without a dash",
        "SRINAGAR, Nov 13 (PTI) Pakistani posts fired at Indian positions on Thursday night, the Army said on Friday.",
        alleges("India", "Pakistan", "strike"),
        when="india-pakistan",
    ),
    case(
        "said of somebody",
        "Missiles were fired at Mykolaiv, governor Vitalii Kim said of the Russian army.",
        alleges("Ukraine", "Russia", "strike"),
    ),
]

COUNTERED = [
    case(
        "a denial of those said not to have done it",
        "Azerbaijan's army keeps to the truce, its staff said, rejecting what Armenia has alleged all week.",
        denies("Azerbaijan", "Azerbaijan", "breach", speaker="its staff"),
        when="armenia-azerbaijan",
    ),
    case(
        "with the remark that",
        "The Indian army met Islamabad's charge that its gunners shelled a school with the remark that nothing of "
        "the sort had happened.",
        alleges("Pakistan", "India", "strike"),
        denies("India", "India", "strike", speaker="The Indian army"),
        when="india-pakistan",
    ),
    case(
        "not one shell, in the sentence of the charge",
        "Cambodia said Thai guns had shelled Samraong, and the army in Bangkok replied that not one shell had been fired.",
        alleges("Cambodia", "Thailand", "strike"),
        denies("Thailand", "Thailand", "strike", count=None),
        when="thailand-cambodia",
    ),
    case(
        "when the firing began is none",
        "Armenia said Azerbaijani troops shelled Sotk. The army was still to say, it went on, when the shelling had begun.",
        alleges("Armenia", "Azerbaijan", "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "rejected the charge, adding",
        "The M23 rejected the charge, adding that army jets had bombed a clinic in Masisi.",
        denies("M23", "M23", "strike"),
        alleges("M23", "DR Congo", "strike"),
        when="drc-m23",
    ),
    case(
        "denied any part and accused",
        "Hezbollah denied involvement and accused Israel of firing on the convoy.",
        denies("Hezbollah", "Hezbollah", "strike"),
        alleges("Hezbollah", "Israel", "strike"),
        when="israel-lebanon",
    ),
    case(
        "a claim of something else",
        "Kyiv denied the report that its envoy had resigned, and said that Russia had shelled Sumy.",
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "pretexts to strike",
        "Hezbollah said Israel was inventing pretexts to bomb Tyre.",
        when="israel-lebanon",
    ),
]

NO_MORE = [
    case(
        "says they did not",
        "India says Pakistani gunners shelled Poonch; Pakistan says that they did not.",
        alleges("India", "Pakistan", "strike"),
        denies("Pakistan", "Pakistan", "strike"),
        when="india-pakistan",
    ),
    case(
        "it was not, of what was charged in the sentence before",
        "The depot was shelled by Israel, Lebanon's army said. It was not, an Israeli spokesman answered.",
        alleges("Lebanon", "Israel", "strike"),
        denies("Israel", "Israel", "strike"),
        when="israel-lebanon",
    ),
    case(
        "it was not, of something else",
        "The depot was shelled by Israel, Lebanon's army said. Two people died. A third was hurt. The road is open, the "
        "mayor said, and an Israeli spokesman said it was not.",
        alleges("Lebanon", "Israel", "strike"),
        when="israel-lebanon",
    ),
    case(
        "says was not, in a relative clause",
        "The bridge fell after a blast, which Delhi says was caused by Pakistan in violation of the truce and Islamabad "
        "says was not.",
        alleges("India", "Pakistan", "breach"),
        denies("Pakistan", "Pakistan", "breach", speaker="Islamabad"),
        when="india-pakistan",
    ),
    case(
        "charges that are part of a campaign",
        "India says Pakistani drones attacked Jammu. The allegations are part of a campaign to malign the country, "
        "Islamabad said.",
        alleges("India", "Pakistan", "strike"),
        denies("Pakistan", "Pakistan", "strike"),
        when="india-pakistan",
    ),
    case(
        "not to be put down to",
        "The breaches of the truce cannot be put down to Rwanda, the foreign ministry in Kigali said.",
        denies("Rwanda", "Rwanda", "breach"),
        when="drc-m23",
    ),
    case(
        "enforcing the truce, in answer to a charge",
        "Lebanon accused Israel of violating the truce. All that the army does is enforcing the agreement, Israel said.",
        alleges("Lebanon", "Israel", "breach"),
        denies("Israel", "Israel", "breach"),
        when="israel-lebanon",
    ),
    case(
        "enforcing the truce, charged by nobody",
        "Israel said it was enforcing the truce.",
        when="israel-lebanon",
    ),
]

OWN_WORDS = [
    case(
        "stood by its denial",
        "Thailand accused Cambodia of shelling a market. Cambodia's army repeated its earlier denial on Friday.",
        alleges("Thailand", "Cambodia", "strike"),
        denies("Cambodia", "Cambodia", "strike"),
        when="thailand-cambodia",
    ),
    case(
        "the other side's denial rejected",
        "Thailand accused Cambodia of shelling a market. The Thai army rejected Phnom Penh's denial.",
        alleges("Thailand", "Cambodia", "strike"),
        when="thailand-cambodia",
    ),
    case(
        "not one of them was ours",
        "Armenia said Azerbaijani drones had hit Goris. Not one of them was ours, a spokesman in Baku said.",
        alleges("Armenia", "Azerbaijan", "strike"),
        denies("Azerbaijan", "Azerbaijan", "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "defended its raid",
        "Israel's army defended its raid on the clinic, saying that fighters had slept there.",
        admits("Israel", "strike"),
        when="israel-gaza",
    ),
    case(
        "defended the raid of another, and a town",
        "Washington defended Israel's raid on the clinic. Israel defended the town against an attack.",
        when="israel-gaza",
    ),
    case(
        "laid to somebody",
        "Kyiv laid the strike on the market to Russian drones.",
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "pinned on, put down to, at the door of",
        "The army pinned the attack on the port on the RSF. It put the raid on the clinic down to the RSF and laid the "
        "shelling of the school at the RSF's door.",
        alleges("Sudan", "RSF", "strike"),
        alleges("Sudan", "RSF", "strike"),
        when="sudan",
    ),
    case(
        "siege laid to a town, hopes pinned on drones",
        "Russian troops laid siege to a Ukrainian town. The army pinned its hopes on Ukrainian drones.",
    ),
    case(
        "medics without a name",
        "Israeli tanks fired at people in Khan Younis, medics said.",
        alleges("Hamas", "Israel", "strike"),
        when="israel-gaza",
    ),
    case(
        "medics own up to nothing",
        "Medics said the army's jets had bombed a market in Nyala, and confirmed a strike on a clinic.",
        when="sudan",
    ),
]

INSTEAD = [
    case(
        "the others, of whom more is told",
        "It was not Rwanda that had fired, its army said on Monday, but the Congolese army, which bombed two hamlets.",
        denies("Rwanda", "Rwanda", "strike"),
        alleges("Rwanda", "DR Congo", "strike"),
        when="drc-m23",
    ),
    case(
        "the others, of whom more is told, the other way round",
        "It was not Congo that had fired, its army said on Monday, but the Rwandan army, which bombed two hamlets.",
        denies("DR Congo", "DR Congo", "strike"),
        alleges("DR Congo", "Rwanda", "strike"),
        when="drc-m23",
    ),
    case(
        "the others did",
        "Thailand says Cambodia fired first; Cambodia says Thailand did.",
        alleges("Thailand", "Cambodia", "strike"),
        alleges("Cambodia", "Thailand", "strike"),
        when="thailand-cambodia",
    ),
    case(
        "it was the army",
        "The army says the RSF shelled the camp, but the RSF says that it was the army.",
        alleges("Sudan", "RSF", "strike"),
        alleges("RSF", "Sudan", "strike"),
        when="sudan",
    ),
    case(
        "it was a depot",
        "Kyiv says a Russian drone hit the site. It was a Ukrainian army depot, Moscow said.",
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "as did another",
        "Hezbollah denied firing on the patrol, as did Israel.",
        denies("Hezbollah", "Hezbollah", "strike"),
        denies("Israel", "Israel", "strike"),
        when="israel-lebanon",
    ),
    case(
        "whose claim it is that is called untrue",
        "Armenia's army said an Azerbaijani claim that it had used cluster bombs was untrue.",
        alleges("Azerbaijan", "Armenia", "strike"),
        denies("Armenia", "Armenia", "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "a statement about a strike called untrue",
        "Ukraine's General Staff called the Russian ministry's statement about an attack on the Sudzha station untrue.",
        alleges("Russia", "Ukraine", "strike"),
        denies("Ukraine", "Ukraine", "strike"),
    ),
    case(
        "information that does not correspond to the truth",
        "Information of the ministry in Baku that Armenian units opened fire is not true, the ministry in Yerevan said.",
        alleges("Azerbaijan", "Armenia", "strike"),
        denies("Armenia", "Armenia", "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "the military of whom a mission told",
        "UNIFIL said that an Israeli tank had fired near its post. The military said it had fired at suspects.",
        alleges("UNIFIL", "Israel", "strike"),
        admits("Israel", "strike"),
        when="israel-lebanon",
    ),
    case(
        "its command",
        "India says that Pakistan's army shelled Poonch. Its command said that it had not fired.",
        alleges("India", "Pakistan", "strike"),
        denies("Pakistan", "Pakistan", "strike"),
        when="india-pakistan",
    ),
    case(
        "the other side's number",
        "Hamas puts the number of Israeli violations at 282, and Israel says Hamas has broken the truce.",
        alleges("Hamas", "Israel", "breach", count=282),
        alleges("Israel", "Hamas", "breach", count=None),
        when="israel-gaza",
    ),
]

NOT_OWNED = [
    case(
        "the fire did not come from our side",
        "The shelling did not come from our side, a Hezbollah spokesman said.",
        denies("Hezbollah", "Hezbollah", "strike"),
        when="israel-lebanon",
    ),
    case(
        "it was not theirs",
        "Armenia said the blast was the work of Azerbaijani gunners; Baku's ministry said it was not theirs.",
        alleges("Armenia", "Azerbaijan", "strike"),
        denies("Azerbaijan", "Azerbaijan", "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "denies both",
        "Kinshasa accuses Rwanda of backing the rebels and of shelling Uvira; Kigali denies both.",
        alleges("DR Congo", "Rwanda", "strike"),
        denies("Rwanda", "Rwanda", "strike"),
        when="drc-m23",
    ),
    case(
        "a claim that is meant to cover up",
        "Thailand's army said the claim that its men had fired was meant to cover up something else. It said reports of "
        "Thai strikes on the temple were a pretext.",
        when="thailand-cambodia",
    ),
    case("rarely confirms or denies", "Ukraine rarely confirms or denies strikes inside Russia."),
    case(
        "shelled it to blame the other side",
        "Moscow says Ukraine shelled the clinic itself to blame Russia.",
        alleges("Russia", "Ukraine", "strike"),
    ),
    case(
        "and not, as another claims, its own",
        "Kyiv said the missile that hit the market was Russian and not, as Moscow claims, its own.",
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "anyone found to have done it",
        "The RSF said it would hand over anyone found to have shelled it.",
        when="sudan",
    ),
    case(
        "no plane was up when it was bombed",
        "The army said no aircraft of its own was flying when the market was bombed.",
        when="sudan",
    ),
]

BOASTS = [
    case(
        "claims to have done it are untrue",
        "Ukraine's claims to have knocked out a radar station are untrue, a Russian colonel told the press.",
        admits("Ukraine", "strike"),
        denies("Russia", "Ukraine", "strike"),
    ),
    case(
        "claims to have done it are untrue, the other way round",
        "Russia's claims to have knocked out a radar station are untrue, a Ukrainian colonel told the press.",
        admits("Russia", "strike"),
        denies("Ukraine", "Russia", "strike"),
    ),
    case(
        "claims to have done it are a lie",
        "The RSF's claims to have destroyed a hangar of drones are a lie, the Sudanese army said.",
        admits("RSF", "strike"),
        denies("Sudan", "RSF", "strike"),
        when="sudan",
    ),
    case(
        "jets shot down answer no other charge",
        "India accused Pakistan of shelling Poonch. Islamabad dismissed as false India's claim that it had shot down "
        "three Pakistani jets.",
        alleges("India", "Pakistan", "strike", regions="IN-JK"),
        when="india-pakistan",
    ),
    case(
        "nor do those of the other side",
        "Pakistan accused India of shelling Lahore. Islamabad's claim that it had shot down three Indian jets was "
        "false, India's army said.",
        alleges("Pakistan", "India", "strike", regions="PK-PB"),
        when="india-pakistan",
    ),
    case(
        "it is denied",
        "Russia's defence ministry said its missile had hit a staff of the army in Dnipro. Ukraine's General Staff "
        "denied it.",
        admits("Russia", "strike"),
        denies("Ukraine", "Russia", "strike"),
    ),
    case(
        "it is denied, the other way round",
        "Ukraine's General Staff said its missile had hit a staff of the army in Kursk. Russia's defence ministry "
        "denied it.",
        admits("Ukraine", "strike"),
        denies("Russia", "Ukraine", "strike"),
    ),
    case(
        "this is refuted by what was hit instead",
        "Russia's defence ministry said its missile had hit a staff of the army in Dnipro. Ukraine's General Staff "
        "refuted this: the missile had been fired by the Russians at a clinic.",
        admits("Russia", "strike"),
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "what is denied is the charge beside the boast",
        "Russia said that its troops had returned fire after Ukraine shelled Belgorod. Ukraine denied this.",
        admits("Russia", "strike"),
        alleges("Russia", "Ukraine", "strike", regions="RU-BEL"),
        denies("Ukraine", "Ukraine", "strike"),
    ),
    case(
        "no information about it", "Peskov said he had no information about a drone raid on a depot in Kursk."
    ),
    case(
        "no information about his own",
        "Peskov said he had no information about a drone raid on a depot in Odesa.",
    ),
    case(
        "did not have any information",
        "Hezbollah said it did not have any information about a rocket attack on Metula.",
        when="israel-lebanon",
    ),
]

STRIKE = "A Russian missile hit a market in Sumy, Ukraine said."
STRUCK = alleges("Ukraine", "Russia", "strike", regions="UA-59")
DENIED = denies("Russia", "Russia", "strike")

POLICIES = [
    case("denies of any", f"{STRIKE} No word came from Moscow, which denies targeting civilians.", STRUCK),
    case("only of a sort", f"{STRIKE} Moscow, which says it only strikes depots, was silent.", STRUCK),
    case("has always", f"{STRIKE} Russia, which has always denied striking homes, was silent.", STRUCK),
    case("insists never", f"{STRIKE} The Kremlin, which insists it never hits homes, was silent.", STRUCK),
    case(
        "of this one",
        f"{STRIKE} Russia, which denies hitting the market, spoke of a stray shell.",
        STRUCK,
        DENIED,
    ),
    case("by itself", f"{STRIKE} Moscow denies targeting civilians.", STRUCK, DENIED),
]


@pytest.mark.parametrize(
    "one",
    [
        *POLICIES,
        *DENIALS,
        *VERSIONS,
        *SPEAKERS,
        *COUNTERED,
        *NO_MORE,
        *OWN_WORDS,
        *INSTEAD,
        *NOT_OWNED,
        *BOASTS,
    ],
)
def test_answers_and_versions(one: Case) -> None:
    assert one.found() == one.wanted()
