"""Mistakes at the command line: each is told in a sentence that says what to do, none passes in silence."""

import pytest
from test_cli import refused, run


@pytest.mark.parametrize(
    ("option", "one", "other"),
    [
        ("conflict", "ukraine", "sudan"),
        ("from", "2025-03-01", "2025-04-01"),
        ("to", "2025-03-01", "2025-04-01"),
        ("q", "drones", "refinery"),
    ],
)
def test_a_filter_that_can_be_given_once_is_refused_twice(option: str, one: str, other: str) -> None:
    message = refused("export", f"--{option}", one, f"--{option}", other, "--db", "none.db")
    assert f"The filter '{option}' is given 2 times: give it once." in message


def test_help_says_which_filters_can_be_repeated() -> None:
    said = " ".join(run("export", "--help").stdout.split())
    for option in ("region", "party", "accused", "category", "stance", "publisher"):
        assert "Can be repeated." in said.partition(f" --{option} ")[2].partition(" --")[0]
    for option in ("conflict", "from", "to", "q"):
        assert "Can be repeated." not in said.partition(f" --{option} ")[2].partition(" --")[0]
