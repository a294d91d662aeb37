from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

import pytest

from kashf.cli.commands import network
from kashf.domain.entity import Mention, MentionType, PlacedMention
from kashf.entities.tagging.keys import name_key
from kashf.ports.views import Totals
from kashf.services.case.open import OpenCase
from tests.fakes import FakeCaseView
from tests.searchable import case_of

Capture = pytest.CaptureFixture[str]
BESIDE, APART = "خالد الجسري", "سليم المرجاني"


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> OpenCase:
    together = (f"نادر الوردي مع {BESIDE} {'لا ' * number}" for number in range(3))
    made = case_of(tmp_path, *together, *(f"{'ثم ' * number}{APART}" for number in range(7)))
    view = cast("FakeCaseView", made.view)
    type = MentionType.PERSON
    view.named = tuple(
        PlacedMention(document, 1, name_key(name, type), Mention(at, at + len(name), name, type, "rules:test", 1.0))
        for document, (page,) in view.texts.items()
        for name in (BESIDE, APART)
        if (at := page.text.find(name)) >= 0
    )
    view.is_so = Totals(found=10, done=10, by_stage={"names": 4})

    @contextmanager
    def opened(path: Path) -> Iterator[OpenCase]:
        yield made

    monkeypatch.setattr(network, "opened", opened)
    return made


def test_who_stands_beside_a_name_is_printed_with_chance_and_adjusted_chance(case: OpenCase, capsys: Capture) -> None:
    assert 0 == network.command(case.path, about="Nadir al-Wardi")

    shown = capsys.readouterr()
    line = f"     3 of 3 with \u2068{BESIDE}\u2069 (PER); by accident 0.9, chance 0.0083, adjusted p 0.017\n"
    assert line == shown.out
    assert "1 name beside it in 3 of 10 documents" in shown.err
    assert "4 documents in which names have not been looked for yet" in shown.err


def test_links_are_printed_as_an_object_a_line_with_places_of_both(case: OpenCase, capsys: Capture) -> None:
    assert 0 == network.command(case.path, about="Nadir al-Wardi", as_jsonl=True)

    (line,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert (BESIDE, 3, 3, 0.9) == (line["name"], line["both"], line["other"], line["expected"])
    assert (pytest.approx(1 / 120), pytest.approx(2 / 120)) == (line["chance"], line["adjusted"])
    asked, other = line["places"][0]
    assert ("0-11", "15-26") == (asked.split(":")[1], other.split(":")[1])


def test_a_name_with_nobody_beside_it_is_a_no(case: OpenCase, capsys: Capture) -> None:
    assert 1 == network.command(case.path, about="Salim al-Jisri")
    assert "" == capsys.readouterr().out
