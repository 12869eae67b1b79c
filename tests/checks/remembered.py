"""Parses each text once in a run: nearly all content is the same before and after a plant."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from scripts.content import knowledge_base, readings

# What the loading calls, and what its result depends on. An object stands for itself: the same
# text gives the same data, the same data the same record.
_KEYS: dict[str, Callable[..., Hashable]] = {
    "parse_yaml": lambda text, shown: (text, shown),
    "validate": lambda model, data, source, at, *_: (model, id(data), id(source), at),
    "load_page": lambda file, *_: (file, file.read_bytes()),
    "load_observations": lambda file, _: (file, _bytes(file)),
    "read_series": lambda asked, unit, series, rows: (id(asked), unit, id(series), id(rows)),
}


class Memory:
    """What the functions that load the content gave back, each called once for its arguments."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, tuple[Any, Any]] = {}

    @contextmanager
    def in_use(self) -> Iterator[None]:
        """Lets loading remember."""
        with pytest.MonkeyPatch.context() as patch:
            for name, key in _KEYS.items():
                module = readings if hasattr(readings, name) else knowledge_base
                plain = getattr(module, name)
                patch.setattr(module, name, self._remembering(name, plain, key))
            yield

    def _remembering(
        self, name: str, plain: Callable[..., Any], key: Callable[..., Hashable]
    ) -> Callable[..., Any]:
        def call(*arguments: Any) -> Any:
            asked = (name, key(*arguments))
            if asked not in self._kept:
                # The arguments are kept as well, so that no other object gets their ids.
                self._kept[asked] = (arguments, plain(*arguments))
            return self._kept[asked][1]

        return call


def _bytes(file: Path) -> bytes:
    return file.read_bytes() if file.exists() else b""
