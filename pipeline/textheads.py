"""Reads the lines at the head of a text file that say what it is: its day, title, publisher, address."""

import re

from rapidfuzz import fuzz, process

from pipeline.documents import read_day
from pipeline.fields import NotReadable, shown

# what a line begins with → the key of a JSON line
KEYS = {
    "date": "published",
    "title": "title",
    "publisher": "publisher",
    "url": "url",
    "conflict": "conflict",
    "kind": "kind",
    "published": "published",
    "headline": "title",
    "source": "publisher",
}
KEY_LINE = re.compile(rf"({'|'.join(KEYS)}):\s*(\S.*)", re.IGNORECASE)
DATE_LINE = re.compile(
    r"(?:(?:date|published):\s*|date\s+)(\d{4}-\d{2}-\d{2})(?:T\S*)?(?:\s+(.*))?", re.IGNORECASE
)
MEANT_AS_DATE = re.compile(
    r"(?:date|published):|date\W+(?:\w+\W+){1,2}\d{1,2}\W{1,2}\d{4}\b|date\W*\d", re.IGNORECASE
)
LIKE_KEY_LINE = re.compile(r"\w[\w -]{0,30}:")
NEARLY = 80  # of 100, by rapidfuzz's ratio; a letter more, less or other in a key


def read_head(text: str) -> dict[str, str]:
    """Return what the first lines of a clean text say of it, by the keys of a JSON line; the rest is `text`.

    Raises NotReadable if a line among them, or with a key nearly right below them, is none, or a day is none.
    """
    fields: dict[str, str] = {}
    amiss: dict[int, str] = {}
    doubtful: list[int] = []  # such a line ends no head: with another below it is amiss, else text
    lines = text.split("\n")
    end = 0
    for number, line in enumerate(lines, 1):
        found = said_by(line)
        if found and not found.keys() & fields.keys():
            fields |= found
            end = number
        elif "published" not in fields and MEANT_AS_DATE.match(line):
            amiss[number] = "gives no date like 2025-03-27"
            end = number
        elif LIKE_KEY_LINE.match(line):
            doubtful.append(number)
        else:
            break
    for number in doubtful:
        if number < end or (end and misspells(lines[number - 1])):
            amiss[number] = (
                f"gives none of {', '.join(KEYS)}, or one given above; text begins below an empty line"
            )
    if amiss:
        told = "; ".join(f"its line {at}, {shown(lines[at - 1])}, {amiss[at]}" for at in sorted(amiss))
        raise NotReadable(f"{told[0].upper()}{told[1:]}: correct it or take it out.")
    return fields | {"text": "\n".join(lines[end:])}


def said_by(line: str) -> dict[str, str]:
    """Return the keys and values of a line of the head, none if it is none."""
    if dated := DATE_LINE.fullmatch(line):
        said = {"published": dated[1], "title": dated[2]}
        return {key: value for key, value in said.items() if value} if read_day(dated[1]) else {}
    named = KEY_LINE.fullmatch(line)
    return {KEYS[named[1].lower()]: named[2]} if named and not MEANT_AS_DATE.match(line) else {}


def misspells(line: str) -> bool:
    """Return whether a line begins with what is nearly one of the keys: "publsher: East Wire"."""
    word = line.partition(":")[0].strip().lower()
    found = process.extractOne(word, KEYS.keys(), scorer=fuzz.ratio, score_cutoff=NEARLY)
    return found is not None and found[0] != word
