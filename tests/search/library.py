"""A small knowledge base with its built pages, for tests of the index."""

from __future__ import annotations

from pathlib import Path

from scripts.content.knowledge_base import KnowledgeBase, load_knowledge_base

TERMS = """
- id: fed
  zh-TW: 聯準會
  zh-HK: 聯儲局
  zh-CN: 美联储
  en: Federal Reserve
  abbr: Fed
  definition: {zh-TW: 美國的中央銀行。, en: The central bank of the United States.}
  article: concepts/not-there
- id: rate-hike
  zh-TW: 升息
  zh-HK: 加息
  zh-CN: 加息
  en: rate rise
  definition: {zh-TW: 調高政策利率。, en: A higher policy rate.}
  article: concepts/not-there
- id: carry-trade
  zh-TW: 利差交易
  zh-HK: 利差交易
  zh-CN: 套息交易
  en: carry trade
  aliases: [借日圓買美股]
  definition: {zh-TW: 借低息貨幣、買高息資產。, en: Borrow cheap and buy dear.}
  article: faq/yen
"""
SETTINGS = """
silent: [的, 嗎, the, of]
question_words: [為什麼, 是什麼, 會唔會, what, why]
everyday:
  - {id: house, words: [房價, 樓價, house prices]}
  - {id: myth, words: [誤會]}
popular: [faq/yen, faq/not-there]
"""


def article(language: str, path: str, title: str, sections: list[tuple[str, str, str]]) -> str:
    """Returns a built page."""
    body = "".join(
        (f'<h2 id="{i}">{t}<a class="headerlink" href="#{i}">#</a></h2>' if i else "")
        + f"<p>{p}</p>"
        for i, t, p in sections
    )
    return (
        f'<html lang="{language}"><body><nav>選單</nav><article class="md-content__inner">'
        f'<header class="kb-head"><h1>{title}</h1></header><div class="kb-body">{body}'
        '<h2 id="related">相關頁面</h2><ul><li>不該找到</li></ul></div></article></body></html>'
    )


def make_library(root: Path) -> tuple[KnowledgeBase, Path]:
    """Writes the sources and the built pages under `root`.

    Returns:
        The knowledge base, and the folder of the built site.
    """
    data = root / "docs" / "data"
    data.mkdir(parents=True)
    (data / "terms.yml").write_text(TERMS, encoding="utf-8")
    (data / "search.yml").write_text(SETTINGS, encoding="utf-8")
    (data / "topics.yml").write_text("- {id: basics, name: {zh-TW: 基本, en: Basics}}\n")
    site = root / "site"
    _page(
        root, site, "concepts/fed", "kind: article",
        ("聯準會怎麼運作", "How the Federal Reserve works"),
        (
            [("", "", "由理事會和地區銀行組成。"), ("hike", "何時升息", "聯準會在通膨高時升息。")],
            [("", "", "It has a board."), ("hike", "A rate rise", "The Fed raises rates.")],
        ),
    )  # fmt: skip
    _page(
        root, site, "faq/yen",
        "kind: faq\nquestion: {q}\nanswer: {a}\naliases: [{alias}]\ntopics: [basics]",
        ("日圓利差交易和股市有什麼關係？", "What has the yen carry trade to do with shares?"),
        ([("", "", "投資人借便宜的日圓。")], [("", "", "Investors borrow cheap yen.")]),
    )  # fmt: skip
    _page(
        root, site, "concepts/housing", "kind: article", ("房價", "House prices"),
        ([("", "", "房價跟著貸款走。")], [("", "", "House prices follow lending.")]),
    )  # fmt: skip
    return load_knowledge_base(root), site


def _page(
    root: Path,
    site: Path,
    path: str,
    front: str,
    titles: tuple[str, str],
    bodies: tuple[list[tuple[str, str, str]], list[tuple[str, str, str]]],
) -> None:
    answers = (
        ("股市大跌時投資人會還日圓。", "日圓為什麼急升"),
        ("Investors pay back.", "yen jump"),
    )
    for language, title, body, (answer, alias) in zip(
        ("zh-TW", "en"), titles, bodies, answers, strict=True
    ):
        keys = front.format(q=title, a=answer, alias=alias)
        source = root / "docs" / language / f"{path}.md"
        source.parent.mkdir(parents=True, exist_ok=True)
        source.write_text(
            f"---\ntitle: {title}\ndescription: {title}\n{keys}\nreviewed: 2026-11-23\n---\n\n文\n",
            encoding="utf-8",
        )
        built = site / ("en" if language == "en" else "") / path / "index.html"
        built.parent.mkdir(parents=True, exist_ok=True)
        built.write_text(article(language, path, title, body), encoding="utf-8")
