"""The addresses and anchors of the last release: kept so that none disappears unnoticed.

`docs/data/urls.txt` holds one address a line, relative to the site's root, with `#anchor` for a
section and ` -> other/address/` where it has moved. Lines that begin with `# ` are remarks. The
file is written by `python -m scripts check --release`; before the first release it does not exist.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from scripts.checks.context import Context
from scripts.checks.document.source import Source
from scripts.content.localised import Language

RELEASED = Path("docs") / "data" / "urls.txt"


@dataclass(frozen=True)
class ReleasedAddress:
    """One line of the list.

    Attributes:
        address: path relative to the site's root, such as `en/faq/qe-vs-qt/`; empty for the home.
        anchor: id of a section, or empty.
        moved_to: where it leads now, if it has moved.
        line: line of the file.
    """

    address: str
    anchor: str
    moved_to: str | None
    line: int


def read_released(source: Source) -> list[ReleasedAddress]:
    """Reads the list; empty lines and remarks are skipped."""
    found: list[ReleasedAddress] = []
    for number, line in enumerate(source.text.split("\n"), 1):
        if not line.strip() or line.startswith("# "):
            continue
        old, arrow, new = line.partition(" -> ")
        address, _, anchor = old.strip().partition("#")
        address = "" if address == "/" else address.lstrip("/")
        found.append(
            ReleasedAddress(address, anchor, new.strip().lstrip("/") if arrow else None, number)
        )
    return found


def addresses_now(context: Context) -> dict[str, tuple[Language, str]]:
    """Returns the address of every page on disk, with its language and path."""
    found: dict[str, tuple[Language, str]] = {}
    for language, path in context.page_files:
        bare = "" if path == "index" else path.removesuffix("/index") + "/"
        found[bare if language == "zh-TW" else f"en/{bare}"] = (language, path)
    return found


def write_released(context: Context) -> int:
    """Writes the list of today's addresses; what has moved before stays in it.

    Returns:
        The number of addresses and anchors written.
    """
    file = context.root / RELEASED
    old = context.source(RELEASED.as_posix())
    moved = [entry for entry in read_released(old) if entry.moved_to] if old else []
    lines: list[str] = []
    for address, (language, path) in sorted(addresses_now(context).items()):
        lines.append(address or "/")
        document = context.document(language, path)
        ids = [heading.id for _, heading in document.headings if heading.id] if document else []
        lines += [f"{address or '/'}#{name}" for name in sorted(ids)]
    for entry in moved:
        name = f"{entry.address}#{entry.anchor}" if entry.anchor else entry.address
        lines.append(f"{name} -> {entry.moved_to}")
    head = "# Addresses of the last release; written by `python -m scripts check --release`.\n"
    file.write_text(head + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return len(lines)
