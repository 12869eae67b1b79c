"""What the rules are called in Chinese, and why they exist."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

CHINESE = Path(__file__).with_name("rules.zh-TW.yml")


@cache
def chinese_texts() -> dict[str, dict[str, str]]:
    """Returns name and reason of each rule in Chinese, by its id."""
    entries: dict[str, dict[str, str]] = yaml.safe_load(CHINESE.read_text(encoding="utf-8"))
    return entries
