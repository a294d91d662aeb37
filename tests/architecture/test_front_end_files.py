"""The files of others that the pages load are the ones in the manifest, and the wheel has them."""

import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.architecture.source import ROOT

MANIFEST = ROOT / "frontend" / "vendor.json"
LICENCES = {"0BSD", "BSD-0-Clause", "MIT", "Apache-2.0", "OFL-1.1", "BSD-3-Clause", "ISC"}


def _vendor(*arguments: str, root: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(root / "frontend" / "vendor.py"), *arguments]
    return subprocess.run(command, check=False, capture_output=True, text=True)


def test_the_files_in_place_are_those_of_the_manifest() -> None:
    run = _vendor("--check")

    assert (0, "") == (run.returncode, run.stderr)


def test_a_file_changed_by_one_byte_stops_the_copying(tmp_path: Path) -> None:
    (tmp_path / "frontend").mkdir()
    for name in ("vendor.py", "vendor.json"):
        shutil.copy(ROOT / "frontend" / name, tmp_path / "frontend" / name)
    shutil.copytree(ROOT / "frontend" / "node_modules", tmp_path / "frontend" / "node_modules")
    first = json.loads(MANIFEST.read_text(encoding="utf-8"))[0]
    changed = tmp_path / "frontend" / "node_modules" / first["package"] / first["file"]
    changed.write_bytes(changed.read_bytes() + b" ")

    run = _vendor(root=tmp_path)

    assert 4 == run.returncode
    assert str(changed) in run.stderr
    assert not (tmp_path / first["to"]).exists()


def test_what_goes_to_users_may_be_given_on_and_what_may_not_stays_with_the_tests() -> None:
    lines = json.loads(MANIFEST.read_text(encoding="utf-8"))

    shipped = [line for line in lines if line["to"].startswith("src/")]

    assert [] == [line["file"] for line in shipped if line["licence"] not in LICENCES]
    assert {"tests/browser/vendor/axe.min.js"} == {line["to"] for line in lines} - {line["to"] for line in shipped}
    assert {line["package"] for line in shipped} == {line["package"] for line in shipped if line["to"].endswith("LICENSE")}


def test_the_wheel_holds_the_files_and_nothing_that_does_not_belong_to_kashf(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)

    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        names = set(wheel.namelist())

    expected = {
        line["to"].removeprefix("src/") for line in json.loads(MANIFEST.read_text(encoding="utf-8")) if line["to"].startswith("src/")
    }
    assert set() == (expected | {"kashf/web/static/vendor/vendor.json", "kashf/py.typed"}) - names
    assert [] == [name for name in names if not name.startswith(("kashf/", "kashf-"))]
