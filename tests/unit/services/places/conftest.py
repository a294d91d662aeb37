from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kashf.bootstrap import create_case, open_for_writing
from kashf.services.case.open import WritableCase
from kashf.settings import Settings


@pytest.fixture
def case(tmp_path: Path) -> Iterator[WritableCase]:
    settings = Settings(actor="amal", home=tmp_path / "home")
    create_case(tmp_path / "a.case", name="a", settings=settings)
    with open_for_writing(tmp_path / "a.case", settings=settings) as opened:
        yield opened
