"""From news reports to contested claims.

    source ─► document ─► sentences ─► attribution ─► act, places, dates ─► claim ─► SQLite

`web`, `feeds`, `articles` and `files` turn addresses and files into `Document`s; `attribution` finds who says
what; `acts`, `places`, `dates` and `numbers` read what is said; `claims` composes them into `Claim`s; `run`
is the only module that knows the order of the steps. Documents are kept and claims are derived from them.
"""

import os

# Each process has one core's worth of work, and more of them are started for more cores (`--workers`). NumPy
# reads this when it is loaded.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
