"""What is wrong with a cluster, told in a sentence before it is given anything to read."""

import asyncio
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from pipeline.version import extractor_version

if TYPE_CHECKING:
    from distributed import Client

ANSWER = 10.0
"""Seconds in which a scheduler has to answer, and its first worker to come."""


class ClusterError(Exception):
    """There is no cluster to read with; the message says why."""


def reach(address: str) -> None:
    """Raise ClusterError if no scheduler is at the address: a `Client` tells it at length, and late."""
    try:
        asyncio.run(asyncio.wait_for(greet(address), ANSWER))
    except (ValueError, TypeError, RuntimeError) as error:
        reason = f"{address!r} cannot be the address of a scheduler, as tcp://host:8786 is: {error}."
        raise ClusterError(reason) from None
    except OSError:
        reason = f"No Dask scheduler answers at {address}: start it with `python -m dask scheduler`."
        raise ClusterError(reason) from None


async def greet(address: str) -> None:
    """Connect to an address once."""
    from distributed.comm import connect
    from distributed.security import Security

    comm = await connect(address, timeout=ANSWER, **Security().get_connection_args("client"))
    await comm.close()


def check(client: "Client", address: str) -> None:
    """Raise ClusterError if there are no workers, or if one of them cannot read documents as we do."""
    try:
        client.wait_for_workers(1, timeout=ANSWER)
    except TimeoutError:
        raise no_workers(address) from None
    versions = client.get_versions()
    check_dask(versions["client"], {address: versions["scheduler"], **versions["workers"]})
    for worker, threads in client.nthreads().items():
        if threads > 1:
            reason = (
                f"The worker at {worker} has {threads} threads, of which one at a time can read: start it"
            )
            raise ClusterError(f"{reason} with `--nthreads 1`, and more of them with `--nworkers`.")
    for worker, theirs in client.run(extractor_version, on_error="return").items():
        check_program(f"The worker at {worker}", theirs, extractor_version())


def check_dask(ours: Mapping[str, Any], all_theirs: Mapping[str, Mapping[str, Any]]) -> None:
    """Raise ClusterError if one of those at some addresses, by what Dask tells, has another Dask than we."""
    version = ours["packages"]["distributed"]
    for address, theirs in all_theirs.items():
        other = theirs["packages"]["distributed"]
        if other != version:
            reason = f"Dask is {other} at {address} and {version} here"
            raise ClusterError(f"{reason}: install the same on all machines.")


def check_program(worker: str, theirs: object, ours: str) -> None:
    """Raise ClusterError if a worker has another version of this program, or an error in its place."""
    if theirs == ours:
        return
    reason = f"{worker} has version {theirs} of this program, and this machine has {ours}"
    if not isinstance(theirs, str):
        reason = f"{worker} cannot read documents ({theirs})"
    raise ClusterError(f"{reason}: start it in a folder with the same version.")


def no_workers(address: str) -> ClusterError:
    """Return the error that nobody is there to read."""
    start = f"python -m dask worker {address} --nthreads 1"
    return ClusterError(f"The scheduler at {address} has no workers: start some with `{start}`.")


def lost_scheduler(address: str) -> ClusterError:
    """Return the error that the scheduler does not answer any more."""
    return ClusterError(f"The scheduler at {address} has gone: what was read is kept, run the same again.")
