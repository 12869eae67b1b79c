"""Invisible characters, and files that are too large, active, or know too much."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from scripts.checks.context import Context
from scripts.checks.finding import Finding
from scripts.checks.rule import Example, RecordRule, en, zh
from scripts.checks.rules.safety.exif import has_location

LARGEST = 500_000  # bytes of one file under docs/
LARGEST_PAGE = 100_000
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\uffff"
    "\U000e0000-\U000e0fff]+"
)
_ALLOWED = {".md", ".yml", ".yaml", ".csv", ".json", ".txt", ".png", ".jpg", ".jpeg", ".webp",
            ".gif", ".svg", ".css", ".js", ".mjs", ".woff2", ".ico", ".map", ".webmanifest",
            ".xml", ".html", ".wasm", ""}  # fmt: skip
_ACTIVE_SVG = re.compile(
    rb"<script|\son[a-z]+\s*=|javascript:|<foreignObject|<iframe", re.IGNORECASE
)


class Invisible(RecordRule):
    """A character that cannot be seen."""

    id = "KB605"
    about_pages = True
    name = "invisible or direction-changing character"
    stops_build = True
    fixes = True
    reason = "It hides text from the reviewer, breaks search, and can turn a line around."
    bad = (
        zh("央行⟦\u200b⟧買債。"), en("The Fed ⟦\u202e⟧buys bonds."), en("A soft⟦\u00ad⟧hyphen."),
        Example(data=(("topics.yml", "# \u2066 hidden\n"),), at="docs/data/topics.yml:-1"),
    )  # fmt: skip
    good = (
        zh("一般的空白、全形空白除外的字元都可以。"),
        en("A no-break\u00a0space and a tab are visible enough."),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        """Looks at every page and record file, byte by byte."""
        for source in context.text_files:
            for match in _INVISIBLE.finditer(source.text):
                name = ", ".join(dict.fromkeys(
                    unicodedata.name(c, f"U+{ord(c):04X}") for c in match[0]
                ))  # fmt: skip
                yield self.at(
                    source, match.start(), match.end(), f"{name.title()} cannot be seen", "",
                    fix=True,
                )  # fmt: skip


class LargeFile(RecordRule):
    """A file too large for readers on a phone."""

    id = "KB608"
    about_pages = True
    name = "file too large"
    reason = f"Over {LARGEST // 1000} kB (a page: {LARGEST_PAGE // 1000} kB) it is slow everywhere."
    bad = (
        Example(files=(("docs/assets/zz.png", "*600000"),), at="docs/assets/zz.png:1"),
        Example(files=(("docs/zh-TW/{page}.md", "=docs/zh-TW/{page}.md*120000"),),
                at="docs/zh-TW/{page}.md:1"),
    )  # fmt: skip
    good = (
        Example(files=(("docs/assets/zz.png", "*400000"),)),
        Example(files=(("docs/zh-TW/{page}.md", "=docs/zh-TW/{page}.md*20000"),)),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        """Looks at the size of each file under docs/, but not at the vendored libraries."""
        for file, size in context.sizes.items():
            if "/vendor/" in file:
                continue
            limit = LARGEST_PAGE if file.endswith(".md") else LARGEST
            if size > limit:
                yield self.on_line(
                    f"docs/{file}", 1, 1,
                    f"{size // 1000} kB, allowed are {limit // 1000} kB; cut or compress it",
                )  # fmt: skip


class LocatedImage(RecordRule):
    """A photograph that says where it was taken."""

    id = "KB609"
    name = "image with location data"
    reason = "A photograph from a phone carries the place where it was taken."
    bad = (
        Example(files=(("docs/assets/zz.jpg", "&gps"),), at="docs/assets/zz.jpg:1"),
        Example(files=(("docs/assets/zz/photo.JPG", "&gps"),), at="docs/assets/zz/photo.JPG:1"),
    )
    good = (
        Example(files=(("docs/assets/zz.jpg", "&jpeg"),)),
        Example(files=(("docs/assets/zz.png", "*100"),)),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        """Reads the Exif data of JPEG, PNG and WebP files."""
        for file in sorted(context.files):
            if file.lower().endswith((".jpg", ".jpeg", ".png", ".webp")) and has_location(
                (context.root / "docs" / file).read_bytes()
            ):
                yield self.on_line(
                    f"docs/{file}", 1, 1,
                    "the image carries its place; save a copy without metadata",
                )  # fmt: skip


class ActiveFile(RecordRule):
    """An SVG with a script, or a kind of file that has no business here."""

    id = "KB610"
    name = "active or unexpected file"
    stops_build = True
    reason = "An SVG opened by itself runs its scripts on our address."
    bad = (
        Example(files=(("docs/assets/zz.svg", "<svg><script>1</script></svg>"),),
                at="docs/assets/zz.svg:1"),
        Example(files=(("docs/zh-TW/zz.exe", "MZ"),), at="docs/zh-TW/zz.exe:1"),
    )  # fmt: skip
    good = (
        Example(files=(("docs/assets/zz.svg", "<svg><title>a</title></svg>"),)),
        Example(files=(("docs/assets/zz.txt", "a licence"),)),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        """Looks at the extension of each file and into each SVG."""
        for file in sorted(context.files):
            extension = "." + file.rsplit(".", 1)[-1].lower() if "." in file.split("/")[-1] else ""
            if extension not in _ALLOWED:
                yield self.on_line(f"docs/{file}", 1, 1, f"files of type {extension} do not belong")
            elif extension == ".svg" and _ACTIVE_SVG.search(
                (context.root / "docs" / file).read_bytes()
            ):
                yield self.on_line(f"docs/{file}", 1, 1, "the SVG holds a script or handler")


RULES = (Invisible(), LargeFile(), LocatedImage(), ActiveFile())
