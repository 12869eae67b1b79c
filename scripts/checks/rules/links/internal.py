"""Links from page to page."""

from __future__ import annotations

import difflib
import posixpath
from collections.abc import Iterator

from scripts.checks.addresses import Address
from scripts.checks.context import Context
from scripts.checks.document.document import Document
from scripts.checks.document.inlines import Link
from scripts.checks.finding import Finding
from scripts.checks.rule import PageRule, Rule, en, zh


def relative(page: Document, language: str, path: str) -> str:
    """Returns the address of a page as written on another."""
    here = posixpath.dirname(page.path)
    return posixpath.relpath(f"docs/{language}/{path}.md", here)


class MissingPage(PageRule):
    """A link to a page that does not exist."""

    id = "KB101"
    name = "link to a missing page"
    stops_build = True
    reason = "The reader ends on “page not found”."
    bad = (
        zh("見[這裡](⟦../concepts/qe-nowhere.md⟧)的說明。"),
        en("See [the page](⟦../concepts/qe-nowhere.md⟧) for more."),
        zh("見[這裡](⟦no-such-page.md#why⟧)。"),
        en("See [the page](⟦../../../etc/qe.md⟧)."),
    )
    good = (
        zh("見[量化寬鬆](../concepts/qe.md)。"),
        en("Written `[text](../concepts/qe-nowhere.md)` in Markdown."),
        en('See [easing](../concepts/qe.md "What it is").'),
        zh("```text\n[範例](../concepts/qe-nowhere.md)\n```"),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks up each `.md` target."""
        for link, address in context.addresses(page):
            if address.kind != "page" or _exists(address, context):
                continue
            if _other_case(address, context):
                continue
            near = _near(page, address, context)
            yield _found(self, page, link, f"no page `{address.file}`", near)


class MissingAnchor(PageRule):
    """A link to a section that does not exist."""

    id = "KB102"
    name = "link to a missing section"
    stops_build = True
    reason = "The reader lands at the top of a long page and has to search."
    bad = (
        zh("見[量化寬鬆](⟦../concepts/qe.md#no-such-section⟧)。"),
        en("See [easing](⟦../concepts/qe.md#no-such-section⟧)."),
        zh("見[下文](⟦#沒有這節⟧)。"),
        en("See [below](⟦#%E5%8E%9F%E5%9B%A0⟧)."),
    )
    good = (
        zh("## 甲 {#here}\n\n見[上文](#here)。"),
        en("## A {#here}\n\nSee [above](#%68ere)."),
        en("See [the sources](#sources)."),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks up each fragment among the ids of its page."""
        for link, address in context.addresses(page):
            if address.kind != "page" or not address.anchor or address.language is None:
                continue
            if not _exists(address, context):
                continue
            ids = context.anchors(address.language, address.path)
            if address.anchor in ids or address.anchor.startswith(("fn:", "fnref:")):
                continue
            close = difflib.get_close_matches(address.anchor, sorted(ids), 1)
            write = link.target.partition("#")[0] + f"#{close[0]}" if close else None
            message = f"`{address.file}` has no section `{address.anchor}`"
            if not close:
                message += f"; it has {_some(sorted(ids))}"
            yield _found(self, page, link, message, write)


class OtherLanguage(PageRule):
    """A link into the other language."""

    id = "KB103"
    name = "link into the other language"
    reason = "The reader is thrown out of the language that they read."
    fixes = True
    bad = (
        zh("見[量化寬鬆](⟦../../en/concepts/qe.md⟧)。"),
        en("See [easing](⟦../../zh-TW/concepts/qe.md⟧)."),
        zh("見[量化寬鬆](⟦/en/concepts/qe/⟧)。"),
    )
    good = (
        zh("見[量化寬鬆](../../zh-TW/concepts/qe.md)。"),
        en("See [easing](../concepts/qe.md)."),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Compares the folder of the target with that of the page."""
        for link, address in context.addresses(page):
            into = address.language
            if address.kind == "absolute":
                english = address.file.startswith("/en/")
                into = "en" if english and page.language == "zh-TW" else page.language
                path = address.file.removeprefix("/en/").strip("/")
            else:
                path = address.path
            if into is None or into == page.language:
                continue
            anchor = f"#{address.anchor}" if address.anchor else ""
            write = None
            if (page.language, path) in context.page_files:
                write = relative(page, page.language, path) + anchor
            yield _found(
                self, page, link, "the link leads into the other language", write, fix=True
            )


class LinkToDraft(PageRule):
    """A link to a page that is not ready."""

    id = "KB104"
    name = "link to a draft"
    reason = "Drafts are not listed, and readers should not be sent to unfinished text."
    bad = (zh("見[草稿](⟦../{draft}.md⟧)。"), en("See [the draft](⟦../{draft}.md⟧)."))
    good = (zh("見[量化寬鬆](../concepts/qe.md)。"), en("See [easing](../concepts/qe.md)."))

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks at the status of each linked page."""
        if page.page.front.status == "draft":
            return
        for link, address in context.addresses(page):
            if address.kind == "page" and address.language:
                target = context.document(address.language, address.path)
                if target is not None and target.page.front.status == "draft":
                    yield _found(self, page, link, f"`{address.file}` is a draft", None)


class CaseMismatch(PageRule):
    """A path that differs from the file only in capitals."""

    id = "KB110"
    name = "capitals differ from the file's name"
    stops_build = True
    reason = "It works on macOS and Windows and fails on the server."
    fixes = True
    bad = (
        zh("見[量化寬鬆](⟦../concepts/QE.md⟧)。"),
        en("See [easing](⟦../Concepts/qe.md⟧)."),
    )
    good = (
        zh("見[量化寬鬆](../concepts/qe.md)。"),
        en("See [QE](../concepts/qe.md)."),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Compares targets with the files without regard to case."""
        for link, address in context.addresses(page):
            if address.kind not in ("page", "asset") or _exists(address, context):
                continue
            right = _other_case(address, context)
            if right:
                here = posixpath.dirname(page.path)
                write = posixpath.relpath(f"docs/{right}", here)
                if address.anchor is not None:
                    write += "#" + link.target.partition("#")[2]
                yield _found(
                    self, page, link, "the file's name has other capitals", write, fix=True
                )


def _exists(address: Address, context: Context) -> bool:
    return address.file in context.files


def _other_case(address: Address, context: Context) -> str | None:
    right = context.files_lower.get(address.file.lower())
    return right if right and right != address.file else None


def _near(page: Document, address: Address, context: Context) -> str | None:
    """Returns the address of the page that was probably meant."""
    if address.language is None:
        return None
    own = sorted(path for language, path in context.page_files if language == page.language)
    name = posixpath.basename(address.path)
    same = [path for path in own if posixpath.basename(path) == name != "index"]
    close = same[:1] or difflib.get_close_matches(address.path, own, 1, 0.75)
    if not close:
        return None
    return relative(page, page.language, close[0]) + (
        f"#{address.anchor}" if address.anchor else ""
    )


def _some(ids: list[str]) -> str:
    shown = ", ".join(f"`{name}`" for name in ids[:8])
    return shown + (" …" if len(ids) > 8 else "")


def _found(
    rule: Rule, page: Document, link: Link, message: str, write: str | None, *, fix: bool = False
) -> Finding:
    start = link.target_start
    return rule.at(page, start, start + len(link.target), message, write, fix=fix)


RULES = (MissingPage(), MissingAnchor(), OtherLanguage(), LinkToDraft(), CaseMismatch())
