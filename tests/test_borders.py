"""The borders between the parts: who imports whom, who opens a socket, and that names and words are data."""

import ast
import csv
import re
import tomllib
from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import cache
from pathlib import Path

from db import open_db

ROOT = Path(__file__).parent.parent
DATA = ROOT / "pipeline" / "conflicts"
LEXICONS = ROOT / "pipeline" / "lexicon"

# What reaches the network: modules, and functions of modules that otherwise do not.
NETWORK = (
    "socket",
    "ssl",
    "http",
    "httpx",
    "httpcore",
    "requests",
    "urllib.request",
    "urllib3",
    "aiohttp",
    "ftplib",
    "asyncio",
)
FETCHING = {"fetch_url", "fetch_response", "urlopen", "urlretrieve", "create_connection"}

KNOWS_THE_STORE = {
    f"pipeline/{name}.py"
    for name in (
        "run",
        "lining",
        "memory",
        "verify",
        "source_table",
        "errors",
        "reading_commands",
        "rounds",
        "asked",
        "keeping_commands",
        "removing",
        "__main__",
    )
}
NO_PAGES = {
    f"views/{name}.py" for name in ("app", "downloads", "headers", "pages", "preload", "proofs", "sockets")
}  # around the pages

# Keys of parties.toml whose values are names of parties.
NAMES = ("state", "demonym", "capital", "body", "outlet", "group", "person")
GRAMMAR = {"be", "have", "do"}  # auxiliaries are no words of the subject
LARGE = 100_000  # people, from which on a town's name is looked for


def modules(*parts: str) -> list[Path]:
    """Return the modules of the parts: folders, or the application itself."""
    found = [path for part in parts for path in sorted((ROOT / part).rglob("*.py"))]
    return [*found, ROOT / "dashboard.py"] if "views" in parts else found


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> set[str]:
    """Return the dotted names that a module imports: "db" and "db.queries" for `from db import queries`."""
    found: set[str] = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def under(names: Iterable[str], *packages: str) -> set[str]:
    """Return the names that are one of the packages or lie in one."""
    return {name for name in names if any(f"{name}.".startswith(f"{package}.") for package in packages)}


def importing(paths: Iterable[Path], *packages: str) -> list[str]:
    """Return who of the paths imports what of the packages, a line each."""
    return [f"{name_of(path)}: {name}" for path in paths for name in sorted(under(imports(path), *packages))]


def test_the_store_knows_neither_the_language_nor_the_pages() -> None:
    assert importing(modules("db"), "spacy", "streamlit", "pipeline", "views", "starlette") == []


def test_the_pipeline_knows_no_pages() -> None:
    assert importing(modules("pipeline"), "streamlit", "views", "starlette") == []


def test_only_the_run_and_the_command_line_know_the_store() -> None:
    others = [path for path in modules("pipeline") if name_of(path) not in KNOWS_THE_STORE]
    assert importing(others, "db", "sqlite3", "sqlite_utils") == []


def test_the_pages_derive_nothing() -> None:
    assert importing(modules("views"), "spacy", "pipeline") == []


def test_a_page_knows_questions_and_parts_only() -> None:
    pages = [path for path in sorted((ROOT / "views").glob("*.py")) if name_of(path) not in NO_PAGES]
    assert pages
    for path in pages:
        ours = under(imports(path), "db", "pipeline", "views", "sqlite3", "sqlite_utils")
        assert ours - {"db", "views"} == under(ours, "db.queries", "db.filter", "views.parts"), name_of(path)


def test_only_one_package_opens_a_socket() -> None:
    web = ROOT / "pipeline" / "web"
    assert any(under(imports(path), *NETWORK) for path in web.glob("*.py"))
    own = {
        ROOT / "pipeline" / "cluster_checks.py",  # asks whether a scheduler answers, before Dask does
        ROOT / "views" / "sockets.py",  # sets an option of the server's own
    }
    others = [path for path in modules("pipeline", "db", "views") if path.parent != web and path not in own]
    assert importing(others, *NETWORK) == []
    for path in others:
        called = {node.attr for node in ast.walk(tree_of(path)) if isinstance(node, ast.Attribute)}
        assert not called & FETCHING, name_of(path)
        assert not {name.rpartition(".")[2] for name in imports(path)} & FETCHING, name_of(path)


# --- names and words are data -----------------------------------------------------------------------


def strings(path: Path) -> Iterator[tuple[ast.Constant, ast.AST]]:
    """Yield each string of a module that is no docstring, with what it stands in."""
    for parent in ast.walk(tree_of(path)):
        if isinstance(parent, ast.Expr):
            continue
        for child in ast.iter_child_nodes(parent):
            if isinstance(child, ast.Constant) and isinstance(child.value, str):
                yield child, parent


@cache
def names() -> frozenset[str]:
    """Return the names of parties, regions and larger towns of the conflicts, if of three letters or more."""
    found: set[str] = set()
    for path in DATA.glob("*/parties.toml"):
        for party in tomllib.loads(path.read_text(encoding="utf-8")).get("party", []):
            found.update([party["name"]], *(party.get(key, []) for key in NAMES))
    for path in DATA.glob("*/*.csv"):
        if path.parent.name == "world" and path.name != "countries.csv":
            continue  # some town or district in the world is called Reading, some other Most
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(line for line in file if not line.startswith("#")):
                if path.name != "places.csv" or float(row["weight"] or 0) > LARGE:
                    found.add(row["name"])
    return frozenset(name for name in found if len(name) > 2 and name[:1].isupper())


@cache
def verbs() -> frozenset[str]:
    """Return the lexicons' words that may be verbs, without the names of keys, kinds, fields and columns."""
    words: set[str] = set()
    told: set[str] = set()
    for path in LEXICONS.rglob("*.toml"):
        for entry in tomllib.loads(path.read_text(encoding="utf-8")).get("entry", []):
            if "VERB" in entry.get("pos", []):
                words.update(word.lower() for word in entry["words"])
            for key, value in entry.items():
                if key not in ("id", "words", "accepts", "rejects"):
                    told.update([key], map(str, value if isinstance(value, list) else [value]))
    with closing(open_db(":memory:")) as db:
        for table in db.tables:
            told.update([table.name], table.columns_dict)
    for node in ast.walk(tree_of(ROOT / "pipeline" / "records.py")):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            told.add(node.target.id)
        elif isinstance(node, ast.Constant):
            told.add(str(node.value))
    return frozenset(words - told - GRAMMAR)


def test_no_party_and_no_place_stands_in_the_code() -> None:
    assert len(names()) > 500
    found = []
    for path in modules("pipeline", "db", "views"):
        for node, _ in strings(path):
            phrases = re.findall(r"[^\W\d_]+(?:[-' ][^\W\d_]+)*", node.value)
            words = {part for phrase in phrases for part in [phrase, *re.split(r"[-' ]", phrase)]}
            found += [f"{name_of(path)}:{node.lineno}: {word}" for word in sorted(words & names())]
    assert found == []


def test_no_verb_of_the_language_stands_in_the_code() -> None:
    assert len(verbs()) > 100
    found = []
    for path in modules("pipeline", "db"):
        for node, parent in strings(path):
            if isinstance(parent, ast.Compare | ast.Set | ast.List | ast.Tuple | ast.MatchValue):
                words = {node.value}
            elif isinstance(parent, ast.Call) and ast.unparse(parent.func).startswith("re."):
                words = set(re.findall(r"[a-z]{3,}", node.value))
            else:
                continue  # a sentence for a person, a column, a format
            found += [f"{name_of(path)}:{node.lineno}: {word}" for word in sorted(words & verbs())]
    assert found == []
