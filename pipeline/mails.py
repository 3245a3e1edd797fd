"""Reads the text of a saved mail or newsletter (.eml)."""

from datetime import UTC, date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parsedate_to_datetime

from trafilatura import html2txt

from pipeline.articles import read_article
from pipeline.documents import make_document
from pipeline.fields import NotReadable
from pipeline.records import Document, Failure


def read_mail(content: bytes, name: str) -> Document | Failure:
    """Return the document of a mail: its plain text, else the text of its page. Raises NotReadable."""
    try:
        mail = message_from_bytes(content, policy=default)
        body = mail.get_body(("plain", "html"))
        if not isinstance(body, EmailMessage) or not mail.keys():
            raise NotReadable("There is no mail with a text in it.")
        text = str(body.get_content())
        title, sender = str(mail.get("Subject", "")), sender_of(mail)
    except (LookupError, ValueError, TypeError, AttributeError, ArithmeticError, RecursionError) as error:
        raise NotReadable("It is not a mail that can be read.") from error
    if body.get_content_type() == "text/html":
        found = read_article(text.encode("utf-8", "replace"), name, title=title)
        text = found.text if isinstance(found, Document) else html2txt(f"<html><body>{text}</body></html>")
    return make_document(text, name, title=title, published=day_of(mail), publisher=sender)


def sender_of(mail: EmailMessage) -> str | None:
    """Return the name of who sent a mail, else the domain."""
    addresses = getattr(mail["From"], "addresses", ())
    return (addresses[0].display_name or addresses[0].domain or None) if addresses else None


def day_of(mail: EmailMessage) -> date | None:
    """Return the day in UTC on which a mail was sent, None if it does not say."""
    try:
        sent = parsedate_to_datetime(str(mail.get("Date", "")))
        return sent.date() if sent.tzinfo is None else sent.astimezone(UTC).date()
    except (ValueError, TypeError, OverflowError):
        return None
