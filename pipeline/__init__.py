"""From news reports to contested claims.

    source ─► document ─► sentences ─► attribution ─► act, places, dates ─► claim ─► SQLite

`web`, `feeds`, `articles` and `files` turn addresses and files into `Document`s; `attribution` finds who says
what; `acts`, `places`, `dates` and `numbers` read what is said; `claims` composes them into `Claim`s; `run`
is the only module that knows the order of the steps. Documents are kept and claims are derived from them.
"""
