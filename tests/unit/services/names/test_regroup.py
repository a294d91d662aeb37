"""Entities at the end of a run, while people go on deciding."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kashf.bootstrap import open_to_decide
from kashf.domain.entity import MentionType, NameKey, Verdict
from kashf.entities.resolving import resolve as resolving
from kashf.entities.tagging.keys import name_key
from kashf.services.case.open import WritableCase
from kashf.services.names.regroup import resolve
from kashf.services.names.review import judge
from tests.named import named_case, settings_in

PERSON = MentionType.PERSON
FIRST, SECOND, THIRD = "Abu Omar al-Wardi", "Salim al-Marmari", "Hassan al-Fayruzi"


def key(text: str) -> NameKey:
    return name_key(text, PERSON)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[WritableCase]:
    with named_case(tmp_path / "a.case", home=tmp_path / "home", persons={FIRST: 3, SECOND: 2, THIRD: 1}) as case:
        yield case


def leaders(case: WritableCase) -> dict[NameKey, NameKey]:
    return {member.key: member.leader for member in case.reading.view.memberships(PERSON)}


class Decider:
    """Decides in a process of its own, so to say, each time before a run has joined what it had read."""

    def __init__(self, case: WritableCase, home: Path, *decisions: tuple[str, str]) -> None:
        self.case, self.home, self.decisions = case, home, list(decisions)
        self.joined = 0
        self.real: Callable[..., Any] = resolving.join_names

    def join_names(self, *arguments: Any) -> Any:
        if arguments[0] is not PERSON:
            return self.real(*arguments)
        self.joined += 1
        if self.decisions:
            left, right = self.decisions.pop()
            resolving.join_names = self.real  # The decision joins names too.
            with open_to_decide(self.case.reading.path, settings=settings_in(self.home)) as deciding:
                judge(deciding, key(left), key(right), Verdict.SAME, type=PERSON)
            resolving.join_names = self.join_names
        return self.real(*arguments)


def test_a_decision_that_comes_while_names_are_joined_is_followed(
    case: WritableCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_to_decide(case.reading.path, settings=settings_in(tmp_path / "home")) as deciding:
        judge(deciding, key(FIRST), key(SECOND), Verdict.UNSURE, type=PERSON)
    meanwhile = Decider(case, tmp_path / "home", (FIRST, THIRD), (FIRST, SECOND))
    monkeypatch.setattr(resolving, "join_names", meanwhile.join_names)

    resolve(case)

    assert 3 == meanwhile.joined
    assert {key(FIRST)} == set(leaders(case).values())
    meanwhile.joined = 0
    resolve(case)
    assert 0 == meanwhile.joined
