"""The table by which Chinese pages switch from Taiwan to Hong Kong wording in the browser."""

from __future__ import annotations

import json
from pathlib import Path

from scripts.content.knowledge_base import KnowledgeBase


def hong_kong_wording(kb: KnowledgeBase) -> dict[str, str]:
    """Returns Hong Kong wordings by Taiwan wording, longest first, where the two differ.

    A wording that needs another number is left out: 2 碼 is 50 基點, not 2 25 基點. A single
    character, such as 兆, is switched only after a space, where it counts: 8.97 兆, not 前兆.
    """
    pairs = {
        _counting(term.zh_TW): _counting(term.zh_HK, term.zh_TW)
        for term in kb.terms.values()
        if term.zh_TW != term.zh_HK and not any(sign.isdigit() for sign in term.zh_HK)
    }
    return dict(sorted(pairs.items(), key=lambda pair: (-len(pair[0]), pair[0])))


def _counting(wording: str, source: str | None = None) -> str:
    return f" {wording}" if len(source or wording) == 1 else wording


def write_wording(kb: KnowledgeBase, site_dir: Path) -> None:
    """Writes `assets/wording-hk.json`."""
    file = site_dir / "assets" / "wording-hk.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(hong_kong_wording(kb), ensure_ascii=False, separators=(",", ":"))
    file.write_text(text, encoding="utf-8")
