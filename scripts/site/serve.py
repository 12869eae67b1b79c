"""Shows the site while it is being written.

A saved page is rendered alone and is there in a moment. After every change the whole site is built
anew in the background and takes the place of what is shown, so that nothing has to be known of
what depends on what: titles in menus, lists, search.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from scripts.checks.reports.text import as_text
from scripts.checks.run import BUILD_RULES
from scripts.content.problems import ContentError, Problem, read_text
from scripts.site.preview import Preview
from scripts.site.preview_server import PreviewServer
from scripts.site.watching import Watcher

_LOOK_EVERY = 0.15  # seconds between two looks at the files


def serve(root: Path, port: int) -> None:
    """Builds the site, serves it on localhost and follows every change until interrupted.

    A fault in the content is printed and the last good pages stay up.

    Args:
        root: repository root.
        port: TCP port on 127.0.0.1.

    Raises:
        ContentError: the port is taken.
    """
    try:
        server = PreviewServer(port)
    except OSError as error:
        raise ContentError(
            [Problem(f"127.0.0.1:{port}", 1, 1, f"cannot be served: {error.strerror}",
                     "stop the other server, or run `python -m scripts serve --port 8001`")]
        ) from error  # fmt: skip
    threading.Thread(target=server.serve_forever, daemon=True).start()
    watcher = Watcher(root)
    session = Session(root, server)
    try:
        while True:
            session.follow(watcher.changes())
            time.sleep(_LOOK_EVERY)
    except KeyboardInterrupt:
        print("Stopped.")
    finally:
        session.close()
        server.shutdown()


class Session:
    """What is shown, and the build that is to take its place."""

    def __init__(self, root: Path, server: PreviewServer, quiet: float = 3.0) -> None:
        """Begins the first build.

        Args:
            root: repository root.
            server: shows what is built.
            quiet: seconds after a page was saved before the whole site is built anew.
        """
        self._root = root
        self._quiet = quiet
        self._server = server
        self._thread = ThreadPoolExecutor(1)
        self._shown: Preview | None = None
        self._left: Preview | None = None  # what was shown before; a browser may be reading it
        self._next: tuple[Preview, Future[None]] | None = None
        self._due: float | None = time.monotonic()
        print("Building the site …", flush=True)

    def follow(self, changed: set[Path]) -> None:
        """Takes in what changed since the last call, and goes on with the build.

        Args:
            changed: files that were saved, added or removed.
        """
        if changed:
            self._stop_next()
            if self._shown and self._shown.holds(changed):
                sound = self._render(changed)
                self._due = time.monotonic() + self._quiet if sound else None
            else:
                print(f"\n{_names(self._root, changed)}: building the whole site …", flush=True)
                self._due = time.monotonic()
        if self._next and self._next[1].done():
            self._finish()
        if self._due is not None and not self._next and time.monotonic() >= self._due:
            self._due = None
            preview = Preview(self._root, self._server.address)
            self._next = preview, self._thread.submit(preview.build)

    def close(self) -> None:
        """Ends every process and removes every folder."""
        self._stop_next()
        self._thread.shutdown()
        for preview in (self._shown, self._left):
            if preview:
                preview.close()

    def _render(self, changed: set[Path]) -> bool:
        """Renders pages alone; returns False where the whole site could not be built with them."""
        assert self._shown
        began = time.monotonic()
        try:
            warnings = self._shown.render(changed)
        except ContentError as error:
            _tell_faults("Not shown", map(str, error.problems))
            return False
        self._server.show(self._shown.folder)
        took = time.monotonic() - began
        print(f"\n{_names(self._root, changed)}: shown after {took:.1f} s", flush=True)
        findings = self._shown.check(changed)
        if findings:
            print(as_text(findings, self._line), flush=True)
        elif warnings:
            print("\n".join(warnings), flush=True)
        sound = not warnings and not any(found.rule in BUILD_RULES for found in findings)
        if not sound:
            print("The rest of the site waits until this is mended.", flush=True)
        return sound

    def _finish(self) -> None:
        assert self._next
        (preview, done), self._next = self._next, None
        error = done.exception()
        if error is not None:
            preview.close()
            if not isinstance(error, ContentError):
                raise error
            _tell_faults("Not rebuilt", map(str, error.problems))
            return
        same = self._shown is not None and preview.looks_like(self._shown)
        self._server.show(preview.folder, reload=not same)
        if self._left:
            self._left.close()
        self._left, self._shown = self._shown, preview
        address = self._server.address
        print(f"\nReady: {address} (English: {address}en/)\n", flush=True)

    def _stop_next(self) -> None:
        if self._next:
            preview, done = self._next
            self._next = None
            preview.close()
            done.exception()  # waits for the end

    def _line(self, path: str, line: int) -> str:
        try:
            lines = read_text(self._root / path, path).split("\n")
        except ContentError:
            return ""
        return lines[line - 1] if 0 < line <= len(lines) else ""


def _names(root: Path, files: set[Path]) -> str:
    names = sorted(file.relative_to(root).as_posix() for file in files)
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")


def _tell_faults(what: str, faults: Iterable[str]) -> None:
    told = list(faults)
    print(f"\n{what}, {len(told)} problem(s):", *told, sep="\n", flush=True)
