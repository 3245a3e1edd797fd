"""Asks a running dashboard 5,000 things, sensible and not, and tells what was answered with a failure.

python benchmarks/many_requests.py http://localhost:8501 [5000]
"""

import http.client
import sys
import time
from collections import Counter
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

from hypothesis import HealthCheck, Phase, given, settings

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from asking import REQUESTS, fault  # noqa: E402


def main(address: str, number: int) -> None:
    """Ask and print."""
    faults: list[str] = []
    asked: Counter[str] = Counter()

    @settings(
        max_examples=number, deadline=None, database=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(REQUESTS)
    def ask(request: tuple[str, str]) -> None:
        asked[request[0]] += 1
        with closing(http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)) as connection:
            found = fault(connection, *request)
        if found:
            faults.append(found)

    start = time.perf_counter()
    ask()
    seconds = time.perf_counter() - start
    print(f"{asked.total()} requests in {seconds:.0f} s, {len(faults)} of them with a failure.")
    print("\n".join(faults[:20]))


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) == 3 else 5000)
