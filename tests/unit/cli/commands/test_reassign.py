from __future__ import annotations

import json
from pathlib import Path

import pytest

from kashf.cli.commands import reassign, review
from kashf.domain.entity import MentionType
from kashf.errors import NotFoundError, UsageError
from tests.named import named_case

Capture = pytest.CaptureFixture[str]
HIM, SOMEBODY, LABEL = "Khaled Salem al-Wardi", "Nabil Hadi al-Marmari", "Khaled Salem, the teacher"


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KASHF_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("KASHF_ACTOR", "amal")
    path = tmp_path / "a.case"
    with named_case(path, home=tmp_path / "home", persons={HIM: 3, SOMEBODY: 2}):
        pass
    return path


def places(case: Path, capsys: Capture, name: str) -> list[str]:
    capsys.readouterr()
    reassign.command(case, of=name, as_json=True)
    found = [each["quote"] for each in json.loads(capsys.readouterr().out)["places"]]
    return [f"{each['document']}#{each['page']}:{each['start']}-{each['end']}" for each in found]


def test_places_of_a_name_are_listed_with_their_words(case: Path, capsys: Capture) -> None:
    assert 0 == reassign.command(case, of=HIM)
    assert f"then [{HIM}] came" in capsys.readouterr().out.splitlines()[0]
    assert 3 == len(places(case, capsys, HIM))


def test_places_are_given_to_another_of_the_name_and_back(case: Path, capsys: Capture) -> None:
    one, two, _ = places(case, capsys, HIM)

    assert 0 == reassign.command(case, [one, two], new=LABEL, why="two birthdays")
    entry = capsys.readouterr().out.strip()

    assert ([one, two], 1) == (places(case, capsys, LABEL), len(places(case, capsys, HIM)))
    assert 0 == reassign.command(case, [one], to=HIM, as_json=True)
    assert 2 == len(places(case, capsys, HIM))
    assert 0 == review.command(case, undo=entry)
    with pytest.raises(NotFoundError, match="taken back already"):
        review.command(case, undo=entry)


def test_the_history_of_a_name_tells_which_places_were_given_away(case: Path, capsys: Capture) -> None:
    (one, *_) = places(case, capsys, HIM)
    reassign.command(case, [one], to=SOMEBODY)
    capsys.readouterr()

    assert 0 == review.command(case, history=SOMEBODY)
    assert f"same: \u2068{one[:12]}#" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("given", "options"),
    [
        ([], {"to": SOMEBODY}),
        (["0#1:2-9"], {}),
        (["0#1:2-9"], {"to": SOMEBODY, "new": LABEL}),
        (["0#1:2-9"], {"of": HIM}),
        (["nonsense"], {"to": SOMEBODY}),
        (["0#0:2-9"], {"to": SOMEBODY}),
        (["0#1:9-9"], {"to": SOMEBODY}),
        (["0#1:2-9"], {"to": SOMEBODY, "type": MentionType.MONEY}),
    ],
)
def test_what_says_nothing_or_two_things_is_refused(case: Path, given: list[str], options: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        reassign.command(case, given, **options)  # type: ignore[arg-type] - a mixture, as a shell gives it
