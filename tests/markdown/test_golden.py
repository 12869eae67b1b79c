"""What an author writes, and what readers get: one pair of files a case in `golden/`.

Each `.md` begins with a line `page: en/effects/x.md`, which says where the text stands, and may
name extensions besides the site's own after it; the `.html` beside it is the expected result.
After a wanted change of the output run

    python -m pytest tests/markdown --update-golden

and read the diff of the `.html` files line by line before committing: it is the test.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.markdown.rendered import render

GOLDEN = Path(__file__).resolve().parent / "golden"
CASES = sorted(GOLDEN.glob("*.md"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_renders_as_expected(case: Path, request: pytest.FixtureRequest) -> None:
    head, _, text = case.read_text(encoding="utf-8").partition("\n\n")
    html = render(text, *head.removeprefix("page: ").split()) + "\n"
    expected = case.with_suffix(".html")
    if request.config.getoption("--update-golden", default=False):
        expected.write_text(html, encoding="utf-8")
    assert html == expected.read_text(encoding="utf-8")


def test_every_expected_file_has_its_input() -> None:
    orphans = [f.name for f in GOLDEN.glob("*.html") if not f.with_suffix(".md").exists()]
    assert orphans == []
