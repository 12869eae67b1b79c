"""Records that point at each other."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.context import Context
from scripts.checks.finding import Finding
from scripts.checks.rule import Example, RecordRule
from scripts.checks.rules.figures.references import nearest

HINTS = 20  # looking for the nearest id is slow; where hundreds are missing a file is missing
_FIGURE = "- id: x.y\n  zh-TW: 甲\n  en: A\n  value: 1\n  unit: percent\n  date: 2020-01-01\n"


class UnknownReference(RecordRule):
    """A record that names another that does not exist."""

    id = "KB405"
    name = "record names an unknown record"
    stops_build = True
    reason = "A figure without its source, or a programme without its bank, proves nothing."
    bad = (
        Example(data=(("figures.yml", _FIGURE + "  source: no-such-source\n"),),
                at="docs/data/figures.yml:-7"),
        Example(data=(("programmes.yml", "- id: x\n  bank: nobank\n  kind: qe\n"
                       "  name: {zh-TW: 甲, en: A}\n  assets: {zh-TW: 乙, en: B}\n"
                       "  sources: [no-such]\n"),), at="docs/data/programmes.yml:-6"),
        Example(data=(("phases.yml", "- id: x\n  kind: variant\n  name: {zh-TW: 甲, en: A}\n"
                       "  span: {zh-TW: 甲, en: A}\n  begin: 2020-01-01\n  end: 2020-02-01\n"
                       "  of: no-such\n"),), at="docs/data/phases.yml:-7"),
        Example(data=(("assets.yml", "- id: x\n  name: {zh-TW: 甲, en: A}\n"
                       "  short: {zh-TW: 甲, en: A}\n  label: {zh-TW: 甲, en: A}\n"
                       "  measure: percent\n  figures: ret.x\n  source: no-such\n"
                       "  closes: X\n"),), at="docs/data/assets.yml:-8"),
    )  # fmt: skip
    good = (
        Example(data=(("figures.yml", _FIGURE + "  source: {source}\n"),)),
        Example(data=(("programmes.yml", "- id: x\n  bank: fed\n  kind: qe\n"
                       "  name: {zh-TW: 甲, en: A}\n  assets: {zh-TW: 乙, en: B}\n"
                       "  sources: [{source}]\n"),)),
    )  # fmt: skip

    def check(self, context: Context) -> Iterator[Finding]:
        """Follows every id from record to record."""
        told = 0
        for kind, name, reference, store, known in _references(context):
            if reference not in known:
                path, line, column = context.kb.positions[kind, name]
                told += 1
                near = nearest(reference, known) if told <= HINTS else None
                hint = f"; did you mean `{near}`?" if near else ""
                yield self.on_line(
                    path, line, column,
                    f"{kind} `{name}`: no `{reference}` in docs/data/{store}.yml{hint}",
                )  # fmt: skip


def _references(context: Context) -> Iterator[tuple[str, str, str, str, set[str]]]:
    """Yields (kind, id, id named, file it should stand in, ids of that file)."""
    kb = context.kb
    sources, series, terms, banks = set(kb.sources), set(kb.series), set(kb.terms), set(kb.banks)
    for name, figure in kb.figures.items():
        if figure.source is not None:
            yield "figures", name, figure.source, "sources", sources
    for name, programme in kb.programmes.items():
        yield "programmes", name, programme.bank, "banks", banks
        named = [*programme.sources]
        for decision in programme.decisions:
            named += decision.sources
        for source in dict.fromkeys(named):
            yield "programmes", name, source, "sources", sources
    for name, bank in kb.banks.items():
        if bank.term:
            yield "banks", name, bank.term, "terms", terms
        for reference in (bank.assets_series, bank.rate_series):
            if reference:
                yield "banks", name, reference, "series", series
    for name, record in kb.series.items():
        if record.source is not None:
            yield "series", name, record.source, "sources", sources
    for name, asset in kb.assets.items():
        yield "assets", name, asset.source, "sources", sources
        if asset.series is not None:
            yield "assets", name, asset.series, "series", series
    for name, phase in kb.phases.items():
        if phase.programme is not None:
            yield "phases", name, phase.programme, "programmes", set(kb.programmes)
        if phase.of is not None:
            yield "phases", name, phase.of, "phases", set(kb.phases)


class MissingArticle(RecordRule):
    """A record that leads to a page that does not exist."""

    id = "KB206"
    name = "record leads to a missing page"
    stops_build = True
    reason = "The glossary and the menu link to these pages."
    bad = (
        Example(data=(("terms.yml", "- id: x\n  zh-TW: 甲\n  zh-HK: 甲\n  zh-CN: 甲\n  en: a\n"
                       "  definition: {zh-TW: 乙, en: b}\n  article: concepts/nowhere\n"),),
                at="docs/data/terms.yml:-7"),
        Example(data=(("navigation.yml", "- id: x\n  title: {zh-TW: 甲, en: A}\n"
                       "  pages: [nowhere]\n"),), at="docs/data/navigation.yml:-3"),
    )  # fmt: skip
    good = (
        Example(data=(("terms.yml", "- id: x\n  zh-TW: 甲\n  zh-HK: 甲\n  zh-CN: 甲\n  en: a\n"
                       "  definition: {zh-TW: 乙, en: b}\n  article: concepts/qe\n"),)),
        Example(data=(("navigation.yml", "- id: x\n  title: {zh-TW: 甲, en: A}\n"
                       "  pages: [concepts/qe]\n"),)),
    )  # fmt: skip

    def check(self, context: Context) -> Iterator[Finding]:
        """Looks up the article of each term and the pages of the navigation."""
        kb = context.kb
        named = [("terms", name, term.article) for name, term in kb.terms.items()]
        for name, section in kb.navigation.items():
            named += [("navigation", name, page) for page in section.pages]
        told = 0
        for kind, name, path in named:
            if path.partition("#")[0] not in context.paths:
                file, line, column = kb.positions[kind, name]
                told += 1
                near = nearest(path, context.paths) if told <= HINTS else None
                hint = f"; did you mean `{near}`?" if near else ""
                yield self.on_line(
                    file, line, column, f"{kind} `{name}`: there is no page `{path}`{hint}"
                )


RULES = (UnknownReference(), MissingArticle())
