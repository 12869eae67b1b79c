"""Finds a Chromium for the browser tests, or installs one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find_chromium() -> str | None:
    """Returns the path of an installed Chromium, or None to use Playwright's own.

    The order: what `CHROMIUM` names, what is on the PATH, what Playwright has downloaded; else the
    system's package manager when run as root, else Playwright's download.

    Raises:
        RuntimeError: no browser could be had; the message names the command that mends it.
    """
    named = os.environ.get("CHROMIUM")
    if named:
        if Path(named).exists():
            return named
        raise RuntimeError(f"CHROMIUM names {named}, which does not exist")
    for name in NAMES:
        if found := shutil.which(name):
            return found
    if _playwright_has_its_own():
        return None
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print("Installing Chromium for the browser tests (once) …", flush=True)
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], check=False)
        if found := shutil.which("chromium"):
            return found
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    if _playwright_has_its_own():
        return None
    raise RuntimeError(
        "The browser tests need Chromium. Install it (Debian: `apt-get install chromium`; "
        f"elsewhere: `{sys.executable} -m playwright install --with-deps chromium`), "
        "or set CHROMIUM to its path."
    )


def _playwright_has_its_own() -> bool:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path).exists()
