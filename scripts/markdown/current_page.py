"""Which page is being rendered: the one seam between our extensions and the site generators."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from markdown import Markdown

from scripts.content.localised import LANGUAGES, Language


@dataclass(frozen=True)
class CurrentPage:
    """The page that a Markdown text belongs to.

    Attributes:
        language: language of the page.
        path: page path without language and extension, such as `faq/qe-vs-qt`.
    """

    language: Language
    path: str

    @property
    def file(self) -> str:
        """Path of the Markdown file relative to the repository root."""
        return f"docs/{self.language}/{self.path}.md"

    def link_to(self, path: str, anchor: str = "") -> str:
        """Returns the link to another page of the same language as an author would write it.

        Args:
            path: page path of the target, such as `glossary`.
            anchor: id on the target page, without `#`.

        Returns:
            A relative link such as `../glossary.md#term-qe`, or `#term-qe` on the page itself.
        """
        fragment = f"#{anchor}" if anchor else ""
        if path == self.path and anchor:
            return fragment
        return posixpath.relpath(f"{path}.md", posixpath.dirname(self.path) or ".") + fragment


def current_page(md: Markdown, explicit: str = "") -> CurrentPage:
    """Tells which page a Markdown instance renders.

    Args:
        md: the instance, as set up by MkDocs or Zensical.
        explicit: language and file of the page, such as `en/faq/qe-vs-qt.md`; used by tests.

    Returns:
        The page.

    Raises:
        RuntimeError: neither generator is at work and no page is named.
    """
    return _page_at(explicit or _generator_page(md))


def site_address(md: Markdown) -> str:
    """Returns the address of the whole site with a slash at its end; empty without a generator."""
    if "relpath" in md.treeprocessors:  # MkDocs
        mkdocs: Any = md.treeprocessors["relpath"]
        address = mkdocs.config["site_url"] if hasattr(mkdocs, "config") else ""
    elif "rendering_context" in md.preprocessors:  # Zensical, whose address ends in the language
        zensical: Any = md.preprocessors["rendering_context"]
        address = zensical.config.get("site_url", "")
    else:
        return ""
    address = (address or "").rstrip("/")
    for language in LANGUAGES:
        address = address.removesuffix(f"/{language}")
    return f"{address}/" if address else ""


def rewrites_html(md: Markdown) -> bool:
    """Tells whether the generator takes a link in HTML to lead from the page's Markdown file.

    Zensical does, and rewrites it for the address of the page; MkDocs leaves HTML alone.
    """
    return "relpath" not in md.treeprocessors and "rendering_context" in md.preprocessors


def _generator_page(md: Markdown) -> str:
    if "relpath" in md.treeprocessors:  # MkDocs
        mkdocs: Any = md.treeprocessors["relpath"]
        return str(mkdocs.file.src_uri)
    if "rendering_context" in md.preprocessors:  # Zensical, one configuration a language
        zensical: Any = md.preprocessors["rendering_context"]
        folder = PurePosixPath(str(zensical.config["docs_dir"]).replace("\\", "/")).name
        return f"{folder}/{zensical.page.path}"
    raise RuntimeError(
        "the extensions of scripts.markdown do not know which page they render; "
        "set their option `page`, for example `en/index.md`"
    )


def _page_at(name: str) -> CurrentPage:
    folder, _, rest = name.partition("/")
    for language in LANGUAGES:
        if folder == language:
            return CurrentPage(language, rest.removesuffix(".md"))
    raise RuntimeError(f"`{name}` lies in no language folder; expected {' or '.join(LANGUAGES)}")
