"""Serves a folder on localhost, and has the browser load a page again when the site changed."""

from __future__ import annotations

import http.server
import io
import threading
from http import HTTPStatus
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import urlsplit

_SCRIPT = "/-/reload.js"
_VERSION = "/-/version"
_WAIT = 25.0  # seconds that a question for the next version stays open
# Asks which version comes after that of the page; a server that was started again counts anew.
_RELOAD = """\
(async () => {
  const shown = document.currentScript.dataset.version;
  for (;;) {
    try {
      const answer = await fetch("/-/version?" + shown);
      if ((await answer.text()) !== shown) return location.reload();
    } catch {
      await new Promise((done) => setTimeout(done, 1000));
    }
  }
})();
"""
_NOTHING_YET = "<!doctype html><title>Not built</title><p>Not built yet: see the terminal.</body>"


class PreviewServer(http.server.ThreadingHTTPServer):
    """The server; `show` gives it a folder, and tells every open page to load again."""

    daemon_threads = True

    def __init__(self, port: int) -> None:
        """Takes the port.

        Raises:
            OSError: it is taken.
        """
        super().__init__(("127.0.0.1", port), _Handler)
        self.folder: Path | None = None
        self.version = 0
        self._changed = threading.Condition()

    @property
    def address(self) -> str:
        """Address of the site."""
        return f"http://127.0.0.1:{self.server_port}/"

    def show(self, folder: Path, *, reload: bool = True) -> None:
        """Serves a folder from now on.

        Args:
            folder: the built site.
            reload: whether what is open in a browser differs from what the folder holds.
        """
        with self._changed:
            self.folder = folder
            self.version += reload
            self._changed.notify_all()

    def wait_for_change(self, version: str) -> str:
        """Returns the version, as soon as it is not `version`, or after a while."""
        with self._changed:
            self._changed.wait_for(lambda: str(self.version) != version, _WAIT)
            return str(self.version)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Says nothing: browsers drop connections when a page is left."""


class _Handler(http.server.SimpleHTTPRequestHandler):
    server: PreviewServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        if address.path == _VERSION:
            self._answer(self.server.wait_for_change(address.query), "text/plain")
        elif address.path == _SCRIPT:
            self._answer(_RELOAD, "text/javascript")
        elif self.server.folder is None:
            self._answer(self._watching(_NOTHING_YET), "text/html")
        else:
            super().do_GET()

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        file = Path(self.translate_path(self.path))
        if file.is_dir() and urlsplit(self.path).path.endswith("/"):
            file = file / "index.html"
        if file.suffix != ".html" or not file.is_file():
            return super().send_head()
        return self._head(file, HTTPStatus.OK)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        missing = (self.server.folder or Path()) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not missing.is_file():
            super().send_error(code, message, explain)
        else:
            self.wfile.write(self._head(missing, HTTPStatus.NOT_FOUND).getvalue())

    def translate_path(self, path: str) -> str:
        self.directory = str(self.server.folder)
        return super().translate_path(path)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        pass

    def _head(self, page: Path, status: HTTPStatus) -> io.BytesIO:
        body = self._watching(page.read_text(encoding="utf-8")).encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)

    def _watching(self, page: str) -> str:
        script = f'<script src="{_SCRIPT}" data-version="{self.server.version}"></script>'
        before, end, after = page.rpartition("</body>")
        return before + script + end + after

    def _answer(self, text: str, kind: str) -> None:
        body = text.encode()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
