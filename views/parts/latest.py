"""The newest dispute in one sentence: who alleges what against whom, and what the other side says."""

from collections.abc import Iterable

from db.filter import ClaimFilter
from db.tables import is_against, parties
from views.parts import markup, words
from views.parts.address import address_of
from views.parts.disputes import Account, Dispute


def latest(row: Dispute) -> str:
    """HTML of the sentence, with the link to the whole dispute."""
    address = address_of(ClaimFilter(conflict=row["conflict"]), "dispute", claim=row["id"])
    day = f", {words.day(row['day'])}" if row["day"] else ""
    link = markup.inner_link(address, "Read it", "the newest dispute")
    return f'<p class="cc latest"><b>Latest{day}:</b> {markup.text(sentence(row))} {link}</p>'


def sentence(row: Dispute) -> str:
    """`Norland alleges: energy strike by Sudland, Hills. Sudland denies.`"""
    leads = (one["claims"][0]["accused"] for one in row["accounts"])
    accused = next((accused for accused in leads if accused), None)
    allege = _said([one for one in row["accounts"] if is_against(one, accused)], "alleges")
    answers = [said for stance in ("denies", "admits") if (said := _said(row["accounts"], stance))]
    what = words.CATEGORIES.get(row["category"], row["category"])
    where = f", {words.listed(row['region_names'], 3)}" if row["region_names"] else ""
    act = f"{what}{f' by {accused}' if accused else ''}{where}"
    if not allege:
        return f"{words.listed(answers)}: {act}."
    told = f"{words.listed(answers)}." if answers else _ANSWER.get(row["status"], "")
    if row["status"] == "unanswered" and any(one["counted"] for one in row["silences"]):
        told = "The accused gives a count of its own."
    return f"{allege}: {act}. {told}".strip()


_ANSWER = {
    "unanswered": "No answer found.",
    "countered": "The accused answers with an allegation of its own.",
    "nobody accused": "Nobody is named as the one who did it.",
}


def _said(accounts: Iterable[Account], stance: str) -> str:
    """`Norland denies`, `Norland and Sudland deny`; empty if nobody does."""
    names = parties(accounts, stance)
    verb = stance if len(names) == 1 else words.OF_SEVERAL[stance]
    return f"{words.listed(names, 3)} {verb}" if names else ""
