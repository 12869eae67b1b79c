"""`build`, `serve`, `new` and `stamp`: what a contributor types."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import Any

from scripts.content.knowledge_base import load_knowledge_base
from scripts.content.problems import ContentError, Problem
from scripts.site.new_page import write_new_page
from scripts.site.stamp import stamp_translations


def register(commands: Any) -> None:
    """Adds this module's commands to the parser's sub-commands."""
    build = commands.add_parser("build", help="build the site into site/ (strict)")
    build.add_argument("--site-dir", type=Path, default=None, help="where to build")
    build.set_defaults(run=_build)

    serving = commands.add_parser("serve", help="show the site and rebuild on every change")
    serving.add_argument("--port", type=int, default=8000)
    serving.set_defaults(run=_serve)

    new = commands.add_parser("new", help="write the skeleton of a page in both languages")
    new.add_argument("path", help="page path without language and .md, such as faq/my-question")
    new.set_defaults(run=_new)

    stamp = commands.add_parser(
        "stamp", help="record in English pages which version of the Chinese page they translate"
    )
    stamp.add_argument("paths", nargs="*", help="page paths; all unstamped pages when none")
    stamp.add_argument("--all", action="store_true", help="stamp every page, drifted ones too")
    stamp.set_defaults(run=_stamp)


def _build(root: Path, options: argparse.Namespace) -> int:
    from scripts.site.build import build_site  # MkDocs takes half a second to import

    site_dir = options.site_dir.resolve() if options.site_dir else root / "site"
    build_site(root, site_dir)
    print(f"The site is built: {site_dir}")
    return 0


def _serve(root: Path, options: argparse.Namespace) -> int:
    from scripts.site.serve import serve  # MkDocs takes half a second to import

    serve(root, options.port)
    return 0


def _new(root: Path, options: argparse.Namespace) -> int:
    path = options.path.strip("/").removesuffix(".md")
    if not re.fullmatch(r"[a-z0-9-]+(/[a-z0-9-]+)*", path):
        raise ContentError(
            [Problem(options.path, 1, 1, "is no page path",
                     "use lower-case letters, digits and hyphens, such as faq/my-question")]
        )  # fmt: skip
    for file in write_new_page(root, path):
        print(f"written: {file.relative_to(root)}")
    return 0


def _stamp(root: Path, options: argparse.Namespace) -> int:
    kb = load_knowledge_base(root)
    for file in stamp_translations(kb, set(options.paths), everything=options.all):
        print(f"stamped: {file}")
    return 0
