"""A static server that behaves as GitHub Pages does, under a sub-path."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

BASE = "/kb/"


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else every answer waits 40 ms for an acknowledgement

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(BASE))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.exists():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        pass


class _Server(http.server.ThreadingHTTPServer):
    # Browsers drop connections when a page is left; that is no fault of the site.
    def handle_error(self, request: Any, client_address: Any) -> None:
        pass


def bind(folder: Path) -> tuple[http.server.ThreadingHTTPServer, str]:
    """Takes a free port for a folder that may not exist yet.

    Returns:
        The server, not yet serving, and the address of the site.
    """
    server = _Server(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
    return server, f"http://127.0.0.1:{server.server_port}{BASE}"


@contextmanager
def serving(server: http.server.ThreadingHTTPServer) -> Iterator[None]:
    """Serves in the background for as long as the block runs."""
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
