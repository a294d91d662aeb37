"""What an answer leaves out is said beside it, at every door."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.stories.command import kashf, kashf_json

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory, home: Path) -> Path:
    folder = tmp_path_factory.mktemp("left_out")
    leak = folder / "leak"
    leak.mkdir()
    (leak / "report.txt").write_text("The commander Salim al-Marmari left the palace.", encoding="utf-8")
    (leak / "torn.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n<<")
    kashf("init", folder / "a.case", home=home)
    kashf("add", folder / "a.case", leak, "--from", "courier", home=home, expect=(3,))
    return folder / "a.case"


def test_nothing_found_never_stands_alone(case: Path, home: Path) -> None:
    said = kashf("find", case, "palace date:2014", home=home, expect=(1,)).stderr

    assert "nothing found" in said
    assert "not in this answer: 1 more passage in documents without a date; 1 file that could not be read" in said


@pytest.mark.parametrize(
    "command", [("find", "palace"), ("count", "Salim al-Marmari"), ("names",), ("copies",), ("network", "--about", "Salim al-Marmari")]
)
def test_every_answer_has_the_same_shape_for_it(case: Path, home: Path, command: tuple[str, ...]) -> None:
    name, *asked = command
    unsaid = kashf_json(name, case, *asked, home=home, expect=(0, 1))["left_out"]

    assert (1, 0, {}) == (unsaid["failed"], unsaid["waiting"], unsaid["more"])
    assert unsaid.keys() == kashf_json("status", case, home=home)["left_out"].keys()
