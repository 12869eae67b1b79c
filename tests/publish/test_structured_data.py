"""What search engines and feed readers are told."""

from __future__ import annotations

import json
import re
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from scripts.content.knowledge_base import KnowledgeBase, load_knowledge_base
from scripts.publish.card import HEIGHT, WIDTH, card
from scripts.publish.feed import write_feeds
from scripts.publish.structured_data import write_structured_data
from tests.content.knowledge import FRONT, write_knowledge

_FAQ = f"""---
{FRONT.replace("article", "faq")}question: 為什麼 </script><b>？
answer: 因為 [8.97 兆美元](figure:fed.assets.peak) & 更多。
aliases: [問法]
topics: [basics]
---

內容。
"""
_HEAD = (
    '<head><meta property="og:site_name" content="QE &amp; QT">'
    '<link rel="canonical" href="https://example.org/kb/{url}"></head>'
)
_DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script></head>')


@pytest.fixture
def kb(tmp_path: Path) -> KnowledgeBase:
    home = f"---\n{FRONT.replace('article', 'home')}---\n\n首頁。\n"
    old = f"---\n{FRONT.replace('2026', '2025')}---\n\n舊。\n"
    pages: dict[str, str | bytes] = {
        "docs/zh-TW/faq/why.md": _FAQ,
        "docs/zh-TW/faq/index.md": f"---\n{FRONT.replace('article', 'index')}---\n\n問答。\n",
        "docs/zh-TW/index.md": home,
        "docs/en/index.md": home,
        "docs/zh-TW/concepts/old.md": old,
        "docs/zh-TW/concepts/draft.md": f"---\n{FRONT}status: draft\n---\n\n未完。\n",
    }
    kb = load_knowledge_base(write_knowledge(tmp_path, pages))
    for page in kb.pages.values():
        file = tmp_path / "site" / page.url / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_HEAD.format(url=page.url), encoding="utf-8")
    return kb


def _data(kb: KnowledgeBase, url: str) -> list[dict[str, Any]]:
    found = _DATA.findall((kb.root / "site" / url / "index.html").read_text(encoding="utf-8"))
    assert len(found) == 1
    data: list[dict[str, Any]] = json.loads(found[0])
    return data


def test_a_question_an_article_and_the_site(kb: KnowledgeBase) -> None:
    write_structured_data(kb, kb.root / "site")
    write_structured_data(kb, kb.root / "site")  # adds nothing twice
    question, way = _data(kb, "faq/why/")
    assert question["@type"] == "FAQPage" and question["inLanguage"] == "zh-TW"
    assert question["mainEntity"][0]["name"] == "為什麼 </script><b>？"
    assert question["mainEntity"][0]["acceptedAnswer"]["text"] == "因為 8.97 兆美元 & 更多。"
    assert [step["item"] for step in way["itemListElement"]] == [
        "https://example.org/kb/",
        "https://example.org/kb/faq/",
        "https://example.org/kb/faq/why/",
    ]
    article, way = _data(kb, "en/concepts/qe/")
    assert article["@type"] == "Article" and article["dateModified"] == "2026-11-23"
    assert article["image"] == "https://example.org/kb/assets/images/card.png"
    assert way["itemListElement"][0]["item"] == "https://example.org/kb/en/"
    (site,) = _data(kb, "en/")
    assert (site["@type"], site["name"]) == ("WebSite", "QE & QT")
    assert site["publisher"]["url"] == site["url"] == "https://example.org/kb/en/"


def test_the_feed_lists_finished_pages_last_reviewed_first(kb: KnowledgeBase) -> None:
    write_feeds(kb, kb.root / "site")
    feed = etree.parse(str(kb.root / "site" / "feed.xml")).getroot()
    entries = feed.findall("{*}entry")
    assert [entry.findtext("{*}id") for entry in entries] == [
        f"https://example.org/kb/{path}/"
        for path in ("concepts/qe", "faq", "faq/why", "concepts/old")
    ]
    assert entries[2].findtext("{*}title") == "為什麼 </script><b>？"
    assert entries[2].findtext("{*}summary") == "因為 8.97 兆美元 & 更多。"
    assert feed.findtext("{*}updated") == "2026-11-23T00:00:00Z"
    assert feed.findtext("{*}title") == "QE & QT"
    english = etree.parse(str(kb.root / "site" / "en" / "feed.xml")).getroot()
    assert [entry.findtext("{*}id") for entry in english.findall("{*}entry")] == [
        "https://example.org/kb/en/concepts/qe/"
    ]


def test_the_picture_is_a_png_with_the_mark_in_the_middle() -> None:
    data = card()
    assert data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) < 10_000
    assert struct.unpack(">II", data[16:24]) == (WIDTH, HEIGHT)
    start = data.index(b"IDAT")
    (length,) = struct.unpack(">I", data[start - 4 : start])
    pixels = zlib.decompress(data[start + 4 : start + 4 + length])
    assert len(pixels) == HEIGHT * (1 + 3 * WIDTH)
    row = pixels[400 * (1 + 3 * WIDTH) + 1 :][: 3 * WIDTH]
    assert len({row[i : i + 3] for i in range(0, len(row), 3)}) == 3  # paper and both colours
