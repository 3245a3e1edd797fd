"""Finds what somebody may have meant by a value of a filter that the database does not know."""

from collections.abc import Sequence

from rapidfuzz import fuzz, process, utils
from sqlite_utils import Database

Names = Sequence[tuple[str, str]]
"""Values of a filter's parameter, each with what a person may call it."""

LEAST = 80
"""How alike, of 100, what was typed must be to a value or its name for it to be suggested."""

WHOLE = 100
"""How alike two names are that differ in case and signs alone; then no other is suggested."""

MOST = 3
"""Values that are suggested."""

FEW = 60
"""Values that are all named where none is near."""

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


def values_of(db: Database, name: str) -> list[tuple[str, str]]:
    """Return the values of a parameter that some claim has, each with what else a person may call it."""
    return [(value, called) for value, called in db.execute(NAMED[name])]


def nearest(rows: Names, typed: str) -> str:
    """Return the end of a sentence that names the values nearest to what was typed.

    If none is near, all that there are, should they be few.
    """
    names = [name for row in rows for name in row]
    for alike in (fuzz.ratio, fuzz.token_set_ratio):  # the whole of what was typed before a word of it
        found = process.extract(
            typed[:LONGEST],
            names,
            scorer=alike,
            processor=utils.default_process,
            score_cutoff=LEAST,
            limit=2 * MOST,  # a value and its name may both be near
        )
        if found:
            if found[0][1] == WHOLE:
                found = found[:1]
            told = dict(reversed([rows[at // 2] for _, _, at in found]))
            near = list(dict.fromkeys(rows[at // 2][0] for _, _, at in found))[:MOST]
            shown = ", ".join(repr(one) + f" ({told[one]})" * (told[one] != one) for one in near)
            return f"; the nearest {'is' if len(near) == 1 else 'are'} {shown}"
    values = sorted({value for value, _ in rows})
    return f"; there are {', '.join(map(repr, values))}" if 0 < len(values) <= FEW else ""


def regions_of(db: Database, town: str) -> str:
    """Return the end of a sentence that names the regions of a place that some claim names, "" if none does.

    Reads all places, so it is not for what strangers may ask.
    """
    asked = utils.default_process(town)
    named = db.execute("""SELECT DISTINCT x.name, x.region, r.name FROM claim_places AS x
                          JOIN regions AS r ON r.code = x.region ORDER BY x.region""")
    found = [f"{code!r} ({region})" for name, code, region in named if utils.default_process(name) == asked]
    return f"; a place of that name lies in {' and in '.join(found[:MOST])}" if asked and found else ""
