"""Who says what: every way in which news prose tells it, in sentences of our own."""

from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.attribution import Said, attributions, said
from pipeline.language import load_model


@dataclass(frozen=True)
class Wanted:
    """What must be found: `holds` and `lacks` are words of the content."""

    source: str | None
    kind: str
    holds: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    accused: str | None = None
    via: str | None = None
    antecedent: str | None = None


def find(text: str, wanted: Wanted) -> Said:
    """Return the statement that is wanted, or fail with what was found instead."""
    found = said(load_model()(text))
    for one in found:
        content = " | ".join(part.text for part in one.content)
        if (
            one.kind == wanted.kind
            and (
                one.source is None
                if wanted.source is None
                else one.source is not None and one.source.text == wanted.source
            )
            and all(words in content for words in wanted.holds)
            and not any(words in content for words in wanted.lacks)
            and (wanted.accused is None or (one.accused is not None and one.accused.text == wanted.accused))
            and (wanted.via is None or (one.via is not None and one.via.text == wanted.via))
            and (
                wanted.antecedent is None
                or (one.antecedent is not None and one.antecedent.text == wanted.antecedent)
            )
        ):
            return one
    told = [
        (one.kind, one.source, one.cue, one.content, one.accused, one.via, one.antecedent) for one in found
    ]
    pytest.fail(f"{wanted} not among {told}")


def w(source: str | None, kind: str, *holds: str, **more: str | tuple[str, ...]) -> Wanted:
    return Wanted(source, kind, holds, **more)  # type: ignore[arg-type]


CASES: dict[str, tuple[str, list[Wanted]]] = {
    "before the statement": (
        "The army said that shells had landed on two villages.",
        [w("The army", "says", "shells had landed on two villages")],
    ),
    "after the statement": (
        "Shells landed on two villages, the army said on Telegram.",
        [w("the army", "says", "Shells landed on two villages", lacks=("Telegram",))],
    ),
    "inside the statement": (
        "Rebel units, it said, had fired at the bridge twice.",
        [w("it", "says", "Rebel units", "had fired at the bridge twice")],
    ),
    "inverted": (
        "Shells landed on the port, said Ann Lee, who runs it, killing two dockers.",
        [w("Ann Lee, who runs it", "says", "Shells landed on the port")],
    ),
    "name and office between commas": (
        "Drones hit the depot, the head of the district, Ivan Petrenko, wrote on Friday.",
        [w("the head of the district, Ivan Petrenko", "says", "Drones hit the depot")],
    ),
    "according to": (
        "Two drones fell on the refinery, according to the regional governor.",
        [w("the regional governor", "says", "Two drones fell on the refinery")],
    ),
    "according to, inside": (
        "The refinery, according to the governor, was hit by two drones.",
        [w("the governor", "says", "The refinery", "was hit by two drones")],
    ),
    "accused of": (
        "Moscow accused Kyiv of shelling the border town.",
        [w("Moscow", "accuses", "shelling the border town", accused="Kyiv")],
    ),
    "blamed for": (
        "The mayor blamed the rebels for the fire at the mill.",
        [w("The mayor", "accuses", "the fire at the mill", accused="the rebels")],
    ),
    "blamed on": (
        "The mayor blamed the fire on the rebels.",
        [w("The mayor", "accuses", "the fire", accused="the rebels")],
    ),
    "held responsible": (
        "The council held the army responsible for the blast.",
        [w("The council", "accuses", "the blast", accused="the army")],
    ),
    "accused in the passive": (
        "Kyiv was accused by Moscow of shelling a hospital.",
        [w("Moscow", "accuses", "shelling a hospital", accused="Kyiv")],
    ),
    "accused with the day in between": (
        "The army was accused by the rebels on Friday of five attacks on their posts.",
        [w("the rebels", "accuses", "five attacks", accused="The army")],
    ),
    "each other": (
        "Both sides accused each other of breaking the truce.",
        [w("Both sides", "accuses", "breaking the truce", accused="each other")],
    ),
    "each said the other": (
        "Each said the other had fired first.",
        [w("Each", "says", "the other had fired first")],
    ),
    "a noun with a clause": (
        "Moscow's claim that its troops had been shelled was not answered.",
        [w("Moscow", "says", "its troops had been shelled")],
    ),
    "a noun owned by a name before it": (
        "The army rejected a Defence Ministry report that its guns had fired.",
        [w("Defence Ministry", "says", "its guns had fired"), w("The army", "denies", "its guns had fired")],
    ),
    "a noun with by": (
        "An allegation by the rebels that the army used gas was dismissed.",
        [w("the rebels", "accuses", "the army used gas")],
    ),
    "denied a gerund": (
        "Kyiv denied striking the dam.",
        [w("Kyiv", "denies", "striking the dam")],
    ),
    "denied and accused": (
        "Kyiv denied the charge and accused Moscow of staging the blast.",
        [
            w("Kyiv", "denies", "the charge", lacks=("staging",)),
            w("Kyiv", "accuses", "staging the blast", accused="Moscow"),
        ],
    ),
    "said and added": (
        "The army said that two posts were hit and added that nobody was hurt.",
        [
            w("The army", "says", "two posts were hit", lacks=("hurt",)),
            w("The army", "says", "nobody was hurt"),
        ],
    ),
    "dismissed as": (
        "The ministry dismissed the report as a fake.",
        [w("The ministry", "denies", "the report as a fake")],
    ),
    "which somebody dismissed": (
        "Moscow said that its base had been hit, which Kyiv dismissed as a fake.",
        [
            w("Moscow", "says", "its base had been hit"),
            w("Kyiv", "denies", "its base had been hit", "as a fake"),
        ],
    ),
    "while A, B": (
        "While Delhi maintained that it had kept the truce, Islamabad denied firing and instead blamed India"
        " for the deaths.",
        [
            w("Delhi", "says", "it had kept the truce", lacks=("denied",)),
            w("Islamabad", "denies", "firing", lacks=("blamed",)),
            w("Islamabad", "accuses", "the deaths", accused="India"),
        ],
    ),
    "but B": (
        "The rebels said that the army had fired, but the army denied it.",
        [w("The rebels", "says", "the army had fired", lacks=("denied",)), w("the army", "denies", "it")],
    ),
    "it was reported": (
        "It was reported that shells had landed near the school.",
        [w(None, "says", "shells had landed near the school")],
    ),
    "told an agency": (
        "The commander told Interfax that three posts had been attacked.",
        [w("The commander", "says", "three posts had been attacked", lacks=("Interfax",))],
    ),
    "told in a statement that": (
        "The militia told reporters in a statement that the raid was its own.",
        [w("The militia", "says", "the raid was its own")],
    ),
    "cited as saying": (
        "Interfax cited the ministry as saying that a drone had crashed.",
        [w("the ministry", "says", "a drone had crashed", via="Interfax")],
    ),
    "was quoted by": (
        "The governor was quoted by TASS as saying that the bridge had been shelled.",
        [w("The governor", "says", "the bridge had been shelled", via="TASS")],
    ),
    "quoted as saying, after": (
        "Eight drones were launched at the pumping station, TASS quoted the ministry as saying.",
        [w("the ministry", "says", "Eight drones were launched at the pumping station", via="TASS")],
    ),
    "citing": (
        "Reuters reported, citing two officials, that the port had been hit.",
        [w("two officials", "cites", "the port had been hit", via="Reuters")],
    ),
    "one saying what another said": (
        "Zelensky said the commander had reported forty assaults.",
        [
            w("Zelensky", "says", "forty assaults"),
            w("the commander", "says", "forty assaults", via="Zelensky"),
        ],
    ),
    "according to a report, he wrote": (
        "Three villages were shelled, according to a report by the commander, Zelensky wrote.",
        [w("a report by the commander", "says", "Three villages were shelled")],
    ),
    "colon and quotation": (
        'The ministry: "The enemy shelled the bridge again."',
        [w("The ministry", "says", "The enemy shelled the bridge again")],
    ),
    "said, colon and quotation": (
        'The governor said: "Two drones fell on the port. Nobody was hurt."',
        [w("The governor", "says", "Two drones fell on the port", "Nobody was hurt")],
    ),
    "headline with a colon": (
        "Kyiv: drones hit an oil depot\n\nThe depot burned for an hour.",
        [w("Kyiv", "says", "drones hit an oil depot", lacks=("burned",))],
    ),
    "headline, says X": (
        "Drones hit an oil depot, says governor\n\nThe depot burned for an hour.",
        [w("governor", "says", "Drones hit an oil depot")],
    ),
    "source, details and quotation labels": (
        "Source: General Staff of the Armed Forces on Facebook\n\n"
        "Details: The enemy shelled two villages.\n\n"
        'Quote: "Nine assaults were beaten off."\n\nBackground: The truce began on Friday.',
        [
            w(
                "General Staff of the Armed Forces on Facebook",
                "says",
                "shelled two villages",
                "Nine assaults",
                lacks=("Friday",),
            ),
        ],
    ),
    "a quotation goes on after the tag": (
        '"They shelled the mill," he said. "Then they came back."',
        [w("he", "says", "They shelled the mill", "Then they came back")],
    ),
    "a quotation broken by the tag": (
        '"They shelled the mill," the mayor said, "and then they came back."',
        [w("the mayor", "says", "They shelled the mill", "and then they came back")],
    ),
    "a quotation over sentences before its tag": (
        '"They shelled the mill. Then they came back," the mayor said.',
        [w("the mayor", "says", "They shelled the mill", "Then they came back")],
    ),
    "a quotation over paragraphs": (
        "“They shelled the mill,” the mayor said.\n\n“The bridge was next. Nobody could cross.\n\n"
        "“In the end we fled.”\n\n"
        "The army made no comment.",
        [
            w(
                "the mayor",
                "says",
                "They shelled the mill",
                "The bridge was next",
                "In the end we fled",
                lacks=("no comment",),
            )
        ],
    ),
    "guillemets": (
        "«The enemy broke the silence four times», the press officer said.",
        [w("the press officer", "says", "The enemy broke the silence four times")],
    ),
    "an unclosed mark": (
        '"They shelled the mill, the mayor said.\n\nThe army denied it.\n\nRain fell in the hills.',
        [w("The army", "denies", "it", lacks=("Rain",))],
    ),
    "joint speakers": (
        "Poland and Romania said that drones had crossed their borders.",
        [w("Poland and Romania", "says", "drones had crossed their borders")],
    ),
    "saying": (
        "The staff rejected the charge, saying that its guns were silent.",
        [
            w("The staff", "denies", "the charge", lacks=("guns",)),
            w("The staff", "says", "its guns were silent"),
        ],
    ),
    "adding": (
        "The staff said that shells fell on the port, adding that two crews were hurt.",
        [
            w("The staff", "says", "shells fell on the port", lacks=("crews",)),
            w("The staff", "says", "two crews were hurt"),
        ],
    ),
    "accusing": (
        "The rebels left the talks, accusing Kyiv of breaking its word.",
        [w("The rebels", "accuses", "breaking its word", accused="Kyiv")],
    ),
    "one of them saying": (
        "The city denied the reports, its mayor, Ann Lee, telling the radio that no shell had landed.",
        [w("its mayor, Ann Lee", "says", "no shell had landed")],
    ),
    "in the words of": (
        "The raid was, in the words of the mayor, an act of terror.",
        [w("the mayor", "says", "The raid was", "an act of terror")],
    ),
    "by the count of": (
        "By the army's count, the rebels broke the truce 29 times.",
        [w("the army", "says", "the rebels broke the truce 29 times")],
    ),
    "as X tells it": (
        "The post, as the rebels tell it, was empty when the shells fell.",
        [w("the rebels", "says", "The post", "was empty when the shells fell")],
    ),
    "recorded": (
        "The monitors recorded 40 violations of the truce.",
        [w("The monitors", "records", "40 violations of the truce")],
    ),
    "put the number at": (
        "The army put the number of breaches at 40.",
        [w("The army", "records", "the number of breaches", "40")],
    ),
    "called": (
        "The staff called the report a fake.",
        [w("The staff", "calls", "the report a fake")],
    ),
    "claimed responsibility": (
        "The group claimed responsibility for the blast at the depot.",
        [w("The group", "admits", "the blast at the depot")],
    ),
    "acknowledged": (
        "The army acknowledged that its shells had hit the school.",
        [w("The army", "admits", "its shells had hit the school")],
    ),
    "vowed": (
        "The general vowed to answer every shell.",
        [w("The general", "promises", "to answer every shell")],
    ),
    "so does": (
        "Russia denies striking homes, and so does Ukraine.",
        [w("Russia", "denies", "striking homes"), w("Ukraine", "denies", "striking homes")],
    ),
    "rejected in a capital": (
        "The charges were rejected in Moscow.",
        [w("Moscow", "denies", "The charges")],
    ),
    "was the answer of": (
        '"Pure invention" was the answer of the foreign minister.',
        [w("the foreign minister", "says", "Pure invention")],
    ),
    "who said": (
        "The post was hit by Ann Kovalenko's men, who said that they had been fired upon.",
        [w("who", "says", "they had been fired upon")],
    ),
    "a list after a colon": (
        "The ministry listed the breaches as follows:\n\nSumy region: a drone hit a mill;\n\n"
        "Kursk region: shells fell on a farm.",
        [w("The ministry", "says", "a drone hit a mill", "shells fell on a farm")],
    ),
    "a semicolon after the tag": (
        "Six rockets were fired at the town, the army says; three fell short.",
        [w("the army", "says", "Six rockets were fired at the town", "three fell short")],
    ),
    "parentheses": (
        "The depot (which, the governor said, was empty) burned down.",
        [w("the governor", "says", "was empty")],
    ),
    "a charge that somebody denied": (
        "The envoy told reporters rebel troops had fired first, a charge Phnom Penh denied.",
        [
            w("The envoy", "says", "rebel troops had fired first", lacks=("charge",)),
            w("Phnom Penh", "denies", "rebel troops had fired first", "a charge"),
        ],
    ),
    "accusations that somebody denies": (
        "Moscow says Ukraine has struck its depots, accusations that Kyiv denies.",
        [w("Kyiv", "denies", "Ukraine has struck its depots")],
    ),
    "claims somebody denies": (
        "Moscow says Ukraine has struck its depots, claims Kyiv denies.",
        [w("Kyiv", "denies", "Ukraine has struck its depots")],
    ),
    "an insertion in the speaker": (
        "The army chief, citing his officers, alleged that rebels had crossed the river.",
        [w("The army chief", "says", "rebels had crossed the river")],
    ),
    "whose ministry": (
        "Kyiv called it a crime; Moscow, whose ministry confirmed hitting a plant, described it as revenge.",
        [
            w("whose ministry", "confirms", "hitting a plant", antecedent="Moscow"),
            w("Moscow, whose ministry confirmed hitting a plant", "calls", "it as revenge"),
        ],
    ),
    "a statement resumed after the tag": (
        "Our units were observing the truce, the ministry countered, and had been fired on 44 times.",
        [w("the ministry", "says", "Our units were observing the truce", "had been fired on 44 times")],
    ),
    "two tags in one sentence": (
        "Four tanks, the staff announced, had been destroyed; silos were not hit, according to the port.",
        [
            w("the staff", "says", "had been destroyed", lacks=("silos",)),
            w("the port", "says", "silos were not hit"),
        ],
    ),
    "traded accusations": (
        "The two armies traded accusations of shelling.",
        [w("The two armies", "accuses", "of shelling")],
    ),
    "nobody claimed": (
        "No one claimed responsibility for the attack.",
        [w("No one", "admits", "the attack")],
    ),
    "heading with a dash": (
        "Two killed in strike on port – governor\n\nTwo dockers were killed on Friday.",
        [w("governor", "says", "Two killed in strike on port", lacks=("dockers",))],
    ),
    "which he said": (
        "The aide said the army kept the truce despite rebel attacks, which he said continued daily.",
        [
            w("The aide", "says", "kept the truce", lacks=("continued",)),
            w("he", "says", "rebel attacks", "continued daily"),
        ],
    ),
    "a passive after a relative clause": (
        'Kyiv, which never signed and says that it answered "in kind", has been accused by Moscow of'
        " sending drones.",
        [
            w("which", "says", "it answered", lacks=("accused",), antecedent="Kyiv"),
            w("Moscow", "accuses", "sending drones", lacks=("kind",), accused="Kyiv"),
        ],
    ),
    "rejected, colon, the other version": (
        "The staff officially refuted this: a missile had been fired by the rebels at the school.",
        [
            w("The staff", "denies", "this", lacks=("missile",)),
            w("The staff", "says", "a missile had been fired"),
        ],
    ),
    "which, he noted": (
        "The aide said rebels had hit the station, which, he noted, they did not control.",
        [w("he", "says", "the station", "they did not control", lacks=("The aide",))],
    ),
    "an office with a hyphen": (
        "The army broke the truce eight times, a spokesman of the self-proclaimed republic told Tass.",
        [w("a spokesman of the self-proclaimed republic", "says", "The army broke the truce eight times")],
    ),
    "for which somebody claimed credit": (
        "Two tankers had burned off the coast, for which a source in the service claimed credit.",
        [w("a source in the service", "admits", "Two tankers had burned off the coast")],
    ),
    "a label that names the speaker after by": (
        "The reason given by the ministry: rebels attacked the fleet.",
        [w("the ministry", "says", "rebels attacked the fleet")],
    ),
    "the speaker inside, after the verb": (
        "The enemy, said the head of the town, struck twelve farms.",
        [w("the head of the town", "says", "The enemy", "struck twelve farms")],
    ),
    "quoted by an agency after a colon": (
        'RIA quoted the ministry: "Units of the army shelled the village".',
        [w("the ministry", "cites", "Units of the army shelled the village", via="RIA")],
    ),
    "said that, according to": (
        "The minister said that, according to the army, there had been 734 breaches.",
        [w("the army", "says", "there had been 734 breaches", lacks=("The minister",), via="The minister")],
    ),
    "but did not say": (
        "Officials said a drone had struck a mill, but did not say whose it was.",
        [w("Officials", "says", "a drone had struck a mill", lacks=("whose",))],
    ),
    "said to the last that": (
        "The command insisted to the last that its men had kept the truce.",
        [w("The command", "says", "its men had kept the truce")],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_every_way_of_telling_who_says_what(case: str) -> None:
    text, wanted = CASES[case]
    for one in wanted:
        find(text, one)


SILENT = [
    "The bridge was closed for repairs on Friday.",
    "Two drones fell on the refinery during the night.",
    "The state of the road worsened after the rain.",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_the_article_says_itself_is_nobodys_statement(text: str) -> None:
    assert not [
        one for one in said(load_model()(text)) if one.kind in {"says", "denies", "accuses", "admits"}
    ]


def test_an_unclosed_mark_swallows_no_other_paragraph() -> None:
    text = 'He said: "We held the ridge.\n\nThe night was quiet.\n\nThe army denied firing.'
    for one in said(load_model()(text)):
        assert "quiet" not in " ".join(part.text for part in one.content)


def test_character_spans_lie_in_the_text_and_outer_statements_hide_inner_ones() -> None:
    text = "Zelensky said the commander had reported forty assaults."
    (only,) = attributions(load_model()(text))
    assert [text[a:b] for a, b in only.source] == ["Zelensky"]
    assert [text[a:b] for a, b in only.cue] == ["said"]
    assert [text[a:b] for a, b in only.content] == ["the commander had reported forty assaults"]


PIECES = st.sampled_from(
    [
        '"',
        "“",
        "”",
        "«",
        "»",
        "''",
        ":",
        ";",
        ",",
        ".",
        "\n\n",
        "\n",
        " said ",
        "the army",
        " denied ",
        "that",
        "\u202e",
        "🙂",
        "according to",
        "Source:",
        "who",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES | st.text(max_size=8), max_size=30).map(" ".join))
def test_any_text_gives_spans_in_order_and_no_exception(text: str) -> None:
    doc = load_model()(text)
    for one in said(doc):
        assert one.content
        assert all(0 <= part.start < part.end <= len(doc) for part in one.content)
        assert all(a.end <= b.start for a, b in zip(one.content, one.content[1:], strict=False))


def test_what_was_not_said_and_what_is_said_of_one_another_are_noted() -> None:
    nlp = load_model()
    assert [one.negated for one in said(nlp("No one claimed responsibility for the raid."))] == [True]
    assert [one.negated for one in said(nlp("The group claimed responsibility for the raid."))] == [False]
    assert [one.mutual for one in said(nlp("The two armies traded accusations of shelling."))] == [True]


def test_a_reported_plan_of_attack_is_not_a_statement_about_speaking() -> None:
    assert not said(load_model()("The guns had gone on firing at the post."))


def test_who_insists_in_between_is_whom_the_participle_follows() -> None:
    doc = load_model()(
        "The rebels, for their part, had by 16 April logged over 30 Norlandic violations since 25 March, "
        "which the army, insisting that its order to hold fire was being obeyed, denied."
    )
    found = next(one for one in said(doc) if one.cue.text == "insisting")
    assert found.source is not None and found.source.text == "the army"
