"""Every rule catches its faults in copies of real pages, and leaves look-alikes alone."""

from __future__ import annotations

import zlib

import pytest

from scripts.checks.built.base import SiteRule
from scripts.checks.external.rules import ExternalRule
from scripts.checks.registry import RULES
from scripts.checks.rule import Example, Rule
from tests.checks.planting import Garden
from tests.checks.test_built import HEAD_FAULTS, PAGES, SITEMAP_FAULTS
from tests.checks.test_external import OUTCOMES, TLS_FAULTS

PAGES_EACH = 2
PLANTED = [rule for rule in RULES if not isinstance(rule, SiteRule | ExternalRule)]
# Rules about one language only, or about files that belong to none.
ONE_LANGUAGE = {
    "KB501", "KB502", "KB503", "KB504", "KB507", "KB508", "KB510", "KB511", "KB513", "KB514",
    "KB521", "KB523", "KB524", "KB533", "KB207",
}  # fmt: skip
NO_LANGUAGE = {
    "KB005", "KB008", "KB009", "KB405", "KB206", "KB210", "KB208", "KB410", "KB411", "KB702",
    "KB703", "KB116", "KB117", "KB122", "KB412", "KB413", "KB414", "KB609", "KB610", "KB608",
}  # fmt: skip


def _pages(garden: Garden, rule: Rule, example: Example) -> list[str]:
    """Returns two real pages, other ones for each rule."""
    kind = "faq" if "{faq}" in f"{example}" else "article"
    pages = garden.pages(kind)
    each = 1 if example.data else PAGES_EACH  # records do not depend on the page
    first = zlib.crc32(rule.id.encode()) % len(pages)
    return [pages[(first + index * 7) % len(pages)] for index in range(each)]


def _cases(which: str) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{rule.id}-{which}-{index}")
        for rule in PLANTED
        for index, example in enumerate(getattr(rule, which))
    ]


@pytest.mark.parametrize(("rule", "example"), _cases("bad"))
def test_fault_is_caught(garden: Garden, rule: Rule, example: Example) -> None:
    for page in _pages(garden, rule, example):
        found, places = garden.look(rule, example, page)
        assert places, "the example does not say where the fault is"
        assert found, f"not caught on {page}"
        assert {finding.rule for finding in found} == {rule.id}
        assert any(place.holds(finding) for finding in found for place in places), (
            f"{page}: expected {places}, found {[str(finding) for finding in found]}"
        )


@pytest.mark.parametrize(("rule", "example"), _cases("good"))
def test_look_alike_is_left_alone(garden: Garden, rule: Rule, example: Example) -> None:
    for page in _pages(garden, rule, example):
        found, _ = garden.look(rule, example, page)
        assert not found, f"{page}: {[str(finding) for finding in found]}"


@pytest.mark.parametrize("rule", PLANTED, ids=lambda rule: rule.id)
def test_rule_has_examples_in_both_languages(rule: Rule) -> None:
    languages = {
        part[0]
        for example in rule.bad
        for part in (*example.body, *example.front, *example.replace)
    }
    languages |= {
        language for example in rule.bad for path, _ in example.files
        for language in ("zh-TW", "en") if f"/{language}/" in path
    }  # fmt: skip
    if rule.id in NO_LANGUAGE:
        return
    assert len(languages) == (1 if rule.id in ONE_LANGUAGE else 2)


def _proof(rule: Rule) -> tuple[int, int]:
    """Counts the planted faults of a rule, and the look-alikes, over all suites."""
    if isinstance(rule, SiteRule):
        heads = sum(case[0] == rule.id for case in HEAD_FAULTS)
        sitemap = SITEMAP_FAULTS if rule.id == "KB906" else 0
        # A rule about the head is asked about the right site, in every other test of the suite.
        right = len(rule.good_html) or (len(PAGES["zh-TW"]) if any(rule.head) else 0)
        return len(rule.bad_html) + heads + sitemap, right
    if isinstance(rule, ExternalRule):
        faults = sum(outcome == rule.outcome for _, outcome, _ in OUTCOMES)
        tls = TLS_FAULTS if rule.outcome == "tls" else 0
        return faults + tls, sum(outcome == "ok" for _, outcome, _ in OUTCOMES)
    return len(rule.bad), len(rule.good)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_is_proved_by_two_faults_and_two_look_alikes(rule: Rule) -> None:
    faults, look_alikes = _proof(rule)
    assert faults >= 2
    assert look_alikes >= 2


def test_ids_are_unique_and_named_by_family() -> None:
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids))
    assert all(rule.name and rule.reason for rule in RULES)
