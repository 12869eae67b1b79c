"""`docs/data/search.yml`: the words of questions, groups of everyday words, popular questions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from scripts.content.localised import LANGUAGES, Language, Record
from scripts.content.problems import ContentError, Problem, read_text
from scripts.content.records import Id
from scripts.content.validation import validate
from scripts.content.yaml_source import YamlSource, parse_yaml

SHOWN = "docs/data/search.yml"


class EverydayGroup(Record):
    """Words by which people mean much the same thing, in all languages of the site."""

    id: Id
    words: tuple[str, ...]


class PlaceSettings(Record):
    """A part of the world: its pages stand back where a query does not name it.

    Attributes:
        groups: groups of everyday words that name it.
        terms: terms that name it.
        signs: Han characters that only people there write.
    """

    groups: tuple[Id, ...]
    terms: tuple[Id, ...] = ()
    signs: str = ""


class SearchSettings(Record):
    """What the search knows beyond the glossary.

    Attributes:
        silent: words and characters that are never looked up.
        question_words: words that tell what kind of answer is wanted; they count little.
        everyday: groups of everyday words.
        places: parts of the world that pages are about.
        popular: page paths that the empty search box offers.
    """

    silent: tuple[str, ...] = ()
    question_words: tuple[str, ...] = ()
    everyday: tuple[EverydayGroup, ...] = ()
    places: tuple[PlaceSettings, ...] = ()
    popular: tuple[str, ...] = ()


def load_settings(root: Path) -> SearchSettings:
    """Reads `docs/data/search.yml`; without the file nothing is set.

    Args:
        root: repository root.

    Returns:
        The settings.

    Raises:
        ContentError: malformed YAML, unknown keys, or a group or a word that stands twice.
    """
    file = root / SHOWN
    if not file.exists():
        return SearchSettings()
    source = parse_yaml(read_text(file, SHOWN), SHOWN)
    settings = validate(SearchSettings, source.data or {}, source, (), SHOWN, "search settings")
    if isinstance(settings, list):
        raise ContentError(settings)
    problems = [*_repeated_groups(settings, source), *_repeated_words(settings, source)]
    if problems:
        raise ContentError(problems)
    return settings


def _repeated_groups(settings: SearchSettings, source: YamlSource) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, group in enumerate(settings.everyday):
        if group.id in seen:
            position = source.position(("everyday", index))
            yield Problem(
                SHOWN, *position, f"the group `{group.id}` stands twice",
                "put the words of both into one",
            )  # fmt: skip
        seen.add(group.id)


def _repeated_words(settings: SearchSettings, source: YamlSource) -> Iterator[Problem]:
    groups: dict[str, str] = {}
    for index, group in enumerate(settings.everyday):
        for place, word in enumerate(group.words):
            if word in groups:
                position = source.position(("everyday", index, "words", place))
                yield Problem(
                    SHOWN, *position, f"`{word}` stands in the group `{groups[word]}` already",
                    "keep it in the group that it belongs to more",
                )  # fmt: skip
            groups[word] = group.id


def language_for(wanted: str) -> Language:
    """Returns the site's language for a language tag: `en…` is English, all else Chinese."""
    return LANGUAGES[1] if wanted.lower().startswith("en") else LANGUAGES[0]
