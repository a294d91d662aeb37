from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kashf.domain.document import Page, Span
from kashf.domain.entity import Judgement, MentionType, NameKey, Verdict
from kashf.domain.ids import DocumentId, EntryId
from kashf.domain.ledger import GENESIS, Entry, EntryKind
from kashf.domain.pages.quote import quote
from kashf.entities.tagging.keys import name_key
from kashf.services.case.open import OpenCase
from kashf.services.ledger.place_decisions import keep_quotes, reread_places
from kashf.services.names.count import count_name
from kashf.services.names.review import undo
from tests.fakes import FakeCaseView
from tests.named import named_case
from tests.searchable import case_of

NAME = "نادر الوردي"
KEY = name_key(NAME, MentionType.PERSON)
BEFORE = "أمر رقم سبعة: وصل نادر الوردي إلى القرية الشمالية مساء ثم عاد"
NOW = datetime(2026, 5, 1, tzinfo=UTC)


def decided(case: OpenCase, *, on: str, quoted: bool = True) -> OpenCase:
    """Return the case with a decision that a place of its only document, as it read then, is somebody else."""
    assert isinstance(case.view, FakeCaseView)
    (document,) = (record.id for record in case.view.walk())
    place = Span(document, 1, on.index(NAME), on.index(NAME) + len(NAME))
    words = quote(Page(1, on), place) if quoted else None
    judgement = Judgement(MentionType.PERSON, place, KEY, Verdict.DIFFERENT, "", "amal", NOW, EntryId(""), words)
    case.view.ledger = (Entry("d" * 32 + "/work", 0, GENESIS, NOW, "amal", EntryKind.JUDGED, judgement.body()),)
    return case


@pytest.mark.parametrize(
    "now",
    [pytest.param(BEFORE, id="the same text"), pytest.param("الصفحة الأولى\n" + BEFORE.replace(" وصل", "\nوصل"), id="a line above it")],
)
def test_a_decision_goes_with_its_words(tmp_path: Path, now: str) -> None:
    case = decided(case_of(tmp_path, now), on=BEFORE)

    assert (0, now != BEFORE) == (count_name(case, NAME).mentions, bool(reread_places(case.view)))
    assert [True] * len(reread_places(case.view)) == [each.is_moved for each in reread_places(case.view)]


def test_a_decision_whose_words_are_gone_moves_to_no_others_and_is_listed(tmp_path: Path) -> None:
    """The page now names somebody at the very offsets of the decision, who was never decided on."""
    now = BEFORE.replace("القرية الشمالية مساء ثم عاد", "بيت").replace("أمر رقم سبعة: وصل", "ذهب مع الصباح ومعه")[:40]
    case = decided(case_of(tmp_path, now), on=BEFORE)

    assert 1 == count_name(case, NAME).mentions
    (place,) = reread_places(case.view)
    assert (None, False) == (place.place, place.is_moved)


def test_a_decision_of_the_first_format_has_the_offsets_it_was_made_with(tmp_path: Path) -> None:
    case = decided(case_of(tmp_path, BEFORE), on=BEFORE, quoted=False)

    assert (0, ()) == (count_name(case, NAME).mentions, reread_places(case.view))


def test_words_are_written_down_once_before_pages_are_read_anew(tmp_path: Path) -> None:
    with named_case(tmp_path / "c", home=tmp_path / "home", persons={"Nadir al-Wardi": 2}) as case:
        from kashf.services.ledger.record import record

        document = DocumentId(f"{0:064x}")
        old = Judgement(MentionType.PERSON, Span(document, 1, 5, 19), NameKey("nadir al wardi"), Verdict.SAME, "", "amal", NOW, EntryId(""))
        with case.store.unit() as uow:
            entry = record(case, uow, EntryKind.JUDGED, old.body())
            uow.commit()

        assert [1, 0] == [keep_quotes(case), keep_quotes(case)]
        (judgement,) = case.reading.view.judgements()
        assert judgement.quote
        assert ("then ", "Nadir al-Wardi") == (judgement.quote.prefix, judgement.quote.text)

        undo(case, entry)
        assert () == case.reading.view.judgements()
