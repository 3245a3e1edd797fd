"""Deeds told without the plain verb, by others than their doer, or not done: whose they were, and whether they were."""

import pytest

from tests.claim_cases import Case, admits, alleges, case, denies

# Acts told by a weapon and whose it was.
WHOSE = [
    case(
        "The first shells of the day",
        "The first shells of the day were Cambodian, Thailand's army said.",
        alleges("Thailand", "Cambodia", "strike"),
        when="thailand-cambodia",
    ),
    case(
        "Rockets fell on Metula The rockets",
        "Rockets fell on Metula. The rockets were Hezbollah's, the Israeli army said.",
        alleges("Israel", "Hezbollah", "strike"),
        when="israel-lebanon",
    ),
    case(
        "The drone that crashed into the",
        "The drone that crashed into the silo was Russian, said the governor of Odesa region.",
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "What landed in the courtyard was",
        "What landed in the courtyard was a shell fired by the army, an RSF spokesman said.",
        alleges("RSF", "Sudan", "strike"),
        when="sudan",
    ),
    case(
        "What hit the school at Uri",
        "What hit the school at Uri was a Pakistani mortar bomb, the Indian army said.",
        alleges("India", "Pakistan", "strike"),
        when="india-pakistan",
    ),
    case(
        "The drones over Poltava were Turkish",
        "The drones over Poltava were Turkish, the air force of Ukraine said after the attack.",
    ),
    case(
        "Nine villagers died under Thai bombs",
        "Nine villagers died under Thai bombs, Cambodia's interior ministry said.",
        alleges("Cambodia", "Thailand", "strike"),
        when="thailand-cambodia",
    ),
    case(
        "A high-voltage line went down under",
        "A high-voltage line went down under Ukrainian fire, the governor of Kherson region installed by "
        "Moscow said.",
        alleges("Russia", "Ukraine", "energy"),
    ),
    case(
        "A soldier lost a leg to",
        "A soldier lost a leg to a Hezbollah mine near Odaisseh, the Israeli army said.",
        alleges("Israel", "Hezbollah", "strike"),
        when="israel-lebanon",
    ),
    case(
        "The strike was the third by",
        "The strike was the third by Russian forces on the plant this month, Energoatom said.",
        alleges("Ukraine", "Russia", "energy"),
    ),
    case(
        "Russia had attacked Kharkiv Kyiv said",
        "Russia had attacked Kharkiv, Kyiv said. The air force put the number of drones at 140.",
        alleges("Ukraine", "Russia", "strike"),
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "A Russian missile brought down a",
        "A Russian missile brought down a block of flats in Poltava, Ukraine's interior minister said.",
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "Two Israeli tanks rammed the gate",
        "Two Israeli tanks rammed the gate of a UN post at Naqoura, UNIFIL said.",
        alleges("UNIFIL", "Israel", "strike"),
        when="israel-lebanon",
    ),
    case(
        "Fire was opened from an Azerbaijani",
        "Fire was opened from an Azerbaijani post on the ridge above the village, Armenia's investigators "
        "said.",
        alleges("Armenia", "Azerbaijan", "strike"),
        when="armenia-azerbaijan",
    ),
]

# Who did it, told far from the act.
AGENTS = [
    case(
        "One man was killed and two",
        "One man was killed and two were hurt by Russian artillery in Nikopol, said regional governor Serhii "
        "Lysak.",
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "The governor condemned the shelling of",
        "The governor condemned the shelling of a hospital in Dilling, South Kordofan, by the RSF as a war "
        "crime.",
        alleges("Sudan", "RSF", "strike"),
        when="sudan",
    ),
    case(
        "in its attempt to hit",
        "Nine drones were used by Pakistan in its attempt to hit bases on Thursday, an Indian colonel said.",
        alleges("India", "Pakistan", "strike", count=9),
        when="india-pakistan",
    ),
    case(
        "Maria Zakharova spoke of deliberate sabotage",
        "Maria Zakharova spoke of deliberate sabotage by the Ukrainian side.",
        alleges("Russia", "Ukraine", "strike"),
    ),
    case(
        "Hamas breached the truce announced by",
        "Hamas breached the truce announced by Donald Trump by shooting at soldiers in Rafah, the Israeli "
        "army said.",
        alleges("Israel", "Hamas", "breach"),
        when="israel-gaza",
    ),
    case(
        "There were 14 attempts by Ukrainian",
        "There were 14 attempts by Ukrainian drones to reach the Druzhba pumping station, Russia's defence "
        "ministry said.",
        alleges("Russia", "Ukraine", "energy"),
    ),
    case(
        "Dmitry Peskov put the damage down",
        "Dmitry Peskov put the damage down to Ukrainian shells. The plant was shelled twice.",
        alleges("Russia", "Ukraine", "strike"),
    ),
    case(
        "A shell hit a bus Petro",
        "A shell hit a bus. Petro Poroshenko laid the blame for the deaths in the bus on the separatists.",
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "It is the Indians who shell",
        '"It is the Indians who shell our villages, and they have been at it for weeks," Pakistan\'s army '
        "spokesman said.",
        alleges("Pakistan", "India", "strike"),
        when="india-pakistan",
    ),
    case(
        "The bombing of the airport was",
        "The bombing of the airport was the army's own work, the LNA's spokesman said.",
        admits("LNA", "strike"),
        when="libya",
    ),
    case(
        "Jets and artillery struck back at",
        "Jets and artillery struck back at the tunnels around Rafah after a raid on a patrol, the Israeli "
        "army said.",
        admits("Israel", "strike"),
        when="israel-gaza",
    ),
    case(
        "Burundian soldiers took part on Tuesday",
        "Burundian soldiers took part on Tuesday in a raid on Minembwe, the government in Gitega announced.",
        admits("Burundi", "strike"),
        when="drc-m23",
    ),
    case(
        "South Sudan's army confirmed that a",
        "South Sudan's army confirmed that a drone had hit the oil field, but did not say whose it was.",
        alleges("South Sudan", None, "energy"),
        when="sudan",
    ),
]

# Whom a pronoun stands for.
POINTING = [
    case(
        "Islamabad has not answered Kabul's charge",
        "Islamabad has not answered Kabul's charge that it bombed a market in Khost on Monday.",
        alleges("Afghanistan", "Pakistan", "strike"),
        when="afghanistan-pakistan",
    ),
    case(
        "The RSF gave no reply to",
        "The RSF gave no reply to the army's claim that it had shelled a school in Omdurman.",
        alleges("Sudan", "RSF", "strike"),
        when="sudan",
    ),
    case(
        "Rwanda was confronted with Congo's accusation",
        "Rwanda was confronted with Congo's accusation that its troops had attacked Goma.",
        alleges("DR Congo", "Rwanda", "strike"),
        when="drc-m23",
    ),
    case(
        "Israeli jets bombed a radar station",
        "Israeli jets bombed a radar station, Iran's foreign minister said. Its drones hit a clinic as well, "
        "he added.",
        alleges("Iran", "Israel", "strike"),
        alleges("Iran", "Israel", "strike"),
        when="iran-israel",
    ),
    case(
        "RSF fighters shelled a camp the",
        "RSF fighters shelled a camp, the army said. They also burned a market in Nyala, according to the "
        "army.",
        alleges("Sudan", "RSF", "strike"),
        alleges("Sudan", "RSF", "strike"),
        when="sudan",
    ),
    case(
        "Cambodian soldiers fired at a school",
        "Cambodian soldiers fired at a school, Thailand's army said. Their rockets also hit a petrol station,"
        " it added.",
        alleges("Thailand", "Cambodia", "strike"),
        alleges("Thailand", "Cambodia", "energy"),
        when="thailand-cambodia",
    ),
    case(
        "The RSF shelled a camp the",
        "The RSF shelled a camp, the army said. Its jets had struck three RSF depots, it added.",
        alleges("Sudan", "RSF", "strike"),
        admits("Sudan", "strike"),
        when="sudan",
    ),
]

# What is denied by its clause.
DENIALS = [
    case(
        "The explosion at the school was",
        "The explosion at the school was not caused by an Israeli bomb, the Israeli army said.",
        denies("Israel", "Israel", "strike"),
        when="israel-gaza",
    ),
    case(
        "The UN mission said that the",
        "The UN mission said that the blast in the barracks was not caused by a Ukrainian rocket.",
        denies("UN", "Ukraine", "strike"),
    ),
    case(
        "Under no circumstances had Thai troops",
        "Under no circumstances had Thai troops shelled a pagoda, the army in Bangkok said.",
        denies("Thailand", "Thailand", "strike"),
        when="thailand-cambodia",
    ),
    case(
        "Nor was there any Azerbaijani shelling",
        "Nor was there any Azerbaijani shelling on Friday, the ministry in Baku said.",
        denies("Azerbaijan", "Azerbaijan", "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "Cambodia's ministry said its army had",
        "Cambodia's ministry said its army had fired neither at the school nor at the clinic.",
        denies("Cambodia", "Cambodia", "strike"),
        when="thailand-cambodia",
    ),
    case(
        "None of our men fired a",
        '"None of our men fired a shot at the border on Friday," said a Cambodian army spokesman.',
        denies("Cambodia", "Cambodia", "strike"),
        when="thailand-cambodia",
    ),
    case(
        "Ukraine had accused Russia of shelling",
        "Ukraine had accused Russia of shelling the Zaporizhzhia plant. It made no sense for Russia to shell "
        "a plant that its own troops guard, Dmitry Peskov said.",
        denies("Russia", "Russia", "strike"),
        alleges("Ukraine", "Russia", "energy"),
    ),
    case(
        "Kabul said Pakistani troops had opened",
        "Kabul said Pakistani troops had opened fire. Pakistan denied that its soldiers had been the "
        "aggressors.",
        denies("Pakistan", "Pakistan", "strike"),
        alleges("Afghanistan", "Pakistan", "strike"),
        when="afghanistan-pakistan",
    ),
    case(
        "Thailand's army said a mine had",
        "Thailand's army said a mine had wounded three soldiers. Cambodia denied the laying of new mines by "
        "its troops.",
        denies("Cambodia", "Cambodia", "strike"),
        alleges("Thailand", "Cambodia", "strike"),
        when="thailand-cambodia",
    ),
]

# What was done, and what was not.
REAL = [
    case(
        "Gaza's civil defence told how Israeli",
        "Gaza's civil defence told how Israeli jets bombed a house in Jabalia overnight.",
        alleges("Hamas", "Israel", "strike"),
        when="israel-gaza",
    ),
    case(
        "The UN's monitors said that survivors",
        "The UN's monitors said that survivors had described how a drone struck the cafe.",
        alleges("UN", None, "strike"),
    ),
    case(
        "It took only hours for India's",
        "It took only hours for India's army to break the ceasefire, Pakistan's foreign minister said.",
        alleges("Pakistan", "India", "breach"),
        when="india-pakistan",
    ),
    case(
        "All that India did was to",
        "All that India did was to open fire across the line, Pakistan's army said.",
        alleges("Pakistan", "India", "strike"),
        when="india-pakistan",
    ),
    case(
        "The guns of the Israeli army",
        "The guns of the Israeli army had not fallen silent, Lebanon's president said three hours into the "
        "truce.",
        alleges("Lebanon", "Israel", "breach"),
        when="israel-lebanon",
    ),
    case(
        "Armenia has not abided even by",
        "Armenia has not abided even by the ceasefire that it asked for, Azerbaijan's ministry said.",
        alleges("Azerbaijan", "Armenia", "breach"),
        when="armenia-azerbaijan",
    ),
    case(
        "Moscow was looking the president said",
        "Moscow was looking, the president said in Kyiv, for a pretext for striking government buildings.",
    ),
    case(
        "A big fire broke out at",
        "A big fire broke out at the depot, the regional governor of Bryansk said, and was put out by noon.",
    ),
    case(
        "Israel do not drop those bombs",
        '"Israel, do not drop those bombs," Donald Trump wrote.',
        when="iran-israel",
    ),
]

# Whose doing it is called, and what it is put down to.
NAMED = [
    case(
        "Amnesty International ascribed the rockets on",
        "Amnesty International ascribed the rockets on the market of Ganja to Armenian forces.",
        alleges("Amnesty International", "Armenia", "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "Two shops were shelled Thailand's army",
        "Two shops were shelled. Thailand's army put the blame for the shelling of the shops on Cambodia.",
        alleges("Thailand", "Cambodia", "strike"),
        when="thailand-cambodia",
    ),
    case(
        "A base in Kadugli was hit",
        "A base in Kadugli was hit by a drone. Sudan's government called the attack on the base a dangerous "
        "escalation by the RSF.",
        alleges("Sudan", "RSF", "strike"),
        when="sudan",
    ),
    case(
        "A drone hit Nahariya Hezbollah called",
        "A drone hit Nahariya. Hezbollah called the attack a reply to a raid on Tyre.",
        admits("Hezbollah", "strike"),
        when="israel-lebanon",
    ),
    case(
        "A clinic in Tyre lay in",
        "A clinic in Tyre lay in ruins. It was an Israeli drone, the Lebanese health ministry said.",
        alleges("Lebanon", "Israel", "strike"),
        when="israel-lebanon",
    ),
    case(
        "It took the Pakistani army only",
        "It took the Pakistani army only an hour to break the ceasefire by firing across the line, India's "
        "foreign secretary said.",
        alleges("India", "Pakistan", "breach"),
        when="india-pakistan",
    ),
    case(
        "The truce was a day old",
        "The truce was a day old. Indian troops, Pakistan's foreign ministry said, had committed breaches in "
        "some areas.",
        alleges("Pakistan", "India", "breach"),
        when="india-pakistan",
    ),
    case(
        "India's troops were dealing with the",
        "India's troops were dealing with the incursions by Pakistani drones, the army in Delhi said.",
        alleges("India", "Pakistan", "strike"),
        when="india-pakistan",
    ),
    case(
        "Militiamen of the RSF set upon",
        "Militiamen of the RSF set upon a convoy near Kosti, the army said.",
        alleges("Sudan", "RSF", "strike"),
        when="sudan",
    ),
    case(
        "Israeli tanks crashed through the gate",
        "Israeli tanks crashed through the gate of a post, UNIFIL said.",
        alleges("UNIFIL", "Israel", "strike"),
        when="israel-lebanon",
    ),
]

# What is said of none, and what only would be.
NOTHING = [
    case(
        "Moscow said a station near Kursk",
        'Moscow said a station near Kursk had been hit. "No drone of ours was sent to that station," '
        "Ukraine's military intelligence said.",
        alleges("Russia", "Ukraine", "strike"),
        denies("Ukraine", "Ukraine", "strike"),
    ),
    case(
        "Of the drones over Gujarat not",
        "Of the drones over Gujarat not a single one had been sent by Pakistan, its foreign minister said.",
        denies("Pakistan", "Pakistan", "strike"),
        when="india-pakistan",
    ),
    case(
        "Not one missile has left Iranian",
        "Not one missile has left Iranian soil since the ceasefire, the general staff in Tehran said.",
        denies("Iran", "Iran", "breach"),
        when="iran-israel",
    ),
    case(
        "Moscow had said that of the",
        "Moscow had said that of the drones that were seen, Ukraine aimed 91 of them at a residence.",
        alleges("Russia", "Ukraine", "strike"),
    ),
    case(
        "Baku spoke of a village shelled",
        "Baku spoke of a village shelled by Armenia. Yerevan's ministry denied that there had been any fire "
        "at the village.",
        alleges("Azerbaijan", "Armenia", "strike"),
        denies("Armenia", "Armenia", "strike"),
        when="armenia-azerbaijan",
    ),
    case(
        "Had Pakistan struck the base its",
        "Had Pakistan struck the base, its minister said, the whole world would know.",
        when="india-pakistan",
    ),
    case(
        "Moscow spoke of 14 Ukrainian attacks",
        "Moscow spoke of 14 Ukrainian attacks on refineries. Kyiv's military said that nothing but military "
        "depots had been fired at.",
        alleges("Russia", "Ukraine", "energy"),
        denies("Ukraine", "Ukraine", "energy"),
    ),
    case(
        "Russian troops shelled Ukrainian positions 40",
        "Russian troops shelled Ukrainian positions 40 times between six, when Vladimir Putin's truce began, "
        "and midnight, Volodymyr Zelensky said.",
        alleges("Ukraine", "Russia", "energy"),
    ),
    case(
        "Azerbaijan denies that its soldiers are",
        "Azerbaijan denies that its soldiers are supposed to have fired at a house in Syunik.",
        denies("Azerbaijan", "Azerbaijan", "strike"),
        when="armenia-azerbaijan",
    ),
]

# Attempts, nothing, and the ones who.
MORE = [
    case(
        "with weapons that only the doer praises",
        "Russia's defence ministry said a group strike with high-precision weapons was carried out on two airfields.",
        admits("Russia", "strike"),
    ),
    case(
        "with weapons that nobody praises",
        "Kyiv said a group of fires broke out after a strike with ballistic missiles was carried out on two airfields.",
        alleges("Ukraine", None, "strike"),
    ),
    case(
        "all its targets hit",
        "All designated targets were hit, the Israeli army's spokesman said.",
        admits("Israel", "strike"),
        when="israel-lebanon",
    ),
    case(
        "all targets hit by the other",
        "All targets were hit by Pakistani missiles, the Indian army said.",
        alleges("India", "Pakistan", "strike"),
        when="india-pakistan",
    ),
    case(
        "one of many carried out by the enemy",
        "One of the heaviest raids of the winter was carried out by the enemy on boiler houses, Ukrenergo said.",
        alleges("Ukraine", "Russia", "energy"),
    ),
    case(
        "a drone that crashed beside",
        "An Azerbaijani drone crashed next to a kindergarten, the Armenian prosecutor said.",
        alleges("Armenia", "Azerbaijan", "strike"),
        when="armenia-azerbaijan",
    ),
    case("a plane that crashed", "A Russian plane crashed near Voronezh, the Defence Ministry said."),
    case(
        "a truce gone back on",
        "Lebanon's speaker said Israel had gone back on the ceasefire.",
        alleges("Lebanon", "Israel", "breach"),
        when="israel-lebanon",
    ),
    case(
        "On the second day of the",
        "On the second day of the truce Ukrainian troops made five attempts to enter the Belgorod region, "
        "Russia's defence ministry said.",
        alleges("Russia", "Ukraine", "energy"),
    ),
    case(
        "The ceasefire holds but there had",
        "The ceasefire holds, but there had been two attempts by Indian soldiers to cross the line, "
        "Pakistan's army said.",
        alleges("Pakistan", "India", "breach"),
        when="india-pakistan",
    ),
    case(
        "Rwanda's envoy retorted that the Congolese",
        "Rwanda's envoy retorted that the Congolese were the ones who shelled Goma.",
        alleges("Rwanda", "DR Congo", "strike"),
        when="drc-m23",
    ),
    case(
        "Thailand's army said that Cambodia was",
        "Thailand's army said that Cambodia was the side that fired first.",
        alleges("Thailand", "Cambodia", "strike"),
        when="thailand-cambodia",
    ),
    case(
        "Nothing was fired at Israel after",
        "Nothing was fired at Israel after the truce began, Iran's armed forces said.",
        denies("Iran", "Iran", "breach"),
        when="iran-israel",
    ),
    case(
        "The army had accused the RSF",
        "The army had accused the RSF of an attack with drones on the airport. Nothing was launched at it, "
        "the RSF said.",
        denies("RSF", "RSF", "strike"),
        alleges("Sudan", "RSF", "strike"),
        when="sudan",
    ),
    case(
        "One person has been killed and",
        "One person has been killed and three have been hurt by Russian artillery and drones in Nikopol, "
        "writes Serhii Lysak, the governor.",
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "Prime Minister Kamil Idris condemned the",
        "Prime Minister Kamil Idris condemned the shelling of a kindergarten in Kalogi, South Kordofan State,"
        " by the rebel RSF militia as a war crime.",
        alleges("Sudan", "RSF", "strike"),
        when="sudan",
    ),
    case(
        "Afghan posts were shelled Kabul said",
        "Afghan posts were shelled, Kabul said. Pakistan's foreign office once more denied that its troops "
        "had been the aggressors at Spin Boldak.",
        denies("Pakistan", "Pakistan", "strike"),
        alleges("Afghanistan", "Pakistan", "strike"),
        when="afghanistan-pakistan",
    ),
    case(
        "Moscow said drones had hit a",
        'Moscow said drones had hit a station in Kursk. "No drone of ours was sent to that station," Andriy '
        "Kovalenko of Ukraine's Center for Countering Disinformation wrote.",
        denies("Ukraine", "Ukraine", "strike"),
        alleges("Russia", "Ukraine", "strike"),
    ),
]


# Deeds of the side that tells of them.
OWN = [
    case(
        "on the other's ground, by an office without a name",
        "The refinery in Ryazan was struck at dawn, the General Staff reports.",
        admits("Ukraine", "energy"),
    ),
    case(
        "where one side alone holds ground",
        "Ukraine's General Staff said that an oil depot in Feodosia had been hit again.",
        admits("Ukraine", "energy"),
    ),
    case(
        "told by the other there",
        "An oil depot in Feodosia was hit, the Russian defence ministry said.",
        alleges("Russia", None, "energy"),
    ),
    case(
        "by a military in letters",
        "Hamas gunmen fired at a post in Rafah, Israel said. Fighter jets and artillery then struck a tunnel there, "
        "the IDF said.",
        alleges("Israel", "Hamas", "strike"),
        admits("Israel", "strike"),
        when="israel-gaza",
    ),
    case(
        "its military, of whom the sentence tells",
        "Israel struck a workshop in the suburbs of Beirut on Sunday, its military said.",
        admits("Israel", "strike"),
        when="israel-lebanon",
    ),
    case(
        "its mayor, of whom it does not",
        "Russian shells fell on Nikopol, its mayor said.",
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "its, after the subject",
        "Lebanese President Joseph Aoun said that Israel by its strike on the port had shown contempt for the truce.",
        alleges("Lebanon", "Israel", "breach"),
        when="israel-lebanon",
    ),
    case(
        "called precise by officials of a side untold",
        "Pakistani aircraft carried out precision strikes in Paktika, security officials said.",
        admits("Pakistan", "strike"),
        when="afghanistan-pakistan",
    ),
    case(
        "goes on with its own deed, not with what that answers",
        "Israel's military said its jets had struck a depot at Hodeidah in answer to a missile that the Houthis had fired "
        "at Eilat. A cement works in Bajil was hit as well, it said.",
        admits("Israel", "strike"),
        alleges("Israel", "Houthis", "strike"),
        admits("Israel", "strike"),
        when="yemen",
    ),
    case(
        "claimed for somebody's men",
        "A Ukrainian commander, Robert Brovdi, claimed the strike on a depot in Belgorod for his drone units.",
        admits("Ukraine", "strike"),
    ),
    case(
        "where it came from is not what was hit",
        "Ukraine's navy confirmed that the missile that hit the tanker had come from Crimea, which Russia holds.",
        alleges("Ukraine", "Russia", "strike"),
    ),
]


@pytest.mark.parametrize("one", [*WHOSE, *AGENTS, *POINTING, *DENIALS, *REAL, *NAMED, *NOTHING, *MORE, *OWN])
def test_deeds(one: Case) -> None:
    assert one.found() == one.wanted()
