"""YAML that remembers where each value stood, so that a message can name the line."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Any

import yaml

from scripts.content.problems import ContentError, Problem

Path = tuple[str | int, ...]
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CURES = {
    "mapping values are not allowed": "a value that holds ': ' needs quotes around it",
    "could not find expected ':'": "write each entry as `key: value`",
    "found character '\\t'": "indent with spaces, not tabs",
    "found undefined alias": "a value that starts with * needs quotes around it",
    "found unknown escape": "use single quotes, in which a backslash is plain",
}


@dataclass
class YamlSource:
    """Plain data with the position of each key and item.

    Attributes:
        data: dictionaries, lists and scalars.
        positions: (line, column), both from 1, by the path of keys and indices.
    """

    data: Any
    positions: dict[Path, tuple[int, int]] = field(default_factory=dict)

    def position(self, path: Path) -> tuple[int, int]:
        """Returns the position of a path, or of the nearest parent that is known."""
        while path not in self.positions:
            if not path:
                return (1, 1)
            path = path[:-1]
        return self.positions[path]


def parse_yaml(text: str, shown: str, first_line: int = 1) -> YamlSource:
    """Parses one YAML document.

    Args:
        text: the document.
        shown: the path that a message names.
        first_line: line of the file on which `text` begins (front matter begins on line 2).

    Returns:
        The data with positions; `data` is None for an empty document.

    Raises:
        ContentError: the YAML is malformed, or a key stands twice in one mapping.
    """
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        source = YamlSource(None)
        if node is not None:
            source.data = _build(loader, node, (), source.positions, shown, first_line)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        problem = (error.problem or error.context or "malformed").strip()
        raise ContentError(
            [Problem(shown, line + first_line, column + 1, f"YAML: {problem}", _cure(problem))]
        ) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        reason = str(error).splitlines()[0] if str(error) else "malformed"
        raise ContentError(
            [Problem(shown, first_line, 1, f"YAML: {reason}", _cure(reason))]
        ) from error
    finally:
        loader.dispose()
    return source


def _cure(problem: str) -> str:
    for sign, cure in _CURES.items():
        if sign in problem:
            return cure
    return "compare the line with its neighbours: indentation, quotes, and a space after each colon"


def _build(
    loader: Any,
    node: yaml.Node,
    path: Path,
    positions: dict[Path, tuple[int, int]],
    shown: str,
    first_line: int,
) -> Any:
    here = (node.start_mark.line + first_line, node.start_mark.column + 1)
    positions.setdefault(path, here)
    if isinstance(node, yaml.MappingNode):
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            line = key_node.start_mark.line + first_line
            column = key_node.start_mark.column + 1
            if key in result:
                raise ContentError(
                    [
                        Problem(
                            shown,
                            line,
                            column,
                            f"YAML: the key `{key}` stands twice",
                            f"keep one of the two `{key}:` lines",
                        )
                    ]
                )
            positions[(*path, key)] = (line, column)
            result[key] = _build(loader, value_node, (*path, key), positions, shown, first_line)
        return result
    if isinstance(node, yaml.SequenceNode):
        return [
            _build(loader, item, (*path, index), positions, shown, first_line)
            for index, item in enumerate(node.value)
        ]
    value = loader.construct_object(node, deep=True)
    # 2026-11-23 12:00 would become a datetime; only whole days are used here.
    return value.date() if isinstance(value, datetime.datetime) else value
