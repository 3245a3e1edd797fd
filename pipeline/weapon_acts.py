"""Acts told by a weapon and whose it was: "the rockets were Norlandic", "died under their bombs"."""

from collections.abc import Collection, Iterator

from spacy.tokens import Span, Token

from pipeline.acts import Act
from pipeline.agent_places import owners, owners_told
from pipeline.agents import agent_of
from pipeline.grammar.arguments import patients
from pipeline.grammar.features import is_neuter
from pipeline.grammar.labels import SUBJECTS
from pipeline.grammar.partitives import counted
from pipeline.negation import is_negated
from pipeline.reading import Reading
from pipeline.reality import is_unreal


def weapon_acts(
    reading: Reading, sentence: Span, cues: Collection[int] = (), telling: Collection[int] = ()
) -> Iterator[Act]:
    """Yield as acts the weapons of a sentence of which it says whose they were, in text order.

    `cues` are the words of the document that charge, `telling` those that say or charge.
    """
    words = range(sentence.start, sentence.end)
    for index in sorted(reading.words["weapons"].keys() & set(words) - reading.words["acts"].keys()):
        noun = sentence.doc[index]
        if reading.classes("weapons", noun) & {"missile", "arm"} and (
            is_act(reading, noun) or is_told_of(reading, noun, telling) or is_blamed(reading, noun, cues)
        ):
            yield Act(
                noun, "attack", is_negated(reading, noun), is_unreal(reading, noun, cues), True, "weapon"
            )


def is_act(reading: Reading, noun: Token) -> bool:
    """Tell whether a weapon is told of as what was fired, and whose it was."""
    if noun.dep_ == "pobj" and is_counted(reading, noun):
        return True
    if noun.dep_ == "pobj":
        return is_suffered(reading, noun) and any(agent_of(reading, word) for word in owners(noun))
    if "missile" not in reading.classes("weapons", noun):
        return False
    if noun.dep_ == "nsubj":
        return is_fought_over(reading, owners_told(reading, noun))
    if noun.dep_ != "attr" or not (is_told_by_clause(noun) or is_it(noun)):
        return False
    agent = agent_of(reading, noun)
    return agent is not None and (agent.role == "enemy" or is_fought_over(reading, [noun]))


def is_counted(reading: Reading, weapon: Token) -> bool:
    """Tell whether it is said how many weapons came: "put the number of drones at 90"."""
    number = weapon.head.head
    if "missile" not in reading.classes("weapons", weapon) or "number" not in reading.classes("acts", number):
        return False
    verb = number.head
    given = any(word.pos_ == "NUM" for word in verb.doc[weapon.i : verb.right_edge.i + 1])
    downed = any("intercept" in reading.classes("acts", word) for word in verb.sent)
    alone = not any(child.dep_ in {"acl", "relcl", "prep"} for child in weapon.rights)
    return number.dep_ in {"dobj", "nsubj"} and given and alone and not downed


def is_fought_over(reading: Reading, named: list[Token]) -> bool:
    """Tell whether those named are of a party that fights: "drones were Westlandic" tells who made them."""
    parties = [party for token in named if (party := reading.party(counted(token)))]
    sides = set(reading.conflict.sides)
    return any(party in sides or sides.intersection(reading.adversaries(party)) for party in parties)


def is_told_by_clause(noun: Token) -> bool:
    """Tell whether a clause tells what a weapon did: "what came down was a Norlandic shell"."""
    return any(
        child.dep_ in SUBJECTS | {"csubj"}
        and child.pos_ == "VERB"
        and any(w.tag_ == "WP" for w in child.lefts)
        for child in noun.head.lefts
    )


def is_it(noun: Token) -> bool:
    """Tell whether a noun is said of "it", what was told of before: "it was Norlandic drones"."""
    subjects = (child for child in noun.head.lefts if child.dep_ == "nsubj")
    return any(child.pos_ == "PRON" and is_neuter(child) for child in subjects)


def is_told_of(reading: Reading, noun: Token, telling: Collection[int]) -> bool:
    """Tell whether somebody speaks of a weapon of a side that fights where it came down: "spoke of Norlandic
    shells on the roof", "the story of a Sudland drone at a school"."""
    if (
        noun.dep_ != "pobj"
        or noun.head.head.i not in telling
        or not reading.classes("prepositions", noun.head)
    ):
        return False
    return came_down(reading, noun) and is_fought_over(reading, owners(noun))


def is_blamed(reading: Reading, noun: Token, charging: Collection[int]) -> bool:
    """Tell whether one who fights is blamed for a weapon where it came down: "blamed Norland for shells on a
    school"."""
    verb = noun.head.head
    whom = patients(verb) if noun.dep_ == "pobj" and verb.i in charging else []
    return came_down(reading, noun) and is_fought_over(reading, whom)


def came_down(reading: Reading, noun: Token) -> bool:
    """Tell whether a weapon that flies is told of where it came down, or by itself."""
    after = noun.doc[min(noun.i + 1, noun.sent.end - 1)]
    came = reading.is_aim(after) or "cause" in reading.classes("prepositions", after)
    came = (came and after.dep_ == "prep") or (after.is_punct and noun.right_edge == noun)
    return came and "missile" in reading.classes("weapons", noun)


def is_suffered(reading: Reading, noun: Token) -> bool:
    """Tell whether somebody came to harm by a weapon: "died under their bombs", "lost a leg to a mine"."""
    preposition, verb = noun.head, noun.head.head
    if "suffered" in reading.classes("prepositions", preposition):
        return verb.pos_ == "VERB" and verb.tag_ != "VB"
    return "lose" in reading.classes("acts", verb) and preposition.lower_ in {
        word for entry in reading.entries("acts", verb) for word in entry.data.get("to", ())
    }
