"""The front matter of a page: which keys exist, and what each may hold."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import StringConstraints, model_validator

from scripts.content.localised import Record

PagePath = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9/-]*$")]
Line = Annotated[str, StringConstraints(min_length=1, pattern=r"^[^\n]*$")]


class FrontMatter(Record):
    """Keys at the head of every page.

    Attributes:
        title: heading of the page, without Markdown.
        description: one sentence for lists, search engines and link previews.
        kind: decides the layout.
        reviewed: day on which a person last checked the facts.
        status: `draft` keeps the page out of lists; left out when the page is ready.
        related: page paths to read next.
        order: place in the reading order of its folder; pages without one follow by title.
        wording: `as-written` where the text compares wordings of regions and must not switch.
        source_hash: on a translation, the content hash of the page that it was made from.
        question, answer, aliases, topics: on FAQ pages only; topics are ids of
            `docs/data/topics.yml`.
    """

    title: Line
    description: Line
    kind: Literal["article", "case", "faq", "reference", "index", "home"]
    reviewed: datetime.date
    status: Literal["draft"] | None = None
    related: tuple[PagePath, ...] = ()
    order: int | None = None
    wording: Literal["as-written"] | None = None
    source_hash: str | None = None
    question: Line | None = None
    answer: Line | None = None
    aliases: tuple[Line, ...] = ()
    topics: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _faq_keys_on_faq_pages(self) -> FrontMatter:
        if self.kind == "faq":
            missing = [key for key in ("question", "answer") if getattr(self, key) is None]
            missing += [key for key in ("aliases", "topics") if not getattr(self, key)]
            if missing:
                raise ValueError(f"an FAQ page also needs {', '.join(f'`{k}`' for k in missing)}")
        else:
            extra = [k for k in ("question", "answer", "aliases", "topics") if getattr(self, k)]
            if extra:
                raise ValueError(f"only FAQ pages have {', '.join(f'`{k}`' for k in extra)}")
        return self
