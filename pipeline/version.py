"""Which extractor made a claim: a number, and a hash of all the rules, words and names that went into it.

A change of any of them makes the claims of stored documents stale: `extract --stale` derives them anew,
and so does an ingest that meets the document again.
"""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

PROGRAM = "0.1.0"
EXTRACTOR = "1"
FOLDER = Path(__file__).parent
ENDINGS = (".py", ".toml", ".csv")
PACKAGES = ("spacy", "lemminflect")


@cache
def extractor_version() -> str:
    """Return the extractor's version, such as "1-3fa9c210"."""
    found = hashlib.sha256(" ".join(version(package) for package in PACKAGES).encode())
    for path in sorted(path for path in FOLDER.rglob("*") if path.suffix in ENDINGS):
        found.update(path.relative_to(FOLDER).as_posix().encode() + b"\0" + path.read_bytes())
    return f"{EXTRACTOR}-{found.hexdigest()[:8]}"


def told_version() -> str:
    """Return the versions of program, rules, model and parser in a line. Raises ModelMissing."""
    from pipeline.language import installed  # loads spaCy

    model = installed()
    return (
        f"ceasefire-claims {PROGRAM}; rules {extractor_version()}; "
        f"model {model} {version(model)}; spaCy {version('spacy')}"
    )
