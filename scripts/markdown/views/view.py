"""What a view is: a function from records to Markdown, with the options that it takes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from scripts.content.knowledge_base import KnowledgeBase
from scripts.markdown.page_extension import Rendering

Options = Mapping[str, str]


class ViewError(ValueError):
    """A view block asks for what does not exist; the message says what is accepted."""


@dataclass(frozen=True)
class View:
    """A view.

    Attributes:
        render: makes Markdown for the page, from options that were checked.
        options: by the name of each option, a function that lists the values it accepts.
        lists: options that take several values, parted by a comma and a space.
        needed: options that cannot be left out.
    """

    render: Callable[[Rendering, Options], str]
    options: Mapping[str, Callable[[KnowledgeBase], Collection[str]]] = field(default_factory=dict)
    lists: frozenset[str] = frozenset()
    needed: frozenset[str] = frozenset()

    def check(self, name: str, options: Options, kb: KnowledgeBase) -> None:
        """Checks the options of a block.

        Raises:
            ViewError: an option or its value is unknown, or a needed one is missing.
        """
        for key in sorted(self.needed - options.keys()):
            raise ViewError(f"view `{name}`: write its option `{key}: …`")
        for key, value in options.items():
            if key not in self.options:
                accepted = ", ".join(self.options) or "none"
                raise ViewError(f"view `{name}`: unknown option `{key}`; accepted: {accepted}")
            values = self.options[key](kb)
            for part in value.split(", ") if key in self.lists else [value]:
                if part not in values:
                    raise ViewError(
                        f"view `{name}`: unknown {key} `{part}`; accepted: {', '.join(values)}"
                    )
