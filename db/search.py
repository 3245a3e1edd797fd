"""Turns what a person types into the search box into an FTS5 query that cannot fail.

Words, "phrases", prefix*, AND, OR, NOT and parentheses; words side by side mean AND. Anything else between
words is treated as a space.
"""

import re
from dataclasses import dataclass

from db.errors import BadFilter

LONGEST = 400  # characters
DEEPEST = 20  # parentheses

TOKEN = re.compile(r'"(?P<phrase>[^"]*)"(?P<star>\*?)|(?P<sign>[()"])|(?P<word>[^\s()"]+)')
QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "\x00": " "})


@dataclass
class Tokens:
    """The tokens still to be read: operators and parentheses as they are, words as quoted FTS5 strings."""

    left: list[str]
    depth: int = 0

    def next_is(self, *signs: str) -> bool:
        return bool(self.left) and self.left[0] in signs


def fts_query(typed: str) -> str:
    """Return the FTS5 query for what was typed. Raises BadFilter with a sentence if it cannot be read."""
    if len(typed) > LONGEST:
        raise BadFilter(f"The search text is longer than {LONGEST} characters.")
    tokens = Tokens(split(typed))
    if not tokens.left:
        raise BadFilter("The search text holds no word.")
    query = either(tokens)
    if tokens.left:
        raise BadFilter("The search text has a closing parenthesis that was never opened.")
    return query


def split(typed: str) -> list[str]:
    """Return the tokens of the search text; a word without letter or digit is left out."""
    tokens = []
    for match in TOKEN.finditer(typed.translate(QUOTES)):
        if match["sign"] == '"':
            raise BadFilter("The search text has a quotation mark that is never closed.")
        if match["sign"] or match["word"] in ("AND", "OR", "NOT"):
            tokens.append(match[0])
            continue
        words = match["phrase"] if match["phrase"] is not None else match["word"]
        if any(character.isalnum() for character in words):
            star = "*" if match["star"] or words.rstrip(".,;:!?").endswith("*") else ""
            tokens.append(f'"{words.replace("*", " ").strip()}"{star}')
    return tokens


def either(tokens: Tokens) -> str:
    """Read `a OR b OR …`."""
    parts = [both(tokens)]
    while tokens.next_is("OR"):
        tokens.left.pop(0)
        parts.append(both(tokens))
    return parts[0] if len(parts) == 1 else f"({' OR '.join(parts)})"


def both(tokens: Tokens) -> str:
    """Read `a b AND c NOT d`: all of it must hold, and nothing that follows a NOT."""
    wanted = [single(tokens)]
    unwanted: list[str] = []
    while tokens.left and not tokens.next_is("OR", ")"):
        operator = tokens.left.pop(0) if tokens.next_is("AND", "NOT") else "AND"
        if operator == "AND" and tokens.next_is("NOT"):
            operator = tokens.left.pop(0)
        (unwanted if operator == "NOT" else wanted).append(single(tokens))
    query = wanted[0] if len(wanted) == 1 else f"({' AND '.join(wanted)})"
    return f"({query} NOT ({' OR '.join(unwanted)}))" if unwanted else query


def single(tokens: Tokens) -> str:
    """Read one word, phrase or group in parentheses."""
    if tokens.next_is("NOT"):
        raise BadFilter("The search text begins with NOT: say first what is to be found.")
    if not tokens.left or tokens.next_is("AND", "OR", ")"):
        raise BadFilter("The search text has AND, OR, NOT or a parenthesis with no word beside it.")
    token = tokens.left.pop(0)
    if token != "(":
        return token
    tokens.depth += 1
    if tokens.depth > DEEPEST:
        raise BadFilter("The search text has too many parentheses.")
    inner = either(tokens)
    if not tokens.next_is(")"):
        raise BadFilter("The search text has a parenthesis that is never closed.")
    tokens.left.pop(0)
    tokens.depth -= 1
    return inner
