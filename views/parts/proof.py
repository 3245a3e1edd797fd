"""What is kept as proof of a document: when it was read, the hashes of text and bytes, its versions."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from views.parts import markup, words


def facts(document: Mapping[str, Any]) -> dict[str, str]:
    """Facts for the evidence panel, as HTML by name; `versions` of the document, the first one first."""
    versions = document["versions"]
    current = versions[-1]
    capture = current["capture"]
    found = {
        "Read": words.moment(document["fetched"]) if document["fetched"] else "from a file",
        "Version": _versions(versions),
        "Text": f"{_link('text', current, 'plain text')} · {_hash(current['text_sha256'])}",
    }
    if capture:
        size = f"{words.number(capture['size'])} bytes as they were fetched"
        found["Bytes"] = f"{_link('bytes', current, size)} · {_hash(capture['sha256'])}"
    return found


def _versions(versions: list[Mapping[str, Any]]) -> str:
    """The number of the version that the claim stands in, with links to those before it."""
    if len(versions) < 2:
        return ""
    earlier = ", ".join(
        _link("text", one, f"version {one['version']}")
        + (f" of {words.moment(one['fetched'])}" if one["fetched"] else "")
        for one in versions[:-1]
    )
    return f"{versions[-1]['version']}; the report was changed since: {earlier}"


def _link(route: str, version: Mapping[str, Any], label: str) -> str:
    query = urlencode({"document": version["id"], "version": version["version"]})
    return markup.inner_link(f"{route}?{query}", label)


def _hash(value: str) -> str:
    return f"<code>SHA-256 {markup.text(value)}</code>"
