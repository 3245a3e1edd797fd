"""To whom words are laid: whose an admission is, who "he" and "the other ministry" are, who passes words on."""

from itertools import permutations

import pytest

from pipeline.claims import extract
from pipeline.conflict import load_conflict
from pipeline.language import load_model
from pipeline.records import Claim, Document
from tests.claim_cases import FRIDAYS, Case, admits, alleges, case, denies

SIDES = [*permutations(("Armenia", "Azerbaijan"))]
ADJECTIVE = {"Armenia": "Armenian", "Azerbaijan": "Azerbaijani"}

OWNING_UP = [
    case(
        "he is whom the rebels quote",
        "Shells fell on the airfield, said Petro Koval, head of the SBU. The separatists put it otherwise: their "
        "commander Oleg Rudin was quoted by a news agency as saying that Ukrainian guns had shelled his men. In "
        "answer, he said, his side was firing mortars at the Ukrainians.",
        alleges("Ukraine", "Russia", "strike"),
        alleges("Russia", "Ukraine", "strike", via="a news agency"),
        admits("Russia", "strike", speaker="their commander Oleg Rudin"),
        when="donbas",
    ),
    case(
        "he is the minister who quotes",
        "Russian jets bombed Odesa, Ukraine's Defence Minister Petro Koval said, and the mayor, Olha Rudenko, had "
        "told him of forty dead. In answer, he said, Ukrainian drones had hit an airfield.",
        alleges("Ukraine", "Russia", "strike"),
        admits("Ukraine", "strike", speaker="Ukraine's Defence Minister Petro Koval"),
    ),
    case(
        "who passes it on did not do it",
        "The camp that came under fire from Ukrainian guns was empty, a colonel of the Donetsk militia was quoted "
        "by the Donetsk Media Centre as adding; mortars and tanks had been used.",
        alleges("Russia", "Ukraine", "strike", via="the Donetsk Media Centre"),
        when="donbas",
    ),
    case(
        "what the same weapons did besides",
        "The defence ministry in Moscow announced that sea-launched missiles had destroyed a workshop there and "
        "sunk a Ukrainian cutter. Kyiv said nothing.",
        admits("Russia", "strike"),
    ),
    case(
        "what other weapons did besides",
        "The defence ministry in Moscow announced that Ukrainian missiles had destroyed a workshop there and sunk a "
        "Ukrainian cutter by mistake.",
        alleges("Russia", "Ukraine", "strike"),
    ),
    case(
        "a strike in answer",
        "Russia's defence ministry reported a strike on a hotel in Odesa, carried out in revenge for its "
        "losses. Ukraine said nothing.",
        admits("Russia", "strike"),
    ),
    case(
        "who says so as well",
        "Ukraine denies shelling hospitals, and so does Russia.",
        denies("Ukraine", "Ukraine", "strike"),
        denies("Russia", "Russia", "strike"),
    ),
    case(
        "no unit did anything of the kind",
        "Bangkok rejected all that as invented: no Thai soldier, in the words of its foreign ministry, had done "
        "anything that broke the ceasefire.",
        denies("Thailand", "Thailand", "breach"),
        when="iran-israel",
    ),
    case(
        "a mark is no preposition",
        "London says that regular Russian troops, with tanks and guns, shelled posts around Bakhmut. "
        "Ukraine said so before.",
        alleges("United Kingdom", "Russia", "strike"),
    ),
    case(
        "each has it its way",
        "What came next was, as Moscow has it, one Ukrainian breach of the truce after another and, as Kyiv has it, "
        "one Russian breach after another.",
        alleges("Russia", "Ukraine", "breach", via=None),
        alleges("Ukraine", "Russia", "breach", via=None),
        when="donbas",
    ),
]

NOT_OWNED_UP = [
    case(
        "fired at none",
        "Russian guns shoot at no hospitals, the Kremlin said.",
        denies("Russia", "Russia", "strike"),
    ),
    case(
        "no fewer than three",
        "Ukrainian guns fired at no fewer than three hospitals, the Kremlin said.",
        alleges("Russia", "Ukraine", "strike"),
    ),
    case(
        "knew nothing of it",
        "The Kremlin said it knew nothing of a Russian raid on a market in Sumy.",
        denies("Russia", "Russia", "strike"),
    ),
    case(
        "looks into what is told",
        "Ukraine's army said that it was looking into reports that a drone of its own had hit a school in Belgorod.",
    ),
    case(
        "tells of it in a statement",
        "The Ukrainian army told reporters in a statement that its drones had hit a depot in Belgorod.",
        admits("Ukraine", "strike"),
    ),
    case(
        "confirms what is told",
        "Ukraine's army confirmed reports that a drone of its own had hit a depot in Belgorod.",
        admits("Ukraine", "strike"),
    ),
    case(
        "the one that did it was none of ours",
        "The Ukrainian army said the rocket that hit the school in Kursk was not Ukrainian.",
        denies("Ukraine", "Ukraine", "strike"),
    ),
    case(
        "the one that did it was theirs",
        "The Ukrainian army said the rocket that hit the school in Sumy was Russian.",
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "caused by something else",
        "A Russian official said the fire at the depot was caused by a worker's carelessness, not by a Ukrainian strike.",
        denies("Russia", "Ukraine", "strike"),
    ),
    case(
        "it is who the clause before it is about",
        "Kyiv said Russia had lied when it denied shelling the port.",
        denies("Russia", "Russia", "strike", via="Kyiv"),
    ),
    case(
        "a claim of weapons that do something",
        "Zelensky said Russia's claim of Ukrainian rockets striking a palace was a fabrication.",
        alleges("Russia", "Ukraine", "strike", via="Zelensky"),
        denies("Ukraine", "Ukraine", "strike"),
    ),
    case(
        "troops that only hit back",
        "Ukraine's General Staff said its troops had hit back after Russian guns shelled Sumy.",
        alleges("Ukraine", "Russia", "strike", speaker="Ukraine's General Staff", via=None),
    ),
    case(
        "a rocket that another fired",
        "Israel's army said a rocket fired by Hezbollah had fallen short and killed two Lebanese.",
        alleges("Israel", "Hezbollah", "strike"),
        when="israel-lebanon",
    ),
    case(
        "the troops told of before",
        "Lebanon's army said Israeli troops had shot at its men; Israel said the troops had fired warning shots at suspects.",
        alleges("Lebanon", "Israel", "strike"),
        admits("Israel", "strike"),
        when="israel-lebanon",
    ),
]

SPEAKING = [
    case(
        "a clause is no part of a name",
        "Ukraine's General Staff, which had kept silent until then, said that Russian guns had shelled Sumy.",
        alleges("Ukraine", "Russia", "strike", speaker="Ukraine's General Staff", via=None),
    ),
    case(
        "an agency quotes",
        "Russia's defence ministry, quoted by the agency TASS, said Ukrainian drones had hit a school in Belgorod.",
        alleges("Russia", "Ukraine", "strike", speaker="Russia's defence ministry", via="the agency TASS"),
    ),
    case(
        "who says that it did itself",
        "Ukraine says that it recorded twelve Russian attacks on Sumy.",
        alleges("Ukraine", "Russia", "strike", speaker="Ukraine", via=None, count=12),
    ),
    case(
        "a meeting says nothing",
        "As the session went on, the governor of Kharkiv region, Petro Koval, reported that Russian rockets had "
        "hit a market.",
        alleges("Ukraine", "Russia", "strike", via=None),
    ),
    case(
        "a weapon says nothing",
        '"Air defence forces over Crimea shot down a Ukrainian aircraft type unmanned vehicle that attacked a school," '
        "Russia's defence ministry said.",
        alleges("Russia", "Ukraine", "strike", via=None),
    ),
    case(
        "places before colons",
        "Ukrainian drones did not rest, Russia's defence ministry reports.\n"
        "- Donetsk People's Republic: a drone hit a market.\n"
        "- Republic of Crimea: late in the night one more Ukrainian drone was sent at a school.",
        alleges("Russia", "Ukraine", "strike", speaker="Russia's defence ministry"),
        alleges("Russia", "Ukraine", "strike", speaker="Russia's defence ministry"),
    ),
    case(
        "an answer after a semicolon",
        'Ukrainian drones hit a hotel in Belgorod, the governor alleged; "a lie", came the answer from Kyiv.',
        alleges("Russia", "Ukraine", "strike"),
        denies("Ukraine", "Ukraine", "strike", via=None),
    ),
    case(
        "a spokesman of the second half only",
        "Russian jets, the air force in Kyiv complained, had bombed Sumy, and in the east, according to a colonel, the "
        "guns had not been silent at all.",
        alleges("Ukraine", "Russia", "strike", speaker="the air force in Kyiv", via=None),
    ),
]


@pytest.mark.parametrize("one", OWNING_UP)
def test_whose_words_they_are(one: Case) -> None:
    assert one.found() == one.wanted()


@pytest.mark.parametrize("one", NOT_OWNED_UP)
def test_what_is_not_owned_up(one: Case) -> None:
    assert one.found() == one.wanted()


@pytest.mark.parametrize("one", SPEAKING)
def test_who_speaks_and_who_passes_it_on(one: Case) -> None:
    assert one.found() == one.wanted()


@pytest.mark.parametrize(("side", "other"), SIDES)
def test_the_other_ministry_is_that_of_the_adversary(side: str, other: str) -> None:
    text = (
        f"{side}'s Defence Ministry said that {ADJECTIVE[other]} units had opened fire on a post. "
        f"{ADJECTIVE[other]} units did not shoot at anybody, the other ministry replied. "
        f"The other side's command said it was {ADJECTIVE[side]} posts that had fired."
    )
    assert Case(
        text,
        (
            alleges(side, other, "strike"),
            denies(other, other, "strike"),
            alleges(other, side, "strike"),
        ),
        "armenia-azerbaijan",
    ).found() == sorted_of(side, other)


def sorted_of(side: str, other: str) -> list[dict[str, object]]:
    """Return the claims of a charge, its denial and the charge in return, in order."""
    return Case(
        "", (alleges(side, other, "strike"), denies(other, other, "strike"), alleges(other, side, "strike"))
    ).wanted()


def test_the_other_ministry_is_nobody_after_both() -> None:
    text = (
        "Armenia and Azerbaijan blamed each other. Its units had shelled a village, the other ministry said."
    )
    assert not [one for one in claims(text) if one.speaker == "the other ministry"]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Azerbaijani troops fired small arms at a post, Armenia said.", "a post"),
        ("Azerbaijani troops launched forty drones in the course of Sunday night, Armenia said.", None),
        ("Azerbaijani drones struck energy sites on Monday, Armenia said.", "energy sites"),
        ("Azerbaijani drones hit a launcher, Armenia said.", "a launcher"),
        ("Azerbaijani rockets hit a school in error, Armenia said.", "a school"),
    ],
)
def test_what_was_hit_is_no_time_and_no_weapon_used(text: str, target: str | None) -> None:
    assert [one.target for one in claims(text)] == [target]


def claims(text: str) -> list[Claim]:
    """Return the claims of a text about Armenia and Azerbaijan."""
    document = Document("case", text, FRIDAYS["armenia-azerbaijan"])
    return extract(document, load_model(), load_conflict("armenia-azerbaijan"))


def test_he_is_no_jets() -> None:
    text = "Armenian jets bombed a town. In answer, he said, Azerbaijani drones hit a base."
    assert not claims(text)


def test_a_given_name_is_not_the_one_who_bears_it_as_a_surname() -> None:
    document = Document("case", "Russian guns shelled Odesa, Petro Koval said.", FRIDAYS["ukraine"])
    assert not extract(document, load_model(), load_conflict("ukraine"))


@pytest.mark.parametrize(("side", "other"), SIDES)
def test_whose_office_speaks_goes_by_its_name(side: str, other: str) -> None:
    text = f"It was asked for by {side}, whose envoy, Ann Lee, said that {ADJECTIVE[other]} guns had shelled a post."
    found = claims(text)
    assert [(one.claimant, one.accused, one.speaker) for one in found] == [(side, other, "envoy, Ann Lee")]


def test_shots_from_shared_ground_are_nobodys() -> None:
    for whence, accused in (("Lebanon", None), ("Hezbollah posts", "Hezbollah")):
        text = f"Six rockets were fired from {whence} at Metula, Israel's army said. Lebanon was silent."
        document = Document("case", text, FRIDAYS["israel-lebanon"])
        found = extract(document, load_model(), load_conflict("israel-lebanon"))
        assert [(one.claimant, one.accused) for one in found] == [("Israel", accused)]


def test_a_place_beyond_the_gun_is_where_it_hit() -> None:
    far = "It was a shell fired from an Azerbaijani gun that hit a school in Goris, Armenia said."
    near = "It was a shell fired from an Azerbaijani gun in Goris, Armenia said."
    assert [[one.regions for one in claims(text)] for text in (far, near)] == [[("AM-SU",)], [()]]


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        ("The rebels of Luhansk shelled a bridge near Sumy, Kyiv said.", "UA-59"),
        ("Russian shells hit a bridge on the Luhansk front, Kyiv said.", "UA-09"),
        (
            "Ukrainian shells hit a bridge on the territory of the Luhansk People's Republic, Moscow said.",
            "UA-09",
        ),
        ("Ukrainian shells hit a post of the Luhansk People's Republic near Horlivka, Moscow said.", "UA-14"),
        (
            "Petro Koval, the governor, who speaks for the people of Sumy, said Russian shells hit a bridge.",
            "UA-59",
        ),
        (
            "The Ukrainian minister, who was in Sumy on Monday, said Russian shells hit a bridge in Odesa.",
            "UA-51",
        ),
    ],
)
def test_a_place_that_tells_who_is_meant_is_not_where_it_was(text: str, regions: str) -> None:
    document = Document("case", text, FRIDAYS["ukraine"])
    found = extract(document, load_model(), load_conflict("ukraine"))
    assert [" ".join(one.regions) for one in found] == [regions]
    assert not any(one.date_from for one in found)


def test_a_surname_joined_to_a_place_is_a_place() -> None:
    document = Document(
        "case",
        "Rockets had been fired from the areas of Oktyabr and Zaichenko, monitors of the OSCE said.",
        FRIDAYS["donbas"],
    )
    assert [one.accused for one in extract(document, load_model(), load_conflict("ukraine"))] == [None]


TARGETS = [
    case(
        "energy of the other's raid",
        "The Russian army said that it had hit an airfield in answer to Ukrainian raids on energy facilities in Kursk.",
        admits("Russia", "strike"),
        alleges("Russia", "Ukraine", "energy"),
    ),
    case(
        "energy of one's own raid",
        "The Russian army said that it had hit energy facilities in answer to Ukrainian raids on an airfield in Kursk.",
        admits("Russia", "energy"),
        alleges("Russia", "Ukraine", "strike"),
    ),
    case(
        "so many depots and some drones",
        "The Russian army said that Ukrainian attacks had been repelled and five depots and several drones destroyed.",
        alleges("Russia", "Ukraine", "strike", count=None),
    ),
    case(
        "a denial of another target",
        "Russian missiles hit a power plant, Kyiv said. Moscow denies deliberately aiming at civilians.",
        alleges("Ukraine", "Russia", "energy"),
        denies("Russia", "Russia", "strike"),
    ),
    case(
        "a denial of the same target",
        "Russian missiles hit a power plant, Kyiv said. Moscow denies aiming at it.",
        alleges("Ukraine", "Russia", "energy"),
        denies("Russia", "Russia", "energy"),
    ),
    case(
        "attacks on ships",
        "The Kremlin said Ukrainian drones had hit an oil refinery. For months the two capitals have accused each "
        "other of attacks on merchant ships.",
        alleges("Russia", "Ukraine", "energy"),
        alleges("Russia", "Ukraine", "strike"),
        alleges("Ukraine", "Russia", "strike"),
    ),
    case(
        "fired on nothing",
        "Russia's army said its guns fired on no village.",
        denies("Russia", "Russia", "strike"),
    ),
    case(
        "fired on its own post",
        "Russia's army said that mortars were fired on its post. Ukraine was silent.",
        alleges("Russia", "Ukraine", "strike"),
    ),
]


@pytest.mark.parametrize("one", TARGETS)
def test_a_target_of_its_own_is_not_that_told_before(one: Case) -> None:
    assert one.found() == one.wanted()


@pytest.mark.parametrize(
    ("text", "target", "weapon"),
    [
        ("Azerbaijani troops opened fire on a post, Armenia said.", "a post", None),
        ("Azerbaijani drones hit rocket launchers, Armenia said.", "rocket launchers", "drones"),
        ("Azerbaijani howitzers hit a school, Armenia said.", "a school", "howitzers"),
        ("Azerbaijani fighters hit a school with shells, Armenia said.", "a school", "shells"),
        ("Azerbaijani troops broke the cease-fire and hit a school, Armenia said.", "a school", None),
        ("Azerbaijan's army fired on Khnatsakh, a source in Yerevan said.", "Khnatsakh", None),
        ("Azerbaijan broke the truce 40 times, firing mortars 14 times, Armenia said.", None, "mortars"),
    ],
)
def test_a_weapon_is_what_was_used(text: str, target: str, weapon: str | None) -> None:
    assert [(one.target, one.weapon) for one in claims(text)][-1:] == [(target, weapon)]


def test_reports_by_an_adjective_are_named_whole() -> None:
    text = "Armenia denied Azerbaijani reports that Armenian guns had shelled a post."
    assert {one.speaker for one in claims(text)} == {"Armenia", "Azerbaijani reports"}


LEADERS = {"Armenia": "Nikol Pashinyan", "Azerbaijan": "Ilham Aliyev"}
CAPITALS = {"Armenia": "Yerevan", "Azerbaijan": "Baku"}


@pytest.mark.parametrize(("side", "other"), SIDES)
def test_his_troops_are_those_of_whom_he_says_it(side: str, other: str) -> None:
    text = f"{LEADERS[side]} said that {LEADERS[other]} knew that his troops had shelled a village."
    assert [(one.stance, one.claimant, one.accused) for one in claims(text)] == [("alleges", side, other)]
    text = f"{LEADERS[side]} said that his troops had shelled a barracks of {LEADERS[other]}'s army."
    assert [(one.stance, one.claimant, one.accused) for one in claims(text)] == [("admits", side, side)]


@pytest.mark.parametrize(("side", "other"), SIDES)
def test_it_is_who_is_charged_in_all_that_it_says(side: str, other: str) -> None:
    text = (
        f"{other}, the {ADJECTIVE[side]} ministry said, was using drones against a village. "
        f"It denied the charge and accused {CAPITALS[side]} of shelling a town."
    )
    found = [(one.stance, one.claimant, one.accused, one.speaker) for one in claims(text)]
    assert found == [
        ("alleges", side, other, f"the {ADJECTIVE[side]} ministry"),
        ("alleges", other, side, other),
        ("denies", other, other, other),
    ]
