"""What is read from a built page, and what is not."""

from __future__ import annotations

from scripts.search.entries import Section, read_sections

CHART = """<figure class="kb-chart"><figcaption>Assets</figcaption>
<svg role="img"><title>Assets</title><desc>Peak</desc><text>2015</text></svg>
<p class="kb-chart__source">Data: H.4.1.</p>
<details><summary>In numbers</summary><div class="kb-table"><table><tr><td>8.97</td></tr></table>
</div></details></figure>"""


def test_a_chart_is_left_out_and_the_text_around_it_is_not() -> None:
    article = (
        '<article><div class="kb-body"><p>Lead.</p><h2 id="a">A</h2>'
        f"<p>Before.</p>{CHART}<p>After.</p></div></article>"
    )
    assert read_sections(article) == [
        Section("", "", "Lead."),
        Section("a", "A", "Before.\nAfter."),
    ]
