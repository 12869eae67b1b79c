"""A page: front matter, body and sections, with the line of everything."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from scripts.content.front_matter import FrontMatter
from scripts.content.localised import SOURCE_LANGUAGE, Language
from scripts.content.problems import ContentError, Problem, read_text
from scripts.content.validation import validate
from scripts.content.yaml_source import YamlSource, parse_yaml

_HEADING = re.compile(r"^(#{1,6})[ \t]+(.*?)(?:[ \t]*\{[ \t]*#([^\s}]+)[ \t]*\})?[ \t]*#*[ \t]*$")
_FENCE = re.compile(r"^[ \t]*(`{3,}|~{3,})")


@dataclass(frozen=True)
class Heading:
    """A heading of the body.

    Attributes:
        level: 1 to 6.
        text: the words, still Markdown.
        id: the explicit id, or None.
        line: line in the file, from 1.
    """

    level: int
    text: str
    id: str | None
    line: int


@dataclass(frozen=True)
class Page:
    """One Markdown file.

    Attributes:
        path: page path without language and extension, such as `faq/qe-vs-qt`.
        language: the page's language.
        file: path relative to the repository root, with forward slashes.
        front: validated front matter.
        body: Markdown after the front matter.
        body_line: line of the file on which the body begins.
        keys: positions of the front matter's keys.
    """

    path: str
    language: Language
    file: str
    front: FrontMatter
    body: str
    body_line: int
    keys: YamlSource = field(compare=False, repr=False)

    @property
    def url(self) -> str:
        """Address relative to the site's root, such as `en/faq/qe-vs-qt/`."""
        return address_of(self.path, self.language)

    @property
    def folder(self) -> str:
        """First folder of the path, or an empty string at the top."""
        return self.path.partition("/")[0] if "/" in self.path else ""

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """Headings of the body, in order."""
        return tuple(find_headings(self.body, self.body_line))

    @cached_property
    def content_hash(self) -> str:
        """Hash of all that a translation has to follow (12 hexadecimal digits of SHA-256)."""
        front = self.front
        parts = [front.title, front.description, front.question or "", front.answer or ""]
        parts += [line.rstrip() for line in self.body.strip().split("\n")]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]


def address_of(path: str, language: Language) -> str:
    """Returns the address of a page path: `faq/index` is at `faq/`, or at `en/faq/`."""
    bare = "" if path == "index" else path.removesuffix("/index") + "/"
    return bare if language == SOURCE_LANGUAGE else f"{language}/{bare}"


def find_headings(body: str, first_line: int = 1) -> list[Heading]:
    """Finds the headings (`## …`) of a Markdown text, outside fenced code.

    Args:
        body: Markdown.
        first_line: line of the file on which the text begins.

    Returns:
        The headings in order.
    """
    found: list[Heading] = []
    fence = ""
    for number, line in enumerate(body.split("\n"), first_line):
        mark = _FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
            continue
        if mark:
            fence = mark[1]
            continue
        heading = _HEADING.match(line)
        if heading:
            found.append(Heading(len(heading[1]), heading[2], heading[3], number))
    return found


def load_page(file: Path, root: Path, language: Language, path: str) -> Page:
    """Reads one page.

    Args:
        file: the Markdown file.
        root: repository root, for the path that messages name.
        language: language of the page.
        path: page path without language and extension.

    Returns:
        The page.

    Raises:
        ContentError: not UTF-8, no front matter, malformed YAML, or keys against the schema.
    """
    shown = file.relative_to(root).as_posix()
    text = read_text(file, shown)
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        raise ContentError(
            [
                Problem(
                    shown, 1, 1, "has no front matter",
                    "begin the file with a line `---`, then title, description, kind and reviewed, "
                    "then `---` (run `python -m scripts new PATH` for a page to start from)",
                )
            ]
        )  # fmt: skip
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        raise ContentError(
            [Problem(shown, 1, 1, "the front matter has no end", "close it with a line `---`")]
        )
    source = parse_yaml("\n".join(lines[1:end]), shown, first_line=2)
    front = validate(FrontMatter, source.data or {}, source, (), shown, "front matter")
    if isinstance(front, list):
        raise ContentError(front)
    return Page(path, language, shown, front, "\n".join(lines[end + 1 :]), end + 2, source)
