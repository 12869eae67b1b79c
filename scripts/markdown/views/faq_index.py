"""View `faq-index`: every question with its short answer, by topic."""

from __future__ import annotations

from scripts.content.pages import Page
from scripts.markdown.escaping import plain_in_markdown
from scripts.markdown.page_extension import Rendering
from scripts.markdown.views.links import page_link
from scripts.markdown.views.view import Options


def render(rendering: Rendering, options: Options) -> str:
    """Writes one heading a topic; a question stands once, under its first topic."""
    pages = [
        page
        for page in rendering.kb.pages_in(rendering.language)
        if page.front.kind == "faq" and page.front.status != "draft"
    ]
    parts: list[str] = []
    for topic in rendering.kb.topics.values():
        group = [page for page in pages if page.front.topics[:1] == (topic.id,)]
        if group:
            name = plain_in_markdown(topic.name.in_language(rendering.language))
            parts.append(f"## {name} {{#{topic.id}}}")
            parts += [_entry(rendering, page) for page in group]
    return "\n\n".join(parts)


def _entry(rendering: Rendering, page: Page) -> str:
    question = plain_in_markdown(page.front.question or page.front.title)
    more = page_link(rendering, page.path, rendering.say("看完整回答", "Read the full answer"))
    return (
        f'<details class="kb-question" markdown="1">\n<summary markdown="span">{question}</summary>'
        f"\n\n{page.front.answer}\n\n{more}\n\n</details>"
    )
