from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

import kashf
from kashf.adapters.sandbox.layout import layout


def test_a_box_sees_python_its_libraries_and_kashf() -> None:
    seen = layout()
    package = Path(kashf.__file__).resolve().parent

    for path in (package, Path(sys.executable).resolve(), Path(json.__file__).resolve(), Path(pytest.__file__).resolve()):
        assert any(path.is_relative_to(folder) for folder in seen.readable), path
    assert str(package.parent) == seen.module_path[0]


def test_a_box_sees_no_home_no_programs_and_nothing_of_a_case(tmp_path: Path) -> None:
    seen = [Path(folder) for folder in layout().readable]

    for hidden in (tmp_path, Path.home(), Path("/usr/bin"), Path("/etc"), Path("/var"), Path("/proc"), Path("/")):
        assert not any(hidden.is_relative_to(folder) for folder in seen)


def test_no_folder_lies_below_another_so_that_no_mount_hides_one(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    readable = [Path(path) for path in layout([tmp_path / "inner", tmp_path]).readable]

    assert tmp_path in readable
    assert [] == [path for path in readable for other in readable if path != other and path.is_relative_to(other)]


def test_where_python_looks_for_modules_never_includes_the_current_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", ["", ".", *sys.path])

    assert all(Path(path).is_absolute() for path in layout().module_path)
