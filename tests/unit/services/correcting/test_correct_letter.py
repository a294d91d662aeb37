"""What a person says of a field stands before what was read, is taken back, and never puts a word of a document into the ledger."""

from __future__ import annotations

from pathlib import Path

import pytest

from kashf.bootstrap import open_for_writing
from kashf.domain.document import Span
from kashf.domain.entries.named_words import named_words
from kashf.domain.ids import canonical_json
from kashf.domain.letters.instructions import Force, SpeechAct
from kashf.domain.letters.letter_corrections import Saying
from kashf.errors import KashfError, NotAllowedError, NotFoundError, UsageError
from kashf.services.correcting.correct_letter import place_on_page, take_correction_back
from kashf.services.ingest.tombstones import destroy, plan_destruction
from kashf.services.ledger.custody import verify
from kashf.services.letters.corrections.corrected_letters import CorrectionState
from kashf.services.letters.list_letters import list_letters
from tests.corrected import ORDER, letter_case, listed, read_letter_anew, say
from tests.transcribed import TypedCase


@pytest.fixture
def made(tmp_path: Path) -> TypedCase:
    return letter_case(tmp_path)


def number(made: TypedCase) -> str:
    found = listed(made).letter.number
    return found.normal if found else ""


def place(made: TypedCase, words: str, text: str = ORDER) -> Span:
    start = text.index(words)
    return Span(made.letter, 1, start, start + len(words))


def test_a_corrected_number_stands_and_what_was_read_is_told_beside_it(made: TypedCase) -> None:
    say(made, "number", "114", why="seen on the original")

    found = listed(made)
    (told,) = found.corrections
    assert "114" == number(made)
    assert found.read
    assert found.read.number
    assert "3/6/104" == found.read.number.normal
    assert (("114",), ("٣/٦/١٠٤",), "Nour", "seen on the original") == (told.said, told.read, told.by, told.why)


def test_taken_back_what_was_read_stands_again(made: TypedCase) -> None:
    decided = say(made, "number", "114")
    with made.as_person("Nour") as case:
        take_correction_back(case, decided.signed.id[:12])

    assert ("3/6/104", ()) == (number(made), listed(made).corrections)


def test_only_who_signed_takes_it_back(made: TypedCase) -> None:
    decided = say(made, "number", "114")
    with made.as_person("Rana") as case, pytest.raises(NotAllowedError, match="only Nour"):
        take_correction_back(case, decided.signed.id)


def test_of_one_person_the_last_stands(made: TypedCase) -> None:
    say(made, "number", "114")
    say(made, "number", "115")

    assert ("115", 1) == (number(made), len(listed(made).corrections))


def test_where_two_say_two_things_what_was_read_stands_and_both_are_told(made: TypedCase) -> None:
    say(made, "number", "114")
    say(made, "number", "115", by="Rana")

    assert "3/6/104" == number(made)
    assert [CorrectionState.CONTESTED] * 2 == [each.state for each in listed(made).corrections]


def test_two_who_say_the_same_are_followed(made: TypedCase) -> None:
    say(made, "number", "114")
    say(made, "number", "114", by="Rana")

    assert "114" == number(made)


def test_what_the_paper_does_not_say_is_nothing(made: TypedCase) -> None:
    say(made, "addressee", saying=Saying.NOT_SAID)

    assert () == listed(made).letter.addressees


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("date", "2014-06-01", lambda letter: letter.written.date.edtf() == "2014-06-01"),
        ("date", "١٣/٦/٢٠١٤م", lambda letter: letter.written.date.edtf() == "2014-06-13"),
        ("office", "ولاية المرج; ديوان المطاحن", lambda letter: [each.text for each in letter.offices][1] == "ديوان المطاحن"),
        ("addressee", "مكتب المطاحن; كافة الحواجز", lambda letter: [each.kind.value for each in letter.addressees] == ["office", "class"]),
        ("subject", "السفر", lambda letter: letter.subject.text == "السفر"),
        ("signatory", "; المدير", lambda letter: letter.signatory.name is None and letter.signatory.post.text == "المدير"),
        ("cites", "كتابكم رقم ١٠٩ في ٤/٣/٢٠١٤م", lambda letter: letter.cited[0].number.normal == "109"),
        ("cites", "109", lambda letter: letter.cited[0].number.normal == "109"),
        ("copies", "الأرشيف; المطاحن", lambda letter: [each.said.text for each in letter.copies] == ["الأرشيف", "المطاحن"]),
        ("does", "circular", lambda letter: letter.speech_act is SpeechAct.CIRCULAR),
        ("act.1.what", "trade", lambda letter: letter.acts[0].kind == "trade"),
        ("act.1.force", "permit", lambda letter: letter.acts[0].force is Force.PERMIT),
        ("act.1.who", "أهل القرية", lambda letter: letter.acts[0].who.text == "أهل القرية"),
        ("act.1.things", "12 tons of wheat; rifles", lambda letter: [each.amount for each in letter.acts[0].things] == ["12", ""]),
        ("act.1.by", "2014-07-01", lambda letter: letter.acts[0].by_when.date.date.edtf() == "2014-07-01"),
        ("act.1.by", "خلال ٥ أيام", lambda letter: letter.acts[0].by_when.days == 5),
    ],
)
def test_every_field_takes_what_a_person_types(made: TypedCase, name: str, typed: str, said: object) -> None:
    say(made, name, typed)

    assert callable(said)
    assert said(listed(made).letter)


def test_words_that_a_person_points_at_are_the_value_and_its_place(made: TypedCase) -> None:
    at = place(made, "المدير")
    say(made, "subject", place=at)

    subject = listed(made).letter.subject
    assert subject
    assert ("المدير", at) == (subject.text, subject.span)


def test_words_that_stand_once_are_their_own_place_in_either_digits(made: TypedCase) -> None:
    say(made, "number", "3/6/104")

    (told,) = listed(made).corrections
    assert place(made, "٣/٦/١٠٤") == told.place


def test_an_act_that_was_not_read_is_added_where_it_stands_and_has_parts_of_its_own(made: TypedCase) -> None:
    say(made, "act", "evacuate planned", place=place(made, "والجسر خال قبل الليل"))
    say(made, "act.2.who", "الحرس")

    act = listed(made).letter.acts[1]
    assert ("evacuate", Force.PLANNED, "والجسر خال قبل الليل") == (act.kind, act.force, act.said.text)
    assert act.who
    assert "الحرس" == act.who.text


def test_an_act_that_is_none_goes(made: TypedCase) -> None:
    say(made, "act.1", saying=Saying.NOT_SAID)

    assert () == listed(made).letter.acts


def test_a_paper_that_is_no_letter_is_listed_no_more_whatever_else_was_said_of_it(made: TypedCase) -> None:
    say(made, "letter", saying=Saying.NOT_SAID)
    say(made, "number", "114")

    with made.reading() as case:
        found = list_letters(case)
    assert (0, 2) == (found.total, found.no_letters)


def test_a_letter_that_nobody_read_is_one_once_somebody_says_what_it_says(tmp_path: Path) -> None:
    made = letter_case(tmp_path, "شيء من الكلام عن الطقس")
    with made.reading() as case:
        assert 0 == list_letters(case).total
    say(made, "number", "114")

    assert "114" == number(made)


def test_a_confirmed_value_is_sure_and_says_what_it_said_when_it_is_read_otherwise_later(made: TypedCase) -> None:
    say(made, "number", saying=Saying.CONFIRMED)
    found = listed(made).letter.number
    assert found
    assert 1.0 == found.said.score

    read_letter_anew(made, ORDER.replace("١٠٤", "١٠٩"))
    assert "3/6/104" == number(made)


def test_a_correction_holds_when_its_page_is_read_anew_and_its_act_has_moved(made: TypedCase) -> None:
    say(made, "act.1.who", "أهل القرية")
    read_letter_anew(made, f"سطر جديد\n{ORDER}")

    who = listed(made).letter.acts[0].who
    assert who
    assert "أهل القرية" == who.text


def test_a_correction_of_an_act_that_is_read_no_more_waits_for_somebody_to_look(made: TypedCase) -> None:
    say(made, "act.1.who", "أهل القرية")
    read_letter_anew(made, ORDER.replace("يمنع على التجار السفر إلى وادي الغيم.", "كلام آخر."))

    assert [CorrectionState.ADRIFT] == [each.state for each in listed(made).corrections]


@pytest.mark.parametrize(
    ("name", "typed", "code"),
    [
        ("nose", "x", "no-such-letter-field"),
        ("act.1.nose", "x", "no-such-part"),
        ("act", "withdraw", "act-without-place"),
        ("act.9.who", "x", "no-such-act-there"),
        ("act.1.what", "dance", "corrected-act-kind"),
        ("act.1.force", "sing", "no-such-force"),
        ("number", "no number", "no-paper-number"),
        ("number", " ", "nothing-said"),
        ("date", "tomorrow", "no-such-date"),
        ("date", "31/2/2014", "impossible-date"),
        ("does", "dance", "no-such-speech-act"),
        ("subject", "x" * 501, "too-much-said"),
        ("addressee", ";".join("ab" for _ in range(41)), "too-much-said"),
        ("subject", "a\x07b", "control-characters"),
    ],
)
def test_what_a_field_cannot_have_is_refused_and_nothing_is_written_down(made: TypedCase, name: str, typed: str, code: str) -> None:
    with pytest.raises(KashfError) as raised:
        say(made, name, typed)

    assert code == raised.value.code
    assert () == listed(made).corrections


def test_nothing_is_confirmed_where_nothing_was_read(made: TypedCase) -> None:
    with pytest.raises(UsageError, match="nothing was read"):
        say(made, "subject", saying=Saying.CONFIRMED)


@pytest.mark.parametrize(("asked", "kind"), [("1:5", UsageError), ("x", UsageError), ("1:9-3", NotFoundError), ("7:1-2", NotFoundError)])
def test_a_place_is_on_a_page_or_refused(made: TypedCase, asked: str, kind: type[KashfError]) -> None:
    with made.reading() as case, pytest.raises(kind):
        place_on_page(case, made.letter, asked)


def test_no_word_stands_in_the_ledger_and_destroying_takes_what_was_said_away(made: TypedCase) -> None:
    say(made, "subject", "السفر")
    with open_for_writing(made.path, settings=made.settings("amal")) as case:
        entries = case.reading.view.entries()
        (blob,) = named_words(entries, [made.letter])
        assert "السفر".encode() not in b"".join(canonical_json(entry.body) for entry, _ in entries)
        destroy(case, plan_destruction(case.reading, made.letter), why="a court said so", with_members=False)
        assert "missing" == case.reading.blobs.fault(blob)
        assert [] == [fault for fault in verify(case.reading).faults if fault.what not in {"document", "sighting"}]
        assert 0 == list_letters(case.reading).total


def test_an_act_that_is_none_and_another_at_its_place_are_two_decisions_that_both_hold(made: TypedCase) -> None:
    say(made, "act", "evacuate planned", place=place(made, "يمنع على التجار"))
    say(made, "act.1", saying=Saying.NOT_SAID)
    assert () == listed(made).letter.acts

    say(made, "act", "trade forbid", place=place(made, "التجار السفر"))
    assert ["trade"] == [each.kind for each in listed(made).letter.acts]


def test_where_something_on_the_paper_is_sealed_what_was_said_without_a_place_is_not_shown(made: TypedCase) -> None:
    from kashf.domain.forms.template_fields import FieldKind
    from kashf.ports.forms import SealedPlace
    from kashf.services.letters.corrections.corrected_letters import correct_read, corrections_by_document

    say(made, "subject", "كلام لا يوجد في الورقة")
    say(made, "number", "3/6/104")
    sealed = {(made.letter, 1): (SealedPlace(0, 10, FieldKind.NAME),)}
    with made.reading() as case:
        told = corrections_by_document(case.view)[made.letter]
        corrected = correct_read(case, listed(made).read, told, sealed=sealed)

    assert corrected.letter
    assert corrected.letter.subject is None
    assert [(CorrectionState.WITHHELD, ()), (CorrectionState.FOLLOWED, ("3/6/104",))] == [
        (each.state, each.said) for each in corrected.corrections
    ]
