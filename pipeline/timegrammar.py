"""The grammar of dates: rules that rewrite words of time into days, from single days to ranges.

A rule is a pattern over the letters of `time.toml` (D is a date already found) and a function that makes
the days of it, or None to leave the words as they stand. `Days` without a start are time words that cannot
be resolved.
"""

import re
from collections.abc import Callable

from pipeline.dayrules import (
    after_midnight,
    at_clock,
    bare_ordinal,
    holiday,
    iso_date,
    last_part,
    numbered_days,
    past,
    relative_day,
    some_hours,
    the_day,
    the_night,
    this_unit,
    unknown,
    weekday,
    weekend,
    whole_month,
    whole_year,
)
from pipeline.reckoning import Now
from pipeline.relativedays import day_after, day_before, hours_apart, on_day_before, that_day, that_period
from pipeline.stretchrules import (
    both,
    edge,
    hours_to,
    night_of,
    night_to,
    nights_between,
    same,
    since,
    span_of,
    spanned,
    to_part,
    until,
)
from pipeline.timewords import Days, Item

Rule = tuple[re.Pattern[str], Callable[[list[Item], Now], Days | None]]

TAIL = "(?:,?Y|o?[qh]U)?"
ASIDE = "(?:,[^D,]{1,9},)?,?"
RULES: tuple[Rule, ...] = tuple(
    (re.compile(pattern), make)
    for pattern, make in (
        ("YtNtN", iso_date),
        (f"(?:d?N(?:,?[at]|,)){{0,12}}d?N(?:o?)M{TAIL}", numbered_days),
        (f"Md?N(?:(?:,d?N){{0,12}},?[at]d?N(?!o?M|U|m))?{TAIL}", numbered_days),
        (f"Md?N{TAIL}", numbered_days),
        (f"[qh]?M{TAIL}", whole_month),
        ("(?<=[isfbotlae])Y", whole_year),
        ("(?<=[io])dN", bare_ordinal),
        ("[qwh]?W", weekday),
        ("d?god?[hq]?U|d?goD", edge),
        ("R", relative_day),
        ("H", holiday),
        ("d?w[npU]", day_after),
        ("w[UWnpEM]", unknown),
        ("idrU", on_day_before),
        ("d?[qr]Nt?U|d?qU|(?<=i)drU", past),
        ("[qdA]?rU|dr[np]|[NA]U[GL]|dUL|d[np]L", day_before),
        ("[NA]?[Uu](?:e(?!i?d?D)|L)", hours_apart),
        ("UG", unknown),
        ("ik(?:N?U|P|z)", that_period),
        ("kp|kn|kU", that_day),
        ("qp(?!o)", last_part),
        ("hU", this_unit),
        ("[qh]?d?[hq]?E", weekend),
        ("iN(?:t)?U", some_hours),
        ("d?nod?D(?:,?aD)?", night_of),
        ("d?nfd?D[tl]d?D", nights_between),
        ("d?n[tf]d?D|v,?[it]?d?D|D,?v", night_to),
        ("(?:e|B){0,3}i?d?p(?:[io]d?D)|e?D(?=x)|eD(?!j)", same),
        ("(?:e|B){0,3}c[i,]?D|idUiD", same),
        ("D,?D", both),
        ("d?N?t?U(?:t|l|xt)D", hours_to),
        ("D(?:[i,]{0,2}[eBL]{0,3}(?:d?p|(?<=[ie,])c|c)){1,3}|D[np]|D,?[fb]c[atl]c", same),
        ("fD[tl]d?p", to_part),
        ("[fb]e?i?[Dc],?(?:[taB]|l)e?i?[Dc]|D[t]i?D|D(?:,D){0,8},?aD", span_of),
        (
            "be?N?[id]{0,2}D(?:,[^D,]{1,9},)?,?a[Nxdiceg]{0,5}D|fe?N?[id]{0,2}D(?:,[^D,]{1,9},)?,?[tl][Nxdiceg]{0,5}D",
            span_of,
        ),
        ("[fb]D", spanned),
        ("si?e?D|si?e?d?[pc]", since),
        ("fe?i?D(?!j)", since),
        ("lD", until),
        ("v|id?n(?=[^U])|podn|[it]dn|dnj|[qh]n", the_night),
        ("[fb]c[atl]d?p", the_day),
        ("Bc", after_midnight),
        ("ic", at_clock),
        ("h[pn]|e?idU|pod?[h]?U|[i]d?p(?!o)|(?:e|B|L)p|B?dp(?=x)", the_day),
    )
)


def codes_of(items: list[Item]) -> str:
    """Return the codes of items as the text that the rules are matched with."""
    return "".join([item.code for item in items])


def rewrite(items: list[Item], rule: Rule, now: Now) -> list[Item]:
    """Return the items with each match of a rule made into one date."""
    pattern, make = rule
    made: list[Item] = []
    at = 0
    for match in pattern.finditer(codes_of(items)):
        matched = items[match.start() : match.end()]
        days = make(matched, now) if matched else None
        if days is not None:
            made += items[at : match.start()]
            made.append(Item("D", matched[0].start, matched[-1].end, days))
            at = match.end()
    return made + items[at:]
