"""The command `check`."""

from __future__ import annotations

import argparse
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from scripts.checks.context import Context
from scripts.checks.finding import Finding
from scripts.checks.fixing import apply_fixes
from scripts.checks.records_cache import Records, cached_records
from scripts.checks.registry import rule_with_id
from scripts.checks.released import write_released
from scripts.checks.reports.explanation import explain
from scripts.checks.reports.machine import as_github, as_json, as_sarif
from scripts.checks.reports.text import as_text
from scripts.checks.run import run_checks
from scripts.content.knowledge_base import load_knowledge_base, load_pages
from scripts.content.problems import ContentError, read_text

_ROUNDS = 5  # one mending can uncover another; more than this would be a rule at war with itself


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the command to the parser of `python -m scripts`."""
    parser = commands.add_parser("check", help="find every mistake in the content, and mend some")
    add_arguments(parser)
    parser.set_defaults(run=run)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of the command."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files or folders; default: all")
    parser.add_argument("--changed", action="store_true", help="only what git says has changed")
    parser.add_argument(
        "--only",
        action="append",
        metavar="RULE",
        help="rule ids, beginnings of ids (KB1) or families (links)",
    )
    parser.add_argument("--format", choices=("text", "github", "json", "sarif"), default="text")
    parser.add_argument(
        "--fail-on",
        choices=("warning", "error"),
        default="warning",
        help="what makes the exit code 1; with `error` warnings are shown and do not block",
    )
    parser.add_argument("--fix", action="store_true", help="mend what has one safe mending")
    parser.add_argument("--explain", metavar="RULE", help="say what a rule wants and why")
    parser.add_argument("--rules", action="store_true", help="list all rules as Markdown")
    parser.add_argument(
        "--candidates",
        action="store_true",
        help="list what many pages write and the glossary does not explain",
    )
    parser.add_argument(
        "--site", nargs="?", const="site", metavar="FOLDER", help="check the built site as well"
    )
    parser.add_argument(
        "--external",
        action="store_true",
        help="ask every external address (weekly, not in pull requests)",
    )
    parser.add_argument(
        "--report", metavar="FILE", help="with --external: write the report for an issue"
    )
    parser.add_argument(
        "--release",
        action="store_true",
        help="write the addresses of this release to docs/data/urls.txt",
    )


def run(root: Path, options: argparse.Namespace) -> int:
    """Runs the command.

    Args:
        root: repository root.
        options: as parsed.

    Returns:
        0 nothing found (with `--fail-on error`: no error), 1 something found, 2 the check could
        not run.
    """
    try:
        return _run(root, options)
    except ContentError as error:
        print(error, file=sys.stderr)
    except (ValueError, OSError) as error:
        print(f"check: {error}", file=sys.stderr)
    return 2


def _run(root: Path, options: argparse.Namespace) -> int:
    if options.explain:
        rule = rule_with_id(options.explain)
        if rule is None:
            raise ValueError(f"no rule `{options.explain}`; `check --rules` lists them")
        print(explain(rule))
        return 0
    if options.rules:
        from scripts.checks.reports.rule_list import rules_page

        print(rules_page())
        return 0
    if options.candidates:
        from scripts.checks.candidates import find_candidates, write_candidates

        records = _load(root, None)
        context = Context(records.kb, records.problems, lists=records.lists)
        print(write_candidates(find_candidates(context)))
        return 0
    if options.release:
        print(f"{write_released(Context(load_knowledge_base(root), []))} addresses written")
        return 0
    paths = _paths(root, options)
    if paths is not None and not paths:
        findings: list[Finding] = []
    else:
        findings = _check(root, options, paths)
    _print(root, findings, options)
    if options.fail_on == "error":
        return int(any(finding.severity == "error" for finding in findings))
    return 1 if findings else 0


def _check(root: Path, options: argparse.Namespace, paths: set[str] | None) -> list[Finding]:
    records = _load(root, paths)
    findings = _apply(records, options, paths)
    for _ in range(_ROUNDS if options.fix else 0):
        if not apply_fixes(root, findings):
            break
        records = _load(root, paths)
        findings = _apply(records, options, paths)
    if options.site:
        from scripts.checks.built.run import check_site

        findings += check_site(root, (root / options.site).resolve(), options.only)
    if options.external:
        from scripts.checks.external.run import check_external

        report = Path(options.report) if options.report else None
        findings += check_external(records.kb, records.problems, options.only, paths, report)
    return sorted(set(findings))


def _load(root: Path, paths: set[str] | None) -> Records:
    records = cached_records(root, observations=paths is None)
    only = None if paths is None else {root / path for path in paths}
    return replace(records, problems=records.problems + load_pages(records.kb, only))


def _apply(records: Records, options: argparse.Namespace, paths: set[str] | None) -> list[Finding]:
    return run_checks(records.kb, records.problems, options.only, paths=paths, lists=records.lists)


def _paths(root: Path, options: argparse.Namespace) -> set[str] | None:
    """Returns the pages asked for; None for everything, also where records were asked for."""
    if options.changed:
        named = _changed(root)
    elif options.paths:
        named = [_relative(root, path) for path in options.paths]
    else:
        return None
    chosen: set[str] = set()
    for name in named:
        file = root / name
        if not options.changed and not file.exists():
            raise ValueError(f"no file {name}")
        if file.is_dir():
            found = [f.relative_to(root).as_posix() for f in file.rglob("*") if f.is_file()]
        else:
            found = [name]
        if any(path.startswith(("docs/data", "docs/assets")) for path in found):
            return None
        chosen |= {path for path in found if path.startswith("docs/") and path.endswith(".md")}
    return chosen


def _relative(root: Path, path: str) -> str:
    try:
        return Path(path).resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        raise ValueError(f"{path} lies outside the repository") from None


def _changed(root: Path) -> list[str]:
    """Returns the files that differ from the last commit, and new ones."""
    done = subprocess.run(
        ["git", "status", "--porcelain=v1", "-z", "--untracked-files=all"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise ValueError(f"git status: {done.stderr.strip()}")
    return [entry[3:] for entry in done.stdout.split("\0") if len(entry) > 3]


def _print(root: Path, findings: list[Finding], options: argparse.Namespace) -> None:
    if options.format == "json":
        print(as_json(findings))
    elif options.format == "sarif":
        print(as_sarif(findings))
    elif options.format == "github":
        if findings:
            print(as_github(findings))
    elif findings:
        print(as_text(findings, _Lines(root)))
        fixable = sum(finding.edit is not None for finding in findings)
        hint = f"; `--fix` mends {fixable}" if fixable else ""
        print(f"{len(findings)} findings{hint}; `--explain RULE` says why", file=sys.stderr)


class _Lines:
    """Lines of files, each file read once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._files: dict[str, list[str]] = {}

    def __call__(self, path: str, line: int) -> str:
        if path not in self._files:
            try:
                self._files[path] = read_text(self._root / path, path).split("\n")
            except ContentError:
                self._files[path] = []
        lines = self._files[path]
        return lines[line - 1] if 0 < line <= len(lines) else ""
