from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

import pytest

from kashf.domain.date import FuzzyDate
from kashf.domain.document import Origin, Page, Span
from kashf.domain.entity import Judgement, Mention, MentionType, NameKey, PlacedMention, Verdict
from kashf.domain.ids import DocumentId, EntryId
from kashf.domain.ledger import GENESIS, Entry, EntryKind
from kashf.domain.left_out import MoreIn
from kashf.entities.tagging.keys import name_key
from kashf.errors import UsageError
from kashf.language.dates.found_dates import WhoseDay
from kashf.language.sounds.similarity import skeleton
from kashf.language.words.tokens import folded_words
from kashf.ports.stages import DATES
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.dates.keep_dates import KeptDate
from kashf.services.names.audit import judge_place
from kashf.services.names.count import count_name
from kashf.services.names.dossier import dossier
from kashf.services.names.list import list_names
from kashf.services.names.review import judge
from tests.fakes import FakeCaseView
from tests.named import named_case
from tests.searchable import case_of


def judged(case: OpenCase, span: Span, name: str, verdict: Verdict) -> OpenCase:
    """Return the case with one decision about a place."""
    now = datetime(2014, 10, 25, tzinfo=UTC)
    judgement = Judgement(MentionType.PERSON, span, NameKey(name), verdict, "", "amal", now, EntryId(""))
    assert isinstance(case.view, FakeCaseView)
    case.view.ledger = (*case.view.ledger, Entry("d" * 32, 0, GENESIS, now, "amal", EntryKind.JUDGED, judgement.body()))
    return case


def test_a_name_is_counted_wherever_it_stands_whatever_passages_rank_first(tmp_path: Path) -> None:
    texts = [*("أبو محمد الشمالي",) * 30, "Abu Mohammed al-Shamali " * 3, "كتب ابومحمد والشمالي", "الشمالي", "أبو محمد"]
    found = count_name(case_of(tmp_path, *texts), "Abu Mohammed al-Shamali")

    assert (33, 31) == (found.mentions, found.documents)
    assert {"31.txt", "32.txt"} == {f"{int(place.document[::-1], 16)}.txt" for place in found.undecided_spans}
    assert found.is_looked_up


@pytest.mark.parametrize("name", ["Abu Mohammed al-Shamali", "أبو محمد الشمالي"])
def test_a_name_is_counted_in_letters_that_folding_takes_marks_off(tmp_path: Path, name: str) -> None:
    texts = ("Ebu Muhammed eş-Şimali", "Abū Muḥammad aš-Šamālī", "أَبُو مُحَمَّد الشَّمـالِيّ", "Abu Mohammed Simali")

    assert {"0.txt", "1.txt", "2.txt"} <= {
        f"{int(place.document[::-1], 16)}.txt" for place in count_name(case_of(tmp_path, *texts), name).spans
    }


def test_documents_of_the_same_text_count_once_without_copies(tmp_path: Path) -> None:
    found = count_name(case_of(tmp_path, "أبو محمد الشمالي", "Abu Mohammed al-Shamali", text_key="same"), "أبو محمد الشمالي")

    assert (2, 2, 1) == (found.mentions, found.documents, found.without_copies)


def test_a_name_on_a_page_that_was_read_too_unsurely_is_not_counted(tmp_path: Path) -> None:
    name = "أبو محمد الشمالي"

    counted = count_name(case_of(tmp_path, Page(1, name, Origin.OCR, 0.31), Page(1, name, Origin.OCR, 0.5)), name)

    assert (1, {MoreIn.NAME_UNSURE: 1}, 1) == (counted.mentions, counted.left_out.more, counted.left_out.unsure_pages)


def test_a_name_that_nobody_has_is_counted_as_none(tmp_path: Path) -> None:
    assert 0 == count_name(case_of(tmp_path, "oil"), "Abu Mohammed al-Shamali").mentions


@pytest.mark.parametrize("name", ["", "...", "\u200f", "أبو", "بن", "ال", "al-", "Abu bin", "Sheikh", "القائد"])
def test_to_count_nobody_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="at least one name"):
        count_name(case_of(tmp_path, "oil"), name)


@pytest.mark.parametrize("name", ["أبو محمد الشمالي، أبو عمر", "al-Shamali, Abu Mohammed", "Omar; Zayd"])
def test_two_names_at_once_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="one person at a time"):
        count_name(case_of(tmp_path, "oil"), name)


def test_mentions_are_counted_by_month_and_channel(tmp_path: Path) -> None:
    texts = ("أبو محمد الشمالي", "Abu Mohammed al-Shamali", "أبو محمد الشمالي ٣ تموز")
    case = case_of(tmp_path, *texts, file_date=FuzzyDate.parse("2014-11-03"))
    view = cast("FakeCaseView", case.view)
    written = KeptDate(1, 0, 4, FuzzyDate.parse("2014-06-03"), WhoseDay.WRITING, is_own=True)
    view.rows[DATES.name] = {document: [written.row()] for document in [*view.known][:2]}

    assert {"": 1, "2014-06": 2} == count_name(case, "أبو محمد الشمالي").by_month


@pytest.mark.parametrize("asked_before", ["ابو محمد الشمالي", "abu mohammed al shamali"])
def test_what_was_decided_about_a_place_counts_in_whichever_script_it_was_asked(tmp_path: Path, asked_before: str) -> None:
    case = case_of(tmp_path, "قال الشمالي", "Abu Mohammed al-Shamali")
    place = Span(DocumentId("0" * 64), 1, 4, 11)

    found = count_name(judged(case, place, asked_before, Verdict.SAME), "Abu Mohammed al-Shamali")

    assert (2, 0, 1) == (found.mentions, found.undecided, found.decided)


def test_what_was_decided_about_somebody_else_changes_nothing(tmp_path: Path) -> None:
    case = case_of(tmp_path, "قال الشمالي")

    found = count_name(judged(case, Span(DocumentId("0" * 64), 1, 4, 11), "ابو خالد الجسري", Verdict.SAME), "Abu Mohammed al-Shamali")

    assert (0, 1, 0) == (found.mentions, found.undecided, found.decided)


def _decided(case: OpenCase, left: str, right: str, verdict: Verdict) -> OpenCase:
    """Return the case with one decision about two names."""
    now = datetime(2014, 10, 26, tzinfo=UTC)
    judgement = Judgement(MentionType.PERSON, NameKey(left), NameKey(right), verdict, "", "amal", now, EntryId(""))
    assert isinstance(case.view, FakeCaseView)
    case.view.ledger = (*case.view.ledger, Entry("e" * 32, len(case.view.ledger), GENESIS, now, "amal", EntryKind.JUDGED, judgement.body()))
    return case


def _named(case: OpenCase, name: str, key: str) -> OpenCase:
    """Return the case in which a name was found wherever it stands."""
    assert isinstance(case.view, FakeCaseView)
    case.view.named = tuple(
        PlacedMention(document, 1, NameKey(key), Mention(at, at + len(name), name, MentionType.PERSON, "rules:test", 1.0))
        for document, (page,) in case.view.texts.items()
        if (at := page.text.find(name)) >= 0
    )
    return case


@pytest.fixture
def case(tmp_path: Path) -> Iterator[WritableCase]:
    persons = {"أبو محمد الشمالي": 3, "Abu Mohammed al-Shamali": 2, "الشمالي": 4, "خالد الجسري": 2, "خالد يوسف الجسري": 1}
    with named_case(tmp_path / "a.case", home=tmp_path / "home", persons=persons) as made:
        yield made


def test_every_name_of_somebody_gives_his_number_and_halves_of_it_are_undecided(case: WritableCase) -> None:
    arabic, latin = (count_name(case.reading, name) for name in ("أبو محمد الشمالي", "Abu Mohammed al-Shamali"))

    assert (5, 5, 4, 4) == (arabic.mentions, latin.mentions, arabic.undecided, latin.undecided)
    assert (3, 2) == (arabic.exact, latin.exact)
    assert (5, 9) == arabic.interval == latin.interval
    assert not arabic.is_looked_up


def test_a_part_of_a_name_is_counted_where_it_stands_alone_and_is_certainly_nobody(case: WritableCase) -> None:
    found = count_name(case.reading, "الشمالي")

    assert (4, 0, (0, 4)) == (found.mentions, found.undecided, found.interval)


def test_a_name_of_one_part_in_the_other_script_may_be_it_and_is_never_a_word_like_it(tmp_path: Path) -> None:
    persons = {"علي": 3, "علي حسن الوردي": 2}
    with named_case(tmp_path / "ali.case", home=tmp_path / "home", persons=persons) as made:
        with made.store.unit() as uow:
            uow.learn_words({word: skeleton(word) for word in folded_words("علي حسن الوردي إلى")})
            uow.commit()
        found = count_name(made.reading, "Ali")

    assert (0, {"علي"}, 3) == (found.mentions, {place.text for place in found.undecided_spans}, found.undecided)


def test_a_half_that_the_finder_missed_is_undecided_near_the_full_name_alone(tmp_path: Path) -> None:
    texts = ("جاء أبو محمد الشمالي. ثم كتب الشمالي الكتاب", "قال الشمالي", "أبو محمد الشمالي والأمير سالم الشمالي")
    made = case_of(tmp_path, *texts)
    assert isinstance(made.view, FakeCaseView)
    made.view.named = tuple(
        PlacedMention(
            document, 1, NameKey(name_key(name, MentionType.PERSON)), Mention(at, at + len(name), name, MentionType.PERSON, "x", 1.0)
        )
        for document, (page,) in made.view.texts.items()
        for name in ("أبو محمد الشمالي", "سالم الشمالي")
        if (at := page.text.find(name)) >= 0
    )
    found = count_name(made, "أبو محمد الشمالي")

    assert (2, [("0.txt", texts[0].rindex("الشمالي"))]) == (
        found.mentions,
        [(f"{int(place.document[::-1], 16)}.txt", place.start) for place in found.undecided_spans],
    )


def test_a_whole_name_that_was_taken_for_a_place_is_undecided(tmp_path: Path) -> None:
    name, key = "Samer Marsh", NameKey("samer marsh")
    made = case_of(tmp_path, f"{name} came", f"{name} left")
    assert isinstance(made.view, FakeCaseView)
    first, second = made.view.texts
    made.view.named = tuple(
        PlacedMention(document, 1, key, Mention(0, len(name), name, type_, "rules:test", 1.0))
        for document, type_ in ((first, MentionType.PERSON), (second, MentionType.PLACE))
    )
    found = count_name(made, name)

    assert (1, [second], (1, 2)) == (found.mentions, [place.document for place in found.undecided_spans], found.interval)


def test_another_name_that_was_decided_to_be_his_counts(case: WritableCase) -> None:
    assert 5 == count_name(case.reading, "Abu Mohammed al-Shamali").mentions
    judge(case, NameKey("ابو محمد الشمالي"), NameKey("خالد الجسري"), Verdict.SAME, type=MentionType.PERSON)

    assert {7} == {count_name(case.reading, name).mentions for name in ("Abu Mohammed al-Shamali", "خالد الجسري")}


def test_half_a_name_that_was_decided_to_be_his_is_a_mention_and_one_that_is_not_is_none(case: WritableCase) -> None:
    judge(case, NameKey("ابو محمد الشمالي"), NameKey("الشمالي"), Verdict.SAME, type=MentionType.PERSON)
    assert (9, 0) == ((joined := count_name(case.reading, "أبو محمد الشمالي")).mentions, joined.undecided)

    judge(case, NameKey("ابو محمد الشمالي"), NameKey("الشمالي"), Verdict.DIFFERENT, type=MentionType.PERSON)
    assert (5, 0) == ((parted := count_name(case.reading, "أبو محمد الشمالي")).mentions, parted.undecided)


def test_two_spellings_that_were_decided_to_be_two_men_are_counted_apart(case: WritableCase) -> None:
    judge(case, NameKey("ابو محمد الشمالي"), NameKey("abu mohammed al shamali"), Verdict.DIFFERENT, type=MentionType.PERSON)

    assert (3, 2) == tuple(count_name(case.reading, name).mentions for name in ("أبو محمد الشمالي", "Abu Mohammed al-Shamali"))


@pytest.mark.parametrize("verdict", [verdict for verdict in Verdict if verdict is not Verdict.NOT_A_NAME])
def test_what_is_decided_about_one_place_moves_the_number_by_one_in_every_list(case: WritableCase, verdict: Verdict) -> None:
    name = "أبو محمد الشمالي"
    before = {each.key: each.mentions for each in list_names(case.reading, [MentionType.PERSON])}
    place = count_name(case.reading, name).spans[0].span
    judge_place(case, name_key(name, MentionType.PERSON), place, verdict)

    counted = count_name(case.reading, name)
    after = {each.key: each.mentions for each in list_names(case.reading, [MentionType.PERSON])}
    expected = 5 if verdict is Verdict.SAME else 4
    assert before | {NameKey("ابو محمد الشمالي"): expected} == after
    assert (expected, int(verdict is not Verdict.UNSURE)) == (counted.mentions, counted.decided)
    assert expected == dossier(case.reading, MentionType.PERSON, name).counted.mentions


def test_half_a_name_that_a_person_says_is_his_is_his_and_nobody_elses(case: WritableCase) -> None:
    name = "أبو محمد الشمالي"
    place = count_name(case.reading, name).undecided_spans[0].span
    judge_place(case, name_key(name, MentionType.PERSON), place, Verdict.SAME)

    numbers = {each.key: each.mentions for each in list_names(case.reading, [MentionType.PERSON])}
    assert (6, 3) == ((counted := count_name(case.reading, name)).mentions, counted.undecided)
    assert (6, 3) == (numbers[NameKey("ابو محمد الشمالي")], numbers[NameKey("الشمالي")])
    assert 3 == count_name(case.reading, "الشمالي").mentions


def test_what_was_said_about_one_place_stands_above_a_decision_on_names(tmp_path: Path) -> None:
    case = _named(case_of(tmp_path, "قال الشمالي"), "الشمالي", "الشمالي")
    _decided(case, "ابو محمد الشمالي", "الشمالي", Verdict.SAME)

    found = count_name(judged(case, Span(DocumentId("0" * 64), 1, 4, 11), "ابو محمد الشمالي", Verdict.DIFFERENT), "Abu Mohammed al-Shamali")

    assert (0, 0) == (found.mentions, found.undecided)
