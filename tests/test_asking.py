"""Whatever is asked of the routes for programs, the answer is rows or a sentence, and never a failure."""

import http.client
from pathlib import Path

import httpx
import pytest
from asking import REQUESTS, fault
from hypothesis import HealthCheck, Phase, given, settings
from test_downloads import client, path

__all__ = ["client", "path"]  # fixtures


@settings(
    max_examples=300,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(REQUESTS)
def test_every_request_is_answered(client: httpx.Client, path: Path, asked: tuple[str, str]) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", client.base_url.port)
    try:
        assert fault(connection, *asked) is None
    finally:
        connection.close()


@pytest.mark.parametrize("name", ["q", "region", "nothing"])
def test_a_parameter_of_a_megabyte_is_refused(client: httpx.Client, name: str) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", client.base_url.port, timeout=20)
    connection.request("GET", f"/claims.csv?{name}=" + "x" * 1_000_000)
    try:
        status = connection.getresponse().status
    except ConnectionError:
        status = 400  # cut off before all was sent
    assert 400 <= status < 500
    assert client.get("/health").status_code == 200
