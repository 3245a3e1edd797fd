"""Answers leave at once: no part of one waits until the reader has confirmed the part before.

Streamlit opens its socket without saying that it is TCP, so that asyncio does not switch off Nagle's
algorithm as it otherwise does: each answer on a connection that is kept, and each part of a page, would wait
some 40 milliseconds. It keeps the socket to itself, so that it is looked for among all that this process has.
"""

import gc
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette


@asynccontextmanager
async def at_once(_: Starlette) -> AsyncIterator[None]:
    """While the server is up, what it accepts sends at once; for an application's `lifespan`."""
    for one in gc.get_objects():
        if type(one) is socket.socket and is_listening(one):
            one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # accepted ones inherit it
    yield


def is_listening(one: socket.socket) -> bool:
    """Whether others may connect to a socket by TCP."""
    is_tcp = one.family in (socket.AF_INET, socket.AF_INET6) and one.type == socket.SOCK_STREAM
    return is_tcp and one.fileno() != -1 and bool(one.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))
