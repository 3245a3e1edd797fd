"""With the page the browser is told what else it needs, and no answer is held back."""

import asyncio
import re
import socket
from concurrent.futures import ThreadPoolExecutor

import pytest
from serving import on_a_port
from starlette.applications import Starlette
from starlette.responses import HTMLResponse
from starlette.routing import Route

from views import preload, sockets


def named(header: str) -> list[tuple[str, str]]:
    return re.findall(r'<\./(\S+?)>; rel="(\w+)"', header)


@pytest.mark.parametrize("with_charts", [True, False])
def test_the_scripts_of_the_page_are_named_with_it_and_are_there(with_charts: bool) -> None:
    found = named(preload.links(with_charts))
    assert {rel for _, rel in found} - {"prefetch"} == {"modulepreload", "preload"}
    assert all((preload._STATIC / file).is_file() for file, _ in found)
    (rel,) = (rel for file, rel in found if "PlotlyChart" in file)
    assert rel == ("modulepreload" if with_charts else "prefetch")
    page = (preload._STATIC / "index.html").read_text(encoding="utf-8")
    assert not [file for file, _ in found if f'modulepreload" crossorigin href="./{file}"' in page]


def test_each_page_is_told_what_it_needs_and_no_other_address() -> None:
    routes = [Route(path, lambda _: HTMLResponse("x")) for path in ("/claims", "/map", "/other")]
    with on_a_port(routes, preload.middleware) as client:
        assert client.get("/claims").headers["Link"] == preload.links(False)
        assert client.get("/map").headers["Link"] == preload.links(True)
        assert "Link" not in client.get("/other").headers


def test_what_a_server_accepts_sends_at_once() -> None:
    async def served(listener: socket.socket) -> socket.socket:
        async with sockets.at_once(Starlette()):
            with socket.create_connection(listener.getsockname()):
                return listener.accept()[0]

    with socket.create_server(("127.0.0.1", 0)) as listener:
        assert not listener.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        # In a thread of its own: a browser's test before it may have left a loop running in this one.
        with ThreadPoolExecutor() as threads:
            answered = threads.submit(asyncio.run, served(listener)).result()
        with answered as accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        assert listener.fileno() > 0 and listener.getsockname()
