"""The rules over a built site, on a small site that is right until something is planted."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.checks.built.base import SiteRule
from scripts.checks.built.rules import RULES
from scripts.checks.built.run import check_site

_ADDRESS = "https://example.org/kb/"
PAGES = {"zh-TW": ("", "faq/a/", "concepts/b/"), "en": ("en/", "en/faq/a/", "en/concepts/b/")}
_LANGUAGES = {"zh-TW": "zh-TW", "en": "en"}


def _html(language: str, path: str) -> str:
    bare = path.removeprefix("en/")
    up = "../" * path.count("/")
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<title>T</title>\n'
        f'<link rel="canonical" href="{_ADDRESS}{path}">\n'
        f'<link rel="alternate" hreflang="zh-TW" href="{_ADDRESS}{bare}">\n'
        f'<link rel="alternate" hreflang="en" href="{_ADDRESS}en/{bare}">\n'
        f'<link rel="alternate" hreflang="x-default" href="{_ADDRESS}{bare}">\n'
        f'<link rel="stylesheet" href="{up}assets/site.css">\n</head>\n<body>\n'
        f'<nav><a href="{up}en/{bare}" hreflang="en">English</a></nav>\n<article>\n'
        f'<h1 id="top">T</h1>\n<p><a href="#top">up</a> <a href="./">here</a></p>\n'
        "<!-- plant -->\n</article>\n</body>\n</html>\n"
    )


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Folder of a right site."""
    folder = tmp_path / "site"
    (folder / "assets").mkdir(parents=True)
    (folder / "assets" / "site.css").write_text("", encoding="utf-8")
    entries = ""
    for language, paths in PAGES.items():
        for path in paths:
            file = folder / path / "index.html"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(_html(language, path), encoding="utf-8")
            entries += f"<url><loc>{_ADDRESS}{path}</loc></url>\n"
    (folder / "sitemap.xml").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{entries}</urlset>\n',
        encoding="utf-8",
    )
    return folder


def _change(site: Path, file: str, before: str, after: str) -> None:
    path = site / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def _found(site: Path, rule: str | None = None) -> list[tuple[str, int]]:
    found = check_site(site.parent, site, [rule] if rule else None)
    return [(finding.path, finding.line) for finding in found]


def test_right_site_has_no_findings(site: Path) -> None:
    assert _found(site) == []


def _pieces(which: str) -> list[object]:
    return [
        pytest.param(rule, piece, file, id=f"{rule.id}-{which}-{index}-{file[:2]}")
        for rule in RULES
        for index, piece in enumerate(getattr(rule, which))
        for file in ("faq/a/index.html", "en/faq/a/index.html")
    ]


def _fill(piece: str, file: str) -> str:
    other = "../../concepts/b/" if file.startswith("en/") else "../../en/concepts/b/"
    other = "../../../concepts/b/" if file.startswith("en/") else other
    return piece.replace("{other}", other)


@pytest.mark.parametrize(("rule", "piece", "file"), _pieces("bad_html"))
def test_planted_html_is_caught(site: Path, rule: SiteRule, piece: str, file: str) -> None:
    _change(site, file, "<!-- plant -->", _fill(piece, file))
    assert (f"site/{file}", 16) in _found(site, rule.id)


@pytest.mark.parametrize(("rule", "piece", "file"), _pieces("good_html"))
def test_look_alike_html_is_left_alone(site: Path, rule: SiteRule, piece: str, file: str) -> None:
    _change(site, file, "<!-- plant -->", _fill(piece, file))
    assert _found(site, rule.id) == []


HEAD_FAULTS = [
    ("KB904", '<link rel="canonical" href="https://example.org/kb/{p}">\n', ""),
    (
        "KB904",
        'rel="canonical" href="https://example.org/kb/{p}"',
        'rel="canonical" href="https://example.org/kb/{p}zz/"',
    ),
    (
        "KB905",
        '<link rel="alternate" hreflang="x-default" href="https://example.org/kb/faq/a/">\n',
        "",
    ),
    (
        "KB905",
        'hreflang="en" href="https://example.org/kb/en/faq/a/"',
        'hreflang="en" href="https://example.org/kb/en/faq/zz/"',
    ),
    (
        "KB905",
        'hreflang="zh-TW" href="https://example.org/kb/faq/a/"',
        'hreflang="zh-TW" href="https://example.org/kb/concepts/b/"',
    ),
    ("KB908", '<html lang="{l}">', "<html>"),
    ("KB908", '<html lang="{l}">', '<html lang="fr">'),
    ("KB902", "assets/site.css", "assets/zz.css"),
]


@pytest.mark.parametrize("file", ["faq/a/index.html", "en/faq/a/index.html"])
@pytest.mark.parametrize(("rule", "before", "after"), HEAD_FAULTS)
def test_faults_of_the_head(site: Path, rule: str, before: str, after: str, file: str) -> None:
    language = "en" if file.startswith("en/") else "zh-TW"
    names = {"{p}": file.removesuffix("index.html"), "{l}": language}
    for name, value in names.items():
        before, after = before.replace(name, value), after.replace(name, value)
    _change(site, file, before, after)
    assert f"site/{file}" in {path for path, _ in _found(site, rule)}


SITEMAP_FAULTS = 4  # in the two tests below


def test_sitemap_with_a_page_that_is_gone(site: Path) -> None:
    _change(site, "sitemap.xml", "kb/faq/a/", "kb/faq/zz/")
    messages = [f.message for f in check_site(site.parent, site, ["KB906"])]
    assert any("faq/zz/" in message for message in messages)
    assert any("faq/a/index.html is not in" in message for message in messages)


def test_sitemap_missing_or_malformed(site: Path) -> None:
    (site / "sitemap.xml").write_text("<urlset>", encoding="utf-8")
    assert _found(site, "KB906")
    (site / "sitemap.xml").unlink()
    assert _found(site, "KB906")


def test_folder_without_a_site(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no built site"):
        check_site(tmp_path, tmp_path / "nothing")


def test_malformed_html_is_read_as_far_as_it_goes(site: Path) -> None:
    for data in (b"", b"\0\0", b"<html", b"<p>" * 5000, "<p>量化".encode() + b"\xff\xfe"):
        (site / "faq" / "a" / "index.html").write_bytes(data)
        check_site(site.parent, site)
