"""Small knowledge bases on disk, for tests that spoil one thing."""

from __future__ import annotations

from pathlib import Path

FRONT = "title: 標題\ndescription: 說明。\nkind: article\nreviewed: 2026-11-23\n"
FILES = {
    "docs/data/sources.yml": """- id: fed-h41
  institution: {zh-TW: 聯準會, en: Federal Reserve}
  title: H.4.1
  date: 2022-04-14
  kind: central-bank
  language: en
""",
    "docs/data/figures.yml": """- id: fed.assets.peak
  zh-TW: 總資產高點
  en: Peak of total assets
  value: 8.965
  unit: USD trillion
  date: 2022-04-13
  source: fed-h41
  status: confirmed
- id: fed.assets.last
  zh-TW: 總資產
  en: Total assets
  series: WALCL
  read: last
  unit: USD trillion
""",
    "docs/data/series.yml": """- id: WALCL
  name: {zh-TW: 總資產, en: Total assets}
  unit: USD million
  frequency: weekly
  publisher: {zh-TW: 聯準會, en: Federal Reserve}
  publisher_series: WALCL
  licence: public domain
  cite_as: Federal Reserve
  first: 2022-04-13
  last: 2022-04-20
""",
    "docs/data/series/WALCL.csv": "date,value\n2022-04-13,8965487\n2022-04-20,8955851\n",
    "docs/data/topics.yml": "- {id: basics, name: {zh-TW: 基本, en: Basics}}\n",
    "docs/zh-TW/concepts/qe.md": f"---\n{FRONT}---\n\n內容。\n\n## 一節 {{#one}}\n\n文字。\n",
    "docs/en/concepts/qe.md": f"---\n{FRONT}---\n\nText.\n\n## One {{#one}}\n\nText.\n",
}


def write_knowledge(root: Path, changes: dict[str, str | bytes] | None = None) -> Path:
    """Writes the sound files, then the changes over them."""
    for name, text in {**FILES, **(changes or {})}.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root
