"""What holds for all tests: those that start processes of their own run first, before a browser is driven."""

import pytest

FIRST = ("test_parallel.py", "test_cluster.py", "test_several_processes")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests that start processes before all others."""
    items.sort(key=lambda item: not any(name in item.nodeid for name in FIRST))
