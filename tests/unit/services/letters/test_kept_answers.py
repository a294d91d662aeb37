from __future__ import annotations

from pathlib import Path

import pytest

from kashf.bootstrap import create_case, open_case, open_for_writing
from kashf.domain.entries.delivery import Scope
from kashf.services.case.collections import narrow
from kashf.services.ledger.persons import introduce
from kashf.services.letters import kept_answers
from kashf.services.letters.kept_answers import kept_answer
from kashf.settings import Settings

SETTINGS = Settings(actor="amal")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    create_case(tmp_path / "a.case", name="a", settings=SETTINGS)
    return tmp_path / "a.case"


class Counted:
    """Something that tells how often it was made."""

    def __init__(self) -> None:
        self.times = 0

    def make(self) -> int:
        self.times += 1
        return self.times


def ask(path: Path, made: Counted, name: str = "letters") -> int:
    """Ask as a request of a server does, that opens the case for itself."""
    case = open_case(path)
    try:
        return kept_answer(case, name, made.make)
    finally:
        case.close()


def test_what_was_made_is_there_for_the_next_request_until_something_is_written(path: Path) -> None:
    made = Counted()

    assert [1, 1] == [ask(path, made), ask(path, made)]
    with open_for_writing(path, settings=SETTINGS) as writable:
        introduce(writable, "Rana")
    assert [2, 2] == [ask(path, made), ask(path, made)]


def test_every_commit_is_another_moment_and_what_is_rolled_back_is_none(path: Path) -> None:
    with open_for_writing(path, settings=SETTINGS) as writable:
        view = writable.reading.view
        before = view.moment()
        with writable.store.unit():
            pass
        assert before == view.moment()
        with writable.store.unit() as uow:
            uow.commit()
        assert before != view.moment()


def test_cases_and_names_are_told_apart(path: Path, tmp_path: Path) -> None:
    create_case(tmp_path / "b.case", name="b", settings=SETTINGS)
    made = Counted()

    assert [1, 2, 3] == [ask(path, made), ask(path, made, "acts"), ask(tmp_path / "b.case", made)]


def test_few_are_kept(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_answers, "MOST_KEPT", 1)
    made = Counted()

    assert [1, 2, 3] == [ask(path, made), ask(path, made, "acts"), ask(path, made)]


def test_what_is_of_some_documents_alone_is_never_kept(path: Path) -> None:
    case, made = open_case(path), Counted()
    reference = narrow(case, Scope.REFERENCE).case

    assert [1, 2] == [kept_answer(reference, "letters", made.make) for _ in range(2)]
    case.close()
