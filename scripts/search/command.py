"""`search`: what a reader would find, with the reasons. The same ranking as in the browser."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scripts.content.localised import Language
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
        "--lang", default="zh-TW", type=_tag, metavar="zh-TW|en",
        help="language of the reader: zh-TW (default) or en",
    )  # fmt: skip
    search.add_argument("--json", action="store_true", help="print JSON")
    search.add_argument(
        "--batch", type=Path, metavar="FILE.jsonl",
        help="search for each line, an object with `q` and `lang`; prints one object a line",
    )  # fmt: skip
    search.add_argument("--site-dir", type=Path, default=None, help="the built site (site/)")
    search.set_defaults(run=lambda root, options: _search(root, options, build))


def _tag(text: str) -> str:
    if not text.lower().startswith(("zh", "en")):
        raise argparse.ArgumentTypeError(f"`{text}` is neither zh-TW nor en")
    return text


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
        print(_as_json(_as_data(options.query, result)))
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
    for query, language in _read_batch(file, default):
        print(_as_json(_as_data(query, engine.search(query, language))))


def _read_batch(file: Path, default: str) -> list[tuple[str, Language]]:
    """Reads the whole file before anything is searched for, so that all its mistakes are told."""
    from scripts.search.settings import language_for

    try:
        text = file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ContentError(
            [Problem(str(file), 1, 1, f"cannot be read: {error.strerror}")]
        ) from error
    except UnicodeDecodeError as error:
        raise ContentError([Problem(str(file), 1, 1, "is no UTF-8 text", "save it so")]) from error
    queries: list[tuple[str, Language]] = []
    problems: list[Problem] = []
    # Not splitlines: a line separator of Unicode may stand within a query.
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            asked = json.loads(line)
            query, tag = asked["q"], asked.get("lang") or default
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            query = tag = None
        if isinstance(query, str) and isinstance(tag, str):
            queries.append((query, language_for(tag)))
        else:
            problems.append(
                Problem(str(file), number, 1, "is no query",
                        'write an object a line, such as {"q": "縮表", "lang": "zh-TW"}')
            )  # fmt: skip
    if problems:
        raise ContentError(problems)
    return queries


def _as_json(data: dict[str, Any]) -> str:
    """Returns JSON on one line; half a surrogate pair, which no output can hold, stays escaped."""
    text = json.dumps(data, ensure_ascii=False)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


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
