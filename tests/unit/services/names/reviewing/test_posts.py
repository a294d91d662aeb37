"""Names that may be two men's by the posts beside them. All names are invented."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kashf.domain.document import Page, Reading, Sighting, Status
from kashf.domain.entity import NameKey, PlacedMention
from kashf.domain.ids import DocumentId
from kashf.domain.ledger import EntryKind
from kashf.entities.tagging.keys import mention_key
from kashf.errors import NotFoundError
from kashf.language.grammar.rules import RuleTagger
from kashf.ports.stages import NAMES
from kashf.ports.stores import StoredReading
from kashf.services.case.open import WritableCase
from kashf.services.ledger.record import record
from kashf.services.names.regroup import resolve
from kashf.services.names.reviewing.posts import call_one_man, posts_asked
from tests.named import named_case


@pytest.fixture
def case(tmp_path: Path) -> Iterator[WritableCase]:
    with named_case(tmp_path / "a.case", home=tmp_path / "home", persons={"نبيل هادي المرمري": 1}) as case:
        yield case


def receive(case: WritableCase, *texts: str) -> None:
    for text in texts:
        document = DocumentId(f"{len(case.reading.view.page_counts()) + 16:064x}")
        found = RuleTagger().tag(text)
        with case.store.unit() as uow:
            receipt = record(case, uow, EntryKind.RECEIPT, {"manifest": document})
            uow.sight([Sighting(document, f"/{document[-3:]}", "courier", size_bytes=3)], receipt=receipt, depth=0)
            uow.put([StoredReading(Reading(document, "text/plain", Status.DONE, pages=(Page(1, text),)))], version="1")
            uow.lease(NAMES, limit=100)
            uow.put_rows(NAMES, [(document, [PlacedMention(document, 1, mention_key(each), each) for each in found])], version="1")
            uow.commit()
    resolve(case)


def asked(case: WritableCase) -> list[list[tuple[str, int]]]:
    return [[(post.text, len(post.places)) for post in each.posts] for each in posts_asked(case.reading)]


def test_posts_on_different_documents_are_asked_about_and_those_on_one_are_one_mans(case: WritableCase) -> None:
    receive(case, "المعلم خالد سالم الوردي حضر.", "القائد خالد سالم الوردي غاب.", "القائد خالد سالم الوردي عاد.")
    assert [[("القائد", 2), ("المعلم", 1)]] == asked(case)

    receive(case, "القائد خالد سالم الوردي غاب.\nالمعلم خالد سالم الوردي حضر.")
    assert [] == asked(case)


def test_of_one_name_is_asked_what_is_asked_of_it_among_all(case: WritableCase) -> None:
    receive(
        case,
        "المعلم خالد سالم الوردي حضر.",
        "القائد خالد سالم الوردي غاب.",
        "المعلم نبيل هادي المرمري حضر.",
        "القائد نبيل هادي المرمري غاب.",
    )
    every = posts_asked(case.reading)

    assert 2 == len(every)
    assert [(one,) for one in every] == [posts_asked(case.reading, one.key) for one in every]


def test_a_rank_a_courtesy_and_one_post_in_two_languages_ask_nothing(case: WritableCase) -> None:
    receive(
        case, "العقيد خالد سالم الوردي حضر.", "القائد خالد سالم الوردي غاب.", "Commander خالد سالم الوردي", "الشيخ خالد سالم الوردي عاد."
    )

    assert [] == asked(case)


def test_one_man_is_said_with_a_place_of_each_post_and_said_again_of_another(case: WritableCase) -> None:
    receive(case, "المعلم خالد سالم الوردي حضر.", "القائد خالد سالم الوردي غاب.")
    (question,) = posts_asked(case.reading)

    assert 2 == len(call_one_man(case, question.key))

    assert [] == asked(case)
    receive(case, "السائق خالد سالم الوردي عاد.")
    assert [[("السائق", 1), ("القائد", 1), ("المعلم", 1)]] == asked(case)


def test_a_name_that_nothing_is_asked_about_is_told(case: WritableCase) -> None:
    receive(case, "المعلم خالد سالم الوردي حضر.")

    with pytest.raises(NotFoundError):
        call_one_man(case, NameKey("خالد سالم الوردي"))
