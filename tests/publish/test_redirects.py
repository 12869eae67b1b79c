"""Old addresses lead to where their content is now, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from scripts.checks.built.run import check_site
from scripts.content.knowledge_base import load_knowledge_base
from scripts.content.problems import ContentError
from scripts.publish.redirects import write_redirects
from scripts.publish.sitemap import write_sitemap
from tests.content.knowledge import write_knowledge

REDIRECTS = "docs/data/redirects.yml"
STYLES = ("assets/stylesheets/tokens.css", "assets/stylesheets/not-found.css")


def _built(root: Path, redirects: str) -> Path:
    kb = load_knowledge_base(write_knowledge(root, {REDIRECTS: redirects}))
    site = root / "site"
    pages = ("index.html", "concepts/qe/index.html", "en/concepts/qe/index.html")
    for name in (*pages, *STYLES):
        file = site / name
        file.parent.mkdir(parents=True, exist_ok=True)
        address = "https://example.org/kb/" + name.removesuffix("index.html")
        file.write_text(f'<link rel="canonical" href="{address}"><h2 id="one">1</h2>')
    write_sitemap(kb, site)
    write_redirects(kb, site)
    return site


@pytest.mark.parametrize(
    ("address", "language", "target"),
    [
        ("old/deep/name/", "zh-TW", "../../../concepts/qe/#one"),
        ("en/old/deep/name/", "en", "../../../concepts/qe/#one"),
    ],
)
def test_old_page_leads_to_the_new_place(
    tmp_path: Path, address: str, language: str, target: str
) -> None:
    site = _built(tmp_path, "- id: old/deep/name\n  to: concepts/qe#one\n")
    page = html.parse(str(site / address / "index.html")).getroot()
    assert page.get("lang") == language
    assert page.xpath("//meta[@http-equiv='refresh']/@content") == [f"0; url={target}"]
    assert page.xpath("//a/@href") == [target]
    assert page.xpath("//a/text()") == ["標題"]
    english = "en/" if language == "en" else ""
    canonical = f"https://example.org/kb/{english}concepts/qe/"
    assert page.xpath("//link[@rel='canonical']/@href") == [canonical]


def test_pages_that_lead_on_pass_the_check_of_the_built_site(tmp_path: Path) -> None:
    site = _built(tmp_path, "- id: old\n  to: concepts/qe\n")
    found = check_site(tmp_path, site, None)
    assert not [finding for finding in found if "old/" in finding.path + finding.message]


def test_section_that_moved_makes_no_page(tmp_path: Path) -> None:
    site = _built(tmp_path, "- id: concepts/qe#gone\n  to: concepts/qe#one\n")
    assert sorted(file.name for file in site.rglob("*.html")) == ["index.html"] * 3
    assert "http-equiv" not in (site / "concepts/qe/index.html").read_text()


def test_malformed_redirect_is_told_at_its_line(tmp_path: Path) -> None:
    record = "- id: old\n  to: https://example.org/\n"
    with pytest.raises(ContentError, match=f"{REDIRECTS}:2"):
        load_knowledge_base(write_knowledge(tmp_path, {REDIRECTS: record}))
