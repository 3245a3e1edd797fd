"""Answers leave at once: no part of one waits until the reader has confirmed the part before.

Streamlit opens its socket without saying that it is TCP, so that asyncio does not switch off Nagle's
algorithm as it otherwise does: each answer on a connection that is kept, and each part of a page, would wait
some 40 milliseconds.
"""

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette

_FIRST = 256  # file descriptors among which a server's own sockets are: they are opened early


@asynccontextmanager
async def at_once(_: Starlette) -> AsyncIterator[None]:
    """While the server is up, what it accepts sends at once; for an application's `lifespan`."""
    for number in range(_FIRST):
        try:
            one = socket.socket(fileno=number)
        except OSError:  # no socket
            continue
        is_tcp = one.family in (socket.AF_INET, socket.AF_INET6) and one.type == socket.SOCK_STREAM
        if is_tcp and one.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
            one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # accepted ones inherit it
        one.detach()  # it stays the server's
    yield
