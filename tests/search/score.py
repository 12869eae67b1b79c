"""How well the search answers the known queries: a table by kind.

    .venv/bin/python -m tests.search.score [--write] [SITE_DIR] [QUERIES.jsonl …]

`--write` puts the table into README.md beside this file. A query counts once one of the pages that
answer it exists. hit@n: one of them is among the first n results of the reader's language.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts.content.localised import Language
from scripts.search.engine import Engine, Result
from scripts.search.settings import language_for
from scripts.search.store import IndexFolder

QUERIES = Path(__file__).parent / "queries.jsonl"
README = Path(__file__).parent / "README.md"
_TABLE_STARTS, _TABLE_ENDS = "<!-- score -->", "<!-- /score -->"


@dataclass(frozen=True)
class Query:
    """A query with the pages that answer it (paths without language)."""

    text: str
    language: Language
    kind: str
    expected: tuple[str, ...]


@dataclass
class Tally:
    """Queries of one kind, and how many were answered first, and among the first three."""

    queries: int = 0
    first: int = 0
    first_three: int = 0


def load_queries(file: Path = QUERIES) -> list[Query]:
    """Reads a file of queries, one object a line."""
    return [
        Query(data["q"], language_for(data["lang"]), data["kind"], tuple(data["expected"]))
        for data in map(json.loads, file.read_text(encoding="utf-8").splitlines())
    ]


def page_path(url: str) -> str:
    """Returns the page path of an address relative to the site."""
    return url.partition("#")[0].removeprefix("en/").strip("/")


def place_of(query: Query, result: Result) -> int | None:
    """Returns the place of the first page that answers, from 0; None where there is none."""
    expected = {path.removesuffix("/index") for path in query.expected}
    for place, hit in enumerate(result.hits):
        if "#" not in hit.url and page_path(hit.url) in expected:
            return place
    return None


def answerable(queries: list[Query], site_dir: Path) -> Iterator[Query]:
    """Yields the queries of which at least one page exists."""
    for query in queries:
        folder = site_dir if query.language == "zh-TW" else site_dir / "en"
        if any((folder / path.removesuffix("/index")).is_dir() for path in query.expected):
            yield query


def tallies(engine: Engine, queries: list[Query]) -> dict[str, Tally]:
    """Runs the queries and counts by kind; `all` is the sum."""
    found: dict[str, Tally] = {}
    for query in queries:
        place = place_of(query, engine.search(query.text, query.language))
        for kind in (query.kind, "all"):
            tally = found.setdefault(kind, Tally())
            tally.queries += 1
            tally.first += place == 0
            tally.first_three += place is not None and place < 3
    return found


def table(found: dict[str, Tally]) -> str:
    """Returns the tallies as a Markdown table, the sum in the last row."""
    rows = ["| kind | queries | hit@1 | hit@3 |", "| --- | ---: | ---: | ---: |"]
    for kind, tally in sorted(found.items(), key=lambda pair: pair[0] == "all"):
        first, three = tally.first / tally.queries, tally.first_three / tally.queries
        rows.append(f"| {kind} | {tally.queries} | {first:.3f} | {three:.3f} |")
    return "\n".join(rows) + "\n"


def main(arguments: list[str]) -> None:
    """Prints the table, then the queries that were not answered first."""
    names = [argument for argument in arguments if argument != "--write"]
    site_dir = Path(names[0]) if names else Path("site")
    files = [Path(name) for name in names[1:]] or [QUERIES]
    queries = list(answerable([q for file in files for q in load_queries(file)], site_dir))
    engine = Engine(IndexFolder(site_dir))
    result_table = table(tallies(engine, queries))
    print(result_table)
    if "--write" in arguments:
        text = README.read_text(encoding="utf-8")
        head, _, rest = text.partition(_TABLE_STARTS)
        _, _, tail = rest.partition(_TABLE_ENDS)
        README.write_text(
            f"{head}{_TABLE_STARTS}\n{result_table}{_TABLE_ENDS}{tail}", encoding="utf-8"
        )
    for query in queries:
        result = engine.search(query.text, query.language)
        place = place_of(query, result)
        if place != 0:
            found = ", ".join(page_path(hit.url) for hit in result.hits[:3])
            print(f"{'-' if place is None else place + 1:>3} {query.kind:8} {query.text} → {found}")


if __name__ == "__main__":
    main(sys.argv[1:])
