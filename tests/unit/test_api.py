from __future__ import annotations

from pathlib import Path

import pytest

import kashf
from kashf.errors import BadPathError
from tests.stories.command import kashf as command


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("api")
    (folder / "leak").mkdir()
    for number in range(3):
        (folder / "leak" / f"{number}.txt").write_text(f"أمر رقم {number} إلى أبي محمد الشمالي", encoding="utf-8")
    command("init", folder / "a.case", "--name", "Harbour", home=folder)
    command("add", folder / "a.case", folder / "leak", "--from", "courier", home=folder)
    return folder / "a.case"


def test_the_public_names_are_there_and_no_others() -> None:
    assert {"Case", "PrecedenceTest", "__version__", "errors", "open_case", "precedence"} == set(kashf.__all__)
    assert all(hasattr(kashf, name) for name in kashf.__all__)
    with pytest.raises(AttributeError):
        kashf.nothing  # noqa: B018 - asking is the point


def test_a_case_answers_from_python_as_from_the_command_line(path: Path) -> None:
    with kashf.open_case(path) as case:
        assert ("Harbour", 3) == (case.name, case.totals.done)
        assert 3 == len(list(case.search("Shamali"))) == case.find("Shamali", limit=1).total
        assert 3 == case.count("Abu Mohammed al-Shamali").mentions
        assert 3 == len(list(case.documents()))
        assert case.verify().ok
        assert "Harbour" in repr(case)


def test_names_and_each_of_their_places_can_be_gone_through(path: Path) -> None:
    with kashf.open_case(path) as case:
        (shamali,) = case.names("PER", containing="شمالي")
        found = [each for each in case.mentions if each.mention.type is shamali.type]

        assert (3, 3) == (shamali.mentions, shamali.documents)
        assert ["أبي محمد الشمالي"] * 3 == [case.show(each.document).pages[0].text[each.mention.start : each.mention.end] for each in found]
        with pytest.raises(ValueError, match="SHIP"):
            case.names("SHIP")


def test_a_folder_without_a_case_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadPathError):
        kashf.open_case(tmp_path)
