from collections.abc import Iterable

from kashf.domain.entity import Mention, MentionType, NameKey, PlacedMention
from kashf.domain.ids import DocumentId
from kashf.entities.network.association import ContingencyTable
from kashf.entities.network.links import Forms, NameRef, form_lines, line_words, links

KHALED = NameRef(MentionType.PERSON, NameKey("khaled"))
BRIDGE = NameRef(MentionType.PLACE, NameKey("bridge"))


def _document(number: int) -> DocumentId:
    return DocumentId(f"{number:064x}")


def _places(name: NameRef, documents: Iterable[int]) -> tuple[PlacedMention, ...]:
    mention = Mention(0, len(name.key), name.key, name.type, "rules:test", 1.0)
    return tuple(PlacedMention(_document(number), 1, name.key, mention) for number in documents)


def _alone(count: int) -> dict[DocumentId, DocumentId]:
    return {_document(number): _document(number) for number in range(count)}


def test_names_that_stand_together_more_often_than_by_accident_come_first() -> None:
    asked = _places(NameRef(MentionType.PERSON, NameKey("asked")), range(10))
    beside = {KHALED: _places(KHALED, range(8)), BRIDGE: _places(BRIDGE, range(8))}
    everywhere = {KHALED: [_document(n) for n in range(8)], BRIDGE: [_document(n) for n in range(80)]}

    found = links(asked, beside, everywhere=everywhere, witnesses=_alone(100))

    assert [KHALED, BRIDGE] == [link.other for link in found]
    assert ContingencyTable(100, 10, 8, 8) == found[0].table
    assert ContingencyTable(100, 10, 80, 8) == found[1].table
    assert (1.0, True) == (found[1].lift, found[1].chance > 0.5)
    assert all(link.chance <= link.rate <= 1 for link in found)


def test_copies_are_one_witness() -> None:
    asked = _places(NameRef(MentionType.PERSON, NameKey("asked")), [0, 1, 2])
    copies = _alone(10) | {_document(1): _document(0), _document(2): _document(0)}

    found = links(asked, {KHALED: _places(KHALED, [0, 1, 2])}, everywhere={KHALED: [_document(n) for n in range(3)]}, witnesses=copies)

    assert ContingencyTable(8, 1, 1, 1) == found[0].table


def test_a_link_shows_both_places_of_a_few_common_documents() -> None:
    asked = _places(NameRef(MentionType.PERSON, NameKey("asked")), range(9))

    found = links(asked, {KHALED: _places(KHALED, range(2, 9))}, everywhere={KHALED: []}, witnesses=_alone(20))

    assert [(_document(n), _document(n)) for n in range(2, 7)] == [(one.document, other.document) for one, other in found[0].shown]


def test_a_line_of_many_documents_is_a_form_whatever_number_is_filled_in() -> None:
    pages = [(_document(number), f"مكتب المؤن رقم {number}\nوصل خالد {'ثم ' * number}") for number in range(12)]

    forms = form_lines(pages)

    assert {line_words("مكتب المؤن رقم ٤")} == forms
    assert Forms(forms).hold("سطر\nمكتب المؤن رقم ٩٩\nسطر", 8)
    assert Forms(forms).hold("سطر\rمكتب المؤن رقم ٩٩\rسطر", 8)
    assert not Forms(forms).hold("سطر\nمكتب المؤن رقم ٩٩\nسطر", 1)


def test_only_names_with_a_word_of_a_form_may_stand_in_one() -> None:
    forms = Forms({line_words("إلى مكتب المؤن")})

    assert (True, False, False) == tuple(forms.may_hold(NameKey(key)) for key in ("مكتب المون", "خالد الجسري", ""))


def test_a_line_of_few_documents_is_no_form() -> None:
    assert frozenset() == form_lines([(_document(number), "إلى خالد") for number in range(9)])


def test_one_document_that_repeats_a_line_makes_no_form() -> None:
    assert frozenset() == form_lines([(_document(0), "إلى خالد\n" * 50)])
