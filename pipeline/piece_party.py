"""Tells which of the names in one piece of a noun phrase is the party that it speaks or acts for."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from pipeline.conflict import Conflict
from pipeline.mentions import Mention
from pipeline.offices import has, office_at, role, sort_of, sorting
from pipeline.phrase_parts import HYPHENS, Piece
from pipeline.places import PlaceMention

NAMING = ("person", "body", "outlet", "group", "local", "hostile")
SERVING = ("installed", "heads")  # after a hyphen: "Norland-backed", "Norland-run"
OTHERS = ("outsider", "private", "ground", "peer")  # with these a possessor is not the one meant


def party_of_piece(
    part: Piece, mentions: Sequence[Mention], places: Sequence[PlaceMention], conflict: Conflict
) -> str | None:
    """Return the party that the words of one piece name."""
    doc, start, end = part.words[0].doc, part.words[0].i, part.words[-1].i + 1
    here = [m for m in mentions if start <= m.start and m.end <= end]
    inside = [m for m in here if not is_set_apart(m, part) and is_meant(m, part)]
    plain = [word for word in part.words if not any(m.start <= word.i < m.end for m in here)]
    sort = sort_of(plain)
    if sort in OTHERS and not (sort == "ground" and (part.kind == "source" or part.office)):
        last = max(word.i for word in plain if role(word) == sort)
        inside = [
            m
            for m in inside
            if m.start > last
            or (m.kind == "demonym" and (sort == "peer" or (sort == "outsider" and is_owned(doc[last]))))
            or (m.kind == "group" and sort == "outsider" and is_owned(doc[last]) and doc[m.end].tag_ != "POS")
            or (sort == "private" and m.kind in ("body", "outlet"))
            or (has(plain, "organ") and is_group_of(m.party, conflict) and not is_set_apart(m, part))
        ]
    if part.kind == "source" and any(is_shared_ground(m, conflict) for m in inside):
        return None
    group = sorting(plain)
    if (
        group
        and group.data.get("whose") == "group"
        and inside
        and all(backs(m, doc, conflict) for m in inside)
    ):
        return conflict.usual.get(str(group.data["office"]))
    if (fighter := at_home(part, inside, conflict)) is not None:
        return fighter or None
    if inside and not is_title(inside, part):
        return decisive(inside, doc, conflict).party
    return None if inside else party_of_place(part, places, conflict)


def is_owned(noun: Token) -> bool:
    """Tell whether a noun has a possessor: in "its Norlandic allies" the adjective says who they are, as
    does the name of a group."""
    return any(child.dep_ == "poss" for child in noun.lefts)


def at_home(part: Piece, inside: Sequence[Mention], conflict: Conflict) -> str | None:
    """Return who those are that fight the state named with them, "" if that stays open: "Norland's rebels".

    None if a piece names no such people.
    """
    states = [m for m in inside if m.kind != "generic"]
    words = [word for word in part.words if not any(m.start <= word.i < m.end for m in states)]
    entry = sorting(words)
    if not (entry and entry.data.get("at_home") and states and all(is_home(m, conflict) for m in states)):
        return None
    if before_hyphen(states[-1], part.words[0].doc):
        return None
    usual = [m.party for m in inside if m.kind == "generic" and m.party in conflict.groups]
    return usual[-1] if usual else conflict.usual.get(str(entry.data["office"]), "")


def is_home(mention: Mention, conflict: Conflict) -> bool:
    """Tell whether a name is a state's, none of its bodies or people."""
    party = conflict.parties.get(mention.party)
    return (
        mention.kind in ("state", "demonym", "capital")
        and party is not None
        and bool(party.countries)
        and any(is_group_of(foe, conflict) for foe in conflict.adversaries(party.name))
    )


def is_group_of(name: str, conflict: Conflict) -> bool:
    """Tell whether a party is an armed group and no state."""
    return name in conflict.groups and not conflict.is_state(name)


def is_title(inside: Sequence[Mention], part: Piece) -> bool:
    """Tell whether a state's name only begins that of some organisation: "Norland Doctors Network"."""
    first = inside[0]
    after = [word for word in part.words if word.i >= first.end]
    return (
        len(inside) == 1
        and first.kind in ("state", "capital")
        and bool(after)
        and all(word.pos_ == "PROPN" and word.text[0].isupper() and not role(word) for word in after)
    )


def decisive(inside: Sequence[Mention], doc: Doc, conflict: Conflict) -> Mention:
    """Return the one of the mentions in a piece that decides.

    A title says whose it is ("Norland's foreign minister Ann Hill"), for others may bear a person's name.
    Else a name by itself stands above an owner ("Norland's Rail Company"), an adjective above an owner
    ("Norland's Sudlandic wing"), an owner above a noun before a noun ("Norland's Sudland envoy").
    """
    titles = titles_of(inside, doc)
    if titles and len(titles) < len(inside):
        return decisive(titles, doc, conflict)
    names = [m for m in inside if m.kind in NAMING and not is_posting(m, inside, doc)]
    if names:
        return next((m for m in reversed(names) if m.party), inside[0] if inside[0].party else names[-1])
    free = [m for m in inside if not before_hyphen(m, doc)]
    owners = [m for m in free if m.end < len(doc) and doc[m.end].tag_ == "POS"]
    if owners:
        return next(
            (m for m in reversed(free) if m.start > owners[-1].start and m.kind == "demonym"), owners[-1]
        )
    surest = [m for m in free if m.kind != "generic"] or free or list(inside)
    if surest[0].kind == "generic":  # "Norland-backed rebels", where the usual rebels are on the other side
        backers = [m for m in inside if m not in free and are_foes(m, surest[0], conflict)]
        return (backers or surest)[0]
    return surest[0]


def titles_of(inside: Sequence[Mention], doc: Doc) -> list[Mention]:
    """Return the mentions that stand, with an office, before the person that a piece ends with."""
    person = inside[-1]
    if person.kind != "person":
        return []
    before = [m for m in inside[:-1] if m.kind not in ("person", "generic") and not before_hyphen(m, doc)]
    return [
        m
        for m in before
        if sort_of(doc[m.end : person.start]) == "office"
        and (m.kind in (*NAMING, "demonym") or doc[m.end].tag_ == "POS")
        and not is_posting(m, inside, doc)
    ]


def are_foes(one: Mention, other: Mention, conflict: Conflict) -> bool:
    """Tell whether two mentions name parties of two sides."""
    sides = {conflict.side_of(m.party) for m in (one, other) if m.party}
    return None not in sides and len(sides) == 2


def is_posting(mention: Mention, inside: Sequence[Mention], doc: Doc) -> bool:
    """Tell whether a body is where somebody's envoy sits: "Norland's UN ambassador"."""
    return mention.start > inside[0].start and mention.end < len(doc) and has([doc[mention.end]], "abroad")


def party_of_place(part: Piece, places: Sequence[PlaceMention], conflict: Conflict) -> str | None:
    """Return the party whose officials those of a place are; in a seized one, of the side that took it."""
    if not part.office or has(part.heading, "unofficial"):
        return None
    start, end = part.words[0].i, part.words[-1].i + 1
    for place in places:
        if start <= place.start and place.end <= end and place.region:
            party = conflict.party_of_region(place.region)
            if party and (has(part.heading, "seizer") or any(role(word) == "seized" for word in part.words)):
                return next(iter(conflict.adversaries(party)), party)
            return party
    return None


def is_meant(mention: Mention, part: Piece) -> bool:
    """Tell whether a name that is a place as well means those who sit there.

    A seat does if it is all there is to a piece ("Hilltown said", "officials in Hilltown"), a polity along
    with an office too.
    """
    whole = part.kind == "core" or (part.kind == "within" and part.office)
    alone = whole and mention.end - mention.start == len(part.words)
    official = part.office or sort_of(part.words) == "office"
    return mention.kind not in ("seat", "polity") or alone or (mention.kind == "polity" and official)


def before_hyphen(mention: Mention, doc: Doc) -> bool:
    """Tell whether a hyphen follows a name: "Norland-backed"."""
    return (
        mention.end < len(doc) and doc[mention.end].text in HYPHENS and not doc[mention.end - 1].whitespace_
    )


def backs(mention: Mention, doc: Doc, conflict: Conflict) -> bool:
    """Tell whether a party that is no side itself backs those spoken of: "the Norland-backed group"."""
    if not before_hyphen(mention, doc) or mention.end + 1 >= len(doc):
        return False
    return is_backer(doc[mention.end + 1]) and mention.party not in conflict.sides


def is_backer(word: Token) -> bool:
    """Tell whether a word after a hyphen tells who backs somebody: "Norland-backed"."""
    entry = office_at(word)
    return entry is not None and bool(entry.data.get("backer"))


def is_set_apart(mention: Mention, part: Piece) -> bool:
    """Tell whether a hyphen makes a name somebody else's: "anti-Norlandic", "Norlandic-speaking".

    Those who govern a "Norlandic-occupied" place are that side's.
    """
    doc = part.words[0].doc
    if before_hyphen(mention, doc) and mention.end + 1 < len(doc):
        after = role(doc[mention.end + 1])
        if after not in SERVING and not (after == "seized" and part.kind in ("owner", "within")):
            return True
        if mention.kind == "body" and is_backer(doc[mention.end + 1]):
            return True  # a "UN-backed" commission is no voice of the UN
    start = mention.start
    if start > 1 and doc[start - 1].text in HYPHENS and not doc[start - 1].whitespace_:
        return role(doc[start - 2]) != "friend"
    return False


def is_shared_ground(mention: Mention, conflict: Conflict) -> bool:
    """Tell whether a state is one from whose ground another party fights: fire "from Norland" is nobody's."""
    party = conflict.parties.get(mention.party)
    return mention.kind in ("state", "capital") and any(
        other.side == party.side and other.name != party.name
        for other in (conflict.parties[name] for name in conflict.own)
        if party is not None and party.side is not None
    )
