"""Screens about letters asked while documents wait to be read: nothing found there is no absence."""

from __future__ import annotations

import pytest

from kashf.ports.stages import READ
from kashf.ports.views import Totals
from tests.fakes import FakeCaseView
from tests.unit.web.conftest import Visitor

SCREENS = ("letters", "letter-network", "registers", "posts", "contradictions", "timeline", "operations", "map")


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_says_how_many_documents_are_not_read_yet(visitor: Visitor, view: FakeCaseView, screen: str) -> None:
    view.is_so = Totals(found=41, waiting=41, by_stage={READ.name: 41})

    said = "documents not looked at yet: 41" if screen == "letter-network" else "41 documents were not looked at yet"
    assert said in visitor.get(f"/{screen}?lang=en").text
    assert '"waiting": 41' in visitor.get(f"/{screen}?format=json").text
