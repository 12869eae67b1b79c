"""What the theme's stylesheet loses, and what it must keep."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.publish.stylesheet import parse, slim, slim_theme_stylesheet


@pytest.mark.parametrize(
    "css",
    [
        '@charset "UTF-8";html{margin:0}',
        "@media print{.a{color:red}}",
        "@media screen{@supports (a:b){.a{color:red}}}",
        """:root{--icon:url("data:image/svg+xml,<svg a='{;}'/>")}p{color:var(--icon)}""",
        r".a\:b{content:'}'}",
        "@keyframes k{0%{opacity:0}to{opacity:1}}",
    ],
)
def test_what_is_used_stays_as_it_is(css: str) -> None:
    assert slim(css, {"a", "a\\"}) == css
    assert "".join(map(str, parse(css))) == css


@pytest.mark.parametrize(
    ("css", "left"),
    [
        (".gone{color:red}", ""),
        (".a .gone,.a{color:red}", ".a{color:red}"),
        (".a:not(.gone){color:red}", ".a:not(.gone){color:red}"),
        (".a:is(.gone,p){color:red}", ".a:is(.gone,p){color:red}"),
        ("@media print{.gone{color:red}}", ""),
        ("[dir=rtl] .a{left:0}[dir=ltr] .a{right:0}", "[dir=ltr] .a{right:0}"),
        (":root{--x:1;--y:2}p{order:var(--x)}", ":root{--x:1}p{order:var(--x)}"),
        (":root{--x:var(--y);--y:2}", ""),
        ("p{color:red;--x:1}", "p{color:red}"),
    ],
)
def test_what_no_page_can_use_goes(css: str, left: str) -> None:
    assert slim(css, {"a"}) == left


def test_a_property_that_our_own_styles_read_stays() -> None:
    assert slim(":root{--x:1}", set(), "p{order:var(--x)}") == ":root{--x:1}"


def test_a_block_that_is_never_closed_is_an_error() -> None:
    with pytest.raises(ValueError, match="never closed"):
        parse(".a{color:red")


def test_classes_of_pages_and_of_scripts_stay(tmp_path: Path) -> None:
    styles = tmp_path / "assets" / "stylesheets"
    scripts = tmp_path / "assets" / "javascripts" / "deep"
    styles.mkdir(parents=True)
    scripts.mkdir(parents=True)
    (tmp_path / "index.html").write_text('<p class="in-page other">x</p>', encoding="utf-8")
    (scripts / "a.js").write_text(
        "e.className = 'by-script'; f('md-version__link'); gone()", encoding="utf-8"
    )
    (styles / "ours.css").write_text(".gone{color:red}", encoding="utf-8")
    theme = styles / "main.0123abcd.min.css"
    theme.write_text(
        ".in-page{a:b}.by-script{a:b}.md-version__link{a:b}.gone{a:b}", encoding="utf-8"
    )
    slim_theme_stylesheet(tmp_path)
    assert theme.read_text(encoding="utf-8") == ".in-page{a:b}.by-script{a:b}"
    assert (styles / "ours.css").read_text(encoding="utf-8") == ".gone{color:red}"
