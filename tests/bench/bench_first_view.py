"""Measures the first view of pages: bytes transferred (gzip), requests, layout shift.

The budget of an article is 80 kB, aiming at 60. The peer in the same run is stock Material on the
same content: the same pages built without our overrides, styles and scripts.

    .venv/bin/python -m tests.bench.bench_first_view
"""

from __future__ import annotations

import gzip
import http.server
import os
import tempfile
import threading
from functools import partial
from pathlib import Path

import yaml
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.utils.yaml import yaml_load
from playwright.sync_api import Browser, sync_playwright

from scripts.cli import ROOT
from scripts.site.build import build_site
from tests.browser.chromium import ARGUMENTS, find_chromium

PAGES = (
    *("", "concepts/qe/", "en/concepts/qe/", "cases/us-qt2/", "en/cases/us-qt2/"),
    *("faq/qe-vs-qt/", "faq/", "glossary/", "data/figures/"),
)
COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".xml")


class _Gzip(http.server.SimpleHTTPRequestHandler):
    """Serves text compressed, as every host of static pages does."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in COMPRESSED:
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


def measure(browser: Browser, address: str) -> tuple[int, int, float]:
    """Loads a page cold and returns bytes of all bodies, number of requests, and layout shift."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    sizes: list[int] = []
    page.on(
        "response",
        lambda response: sizes.append(int(response.headers.get("content-length", 0))),
    )
    page.add_init_script(
        "window.__shift = 0; new PerformanceObserver(list => { for (const entry of"
        " list.getEntries()) if (!entry.hadRecentInput) window.__shift += entry.value })"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    page.goto(address, wait_until="networkidle")
    shift = float(page.evaluate("window.__shift"))
    page.close()
    return sum(sizes), len(sizes), shift


def build_stock(folder: Path) -> None:
    """Builds the same pages with Material as it is shipped, search included."""
    with (ROOT / "mkdocs.yml").open(encoding="utf-8") as file:
        settings = yaml_load(file)
    settings |= {
        "docs_dir": str(ROOT / "docs"),
        "site_dir": str(folder),
        "strict": False,
        "theme": {"name": "material", "language": "zh-TW"},
        "extra_css": [],
        "extra_javascript": [],
        "plugins": {"search": {}, **settings["plugins"]},
    }
    settings["plugins"]["i18n"]["languages"] = [
        {key: entry[key] for key in ("locale", "name", "default", "build") if key in entry}
        for entry in settings["plugins"]["i18n"]["languages"]
    ]
    configuration = folder.with_name("stock.yml")
    configuration.write_text(yaml.safe_dump(settings), encoding="utf-8")
    mkdocs_build(load_config(str(configuration)))


def main() -> None:
    """Prints one line a page: ours, stock, and the ratio."""
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        folders = {"ours": Path(temporary) / "ours", "stock": Path(temporary) / "stock"}
        servers = {}
        for name, folder in folders.items():
            handler = partial(_Gzip, directory=str(folder))
            servers[name] = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
            os.environ["SITE_URL"] = f"http://127.0.0.1:{servers[name].server_port}/"
            if name == "ours":
                build_site(ROOT, folder)
            else:
                build_stock(folder)
            threading.Thread(target=servers[name].serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(ARGUMENTS))
        print(f"{'page':18}{'ours kB':>9}{'stock kB':>10}{'ratio':>7}{'requests':>10}{'shift':>8}")
        for page in PAGES:
            ours, stock = (
                measure(browser, f"http://127.0.0.1:{servers[name].server_port}/{page}")
                for name in folders
            )
            print(
                f"{page or 'home':18}{ours[0] / 1e3:9.1f}{stock[0] / 1e3:10.1f}"
                f"{ours[0] / stock[0]:7.2f}{ours[1]:10}{ours[2]:8.3f}"
            )
        browser.close()


if __name__ == "__main__":
    main()
