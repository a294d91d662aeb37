from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kashf.bootstrap import create_case, open_to_decide
from kashf.domain.document import Origin, Page, Span
from kashf.domain.entity import Judgement, MentionType, NameKey, Verdict
from kashf.domain.ids import DocumentId, EntryId
from kashf.domain.ledger import GENESIS, Entry, EntryKind
from kashf.domain.reasons import NO_REASONS
from kashf.entities.counting.draw import PageRead
from kashf.entities.tagging.keys import name_key
from kashf.errors import DamagedCaseError, NotFoundError, UsageError
from kashf.ports.mentions import Membership, Resolution
from kashf.services.case.open import OpenCase
from kashf.services.names.audit import audit_state, judge_place, record_page, show_hit
from kashf.services.names.count import count_name
from kashf.settings import Settings
from tests.fakes import FakeCaseView
from tests.searchable import case_of

NAME = "Nadir al-Wardi"
KEY = NameKey("nadir al wardi")


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """Return a case on disk, whose ledger takes what is decided."""
    path = tmp_path / "written"
    create_case(path, name="written", settings=Settings(actor="amal", home=tmp_path / "home"))
    return path


def _with_ledger_of(case: OpenCase, written: Path, settings: Settings) -> OpenCase:
    with open_to_decide(written, settings=settings) as writable:
        assert isinstance(case.view, FakeCaseView)
        case.view.ledger = tuple(entry for entry, _ in writable.reading.view.entries())
    return case


def test_an_audit_goes_on_where_it_stopped_and_bounds_the_count(tmp_path: Path, written: Path) -> None:
    settings = Settings(actor="amal", home=tmp_path / "home")
    case = case_of(tmp_path, *["وصل نادر الوردي اليوم"] * 12, "oil", "Nadir al-Wardi")
    assert audit_state(case, NAME).estimate is None

    for done in range(13):
        state = audit_state(_with_ledger_of(case, written, settings), NAME)
        assert (13, done, 13 - done) == (state.progress.audit.hits, state.progress.audit.looked_at, state.progress.more_hits)
        assert state.estimate is None
        hit, page = state.progress.next_hit, state.progress.next_page
        assert hit
        assert page
        with open_to_decide(written, settings=settings) as writable:
            judge_place(replace(writable, reading=case), state.key, hit.span, Verdict.SAME, is_drawn=True)
            if done < 12:
                continue
            record_page(writable, state.key, PageRead(*page, seen=1))

    state = audit_state(_with_ledger_of(case, written, settings), NAME)
    assert (13, 13, 1) == (state.progress.audit.looked_at, state.progress.audit.right, state.progress.pages_read)
    assert state.estimate
    assert state.delta
    assert (13, False, True) == (state.estimate.value, state.estimate.is_whole, state.progress.more_pages > 0)


def test_ordinary_decisions_are_no_sample_and_take_nothing_from_a_certain_count(tmp_path: Path, written: Path) -> None:
    settings = Settings(actor="amal", home=tmp_path / "home")
    case = case_of(tmp_path, *["وصل نادر الوردي اليوم"] * 17)
    for _ in range(4):
        hit = audit_state(_with_ledger_of(case, written, settings), NAME).progress.next_hit
        assert hit
        with open_to_decide(written, settings=settings) as writable:
            judge_place(replace(writable, reading=case), KEY, hit.span, Verdict.DIFFERENT)

    state = audit_state(_with_ledger_of(case, written, settings), NAME)

    assert (None, 13, 0, 0) == (state.estimate, state.progress.audit.hits, state.progress.audit.looked_at, state.progress.audit.known)


def test_the_sample_is_drawn_for_the_man_and_not_for_a_spelling(tmp_path: Path) -> None:
    case = case_of(tmp_path, "نادر الوردي", "Nadir al-Wardi")
    arabic = name_key("نادر الوردي", MentionType.PERSON)
    assert isinstance(case.view, FakeCaseView)
    members = tuple(Membership(key, arabic, NameKey(""), 1.0, NO_REASONS) for key in (arabic, KEY))
    case.view.resolved = {MentionType.PERSON: Resolution("1", (), members)}

    states = [audit_state(case, name) for name in ("نادر الوردي", NAME)]

    assert {arabic} == {state.key for state in states}
    assert states[0].progress == states[1].progress


def test_a_kind_of_page_of_which_none_was_read_is_not_answered_for(tmp_path: Path) -> None:
    case = case_of(tmp_path, *["Nadir al-Wardi"] * 12, *[Page(1, "Nadir al-Wardi and more", Origin.OCR, 0.9)] * 3)
    assert isinstance(case.view, FakeCaseView)
    now = datetime(2014, 10, 25, tzinfo=UTC)
    digital = [id for id, (page,) in case.view.texts.items() if page.origin is not Origin.OCR]
    body = [{"document": id, "page": 1, "name": KEY, "seen": 1} for id in digital]
    case.view.ledger = tuple(Entry("d" * 32, at, GENESIS, now, "amal", EntryKind.PAGE_READ, each) for at, each in enumerate(body))

    state = audit_state(case, NAME)

    assert ({"scan": (3, 0), "digital": (12, 12)}, ("scan",)) == (state.strata, state.left_out_strata)
    assert (12, 12) == (state.pages, state.progress.audit.hits)


def test_what_is_audited_is_what_is_counted_with_the_names_that_were_decided(tmp_path: Path) -> None:
    case = case_of(tmp_path, "نادر الوردي", "Nadir al-Wardi", "Nader Wardi")
    now = datetime(2014, 10, 25, tzinfo=UTC)
    apart = Judgement(MentionType.PERSON, name_key("نادر الوردي", MentionType.PERSON), KEY, Verdict.DIFFERENT, "", "amal", now, EntryId(""))
    assert isinstance(case.view, FakeCaseView)
    case.view.ledger = (Entry("d" * 32, 0, GENESIS, now, "amal", EntryKind.JUDGED, apart.body()),)

    assert 2 == audit_state(case, NAME).progress.audit.hits == count_name(case, NAME).mentions


def test_a_page_read_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    case = case_of(tmp_path, "Nadir al-Wardi")
    assert isinstance(case.view, FakeCaseView)
    body = {"document": "a" * 64, "page": 1, "name": KEY, "seen": "often"}
    case.view.ledger = (Entry("d" * 32, 7, GENESIS, datetime(2014, 10, 25, tzinfo=UTC), "amal", EntryKind.PAGE_READ, body),)

    with pytest.raises(DamagedCaseError, match="/7 "):
        audit_state(case, NAME)


def test_no_page_that_was_read_too_unsurely_is_drawn(tmp_path: Path) -> None:
    case = case_of(tmp_path, "Nadir al-Wardi", Page(1, "Nadir al-Wardi", Origin.OCR, 0.31))

    assert 1 == audit_state(case, NAME).pages


def test_pages_may_be_drawn_from_those_that_a_query_finds(tmp_path: Path) -> None:
    state = audit_state(case_of(tmp_path, "Nadir al-Wardi oil", "oil", "bread"), NAME, where="oil")

    assert 2 == state.pages


def test_a_hit_is_shown_with_what_stands_around_it(tmp_path: Path) -> None:
    case = case_of(tmp_path, "وصل نادر الوردي اليوم")
    hit = audit_state(case, NAME).progress.next_hit
    assert hit

    shown = show_hit(case, hit)

    assert ("وصل ", "نادر الوردي", " اليوم", "0.txt") == (shown.quote.prefix, shown.quote.text, shown.quote.suffix, shown.path)


def test_a_number_that_no_page_holds_is_refused(written: Path, tmp_path: Path) -> None:
    with open_to_decide(written, settings=Settings(actor="amal", home=tmp_path / "home")) as writable:
        for seen in (-1, 10_001):
            with pytest.raises(UsageError):
                record_page(writable, KEY, PageRead(DocumentId("a" * 64), 1, seen=seen))


def test_a_judged_place_is_in_the_ledger_with_who_and_what(written: Path, tmp_path: Path) -> None:
    with open_to_decide(written, settings=Settings(actor="amal", home=tmp_path / "home")) as writable:
        case = case_of(tmp_path, "وصل نادر الوردي اليوم")
        hit = audit_state(case, NAME).progress.next_hit
        assert hit
        entry = judge_place(replace(writable, reading=case), KEY, hit.span, Verdict.UNSURE, why="the page is torn")
        (judgement,) = writable.reading.view.judgements()

    assert (entry, "amal", Verdict.UNSURE, "the page is torn") == (judgement.id, judgement.who, judgement.verdict, judgement.why)
    assert judgement.quote
    assert ("وصل ", "نادر الوردي", " اليوم") == (judgement.quote.prefix, judgement.quote.text, judgement.quote.suffix)


def test_a_place_that_is_on_no_page_is_not_decided_on_and_none_is_called_no_name(written: Path, tmp_path: Path) -> None:
    with open_to_decide(written, settings=Settings(actor="amal", home=tmp_path / "home")) as writable:
        with pytest.raises(NotFoundError):
            judge_place(writable, KEY, Span(DocumentId("a" * 64), 1, 2, 9), Verdict.SAME)
        with pytest.raises(UsageError, match="of a term"):
            judge_place(writable, KEY, Span(DocumentId("a" * 64), 1, 2, 9), Verdict.NOT_A_NAME)
        assert () == writable.reading.view.judgements()
