"""Does one work on many items, in several processes if asked, and gives the results in order."""

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import TypeVar

AHEAD = 4  # items a process that are taken before their turn; a long list is never held whole

Item = TypeVar("Item")
Result = TypeVar("Result")


def in_order(
    work: Callable[[Item], Result], items: Iterable[Item], workers: int, lost: Callable[[Item], Result]
) -> Iterator[Result]:
    """Yield `work(item)` for each item, or `lost(item)` if its process died over it (no memory, a crash)."""
    if workers <= 1:
        yield from map(work, items)
        return
    left = iter(items)
    while True:
        taken: deque[Item] = deque()
        pool = processes(workers)
        try:
            yield from results(pool, work, left, taken, workers * AHEAD)
            return
        except BrokenProcessPool:
            pass  # one of those taken did it: each gets a process of its own
        finally:
            pool.shutdown(cancel_futures=True)
        for item in taken:
            yield alone(work, item, lost)


def results(
    pool: ProcessPoolExecutor,
    work: Callable[[Item], Result],
    left: Iterator[Item],
    taken: deque[Item],
    ahead: int,
) -> Iterator[Result]:
    """Yield the results in order; `taken` holds the items whose result was not yielded yet."""
    futures: deque[Future[Result]] = deque()
    for item in left:
        taken.append(item)
        futures.append(pool.submit(work, item))
        if len(taken) == ahead:
            yield oldest(futures, taken)
    while futures:
        yield oldest(futures, taken)


def oldest(futures: deque[Future[Result]], taken: deque[Item]) -> Result:
    """Return the result that is next, once it is there. Raises BrokenProcessPool."""
    result = futures[0].result()
    futures.popleft()
    taken.popleft()
    return result


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
