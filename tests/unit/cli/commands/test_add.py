from __future__ import annotations

from pathlib import Path

import pytest

from kashf.cli.commands import add
from kashf.errors import UsageError


@pytest.mark.parametrize("typed", ["soon", "2016-13", "2016-02-30", "12/04/2016", "..", "9999", "9998-01.."])
def test_a_date_that_is_none_is_refused_before_anything_is_received(typed: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--received: "):
        add.command(tmp_path / "leak.case", [tmp_path], "courier", received=typed)
