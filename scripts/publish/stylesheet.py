"""Cuts the theme's stylesheet down to the rules that some page of the site can use.

The theme ships one stylesheet for everything it can do. Most of it is for parts that this site
does not have, and every rule with a side stands twice, for both writing directions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

THEME_STYLESHEETS = "assets/stylesheets/main.*.min.css"

# Parts that the theme's script makes only for features that mkdocs.yml does not turn on.
_FEATURES_OFF = re.compile(
    r"md-(annotation|code|consent|feedback|source|status|tag|tooltip2?|version)(-|_|$)"
)

_CLASS_ATTRIBUTE = re.compile(r'\bclass="([^"]*)"')
_STRING = re.compile(r""" "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*' | `(?:[^`\\]|\\.)*` """, re.X)
_WORD = re.compile(r"[A-Za-z_][\w-]*")
_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_NOT = re.compile(r":not\([^()]*\)")
_DECLARED = re.compile(r"(?:^|;)(--[\w-]+):")
_USED = re.compile(r"var\((--[\w-]+)")
_RIGHT_TO_LEFT = "[dir=rtl]"


@dataclass(frozen=True)
class Rule:
    """A rule of a stylesheet.

    Attributes:
        head: selectors, or an at-rule such as `@media print`.
        body: declarations, when there are no rules inside.
        rules: the rules inside an at-rule that groups rules.
    """

    head: str
    body: str = ""
    rules: tuple[Rule, ...] = ()

    def __str__(self) -> str:
        if self.head.endswith(";"):
            return self.head
        return f"{self.head}{{{self.body}{''.join(map(str, self.rules))}}}"


def slim_theme_stylesheet(site_dir: Path) -> None:
    """Rewrites the theme's stylesheet in the built site, whose name stays the same.

    Args:
        site_dir: folder of the built site, with all pages and scripts in place.
    """
    pages = (file.read_text(encoding="utf-8") for file in site_dir.rglob("*.html"))
    scripts = (file.read_text(encoding="utf-8") for file in site_dir.glob("assets/**/*.js"))
    made = {word for word in words_of_scripts(scripts) if not _FEATURES_OFF.match(word)}
    classes = set(classes_of_pages(pages)) | made
    others = "".join(
        file.read_text(encoding="utf-8")
        for file in site_dir.glob("assets/stylesheets/*.css")
        if not file.match(THEME_STYLESHEETS)
    )
    for file in site_dir.glob(THEME_STYLESHEETS):
        text = slim(file.read_text(encoding="utf-8"), classes, others)
        file.write_text(text, encoding="utf-8")


def classes_of_pages(pages: Iterable[str]) -> Iterator[str]:
    """Yields the class names in the `class` attributes of HTML pages."""
    for attribute in {match for page in pages for match in _CLASS_ATTRIBUTE.findall(page)}:
        yield from attribute.split()


def words_of_scripts(scripts: Iterable[str]) -> Iterator[str]:
    """Yields the words in the strings of scripts: a class that a script sets is among them."""
    for script in scripts:
        for string in _STRING.findall(script):
            yield from _WORD.findall(string)


def slim(stylesheet: str, classes: set[str], others: str = "") -> str:
    """Drops what no page can use.

    Args:
        stylesheet: minified CSS, without comments between rules.
        classes: class names that occur.
        others: other stylesheets of the site, whose custom properties stay defined.

    Returns:
        The stylesheet without selectors of other classes, without rules for text from right to
        left, and without custom properties that nothing reads. The order stays.
    """
    rules = tuple(_usable(parse(stylesheet), classes))
    while True:
        text = "".join(map(str, rules))
        read = set(_USED.findall(text)) | set(_USED.findall(others))
        kept = tuple(_without_properties(rules, read))
        if kept == rules:
            return text
        rules = kept


def parse(text: str) -> list[Rule]:
    """Parses minified CSS into rules; strings, brackets and `url(…)` may hold any character."""
    rules: list[Rule] = []
    position = 0
    while position < len(text):
        opening = _find(text, position, "{;")
        if opening == len(text):
            break
        head = text[position:opening].strip()
        if text[opening] == ";":  # an at-rule without a block, such as @charset
            rules.append(Rule(f"{head};"))
            position = opening + 1
            continue
        closing = _closing(text, opening)
        inside = text[opening + 1 : closing]
        if head.startswith(("@media", "@supports", "@layer", "@container")):
            rules.append(Rule(head, rules=tuple(parse(inside))))
        else:
            rules.append(Rule(head, inside))
        position = closing + 1
    return rules


def _find(text: str, start: int, wanted: str) -> int:
    """Returns where one of `wanted` stands outside strings and parentheses, or the end."""
    depth, quote, index = 0, "", start
    while index < len(text):
        character = text[index]
        if character == "\\":
            index += 1
        elif quote:
            quote = "" if character == quote else quote
        elif character in "\"'":
            quote = character
        elif character in "([":
            depth += 1
        elif character in ")]":
            depth -= 1
        elif depth == 0 and character in wanted:
            return index
        index += 1
    return len(text)


def _closing(text: str, opening: int) -> int:
    depth, index = 1, opening + 1
    while depth:
        index = _find(text, index, "{}")
        if index == len(text):
            raise ValueError(f"the block that opens at character {opening} is never closed")
        depth += 1 if text[index] == "{" else -1
        index += 1
    return index - 1


def _split(text: str, separator: str) -> Iterator[str]:
    start = 0
    while start <= len(text):
        end = _find(text, start, separator)
        yield text[start:end]
        start = end + 1


def _usable(rules: Iterable[Rule], classes: set[str]) -> Iterator[Rule]:
    for rule in rules:
        if rule.rules:
            inside = tuple(_usable(rule.rules, classes))
            if inside:
                yield replace(rule, rules=inside)
        elif rule.head.startswith("@"):
            yield rule
        else:
            selectors = [s for s in _split(rule.head, ",") if _can_match(s, classes)]
            if selectors:
                yield replace(rule, head=",".join(selectors))


def _can_match(selector: str, classes: set[str]) -> bool:
    needed = _NOT.sub("", selector)
    if _RIGHT_TO_LEFT in needed:
        return False
    # What stands in :is() or :where() is an alternative, not a need.
    needed = re.sub(r":(?:is|where)\([^()]*\)", "", needed)
    return all(name in classes for name in _CLASS.findall(needed))


def _without_properties(rules: Iterable[Rule], read: set[str]) -> Iterator[Rule]:
    for rule in rules:
        if rule.rules:
            yield replace(rule, rules=tuple(_without_properties(rule.rules, read)))
        elif rule.head.startswith("@") or not _DECLARED.search(rule.body):
            yield rule
        else:
            kept = [d for d in _split(rule.body, ";") if _is_read(d, read)]
            if kept:
                yield replace(rule, body=";".join(kept))


def _is_read(declaration: str, read: set[str]) -> bool:
    name = declaration.partition(":")[0].strip()
    return not name.startswith("--") or name in read
