"""Fetches addresses, politely and safely: the only package that opens a socket.

`client` asks and reads, `wire` lets nobody lead it into an inner network and keeps the time, `robots` and
`hosts` see to manners, `answers` are what comes of it.
"""

from pipeline.web.answers import Fetch, Fetched, Known, Unreachable
from pipeline.web.client import open_web
from pipeline.web.manners import Manners

__all__ = ["Fetch", "Fetched", "Known", "Manners", "Unreachable", "open_web"]
