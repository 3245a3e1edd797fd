"""Sets the sentence boundaries that the layout of a text gives, before the parser looks for the others.

A new paragraph, a list item, a heading and the text after a dateline begin a sentence; the next line of a
hard-wrapped paragraph does not. The parser keeps what is set here, and no phrase is parsed across it.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc, Token

from pipeline.conflict_files import read_countries, read_toml, strings_of
from pipeline.party_files import FOLDER, WORLD

NAME = "layout_boundaries"
LEXICON = Path(__file__).parent / "lexicon" / "en"
ENDS = ".!?:;…\"”»')]"
BRACKETS = ")]"
BULLET = re.compile(r"[-–—•*·‣▪◦]+[ \t]+")
# "HILLTOWN, March 19 -", "LOWTOWN/HILLTOWN, 28 March (Agency) –", "HILLTOWN, July 3. /Agency/."
DATELINE = re.compile(
    r"""(?=.{0,30}(?:[A-Z]{3,}|\([A-Z]|[A-Z][a-z]{2,8}\.?[ ]\d|\d[ ][A-Z]))   # capitals, an agency or a date
        [A-Z][\w.’'/]*(?:[ ,]+(?:of[ ])?(?:[A-Z(\d/][\w.’'/)]*)){0,8}[ ,.]*
        (?:[ ][-–—]+[ ]|/[A-Z][\w -]*/\.?[ ])""",
    re.VERBOSE,
)
# "UPPER HILLTOWN, May 12 (Agency) The army", with no dash
BRACKETED = re.compile(r"""[A-Z][\w.’'/ ,-]{2,40}?\d[^()\d]{0,12}\([A-Z][\w -]*\)[ ]+(?=["“]?[A-Z])""")
# "HILLTOWN, November 7. Jets flew": capitals, a day and a full stop
DATED = re.compile(
    r"""[A-Z][A-Z.’' /-]+,[ ](?:[A-Z][a-z]{2,8}\.?[ ]\d{1,2}|\d{1,2}[ ][A-Z][a-z]{2,8})(?:,?[ ]\d{4})?
        \.[ ]+(?=["“]?[A-Z])""",
    re.VERBOSE,
)
# "LOWTOWN Air strikes", "UPTON/LOWTOWN The army": capitals alone, a place of writing if known as one.
CAPITALS = re.compile(r"""([A-Z][A-Z.]+(?:[ /-][A-Z.]+){0,4})[ ]+(?=["“]?(?:[A-Z][a-z]|A[ ]))""")
BEFORE_COLON = re.compile(r"""([A-Z][A-Z.'/ -]{2,30}):[ ]+(?=["“]?[A-Z])""")  # "HILLTOWN: The army said"
TIME = re.compile(r"\d{1,2}[:.]\d\d(?:[ ][A-Z]{2,4})?:?[ \t]+(?=[A-Z])")
OPENING = 20  # tokens within which the brackets of a text are those of a dateline
LONGEST = 250  # tokens; what runs on for longer is no sentence, and is cut so that no step takes for ever


def boundaries(text: str) -> Iterator[int]:
    """Yield the character offsets at which a sentence begins by the layout of the text."""
    start = 0
    for blank, group in groupby(text.splitlines(keepends=True), key=str.isspace):
        lines = list(group)
        if not blank:
            yield from beginnings(lines, start)
        start += sum(map(len, lines))


def beginnings(lines: Sequence[str], start: int) -> Iterator[int]:
    """Yield where sentences begin in the lines of a paragraph that begins at a character of the text."""
    width = max(len(line.strip()) for line in lines)
    previous = ""
    for line in lines:
        bare = line.strip()
        offset = start + (len(line) - len(line.lstrip()))
        start += len(line)
        if not previous or previous[-1] in ENDS or begins_anew(previous, bare, width):
            yield offset
            yield from (offset + at for at in after_label(bare))
        previous = bare


def begins_anew(previous: str, line: str, width: int) -> bool:
    """Tell whether a line does not continue the one before: it is a list item or the text under a heading.

    `width` is that of the longest line: one that is wrapped has no room left for the word that follows it.
    """
    if BULLET.match(line):
        return True
    wrapped = len(previous) + 1 + len(line.split(maxsplit=1)[0]) > width
    return not line[0].islower() and not wrapped


def after_label(line: str) -> Iterator[int]:
    """Yield where the text of a line begins after a bullet, a dateline or the time of day."""
    for label in (BULLET, DATELINE, BRACKETED, DATED, TIME):
        found = label.match(line)
        if found:
            yield found.end()
    found = CAPITALS.match(line) or BEFORE_COLON.match(line)
    if found and all(name in places_of_writing() for name in found[1].split("/")):
        yield found.end()


@cache
def places_of_writing() -> frozenset[str]:
    """Return the cities that reports are dated from, in capitals: those of governments, and a few more."""
    capitals = {name for row in read_countries(FOLDER / WORLD) for name in row["capital"].split("|")}
    more = strings_of(read_toml(FOLDER / WORLD / "conflict.toml"), "datelines", WORLD)
    return frozenset(name.upper() for name in {*capitals, *more} if name)


def entries(name: str) -> Sequence[Mapping[str, Any]]:
    """Return the entries of a lexicon as they are written: the lexicons themselves are read with the model,
    which needs these boundaries."""
    found: Sequence[Mapping[str, Any]] = tomllib.loads((LEXICON / f"{name}.toml").read_text("utf-8"))["entry"]
    return found


@cache
def titles() -> frozenset[str]:
    """Return the titles that are written with a full stop, which ends no sentence: "Col.", "Maj.-Gen."."""
    words = (word for entry in entries("offices") if entry["role"] == "title" for word in entry["words"])
    return frozenset(word for word in words if word.endswith("."))


@cache
def time_words(code: str) -> frozenset[str]:
    """Return the words of the lexicon of time with a code."""
    return frozenset(word for entry in entries("time") if entry["code"] == code for word in entry["words"])


@cache
def sites() -> frozenset[tuple[str, str]]:
    """Return the sites named by a letter, whose full stop is taken for that of an initial, each after the
    word that says that something was posted there."""
    found = (entry for entry in entries("reporting") if entry["id"] == "site of a letter")
    return frozenset((entry["after"], site) for entry in found for site in entry["words"])


def ends_with_site(token: Token) -> bool:
    """Tell whether a sentence ends with the site where something was posted: "the mayor wrote on X." """
    end = token.i + 1
    posted = token.i > 0 and (token.nbor(-1).lower_, token.text) in sites()
    return posted and end < len(token.doc) and not token.doc[end].is_lower


def is_in_zone(token: Token) -> bool:
    """Tell whether a time of day goes on with its zone, so that its full stop ends nothing: "9 p.m. Hilltown
    time"."""
    after = token.doc[token.i + 1 : token.i + 3]
    return token.lower_ in time_words("m") and any(word.text in time_words("z") for word in after)


@Language.component(NAME)
def layout_boundaries(doc: Doc) -> Doc:
    """Mark the tokens that begin a sentence by the layout, and those that can begin none, since no mark that
    ends a sentence stands before them. The others are left to the parser."""
    starts = set(boundaries(doc.text))
    ended, site = True, False
    marks: list[int] = []
    last = 0
    for token in doc:
        if token.idx in starts or token.i - last >= LONGEST or site:
            marks.append(1)
            last = token.i
        else:
            marks.append(-1 if token.is_space or not ended else 0)
            last = token.i if ended else last
        site = ends_with_site(token)
        if not token.is_space:
            last_mark = token.text[-1]
            # What a bracket ends is a sentence only if it stands in the bracket: "the centre (JC) said"; but
            # a text may begin with its place, agency and date in brackets.
            ended = (
                last_mark in ENDS
                and token.text not in titles()
                and not is_in_zone(token)
                and (last_mark not in BRACKETS or ended or token.i < OPENING)
            )
    # All at once: setting the marks token by token, spaCy looks through the whole text for each.
    column: Any = numpy.array(marks).astype(numpy.uint64)
    return doc.from_array([SENT_START], column) if marks else doc
