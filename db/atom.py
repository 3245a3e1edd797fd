"""The latest claims of a filter as an Atom feed (RFC 4287)."""

from collections.abc import Iterable, Iterator
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape, quoteattr

from db.export import plain
from db.rows import Row

NOTHING_KNOWN = "1970-01-01T00:00:00Z"  # the time of a claim of which no time is known


def feed(rows: Iterable[Row], title: str, address: str, page: str, site: str, updated: str) -> Iterator[str]:
    """Yield the pieces of the feed.

    `address` is the feed's own, `page` that of the dashboard's page of the same claims, `site` that of the
    dashboard, ending in "/"; `updated` is when the data last changed, as RFC 3339 has it.
    """
    yield (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">\n'
        f"<id>{_text(address)}</id>\n<title>{_text(title)}</title>\n<updated>{updated}</updated>\n"
        "<author><name>Ceasefire claims</name></author>\n"
        "<subtitle>What was said, not what happened.</subtitle>\n"
        f'<link rel="self" type="application/atom+xml" href={_value(address)}/>\n'
        f'<link rel="alternate" type="text/html" href={_value(page)}/>\n'
    )
    for row in rows:
        yield _entry(row, site)
    yield "</feed>\n"


def _entry(row: Row, site: str) -> str:
    accused = f" by {row['accused']}" if row["accused"] else ""
    where = f", {', '.join(row['region_names'])}" if row["region_names"] else ""
    title = f"{row['claimant']} {row['stance']}: {row['category'].replace('_', ' ')}{accused}{where}"
    own = f"{site}claim?id={row['id']}"
    source = row["url"] if str(row["url"] or "").startswith(("http://", "https://")) else None
    told = f"“{row['sentence']}” {row['speaker'] or row['claimant']}, in: {row['publisher'] or 'unknown'}"
    via = f'<link rel="via" href={_value(source)}/>' if source else ""
    return (
        f"<entry><id>{uuid5(NAMESPACE_URL, 'claim/' + row['id']).urn}</id><title>{_text(title)}</title>"
        f"<updated>{_time(row)}</updated>"
        f'<link rel="alternate" type="text/html" href={_value(own)}/>{via}'
        f"<category term={_value(row['stance'])}/><category term={_value(row['category'])}/>"
        f'<content type="text">{_text(told)}</content></entry>\n'
    )


def _time(row: Row) -> str:
    """When the claim's text was fetched, else the day of its publication."""
    if row["fetched"]:
        return str(row["fetched"]).replace("+00:00", "Z")
    return f"{row['published']}T00:00:00Z" if row["published"] else NOTHING_KNOWN


def _text(value: object) -> str:
    return escape(plain(value))


def _value(value: object) -> str:
    return quoteattr(plain(value))
