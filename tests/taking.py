"""Items that tell how many of them were taken."""

from collections.abc import Iterator


class Taken:
    """The numbers from 0 to 999; `count` is how many of them were taken so far."""

    def __init__(self) -> None:
        self.count = 0

    def __iter__(self) -> Iterator[int]:
        for number in range(1000):
            self.count += 1
            yield number
