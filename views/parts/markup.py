"""Text from outside made safe to stand inside our own HTML: the only way it gets onto a page."""

import html
import re
from urllib.parse import urlsplit

from db.export import UNSEEN, plain

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def text(value: object) -> str:
    """The value with every character that means something in HTML escaped."""
    return html.escape(plain(value), quote=True)


def markdown(value: object) -> str:
    """The value with every character that means something in Markdown escaped, for labels of widgets."""
    return re.sub(r"([\\`*_{}\[\]<>()#+\-!|~$:])", r"\\\1", plain(value)).replace("\n", " ")


def web_address(url: object) -> str | None:
    """The address if it is an ordinary http or https one, else None."""
    address = str(url or "").strip()
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname or UNSEEN.search(address):
        return None
    return address


def link(url: object, label: str, title: str = "") -> str:
    """A link that opens beside the page; only the label where the address is no http or https one."""
    address = web_address(url)
    if address is None:
        return f'<span class="gone">{text(label)}</span>'
    hint = f' title="{text(title)}"' if title else ""
    return f'<a href="{text(address)}" target="_blank" rel="noopener noreferrer"{hint}>{text(label)}</a>'


def inner_link(address: str, label: str, about: str = "") -> str:
    """A link to another view of the dashboard; `address` is made by us.

    `about` tells those who hear the page which of many links of that label it is.
    """
    return f'<a href="{text(address)}"{spoken(label, about)}>{text(label)}</a>'


def summary(label: str, about: str) -> str:
    """The line that unfolds a <details>; `about` is heard after it."""
    return f"<summary{spoken(label, about)}>{text(label)}</summary>"


def spoken(label: str, about: str) -> str:
    """The attribute that adds what a label is about for those who hear the page; nothing without any."""
    return f' aria-label="{text(f"{label}: {about}")}"' if about else ""


def side_style(colour: object) -> str:
    """A style attribute that tells the style sheet the side's colour; nothing for anything but #rrggbb."""
    value = str(colour or "")
    return f' style="--side:{value}"' if _COLOUR.fullmatch(value) else ""


def cut(value: object, length: int) -> str:
    """The beginning of a text, up to a word's end, with an ellipsis if there is more; not yet escaped."""
    whole = plain(value)
    return whole if len(whole) <= length else whole[:length].rsplit(" ", 1)[0] + " …"
