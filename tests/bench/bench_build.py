"""Measures a cold build at 1,000 pages in each language against its peers.

Budget: at most 0.12 of stock Material without pruning and less than Zensical building both
languages. The pages are this site's own, copied under new paths until there are 1,000 of each
language, so the peers render what ours renders: Zensical with all our Markdown extensions; stock
Material with its own search and theme and without our extensions, which makes it lighter.

    .venv/bin/python -m tests.bench.bench_build [--pages N] [--only ours stock zensical]
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml
from mkdocs.utils.yaml import yaml_load

from scripts.cli import ROOT
from scripts.content.knowledge_base import load_with_problems
from scripts.content.localised import LANGUAGES
from scripts.publish.steps import publish
from scripts.site.build import start_builds
from scripts.site.zensical import write_zensical_configuration


def copy_project(folder: Path, pages: int) -> None:
    """Copies the project, and its articles as often as it takes to have so many pages."""
    for name in ("scripts", "overrides", "docs", "mkdocs.yml"):
        source = ROOT / name
        if source.is_dir():
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(source, folder / name, ignore=ignored)
        else:
            shutil.copyfile(source, folder / name)
    for language in LANGUAGES:
        docs = folder / "docs" / language
        own = sorted(docs.rglob("*.md"))
        copied = [f for f in own if len(f.relative_to(docs).parts) == 2 and f.stem != "index"]
        for number in range(pages - len(own)):
            source = copied[number % len(copied)]
            turn = number // len(copied) + 2
            shutil.copyfile(source, source.with_name(f"{source.stem}-{turn}.md"))


def build_ours(folder: Path) -> None:
    """All that `build` does, but for the checks, which would refuse the copies."""
    kb, _ = load_with_problems(folder)
    processes = start_builds(kb, folder / "site").values()
    for process in processes:
        process.answer()
    publish(kb, folder / "site")
    for process in processes:
        process.stop()


def build_stock(folder: Path) -> None:
    """The same pages with Material as it is shipped, not pruned, search included."""
    with (folder / "mkdocs.yml").open(encoding="utf-8") as file:
        settings: dict[str, Any] = yaml_load(file)
    ours = [e for e in settings["markdown_extensions"] if not str(e).startswith("scripts.")]
    i18n = settings["plugins"]["i18n"] | {"reconfigure_search": True}
    settings |= {
        "strict": False,
        "validation": {"links": {"anchors": "info", "not_found": "info"}},
        "theme": {"name": "material", "language": "zh-TW"},
        "extra_css": [],
        "extra_javascript": [],
        "markdown_extensions": ours,
        "plugins": {"search": {}, "i18n": i18n},
    }
    configuration = folder / "stock.yml"
    configuration.write_text(yaml.safe_dump(settings), encoding="utf-8")
    _run(folder, "mkdocs", "build", "--quiet", "-f", str(configuration))


def build_zensical(folder: Path) -> None:
    """Both languages, one after the other, as it has to be done."""
    kb, _ = load_with_problems(folder)
    for language in LANGUAGES:
        configuration = write_zensical_configuration(kb, language, folder)
        _run(folder, "zensical", "build", "-f", str(configuration))


def _run(folder: Path, *module: str) -> None:
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1"}
    subprocess.run(
        [sys.executable, "-m", *module], cwd=folder, env=environment, capture_output=True
    )


BUILDS: dict[str, Callable[[Path], None]] = {
    "ours": build_ours,
    "zensical": build_zensical,
    "stock": build_stock,
}


def main() -> None:
    """Prints one line a build: seconds, built pages, and the ratio of ours to it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", type=int, default=1000, help="in each language")
    parser.add_argument("--only", nargs="+", choices=BUILDS, default=list(BUILDS))
    options = parser.parse_args()
    print(f"{'build':10}{'seconds':>9}{'pages':>7}{'ours is':>9}", flush=True)
    ours = 0.0
    for name in options.only:
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary)
            copy_project(folder, options.pages)
            began = time.perf_counter()
            BUILDS[name](folder)
            took = time.perf_counter() - began
            built = sum(1 for _ in (folder / "site").rglob("index.html"))
        ours = took if name == "ours" else ours
        print(f"{name:10}{took:9.1f}{built:7}{ours / took:9.2f}", flush=True)


if __name__ == "__main__":
    main()
