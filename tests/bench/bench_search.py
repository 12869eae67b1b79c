"""Measures the search in Chromium: quality, bytes, time; against three others on the same corpus.

    .venv/bin/python -m tests.bench.bench_search [--site-dir SITE] [--grow 10000] [--ours]

Bytes are gzip, from a cold start to the first result. Times are from the question to the answer of
the worker; the lines below ours give key to rendered result in our box itself, and how long the
first key after the focus takes where every answer of the server is late. README.md beside this
file keeps what was measured last.
"""

from __future__ import annotations

import argparse
import gzip
import http.server
import random
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path
from typing import Any
from unittest import mock

from playwright.sync_api import Browser, sync_playwright

from scripts.cli import ROOT
from scripts.content.knowledge_base import KnowledgeBase, load_with_problems
from scripts.content.localised import LANGUAGES, Language
from scripts.search import build
from scripts.search.entries import FoundPage, Section, find_pages
from scripts.search.memory import Memory
from scripts.search.store import IndexFolder
from tests.bench.search_peers import (
    OURS,
    Peer,
    prepare_material,
    prepare_minisearch,
    prepare_pagefind,
)
from tests.browser.chromium import ARGUMENTS, find_chromium
from tests.search.score import Query, answerable, load_queries, page_path

LATENCY = 0.04  # seconds, for the first key
TYPED_AFTER = 300  # milliseconds from the focus to the first key
KEYED_SAMPLE = 100  # queries that are typed key by key
COLD_SAMPLE = 24  # queries that are asked from a cold start, for the bytes


@lru_cache(maxsize=4000)
def _compressed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 6)


class _Gzip(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else every answer waits 40 ms for an acknowledgement
    latency = 0.0

    def do_GET(self) -> None:
        time.sleep(self.latency)
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = _compressed(path)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        pass  # The browser drops connections when a page is closed.


@contextmanager
def served(folder: Path, latency: float = 0.0) -> Iterator[str]:
    """Serves a folder, every answer late by `latency` seconds; gives its address."""
    handler = type("_Late", (_Gzip,), {"latency": latency})
    server = _Server(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


def share(values: Sequence[float], part: float) -> float:
    """Returns the value below which `part` of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]


def ask(browser: Browser, base: str, peer: Peer, queries: Sequence[Query]) -> dict[str, Any]:
    """Asks all queries, language by language, and returns places, times and the cold start."""
    places: list[int | None] = []
    times: list[float] = []
    for language in LANGUAGES:
        chosen = [query for query in queries if query.language == language]
        page = browser.new_page()
        page.goto(f"{base}blank.html")
        result = page.evaluate(
            "async ([base, language, queries]) => {"
            + peer.script
            + """
              await start(language);
              const out = [];
              for (const query of queries) {
                const from = performance.now();
                const urls = await search(query);
                out.push([urls, performance.now() - from]);
              }
              return out;
            }""",
            [base, language, [query.text for query in chosen]],
        )
        page.close()
        for query, (urls, taken) in zip(chosen, result, strict=True):
            times.append(taken)
            expected = {path.removesuffix("/index") for path in query.expected}
            pages = list(dict.fromkeys(page_path(url) for url in urls if "#term-" not in url))
            places.append(next((i for i, path in enumerate(pages) if path in expected), None))
    cold = [_cold(browser, base, peer, query) for query in queries[:: len(queries) // COLD_SAMPLE]]
    return {
        "places": places,
        "times": times,
        "bytes": [c[0] for c in cold],
        "cold": [c[1] for c in cold],
    }


def _cold(browser: Browser, base: str, peer: Peer, query: Query) -> tuple[int, float]:
    context = browser.new_context()
    sizes: list[int] = []
    context.on("response", lambda r: sizes.append(int(r.headers.get("content-length", 0))))
    page = context.new_page()
    page.goto(f"{base}blank.html")
    sizes.clear()
    time = page.evaluate(
        "async ([base, language, query]) => {"
        + peer.script
        + """
          const from = performance.now(); await start(language); await search(query);
          return performance.now() - from;
        }""",
        [base, query.language, query.text],
    )
    context.close()
    return sum(sizes), time


def row(name: str, result: dict[str, Any]) -> None:
    """Prints one line of the table."""
    places, count = result["places"], len(result["places"])
    first = sum(place == 0 for place in places) / count
    three = sum(place is not None and place < 3 for place in places) / count
    print(
        f"{name:28}{first:7.3f}{three:7.3f}{share(result['bytes'], 0.5) / 1e3:9.0f}"
        f"{share(result['bytes'], 0.95) / 1e3:7.0f}{share(result['cold'], 0.5):9.0f}"
        f"{share(result['times'], 0.5):8.1f}{share(result['times'], 0.95):7.1f}",
        flush=True,
    )


def keys(times: Sequence[float]) -> None:
    """Prints how long keys took."""
    print(f"  key to painted result in the box: p50 {share(times, 0.5):.1f} ms, "
          f"p95 {share(times, 0.95):.1f} ms ({len(times)} keys)", flush=True)  # fmt: skip


TYPE = """async ([queries, whole]) => {
  const box = document.querySelector(".md-search__input");
  const type = (text) => new Promise((resolve) => {
    const from = performance.now();
    const done = ({ detail }) => {
      if (detail.query !== text) return;
      box.removeEventListener("kb-notes", done);
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - from)));
    };
    box.addEventListener("kb-notes", done);
    box.value = text;
    box.dispatchEvent(new InputEvent("input"));
  });
  const times = [];
  for (const query of queries) {
    const signs = [...query];
    for (let end = whole ? signs.length : 1; end <= signs.length; end += 1) {
      times.push(await type(signs.slice(0, end).join("")));
    }
  }
  return times;
}"""


def rendered(browser: Browser, base: str, queries: Sequence[Query]) -> list[float]:
    """Returns milliseconds from each key to the painted result, in the box itself."""
    times: list[float] = []
    for language in LANGUAGES:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(base + ("" if language == "zh-TW" else "en/"), wait_until="networkidle")
        page.keyboard.press("/")
        page.wait_for_selector(".kb-empty__link")
        chosen = [query.text for query in queries if query.language == language]
        times += page.evaluate(TYPE, [chosen[:: max(1, 2 * len(chosen) // KEYED_SAMPLE)], False])
        page.close()
    return times


def first_keys(browser: Browser, folder: Path) -> tuple[list[float], list[float]]:
    """Returns milliseconds from the first key after the focus, and from later ones, in new visits.

    Each visit types words that share no file of the index, so that a later key has to fetch as
    much as the first.
    """
    first: list[float] = []
    later: list[float] = []
    with served(folder, LATENCY) as base:
        for words in (
            ["縮表", "殭屍企業", "壽險"],
            ["黃金", "聯繫匯率", "拆息"],
            ["房貸", "存款", "日圓"],
        ):
            context = browser.new_context(viewport={"width": 1280, "height": 900})
            page = context.new_page()
            page.goto(base, wait_until="networkidle")
            page.keyboard.press("/")
            page.wait_for_timeout(TYPED_AFTER)
            times = page.evaluate(TYPE, [words, True])
            first.append(times[0])
            later += times[1:]
            context.close()
    return first, later


def grown(kb: KnowledgeBase, site_dir: Path, entries: int, target: Path) -> None:
    """Writes an index of `entries` documents a language: the pages, and others mixed from them."""
    mixer = random.Random(5)

    def more(kb: KnowledgeBase, site_dir: Path, language: Language, memory: Memory) -> Any:
        pages = find_pages(kb, site_dir, language, memory)
        text = "\n".join(section.text for page in pages for section in page.sections)
        sentences = [s for s in text.replace(". ", ".\n").replace("。", "。\n").split("\n") if s]
        count = sum(max(1, len(page.sections)) for page in pages)
        number = 0
        while count < entries:
            number += 1
            sections = [
                Section(f"s{i}", mixer.choice(sentences)[:30] if i else "",
                        " ".join(mixer.choices(sentences, k=5)))
                for i in range(5)
            ]  # fmt: skip
            path = f"mixed/{number:05}"
            url = path + "/" if language == "zh-TW" else f"en/{path}/"
            title = mixer.choice(sentences)[:30]
            found = FoundPage(path, url, "article", title, "", title, sections=sections)
            pages.append(found)
            count += len(sections)
        return pages

    with mock.patch.object(build, "find_pages", more):
        build.write_search_index(replace_root(kb, target), site_dir_for(site_dir, target))


def print_build(kb: KnowledgeBase, site_dir: Path, entries: int, target: Path) -> None:
    """Prints how long the index takes, with nothing remembered and with everything."""
    seconds: list[float] = []
    for _ in range(2):
        started = time.process_time()
        grown(kb, site_dir, entries, target)
        seconds.append(time.process_time() - started)
    files = sum(1 for _ in (target / "search").rglob("*.json"))
    size = f"at {entries} entries" if entries else "of the site"
    print(f"  index {size}: {seconds[0]:.2f} s, remembered {seconds[1]:.2f} s ({files} files)",
          flush=True)  # fmt: skip


def replace_root(kb: KnowledgeBase, root: Path) -> KnowledgeBase:
    """Returns the same knowledge with another root, so that nothing of ours is overwritten."""
    (root / "docs" / "data").mkdir(parents=True, exist_ok=True)
    settings = (kb.root / "docs" / "data" / "search.yml").read_bytes()
    (root / "docs" / "data" / "search.yml").write_bytes(settings)
    return replace(kb, root=root)


def site_dir_for(site_dir: Path, target: Path) -> Path:
    """Links everything but the index of a built site into another folder."""
    for item in site_dir.iterdir():
        if item.name != "search" and not (target / item.name).exists():
            (target / item.name).symlink_to(item)
    return target


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site-dir", type=Path, default=ROOT / "site")
    parser.add_argument("--root", type=Path, default=ROOT)
    parser.add_argument("--grow", type=int, default=10_000)
    parser.add_argument("--ours", action="store_true", help="leave the others out")
    options = parser.parse_args()
    site_dir = options.site_dir.resolve()
    kb, _ = load_with_problems(options.root)
    queries = list(answerable(load_queries(), site_dir))
    analyser = IndexFolder(site_dir).analyser
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        folder = Path(temporary)
        memory = Memory(folder / "memory.json", "")
        corpus = {language: find_pages(kb, site_dir, language, memory) for language in LANGUAGES}
        peers: list[tuple[Path, Peer | None]] = [
            (site_dir_for(site_dir, _new(folder / "ours")), Peer("ours", OURS))
        ]
        (folder / "ours" / "search").symlink_to(site_dir / "search")
        texts = [query.text for query in queries]
        for name, prepare in (
            ("material", partial(prepare_material, corpus, folder / "packages")),
            ("pagefind", partial(prepare_pagefind, site_dir, folder / "packages")),
            ("minisearch", partial(prepare_minisearch, corpus, analyser, texts)),
        ):
            if not options.ours:
                target = _new(folder / name)
                peers.append((target, prepare(target)))
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(ARGUMENTS))
        documents = {
            language: sum(max(1, len(p.sections)) for p in corpus[language])
            for language in LANGUAGES
        }
        print(f"{len(queries)} queries; entries: {documents}")
        print_build(kb, site_dir, 0, _new(folder / "again"))
        heads = (
            f"{'hit@1':>7}{'hit@3':>7}{'kB p50':>9}{'p95':>7}{'cold ms':>9}{'ms p50':>8}{'p95':>7}"
        )
        print(f"{'':28}{heads}")
        for target, peer in peers:
            if peer is None:
                print(f"{target.name}: could not be installed here")
                continue
            (target / "blank.html").write_text("<!doctype html><title>bench</title>")
            with served(target) as base:
                row(peer.name, ask(browser, base, peer, queries))
                if peer.name == "ours":
                    keys(rendered(browser, base, queries))
                    first, later = first_keys(browser, target)
                    print(f"  at {LATENCY * 1000:.0f} ms latency: first key {share(first, 0.5):.0f}"
                          f" ms, later keys {share(later, 0.5):.0f} ms", flush=True)  # fmt: skip
        if options.grow:
            target = _new(folder / "grown")
            print_build(kb, site_dir, options.grow, target)
            (target / "blank.html").write_text("<!doctype html><title>bench</title>")
            with served(target) as base:
                row(f"ours, {options.grow} entries", ask(browser, base, Peer("", OURS), queries))
                keys(rendered(browser, base, queries))
        browser.close()


def _new(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder


if __name__ == "__main__":
    main()
