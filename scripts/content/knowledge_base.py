"""The whole knowledge base, loaded once from `docs/`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from scripts.content.charts import Chart, chart_faults
from scripts.content.diagrams import Diagram, load_diagrams
from scripts.content.figures import Figure
from scripts.content.localised import LANGUAGES, Language, Record
from scripts.content.pages import Page, load_page
from scripts.content.phases import Asset, Phase
from scripts.content.problems import ContentError, Problem, read_text
from scripts.content.readings import Readings
from scripts.content.records import (
    Bank,
    Column,
    NavigationSection,
    Programme,
    Series,
    Source,
    Study,
    Term,
    Topic,
)
from scripts.content.redirects import Redirect
from scripts.content.series import Observation, Reading, load_observations
from scripts.content.t_accounts import WalkThrough, load_walk_through
from scripts.content.validation import validate
from scripts.content.yaml_source import YamlSource, parse_yaml

Kind = TypeVar("Kind", bound=Record)
RECORD_FILES: dict[str, type[Record]] = {
    "terms": Term,
    "sources": Source,
    "figures": Figure,
    "series": Series,
    "banks": Bank,
    "programmes": Programme,
    "columns": Column,
    "phases": Phase,
    "assets": Asset,
    "studies": Study,
    "topics": Topic,
    "navigation": NavigationSection,
    "charts": Chart,
    "redirects": Redirect,
}


@dataclass
class KnowledgeBase:
    """Pages and records, each by its id.

    Attributes:
        root: repository root.
        pages: by (language, page path).
        positions: (file, line, column) of every record, by (kind, id).
    """

    root: Path
    terms: dict[str, Term] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    figures: dict[str, Figure] = field(default_factory=dict)
    series: dict[str, Series] = field(default_factory=dict)
    banks: dict[str, Bank] = field(default_factory=dict)
    programmes: dict[str, Programme] = field(default_factory=dict)
    columns: dict[str, Column] = field(default_factory=dict)
    phases: dict[str, Phase] = field(default_factory=dict)
    assets: dict[str, Asset] = field(default_factory=dict)
    studies: dict[str, Study] = field(default_factory=dict)
    topics: dict[str, Topic] = field(default_factory=dict)
    navigation: dict[str, NavigationSection] = field(default_factory=dict)
    charts: dict[str, Chart] = field(default_factory=dict)
    redirects: dict[str, Redirect] = field(default_factory=dict)
    diagrams: dict[str, Diagram] = field(default_factory=dict)
    walk_through: WalkThrough | None = None
    observations: dict[str, tuple[Observation, ...]] = field(default_factory=dict)
    readings: dict[str, Reading] = field(default_factory=dict)
    pages: dict[tuple[Language, str], Page] = field(default_factory=dict)
    positions: dict[tuple[str, str], tuple[str, int, int]] = field(default_factory=dict)

    def pages_in(self, language: Language, folder: str | None = None) -> list[Page]:
        """Returns the pages of a language, in a folder if named, ordered as readers meet them."""
        chosen = [
            page
            for (lang, path), page in self.pages.items()
            if lang == language and (folder is None or page.folder == folder)
        ]
        return sorted(chosen, key=reading_order)

    def page(self, language: Language, path: str) -> Page | None:
        """Returns a page, or None where there is none."""
        return self.pages.get((language, path))


def reading_order(page: Page) -> tuple[bool, bool, int, str]:
    """Sort key: a folder's index first, then pages with `order`, then the rest by path."""
    is_index = page.path.endswith("index")
    return (not is_index, page.front.order is None, page.front.order or 0, page.path)


def load_knowledge_base(root: Path, only: set[Path] | None = None) -> KnowledgeBase:
    """Loads everything under `docs/`.

    Args:
        root: repository root.
        only: reads just these pages, for checks of a change; None reads all.

    Returns:
        The knowledge base.

    Raises:
        ContentError: with every fault of form that was found, in file order.
    """
    kb, problems = load_with_problems(root, only)
    if problems:
        raise ContentError(problems)
    return kb


def load_with_problems(
    root: Path, only: set[Path] | None = None
) -> tuple[KnowledgeBase, list[Problem]]:
    """Like `load_knowledge_base`, but returns what is sound together with the faults."""
    kb, problems = load_records(root)
    return kb, problems + load_pages(kb, only)


def load_records(root: Path) -> tuple[KnowledgeBase, list[Problem]]:
    """Reads `docs/data`; the knowledge base has no pages yet."""
    kb = KnowledgeBase(root)
    problems: list[Problem] = []
    for name, model in RECORD_FILES.items():
        problems += _load_records(kb, name, model)
    problems += _load_series(kb)
    kb.walk_through, faults = load_walk_through(root)
    problems += faults
    kb.diagrams, faults = load_diagrams(root)
    problems += faults
    problems += _faults_of_charts(kb)
    return kb, problems


def load_pages(kb: KnowledgeBase, only: set[Path] | None = None) -> list[Problem]:
    """Reads the pages, or just those of `only`, into a knowledge base; returns their faults."""
    problems: list[Problem] = []
    for language in LANGUAGES:
        for file, path in _page_files(kb.root / "docs" / language, only):
            problems += _load_one_page(kb, file, language, path)
    return problems


def _load_records(kb: KnowledgeBase, name: str, model: type[Record]) -> list[Problem]:
    file = kb.root / "docs" / "data" / f"{name}.yml"
    shown = f"docs/data/{name}.yml"
    if not file.exists():
        return []
    try:
        source = parse_yaml(read_text(file, shown), shown)
    except ContentError as error:
        return error.problems
    if source.data is None:
        return []
    if not isinstance(source.data, list):
        return [Problem(shown, 1, 1, "is not a list", "begin each record with `- id: …`")]
    problems: list[Problem] = []
    store: dict[str, Any] = getattr(kb, name)
    for index, data in enumerate(source.data):
        problems += _add_record(kb, store, name, model, source, index, data, shown)
    return problems


def _add_record(
    kb: KnowledgeBase,
    store: dict[str, Any],
    name: str,
    model: type[Record],
    source: YamlSource,
    index: int,
    data: Any,
    shown: str,
) -> list[Problem]:
    line, column = source.position((index,))
    identifier = str(data.get("id", "?")) if isinstance(data, dict) else "?"
    record = validate(model, data, source, (index,), shown, f"{name[:-1]} `{identifier}`")
    if isinstance(record, list):
        return record
    if identifier in store:
        first = kb.positions[name, identifier]
        return [
            Problem(
                shown, line, column, f"the id `{identifier}` stands twice",
                f"rename or remove one; the first is on line {first[1]}",
            )
        ]  # fmt: skip
    store[identifier] = record
    kb.positions[name, identifier] = (shown, line, column)
    return []


def _load_series(kb: KnowledgeBase) -> list[Problem]:
    problems: list[Problem] = []
    for identifier in kb.series:
        file = kb.root / "docs" / "data" / "series" / f"{identifier}.csv"
        try:
            kb.observations[identifier] = load_observations(file, kb.root)
        except ContentError as error:
            problems += error.problems
    readings = Readings(kb.figures, kb.series, kb.observations, kb.positions)
    kb.readings = readings.found
    return problems + readings.problems


def _faults_of_charts(kb: KnowledgeBase) -> list[Problem]:
    """Takes out the charts that name what is not there."""
    problems: list[Problem] = []
    for identifier, chart in list(kb.charts.items()):
        for fault, cure in chart_faults(chart, kb.series, kb.programmes):
            where = kb.positions["charts", identifier]
            problems.append(Problem(*where, f"chart `{identifier}`: {fault}", cure))
            kb.charts.pop(identifier, None)
    return problems


def _page_files(folder: Path, only: set[Path] | None) -> Iterator[tuple[Path, str]]:
    if only is None:
        files = list(folder.rglob("*.md"))
    else:
        files = [f for f in only if f.suffix == ".md" and f.is_relative_to(folder) and f.is_file()]
    for file in sorted(files):
        yield file, file.relative_to(folder).with_suffix("").as_posix()


def _load_one_page(kb: KnowledgeBase, file: Path, language: Language, path: str) -> list[Problem]:
    try:
        page = load_page(file, kb.root, language, path)
    except ContentError as error:
        return error.problems
    twin = path.removesuffix("/index") if path.endswith("/index") else f"{path}/index"
    if (language, twin) in kb.pages:
        return [
            Problem(
                page.file, 1, 1, f"has the same address as {kb.pages[language, twin].file}",
                "keep one of the two files",
            )
        ]  # fmt: skip
    kb.pages[language, path] = page
    return [
        Problem(
            page.file, *page.keys.position(("topics", index)), f"unknown topic `{topic}`",
            f"accepted topics: {', '.join(kb.topics)} (docs/data/topics.yml)",
        )
        for index, topic in enumerate(page.front.topics)
        if topic not in kb.topics
    ]  # fmt: skip
