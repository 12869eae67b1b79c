"""View `check-rules`: every rule of `check`, from the rules themselves."""

from __future__ import annotations

from scripts.markdown.page_extension import Rendering
from scripts.markdown.views.view import Options


def render(rendering: Rendering, options: Options) -> str:
    """Writes one folded list a family, each rule with reason, a wrong and a right example."""
    # The one place where a page shows the checks; no other page waits for them to be imported.
    from scripts.checks.reports.rule_list import rules_html

    return rules_html(rendering.language)
