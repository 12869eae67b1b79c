"""Every diagram, in both languages: labels, caption and words are there, and no id stands twice."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from pathlib import Path

import pytest
from lxml import html

from scripts.content.diagrams import FOLDER, load_diagrams
from scripts.content.localised import LANGUAGES, Language
from tests.markdown.rendered import ROOT, render

DIAGRAMS, _ = load_diagrams(ROOT)
_HAN = re.compile(r"[㐀-鿿]")


def drawn(root: Path, language: Language, *identifiers: str) -> html.HtmlElement:
    text = "\n\n".join(f"```view\ndiagram\nid: {name}\n```" for name in identifiers)
    return html.fromstring(f"<div>{render(text, f'{language}/concepts/x.md', root=root)}</div>")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("root")
    shutil.copytree(ROOT / FOLDER, folder / FOLDER)
    return folder


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_diagram_has_labels_caption_and_words_in_its_language(
    root: Path, language: Language
) -> None:
    page = drawn(root, language, *DIAGRAMS)
    figures = page.findall(".//figure")
    assert len(figures) == len(DIAGRAMS) >= 6
    for figure in figures:
        (svg,) = figure.iter("svg")
        assert svg.get("role") == "img"
        named = {element.get("id"): element.text_content() for element in svg if element.get("id")}
        assert named[svg.get("aria-labelledby")]
        words = named[svg.get("aria-describedby")]
        assert figure.findtext("details/p") == words
        assert figure.findtext("figcaption")
        labels = [label.text_content() for label in svg.iter("tspan")]
        assert labels and all(label.strip() for label in labels)
        told = " ".join([*labels, words, figure.findtext("figcaption") or ""])
        if language == "en":
            assert not _HAN.search(told)
        else:
            assert all(_HAN.search(text) for text in (words, figure.findtext("figcaption") or ""))
    ids = Counter(page.xpath(".//@id"))
    assert [name for name, times in ids.items() if times > 1] == []


def test_the_words_of_a_diagram_are_text_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / FOLDER / "x.yml"
    file.parent.mkdir(parents=True)
    file.write_text(
        "title: {zh-TW: '<b>甲</b>', en: '<b>A</b>'}\ncaption: {zh-TW: 乙, en: '<img src=x>'}\n"
        "words: {zh-TW: 丙, en: '</desc><script>1</script>'}\nheight: 60\n"
        "boxes:\n  - {at: [0, 0, 200, 30], text: {zh-TW: 丁, en: '<i>D</i>'}}\n",
        encoding="utf-8",
    )
    page = drawn(tmp_path, "en", "x")
    assert [e.tag for e in page.iter("b", "img", "script", "i")] == []
    assert "<i>D</i>" in page.text_content()
