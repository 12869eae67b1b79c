"""Faults met while loading, each kind as a rule of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from scripts.checks.context import Context
from scripts.checks.finding import Finding
from scripts.checks.rule import Example, RecordRule
from scripts.content.problems import Problem


class LoadingRule(RecordRule):
    """Base of the rules whose faults the loader finds; the first whose pattern fits takes one."""

    pattern: ClassVar[str]
    about_pages = True
    stops_build = True

    def check(self, context: Context) -> Iterator[Finding]:
        """Yields the loader's problems of this kind."""
        for problem in context.problems:
            if _kind(problem) is type(self):
                cure = f" (→ {problem.cure})" if problem.cure else ""
                line, column = _inside(context, problem)
                message = " ".join(f"{problem.message}{cure}".split())
                yield self.on_line(problem.path, line, column, message)


class Unreadable(LoadingRule):
    """The bytes are not text."""

    id = "KB001"
    name = "file cannot be read as UTF-8"
    reason = "Only UTF-8 shows Chinese the same on every machine."
    pattern = r"^.*: (?:is not UTF-8|cannot be read)"
    bad = (
        Example(files=(("docs/zh-TW/{page}.md", "\udcff"),), at="docs/zh-TW/{page}.md:1"),
        Example(files=(("docs/en/{page}.md", "---\ntitle: a\udcfe"),), at="docs/en/{page}.md:2"),
    )
    good = (
        Example(files=(("docs/zh-TW/{page}-x.txt", "\udcff"),)),
        Example(body=(("zh-TW", "稀有字𠮷野家與 😀 都是 UTF-8。"),)),
    )


class NoFrontMatter(LoadingRule):
    """The page has no head."""

    id = "KB002"
    name = "front matter missing or not closed"
    reason = "The title, the kind of page and the day of review stand there."
    pattern = r": (?:has no front matter|the front matter has no end)"
    bad = (
        Example(
            files=(("docs/zh-TW/{page}.md", "# 標題\n\n內文。\n"),), at="docs/zh-TW/{page}.md:1"
        ),
        Example(
            files=(("docs/en/{page}.md", "---\ntitle: a\n\nText.\n"),), at="docs/en/{page}.md:1"
        ),
    )
    good = (
        Example(body=(("zh-TW", "一段。\n\n---\n\n再一段。"),)),
        Example(body=(("en", "One.\n\n---\n\nTwo."),)),
    )


class MalformedYaml(LoadingRule):
    """YAML that does not parse, or holds a key twice."""

    id = "KB003"
    name = "malformed YAML"
    reason = "A record that cannot be parsed is missing from every page that draws on it."
    pattern = r": YAML: "
    bad = (
        Example(
            front=(("zh-TW", "description: 先說: 再說: 完"),), at="docs/zh-TW/{page}.md:description"
        ),
        Example(front=(("en", "description: *nothing"),), at="docs/en/{page}.md:description"),
        Example(data=(("terms.yml", "- id: x\n   zh-TW: y\n"),), at="docs/data/terms.yml:-1"),
    )
    good = (
        Example(front=(("zh-TW", "description: '先說: 再說: 完'"),)),
        Example(front=(("en", 'description: "a: b"'),)),
    )


class AgainstSchema(LoadingRule):
    """A key that is unknown, missing or of the wrong type."""

    id = "KB004"
    name = "front matter or record against the schema"
    reason = "A misspelt key would be silently without effect."
    pattern = ""
    bad = (
        Example(front=(("zh-TW", "kind: artikel"),), at="docs/zh-TW/{page}.md:kind"),
        Example(front=(("en", "reviewed: yesterday"),), at="docs/en/{page}.md:reviewed"),
        Example(
            data=(("sources.yml", "- id: x-2020\n  titel: y\n"),), at="docs/data/sources.yml:-2"
        ),
    )
    good = (
        Example(front=(("zh-TW", "order: 3"),)),
        Example(front=(("en", "order: 3"),)),
    )


class RepeatedId(LoadingRule):
    """Two records with one id."""

    id = "KB005"
    name = "id used twice in one file of records"
    reason = "Which of the two a page would show is a matter of chance."
    pattern = r": the id `.*` stands twice"
    bad = (
        Example(
            data=(("topics.yml", "- id: basics\n  name: {zh-TW: 甲, en: A}\n"),),
            at="docs/data/topics.yml:-2",
        ),
        Example(
            data=(("topics.yml", "- id: qt\n  name: {zh-TW: 乙, en: B}\n"),),
            at="docs/data/topics.yml:-2",
        ),
    )
    good = (
        Example(data=(("topics.yml", "- id: basics-2\n  name: {zh-TW: 甲, en: A}\n"),)),
        Example(data=(("topics.yml", "- id: new\n  name: {zh-TW: 基礎, en: Basics}\n"),)),
    )


class SameAddress(LoadingRule):
    """`x.md` and `x/index.md` side by side."""

    id = "KB006"
    name = "two files with the same address"
    reason = "One would overwrite the other in the built site."
    pattern = r": has the same address as "
    bad = (
        Example(
            files=(("docs/zh-TW/{page}/index.md", "=docs/zh-TW/{page}.md"),),
            at="docs/zh-TW/{page}/index.md:1|docs/zh-TW/{page}.md:1",
        ),
        Example(
            files=(("docs/en/{page}/index.md", "=docs/en/{page}.md"),),
            at="docs/en/{page}/index.md:1|docs/en/{page}.md:1",
        ),
    )
    good = (
        Example(files=(("docs/zh-TW/{page}/detail.md", "=docs/zh-TW/{page}.md"),)),
        Example(files=(("docs/en/{page}-index.md", "=docs/en/{page}.md"),)),
    )


class UnknownTopic(LoadingRule):
    """A topic that does not exist."""

    id = "KB007"
    name = "unknown topic"
    reason = "The page would not be listed anywhere in the FAQ."
    pattern = r": unknown topic `"
    bad = (
        Example(front=(("zh-TW", "topics: [money]"),), at="docs/zh-TW/{faq}.md:topics"),
        Example(front=(("en", "topics: [basics, Markets]"),), at="docs/en/{faq}.md:topics"),
    )
    good = (
        Example(front=(("zh-TW", "topics: [basics]"),), at="{faq}"),
        Example(front=(("en", "topics: [basics, markets]"),), at="{faq}"),
    )


class MalformedSeries(LoadingRule):
    """A row that is no observation."""

    id = "KB008"
    name = "malformed data series"
    reason = "Charts and figures are computed from these rows."
    pattern = r"\.csv:\d"
    bad = (
        Example(files=(("docs/data/series/WALCL.csv", "date,value\n2020-01-01,1\n2020-13-01,2\n"),),
                at="docs/data/series/WALCL.csv:3"),
        Example(files=(("docs/data/series/WALCL.csv", "date,value\n2020-01-08,1\n2020-01-01,2\n"),),
                at="docs/data/series/WALCL.csv:3"),
    )  # fmt: skip
    good = (
        Example(files=(("docs/data/series/OTHER.csv", "date,value\nx,y\n"),)),
        Example(files=(("docs/data/series/note.txt", "not a series"),)),
    )


class UnreadableFigure(LoadingRule):
    """A figure whose series cannot give it."""

    id = "KB009"
    name = "figure that its series cannot give"
    reason = "The figure would be missing from every page that names it."
    pattern = (
        r": figure `[^`]*`: (?:no series `|no observation in|`read: .*` is unknown"
        r"|the series has no observation)"
    )
    bad = (
        Example(data=(("figures.yml", "- id: x.y\n  zh-TW: 甲\n  en: A\n  unit: USD trillion\n"
                       "  series: NOSUCH\n  read: last\n"),), at="docs/data/figures.yml:-6"),
        Example(data=(("figures.yml", "- id: x.y\n  zh-TW: 甲\n  en: A\n  unit: USD trillion\n"
                       "  series: WALCL\n  read: newest\n"),), at="docs/data/figures.yml:-6"),
    )  # fmt: skip
    good = (
        Example(data=(("figures.yml", "- id: x.y\n  zh-TW: 甲\n  en: A\n  unit: USD trillion\n"
                       "  series: WALCL\n  read: last\n"),)),
        Example(data=(("figures.yml", "- id: x.y\n  zh-TW: 甲\n  en: A\n  unit: USD trillion\n"
                       "  series: WALCL\n  read: \"2022-04-13\"\n"),)),
    )  # fmt: skip


RULES = (
    Unreadable(),
    NoFrontMatter(),
    MalformedYaml(),
    AgainstSchema(),
    RepeatedId(),
    SameAddress(),
    UnknownTopic(),
    MalformedSeries(),
    UnreadableFigure(),
)


def _inside(context: Context, problem: Problem) -> tuple[int, int]:
    """Keeps a place inside the file: a parser may point behind the end."""
    source = context.source(problem.path)
    if source is None:
        return problem.line, problem.column
    return source.place(source.offset_of(problem.line, problem.column))


def _kind(problem: Problem) -> type[LoadingRule]:
    text = f"{problem.path}:{problem.line}:{problem.column}: {problem.message}"
    for rule in RULES:
        if rule.pattern and re.search(rule.pattern, text):
            return type(rule)
    return AgainstSchema
