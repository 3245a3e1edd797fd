"""Serves HTTP routes on a free port of this machine, as the dashboard does."""

import asyncio
import socket
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import httpx
import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import BaseRoute


@contextmanager
def on_a_port(routes: Sequence[BaseRoute], middleware: Sequence[Middleware] = ()) -> Iterator[httpx.Client]:
    """Serve the routes while the block runs; gives a client that asks them."""
    listener = socket.create_server(("127.0.0.1", 0))
    app = Starlette(routes=routes, middleware=middleware)
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off"))
    thread = threading.Thread(target=lambda: asyncio.run(server.serve([listener])), daemon=True)
    thread.start()
    with httpx.Client(base_url=f"http://127.0.0.1:{listener.getsockname()[1]}", trust_env=False) as client:
        yield client
    server.should_exit = True
    thread.join(10)
