"""Turns plain data into records, and validation errors into messages with line and cure."""

from __future__ import annotations

import difflib
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from scripts.content.localised import Record
from scripts.content.problems import Problem
from scripts.content.yaml_source import Path, YamlSource

Model = TypeVar("Model", bound=Record)


def validate(
    model: type[Model], data: Any, source: YamlSource, at: Path, shown: str, what: str
) -> Model | list[Problem]:
    """Makes one record.

    Args:
        model: the record's class.
        data: plain data from YAML.
        source: where the data came from, for positions.
        at: path of the data inside the source.
        shown: file that messages name.
        what: what the record is called in messages, such as ``figure `fed.assets.peak` ``.

    Returns:
        The record, or one problem for each fault.
    """
    if not isinstance(data, dict):
        line, column = source.position(at)
        problem = f"{what} is not a mapping"
        return [Problem(shown, line, column, problem, "write `key: value` lines")]
    try:
        return model.model_validate(data)
    except ValidationError as error:
        return [_problem(model, item, source, at, shown, what) for item in error.errors()]


def _problem(
    model: type[BaseModel], item: Any, source: YamlSource, at: Path, shown: str, what: str
) -> Problem:
    path = tuple(part for part in item["loc"] if not _is_type_tag(part))
    line, column = source.position((*at, *path))
    name = ".".join(str(part) for part in path)
    kind, context = item["type"], item.get("ctx", {})
    if kind == "extra_forbidden":
        accepted = _keys(_model_at(model, path[:-1]))
        near = difflib.get_close_matches(str(path[-1]), accepted, 1)
        hint = f"did you mean `{near[0]}`? " if near else ""
        return Problem(
            shown, line, column, f"{what}: unknown key `{name}`",
            f"{hint}accepted keys: {', '.join(accepted)}",
        )  # fmt: skip
    if kind == "missing":
        return Problem(
            shown, line, column, f"{what}: the key `{name}` is missing", f"add `{name}:`"
        )  # fmt: skip
    if kind == "literal_error":
        return Problem(
            shown, line, column, f"{what}: `{name}` is {item['input']!r}",
            f"accepted values: {context['expected']}",
        )  # fmt: skip
    if kind.startswith("date"):
        return Problem(
            shown, line, column, f"{what}: `{name}` is no date ({item['input']!r})",
            "write the day as 2026-11-23",
        )  # fmt: skip
    if kind == "value_error":
        where = f"`{name}`: " if name else ""
        return Problem(shown, line, column, f"{what}: {where}{context['error']}")
    if kind == "string_pattern_mismatch":
        return Problem(
            shown, line, column, f"{what}: `{name}` is {item['input']!r}",
            f"it must match {context['pattern']}",
        )  # fmt: skip
    return Problem(shown, line, column, f"{what}: `{name}`: {item['msg']} ({item['input']!r})")


def _is_type_tag(part: Any) -> bool:
    """Pydantic names the branch of a union in the location; a reader knows only keys."""
    return isinstance(part, str) and (part in ("date", "int", "float", "str") or "[" in part)


def _keys(model: type[BaseModel] | None) -> list[str]:
    if model is None:
        return []
    return [field.alias or name for name, field in model.model_fields.items()]


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    current: type[BaseModel] | None = model
    for part in path:
        if isinstance(part, int) or current is None:
            continue
        fields = {f.alias or n: f for n, f in current.model_fields.items()}
        annotation = fields[part].annotation if part in fields else None
        current = next(_models_in(annotation), None)
    return current


def _models_in(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)
