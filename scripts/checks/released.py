"""The addresses and anchors of the last release: kept so that none disappears unnoticed.

`docs/data/urls.txt` holds one address a line, relative to the site's root, with `#anchor` for a
section. Lines that begin with `# ` are remarks. The file is written by
`python -m scripts check --release`; before the first release it does not exist. What has moved
since is told in `docs/data/redirects.yml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from scripts.checks.context import Context
from scripts.checks.document.source import Source
from scripts.content.localised import LANGUAGES, Language
from scripts.content.pages import address_of

RELEASED = Path("docs") / "data" / "urls.txt"


@dataclass(frozen=True)
class ReleasedAddress:
    """One line of the list.

    Attributes:
        address: path relative to the site's root, such as `en/faq/qe-vs-qt/`; empty for the home.
        anchor: id of a section, or empty.
        line: line of the file.
    """

    address: str
    anchor: str
    line: int


def read_released(source: Source) -> list[ReleasedAddress]:
    """Reads the list; empty lines and remarks are skipped."""
    found: list[ReleasedAddress] = []
    for number, line in enumerate(source.text.split("\n"), 1):
        if not line.strip() or line.startswith("# "):
            continue
        address, _, anchor = line.strip().partition("#")
        found.append(ReleasedAddress(address.lstrip("/"), anchor, number))
    return found


def addresses_now(context: Context) -> dict[str, tuple[Language, str]]:
    """Returns the address of every page on disk, with its language and path."""
    return {address_of(path, language): (language, path) for language, path in context.page_files}


def addresses_moved(context: Context) -> set[str]:
    """Returns the addresses, with `#section` where it is one, that a redirect stands for."""
    return {
        address_of(redirect.page, language) + (f"#{redirect.section}" if redirect.section else "")
        for redirect in context.kb.redirects.values()
        for language in LANGUAGES
    }


def write_released(context: Context) -> int:
    """Writes the list of today's addresses; what has moved before stays in it.

    Returns:
        The number of addresses and anchors written.
    """
    lines: set[str] = set()
    for address, (language, path) in addresses_now(context).items():
        document = context.document(language, path)
        ids = [heading.id for _, heading in document.headings if heading.id] if document else []
        lines |= {address or "/", *(f"{address or '/'}#{name}" for name in ids)}
    lines |= {address if address[:1] not in ("", "#") else f"/{address}"
              for address in addresses_moved(context)}  # fmt: skip
    head = "# Addresses of the last release; written by `python -m scripts check --release`.\n"
    text = head + "".join(f"{line}\n" for line in sorted(lines))
    (context.root / RELEASED).write_text(text, encoding="utf-8")
    return len(lines)
