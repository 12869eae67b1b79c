"""Shows the site while it is being written, with live reload."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from scripts.content.problems import ContentError, Problem
from scripts.publish.steps import publish
from scripts.site.build import load_sound, run_mkdocs


def serve(root: Path, port: int) -> None:
    """Builds the site, serves it on localhost and rebuilds on every change until interrupted.

    A fault in the content is printed and the last good pages stay up.

    Args:
        root: repository root.
        port: TCP port on 127.0.0.1.
    """
    site_dir = Path(tempfile.mkdtemp(prefix="qe-site-"))
    address = f"http://127.0.0.1:{port}/"

    def rebuild() -> None:
        try:
            kb = load_sound(root)
            run_mkdocs(kb, site_dir, address)
            publish(kb, site_dir)
        except ContentError as error:
            print(f"\nNot rebuilt, {len(error.problems)} problem(s):\n{error}\n", flush=True)
        else:
            print(f"\nReady: {address} (English: {address}en/)\n", flush=True)

    rebuild()
    server = LiveReloadServer(rebuild, "127.0.0.1", port, str(site_dir), mount_path="/")
    for watched in ("docs", "overrides", "mkdocs.yml"):
        server.watch(str(root / watched))
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        print("Stopped.")
    except OSError as error:
        raise ContentError(
            [Problem(f"127.0.0.1:{port}", 1, 1, f"cannot be served: {error.strerror}",
                     "stop the other server, or run `python -m scripts serve --port 8001`")]
        ) from error  # fmt: skip
    finally:
        server.shutdown()
        shutil.rmtree(site_dir, ignore_errors=True)
