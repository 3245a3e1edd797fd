"""How a source is worded: definite, bare, with a title alone, without the clause after it."""

from spacy.tokens import Span, Token

from pipeline.attribution.cues import grammar_words
from pipeline.offices import has, role

STRANGERS = ("outsider", "private")  # witnesses, residents, companies: they speak for themselves


def before_clause(source: Span) -> Span:
    """Return a source without a relative clause after it: "the army" for "the army, whose guns are old"."""
    clauses = [child for child in source.root.children if child.dep_ == "relcl"]
    end = min((c.left_edge.i for c in clauses if c.left_edge.i > source.root.i), default=source.end)
    while end - 1 > source.root.i and source.doc[end - 1].is_punct:
        end -= 1
    return source.doc[source.start : end] if end < source.end else source


def is_definite(noun: Token) -> bool:
    """Tell whether a noun has the definite article."""
    return any(child.morph.get("Definite", []) == ["Def"] for child in noun.lefts)


def is_bare(source: Span) -> bool:
    """Tell whether a source is "the group" or the like: definite, without any attribute, no stranger."""
    words = [token for token in source if token.dep_ not in {"case", "punct"}]
    root = source.root
    return (
        len(words) == 2
        and words[0].morph.get("Definite", []) == ["Def"]
        and (root.pos_ == "NOUN" or role(root) == "office")
        and root.morph.get("Number", []) == ["Sing"]
        and role(root) not in STRANGERS
    )


def is_issued(source: Span) -> bool:
    """Tell whether a source is what somebody issued, without saying who: "the news release reads"."""
    return is_definite(source.root) and source.root.lower_ in grammar_words("issued")


def is_titled(source: Span) -> bool:
    """Tell whether a source is a name with a spokesman's title and no other: "spokeswoman Ann Lee"."""
    titles = [token for token in source if role(token)]
    return source.root.pos_ == "PROPN" and titles == [source[0]] and has(titles, "speaks")


def speaks_for(source: Span) -> bool:
    """Tell whether a source is "a spokesman" and no more: that of the body told of."""
    return len(source) == 2 and has([source.root], "speaks")
