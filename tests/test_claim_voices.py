"""Voices that no verb of saying with a name beside it makes: counts, words that come from somebody, officials
without a name, bodies that no data know, those who were named before."""

import pytest

from tests.claim_cases import Case, admits, alleges, case, denies

COUNTS = [
    case(
        "by its own account no part",
        "Israel accused Hamas of opening fire on a patrol. The movement had, by its own account, no part in the shooting.",
        alleges("Israel", "Hamas", "strike"),
        denies("Hamas", "Hamas", "strike", speaker="The movement"),
        when="israel-gaza",
    ),
    case(
        "by its own account, told first",
        "Hamas accused Israel of opening fire on a crowd. By its own account, the Israeli army had no part in the shooting.",
        alleges("Hamas", "Israel", "strike"),
        denies("Israel", "Israel", "strike", speaker="the Israeli army"),
        when="israel-gaza",
    ),
    case(
        "by its own account it fired",
        "Hamas spoke of a breach. Israel's army fired thirty shells at Khan Younis, by its own account.",
        admits("Israel", "strike", count=30),
        when="israel-gaza",
    ),
    case(
        "where another had blamed it on him",
        "In Moscow, where Vladimir Putin had laid the blasts to Ukraine's account, the Investigative Committee reckons "
        "with two dead.",
        alleges("Russia", "Ukraine", "strike"),
    ),
    case(
        "where another had blamed it on him, the other way round",
        "In Kyiv, where Volodymyr Zelensky had laid the blasts to Russia's account, the prosecutors reckon with two dead.",
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "where another had blamed it on him, in another war",
        "In Islamabad, where Shehbaz Sharif had laid the blasts to India's account, the police reckon with two dead.",
        alleges("Pakistan", "India", "strike"),
        when="india-pakistan",
    ),
    case(
        "a total that stands at breaches",
        "The Russian Defence Ministry's total stands at 4,900 Ukrainian violations of the truce.",
        alleges("Russia", "Ukraine", "energy", count=4900),
    ),
    case(
        "a total that somebody has come to",
        "The Ukrainian General Staff has come to a total of 1,400 Russian violations of the truce.",
        alleges("Ukraine", "Russia", "energy", count=1400),
    ),
    case(
        "a list of breaches",
        "The Armenian ombudsman had a list of seven Azerbaijani violations of the truce by Sunday evening.",
        alleges("Armenia", "Azerbaijan", "breach", count=7),
        when="armenia-azerbaijan",
    ),
    case(
        "by the reckoning of somebody",
        "Pakistan had broken the ceasefire nine times by noon, by the reckoning of the Indian army.",
        alleges("India", "Pakistan", "breach", count=9),
        when="india-pakistan",
    ),
    case(
        "whose count another tells",
        "Israel's army acknowledged a strike on a truck near Nabatieh. The army's count of Israeli violations of "
        "the truce has meanwhile gone up to 847, according to a military source.",
        admits("Israel", "strike"),
        alleges("Lebanon", "Israel", "breach"),
        when="israel-lebanon",
    ),
]

NOUNS = [
    case(
        "an account is that",
        "UNIFIL's account is that an Israeli tank fired two shots at its patrol.",
        alleges("UNIFIL", "Israel", "strike"),
        when="israel-lebanon",
    ),
    case(
        "a charge that came from somebody",
        "The accusation that Russian drones hit a school came from Ukraine's foreign minister.",
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "word that came from somebody",
        "Word of a Pakistani drone attack on Jammu came from the Indian army.",
        alleges("India", "Pakistan", "strike"),
        when="india-pakistan",
    ),
    case(
        "a verb that looks like a noun",
        "Israel's military maintains that its soldiers were attacked by Hamas with a missile in Rafah.",
        alleges("Israel", "Hamas", "strike"),
        when="israel-gaza",
    ),
    case(
        "spoke a little earlier of",
        "The Ukrainian ministry of energy had spoken a little earlier of Russian shelling of a school in Nikopol.",
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "opened a case over",
        "Russia's Investigative Committee has opened a criminal case into a Ukrainian drone strike on a bus.",
        alleges("Russia", "Ukraine", "strike"),
    ),
    case(
        "are said by somebody to have",
        "Thai troops were reported by Phnom Penh to have shelled a temple.",
        alleges("Cambodia", "Thailand", "strike"),
        when="thailand-cambodia",
    ),
    case(
        "its after a charge and a colon",
        "A spokesman for the RSF, Adam Idris, blamed the army: its planes had bombed the market, he said.",
        alleges("RSF", "Sudan", "strike"),
        when="sudan",
    ),
    case(
        "he whom the sentence tells of",
        "In Moscow the Kremlin's spokesman, Dmitry Peskov, blamed Kiev: it was Ukrainian saboteurs who had "
        "attacked the bridge, he claimed.",
        alleges("Russia", "Ukraine", "strike"),
    ),
]

UNNAMED = [
    case(
        "its army is not the one mostly meant",
        "Burundi did not shell the camp, its army said. Rwanda said on Sunday that its army had shelled a mine.",
        denies("Burundi", "Burundi", "strike"),
        admits("Rwanda", "strike"),
        when="drc-m23",
    ),
    case(
        "its army in another war",
        "Chad did not shell the camp, its army said. The RSF said that its army had shelled a mine.",
        denies("Chad", "Chad", "strike"),
        admits("RSF", "strike"),
        when="sudan",
    ),
    case(
        "whose spokeswoman clears them",
        "Hezbollah's spokesman Jad Karam accused Israel of shelling two villages. Israel did not fire first, a "
        "spokeswoman insisted.",
        alleges("Hezbollah", "Israel", "strike"),
        denies("Israel", "Israel", "strike"),
        when="israel-lebanon",
    ),
    case(
        "whose spokeswoman clears them, the other way round",
        "Israel's spokesman Dan Oren accused Hezbollah of shelling two villages. Hezbollah did not fire first, a "
        "spokeswoman insisted.",
        alleges("Israel", "Hezbollah", "strike"),
        denies("Hezbollah", "Hezbollah", "strike"),
        when="israel-lebanon",
    ),
    case(
        "whose spokeswoman speaks for whoever spoke last",
        "Hezbollah's spokesman Jad Karam accused Israel of shelling two villages. Israel denied having shelled a "
        "village. Hezbollah fired first, a spokeswoman insisted.",
        alleges("Hezbollah", "Israel", "strike"),
        denies("Israel", "Israel", "strike"),
        alleges("Israel", "Hezbollah", "strike"),
        when="israel-lebanon",
    ),
    case(
        "whose spokeswoman goes on",
        "Hezbollah's spokesman Jad Karam accused Israel of shelling two villages. Israel did not stop shelling the "
        "villages, a spokeswoman added.",
        alleges("Hezbollah", "Israel", "breach"),
        alleges("Hezbollah", "Israel", "breach"),
        when="israel-lebanon",
    ),
    case(
        "a Ukrainian drone",
        "A drone of the Ukrainian armed forces hit a farm near Klintsy, the Russian Defence Ministry said. In a "
        "separate incident, according to the military, a Ukrainian drone damaged a school in the Kursk Region.",
        alleges("Russia", "Ukraine", "strike", regions="RU-BRY"),
        alleges("Russia", "Ukraine", "strike", regions="RU-KRS"),
    ),
    case(
        "they say a drone hit",
        "Kyiv maintains that it shelled no village. The Russian defence ministry's spokesmen have moved on to the "
        "mill in Bryansk, which they say a Ukrainian drone hit on Wednesday.",
        alleges("Russia", "Ukraine", "strike", regions="RU-BRY"),
        denies("Ukraine", "Ukraine", "strike"),
    ),
    case(
        "who told of another",
        "Ukraine broke the truce, the Russian Defence Ministry said. According to the military, the Ukrainian army "
        "fired 44 times at its positions. Villages in the Kursk Region, too, came under fire, it said.",
        alleges("Russia", "Ukraine", "energy"),
        alleges("Russia", "Ukraine", "strike", count=44),
        alleges("Russia", "Ukraine", "strike", regions="RU-KRS"),
    ),
    case(
        "the agency whose man was hit",
        "Israel's minister vowed a reply. An Israeli drone has killed a corporal of the State Security agency in "
        "Nabatieh, the agency says.",
        alleges("Lebanon", "Israel", "strike", regions="LB-NA"),
        when="israel-lebanon",
    ),
    case(
        "we of nobody known",
        'Ukraine\'s minister came to Vienna. "What we can state is that drones struck the barn," the head of the '
        "choir said.",
    ),
    case(
        "whose agency a source told it to",
        "A military source told IRNA that Iranian missiles had hit an air base in southern Israel.",
        admits("Iran", "strike"),
        when="iran-israel",
    ),
    case(
        "which broadcaster a source told it to",
        "A source in the Defence Forces told Suspilne that Ukrainian drones had struck a base at Engels.",
        admits("Ukraine", "strike"),
    ),
    case(
        "the army is not the one whose posts fired",
        "Posts of the Pakistan Army opposite Uri fired at Indian troops on Saturday, the Army said.",
        alleges("India", "Pakistan", "strike"),
        when="india-pakistan",
    ),
    case(
        "who was told of before with an office",
        "The mayor of Mykolaiv, Petro Havrylenko, visited the ruins. Russia had shelled the city for an hour, "
        "Havrylenko said. Moscow kept silent, and so did its army.",
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "a president told of before",
        "President Aram Petrosian of Armenia met the ambassadors on Monday. Petrosian told them that Azerbaijan "
        "had shelled two villages.",
        alleges("Armenia", "Azerbaijan", "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "his office",
        "Azerbaijan's presidential aide, Rashad Quliyev, spoke on Sunday. Ganja was shelled by Armenia, his office "
        "added.",
        alleges("Azerbaijan", "Armenia", "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "a government spokesman is not that of the rebels",
        "Getachew Reda, a spokesman for the Tigray authorities, said that Ethiopian troops had shelled a market. "
        "A government spokesman denied that homes had been hit.",
        alleges("TPLF", "Ethiopia", "strike"),
        denies("Ethiopia", "Ethiopia", "strike"),
        when="world",
    ),
    case(
        "its ministry is not that of forces",
        "The military command in Tigray said that Ethiopian troops had shelled its positions. The government in "
        "Addis Ababa blamed the other side: Tigrayan forces shelled a market, its ministry said.",
        alleges("TPLF", "Ethiopia", "strike"),
        alleges("Ethiopia", "TPLF", "strike"),
        when="world",
    ),
    case(
        "an officer of a staff that is mostly one side's",
        '"We did hit the depot," an officer of the General Staff recalled. Moscow was silent.',
        admits("Ukraine", "strike"),
    ),
    case(
        "they are those who acted before",
        "On Sunday the RSF shelled a market, the army spokesman, Nabil Abdullah, said. On Tuesday they sent drones "
        "into a camp, the energy ministry said.",
        alleges("Sudan", "RSF", "strike"),
        alleges("Sudan", "RSF", "strike"),
        when="sudan",
    ),
    case(
        "they are the speaker's own who acted before",
        "On Sunday the RSF shelled a market, the army spokesman, Nabil Abdullah, said. On Tuesday they sent drones "
        "into a camp, the RSF said.",
        alleges("Sudan", "RSF", "strike"),
        admits("RSF", "strike"),
        when="sudan",
    ),
    case(
        "a councillor",
        "Abdul Rashid, a councillor in R S Pura, said that Pakistani mortars had fired on the village.",
        alleges("India", "Pakistan", "strike"),
        when="india-pakistan",
    ),
    case(
        "a ministry in what was issued",
        "Armenia said that Azerbaijani guns had shelled a post. Baku issued a statement in which the ministry denied "
        "that its army had shelled a post.",
        alleges("Armenia", "Azerbaijan", "strike"),
        denies("Azerbaijan", "Azerbaijan", "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "a ministry in what came",
        "Armenia said that Azerbaijani guns had shelled a post. From Baku came a denial, in which the ministry "
        "insists that its army did not shell a post.",
        alleges("Armenia", "Azerbaijan", "strike"),
        denies("Azerbaijan", "Azerbaijan", "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "the Armed Forces at home",
        "SANAA, Oct 22 - The Armed Forces carried out a raid on a port, Brigadier General Yahya Saree announced.",
        admits("Houthis", "strike"),
        when="yemen",
    ),
    case(
        "the armed forces elsewhere",
        "ADEN, Oct 22 - The Armed Forces carried out a raid on a port, Brigadier General Yahya Saree announced.",
        alleges("Houthis", "Yemen", "strike"),
        when="yemen",
    ),
    case(
        "they are those who acted before, as another tells it",
        "On Sunday the RSF shelled a market, the army spokesman, Nabil Abdullah, said. On Tuesday, as the energy "
        "ministry tells it, they sent drones into a camp.",
        alleges("Sudan", "RSF", "strike"),
        alleges("Sudan", "RSF", "strike"),
        when="sudan",
    ),
]

SIDES = [
    case(
        "troops fired back, and their army insists",
        "The Indian army admitted that troops had fired back but insisted that Pakistan had fired first.",
        admits("India", "strike"),
        alleges("India", "Pakistan", "strike", speaker="The Indian army"),
        when="india-pakistan",
    ),
    case(
        "soldiers who fire back stand on their own ground",
        "Pakistan's minister said that India had fired at Kotli. An Indian army spokesman acknowledged that "
        "soldiers had returned fire in the Uri sector.",
        alleges("Pakistan", "India", "strike"),
        admits("India", "strike"),
        when="india-pakistan",
    ),
    case(
        "whose prime minister it is",
        "Two missiles fell in the desert on Monday. It was Iran that had fired them, the Prime Minister's Office said.",
        alleges("Israel", "Iran", "strike"),
        when="iran-israel",
    ),
    case(
        "a commander of the place",
        "The Zionist air force struck a radar site in Mazandaran on Tuesday, a commander in the province was quoted "
        "as saying.",
        alleges("Iran", "Israel", "strike"),
        when="iran-israel",
    ),
    case(
        "a mayor is no armed group's",
        "A house in Aitaroun was bombed by Israel without any warning, the village's mayor told reporters.",
        alleges("Lebanon", "Israel", "strike"),
        when="israel-lebanon",
    ),
    case(
        "it is who did it after a neutral body",
        "UNIFIL said that an Israeli drone had dropped a grenade near a patrol. The Israeli army struck a Hezbollah "
        "depot in Blida, it announced on Tuesday.",
        alleges("UNIFIL", "Israel", "strike"),
        admits("Israel", "strike"),
        when="israel-lebanon",
    ),
    case(
        "in the capital it was denied",
        "Azerbaijan's army said that its posts had been shelled by Armenia. In Yerevan this was denied: there was no "
        "fire from Armenian positions, the military said.",
        alleges("Azerbaijan", "Armenia", "strike"),
        denies("Armenia", "Armenia", "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "a state's channels on its adversary",
        "Pakistani channels reported that an Indian drone had struck a shrine in Nankana Sahib.",
        alleges("Pakistan", "India", "strike"),
        when="india-pakistan",
    ),
    case(
        "a state's media on its own side",
        "Israeli media reported that Israeli jets had bombed Rafah.",
        when="israel-gaza",
    ),
    case(
        "who calls those hit by a word for the enemy",
        "Indian troops crossed the line and struck militants, Major General Ajay Rao, the director of operations, "
        "told reporters.",
        admits("India", "strike"),
        when="india-pakistan",
    ),
    case(
        "who spoke last of what was done to them",
        "Russian missiles hit a school in Odesa, Ukraine's army said. A hospital and a clinic were struck in the "
        "same wave, said the health ministry.",
        alleges("Ukraine", "Russia", "strike"),
        alleges("Ukraine", "Russia", "strike"),
    ),
]

VIEWS = [
    case(
        "officials at their seat",
        "A military official in Sanaa said that the Saudi-led coalition had carried out 40 raids in breach of the "
        "truce.",
        alleges("Houthis", "Saudi Arabia", "breach", count=40),
        when="yemen",
    ),
    case(
        "a statement of somebody that another calls false",
        "The statement of Azerbaijan's Ministry of Defence that Armenian units fired at its positions is false, the "
        "Ministry of Defence of Armenia said.",
        alleges("Azerbaijan", "Armenia", "strike"),
        denies("Armenia", "Armenia", "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "reports circulated by somebody",
        "Reports circulated by the Houthi militia that coalition aircraft had bombed a market are unfounded, the "
        "spokesman of the Saudi-led coalition said.",
        alleges("Houthis", "Saudi Arabia", "strike"),
        denies("Saudi Arabia", "Saudi Arabia", "strike"),
        when="yemen",
    ),
    case(
        "a claim that somebody made",
        "The claim that Armenia had shelled Terter again, which Baku made on Wednesday, went unanswered.",
        alleges("Azerbaijan", "Armenia", "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "an official whose office adds to it",
        "A rocket from Armenia hit a house in Ganja, said Azerbaijan's prosecutor general. Mingachevir was shelled by "
        "Armenia too, his office added.",
        alleges("Azerbaijan", "Armenia", "strike"),
        alleges("Azerbaijan", "Armenia", "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "for a side its adversary did it",
        "For India's foreign minister, it is Pakistan that breaks the ceasefire.",
        alleges("India", "Pakistan", "breach"),
        when="india-pakistan",
    ),
    case(
        "for a side it was a blow", "For Ukraine, the strike was a blow: Russian drones hit a school in Sumy."
    ),
    case(
        "a conjunct that is not what was said",
        "An Israeli officer said Hamas had fired grenades at troops in Rafah and spoke of a crime. He named no one.",
        alleges("Israel", "Hamas", "strike"),
        when="israel-gaza",
    ),
    case(
        "the country's ministry",
        "Armenia spoke of phosphorus. The army of Azerbaijan has shelled no town, the country's Defence Ministry "
        "responded. It reported that Armenian artillery had shelled villages in the Tartar district.",
        denies("Azerbaijan", "Azerbaijan", "strike"),
        alleges("Azerbaijan", "Armenia", "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "a name after its verb",
        "RSF drones hit the kindergarten and, three times, the hospital of Kalogi, said Adam Idris, a spokesman of "
        "Sudan's army.",
        alleges("Sudan", "RSF", "strike"),
        when="sudan",
    ),
    case(
        "whom a state backs",
        "General Salem Douid, who represents the government in the UN-backed truce commission, said the Houthis had "
        "shelled a market.",
        alleges("Yemen", "Houthis", "breach"),
        when="yemen",
    ),
]

BODIES = [
    case(
        "a body known by its kind after it",
        "The Landmine Monitoring Coalition, a campaign group in Oslo, said that Thai forces had fired cluster "
        "shells at a temple.",
        alleges("Landmine Monitoring Coalition", "Thailand", "strike"),
        when="thailand-cambodia",
    ),
    case(
        "a body known by its kind before it",
        "A local rights group, Voix du Lac, said M23 fighters had opened fire on a market in Sake.",
        alleges("Voix du Lac", "M23", "strike"),
        when="drc-m23",
    ),
    case(
        "a charity",
        "Medical charity Bright Lake said an Israeli drone had hit its clinic in Khan Younis.",
        alleges("Bright Lake", "Israel", "strike"),
        when="israel-gaza",
    ),
    case(
        "an officer of a rights group is none",
        "The head of a rights group, Ann Holm, said nothing. Russia denied that it had shelled a school in Sumy.",
        denies("Russia", "Russia", "strike"),
    ),
]


@pytest.mark.parametrize("one", [*COUNTS, *NOUNS, *UNNAMED, *SIDES, *VIEWS, *BODIES])
def test_who_speaks(one: Case) -> None:
    assert one.found() == one.wanted()
