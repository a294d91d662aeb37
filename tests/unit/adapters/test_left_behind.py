from __future__ import annotations

from pathlib import Path

import pytest

from kashf.adapters.left_behind import Trace, left_behind

HEAD = "Filename\tType\tSize\tUsed\tPriority\n"


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A machine without swap, without a collector of core dumps, and with a closed home."""
    (tmp_path / "proc" / "sys" / "kernel").mkdir(parents=True)
    (tmp_path / "proc" / "swaps").write_text(HEAD)
    (tmp_path / "proc" / "sys" / "kernel" / "core_pattern").write_text("core\n")
    (tmp_path / "home").mkdir(mode=0o700)
    return tmp_path


def look(machine: Path, case: Path | None = None) -> dict[str, Trace]:
    found = left_behind(machine / "home", case, proc=machine / "proc", sys=machine / "sys")
    return {trace.name: trace for trace in found if not trace.is_shut}


def device(machine: Path, name: str, file: str, content: str) -> None:
    path = machine / "sys" / "block" / name / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content)
    (machine / "proc" / "swaps").write_text(f"{HEAD}/dev/{name} partition 1 0 -2\n")


def test_a_machine_that_keeps_nothing_is_well(machine: Path) -> None:
    assert {} == look(machine)


@pytest.mark.parametrize(
    ("name", "file", "content", "is_well"),
    [
        ("dm-0", "dm/uuid", "CRYPT-PLAIN-swap\n", True),
        ("dm-0", "dm/uuid", "LVM-abc\n", False),
        ("sda3", "size", "1", False),
        ("zram0", "backing_dev", "none\n", True),
        ("zram0", "backing_dev", "/dev/sda4\n", False),
    ],
)
def test_swap_is_well_where_it_is_encrypted_or_in_memory(machine: Path, name: str, file: str, content: str, is_well: bool) -> None:
    device(machine, name, file, content)

    assert is_well == ("swap encrypted" not in look(machine))


def test_where_nothing_is_told_of_swap_that_is_said(machine: Path) -> None:
    (machine / "proc" / "swaps").unlink()

    assert {"swap encrypted"} == look(machine).keys()


def test_a_collector_of_core_dumps_is_named(machine: Path) -> None:
    (machine / "proc" / "sys" / "kernel" / "core_pattern").write_text("|/usr/share/apport/apport -p%p\n")

    assert "/usr/share/apport/apport" in look(machine)["core dumps not collected"].open_words


def test_open_homes_and_cases_are_named(machine: Path) -> None:
    (machine / "home").chmod(0o755)
    (machine / "a.case").mkdir()
    (machine / "a.case").chmod(0o750)

    assert {f"{machine}/home closed to others", f"{machine}/a.case closed to others"} == look(machine, machine / "a.case").keys()


@pytest.mark.parametrize("folder", ["Dropbox/cases", "OneDrive - Courier/x", "Nextcloud", "Library/Mobile Documents/y", "my box"])
def test_a_folder_that_is_copied_to_other_machines_is_known_by_name(machine: Path, folder: str) -> None:
    case = machine / folder / "a.case"
    case.mkdir(parents=True, mode=0o700)

    assert (folder != "my box") == (f"{case} not copied elsewhere" in look(machine, case))


def test_or_by_what_the_program_left_there(machine: Path) -> None:
    (machine / "work" / ".stfolder").mkdir(parents=True)
    (case := machine / "work" / "a.case").mkdir(mode=0o700)

    assert f"{case} not copied elsewhere" in look(machine, case)
