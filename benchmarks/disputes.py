"""Measures how claims are lined up, on the stories in tests/data: `python benchmarks/disputes.py`.

All stories are lined up twice: with the claims that were marked by hand, and with those that are found in the
texts. A found claim counts as the marked one that it is paired with (`pipeline/pairing.py`); one that is
paired with none is left out (what the command prints for found claims names them by their own indices, so it
cannot be held against marked disputes as it stands). README.md beside this says what each set gave before the
rules had seen it.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from rows import Row, keep, options, without_bar  # noqa: E402

from pipeline.disputes import Dispute, Disputes, Link, Report  # noqa: E402
from pipeline.disputes.lines import read_disputes, report_of  # noqa: E402
from pipeline.disputes.measure import Share, measure  # noqa: E402
from pipeline.disputes.records import Key  # noqa: E402
from pipeline.pairing import pair  # noqa: E402
from pipeline.predict import gold_fields  # noqa: E402
from pipeline.score import read_scored  # noqa: E402

STORIES = ROOT / "tests" / "data"


def main() -> Iterator[Row]:
    """Measure, print, and yield a row for each set of stories and way."""
    print(f"{'':34}{'precision':>10}{'recall':>10}{'F1':>10}")
    for path in sorted(STORIES.glob("stories-?.jsonl")):
        documents = read_scored([path])
        claims = [(id, n) for id, fields in documents.items() for n in range(len(fields["claims"]))]
        wanted = read_disputes(path.with_suffix(".disputes.jsonl"))
        for way, made in (("given", lined_up(documents)), ("found", found(documents))):
            shares = measure(wanted, made, claims)
            for name, share in shares.items():
                print(f"{path.stem + ', ' + way + ' claims: ' + name:34}" + figures(share))
            (first, pairs), *others = shares.items()
            detail = ", ".join(f"{name} {share.f1 or 0:.2f}" for name, share in others)
            yield without_bar(f"{path.stem}, {way} claims: F1 of {first}", "marked", pairs.f1 or 0, detail)


def figures(share: Share) -> str:
    """Return precision, recall and F1 as they are printed."""
    return "".join(
        f"{'-' if value is None else format(value, '.3f'):>10}"
        for value in (share.precision, share.recall, share.f1)
    )


def lined_up(documents: Mapping[str, Any]) -> list[Dispute]:
    """Return the disputes of the marked claims."""
    return Disputes(report_of(fields, True) for fields in documents.values()).all()


def found(documents: Mapping[str, Any]) -> list[Dispute]:
    """Return the disputes of the claims found in the texts, by the keys of the marked claims they answer
    to."""
    reports = [report_of(fields, False) for fields in documents.values()]
    return list(renamed(Disputes(reports).all(), names_of(reports, documents)))


def names_of(reports: Iterable[Report], documents: Mapping[str, Any]) -> dict[Key, Key]:
    """Return for each claim found that is paired with a marked one the key of that."""
    marked: dict[Key, Key] = {}
    for report in reports:
        fields = documents[report.document.id]
        made = [gold_fields(claim, fields["text"]) for claim in report.claims]
        for p, g in pair(fields["claims"], made).items():
            marked[report.document.id, p] = (report.document.id, g)
    return marked


def renamed(disputes: list[Dispute], names: Mapping[Key, Key]) -> Iterator[Dispute]:
    """Yield disputes with other keys for their claims; what has none is left out."""
    for one in disputes:
        links = (
            Link(names[link.answer], names[link.answered], link.type, link.why, link.strength)
            for link in one.links
            if link.answer in names and link.answered in names
        )
        yield Dispute(tuple(names[key] for key in one.members if key in names), tuple(links))


if __name__ == "__main__":
    keep(options(__doc__).json, list(main()))
