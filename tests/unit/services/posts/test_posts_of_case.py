"""The posts of a case: copies once, sealed words hidden, what is left out counted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.events.posts.nameless import HowSure
from kashf.ports.stages import LETTERS
from kashf.services.case.open import OpenCase
from kashf.services.letters.keep_letters import keep_letters
from kashf.services.posts.posts_of_case import PostsQuery, posts_of_case
from tests.fakes import FakeBlobs, FakeCaseView, FakeIndex, FakeSealed
from tests.searchable import BARE


def order(number: str, day: str, *signed: str, office: str = "ديوان الجسور") -> str:
    dated = f"التاريخ: {day}" if day else ""
    body = "تقرر ما يلي:\nأولا: يمنع على أصحاب المحال السفر إلى وادي الغيم."
    return "\n".join((office, f"العدد: {number}     {dated}", "إلى / كافة المكاتب", body, *signed))


TEXTS = {
    "a": order("٧/١", "٢/٣/٢٠١٤م", "سعد الناعوري", "مدير المكتب"),
    "b": order("٧/٥", "٢٥/٦/٢٠١٤م", "سعد الناعوري", "مدير المكتب"),
    "c": order("٧/٣", "١٣/٥/٢٠١٤م", "مدير المكتب"),
    "d": order("٧/٤", "", "سعد الناعوري", "مدير المكتب"),
    "e": order("٩/٤", "١٣/٥/٢٠١٤م", "رامي الحداد", "القاضي", office="محكمة المطاحن"),
    "f": "The mill stands by the river.",
}


@pytest.fixture
def case(tmp_path: Path) -> OpenCase:
    view = FakeCaseView()
    for name, text in TEXTS.items():
        record = replace(BARE, id=DocumentId(name * 64), name=f"{name}.txt")
        view.known[record.id] = record
        view.texts[record.id] = (Page(1, text),)
    view.rows.setdefault(LETTERS.name, {}).update(keep_letters(view, sorted(view.known)))
    return OpenCase(tmp_path, "case", view, FakeIndex(), FakeBlobs(), FakeSealed())


def test_a_post_has_its_tenure_the_signature_without_a_name_and_the_paper_without_a_date(case: OpenCase) -> None:
    (told,) = posts_of_case(case, PostsQuery(post="مدير")).posts

    (tenure,) = told.held.tenures
    (nameless,) = told.nameless
    assert ("ديوان الجسور", "مدير المكتب", ("سعد الناعوري",)) == (told.office, told.post, tenure.names)
    assert (HowSure.CERTAIN, "c") == (nameless.how_sure, nameless.said.span.document[0])
    assert [sign.document[0] for sign in tenure.signs] == ["a", "b", "d"]


def test_what_is_left_out_is_counted(case: OpenCase) -> None:
    found = posts_of_case(case)

    assert (2, 2, 5, 1, 1) == (len(found.posts), found.of, found.letters, found.undated, found.no_letters)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (PostsQuery(office="المطاحن"), ["القاضي"]),
        (PostsQuery(person="Rami Haddad"), ["القاضي"]),
        (PostsQuery(person="Munir Zaki"), []),
        (PostsQuery(), ["مدير المكتب", "القاضي"]),
    ],
)
def test_office_post_and_person_narrow_the_table(case: OpenCase, query: PostsQuery, expected: list[str]) -> None:
    assert sorted(expected) == sorted(told.post for told in posts_of_case(case, query).posts)


def test_the_paths_of_cited_papers_are_told(case: OpenCase) -> None:
    assert {"a", "b", "c", "d", "e"} == {document[0] for document in posts_of_case(case).paths}
