from __future__ import annotations

from pathlib import Path

import pytest

from kashf.bootstrap.backups import needs
from kashf.errors import BadPathError, DamagedBackupError


@pytest.mark.parametrize("size", [0, 1, 10])
def test_a_backup_of_which_nobody_can_tell_what_opens_it_is_called_cut_short(tmp_path: Path, size: int) -> None:
    (tmp_path / "backup").write_bytes(b"age-encryption.org/v1\n"[:size])

    with pytest.raises(DamagedBackupError, match="cut short"):
        needs(tmp_path / "backup")


def test_a_backup_that_is_not_there_is_no_damaged_one(tmp_path: Path) -> None:
    with pytest.raises(BadPathError):
        needs(tmp_path / "backup")


def test_what_is_no_age_file_needs_no_key(tmp_path: Path) -> None:
    (tmp_path / "backup").write_bytes(b"x" * 1000)

    assert "" == needs(tmp_path / "backup")
