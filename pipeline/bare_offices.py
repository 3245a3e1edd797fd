"""Whose an office is that nobody named in full before: "the rebels", "a military official", "the government".

It is told by the title of the text, by the conflict's data, else by who fights in the text: a group that is
no state, and the state that it fights.
"""

from collections.abc import Mapping

from spacy.tokens import Span, Token

from pipeline.conflict import Conflict
from pipeline.grammar.constituents import noun_phrase, prepositional_objects
from pipeline.offices import has, office_at, office_of, role, stands_for
from pipeline.reading import Reading, Title

CLEARLY = 2  # times as often as the next a state must be named to be the one that a group fights


def bare_party(source: Span, reading: Reading, title: Title | None = None) -> str | None:
    """Return the party that a bare office speaks for, a last resort; None if the text leaves it open."""
    conflict, sort = reading.conflict, whose(source)
    if is_unknown_group(source):
        return None
    home = written_at_home(source, reading)
    usual = usual_party(source, conflict)
    party = (title and party_in_title(source, title.reading)) or (usual and (home or usual))
    if party is None and sort == "state":
        party = passed_on(source, reading)
    return party or party_at_war(reading, sort) or (home if conflict.usual else None)


def party_at_war(reading: Reading, sort: str | None) -> str | None:
    """Return the "group" or the "state" at war in a text."""
    if sort == "group":
        return main_group(reading)
    return home_state(reading) if sort == "state" else None


def whose(source: Span) -> str | None:
    """Return whether an office is a "state"'s or a "group"'s, None if it may be anybody's.

    An apposition does not tell ("Ann Lee, of a group of monitors"), nor does "a group", which may be any.
    """
    root = source.root
    words = source if role(root) else [token for token in source if token.i <= root.i]
    found = [
        (token, entry.data["whose"])
        for token in (root, *words)
        if (entry := office_at(token)) and "whose" in entry.data
    ]
    return next((sort for token, sort in found if sort != "group" or not is_any(token)), None)


def is_unknown_group(source: Span) -> bool:
    """Tell whether a source is a group that may be any: "a group of men", "a group calling itself"."""
    entry, root = office_at(source.root), source.root
    return (
        entry is not None
        and entry.data.get("whose") == "group"
        and root.morph.get("Number", []) == ["Sing"]
        and is_any(root)
    )


def is_any(noun: Token) -> bool:
    """Tell whether a noun has an indefinite article."""
    return any(child.morph.get("Definite", []) == ["Ind"] for child in noun.children)


def passed_on(source: Span, reading: Reading) -> str | None:
    """Return the state whose media pass an office's words on: "Norland's state agency quoted the army"."""
    for token in source.sent:
        entry = office_at(token)
        party = reading.party(token) if entry and entry.data.get("passes") else None
        if party and reading.conflict.is_state(party):
            return party
    return None


def party_in_title(source: Span, title: Reading) -> str | None:
    """Return the party whose office of the same sort stands in the title: "Norland's army says …", not "Army:
    raid by Norland repelled"."""
    for token in title.doc:
        if role(token) == "office" and stands_for(source, words := noun_phrase(token)):
            colon = next((word.i for word in words if word.i > token.i and word.text == ":"), words.end)
            party = title.party_of(title.doc[words.start : colon])
            if party:
                return party
    return None


def written_at_home(source: Span, reading: Reading) -> str | None:
    """Return the side from whose capital the report is dated: there its ministries are bare."""
    if whose(source) != "state":
        return None
    datelines = {place.start for place in reading.places if place.use == "dateline"}
    capitals = (m.party for m in reading.mentions if m.kind == "capital" and m.start in datelines)
    return next((party for party in capitals if party in reading.conflict.sides), None)


def usual_party(span: Span, conflict: Conflict) -> str | None:
    """Return the party that a bare office mostly means in a conflict ("the General Staff"), or one who serves
    there ("an officer of the General Staff")."""
    root = span.root
    serves = has([root], "person") and is_any(root)  # "the officer of the staff" was told of before
    served = {noun.i for prep, noun in prepositional_objects(root) if prep.head == root and serves}
    entries = (office_at(token) for token in span if token.i <= root.i or token.i in served)
    offices = (office_of(span), *(str(entry.data.get("office")) for entry in entries if entry))
    return next((conflict.usual[office] for office in offices if office and office in conflict.usual), None)


def main_group(reading: Reading) -> str | None:
    """Return the armed group that a text names most, None if it names none or two as often.

    In a conflict of sides it is one after which a side is named; the only one need not be named in the text.
    """
    conflict, counts = reading.conflict, reading.named
    groups = [name for name in counts if is_group(name, conflict) and conflict.adversaries(name)]
    if conflict.sides:
        groups = [side for side in conflict.sides if is_group(side, conflict)]
    return clearly_first(sorted(groups, key=lambda name: -counts[name]), counts, 1)


def home_state(reading: Reading) -> str | None:
    """Return the state that the armed group of a text fights at home; else the only state that is named.

    None if the text tells of no group and of several states: an army may be that of either.
    """
    conflict, counts = reading.conflict, reading.named
    group = main_group(reading)
    if conflict.sides:
        states = [side for side in conflict.sides if not is_group(side, conflict)]
        return states[0] if len(states) == 1 or (group and states) else None
    if group is None:
        states = [name for name in counts if conflict.is_state(name)]
        return states[0] if len(states) == 1 else None
    foes = [foe for foe in conflict.adversaries(group) if counts[foe] and conflict.is_state(foe)]
    most = clearly_first(sorted(foes, key=lambda foe: -counts[foe]), counts, CLEARLY)
    return most or (foes[0] if foes else None)


def clearly_first(names: list[str], counts: Mapping[str, int], times: int) -> str | None:
    """Return the first of names in the order of their counts if it is named more than `times` the second."""
    if len(names) > 1 and counts[names[0]] <= times * counts[names[1]]:
        return None
    return names[0] if names else None


def is_group(party: str, conflict: Conflict) -> bool:
    """Tell whether a party is an armed group and no state."""
    return party in conflict.groups and not conflict.is_state(party)
