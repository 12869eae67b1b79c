"""Smaller assets that still say the same."""

from __future__ import annotations

from pathlib import Path

from scripts.publish.minify import minify_assets


def test_comments_go_and_everything_else_stays(tmp_path: Path) -> None:
    assets = tmp_path / "assets" / "javascripts"
    assets.mkdir(parents=True)
    script = assets / "a.js"
    script.write_text(
        "/** Says. */\nconst a = `x // y\n  z`; // why\nconst b = /[/*]/.test('/* no */');\n",
        encoding="utf-8",
    )
    style = assets / "a.css"
    style.write_text("/* why */\np::after {\n  content: '/* no */';\n}\n", encoding="utf-8")
    minify_assets(tmp_path)
    assert script.read_text(encoding="utf-8") == (
        "const a=`x // y\n  z`;const b=/[/*]/.test('/* no */');"
    )
    assert style.read_text(encoding="utf-8") == "p::after{content:'/* no */'}"


def test_what_comes_minified_or_from_others_is_left_alone(tmp_path: Path) -> None:
    vendor = tmp_path / "assets" / "vendor"
    vendor.mkdir(parents=True)
    for name in ("x.min.js", "licensed.js"):
        (vendor / name).write_text("/* licence */ a ( )", encoding="utf-8")
    minify_assets(tmp_path)
    for name in ("x.min.js", "licensed.js"):
        assert (vendor / name).read_text(encoding="utf-8") == "/* licence */ a ( )"
