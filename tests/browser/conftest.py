"""One built and served site, and one browser, for all browser tests."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from scripts.cli import ROOT
from scripts.site.build import build_site
from tests.browser.chromium import ARGUMENTS, find_chromium
from tests.browser.served import bind, serving


@dataclass
class Opened:
    """A page with what went wrong on it.

    Attributes:
        page: the Playwright page.
        console_errors: messages of the console's error level, and uncaught exceptions.
        foreign_requests: addresses asked of another host.
    """

    page: Page
    console_errors: list[str] = field(default_factory=list)
    foreign_requests: list[str] = field(default_factory=list)


class OpenPage(Protocol):
    def __call__(
        self,
        path: str,
        *,
        width: int = 390,
        dark: bool = False,
        javascript: bool = True,
        touch: bool = False,
    ) -> Opened: ...


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the site, built once and served under a sub-path as a project page is."""
    folder = tmp_path_factory.mktemp("built") / "site"
    server, address = bind(folder)
    os.environ["SITE_URL"] = address
    build_site(ROOT, folder)
    with serving(server):
        yield address


@pytest.fixture(scope="session")
def site_folder(site: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the built site."""
    return next(tmp_path_factory.getbasetemp().glob("built*/site"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    executable = find_chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser, site: str) -> Iterator[OpenPage]:
    """Opens a page of the site in a fresh context; `path` is relative to the site."""
    contexts = []

    def opener(
        path: str,
        *,
        width: int = 390,
        dark: bool = False,
        javascript: bool = True,
        touch: bool = False,
    ) -> Opened:
        context = browser.new_context(
            viewport={"width": width, "height": 844 if width < 800 else 900},
            color_scheme="dark" if dark else "light",
            java_script_enabled=javascript,
            has_touch=touch,
            locale="zh-TW",
        )
        contexts.append(context)
        opened = Opened(context.new_page())
        page = opened.page
        page.on(
            "console",
            lambda message: (
                opened.console_errors.append(message.text) if message.type == "error" else None
            ),
        )
        page.on("pageerror", lambda error: opened.console_errors.append(str(error)))
        page.on(
            "request",
            lambda request: (
                opened.foreign_requests.append(request.url)
                if not request.url.startswith((site.rsplit("/kb/", 1)[0], "data:", "blob:"))
                else None
            ),
        )
        page.goto(site + path, wait_until="load")
        return opened

    yield opener
    for context in contexts:
        context.close()
