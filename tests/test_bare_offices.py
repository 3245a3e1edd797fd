"""A bare "the rebels" or "the ministry" is whose the text makes it, in wars that we have no data of."""

from datetime import date

import pytest

from pipeline.claims import extract
from pipeline.conflict import load_conflict
from pipeline.language import load_model
from pipeline.records import Document

# text, title, (claimant, stance, accused) of the last claim
WARS = {
    "the group that the text is about": (
        "Colombia's army said ELN guerrillas had shelled a post. The rebels said the army bombed a town.",
        "",
        ("ELN", "alleges", "Colombia"),
    ),
    "the state that it fights": (
        "Clashes broke out with the Arakan Army in Myanmar. A government spokesman denied"
        " that troops had shelled a town.",
        "",
        ("Myanmar", "denies", "Myanmar"),
    ),
    "the junta, where the war is spoken of": (
        "The Arakan Army in Myanmar said junta jets had bombed the port.",
        "",
        ("Arakan Army", "alleges", "Myanmar"),
    ),
    "an army in the title": (
        "Israeli tanks shelled a patrol in the south, the army said.",
        "Lebanese army says patrol came under fire",
        ("Lebanon", "alleges", "Israel"),
    ),
    "the state whose media pass it on": (
        "Israel and Iran traded charges. Iran's state television quoted the general staff as saying"
        " Israel had struck a port.",
        "",
        ("Iran", "alleges", "Israel"),
    ),
    "a region that a party governs": (
        "The interim authorities in Tigray said Ethiopian drones had struck a town.",
        "",
        ("TPLF", "alleges", "Ethiopia"),
    ),
    "the government's planes": (
        "South Sudan fought the SPLM-IO. The group said government planes had bombed a market in Nasir.",
        "",
        ("SPLM-IO", "alleges", "South Sudan"),
    ),
    "a state's militia": (
        "Mali's army said the FLA had shelled a post. The militia had used drones too, the army said.",
        "",
        ("Mali", "alleges", "FLA"),
    ),
    "no army of that name": (
        "Myanmar's junta blamed the Arakan Army. The military said rockets had been fired by the rebels.",
        "",
        ("Myanmar", "alleges", "Arakan Army"),
    ),
    "a spokesman with no body's name": (
        "The UN said a truce with the Arakan Army failed. Myanmar shelled a town, spokesman Tim Renn said.",
        "",
        ("UN", "alleges", "Myanmar"),
    ),
    "a proxy": (
        "Georgia said shots had been fired. South Ossetian officials denied that guards had opened fire.",
        "",
        ("Russia", "denies", "Russia"),
    ),
    "a government that a group leads": (
        "Afghanistan's Taliban government said Pakistani jets had bombed a market.",
        "",
        ("Afghanistan", "alleges", "Pakistan"),
    ),
}


@pytest.mark.parametrize("war", WARS)
def test_a_bare_office_speaks_for_whom_the_text_tells_of(war: str) -> None:
    text, title, told = WARS[war]
    conflict = load_conflict("israel-lebanon" if "Lebanese" in title else "world")
    claims = extract(Document("x", text, date(2025, 11, 14), title), load_model(), conflict)
    assert [(one.claimant, one.stance, one.accused) for one in claims][-1:] == [told]


@pytest.mark.parametrize(
    "text",
    [
        "India and Pakistan met. The defence ministry said drones had shelled a post.",  # either's
        "The ruling coalition said rockets had struck a depot in the town.",  # nothing of a war with one
    ],
)
def test_what_the_text_leaves_open_stays_open(text: str) -> None:
    assert extract(Document("x", text, date(2025, 11, 14)), load_model(), load_conflict("world")) == []
