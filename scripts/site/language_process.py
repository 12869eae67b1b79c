"""A process that builds one language and then waits for orders: `LanguageBuild` from outside.

Python renders one page at a time; two languages in two processes take half the time. Orders and
answers are lines of JSON: `{"render": [pages]}` or `{"publish": folder}` one way, a list of
messages the other.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import json
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from scripts.content.localised import LANGUAGES, Language
from scripts.content.problems import ContentError, Problem


class LanguageProcess:
    """The process as its parent sees it; it begins to build as soon as it is made."""

    def __init__(self, root: Path, language: Language, site_dir: Path, site_url: str = "") -> None:
        """Starts the process.

        Args:
            root: repository root, with the configuration written.
            language: the language to build.
            site_dir: folder of the built site, which both languages share.
            site_url: address of the site; the configured one when empty.
        """
        self._language = language
        self._process = subprocess.Popen(
            [sys.executable, "-m", "scripts.site.language_process",
             str(root), language, str(site_dir), site_url],
            cwd=root,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )  # fmt: skip

    def answer(self) -> list[str]:
        """Waits for the build, or for what was ordered last.

        Returns:
            What was warned of.

        Raises:
            ContentError: the process has ended.
        """
        assert self._process.stdout
        line = self._process.stdout.readline()
        if not line:
            message = f"the process that builds {self._language} has ended"
            raise ContentError([Problem("docs", 1, 1, message, "start the command again")])
        messages: list[str] = json.loads(line)
        return messages

    def order(self, **order: Any) -> list[str]:
        """Orders `render=[pages]` or `publish=folder`, and waits for the answer."""
        assert self._process.stdin
        with contextlib.suppress(OSError):  # It has ended, as `answer` will say.
            self._process.stdin.write(json.dumps(order) + "\n")
            self._process.stdin.flush()
        return self.answer()

    def stop(self) -> None:
        """Ends the process, whatever it does."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            assert stream
            with contextlib.suppress(OSError):  # An order that it did not live to read.
                stream.close()


def main(arguments: Sequence[str] | None = None) -> int:
    """What the process does, until its input ends."""
    parser = argparse.ArgumentParser()
    parser.add_argument("root", type=Path)
    parser.add_argument("language", choices=LANGUAGES)
    parser.add_argument("site_dir", type=Path)
    parser.add_argument("site_url")
    options = parser.parse_args(arguments)
    # Ctrl+C reaches the parent as well, which then ends this process.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers, sys.stdout = sys.stdout, sys.stderr

    def answer(messages: list[str]) -> None:
        answers.write(json.dumps(messages) + "\n")
        answers.flush()

    from scripts.site.language_build import LanguageBuild  # after the signals: it takes a while

    # Nearly all that a build makes lives until it ends; to look for what does not takes a tenth
    # of the time.
    gc.disable()
    try:
        build = LanguageBuild(options.root, options.language, options.site_dir, options.site_url)
        answer(build.build())
    except Exception as error:  # a configuration at fault must end in a message
        answer([str(error) or type(error).__name__])
        return 1
    gc.enable()
    gc.freeze()
    for line in sys.stdin:
        order = json.loads(line)
        answer(_publish(options, order) if "publish" in order else build.render(order["render"]))
    return 0


def _publish(options: argparse.Namespace, order: dict[str, Any]) -> list[str]:
    from scripts.markdown.loaded import loaded_knowledge
    from scripts.publish.steps import publish

    try:
        publish(loaded_knowledge(options.root).current(), Path(order["publish"]))
    except Exception as error:  # as above
        return [f"publishing: {error or type(error).__name__}"]
    return []


if __name__ == "__main__":
    sys.exit(main())
