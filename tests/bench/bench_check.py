"""Measures `check`: time and memory on the real content, growth, and faults caught beside peers.

    .venv/bin/python -m tests.bench.bench_check                  # real content and peers
    .venv/bin/python -m tests.bench.bench_check --parts growth   # up to 10,000 pages
    .venv/bin/python -m tests.bench.bench_check --parts slow     # peers that take minutes

The slow peers are no part of the environment: linkinator (npm) has to be on the PATH, and
mkdocs-htmlproofer-plugin where Python finds it.

Every tool runs over the same copy of the content: as it is, with the faults of `check_faults`, and
with its look-alikes, each planted into a page of its own. A fault counts as caught when the tool
names its file for something that it did not say of the clean copy; so does a false alarm.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from scripts.content.knowledge_base import load_with_problems
from scripts.site.configuration import write_mkdocs_configuration
from tests.bench.check_faults import FAULTS, LOOK_ALIKES, Planted

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
_NOT_LINKS = "^(?:figure|term):"


@dataclass(frozen=True)
class Run:
    """One call of a program: what it printed, seconds, seconds of CPU, and peak memory in MB."""

    output: str
    seconds: float
    cpu: float
    memory: float


def call(arguments: list[str], cwd: Path) -> Run:
    """Runs a program to its end; standard output and error together."""
    begin = time.perf_counter()
    with tempfile.TemporaryFile() as output:
        paths = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
        environment = os.environ | {"PYTHONPATH": paths, "NO_MKDOCS_2_WARNING": "1"}
        process = subprocess.Popen(
            arguments, cwd=cwd, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
        seconds = time.perf_counter() - begin
        output.seek(0)
        text = output.read().decode("utf-8", "replace")
    return Run(text, seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


@dataclass(frozen=True)
class Tool:
    """A program under test: how to run it in a copy, and how to read (file, line) reports."""

    name: str
    run: Callable[[Path], Run]
    read: Callable[[str, Path], list[str]]


def _own(*options: str) -> Callable[[Path], Run]:
    code = (
        "import argparse,sys;from pathlib import Path;"
        "from scripts.checks.command import add_arguments,run;"
        "p=argparse.ArgumentParser();add_arguments(p);"
        "sys.exit(run(Path.cwd(),p.parse_args()))"
    )
    return lambda root: call([sys.executable, "-c", code, "--format", "json", *options], root)


def _own_reports(output: str, root: Path) -> list[str]:
    text = output[output.find("[") : output.rfind("]") + 1]
    # The family of languages rightly sees that a text was planted into one language only.
    rows = [row for row in json.loads(text) if not row["rule"].startswith("KB3")]
    return [f"{row['path']} {row['rule']} {row['message']}" for row in rows]


def _lychee(root: Path) -> Run:
    return _call_lychee(root, "--exclude", _NOT_LINKS, "docs/zh-TW", "docs/en")


def _lychee_site(root: Path) -> Run:
    return _call_lychee(root, "--root-dir", str(root / "site"), "site")


def _call_lychee(root: Path, *arguments: str) -> Run:
    options = ("--offline", "--include-fragments", "--no-progress", "--format", "json")
    return call([str(BIN / "lychee"), *options, *arguments], root)


def _lychee_reports(output: str, root: Path) -> list[str]:
    text = output[output.find("{") : output.rfind("}") + 1]
    errors = json.loads(text).get("error_map", {}) if text else {}
    return [
        # The address of a file names the copy, which differs from one run to the next.
        f"{Path(file).as_posix().removeprefix(f'{root}/')} {error.get('url')}".replace(
            f"{root}", ""
        )
        for file, found in errors.items()
        for error in found
    ]


def _rumdl(root: Path) -> Run:
    return call(
        [
            str(BIN / "rumdl"),
            "check",
            "--no-cache",
            "--isolated",
            "--output-format",
            "json",
            "-d",
            "MD013,MD025,MD041,MD060",
            "docs/zh-TW",
            "docs/en",
        ],
        root,
    )


def _rumdl_reports(output: str, root: Path) -> list[str]:
    text = output[output.find("[") : output.rfind("]") + 1]
    return [f"{row['file']} {row['rule']} {row['message']}" for row in json.loads(text or "[]")]


def _mkdocs(root: Path) -> Run:
    kb, _ = load_with_problems(root)
    configuration = write_mkdocs_configuration(kb, root / "site")
    return call(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(configuration)], ROOT
    )


def _mkdocs_reports(output: str, root: Path) -> list[str]:
    found = []
    for line in output.splitlines():
        match = re.search(r"(?:Doc file|contains|in) '((?:zh-TW|en)/[^']+\.md)'", line)
        if match and "WARNING" in line:
            found.append(f"docs/{match[1]} {line.split(' - ', 1)[-1]}")
    return found


TOOLS = (
    Tool("check (all rules)", _own(), _own_reports),
    Tool("check --only links", _own("--only", "links"), _own_reports),
    Tool("lychee on Markdown", _lychee, _lychee_reports),
    Tool("rumdl", _rumdl, _rumdl_reports),
    Tool("mkdocs build --strict", _mkdocs, _mkdocs_reports),
    Tool("check --site --only built", _own("--site", "--only", "built"), _own_reports),
    Tool("lychee on the built site", _lychee_site, _lychee_reports),
)


def _linkinator(root: Path) -> Run:
    return call(
        ["linkinator", "site", "--recurse", "--check-fragments", "--verbosity", "error",
         "--format", "json", "--skip", r"^(?!http://localhost)"],
        root,
    )  # fmt: skip


def _linkinator_reports(output: str, root: Path) -> list[str]:
    text = output[output.find("{") : output.rfind("}") + 1]
    found = []
    for link in json.loads(text).get("links", []) if text else []:
        if link["state"] == "BROKEN":
            found.append(f"{link.get('parent') or 'site/'} {link['url']}")
    return found


def _htmlproofer(root: Path) -> Run:
    kb, _ = load_with_problems(root)
    inherited = write_mkdocs_configuration(kb, root / "site")
    configuration = inherited.with_name("htmlproofer.yml")
    configuration.write_text(
        f"INHERIT: {inherited}\nplugins:\n  htmlproofer:\n    raise_error: false\n"
        "    validate_external_urls: false\n",
        encoding="utf-8",
    )
    return call([sys.executable, "-m", "mkdocs", "build", "-f", str(configuration)], ROOT)


def _htmlproofer_reports(output: str, root: Path) -> list[str]:
    found = []
    for line in output.splitlines():
        match = re.search(r"invalid url - (\S+) \[\S+\] \[((?:zh-TW|en)/[^\]]+\.md)\]", line)
        if match:
            found.append(f"docs/{match[2]} {match[1]}")
    return found


SLOW_TOOLS = (
    Tool("mkdocs-htmlproofer-plugin", _htmlproofer, _htmlproofer_reports),
    Tool("linkinator", _linkinator, _linkinator_reports),
)


def copy_content(root: Path) -> None:
    """Copies what a build and the checks need."""
    for name in ("docs", "overrides"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")


def plant(root: Path, planted: tuple[Planted, ...]) -> dict[str, str]:
    """Adds each text to a page of its own; returns the name of each fault by its page."""
    pages = {
        language: sorted((root / "docs" / language / "faq").glob("[!i]*.md"))
        for language in ("zh-TW", "en")
    }
    where: dict[str, str] = {}
    for fault in planted:
        page = pages[fault.language].pop(0)
        text = page.read_text(encoding="utf-8").rstrip("\n")
        page.write_text(f"{text}\n\n{fault.text}\n", encoding="utf-8")
        where[page.relative_to(root).as_posix()] = fault.name
    return where


def _page_of(report: str, root: Path) -> str:
    """Returns the Markdown file that a report is about."""
    file = report.split(" ")[0].removeprefix(f"{root}/").removeprefix("./")
    if file.startswith("site/"):
        path = file.removeprefix("site/").partition(":")[0].removesuffix("index.html").rstrip("/")
        language = "en" if path.startswith("en/") else "zh-TW"
        return f"docs/{language}/{path.removeprefix('en/')}.md"
    return file


def compare(tools: tuple[Tool, ...]) -> None:
    """Runs every tool over the clean and the planted copy and prints a table.

    The tools for the built site read what the one before them has built.
    """
    with tempfile.TemporaryDirectory() as folder:
        bare, clean, faulty = (Path(folder) / name for name in ("bare", "clean", "faulty"))
        for copy in (bare, clean, faulty):
            copy.mkdir()
            copy_content(copy)
        right = plant(clean, LOOK_ALIKES)
        wrong = plant(faulty, FAULTS)
        print(
            f"{'tool':28} {'caught':>7} {'alarms':>7} {'seconds':>8} {'CPU':>6} {'MB':>6}  missed"
        )
        for tool in tools:
            first = tool.run(bare)
            before = set(tool.read(first.output, bare))
            alarms = set(tool.read(tool.run(clean).output, clean)) - before
            new = set(tool.read(tool.run(faulty).output, faulty)) - before
            hit = {_page_of(report, faulty) for report in new}
            missed = [name for page, name in wrong.items() if page not in hit]
            lines = {_page_of(report, clean) for report in alarms} & set(right)
            print(
                f"{tool.name:28} {len(wrong) - len(missed):>4}/{len(wrong)} "
                f"{len(lines):>4}/{len(right)} {first.seconds:>8.2f} {first.cpu:>6.2f} "
                f"{first.memory:>6.0f}  "
                f"{', '.join(missed)}",
                flush=True,
            )


def measure() -> None:
    """Prints time and memory over everything and over one page."""
    pages = len(list((ROOT / "docs").rglob("*.md")))
    for name, arguments in (
        (f"everything, {pages} pages", ()),
        ("one page", ("docs/en/concepts/qe.md",)),
    ):
        runs = [_own(*arguments)(ROOT) for _ in range(4)]
        best = min(runs[1:], key=lambda run: run.seconds)
        print(f"{name:28} {best.seconds:6.2f} s {best.cpu:6.2f} s CPU {best.memory:6.0f} MB")


def grow() -> None:
    """Prints the time over copies of the content, up to 10,000 pages."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        copy_content(root)
        originals = sorted((root / "docs").rglob("*.md"))
        copies = 0
        for target in (1000, 2500, 5000, 10_000):
            while len(originals) * (copies + 1) < target:
                copies += 1
                for page in originals:
                    shutil.copy(page, page.with_name(f"{page.stem}-copy{copies}.md"))
            count = len(originals) * (copies + 1)
            run = _own()(root)
            print(
                f"{count:>6} pages {run.seconds:7.2f} s {run.cpu:7.2f} s CPU {run.memory:6.0f} MB "
                f"{run.cpu / count * 1000:6.2f} ms CPU a page",
                flush=True,
            )


def main() -> None:
    """Runs the measurements."""
    parser = argparse.ArgumentParser(description=__doc__)
    parts = {
        "speed": measure,
        "peers": lambda: compare(TOOLS),
        "slow": lambda: compare(SLOW_TOOLS),
        "growth": grow,
    }
    parser.add_argument("--parts", nargs="+", choices=parts, default=["speed", "peers"])
    for part in parser.parse_args().parts:
        parts[part]()


if __name__ == "__main__":
    main()
