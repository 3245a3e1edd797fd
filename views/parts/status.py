"""What became of an allegation: the word between the sides, where the answer stands, who was listened to."""

from collections.abc import Mapping, Sequence
from typing import Any

from views.parts import words

_WORDS = {
    "countered": "answered with a counter-allegation",
    "unanswered": "no answer found",
    "no allegation": "no allegation found",
}
_ANSWERS = {
    "denied": ("denies",),
    "admitted": ("admits",),
    "denied and admitted": ("denies", "admits"),
    "countered": ("counters",),
}


def status(dispute: Mapping[str, Any]) -> tuple[str, str]:
    """The word in the middle, and the small print under it: how near the answer stands, what else is said."""
    word = _WORDS.get(dispute["status"], dispute["status"])
    if dispute["status"] == "unanswered" and any(one["counted"] for one in dispute["silences"]):
        return "each side counts", "two tallies of the same days"
    if dispute["status"] not in _ANSWERS:
        return word, ""
    if dispute["silences"] and dispute["status"] != "countered":  # one of several who are accused is heard
        heard = dict.fromkeys(one["claimant"] for one in dispute["accounts"] if one["stance"] != "alleges")
        word += f" by {words.listed(heard)}"
    tied = answers(dispute)
    untold = "before it was alleged" if told_first(dispute) else "in a claim likely of the same act"
    small = where(tied[0]) if tied else untold
    if dispute["status"] != "countered" and any(link["type"] == "counters" for link in dispute["links"]):
        small += ", and a counter-allegation"
    return word, small


def answers(dispute: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The links by which the claims that a status tells of answer others; none if it rests on no link."""
    types = _ANSWERS.get(dispute["status"], ())
    return [link for link in dispute["links"] if link["type"] in types]


def told_first(dispute: Mapping[str, Any]) -> bool:
    """Whether the act is admitted by what the dispute begins with."""
    return dispute["status"] == "admitted" and dispute["accounts"][0]["stance"] == "admits"


def untied(dispute: Mapping[str, Any]) -> str:
    """Why no link leads from the answer that a status tells of; empty if one does, or if there is none."""
    if dispute["status"] not in _ANSWERS or answers(dispute):
        return ""
    if told_first(dispute):
        return "The act was admitted before it was alleged: an admission like that answers no claim."
    return "The answer is likely of the same act, but which claim it answers is too uncertain for a link."


def where(link: Mapping[str, Any]) -> str:
    """Where the answer stands, seen from what it answers."""
    if link["same_sentence"]:
        return "in the same sentence"
    if link["same_document"]:
        return "in the same article"
    if link["days"] is None:
        return "in another article"
    days = int(link["days"])
    if days == 0:
        return "in another article, the same day"
    return f"in another article, {words.counted(abs(days), 'day')} {'later' if days > 0 else 'earlier'}"


def silence(one: Mapping[str, Any]) -> str:
    """That a party was not heard, and how many documents might have answered; or that it counts too."""
    accused = one["accused"]
    if one["counted"]:
        return f"{accused} gives a count of its own for the same days."
    if one["since"] is None:
        return f"No answer by {accused} found. The report has no date, so that no days could be searched."
    days = words.period(one["since"], one["until"])
    if one["documents"] == 0:
        return f"No answer found: no document from or about {accused} of {days} was read."
    read = f"No answer found in {words.counted(one['documents'], 'document')} from or about {accused}, {days}"
    return f"{read}." if one["own"] else f"{read}; none is from a source of its own."


def missing(own: Mapping[str, int], sides: Sequence[str], days: str = "") -> str:
    """A warning where sides have no own sources in the days ("since 3 May"); empty if none is missing."""
    silent = [side for side in sides if not own.get(side)]
    if not silent:
        return ""
    none = f"No document from a source of {'’s or '.join(silent)}’s own was read{f' {days}' if days else ''}"
    if len(silent) == len(sides):
        return f"{none}."
    heard = [f"{words.counted(own[side], 'document')} from {side}’s" for side in sides if own.get(side)]
    return f"{none} ({words.listed(heard)}): what looks like silence may be a gap in what was read."
