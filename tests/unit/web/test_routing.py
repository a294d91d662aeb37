"""A screen is one value: its route, navigation, JSON and CSV come from it, and no request waits for another's computation."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event
from typing import Any, Final

import pytest

from kashf.bootstrap import create_case, open_case
from kashf.services.case.open import OpenCase
from kashf.settings import Settings
from kashf.show.wording import wording
from kashf.web.app import create_app
from kashf.web.renderers import Spreadsheet
from kashf.web.screens import SCREENS
from kashf.web.screens.params import ScreenParams
from kashf.web.screens.screen import Context, Screen, Visit, navigation
from tests.fakes import FakeCaseView
from tests.unit.web.conftest import PORT, TOKEN, NoSandbox, Visitor, openings

#: For how long a test that is to fail waits for what does not come.
PATIENCE: Final = 20.0


def one_screen(path: str, view: Callable[[Context], int]) -> Screen[ScreenParams, int]:
    """A screen whose answer is a number."""

    def page(visit: Visit[ScreenParams, int]) -> Mapping[str, object]:
        return {"queries": (), "words": ()}

    def rows(visit: Visit[ScreenParams, int]) -> Spreadsheet:
        return Spreadsheet("numbers", ("number",), ((len(visit.case.view.entries()),) for _ in range(visit.answer)))

    return Screen(path, ScreenParams, lambda context, _: view(context), "help.html", page, lambda visit: visit.answer, rows)


def served(case: OpenCase, *screens: Screen[Any, Any], **more: Any) -> Visitor:
    visitor = Visitor(create_app(case, NoSandbox(), token=TOKEN, port=PORT, screens=screens, **more))
    assert 303 == visitor.enter().status_code
    return visitor


@pytest.fixture
def real_case(tmp_path: Path) -> Iterator[OpenCase]:
    create_case(tmp_path / "a.case", name="Courier", settings=Settings(home=tmp_path / "home", actor="layla"))
    case = open_case(tmp_path / "a.case")
    yield case
    case.close()


def test_while_one_request_computes_another_is_answered(real_case: OpenCase) -> None:
    is_computing, may_end = Event(), Event()

    def slow(context: Context) -> int:
        with context.case.view.snapshot():
            entries = len(context.case.view.entries())
            is_computing.set()
            assert may_end.wait(PATIENCE), "the other request was not answered meanwhile"
            return entries

    visitor = served(real_case, one_screen("/slow", slow), one_screen("/quick", lambda context: len(context.case.view.entries())))
    with ThreadPoolExecutor(1) as thread:
        waiting = thread.submit(visitor.get, "/slow?format=json")
        assert is_computing.wait(PATIENCE)
        quick = visitor.get("/quick?format=json")
        may_end.set()
        slow_answer = waiting.result()

    assert (200, 1) == (quick.status_code, quick.json())
    assert (200, 1) == (slow_answer.status_code, slow_answer.json())


@dataclass
class CountingOpenings:
    """Opens a case of fakes, and remembers what is open."""

    case: OpenCase
    opened: int = 0
    closed: int = 0

    @contextmanager
    def read(self) -> Iterator[OpenCase]:
        self.opened += 1
        yield replace(self.case, view=FakeCaseView())
        self.closed += 1


@pytest.mark.parametrize("format", ["html", "json", "csv"])
def test_each_request_opens_the_case_once_and_lets_go_of_it(case: OpenCase, format: str) -> None:
    counting = CountingOpenings(case)
    visitor = served(case, one_screen("/one", lambda _: 3), openings=replace(openings(case), read=counting.read))

    assert 200 == visitor.get(f"/one?format={format}").status_code
    assert (1, 1) == (counting.opened, counting.closed)


def test_the_case_is_open_until_the_last_row_is_sent(real_case: OpenCase) -> None:
    visitor = served(real_case, one_screen("/many", lambda _: 40_000))

    rows = list(csv.reader(io.StringIO(visitor.get("/many?format=csv").content.decode("utf-8-sig"))))

    assert [["number"], *[["1"]] * 40_000] == rows


def test_what_fails_lets_go_of_the_case_too(case: OpenCase) -> None:
    closed: list[bool] = []

    @contextmanager
    def read() -> Iterator[OpenCase]:
        try:
            yield case
        finally:
            closed.append(True)

    def broken(_: Context) -> int:
        raise RuntimeError("words of a document")

    visitor = served(case, one_screen("/broken", broken), openings=replace(openings(case), read=read))

    assert 500 == visitor.get("/broken").status_code
    assert [True] == closed


def test_no_two_screens_have_one_address() -> None:
    assert len(SCREENS) == len({screen.path for screen in SCREENS})


def test_each_screen_is_named_in_the_navigation_or_belongs_to_one_that_is() -> None:
    links = navigation(SCREENS)
    say = wording("en")

    assert [screen.path for screen in SCREENS if screen.nav] == [link.path for link in links]
    assert all(say(f"nav.{link.words}") for link in links)
    assert all(say(f"keys.go_{link.words}") for link in links if link.letter)
    assert {"/names", "/name", "/network", "/audit"} == next(link.paths for link in links if link.path == "/names")
    assert {screen.under for screen in SCREENS} <= {link.path for link in links} | {""}


def test_no_letter_leads_to_two_screens() -> None:
    letters = [link.letter for link in navigation(SCREENS) if link.letter]

    assert len(letters) == len(set(letters))


@pytest.mark.parametrize("path", ["/help", "/", "/search", "/documents", "/screening"])
@pytest.mark.parametrize(("format", "kind"), [("json", "application/json"), ("csv", "text/csv; charset=utf-8")])
def test_a_screen_that_is_asked_for_nothing_has_its_twins(visitor: Visitor, path: str, format: str, kind: str) -> None:
    answer = visitor.get(f"{path}?format={format}")

    assert (200, kind) == (answer.status_code, answer.headers["content-type"])


def test_a_program_is_told_in_json_which_parts_of_an_address_are_wrong(visitor: Visitor) -> None:
    answer = visitor.get("/search?since=yesterday&page=0&format=json")

    assert 400 == answer.status_code
    assert answer.json()["error"].endswith(": page, since")
    assert "yesterday" not in answer.text


def test_a_part_of_the_path_cannot_be_said_twice(visitor: Visitor) -> None:
    assert 400 == visitor.get("/document/abc?document=def").status_code


def test_an_address_of_an_earlier_kashf_leads_to_the_network_in_the_same_form(visitor: Visitor) -> None:
    answer = visitor.get("/name?type=PER&name=Sami&view=beside&format=json&lang=ar")

    assert (307, "/network?type=PER&name=Sami&format=json&lang=ar") == (answer.status_code, answer.headers["location"])
