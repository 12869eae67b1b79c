"""What a page gets wrong is told with file and id, and the text stays readable."""

from __future__ import annotations

import pytest

from tests.markdown.rendered import render

PAGE = "en/effects/x.md"


@pytest.mark.parametrize(
    ("text", "told", "kept"),
    [
        ("A [word](term:nope).", "no term `nope`", "<p>A word.</p>"),
        ("A [figure](figure:nope).", "no figure `nope`", "<p>A figure.</p>"),
        ("A claim.[^nope]", "no source `nope`", "<p>A claim.[^nope]</p>"),
        ("```view\nnope\n```", "unknown view `nope`; accepted: at-a-glance, cases", "nope"),
        ("```view\ntimeline\nbank: x\n```", "unknown bank `x`; accepted: fed, boj", "timeline"),
        ("```view\ntimeline\nyear: x\n```", "unknown option `year`; accepted: bank", "timeline"),
        ("```view\nseries\nbank: x\n```", "unknown option `bank`; accepted: none", "series"),
        ("```view\nprogrammes\nid\n```", "`id` is no option; write `key: value`", "programmes"),
        ("```view\n```", "a view block is empty", "<code>"),
        ("```chart\nnope\n```", "no chart `nope` in docs/data/charts.yml; accepted: tiny", "nope"),
        ("```chart\n```", "a chart block holds one line", "<code>"),
    ],
)
def test_faults_are_told_and_the_text_stays(
    text: str, told: str, kept: str, caplog: pytest.LogCaptureFixture
) -> None:
    html = render(text, PAGE)
    assert kept in html
    assert [record.name for record in caplog.records] == ["mkdocs.scripts.markdown"]
    assert caplog.messages[0].startswith(f"docs/{PAGE}: ")
    assert told in caplog.messages[0]


def test_a_related_page_that_does_not_exist_is_told_and_left_out(
    caplog: pytest.LogCaptureFixture,
) -> None:
    html = render("內文", "zh-TW/concepts/qe.md")
    assert "concepts/missing" in caplog.text
    assert "missing" not in html


def test_a_sound_page_is_silent(caplog: pytest.LogCaptureFixture) -> None:
    render("QE, [easing](term:quantitative-easing).[^fed-h41-2022]", PAGE)
    assert caplog.messages == []
