"""Measures how far swapping the two sides of each conflict in the sample swaps the claims and nothing else.

For each conflict, the share of claims that are the swapped claims

    own parse       by the parser's own reading of the swapped text
    same parse      the same in those documents that the parser read alike (how many in brackets)
    carried parse   with the reading of the first text carried over to the swapped one

Prints the claims that are missing (-) and those too many (+) as well.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from rows import Row, at_least, keep, options  # noqa: E402
from symmetry import Comparison, all_swaps, carried_over, read_anew, sample_size, share  # noqa: E402

from pipeline.language import load_model  # noqa: E402

WHOLE = 0.99  # the share of claims that has to be the swapped ones
LINE = "{:20} {:>9} {:>7}   {:>14}  {:>14}  {:>14}"


def main() -> list[Row]:
    """Compare, print and return the rows."""
    nlp = load_model()
    all_own: list[tuple[Comparison, bool]] = []
    all_over: list[Comparison] = []
    lines = [LINE.format("conflict", "documents", "claims", "own parse", "same parse", "carried parse")]
    for swaps in all_swaps():
        own, over = list(read_anew(swaps, nlp)), list(carried_over(swaps, nlp))
        differences("own parse", [one for one, _ in own])
        differences("carried parse", over)
        lines.append(line(swaps.conflict.name, own, over))
        all_own += own
        all_over += over
    print("\n".join([*lines, line("all", all_own, all_over)]))
    print(f"documents left out, no fair swap or no swaps: {sample_size() - len(all_over)}")
    read = [one for one, _ in all_own]
    told = f"{len(all_over)} documents, {sum(one.claims for one in all_over)} claims"
    return [
        at_least("claims that swapping the sides swaps", "all claims", share(read), WHOLE, told),
        at_least("the same, with the first reading carried over", "all claims", share(all_over), WHOLE, told),
    ]


def differences(how: str, done: Sequence[Comparison]) -> None:
    """Print the claims that differ."""
    for one in done:
        for sign, keys in (("-", one.missing), ("+", one.extra)):
            for key in keys:
                print(how, one.id, sign, *key)


def line(name: str, own: Sequence[tuple[Comparison, bool]], over: Sequence[Comparison]) -> str:
    """Return a row of the table."""
    same = [one for one, alike in own if alike]
    return LINE.format(
        name,
        len(over),
        sum(one.claims for one in over),
        percent([one for one, _ in own]),
        f"{percent(same)} ({len(same)})",
        percent(over),
    )


def percent(done: Sequence[Comparison]) -> str:
    """Return the share of claims that are as they should be, in per cent."""
    return f"{100 * share(done):.1f}" if done else "-"


if __name__ == "__main__":
    keep(options(__doc__).json, main())
