"""The case's first page says where everything stands."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from kashf.domain.ledger import GENESIS, Entry, EntryKind
from kashf.ports.views import Totals
from kashf.web.screens.home import BAR_UNITS, sum_parts
from tests.fakes import FakeCaseView

Visit = Callable[[str], str]


def test_the_terms_of_the_sum_are_on_the_page_and_add_up(visit: Visit) -> None:
    numbers = [int(n) for n in re.findall(r"<b>(\d+)</b>", visit("/"))]

    assert [12, 7, 1, 1, 2, 1] == numbers
    assert numbers[0] == sum(numbers[1:])


def test_each_reason_and_type_leads_to_the_list_of_such_documents(visit: Visit) -> None:
    page = visit("/")

    assert 'href="/documents?reason=encrypted"' in page
    assert 'href="/documents?type=application%2Fpdf"' in page


def test_what_no_answer_is_of_leads_to_its_list_and_pictures_without_writing_are_no_failures(view: FakeCaseView, visit: Visit) -> None:
    view.is_so = Totals(20, 15, by_reason={"no-writing": 12}, without_text=14, unsure_pages=3)

    page = visit("/")

    assert '<b>Left out of search, names and counts:</b> <a href="/documents?apart=unsure">3 pages read too unsurely to count</a>; ' in page
    assert '<a href="/documents?apart=textless">2 files without text' in page
    assert '<a href="/documents?reason=no-writing">12 pictures without writing</a>' in page
    assert "Everything that was found could be read whole" in page


def test_how_much_waits_for_people_to_type_leads_to_the_queue(view: FakeCaseView, visit: Visit) -> None:
    view.is_so = Totals(20, 15, unsure_pages=3, unkeyed_lines=1)

    told = "3 pages that no machine reads surely wait for people to type them · 1 line is left on pages that people began"
    assert f'<a href="/transcribe">{told}</a>' in visit("/")


def test_where_nothing_waits_for_people_to_type_nothing_is_said(view: FakeCaseView, visit: Visit) -> None:
    view.is_so = Totals(20, 20)

    assert '<p class="note"><a href="/transcribe">' not in visit("/")


def test_in_arabic_the_page_runs_right_to_left_with_its_own_digits(visit: Visit) -> None:
    page = visit("/?lang=ar")

    assert '<html lang="ar" dir="rtl">' in page
    assert "<b>١٢</b>" in page


def test_the_choice_of_language_is_remembered(visit: Visit) -> None:
    visit("/?lang=ar")

    assert '<html lang="ar" dir="rtl">' in visit("/")


@given(st.lists(st.integers(0, 30_000), min_size=5, max_size=5))
def test_the_bar_is_filled_exactly_and_shows_every_term_that_is_not_nought(numbers: list[int]) -> None:
    totals = Totals(sum(numbers), *numbers)

    parts = sum_parts(totals)

    assert numbers == [part.number for part in parts]
    assert all((part.width > 0) == (part.number > 0) for part in parts)
    assert abs(sum(part.width for part in parts) - (BAR_UNITS if sum(numbers) else 0)) < 0.1


def test_what_was_read_without_a_sandbox_is_marked_on_every_screen(view: FakeCaseView, visit: Visit) -> None:
    def run(seq: int, sandbox: str) -> Entry:
        return Entry("d" * 32, seq, GENESIS, dt.datetime(2016, 5, 2, tzinfo=dt.UTC), "amal", EntryKind.RUN, {"sandbox": sandbox})

    mark, screens = "opened without a sandbox", ("/", "/documents", "/search?q=x", "/names", "/review", "/letters", "/help")
    view.ledger = (run(0, "bubblewrap"),)
    before = [mark in visit(screen) for screen in screens]
    view.ledger = (run(0, "bubblewrap"), run(1, "none"))

    assert [False] * len(screens) == before
    assert [True] * len(screens) == [mark in visit(screen) for screen in screens]
    assert json.loads(visit("/?format=json"))["read_unsafely"]


def test_nothing_that_is_typed_is_handed_to_a_spell_checker(visit: Visit) -> None:
    for screen in ("/", "/search", "/review", "/receipts", "/names"):
        page = visit(screen)

        assert '<body spellcheck="false">' in page
        assert 'spellcheck="true"' not in page
