"""Records in a translation which version of the source page it was made from."""

from __future__ import annotations

import re

from scripts.content.knowledge_base import KnowledgeBase
from scripts.content.localised import SOURCE_LANGUAGE

_HASH_LINE = re.compile(r"^source_hash:.*$", re.MULTILINE)
UNSTAMPED = "pending"


def stamp_translations(kb: KnowledgeBase, paths: set[str], *, everything: bool) -> list[str]:
    """Writes `source_hash` into translated pages.

    A content hash rather than a commit is recorded, because it survives squashed merges.

    Args:
        kb: the knowledge base.
        paths: pages to stamp; when empty, those that carry no hash yet.
        everything: stamps drifted pages as well.

    Returns:
        The files that changed.
    """
    changed: list[str] = []
    for (language, path), page in kb.pages.items():
        source = kb.page(SOURCE_LANGUAGE, path)
        if language == SOURCE_LANGUAGE or source is None:
            continue
        unstamped = page.front.source_hash in (None, UNSTAMPED)
        if not (everything or path in paths or (not paths and unstamped)):
            continue
        if page.front.source_hash == source.content_hash:
            continue
        file = kb.root / page.file
        text = file.read_text(encoding="utf-8")
        line = f"source_hash: {source.content_hash}"
        head, rule, body = text.removeprefix("---\n").partition("\n---\n")
        head = _HASH_LINE.sub(line, head) if _HASH_LINE.search(head) else f"{head}\n{line}"
        file.write_text(f"---\n{head}{rule}{body}", encoding="utf-8")
        changed.append(page.file)
    return changed
