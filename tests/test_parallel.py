"""The same results from any number of processes, in order, whatever happens to one of them."""

import os
import time
from multiprocessing import active_children

import pytest
from taking import Taken

from pipeline import parallel
from pipeline.parallel import Processes


def squared(number: int) -> int:
    return number * number


def dies_over_seven(number: int) -> int:
    if number == 7:
        os._exit(1)
    return number


def sleeps(number: int) -> int:
    time.sleep(60 * number)
    return number


def minus(number: int) -> int:
    return -number


@pytest.mark.parametrize("workers", [1, 3])
def test_results_come_in_order(workers: int) -> None:
    assert list(Processes(workers).in_order(squared, range(50), minus)) == [(n, n * n) for n in range(50)]


def test_nothing_to_do() -> None:
    assert list(Processes(2).in_order(squared, [], minus)) == []


def test_an_item_over_which_a_process_dies_is_lost_alone() -> None:
    numbers = list(Processes(2).in_order(dies_over_seven, range(20), minus))
    assert numbers == [(n, -n if n == 7 else n) for n in range(20)]


def test_a_long_list_is_not_taken_at_once() -> None:
    taken = Taken()
    results = Processes(2).in_order(squared, taken, minus)
    assert next(results) == (0, 0)
    assert taken.count < 20
    results.close()  # type: ignore[attr-defined]


def test_broken_off_they_end_at_once_whatever_they_do() -> None:
    begun = time.monotonic()
    results = Processes(2).in_order(sleeps, range(9), minus)
    assert next(results) == (0, 0)
    results.close()  # type: ignore[attr-defined]
    assert not active_children()
    assert time.monotonic() - begun < 10


def test_processes_are_copies_of_this_one_unless_it_has_several_threads(monkeypatch) -> None:
    for threads, method in ((1, "fork"), (2, "spawn")):
        monkeypatch.setattr(parallel.threading, "active_count", lambda number=threads: number)
        monkeypatch.setattr(parallel.sys, "platform", "linux")
        assert parallel.start_method() == method
        assert list(Processes(2).in_order(squared, range(9), minus)) == [(n, n * n) for n in range(9)]
