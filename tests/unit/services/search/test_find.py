"""Searching a case, with a real index in a folder of the test and a made-up case around it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kashf.adapters.index import TantivyIndex
from kashf.domain.document import Mark, MarkKind, Origin, Page
from kashf.domain.entity import Mention, MentionType, NameKey, PlacedMention
from kashf.domain.left_out import MoreIn
from kashf.domain.reasons import ReasonCode, Reasons
from kashf.errors import DamagedIndexError, QuerySyntaxError
from kashf.language.words.tokens import folded_words
from kashf.ports.mentions import Membership, Resolution
from kashf.ports.views import Totals
from kashf.search.expand import expand
from kashf.search.highlight import Finder
from kashf.search.parse import parse
from kashf.services.case.open import OpenCase
from kashf.services.search.find import facets, find
from tests.fakes import FakeBlobs, FakeCaseView, FakeSealed
from tests.searchable import case_of


@pytest.mark.parametrize("query", ["Shamali", "الشمالي", "al-Shamali"])
def test_either_script_finds_both(tmp_path: Path, query: str) -> None:
    case = case_of(tmp_path, "وصل أبو محمد الشَّمالي", "Abu Mohammed al-Shamali came", "جاء محمد")

    assert {"0.txt", "1.txt"} == {hit.path for hit in find(case, query).hits}


def test_a_name_that_only_stands_behind_a_particle_is_found_from_the_other_script(tmp_path: Path) -> None:
    case = case_of(tmp_path, "كتب والقاطعي", "رسالة للقاطعي")

    assert 2 == find(case, "Qatai").total


def test_a_hit_cites_the_very_characters_that_are_highlighted(tmp_path: Path) -> None:
    text = "x " * 200 + "🙂 إلى الشَّمـالي، ثم" + " y" * 200
    (hit,) = find(case_of(tmp_path, text), "Shamali").hits
    ((start, end),) = hit.highlights

    assert "الشَّمـالي" == text[hit.start : hit.end] == hit.snippet[start:end]
    assert hit.start == hit.snippet_start + start
    assert [("الشَّمـالي", "spelling", "Shamali")] == [(why.matched, why.by, why.asked) for why in hit.why]


@pytest.mark.parametrize(("query", "other"), [("علي", "عليه"), ("وزارة", "زار"), ("Hama", "Hamas"), ("Homs", "homes"), ("will", "well")])
def test_another_word_that_only_looks_like_it_is_not_found(tmp_path: Path, query: str, other: str) -> None:
    assert 0 == find(case_of(tmp_path, other), query).total


def test_exact_search_leaves_other_spellings_out(tmp_path: Path) -> None:
    case = case_of(tmp_path, "الشمالي", "Shamali", "Shemali")

    assert 1 == find(case, "shamali", exact=True).total
    assert 3 == find(case, "shamali").total
    assert 1 == find(case, "shamali", variants=False).total


def test_what_was_tried_and_what_could_not_be_searched_is_told_with_nothing_found(tmp_path: Path) -> None:
    found = find(case_of(tmp_path, "Shemali came"), "Shamali absent")

    assert (0, (), {"Shamali": ("shemali",)}) == (found.total, found.hits, found.tried)
    assert (2, 1, {}) == (found.left_out.waiting, found.left_out.without_text, found.left_out.more)


def test_marked_text_is_found_only_when_asked_for(tmp_path: Path) -> None:
    text = "story SHARES UP 3% end"
    case = case_of(tmp_path, Page(1, text, marks=(Mark(6, 18, MarkKind.BOILERPLATE),)))

    assert 0 == find(case, "shares").total
    (hit,) = find(case, "shares", all_text=True).hits
    assert ("SHARES", True) == (text[hit.start : hit.end], hit.is_marked)
    (hit,) = find(case, "story").hits
    assert "SHARES" not in hit.snippet


def test_a_page_that_was_read_too_unsurely_is_found_only_when_asked_for_and_is_said_to_be(tmp_path: Path) -> None:
    case = case_of(tmp_path, Page(1, "oil tanker", Origin.OCR, 0.31), "oil")

    assert [("1.txt", False)] == [(hit.path, hit.is_unsure) for hit in find(case, "oil").hits]
    assert {("0.txt", True), ("1.txt", False)} == {(hit.path, hit.is_unsure) for hit in find(case, "oil", all_text=True).hits}
    assert {"type": {"text/plain": 1}} == {"type": facets(case, "oil")["type"]}


def test_how_much_more_answers_in_what_was_not_searched_is_told(tmp_path: Path) -> None:
    quoted = Page(1, "oil > oil", marks=(Mark(4, 9, MarkKind.REPEATED),))
    case = case_of(tmp_path, quoted, Page(1, "oil", Origin.OCR, 0.31), "bread > oil")

    assert {MoreIn.PASSED_OVER: 1, MoreIn.QUOTED: 1, MoreIn.UNSURE: 1} == find(case, "oil").left_out.more
    assert ({}, 0) == ((unsaid := find(case, "oil", all_text=True).left_out).more, unsaid.unsure_pages)


def test_documents_without_a_date_are_told_of_when_days_are_asked_for(tmp_path: Path) -> None:
    case = case_of(tmp_path, "oil", "bread")

    assert {MoreIn.UNDATED: 1} == find(case, "oil date:2014").left_out.more
    assert {MoreIn.UNDATED: 1} == find(case, "bread OR (oil date:2014..2015)").left_out.more
    assert {} == find(case, "oil NOT date:2014").left_out.more == find(case, "oil").left_out.more


def test_pages_of_results_follow_one_another_without_gap(tmp_path: Path) -> None:
    case = case_of(tmp_path, *(f"oil {number}" for number in range(7)))
    pages = [find(case, "oil", limit=3, offset=offset).hits for offset in (0, 3, 6)]

    assert [f"{number}.txt" for number in range(7)] == [hit.path for page in pages for hit in page]


def test_a_query_of_fields_only_shows_the_beginning_of_each_page(tmp_path: Path) -> None:
    (hit,) = find(case_of(tmp_path, "first words", type="application/pdf"), "type:pdf").hits

    assert ("first words", (), (), 0, 11) == (hit.snippet, hit.highlights, hit.why, hit.start, hit.end)


def test_facets_count_the_documents_of_the_whole_answer(tmp_path: Path) -> None:
    case = case_of(tmp_path, "Date: 25 October 2014\n\nShamali", "الشمالي", "other")

    assert {"one": 2} == facets(case, "Shamali")["channel"]
    assert {"2014-10": 1} == facets(case, "Shamali", exact=True)["month"]


def test_a_case_of_which_nothing_was_read_yet_answers_with_nothing(tmp_path: Path) -> None:
    view = FakeCaseView(is_so=Totals(found=3, waiting=3))
    case = OpenCase(tmp_path, "case", view, TantivyIndex(tmp_path / "index"), FakeBlobs(), FakeSealed())

    assert (0, 3) == (find(case, "oil").total, find(case, "oil").left_out.waiting)


def test_a_lost_index_of_a_case_that_was_read_is_told(tmp_path: Path) -> None:
    case = case_of(tmp_path, "oil")
    case.index.clear()

    with pytest.raises(DamagedIndexError):
        find(case, "oil")


def test_a_document_that_lost_its_page_since_it_was_indexed_is_no_hit(tmp_path: Path) -> None:
    case = case_of(tmp_path, "oil")
    forgetful = replace(case, view=FakeCaseView(known={}, texts={}))

    assert () == find(forgetful, "oil").hits


def test_a_malformed_query_is_refused_before_anything_is_looked_up(tmp_path: Path) -> None:
    with pytest.raises(QuerySyntaxError):
        find(case_of(tmp_path, "oil"), "(oil")


def _resolved(case: OpenCase, *names: str) -> OpenCase:
    """Return the case in which these names were found to be one person's."""
    keys = [NameKey(" ".join(folded_words(name))) for name in names]
    assert isinstance(case.view, FakeCaseView)
    case.view.named = tuple(
        PlacedMention(document, 1, key, Mention(at, at + len(name), name, MentionType.PERSON, "rules:test", 1.0))
        for document, (page,) in case.view.texts.items()
        for name, key in zip(names, keys, strict=True)
        if (at := page.text.find(name)) >= 0
    )
    members = tuple(Membership(key, keys[0], keys[0], 1.0, Reasons.of(ReasonCode.DECIDED, "amal")) for key in keys)
    case.view.resolved = {MentionType.PERSON: Resolution("1", (), members)}
    return case


def test_a_name_in_quotes_finds_the_other_names_of_the_same_person(tmp_path: Path) -> None:
    case = _resolved(case_of(tmp_path, "وصل نادر الوردي", "وصل أبو سليمان", "خالد", "أبو سليمان"), "نادر الوردي", "أبو سليمان")

    assert 3 == find(case, '"نادر الوردي"').total
    assert 2 == find(case, '"أبو سليمان" NOT "نادر الوردي"', variants=False).total
    assert (1, 1) == (find(case, '"نادر الوردي"', exact=True).total, find(case, '"نادر الوردي"', variants=False).total)


def test_names_side_by_side_and_left_out_are_asked_for_by_all_their_names_too(tmp_path: Path) -> None:
    case = _resolved(case_of(tmp_path, "وصل نادر الوردي oil", "وصل أبو سليمان oil", "oil"), "نادر الوردي", "أبو سليمان")

    assert 2 == find(case, '"نادر الوردي" oil').total
    assert 1 == find(case, 'oil NOT "نادر الوردي"').total


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    texts=st.lists(
        st.lists(st.sampled_from(["ابو", "محمد", "الشمالي", "والشمالي", "Shamali", "abu", "oil", "oils"]), max_size=6), max_size=5
    ),
    query=st.sampled_from(["Shamali", "الشمالي", "oil*", "oils~", "oil", '"ابو محمد"', '"ابو الشمالي"~1', '"abu abu"', "ابو-محمد"]),
)
def test_the_index_finds_just_the_pages_on_which_something_is_marked(
    tmp_path_factory: pytest.TempPathFactory, texts: list[list[str]], query: str
) -> None:
    case = case_of(tmp_path_factory.mktemp("case"), *(" ".join(words) for words in texts))
    finder = Finder(expand(parse(query), case.view.words_with).aims)
    pages = {record.id: case.view.pages(record.id)[0].text for record in case.view.walk()}
    marked = {id for id, text in pages.items() if finder.matches(text, [(0, len(text))])}

    assert marked == {hit.document for hit in find(case, query).hits}


def test_of_what_was_passed_over_it_is_told_how_much_is_quoted_mail(tmp_path: Path) -> None:
    text = "the convoy\n> the convoy left\nso far\nconvoy news"
    marks = (Mark(11, 29, MarkKind.REPEATED), Mark(36, 47, MarkKind.BOILERPLATE))
    found = find(case_of(tmp_path, Page(1, text, marks=marks)), "convoy")

    assert (1, 2, 1) == (found.total, found.left_out.more[MoreIn.PASSED_OVER], found.left_out.more[MoreIn.QUOTED])


def test_documents_without_a_date_can_be_asked_for(tmp_path: Path) -> None:
    case = case_of(tmp_path, "the convoy", "the bridge")

    assert (1, 0) == (find(case, "convoy date:none").total, find(case, "convoy date:2014").total)
    assert 1 == find(case, "convoy date:2014").left_out.more[MoreIn.UNDATED]
