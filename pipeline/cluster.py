"""The workers of a Dask cluster, on any number of machines: documents go out, claims come back.

A worker that is lost costs nothing: Dask gives what it was reading to another. The items over which several
are lost one after another are read here, in processes of their own. A worker needs the same version of this
program, whose words and names make the claims; each is asked for it before it is given anything.
"""

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

from pipeline.cluster_checks import (
    ANSWER,
    ClusterError,
    check,
    check_program,
    lost_scheduler,
    no_workers,
    reach,
)
from pipeline.parallel import AHEAD, Taken, alone, turns
from pipeline.version import extractor_version

if TYPE_CHECKING:
    from distributed import Client

Item = TypeVar("Item")
Result = TypeVar("Result")

PATIENCE = 60.0
"""Seconds after which it is asked whether there are still workers."""
ONE_BY_ONE = Lock()  # a parser is not made for several threads


@dataclass(frozen=True)
class Cluster:
    """The workers of a scheduler that we are connected with."""

    address: str
    client: "Client"

    def in_order(
        self, work: Callable[[Item], Result], items: Iterable[Item], lost: Callable[[Item], Result]
    ) -> Iterator[tuple[Item, Result]]:
        """Yield each item with its result. Raises ClusterError if the cluster is lost."""
        taken: Taken[Item, Result] = deque()
        yield from turns(partial(self.hand_out, work, lost), items, taken, self.ahead)

    def hand_out(
        self, work: Callable[[Item], Result], lost: Callable[[Item], Result], item: Item
    ) -> Callable[[], Result]:
        """Give an item to the cluster, and return what waits for the result."""
        future = self.client.submit(work_there, work, item, extractor_version(), pure=False)
        return partial(self.wait, future, partial(alone, work, item, lost))

    def wait(self, future: Any, otherwise: Callable[[], Result]) -> Result:
        """Return a result, once it is there, or the other one if several workers died over it."""
        from distributed import KilledWorker

        while True:
            try:
                result: Result = future.result(timeout=PATIENCE)
                return result
            except TimeoutError:
                if future.done():
                    raise
                if not self.threads():
                    raise no_workers(self.address) from None
            except KilledWorker:
                return otherwise()
            except CancelledError:
                raise lost_scheduler(self.address) from None

    def ahead(self) -> int:
        """Return how many items are taken before their turn, by the workers that there are now."""
        return AHEAD * max(self.threads(), 1)

    def threads(self) -> int:
        """Return how many items are read at the same time. Raises ClusterError if the scheduler is gone."""
        try:
            return sum(self.client.nthreads().values())
        except OSError:
            raise lost_scheduler(self.address) from None


def work_there(work: Callable[[Item], Result], item: Item, ours: str) -> Result:
    """Return the result of an item; runs on a worker. Raises ClusterError if its version is not ours."""
    check_program("A worker that has joined", extractor_version(), ours)
    with ONE_BY_ONE:
        return work(item)


@contextmanager
def connected(address: str) -> Iterator[Cluster]:
    """Give the workers of the scheduler at an address. Raises ClusterError if they cannot read documents."""
    try:
        from distributed import Client
    except ImportError:
        reason = "--scheduler needs Dask, which is not installed: `pip install -r requirements-cluster.txt`."
        raise ClusterError(reason) from None
    for name in ("distributed", "tornado.application"):  # what is amiss is told in a sentence of ours
        logging.getLogger(name).setLevel(logging.CRITICAL)
    reach(address)
    with Client(address, timeout=ANSWER, set_as_default=False) as client:
        check(client, address)
        yield Cluster(address, client)
