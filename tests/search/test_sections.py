"""What the search reads of a page: what a diagram says in words, not the labels scattered in it."""

from __future__ import annotations

from scripts.search.entries import read_sections
from tests.markdown.rendered import ROOT, render


def test_a_diagram_is_found_by_its_words_and_not_by_its_labels() -> None:
    figure = render("```view\ndiagram\nid: hong-kong-peg\n```", "en/x.md", root=ROOT)
    (lead,) = read_sections(f'<article><div class="kb-body"><p>Text.</p>{figure}</div></article>')
    assert "Inflows push the rate to 7.75" in lead.text
    assert lead.text.count("Inflows push the rate to 7.75") == 1
    assert "Down the left, up the right" in lead.text
    assert "HIBOR tends to fall;" in lead.text
    assert "money comes in, HK$ is strong" not in lead.text  # a label of the drawing
