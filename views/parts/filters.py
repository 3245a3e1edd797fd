"""The filters in the side bar, and the same filters in the page's address: one ClaimFilter in, one out.

The address carries the values of the data (`region=RU-BRY`, `category=energy_strike`), the parameters that
/claims.csv takes, and both take them as a person types them, too (`region=bryansk`). Widgets bound to the
address by Streamlit itself would put their labels there and drop a value they do not offer without a word;
here a value that nobody knows is a sentence.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st
from sqlite_utils import Database

from db import queries
from db.errors import BadFilter
from db.filter import NONE, ClaimFilter
from db.typed import as_known, read_typed
from views.parts import markup, words
from views.parts.address import address_of, is_narrowed
from views.parts.answers import asked, conflicts_of
from views.parts.notices import notice

_ANY_DAY: dict[str, Any] = {
    "value": None,
    "format": "YYYY-MM-DD",
    "min_value": date.min,
    "max_value": date.max,
}
EXAMPLE = 'drone* "energy facilities"'
"""What stands in the empty field for words: a search that finds something in the sample."""
_HOW_TO_SEARCH = (
    "Searches sentences and titles. Words side by side must all be there; "
    '"in quotation marks" as they stand; drone\\* any word that begins so; AND, OR, NOT, ( ).'
)
_BRAND = '<p class="cc brand"><b>Ceasefire claims</b>Who alleges what</p>'
_CHOSEN = "chosen filter"
_OF_PAGES = frozenset(
    {"claim", "id", "order", "columns", "page", "by", "spots", "turned", "span", "tab", "timeline"}
)
"""What else a page keeps in its address."""

_TRACKING = re.compile(r"utm_\w+|(fb|g|ms)clid")
"""What others append to the address of a link that is shared; it asks for nothing."""

_REFUSED = "address refused"  # (the part of its filter that can be, why the rest cannot)
_WRITTEN = "address written"  # (page, parameters) that this session last put into the address


def chosen_filter(db: Database, page: str, conflict: str | None = None) -> ClaimFilter:
    """Show the filters and return what they say; the address is brought in step with them.

    `conflict` is what the page is about if the address names none. Stops the page with a sentence if the
    address, or the search text, asks for what cannot be; the filters stand there all the same, with what can
    be, and any change of them mends the address.
    """
    bare = ClaimFilter(conflict=conflict or next(iter(conflicts_of(db)), None))
    _read_address(db, page, conflict, bare)
    try:
        chosen = _show(db)
    except BadFilter as error:
        _explain(db, str(error))
    right, reason = st.session_state.get(_REFUSED, (None, ""))
    if chosen == right:
        _explain(db, reason, right)
    before = st.session_state.get(_CHOSEN)
    if before not in (None, chosen) and "page" in st.session_state:
        st.session_state["page"] = 1  # another filter, another list: from its beginning
    st.session_state[_CHOSEN] = chosen
    _write_address(page, chosen, bare)
    return chosen


def _read_address(db: Database, page: str, conflict: str | None, bare: ClaimFilter) -> None:
    """Put the address's filter into the widgets, unless it is what this session wrote there itself.

    `bare` is the filter of an address without any.
    """
    given = {name: st.query_params.get_all(name) for name in st.query_params if _is_of_filter(name)}
    last_page, last = st.session_state.get(_WRITTEN, (None, None))
    before: ClaimFilter | None = st.session_state.get(_CHOSEN)
    if before and page != last_page and not given and conflict in (None, before.conflict):
        st.session_state.pop(_REFUSED, None)
        _fill(before)  # a page was turned by the menu, which empties the address: the filter stays
    elif given != last or page != last_page:
        found, reason = _read(db, given)
        found = replace(found, conflict=found.conflict or bare.conflict)
        _fill(found)
        st.session_state[_REFUSED] = (found if reason else None, reason)
        st.session_state[_WRITTEN] = (page, given)


def _read(db: Database, given: Mapping[str, list[str]]) -> tuple[ClaimFilter, str]:
    """The filter of the parameters, or of those that can be, and why the others cannot."""
    right = ClaimFilter()
    reason = ""
    for name, values in given.items():
        for value in values or [""]:
            params = right.to_params()
            try:
                right = as_known(db, read_typed({**params, name: [*params.get(name, []), value]}))
            except BadFilter as error:
                reason = reason or str(error)
    return right, reason


def _is_of_filter(name: str) -> bool:
    """Whether a parameter is meant as one of the filter; a misspelt one is, and is refused."""
    return name not in _OF_PAGES and not _TRACKING.fullmatch(name)


def _write_address(page: str, chosen: ClaimFilter, bare: ClaimFilter) -> None:
    """Put the filter into the address, touching no parameter but the filter's own."""
    params = chosen.to_params()
    now = {name: st.query_params.get_all(name) for name in st.query_params if _is_of_filter(name)}
    if now != params and (now or chosen != bare):
        gone: dict[str, list[str]] = {name: [] for name in now if name not in params}
        st.query_params.update({**params, **gone})  # at once: one step back for the reader
        now = params
    st.session_state[_WRITTEN] = (page, now)


def _fill(found: ClaimFilter) -> None:
    st.session_state.update(
        conflict=found.conflict,
        region=list(found.regions),
        party=list(found.parties),
        accused=list(found.accused),
        category=list(found.categories),
        stance=list(found.stances),
        publisher=list(found.publishers),
        date_from=found.date_from,
        date_to=found.date_to,
        q=found.text or "",
    )


def _show(db: Database) -> ClaimFilter:
    titles = conflicts_of(db)
    with st.sidebar:
        st.html(_BRAND)
        names = list(dict.fromkeys([*titles, st.session_state["conflict"]]))
        conflict = st.selectbox("Conflict", names, key="conflict", format_func=_naming(titles))
        found = asked(queries.choices, db, ClaimFilter(conflict=conflict))
        offered = {name: {row["value"]: row["label"] for row in rows} for name, rows in found.items()}
        region = _several("Region", "region", {**offered["region"], NONE: "no region named"}, "anywhere")
        party = _several("Party that says it", "party", offered["party"], "anybody")
        accused = _several(
            "Party accused", "accused", {**offered["accused"], NONE: "nobody named"}, "anybody"
        )
        category = _pills("Kind", "category", offered["category"], words.SHORT_CATEGORIES)
        stance = _pills("Stance", "stance", offered["stance"], {s: s for s in words.STANCES})
        date_from = st.date_input("From", key="date_from", **_ANY_DAY)
        date_to = st.date_input("To", key="date_to", **_ANY_DAY)
        publisher = _several("Publisher", "publisher", offered["publisher"], "any")
        text = st.text_input("Words", key="q", max_chars=400, placeholder=EXAMPLE, help=_HOW_TO_SEARCH)
        params = {"conflict": [conflict], "region": region, "party": party, "accused": accused}
        params |= {"category": category, "stance": stance, "publisher": publisher}
        params |= {"from": [date_from], "to": [date_to], "q": [text.strip()]}
        chosen = ClaimFilter.from_params(_without_empty(params))
        if is_narrowed(chosen):
            nothing = ClaimFilter(conflict=conflict)
            st.button("Clear filters", on_click=_fill, args=(nothing,), width="stretch")
    return chosen


def _several(label: str, key: str, offered: Mapping[str, str], none: str) -> list[str]:
    names = _told_apart({**offered, **{v: v for v in st.session_state.get(key, []) if v not in offered}})
    return st.multiselect(label, list(names), key=key, format_func=_naming(names), placeholder=none)


def _pills(label: str, key: str, offered: Mapping[str, str], names: Mapping[str, str]) -> list[str]:
    known = [value for value in names if value in offered]
    options = list(dict.fromkeys([*known, *offered, *st.session_state.get(key, [])]))
    shown = {option: markup.markdown(names.get(option, option)) for option in options}
    return st.pills(label, options, key=key, selection_mode="multi", format_func=_naming(shown))


def _naming(names: Mapping[str, str]) -> Callable[[str], str]:
    return lambda value: names.get(value, value)


def _told_apart(offered: Mapping[str, str]) -> dict[str, str]:
    """Names that stand for two codes (a city and the region around it) get the code added."""
    often = Counter(offered.values())
    return {
        value: markup.plain(name if often[name] == 1 else f"{name} ({value})")
        for value, name in offered.items()
    }


def _without_empty(params: Mapping[str, Iterable[Any]]) -> dict[str, list[str]]:
    kept = {name: [str(v) for v in values or [] if v] for name, values in params.items()}
    return {name: values for name, values in kept.items() if values}


def _explain(db: Database, reason: str, right: ClaimFilter | None = None) -> None:
    """End the page with the reason, and ways on: what of the address can be, all claims, the conflicts."""
    notice(reason, "Nothing is shown, so that nothing is mistaken for the answer.")
    links = [markup.inner_link("?", "Show all claims")]
    if right and is_narrowed(right):
        links.insert(0, markup.inner_link(address_of(right), "Show what the rest of the address asks for"))
    links += [
        markup.inner_link(address_of(ClaimFilter(conflict=name)), title)
        for name, title in conflicts_of(db).items()
    ]
    st.html(f'<p class="cc">{" · ".join(links)}</p>')
    st.stop()
