"""Skeletons for new pages, in both languages at once."""

from __future__ import annotations

import datetime
from pathlib import Path

from scripts.content.localised import LANGUAGES, SOURCE_LANGUAGE, Language
from scripts.content.problems import ContentError, Problem

_ARTICLE: dict[Language, str] = {
    "zh-TW": """---
title: 頁面標題
description: 一句話說明這一頁回答什麼。
kind: article
reviewed: {today}
status: draft
related: []
---

先用兩三句話寫出答案。

## 重點 {{#key-points}}

- 第一點
- 第二點
- 第三點

## 第一節 {{#first}}

每個段落一行。數字接到紀錄：`[8.97 兆美元](figure:fed.assets.peak)`，來源寫成 `[^source-id]`。
""",
    "en": """---
title: Page title
description: One sentence on what this page answers.
kind: article
reviewed: {today}
status: draft
related: []
source_hash: pending
---

Give the answer first, in two or three sentences.

## Key points {{#key-points}}

- First point
- Second point
- Third point

## First section {{#first}}

One line a paragraph. Numbers: `[US$8.97 trillion](figure:fed.assets.peak)`.
""",
}
_FAQ: dict[Language, str] = {
    "zh-TW": """---
title: 短標題
description: 一句話說明這一題回答什麼。
kind: faq
question: 讀者會怎麼問？
answer: 短答，最多 120 個字，單獨看就完整。
aliases:
  - 讀者平常會打的說法一
  - 讀者平常會打的說法二
  - 讀者平常會打的說法三
topics: [basics]
related: []
reviewed: {today}
status: draft
---

較完整的回答，150 到 600 個字：補上原因、數字和限制，不要重複短答。
""",
    "en": """---
title: Short title
description: One sentence on what this answers.
kind: faq
question: How would a reader ask it?
answer: The short answer, at most 60 words, complete in itself.
aliases:
  - an everyday wording
  - another wording
  - a third wording
topics: [basics]
related: []
reviewed: {today}
status: draft
source_hash: pending
---

The fuller answer: reason, figure and nuance, not a repetition of the short one.
""",
}


def write_new_page(root: Path, path: str) -> list[Path]:
    """Writes the skeleton of a page in every language.

    Args:
        root: repository root.
        path: page path without language and extension; under `faq/` it becomes an FAQ page.

    Returns:
        The written files, source language first.

    Raises:
        ContentError: a page of that path exists.
    """
    files = [
        root / "docs" / language / f"{path}.md"
        for language in sorted(LANGUAGES, key=lambda lang: lang != SOURCE_LANGUAGE)
    ]
    for file in files:
        if file.exists():
            shown = file.relative_to(root).as_posix()
            raise ContentError([Problem(shown, 1, 1, "exists already", "edit it, or pick a path")])
    templates = _FAQ if path.startswith("faq/") else _ARTICLE
    today = datetime.date.today().isoformat()
    for language, file in zip(
        sorted(LANGUAGES, key=lambda lang: lang != SOURCE_LANGUAGE), files, strict=True
    ):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(templates[language].format(today=today), encoding="utf-8")
    return files
