"""What search engines are told of the pages."""

from __future__ import annotations

import gzip
from pathlib import Path

from lxml import etree

from scripts.content.knowledge_base import load_knowledge_base
from scripts.publish.sitemap import write_sitemap
from tests.content.knowledge import FRONT, write_knowledge


def test_every_built_page_with_its_twin_and_the_day_of_its_review(tmp_path: Path) -> None:
    draft: dict[str, str | bytes] = {"docs/en/concepts/only.md": f"---\n{FRONT}---\n\nText.\n"}
    kb = load_knowledge_base(write_knowledge(tmp_path, draft))
    site = tmp_path / "site"
    for url in ("concepts/qe/", "en/concepts/qe/"):
        page = site / url / "index.html"
        page.parent.mkdir(parents=True)
        address = f"https://example.org/a&amp;b/{url}"
        page.write_text(f'<link rel="canonical" href="{address}">', encoding="utf-8")
    write_sitemap(kb, site)
    data = (site / "sitemap.xml").read_bytes()
    assert gzip.decompress((site / "sitemap.xml.gz").read_bytes()) == data
    chinese, english = (
        "https://example.org/a&b/concepts/qe/",
        "https://example.org/a&b/en/concepts/qe/",
    )
    entries = list(etree.fromstring(data).iter("{*}url"))
    assert [entry.findtext("{*}loc") for entry in entries] == [chinese, english]
    for entry in entries:
        assert entry.findtext("{*}lastmod") == "2026-11-23"
        assert {link.get("hreflang"): link.get("href") for link in entry.iter("{*}link")} == {
            "zh-TW": chinese,
            "en": english,
            "x-default": chinese,
        }
