from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kashf.ports.stages import LETTERS
from kashf.services.case.open import OpenCase
from kashf.services.chains import kept_links
from kashf.services.chains.list_chains import ChainList, list_chains
from kashf.services.letters.keep_letters import keep_letters
from tests.fakes import FakeCaseView
from tests.searchable import case_of
from tests.unit.events.chains.made_letters import ACKNOWLEDGEMENT, COMPLETION, ORDER, OTHERS

Ask = Callable[[], tuple[ChainList, int]]


@pytest.fixture
def case(tmp_path: Path) -> OpenCase:
    made = case_of(tmp_path, ORDER, ACKNOWLEDGEMENT, COMPLETION, *OTHERS)
    _view(made).rows[LETTERS.name] = dict(keep_letters(made.view, list(_view(made).known)))
    return made


@pytest.fixture
def ask(case: OpenCase, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Return what asks as a new command does, whose memory is empty, and says how often links were looked for."""
    times: list[int] = []
    choose = kept_links.choose_links
    monkeypatch.setattr(kept_links, "choose_links", lambda pile: times.append(1) or choose(pile))
    moments = iter(range(100))

    def asked() -> tuple[ChainList, int]:
        moment = f"{next(moments)} a"
        monkeypatch.setattr(case.view, "moment", lambda: moment, raising=False)
        times.clear()
        return list_chains(case), len(times)

    return asked


def _view(case: OpenCase) -> FakeCaseView:
    assert isinstance(case.view, FakeCaseView)
    return case.view


def _file(case: OpenCase) -> Path:
    return case.path / "cache" / "chain-links-leak.json"


def test_the_same_links_are_there_for_the_next_command_with_what_speaks_for_them(ask: Ask) -> None:
    (first, looked), (again, looked_again) = ask(), ask()

    assert (1, 0) == (looked, looked_again)
    assert first == again
    assert first.linked == 3


def test_links_are_looked_for_anew_when_a_letter_has_changed_or_nothing_can_be_read(case: OpenCase, ask: Ask) -> None:
    ask()
    last = next(reversed(_view(case).rows[LETTERS.name]))
    del _view(case).rows[LETTERS.name][last]
    assert ask()[1] == 1

    for broken in (
        "",
        "[]",
        '{"key": 1}',
        "[" * 100_000,
        _file(case).read_text(encoding="utf-8").replace('"links": [[', '"links": [[99, 98, "acknowledges", 1], ['),
        _file(case).read_text(encoding="utf-8").replace('"links": [[', '"links": [[Infinity, 0, "acknowledges", 1], ['),
    ):
        _file(case).write_text(broken, encoding="utf-8")
        assert ask()[1] == 1


def test_no_words_of_letters_are_kept(case: OpenCase, ask: Ask) -> None:
    ask()

    kept = _file(case).read_text(encoding="utf-8")
    assert "Red Lamp" not in kept
    assert not any(id in kept for id in _view(case).known)


def test_what_is_made_of_some_documents_alone_is_not_kept_and_rebuild_drops_what_is(case: OpenCase, ask: Ask) -> None:
    assert case.view.moment() == ""
    list_chains(case)
    assert not _file(case).exists()

    ask()
    kept_links.drop_links(case)
    assert not _file(case).exists()
