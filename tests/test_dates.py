"""What days the words of time mean, and whose days they are: the act's or the saying's."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.dates import act_dates, back_dates, date_mentions, statement_day, together
from pipeline.language import load_model
from pipeline.sayingdays import is_parted

SATURDAY = date(2025, 4, 12)

WORDS = [
    ("It was hit on Thursday.", [("2025-04-10", "2025-04-10")]),
    ("It was hit on Thursday night.", [("2025-04-10", "2025-04-10")]),
    ("It was hit overnight.", [("2025-04-11", "2025-04-12")]),
    ("It was hit early on Friday.", [("2025-04-11", "2025-04-11")]),
    ("It was hit early Friday morning.", [("2025-04-11", "2025-04-11")]),
    ("It was hit in the early hours.", [("2025-04-12", "2025-04-12")]),
    ("It was hit in the early hours of Friday.", [("2025-04-11", "2025-04-11")]),
    ("It was hit this morning.", [("2025-04-12", "2025-04-12")]),
    ("It was hit yesterday.", [("2025-04-11", "2025-04-11")]),
    ("It was hit in the past 24 hours.", [("2025-04-11", "2025-04-12")]),
    ("It was hit over the past day.", [("2025-04-11", "2025-04-12")]),
    ("It was hit 3 times over the last two days.", [("2025-04-10", "2025-04-12")]),
    ("It was hit in the past week.", [("2025-04-05", "2025-04-12")]),
    ("It was hit this week.", [("2025-04-07", "2025-04-12")]),
    ("It was hit last week.", [("2025-03-31", "2025-04-06")]),
    ("It was hit last month.", [("2025-03-01", "2025-03-31")]),
    ("It was hit on 5 April.", [("2025-04-05", "2025-04-05")]),
    ("On April 5, 14 drones hit it.", [("2025-04-05", "2025-04-05")]),
    ("On April 5 and 14 drones hit it.", [("2025-04-05", "2025-04-05")]),
    ("It was hit between 30 March and 1 April.", [("2025-03-30", "2025-04-01")]),
    ("It was hit from 18 March to 16 April 2024.", [("2024-03-18", "2024-04-16")]),
    ("It was hit since 30 March.", [("2025-03-30", "2025-04-12")]),
    ("It has been quiet since midnight.", [("2025-04-12", "2025-04-12")]),
    ("It has been hit since early Thursday.", [("2025-04-10", "2025-04-12")]),
    ("It was hit from midnight to noon.", [("2025-04-12", "2025-04-12")]),
    ("It was hit from midnight to noon on Friday.", [("2025-04-11", "2025-04-11")]),
    ("It was hit on the night of 9 April.", [("2025-04-09", "2025-04-10")]),
    ("It was hit in the night from 10 to 11 April.", [("2025-04-10", "2025-04-11")]),
    ("It was hit between the evenings of 9 and 11 April.", [("2025-04-09", "2025-04-11")]),
    ("It was hit between March and August last year.", [("2024-03-01", "2024-08-31")]),
    ("It was hit during the day on April 10.", [("2025-04-10", "2025-04-10")]),
    ("It was hit overnight into Saturday.", [("2025-04-11", "2025-04-12")]),
    ("It was hit in the night of 9-10 April.", [("2025-04-09", "2025-04-10")]),
    ("It was hit in the night of 9–10 April.", [("2025-04-09", "2025-04-10")]),
    ("It was hit on the night of 30 March - 1 April.", [("2025-03-30", "2025-04-01")]),
    ("It was hit at 8:50 p.m. on Tuesday.", [("2025-04-08", "2025-04-08")]),
    ("It was hit on Tuesday at 8:50 p.m. local time.", [("2025-04-08", "2025-04-08")]),
    ("It was hit on Tuesday at around 6 pm.", [("2025-04-08", "2025-04-08")]),
    ("It was hit between 6 p.m. on Friday and midnight.", [("2025-04-11", "2025-04-11")]),
    ("It was hit between 6 p.m. on Friday and 6 a.m. on Saturday.", [("2025-04-11", "2025-04-12")]),
    ("It was hit between 6 p.m. on Thursday and the end of Friday.", [("2025-04-10", "2025-04-11")]),
    ("It was hit during the weekend.", [("2025-04-12", "2025-04-12")]),
    ("It was hit earlier in the day.", [("2025-04-12", "2025-04-12")]),
    ("It was hit hours after the deal.", []),
    ("It was hit after midnight.", [("2025-04-12", "2025-04-12")]),
    ("It was hit shortly before dawn.", [("2025-04-12", "2025-04-12")]),
    ("It was hit all morning.", [("2025-04-12", "2025-04-12")]),
    ("It was hit all night.", [("2025-04-11", "2025-04-12")]),
    ("It was hit between midnight and dawn.", [("2025-04-12", "2025-04-12")]),
    ("It was hit in the first hours of the truce.", []),
    ("In the week since then it was hit.", []),
    ("It was hit in the night from Wednesday to Thursday.", [("2025-04-09", "2025-04-10")]),
    (
        "Between six on Tuesday evening and seven on Thursday morning it was hit.",
        [("2025-04-08", "2025-04-10")],
    ),
    (
        "From eight in the evening of April 8 until the end of April 9 it burned.",
        [("2025-04-08", "2025-04-09")],
    ),
    ("From Tuesday, when the rain began, to Thursday morning it was hit.", [("2025-04-08", "2025-04-10")]),
    ("It was hit from Tuesday noon to its fall late on Friday.", [("2025-04-08", "2025-04-11")]),
    ("They spoke of about Thursday's raid.", [("2025-04-10", "2025-04-10")]),
    ("It was hit on New Year's Eve.", [("2024-12-31", "2024-12-31")]),
    ("It was hit on New Year's night.", [("2024-12-31", "2025-01-01")]),
    ("It was hit on Christmas Day.", [("2024-12-25", "2024-12-25")]),
    ("It was hit on Tuesday, and minutes later a mill burned.", [("2025-04-08", "2025-04-08")] * 2),
    ("Hours before, it had been hit.", [("2025-04-12", "2025-04-12")]),
    ("It was hit twice on the 9th.", [("2025-04-09", "2025-04-09")]),
    ("It was hit on the night of the 30th.", [("2025-03-30", "2025-03-31")]),
    ("It was hit 40 times that week.", [("2025-04-07", "2025-04-12")]),
    ("It was hit two days ago.", [("2025-04-10", "2025-04-10")]),
    ("It was hit a day earlier.", [("2025-04-11", "2025-04-11")]),
    ("It was hit the day before.", [("2025-04-11", "2025-04-11")]),
    ("It was hit the day before yesterday.", [("2025-04-10", "2025-04-10")]),
    ("It was hit a day before the summit.", [(None, None)]),
    ("It was hit in March.", [("2025-03-01", "2025-03-31")]),
    ("It was hit in May.", [("2024-05-01", "2024-05-31")]),
    ("It was hit last October.", [("2024-10-01", "2024-10-31")]),
    ("It was hit in March 2024.", [("2024-03-01", "2024-03-31")]),
    ("It was hit in 2022.", [("2022-01-01", "2022-12-31")]),
    ("It was hit in March last year.", [("2024-03-01", "2024-03-31")]),
    ("It was hit on 28 December.", [("2024-12-28", "2024-12-28")]),
    ("They announced a truce on 8 May.", [(None, None)]),
    ("It may march on 5 posts.", []),
    ("They attacked the 72nd brigade 30 times with 155mm guns for 30 days.", []),
    ("It holds for a 30-day period.", []),
    ("It was hit on the nights of March 25 to 26 and March 26 to 27.", [("2025-03-25", "2025-03-27")]),
    ("It was hit on 1, 2 and 11 April.", [("2025-04-01", "2025-04-11")]),
    ("It was hit on March 25 and 26 against all odds.", [("2025-03-25", "2025-03-26")]),
    ("It was hit on Thursday, 10 April, near the river.", [("2025-04-10", "2025-04-10")]),
    ("It was hit on Thursday (April 10).", [("2025-04-10", "2025-04-10"), ("2025-04-10", "2025-04-10")]),
    ("It was hit on Monday, Tuesday and Wednesday.", [("2025-04-07", "2025-04-09")]),
    ("It was hit from Monday to Friday.", [("2025-04-07", "2025-04-11")]),
    ("It was hit from Friday evening to Saturday morning.", [("2025-04-11", "2025-04-12")]),
    ("It was hit on Tuesday and 3 people died.", [("2025-04-08", "2025-04-08")]),
    ("Monday's raid was the third this month.", [("2025-04-07", "2025-04-07"), ("2025-04-01", "2025-04-12")]),
    ("Last Saturday it was hit.", [("2025-04-05", "2025-04-05")]),
    ("Next week they meet.", [(None, None)]),
    ("Before dawn on Tuesday it was hit.", [("2025-04-08", "2025-04-08")]),
    ("Late on Monday a drone fell.", [("2025-04-07", "2025-04-07")]),
    ("It was hit in twenty-four hours 1,600 times.", [("2025-04-11", "2025-04-12")]),
    ("It was hit eight times since the start of the year.", [("2025-01-01", "2025-04-12")]),
    ("It was hit eight times since the beginning of March.", [("2025-03-01", "2025-04-12")]),
    ("The night's attacks were the worst.", [("2025-04-11", "2025-04-12")]),
    ("It fired in the night to Friday.", [("2025-04-10", "2025-04-11")]),
    ("It was hit in the first minutes of Sunday.", [("2025-04-06", "2025-04-06")]),
    ("From 10 p.m. to 6 a.m. it was shelled.", [("2025-04-11", "2025-04-12")]),
    (
        "By 16 April 2024 they had logged 30 violations since 25 March.",
        [("2024-04-16", "2024-04-16"), ("2024-03-25", "2025-04-12")],
    ),
    ("It happened on 2025-04-03.", [("2025-04-03", "2025-04-03")]),
    ("It happened on 03.04.2025.", [("2025-04-03", "2025-04-03")]),
    ("The villages were shelled last night.", [("2025-04-11", "2025-04-12")]),
    ("Over the previous day, 7 attacks took place.", [("2025-04-11", "2025-04-12")]),
    ("The previous day it was hit.", [("2025-04-11", "2025-04-11")]),
    (
        "On Friday it was hit; that evening it burned.",
        [("2025-04-11", "2025-04-11"), ("2025-04-11", "2025-04-11")],
    ),
    ("It was hit a week ago.", [("2025-04-05", "2025-04-05")]),
    ("It was hit on Sept. 9.", [("2024-09-09", "2024-09-09")]),
    ("It was hit at the end of March.", [("2025-03-31", "2025-03-31")]),
    ("It was hit in late March.", [("2025-03-01", "2025-03-31")]),
    ("It was hit late Thursday and early Friday.", [("2025-04-10", "2025-04-11")]),
    ("It was hit between Thursday and Saturday.", [("2025-04-10", "2025-04-12")]),
    ("It was hit between Saturday and Monday.", [("2025-04-05", "2025-04-07")]),
    ("From 8:00 a.m. on 11 April until 8:00 a.m. on 12 April it was hit.", [("2025-04-11", "2025-04-12")]),
    ("Over the 24 hours to Saturday morning it was hit.", [("2025-04-11", "2025-04-12")]),
    ("It was hit over the weekend.", [("2025-04-12", "2025-04-12")]),
    ("On 10 April, from 20:10 to 20:25, they fired.", [("2025-04-10", "2025-04-10")]),
    ("It was hit on Thursday before sunrise.", [("2025-04-10", "2025-04-10")]),
    ("They fired from 9.30pm on Thursday until dawn.", [("2025-04-10", "2025-04-11")]),
    ("They fired from 9 p.m. on Thursday until late evening.", [("2025-04-10", "2025-04-10")]),
    ("None was hit on April 8 or 9.", [("2025-04-08", "2025-04-09")]),
    ("It has been shelled since last evening.", [("2025-04-11", "2025-04-12")]),
    ("On the previous day it was hit.", [("2025-04-11", "2025-04-11")]),
    ("Talks are due in the coming night.", [(None, None)]),
]

# The sentence, the act, the cue, and the days of the act ("" if the sentence gives none).
FRIDAY, SINCE = "2025-04-11..2025-04-11", "2025-04-11..2025-04-12"
ACTS = [
    (
        "Russia's army said on Friday Ukrainian drones attacked a depot.",
        "attacked",
        "said",
        "",
    ),
    (
        "Ukrainian drones attacked a depot on Friday, the Russian army said.",
        "attacked",
        "said",
        "2025-04-11..2025-04-11",
    ),
    (
        "Kyiv accused Moscow on Friday of shelling a substation.",
        "shelling",
        "accused",
        "",
    ),
    (
        "Kyiv accused Moscow of shelling a substation in Lozova, in the Kharkiv region, on Thursday.",
        "shelling",
        "accused",
        "2025-04-10..2025-04-10",
    ),
    (
        "Thailand says that troops fired on a post east of the ruins in Surin on Thursday.",
        "fired",
        "says",
        "2025-04-10..2025-04-10",
    ),
    (
        "Kyiv accused Moscow of shelling a substation on Friday.",
        "shelling",
        "accused",
        "2025-04-11..2025-04-11",
    ),
    (
        "Kyiv on Friday accused Moscow of shelling a substation overnight.",
        "shelling",
        "accused",
        "2025-04-10..2025-04-11",
    ),
    (
        "On Friday, Kyiv accused Moscow of attacking the grid.",
        "attacking",
        "accused",
        "",
    ),
    (
        "The ministry said in a statement on Friday that troops had shelled the town.",
        "shelled",
        "said",
        "",
    ),
    (
        "The ministry said Friday that Ukraine launched 12 drones in the past 24 hours.",
        "launched",
        "said",
        "2025-04-10..2025-04-11",
    ),
    (
        "The governor reported on Friday morning that a drone had hit a tank farm.",
        "hit",
        "reported",
        "",
    ),
    (
        "Late on Thursday, he wrote on Telegram, shells hit the pumping station.",
        "hit",
        "wrote",
        "2025-04-10..2025-04-10",
    ),
    (
        "Ukraine has broken the truce that began on 18 March, the Kremlin said.",
        "broken",
        "said",
        "",
    ),
    (
        "Ukraine has broken the moratorium of 18 March 30 times, the Kremlin said on Friday.",
        "broken",
        "said",
        "",
    ),
    (
        "Ukraine has violated the 30-day ceasefire 120 times since 18 March, the Kremlin said on Friday.",
        "violated",
        "said",
        "2025-03-18..2025-04-11",
    ),
    (
        "Ukraine has violated the ceasefire 120 times since it took effect on 18 March, Moscow said.",
        "violated",
        "said",
        "2025-03-18..2025-04-12",
    ),
    (
        "Russia has attacked the grid ever since the truce was agreed, Kyiv said.",
        "attacked",
        "said",
        "",
    ),
    (
        "After talks in Riyadh on Monday, the minister said Russia had bombed a school.",
        "bombed",
        "said",
        "",
    ),
    (
        "Russian troops carried out 14 attacks on Thursday, the General Staff said on Friday.",
        "attacks",
        "said",
        "2025-04-10..2025-04-10",
    ),
    (
        "A Russian strike on a plant in Sumy on Thursday night killed two workers, officials said.",
        "strike",
        "said",
        "2025-04-10..2025-04-10",
    ),
    (
        "Thursday's strike on the plant was a war crime, the president said on Saturday.",
        "strike",
        "said",
        "2025-04-10..2025-04-10",
    ),
    (
        "The army denied that it had shelled the village on Wednesday.",
        "shelled",
        "denied",
        "2025-04-09..2025-04-09",
    ),
    (
        "The army on Saturday denied shelling the village on Wednesday.",
        "shelling",
        "denied",
        "2025-04-09..2025-04-09",
    ),
    (
        '"They hit our substation this morning," the governor said.',
        "hit",
        "said",
        "2025-04-12..2025-04-12",
    ),
    (
        "MOSCOW, April 11 - Ukraine fired on a gas plant, Russia's army said.",
        "fired",
        "said",
        "",
    ),
    (
        "KYIV, April 11 (Agency) - Russian drones attacked a port overnight, the navy said.",
        "attacked",
        "said",
        "2025-04-10..2025-04-11",
    ),
    (
        "According to the ministry, Ukrainian forces shelled the station on 9 April.",
        "shelled",
        "According",
        "2025-04-09..2025-04-09",
    ),
    (
        "Drones were launched at Kursk on Tuesday, according to a report published on Thursday.",
        "launched",
        "according",
        "2025-04-08..2025-04-08",
    ),
    (
        "Zelensky said a Russian missile attack on Thursday had damaged two substations.",
        "attack",
        "said",
        "2025-04-10..2025-04-10",
    ),
    (
        "Zelensky said on Saturday a Russian missile attack on Thursday had damaged two substations.",
        "attack",
        "said",
        "2025-04-10..2025-04-10",
    ),
    (
        "Between 8 p.m. on Friday and 6 a.m. on Saturday Russia fired 90 drones, the air force said.",
        "fired",
        "said",
        "2025-04-11..2025-04-12",
    ),
    (
        "Moscow claimed Kyiv had attacked energy sites in Bryansk on 9 April and in Kursk on 10 April.",
        "attacked",
        "claimed",
        "2025-04-09..2025-04-09",
    ),
    (
        "The separatists have shelled our positions 12 times since midnight, a spokesman told us on Friday.",
        "shelled",
        "told",
        "2025-04-11..2025-04-11",
    ),
    (
        "The United States condemned on Friday the attack on the dam.",
        "attack",
        "condemned",
        "",
    ),
    (
        "India said Pakistani troops opened fire across the Line of Control on Thursday night.",
        "fire",
        "said",
        "2025-04-10..2025-04-10",
    ),
    (
        "Israel's army said it struck a launcher on Friday after rockets were fired at Metula on Thursday.",
        "struck",
        "said",
        "2025-04-11..2025-04-11",
    ),
    (
        "Israel's army said it struck a launcher on Friday after rockets were fired at Metula on Thursday.",
        "fired",
        "said",
        "2025-04-10..2025-04-10",
    ),
    (
        "Last week's attack on the depot was carried out by the enemy, he added.",
        "attack",
        "added",
        "2025-03-31..2025-04-06",
    ),
    (
        "The attack on 5 April was staged by Ukraine, the Kremlin said.",
        "attack",
        "said",
        "2025-04-05..2025-04-05",
    ),
    (
        "The ministry said the attack of April 5 violated the truce announced on 30 March.",
        "attack",
        "said",
        "2025-04-05..2025-04-05",
    ),
    (
        "It was the biggest attack since March 2022, the mayor said.",
        "attack",
        "said",
        "",
    ),
    (
        "Two days ago, the enemy struck the same bridge, the governor said.",
        "struck",
        "said",
        "2025-04-10..2025-04-10",
    ),
    (
        "Kyiv's forces struck the bridge a day earlier, the governor said on Friday.",
        "struck",
        "said",
        "2025-04-10..2025-04-10",
    ),
    (
        "Speaking on Friday, the president said Russia had fired at a hospital.",
        "fired",
        "said",
        "",
    ),
    (
        "In his nightly address on Thursday, the president said Russia had fired at a hospital.",
        "fired",
        "said",
        "",
    ),
    (
        "Russia and Ukraine accused each other on Saturday of breaking an Easter truce.",
        "breaking",
        "accused",
        "",
    ),
    (
        "Russia and Ukraine on Saturday accused each other of hundreds of attacks that broke the truce.",
        "attacks",
        "accused",
        "",
    ),
    (
        "Ukraine's air force said Russia launched 145 drones overnight, of which 90 were shot down.",
        "launched",
        "said",
        "2025-04-11..2025-04-12",
    ),
    (
        "The ministry said that over the past day Ukraine had carried out four attacks on energy sites.",
        "attacks",
        "said",
        "2025-04-11..2025-04-12",
    ),
    (
        "During the past 24 hours, Ukraine made five attacks on energy sites, the ministry's statement said.",
        "attacks",
        "said",
        "2025-04-11..2025-04-12",
    ),
    (
        "On April 10, at about 21:30, an attack by two UAVs disabled a 110 kV line, the ministry said.",
        "attack",
        "said",
        "2025-04-10..2025-04-10",
    ),
    (
        "The military said on Thursday morning Russia had attacked 40 times over the previous 24 hours.",
        "attacked",
        "said",
        "2025-04-09..2025-04-10",
    ),
    (
        "The RSF shelled the city on Thursday and Friday, killing 12, the army said.",
        "shelled",
        "said",
        "2025-04-10..2025-04-11",
    ),
    (
        "The army said the RSF had shelled the city for a third day on Friday.",
        "shelled",
        "said",
        "2025-04-11..2025-04-11",
    ),
    (
        "Hamas accused Israel of violating the ceasefire on Thursday by opening fire on fishermen.",
        "violating",
        "accused",
        "2025-04-10..2025-04-10",
    ),
    (
        "Hamas accused Israel of violating the ceasefire on Thursday by opening fire on fishermen.",
        "opening",
        "accused",
        "2025-04-10..2025-04-10",
    ),
    (
        "In an overnight attack, Russian forces fired 20 missiles, he said.",
        "fired",
        "said",
        "2025-04-11..2025-04-12",
    ),
    (
        "Kyiv said it had struck no energy site since the two sides agreed to the deal last month.",
        "struck",
        "said",
        "2025-03-01..2025-04-12",
    ),
    (
        "Zelensky, who was in Paris on Thursday, said Russia had attacked Odesa.",
        "attacked",
        "said",
        "",
    ),
    (
        "The president said in Paris on Thursday that Russia had attacked Odesa.",
        "attacked",
        "said",
        "",
    ),
    (
        "From 7:00 on April 10 to 7:00 on April 11, the enemy fired at 12 communities, he said.",
        "fired",
        "said",
        "2025-04-10..2025-04-11",
    ),
    (
        "Late Friday night, Pakistan fired missiles at Indian bases, New Delhi said.",
        "fired",
        "said",
        "2025-04-11..2025-04-11",
    ),
    (
        "India on Saturday accused Pakistan of violating a ceasefire hours after it was agreed.",
        "violating",
        "accused",
        "",
    ),
    (
        "Hezbollah said it fired rockets at an Israeli post on Monday, its first attack since the truce.",
        "fired",
        "said",
        "2025-04-07..2025-04-07",
    ),
    (
        "On Tuesday, the M23 accused the army of bombing Walikale the day before.",
        "bombing",
        "accused",
        "2025-04-07..2025-04-07",
    ),
    (
        "Baku accused Yerevan on Friday of opening fire on its positions from April 8 to April 10.",
        "opening",
        "accused",
        "2025-04-08..2025-04-10",
    ),
    (
        "The Sudanese army shelled a market on March 25, the RSF said in a statement.",
        "shelled",
        "said",
        "2025-03-25..2025-03-25",
    ),
    (
        "The RSF has been shelling the camp since last week, aid workers said.",
        "shelling",
        "said",
        "2025-03-31..2025-04-12",
    ),
    (
        "The camp has been shelled every day this week, residents said on Friday.",
        "shelled",
        "said",
        "2025-04-07..2025-04-11",
    ),
    (
        "Three people died when a drone hit a bus on Friday, the governor said on Saturday.",
        "hit",
        "said",
        "2025-04-11..2025-04-11",
    ),
    (
        "Moscow rejected Kyiv's claim that it had hit a hospital on Thursday.",
        "hit",
        "rejected",
        "2025-04-10..2025-04-10",
    ),
    (
        "Kyiv dismissed on Friday Moscow's claim that it had attacked a bridge two days earlier.",
        "attacked",
        "dismissed",
        "2025-04-09..2025-04-09",
    ),
    (
        "The Kremlin denied on Friday that Russian troops had shelled the plant during the night.",
        "shelled",
        "denied",
        "2025-04-10..2025-04-11",
    ),
    (
        "It was Ukraine that shelled the plant on Thursday evening, a Russian-installed official said.",
        "shelled",
        "said",
        "2025-04-10..2025-04-10",
    ),
    (
        "Officials in Sumy said the attack occurred at around 10 p.m. on Thursday.",
        "attack",
        "said",
        "2025-04-10..2025-04-10",
    ),
    (
        "The attack took place just hours after Thursday's talks, Kyiv said.",
        "attack",
        "said",
        "",
    ),
    (
        "Kyiv claimed responsibility on Friday for an attack on the bridge in July.",
        "attack",
        "claimed",
        "2024-07-01..2024-07-31",
    ),
    (
        "Ukraine's SBU said on Friday it had carried out the attack on the bridge last year.",
        "attack",
        "said",
        "2024-01-01..2024-12-31",
    ),
    (
        "Putin announced a truce on Thursday that Kyiv says Moscow broke within hours.",
        "broke",
        "says",
        "",
    ),
    (
        "The ministry said the number of attacks had reached 60 in the week to April 11.",
        "attacks",
        "said",
        "2025-04-05..2025-04-11",
    ),
    (
        "Donetsk was shelled three times on Thursday and twice on Friday, the separatists said.",
        "shelled",
        "said",
        "2025-04-10..2025-04-10",
    ),
    (
        "Mr. Gladkov said that on Thursday the village of Nekhoteevka was attacked by two drones.",
        "attacked",
        "said",
        "2025-04-10..2025-04-10",
    ),
    (
        "Shells fell on the town at dawn on Friday, said its mayor, who spoke to reporters on Saturday.",
        "fell",
        "said",
        "2025-04-11..2025-04-11",
    ),
    (
        "Ukraine's air force said it had downed 50 drones launched by Russia from Friday evening.",
        "launched",
        "said",
        "2025-04-11..2025-04-12",
    ),
    (
        "Between April 1 and April 10, Russian forces carried out 49 strikes on hospitals, the WHO said.",
        "strikes",
        "said",
        "2025-04-01..2025-04-10",
    ),
    (
        "Nine shells hit the village in the space of an hour on Friday, the army said.",
        "hit",
        "said",
        "2025-04-11..2025-04-11",
    ),
    (
        "In the early morning of April 10 an enemy drone hit the substation, DTEK reported.",
        "hit",
        "reported",
        "2025-04-10..2025-04-10",
    ),
    (
        "The air force said that, starting from 21:00 on April 10, Russia attacked with 88 drones.",
        "attacked",
        "said",
        "2025-04-10..2025-04-12",
    ),
    (
        "Norland has broken the truce 30 times since it was declared on Tuesday evening, the army said.",
        "broken",
        "said",
        "2025-04-08..2025-04-12",
    ),
    (
        "Over 40 raids were recorded since the pause was announced on April 7, the ministry said on Friday.",
        "raids",
        "said",
        "2025-04-07..2025-04-11",
    ),
    (
        "The army has violated the truce that it proposed 20 times since Wednesday, the mayor said.",
        "violated",
        "said",
        "2025-04-09..2025-04-12",
    ),
    (
        "For Thursday alone the monitors recorded some 90 violations along the line.",
        "violations",
        "recorded",
        "2025-04-10..2025-04-10",
    ),
    (
        "The army said its men had opened fire on a car that crossed the yellow line on Thursday.",
        "opened",
        "said",
        "2025-04-10..2025-04-10",
    ),
    (
        "The army added on Friday that a drone had hit a mill the night before.",
        "hit",
        "added",
        "2025-04-10..2025-04-11",
    ),
    (
        "Israel broke the ceasefire again today, the group said on Friday.",
        "broke",
        "said",
        "2025-04-11..2025-04-11",
    ),
    # The only day that is told, wherever the parser hung it; not one of saying, of a truce, of the speaker.
    ("Asked about Friday's shots, the army answered that its troops had fired.", "fired", "answered", FRIDAY),
    (
        "Asked about the drones sent against the mill on Friday, the army said that it had not attacked it.",
        "attacked",
        "said",
        FRIDAY,
    ),
    ("He recalled that the shelling of 11 April had caused several blasts.", "caused", "recalled", FRIDAY),
    ("The raid of Friday came from them too, he said.", "came", "said", FRIDAY),
    (
        "A man was hurt on Friday when a drone dropped a grenade on a post, the mission said on Saturday.",
        "dropped",
        "said",
        FRIDAY,
    ),
    (
        "The Foreign Office on Friday night turned down the claim that Norland had violated the ceasefire.",
        "violated",
        "claim",
        "",
    ),
    ("Enertek on Friday called false the claim that Norland had shelled it.", "shelled", "claim", ""),
    ("The minister, who on Friday put it down to sabotage, says Norland did it.", "did", "says", ""),
    ("Norland has shelled it, he said, since the truce began on Friday evening.", "shelled", "said", SINCE),
    (
        "Since troops took the site on 4 March, each has accused the other of shelling it.",
        "shelling",
        "accused",
        "",
    ),
    # A possessive is of what it owns.
    ("The president denounced Friday's raid on Hilltown as a warning.", "raid", "denounced", FRIDAY),
    ("A lawmaker called Friday's raid by Norland a breach of the truce.", "raid", "called", FRIDAY),
    # The last words of a subject, and of a statement before its speaker.
    ("The charge that they shelled Hilltown on Friday was conceded by them.", "shelled", "charge", FRIDAY),
    (
        "The number of shells that they had fired since Friday was put at 40 by the army.",
        "fired",
        "put",
        "2025-04-11..2025-04-12",
    ),
    (
        "Their forces struck the depot for oil and oil products in Hilltown, Lakes region, during the night, "
        "the General Staff has confirmed.",
        "struck",
        "confirmed",
        "2025-04-11..2025-04-12",
    ),
]


def days(start: date | None, end: date | None) -> tuple[str | None, str | None]:
    return (start.isoformat() if start else None, end.isoformat() if end else None)


@pytest.mark.parametrize(("sentence", "wanted"), WORDS)
def test_the_days_that_words_mean(sentence: str, wanted: list[tuple[str | None, str | None]]) -> None:
    found = [m for m in date_mentions(load_model()(sentence)[:], SATURDAY) if m.kind != "clock"]
    assert [days(m.date_from, m.date_to) for m in found] == wanted


@pytest.mark.parametrize(("sentence", "act", "cue", "wanted"), ACTS)
def test_the_days_of_an_act(sentence: str, act: str, cue: str, wanted: str) -> None:
    doc = load_model()(sentence)
    token = {t.text: t for t in reversed(doc)}
    found = act_dates(doc[:], token[act], token[cue], SATURDAY)
    assert (f"{found.date_from}..{found.date_to}" if found else "") == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("They shelled the posts of Hilltown, Lowtown and Midtown with mortars on Friday.", False),
        ("They shelled a post in Hilltown, he added on Friday.", True),
    ],
)
def test_the_commas_of_a_list_part_nothing(sentence: str, wanted: bool) -> None:
    assert is_parted(load_model()(sentence)[:]) == wanted


@pytest.mark.parametrize(
    ("sentence", "cue", "wanted"),
    [
        ("The army said on Thursday that shells had hit a school overnight.", "said", date(2025, 4, 10)),
        ("Shells hit a school overnight, the army said on Thursday.", "said", date(2025, 4, 10)),
        ("Shells hit a school on Thursday, the army said.", "said", None),
        ("In a statement on 9 April the army denied having shelled the school.", "denied", date(2025, 4, 9)),
        ("GENEVA, April 9 - The army denied having shelled the school.", "denied", date(2025, 4, 9)),
        ("The army denied having shelled the school.", "denied", None),
    ],
)
def test_the_day_of_saying(sentence: str, cue: str, wanted: date | None) -> None:
    doc = load_model()(sentence)
    assert statement_day(doc[:], next(t for t in doc if t.text == cue), SATURDAY) == wanted


def test_relative_words_count_from_the_day_of_saying() -> None:
    doc = load_model()("The army said on Thursday that shells had hit a school overnight.")
    found = act_dates(doc[:], doc[9], doc[2], SATURDAY)
    assert found and (found.date_from, found.date_to) == (date(2025, 4, 9), date(2025, 4, 10))


@pytest.mark.parametrize(
    ("second", "wanted"),
    [
        ("A depot was hit on the same day.", date(2025, 4, 8)),
        ("A day earlier a depot was hit.", date(2025, 4, 7)),
        ("Two days before, a depot was hit.", date(2025, 4, 6)),
        ("A depot was hit the day before that.", date(2025, 4, 7)),
        ("Two days before that, he says, a depot was hit.", date(2025, 4, 6)),
        ("Two days ago a depot was hit.", date(2025, 4, 10)),
        ("An hour later a depot was hit.", date(2025, 4, 8)),
        ("Moments later a depot was hit.", date(2025, 4, 8)),
        ("On the previous day a depot was hit.", date(2025, 4, 7)),
        ("On the following morning a depot was hit.", date(2025, 4, 9)),
        ("A depot was hit the next day.", date(2025, 4, 9)),
    ],
)
def test_the_same_day_and_the_one_before_count_from_what_was_told(second: str, wanted: date) -> None:
    doc = load_model()(f"Drones struck a mill on Tuesday, the army said on Friday. {second}")
    sentence = list(doc.sents)[1]
    act = next(token for token in sentence if token.text == "hit")
    found = act_dates(sentence, act, None, SATURDAY)
    assert found is not None and (found.date_from, found.date_to) == (wanted, wanted)


@pytest.mark.parametrize(
    "second",
    ["The night before, too, a depot was hit.", "The night before it was a depot that was hit."],
)
def test_the_night_before_a_night_ends_on_the_day_on_which_that_one_began(second: str) -> None:
    doc = load_model()(f"Drones struck a mill overnight, the army said. {second}")
    sentence = list(doc.sents)[1]
    act = next(token for token in sentence if token.text == "hit")
    found = act_dates(sentence, act, None, SATURDAY)
    assert found is not None and days(found.date_from, found.date_to) == ("2025-04-10", "2025-04-11")


@pytest.mark.parametrize(
    ("sentence", "cue", "wanted"),
    [
        ("The governor blames missiles for the damage to a plant on Friday evening.", "blames", FRIDAY),
        ("The ministry blamed shells for Friday's blackout in Hilltown.", "blamed", FRIDAY),
        ("It put the blame for the rockets of Friday evening on the rebels.", "put", FRIDAY),
        ("For the hit on Hilltown on 11 April, the army had taken responsibility.", "taken", FRIDAY),
        ("It denied being behind the strikes of 11 April, which damaged a dome.", "denied", FRIDAY),
        ("On Friday the army blamed the rebels for the damage.", "blamed", ""),
        ("In a statement on Friday the army denied it.", "denied", ""),
        ("The army on Friday blamed the rebels for a breach of the truce of 5 April.", "blamed", ""),
    ],
)
def test_the_day_of_what_a_claim_without_an_act_points_back_to(sentence: str, cue: str, wanted: str) -> None:
    doc = load_model()(sentence)
    found = back_dates(doc[:], next(token for token in doc if token.text == cue), SATURDAY)
    assert (f"{found.date_from}..{found.date_to}" if found else "") == wanted


@pytest.mark.parametrize(
    "second",
    ["In that period nine were hit.", "Nine were hit in the same time.", "In those two days it was hit."],
)
def test_a_period_is_the_one_told_of_last(second: str) -> None:
    doc = load_model()(f"Drones struck a mill from Tuesday to Thursday, the army said on Friday. {second}")
    sentence = list(doc.sents)[1]
    act = next(token for token in sentence if token.text == "hit")
    found = act_dates(sentence, act, None, SATURDAY)
    assert found is not None and days(found.date_from, found.date_to) == ("2025-04-08", "2025-04-10")
    alone = load_model()(second)
    assert act_dates(alone[:], next(token for token in alone if token.text == "hit"), None, SATURDAY) is None


def test_the_morning_after_a_night_is_its_second_day_and_an_hour_later_than_nothing_is_no_day() -> None:
    doc = load_model()("The army said drones hit a mill overnight. Later that morning a depot was hit.")
    sentence = list(doc.sents)[1]
    found = act_dates(sentence, sentence[-2], None, SATURDAY)
    assert found is not None and (found.date_from, found.date_to) == (SATURDAY, SATURDAY)
    doc = load_model()("An hour later a depot was hit.")
    assert act_dates(doc[:], doc[6], None, SATURDAY) is None


def test_a_date_without_a_year_takes_the_year_of_its_sentence() -> None:
    doc = load_model()("In September 2022 it denied that its troops had fired on the post on September 9.")
    assert date_mentions(doc[:], SATURDAY)[-1].date_from == date(2022, 9, 9)


def test_without_an_anchor_only_whole_dates_are_known() -> None:
    doc = load_model()("It was hit on Monday and on 5 April.")
    assert [m.date_from for m in date_mentions(doc[:], None)] == [None, None]
    doc = load_model()("It was hit on 5 April 2024.")
    assert [m.date_from for m in date_mentions(doc[:], None)] == [date(2024, 4, 5)]


def test_the_dates_of_two_acts_of_one_claim_run_from_the_first_to_the_last() -> None:
    doc = load_model()("A strike on March 26 cut a line, and shells hit a station on March 27, he said.")
    token = {t.text: t for t in doc}
    found = together(act_dates(doc[:], token[act], token["said"], SATURDAY) for act in ("strike", "hit"))
    assert found and (found.date_from, found.date_to) == (date(2025, 3, 26), date(2025, 3, 27))
    assert together([None, None]) is None


PIECES = st.sampled_from(
    [
        "on",
        "in",
        "at",
        "the",
        "past",
        "last",
        "this",
        "since",
        "from",
        "to",
        "between",
        "and",
        "until",
        "by",
        "5",
        "31",
        "99",
        "April",
        "may",
        "Sept.",
        "Monday",
        "night",
        "nights",
        "of",
        "overnight",
        "24",
        "hours",
        "days",
        "ago",
        "week",
        "weekend",
        "year",
        "2024",
        "0",
        "yesterday",
        "tomorrow",
        "8:50",
        "p.m.",
        "midnight",
        "noon",
        "early",
        "late",
        "-",
        "–",
        ",",
        ";",
        "start",
        "end",
        "3rd",
        "29",
        "February",
        "9-10",
        "31.02.2024",
        "12.05.2023",
        "said",
        "attacked",
        "drones",
        "Drones",
        "that",
        "truce",
        "it",
        "began",
        "(",
        ")",
        '"',
        "\u202f",
    ]
)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.lists(PIECES, max_size=25).map(" ".join), st.text(max_size=60)),
    st.one_of(st.none(), st.dates()),
)
def test_any_text_gives_plausible_days(text: str, anchor: date | None) -> None:
    doc = load_model()(text)
    for mention in date_mentions(doc[:], anchor):
        assert (mention.date_from is None) == (mention.date_to is None)
        assert 0 <= mention.start < mention.end <= len(doc)
        if mention.date_from is not None and mention.date_to is not None:
            assert mention.date_from <= mention.date_to
            if mention.kind in {"weekday", "window", "since"} and anchor is not None:
                assert mention.date_to <= anchor + timedelta(days=1) or mention.kind == "window"
    for act in doc:
        found = act_dates(doc[:], act, doc[0], anchor)
        assert found is None or (
            found.date_from is not None and found.date_from <= (found.date_to or date.min)
        )
