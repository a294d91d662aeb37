from __future__ import annotations

from pathlib import Path

import pyrage
import pytest

from kashf.bootstrap import create_case
from kashf.bootstrap.backups import InTheClear, Sealing, ToKeys, UnderPassphrase, back_up, needs
from kashf.errors import BadPathError, DamagedBackupError
from kashf.settings import load_settings


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


def runs_in(backup: bytes, plain: bytes, *, of: int = 12) -> int:
    """Return how many runs of so many bytes of a plain text stand in a backup."""
    return sum(plain[start : start + of] in backup for start in range(len(plain) - of + 1))


@pytest.mark.parametrize(
    ("sealing", "opened_by"),
    [
        (ToKeys((str(pyrage.x25519.Identity.generate().to_public()),)), "key"),
        (UnderPassphrase("nine wooden boats at anchor"), "passphrase"),
        (InTheClear(), ""),
    ],
)
def test_no_run_of_a_plain_text_lies_in_a_backup_but_one_that_was_asked_for_in_the_clear(
    tmp_path: Path, sealing: Sealing, opened_by: str
) -> None:
    plain = b"The mill at Wadi al-Nahl was emptied on the ninth of May by nobody who is named."
    create_case(tmp_path / "mill.case", name="Mill", settings=load_settings())
    (tmp_path / "mill.case" / "sealed").mkdir(exist_ok=True)
    (tmp_path / "mill.case" / "sealed" / ("ab" * 32)).write_bytes(plain)

    back_up(tmp_path / "mill.case", tmp_path / "backup", sealing=sealing, report=lambda *_: None)

    written = (tmp_path / "backup").read_bytes()
    assert (opened_by == "", opened_by) == (runs_in(written, plain) > 0, needs(tmp_path / "backup"))
    assert (opened_by == "") == (b"SQLite format 3" in written)


def test_nothing_that_was_left_out_makes_a_backup_in_the_clear() -> None:
    with pytest.raises(ValueError, match="key"):
        ToKeys(())
    with pytest.raises(ValueError, match="passphrase"):
        UnderPassphrase("")
