from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kashf import scratch
from kashf.errors import NotAllowedError

LEAVES_ONE = "from kashf.scratch import scratch_folder; import os; print(scratch_folder(), flush=True); os.kill(os.getpid(), 9)"
ENDS = "from kashf.scratch import scratch_folder; f = scratch_folder(); (f / 'secret').write_text('Umm Salim'); print(f)"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of temporary folders, in a place of the test's own."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setattr(scratch, "_places", lambda: (tmp_path,))
    return tmp_path / f"kashf-{os.geteuid()}"


def run(program: str) -> Path:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    return Path(done.stdout.strip())


def test_a_folder_is_its_owners_alone_and_two_are_two(place: Path) -> None:
    one, two = scratch.scratch_folder(), scratch.scratch_folder()

    assert {place} == {one.parent, two.parent}
    assert one != two
    assert {0o700} == {path.stat().st_mode & 0o777 for path in (one, two, place)}
    scratch.remove(one)
    scratch.remove(two)
    assert not place.exists()


def test_it_ends_with_its_process(place: Path) -> None:
    folder = run(ENDS)

    assert place == folder.parent
    assert not folder.exists()


def test_what_a_killed_process_left_goes_with_the_next_and_what_is_in_use_stays(place: Path) -> None:
    left, used = run(LEAVES_ONE), scratch.scratch_folder()
    assert left.exists()

    assert (1, 0) == (scratch.sweep(), scratch.sweep())
    assert (False, True) == (left.exists(), used.exists())
    scratch.remove(used)


def test_a_folder_that_others_may_enter_or_a_link_is_not_taken(place: Path, tmp_path: Path) -> None:
    place.mkdir(mode=0o755)
    place.chmod(0o755)
    with pytest.raises(NotAllowedError):
        scratch.scratch_folder()
    place.rmdir()
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    place.symlink_to(tmp_path / "elsewhere")

    with pytest.raises(NotAllowedError):
        scratch.scratch_folder()
    assert 0 == scratch.sweep()
    assert [] == [*(tmp_path / "elsewhere").iterdir()]


def test_memory_comes_first_and_a_disk_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", "relative")
    monkeypatch.setenv("TMPDIR", str(tmp_path))

    assert [Path("/dev/shm"), tmp_path] == [*scratch._places()]
