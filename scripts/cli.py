"""The commands of `python -m scripts`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from scripts.checks import command as check_command
from scripts.content.problems import ContentError
from scripts.content.returns import command as returns_command
from scripts.content.worked_examples import command as example_command
from scripts.search import command as search_command
from scripts.site import commands as site_commands

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command.

    Args:
        arguments: command line without the program's name; `sys.argv` when None.

    Returns:
        Exit code: 0 done, 1 something is wrong with the content, 2 the call was wrong.
    """
    parser = argparse.ArgumentParser(
        prog="python -m scripts", description="Build, check and extend the knowledge base."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    site_commands.register(commands)
    check_command.register(commands)
    search_command.register(commands, _build)
    returns_command.register(commands)
    example_command.register(commands)
    options = parser.parse_args(arguments)
    try:
        return int(options.run(ROOT, options))
    except ContentError as error:
        for problem in error.problems:
            print(problem)
        return 1


def _build(root: Path, site_dir: Path) -> None:
    from scripts.site.build import build_site  # MkDocs takes half a second to import

    build_site(root, site_dir)
