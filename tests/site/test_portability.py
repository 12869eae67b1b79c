"""The articles do not depend on the generator: MkDocs and Zensical make the same HTML of them.

All pages of `docs/` are built with both. What the two themes put around and into an article is
taken away; what is left, the work of Python-Markdown and scripts/markdown, must be equal.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest
import yaml
from lxml import html

from scripts.cli import ROOT
from scripts.content.knowledge_base import KnowledgeBase, load_with_problems
from scripts.content.localised import LANGUAGES
from scripts.site.configuration import write_mkdocs_configuration
from scripts.site.zensical import write_zensical_configuration

# Added by the themes: title, search box, buttons, and boxes in which wide tables scroll.
_ADDED_CLASSES = ("kb-head", "kb-search", "kb-wording", "kb-edit", "md-content__button")
_BOXES = ("kb-body", "kb-home", "kb-table")


@dataclass(frozen=True)
class Built:
    """Two built sites of the same pages; `urls` are the addresses below the site's root."""

    mkdocs: Path
    zensical: Path
    urls: tuple[str, ...]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    kb, _ = load_with_problems(ROOT)
    folder = tmp_path_factory.mktemp("portability")
    urls = tuple(sorted(page.url for page in kb.pages.values()))
    # A copy, because Zensical builds below the folder that holds `docs/`.
    for language in LANGUAGES:
        shutil.copytree(ROOT / "docs" / language, folder / "docs" / language)
    return Built(_build_with_mkdocs(kb, folder), _build_with_zensical(kb, folder), urls)


def _build_with_mkdocs(kb: KnowledgeBase, folder: Path) -> Path:
    configuration = folder / "mkdocs.yml"
    written = {"INHERIT": str(write_mkdocs_configuration(kb)), "docs_dir": str(folder / "docs")}
    configuration.write_text(yaml.safe_dump(written), encoding="utf-8")
    site = folder / "mkdocs"
    # Faults of single pages are the business of `check`; here the two builds are compared.
    _run("mkdocs", "build", "--quiet", "--no-strict", "-f", str(configuration), "-d", str(site))
    return site


def _build_with_zensical(kb: KnowledgeBase, folder: Path) -> Path:
    for language in LANGUAGES:
        configuration = write_zensical_configuration(kb, language, folder)
        _run("zensical", "build", "-f", str(configuration))
    return folder / "site"


def _run(module: str, *arguments: str) -> None:
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1"}
    environment.pop("SITE_URL", None)
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{module} failed:\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"


def _document(site: Path, url: str) -> html.HtmlElement:
    return html.parse(str(site / url / "index.html")).getroot()


def _article(site: Path, url: str) -> str:
    """Returns the article's HTML without what the theme added, one tag a line."""
    (article,) = _document(site, url).iter("article")
    added = [element for name in _ADDED_CLASSES for element in article.find_class(name)]
    for element in (*added, *article.iter("h1"), *article.xpath(".//*[@id='__skip']")):
        element.drop_tree()
    for name in _BOXES:
        for box in article.find_class(name):
            box.drop_tag()
    for grid in article.find_class("kb-grid"):
        del grid.attrib["class"]
    for link in article.iter("a"):
        # A link to no page is a fault that `check` tells; the generators write it differently.
        target = urljoin(f"/{url}", link.get("href", "")).partition("#")[0]
        if target.startswith("/") and not (site / target.strip("/") / "index.html").exists():
            del link.attrib["href"]
    text = "".join(html.tostring(child, encoding="unicode") for child in article.iterchildren())
    return re.sub(r"\s*\n\s*", "\n", text).strip().replace("><", ">\n<")


def test_articles_are_equal(built: Built) -> None:
    assert len(built.urls) > 20
    different = [
        url for url in built.urls if _article(built.mkdocs, url) != _article(built.zensical, url)
    ]
    for url in different[:1]:  # shows the first difference in full
        assert _article(built.mkdocs, url) == _article(built.zensical, url), f"/{url} differs"
    assert different == []


def _record_links(site: Path, url: str) -> list[html.HtmlElement]:
    document = _document(site, url)
    return [*document.find_class("kb-term"), *document.find_class("kb-figure")]


def _missing_targets(site: Path, urls: tuple[str, ...]) -> Iterator[str]:
    """Yields links to the glossary and the list of figures whose anchor is not there."""
    anchors: dict[str, set[str]] = {}
    for url in urls:
        for link in _record_links(site, url):
            target, _, anchor = urljoin(f"/{url}", link.get("href")).partition("#")
            if target not in anchors:
                file = site / target.strip("/") / "index.html"
                found = html.parse(str(file)).xpath("//@id") if file.exists() else []
                anchors[target] = set(found)
            if unquote(anchor) not in anchors[target]:
                yield f"/{url} → {target}#{anchor}"


@pytest.mark.parametrize("generator", ["mkdocs", "zensical"])
def test_term_and_figure_links_lead_to_their_entry(built: Built, generator: str) -> None:
    site: Path = getattr(built, generator)
    assert list(_missing_targets(site, built.urls)) == []
    linked = [url for url in built.urls if _record_links(site, url)]
    assert len(linked) > len(built.urls) / 2, "hardly any page links a term or a figure"
