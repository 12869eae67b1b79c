"""A copy of the real content for the whole run."""

from __future__ import annotations

import pytest

from tests.checks.planting import Garden


@pytest.fixture(scope="session")
def garden(tmp_path_factory: pytest.TempPathFactory) -> Garden:
    """The copy."""
    return Garden(tmp_path_factory.mktemp("garden"))
