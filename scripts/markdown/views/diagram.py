"""View `diagram`: a conceptual drawing with its caption and the same in words."""

from __future__ import annotations

from html import escape

from scripts.markdown.drawing import draw
from scripts.markdown.page_extension import Rendering
from scripts.markdown.views.view import Options


def render(rendering: Rendering, options: Options) -> str:
    """Writes the drawing that `id` names, with its words folded away below it."""
    identifier, language = options["id"], rendering.language
    diagram = rendering.kb.diagrams[identifier]
    summary = rendering.say("用文字說明這張圖", "This diagram in words")
    return (
        f'<figure class="kb-diagram" id="diagram-{identifier}">'
        f"{draw(diagram, identifier, language)}"
        f"<figcaption>{escape(diagram.caption.in_language(language))}</figcaption>"
        f"<details><summary>{summary}</summary>"
        f"<p>{escape(diagram.words.in_language(language))}</p></details></figure>"
    )
