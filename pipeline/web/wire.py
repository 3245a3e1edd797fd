"""The connections: made only to addresses of the public network, and cut when their time is up.

The name of a host is looked up once, here, and the connection goes to the very address that was checked: so
neither a name that points inward nor a redirect leads into an inner network.
"""

import socket
import ssl
import time
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Any
from urllib.request import getproxies, proxy_bypass

import httpcore
import httpx

from pipeline.web.answers import Unreachable

Options = Iterable[httpcore.SOCKET_OPTION] | None

TRANSLATED = IPv6Network("64:ff9b::/96")  # an IPv4 address in the clothes of an IPv6 one
PRIVATE = "It leads to {}, no address of the public internet, which is only read with --allow-private."


class Clock:
    """The time until which the answer that is being read must have come, of time.monotonic."""

    until = float("inf")

    def left(self, timeout: float | None) -> float:
        """Return the seconds that may be waited. Raises ReadTimeout if there are none."""
        left = self.until - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("its time is up")
        return left if timeout is None else min(timeout, left)


class Stream(httpcore.NetworkStream):
    """A connection that obeys the clock, however slowly its other end drips."""

    def __init__(self, stream: httpcore.NetworkStream, clock: Clock) -> None:
        self.stream = stream
        self.clock = clock

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Return what has come. Raises ReadTimeout."""
        return self.stream.read(max_bytes, self.clock.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send. Raises WriteTimeout."""
        self.stream.write(buffer, self.clock.left(timeout))

    def close(self) -> None:
        """Hang up."""
        self.stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """Return the same connection in TLS."""
        inner = self.stream.start_tls(ssl_context, server_hostname, self.clock.left(timeout))
        return Stream(inner, self.clock)

    def get_extra_info(self, info: str) -> Any:
        """Return what the connection tells of itself."""
        return self.stream.get_extra_info(info)


class Wire(httpcore.SyncBackend):
    """Makes connections; `guarded`: only to public addresses."""

    def __init__(self, clock: Clock, guarded: bool) -> None:
        self.clock = clock
        self.guarded = guarded

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Options = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first of the host's addresses that answers. Raises Unreachable or ConnectError."""
        failed: Exception | None = None
        for address in self.addresses(host, port):
            try:
                made = super().connect_tcp(
                    address, port, self.clock.left(timeout), local_address, socket_options
                )
                return Stream(made, self.clock)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
        raise failed or httpcore.ConnectError("the host has no address")

    def addresses(self, host: str, port: int) -> list[str]:
        """Return the addresses of a host that may be connected to. Raises Unreachable or ConnectError."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(str(error)) from error
        addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
        allowed = [address for address in addresses if not self.guarded or is_public(address)]
        if addresses and not allowed:
            raise Unreachable(PRIVATE.format(addresses[0]))
        return allowed


class Guarded(httpx.BaseTransport):
    """Sends each request itself, or through the proxy that the environment names for its host.

    A proxy looks up names itself: then only a host that is written as a number, or that also is known here,
    can be checked.
    """

    def __init__(self, clock: Clock, allow_private: bool) -> None:
        self.lookup = Wire(clock, guarded=not allow_private)
        self.plain = Wire(clock, guarded=False)  # to the proxy itself
        self.direct = wired(httpx.HTTPTransport(http2=True), self.lookup)
        self.proxied: dict[str, httpx.HTTPTransport] = {}

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request. Raises Unreachable or the errors of httpx."""
        host = request.url.host
        proxy = getproxies().get(request.url.scheme)
        if not proxy or proxy_bypass(host):
            return self.direct.handle_request(request)
        if self.lookup.guarded and not is_public(host):
            raise Unreachable(PRIVATE.format(host))
        if proxy not in self.proxied:
            self.proxied[proxy] = wired(httpx.HTTPTransport(http2=True, proxy=proxy), self.plain)
        return self.proxied[proxy].handle_request(request)

    def close(self) -> None:
        """Hang up everywhere."""
        for transport in (self.direct, *self.proxied.values()):
            transport.close()


def wired(transport: httpx.HTTPTransport, wire: Wire) -> httpx.HTTPTransport:
    """Return the transport with its connections made by the wire; httpx has no parameter for it."""
    transport._pool._network_backend = wire
    return transport


def is_public(host: str) -> bool:
    """Return whether an address is one of the public network; a name that is no number is taken for one,
    but for those of this machine.

    is_public("192.0.43.8"), not is_public("::ffff:10.0.0.1")
    """
    try:
        address: IPv4Address | IPv6Address = ip_address(host.partition("%")[0].strip("[]"))
    except ValueError:
        return not host.rstrip(".").lower().endswith(("localhost", ".local", ".internal"))
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if inner is None and address in TRANSLATED:
            inner = IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            address = inner
    return address.is_global and not address.is_multicast
