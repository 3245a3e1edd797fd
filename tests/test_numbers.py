"""Which numbers of a sentence count its acts."""

from datetime import date
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.dates import date_mentions
from pipeline.language import load_model
from pipeline.numbers import act_count
from pipeline.numerals import numerals

CASES = [
    ("Ukraine carried out 14 attacks on energy sites, the ministry said.", "attacks", "14 exact"),
    ("Ukraine struck energy sites 14 times, the ministry said.", "struck", "14 exact"),
    ("Ukraine struck the substation twice, the ministry said.", "struck", "2 exact"),
    ("Russia launched 163 drones, of which 89 were shot down.", "launched", "163 exact"),
    ("Russia launched a total of 163 attack drones and 12 missiles.", "launched", "163 exact"),
    ("Air defences shot down 12 of 30 drones launched by Russia.", "launched", "30 exact"),
    ("Air defences shot down 54 of the 74 drones that Russia launched.", "launched", "74 exact"),
    ("Drones attacked the depot; air defences shot down 12 drones.", "attacked", ""),
    ("Russian forces attacked with more than 20 drones and up to six missiles.", "attacked", "20 minimum"),
    ("Up to 60 drones attacked the port.", "attacked", "60 maximum"),
    ("The rebels sent between 20 and 30 drones.", "sent", "20 minimum"),
    ("The army put the number of attacks at between 20 and 30.", "attacks", "20 minimum"),
    ("The rebels sent 20 to 30 drones.", "sent", "20 minimum"),
    ("Three or four drones hit the port.", "hit", "3 minimum"),
    ("The number of attacks rose from 20 to 30.", "attacks", "30 exact"),
    ("Two drones and three rockets hit the port.", "hit", "2 exact"),
    ("Drones hit the port between three and four o'clock.", "hit", ""),
    ("The attack between 3 and 4 May hit the port.", "attack", ""),
    ("Three drones hit the refinery, wounding 12 people.", "hit", "3 exact"),
    ("A drone hit the refinery, wounding 12 people.", "hit", ""),
    ("The shelling killed four people and wounded 12.", "shelling", ""),
    ("The death toll from a drone strike on the town has risen to four.", "strike", ""),
    ("The toll of attacks on the town has climbed to 12.", "attacks", "12 exact"),
    ("The strike knocked out 300 megawatts.", "strike", ""),
    ("Russian troops shelled 37 settlements.", "shelled", ""),
    ("Russian troops shelled the town for 30 days.", "shelled", ""),
    ("Ukraine violated the 30-day ceasefire.", "violated", ""),
    ("They fired 155mm shells at the town.", "fired", ""),
    ("They fired 16 rounds of 152 mm at the town.", "fired", "16 exact"),
    ("An Su-34 bomber dropped four guided bombs.", "dropped", "4 exact"),
    ("Kh-101 missiles hit the plant.", "hit", ""),
    ("S-300 missiles hit the plant.", "hit", ""),
    ("It was the fourth attack this week.", "attack", ""),
    ("Dozens of drones hit the city.", "hit", ""),
    ("A dozen drones hit the city.", "hit", "12 exact"),
    ("About two dozen rockets were fired.", "fired", "24 exact"),
    ("Hundreds of shellings were recorded.", "shellings", ""),
    ("One violation was recorded.", "violation", "1 exact"),
    ("One of the drones hit a school.", "hit", ""),
    ("One more drone hit a school.", "hit", ""),
    ("The ministry recorded 1,882 shellings and 96 assaults.", "shellings", "1882 exact"),
    ("There were 96 assaults and 1,882 shellings.", "shellings", "96 exact"),
    ("The militia broke the ceasefire at least nine times.", "broke", "9 minimum"),
    ("The ministry put the number of attacks at six.", "attacks", "6 exact"),
    ("Fourteen attacks were carried out on Russian energy sites.", "attacks", "14 exact"),
    ("Ukraine has violated the energy truce more than 120 times since 18 March.", "violated", "120 minimum"),
    ("Ukrainian forces made eight attempts to strike energy sites.", "strike", "8 exact"),
    ("At 8:50 p.m. two drones struck a substation.", "struck", "2 exact"),
    ("On April 9 eight drones attacked a station.", "attacked", "8 exact"),
    ("The attack 40 kilometres from the border wounded a man of 66.", "attack", ""),
    ("Two people were killed in the attack, which involved nine drones.", "attack", "9 exact"),
    ("Russia attacked with one Iskander-M ballistic missile and 88 Shahed drones.", "attacked", "1 exact"),
    ("Russia attacked Ukraine with 88 Shahed-type attack UAVs.", "attacked", "88 exact"),
    ("The enemy carried out 78 air strikes, dropping 134 guided bombs.", "strikes", "78 exact"),
    ("The governor said 11 Ukrainian UAVs had been destroyed over the region.", "destroyed", ""),
    ("Of the 145 drones launched, 90 were shot down.", "launched", "145 exact"),
    ("Both sides reported fewer than ten violations.", "violations", "10 maximum"),
    ("Thirty-plus attacks were logged.", "attacks", "30 minimum"),
    ("The town came under fire 15 times.", "came", "15 exact"),
    ("Six rockets were fired from Lebanon, three of which were intercepted.", "fired", "6 exact"),
    (
        "Israel has committed 47 violations since the truce began, killing 38 Palestinians.",
        "violations",
        "47 exact",
    ),
    ("The army repelled two attacks by the RSF.", "attacks", "2 exact"),
    ("Ukraine fired six ATACMS missiles at Bryansk, five of which were shot down.", "fired", "6 exact"),
    ("Russia's forces attacked 2 substations with 5 drones.", "attacked", "5 exact"),
    ("Air defence units destroyed 34 drones overnight, and two more hit an oil depot.", "hit", "2 exact"),
    ("The number of violations reached 400.", "violations", "400 exact"),
    ("Over 100 Russian drones and missiles targeted energy facilities.", "targeted", "100 minimum"),
    ("In three separate attacks, drones hit a substation.", "attacks", "3 exact"),
    ("The enemy used 12 kamikaze drones against the town.", "used", "12 exact"),
    ("A group of seven drones attacked the port.", "attacked", "7 exact"),
    ("A series of five strikes hit the port.", "strikes", "5 exact"),
    ("The enemy launched 5 missile and 30 air strikes.", "strikes", "5 exact"),
    ("The occupiers fired 3 times with mortars and 20 times with artillery.", "fired", "3 exact"),
    ("The second wave of 40 drones came at dawn.", "drones", "40 exact"),
    (
        "Kyiv said Moscow had launched 100 drones, while Moscow accused Kyiv of shelling a village.",
        "shelling",
        "",
    ),
    (
        "Moscow accused Kyiv of shelling a village after Kyiv said 100 drones had been launched.",
        "shelling",
        "",
    ),
    ("Kyiv's 30 drones were repelled, Moscow said, and denied hitting homes.", "hitting", ""),
    ("Eight were drone raids and the rest was shelling, the militia said.", "shelling", "8 exact"),
    ("The army said it had downed nine drones after the enemy attacked the port.", "attacked", ""),
    ("The governor said 20 tanks took part in the assault.", "assault", ""),
]


@pytest.mark.parametrize(("sentence", "act", "wanted"), CASES)
def test_the_count_of_an_act(sentence: str, act: str, wanted: str) -> None:
    doc = load_model()(sentence)
    token = next(token for token in doc if token.text == act)
    found = act_count(doc[:], token)
    assert (f"{found.value} {found.bound}" if found else "") == wanted


@pytest.mark.parametrize(
    ("sentence", "act", "unit"),
    [
        ("The army broke the truce nine times.", "broke", "times"),
        ("The mission counted 40 violations.", "violations", "violations"),
        ("Nine quadcopters attacked the depot.", "attacked", "drones"),
        ("The town was hit by two Grad rockets.", "hit", "rockets"),
        ("It put the number of raids at six.", "raids", "attacks"),
    ],
)
def test_the_unit_of_a_count(sentence: str, act: str, unit: str) -> None:
    doc = load_model()(sentence)
    found = act_count(doc[:], next(t for t in doc if t.text == act))
    assert found is not None and found.unit == unit


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("twenty-six rockets", [26]),
        ("one hundred and forty-five drones", [145]),
        ("two thousand three hundred and five shells", [2305]),
        ("a dozen, two dozen, half a dozen, dozens, hundreds", [12, 24, 6]),
        ("1,500 shells, 1 500 shells, 2.935 times", [1500, 1500, 2935]),
        ("a hundred times, twice, the dozen", [100, 2]),
    ],
)
def test_numerals(text: str, wanted: list[int]) -> None:
    assert [numeral.value for numeral in numerals(load_model()(text)[:])] == wanted


PIECES = st.sampled_from(
    [
        "one",
        "two",
        "twenty",
        "-",
        "six",
        "hundred",
        "thousand",
        "million",
        "and",
        "a",
        "dozen",
        "half",
        "twice",
        "more",
        "than",
        "at",
        "least",
        "up",
        "to",
        "5",
        "1,500",
        "1.500",
        "500",
        "drones",
        "attacks",
        "times",
        "shelled",
        "shot",
        "down",
        "of",
        "the",
        "24",
        "March",
        "put",
        "number",
        "at",
        "which",
        "were",
        "\u202f",
        "99999999999",
        "½",
        "²",
        "+",
        "plus",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.lists(PIECES, max_size=25).map(" ".join), st.text(max_size=60)))
def test_any_text_gives_counts_of_its_own_words(text: str) -> None:
    doc = load_model()(text)
    for act in doc:
        found = act_count(doc[:], act)
        if found is not None:
            assert found.value >= 0
            assert 0 <= found.start < found.end <= len(doc)


def test_many_numbers_take_no_more_than_their_share_of_time() -> None:
    def seconds(words: int) -> float:
        doc = load_model().make_doc("5 drones , " * words)
        start = process_time()
        numerals(doc[:])
        date_mentions(doc[:], date(2025, 4, 12))
        return process_time() - start

    seconds(10)
    few, many = (min(seconds(words) for _ in range(3)) for words in (1000, 8000))
    assert many < 30 * max(few, 0.01)
