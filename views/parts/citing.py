"""How a claim is named, addressed and cited."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import urlencode, urljoin

import streamlit as st

from views.parts import markup, words
from views.parts.claim import Claim, origin


def title(one: Claim) -> str:
    """`Sudland denies: energy strike by Sudland`."""
    kind = words.CATEGORIES.get(one["category"], one["category"])
    by = f" by {one['accused']}" if one["accused"] else ""
    return f"{one['claimant']} {one['stance']}: {kind}{by}"


def context(one: Claim) -> str:
    """Where and when it is said to have happened."""
    where = words.listed(one["region_names"]) or "No region named"
    when = words.period(one["date_from"], one["date_to"]) if one["date_from"] else "the day is not said"
    return f"{where}, {when}. It is what was said, not what happened."


def address(one: Claim) -> str:
    """The claim's own page, relative to any page of the dashboard."""
    return "claim?" + urlencode({"id": one["id"]})


def line(one: Claim, document: Mapping[str, Any], version: str) -> str:
    """A line to copy into a text: the sentence, its source, the state of the data, the day of access.

    A paraphrase has no quotation marks, for nobody said it in these words.
    """
    sentence, told = one["sentence"], "in"
    if document["kind"] == "paraphrase":
        told = "paraphrased for the sample after"
    else:
        sentence = f"“{sentence}”"
    published = f", {words.day(document['published'])}" if document["published"] else ""
    where = f", {url}" if (url := markup.web_address(document["url"])) else ""
    here = urljoin(st.context.url or "", address(one))
    return markup.plain(
        f"{sentence} {one['speaker'] or one['claimant']}, {told}: {origin(document)}{published}{where}. "
        f"Claim {one['id']}, {here}, data version {version}, accessed {words.day(date.today())}."
    )
