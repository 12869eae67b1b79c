"""The list of rules on the page about contributing: complete, in both languages, and harmless."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from scripts.checks.registry import RULES
from scripts.checks.reports.chinese import chinese_texts
from scripts.checks.reports.examples import bad_and_good
from scripts.checks.reports.rule_list import rules_html
from scripts.checks.rule import Rule
from scripts.checks.rules.style.characters import is_traditional
from scripts.content.localised import LANGUAGES, Language
from tests.checks.planting import ROOT


class _Tags(HTMLParser):
    """Collects the elements and ids of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.ids += [value for name, value in attrs if name == "id" and value]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_is_listed_once_and_examples_do_nothing(language: Language) -> None:
    found = _Tags()
    found.feed(rules_html(language))
    assert found.ids == [f"rule-{rule.id.lower()}" for rule in RULES]
    assert found.tags == {"details", "summary", "dl", "dt", "dd", "strong", "code", "br"}


def test_every_rule_has_chinese_words_and_no_other_has() -> None:
    assert set(chinese_texts()) == {rule.id for rule in RULES}
    for identifier, texts in chinese_texts().items():
        assert set(texts) == {"name", "reason"}, identifier
        assert texts["reason"].endswith("。"), identifier
        odd = [c for c in "".join(texts.values()) if c >= "\u4e00" and c.isalpha()]
        assert all(is_traditional(c) for c in odd), identifier


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_shows_what_is_wrong_and_what_is_right(rule: Rule) -> None:
    for language in LANGUAGES:
        assert all(bad_and_good(rule, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_on_contributing_draws_the_list(language: Language) -> None:
    page = ROOT / "docs" / language / "about" / "contributing.md"
    assert "```view\ncheck-rules\n```" in page.read_text(encoding="utf-8")
