"""The search screen on a fake index that answers everything; what is found and shown is decided by the texts."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kashf.domain.date import FuzzyDate
from kashf.domain.document import Mark, MarkKind, Page
from kashf.domain.transcription.signed_words import PagePlace
from kashf.language.words.folding import fold
from kashf.ports.search import Days, Field, InDocument, PassageHits, Preferring
from kashf.ports.views import Totals
from kashf.services.translation.write_translation import Draft, translate
from kashf.web.app import create_app
from kashf.web.screens.search import PAGE_LENGTH
from tests.fakes import FakeCaseView, FakeIndex
from tests.transcribed import typed_case
from tests.unit.web.conftest import PORT, TOKEN, NoSandbox, Visitor, openings
from tests.unit.web.made import answer_with, put, record

Visit = Callable[[str], str]


@pytest.fixture
def letters(view: FakeCaseView, index: FakeIndex) -> None:
    one = put(view, record("a/كتاب 12.txt"), Page(1, "وصل الشمالي إلى القلعة (the citadel) يوم الجمعة"))
    two = put(view, record("a/report.txt", language="en"), Page(1, "The citadel was left on Friday.\nThe CITADEL burned."))
    answer_with(index, one, two, view=view)
    view.is_so = Totals(5, 2, 0, 0, 0, 3, without_text=4)


def test_a_result_shows_what_matched_where_and_why(letters: None, visit: Visit) -> None:
    page = visit("/search?q=citadel")

    assert "2 passages" in page
    assert ["citadel", "citadel", "CITADEL"] == re.findall(r"<mark[^>]*>(\w+)</mark>", page)
    assert "<bdi>CITADEL</bdi> <small>as typed</small>" in page
    assert re.search(r'href="/document/[0-9a-f]{64}\?q=citadel#at-\d+"', page)


def test_a_piece_of_another_script_in_a_snippet_says_its_language(letters: None, visit: Visit) -> None:
    assert re.search(r'<span class="quote" dir="rtl" lang="ar">.*<mark data-hit="0">', visit("/search?q=citadel"), re.DOTALL)
    assert '<span lang="en">the </span><span lang="en"><mark data-hit="0">citadel</mark></span>' in visit("/search?q=citadel")


def test_a_hit_leads_back_to_its_search_with_all_of_its_filters(letters: None, visit: Visit) -> None:
    page = visit("/search?q=citadel&type=text%2Fplain&since=2014-01-01&page=1")
    (back, *_) = re.findall(r'href="(/document/[^"#]*)', page)

    assert 'href="/search?q=citadel&amp;type=text%2Fplain&amp;since=2014-01-01&amp;page=1"' in visit(back.replace("&amp;", "&"))


def test_facets_narrow_and_let_go_again(letters: None, visit: Visit, index: FakeIndex) -> None:
    assert 'href="/search?q=citadel&amp;type=text%2Fplain"' in visit("/search?q=citadel")

    narrowed = visit("/search?q=citadel&type=text/plain&source=courier")

    assert 'href="/search?q=citadel&amp;source=courier" aria-current="true"' in narrowed
    asked = index.asked[-1]
    assert isinstance(asked, Preferring)
    assert isinstance(asked.query, InDocument)
    assert {Field("type", ("text/plain",)), Field("channel", ("courier",))} <= set(asked.query.parts)


@pytest.mark.parametrize(
    ("address", "days"),
    [
        ("since=2014-10-01&until=2014-12-31", Days(FuzzyDate.parse("2014-10-01..2014-12-31"))),
        ("since=2014-10-01", Days(FuzzyDate.parse("2014-10-01.."))),
        ("until=2014-12-31", Days(FuzzyDate.parse("..2014-12-31"))),
        ("month=2014-11", Days(FuzzyDate.parse("2014-11"))),
    ],
)
def test_days_narrow_to_the_documents_own_date(letters: None, visit: Visit, index: FakeIndex, address: str, days: Days) -> None:
    visit(f"/search?q=citadel&{address}")

    asked = index.asked[-1]
    assert isinstance(asked, Preferring)
    assert isinstance(asked.query, InDocument)
    assert [replace(days, written=frozenset())] == [part for part in asked.query.parts if isinstance(part, Days)]


def test_filters_alone_are_a_search(letters: None, visit: Visit, index: FakeIndex) -> None:
    visit("/search?source=courier")

    assert Field("channel", ("courier",)) == index.asked[-1]


def test_exactly_is_a_choice_that_stays_in_the_address(letters: None, visit: Visit) -> None:
    page = visit("/search?q=citadel&mode=exact")

    assert re.search(r'value="exact" form="search" checked', page)
    assert re.search(r'href="/document/[0-9a-f]{64}\?q=citadel&amp;mode=exact#at', page)


def test_copies_stand_beside_a_result_and_not_among_the_results(letters: None, view: FakeCaseView, visit: Visit) -> None:
    view.known = {id: replace(one, text_key="same") for id, one in view.known.items()}

    page = visit("/search?q=citadel")

    assert 1 == page.count('class="result"')
    assert "1 copy with the same text" in page


def test_nothing_found_says_what_was_tried_and_what_could_not_be_searched(
    view: FakeCaseView, index: FakeIndex, letters: None, visit: Visit
) -> None:
    index.answers = PassageHits((), 0)
    view.words = {"": ()}

    page = visit("/search?q=Shamali")

    assert "That does not yet mean it is not there" in page
    assert '<a href="/documents?status=waiting">3 documents that still wait to be read or indexed</a>' in page
    assert '<a href="/documents?apart=textless">4 files without text' in page
    assert "Look also in tickers" in page


def test_spellings_that_were_tried_are_named(view: FakeCaseView, index: FakeIndex, letters: None, visit: Visit) -> None:
    from kashf.language.sounds.similarity import skeletons

    index.answers = PassageHits((), 0)
    view.words = dict.fromkeys(skeletons(fold("Shamali")), ("الشمالي", "شمالي"))

    assert "<bdi>الشمالي</bdi>" in visit("/search?q=Shamali")


@pytest.mark.parametrize(("query", "before", "at"), [("citadel AND", "citadel ", "A"), ("(citadel", "", "("), ("a OR OR b", "a ", "O")])
def test_a_malformed_query_is_explained_at_the_place_of_its_fault(
    letters: None, visitor: Visitor, query: str, before: str, at: str
) -> None:
    from urllib.parse import quote

    page = visitor.get(f"/search?q={quote(query)}&type=text/plain")

    assert 400 == page.status_code
    assert f">{before}<mark>{at}</mark>" in page.text
    assert f'value="{query}"' in page.text


def test_an_error_is_told_in_the_readers_language(letters: None, visitor: Visitor) -> None:
    assert "هذا القوس غير مغلق" in visitor.get("/search?q=(citadel&lang=ar").text
    assert "this parenthesis is not closed" in visitor.get("/search?q=(citadel&lang=en").text


def test_a_malformed_query_as_json_carries_the_place(letters: None, visitor: Visitor) -> None:
    answer = visitor.get("/search?q=(citadel&format=json")

    assert (400, 0) == (answer.status_code, answer.json()["position"])


@pytest.mark.parametrize("query", ["x" * 10_000, "(" * 9_000, "\x00", "\u202e", "%", '"', "a" * 10_001, "ﷺ" * 3_000])
def test_no_query_breaks_the_page(letters: None, visitor: Visitor, query: str) -> None:
    from urllib.parse import quote

    assert visitor.get(f"/search?q={quote(query)}").status_code in {200, 400}


def test_a_live_search_gets_the_results_alone_and_the_address_they_have(letters: None, visitor: Visitor) -> None:
    answer = visitor.get("/search?q=citadel&since=&until=&mode=variants", HX_Request="true")

    assert "<html" not in answer.text
    assert 'id="tally"' in answer.text
    assert "<title>citadel · Search · kashf</title>" in answer.text
    assert "/search?q=citadel&mode=variants" == answer.headers["hx-replace-url"]


def test_text_that_is_not_the_writers_own_is_said_to_be_so(view: FakeCaseView, index: FakeIndex, visit: Visit) -> None:
    text = "citadel now on sale"
    one = put(view, record("a/page.html"), Page(1, text, marks=(Mark(0, len(text), MarkKind.BOILERPLATE),)))
    answer_with(index, one, view=view)
    (hit,) = index.answers.hits

    index.answers = PassageHits((replace(hit, is_marked=True),), 1)

    assert '<p class="snippet aside">' in visit("/search?q=citadel&asides=1")


def test_results_come_in_pages(view: FakeCaseView, index: FakeIndex, visit: Visit) -> None:
    many = [put(view, record(f"a/{number}.txt"), Page(1, "citadel")) for number in range(PAGE_LENGTH + 5)]
    answer_with(index, *many, view=view)

    first, second = visit("/search?q=citadel"), visit("/search?q=citadel&page=2")

    assert [PAGE_LENGTH, 5] == [page.count('class="result"') for page in (first, second)]
    assert 'rel="next" href="/search?q=citadel&amp;page=2"' in first
    assert 'rel="prev" href="/search?q=citadel"' in second


def test_dates_far_apart_are_drawn_by_year(letters: None, index: FakeIndex, visit: Visit) -> None:
    index.counts = {"month": {"1998-01": 1, "2014-10": 3, "2014-11": 2}}

    page = visit("/search?q=citadel")

    assert "By year" in page
    assert 'href="/search?q=citadel&amp;since=2014-01-01&amp;until=2014-12-31">' in page


def test_the_same_answer_as_json_and_as_a_spreadsheet(letters: None, visitor: Visitor) -> None:
    answer = visitor.get("/search?q=citadel&format=json").json()
    rows = list(csv.DictReader(io.StringIO(visitor.get("/search?q=citadel&format=csv").content.decode("utf-8-sig"))))

    assert 2 == answer["total"]
    texts, about = ([row for row in rows if (row["in"] == "text") is is_text] for is_text in (True, False))
    assert [hit["document"] for hit in answer["hits"]] == [row["document"] for row in texts]
    assert ["a/كتاب 12.txt", "a/report.txt"] == [row["path"] for row in texts]
    assert [(each["document"], each["in"], each["text"]) for each in answer["about"]] == [
        (row["document"], row["in"], row["snippet"]) for row in about
    ]
    assert about


def test_before_anything_is_asked_the_page_says_how(visit: Visit) -> None:
    assert "Write names in either script" in visit("/search")


@pytest.fixture
def of_translator(tmp_path: Path) -> Iterator[Visitor]:
    made = typed_case(tmp_path)
    with made.as_person("Layla <b>") as case:
        translate(case, Draft(PagePlace(made.sure, 1), "fr", {(0, 8): "un <i>ordre</i>"}))
    with made.reading() as reading:
        someone = Visitor(create_app(reading, NoSandbox(), token=TOKEN, port=PORT, openings=openings(reading)))
        assert 303 == someone.enter().status_code
        yield someone


def test_a_translation_that_answers_stands_apart_with_its_original_and_says_whose_it_is(of_translator: Visitor) -> None:
    page = of_translator.get("/search?q=ordre").text

    assert "Nothing found" in page
    told = page[page.index("In translations") :]
    assert told.index(">an order</p>") < told.index("un &lt;i&gt;<mark>ordre</mark>&lt;/i&gt;")
    assert "in the translation of Layla &lt;b&gt;" in told
    assert "unverified" in told


def test_translations_can_be_left_out_and_are_counted_then(of_translator: Visitor) -> None:
    page = of_translator.get("/search?q=ordre&translations=no").text

    assert "<mark>" not in page
    assert "1 translation of a page" in page
    assert "Look in translations too" in page


def test_json_and_csv_have_both_texts(of_translator: Visitor) -> None:
    (found,) = of_translator.get("/search?q=ordre&format=json").json()["translated"]
    (quote,) = found["quotes"]

    assert ("unverified", "an order", "un <i>ordre</i>") == (found["checked"], quote["original"], quote["rendering"])
    assert "an order = un <i>ordre</i>" in of_translator.get("/search?q=ordre&format=csv").text
