"""Does one work on many items, here or elsewhere, and gives each item with its result, in order.

`Workers` says who does it: this process or several (`Processes`), or those of a cluster (`pipeline.cluster`).
"""

import ctypes
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing import active_children, get_context
from typing import Protocol, TypeVar

DEATH_OF_PARENT = 1  # PR_SET_PDEATHSIG: the signal that the system then sends
AHEAD = 4  # items a process that are taken before their turn; a long list is never held whole

Item = TypeVar("Item")
Result = TypeVar("Result")
Taken = deque[tuple[Item, Callable[[], Result]]]
"""Items that were handed out, each with the function that waits for its result."""


class Workers(Protocol):
    """Who does the work."""

    def in_order(
        self, work: Callable[[Item], Result], items: Iterable[Item], lost: Callable[[Item], Result]
    ) -> Iterator[tuple[Item, Result]]:
        """Yield each item with `work(item)`, or with `lost(item)` if its process died over it.

        A process dies for want of memory, or crashes. `work` and `lost` are functions of a module.
        """
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
            taken: Taken[Item, Result] = deque()
            try:
                with processes(self.number) as pool:
                    yield from turns(partial(handed_out, pool, work), left, taken, self.ahead)
                return
            except BrokenProcessPool:
                pass  # one of those taken did it: each gets a process of its own
            for item, _ in taken:
                yield item, alone(work, item, lost)

    def ahead(self) -> int:
        """Return how many items are taken before their turn."""
        return self.number * AHEAD


HERE = Processes()


def handed_out(pool: ProcessPoolExecutor, work: Callable[[Item], Result], item: Item) -> Callable[[], Result]:
    """Let the pool do the work on an item, and return what waits for the result. Raises BrokenProcessPool."""
    return pool.submit(work, item).result


def turns(
    hand_out: Callable[[Item], Callable[[], Result]],
    items: Iterable[Item],
    taken: Taken[Item, Result],
    ahead: Callable[[], int],
) -> Iterator[tuple[Item, Result]]:
    """Hand out the items, and yield each with its result when it is its turn.

    `taken` holds those that were handed out and not yielded yet, `ahead()` at most.
    """
    for item in items:
        taken.append((item, hand_out(item)))
        while len(taken) >= ahead():
            yield first(taken)
    while taken:
        yield first(taken)


def first(taken: Taken[Item, Result]) -> tuple[Item, Result]:
    """Return the first item with its result, once it is there; if that fails, the item stays."""
    item, wait = taken[0]
    result = wait()
    taken.popleft()
    return item, result


def alone(work: Callable[[Item], Result], item: Item, lost: Callable[[Item], Result]) -> Result:
    """Return the result of one item from a process of its own."""
    try:
        with processes(1) as pool:
            return pool.submit(work, item).result()
    except BrokenProcessPool:
        return lost(item)


@contextmanager
def processes(number: int) -> Iterator[ProcessPoolExecutor]:
    """Give a pool of processes, none of which has begun; broken off, they end at once, whatever they do."""
    others = active_children()
    pool = ProcessPoolExecutor(number, get_context(start_method()), initializer=begun)
    try:
        yield pool
    except BaseException:  # Ctrl-C, or nobody wants the rest: what they read is written by none
        for process in active_children():
            if process not in others:
                process.kill()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def begun() -> None:
    """Have a process leave Ctrl-C to the one that started it, and end with that however it ends: a copy has
    its locks, too."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(DEATH_OF_PARENT, signal.SIGKILL)


def start_method() -> str:
    """Return how processes are started: as copies of this one, with all that it has loaded, if that is safe.

    A copy of one of several threads might wait for ever for what another held.
    """
    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"
