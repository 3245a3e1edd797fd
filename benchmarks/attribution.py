"""Measures who-says-what on PolNeAR, next to textacy and to a plain rule: `make bench POLNEAR=folder`.

    attribution.py FOLDER|FILE.jsonl [--split dev] [--scorer score.py] [--limit N] [--json FILE]

The corpus is read as JSON lines of `id`, `text` and `attributions` (source, cue and content, each a list of
character spans). Ours, textacy's `direct_quotations` if textacy can be imported, and the plain rule read the
same texts with the same model: ours with the components that it uses, the others with all. F1 of content:
half of the words shared, one to one, the closest first. Cue: any word shared. Joint: content, and the source
has the same last word or half of its words. With --scorer another program judges, called with the gold and
the predicted file and `--json`.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import spacy  # noqa: E402
from rows import Row, keep, not_measured, without_bar  # noqa: E402
from spacy.tokens import Doc, Span  # noqa: E402

from pipeline.attribution import attributions  # noqa: E402
from pipeline.language import installed, load_model  # noqa: E402

Spans = list[tuple[int, int]]
Record = dict[str, Spans]
Finder = Callable[[Doc], Iterable[Record]]

PLAIN = tomllib.loads((ROOT / "benchmarks" / "plain_rule.toml").read_text(encoding="utf-8"))


def ours(doc: Doc) -> Iterator[Record]:
    """Yield what this project finds."""
    for one in attributions(doc):
        yield {"source": list(one.source), "cue": list(one.cue), "content": list(one.content)}


def plain(doc: Doc) -> Iterator[Record]:
    """Yield what a verb of saying, its subject and its clause give."""
    for token in doc:
        if token.lemma_ in PLAIN["verbs"] and token.pos_ == "VERB":
            clauses = [child for child in token.children if child.dep_ in {"ccomp", "parataxis"}]
            subjects = [child for child in token.children if child.dep_ == "nsubj"]
            if clauses:
                yield record(subtrees(doc, subjects), [token], subtrees(doc, clauses, without=token.i))
        elif [word.lower_ for word in doc[token.i : token.i + 2]] == PLAIN["phrase"]:
            objects = [child for child in doc[token.i + 1].children if child.dep_ == "pobj"]
            head = token.head
            content = [t for t in head.subtree if t.i < token.i or t.i > doc[token.i + 1].right_edge.i]
            yield record(subtrees(doc, objects), [token, doc[token.i + 1]], content)


def subtrees(doc: Doc, heads: Iterable[Any], without: int | None = None) -> list[Any]:
    """Return the tokens under the heads, those under `without` left out."""
    skipped = set() if without is None else {without}
    return [token for head in heads for token in head.subtree if token.i not in skipped]


def record(source: list[Any], cue: list[Any], content: list[Any]) -> Record:
    """Return tokens as character spans, neighbours joined."""
    return {"source": runs(source), "cue": runs(cue), "content": runs(content)}


def runs(tokens: list[Any]) -> Spans:
    """Return the character spans of tokens, those that follow each other as one."""
    spans: Spans = []
    last = None
    for token in sorted(tokens, key=lambda t: t.i):
        end = token.idx + len(token)
        if last is not None and token.i == last + 1:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((token.idx, end))
        last = token.i
    return spans


def textacy_finder() -> Finder | None:
    """Return textacy's rule for direct quotations, None if textacy is not installed."""
    try:
        from textacy.extract import direct_quotations
    except ImportError:
        return None

    def find(doc: Doc) -> Iterator[Record]:
        for start, end in paragraphs(doc):  # one odd mark makes it raise: read each paragraph for itself
            try:
                for found in direct_quotations(doc[start:end].as_doc()):
                    yield shifted(found, doc[start].idx)
            except ValueError:
                continue

    return find


def paragraphs(doc: Doc) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs of a parsed text in tokens."""
    start = 0
    for token in doc:
        if token.is_space and "\n" in token.text:
            if token.i > start:
                yield start, token.i
            start = token.i + 1
    if start < len(doc):
        yield start, len(doc)


def shifted(found: Any, by: int) -> Record:
    """Return a quotation of textacy's in the characters of the whole text."""

    def place(tokens: list[Any]) -> Spans:
        return [(start + by, end + by) for start, end in runs(list(tokens))]

    content = found.content
    whole = list(content) if isinstance(content, Span) else content
    return {"source": place(found.speaker), "cue": place(found.cue), "content": place(whole)}


# --- judging ---------------------------------------------------------------------------------


def judge_with(scorer: Path, gold: Path, predicted: Path) -> dict[str, Any]:
    """Return the figures of another program."""
    command = [sys.executable, str(scorer), str(gold), str(predicted), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{scorer} failed: {done.stderr.strip()}")
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def judge(gold: list[dict[str, Any]], predicted: list[list[Record]]) -> dict[str, Any]:
    """Return precision, recall and F1 of content, cue and joint, and how often the source is right."""
    counts = {name: [0, 0, 0] for name in ("content", "cue", "joint")}
    sources = [0, 0]
    for document, found in zip(gold, predicted, strict=True):
        marked = [words(document["text"], one) for one in document["attributions"]]
        guessed = [words(document["text"], one) for one in found]
        by_content, by_cue = pairs(marked, guessed, "content", 0.5), pairs(marked, guessed, "cue", 0.0)
        joint = [pair for pair in by_content if same_source(*pair)]
        sources[0] += sum(same_source(*pair) for pair in by_cue)
        sources[1] += len(by_cue)
        for name, right in (("content", by_content), ("cue", by_cue), ("joint", joint)):
            role = "content" if name == "joint" else name
            counts[name][0] += len(right)
            counts[name][1] += sum(1 for one in guessed if one[role])
            counts[name][2] += sum(1 for one in marked if one[role])
    result: dict[str, Any] = {name: {"f1": f1(*three)} for name, three in counts.items()}
    result["source_of_cue_pairs"] = {"accuracy": sources[0] / sources[1] if sources[1] else 0.0}
    return result


def words(text: str, one: dict[str, Any]) -> dict[str, list[tuple[int, str]]]:
    """Return each role as words with their places, marks left out."""
    return {
        role: [
            (start + at, word) for start, end in one.get(role) or [] for at, word in places(text[start:end])
        ]
        for role in ("source", "cue", "content")
    }


def places(text: str) -> Iterator[tuple[int, str]]:
    """Yield the words of a text with their offsets."""
    at = 0
    for piece in text.split():
        at = text.index(piece, at)
        bare = piece.strip("\"'“”‘’.,;:!?()[]«»—–-")
        if bare:
            yield at + piece.index(bare), bare
        at += len(piece)


def pairs(marked: list[Any], guessed: list[Any], role: str, least: float) -> list[tuple[Any, Any]]:
    """Return one-to-one pairs that agree on a role, the closest first."""
    close = []
    for g, one in enumerate(marked):
        for p, other in enumerate(guessed):
            a, b = {at for at, _ in one[role]}, {at for at, _ in other[role]}
            share = len(a & b) / len(a | b) if a and b else 0.0
            if share > 0 and share >= least:
                close.append((-share, g, p))
    used: tuple[set[int], set[int]] = (set(), set())
    chosen = []
    for _, g, p in sorted(close):
        if g not in used[0] and p not in used[1]:
            used[0].add(g)
            used[1].add(p)
            chosen.append((marked[g], guessed[p]))
    return chosen


def same_source(one: Any, other: Any) -> bool:
    """Say whether two sources are the same: none in both, the same last word, or half of the words."""
    a, b = one["source"], other["source"]
    if not a or not b:
        return not a and not b
    shared = len({at for at, _ in a} & {at for at, _ in b})
    return bool(a[-1] == b[-1] or 2 * shared / (len(a) + len(b)) >= 0.5)


def f1(right: int, guessed: int, marked: int) -> float:
    return 2 * right / (guessed + marked) if right else 0.0


# --- running ---------------------------------------------------------------------------------


def main() -> None:
    """Run every finder over the same texts and print a table."""
    options = arguments()
    path = options.corpus / f"{options.split}.jsonl" if options.corpus.is_dir() else options.corpus
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        sys.exit(f"{path} cannot be read ({error.strerror}): name the folder with the converted corpus.")
    gold = [json.loads(line) for line in lines if line.strip()][: options.limit]
    texts = [document["text"] for document in gold]
    parsed = list(load_model().pipe(texts, batch_size=8))
    whole = list(spacy.load(installed()).pipe(texts, batch_size=8))  # the peers ask for lemmas too
    finders: list[tuple[str, Finder | None]] = [
        ("ours", ours), ("textacy direct_quotations", textacy_finder()), ("plain verb rule", plain)
    ]  # fmt: skip
    print(f"{path.name}: {len(gold)} documents, {sum(len(d['attributions']) for d in gold)} attributions\n")
    rows: list[Row] = []
    results: dict[str, float] = {}
    print(f"{'F1 in %':<28}{'content':>9}{'cue':>7}{'joint':>7}{'source right':>14}{'speech found':>14}")
    for name, finder in finders:
        if finder is None:
            print(f"{name:<28}not installed")
            rows.append(not_measured("who says what, F1", name, "", "left out: it is not installed"))
            continue
        found = [list(finder(doc)) for doc in (parsed if finder is ours else whole)]
        result = judged(options.scorer, gold, found)
        results[name] = result["joint"]["f1"]
        print(row(name, result))
    for peer, figure in list(results.items())[1:]:
        detail = f"F1 of cue and content together {100 * results['ours']:.1f} and {100 * figure:.1f} %"
        if figure:
            rows.append(without_bar("who says what, F1", peer, results["ours"] / figure, detail))
    keep(options.json, rows)


def judged(scorer: Path | None, gold: list[dict[str, Any]], found: list[list[Record]]) -> dict[str, Any]:
    """Return the figures, by the scorer named or by our own reading of the same measures."""
    if scorer is None:
        return judge(gold, found)
    with tempfile.TemporaryDirectory() as folder:
        answer, asked = Path(folder, "found.jsonl"), Path(folder, "gold.jsonl")
        asked.write_text("".join(json.dumps(document) + "\n" for document in gold), encoding="utf-8")
        answer.write_text(
            "".join(
                json.dumps({"id": document["id"], "attributions": records}) + "\n"
                for document, records in zip(gold, found, strict=True)
            ),
            encoding="utf-8",
        )
        return judge_with(scorer, asked, answer)


def row(name: str, result: dict[str, Any]) -> str:
    """Return one line of the table."""
    figures = [result[measure]["f1"] for measure in ("content", "cue", "joint")]
    source = result["source_of_cue_pairs"]["accuracy"]
    speech = result.get("recall", {}).get("speech", {}).get("content")
    last = f"{100 * speech:14.1f}" if speech is not None else f"{'–':>14}"
    f1s = "".join(f"{100 * figure:{width}.1f}" for figure, width in zip(figures, (9, 7, 7), strict=True))
    return f"{name:<28}{f1s}{100 * source:14.1f}{last}"


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path, help="folder with dev.jsonl, or a file of that format")
    parser.add_argument("--split", default="dev", help="which file of the folder")
    parser.add_argument("--scorer", type=Path, help="a program that judges instead")
    parser.add_argument("--limit", type=int, help="read only so many documents")
    parser.add_argument("--json", type=Path, metavar="FILE", help="where the rows are to be written")
    return parser.parse_args()


if __name__ == "__main__":
    main()
