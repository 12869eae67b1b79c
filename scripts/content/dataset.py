"""The published data set of programmes: its files, its licence and how it is cited."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from scripts.content.knowledge_base import KnowledgeBase
from scripts.content.localised import Language

FOLDER = "open-data"
PAGE = "data/programmes"  # the page that describes the data set
PROGRAMMES = "programmes.csv"
DECISIONS = "decisions.csv"
JSON = "programmes.json"
COLUMNS = "columns.csv"
BIBTEX = "programmes.bib"
LICENCE = "CC BY 4.0"
LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/"
_AUTHOR = {"zh-TW": "QE 與 QT 知識庫", "en": "QE & QT Knowledge Base"}
_TITLE = {"zh-TW": "QE 與 QT 計畫資料集", "en": "Programmes of QE and QT"}


@dataclass(frozen=True)
class Citation:
    """What a citation of the data set says.

    Attributes:
        language: language of the citation.
        version: day on which a person last checked the data set; it changes with every edition.
        address: web address of the page that describes the data set.
    """

    language: Language
    version: datetime.date
    address: str

    @property
    def author(self) -> str:
        """Who is cited."""
        return _AUTHOR[self.language]

    @property
    def title(self) -> str:
        """Name of the data set."""
        return _TITLE[self.language]

    def plain(self) -> str:
        """Writes the citation as one line of text."""
        year, version = self.version.year, self.version.isoformat()
        if self.language == "zh-TW":
            return (
                f"{self.author}（{year}）。《{self.title}》，{version} 版。"
                f"{LICENCE}。{self.address}"
            )
        return f"{self.author} ({year}). {self.title}, version {version}. {LICENCE}. {self.address}"

    def bibtex(self) -> str:
        """Writes the citation as a BibTeX entry of the type that most styles know."""
        author, title = self.author.replace("&", r"\&"), self.title
        return (
            f"@misc{{qe-qt-programmes-{self.version.isoformat()},\n"
            f"  author = {{{{{author}}}}},\n"
            f"  title = {{{{{title}}}}},\n"
            f"  year = {{{self.version.year}}},\n"
            f"  version = {{{self.version.isoformat()}}},\n"
            f"  note = {{{LICENCE}}},\n"
            f"  url = {{{self.address}}}\n"
            "}\n"
        )


def cite_programmes(kb: KnowledgeBase, language: Language, site: str) -> Citation | None:
    """Returns the citation of the data set.

    Args:
        kb: the knowledge base.
        language: language of the citation.
        site: address of the site, with a slash at its end.

    Returns:
        The citation, or None where no page describes the data set.
    """
    page = kb.page(language, PAGE)
    return Citation(language, page.front.reviewed, site + page.url) if page else None
