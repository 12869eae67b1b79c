"""Where pages and sections have moved: `docs/data/redirects.yml`."""

from __future__ import annotations

from pydantic import Field

from scripts.content.localised import Record

_PATH = r"(?:index|search|[a-z0-9-]+(?:/[a-z0-9-]+)*)"
_PLACE = rf"^{_PATH}(?:#[A-Za-z0-9_-]+)?$"


class Redirect(Record):
    """An address that readers may still have, in both languages.

    Attributes:
        id: page path of the past, such as `concepts/old`, or a section, `concepts/qe#old`.
        to: page path, or section, where its content is now.
    """

    id: str = Field(pattern=_PLACE)
    to: str = Field(pattern=_PLACE)

    @property
    def page(self) -> str:
        """The page path of the past."""
        return self.id.partition("#")[0]

    @property
    def section(self) -> str:
        """The section of the past; empty where the whole page has moved."""
        return self.id.partition("#")[2]
