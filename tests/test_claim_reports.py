"""What reports of agencies do: protests and summonses, initials, long titles, what is taken up from before."""

import pytest

from tests.claim_cases import Case, admits, alleges, case, denies

SPEAKERS = [
    case(
        "initials",
        "The Foreign Office (FO) in Islamabad met on Monday. Indian troops fired mortars at Nakyal, the FO said.",
        alleges("Pakistan", "India", "strike"),
        when="india-pakistan",
    ),
    case(
        "whose release speaks",
        "Two Ukrainian drones hit a farm near Rylsk, said a message published by the headquarters of Kursk region.",
        alleges("Russia", "Ukraine", "strike"),
    ),
    case(
        "a long title before the name",
        "Ukraine fired 40 shells at Horlivka, head of the DPR mission to the Joint Centre (JCCC) Oleg Sotnik said.",
        alleges("Russia", "Ukraine", "strike", count=40),
    ),
    case(
        "more after a name and a semicolon",
        "Ukrainian drones hit a depot, said Sergei Aksyonov, whom Moscow chose to run Crimea; nine were downed.",
        alleges("Russia", "Ukraine", "strike"),
    ),
    case(
        "an adjective of two parties names neither",
        "An officer of the Russian-Ukrainian coordination group said that Ukrainian forces had shelled Horlivka.",
        alleges("Russia", "Ukraine", "strike"),
    ),
    case(
        "claims come from a capital",
        "Moscow rejected claims coming from Kyiv that Russian missiles had struck a school in Sumy.",
        alleges("Ukraine", "Russia", "strike"),
        denies("Russia", "Russia", "strike"),
    ),
    case(
        "a dateline glued to the text",
        "ODESA, Ukraine (Agency) -Russian drones damaged a pier in Odesa, Ukrainian officials said on Thursday.",
        alleges("Ukraine", "Russia", "strike", regions="UA-51"),
    ),
]

WORDS = [
    case(
        "protested against",
        "Pakistan summoned the Indian envoy to protest against the shelling of Nakyal by Indian troops.",
        alleges("Pakistan", "India", "strike"),
        when="india-pakistan",
    ),
    case(
        "lodged a protest over",
        "India lodged a sharp protest with Pakistan over ceasefire violations in Poonch.",
        alleges("India", "Pakistan", "breach"),
        when="india-pakistan",
    ),
    case(
        "summoned over",
        "Pakistan summoned the Indian chargé d'affaires over unprovoked ceasefire violations in Nakyal.",
        alleges("Pakistan", "India", "breach"),
        when="india-pakistan",
    ),
    case("a summons alone", "Pakistan summoned the Indian envoy on Monday.", when="india-pakistan"),
    case(
        "could not be blamed on",
        "Moscow said the shelling of Kherson could not be blamed on its troops.",
        denies("Russia", "Russia", "strike", regions="UA-65"),
    ),
    case("was blamed on", "Moscow said the shelling of Kherson was blamed on Russia for political ends."),
    case(
        "to whom it is attributed",
        "The raid, which Moscow attributed to a Ukrainian drone unit, burned down a hangar in Kursk.",
        alleges("Russia", "Ukraine", "strike"),
    ),
    case(
        "blamed for the damage",
        "Energoatom blamed Russia for the damage to the nuclear plant.",
        alleges("Ukraine", "Russia", "energy"),
    ),
    case(
        "blasted for",
        "Zelensky blasted Russia for a raid on a school in Sumy.",
        alleges("Ukraine", "Russia", "strike", regions="UA-59"),
    ),
    case(
        "an act of terror",
        "Zelensky described the strike on Kharkiv as an act of Russian terror.",
        alleges("Ukraine", "Russia", "strike", regions="UA-63"),
    ),
    case(
        "no relation to reality",
        "Kyiv said Russia had shelled Sumy. Moscow called the accusation a story with no relation to reality.",
        alleges("Ukraine", "Russia", "strike"),
        denies("Russia", "Russia", "strike"),
    ),
    case(
        "only the cue is quoted",
        'The spokesman said that Russia "firmly denies" the allegation that it had shelled Kherson.',
        denies("Russia", "Russia", "strike", regions="UA-65"),
    ),
    case(
        "a charge and what hangs on it",
        "Moscow accused Kyiv of bad faith, saying it had shelled Belgorod.",
        alleges("Russia", "Ukraine", "strike", regions="RU-BEL"),
    ),
    case(
        "two participles of one speaker",
        "Hamas issued a statement denying that its men had fired at Israeli troops and condemning the Israeli raids.",
        denies("Hamas", "Hamas", "strike"),
        alleges("Hamas", "Israel", "strike"),
        when="israel-gaza",
    ),
    case(
        "a claim that is not verified",
        "Observers could not verify Russia's claim that the Ukrainian army had shelled Horlivka.",
        alleges("Russia", "Ukraine", "strike"),
    ),
]

SOME_OFFICIALS = [
    case(
        "local officials answer those they accuse",
        "A drone of Ukraine hit a depot near Sochi, Krasnodar's governor said. A Russian missile destroyed homes in "
        "Mykolaiv, local officials said.",
        alleges("Russia", "Ukraine", "strike"),
        alleges("Ukraine", "Russia", "strike", regions="UA-48"),
    ),
    case(
        "a name after an unnamed governor",
        "The governor of the Samara region said Ukrainian drones hit a mill. Oleg Azarin said a drone had set it on fire.",
        alleges("Russia", "Ukraine", "strike"),
        alleges("Russia", "Ukraine", "strike"),
    ),
    case(
        "a city is no speaker of its report",
        "Lisbon: Russian militants shelled the airport of Donetsk, a media report said on Friday.",
    ),
    case(
        "their shells, of those who acted",
        "The Russians went on firing, Ukrainian officials said, pointing to Kherson, where a man was killed by their shells.",
        alleges("Ukraine", "Russia", "strike"),
    ),
]

APART = [
    case(
        "a day between a name and its verb",
        "The Government of National Accord (GNA) on Sunday recorded 12 ceasefire violations by Haftar's forces.",
        alleges("GNA", "LNA", "breach", count=12),
        when="libya",
    ),
    case(
        "a place before who said it",
        "A man was killed when Russian troops fired on a post in Kupiansk, in eastern Ukraine, near the border, said "
        "Ukrainian army spokesman Pavlo Horin.",
        alleges("Ukraine", "Russia", "strike", regions="UA-63"),
    ),
    case(
        "who charges himself was misread", "A Ukrainian monitor accused Ukraine's army of shelling Donetsk."
    ),
    case(
        "accused of being responsible",
        "A blast hit a camp near Goma. Congo's government spokesman accused the Rwandan army of being responsible.",
        alleges("DR Congo", "Rwanda", "strike"),
        when="drc-m23",
    ),
    case(
        "massacred",
        "Congo's army spokesman said the M23 had massacred civilians in Kishishe.",
        alleges("DR Congo", "M23", "strike"),
        when="drc-m23",
    ),
    case(
        "neutralised an attempt",
        "Indian officials said the army had neutralised an attempt by Pakistan to strike posts in Jammu.",
        alleges("India", "Pakistan", "strike"),
        when="india-pakistan",
    ),
]

REPELLED = [
    case(
        "repelled by one's own",
        "The governor of Sevastopol said Russia's navy had repelled an attack on the city. Ukraine said nothing.",
        alleges("Russia", "Ukraine", "strike", regions="UA-40"),
    ),
    case("of so many missiles", "Kyiv's air force said the military had destroyed 104 out of 120 missiles."),
    case(
        "a weapon goes on as it",
        "A Russian drone fell on a yard and it damaged a car, officials in Sumy said.",
        alleges("Ukraine", "Russia", "strike", regions="UA-59"),
    ),
    case(
        "where from is unclear",
        "Ukrainian officials said it was unclear where the Russian shell was fired from.",
    ),
    case(
        "a capital under attack",
        "Ukraine's capital Kyiv is under a Russian drone attack, local officials say.",
        alleges("Ukraine", "Russia", "strike", regions="UA-30"),
    ),
    case(
        "attacks were concentrated",
        "The main attacks were concentrated near Pokrovsk, Kyiv said. Russia said nothing.",
        alleges("Ukraine", "Russia", "strike", regions="UA-14"),
    ),
]

JUDGED = [
    case(
        "called a war crime",
        "Russia shelled a market in Kherson, the governor said. Zelensky called the attack a war crime.",
        alleges("Ukraine", "Russia", "strike"),
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "the reason for a judgement",
        "Putin's spokesman called the pause a success, since Russia had kept to the truce whereas Ukraine had broken it.",
        denies("Russia", "Russia", "energy"),
        alleges("Russia", "Ukraine", "energy"),
    ),
    case(
        "confirmed the strike on a place of the other side",
        "Ukraine's General Staff confirmed the strike on the pumping station in Russia's Bryansk region.",
        admits("Ukraine", "energy", regions="RU-BRY"),
    ),
    case("confirmed the strike, nobody knows whose", "The mayor of a town in Ukraine confirmed the strike."),
    case("strikes were planned", "Lavrov said that strikes had been planned."),
    case("started the war", "Sybiha retorted that it was Russia that had started the war."),
    case(
        "as if nothing had been announced",
        "Kyiv charged that Russia was shelling Bakhmut as if nothing had been announced.",
        alleges("Ukraine", "Russia", "strike", regions="UA-14"),
    ),
    case(
        "a planned operation that was",
        "The head of Ukraine's SBU said the drone attack on a tanker last May was a planned special operation of the SBU.",
        admits("Ukraine", "strike"),
    ),
]

OWNED = [
    case(
        "his office is a person's",
        "Putin ordered strikes on Kyiv after his spokesman said Ukrainian drones had hit a mill in Saratov.",
        alleges("Russia", "Ukraine", "strike"),
    ),
    case(
        "claimed neither attack",
        "Port Sudan was hit twice by drones, the Sudanese army said, blaming the RSF for both attacks. The RSF has so far "
        "claimed neither attack.",
        alleges("Sudan", "RSF", "strike"),
        when="sudan",
    ),
    case(
        "from whom and their allies",
        "Army positions in South Kivu had come under attack from the M23 and its allies, the military spokesman said.",
        alleges("DR Congo", "M23", "strike", regions="CD-SK"),
        when="drc-m23",
    ),
    case("no evidence that", "The UN said it had no evidence that Russia had struck the hospital."),
    case("there is no evidence", "There is no evidence that Russia struck the hospital, the UN said."),
    case(
        "could not confirm that",
        "The IAEA said it could not confirm that Russian troops had shelled the plant.",
    ),
    case("not aware that", "The Pentagon said it was not aware that Russian jets had bombed Kyiv."),
    case(
        "not true that",
        "The Kremlin said it was not true that Russian forces had shelled Kherson.",
        denies("Russia", "Russia", "strike", regions="UA-65"),
    ),
]

NO_ACTS = [
    case(
        "debris fell", "Debris of a downed drone fell on a roof in Ryazan, the governor, Pavel Malkov, said."
    ),
    case("chosen for strikes", "Lavrov said targets had been chosen for Russian strikes on Ukraine."),
    case(
        "not at attacking", "Zelensky said all means are aimed at freeing the land, not at attacking others."
    ),
    case("since troops invaded", "The UN said two million people had left since Russian troops invaded."),
    case(
        "a command", 'Trump wrote: "The ceasefire is in force. Please do not violate it!"', when="iran-israel"
    ),
    case("a cease-fire", "Kyiv's envoys said Russia welcomed the cease-fire that Zelensky had extended."),
    case("impersonal it", "It was added in Kyiv that 40 shells lay in the field."),
]

TAKEN_UP = [
    case(
        "denied the attack",
        "A drone set a refinery in Ryazan on fire. Ukraine denied carrying out the attack.",
        denies("Ukraine", "Ukraine", "energy"),
    ),
    case(
        "only military targets",
        "Moscow said Ukraine had hit power plants in Kursk and Bryansk. Kyiv said its forces struck only barracks.",
        alleges("Russia", "Ukraine", "energy", regions="RU-BRY RU-KRS"),
        denies("Ukraine", "Ukraine", "energy"),
    ),
    case(
        "far from the front",
        "A drone reached a refinery in the Komi region, according to a Ukrainian intelligence official.",
        admits("Ukraine", "energy", regions="RU-KO"),
    ),
]

NUMBERS = [
    case(
        "killed so many",
        "Russian attacks killed six men in Sumy, Ukrainian officials said.",
        alleges("Ukraine", "Russia", "strike", count=None),
    ),
    case(
        "so many who attacked",
        "Kyiv said 60 Russian gunmen attacked a post.",
        alleges("Ukraine", "Russia", "strike", count=None),
    ),
    case(
        "a list of kinds",
        "Moscow said Ukrainian troops carried out 140 artillery, rocket and mortar attacks, along with 316 drone strikes.",
        alleges("Russia", "Ukraine", "strike", count=140),
    ),
    case(
        "assault operations",
        "Russia carried out 96 assault operations and 1,883 attacks, Zelensky said.",
        alleges("Ukraine", "Russia", "strike", count=96),
    ),
]


BARE = [
    case(
        "dated from the capital",
        "KYIV, May 3 (Agency) - Russian troops shelled a ferry in Kherson, the Defence Ministry said on Saturday.",
        alleges("Ukraine", "Russia", "strike", regions="UA-65"),
    ),
    case(
        "the mission with a capital letter",
        "The OSCE mission counted 64 shellings. In Luhansk region, the Mission recorded shelling near Zolote.",
        alleges("OSCE", None, "strike", count=64),
        alleges("OSCE", None, "strike", regions="UA-09"),
    ),
    case(
        "told of before with his office",
        'Pavlo Orlenko, deputy mayor of Mariupol, spoke by phone. "The Russians keep shelling us," Mr Orlenko said.',
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "a corridor is shelled",
        "Volodymyr Zelensky accused Russia of shelling a corridor near Mariupol.",
        alleges("Ukraine", "Russia", "strike", regions="UA-14"),
    ),
]

STOPPED = [
    case(
        "came under heavy bombardment",
        "Volodymyr Zelensky said help came after Ukraine came under heavy bombardment by Russian guns.",
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "an alleged attack of one's own",
        "The report of an alleged Ukrainian attack on the fleet is a provocation, Ukraine's navy said.",
        denies("Ukraine", "Ukraine", "strike"),
    ),
    case(
        "she, who was told of last",
        "Sergei Aksyonov was silent. A spokeswoman for Ukraine's navy, Olha Ritska, did not go into detail. But she said "
        "Ukraine had struck a base near Saky.",
        admits("Ukraine", "strike", regions="UA-43"),
    ),
    case(
        "in the event that",
        '"In the event that the Kyiv regime breaks the truce, we will answer," Peskov said.',
    ),
    case(
        "an attempt was foiled",
        "An attempt by the Kyiv regime to commit a terrorist attack with drones on Bryansk was foiled, Moscow said.",
        alleges("Russia", "Ukraine", "strike", regions="RU-BRY"),
    ),
    case(
        "an attempt was thwarted by the speaker",
        "Ukraine's border service said it had thwarted an attempt by Russian saboteurs to shell a post near Sumy.",
        alleges("Ukraine", "Russia", "strike", regions="UA-59"),
    ),
    case("what may be thwarted", "Kyiv said it would thwart any attempt by Russia to attack Sumy."),
    case(
        "a barrage of attacks",
        "A barrage of Russian attacks also hit a village in the east, Volodymyr Zelensky said.",
        alleges("Ukraine", "Russia", "strike"),
    ),
]
OWN_DEEDS = [
    case(
        "world media speak for nobody",
        "Ukrainian shells killed a nurse in Horlivka, the AFP news agency reported.",
    ),
    case(
        "put there by the other side",
        "The governor of Zaporizhzhia Region, Yevgeny Balitsky, said that Ukrainian guns had shelled a bus.",
        alleges("Russia", "Ukraine", "strike", regions="UA-23"),
    ),
    case(
        "as another claims to have done more",
        "A Russian bomb hit a clinic in Sumy, the regional governor said, as Moscow claims to have taken a hamlet.",
        alleges("Ukraine", "Russia", "strike", regions="UA-59"),
    ),
    case(
        "their pilots, not the speaker's",
        "Kyiv said two jets were shot down near Izium and their pilots killed.",
    ),
    case(
        "drones sent in a raid",
        "Russia's defence ministry said it had downed 20 Ukrainian drones sent at Bryansk in a night raid.",
        alleges("Russia", "Ukraine", "strike", regions="RU-BRY", count=20),
    ),
    case("answered by striking", "Ukraine has responded by striking Russian oil depots."),
    case(
        "they are the strikes",
        "Zakharova acknowledged the missile strikes, saying that they had destroyed two Ukrainian depots in Odesa.",
        admits("Russia", "strike"),
    ),
    case(
        "carried out in answer",
        "The strikes were carried out in response to raids on Russian depots, the Russian defence ministry said.",
        admits("Russia", "strike"),
    ),
    case(
        "a governor confirms what was suffered",
        "The governor of Saratov region, Roman Busargin, confirmed the raid by Ukrainian drones.",
        alleges("Russia", "Ukraine", "strike", regions="RU-SAR"),
    ),
    case(
        "its chief, of the company",
        "DTEK, Ukraine's biggest private power firm, lost a plant to Russian missile strikes, its chief said.",
        alleges("DTEK", "Russia", "energy"),
    ),
    case(
        "one of the drones",
        "Kyiv said Russia had sent drones. One of the drones damaged a school in Sumy, it said.",
        alleges("Ukraine", "Russia", "strike"),
        alleges("Ukraine", "Russia", "strike", regions="UA-59"),
    ),
    case(
        "out of a total of so many",
        "The defence ministry in Moscow said that 12 drones were shot down out of a total of 21 launched by Kyiv.",
        alleges("Russia", "Ukraine", "strike", count=21),
    ),
]


@pytest.mark.parametrize(
    "one",
    [
        *SPEAKERS,
        *WORDS,
        *SOME_OFFICIALS,
        *APART,
        *REPELLED,
        *JUDGED,
        *OWNED,
        *NO_ACTS,
        *TAKEN_UP,
        *NUMBERS,
        *BARE,
        *STOPPED,
        *OWN_DEEDS,
    ],
)
def test_turns_of_reports(one: Case) -> None:
    assert one.found() == one.wanted()
