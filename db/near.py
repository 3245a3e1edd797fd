"""Finds what somebody may have meant by a value of a filter that the database does not know."""

from rapidfuzz import fuzz, process, utils
from sqlite_utils import Database

LEAST = 80
"""How alike, of 100, what was typed must be to a value or its name for it to be suggested."""

LONGEST = 60
"""Characters of what was typed that are compared."""

# the URL's parameter → its values, each with what else a person may call it
NAMED = {
    "conflict": "SELECT name, title FROM conflicts",
    "region": """SELECT code, name FROM regions WHERE code IN (
                     SELECT value FROM overall_totals
                     WHERE conflict IN (SELECT name FROM conflicts) AND kind = 'region')""",
    "party": """SELECT name, name FROM parties UNION SELECT claimant, claimant FROM overall_totals
                WHERE conflict IN (SELECT name FROM conflicts) AND kind = 'all'""",
    "accused": """SELECT name, name FROM parties UNION SELECT accused, accused FROM overall_totals
                  WHERE conflict IN (SELECT name FROM conflicts) AND kind = 'all' AND accused <> ''""",
    "publisher": """SELECT DISTINCT publisher, publisher FROM documents
                    WHERE conflict IN (SELECT name FROM conflicts) AND publisher IS NOT NULL""",
}


def suggestion(db: Database, name: str, typed: str) -> str:
    """Return the end of a sentence that names the nearest value of a parameter, "" if none is near."""
    rows = db.execute(NAMED[name]).fetchall()
    names = [name for row in rows for name in row]
    for alike in (fuzz.ratio, fuzz.token_set_ratio):  # the whole of what was typed before a word of it
        found = process.extractOne(
            typed[:LONGEST], names, scorer=alike, processor=utils.default_process, score_cutoff=LEAST
        )
        if found:
            value, called = rows[found[2] // 2]
            return f"; the nearest is {value!r}" + (f" ({called})" if called != value else "")
    return ""
