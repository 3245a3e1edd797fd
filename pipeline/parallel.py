"""Does one work on many items, here or elsewhere, and gives each item with its result, in order.

`Workers` says who does it: this process or several (`Processes`), or those of a cluster (`pipeline.cluster`).
"""

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Any, Protocol, TypeVar

AHEAD = 4  # items a process that are taken before their turn; a long list is never held whole

Item = TypeVar("Item")
Result = TypeVar("Result")
Result_co = TypeVar("Result_co", covariant=True)


class Workers(Protocol):
    """Who does the work."""

    def in_order(
        self, work: Callable[[Item], Result], items: Iterable[Item], lost: Callable[[Item], Result]
    ) -> Iterator[tuple[Item, Result]]:
        """Yield each item with `work(item)`, or with `lost(item)` if its process died over it.

        A process dies for want of memory, or crashes. `work` and `lost` are functions of a module.
        """
        ...


class Coming(Protocol[Result_co]):
    """A result that is being made."""

    def result(self) -> Result_co:
        """Return the result, once it is there."""
        ...


@dataclass(frozen=True)
class Processes:
    """So many processes of this machine; with one of them it is this process that does the work."""

    number: int = 1

    def in_order(
        self, work: Callable[[Item], Result], items: Iterable[Item], lost: Callable[[Item], Result]
    ) -> Iterator[tuple[Item, Result]]:
        """Yield each item with its result."""
        if self.number == 1:
            yield from ((item, work(item)) for item in items)
            return
        left = iter(items)
        while True:
            taken: deque[tuple[Item, Future[Result]]] = deque()
            pool = processes(self.number)
            try:
                yield from turns(lambda item: pool.submit(work, item), left, taken, self.ahead)  # noqa: B023
                return
            except BrokenProcessPool:
                pass  # one of those taken did it: each gets a process of its own
            finally:
                pool.shutdown(cancel_futures=True)
            for item, _ in taken:
                yield item, alone(work, item, lost)

    def ahead(self) -> int:
        """Return how many items are taken before their turn."""
        return self.number * AHEAD


HERE = Processes()


def turns(
    hand_out: Callable[[Item], Coming[Result]],
    items: Iterable[Item],
    taken: deque[tuple[Item, Any]],
    ahead: Callable[[], int],
) -> Iterator[tuple[Item, Result]]:
    """Hand out the items, and yield each with its result when it is its turn.

    `taken` holds those that were not yielded yet, with what is coming: `ahead()` at most.
    """
    for item in items:
        taken.append((item, hand_out(item)))
        while len(taken) >= ahead():
            yield first(taken)
    while taken:
        yield first(taken)


def first(taken: deque[tuple[Item, Any]]) -> tuple[Item, Any]:
    """Return the first item with its result, once it is there; if it fails, the item stays."""
    item, coming = taken[0]
    result = coming.result()
    taken.popleft()
    return item, result


def alone(work: Callable[[Item], Result], item: Item, lost: Callable[[Item], Result]) -> Result:
    """Return the result of one item from a process of its own."""
    with processes(1) as pool:
        try:
            return pool.submit(work, item).result()
        except BrokenProcessPool:
            return lost(item)


def processes(number: int) -> ProcessPoolExecutor:
    """Return a pool whose processes leave Ctrl-C to the one that started them."""
    return ProcessPoolExecutor(
        number, get_context("spawn"), initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_IGN)
    )
