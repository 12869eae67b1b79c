"""The searches that ours is compared with, each prepared as its own documentation advises.

All get the same corpus: the sections that our index is made of. Each is a folder to serve, and the
body of a script that sets `start(language)` and `search(query)`; `search` resolves to addresses,
the best first.
"""

from __future__ import annotations

import importlib
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import material  # type: ignore[import-untyped]

from scripts.content.localised import LANGUAGES, Language
from scripts.search.analyser import Analyser
from scripts.search.entries import FoundPage

Corpus = Mapping[Language, Sequence[FoundPage]]

# https://squidfunk.github.io/mkdocs-material/plugins/search/#config.separator, with \u200b
SEPARATOR = r"[\s\u200b\u3000\-、。，．？！；：（）「」/]+|\.(?!\d)|&[lg]t;"


@dataclass(frozen=True)
class Peer:
    """A search to measure.

    Attributes:
        name: what the table calls it.
        script: JavaScript that defines `start` and `search`; `base` is the address of its folder.
    """

    name: str
    script: str


OURS = """
let worker, answer;
const start = async (language) => {
  worker = new Worker(`${base}assets/javascripts/search/worker.js#${language}`);
  const { config } = await (await fetch(`${base}search/search_index.json`)).json();
  const ready = new Promise((resolve) => (answer = resolve));
  worker.onmessage = ({ data }) => { if (data.type === 1 || data.type === 3) answer(data.data) };
  worker.postMessage({ type: 0, data: { config, docs: [] } });
  await ready;
};
const search = async (query) => {
  const found = new Promise((resolve) => (answer = resolve));
  worker.postMessage({ type: 2, data: query });
  return (await found).items.map((item) => item[0].location);
};
"""

MATERIAL = """
let worker, answer;
const start = async (language) => {
  worker = new Worker(`${base}javascripts/workers/search.js`);
  const index = await (await fetch(`${base}${language}.json`)).json();
  const ready = new Promise((resolve) => (answer = resolve));
  worker.onmessage = ({ data }) => { if (data.type === 1 || data.type === 3) answer(data.data) };
  worker.postMessage({ type: 0, data: { ...index, options: { suggest: false } } });
  await ready;
};
const search = async (query) => {
  const found = new Promise((resolve) => (answer = resolve));
  worker.postMessage({ type: 2, data: query });
  return (await found).items.map((item) => item[0].location);
};
"""

PAGEFIND = """
let pagefind;
const start = async (language) => {
  document.documentElement.lang = language;
  pagefind = await import(`${base}pagefind/pagefind.js`);
  await pagefind.init();
};
const search = async (query) => {
  const { results } = await pagefind.search(query);
  const shown = await Promise.all(results.slice(0, 10).map((result) => result.data()));
  return shown.map(({ raw_url, url }) => (raw_url ?? url).replace(/^\\//, ""));
};
"""

MINISEARCH = """
let index, cutQueries;
const start = async (language) => {
  await import(`${base}minisearch.js`);
  cutQueries = await (await fetch(`${base}queries.json`)).json();
  const text = await (await fetch(`${base}${language}.json`)).text();
  const options = { fields: ["title", "page", "alias", "text"], storeFields: ["url"],
    tokenize: (text) => text.split(" "), processTerm: (term) => term,
    searchOptions: { boost: { title: 4, alias: 4, page: 2 }, combineWith: "OR",
      prefix: (term) => /^[a-z]{3}/.test(term),
      fuzzy: (term) => /^[a-z]{4}/.test(term) ? 0.2 : 0 } };
  index = MiniSearch.loadJSON(text, options);
};
const search = async (query) => index.search(cutQueries[query]).slice(0, 30).map(({ url }) => url);
"""


def package(name: str, requirement: str, folder: Path) -> ModuleType | None:
    """Imports a package that only this bench needs, installing it beside if need be."""
    sys.path.insert(0, str(folder))
    try:
        return importlib.import_module(name)
    except ImportError:
        command = [sys.executable, "-m", "uv", "pip", "install", "-q", "--target", str(folder)]
        if subprocess.run([*command, requirement], check=False).returncode:
            return None
        importlib.invalidate_caches()
        return importlib.import_module(name)


def prepare_material(corpus: Corpus, packages: Path, folder: Path) -> Peer | None:
    """Material's own search: Lunr, Chinese cut by jieba as its plugin does it."""
    jieba = package("jieba", "jieba", packages)
    if jieba is None:
        return None
    jieba.setLogLevel(60)
    assets = Path(material.__file__).parent / "templates" / "assets" / "javascripts"
    shutil.copytree(assets, folder / "javascripts")
    workers = folder / "javascripts" / "workers"
    next(workers.glob("search.*.min.js")).rename(workers / "search.js")

    def cut(text: str) -> str:
        return re.sub("[\u3400-\u9fff]+", lambda m: "\u200b".join(["", *jieba.cut(m[0]), ""]), text)

    for language in LANGUAGES:
        documents = []
        for page in corpus[language]:
            if page.kind == "term":
                continue
            text = "\n".join([page.summary, *(s.text for s in page.sections[:1])])
            tags = {"location": page.url, "title": cut(page.question or page.title)}
            documents.append({**tags, "text": cut(text)})
            documents += [
                {"location": f"{page.url}#{s.id}", "title": cut(s.title), "text": cut(s.text)}
                for s in page.sections[1:]
            ]
        languages = ["en", "zh"] if language == "zh-TW" else ["en"]
        pipeline = ["stemmer"]
        boosts = {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "tags": {"boost": 1e6}}
        config = {"lang": languages, "separator": SEPARATOR, "pipeline": pipeline, "fields": boosts}
        data = {"config": config, "docs": documents}
        (folder / f"{language}.json").write_text(json.dumps(data, ensure_ascii=False))
    return Peer("Material + jieba", MATERIAL)


def prepare_pagefind(site_dir: Path, packages: Path, folder: Path) -> Peer | None:
    """Pagefind over the built pages, one record a page, the article only."""
    if package("pagefind", "pagefind[extended]", packages) is None:
        return None
    command = [sys.executable, "-m", "pagefind", "--site", str(site_dir), "--root-selector",
               "article", "--output-path", str(folder / "pagefind"), "--quiet"]  # fmt: skip
    done = subprocess.run(command, env={"PYTHONPATH": str(packages)}, check=False)
    return Peer("Pagefind", PAGEFIND) if done.returncode == 0 else None


def prepare_minisearch(
    corpus: Corpus, analyser: Analyser, queries: Sequence[str], folder: Path
) -> Peer | None:
    """MiniSearch over sections, with our cutting, folding and glossary."""
    npm = shutil.which("npm")
    if npm is None:
        return None
    install = [npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder)]
    if subprocess.run([*install, "minisearch"], check=False).returncode:
        return None
    library = folder / "node_modules" / "minisearch" / "dist" / "umd" / "index.js"
    shutil.copyfile(library, folder / "minisearch.js")

    def cut(text: str) -> str:
        return " ".join(analyser.index_tokens(text))

    cut_queries = {query: cut(query) for query in queries}
    (folder / "queries.json").write_text(json.dumps(cut_queries, ensure_ascii=False))
    for language in LANGUAGES:
        documents: list[dict[str, Any]] = []
        for page in corpus[language]:
            if page.kind == "term":
                continue
            title, alias = cut(page.question or page.title), cut(" | ".join(page.aliases))
            lead = page.sections[0].text if page.sections else ""
            documents.append(
                {"url": page.url, "title": title, "alias": alias, "text": cut(page.summary + lead)}
            )
            documents += [
                {"url": page.url, "title": cut(s.title), "page": title, "text": cut(s.text)}
                for s in page.sections[1:]
            ]
        numbered = [{"id": number, **document} for number, document in enumerate(documents)]
        script = (
            "const M = require('./minisearch.js'); const fs = require('fs');"
            "const m = new M({fields: ['title', 'page', 'alias', 'text'], storeFields: ['url'],"
            "tokenize: (t) => t.split(' '), processTerm: (t) => t});"
            f"m.addAll(JSON.parse(fs.readFileSync('{language}.raw.json', 'utf8')));"
            f"fs.writeFileSync('{language}.json', JSON.stringify(m));"
        )
        (folder / f"{language}.raw.json").write_text(json.dumps(numbered, ensure_ascii=False))
        subprocess.run(["node", "-e", script], cwd=folder, check=True)
    return Peer("MiniSearch + our analyser", MINISEARCH)
