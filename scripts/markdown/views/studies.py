"""View `studies`: what research measured, one row a study, oldest first."""

from __future__ import annotations

from scripts.content.records import Study
from scripts.markdown.escaping import plain_in_markdown
from scripts.markdown.page_extension import Rendering
from scripts.markdown.views.table import table
from scripts.markdown.views.view import Options


def render(rendering: Rendering, options: Options) -> str:
    """Writes a table of the studies, of one kind where `about` says so."""
    headers = (
        ("研究", "地區", "測量什麼", "估計", "方法")
        if rendering.language == "zh-TW"
        else ("Study", "Region", "What was measured", "Estimate", "Method")
    )
    about = options.get("about")
    chosen = [s for s in rendering.kb.studies.values() if about in (None, s.about)]
    chosen.sort(key=lambda study: (study.year, study.authors))
    return table(headers, [_row(rendering, study) for study in chosen])


def _row(rendering: Rendering, study: Study) -> tuple[str, ...]:
    language = rendering.language
    authors = plain_in_markdown(study.authors)
    name = rendering.say(f"{authors}（{study.year}）", f"{authors} ({study.year})")
    if study.central_bank:
        name += rendering.say("＊", "*").replace("*", "\\*")
    return (
        f"{name}[^{study.source}]",
        plain_in_markdown(study.region.in_language(language)),
        plain_in_markdown(study.measured.in_language(language)),
        study.estimate.in_language(language),
        plain_in_markdown(study.method.in_language(language)),
    )
