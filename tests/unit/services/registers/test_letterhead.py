"""The head of a letter and the letters around it."""

from dataclasses import replace

from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.ports.stages import LETTERS
from kashf.services.case.open import OpenCase
from kashf.services.letters.keep_letters import keep_letters
from kashf.services.registers.letterhead import letterhead
from tests.fakes import FakeCaseView
from tests.searchable import BARE


def _with(case: OpenCase, **texts: str) -> None:
    view = case.view
    assert isinstance(view, FakeCaseView)
    for name, text in texts.items():
        record = replace(BARE, id=DocumentId(name * 64), name=f"{name}.txt")
        view.known[record.id] = record
        view.texts[record.id] = (Page(1, text),)
    view.rows[LETTERS.name].update(keep_letters(view, sorted(view.known)))


def test_the_letters_before_and_after_it_and_those_that_cite_it_stand_beside_a_letter(case: OpenCase) -> None:
    cites = "إشارة إلى كتاب ديوان الجسور رقم ٧/٢ في ٤ آذار ٢٠١٤م وكتاب ديوان الجسور رقم ٧/٣ في ٨ آذار ٢٠١٤م،"
    _with(case, e=f"ديوان الجسور\nالعدد: ٧/٤     التاريخ: ٢٠ آذار ٢٠١٤م\nإلى / كافة المكاتب\n{cites}\nيمنع السفر.")

    copy, citing = letterhead(case, DocumentId("c" * 64)), letterhead(case, DocumentId("e" * 64))
    assert copy is not None
    assert copy.before is not None
    assert copy.following is not None
    assert ((1, "a"), (4, "e")) == ((copy.before.serial, copy.before.letter[0]), (copy.following.serial, copy.following.letter[0]))
    assert ["e" * 64] == [each.citing for each in copy.cited_by]
    assert citing is not None
    assert [(("b" * 64,), False), ((), True)] == [(each.letters, each.is_never_seen) for each in citing.cites]


def test_a_letter_without_a_day_lies_between_its_neighbours(case: OpenCase) -> None:
    days = {"f": ("٧/١١", "٢ أيار ٢٠١٤م"), "g": ("٧/١٢", ""), "h": ("٧/١٣", "٤ أيار ٢٠١٤م"), "i": ("٧/١٤", "٥ أيار ٢٠١٤م")}
    _with(
        case,
        **{
            name: f"ديوان الجسور\nالعدد: {number}\n{'التاريخ: ' + day if day else ''}\nإلى / كافة المكاتب\nيمنع السفر."
            for name, (number, day) in days.items()
        },
    )

    head = letterhead(case, DocumentId("g" * 64))
    assert head is not None
    assert head.undated is not None
    assert head.undated.date.is_derived


def test_what_is_no_letter_has_no_head(case: OpenCase) -> None:
    assert letterhead(case, DocumentId("9" * 64)) is None
