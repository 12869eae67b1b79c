"""One language of the site, built by MkDocs and kept in memory to render single pages again."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs import utils
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from scripts.content.localised import Language
from scripts.markdown.loaded import loaded_knowledge
from scripts.publish.structured_data import add_structured_data
from scripts.site.configuration import GENERATED

# Material prints a banner about MkDocs 2 on every build; it says nothing about this site.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


class LanguageBuild:
    """Builds one language, and after that single pages of it.

    A page rendered again is what a whole build would make of it, for MkDocs runs the same steps
    with the navigation, files and templates it has in memory. What other pages say of the page
    (its title in their menus) is left to the next whole build.
    """

    def __init__(self, root: Path, language: Language, site_dir: Path, site_url: str) -> None:
        """Reads the configuration that `write_mkdocs_configuration` wrote.

        Args:
            root: repository root.
            language: the language to build.
            site_dir: folder of the built site, which both languages share.
            site_url: address of the site; the configured one when empty.
        """
        self._root = root
        self._language = language
        self._kept = _Kept(root / GENERATED.parent / "templates")
        address = {"site_url": site_url} if site_url else {}
        self._config: MkDocsConfig = load_config(
            str(root / GENERATED), strict=False, site_dir=str(site_dir), **address
        )

    def build(self) -> list[str]:
        """Builds all pages, and returns what MkDocs and the extensions warned of."""
        i18n: Any = self._config.plugins["i18n"]
        # The plugin builds its languages one after the other; told that it is at this one
        # already, it builds this one alone.
        i18n.current_language = self._language
        i18n.building = True
        self._config.plugins["kept"] = self._kept
        # The other language is being built into the same folder.
        utils.clean_directory = lambda directory: None
        with _Warnings() as warnings:
            try:
                mkdocs_build(self._config)
            except Exception as error:  # an extension's fault must end in a message
                warnings.add_unless_told(error)
        return warnings.messages

    def render(self, pages: Iterable[str]) -> list[str]:
        """Renders pages again from their files.

        Args:
            pages: pages as MkDocs names them, such as `en/faq/qe-vs-qt.md`.

        Returns:
            Warnings and errors. A page that fails keeps its old HTML.
        """
        # Before warnings are collected: the faults of other pages are not the matter here.
        loaded_knowledge(self._root).refresh()
        with _Warnings() as warnings:
            for name in pages:
                try:
                    self._render(name)
                except Exception as error:  # as above
                    warnings.add_unless_told(error)
        return warnings.messages

    def _render(self, name: str) -> None:
        kept = self._kept
        file = kept.files.get_file_from_path(name)
        if file is None or file.page is None:
            raise FileNotFoundError(f"{name} was not there when the site was built")
        _populate_page(file.page, self._config, kept.files)
        documents = kept.files.documentation_pages()
        _build_page(file.page, self._config, documents, kept.nav, kept.env)
        kb = loaded_knowledge(self._root).current()
        page = kb.page(self._language, name.partition("/")[2].removesuffix(".md"))
        if page is not None:
            add_structured_data(kb, page, Path(self._config.site_dir))
        level = self._config.validation.links.anchors
        file.page.validate_anchor_links(files=kept.files, log_level=level)


class _Kept(BasePlugin):  # type: ignore[no-untyped-call,type-arg]
    """Keeps what MkDocs makes on its way and does not give back; changes no page."""

    nav: Navigation
    files: Files
    env: Environment

    def __init__(self, templates: Path) -> None:
        self._templates = templates

    @event_priority(-200)  # after the other plugins
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        self.nav, self.files = nav, files
        return nav

    @event_priority(-200)
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        # Compiling the theme's templates takes half a second, and they hardly ever change.
        self._templates.mkdir(parents=True, exist_ok=True)
        env.bytecode_cache = FileSystemBytecodeCache(str(self._templates))
        self.env = env
        return env


class _Warnings(logging.Handler):
    """Collects what MkDocs and its extensions warn of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def __enter__(self) -> _Warnings:
        logging.getLogger("mkdocs").addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger("mkdocs").removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        if (message := record.getMessage()) not in self.messages:
            self.messages.append(message)

    def add_unless_told(self, error: Exception) -> None:
        """MkDocs logs most errors before it raises them."""
        if not self.messages:
            self.messages.append(str(error) or type(error).__name__)
