"""A noun phrase of a news sentence speaks and acts for the right party, whichever side it names."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from pipeline.bare_offices import usual_party
from pipeline.conflict import conflict_names, conflict_of, load_conflict
from pipeline.language import load_model
from pipeline.names import office_of, parties_of, party_mentions, party_of, stands_for
from pipeline.places import place_mentions

SPEAKING = ("{} said on Monday that it was so.", "It was so, according to {}.")

# conflict: (noun phrase, party that it speaks or acts for)
PHRASES: dict[str, list[tuple[str, str | None]]] = {
    "ukraine": [
        ("the Russia-backed militia", "Russia"),
        ("Head of the Kherson Regional Military Administration Oleksandr Prokudin", "Ukraine"),
        ("Russian-installed Crimean leader Sergei Aksyonov", "Russia"),
        ("Sevastopol's Moscow-appointed governor, Mikhail Razvozhayev", "Russia"),
        ("the Russian-installed governor of Sevastopol", "Russia"),
        ("Crimea's Russian-installed authorities", "Russia"),
        ("Samara Region Governor Vyacheslav Fedorishchev", "Russia"),
        ("the governor of Russia's Saratov region, Roman Busargin", "Russia"),
        ("the head of the Republic of Tatarstan", "Russia"),
        ("Tatarstan's leader Rustam Minnikhanov", "Russia"),
        ("Poltava Governor Volodymyr Kohut", "Ukraine"),
        ("Chernihiv regional governor Viacheslav Chaus", "Ukraine"),
        ("Ukraine's nuclear operator Energoatom", "Ukraine"),
        ("the Russian-controlled plant's spokeswoman, Yevgeniya Yashina", "Russia"),
        ("plant director Yury Chernichuk", "Russia"),
        ("Russia's state nuclear corporation Rosatom", "Russia"),
        ("Ukraine's DTEK", "DTEK"),
        ("the state-run gas firm Naftogaz", "Ukraine"),
        ("Kirill Budanov", "Ukraine"),
        ("Kyrylo Budanov, the head of Ukraine's military intelligence", "Ukraine"),
        ("Andriy Sibiga", "Ukraine"),
        ("Foreign Minister Sibiga", "Ukraine"),
        ("Alexander Syrsky", "Ukraine"),
        ("Commander-in-Chief Oleksandr Syrskyi", "Ukraine"),
        ("Dmitriy Peskov", "Russia"),
        ("Sergey Shoygu", "Russia"),
        ("Ambassador-at-Large Rodion Miroshnik", "Russia"),
        ("the UN's nuclear watchdog", "IAEA"),
        ("the U.N. nuclear agency", "IAEA"),
        ("the UN nuclear watchdog, the IAEA", "IAEA"),
        ("the UN Security Council", "UN"),
        ("UN Secretary-General Antonio Guterres", "UN"),
        ("Turkish President Tayyip Erdogan", "Turkey"),
        ("China's foreign ministry", "China"),
        ("the White House", "United States"),
        ("US Secretary of State Marco Rubio", "United States"),
        ("Ukraine's Western partners", None),
        ("Kyiv residents", None),
        ("Russian tourists", None),
        ("the Ukrainian community", None),
        ("local people in Belgorod", None),
        ("the regional authorities in Bryansk", "Russia"),
        ("Bryansk authorities", "Russia"),
        ("Lipetsk region's governor, Igor Artamonov", "Russia"),
        ("the government of the Belgorod region", "Russia"),
        ("the operational headquarters of the Krasnodar region", "Russia"),
        ("the Sumy city council", "Ukraine"),
        ("Nikopol district military administration", "Ukraine"),
        ("police in Kharkiv", "Ukraine"),
        ("Russian border troops", "Russia"),
        ("Ukrainian border guards", "Ukraine"),
        ("the State Border Guard Service of Ukraine", "Ukraine"),
        ("the Ukrainian Ground Forces", "Ukraine"),
        ("the 110th Mechanized Brigade of Ukraine", "Ukraine"),
        ("the Azov Brigade", "Ukraine"),
        ("Chechen leader Ramzan Kadyrov", "Russia"),
        ("Chechen fighters", None),
        ("North Korean troops", "North Korea"),
        ("the 'LPR' mission", "Russia"),
        ("LNR forces", "Russia"),
        ("the self-styled Luhansk People's Republic", "Russia"),
        ("separatist leader Denis Pushilin", "Russia"),
        ("pro-Russian rebels in Donetsk", "Russia"),
        ("Kiev's security forces", "Ukraine"),
        ("Kiev troops", "Ukraine"),
        ("Ukrainian government troops", "Ukraine"),
        ("the Ukrainian army's press centre", "Ukraine"),
        ("the press centre of the ATO headquarters", "Ukraine"),
        ("the Joint Forces Operation headquarters", "Ukraine"),
        ("Ukrainian drones", "Ukraine"),
        ("three drones launched by Kyiv", "Ukraine"),
        ("shelling by the Armed Forces of Ukraine", "Ukraine"),
        ("Russian attacks on Ukraine", "Russia"),
        ("the Russian-occupied Zaporizhzhia plant's Ukrainian operator", "Ukraine"),
        ("pro-Russian separatists", "Russia"),
        ("Russian-backed separatists", "Russia"),
        ("anti-Russian activists", None),
        ("Ukraine's ally", None),
        ("Ukraine's Western allies", None),
        ("Ukraine's allies in Europe", None),
        ("the Ministry of Defence of Ukraine", "Ukraine"),
        ("Russia's Ministry of Defence", "Russia"),
        ("the head of the Sumy regional military administration", "Ukraine"),
        ("the head of the Sumy regional military administration, Oleh Hryhorov", "Ukraine"),
        ("Kursk governor Alexander Khinshtein", "Russia"),
        ("Kursk's acting governor", "Russia"),
        ("the acting governor of the Kursk region", "Russia"),
        ("prosecutors in the Donetsk region", "Ukraine"),
        ("local authorities in Russian-occupied Kherson", "Russia"),
        ("the Moscow-installed head of Kherson", "Russia"),
        ("the Russian-installed governor of the Kherson region, Vladimir Saldo", "Russia"),
        ("Russian-appointed officials in Zaporizhzhia", "Russia"),
        ("the Kremlin-backed authorities in Crimea", "Russia"),
        ("the governor of Sevastopol", "Russia"),
        ("authorities in Crimea", "Russia"),
        ("Ukraine's General Staff", "Ukraine"),
        ("the General Staff of the Armed Forces of Ukraine", "Ukraine"),
        ("the Russian General Staff", "Russia"),
        ("the enemy", ""),
        ("drones of the Kyiv regime", "Ukraine"),
        ("the Kiev regime", "Ukraine"),
        ("Zelenskiy", "Ukraine"),
        ("Volodymyr Zelenskiy", "Ukraine"),
        ("Oleksandr Syrsky", "Ukraine"),
        ("General Oleksandr Syrskyi", "Ukraine"),
        ("Ukraine's ambassador to the UN, Andrii Melnyk", "Ukraine"),
        ("Russia's ambassador to the United Nations", "Russia"),
        ("the Russian ambassador in London", "Russia"),
        ("Ukraine's envoy to Washington", "Ukraine"),
        ("a source in the SBU", "Ukraine"),
        ("sources in Ukraine's military intelligence agency (HUR)", "Ukraine"),
        ("Russian troops in Ukraine", "Russia"),
        ("officials in Kyiv", "Ukraine"),
        ("officials in the Belgorod region", "Russia"),
        ("the mayor of Kharkiv", "Ukraine"),
        ("Kharkiv Mayor Ihor Terekhov", "Ukraine"),
        ("the regional governor, Oleh Syniehubov", "Ukraine"),
        ("residents of Belgorod", None),
        ("a Russian military analyst", None),
        ("Ukrainian civilians", None),
        ("US President Donald Trump", "United States"),
        ("Trump's Ukraine envoy Keith Kellogg", "United States"),
        ("Trump's Ukraine envoy", "United States"),
        ("Hungarian Prime Minister Viktor Orbán", "Hungary"),
        ("Hungary's foreign minister", "Hungary"),
        ("the foreign ministry of Kazakhstan", "Kazakhstan"),
        ("the head of the IAEA", "IAEA"),
        ("UN human rights monitors in Ukraine", "UN"),
        ("the UN Human Rights Monitoring Mission in Ukraine", "UN"),
        ("the OSCE Special Monitoring Mission to Ukraine", "OSCE"),
        ("the EU's foreign policy chief, Kaja Kallas", "EU"),
        ("Ukraine's state grid operator Ukrenergo", "Ukraine"),
        ("DTEK", "DTEK"),
        ("the power company DTEK", "DTEK"),
        ("Ukraine's largest private energy company, DTEK", "DTEK"),
        ("Rosatom chief Alexei Likhachev", "Russia"),
        ("the head of Rosatom", "Russia"),
        ("the head of the Russian Security Council", "Russia"),
        ("Russia's Security Council secretary", "Russia"),
        ("occupation forces", ""),
        ("Russian occupiers", "Russia"),
        ("Russian occupation forces", "Russia"),
        ("Ukrainian nationalists", "Ukraine"),
        ("the Ukrainian side", "Ukraine"),
        ("Ukrainian forces", "Ukraine"),
        ("Kyiv's forces", "Ukraine"),
        ("the forces of Kyiv", "Ukraine"),
        ("units of the 47th brigade of the Ukrainian army", "Ukraine"),
        ("the self-proclaimed Donetsk People's Republic", "Russia"),
        ("Denis Pushilin, the Moscow-installed head of the Donetsk People's Republic", "Russia"),
        ("the DPR's representative office in the JCCC", "Russia"),
        ("the LPR People's Militia", "Russia"),
        ("Vladimir Rogov, a Russian-installed official in Zaporizhzhia", "Russia"),
        (
            "Yevgeny Balitsky, the Kremlin-appointed head of the occupied part of the Zaporizhzhia region",
            "Russia",
        ),
        ("Ivan Fedorov, governor of the Zaporizhzhia region", "Ukraine"),
        ("Putin's spokesman", "Russia"),
        ("Zelensky's office", "Ukraine"),
        ("the Ukrainian president's chief of staff, Andriy Yermak", "Ukraine"),
        ("Russian state media", "Russia"),
        ("Russian state news agency TASS", "Russia"),
        ("pro-Russian military bloggers", "Russia"),
        ("Ukrainian shelling", "Ukraine"),
        ("Russian shelling of Kherson", "Russia"),
        ("shelling of Ukrainian positions", None),
        ("the shelling of the Russian town of Belgorod by Ukrainian troops", "Ukraine"),
        ("attacks by the Ukrainian armed forces on the Belgorod region", "Ukraine"),
        ("violations of the ceasefire by Russia", "Russia"),
        ("the commander of Ukraine's Unmanned Systems Forces, Robert Brovdi", "Ukraine"),
        ("Ukraine's Unmanned Systems Forces", "Ukraine"),
        ("the Russian-controlled Zaporizhzhia nuclear plant's management", "Russia"),
        ("the Russian-installed administration of the plant", "Russia"),
        ("Ukrainian Air Force spokesman Yuriy Ihnat", "Ukraine"),
        ("Leningrad Oblast Governor Alexander Drozdenko", "Russia"),
        ("Lviv's mayor, Andriy Sadovyi", "Ukraine"),
        ("the Odesa region's governor", "Ukraine"),
        ("Moscow's mayor, Sergei Sobyanin", "Russia"),
        ("Mayor Sergei Sobyanin", "Russia"),
        ("the Kremlin", "Russia"),
        ("Bankova", "Ukraine"),
        ("missiles fired from Russia", "Russia"),
        ("Russia-bound tankers", None),
        ("Ukrainian drones shot down by Russia", "Ukraine"),
        ("drones shot down by Russia", None),
        ("a drone downed by Ukraine", None),
        ("both sides", None),
        ("the ministry", None),
        ("he", None),
        ("Ukraine's security service, the SBU", "Ukraine"),
        ("the Security Service of Ukraine (SBU)", "Ukraine"),
        ("Russia's Federal Security Service (FSB)", "Russia"),
        ("Ukraine's Center for Countering Disinformation", "Ukraine"),
        ("Ukrainian officers", "Ukraine"),
        ("the Ukrainian embassy in Ankara", "Ukraine"),
        ("the US embassy in Kyiv", "United States"),
        ("Belarusian leader Alexander Lukashenko", "Belarus"),
        ("Ukrainian saboteurs", "Ukraine"),
        ("Kyiv", "Ukraine"),
        ("KYIV", "Ukraine"),
        ("the Ukrainians", "Ukraine"),
        ("his Ukrainian counterpart", "Ukraine"),
        ("the spokesperson for the Ukrainian Navy, Dmytro Pletenchuk", "Ukraine"),
        ("the spokesman of the Southern Defense Forces of Ukraine, Vladyslav Voloshyn", "Ukraine"),
        ("Deputy Foreign Minister Mikhail Galuzin", "Russia"),
        ("Russia's deputy UN ambassador, Dmitry Polyanskiy", "Russia"),
        ("Russian lawmakers", "Russia"),
        ("troops loyal to Moscow", "Russia"),
        ("forces backed by Russia", "Russia"),
        ("Moscow-backed rebels", "Russia"),
        ("the rebels", "Russia"),
        ("the militia", "Russia"),
        ("Ukraine's railway operator, Ukrzaliznytsia", "Ukraine"),
        ("the officials whom Moscow put in charge there", "Russia"),
        ("a man who heads the Ukrainian centre", "Ukraine"),
        ("the drone that hit Ukraine", None),
        ("the troops who attacked Russia", None),
        ("some of the Ukrainian drones", "Ukraine"),
        ("dozens of Russian missiles", "Russia"),
        ("a group of Ukrainian saboteurs", "Ukraine"),
        ("hundreds of attack drones from Russia", "Russia"),
        ("Russian media", None),
        ("Ukrainian media outlets", None),
        ("Russian state-run news agency TASS", "Russia"),
        ("pro-Kremlin bloggers", "Russia"),
        ("Ukrainian journalists", None),
        ("a Ukrainian reporter", None),
        ("Russia's UN ambassador, Vassily Nebenzia", "Russia"),
        ("Ukraine's energy minister, Svitlana Hrynchuk", "Ukraine"),
        ("Energy Minister German Galushchenko", "Ukraine"),
        ("Oleksandr Khorunzhyi, a spokesman for Ukraine's emergency service", "Ukraine"),
        ("the press service of Russia's National Guard", "Russia"),
        ("Russian investigators", "Russia"),
        ("the regional branch of Ukraine's grid operator", "Ukraine"),
        ("Rosseti Kuban", "Russia"),
        ("the Belgorod regional government", "Russia"),
        ("Bryansk regional officials", "Russia"),
        ("the Zaporizhzhia regional prosecutor's office", "Ukraine"),
        ("the Russian-backed administration in Zaporizhzhia region", "Russia"),
        ("the pro-Moscow head of Enerhodar", "Russia"),
        ("the exiled mayor of Enerhodar, Dmytro Orlov", "Ukraine"),
        ("the Kyiv-backed governor of Luhansk", "Ukraine"),
        ("Luhansk's Ukrainian governor", "Ukraine"),
        ("the occupation administration of Kherson region", "Russia"),
        ("the Ukrainian Energy Ministry", "Ukraine"),
        ("one Ukrainian official", "Ukraine"),
        ("a senior Ukrainian military source", "Ukraine"),
        ("Ukraine's Operational Command South", "Ukraine"),
        ("Ukraine's Joint Forces", "Ukraine"),
        ("Ukraine's Permanent Representative to the UN", "Ukraine"),
        ("the Russian side in the Joint Centre for Control and Coordination", "Russia"),
        ("the Ukrainian delegation to the OSCE", "Ukraine"),
        ("Russia's Permanent Mission to the OSCE", "Russia"),
        ("members of the Ukrainian parliament", "Ukraine"),
        ("Ukrainian lawmaker Oleksiy Honcharenko", "Ukraine"),
        ("the Polish army", "Poland"),
        ("Romania's defence ministry", "Romania"),
        ("Moldovan President Maia Sandu", "Moldova"),
        ("a Western diplomat", None),
        ("Finland's border guard", "Finland"),
        ("NATO Secretary-General Mark Rutte", "NATO"),
        ("the European Commission", "EU"),
        ("Brussels", None),
        ("Berlin", "Germany"),
        ("Volodymyr Zelenskyy's chief of staff", "Ukraine"),
        ("Ukrainian units retreating from Sudzha", "Ukraine"),
        ("Russian forces occupying the plant", "Russia"),
        ("a drone launched from Ukrainian territory", "Ukraine"),
        ("the armed formations of Ukraine", "Ukraine"),
        ("armed formations of the Kiev regime", "Ukraine"),
        ("the Armed Forces of the Russian Federation", "Russia"),
        ("Russian Federation forces", "Russia"),
        ("militants of the DPR", "Russia"),
        ("armed groups in Donetsk", None),
        ("Ukrainian Nazis", "Ukraine"),
        ("a Ukrainian UAV", "Ukraine"),
        ("the AFU", "Ukraine"),
        ("VSU fighters", "Ukraine"),
        ("HUR drones", "Ukraine"),
        ("the SBU's drones", "Ukraine"),
        ("Shahed drones", None),
        ("Iranian-made Shahed drones", None),
        ("US-made HIMARS rockets", None),
        ("Russia's Iranian-made drones", "Russia"),
        ("US-supplied missiles fired by Ukraine", "Ukraine"),
        ("Western-supplied missiles", None),
        ("Russian air strikes", "Russia"),
        ("Russian glide bombs", "Russia"),
        ("Ukraine's drone attacks on Russian refineries", "Ukraine"),
        ("an overnight Ukrainian drone attack on Kursk", "Ukraine"),
        ("enemy shelling", ""),
        ("the aggressor", ""),
        ("the occupiers", ""),
        ("the terrorist state", ""),
        ("enemy drones", ""),
        ("Russian terrorists", "Russia"),
        ("the Russian enemy", "Russia"),
        ("Russian invaders", "Russia"),
    ],
    "israel-lebanon": [
        ("the Iran-backed group", "Hezbollah"),
        ("Lebanese state media", "Lebanon"),
        ("Hezbollah's deputy leader", "Hezbollah"),
        ("a Hezbollah drone", "Hezbollah"),
        ("Hezbollah-affiliated media", "Hezbollah"),
        ("the Lebanese health ministry", "Lebanon"),
        ("Parliament Speaker Nabih Berri", "Lebanon"),
        ("Israeli warplanes", "Israel"),
        ("rockets launched from Lebanon", None),
        ("Lebanese Hezbollah", "Hezbollah"),
        ("the IDF", "Israel"),
        ("Israel's military spokesman, Avichay Adraee", "Israel"),
        ("the Lebanese army", "Lebanon"),
        ("Hezbollah leader Naim Qassem", "Hezbollah"),
        ("Hezbollah secretary-general Sheikh Naim Qassem", "Hezbollah"),
        ("Lebanon's National News Agency", "Lebanon"),
        ("the UN force in Lebanon", "UNIFIL"),
        ("UNIFIL peacekeepers", "UNIFIL"),
        ("Iran-backed Hezbollah", "Hezbollah"),
        ("rockets fired from Lebanon", None),
        ("the Israeli enemy", "Israel"),
        ("Israeli Defense Minister Israel Katz", "Israel"),
        ("Defense Minister Israel Katz", "Israel"),
        ("Prime Minister Benjamin Netanyahu", "Israel"),
        ("fire from Lebanon", None),
        ("the Iran-aligned group Hezbollah", "Hezbollah"),
        ("Lebanese President Joseph Aoun", "Lebanon"),
        ("Prime Minister Nawaf Salam", "Lebanon"),
        ("the Zionist entity", "Israel"),
        ("an Israeli drone", "Israel"),
        ("Israel's foreign minister, Gideon Sa'ar", "Israel"),
        ("France's foreign ministry", "France"),
        ("the US envoy Morgan Ortagus", "United States"),
    ],
    "israel-gaza": [
        ("Israeli forces", "Israel"),
        ("Israeli settlers", "Israel"),
        ("the armed wing of Hamas", "Hamas"),
        ("the spokesman of the Qassam Brigades, Abu Obeida", "Hamas"),
        ("Hamas spokesman Hazem Qassem", "Hamas"),
        ("Gaza's civil defence agency", "Hamas"),
        ("civil defence spokesman Mahmud Bassal", "Hamas"),
        ("the UN's humanitarian office", "OCHA"),
        ("the territory's health ministry", None),
        ("Egypt's foreign ministry", "Egypt"),
        ("the Gaza-based health ministry", None),
        ("the Palestinian Authority", "Palestinian Authority"),
        ("the Israeli prime minister's office", "Israel"),
        ("Hamas", "Hamas"),
        ("the Hamas-run health ministry", "Hamas"),
        ("Gaza's Hamas-run health ministry", "Hamas"),
        ("Gaza's Health Ministry", "Hamas"),
        ("the Gaza Health Ministry", "Hamas"),
        ("the government media office in Gaza", "Hamas"),
        ("the civil defence agency in Gaza", "Hamas"),
        ("health officials in Gaza", "Hamas"),
        ("Palestinian health officials", "Hamas"),
        ("Hamas's armed wing, the Qassam Brigades", "Hamas"),
        ("Islamic Jihad", "Islamic Jihad"),
        ("Israel's army", "Israel"),
        ("the Israeli military", "Israel"),
        ("Palestinian militants", "Hamas"),
        ("the Palestinian foreign ministry", "Palestinian Authority"),
        ("Qatar's foreign ministry spokesman Majed al-Ansari", "Qatar"),
    ],
    "india-pakistan": [
        ("Pakistan's military", "Pakistan"),
        ("the Pakistani army's media wing", "Pakistan"),
        ("the military's media wing, Inter-Services Public Relations", "Pakistan"),
        ("Indian police", "India"),
        ("Indian officials in Srinagar", "India"),
        ("Azad Kashmir's prime minister", "Pakistan"),
        ("the Indian Air Force's Wing Commander Vyomika Singh", "India"),
        ("New Delhi's forces", "India"),
        ("Pakistan's Deputy Prime Minister and Foreign Minister Ishaq Dar", "Pakistan"),
        ("the Indian Army", "India"),
        ("Pakistan's military spokesman, Lt Gen Ahmed Sharif Chaudhry", "Pakistan"),
        ("the Pakistan Army", "Pakistan"),
        ("officials in Jammu", "India"),
        ("Jammu and Kashmir Chief Minister Omar Abdullah", "India"),
        ("the director general of ISPR", "Pakistan"),
        ("India's Border Security Force", "India"),
        ("the BSF", "India"),
        ("Indian Foreign Secretary Vikram Misri", "India"),
        ("Pakistani authorities in Azad Kashmir", "Pakistan"),
        ("officials in Pakistan-administered Kashmir", "Pakistan"),
        ("officials in Indian-administered Kashmir", "India"),
        ("police in Srinagar", "India"),
        ("Information Minister Attaullah Tarar", "Pakistan"),
        ("Pakistan Rangers", "Pakistan"),
        ("Defence Minister Khawaja Asif", "Pakistan"),
        ("Pakistani troops", "Pakistan"),
        ("Pak army", "Pakistan"),
        ("India's Ministry of External Affairs", "India"),
        ("the Foreign Office", "Pakistan"),
        ("the Northern Command", "India"),
    ],
    "armenia-azerbaijan": [
        ("Azerbaijan's defence ministry", "Azerbaijan"),
        ("Armenian Prime Minister Nikol Pashinyan", "Armenia"),
        ("Karabakh authorities", "Armenia"),
        ("authorities in Nagorno-Karabakh", "Armenia"),
        ("the Artsakh Defence Army", "Armenia"),
        ("ethnic Armenian forces", "Armenia"),
        ("the leader of Nagorno-Karabakh, Arayik Harutyunyan", "Armenia"),
        ("Azeri forces", "Azerbaijan"),
        ("the ministry in Baku", "Azerbaijan"),
        ("Shushan Stepanian", "Armenia"),
        ("Russian peacekeepers in Nagorno-Karabakh", "Russia"),
        ("Nagorno-Karabakh's Defence Army", "Armenia"),
        ("Russia's defence ministry", "Russia"),
        ("Stepanakert", "Armenia"),
        ("the separatist leadership in Stepanakert", "Armenia"),
        ("the de facto authorities in Stepanakert", "Armenia"),
        ("officials in the enclave", "Armenia"),
        ("the NKR Defense Army", "Armenia"),
    ],
    "sudan": [
        ("the army-backed government", "Sudan"),
        ("the government in Port Sudan", "Sudan"),
        ("the RSF's Dagalo", "RSF"),
        ("army drones", "Sudan"),
        ("the paramilitary's drones", "RSF"),
        ("a spokesman for the army-allied Joint Forces", "Sudan"),
        ("the Sudanese government", "Sudan"),
        ("the Sudanese Armed Forces (SAF)", "Sudan"),
        ("North Darfur's governor", "Sudan"),
        ("Darfur governor Minni Arko Minnawi", "Sudan"),
        ("the Sudanese army", "Sudan"),
        ("Sudan's army", "Sudan"),
        ("the paramilitary Rapid Support Forces", "RSF"),
        ("the RSF", "RSF"),
        ("RSF leader Mohamed Hamdan Dagalo", "RSF"),
        ("Hemedti", "RSF"),
        ("General Abdel Fattah al-Burhan", "Sudan"),
        ("army chief Abdel Fattah al-Burhan", "Sudan"),
        ("SAF", "Sudan"),
        ("the paramilitaries", "RSF"),
        ("the militia", "RSF"),
        ("the Chadian army", "Chad"),
        ("the UAE", "United Arab Emirates"),
        ("the El Fasher resistance committee", "El Fasher resistance committee"),
        ("an RSF drone", "RSF"),
        ("the Sudan Doctors Network", "Sudan Doctors Network"),
        ("the governor of North Kordofan", "Sudan"),
        ("the army-aligned Joint Forces", "Sudan"),
        ("SPLM-N fighters", "SPLM-N"),
    ],
    "thailand-cambodia": [
        ("Thai army spokesman Winthai Suvaree", "Thailand"),
        ("Major General Winthai", "Thailand"),
        ("the Second Army Region", "Thailand"),
        ("Cambodia's defence ministry spokeswoman, Maly Socheata", "Cambodia"),
        ("Hun Sen", "Cambodia"),
        ("Cambodian Prime Minister Hun Manet", "Cambodia"),
        ("Thailand's acting prime minister, Phumtham Wechayachai", "Thailand"),
        ("Phnom Penh", "Cambodia"),
        ("Senate President Hun Sen", "Cambodia"),
        ("the Royal Thai Army", "Thailand"),
        ("Cambodian troops", "Cambodia"),
        ("authorities in Surin province", "Thailand"),
        ("Malaysian Prime Minister Anwar Ibrahim", "Malaysia"),
    ],
    "drc-m23": [
        ("the Rwanda-backed group", "M23"),
        ("the rebel coalition AFC/M23", "M23"),
        ("the rebel alliance", "M23"),
        ("Congolese government spokesman Patrick Muyaya", "DR Congo"),
        ("pro-Kinshasa militias", "DR Congo"),
        ("Kinshasa-backed Wazalendo", "DR Congo"),
        ("DRC's army", "DR Congo"),
        ("the DRC", "DR Congo"),
        ("Rwandan President Paul Kagame", "Rwanda"),
        ("the Rwandan army", "Rwanda"),
        ("M23 rebels", "M23"),
        ("the M23", "M23"),
        ("Rwanda-backed rebels", "M23"),
        ("the Rwanda-backed M23 group", "M23"),
        ("the Congolese army", "DR Congo"),
        ("the FARDC", "DR Congo"),
        ("Congolese army spokesman Sylvain Ekenge", "DR Congo"),
        ("AFC/M23 spokesman Lawrence Kanyuka", "M23"),
        ("Corneille Nangaa", "M23"),
        ("Rwandan troops", "Rwanda"),
        ("Rwanda's foreign minister, Olivier Nduhungirehe", "Rwanda"),
        ("Wazalendo fighters", "DR Congo"),
        ("pro-government Wazalendo militias", "DR Congo"),
        ("Burundian forces", "Burundi"),
        ("Congo's government", "DR Congo"),
        ("the Democratic Republic of Congo", "DR Congo"),
        ("the governor of South Kivu", "DR Congo"),
        ("the rebels", "M23"),
        ("government spokesman Patrick Muyaya", "DR Congo"),
        ("Kinshasa", "DR Congo"),
        ("UN experts", "UN"),
    ],
    "world": [
        ("the Houthis", "Houthis"),
        ("Yemen's Houthi rebels", "Houthis"),
        ("Yemen's Iran-aligned Houthis", "Houthis"),
        ("the Saudi-led coalition", "Saudi Arabia"),
        ("Houthi military spokesman Yahya Saree", "Houthis"),
        ("Yemen's internationally recognised government", "Yemen"),
        ("Turkey's defence ministry", "Turkey"),
        ("the US-backed Syrian Democratic Forces", "SDF"),
        ("the Syrian army", "Syria"),
        ("Syria's defence ministry", "Syria"),
        ("Ethiopia's government", "Ethiopia"),
        ("Tigrayan forces", "TPLF"),
        ("the Colombian army", "Colombia"),
        ("ELN guerrillas", "ELN"),
        ("Myanmar's military", "Myanmar"),
        ("Iran's Revolutionary Guards", "Iran"),
        ("the United States", "United States"),
        ("U.S. Central Command", "United States"),
        ("North Korea", "North Korea"),
        ("South Korea's military", "South Korea"),
        ("Kosovo police", "Kosovo"),
        ("the Philippine coast guard", "Philippines"),
        ("Israel's military", "Israel"),
        ("Azerbaijan's Defence Ministry", "Azerbaijan"),
        ("Georgia's interior ministry", "Georgia"),
        ("Kyrgyz border guards", "Kyrgyzstan"),
        ("the State Border Guard Service of Kyrgyzstan", "Kyrgyzstan"),
        ("Pakistani Taliban", "Pakistani Taliban"),
        ("the Afghan Taliban", "Taliban"),
        ("Iranian President Masoud Pezeshkian", "Iran"),
        ("Sanaa", None),
        ("the Libyan National Army", "LNA"),
        ("forces loyal to Khalifa Haftar", "LNA"),
        ("Russia's defence ministry", "Russia"),
        ("the Iranian-backed militia Kataib Hezbollah", "Kataib Hezbollah"),
        ("Islamic State", "ISIS"),
        ("Britain's Ministry of Defence", "United Kingdom"),
    ],
}


def phrase_in(sentence: str, words: str) -> Span:
    """Return the words as a span of the parsed sentence."""
    start = sentence.index(words)
    span = load_model()(sentence).char_span(start, start + len(words), alignment_mode="expand")
    assert span is not None
    return span


def party(span: Span, name: str) -> str | None:
    """Return the party of a span in a conflict."""
    conflict, doc = load_conflict(name), span.doc
    return party_of(span, party_mentions(doc, conflict), place_mentions(doc, conflict.gazetteer), conflict)


def parties(span: Span, name: str) -> list[str]:
    """Return the parties of a span in a conflict."""
    return parties_of(span, party_mentions(span.doc, load_conflict(name)), lambda part: party(part, name))


def cases() -> Iterator[object]:
    for conflict, phrases in PHRASES.items():
        for words, wanted in phrases:
            yield pytest.param(conflict, words, wanted, id=f"{conflict}: {words}")


@pytest.mark.parametrize(("conflict", "words", "wanted"), list(cases()))
def test_party_of_a_phrase(conflict: str, words: str, wanted: str | None) -> None:
    for frame in SPEAKING:
        assert party(phrase_in(frame.format(words), words), conflict) == wanted


# Frames in which either side may stand: {state}, {adjective}, {capital}.
FRAMES = [
    "{state}",
    "{capital}",
    "the {adjective} military",
    "{state}'s defence ministry",
    "the defence ministry in {capital}",
    "the foreign ministry of {state}",
    "{adjective} drones",
    "a group of {adjective} soldiers",
    "shelling by {adjective} forces",
    "drones launched by {state}",
    "troops loyal to {capital}",
    "the {adjective} side",
    "{state}'s ally",
    "pro-{adjective} fighters",
    "anti-{adjective} fighters",
    "{capital}-appointed officials",
    "the {adjective} ambassador in Paris",
    "a spokesman for the {adjective} general staff",
    "{adjective} civilians",
]
SIDES = {
    "ukraine": [("Russia", "Russian", "Moscow"), ("Ukraine", "Ukrainian", "Kyiv")],
    "india-pakistan": [("India", "Indian", "New Delhi"), ("Pakistan", "Pakistani", "Islamabad")],
    "armenia-azerbaijan": [("Armenia", "Armenian", "Yerevan"), ("Azerbaijan", "Azerbaijani", "Baku")],
    "thailand-cambodia": [("Cambodia", "Cambodian", "Phnom Penh"), ("Thailand", "Thai", "Bangkok")],
    "israel-lebanon": [("Israel", "Israeli", "Jerusalem"), ("Lebanon", "Lebanese", "Beirut")],
    "drc-m23": [("DR Congo", "Congolese", "Kinshasa"), ("Rwanda", "Rwandan", "Kigali")],
}


@pytest.mark.parametrize("conflict", SIDES)
@pytest.mark.parametrize("frame", FRAMES)
def test_swapping_the_sides_swaps_the_party(conflict: str, frame: str) -> None:
    found = []
    for state, adjective, capital in SIDES[conflict]:
        words = frame.format(state=state, adjective=adjective, capital=capital)
        result = party(phrase_in(SPEAKING[0].format(words), words), conflict)
        found.append(result == state if result else None)
    assert found in ([True, True], [None, None])


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Moscow and Kyiv", {"Russia", "Ukraine"}),
        ("Russian and Ukrainian officials", {"Russia", "Ukraine"}),
        ("the government in Kyiv and the rebels who run the city", {"Russia", "Ukraine"}),
        ("Ukraine's air force and the governor of the Sumy region", {"Ukraine"}),
        ("The ministry", set()),
    ],
)
def test_parties_of_joined_phrases(words: str, wanted: set[str]) -> None:
    assert set(parties(phrase_in(f"{words} said on Monday that it was so.", words), "ukraine")) == wanted


@pytest.mark.parametrize(
    ("words", "office"),
    [
        ("the ministry", "ministry"),
        ("Russia's defence ministry", "defence ministry"),
        ("the acting governor of the Kursk region", "governor"),
        ("Ukraine's General Staff", "general staff"),
        ("Kremlin spokesman Dmitry Peskov", "spokesman"),
        ("he", None),
    ],
)
def test_office_of_a_phrase(words: str, office: str | None) -> None:
    assert office_of(phrase_in(f"Yesterday {words} said that it was so.", words)) == office


def test_a_bare_office_stands_for_a_full_one() -> None:
    sentence = (
        "Russia's defence ministry said so; the governor of Kursk agreed, and the ministry said it again."
    )
    full = phrase_in(sentence, "Russia's defence ministry")
    assert stands_for(phrase_in(sentence, "the ministry"), full)
    assert not stands_for(phrase_in(sentence, "the governor"), full)
    assert (
        usual_party(phrase_in("The General Staff said so.", "The General Staff"), load_conflict("ukraine"))
        == "Ukraine"
    )
    assert usual_party(phrase_in("The governor said so.", "The governor"), load_conflict("ukraine")) is None


def mentions(text: str, name: str = "ukraine") -> list[tuple[str, str, str]]:
    doc: Doc = load_model()(text)
    return [(str(doc[m.start : m.end]), m.party, m.kind) for m in party_mentions(doc, load_conflict(name))]


def test_mentions_are_the_longest_in_text_order() -> None:
    text = "The Security Service of Ukraine told Ukrinform that the enemy had fired. Syrskyi agreed."
    assert mentions(text) == [
        ("Security Service of Ukraine", "Ukraine", "body"),
        ("Ukrinform", "Ukraine", "outlet"),
        ("enemy", "", "hostile"),
        ("Syrskyi", "Ukraine", "person"),
    ]


def test_a_common_surname_needs_the_full_name_or_a_title() -> None:
    assert mentions("A teacher called Kovalenko went home.") == []
    assert mentions("Andriy Kovalenko spoke. Kovalenko then left.")[1:] == [
        ("Kovalenko", "Ukraine", "person")
    ]
    assert mentions("It was said by Minister Kuleba.") == [("Kuleba", "Ukraine", "person")]


def test_a_title_says_more_than_a_name() -> None:
    words = "Russian Deputy Foreign Minister Andrii Sybiha"
    assert party(phrase_in(f"{words} said so.", words), "ukraine") == "Russia"
    words = "Lebanese Hezbollah leader Naim Qassem"
    assert party(phrase_in(f"{words} said so.", words), "israel-lebanon") == "Hezbollah"


def test_another_person_of_the_same_surname_is_nobody() -> None:
    assert mentions("The baker Boris Gladkov spoke.") == []
    assert mentions("Vyacheslav Gladkov spoke.") == [("Vyacheslav Gladkov", "Russia", "person")]


def test_a_general_word_is_of_the_conflict_that_is_asked_for() -> None:
    found = {name: mentions("The rebels fired.", name) for name in ("yemen", "ukraine", "thailand-cambodia")}
    assert found == {
        "yemen": [("rebels", "Houthis", "generic")],
        "ukraine": [("rebels", "Russia", "generic")],
        "thailand-cambodia": [],
    }


def test_us_is_no_state() -> None:
    assert mentions("They told us about it.") == []
    assert mentions("The US spoke.") == [("US", "United States", "state")]


def test_a_seat_is_named_only_where_it_acts() -> None:
    assert mentions("Shells fell in Donetsk, near the Donetsk airport.") == []
    assert mentions("Donetsk accused the army.") == [("Donetsk", "Russia", "seat")]


def test_a_name_may_stand_as_a_place() -> None:
    doc = load_model()("A siren was heard in Moscow, and Moscow said nothing.")
    assert [m.place for m in party_mentions(doc, load_conflict("ukraine"))] == [True, False]


def test_a_common_word_in_a_line_of_capitals_is_no_name() -> None:
    assert mentions("THE MAN WHO TOLD US IS HERE", "world") == []
    assert mentions("The WHO spoke.", "world") == [("WHO", "WHO", "body")]


def test_a_line_in_capitals() -> None:
    assert ("RUSSIAN FEDERATION", "Russia", "state") in mentions("STATEMENT OF THE RUSSIAN FEDERATION")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["Kyiv", "Moscow's", "US", "who", "enemy", "of", "-", ",", "Russian", "🚀"])
        | st.text(max_size=8),
        max_size=20,
    ).map(" ".join)
)
def test_any_text_is_read(text: str) -> None:
    doc, conflict = load_model()(text), load_conflict("ukraine")
    found = party_mentions(doc, conflict)
    assert all(a.end <= b.start for a, b in pairwise(found))
    for chunk in doc.noun_chunks:
        assert set(parties(chunk, conflict.name)) <= {"", *conflict.parties}
    assert conflict_of(text) in conflict_names()
