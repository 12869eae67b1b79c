"""Diagrams on a phone: every label lies inside its box and is large enough to read."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.cli import ROOT
from scripts.content.diagrams import load_diagrams
from scripts.markdown.views.block import read_block, split_blocks
from tests.browser.conftest import OpenPage

DIAGRAMS, _ = load_diagrams(ROOT)


def _shows_a_diagram(file: Path) -> bool:
    blocks = split_blocks(file.read_text(encoding="utf-8").split("\n"))
    return any(read_block(block)[0] == "diagram" for block in blocks if block.is_drawn)


PAGES = sorted(
    file.relative_to(ROOT / "docs" / "zh-TW").with_suffix("").as_posix()
    for file in (ROOT / "docs" / "zh-TW").rglob("*.md")
    if _shows_a_diagram(file)
)
GATHER = """async (addresses) => {
  const body = document.querySelector(".kb-body");
  body.replaceChildren();
  for (const address of addresses) {
    const text = await (await fetch(address)).text();
    const page = new DOMParser().parseFromString(text, "text/html");
    const ids = [...page.querySelectorAll("[id]")].map((element) => element.id);
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
    if (twice.length) throw new Error(`${address}: ids stand twice: ${twice}`);
    body.append(...page.querySelectorAll(".kb-diagram"));
  }
}"""
# What is wrong with the labels, and the smallest type in pixels of the screen.
MEASURE = """() => {
  const wrong = [];
  let smallest = Infinity;
  for (const svg of document.querySelectorAll(".kb-diagram svg")) {
    const all = svg.viewBox.baseVal;
    const scale = svg.getBoundingClientRect().width / all.width;
    for (const text of svg.querySelectorAll("text")) {
      smallest = Math.min(smallest, parseFloat(getComputedStyle(text).fontSize) * scale);
      const rect = text.parentNode.querySelector("rect");
      const room = rect ? rect.getBBox() : all;
      const gap = rect ? 2 : 0;
      const label = text.getBBox();
      const inside = label.x >= room.x + gap && label.y >= room.y
        && label.x + label.width <= room.x + room.width - gap
        && label.y + label.height <= room.y + room.height;
      if (!inside) wrong.push(`${text.textContent}: ${label.width} in ${room.width}`);
    }
  }
  const shown = [...document.querySelectorAll(".kb-diagram")].map((figure) => figure.id);
  return [shown, wrong, smallest];
}"""


@pytest.mark.parametrize("language", ["", "en/"])
def test_labels_fit_and_can_be_read(open_page: OpenPage, site: str, language: str) -> None:
    page = open_page(f"{language}{PAGES[0]}/").page
    page.evaluate(GATHER, [f"{site}{language}{path}/" for path in PAGES])
    shown, wrong, smallest = page.evaluate(MEASURE)
    assert sorted(shown) == [f"diagram-{name}" for name in sorted(DIAGRAMS)]
    assert wrong == []
    assert smallest >= 12
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
    page.evaluate("() => { document.querySelector('.kb-box tspan').textContent = 'x'.repeat(60); }")
    assert len(page.evaluate(MEASURE)[1]) == 1  # the measuring itself finds a label too long
