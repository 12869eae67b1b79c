"""`search`: what a reader would find, with the reasons. The same ranking as in the browser."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scripts.content.problems import ContentError, Problem

if TYPE_CHECKING:  # the other commands need not wait for the engine to be imported
    from scripts.search.engine import Engine, Hit, Result
    from scripts.search.store import IndexFolder

SHOWN_HITS = 10
SHOWN_REASONS = 6


def register(commands: Any, build: Callable[[Path, Path], object]) -> None:
    """Adds `search` to the parser's sub-commands.

    Args:
        commands: the sub-commands.
        build: builds the site (root, site folder) where there is none yet.
    """
    search = commands.add_parser("search", help="print what a reader would find, and why")
    search.add_argument("query", nargs="?", help="what the reader types")
    search.add_argument(
        "--lang", default="zh-TW", help="language of the reader: zh-TW (default) or en"
    )
    search.add_argument("--json", action="store_true", help="print JSON")
    search.add_argument(
        "--batch", type=Path, metavar="FILE.jsonl",
        help="search for each line, an object with `q` and `lang`; prints one object a line",
    )  # fmt: skip
    search.add_argument("--site-dir", type=Path, default=None, help="the built site (site/)")
    search.set_defaults(run=lambda root, options: _search(root, options, build))


def _search(root: Path, options: argparse.Namespace, build: Callable[[Path, Path], object]) -> int:
    if (options.query is None) == (options.batch is None):
        print('Give a query or --batch FILE, such as: python -m scripts search "QE 是什麼"',
              file=sys.stderr)  # fmt: skip
        return 2
    from scripts.search.engine import Engine
    from scripts.search.settings import language_for

    site_dir = (options.site_dir or root / "site").resolve()
    engine = Engine(_open_index(root, site_dir, build))
    if options.batch is not None:
        _run_batch(engine, options.batch, options.lang)
        return 0
    result = engine.search(options.query, language_for(options.lang))
    if options.json:
        print(json.dumps(_as_data(options.query, result), ensure_ascii=False))
    else:
        _print(result)
    return 0


def _open_index(root: Path, site_dir: Path, build: Callable[[Path, Path], object]) -> IndexFolder:
    from scripts.search.store import IndexFolder, IndexMissing

    try:
        folder = IndexFolder(site_dir)
    except IndexMissing as missing:
        print(f"{missing}: building the site first …", file=sys.stderr)
        build(root, site_dir)
        return IndexFolder(site_dir)
    built = (site_dir / "search" / folder.version / "manifest.json").stat().st_mtime
    if any(file.stat().st_mtime > built for file in (root / "docs").rglob("*.md")):
        print("The pages have changed since the site was built: run `python -m scripts build` "
              "to search them as they are.", file=sys.stderr)  # fmt: skip
    return folder


def _run_batch(engine: Engine, file: Path, default: str) -> None:
    from scripts.search.settings import language_for

    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise ContentError(
            [Problem(str(file), 1, 1, f"cannot be read: {error.strerror}")]
        ) from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            asked = json.loads(line)
            query, language = str(asked["q"]), language_for(str(asked.get("lang", default)))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ContentError(
                [Problem(str(file), number, 1, "is no query",
                         'write an object a line, such as {"q": "縮表", "lang": "zh-TW"}')]
            ) from error  # fmt: skip
        print(json.dumps(_as_data(query, engine.search(query, language)), ensure_ascii=False))


def _as_data(query: str, result: Result) -> dict[str, Any]:
    data: dict[str, Any] = {"q": query, "results": [_hit_data(hit) for hit in result.hits]}
    if result.corrected:
        data["corrected"] = result.corrected
    return data


def _hit_data(hit: Hit) -> dict[str, Any]:
    return {
        "url": hit.url,
        "title": hit.title,
        "score": round(hit.score, 3),
        "lang": hit.language,
        "kind": hit.kind,
        "section": hit.section,
    }


def _print(result: Result) -> None:
    if result.corrected:
        print(f"Understood as: {result.corrected}")
    if not result.hits:
        print("Nothing found.")
    wants = "  ".join(
        f"{want.token}{'…' if want.prefix else ''} {want.weight:.2f}" for want in result.wants
    )
    print(f"Looked for: {wants}\n")
    for place, hit in enumerate(result.hits[:SHOWN_HITS], 1):
        where = hit.url + (f"#{hit.section}" if hit.section else "")
        print(f"{place:2}. {hit.score:6.2f}  {hit.title}  [{hit.language}] {where}")
        reasons = "  ".join(
            f"{token} {share:.1f}" for token, _, share in hit.reasons[:SHOWN_REASONS]
        )
        print(f"            {reasons}")
