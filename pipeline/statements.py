"""Whose statement an act stands in: the voices around it, the innermost first, and what they make of it.

A voice that passes on another's words claims nothing itself: in "the minister said the army had reported
a raid" the army speaks. A voice that denies what another alleged does speak: "dismissed Norland's report of
a raid" is both.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from pipeline.antecedents import resolve
from pipeline.attribution import Said
from pipeline.attribution.verbs import impersonal
from pipeline.grammar.arguments import patients
from pipeline.grammar.features import is_plural
from pipeline.lexicon import read_lexicon
from pipeline.offices import role
from pipeline.reading import Reading
from pipeline.records import Stance
from pipeline.source_wording import is_definite
from pipeline.speakers import Memory, Speaker
from pipeline.two_sides import main_sides

ASSERTING = frozenset(
    {
        "says",
        "speaks",
        "records",
        "finds",
        "cites",
        "accuses",
        "admits",
        "confirms",
        "calls",
        "shows",
        "judges",
        "spreads",
    }
)
DENYING = frozenset({"denies"})
SILENT = frozenset({"wants", "promises", "asks"})  # what stands in these is not said to have happened
NAMING = frozenset({"calls", "speaks"})  # "considers the raid a crime", "spoke only of a raid"
SPEECH = frozenset({"says", "records", "accuses", "admits", "denies", "confirms", "finds", "warns"})


@dataclass(frozen=True)
class Voice:
    """A statement with those who make it."""

    said: Said
    speakers: tuple[Speaker, ...]
    indices: frozenset[int]

    @property
    def denies(self) -> bool:
        return self.said.kind in DENYING

    @property
    def asserts(self) -> bool:
        return self.said.kind in ASSERTING


def voices(found: Sequence[Said], memory: Memory) -> list[Voice]:
    """Return the statements of a document with their speakers, resolved in text order."""
    reading = memory.reading
    kept = [s for s in found if not (s.negated or is_deed(s, reading) or is_weapon(s.source, reading))]
    kept = [s for s in kept if not defends_other(s, reading)]
    kept = [replace(s, kind="wants") if is_intended(s, reading) else s for s in kept]
    contents = [frozenset(i for part in said.content for i in range(part.start, part.end)) for said in kept]
    result = []
    for said, indices in sorted(zip(kept, contents, strict=True), key=lambda pair: pair[0].cue.start):
        speakers = speakers_of(said, memory, indices)
        if is_mutual(said, memory.reading):
            speakers = [*speakers, *memory.others_named(said.source, speakers)]
            if len(speakers) == 1 and said.source is not None:
                speakers = rivals(said, memory, said.source) or speakers
        within = any(
            said.cue.start in other and outer.cue.start not in indices and not is_pronoun(outer.source)
            for outer, other in zip(kept, contents, strict=True)
        )
        if within and said.source is not None and is_thing(memory, said.source):
            speakers = []  # "the minister said the report proved": he says it
        result.append(Voice(said, tuple(speakers), indices))
        if not within:
            memory.keep(speakers)
        else:
            memory.quoted += [one for one in speakers if one.person and said.source is one.words]
    return [in_first_person(voice, result) for voice in result]


def in_first_person(voice: Voice, others: Sequence[Voice]) -> Voice:
    """Return a statement within another by "we" or "I", or as it seems by the speaker's own troops ("said its
    troops were ready and blamed Norland"), with those as its speakers who make the other."""
    source = voice.said.source
    if source is None:
        return voice
    owned = any(child.dep_ == "poss" and child.pos_ == "PRON" for child in source.root.lefts)
    forces = owned and role(source.root) == "armed"
    if not forces and source.root.morph.get("Person", []) != ["1"]:
        return voice
    around_it = [o for o in others if voice.said.cue.start in o.indices and o is not voice and o.said.source]
    known = [outer for outer in around_it if outer.speakers]
    outer = min(known or around_it, key=lambda one: len(one.indices), default=voice)
    return replace(voice, speakers=outer.speakers)


def is_mutual(said: Said, reading: Reading) -> bool:
    """Tell whether speakers charge each other."""
    if said.accused is None or said.kind != "accuses":
        return said.mutual
    inside = set(range(said.accused.start, said.accused.end))
    return any(entry.data["class"] == "other" for entry, _ in reading.within("voices", inside))


def is_weapon(source: Span | None, reading: Reading) -> bool:
    """Tell whether a source is a weapon, which says nothing: the parser took another word for a verb."""
    return source is not None and bool(reading.classes("weapons", source.root) & {"missile", "arm"})


def is_deed(said: Said, reading: Reading) -> bool:
    """Tell whether a cue names a deed and no word: "units have committed breaches", "went on shelling"."""
    root = said.cue.root
    if said.kind not in SPEECH:
        doing = root.i + 1 < len(root.doc) and root.nbor().tag_ == "VBG"  # "considers attacking"
        spoken = {"avert", "sound"} if said.kind in NAMING and not doing else set()
        return bool(reading.classes("acts", root) - spoken)
    if "keep" in reading.classes("acts", root) and any(is_truce(reading, noun) for noun in patients(root)):
        return True  # "observed the truce"
    if said.source is not None and "attack" in reading.classes("acts", said.source.root):
        return True  # "the shelling went on"
    if said.source is not None and "attack" in reading.classes("acts", root) and are_men(said.source.root):
        return True  # "its men shot back"
    if said.source is not None and "start" in reading.classes("acts", root):
        truce = is_truce(reading, said.source.root)  # "when the truce began"
        if truce or any(child.tag_ == "TO" for child in root.lefts):
            return True
    after = said.cue.end
    goes_on = after < len(root.doc) and root.doc[after].tag_ in {"VBG", "TO"}
    return goes_on and "start" in reading.classes("acts", root)


def are_men(noun: Token) -> bool:
    """Tell whether a noun means several who fight, and none who speak for others: "its men"."""
    return noun.pos_ == "NOUN" and is_plural(noun) and role(noun) in ("", "armed")


def has_trait(said: Said, trait: str) -> bool:
    """Tell whether the lexicon's entry by which a statement was found has a trait; a label has none."""
    entry = read_lexicon("reporting").entries.get(said.rule)
    return entry is not None and bool(entry.data.get(trait))


def defends_other(said: Said, reading: Reading) -> bool:
    """Tell whether what is defended is no attack of the speaker's own by its words: "defended the town"."""
    if not has_trait(said, "own_deed"):
        return False
    raids = (noun for noun in patients(said.cue.root) if "attack" in reading.classes("acts", noun))
    return not any("own" in reading.classes("voices", child) for noun in raids for child in noun.lefts)


def is_intended(said: Said, reading: Reading) -> bool:
    """Tell whether a charge is only meant to be made ("the raid was meant to accuse the other side"), or an
    answer only refused, sought or asked for: "declined to admit", "should admit", "demanded that it deny"."""
    cue, above = said.cue.root, said.cue.root.head
    if said.kind == "accuses":
        aimed = cue.tag_ == "VB" and any(child.tag_ == "TO" for child in cue.lefts)
        if aimed and "attack" in reading.classes("acts", above):
            return True  # "shelled it to blame the other side"
        return cue.dep_ == "xcomp" and bool(reading.classes("acts", above) & {"avert", "meant"})
    if said.kind not in ("admits", "confirms", "denies"):
        return False
    beside = (above, *above.children, *cue.lefts)
    failed = cue.tag_ == "VB" and any("fail" in reading.classes("negation", word) for word in beside)
    governed = cue.dep_ == "ccomp" and above.i < cue.i  # "rejected the claim; its chief went to the base"
    if failed or (governed and "avert" in reading.classes("acts", above)):
        return True
    if any(child.tag_ == "TO" for child in cue.lefts):
        done = reading.classes("acts", above) & {"start"} or "does" in reading.classes("negation", above)
        return cue.dep_ in {"xcomp", "acl", "ccomp"} and not done
    modal = any(child.tag_ == "MD" for child in cue.lefts) and not has_trait(said, "resolved")
    mine = said.source is not None and said.source.root.morph.get("Person", []) == ["1"]
    return modal and said.kind != "confirms" and not mine


def is_truce(reading: Reading, noun: Token) -> bool:
    """Tell whether a noun names a truce, which one "observes" or "respects"."""
    return any(span.start <= noun.i < span.end for _, span in reading.hits["truces"])


def is_thing(memory: Memory, source: Span) -> bool:
    """Tell whether a source is nobody by name or office: "the report", "the footage"."""
    root = source.root
    return root.pos_ == "NOUN" and not role(root) and is_definite(root) and not memory.named(source)


def is_pronoun(source: Span | None) -> bool:
    """Tell whether a source is a pronoun, whose clause hangs on that of another speaker."""
    return source is not None and source.root.pos_ == "PRON"


def speakers_of(said: Said, memory: Memory, content: frozenset[int]) -> list[Speaker]:
    """Return who makes a statement; of a noun like "report" without a source, those named before it."""
    source = said.antecedent if said.antecedent is not None else said.source
    if source is not None:
        found = resolve(memory, source, content) or rivals(said, memory, source)
        return [of_office(memory, said, one) for one in found]
    if said.cue.root.pos_ == "NOUN":
        return memory.named(memory.reading.doc[said.cue.root.left_edge.i : said.cue.root.i + 1])
    if impersonal(said.cue.root) and has_trait(said, "further"):
        return [one for one in memory.past_before(said.cue.start) if not one.person]
    return []


def of_office(memory: Memory, said: Said, speaker: Speaker) -> Speaker:
    """Return a speaker under the name of the office that is his: "Norland, whose envoy, Ann Lee, said"."""
    source = said.source
    if source is None or len(source) < 2 or source[0].tag_ != "WP$":
        return speaker
    return replace(speaker, words=source, person=memory.is_person(source.root))


def rivals(said: Said, memory: Memory, source: Span) -> list[Speaker]:
    """Return the two main sides for those unnamed who blame each other: "rival forces blamed one another"."""
    if said.accused is None or not is_plural(source.root):
        return []
    words = set(range(said.accused.start, said.accused.end))
    if not any(entry.data["class"] == "other" for entry, _ in memory.reading.within("voices", words)):
        return []
    return [Speaker(party, source, False) for party in main_sides(memory.reading)]


def around(head: Token, found: Sequence[Voice]) -> list[Voice]:
    """Return the voices in whose content a word stands, the innermost first."""
    return sorted((voice for voice in found if head.i in voice.indices), key=lambda voice: len(voice.indices))


def who_says(chain: Sequence[Voice], done: bool = False) -> Iterator[tuple[Voice, Stance | None]]:
    """Yield each voice of a chain that makes a claim of its own, with what it does: it alleges or denies.

    Nobody claims what is only wanted, promised or asked: such a voice ends the chain and does nothing (None).
    A warning claims what is `done` already: "warned that shells had hit the dam".
    """
    spoken = False
    for voice in chain:
        if voice.said.kind in SILENT:
            yield voice, None
            return
        if not (voice.asserts or voice.denies or (done and voice.said.kind == "warns")):
            continue
        if voice.denies:
            yield voice, "denies"
            spoken = True
        elif not spoken:
            yield voice, "alleges"
            spoken = bool(voice.speakers)
