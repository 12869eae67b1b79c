"""The built site: what each HTML file holds, and what its addresses lead to."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from scripts.content.localised import Language

if TYPE_CHECKING:
    from lxml import etree

# What a browser fetches by itself, by element and attribute; the rest is followed by a click.
_FETCHED = {
    ("img", "src"), ("img", "srcset"), ("source", "src"), ("source", "srcset"), ("script", "src"),
    ("iframe", "src"), ("video", "src"), ("video", "poster"), ("audio", "src"), ("embed", "src"),
    ("object", "data"), ("input", "src"), ("track", "src"), ("use", "href"), ("image", "href"),
}  # fmt: skip
_FETCHED_RELATIONS = {"stylesheet", "icon", "apple-touch-icon", "manifest", "preload",
                      "modulepreload", "shortcut"}  # fmt: skip
_ATTRIBUTES = ("href", "src", "srcset", "poster", "data", "action")


@dataclass(frozen=True)
class Reference:
    """An address in a built page.

    Attributes:
        element: name of the element.
        attribute: name of the attribute.
        target: the address; one reference for each entry of a `srcset`.
        line: line of the file.
        fetched: True if the browser loads it without a click.
        relation: `rel` of a link element.
        language: `hreflang`, or empty.
        in_content: True inside the article itself.
    """

    element: str
    attribute: str
    target: str
    line: int
    fetched: bool
    relation: str = ""
    language: str = ""
    in_content: bool = False


@dataclass
class BuiltPage:
    """One HTML file.

    Attributes:
        file: path relative to the site's folder.
        address: path that readers see, relative to the site's root, such as `en/faq/`.
        language: `lang` of the html element.
        moved: True for a page that only leads on to another address.
        ids: (id, line) in order.
        references: addresses in order.
        handlers: (attribute, line) of event handlers.
        texts: (text, line) of the article's running text.
    """

    file: str
    address: str
    language: str = ""
    moved: bool = False
    ids: list[tuple[str, int]] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    handlers: list[tuple[str, int]] = field(default_factory=list)
    texts: list[tuple[str, int]] = field(default_factory=list)

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Ids that a fragment may name."""
        return frozenset(name for name, _ in self.ids)

    @property
    def expected_language(self) -> Language:
        """Language by the folder that the page lies in."""
        return "en" if self.file.startswith("en/") else "zh-TW"


class BuiltSite:
    """The folder of a built site.

    Attributes:
        folder: where it lies.
        shown: the folder as messages name it.
        pages: by file.
        files: every file, relative to the folder.
    """

    def __init__(self, folder: Path, shown: str) -> None:
        self.folder = folder
        self.shown = shown
        self.files = frozenset(
            file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()
        )
        self.pages = {
            name: read_page(name, (folder / name).read_bytes())
            for name in sorted(self.files)
            if name.endswith(".html")
        }

    @cached_property
    def root(self) -> str:
        """Address of the site, with a slash at its end, from the home page's canonical link."""
        home = self.pages.get("index.html")
        for reference in home.references if home else ():
            if reference.relation == "canonical":
                return reference.target
        return ""

    def file_of(self, target: str, page: BuiltPage) -> str | None:
        """Returns the file that an address of this site leads to.

        Args:
            target: as written.
            page: the page that it stands on.

        Returns:
            The path relative to the site's folder, whether or not the file exists; None for
            addresses of other sites and other schemes.
        """
        if self.root and target.startswith(self.root):
            path = target[len(self.root) :]
        else:
            parts = urlsplit(target)
            if parts.scheme or parts.netloc:
                return None
            path = target
            if path.startswith("/"):
                base = urlsplit(self.root).path if self.root else "/"
                if not path.startswith(base):
                    return path.lstrip("/")
                path = path[len(base) :]
            elif path and path[0] not in "?#":
                path = posixpath.join(posixpath.dirname(page.file), path)
            else:
                return page.file
        path = unquote(re.split("[?#]", path)[0])
        slash = path.endswith("/") or path == ""
        path = posixpath.normpath(path) if path else ""
        path = "" if path == "." else path
        if slash or path in self._folders:
            path = posixpath.join(path, "index.html")
        return path

    @cached_property
    def _folders(self) -> frozenset[str]:
        return frozenset(posixpath.dirname(file) for file in self.files) | {""}


_QUOTED = ("code", "pre", "script", "style")


def read_page(name: str, data: bytes) -> BuiltPage:
    """Reads one HTML file; malformed HTML is read as a browser would."""
    from lxml import etree  # only a check of the built site waits for it

    page = BuiltPage(name, name.removesuffix("index.html"))
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        tree = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return page
    if tree is None:
        return page
    page.language = tree.get("lang") or ""
    content = next(iter(tree.iterfind(".//article")), None)
    inside = set(content.iter()) if content is not None else set()
    # Highlighted code has elements of its own inside `code`.
    quoted = {part for tag in _QUOTED for code in tree.iter(tag) for part in code.iter()}
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        line = _line(element)
        if element.tag == "meta" and (element.get("http-equiv") or "").lower() == "refresh":
            page.moved = True
        if element.get("id"):
            page.ids.append((str(element.get("id")), line))
        for attribute, value in ((str(key), str(text)) for key, text in element.items()):
            if attribute in _ATTRIBUTES:
                page.references += _references(element, attribute, value, line, element in inside)
            elif attribute.startswith("on"):
                page.handlers.append((attribute, line))
        if element in inside:
            parent = element.getparent()
            texts = (
                element.text if element not in quoted else None,
                element.tail if parent is not None and parent not in quoted else None,
            )
            page.texts += [(str(text), line) for text in texts if text]
    return page


def _line(element: etree._Element) -> int:
    return element.sourceline if isinstance(element.sourceline, int) else 1


def _references(
    element: etree._Element, attribute: str, value: str, line: int, inside: bool
) -> list[Reference]:
    relation = (element.get("rel") or "").lower()
    fetched = (element.tag, attribute) in _FETCHED or (
        element.tag == "link" and bool(set(relation.split()) & _FETCHED_RELATIONS)
    )
    targets = [value.strip()]
    if attribute == "srcset":
        targets = [part.split()[0] for part in value.split(",") if part.strip()]
    if attribute == "data" and element.tag != "object":
        return []
    return [
        Reference(str(element.tag), attribute, target, line, fetched, relation,
                  element.get("hreflang") or "", inside)
        for target in targets
    ]  # fmt: skip
